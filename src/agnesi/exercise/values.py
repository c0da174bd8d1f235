"""From the tree of an answer to a value one can calculate with: Fractions, exact vectors, matrices, sets, intervals.

An entry that is no fraction becomes a `Real` (a constant) or a `Formula` (with letters), which compare soundly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from typing import Any

from agnesi.exercise.exact import Formula, Real, is_real
from agnesi.exercise.linear import ExactMatrix, ExactVector
from agnesi.maths import tree

_BITS = 20_000
"""Powers whose digits would need more than this stay trees."""


class MismatchError(ValueError):
    """What was typed is mathematics, but of another kind or shape than asked for.

    The message says so to the learner.
    """


@dataclass(frozen=True, slots=True)
class ExactInterval:
    """From `low` to `high`, either None where it has no end on that side; `x in interval` is exact."""

    low: Any
    high: Any
    low_in: bool
    high_in: bool

    def __contains__(self, x: Any) -> bool:
        above = self.low is None or self.low < x or (self.low_in and self.low == x)
        return above and (self.high is None or x < self.high or (self.high_in and self.high == x))


def value_of(node: tree.Node, symbols: Mapping[str, str]) -> Any:
    """The value of `node`: a Fraction, Real, Formula, ExactVector or ExactMatrix, or a tuple of those.

    Raises MismatchError where it is none of them (a statement, a set, words) or where its parts do not fit together.
    """
    try:
        return _value(node, symbols)
    except (TypeError, ValueError, AttributeError) as error:
        if isinstance(error, MismatchError):
            raise
        raise MismatchError("The parts of this do not fit together: look at their lengths.") from None
    except ZeroDivisionError:
        raise MismatchError("This divides by zero.") from None


def scalar(node: tree.Node, symbols: Mapping[str, str]) -> Any:
    """The value of `node`, which must be a number or a formula. Raises MismatchError otherwise."""
    value = value_of(node, symbols)
    if not isinstance(value, Fraction | Formula):
        raise MismatchError(f"A number is asked for; this is {kind_of(node)}.")
    return value


def number(node: tree.Node) -> Any:
    """The number that `node` is: a Fraction, or a Real.

    Raises MismatchError where it has letters in it or is no number at all.
    """
    value = scalar(node, {})
    if isinstance(value, Formula) and not isinstance(value, Real):
        raise MismatchError("A number is asked for; there are still letters in this.")
    return value


def real_number(node: tree.Node) -> Any:
    """As `number`, but raises MismatchError also where it is certainly no real number."""
    value = number(node)
    if not is_real(value):
        raise MismatchError("A real number is asked for; this is none.")
    return value


def entries(node: tree.Node) -> tuple[tree.Node, ...] | None:
    """What stands in the brackets of a vector, in a bare list, or in a matrix of one row or column; else None."""
    match node:
        case tree.Vector(entries=parts) | tree.Lines(of=parts):
            return parts
        case tree.Interval(low=low, high=high, low_in=low_in, high_in=high_in) if low_in == high_in:
            return low, high
        case tree.Matrix(rows=(row,)):
            return row
        case tree.Matrix(rows=rows) if all(len(row) == 1 for row in rows):
            return tuple(row[0] for row in rows)
        case tree.Call(name="transpose", arguments=(inner,)):
            return entries(inner)
    return None


def kind_of(node: tree.Node) -> str:
    """What `node` is, in words for a learner: "a vector with 3 entries", "an equation", "words"."""
    match node:
        case tree.Vector(entries=parts):
            return f"a vector with {counted(len(parts), 'entry', 'entries')}"
        case tree.Matrix(rows=rows):
            return f"a matrix of {counted(len(rows), 'row')} and {counted(len(rows[0]), 'column')}"
        case tree.Set() | tree.SetOf() | tree.SetOperation() | tree.Call(name="span"):
            return "a set"
        case tree.Interval():
            return "an interval"
        case tree.Lines(of=parts):
            return f"a list of {len(parts)}"
        case tree.Relation(relators=relators):
            return (
                "an equation"
                if set(relators) == {"="}
                else "an inequality"
                if set(relators) & set("<>")
                else "a statement"
            )
        case tree.Logic() | tree.Quantified():
            return "a statement"
        case tree.Text() | tree.Constant(name="true" | "false" | "undefined"):
            return "words"
        case tree.Constant(name=name) if name not in ("pi", "e", "i", "infinity"):
            return "a set"
    return "an expression" if has_letters(node) else "a number"


def without_letters(node: tree.Node) -> tree.Node:
    """`node` itself. Raises MismatchError where there are letters in it."""
    if has_letters(node):
        raise MismatchError("Numbers are asked for; there are still letters in this.")
    return node


def counted(n: int, one: str, many: str = "") -> str:
    """`1 entry`, `3 entries`."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def has_letters(node: tree.Node) -> bool:
    """Whether any symbol stands in `node`."""
    return any(isinstance(one, tree.Symbol) for one in tree.walk(node))


