"""The interactive parts in their places: the figure that asks first, the code cell, the maths field, the roadmap."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from frontend.conftest import violations

pytestmark = pytest.mark.browser


def test_a_figure_waits_for_a_prediction_and_then_says_that_the_task_is_done(page: Page) -> None:
    page.goto("/figure")
    field = page.get_by_label("For which b is the number zero?")
    expect(field).to_be_visible()
    assert page.locator(".figure-body").evaluate("(body) => body.inert")
    field.fill("at a right angle")
    page.get_by_role("button", name="Predict", exact=True).click()
    expect(page.get_by_text("You said: at a right angle")).to_be_visible()
    expect(page.locator(".figure-verdict")).to_be_hidden()
    boxes = page.locator('[data-input="b"] input')
    boxes.nth(0).fill("-1")
    boxes.nth(1).fill("3")
    expect(page.locator(".figure-verdict")).to_contain_text("Done. A right angle")


def test_an_empty_prediction_is_none_but_the_figure_can_be_shown_without(page: Page) -> None:
    page.goto("/figure")
    page.get_by_role("button", name="Predict", exact=True).click()
    assert page.locator(".figure-body").evaluate("(body) => body.inert")
    page.get_by_role("button", name="Show it without a prediction").click()
    assert not page.locator(".figure-body").evaluate("(body) => body.inert")


def test_a_prediction_may_be_one_of_several_words(page: Page) -> None:
    page.goto("/choice")
    page.get_by_role("button", name="none").click()
    expect(page.get_by_text("You said: none")).to_be_visible()


def test_a_cell_hides_its_output_until_it_was_predicted(page: Page) -> None:
    page.goto("/cell")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.get_by_text("It ran. Predict first")).to_be_visible()
    expect(page.locator(".cell-output")).to_be_hidden()
    page.get_by_label("A number, or an array?").fill("a number")
    page.get_by_role("button", name="Predict and run").click()
    expect(page.locator(".cell-text")).to_have_text("5\n")


def test_a_cell_recognises_the_changed_thing(page: Page) -> None:
    page.goto("/cell")
    page.get_by_role("button", name="Show it without a prediction").click()
    expect(page.locator(".cell-text")).to_have_text("5\n")
    write(page, "a, b = [3, 4], [1, 1]")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".cell-status")).to_have_text("That is the result: 7")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator(".cm-content")).to_contain_text("import numpy as np")


def test_an_error_of_shapes_is_told_with_the_sizes(page: Page) -> None:
    page.goto("/cell")
    page.get_by_role("button", name="Show it without a prediction").click()
    expect(page.locator(".cell-text")).to_have_text("5\n")
    write(page, "np.zeros(3) @ np.zeros((2, 3))")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".cell-meaning")).to_have_text(
        "(3,) and (2, 3): the inner sizes 3 and 2 differ; a product needs them equal."
    )


def test_tab_leaves_the_editor_after_escape(page: Page) -> None:
    page.goto("/cell")
    page.locator(".cm-content").click()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_focused()


def test_the_maths_field_keeps_the_plain_box_in_step_and_lets_tab_leave(page: Page) -> None:
    page.goto("/mathfield")
    page.wait_for_selector("body[data-ready]")
    page.locator("math-field").click()
    page.keyboard.press("End")
    page.keyboard.type("+x^2")
    assert page.locator("#box").input_value() == "1/2+x^2"
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Keyboard")).to_be_focused()
    page.evaluate("window.field.close()")
    expect(page.locator("#box")).to_be_visible()
    assert page.locator("math-field").count() == 0


def test_the_map_finds_a_concept_and_says_what_it_rests_on_and_opens(page: Page) -> None:
    page.goto("/map")
    page.get_by_role("combobox", name="Find a concept on the map").fill("eigenv")
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary", name="The chosen concept")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Eigenvalues and eigenvectors")
    expect(panel).to_contain_text("It rests on")
    panel.get_by_role("button", name="Characteristic polynomial").click()
    expect(panel.get_by_role("heading", level=2)).to_have_text("Characteristic polynomial")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_the_map_says_why_a_concept_is_on_the_path_to_a_goal(page: Page) -> None:
    page.goto("/map")
    page.get_by_label("Light the path to a goal").select_option("linear-algebra-core")
    page.get_by_role("combobox").first.fill("Vectors in")
    page.keyboard.press("Enter")
    expect(page.locator(".map-why")).to_contain_text("On the path because")


def test_the_plain_list_stays_below_the_map(page: Page) -> None:
    page.goto("/map")
    expect(page.locator(".map-plain")).to_contain_text("The plain list")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("part", ["figure", "cell", "map", "mathfield"])
def test_a_part_has_no_barrier_that_axe_finds(page: Page, part: str, theme: str) -> None:
    page.goto(f"/{part}?theme={theme}")
    page.wait_for_selector(
        {"figure": ".figure-work", "cell": ".cm-content", "map": ".map-key", "mathfield": "math-field"}[part]
    )
    page.wait_for_timeout(200)
    assert violations(page, "main") == []


def write(page: Page, code: str) -> None:
    """Put `code` in the place of what the editor holds."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(code)
