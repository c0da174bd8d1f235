"""Opens every example of docs/figures.md as a page of living figures: `python frontend/gallery.py`.

The page has the policy of the real site and nothing of its server, so that the kit is seen (and tested) by itself.
"""

from __future__ import annotations

import json
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "src" / "agnesi" / "web" / "static" / "built"
GUIDE = ROOT / "docs" / "figures.md"
KINDS = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".json": "application/json"}
POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-gallery'; style-src-elem 'self' 'nonce-gallery'; "
    "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'"
)


def main() -> None:
    """Serve the gallery until interrupted."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8799
    server = ThreadingHTTPServer(("127.0.0.1", port), Gallery)
    print(f"the gallery is at http://127.0.0.1:{port}/")
    server.serve_forever()


def examples() -> dict[str, str]:
    """The figures of the guide: name to the source of its module."""
    blocks = re.findall(r"```js\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    return {re.findall(r"export const (\w+)", block)[0]: block for block in blocks}


def built(source: str) -> str:
    """The address of an entry of the build."""
    manifest = json.loads((BUILT / "manifest.json").read_text("utf-8"))
    return f"/static/built/{manifest[source]['file']}"


def page(body: str, script: str = "", theme: str = "light") -> str:
    """A page with the import map, the style and one module script, as the site makes it."""
    imports = json.dumps({"imports": {"agnesi/figures": built("src/figures/index.ts")}})
    return f"""<!doctype html>
<html lang="en" data-theme="{theme}"><head><meta charset="utf-8"><title>Gallery</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" nonce="gallery">
<link rel="stylesheet" href="{built("src/style.css")}">
<script type="importmap" nonce="gallery">{imports}</script></head>
<body><main class="gallery">{body}</main>
<script type="module" nonce="gallery">{script}</script></body></html>"""


def gallery(theme: str) -> str:
    """Every example under its name."""
    parts = [f'<h2>{name}</h2><div id="{name}" data-name="{name}"></div>' for name in examples()]
    script = """
import "agnesi/figures";
window.mounted = {};
for (const place of document.querySelectorAll("[data-name]")) {
  const module = await import(`/example/${place.dataset.name}.js`);
  window.mounted[place.dataset.name] = window.agnesiFigure.mount(module[place.dataset.name], place, place.dataset.name);
}
document.body.dataset.ready = "";
"""
    return page("".join(parts), script, theme)


class Gallery(BaseHTTPRequestHandler):
    """The gallery page, its examples, and the built files."""

    def do_GET(self) -> None:
        """Answer one request; unknown addresses are 404."""
        address = self.path.split("?")[0]
        theme = "dark" if "theme=dark" in self.path else "light"
        if address == "/":
            self.reply(gallery(theme).encode(), "text/html; charset=utf-8")
        elif address.startswith("/example/") and (name := address[9:-3]) in examples():
            self.reply(examples()[name].encode(), "text/javascript; charset=utf-8")
        elif address.startswith("/static/built/") and (file := (BUILT / address[14:]).resolve()).is_file():
            if BUILT in file.parents:
                self.reply(file.read_bytes(), KINDS.get(file.suffix, "application/octet-stream"))
        else:
            self.send_error(404)

    def reply(self, content: bytes, kind: str) -> None:
        """Send one document, with the policy of the real site."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing of single requests."""


if __name__ == "__main__":
    main()
