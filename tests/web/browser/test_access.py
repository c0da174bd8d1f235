"""Every page for everybody: axe finds nothing in either theme, and at 360 px no page scrolls sideways."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[3] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "/",
    "/map",
    "/goals",
    "/goal/reckon",
    "/learn/adding",
    "/learn/powers",
    "/review",
    "/progress",
    "/settings",
    "/placement",
    "/nothing",
)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_violation(browser, site, address, theme):
    context = browser.new_context(viewport={"width": 1200, "height": 900}, color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    site.enter(page)
    page.goto(site.at(address))
    page.wait_for_timeout(600)
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    context.close()
    told = [f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found]
    assert told == []


@pytest.mark.parametrize("address", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(browser, site, address):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    site.enter(page)
    page.goto(site.at(address))
    page.wait_for_timeout(300)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= 360
