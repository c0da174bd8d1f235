import random
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler

from agnesi.learner import memory
from agnesi.learner.state import Standing

DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
GRADES = {"again": Rating.Again, "hard": Rating.Hard, "good": Rating.Good, "easy": Rating.Easy}


def test_the_parameters_are_the_defaults_of_fsrs():
    assert Scheduler().parameters == memory.PARAMETERS


@pytest.mark.parametrize("seed", range(20))
def test_reviews_agree_with_py_fsrs(seed):
    chance = random.Random(seed)
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, standing, when = Card(card_id=0, due=DAY), Standing(), DAY
    for _ in range(12):
        grade = chance.choice(list(GRADES))
        expected = scheduler.get_card_retrievability(card, when)
        assert memory.recall(standing, when.toordinal()) == pytest.approx(expected)
        card, _ = scheduler.review_card(card, GRADES[grade], when)
        standing = memory.tested(standing, when.toordinal(), grade)
        assert standing.stability == pytest.approx(card.stability)
        assert standing.hardness == pytest.approx(card.difficulty)
        when += timedelta(days=chance.randrange(1, 40))


def test_a_concept_falls_due_when_recall_has_faded_to_nine_tenths():
    standing = memory.tested(Standing(), 1000, "good")
    assert memory.recall(standing, 1000 + standing.stability) == pytest.approx(0.9)
    assert abs(memory.due(standing, "ada", "a") - 1000 - standing.stability) <= 0.05 * standing.stability


def test_due_days_of_things_learned_together_are_spread_and_the_same_for_ever():
    standing = memory.tested(Standing(), 1000, "easy")
    days = {memory.due(standing, "ada", concept) for concept in "abcdef"}
    assert len(days) == 6
    assert memory.spread("ada", "a") == memory.spread("ada", "a") != memory.spread("bob", "a")


def test_implicit_credit_moves_stability_by_its_weight():
    standing = memory.tested(Standing(), 1000, "good")
    whole = memory.tested(standing, 1002, "good").stability
    half = memory.exercised(standing, 1002, 0.5)
    assert half.stability == pytest.approx((standing.stability + whole) / 2)
    assert half.reviewed == 1002
    little = memory.exercised(standing, 1002, 0.25)
    assert little.reviewed == pytest.approx(1000.5)


def test_implicit_credit_alone_never_defers_beyond_twice_the_interval_of_the_last_own_test():
    standing = memory.tested(Standing(), 1000, "good")
    for day in range(1001, 1020):
        standing = memory.exercised(standing, day, 1.0)
    assert standing.stability > 30
    assert memory.due(standing, "ada", "a") <= 1000 + 2 * 1.05 * standing.interval


def test_nothing_is_recalled_that_was_never_learned():
    assert memory.recall(Standing(), 5) == 0
    assert memory.exercised(Standing(), 5, 1.0) == Standing()
    assert memory.due(Standing(), "ada", "a") == float("inf")
