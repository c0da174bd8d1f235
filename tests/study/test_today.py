from dataclasses import replace
from itertools import pairwise

import pytest

from agnesi import study
from agnesi.learner.state import State
from study.conftest import FIRST, on


def kinds(plan):
    return [item.kind for item in plan.items]


def test_a_new_learner_begins_at_the_first_thing_the_goal_needs(desk, course):
    study.choose(course, desk.log, on(0), id="g", goal="reckon")
    first = study.next_up(course, desk.state, FIRST)
    assert (first.kind, first.concept) == ("lesson", "numbers")
    assert first.reason == "Adding needs it, and it needs nothing before it."


def test_what_was_learned_opens_what_needs_it(desk, course):
    study.choose(course, desk.log, on(0), id="g", goal="reckon")
    desk.learn("numbers")
    following = study.next_up(course, desk.state, FIRST)
    assert (following.kind, following.concept) == ("lesson", "adding")
    assert following.reason == "Multiplying needs it, and you have learned Numbers, which it builds on."


def test_a_lesson_that_was_begun_is_gone_on_with(desk, course):
    desk.learn("numbers")
    desk.answer("taking/easy", right=False)
    following = study.next_up(course, desk.state, on(2).day)
    lessons = [item for item in study.today(course, desk.state, on(2).day).items if item.kind == "lesson"]
    assert lessons[0].concept == "taking"
    assert lessons[0].reason == "You began it two days ago; a few more problems and it is yours."
    assert following.reason


def test_the_next_days_review_is_waiting_and_says_why(desk, course):
    desk.learn("numbers")
    assert "review" not in kinds(study.today(course, desk.state, FIRST))
    plan = study.today(course, desk.state, on(4).day)
    review = plan.items[0]
    assert (review.kind, review.concept) == ("review", "numbers")
    assert review.reason == "You last worked on it four days ago; it begins to fade."
    desk.answer(review.exercise, day=4)
    assert "review" not in kinds(study.today(course, desk.state, on(4).day))


def test_one_exercise_refreshes_several_concepts(desk, course):
    for concept in ("numbers", "adding", "taking", "times"):
        desk.learn(concept)
    reviews = [item for item in study.today(course, desk.state, on(9).day, 60).items if item.kind == "review"]
    assert any(item.refreshes for item in reviews)
    assert any("as well" in item.reason for item in reviews if item.refreshes)
    assert all(one.concept != other.concept for one, other in pairwise(reviews))


def test_a_backlog_is_spread_and_never_fills_more_than_the_minutes(desk, course):
    for concept in ("numbers", "adding", "taking", "times"):
        desk.learn(concept)
    plan = study.today(course, desk.state, on(200).day, 0)
    reviews = [item for item in plan.items if item.kind == "review"]
    assert len(reviews) == 1
    assert plan.later >= 1


def test_a_failure_that_blames_a_prerequisite_asks_for_a_short_check_of_it(desk, course):
    desk.learn("numbers")
    desk.answer("adding/easy", right=False, day=1)
    assert desk.state.probes == {}
    state = replace(desk.state, probes={"numbers": "adding"})
    first = study.next_up(course, state, on(1).day)
    assert (first.kind, first.concept) == ("probe", "numbers")
    assert first.reason.startswith("Your answer on Adding points here")


def test_a_concept_that_is_doubted_is_settled_by_one_exercise(desk, course):
    desk.learn("numbers")
    study.challenge(course, desk.log, on(1), id="c", concept="numbers")
    first = study.next_up(course, desk.state, on(1).day)
    assert (first.kind, first.concept) == ("check", "numbers")
    desk.answer(first.exercise, day=1)
    assert not desk.state["numbers"].challenged


def test_when_nothing_is_left_it_says_so_and_when_the_next_review_comes(desk, course):
    study.choose(course, desk.log, on(0), id="g", goal="everything")
    for concept in ("numbers", "adding", "taking", "times"):
        desk.learn(concept)
    done = study.next_up(course, desk.state, FIRST)
    assert done.kind == "done"
    assert done.reason.startswith("Everything written on the way to Everything is learned, and nothing fades today.")


def test_concepts_that_left_the_course_are_passed_over_and_named(desk, course):
    body = {"verdict": "right", "concept": "phlogiston", "exercise": "phlogiston/a", "kind": "procedure"}
    desk.log.append("old", "answered", body, on(0))
    study.challenge(course, desk.log, on(0), id="c", concept="numbers")
    desk.log.append("old2", "challenged", {"concept": "caloric"}, on(0))
    desk.log.append("g", "goal", {"goal": "gone"}, on(0))
    assert study.today(course, desk.state, on(30).day).items
    assert study.progress(course, desk.state, on(30).day).left == ("phlogiston", "caloric")


def test_an_unknown_goal_is_refused(desk, course):
    with pytest.raises(LookupError, match="no goal flying"):
        study.choose(course, desk.log, on(0), id="g", goal="flying")


def test_a_path_leads_from_what_is_known_and_shows_hours_as_an_interval(desk, course):
    whole = study.path(course, "everything")
    assert [station.concept for station in whole.stations] == ["numbers", "adding", "taking", "times", "powers"]
    assert whole.stations[-1].assumed
    low, high = whole.hours
    assert 0 < low < high
    desk.learn("numbers")
    mine = study.path(course, "everything", desk.state, FIRST)
    assert mine.stations[0].concept == "adding"
    assert mine.learned == 1
    assert mine.hours < whole.hours


def test_readiness_grows_with_learning_and_fades_without_practice(desk, course):
    before = study.readiness(course, State(), "reckon", FIRST)
    for concept in ("numbers", "adding", "taking", "times"):
        desk.learn(concept)
    after = study.readiness(course, desk.state, "reckon", FIRST)
    assert before.chance < 0.1 < 0.6 < after.chance <= 1
    assert after.in_thirty_days < after.chance
    assert study.readiness(course, desk.state, "reckon", on(90).day).chance < after.chance
    assert after.evidence.learned == 4
    assert after.evidence.tested_lately == 4


def test_progress_keeps_three_chances_apart_and_draws_each_memory(desk, course):
    desk.learn("numbers")
    (ability,) = study.progress(course, desk.state, on(10).day).abilities
    assert ability.outcomes == ("You can count.",)
    assert ability.since == FIRST
    assert ability.recall < 0.9 < 1
    assert list(ability.curve) == sorted(ability.curve, reverse=True)
    assert ability.word in ("learned", "fading")


def test_answers_to_a_withdrawn_exercise_are_taken_back_once_and_told(desk, course):
    desk.answer("adding/easy", right=False)
    without = replace(course, plan=replace(course.plan, withdrawn=frozenset({"adding/easy@1", "times/easy@1"})))
    assert study.withdraw(without, desk.log, on(1)) == ("adding/easy",)
    assert study.withdraw(without, desk.log, on(1)) == ()
    assert desk.state["adding"].wrong == 0
    assert all(item.exercise != "adding/easy" for item in study.today(without, desk.state, on(1).day).items)


def test_the_way_to_a_goal_that_is_not_written_yet_begins_all_the_same(desk, course):
    study.choose(course, desk.log, on(0), id="g", goal="everything")
    assert study.next_up(course, desk.state, FIRST).concept == "numbers"
