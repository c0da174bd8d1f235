"""Random trees of the shapes that reading gives, for properties: whatever is shown can be read back."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from agnesi.maths.tree import (
    Call,
    Cases,
    Chance,
    Constant,
    Derivative,
    Fold,
    Gradient,
    Index,
    Integral,
    Interval,
    Limit,
    Lines,
    Logic,
    Matrix,
    Negative,
    Node,
    Number,
    PlusMinus,
    Power,
    Product,
    Quantified,
    Quotient,
    Relation,
    Set,
    SetOf,
    SetOperation,
    Sum,
    Symbol,
    Vector,
)

SYMBOLS = [
    *"abcxyzkmnrstuvwABXYS",
    "theta",
    "lambda",
    "x_1",
    "y_12",
    "w_max",
    "hat(y)",
    "bar(x)",
    "x'",
    "theta_1",
    "star(w)",
]
ONE_ARGUMENT = [
    "sin", "cos", "arctan", "exp", "ln", "log", "sqrt", "abs", "norm", "floor", "det", "transpose", "factorial",
    "sigmoid", "trace", "f", "g'", "conj", "pseudoinverse", "Gamma", "indicator", "hessian", "adjoint",
]  # fmt: skip
TWO_ARGUMENTS = ["root", "binomial", "log", "norm", "dot", "cross", "max", "gcd", "hadamard", "mod", "f"]


def _number(value: int) -> Node:
    return Number(Fraction(value))


numbers = st.one_of(
    st.integers(0, 120).map(_number),
    st.sampled_from(["0.5", "3.50", "50%", "2.5%", "1e-3", "12.0", "1e2"]).map(
        lambda text: Number(Fraction(text[:-1]) / 100 if "%" in text else Fraction(text), text)
    ),
)
symbols = st.sampled_from(SYMBOLS).map(Symbol)
constants = st.sampled_from(["pi", "e", "i", "infinity"]).map(Constant)
atoms = st.one_of(numbers, symbols, symbols, constants)


def _without_infinity(node: Node) -> Node:
    bare = node.of if isinstance(node, Negative) else node
    return Number(Fraction(7)) if bare == Constant("infinity") else node


def _at_most(size: int, inner: st.SearchStrategy[Node]) -> st.SearchStrategy[tuple[Node, ...]]:
    return st.lists(inner, min_size=2, max_size=size).map(tuple)


def _grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    letters = st.sampled_from("xyuvwk").map(Symbol)
    finite = inner.map(_without_infinity)
    return st.one_of(
        _at_most(4, inner).map(Sum),
        inner.map(Negative),
        _at_most(4, inner).map(Product),
        st.builds(Quotient, inner, inner),
        st.builds(Power, inner, inner),
        st.builds(PlusMinus, st.none() | inner, inner, st.booleans()),
        st.builds(lambda name, one: Call(name, (one,)), st.sampled_from(ONE_ARGUMENT), inner),
        st.builds(lambda name, one, two: Call(name, (one, two)), st.sampled_from(TWO_ARGUMENTS), inner, inner),
        st.builds(Fold, st.sampled_from(["sum", "product", "max", "union"]), inner, letters, inner, inner),
        st.builds(Fold, st.sampled_from(["sum", "argmin", "sup"]), inner, letters, over=symbols),
        st.builds(
            lambda body, at: Fold("sum", Product((body, Index(Symbol("x"), (at,)))), at, _number(1), Symbol("n")),
            inner,
            letters,
        ),
        st.builds(Integral, inner, letters, st.none(), st.none()),
        st.builds(Integral, inner, letters, inner, inner),
        st.builds(Limit, inner, letters, inner, st.sampled_from(["both", "left", "right"])),
        st.builds(Derivative, inner, letters, st.integers(1, 3).map(_number), st.booleans()),
        st.builds(Gradient, inner, st.none() | letters),
        st.builds(lambda kind, one: Chance(kind, (one,)), st.sampled_from(["E", "Var", "SD"]), inner),
        st.builds(lambda one, given: Chance("E", (one,), (given,)), inner, inner),
        _at_most(3, finite).map(Vector),
        _at_most(3, finite).map(lambda entries: Vector(entries, "<>")),
        st.builds(lambda a, b, c, d: Matrix(((a, b), (c, d))), inner, inner, inner, inner),
    )


expressions = st.recursive(atoms, _grown, max_leaves=12)
pairs = st.builds(lambda a, b: (a, b), expressions, expressions)
intervals = st.builds(lambda ends, low_in: Interval(*ends, low_in, not low_in), pairs, st.booleans())
relations = st.builds(
    lambda sides, relators: Relation(tuple(sides), tuple(relators[: len(sides) - 1])),
    st.lists(expressions, min_size=2, max_size=3),
    st.lists(
        st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "approx", "~", "propto", "perp"]), min_size=2, max_size=2
    ),
)
sets = st.one_of(
    st.lists(expressions, min_size=0, max_size=3).map(tuple).map(Set),
    st.builds(SetOf, symbols, relations),
    intervals,
    st.sampled_from(["reals", "integers", "empty"]).map(Constant),
)
set_operations = st.one_of(
    st.builds(
        lambda kind, a, b: SetOperation(kind, (a, b)),
        st.sampled_from(["union", "intersection", "difference", "cartesian"]),
        sets,
        sets,
    ),
    st.builds(lambda a: SetOperation("complement", (a,)), sets),
    st.lists(sets, min_size=3, max_size=4).map(tuple).map(lambda of: SetOperation("union", of)),
)
statements = st.one_of(
    relations,
    st.builds(lambda x, over: Relation((x, over), ("in",)), symbols, sets | set_operations),
    st.builds(
        lambda kind, a, b: Logic(kind, (a, b)), st.sampled_from(["and", "or", "implies", "iff"]), relations, relations
    ),
    relations.map(lambda one: Logic("not", (one,))),
    st.builds(
        lambda kind, x, body: Quantified(kind, x, Constant("reals"), body),
        st.sampled_from(["forall", "exists"]),
        symbols,
        relations,
    ),
    st.builds(lambda value, when, other: Cases(((value, when), (other, None))), expressions, relations, expressions),
    st.lists(relations, min_size=2, max_size=3).map(tuple).map(Lines),
)
trees = st.one_of(expressions, sets, set_operations, statements)
