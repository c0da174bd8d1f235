"""Each kind of answer: its own text is right, spellings are right, wrong values are wrong, other kinds are told so."""

from fractions import Fraction

import pytest

from agnesi.exercise.answers import (
    Basis,
    Decimal,
    Distribution,
    Equation,
    Expression,
    Factorisation,
    Inequality,
    Integer,
    Interval,
    Matrix,
    Number,
    Point,
    Probability,
    Set,
    Subspace,
    Tuple,
    UpToConstant,
    Vector,
    Words,
)
from exercise.samples import told

X = {"x": "real"}
XY = {"x": "real", "y": "real"}
HALF = Fraction(1, 2)

RIGHT = [
    (Integer(7), ["7", "= 7", "14/2", "x = 7", "+7"], {}),
    (Number(Fraction(-3, 4)), ["-3/4", "-0.75", "-6/8", r"-\frac{3}{4}", "3/(-4)"], {}),
    (Number("sqrt(2)/2"), ["1/sqrt(2)", "sqrt(2)/2", "2^(-1/2)"], {}),
    (Decimal(0.3333333333, tolerance=1e-3), ["1/3", "0.333", "0.3339"], {}),
    (Decimal("sqrt(2)", places=2), ["1.41"], {}),
    (Decimal(Fraction(1, 6), digits=3), ["0.167"], {}),
    (Probability(Fraction(1, 4)), ["1/4", "0.25", "25%"], {}),
    (Probability(Fraction(1, 3), places=3), ["1/3", "0.333", "33.3%", "0.3333"], {}),
    (Expression("x^2 - 1"), ["(x-1)(x+1)", "x*x - 1", "-1 + x^2", "y = x^2 - 1"], XY),
    (UpToConstant("x^2"), ["x^2 + C", "C + x^2", "x^2 + 3 + C"], X),
    (UpToConstant("x^2", constant=False), ["x^2", "x^2 - 5"], X),
    (Equation("y = 2x + 1"), ["y = 2x + 1", "2x - y + 1 = 0"], XY),
    (Inequality("x > 2"), ["x > 2", "2 < x", "2x > 4"], X),
    (Interval("[0, 1)"), ["[0, 1)", "0 <= x < 1", "x in [0, 1)"], X),
    (Interval("(0, 1)"), ["(0, 1)", "0 < x < 1", "1 > x > 0", "0 < x and x < 1", "x > 0, x < 1"], X),
    (Interval("[2, 2]"), ["x = 2", "2 = x", "{2}", "x >= 2 and x <= 2", "x <= 2, x >= 2"], X),
    (
        Interval("(-inf, -1) union [5, inf)"),
        ["x < -1, x >= 5", "x < -1; x >= 5", "x < -1 or x >= 5", "(-inf, -1), [5, inf)", "x in (-inf, -1) or 5 <= x"],
        X,
    ),
    (Interval("(-inf, 2) union (2, inf)"), ["x != 2", "x < 2, x > 2"], X),
    (Interval("empty"), ["x < -1 and x > 5", "none"], X),
    (Interval("(2, sqrt(8)]"), ["x > 2, x > 1, x <= sqrt(8), x < 3", "(2 < x or x < -5) and 0 < x <= 2sqrt(2)"], X),
    (Set({1, 2}), ["{1, 2}", "{2, 1}", "2, 1", "{1, 2, 2}", "x = 1 or x = 2"], X),
    (Set([]), ["{}", "none", "empty set"], {}),
    (
        Tuple((3, HALF)),
        ["3, 1/2", "(3, 0.5)", "x = 3, y = 1/2", "y = 1/2, x = 3", "x = 3 and y = 1/2", "(x, y) = (3, 1/2)"],
        XY,
    ),
    (Tuple((Vector((1, 2)), Vector((0, 1)))), ["(1, 2), (0, 1)", "[1,2], [0,1]"], {}),
    (
        Vector((1, -2)),
        ["(1, -2)", "[1, -2]", "<1, -2>", "1, -2", "[[1], [-2]]", "(2, -4)/2", "v = (1, -2)", "(1,-2)^T"],
        {},
    ),
    (Vector(("2x", "3")), ["(2x, 3)", "(x + x, 3)"], X),
    (Vector((1, 2), up_to="scale"), ["(1, 2)", "(-3, -6)", "(1/2, 1)"], {}),
    (Vector((1, 2), up_to="sign"), ["(1, 2)", "(-1, -2)"], {}),
    (Vector((1, 2, 2), up_to="order"), ["(2, 1, 2)"], {}),
    (Vector((0.5, 0.25), tolerance=0.01), ["(0.5, 0.25)", "(0.503, 1/4)"], {}),
    (Point((1, 2)), ["(1, 2)"], {}),
    (Matrix(((1, 2), (3, 4))), ["[[1, 2], [3, 4]]", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"], {}),
    (Matrix(((1, 2), (3, 4)), up_to="rows"), ["[[3, 4], [1, 2]]"], {}),
    (Matrix(((1, 2), (3, 4)), up_to="permutation"), ["[[4, 3], [2, 1]]"], {}),
    (Matrix(((1, 2), (3, 4)), up_to="scale"), ["[[-1, -2], [-3, -4]]"], {}),
    (Subspace([(1, 0, 1), (0, 1, 0)]), ["(1, 1, 1), (0, 1, 0)", "(1,0,1), (0,1,0), (1,1,1)", "{(1,0,1), (0,2,0)}"], {}),
    (Basis([(1, 0, 1), (0, 1, 0)]), ["(1, 1, 1), (0, 1, 0)"], {}),
    (Basis([(1, 2)]), ["(1, 2)", "(-2, -4)"], {}),
    (Basis([], dimension=2), ["none", "{}"], {}),
    (
        Distribution({0: Fraction(1, 4), 1: Fraction(3, 4)}),
        ["0: 1/4, 1: 3/4", "1: 75%; 0: 0.25", "0: 1/4, 1: 3/4, 2: 0"],
        {},
    ),
    (Words("none", also=("no solution", "DNE")), ["none", "No solution", "does not exist"], {}),
    (Words("convex"), ["Convex", "convex"], {}),
    (
        Factorisation(((2, 0), (0, 3)), "eigen", (((1, 0), (0, 1)), ((2, 0), (0, 3)))),
        ["[[0,1],[1,0]], [[3,0],[0,2]]"],
        {},
    ),
    (Factorisation(((4, 2), (2, 2)), "cholesky", (((2, 0), (1, 1)),)), ["L = [[2,0],[1,1]]"], {"L": "matrix 2x2"}),
    (
        Factorisation(
            ((1, 1), (1, -1)),
            "qr",
            ((("1/sqrt(2)", "1/sqrt(2)"), ("1/sqrt(2)", "-1/sqrt(2)")), (("sqrt(2)", 0), (0, "sqrt(2)"))),
        ),
        ["[[-1/sqrt(2), 1/sqrt(2)], [-1/sqrt(2), -1/sqrt(2)]], [[-sqrt(2), 0], [0, sqrt(2)]]"],
        {},
    ),
]

WRONG = [
    (
        Integer(7),
        {"8": "", "7/2": "whole number", "(7, 0)": "A number is asked for; this is a vector with 2 entries."},
        {},
    ),
    (Number(3), {"-3": "", "3.1": "", "none": "words", "{3}": "a set", "x": "unreadable"}, {}),
    (Decimal(1, tolerance=0.01), {"1.02": ""}, {}),
    (Probability(HALF), {"3/2": "between 0 and 1", "-1/2": "between 0 and 1", "1/4": ""}, {}),
    (Expression("x^2"), {"x^3": "", "x = x^2 = 3": "an equation", "2x": ""}, X),
    (Equation("y = 2x"), {"y = 3x": "", "2x + 3": "An equation is asked for"}, XY),
    (Interval("[0, 1)"), {"[0, 1]": "", "(0, 1)": "", "3": "An interval is asked for"}, X),
    (Interval("(-inf, -1) union (5, inf)"), {"x < -1 and x > 5": "", "x > -1, x < 5": "", "x = 5": ""}, X),
    (Interval("(0, 3)"), {"(0, 1) and (1, 3)": "An interval is asked for", "x = {1, 2}": ""}, X),
    (Set({1, 2}), {"{1}": "", "{1, 2, 3}": "", "(1, 2]": "an interval"}, {}),
    (Tuple((3, 4)), {"3, 5": "1 of 2 are right.", "3": "2 answers", "3, 4, 5": "2 answers"}, {}),
    (
        Vector((1, 2)),
        {"(1, 3)": "", "(1, 2, 3)": "The vector has 2 entries; yours has 3.", "5": "A vector with 2 entries"},
        {},
    ),
    (Vector((1, 2), up_to="scale"), {"(0, 0)": "", "(2, 1)": ""}, {}),
    (Vector((1, 2, 2), up_to="order"), {"(1, 1, 2)": ""}, {}),
    (
        Matrix(((1, 2), (3, 4))),
        {"[[1, 3], [2, 4]]": "", "[[1, 2, 3], [3, 4, 5]]": "The matrix is 2 by 2; yours is 2 by 3."},
        {},
    ),
    (Matrix(((1, 2), (3, 4)), up_to="permutation"), {"[[1, 4], [3, 2]]": "", "[[1, 3], [2, 4]]": ""}, {}),
    (Subspace([(1, 0, 1), (0, 1, 0)]), {"(1, 0, 1)": "do not reach", "(1,0,0), (0,1,0)": "outside"}, {}),
    (Basis([(1, 0), (0, 1)]), {"(1,0), (0,1), (1,1)": "depends", "(1, 0), (2, 0)": "do not reach"}, {}),
    (
        Distribution({0: HALF, 1: HALF}),
        {"0: 1/4, 1: 3/4": "", "0: 1/2, 1: 1/4": "add up to 1", "0: 1/2, 2: 1/2": "others"},
        {},
    ),
    (Words("none"), {"5": "", "all": ""}, {}),
    (
        Factorisation(((2, 0), (0, 3)), "eigen", (((1, 0), (0, 1)), ((2, 0), (0, 3)))),
        {
            "[[1,0],[0,1]], [[3,0],[0,2]]": "AP is not PD",
            "[[1,1],[1,1]], [[2,0],[0,3]]": "no inverse",
            "[[1,0],[0,1]]": "2 matrices",
        },
        {},
    ),
]


@pytest.mark.parametrize("answer", [Decimal(1, tolerance=0.1), Probability(HALF), Distribution({0: 1})])
def test_what_is_no_real_number_is_told_so_where_one_is_needed(answer):
    for text in ("inf", "2i", "sqrt(-2)", "-inf"):
        typed = f"0: {text}" if isinstance(answer, Distribution) else text
        assert told(answer, typed).verdict == "wrong", text


@pytest.mark.parametrize(("answer", "texts", "symbols"), RIGHT, ids=lambda one: type(one).__name__)
def test_its_own_text_and_other_spellings_are_right(answer, texts, symbols):
    for text in (answer.typed(), *texts):
        graded = told(answer, text, symbols=symbols)
        assert (graded.verdict, graded.credit) == ("right", 1), f"{text}: {graded}"
        assert graded.reading_tex


@pytest.mark.parametrize(("answer", "replies", "symbols"), WRONG, ids=lambda one: type(one).__name__)
def test_wrong_values_are_wrong_and_another_kind_is_told_so(answer, replies, symbols):
    for text, said in replies.items():
        graded = told(answer, text, symbols=symbols)
        if said == "unreadable":
            assert graded.verdict == "unreadable", text
            continue
        assert (graded.verdict, graded.credit) == ("wrong", 0), f"{text}: {graded}"
        assert said in graded.message, f"{text}: {graded.message}"


@pytest.mark.parametrize(
    ("answer", "text", "said"),
    [
        (Number(Fraction(1, 3)), "0.333", "exact"),
        (Number(Fraction(1, 3), forms=("lowest-terms",)), "2/6", "The value is right."),
        (Decimal(Fraction(1, 6), places=2), "0.1667", "2 decimal places"),
        (Decimal(Fraction(1, 6), digits=3), "0.16667", "3 significant digits"),
        (UpToConstant("x^2"), "x^2", "+ C"),
        (Expression("x^2 - 1", forms=("factored",)), "x^2 - 1", "The value is right."),
        (Expression("x^2 - 1", forms=("expanded",)), "(x-1)(x+1)", "The value is right."),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_right_value_in_the_wrong_form_gets_part_of_the_credit_and_is_told_so(answer, text, said):
    graded = told(answer, text, symbols=X)
    assert graded.verdict == "form"
    assert 0 < graded.credit < 1
    assert said in graded.message


def test_the_box_fits_the_answer():
    assert Vector((1, 2)).field.kind == "maths"
    assert Matrix(((1, 2, 3), (4, 5, 6))).field.shape == (2, 3)
    assert Point((1, 2)).field.kind == "point"


def test_an_author_is_told_what_is_wrong_with_an_answer():
    with pytest.raises(ValueError, match="one of tolerance, places and digits"):
        Decimal(1)
    with pytest.raises(ValueError, match="rows of one length"):
        Matrix(((1, 2), (3,)))
    with pytest.raises(TypeError):
        told(Vector(({},)), "1")
