"""Typed text reads as a person meant it; each pair means the same tree, the right one written out in full."""

import pytest

from agnesi.maths import read, read_with_notes
from agnesi.maths.tree import (
    Call,
    Cases,
    Constant,
    Fold,
    Index,
    Interval,
    Lines,
    Logic,
    Matrix,
    Set,
    SetOperation,
    Symbol,
    Text,
    Vector,
)

SAME = r"""
2x(x+1)   means   2*x*(x + 1)
xy   means   x*y
2 x y   means   2*x*y
x**2   means   x^2
x²   means   x^2
1/2x   means   (1/2)*x
a/b/c   means   (a/b)/c
3 × 4 ÷ 2   means   3*4/2
2⋅x   means   2*x
(x+1)(x-1)   means   (x+1)*(x-1)
½ x   means   (1/2)*x
x − 1   means   x - 1
-x^2   means   -(x^2)
2^-3   means   2^(-3)
x^y^z   means   x^(y^z)
-2x   means   -(2*x)
2^-x^2   means   2^(-(x^2))
e^(i pi)   means   e^(i*pi)
x⁻¹   means   x^(-1)
√2   means   sqrt(2)
∛x   means   root(x, 3)
√(x+1)   means   sqrt(x+1)
2x^2y   means   2*x^2*y
sin x cos x   means   sin(x)*cos(x)
sin 2x   means   sin(2*x)
sin^2 x   means   sin(x)^2
sin^-1 x   means   arcsin(x)
sinx   means   sin(x)
sin x^2   means   sin(x^2)
sin(x)^2   means   (sin(x))^2
sin x + 1   means   sin(x) + 1
sin -x   means   sin(-x)
ln|x|   means   ln(abs(x))
cos 2x sin x   means   cos(2*x)*sin(x)
xsinx   means   x*sin(x)
log2(8)   means   log(8, 2)
log_2 8   means   log(8, 2)
log10 x   means   log(x, 10)
sin pi/2   means   sin(pi/2)
Sin(x)   means   sin(x)
asin x   means   arcsin(x)
tr(A)   means   trace(A)
cbrt(x)   means   root(x, 3)
max{a, b}   means   max(a, b)
n choose k   means   binomial(n, k)
C(n, k)   means   binomial(n, k)
7 mod 3   means   mod(7, 3)
|x|y|z|   means   abs(x)*y*abs(z)
||x|-1|   means   abs(abs(x) - 1)
||x|+|y||   means   abs(abs(x) + abs(y))
2|x|   means   2*abs(x)
||v||   means   norm(v)
‖x‖_2^2   means   norm(x, 2)^2
||x||_1   means   norm(x, 1)
⌊x⌋   means   floor(x)
x1 + x₂   means   x_1 + x_2
x_{12}   means   x_12
θ + α   means   theta + alpha
2πr   means   2*pi*r
ŷ   means   hat(y)
λx   means   lambda*x
1 1/2   means   1 + 1/2
2½   means   2 + 1/2
1,000   means   1000
int_0^1 x dx   means   ∫_0^1 x dx
integral of x^2 dx from 0 to 1   means   int_0^1 x^2 dx
int dx/x   means   int 1/x dx
sum_(i=1)^n i   means   ∑_(i=1)^n i
sum_i=1^n i   means   sum_(i=1)^n i
sum(i^2, i, 1, n)   means   sum_(i=1)^n i^2
sum_(1<=i<=n) i   means   sum_(i=1)^n i
lim_(x->0+) f(x)   means   lim_(x->0^+) f(x)
lim x->0 x   means   lim_(x->0) x
d/dx x^2   means   d/dx [x^2]
dy/dx   means   d/dx [y]
d^2y/dx^2   means   d^2/dx^2 [y]
∂f/∂x   means   ∂/∂x [f]
grad f   means   ∇f
A^T B   means   transpose(A)*B
A.T   means   A^T
[1, 2; 3, 4]   means   [[1, 2], [3, 4]]
A @ B   means   A*B
∇^2 f   means   hessian(f)
x ≤ 3 and y > 2   means   x <= 3 and y > 2
x = 1 ∨ x = 2   means   x = 1 or x = 2
x in R   means   x ∈ ℝ
R \ {0}   means   ℝ \ {0}
(-oo, 1) U (2, oo)   means   (-∞, 1) ∪ (2, ∞)
x =< 2   means   x <= 2
x <> 2   means   x != 2
17 ≡ 2 (mod 5)   means   17 equiv mod(2, 5)
{x : x > 0}   means   {x | x > 0}
X ~ N(0, 1)   means   X ~ Normal(0, 1)
x => y   means   x implies y
(0, 1] or (2, 3)   means   (0, 1] ∪ (2, 3)
Pr(A | B)   means   P(A | B)
30°   means   30*(pi/180)
"""


