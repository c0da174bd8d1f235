"""A table of values and their probabilities, typed as `0: 1/4, 1: 1/2, 2: 1/4`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from agnesi import maths
from agnesi.exercise.answer import Field, Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, key_node, parsed, wrong
from agnesi.exercise.shown import typed
from agnesi.exercise.values import number, real_number
from agnesi.maths import ReadingError, tree


@dataclass(frozen=True, slots=True)
class Distribution(MathsAnswer):
    """A discrete distribution: `Distribution({0: Fraction(1, 4), 1: Fraction(3, 4)})`.

    Values of probability 0 may be left out.
    """

    table: Mapping[Any, Any]

    @property
    def field(self) -> Field:
        """A box for mathematics, with the notation shown."""
        return Field("maths", placeholder="value: probability, value: probability")

    def parse(self, text: str, symbols: Mapping[str, str]) -> tuple[tree.Node, tuple[str, ...]]:
        """A vector of pairs (value, probability). Raises ReadingError where a colon is missing."""
        pairs = []
        for start, piece in _pieces(text):
            left, colon, right = piece.partition(":")
            if not colon:
                raise ReadingError(
                    "Write each value, a colon, its probability: 0: 1/4, 1: 3/4.", start, start + len(piece)
                )
            pairs.append(tree.Vector((_read(left, start), _read(right, start + len(left) + 1))))
        return tree.Vector(tuple(pairs)), ()

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> tuple[tuple[Any, Any], ...]:
        """The pairs (value, probability) as listed."""
        assert isinstance(node, tree.Vector)
        pairs = [one.entries for one in node.entries if isinstance(one, tree.Vector)]
        return tuple((real_number(value), real_number(chance)) for value, chance in pairs)

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """The same probability for each value; a table that is no distribution is told so."""
        if any(chance < 0 for _, chance in reading.value):
            return wrong("A probability is never negative.")
        if sum((chance for _, chance in reading.value), Fraction(0)) != 1:
            return wrong("The probabilities of all values add up to 1; yours do not.")
        key = [(number(key_node(typed(v), {})), number(key_node(typed(p), {}))) for v, p in self.table.items()]
        given = [(v, p) for v, p in reading.value if p != 0]
        asked = [(v, p) for v, p in key if p != 0]
        if len(given) != len(asked):
            return wrong("The values that can occur are others.")
        matched = all(any(v == w for w, _ in asked) for v, _ in given)
        if not matched:
            return wrong("The values that can occur are others.")
        return RIGHT if all(any(v == w and p == q for w, q in asked) for v, p in given) else wrong()

    def typed(self) -> str:
        """As typed: `0: 1/4, 1: 3/4`."""
        return ", ".join(f"{typed(value)}: {typed(chance)}" for value, chance in self.table.items())

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """A table of two rows."""
        heads, chances = (
            [maths.show(maths.read(typed(one)), "latex") for one in row]
            for row in zip(*self.table.items(), strict=True)
        )
        bars = "|".join("c" * len(heads))
        return rf"\begin{{array}}{{{bars}}} {' & '.join(heads)} \\ \hline {' & '.join(chances)} \end{{array}}"


def _pieces(text: str) -> list[tuple[int, str]]:
    """(start, text) of each `value: probability`, parted by commas, semicolons or line breaks."""
    return [(found.start(), found[0]) for found in re.finditer(r"[^,;\n]+", text) if found[0].strip()]


def _read(text: str, start: int) -> tree.Node:
    try:
        return parsed(text, {})[0]
    except ReadingError as error:
        raise ReadingError(error.message, error.start + start, error.end + start) from None
