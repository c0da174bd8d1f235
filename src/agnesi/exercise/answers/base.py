"""What all answers typed as mathematics share: reading, a key read like a learner's text, and how they are shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from agnesi import maths
from agnesi.exercise.answer import Field, Judged, Reading
from agnesi.exercise.exact import UndecidedError
from agnesi.exercise.values import MismatchError
from agnesi.maths import tree
from agnesi.maths.verdict import EQUAL, Verdict

UNDECIDED = "Could not decide: that is on us, it does not count."
OUT_OF_TIME = "Could not decide in time: that is on us, it does not count. Send it once more."

_NAMED = re.compile(r"\s*(?:\\?[^\W\d_]\w*(?:\(\s*\w+\s*\))?)?\s*=(?![=>])")
"""`x =`, `f(x) =` or `=` before a value: the question has said it already."""


class MathsAnswer:
    """An answer typed as mathematics.

    A kind of answer says what it `take`s from a tree, how it `decide`s, and how it is `typed`.
    """

    __slots__ = ()

    @property
    def field(self) -> Field:
        """A box for mathematics."""
        return Field("maths")

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """What `text` says; a name and an equals sign before a value are passed over. Raises ReadingError."""
        node, notes = self.parse(text, symbols)
        shown = maths.show(node, "latex")
        try:
            return Reading(self.take(node, symbols), shown, notes, node)
        except MismatchError as mismatch:
            return Reading(None, shown, notes, node, str(mismatch))

    def parse(self, text: str, symbols: Mapping[str, str]) -> tuple[tree.Node, tuple[str, ...]]:
        """The tree of `text` and the notes of its reading. Raises ReadingError."""
        return parsed(without_name(text), symbols)

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether the reading is right: another kind is wrong at once, everything else is for `decide`."""
        if reading.mismatch:
            return wrong(reading.mismatch)
        try:
            return self.decide(reading, symbols, seed)
        except UndecidedError as reason:
            return undecided(str(reason))

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The answer as LaTeX; names are inferred where `symbols` are not given."""
        return maths.show(maths.read(self.typed(), symbols), "latex")

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> Any:
        """The value of `node` for predicates and consequences. Raises MismatchError where it is of another kind."""
        raise NotImplementedError

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether a reading of the right kind is right. May raise UndecidedError."""
        raise NotImplementedError

    def typed(self) -> str:
        """The answer as a learner would type it."""
        raise NotImplementedError


def parsed(text: str, symbols: Mapping[str, str]) -> tuple[tree.Node, tuple[str, ...]]:
    """The tree of a learner's text and the notes of its reading. Raises ReadingError."""
    return maths.read_with_notes(text, symbols)


def key_node(text: str, symbols: Mapping[str, str]) -> tree.Node:
    """The tree of an author's key, read once."""
    return _key_node(text, tuple(symbols.items()))


@lru_cache(maxsize=4096)
def _key_node(text: str, symbols: tuple[tuple[str, str], ...]) -> tree.Node:
    return maths.read(text, dict(symbols))


def without_name(text: str) -> str:
    """`text` with a leading `x =` blanked out, so that places in it stay the same."""
    found = _NAMED.match(text)
    return " " * found.end() + text[found.end() :] if found else text


def compared(
    reading: Reading,
    key: tree.Node | str,
    symbols: Mapping[str, str],
    seed: str,
    test: str = "equivalent",
    options: Mapping[str, Any] | None = None,
) -> Judged:
    """The verdict of `maths.compare` on a reading and a key, with all of the credit or none."""
    assert reading.node is not None
    return from_verdict(maths.compare(reading.node, key, symbols, test=test, options=options, seed=seed))


def from_verdict(verdict: Verdict) -> Judged:
    """All of the credit where the verdict is right, none elsewhere; what the verdict says is said on."""
    if verdict.outcome == "undecided":
        return Judged(verdict, 0.0, OUT_OF_TIME if verdict.timed_out else UNDECIDED)
    return Judged(verdict, 1.0 if verdict else 0.0, verdict.message)


RIGHT = Judged(EQUAL, 1.0)


def wrong(message: str = "") -> Judged:
    """Not right, and why."""
    return Judged(Verdict("different", message), 0.0, message)


def undecided(reason: str = "") -> Judged:
    """Could not be decided, which is never counted as wrong."""
    return Judged(Verdict("undecided", reason), 0.0, UNDECIDED)


def in_part(message: str, credit: float = 0.5) -> Judged:
    """The right value, but not in the form that was asked for."""
    return Judged(Verdict("equal", message), credit, message)
