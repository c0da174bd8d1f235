import pytest

from agnesi import study
from agnesi.learner import mastery
from agnesi.study import place
from study.conftest import on


def begin(course, log, **more):
    place.begin(course, log, on(0), id="placement", **{"goal": None, "seed": 5} | more)


def reply(course, log, number, right=True, unknown=False):
    asked = place.question(course, log.state())
    text = asked.fresh.problem.answer.typed() if right else "-17"
    study.answer(
        course,
        log,
        on(0),
        id=f"pa{number}",
        problem=asked.fresh.name,
        problem_id=f"pq{number}",
        text=text,
        placement=asked.placement,
        unknown=unknown,
    )
    return asked


def test_one_question_at_a_time_which_stays_until_it_is_answered(course, log):
    begin(course, log)
    first = place.question(course, log.state())
    assert first == place.question(course, log.state())
    assert (first.number, first.most) == (1, 30)
    assert first.reason
    reply(course, log, 1)
    assert place.question(course, log.state()).number == 2


def test_its_answers_count_for_the_placement_and_not_for_mastery(course, log):
    begin(course, log)
    asked = reply(course, log, 1)
    assert log.state().placement.answers == ((asked.concept, "right", 0.02),)
    assert log.state()[asked.concept].right == 0


def test_ending_early_gives_a_usable_result_that_can_be_challenged(course, log):
    begin(course, log)
    reply(course, log, 1)
    place.pause(log, on(0), id="pause")
    place.resume(log, on(1), id="resume")
    findings = place.end(course, log, on(1), id="end")
    assert {finding.concept for finding in findings} == set(course.graph.order)
    assert {finding.word for finding in findings} <= {"known", "unsure", "unknown"}
    with pytest.raises(place.NoPlacementError):
        place.question(course, log.state())
    study.challenge(course, log, on(1), id="c", concept="numbers")
    assert not mastery.is_learned(log.state()["numbers"])


def test_who_knows_it_all_is_found_to_and_who_knows_nothing_too(course, log):
    for number in range(8):
        begin(course, log) if number == 0 else None
        if place.question(course, log.state()) is None:
            break
        reply(course, log, number)
    found = {finding.concept: finding.chance for finding in place.result(course, log.state())}
    assert found["numbers"] > 0.9


def test_not_knowing_is_told_apart_from_being_wrong(course, log):
    begin(course, log)
    asked = reply(course, log, 1, right=False, unknown=True)
    assert log.state().placement.answers[0][1] == "unknown"
    chances = {finding.concept: finding.chance for finding in place.result(course, log.state())}
    assert chances[asked.concept] < 0.5


def test_another_process_comes_to_the_same_question(course, log):
    begin(course, log)
    for number in range(2):
        reply(course, log, number)
    here = place.question(course, log.state())
    place._SESSIONS.clear()
    assert place.question(course, log.state()) == here


def test_a_placement_only_asks_what_is_written(course, log):
    assert place.askable(course) == {"numbers", "adding", "taking", "times"}


def test_an_unknown_goal_or_level_is_refused(course, log):
    with pytest.raises(LookupError):
        begin(course, log, goal="nowhere")
    with pytest.raises(ValueError, match="level"):
        begin(course, log, level=9)
    with pytest.raises(place.NoPlacementError):
        place.pause(log, on(0), id="p")
