import pytest

from agnesi.learner.state import Practice, Sheet, State
from agnesi.study import problem_for
from agnesi.study.problem import UnknownProblemError, named
from study.conftest import on


def test_a_reload_shows_the_same_problem(course, desk):
    assert problem_for(course, desk.state, "adding/easy") == problem_for(course, desk.state, "adding/easy")


def test_the_first_problems_walk_through_the_cases_in_order(course, desk):
    cases = []
    for _ in range(3):
        cases.append(problem_for(course, desk.state, "adding/easy").seed % 3)
        desk.answer("adding/easy")
    assert cases == [0, 1, 2]


def test_several_problems_of_one_exercise_on_a_page_differ_and_come_in_turn(course, desk):
    ahead = [problem_for(course, desk.state, "adding/easy", ahead).seed for ahead in range(3)]
    desk.answer("adding/easy")
    assert problem_for(course, desk.state, "adding/easy").seed == ahead[1]
    desk.answer("adding/easy", right=False)
    assert problem_for(course, desk.state, "adding/easy").seed == ahead[1]
    assert problem_for(course, desk.state, "adding/easy", 1).seed == ahead[2]


def test_a_problem_answered_wrong_stays_open(course, desk):
    shown = problem_for(course, desk.state, "adding/easy")
    desk.answer("adding/easy", right=False)
    again = problem_for(course, desk.state, "adding/easy")
    assert (again.seed, again.tries) == (shown.seed, 1)
    assert again.id


def test_after_the_solution_the_same_case_comes_once_more(course, desk):
    desk.answer("adding/easy")
    desk.answer("adding/easy", right=False)
    shown = problem_for(course, desk.state, "adding/easy")
    desk.answer("adding/easy", right=False)
    desk.log.append("s", "solution-seen", {"problem": shown.id}, on(0))
    again = problem_for(course, desk.state, "adding/easy")
    assert again.seed != shown.seed
    assert again.seed % 3 == shown.seed % 3 == 1
    desk.answer("adding/easy")
    assert problem_for(course, desk.state, "adding/easy").seed % 3 == 2


def test_a_problem_seen_lately_is_drawn_again(course):
    first = problem_for(course, State(learner="ada"), "adding/why")
    seen = State(learner="ada", sheets=(Sheet("x", "adding/why", 1, first.seed, done=True),))
    assert problem_for(course, seen, "adding/why").problem.ask != first.problem.ask


def test_a_problem_left_open_over_an_upgrade_is_replaced_by_a_fresh_one(course):
    old = State(learner="ada", sheets=(Sheet("x", "adding/why", 7, 3),), exercises={"adding/why": Practice(asked=1)})
    fresh = problem_for(course, old, "adding/why")
    assert fresh.replaced
    assert fresh.id == ""


def test_learners_get_different_problems(course):
    seeds = {problem_for(course, State(learner=str(i)), "adding/why").seed for i in range(9)}
    assert len(seeds) == 9
    assert min(seeds) >= 0


def test_the_name_of_a_problem_is_read_back(course):
    exercise, edition, seed = named(course, "adding/why@1:12")
    assert (exercise.name, edition, seed) == ("why", 1, 12)
    for name in ("adding/why", "adding/none@1:2", "nowhere/why@1:2", "a/b@x:1"):
        with pytest.raises(UnknownProblemError):
            named(course, name)
