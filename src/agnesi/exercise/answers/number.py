"""Numbers: whole, exact, rounded, and probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from agnesi.exercise.answer import Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, compared, in_part, key_node, wrong
from agnesi.exercise.answers.forms import with_form
from agnesi.exercise.rounding import rounded
from agnesi.exercise.shown import typed
from agnesi.exercise.values import counted, number, real_number
from agnesi.maths import tree


@dataclass(frozen=True, slots=True)
class Number(MathsAnswer):
    """An exact number: an int, a Fraction, or a text such as `"sqrt(2)/2"`.

    `forms` such as `"lowest-terms"` are asked for on top.
    """

    key: int | Fraction | str | tree.Node
    forms: tuple[str, ...] = ()

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> Any:
        """A Fraction where the number is rational, a Real elsewhere."""
        return number(node)

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Equal as numbers; a rounded decimal of the right number gets half."""
        key = key_node(self.typed(), {})
        target = number(key)
        if isinstance(reading.value, Fraction) and isinstance(target, Fraction):
            judged = RIGHT if reading.value == target else wrong()
        else:
            judged = compared(reading, key, symbols, seed)
        if not judged.verdict and judged.verdict.outcome == "different" and _rounded(reading, target):
            return in_part("Rounded well, but an exact number is asked for: a fraction or a root.")
        return with_form(judged, reading, self.forms, symbols)

    def typed(self) -> str:
        """As typed: `3`, `-1/2`, `sqrt(2)/2`."""
        return typed(self.key)


@dataclass(frozen=True, slots=True)
class Integer(Number):
    """A whole number; anything else gets a message of its own."""

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Equal, and whole."""
        if isinstance(reading.value, Fraction) and reading.value.denominator != 1:
            return wrong("The answer is a whole number.")
        return Number.decide(self, reading, symbols, seed)


@dataclass(frozen=True, slots=True)
class Decimal(MathsAnswer):
    """A number that may be rounded.

    Give one of `tolerance` (largest difference), `places` (after the point), `digits` (significant).
    `relative=True` makes the tolerance a share of the key. The key may be a float: how far it may be off is declared.
    """

    key: int | float | Fraction | str | tree.Node
    tolerance: float | Fraction | None = None
    places: int | None = None
    digits: int | None = None
    relative: bool = False

    def __post_init__(self) -> None:
        if sum(one is not None for one in (self.tolerance, self.places, self.digits)) != 1:
            raise ValueError("give one of tolerance, places and digits")

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> Any:
        """A Fraction where the number is rational, a Real elsewhere."""
        return real_number(node)

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Within the tolerance; a good value with other places or digits than asked for gets half."""
        key = key_node(typed(self.key), {})
        if self.tolerance is not None:
            target = number(key)
            most = Fraction(self.tolerance) * (abs(target) if self.relative else 1)
            return RIGHT if abs(reading.value - target) <= most else wrong()
        if self.places is not None:
            asked, most = counted(self.places, "decimal place"), Fraction(1, 2 * 10**self.places)
            judged = compared(reading, key, symbols, seed, "decimal-places", {"digits": self.places})
        else:
            assert self.digits is not None
            asked, most = counted(self.digits, "significant digit"), abs(number(key)) / (2 * 10 ** (self.digits - 1))
            judged = compared(reading, key, symbols, seed, "significant-figures", {"digits": self.digits})
        close = abs(reading.value - number(key)) <= most
        if judged.verdict.outcome == "different" and close:
            return in_part(f"The value is right; give it to {asked}.")
        return judged

    def typed(self) -> str:
        """The key, rounded as asked for."""
        if self.tolerance is not None:
            return typed(self.key)
        exact = number(key_node(typed(self.key), {}))
        if self.places is not None:
            return rounded(exact, places=self.places)
        return rounded(exact, digits=self.digits)


@dataclass(frozen=True, slots=True)
class Probability(MathsAnswer):
    """A number in [0, 1], exact or, where `places` is given, also rounded to so many places or more; `25%` is 0.25."""

    key: int | Fraction | str | tree.Node
    places: int | None = None

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> Any:
        """A Fraction where the number is rational, a Real elsewhere."""
        return real_number(node)

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Equal, or close enough where rounding is allowed; outside of [0, 1] it is told so."""
        if reading.value < 0 or reading.value > 1:
            return wrong("A probability lies between 0 and 1.")
        if self.places is not None:
            off = abs(reading.value - number(key_node(self.typed(), {})))
            return RIGHT if off <= Fraction(1, 2 * 10**self.places) else wrong()
        return Number(self.key).decide(reading, symbols, seed)

    def typed(self) -> str:
        """As typed: `1/3`."""
        return typed(self.key)


def _rounded(reading: Reading, target: Any) -> bool:
    """Whether a decimal of two places or more was typed that is `target` rounded to as many."""
    node = reading.node.of if isinstance(reading.node, tree.Negative) else reading.node
    if not isinstance(node, tree.Number) or not isinstance(reading.value, Fraction) or "." not in node.digits:
        return False
    places = len(node.digits.partition(".")[2])
    if not node.digits.replace(".", "").isdigit() or places < 2:
        return False
    return bool(abs(target - reading.value) <= Fraction(1, 2 * 10**places))
