"""Formulas are explained, things are found, notes and bookmarks are kept and taken along."""

import json


def text(page):
    return page.content.decode()


def test_the_page_for_formulas_explains_one(visitor):
    page = text(visitor.get("/decode", data={"formula": r"x = \sum_i a_i"}))
    assert "katex" in page
    assert "the sum of what follows" in page
    assert 'href="/learn/adding"' in page.split("What it needs")[1]
    page = text(visitor.get("/decode", data={"formula": r"x = \wobble"}))
    assert "the unknown" in page
    assert "\\wobble" in page.split("Not read:")[1]


def test_the_page_for_formulas_survives_what_is_none(visitor):
    assert "The formula" in text(visitor.get("/decode"))
    for strange in ("?? @@", "<script>alert(1)</script>", "{" * 500, "\\"):
        page = visitor.get("/decode", data={"formula": strange})
        assert page.status_code == 200
        assert "<script>alert" not in text(page)


def test_a_concept_is_found_by_its_title_with_its_state(visitor):
    page = text(visitor.get("/search", data={"q": "adding"}))
    assert 'href="/learn/adding"' in page
    assert "<mark>" in page


def test_what_is_not_there_is_said_with_a_next_step(visitor):
    page = text(visitor.get("/search", data={"q": 'zzzz" OR <b>'}))
    assert "Nothing has these words" in page
    assert "<b>" not in page


def test_a_note_is_kept_found_shown_and_taken_along(visitor):
    assert visitor.post("/note/adding", {"text": "carry the <one>"}).status_code == 200
    assert "carry the &lt;one&gt;" in text(visitor.get("/learn/adding"))
    assert "<mark>carry</mark> the &lt;one&gt;" in text(visitor.get("/search", data={"q": "carry"}))
    assert "carry the" in text(visitor.get("/search"))
    everything = b"".join(visitor.get("/settings/everything.json").streaming_content)
    assert json.loads(everything)["notes"][0]["text"] == "carry the <one>"
    visitor.post("/note/adding", {"text": "  "})
    assert "carry the" not in text(visitor.get("/search"))


def test_a_bookmark_is_set_and_taken_away(visitor):
    assert visitor.post("/bookmark/adding", {"on": True}).json() == {"on": True}
    assert 'aria-pressed="true"' in text(visitor.get("/learn/adding"))
    assert 'href="/learn/adding"' in text(visitor.get("/search"))
    assert visitor.post("/bookmark/adding", {"on": False}).json() == {"on": False}
    assert 'href="/learn/adding"' not in text(visitor.get("/search"))


def test_without_script_forms_do_the_same(visitor):
    assert visitor.form("/note/adding", text="by form")["Location"] == "/learn/adding#note"
    assert visitor.form("/bookmark/adding", on="true").status_code == 302
    assert "by form" in text(visitor.get("/learn/adding"))


def test_a_note_beside_nothing_is_refused_and_one_too_long_too(visitor):
    assert visitor.post("/note/nowhere", {"text": "x"}).status_code == 404
    assert visitor.post("/note/adding", {"text": "x" * 20_001}).status_code == 400
    assert visitor.post("/note/adding", {}).status_code == 400


def test_the_signs_of_a_lesson_come_with_their_glyphs(visitor):
    symbols = visitor.get("/learn/adding/notation.json").json()["symbols"]
    assert [(one["face"], one["glyph"]) for one in symbols] == [("", "x"), ("", "a"), ("", "∑"), ("mathbb", "R")]
    assert symbols[0]["title"] == "Adding"
    assert visitor.get("/learn/nowhere/notation.json").status_code == 404
