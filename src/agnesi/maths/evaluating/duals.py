"""Numbers that carry a derivative along: evaluate with one of these for x and the slope comes out beside the value.

Each derivative that is being taken has a tag of its own, so that derivatives of derivatives do not mix.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flint import fmpq

from agnesi.maths.evaluating.scalars import is_scalar, is_zero


@dataclass(frozen=True, slots=True)
class Dual:
    """value + slope·h with h² = 0; `tag` says which h."""

    tag: int
    value: Any
    slope: Any

    def __add__(self, other: Any) -> Any:
        if isinstance(other, Dual) and other.tag == self.tag:
            return Dual(self.tag, self.value + other.value, self.slope + other.slope)
        if isinstance(other, Dual) and other.tag > self.tag:
            return Dual(other.tag, self + other.value, other.slope)
        return Dual(self.tag, self.value + other, self.slope) if _plain(other) else NotImplemented

    def __radd__(self, other: Any) -> Any:
        return self + other

    def __neg__(self) -> Dual:
        return Dual(self.tag, -self.value, -self.slope)

    def __sub__(self, other: Any) -> Any:
        return self + (-other)

    def __rsub__(self, other: Any) -> Any:
        return (-self) + other

    def __mul__(self, other: Any) -> Any:
        if isinstance(other, Dual) and other.tag == self.tag:
            return Dual(self.tag, self.value * other.value, self.value * other.slope + self.slope * other.value)
        if isinstance(other, Dual) and other.tag > self.tag:
            return Dual(other.tag, self * other.value, self * other.slope)
        return Dual(self.tag, self.value * other, self.slope * other) if _plain(other) else NotImplemented

    def __rmul__(self, other: Any) -> Any:
        return self * other

    def __truediv__(self, other: Any) -> Any:
        if isinstance(other, Dual):
            return self * other.reciprocal()
        return Dual(self.tag, self.value / other, self.slope / other) if _plain(other) else NotImplemented

    def __rtruediv__(self, other: Any) -> Any:
        return other * self.reciprocal()

    def reciprocal(self) -> Dual:
        """One over it."""
        over = 1 / self.value
        return Dual(self.tag, over, -self.slope * over * over)


def split(x: Any, tag: int) -> tuple[Any, Any]:
    """The value and the slope of `x` with respect to `tag`."""
    return (x.value, x.slope) if isinstance(x, Dual) and x.tag == tag else (x, fmpq(0))


def primal(x: Any) -> Any:
    """The plain number under all slopes."""
    while isinstance(x, Dual):
        x = x.value
    return x


def primal_is_zero(x: Any) -> bool:
    """Whether the plain number under `x` is zero."""
    return is_zero(primal(x))


def _plain(x: Any) -> bool:
    return is_scalar(x) or isinstance(x, (int, Dual))