def _value(node: tree.Node, symbols: Mapping[str, str]) -> Any:
    match node:
        case tree.Number(value=value):
            return value
        case tree.Negative(of=of):
            return -_value(of, symbols)
        case tree.Sum(terms=terms):
            first, *rest = (_value(term, symbols) for term in terms)
            for term in rest:
                first = _added(first, term)
            return first
        case tree.Product(factors=factors):
            first, *rest = (_value(factor, symbols) for factor in factors)
            for factor in rest:
                first = _multiplied(first, factor)
            return first
        case tree.Quotient(top=top, bottom=bottom):
            above, below = _value(top, symbols), _value(bottom, symbols)
            return above / below if isinstance(below, Fraction | Formula) else _misfit()
        case tree.Power(base=base, exponent=exponent):
            return _power(node, _value(base, symbols), _value(exponent, symbols), symbols)
        case tree.Call(name="sqrt", arguments=(inner,)):
            return _root(node, _value(inner, symbols), symbols)
        case tree.Call(name="abs", arguments=(inner,)) if isinstance(value := _value(inner, symbols), Fraction):
            return abs(value)
        case tree.Call(name="transpose", arguments=(inner,)):
            value = _value(inner, symbols)
            return value.T if isinstance(value, ExactMatrix) else value
        case tree.Call(name="dot", arguments=(left, right)):
            a, b = _value(left, symbols), _value(right, symbols)
            vectors = isinstance(a, ExactVector) and isinstance(b, ExactVector)
            return a.dot(b) if vectors else _symbolic(node, symbols)
        case tree.Vector(entries=parts) | tree.Lines(of=parts):
            return _collected([_value(part, symbols) for part in parts])
        case tree.Matrix(rows=rows):
            return ExactMatrix([[_entry(one, symbols) for one in row] for row in rows])
    return _symbolic(node, symbols)


def _symbolic(node: tree.Node, symbols: Mapping[str, str]) -> Any:
    known = (tree.Symbol, tree.Index, tree.Call, tree.Power, tree.Constant, tree.Fold, tree.Integral, tree.Limit)
    if not isinstance(node, (*known, tree.Derivative, tree.Chance, tree.Cases)) or kind_of(node) in ("words", "a set"):
        raise MismatchError(f"A value is asked for; this is {kind_of(node)}.")
    return Formula(node, symbols) if has_letters(node) else Real(node, {})


def _entry(node: tree.Node, symbols: Mapping[str, str]) -> Any:
    value = _value(node, symbols)
    return value if isinstance(value, Fraction | Formula) else _misfit()


def _collected(values: list[Any]) -> Any:
    if all(isinstance(one, Fraction | Formula) for one in values):
        return ExactVector(values)
    return tuple(values)


def _added(a: Any, b: Any) -> Any:
    scalars = isinstance(a, Fraction | Formula), isinstance(b, Fraction | Formula)
    return a + b if scalars[0] == scalars[1] and not isinstance(a, tuple) else _misfit()


def _multiplied(a: Any, b: Any) -> Any:
    if isinstance(a, ExactMatrix) and isinstance(b, ExactMatrix | ExactVector):
        return a @ b
    fits = isinstance(a, Fraction | Formula) or isinstance(b, Fraction | Formula)
    return a * b if fits and not isinstance(a, tuple) and not isinstance(b, tuple) else _misfit()


def _power(node: tree.Node, base: Any, exponent: Any, symbols: Mapping[str, str]) -> Any:
    if not isinstance(base, Fraction | Formula):
        return _misfit()
    if not isinstance(base, Fraction) or not isinstance(exponent, Fraction):
        return _symbolic(node, symbols)
    if exponent == Fraction(1, 2):
        return _root(node, base, symbols)
    bits = max(base.numerator.bit_length(), base.denominator.bit_length())
    if exponent.denominator != 1 or abs(exponent) * bits > _BITS:
        return _symbolic(node, symbols)
    return base ** int(exponent)


def _root(node: tree.Node, value: Any, symbols: Mapping[str, str]) -> Any:
    if isinstance(value, Fraction) and value >= 0:
        top, bottom = isqrt(value.numerator), isqrt(value.denominator)
        if top * top == value.numerator and bottom * bottom == value.denominator:
            return Fraction(top, bottom)
    elif isinstance(value, Fraction):
        raise MismatchError("This takes the square root of a negative number.")
    return _symbolic(node, symbols)


def _misfit() -> Any:
    raise MismatchError("The parts of this do not fit together.")
