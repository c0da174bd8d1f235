"""Closeness within a declared tolerance, for vectors and matrices of rounded numbers."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from agnesi.exercise.exact import is_real
from agnesi.exercise.linear import ExactMatrix, ExactVector


def near(value: Any, key: Any, tolerance: float | Fraction) -> bool:
    """Whether each entry of `value` is at most `tolerance` away from that of `key`, which has the same shape."""
    most = Fraction(tolerance)
    return all(is_real(a) and abs(a - b) <= most for a, b in zip(_flat(value), _flat(key), strict=True))


def _flat(value: Any) -> Iterable[Any]:
    if isinstance(value, ExactMatrix | ExactVector):
        return [one for row in value for one in _flat(row)]
    return [value]
