import numpy as np
import pytest

from agnesi.graph import Graph
from agnesi.learner.placement.law import law
from agnesi.learner.placement.particles import drawn
from agnesi.learner.placement.session import Effort, Session

CHAIN = Graph({f"c{i}": [f"c{i - 1}"] if i else [] for i in range(8)})
SIDES = Graph(
    {"root": [], **{f"a{i}": [f"a{i - 1}" if i else "root"] for i in range(5)}, **{f"b{i}": ["root"] for i in range(5)}}
)
SMALL = Effort(pool=512, kept=200)


def session(graph=CHAIN, seed=1, **more):
    return Session(graph, graph.order, {}, seed, effort=SMALL, **more)


def test_the_same_seed_and_answers_give_the_same_questions_and_beliefs():
    one, other = session(sure=2), session(sure=2)
    for outcome in ("right", "wrong", "unknown", "right"):
        concept = one.next()
        assert concept == other.next() == one.next()
        one.record(concept, outcome)
        other.record(concept, outcome)
    assert one.known() == other.known()


def test_a_placement_is_refolded_from_its_answers():
    one = session(sure=2)
    answers = []
    for outcome in ("right", "wrong", "right"):
        answers.append((one.next(), outcome, 0.02))
        one.record(*answers[-1])
    other = session(sure=2)
    other.replay([("gone", "right", 0.02), *answers])
    assert other.known() == one.known()
    assert other.next() == one.next()


def test_right_answers_raise_what_comes_before_and_wrong_ones_lower_what_builds_on_it():
    one = session()
    before = one.known()
    one.record("c4", "right")
    after = one.known()
    assert after["c0"] > before["c0"]
    other = session()
    other.record("c4", "wrong")
    assert other.known()["c7"] < before["c7"]


def test_a_lucky_choice_moves_beliefs_less_than_a_typed_answer():
    typed, chosen = session(), session()
    typed.record("c6", "right", guess=0.02)
    chosen.record("c6", "right", guess=0.5)
    assert chosen.known()["c6"] < typed.known()["c6"]


def test_not_knowing_lowers_the_concept_as_a_wrong_answer_does():
    one = session()
    before = one.known()["c3"]
    one.record("c3", "unknown")
    assert one.known()["c3"] < before


def test_it_stops_when_it_is_sure_or_after_as_many_questions_as_allowed():
    one = session(sure=0.7)
    for _ in range(10):
        if one.next() is None:
            break
        one.record(one.next(), "right")
    assert one.next() is None
    assert one.sureness() >= 0.7
    short = session(sure=2, most=2)
    for _ in range(2):
        short.record(short.next(), "right")
    assert short.next() is None


def test_only_askable_concepts_are_asked_and_none_more_than_twice():
    one = session(sure=2, askable={"c2", "c5"})
    asked = []
    while (concept := one.next()) is not None:
        asked.append(concept)
        one.record(concept, "right")
    assert sorted(asked) == ["c2", "c2", "c5", "c5"]


def test_the_first_question_is_likely_to_be_answered():
    one = session(SIDES)
    assert one.known()[one.next()] >= 0.5


def test_nonsense_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        Session(CHAIN, [], {}, 1)
    with pytest.raises(ValueError, match="none of"):
        session().record("c1", "maybe")
    with pytest.raises(ValueError, match="not part"):
        session().record("x", "right")


def test_particles_keep_to_the_posterior_of_a_graph_small_enough_to_sum_over():
    """Moves against weighing alone: on a small graph 60,000 weighed draws are as good as exact."""
    belief = law(SIDES, SIDES.order, {})
    answers = [("a2", "right"), ("a4", "wrong"), ("b1", "right"), ("b2", "wrong"), ("a2", "right")]
    exact = drawn(belief, 60_000, np.random.default_rng(1))
    from agnesi.learner.placement.particles import likelihood

    weights = np.ones(exact.count)
    for concept, outcome in answers:
        weights = weights * likelihood(belief, exact, belief.ids.index(concept), outcome, 0.02)
    expected = exact.known @ (weights / weights.sum())
    one = Session(SIDES, SIDES.order, {}, 3, effort=Effort(pool=4000, kept=3000, sweeps=4, patience=1))
    for concept, outcome in answers:
        one.record(concept, outcome)
    found = np.array(list(one.known().values()))
    assert np.abs(found - expected).max() < 0.05
