"""A tree as it is read aloud, for screen readers and for whoever has not met the notation: "x squared plus two x"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agnesi.maths.functions import FUNCTIONS
from agnesi.maths.showing.order import level
from agnesi.maths.tree import (
    Blank,
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
    Text,
    Vector,
)

_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_FRACTIONS = {
    (1, 2): "one half",
    (1, 3): "one third",
    (2, 3): "two thirds",
    (1, 4): "one quarter",
    (3, 4): "three quarters",
}
_RELATORS = {
    "=": "equals", "!=": "is not equal to", "<": "is less than", "<=": "is at most", ">": "is greater than",
    ">=": "is at least", "in": "is in", "notin": "is not in", "subset": "is a proper subset of",
    "subseteq": "is a subset of", "approx": "is about", "~": "is distributed as", "divides": "divides",
    "equiv": "is congruent to", "perp": "is perpendicular to", "propto": "is proportional to",
}  # fmt: skip
_CONSTANTS = {
    "reals": "the real numbers", "integers": "the integers", "naturals": "the natural numbers",
    "rationals": "the rational numbers", "complexes": "the complex numbers", "empty": "the empty set",
    "identity": "the identity matrix",
}  # fmt: skip
_CHANCES = {
    "P": "the probability of", "E": "the expected value of", "Var": "the variance of", "Cov": "the covariance of",
    "Corr": "the correlation of", "SD": "the standard deviation of", "H": "the entropy of",
    "KL": "the divergence from", "I": "the information of",
}  # fmt: skip
_FOLDS = {
    "argmax": "argument of the maximum",
    "argmin": "argument of the minimum",
    "max": "maximum",
    "min": "minimum",
    "sup": "supremum",
    "inf": "infimum",
}


def shown(node: Node) -> str:
    """`node` in words."""
    return _WRITERS[type(node)](node)


def _grouped(node: Node, least: int) -> str:
    """`node`, marked off as one quantity where it binds less tightly than what stands around it."""
    return f"the quantity {shown(node)}" if level(node) < least else shown(node)


def _list(nodes: tuple[Node, ...]) -> str:
    return ", ".join(map(shown, nodes))


def _and(nodes: tuple[Node, ...]) -> str:
    texts = list(map(shown, nodes))
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " and " + texts[-1]


def _number(node: Number) -> str:
    if node.digits:
        mantissa, raised, exponent = node.digits.rstrip("%").partition("e")
        text = mantissa.replace(".", " point ").strip() + " percent" * node.digits.endswith("%")
        return text + (f" times ten to the power {exponent.replace('-', 'minus ')}" if raised else "")
    value = node.value
    return _SMALL[int(value)] if value.denominator == 1 and value < len(_SMALL) else str(value).replace("/", " over ")


def _symbol(node: Symbol) -> str:
    name = node.name
    bare = name.rstrip("'")
    primes = " prime" * (len(name) - len(bare))
    mark, opened, rest = bare.partition("(")
    if opened and ")" in rest:
        inner, _, after = rest.partition(")")
        return f"{inner} {mark}{after.replace('_', ' sub ')}{primes}"
    return bare.replace("_", " sub ") + primes


def _constant(node: Constant) -> str:
    return _CONSTANTS.get(node.name, node.name)


def _index(node: Index) -> str:
    return f"{_grouped(node.of, 46)} sub {_list(node.at)}"


def _sum(node: Sum) -> str:
    text = shown(node.terms[0])
    for term in node.terms[1:]:
        text += f" minus {_grouped(term.of, 29)}" if isinstance(term, Negative) else f" plus {_grouped(term, 21)}"
    return text


def _negative(node: Negative) -> str:
    return f"minus {_grouped(node.of, 29)}"


def _plus_minus(node: PlusMinus) -> str:
    sign = "minus or plus" if node.minus_first else "plus or minus"
    return f"{'' if node.left is None else shown(node.left) + ' '}{sign} {_grouped(node.right, 29)}"


def _product(node: Product) -> str:
    words = _grouped(node.factors[0], 30)
    for before, factor in zip(node.factors, node.factors[1:], strict=False):
        light = isinstance(before, (Number, Symbol)) and isinstance(factor, (Symbol, Power, Call, Constant, Index))
        words += (" " if light else " times ") + _grouped(factor, 29 if factor is node.factors[-1] else 31)
    return words


def _quotient(node: Quotient) -> str:
    top, bottom = node.top, node.bottom
    if (
        isinstance(top, Number)
        and isinstance(bottom, Number)
        and (found := _FRACTIONS.get((int(top.value), int(bottom.value))))
    ):
        return found
    return f"{_grouped(top, 30)} over {_grouped(bottom, 31)}"


def _power(node: Power) -> str:
    base, exponent = _grouped(node.base, 45), node.exponent
    if isinstance(exponent, Number) and exponent.value in (2, 3):
        return f"{base} {'squared' if exponent.value == 2 else 'cubed'}"
    if isinstance(exponent, Negative) and isinstance(exponent.of, Number) and exponent.of.value == 1:
        return f"{base} inverse"
    return f"{base} to the power {_grouped(exponent, 25)}"


def _call(node: Call) -> str:
    known = FUNCTIONS.get(node.name)
    if known is None:
        name = node.name.replace("^-1", " inverse")
        return f"{name.replace(chr(39), ' prime')} of {_and(node.arguments)}"
    if node.name in ("log", "norm") and len(node.arguments) == 2:
        start = "the logarithm to the base" if node.name == "log" else "the norm of order"
        return f"{start} {shown(node.arguments[1])} of {shown(node.arguments[0])}"
    texts = [_grouped(one, 21) for one in node.arguments]
    text = known.words.replace("{all}", _and(node.arguments)).replace("{}", texts[0])
    for at, one in enumerate(texts):
        text = text.replace(f"{{{at}}}", one)
    return text if known.words.startswith("{") else f"the {text}"


def _fold(node: Fold) -> str:
    letter = node.variable.name
    if node.low is not None:
        runs = f"over {letter} from {shown(node.low)}" + ("" if node.high is None else f" to {shown(node.high)}")
    elif node.over is not None:
        runs = f"over {shown(node.over)}" if isinstance(node.over, Relation) else f"over {letter} in {shown(node.over)}"
    else:
        runs = f"over {letter}"
    return f"the {_FOLDS.get(node.kind, node.kind)} {runs} of {_grouped(node.body, 29)}"


def _integral(node: Integral) -> str:
    bounds = f" from {shown(node.low)} to {shown(node.high)}" if node.low is not None and node.high is not None else ""
    over = f" over {shown(node.over)}" if node.over is not None else ""
    return f"the integral{bounds}{over} of {shown(node.body)} d {shown(node.variable)}"


def _limit(node: Limit) -> str:
    side = {"both": "", "left": " from the left", "right": " from the right"}[node.side]
    return f"the limit as {shown(node.variable)} goes to {shown(node.to)}{side} of {_grouped(node.body, 29)}"


def _derivative(node: Derivative) -> str:
    order = shown(node.order)
    often = {"one": "", "two": "second ", "three": "third "}.get(order, f"order {order} ")
    name = f"the {often}{'partial ' * node.partial}derivative"
    return f"{name} of {_grouped(node.body, 21)} with respect to {shown(node.variable)}"


def _gradient(node: Gradient) -> str:
    return f"the gradient of {_grouped(node.body, 21)}" + (
        "" if node.variable is None else f" with respect to {shown(node.variable)}"
    )


def _chance(node: Chance) -> str:
    arguments = " to ".join(map(shown, node.arguments)) if node.kind == "KL" else _and(node.arguments)
    given = f" given {_and(node.given)}" if node.given else ""
    under = f" under {shown(node.under)}" if node.under is not None else ""
    return f"{_CHANCES[node.kind]} {arguments}{given}{under}"


def _relation(node: Relation) -> str:
    text = shown(node.sides[0])
    for relator, side in zip(node.relators, node.sides[1:], strict=True):
        text += f" {_RELATORS[relator]} {shown(side)}"
    return text.strip()


def _logic(node: Logic) -> str:
    if node.kind == "not":
        return f"not {shown(node.of[0])}"
    return {"implies": " implies ", "iff": " if and only if "}.get(node.kind, f" {node.kind} ").join(
        map(shown, node.of)
    )


def _quantified(node: Quantified) -> str:
    over = "" if node.over is None else f" in {shown(node.over)}"
    start = "for all" if node.kind == "forall" else "there exists"
    return f"{start} {node.variable.name}{over}{',' if node.kind == 'forall' else ' such that'} {shown(node.body)}"


def _vector(node: Vector) -> str:
    return f"the vector {_list(node.entries)}"


def _matrix(node: Matrix) -> str:
    rows = "; ".join(f"row {at}: {_list(row)}" for at, row in enumerate(node.rows, 1))
    return f"the {len(node.rows)} by {len(node.rows[0])} matrix, {rows}"


def _set(node: Set) -> str:
    return f"the set of {_and(node.elements)}" if node.elements else "the empty set"


def _set_of(node: SetOf) -> str:
    return f"the set of all {shown(node.body)} such that {shown(node.condition)}"


def _interval(node: Interval) -> str:
    ends = {
        (True, True): "both included",
        (False, False): "both excluded",
        (True, False): "the right end excluded",
        (False, True): "the left end excluded",
    }
    return f"the interval from {shown(node.low)} to {shown(node.high)}, {ends[node.low_in, node.high_in]}"


def _set_operation(node: SetOperation) -> str:
    if node.kind == "complement":
        return f"the complement of {shown(node.of[0])}"
    return {
        "union": " union ",
        "intersection": " intersected with ",
        "difference": " without ",
        "cartesian": " times ",
    }[node.kind].join(map(shown, node.of))


def _cases(node: Cases) -> str:
    return "; ".join(
        f"{shown(value)} otherwise" if condition is None else f"{shown(value)} if {shown(condition)}"
        for value, condition in node.pieces
    )


def _lines(node: Lines) -> str:
    return "; ".join(map(shown, node.of))


def _text(node: Text) -> str:
    return "and so on" if node.words == "..." else node.words


def _blank(node: Blank) -> str:
    return ""


_WRITERS: dict[type[Node], Callable[[Any], str]] = {
    Number: _number, Constant: _constant, Symbol: _symbol, Index: _index, Sum: _sum, Negative: _negative,
    PlusMinus: _plus_minus, Product: _product, Quotient: _quotient, Power: _power, Call: _call, Fold: _fold,
    Integral: _integral, Limit: _limit, Derivative: _derivative, Gradient: _gradient, Chance: _chance,
    Relation: _relation, Blank: _blank, Logic: _logic, Quantified: _quantified, Vector: _vector, Matrix: _matrix,
    Set: _set, SetOf: _set_of, Interval: _interval, SetOperation: _set_operation, Cases: _cases, Lines: _lines,
    Text: _text,
}  # fmt: skip
