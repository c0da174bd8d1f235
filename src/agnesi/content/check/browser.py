"""Figures in a real browser: one page, without the app, loads figure after figure and says what fails."""

from __future__ import annotations

import json
import mimetypes
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

BUILT = Path(__file__).parents[2] / "web" / "static" / "built"
KIT = "src/figures/index.ts"
SECONDS = 30
_ORIGIN = "http://figures.invalid"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Look = Callable[[Path, str], Sequence[str]]
"""What is wrong with one figure, given its file and its name."""


class NoBrowserError(RuntimeError):
    """Figures cannot be looked at here; the message says what is missing."""


@contextmanager
def looking() -> Iterator[Look]:
    """A browser that looks at figures. Raises NoBrowserError where there is none, or no built kit.

    Nothing is served: every request of the page is answered from the files it may see, and any other is refused.
    """
    kit_file()
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise NoBrowserError("Playwright is not installed (the test extra brings it)") from None
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(_ARGUMENTS))
        except Error as error:
            raise NoBrowserError(f"no Chromium starts: {str(error).splitlines()[0]}") from None
        try:
            page = browser.new_page()
            page.set_default_timeout(SECONDS * 1000)
            yield _Pages(page).look
        finally:
            browser.close()


def kit_file() -> Path:
    """The built figure kit. Raises NoBrowserError where the front end is not built."""
    try:
        manifest = json.loads((BUILT / "manifest.json").read_text("utf-8"))
        return BUILT / str(manifest[KIT]["file"])
    except (FileNotFoundError, KeyError):
        raise NoBrowserError("the front end is not built, so there is no figure kit") from None


def chromium() -> str | None:
    """The Chromium to start: the one that AGNESI_CHROMIUM names, one that is installed, or Playwright's own (None)."""
    named = os.environ.get("AGNESI_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class _Pages:
    """One page, made anew for each figure, that sees the built kit and the folder of the concept."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._folder = Path()
        self._html = ""
        self._errors: list[str] = []
        page.route("**/*", self._answer)
        page.on("pageerror", lambda error: self._errors.append(str(error)))

    def look(self, path: Path, name: str) -> Sequence[str]:
        """What is wrong with the figure `name` of the file `path`. Raises NoBrowserError where the kit has gone."""
        from playwright.sync_api import Error

        self._folder = path.parent
        self._html = _page_text()  # asked anew: a build may replace the kit under way
        self._errors.clear()
        try:
            self._page.goto(f"{_ORIGIN}/")
            self._page.wait_for_function("window.checkFigure !== undefined")
            faults = self._page.evaluate(
                "([url, name]) => window.checkFigure(url, name)", [f"/concept/{path.name}", name]
            )
        except Error as error:
            faults = [f"it cannot be loaded: {(self._errors or str(error).splitlines())[0]}"]
        return [*map(str, faults), *(f"throws {error}" for error in self._errors if not faults)]

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == "/":
            route.fulfill(body=self._html, content_type="text/html; charset=utf-8")
            return
        file = self._file(path)
        if file is None or not file.is_file():
            route.fulfill(status=404, body="")
            return
        kind = (
            "text/javascript"
            if file.suffix == ".js"
            else mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        )
        route.fulfill(body=file.read_bytes(), content_type=kind)

    def _file(self, path: str) -> Path | None:
        first, _, rest = path.lstrip("/").partition("/")
        if ".." in rest:
            return None
        if path == "/check.js":
            return Path(__file__).with_name("browser.js")
        return {"built": BUILT / rest, "concept": self._folder / rest}.get(first)


def _page_text() -> str:
    kit = f"/built/{kit_file().relative_to(BUILT).as_posix()}"
    imports = json.dumps({"imports": {"agnesi/figures": kit}})
    return (
        f'<!doctype html><html lang="en"><title>Figures</title><script type="importmap">{imports}</script>'
        '<body><script type="module" src="/check.js"></script></body></html>'
    )
