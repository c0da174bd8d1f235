"""In a browser: signs answer by pointer and by keys, notes are saved as they are typed, `/` finds."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from web.browser.test_access import AXE

pytestmark = pytest.mark.browser
PAGES = ("/decode?formula=x+%3D+%5Csum_i+a_i", "/decode", "/search?q=adding", "/search")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_violation_and_no_page_scrolls_sideways(browser, site, address, theme):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    site.enter(page)
    page.goto(site.at(address))
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [f"{one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found] == []
    assert wide <= 360


def test_a_formula_tells_its_signs_by_keyboard(page, site):
    page.goto(site.at("/learn/adding"))
    formula = page.locator(".lesson .katex[data-asked]").first
    formula.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="The signs of this formula")
    expect(panel).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(formula).to_be_focused()


def test_a_sign_answers_under_the_pointer(page, site):
    page.goto(site.at("/learn/adding"))
    page.locator(".lesson .katex[data-asked]").first.wait_for()
    page.evaluate(
        """() => { const p = document.querySelector(".lesson .prose .katex .mathnormal, .lesson .katex .mathnormal");
        p.dispatchEvent(new PointerEvent("pointerover", {bubbles: true, pointerType: "mouse"})); }"""
    )
    expect(page.locator(".sign-card")).to_contain_text("a number that is given")


def test_a_note_is_saved_as_it_is_typed(page, site):
    page.goto(site.at("/learn/adding"))
    box = page.get_by_label("Notes on this concept")
    box.scroll_into_view_if_needed()
    page.locator("[data-keep]").wait_for(state="hidden")
    box.fill("carry the one")
    expect(page.get_by_text("Kept.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Notes on this concept")).to_have_value("carry the one")
    button = page.get_by_role("button", name="Bookmark")
    button.scroll_into_view_if_needed()
    page.locator("[data-keep]").wait_for(state="hidden")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_a_slash_finds(page, site):
    page.goto(site.at("/goals"))
    page.keyboard.press("/")
    page.keyboard.type("adding")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Lessons and concepts")).to_be_visible()
    expect(page.locator("#concepts ~ ul").get_by_role("link", name="Adding")).to_be_visible()
