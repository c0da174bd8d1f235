/** KaTeX as the server needs it: the script for its V8, the style, and the woff2 fonts, under `built/katex/` by their own names. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

export function katexFiles(dist: string): Plugin {
  return {
    name: "katex-files",
    config: () => ({
      css: {
        postcss: {
          plugins: [
            {
              postcssPlugin: "only-woff2",
              Once(root) {
                root.walkDecls("src", (face) => {
                  face.value = onlyWoff2(face.value);
                });
              },
            },
          ],
        },
      },
    }),
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) => this.emitFile({ type: "asset", fileName, source });
      emit("katex/katex.min.js", readFileSync(join(dist, "katex.min.js"), "utf8"));
      emit("katex/katex.min.css", onlyWoff2(readFileSync(join(dist, "katex.min.css"), "utf8")));
      for (const font of readdirSync(join(dist, "fonts")).filter((name) => name.endsWith(".woff2")))
        emit(`katex/fonts/${font}`, readFileSync(join(dist, "fonts", font)));
    },
  };
}

/** Every browser we serve reads woff2; the other two formats would only make the package heavier. */
function onlyWoff2(css: string): string {
  return css.replace(/,\s*url\([^)]*\.(?:woff|ttf)["']?\)\s*format\(["'](?:woff|truetype)["']\)/g, "");
}
