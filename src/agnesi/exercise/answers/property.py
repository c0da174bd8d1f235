"""Any answer that has a property: the author gives a predicate and one example, and whatever it holds for is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from agnesi.exercise.answer import Field, Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, undecided, wrong
from agnesi.maths import tree


@dataclass(frozen=True, slots=True)
class Property(MathsAnswer):
    """Any answer of kind `of` for which `predicate` holds, such as `example`.

    The predicate gets what the kind `take`s: a Fraction for a Number, an ExactVector for a Vector, an ExactMatrix, a
    tuple of them for a Tuple, a Formula for an Expression. Another kind, length or shape than the example's is told
    so before it is called. Where it raises, nobody is blamed: the answer counts as undecided.
    """

    of: type[MathsAnswer]
    predicate: Callable[[Any], object]
    example: MathsAnswer

    def __post_init__(self) -> None:
        if not isinstance(self.example, self.of):
            raise TypeError(f"the example is a {type(self.example).__name__}, not a {self.of.__name__}")

    @property
    def field(self) -> Field:
        """The box of the example's kind."""
        return self.example.field

    def parse(self, text: str, symbols: Mapping[str, str]) -> tuple[tree.Node, tuple[str, ...]]:
        """Reads as the example would."""
        return self.example.parse(text, symbols)

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> Any:
        """What the example takes."""
        return self.example.take(node, symbols)

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether the predicate holds."""
        try:
            return RIGHT if self.predicate(reading.value) else wrong()
        except Exception as error:  # an author's predicate may fail in any way
            return undecided(f"{type(error).__name__}: {error}")

    def typed(self) -> str:
        """The example."""
        return self.example.typed()

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The example."""
        return self.example.tex(symbols)