@pytest.mark.parametrize(("written", "meant"), [line.split("   means   ") for line in SAME.strip().splitlines()])
def test_what_is_written_is_read_as_it_was_meant(written: str, meant: str):
    assert read(written) == read(meant)


def test_a_decimal_keeps_its_digits():
    assert read("3.50").digits == "3.50"
    assert read("50%").value * 2 == 1
    assert read("1e-3").value * 1000 == 1
    assert read("3").digits == ""


def test_pairs_in_brackets_are_vectors_and_beside_sets_intervals():
    assert isinstance(read("(1, 2)"), Vector)
    assert read("[1, 2]").brackets == "[]"
    assert read("<1, 2>").brackets == "<>"
    assert isinstance(read("(a, b]"), Interval)
    assert isinstance(read("]0, 1["), Interval)
    assert isinstance(read("x in (1, 2)").sides[1], Interval)
    assert all(isinstance(one, Interval) for one in read("(0, 1) ∪ [2, 3]").of)


def test_matrices_have_rows_of_one_length():
    one, two, three, four = (read(text) for text in "1234")
    assert read("[[1, 2], [3, 4]]") == Matrix(((one, two), (three, four)))
    assert read("[[1, 2]]") == Matrix(((one, two),))


def test_sums_bind_their_letter_even_where_it_is_a_constant():
    total = read("sum_(i=1)^n x_i y_i")
    assert isinstance(total, Fold)
    assert total.body.factors == (Index(Symbol("x"), (Symbol("i"),)), Index(Symbol("y"), (Symbol("i"),)))
    assert read("i") == Constant("i")
    assert read("sum_i=1^n x_iy_i") == total


def test_lists_lines_and_cases():
    assert isinstance(read("x = 1, y = 2"), Lines)
    assert isinstance(read("{x if x > 0, -x otherwise}"), Cases)
    assert read("{}") == Set(())
    assert isinstance(read("x = 1 or x = 2"), Logic)
    assert isinstance(read("{1} ∪ {2} ∪ {3}"), SetOperation)
    assert len(read("{1} ∪ {2} ∪ {3}").of) == 3


@pytest.mark.parametrize(("words", "node"), [
    ("no solution", Text("no solution")), ("None", Text("none")), ("DNE", Text("DNE")),
    ("undefined", Constant("undefined")), ("all real numbers", Constant("reals")), ("∅", Constant("empty")),
    ("empty set", Constant("empty")), ("infinity", Constant("infinity")),
])  # fmt: skip
def test_an_answer_in_words_stands_for_itself(words: str, node: object):
    assert read(words) == node


def test_a_line_may_begin_with_its_relation():
    assert type(read("= 5").sides[0]).__name__ == "Blank"
    assert type(read("<= 5").sides[0]).__name__ == "Blank"


def test_chances_are_told_from_products():
    assert read("P(A | B)").given == (Symbol("B"),)
    assert read("E[X^2]").kind == "E"
    assert read("P(X <= 2)").kind == "P"
    assert read("P(1 + r)^t") == read("P*(1 + r)^t")
    assert read("P(0.3)", {"P": "function"}) == Call("P", (read("0.3"),))


@pytest.mark.parametrize(("text", "part"), [
    ("1/2x", "(1/2)*x"), ("sin^-1 x", "arcsin"), ("1e-3", "10 to the power"), ("2 1/3", "mixed"),
    ("x +- 1", "plus or minus"), ("e^2x", "exponent"), ("sin pi/2", "one argument"),
])  # fmt: skip
def test_a_doubtful_spelling_is_noted(text: str, part: str):
    assert any(part in note for note in read_with_notes(text)[1])


def test_plain_spellings_are_not_noted():
    for text in ("x/2", "(1/2)x", "sin(x)", "2*x", "x^2", "1/(2x)"):
        assert read_with_notes(text)[1] == ()


def test_a_decimal_comma_by_setting_only():
    assert read("3,5", comma=True).value * 2 == 7
    assert len(read("(1,5; 2)", comma=True).entries) == 2
    assert len(read("(1, 5)").entries) == 2


def test_spans_point_into_the_text():
    text = "x + sin(2y)"
    total = read(text)
    assert text[slice(*total.terms[1].span)] == "sin(2y)"
    assert text[slice(*total.span)] == text
