"""The flow of one answer: read, judge, form, mistake, consequence, message."""

from dataclasses import replace

import pytest

from agnesi.exercise import echo, grade
from agnesi.exercise.answers import Expression, Number, Property, Vector
from agnesi.exercise.answers.base import UNDECIDED
from agnesi.exercise.problem import Mistake, Problem, Step, exercise
from agnesi.exercise.rng import Rng
from agnesi.maths import ReadingError
from exercise.samples import problem, told


@exercise("double", kind="procedure", tests=(1,), difficulty=0.1, seconds=10, cases=("small", "large"))
def double(rng: Rng) -> Problem:
    """Twice a number."""
    n = rng.integer(2, 9) if rng.case == "small" else rng.integer(20, 99)
    return Problem(
        ask=f"Twice {n}?",
        answer=Number(2 * n),
        mistakes=(Mistake("squared", Number(n * n), "That is the square.", blames="exponents"),),
        consequence=lambda x: f"Half of yours is {x / 2}.",
        hints=("Add it to itself.",),
        solution=(Step(f"{n} + {n}", because="twice"), Step(f"{2 * n}", because="add")),
    )


def test_a_problem_depends_on_concept_name_edition_and_seed_alone():
    assert double.problem(5) == replace(double).problem(5) or double.problem(5).ask == replace(double).problem(5).ask
    asks = {replace(double, concept=c, edition=e).problem(1).ask for c in ("", "a", "b") for e in (1, 2)}
    assert len(asks) > 3
    assert replace(double, concept="dot-product").label(7) == "dot-product/double@1:7"


def test_the_cases_are_walked_in_order():
    assert [len(double.problem(seed).ask) for seed in range(4)] == [8, 9, 8, 9]
    assert len(double.problem(-1).ask) == 9


def test_a_right_answer_is_right():
    n = int(double.problem(3).ask.split()[1][:-1])
    graded = grade(double, 3, f"{n} + {n}")
    assert (graded.verdict, graded.credit, graded.message) == ("right", 1, "Right.")


def test_a_named_mistake_is_told_by_its_reply_and_blames():
    n = int(double.problem(3).ask.split()[1][:-1])
    graded = grade(double, 3, f"{n}^2")
    assert (graded.verdict, graded.mistake, graded.blames, graded.message) == (
        "wrong",
        "squared",
        "exponents",
        "That is the square.",
    )


def test_any_other_wrong_answer_is_told_what_it_would_mean():
    assert grade(double, 3, "1001").message == "Half of yours is 1001/2."


def test_a_mistake_that_is_right_by_luck_is_no_mistake():
    two = problem(Number(4), ("squared", Number(4), "That is the square."))
    assert two.mistakes == ()
    assert told(Vector((2, 2)), "(2, 2)", ("same", Vector(("2", "4/2")), "No.")).verdict == "right"


def test_what_cannot_be_read_is_no_attempt():
    graded = grade(double, 3, "3 +")
    assert graded.verdict == "unreadable"
    assert graded.message
    with pytest.raises(ReadingError) as error:
        echo(double.problem(3), "2 * (3 + ")
    assert error.value.start > 0
    assert grade(double, 3, "   ").verdict == "unreadable"


def test_the_echo_says_how_it_was_read():
    assert echo(double.problem(3), "1/2").tex == r"\frac{1}{2}"


def test_undecided_is_never_wrong():
    def cannot(_):
        raise RuntimeError

    graded = told(Property(Number, cannot, example=Number(1)), "3")
    assert (graded.verdict, graded.credit, graded.message) == ("undecided", 0, UNDECIDED)


def test_a_consequence_that_fails_is_left_out():
    graded = told(Number(3), "5", consequence=lambda x: f"{1 / (x - 5)}")
    assert graded.verdict == "wrong"
    assert "ZeroDivision" not in graded.message


def test_a_reply_never_holds_the_key():
    for text in ("7", "-48", "(1, 2)", "49", "47.9"):
        assert "48" not in told(Number(48), text).message


def test_right_where_both_are_defined_says_where():
    graded = told(Expression("x"), "x^2/x", symbols={"x": "real"})
    assert (graded.verdict, graded.message) == ("right", "Right, where x is not 0.")


@exercise("square", kind="procedure", tests=(1,), difficulty=0.1, seconds=10)
def square(rng: Rng) -> Problem:
    """The square of a sum."""
    return Problem(
        ask="Square it.",
        answer=Expression("(x + 3)^2"),
        hints=("Twice.",),
        solution=(Step("x^2 + 6x + 9", because="expand"),),
        symbols={"x": "real"},
    )


@pytest.mark.parametrize(("typed", "name"), [("x^2 + 9", "power-of-sum"), ("-(x + 3)^2", "opposite-sign"), ("7x", "")])
def test_a_classic_mistake_is_named_though_the_author_did_not(typed, name):
    graded = grade(square, 0, typed)
    assert (graded.verdict, graded.mistake) == ("wrong", name)
