"""`python -m tests.pictures [NAME...]`.

Screenshots of every page in both themes at three widths, into tests/pictures/, to be looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from web.browser.site import Site, chromium, running

OUT = Path(__file__).parent / "pictures"
WIDTHS = (360, 820, 1440)
THEMES = ("light", "dark")


def main(names: list[str]) -> None:
    """Take the pictures called `names`, all when empty."""
    OUT.mkdir(exist_ok=True)
    with running() as site, sync_playwright() as playwright:
        browser = chromium(playwright)
        for name, (address, prepare) in pages(site).items():
            if names and not any(wanted in name for wanted in names):
                continue
            for width in WIDTHS:
                for theme in THEMES:
                    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)
                    page = context.new_page()
                    site.enter(page)
                    page.goto(site.at(address))
                    prepare(page)
                    page.wait_for_timeout(250)
                    page.screenshot(path=OUT / f"{name}-{width}-{theme}.png", full_page=True)
                    context.close()
            print(name, flush=True)
        browser.close()


def pages(site: Site) -> dict[str, tuple[str, Callable[[Page], object]]]:
    """What is photographed: a name, an address, and what is done there first."""
    nothing: Callable[[Page], object] = lambda page: None  # noqa: E731
    found: dict[str, tuple[str, Callable[[Page], object]]] = {
        "welcome": ("/", nothing),
        "goals": ("/goals", nothing),
        "goal": ("/goal/linear-algebra-core", nothing),
        "map": ("/map", lambda page: page.wait_for_timeout(1500)),
        "review": ("/review", nothing),
        "progress": ("/progress", nothing),
        "settings": ("/settings", nothing),
        "placement": ("/placement", nothing),
        "planned": ("/learn/rank", nothing),
        "missing": ("/learn/eigenvector", nothing),
    }
    return found | {f"lesson-{slug}": (f"/learn/{slug}", _whole) for slug in site.written()}


def _whole(page: Page) -> None:
    """Scroll through, so that figures and cells start."""
    for _ in range(40):
        page.mouse.wheel(0, 900)
        page.wait_for_timeout(60)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(400)


if __name__ == "__main__":
    main(sys.argv[1:])
