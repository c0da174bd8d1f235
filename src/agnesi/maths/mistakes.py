"""Classic wrong roads, as rules that change a key: a lost sign, (a+b)² = a² + b², a missing inner derivative ...

`named` says which of them leads to an answer. A rule counts only where what it makes of the key is not the key itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from agnesi.maths import tree
from agnesi.maths.comparing import compare
from agnesi.maths.declare import Declaration
from agnesi.maths.names import symbols_in

_MOST_TRIES = 40


@dataclass(frozen=True, slots=True)
class Rule:
    """One wrong road: its name, a sentence for the learner, and all that it can make of a tree."""

    name: str
    message: str
    change: Callable[[tree.Node], Iterator[tree.Node]]


def named(
    answer: tree.Node, key: tree.Node, symbols: Mapping[str, str | Declaration] | None = None, *, seed: str = ""
) -> Rule | None:
    """The first rule that leads from the key to the answer; None where none does, or the answer is right."""
    if compare(answer, key, symbols, seed=seed, worker=None):
        return None
    tries = 0
    for rule in RULES:
        for wrong in rule.change(key):
            tries += 1
            if tries > _MOST_TRIES:
                return None
            if compare(answer, wrong, symbols, seed=seed, worker=None) and not compare(
                wrong, key, symbols, seed=seed, worker=None
            ):
                return rule
    return None


def mutants(key: tree.Node, symbols: Mapping[str, str | Declaration] | None = None) -> Iterator[tuple[Rule, tree.Node]]:
    """Everything that one rule makes of the key and that is surely not the key."""
    for rule in RULES:
        for wrong in rule.change(key):
            if compare(wrong, key, symbols, worker=None).outcome == "different":
                yield rule, wrong


def _everywhere(local: Callable[[tree.Node], Iterator[tree.Node]]) -> Callable[[tree.Node], Iterator[tree.Node]]:
    """A local change tried at every place of the tree, one place at a time."""

    def change(node: tree.Node) -> Iterator[tree.Node]:
        yield from local(node)
        for name in node.__dataclass_fields__:
            if name == "span":
                continue
            for value in _inside(getattr(node, name), change):
                yield _with(node, name, value)

    return change


def _inside(value: Any, change: Callable[[tree.Node], Iterator[tree.Node]]) -> Iterator[Any]:
    if isinstance(value, tree.Node):
        yield from change(value)
    elif isinstance(value, tuple):
        for i, one in enumerate(value):
            for changed in _inside(one, change):
                yield (*value[:i], changed, *value[i + 1 :])


def _with(node: tree.Node, name: str, value: Any) -> tree.Node:
    values = {each: getattr(node, each) for each in node.__dataclass_fields__ if each != "span"}
    return type(node)(**{**values, name: value})


def _whole_sign(node: tree.Node) -> Iterator[tree.Node]:
    yield node.of if isinstance(node, tree.Negative) else tree.Negative(node)


def _lost_sign(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Negative):
        yield node.of
    elif isinstance(node, tree.Sum):
        for i, one in enumerate(node.terms):
            if i and not isinstance(one, tree.Negative):
                yield tree.Sum((*node.terms[:i], tree.Negative(one), *node.terms[i + 1 :]))


def _dropped_factor(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Product):
        for i in range(len(node.factors)):
            rest = (*node.factors[:i], *node.factors[i + 1 :])
            yield rest[0] if len(rest) == 1 else tree.Product(rest)
    elif isinstance(node, tree.Quotient):
        yield node.top


def _dropped_term(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Sum):
        for i in range(len(node.terms)):
            rest = (*node.terms[:i], *node.terms[i + 1 :])
            yield rest[0] if len(rest) == 1 else tree.Sum(rest)


def _power_of_sum(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Power) and isinstance(node.base, tree.Sum) and isinstance(node.exponent, tree.Number):
        yield tree.Sum(tuple(_raised(one, node.exponent) for one in node.base.terms))
    elif isinstance(node, tree.Sum) and len(node.terms) == 3:
        yield tree.Sum((node.terms[0], node.terms[2]))


def _raised(term: tree.Node, exponent: tree.Number) -> tree.Node:
    if isinstance(term, tree.Negative):
        return tree.Negative(tree.Power(term.of, exponent))
    return tree.Power(term, exponent)


def _root_of_sum(node: tree.Node) -> Iterator[tree.Node]:
    if (
        isinstance(node, tree.Call)
        and node.name in ("sqrt", "ln", "log", "sin", "cos", "exp")
        and len(node.arguments) == 1
    ):
        inner = node.arguments[0]
        if isinstance(inner, tree.Sum):
            yield tree.Sum(tuple(tree.Call(node.name, (one,)) for one in inner.terms))


def _turned_over(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Quotient):
        yield tree.Quotient(node.bottom, node.top)
    elif isinstance(node, tree.Power) and isinstance(node.exponent, tree.Negative):
        yield tree.Power(node.base, node.exponent.of)


def _halved(node: tree.Node) -> Iterator[tree.Node]:
    two = tree.Number(Fraction(2))
    yield tree.Product((two, node))
    yield tree.Quotient(node, two)


def _transposed(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Matrix):
        yield tree.Matrix(tuple(zip(*node.rows, strict=True)))
    elif isinstance(node, tree.Call) and node.name == "transpose":
        yield node.arguments[0]


def _swapped_product(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Product) and len(node.factors) == 2:
        yield tree.Product(node.factors[::-1])


def _swapped_entries(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Vector) and len(node.entries) == 2:
        yield tree.Vector(node.entries[::-1], node.brackets)


def _inner_derivative(node: tree.Node) -> Iterator[tree.Node]:
    """f'(g(x)) g'(x) without its last factor.

    A product loses the factor that is the slope of what stands inside another.
    """
    if isinstance(node, tree.Product):
        outer = tuple(one for one in node.factors if isinstance(one, (tree.Call, tree.Power)))
        for i, one in enumerate(node.factors):
            rest = (*node.factors[:i], *node.factors[i + 1 :])
            if outer and one not in outer:
                yield rest[0] if len(rest) == 1 else tree.Product(rest)
        if outer and len(outer) + 1 < len(node.factors):
            yield outer[0] if len(outer) == 1 else tree.Product(outer)


def _log_base(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Call) and node.name in ("ln", "log"):
        inner = node.arguments[0]
        for base in (2, 10):
            yield tree.Call("log", (inner, tree.Number(Fraction(base))))
        yield tree.Call("ln", (inner,))


def _sine_for_cosine(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Call) and node.name in ("sin", "cos"):
        yield tree.Call("cos" if node.name == "sin" else "sin", node.arguments)


def _without_mean(node: tree.Node) -> Iterator[tree.Node]:
    if isinstance(node, tree.Quotient) and isinstance(node.bottom, tree.Symbol) and symbols_in(node.bottom):
        yield node.top


def _other_side(node: tree.Node) -> Iterator[tree.Node]:
    flipped = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
    if isinstance(node, tree.Relation) and len(node.relators) == 1 and node.relators[0] in flipped:
        yield tree.Relation(node.sides, (flipped[node.relators[0]],))  # type: ignore[arg-type]


def _open_end(node: tree.Node) -> Iterator[tree.Node]:
    other = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
    if isinstance(node, tree.Relation):
        for i, one in enumerate(node.relators):
            if one in other:
                yield tree.Relation(node.sides, (*node.relators[:i], other[one], *node.relators[i + 1 :]))  # type: ignore[arg-type]
    elif isinstance(node, tree.Interval):
        yield tree.Interval(node.low, node.high, not node.low_in, node.high_in)
        yield tree.Interval(node.low, node.high, node.low_in, not node.high_in)


RULES: tuple[Rule, ...] = (
    Rule("opposite-sign", "The size is right, the sign is not.", _whole_sign),
    Rule("open-or-closed", "Look again at the ends: are they part of it?", _everywhere(_open_end)),
    Rule(
        "other-side",
        "The inequality points the other way: what happens when you multiply by a negative number?",
        _everywhere(_other_side),
    ),
    Rule(
        "power-of-sum",
        "A power of a sum is not the sum of the powers: (a + b)^2 has a middle term 2ab.",
        _everywhere(_power_of_sum),
    ),
    Rule(
        "function-of-sum", "A root, a logarithm or a sine of a sum is not the sum of them.", _everywhere(_root_of_sum)
    ),
    Rule("lost-sign", "A sign got lost on the way.", _everywhere(_lost_sign)),
    Rule("inner-derivative", "Multiply by the derivative of what stands inside.", _everywhere(_inner_derivative)),
    Rule("transposed", "Rows and columns are exchanged.", _everywhere(_transposed)),
    Rule("swapped-product", "The order of a product of matrices matters.", _everywhere(_swapped_product)),
    Rule("swapped-entries", "The entries are exchanged.", _everywhere(_swapped_entries)),
    Rule("turned-over", "The fraction is upside down.", _everywhere(_turned_over)),
    Rule("missing-mean", "Divide by how many there are.", _everywhere(_without_mean)),
    Rule("wrong-base", "The logarithm has another base.", _everywhere(_log_base)),
    Rule("sine-for-cosine", "Sine and cosine are exchanged.", _everywhere(_sine_for_cosine)),
    Rule("twice-or-half", "Yours is too large or too small by a factor of 2.", _halved),
    Rule("dropped-factor", "A factor is missing.", _everywhere(_dropped_factor)),
    Rule("dropped-term", "A term is missing.", _everywhere(_dropped_term)),
)
"""All rules, the most telling first."""
