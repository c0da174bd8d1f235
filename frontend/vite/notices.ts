/** `built/NOTICES.txt`: the licence of every package whose code or font is in the build. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

interface Manifest {
  name: string;
  version: string;
  license?: string;
  repository?: string | { url: string };
}

/** Where a package offers a choice of licences, the one we take. */
const chosen: Record<string, string> = { jsxgraph: "MIT" };

export function notices(root: string): Plugin {
  const used = new Set<string>();
  const note = (file: string) => {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll("\\", "/"))?.[0];
    if (folder) used.add(folder);
  };
  return {
    name: "notices",
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === "chunk") part.moduleIds.forEach(note);
        else part.originalFileNames.forEach((name) => note(name.startsWith("/") ? name : join(root, name)));
      }
      for (const name of ["katex", "mathlive"]) note(join(root, "node_modules", name));
      const entries = [...used].filter((folder) => existsSync(join(folder, "package.json"))).sort().map(entry);
      this.emitFile({ type: "asset", fileName: "NOTICES.txt", source: [preface, ...entries].join(`\n${"-".repeat(100)}\n\n`) });
    },
  };
}

const preface = "Agnesi's browser files contain work of others, under the licences that follow.\n";

function entry(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const address = typeof manifest.repository === "string" ? manifest.repository : (manifest.repository?.url ?? "");
  const name = chosen[manifest.name] ? new RegExp(`licen[cs]e.*${chosen[manifest.name]}`, "i") : /^(un)?licen[cs]e|^copying|^ofl/i;
  const file = readdirSync(folder).find((entryName) => name.test(entryName));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${chosen[manifest.name] ?? manifest.license}`;
  return `${manifest.name} ${manifest.version} (${chosen[manifest.name] ?? manifest.license ?? "see below"})\n${address}\n\n${text}\n`;
}
