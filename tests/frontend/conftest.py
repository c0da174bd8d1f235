"""One server and one browser for all tests of the front end; a page that fails on any error of script or policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright

from agnesi.content.check.browser import chromium
from frontend.site import ROOT, gallery, serve

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the pages are."""
    if not (gallery.BUILT / "manifest.json").is_file():
        pytest.fail("the front end is not built: python frontend/hatch_build.py")
    server = serve()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that talks to nobody else."""
    opened = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
    yield opened
    opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page; whatever it complained of is the test's failure."""
    context = browser.new_context(base_url=address, viewport={"width": 900, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def shown(browser: Browser, address: str) -> Iterator[Page]:
    """The gallery with every example mounted, shared by a module's tests."""
    context = browser.new_context(base_url=address, viewport={"width": 900, "height": 900})
    opened = context.new_page()
    opened.goto("/")
    opened.wait_for_selector("body[data-ready]", timeout=60_000)
    yield opened
    context.close()


def violations(page: Page, within: str = "body") -> list[str]:
    """What axe finds wrong, one sentence each."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("(within) => axe.run(within).then(({violations}) => violations)", within)
    return [f"{fault['id']}: {node['target']} {node['failureSummary']}" for fault in found for node in fault["nodes"]]
