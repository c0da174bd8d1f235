"""Numbers and formulas that are known by their tree: what an author's predicate gets where an entry is no fraction.

They calculate by building trees and compare by `maths.compare`, so that `==` is sound for roots, logarithms and
letters alike. What cannot be decided raises `UndecidedError`, and the answer is then judged "could not decide", never
wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from typing import Any, TypeVar

from flint import arb, fmpq

from agnesi import maths
from agnesi.maths import tree
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.scalars import TOP, Imprecise, Undefined, Unsupported, arithmetic, arithmetic_of, sign
from agnesi.maths.evaluating.scene import Scene

T = TypeVar("T")

_WORK = 100_000
_ENOUGH_BITS = 100
_SMALL = 10**6
_FAR = 20_000


class UndecidedError(Exception):
    """Raised where two values could not be told equal or different."""


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """A scalar known by its tree, with letters in it. `f.at(x=2)` is its value at a point."""

    node: tree.Node
    symbols: Mapping[str, str]

    def __hash__(self) -> int:
        """Raises TypeError: formulas that are written differently may be equal."""
        raise TypeError("a formula with letters cannot be put in a set; compare with ==")

    def __add__(self, other: Any) -> Formula:
        return self._made(tree.Sum((self.node, node_of(other))))

    def __radd__(self, other: Any) -> Formula:
        return self._made(tree.Sum((node_of(other), self.node)))

    def __sub__(self, other: Any) -> Formula:
        return self._made(tree.Sum((self.node, tree.Negative(node_of(other)))))

    def __rsub__(self, other: Any) -> Formula:
        return self._made(tree.Sum((node_of(other), tree.Negative(self.node))))

    def __mul__(self, other: Any) -> Formula:
        if not isinstance(other, Formula | Fraction | int):
            return NotImplemented
        return self._made(tree.Product((self.node, node_of(other))))

    def __rmul__(self, other: Any) -> Formula:
        return self._made(tree.Product((node_of(other), self.node)))

    def __truediv__(self, other: Any) -> Formula:
        return self._made(tree.Quotient(self.node, node_of(other)))

    def __rtruediv__(self, other: Any) -> Formula:
        return self._made(tree.Quotient(node_of(other), self.node))

    def __pow__(self, exponent: int | Fraction) -> Formula:
        return self._made(tree.Power(self.node, node_of(exponent)))

    def __neg__(self) -> Formula:
        return self._made(tree.Negative(self.node))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Formula | Fraction | int):
            return NotImplemented
        verdict = maths.compare(self.node, node_of(other), self.symbols)
        if verdict.outcome == "undecided":
            raise UndecidedError(verdict.message)
        return bool(verdict)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __bool__(self) -> bool:
        return self != 0

    def at(self, **values: Any) -> Any:
        """The value with numbers put in for letters: a Fraction where it is one."""
        from agnesi.exercise.values import scalar

        put = {name: node_of(value) for name, value in values.items()}
        return scalar(substituted(self.node, put), self.symbols)

    def _made(self, node: tree.Node) -> Formula:
        return type(self)(node, self.symbols)


class Real(Formula):
    """A real number that is no fraction, such as sqrt(2) or ln 3; it can be ordered too."""

    __slots__ = ()

    def __hash__(self) -> int:
        """Equal numbers have equal hashes, a Real that is a fraction after all that of the fraction."""
        near = approximately(self)
        fraction = near.limit_denominator(_SMALL)
        if abs(near - fraction) < Fraction(1, _SMALL**4) and self == fraction:
            return hash(fraction)
        return hash(int(near * _SMALL**2))

    def __lt__(self, other: Any) -> bool:
        return self._sign_of_difference(other) < 0

    def __le__(self, other: Any) -> bool:
        return self._sign_of_difference(other) <= 0

    def __gt__(self, other: Any) -> bool:
        return self._sign_of_difference(other) > 0

    def __ge__(self, other: Any) -> bool:
        return self._sign_of_difference(other) >= 0

    def __abs__(self) -> Formula:
        return -self if self < 0 else self

    def _sign_of_difference(self, other: Any) -> int:
        if self == other:
            return 0
        return _in_balls((self - other).node, sign)


def node_of(value: Any) -> tree.Node:
    """`value` as a tree: a whole number, a fraction, a formula, or a tree already.

    Raises TypeError for anything else.
    """
    if isinstance(value, tree.Node):
        return value
    if isinstance(value, Formula):
        return value.node
    if isinstance(value, int | Fraction):
        return _rational(Fraction(value))
    raise TypeError(f"{value!r} is no exact value")


def is_real(value: Any) -> bool:
    """False where `value` is certainly no real number: infinite, complex, or not defined over the reals."""
    if not isinstance(value, Real):
        return True
    try:
        return _in_balls(value.node, lambda found: isinstance(found, fmpq | arb))
    except UndecidedError as error:
        return not isinstance(error.__cause__, Undefined)


def approximately(value: Real) -> Fraction:
    """A fraction within 1e-30 of `value`, relative to its size."""
    return _in_balls(value.node, _middle)


def _in_balls(node: tree.Node, ask: Callable[[Any], T]) -> T:
    """What `ask` says of the number that `node` is, once it is known well enough. Raises UndecidedError."""
    for bits in (128, 512, TOP):
        with arithmetic_of(bits):
            arithmetic.work = _WORK
            try:
                return ask(evaluate(node, Scene({})))
            except Imprecise:
                continue
            except (Undefined, Unsupported, TypeError) as error:
                raise UndecidedError(str(error)) from error
    raise UndecidedError("These two numbers are too close to be told apart.")


def _middle(ball: Any) -> Fraction:
    if isinstance(ball, fmpq):
        return Fraction(int(ball.p), int(ball.q))
    if not isinstance(ball, arb) or not ball.is_finite():
        raise Unsupported("this is no real number")
    if ball.rel_accuracy_bits() < _ENOUGH_BITS:
        raise Imprecise
    mantissa, exponent = ball.mid().man_exp()
    if abs(int(exponent)) > _FAR:
        raise Unsupported("this number is too far from 1 to be written out")
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def substituted(node: tree.Node, put: Mapping[str, tree.Node]) -> tree.Node:
    """`node` with trees in the place of letters, except where a sum, an integral or the like binds the letter."""
    if isinstance(node, tree.Symbol):
        return put.get(node.name, node)
    bound = getattr(node, "variable", None)
    if isinstance(bound, tree.Symbol):
        put = {name: value for name, value in put.items() if name != bound.name}
    parts = {one.name: _within(getattr(node, one.name), put) for one in fields(node) if one.name != "span"}
    return replace(node, **parts)


def _within(value: Any, put: Mapping[str, tree.Node]) -> Any:
    if isinstance(value, tree.Node):
        return substituted(value, put)
    return tuple(_within(one, put) for one in value) if isinstance(value, tuple) else value


def _rational(value: Fraction) -> tree.Node:
    if value < 0:
        return tree.Negative(_rational(-value))
    if value.denominator == 1:
        return tree.Number(value)
    return tree.Quotient(tree.Number(Fraction(value.numerator)), tree.Number(Fraction(value.denominator)))
