"""A formula for one learner: what they lack for it, and the way there."""

from __future__ import annotations

from agnesi import study
from agnesi.content.course import Course
from agnesi.learner.state import State


def test_whoever_is_new_lacks_every_concept_and_gets_a_path_to_them():
    course = Course.load()
    found = study.decode(course, r"A = U \Sigma V^\top", State())
    assert "svd" in found.lacking
    stations = [station.concept for station in found.path.stations]
    assert set(found.lacking) <= set(stations)
    assert stations.index("transpose") < stations.index("svd")


def test_what_is_not_a_formula_needs_nothing():
    found = study.decode(Course.load(), "?")
    assert found.lacking == ()
    assert found.path.stations == ()
