"""The learner's own lines, from a given start to a goal; each line is judged against the line before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agnesi import maths
from agnesi.exercise.answer import Field, Judged, Reading
from agnesi.exercise.answers.base import RIGHT, UNDECIDED, key_node, parsed, wrong
from agnesi.exercise.answers.forms import missing
from agnesi.maths import ReadingError, tree
from agnesi.maths.verdict import EQUAL, Verdict

MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Derivation:
    """Lines from `start` to a goal; `lines` is the author's own way, without the start, its last line the goal.

    The goal is reached when the last line is the goal up to the order of terms and factors, or, where `forms` are
    given, when it is in all of those forms. `least` is the fewest lines, the goal included, that count as a
    derivation.
    """

    start: str
    lines: tuple[str, ...]
    forms: tuple[str, ...] = ()
    least: int = 2

    def __post_init__(self) -> None:
        if len(self.lines) < self.least:
            raise ValueError(f"the author's own derivation has {len(self.lines)} lines, fewer than {self.least}")

    @property
    def goal(self) -> str:
        """The last line."""
        return self.lines[-1]

    @property
    def field(self) -> Field:
        """Lines, the first of which stands there already."""
        return Field("derivation", starter=self.start)

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """The trees of the lines, the start before them. Raises ReadingError with the place in the whole text."""
        nodes: list[tree.Node] = []
        notes: list[str] = []
        for start, line in _lines_of(text):
            try:
                node, said = parsed(line, symbols)
            except ReadingError as error:
                raise ReadingError(error.message, error.start + start, error.end + start, error.suggestion) from None
            nodes.append(node)
            notes += said
        if not nodes:
            raise ReadingError("Write at least one line.", 0, len(text))
        if len(nodes) > MOST_LINES:
            raise ReadingError(f"At most {MOST_LINES} lines.", 0, len(text))
        first = key_node(self.start, symbols)
        lines = tuple(nodes) if nodes[0] == first else (first, *nodes)
        shown = r" \\ ".join(f"& {maths.show(node, 'latex')}" for node in lines)
        return Reading(lines, rf"\begin{{aligned}} {shown} \end{{aligned}}", tuple(notes))

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Right when every line follows and the goal is reached; the first line that does not follow is named."""
        from agnesi.maths.derivation import check

        steps = check(reading.value, symbols)
        for at, step in enumerate(steps, 1):
            if step.outcome == "different":
                message = f"Line {at} does not follow from the line before. {step.message}".strip()
                return Judged(Verdict("different", message, witness=step.witness), 0.0, message, steps)
        if any(step.outcome == "undecided" for step in steps):
            return Judged(Verdict("undecided"), 0.0, UNDECIDED, steps)
        if not self._reached(reading.value[-1], symbols):
            return Judged(EQUAL, 0.5, "Every line follows. You are not there yet: go on.", steps)
        if len(steps) < self.least:
            return Judged(EQUAL, 0.5, "True, but it is too big a step: show the line between.", steps)
        return Judged(EQUAL, 1.0, "", steps)

    def typed(self) -> str:
        """The author's lines."""
        return "\n".join(self.lines)

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The goal."""
        return maths.show(maths.read(self.goal, symbols), "latex")

    def _reached(self, last: tree.Node, symbols: Mapping[str, str]) -> bool:
        if self.forms:
            return not any(missing(form, last) for form in self.forms)
        return bool(maths.compare(_bare(last), key_node(self.goal, symbols), symbols, test="same-up-to-order"))


@dataclass(frozen=True, slots=True)
class Wrote:
    """A wrong road in a Derivation: some line says the same as `line`."""

    line: str

    @property
    def field(self) -> Field:
        """The box of the question it belongs to."""
        return Field("derivation")

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """The trees of the lines. Raises ReadingError where one cannot be read."""
        return Reading(tuple(_bare(parsed(line, symbols)[0]) for _, line in _lines_of(text)))

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether one of them is this line."""
        key = _bare(key_node(self.line, symbols))
        return RIGHT if any(maths.compare(node, key, symbols, seed=seed) for node in reading.value) else wrong()

    def typed(self) -> str:
        """The line."""
        return self.line

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The line as LaTeX."""
        return maths.show(maths.read(self.line, symbols), "latex")


def _bare(node: tree.Node) -> tree.Node:
    """What follows the equals sign of a line that begins with one."""
    if isinstance(node, tree.Relation) and isinstance(node.sides[0], tree.Blank):
        return node.sides[-1]
    return node


def _lines_of(text: str) -> list[tuple[int, str]]:
    """(start, text) of each line that is not blank."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, line))
        at += len(line) + 1
    return lines
