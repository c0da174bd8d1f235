"""The figure kit, driven as the check drives it and as hands and keys do; the guide's examples are the figures."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from frontend.conftest import violations
from frontend.site import gallery

pytestmark = pytest.mark.browser

EXAMPLES = list(gallery.examples())
TRY_EVERYTHING = """
(name) => {
  const figure = window.mounted[name];
  let state = 12345;
  const next = () => ((state = (state * 1103515245 + 12345) % 2147483648) / 2147483648);
  const between = (low, high) => low + (high - low) * next();
  const value = ({ kind, min, max, size, options }) => {
    if (kind === "number") return between(min, max);
    if (kind === "vector") return min.map((low, i) => between(low, max[i]));
    const list = (length, one) => Array.from({ length }, one);
    if (kind === "matrix") return list(size[0], () => list(size[1], () => between(min, max)));
    if (kind === "choice") return options[Math.floor(next() * options.length)];
    return [...options].sort(() => next() - 0.5);
  };
  for (const input of figure.names())
    for (let i = 0; i < 40; i += 1) figure.set(input, value(figure.kind(input)));
  const faults = figure.faults();
  figure.reset();
  return faults;
}
"""


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_of_the_guide_is_sound_from_start_to_claims(shown: Page, name: str) -> None:
    assert shown.evaluate("(name) => window.mounted[name].goal()", name) is False
    failed = shown.evaluate(
        """async (name) => {
          const figure = (await import(`/example/${name}.js`))[name];
          const mounted = window.mounted[name];
          const failed = [];
          for (const { given, then, tolerance = 1e-6 } of figure.claims ?? []) {
            mounted.reset();
            for (const [input, value] of Object.entries(given)) mounted.set(input, value);
            const readout = mounted.readout();
            for (const [label, wanted] of Object.entries(then)) {
              const pairs = [wanted].flat(2).map((part, i) => [part, [readout[label]].flat(2)[i]]);
              const holds = pairs.every(([a, b]) => a === b || Math.abs(a - b) <= tolerance);
              if (!holds) failed.push([label, wanted, readout[label]]);
            }
          }
          mounted.reset();
          return failed;
        }""",
        name,
    )
    assert failed == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_value_of_any_input_breaks_an_example(shown: Page, name: str) -> None:
    assert shown.evaluate(TRY_EVERYTHING, name) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_input_has_a_labelled_field_that_follows_and_leads(shown: Page, name: str) -> None:
    for named in shown.evaluate("(name) => window.mounted[name].names()", name):
        field = shown.locator(f'#{name} [data-input="{named}"]')
        expect(field).to_have_count(1)
        assert field.locator("input:not([aria-label])").evaluate_all("all => all.every((box) => box.labels.length > 0)")
        box = field.locator("input[type=number]").first
        if box.count():
            wanted = box.evaluate(
                "(box) => { const middle = (Number(box.min) + Number(box.max)) / 2 + 0.125; return String(middle); }"
            )
            box.fill(wanted)
            now = shown.evaluate("([name, named]) => [window.mounted[name].get(named)].flat(2)", [name, named])
            assert now, "it has a value"
    shown.evaluate("(name) => window.mounted[name].reset()", name)


def test_the_guide_has_a_heading_for_each_export_and_no_other(shown: Page) -> None:
    exported = set(shown.evaluate("import('agnesi/figures').then((kit) => Object.keys(kit))"))
    headings = set(re.findall(r"^##+ ([a-zA-Z]+)$", gallery.GUIDE.read_text("utf-8"), re.MULTILINE))
    assert exported == headings - {
        "Roles",
        "Boards",
        "Functions",
        "Matrices",
        "Chance",
        "Networks",
        "Controls",
        "Arithmetic",
    }


def test_a_handle_moves_by_keys_in_steps_and_finely_with_shift(shown: Page) -> None:
    handle = shown.locator("#shadow .figure-handle[aria-label=b]")
    handle.focus()
    start = shown.evaluate("window.mounted.shadow.get('b')")
    shown.keyboard.press("ArrowRight")
    coarse = shown.evaluate("window.mounted.shadow.get('b')")
    shown.keyboard.press("Shift+ArrowUp")
    fine = shown.evaluate("window.mounted.shadow.get('b')")
    assert coarse[0] - start[0] == pytest.approx(0.5)
    assert fine[1] - coarse[1] == pytest.approx(0.05)
    expect(handle).to_have_attribute("aria-valuetext", re.compile(r"\(1\.5, 2\.05\)"))
    expect(shown.locator('#shadow [data-input="b"] input').first).to_have_value("1.5")
    shown.evaluate("window.mounted.shadow.reset()")


def test_a_hand_drags_an_arrow_to_a_pleasant_number(shown: Page) -> None:
    handle = shown.locator("#shadow .figure-handle[aria-label=b]")
    handle.scroll_into_view_if_needed()
    box = handle.locator(".figure-core").bounding_box()
    assert box
    unit = shown.evaluate("document.querySelector('#shadow svg').clientWidth / (8 * 1.06)")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    shown.mouse.move(x, y)
    shown.mouse.down()
    shown.mouse.move(x - 1.98 * unit, y, steps=6)
    shown.mouse.up()
    assert shown.evaluate("window.mounted.shadow.get('b')") == [-1, 2]
    shown.evaluate("window.mounted.shadow.reset()")


def test_the_readout_is_spoken_once_the_hand_rests(shown: Page) -> None:
    region = shown.locator("#shadow [aria-live=polite]")
    shown.wait_for_timeout(400)
    shown.evaluate("window.mounted.shadow.set('b', [-1, 2])")
    assert "minus" not in region.inner_text()  # not while the hand moves
    expect(region).to_have_text("a dot b: minus 1", timeout=2000)
    shown.evaluate("window.mounted.shadow.reset()")


def test_a_saved_picture_stands_on_its_own(shown: Page) -> None:
    with shown.expect_download() as started:
        shown.locator("#shadow .figure-tool", has_text="SVG").click()
    text = started.value.path().read_text("utf-8")
    assert started.value.suggested_filename == "shadow.svg"
    assert "var(--" not in text.replace("marker", "")
    assert 'xmlns="http://www.w3.org/2000/svg"' in text


def test_a_theme_switches_under_a_living_figure(shown: Page) -> None:
    shaft = shown.locator("#shadow .figure-shaft").first
    expect(shaft).to_have_css("stroke", "rgb(47, 95, 208)")
    shown.evaluate("document.documentElement.dataset.theme = 'dark'")
    expect(shaft).to_have_css("stroke", "rgb(143, 178, 255)")
    shown.evaluate("document.documentElement.dataset.theme = 'light'")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_gallery_has_no_barrier_that_axe_finds(page: Page, theme: str) -> None:
    page.goto(f"/?theme={theme}")
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    assert violations(page, "main") == []


def test_a_figure_fits_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/")
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
