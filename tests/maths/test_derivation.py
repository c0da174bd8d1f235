"""Steps of a derivation: equal, following, following back only; what is lost and what is gained is named."""

from agnesi.maths import derivation, read
from agnesi.maths.declare import declare
from agnesi.maths.judging.roles import roles


def steps(*lines, **symbols):
    nodes = tuple(read(line, symbols or None) for line in lines)
    return derivation.steps(nodes, roles(nodes, declare(symbols or None)))


def test_dividing_by_x_loses_a_solution():
    (step,) = steps("x^2=x", "x=1")
    assert step.relationship == "follows-back"
    assert step.lost == ("x = 0",)
    assert "x = 0" in step.message


def test_squaring_gains_a_solution():
    (step,) = steps("x=2", "x^2=4")
    assert step.relationship == "follows"
    assert step.gained == ("x = -2",)


def test_a_step_that_only_follows_is_sound_in_a_solution_and_not_in_an_equivalence():
    (step,) = steps("x=2", "x^2=4")
    assert step.verdict().outcome == "equal"
    assert step.verdict(strict=True).outcome == "different"


def test_a_line_that_begins_with_an_equals_sign_goes_on():
    assert [one.relationship for one in steps("(x+1)^2", "= x^2+2x+1", "= x(x+2)+1")] == ["equal", "equal"]
    assert steps("(x+1)^2", "= x^2+1")[0].relationship == "unrelated"


def test_a_chain_in_the_first_line_must_hold():
    assert steps("y = (x+1)^2 = x^2+1", "= x^2+1")[0].relationship == "unrelated"


def test_the_goal_is_judged_last():
    assert [bool(one) for one in derivation.check(["2x=4", "x=2"], None, "x=2")] == [True, True]
    assert [bool(one) for one in derivation.check(["2x=4", "x=2"], None, "x=3")] == [True, False]


def test_matrices_and_expectations_have_steps_too():
    shapes = {"A": "matrix n x n", "x": "vector n", "b": "vector n"}
    assert [one.relationship for one in steps("A^T A x = A^T b", "x = (A^T A)^-1 A^T b", **shapes)] == ["equal"]
    assert [one.relationship for one in steps("Var(X)", "= E[X^2]-E[X]^2", X="random")] == ["equal"]
