"""A learner's way through the site in a real browser, by keyboard where it can be."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def sheet(page, exercise, nth=0):
    return page.locator(f'[data-sheet][data-problem^="{exercise}@"]').nth(nth)


def sum_of(sheet):
    formulas = sheet.locator(".ask annotation").all_text_contents()
    return str(sum(int(number) for number in re.findall(r"\d{12}", " ".join(formulas))))


def test_the_door_leads_to_a_clean_address(page, site):
    assert page.url == site.at("/")


def test_a_redirect_file_opens_the_door_too(browser, site, tmp_path):
    file = tmp_path / "open.html"
    file.write_text(f'<meta http-equiv="refresh" content="0;url={site.address}">')
    page = browser.new_page()
    page.goto(file.as_uri())
    expect(page.locator(".masthead")).to_be_visible()
    page.close()


def test_a_problem_by_keyboard_from_reading_to_the_next_one(page, site):
    page.goto(site.at("/learn/adding"))
    one = sheet(page, "adding/add", 1)
    box = one.locator("input.box")
    box.focus()
    page.keyboard.type("1/2")
    expect(one.locator(".echo")).to_contain_text("I read this as")
    page.keyboard.press("Enter")
    expect(one.locator(".says")).to_have_text("Not yet.")
    expect(box).to_be_focused()
    page.keyboard.type(sum_of(one))
    page.keyboard.press("Enter")
    expect(one.locator(".says")).to_have_text("Right.")
    expect(one.get_by_role("button", name="Go on")).to_be_focused()
    before = one.get_attribute("data-problem")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(one.locator("input.box")).to_be_focused()
    assert one.get_attribute("data-problem") != before


def test_a_reading_error_is_underlined_and_mended_by_one_click(page, site):
    page.goto(site.at("/learn/adding"))
    one = sheet(page, "adding/add", 0)
    one.locator("input.box").fill("2*(3+4")
    expect(one.locator(".echo mark")).to_be_visible()
    offer = one.locator(".offer")
    expect(offer).to_be_visible()
    offer.click()
    expect(one.locator(".echo .read")).to_be_visible()


def test_hints_then_solution_then_one_like_it(page, site):
    page.goto(site.at("/learn/taking-away"))
    one = sheet(page, "taking-away/take")
    one.locator("input.box").fill("1")
    one.get_by_role("button", name="A hint").click()
    expect(one.locator(".hint")).to_contain_text("Digit by digit")
    one.locator("input.box").press("Enter")
    expect(one.locator(".says")).to_be_visible()
    one.locator("input.box").fill("2")
    one.locator("input.box").press("Enter")
    one.get_by_role("button", name="Show the solution").click()
    expect(one.locator(".solution .lines li")).to_have_count(2)
    one.get_by_role("button", name="Now one like it").click()
    expect(one.locator("input.box")).to_be_focused()


def test_choices_by_number_keys(page, site):
    page.goto(site.at("/learn/adding"))
    one = sheet(page, "adding/pick")
    one.scroll_into_view_if_needed()
    one.locator("input").first.focus()
    page.keyboard.press("2")
    expect(one.locator("input").nth(1)).to_be_checked()
    page.keyboard.press("Enter")
    expect(one.locator(".says")).to_be_visible()


def test_an_ordering_by_keyboard_and_by_hand(page, site):
    page.goto(site.at("/learn/adding"))
    one = sheet(page, "adding/order")
    items = one.locator(".ordering li")
    first = items.nth(0).inner_text()
    items.nth(0).get_by_role("button", name="Move down").focus()
    page.keyboard.press("Enter")
    assert items.nth(1).inner_text().split()[-1] == first.split()[-1]
    for number, word in enumerate(("one", "two", "three")):
        while one.locator(".ordering li .prose").nth(number).inner_text().strip() != word:
            one.locator(".ordering li", has_text=word).get_by_role("button", name="Move up").click()
    one.get_by_role("button", name="Check").click()
    expect(one.locator(".says")).to_have_text("Right.")


def test_a_grid_is_filled_with_arrows_and_enter(page, site):
    page.goto(site.at("/learn/adding"))
    one = sheet(page, "adding/grid")
    total = sum_of(one)
    one.locator(".grid-field input").first.focus()
    for entry in (total, "0", "0", "1"):
        page.keyboard.type(entry)
        page.keyboard.press("Enter")
    expect(one.locator(".says")).to_have_text("Right.")


def test_own_lines_are_marked_where_they_break_and_where_they_hold(page, site):
    page.goto(site.at("/learn/adding"))
    one = sheet(page, "adding/derive")
    k = int(re.match(r"\d", one.locator(".ask annotation").first.text_content())[0])
    lines = one.locator(".own-line input")
    lines.first.fill(f"{k}x + {k}y + x")
    lines.first.press("Enter")
    expect(lines).to_have_count(2)
    lines.nth(1).fill(f"{k}x + {k}y")
    one.get_by_role("button", name="Check").click()
    expect(one.locator(".own-line").nth(1)).to_have_attribute("data-mark", "different")
    expect(one.locator(".own-line").nth(0)).to_have_attribute("data-mark", "equal")
    lines.nth(1).fill(f"{k + 1}x + {k}y")
    one.get_by_role("button", name="Check").click()
    expect(one.locator(".says")).to_have_text("Right.")


def test_a_lesson_opens_as_its_reader_commits(page, site):
    page.goto(site.at("/learn/adding"))
    page.get_by_text("Two of them").click()
    page.get_by_role("button", name="This is my guess").click()
    expect(page.locator("[data-answer-of]")).to_contain_text("Guess-canary")
    contrast = page.locator("[data-contrast]")
    for _pair in range(2):
        contrast.locator(".pair:not(.sorted) [data-heap]").first.click()
        page.wait_for_timeout(150)
    expect(contrast.locator(".shared")).to_contain_text("Shared-canary")
    trap = page.locator("[data-trap]")
    expect(trap.locator("[data-reveal]")).to_be_hidden()
    trap.get_by_role("button", name="Not so").click()
    expect(trap.locator("[data-reveal]")).to_be_visible()
    proof = page.locator("[data-proof]")
    proof.locator("input.box").fill("2a + 2b")
    proof.locator("input.box").press("Enter")
    expect(proof.get_by_text("order-canary does not matter")).to_be_visible()


def test_what_was_typed_survives_a_reload_and_a_lost_connection(page, site):
    page.goto(site.at("/learn/taking-away"))
    one = sheet(page, "taking-away/take")
    one.locator("input.box").fill("12345")
    page.wait_for_timeout(500)
    page.reload()
    expect(one.locator("input.box")).to_have_value("12345")
    page.route("**/answer", lambda route: route.abort())
    one.locator("input.box").press("Enter")
    expect(one.locator(".says")).to_contain_text("Your answer is kept", timeout=8000)
    page.unroute("**/answer")
    one.get_by_role("button", name="Send it again").click()
    expect(one.locator(".says")).to_have_text("Not yet.")
    page.troubles[:] = [trouble for trouble in page.troubles if "ERR_FAILED" not in trouble]


def test_a_connection_lost_for_a_moment_is_tried_once_more_by_itself(page, site):
    page.goto(site.at("/learn/taking-away"))
    one = sheet(page, "taking-away/take")
    calls = []

    def once(route):
        calls.append(route)
        route.abort() if len(calls) == 1 else route.continue_()

    page.route("**/answer", once)
    one.locator("input.box").fill("7")
    one.locator("input.box").press("Enter")
    expect(one.locator(".says")).to_have_text("Not yet.", timeout=8000)
    assert len(calls) == 2
    page.troubles[:] = [trouble for trouble in page.troubles if "ERR_FAILED" not in trouble]


def test_the_keys_are_shown_and_lead_on(page, site):
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url("**/map")


def test_the_theme_is_remembered_without_a_flash(page, site):
    page.get_by_role("button", name="Light or dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.wait_for_timeout(300)
    page.reload()
    assert 'data-theme="dark"' in page.content()[:200]
    page.get_by_role("button", name="Light or dark").click()


def test_a_page_without_script_reads_well(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    site.enter(page)
    page.goto(site.at("/learn/adding?all"))
    for words in (
        "Two heaps lie on the table",
        "Guess-canary",
        "Because-canary two",
        "Not so: one number",
        "order-canary",
    ):
        expect(page.get_by_text(words).first).to_be_visible()
    context.close()
