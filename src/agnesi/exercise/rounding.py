"""An exact number as the decimal that a learner would give for it: to so many places, or so many significant digits."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from agnesi.exercise.exact import approximately


def rounded(value: Any, *, places: int | None = None, digits: int | None = None) -> str:
    """`value` (a Fraction or a Real) as a decimal with `places` after the point, or with `digits` significant digits.

    A value half way between two goes away from zero.
    """
    exact = value if isinstance(value, Fraction) else approximately(value)
    if places is None:
        places = (digits or 1) - 1 - _magnitude(exact)
        if _magnitude(_nearest(exact, places)) > _magnitude(exact):
            places -= 1
    return _written(_nearest(exact, places), places)


def _nearest(value: Fraction, places: int) -> Fraction:
    scale = Fraction(10) ** places
    whole = int(abs(value) * scale + Fraction(1, 2)) / scale
    return -whole if value < 0 else whole


def _magnitude(value: Fraction) -> int:
    """The power of ten of the first digit; 0 for 0."""
    if value == 0:
        return 0
    guess = len(str(abs(value.numerator))) - len(str(value.denominator))
    return guess if abs(value) >= Fraction(10) ** guess else guess - 1


def _written(value: Fraction, places: int) -> str:
    if places <= 0:
        return str(int(value))
    digits = str(int(abs(value) * 10**places)).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"
