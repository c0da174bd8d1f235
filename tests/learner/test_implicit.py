from agnesi.learner import memory
from agnesi.learner.implicit import Trust, chained, to_blame, trusted
from agnesi.learner.state import Standing

USES = {"b": {"c": 0.6}, "c": {"d": 0.8}, "d": {"e": 0.9}, "e": {"f": 1.0}}


def test_chains_multiply_and_are_cut_when_weak_or_long():
    assert chained("a", USES, {"b": 0.9}) == {"b": 0.9, "c": 0.54, "d": 0.54 * 0.8}
    assert chained("a", USES, {"b": 0.3}) == {"b": 0.3}
    assert chained("a", {}, {"b": 0.1}) == {}


def test_of_several_chains_the_strongest_counts():
    assert chained("a", USES, {"b": 0.5, "c": 0.9})["c"] == 0.9


def test_a_concept_never_refreshes_itself():
    assert chained("a", {"b": {"a": 1.0}}, {"b": 1.0}) == {"b": 1.0}


def test_the_named_prerequisite_is_blamed_else_the_one_most_likely_forgotten():
    assert to_blame("a", "b", {}, {}) == "b"
    assert to_blame("a", "a", {"b": 1.0}, {"b": 0.1}) == ""
    assert to_blame("a", "", {"b": 0.5, "c": 0.9}, {"b": 0.5, "c": 0.6}) == "c"
    assert to_blame("a", "", {"b": 0.5}, {"b": 0.95}) == ""
    assert to_blame("a", "", {"b": 0.5}, {}) == ""


def test_credit_that_is_followed_by_failures_is_believed_less_and_by_successes_more():
    standing = memory.exercised(memory.tested(Standing(), 100, "good"), 102, 0.8)
    assert trusted(Trust(), standing, 105, False).factor < Trust().factor
    assert trusted(Trust(), standing, 105, True).factor > Trust().factor
    untouched = memory.tested(Standing(), 100, "good")
    assert trusted(Trust(), untouched, 105, False).factor == Trust().factor
    assert trusted(Trust(), untouched, 105, False).bias < 0
    assert trusted(Trust(), Standing(), 105, False) == Trust()
