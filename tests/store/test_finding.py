"""What was written is found by its words; nothing that is typed is an operator; the index follows the course."""

from __future__ import annotations

import pytest

from agnesi.store.sqlite import finding
from agnesi.store.sqlite.finding import CLOSE, OPEN, Document

TEXTS = (
    Document("concept", "gradient", "The gradient", "all slopes at once", "Walk downhill: follow the arrows."),
    Document("concept", "adam", "Adam", "an optimiser", "It keeps running means of each gradient."),
)


@pytest.fixture
def index(tmp_path):
    finding.make(tmp_path / "search.sqlite3", "one", TEXTS)
    return tmp_path / "search.sqlite3"


def test_a_title_counts_more_than_a_word_in_the_text(index):
    assert [hit.id for hit in finding.find(index, "gradient")] == ["gradient", "adam"]


def test_a_beginning_of_a_word_is_enough_and_endings_do_not_matter(index):
    assert [hit.id for hit in finding.find(index, "optim")] == ["adam"]
    assert [hit.id for hit in finding.find(index, "walks")] == ["gradient"]


def test_the_snippet_marks_what_was_found(index):
    assert f"{OPEN}downhill{CLOSE}" in finding.find(index, "downhill")[0].snippet


@pytest.mark.parametrize(
    "asked", ['"', "AND OR NOT", "title:adam*", "a NEAR(b)", "'; DROP TABLE texts", "", "()", "\x00"]
)
def test_nothing_that_is_typed_breaks_it(index, asked):
    finding.find(index, asked)
    finding.find_among(TEXTS, asked)


def test_an_index_knows_which_course_it_was_made_for(index, tmp_path):
    assert finding.stamped(index, "one")
    assert not finding.stamped(index, "two")
    assert not finding.stamped(tmp_path / "none", "one")
    index.write_bytes(b"no database")
    assert not finding.stamped(index, "one")


def test_texts_that_are_kept_nowhere_are_found_too():
    assert [hit.id for hit in finding.find_among(TEXTS, "running means")] == ["adam"]
    assert finding.find_among((), "x") == []
