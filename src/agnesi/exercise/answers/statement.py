"""Statements: equations and inequalities, judged by what they say, and answers in one word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agnesi.exercise.answer import Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, compared, key_node, parsed, wrong
from agnesi.exercise.answers.forms import with_form
from agnesi.exercise.values import MismatchError, kind_of
from agnesi.maths import ReadingError, tree


@dataclass(frozen=True, slots=True)
class Equation(MathsAnswer):
    """An equation or a system in the problem's letters: any that says the same (has the same solutions) is right."""

    key: str
    forms: tuple[str, ...] = ()

    def parse(self, text: str, symbols: Mapping[str, str]) -> tuple[tree.Node, tuple[str, ...]]:
        """Reads the whole text: here `y =` belongs to the answer."""
        return parsed(text, symbols)

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> tree.Node:
        """The tree itself. Raises MismatchError where it states nothing."""
        if not isinstance(node, tree.Relation | tree.Logic | tree.Lines):
            raise MismatchError(f"{self._asked} is asked for; this is {kind_of(node)}.")
        return node

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """True for the same values of the letters."""
        key = key_node(self.key, symbols)
        test = "system" if isinstance(key, tree.Lines) else "equivalent"
        return with_form(compared(reading, key, symbols, seed, test), reading, self.forms, symbols)

    def typed(self) -> str:
        """As typed: `y = 2x + 1`."""
        return self.key

    @property
    def _asked(self) -> str:
        return "An equation"


@dataclass(frozen=True, slots=True)
class Inequality(Equation):
    """An inequality, or several joined by and / or: any that is true for the same values is right."""

    @property
    def _asked(self) -> str:
        return "An inequality"


@dataclass(frozen=True, slots=True)
class Words(MathsAnswer):
    """An answer that is no mathematics but a word: `Words("none", also=("no solution",))`."""

    word: str
    also: tuple[str, ...] = ()

    def parse(self, text: str, symbols: Mapping[str, str]) -> tuple[tree.Node, tuple[str, ...]]:
        """Mathematics where it is some; anything else is words."""
        try:
            return parsed(text, symbols)
        except ReadingError:
            return tree.Text(" ".join(text.split())), ()

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> str:
        """What was typed, in small letters; "" for mathematics, which is a wrong answer here but no wrong kind."""
        return _words(node)

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """The word, or one of those that say the same, in any case of letters."""
        accepted = {_words(self.parse(one, {})[0]) for one in (self.word, *self.also)}
        return RIGHT if reading.value and reading.value in accepted else wrong()

    def typed(self) -> str:
        """The word."""
        return self.word

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The word in upright letters."""
        return rf"\text{{{self.word}}}"


def _words(node: tree.Node) -> str:
    match node:
        case tree.Text(words=words):
            return words.lower()
        case tree.Constant(name=name):
            return name
    return ""
