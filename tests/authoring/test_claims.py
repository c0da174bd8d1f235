"""A claim is judged by trying it."""

import pytest

from agnesi.authoring.claims import CASES, Claim, claimed, tried
from agnesi.exercise.grading import grade_problem
from agnesi.exercise.rng import Rng

NUMBERS = [(n,) for n in range(-3, 4)]
CLAIMS = (
    Claim(r"${x}^2 \ge 0$", "always", "What sign has a square?", lambda x: x * x >= 0),
    Claim(r"${x}^2 > 0$", "sometimes", "Try ${x} = 0$.", lambda x: x * x > 0),
    Claim(r"${x}^2 = -1$", "never", "What sign has a square?", lambda x: x * x == -1),
)


def drawn(case):
    return claimed(Rng("t", 0, case=case), CLAIMS, NUMBERS, ask="Is it? {claim}", hints=("Try 0.",), letters={"x": "u"})


@pytest.mark.parametrize("case", CASES)
def test_a_claim_of_the_case_is_asked_with_its_letters_and_answered_by_trying(case):
    problem = drawn(case)
    assert "$u^2" in problem.ask
    assert grade_problem(problem, case, seed="0").verdict == "right"
    assert problem.oracle().typed() == problem.answer.typed()


def test_a_wrong_choice_is_told_where_to_look():
    wrong = grade_problem(drawn("sometimes"), "always", seed="0")
    assert wrong.mistake == "said-always"
    assert "u = 0" in wrong.message


def test_values_that_a_claim_does_not_speak_of_are_passed_over():
    positive = Claim("For $x > 0$: $x < 10$", "always", "", lambda x: x < 10 if x > 0 else None)
    assert tried(positive, NUMBERS) == "always"


def test_a_claim_of_nothing_is_refused():
    with pytest.raises(ValueError, match="no value tried"):
        tried(Claim("nothing", "always", "", lambda x: None), NUMBERS)
