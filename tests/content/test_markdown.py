"""Markdown becomes HTML with formulas set, links led, and nothing of the author's own HTML."""

from agnesi.content import markdown


def test_formulas_are_set_and_read_by_screen_readers():
    made = markdown.html("The length $\\sqrt{2}$ and\n\n$$\nx = 1\n$$\n")
    assert made.count("<math ") == 2
    assert made.count("katex-display") == 1
    assert '<div class="formula">' in made


def test_a_formula_that_does_not_compile_is_shown_as_its_source():
    assert '<code class="formula-source"' in markdown.html("so $\\frac{1}$ it is")


def test_money_is_no_formula():
    assert "katex" not in markdown.html("It costs $5 and then \\$6.")


def test_html_of_the_author_is_text():
    assert "<script>" not in markdown.html("<script>alert(1)</script> <b>x</b> [y](javascript:alert(1))")
    assert (
        "javascript:" not in markdown.html("[y](JaVaScript:alert(1))").replace("[y](JaVaScript:alert(1))", "").lower()
    )


def test_links_lead_to_lessons_places_and_pictures():
    made = markdown.html("[a](dot-product) [b](#norm) [c](https://x.org/y)")
    assert ['href="/learn/dot-product"' in made, 'href="#norm"' in made, 'href="https://x.org/y"' in made] == [True] * 3
    assert 'src="/course/vectors/walk.svg"' in markdown.html(
        "![walk](walk.svg)", link=lambda to: f"/course/vectors/{to}"
    )


def test_one_line_has_no_paragraph():
    assert markdown.inline("just $x$").startswith("just <span")


def test_many_texts_are_made_in_one_call(monkeypatch):
    calls = []
    real = markdown.formulas.render_many
    monkeypatch.setattr(markdown.formulas, "render_many", lambda many: calls.append(1) or real(many))
    first, second = markdown.html_many(["$a$", "no formula"])
    assert ("katex" in first, second, len(calls)) == (True, "<p>no formula</p>", 1)


def test_code_is_coloured_by_classes():
    made = markdown.html("```python\nx = 1\n```\n")
    assert '<div class="highlight">' in made
    assert "style=" not in made


def test_words_formulas_and_links_of_a_text_are_found():
    text = "## Two *words*\n\nand $x^2$ in [a place](vectors), `code`.\n\n$$y$$"
    assert markdown.words(text) == "Two words and in a place , ."
    assert markdown.maths(text) == [("x^2", False), ("y", True)]
    assert markdown.links(text) == ["vectors"]
