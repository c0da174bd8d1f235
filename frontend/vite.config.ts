/** The build: five scripts and one style, with hashed names, a manifest, KaTeX for the server, and everybody's licences. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { katexFiles } from "./vite/katex-files";
import { notices } from "./vite/notices";

const here = import.meta.dirname;
const source = (file: string) => resolve(here, "src", file);

const entries = {
  app: source("app.ts"),
  figures: source("figures/index.ts"),
  cell: source("cell/index.ts"),
  mathfield: source("mathfield/index.ts"),
  map: source("map/index.ts"),
  style: source("style.css"),
};

export default defineConfig({
  base: "./",
  publicDir: false,
  resolve: { alias: { "jsxgraph-source": resolve(here, "node_modules/jsxgraph/src") } },
  plugins: [katexFiles(resolve(here, "node_modules/katex/dist")), notices(here)],
  build: {
    outDir: resolve(here, "../src/agnesi/web/static/built"),
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
    reportCompressedSize: false,
    rollupOptions: {
      onwarn: (warning, warn) => (warning.code === "EVAL" && warning.id?.includes("jsxgraph") ? undefined : warn(warning)),
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      preserveEntrySignatures: "strict",
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "part/[name]-[hash].js",
        assetFileNames: "asset/[name]-[hash][extname]",
      },
    },
  },
});
