"""A small server for the browser tests: the gallery, and a page for each interactive part, its answers made up."""

from __future__ import annotations

import json
import sys
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "frontend"))
import gallery  # noqa: E402

STATES = ("known", "learned", "fading", "ready", "ahead", "planned")
SHAPES = (
    'Traceback (most recent call last):\n  File "cell", line 1\n'
    "ValueError: shapes (3,) and (2,3) not aligned: 3 (dim 0) != 2 (dim 0)\n"
)


def atlas() -> dict[str, object]:
    """`/map.json` from the plan and the positions, with states that show each sign."""
    plan = yaml.load((ROOT / "src/agnesi_course/plan.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    drawn = json.loads((ROOT / "src/agnesi_course/positions.json").read_text("utf-8"))
    concepts = [
        {**concept, "x": x, "y": y, "rank": rank, "written": number < 60, "state": STATES[min(number // 18, 4)]}
        for number, concept in enumerate(plan["concepts"])
        for x, y, rank in [drawn["places"][concept["id"]]]
    ]
    for concept in concepts[120::3]:
        concept["state"] = "planned"
    return {
        **{key: drawn[key] for key in ("size", "countries")},
        "areas": plan["areas"],
        "goals": plan["goals"],
        "concepts": concepts,
    }


def island(name: str, props: object, inner: str = "") -> str:
    """The place of an interactive part, as the site writes it."""
    quoted = json.dumps(props).replace("&", "&amp;").replace('"', "&quot;")
    return f'<div data-island="{name}" data-props="{quoted}">{inner}</div>'


PAGES = {
    "/figure": island(
        "figure",
        {"url": "/example/shadow.js", "name": "shadow"},
        '<div data-part="predict"><p>For which b is the number zero?</p></div>'
        '<div data-part="caption"><p>Drag b until the number is 0.</p></div>',
    ),
    "/choice": island(
        "figure",
        {"url": "/example/matrices.js", "name": "matrices", "predict": "Which letter stays?", "choices": ["F", "none"]},
    ),
    "/cell": island(
        "cell",
        {
            "lesson": "dot-product",
            "code": "import numpy as np\n\na, b = np.array([3, 1]), np.array([1, 2])\na @ b",
            "predict": "A number, or an array?",
            "change": "Change one entry so that 7 comes out.",
            "result": "7",
        },
        "<pre>a @ b</pre>",
    ),
    "/map": island("map", {"data": "/map.json"}, "<ul><li>The plain list</li></ul>"),
    "/mathfield": '<form><label for="box">Your answer</label><input id="box" name="answer" value="1/2"></form>',
}
MATHFIELD = """
const part = await import("{mathfield}");
window.field = await part.open(document.getElementById("box"), {{ label: "Your answer" }});
document.body.dataset.ready = "";
"""


class Site(gallery.Gallery):
    """The gallery, and beside it one page for each part."""

    def do_GET(self) -> None:
        """Answer one request."""
        parts = urlsplit(self.path)
        theme = parse_qs(parts.query).get("theme", ["light"])[0]
        if parts.path in PAGES:
            script = f'import "{gallery.built("src/app.ts")}";'
            if parts.path == "/mathfield":
                script = MATHFIELD.format(mathfield=gallery.built("src/mathfield/index.ts"))
            body = f"<h1>{parts.path[1:].title()}</h1>{PAGES[parts.path]}"
            self.reply(gallery.page(body, script, theme).encode(), "text/html; charset=utf-8")
        elif parts.path == "/map.json":
            self.reply(json.dumps(atlas()).encode(), "application/json")
        elif parts.path.startswith("/run/"):
            self.reply(json.dumps({"done": True, "outputs": self.outputs()}).encode(), "application/json")
        else:
            super().do_GET()

    def do_POST(self) -> None:
        """A run is started, or stopped."""
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        if "code" in body:
            type(self).code = body["code"]
        self.reply(json.dumps({"run": "1"}).encode(), "application/json")

    code = ""

    def outputs(self) -> list[dict[str, str]]:
        """What the kernel would say: the product, or a complaint about shapes."""
        if "zeros" in self.code:
            return [{"kind": "error", "data": SHAPES}]
        return [{"kind": "text", "data": "7\n" if "[3, 4]" in self.code else "5\n"}]


def serve() -> ThreadingHTTPServer:
    """A server on a free port of this machine."""
    return ThreadingHTTPServer(("127.0.0.1", 0), Site)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Site)
    server.serve_forever()
