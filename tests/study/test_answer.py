import pytest

from agnesi import study
from agnesi.study.asked import ReplacedError
from agnesi.study.hint import TooEarlyError
from agnesi.study.problem import UnknownProblemError
from study.conftest import on


def test_a_right_answer_is_graded_kept_and_counted(desk):
    told = desk.answer("adding/easy")
    assert told.verdict == "right"
    assert told.credit == 1
    assert told.next.reason
    assert [event.kind for event in desk.log.kept] == ["asked", "answered"]
    body = desk.log.kept[1].body
    assert body["concept"] == "adding"
    assert body["weights"] == {"numbers": 0.6}
    assert body["guess"] == 0.02
    assert desk.state["adding"].right == 1


def test_the_same_answer_sent_twice_counts_once(desk, course):
    fresh = study.problem_for(course, desk.state, "adding/easy")
    send = {"id": "one", "problem": fresh.name, "problem_id": "p", "text": fresh.problem.answer.typed()}
    first = study.answer(course, desk.log, on(0), **send)
    second = study.answer(course, desk.log, on(0), **send)
    assert second.again
    assert second.verdict == first.verdict
    assert len(desk.log.kept) == 2


def test_a_second_try_comes_before_the_solution(desk, course):
    first = desk.answer("adding/easy", right=False)
    assert (first.verdict, first.tries, first.solution_allowed) == ("wrong", 1, False)
    fresh = study.problem_for(course, desk.state, "adding/easy")
    ask = {"problem": fresh.name, "problem_id": fresh.id}
    with pytest.raises(TooEarlyError):
        study.solution_seen(course, desk.log, on(0), id="s", **ask)
    assert desk.answer("adding/easy", right=False).solution_allowed
    shown = study.solution_seen(course, desk.log, on(0), id="s", **ask)
    assert len(shown.steps) == 2
    assert shown.answer_tex
    told = desk.answer("adding/easy", text=fresh.problem.answer.typed(), **ask)
    assert told.verdict == "right"
    assert desk.state["adding"].right < 1


def test_hints_come_in_order_and_lower_what_the_answer_weighs(desk, course):
    fresh = study.problem_for(course, desk.state, "adding/easy")
    ask = {"problem": fresh.name, "problem_id": "p"}
    first = study.hint(course, desk.log, on(0), id="h1", hint=1, **ask)
    second = study.hint(course, desk.log, on(0), id="h2", hint=2, **ask)
    assert (first.number, first.more, second.number, second.more) == (1, True, 2, False)
    desk.answer("adding/easy")
    assert desk.log.kept[-1].body["hints"] == 2
    assert desk.state["adding"].right == pytest.approx(0.3)


def test_not_knowing_is_no_wrong_answer(desk):
    told = desk.answer("adding/easy", right=False, unknown=True)
    assert told.verdict == "unknown"
    assert desk.state["adding"].wrong == 0


def test_what_cannot_be_read_or_decided_counts_for_nothing(desk):
    told = desk.answer("adding/easy", text="((")
    assert told.verdict == "unreadable"
    assert told.tries == 0
    assert desk.state["adding"].answered_on is None


def test_examples_old_editions_and_unknown_problems_are_refused_and_nothing_is_written(desk, course):
    for problem, error in (
        ("adding/easy@1:-1", UnknownProblemError),
        ("adding/easy@9:4", ReplacedError),
        ("adding/gone@1:4", UnknownProblemError),
    ):
        with pytest.raises(error):
            study.answer(course, desk.log, on(0), id="x", problem=problem, problem_id="p", text="1")
    assert desk.log.kept == []


def test_a_problem_cannot_be_swapped_under_its_number(desk, course):
    desk.answer("adding/easy", right=False, problem_id="p")
    with pytest.raises(UnknownProblemError):
        study.answer(course, desk.log, on(0), id="x", problem="adding/easy@1:4", problem_id="p", text="1")


def test_an_appeal_sets_the_answer_aside_and_names_the_case(desk):
    told = desk.answer("adding/easy", right=False)
    text = study.appeal(desk.log, on(0), id="ap", answer=told.event)
    assert "adding/easy@1" in text
    assert "-17" in text
    assert desk.state["adding"].wrong == 0
    with pytest.raises(LookupError):
        study.appeal(desk.log, on(0), id="ap2", answer="nothing")


def test_the_first_guess_stands(desk, course):
    assert study.guess(course, desk.log, on(0), id="g1", guess="adding/which", choice="a") == "a"
    assert study.guess(course, desk.log, on(0), id="g2", guess="adding/which", choice="b") == "a"
    with pytest.raises(ValueError, match="options"):
        study.guess(course, desk.log, on(0), id="g3", guess="adding/which", choice="z")
    with pytest.raises(LookupError):
        study.guess(course, desk.log, on(0), id="g4", guess="adding/none", choice="a")
