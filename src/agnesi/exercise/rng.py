"""Seeded chance of our own: the same label and seed give the same draws for ever, whatever is installed.

Word number n of a stream is eight bytes of SHA-256("label|seed|n"), read big-endian. Golden values in the tests pin it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

_WORD = 2**64
_TRIES = 1000


class Rng:
    """The chance of one problem.

    `case` names the feature this problem must have, "" where the exercise has no cases.
    """

    def __init__(self, label: str, seed: int, case: str = "") -> None:
        self.case = case
        self._prefix = f"{label}|{seed}|"
        self._drawn = 0

    def integer(self, low: int, high: int, nonzero: bool = False, avoid: Collection[int] = ()) -> int:
        """A whole number from `low` to `high`, both included, all equally likely but for those excluded."""
        if not nonzero and not avoid:
            return low + self._below(high - low + 1)
        allowed = [n for n in range(low, high + 1) if n not in avoid and not (nonzero and n == 0)]
        return self.choice(allowed)

    def integers(self, n: int, low: int = -5, high: int = 5, nonzero: bool = False) -> tuple[int, ...]:
        """`n` whole numbers drawn one by one; with `nonzero` none of them is 0."""
        return tuple(self.integer(low, high, nonzero) for _ in range(n))

    def choice(self, options: Sequence[T]) -> T:
        """One of `options`, all equally likely. Raises ValueError when there is none."""
        return options[self._below(len(options))]

    def sample(self, options: Sequence[T], n: int) -> list[T]:
        """`n` of `options` at different places, in the order drawn. Raises ValueError when there are fewer."""
        if n > len(options):
            raise ValueError(f"cannot draw {n} of {len(options)}")
        left = list(options)
        return [left.pop(self._below(len(left))) for _ in range(n)]

    def shuffle(self, options: Sequence[T]) -> list[T]:
        """All of `options` in a random order, as a new list."""
        return self.sample(options, len(options))

    def fraction(self, low: int = -3, high: int = 3, denominators: Sequence[int] = (2, 3, 4, 5)) -> Fraction:
        """A fraction strictly between `low` and `high`, in lowest terms over one of `denominators`, never whole."""
        bottom = self.choice(denominators)
        tops = [top for top in range(low * bottom + 1, high * bottom) if Fraction(top, bottom).denominator == bottom]
        return Fraction(self.choice(tops), bottom)

    def chance(self, p: float | Fraction) -> bool:
        """True with probability `p`."""
        return self._word() < int(Fraction(p) * _WORD)

    def until(self, draw: Callable[[], T], accept: Callable[[T], object]) -> T:
        """What `draw` gives the first time that `accept` likes it. Raises ValueError after a thousand tries."""
        for _ in range(_TRIES):
            if accept(drawn := draw()):
                return drawn
        raise ValueError(f"nothing acceptable in {_TRIES} draws")

    def _below(self, n: int) -> int:
        """A whole number from 0 to n - 1.

        The last, incomplete run of words is thrown away, so that none is favoured.
        """
        if n <= 0:
            raise ValueError("nothing to choose from")
        limit = _WORD - _WORD % n
        while (word := self._word()) >= limit:
            pass
        return word % n

    def _word(self) -> int:
        digest = sha256(f"{self._prefix}{self._drawn}".encode()).digest()
        self._drawn += 1
        return int.from_bytes(digest[:8], "big")
