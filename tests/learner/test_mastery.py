import random

from agnesi.learner import mastery
from agnesi.learner.mastery import Try, counts_for
from agnesi.learner.state import Standing

KINDS = ("concept", "procedure", "transfer", "derivation", "transfer", "concept")
DAYS = (0, 1, 4, 7, 12, 18, 25, 33, 42, 52, 63, 75, 88, 102, 120)


def practise(outcomes, placed=None, kinds=KINDS, days=DAYS):
    """Three answers a day over six exercises; gives the answers until mastery (or None) and the last standing."""
    standing, ability, first, asked = Standing(placed=placed, learned=placed), 0.0, None, {}
    for number, right in enumerate(outcomes):
        exercise = number % len(kinds)
        weight = counts_for(0, False, 0, asked.get(exercise, 0))
        asked[exercise] = asked.get(exercise, 0) + 1
        answer = Try(right, kinds[exercise], 0.5, weight, 0.02)
        standing, ability = mastery.practised(standing, ability, days[number // 3], answer)
        if first is None and mastery.is_mastered(standing):
            first = number + 1
    return first, standing


def test_who_is_always_right_masters_in_five_to_nine_answers_over_three_days():
    for placed in (None, 0.5, 0.9, 0.99):
        first, _ = practise([True] * 12, placed)
        assert 5 <= first <= 9


def test_one_slip_after_five_right_costs_at_most_two_answers_more():
    straight, _ = practise([True] * 12)
    with_slip, _ = practise([True] * 5 + [False] + [True] * 12)
    assert with_slip - straight <= 2


def test_who_is_right_six_times_in_ten_is_rarely_taken_for_a_master_and_does_not_stay_one():
    chance = random.Random(1)
    runs = [practise([chance.random() < 0.6 for _ in range(40)]) for _ in range(600)]
    assert sum(mastery.is_mastered(standing) for _, standing in runs) / 600 < 0.02
    assert sum(first is not None for first, _ in runs) / 600 < 0.08


def test_a_hard_beginning_does_not_keep_anybody_from_mastery():
    first, _ = practise([False] * 3 + [True] * 30)
    assert first <= 20


def test_procedures_alone_do_not_master_a_concept():
    first, standing = practise([True] * 30, kinds=("procedure", "derivation", "code"))
    assert first is None
    assert mastery.is_learned(standing)


def test_one_day_is_not_enough_for_mastery():
    assert practise([True] * 20, days=(0,) * 15)[0] is None
    assert practise([True] * 20, days=(0, 1) + (2,) * 13)[0] is None


def test_a_concept_is_learned_after_a_few_right_answers_and_opens_what_follows():
    for count, expected in ((1, False), (3, True)):
        _, standing = practise([True] * count)
        assert mastery.is_learned(standing) is expected


def test_help_lowers_what_an_answer_weighs():
    assert counts_for(0, False, 0, 0) == 1
    assert counts_for(1, False, 0, 0) == 0.3
    assert counts_for(0, True, 0, 0) == 0
    assert counts_for(0, False, 1, 0) < 1
    assert counts_for(0, False, 0, 1) < 1


def test_harder_exercises_are_answered_right_less_often():
    _, standing = practise([True] * 5)
    chances = [mastery.p_correct(standing, 0.0, difficulty) for difficulty in (0.1, 0.5, 0.9)]
    assert chances == sorted(chances, reverse=True)


def test_a_lucky_choice_proves_less_than_a_typed_answer():
    typed, _ = mastery.practised(Standing(), 0.0, 1, Try(True, "concept", 0.5, 1.0, 0.02))
    chosen, _ = mastery.practised(Standing(), 0.0, 1, Try(True, "concept", 0.5, 1.0, 0.5))
    assert chosen.learned < typed.learned
