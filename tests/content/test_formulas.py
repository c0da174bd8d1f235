"""Formulas are made once, kept, and never hang anybody."""

import threading

import pytest

from agnesi.content import formulas
from agnesi.content.shelf import Shelf


def test_a_formula_has_mathml_and_html():
    made = formulas.render("a_1 \\cdot b_1", display=True)
    assert "<math " in made
    assert "katex-display" in made


def test_an_error_is_one_sentence_with_the_place():
    (made,) = formulas.make([("\\frac{1}", False)])
    assert made.error
    assert "\n" not in made.error
    assert "\u0332" not in made.error
    assert made.html.startswith('<code class="formula-source"')


def test_a_bad_formula_costs_nobody_else_theirs():
    good, bad = formulas.make([("x", False), ("\\nothing", False)])
    assert (good.error, bool(bad.error)) == ("", True)


def test_length_and_nesting_are_capped_before_the_engine_sees_them():
    errors = [made.error for made in formulas.make([("x" * 5000, False), ("{" * 70 + "}" * 70, False)])]
    assert errors == [
        "the formula has 5000 characters; 4000 is the most",
        "the formula nests braces 70 deep; 60 is the most",
    ]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the cut call reports back late
def test_a_formula_that_takes_too_long_is_cut_and_the_next_is_fine(monkeypatch):
    monkeypatch.setattr(formulas, "SECONDS", 0.001)
    slow = "\\begin{matrix}" + "&".join("x" * 900) + "\\end{matrix}"
    assert formulas.make([(slow, True)])[0].error == "the formula takes too long to set"
    monkeypatch.setattr(formulas, "SECONDS", 5.0)
    assert formulas.make([("x + 1", True)])[0].error == ""


def test_what_was_made_is_found_on_disk_by_the_next_process(tmp_path, monkeypatch):
    shelf = Shelf(tmp_path / "formulas.sqlite3")
    monkeypatch.setattr(formulas, "_shelf", lambda: shelf)
    monkeypatch.setattr(formulas, "_memory", type(formulas._memory)())
    first = formulas.render("q + 17")
    monkeypatch.setattr(formulas, "_memory", type(formulas._memory)())
    monkeypatch.setattr(formulas, "_engine", lambda: 1 / 0)
    assert formulas.render("q + 17") == first


def test_many_threads_may_ask_at_once():
    made = []
    threads = [threading.Thread(target=lambda n=n: made.append(formulas.render(f"x_{{{n}}}"))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 8


def test_a_shelf_forgets_the_oldest_and_survives_damage(tmp_path, monkeypatch):
    monkeypatch.setattr("agnesi.content.shelf.FULL", 3)
    shelf = Shelf(tmp_path / "kept.sqlite3")
    for n in range(5):
        shelf.put({f"k{n}": str(n)})
    assert shelf.get([f"k{n}" for n in range(5)]) == {"k2": "2", "k3": "3", "k4": "4"}
    (tmp_path / "kept.sqlite3").write_bytes(b"no database")
    assert shelf.get(["k4"]) == {}
    shelf.put({"k5": "5"})
