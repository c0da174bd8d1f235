"""What every kind of answer can do: be read from text, be judged, be shown, and say what its box looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, runtime_checkable

from agnesi.maths.tree import Node
from agnesi.maths.verdict import Verdict

FieldKind = Literal["maths", "choice", "choices", "ordering", "grid", "derivation", "code", "point", "tool"]


@dataclass(frozen=True, slots=True)
class Field:
    """The box an answer is typed in, as the page needs it: never anything that tells the right answer from the others.

    `options` are (value, Markdown) for choices and orderings, in the order shown; `shape` is (rows, columns) of a
    grid; `starter` is the code or the first line that the box begins with; `placeholder` an example of the notation,
    not of the answer. A "tool" is a choice with a second box `then` under it; what is sent is the option's value, a
    line break, and the second box's text.
    """

    kind: FieldKind
    options: tuple[tuple[str, str], ...] = ()
    shape: tuple[int, int] | None = None
    starter: str = ""
    placeholder: str = ""
    then: Field | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a text: `tex` is how it is echoed, `value` what the judge and the author's predicates get.

    `node` is the tree as written, where there is one. A text that can be read but is of another kind than the
    question asks for (a vector for a number) has no `value`, and `mismatch` says so in one sentence.
    """

    value: Any
    tex: str = ""
    notes: tuple[str, ...] = ()
    node: Node | None = None
    mismatch: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and its share of the credit: 1 right, 0 wrong, between for a right value in the wrong form.

    `lines` holds one verdict a line for derivations, in order.
    """

    verdict: Verdict
    credit: float = 0.0
    message: str = ""
    lines: tuple[Verdict, ...] = field(default=())


class Answer(Protocol):
    """One right answer (or all that share a property), with everything needed to grade a text against it.

    Always text in.
    """

    @property
    def field(self) -> Field:
        """The box it is typed in."""

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """What `text` says. Raises `maths.ReadingError` with a place and a sentence when it cannot be read."""

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether the reading is right. Never raises; `seed` fixes the sample points."""

    def typed(self) -> str:
        """The answer as a learner would type it: reading and judging it gives `equal`."""

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The answer as LaTeX, for the solution; `symbols` are the problem's, names are inferred where None."""


@runtime_checkable
class Seeded(Protocol):
    """An answer that shows options: they are mixed, and named, anew for each problem."""

    def seeded(self, label: str) -> Answer:
        """The answer with the order and the opaque values of its options fixed by `label`."""


def seeded(answer: Answer, label: str) -> Answer:
    """`answer` for the problem called `label`; itself where it has nothing to mix."""
    return answer.seeded(label) if isinstance(answer, Seeded) else answer
