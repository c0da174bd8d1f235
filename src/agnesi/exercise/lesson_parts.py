"""What a lesson asks without counting it: guesses, contrasts to sort, and proofs with lines left to the learner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Guess:
    """A question answered before it can be known.

    `options` maps a key to Markdown, in the order shown; "no idea" is the page's.
    """

    name: str
    ask: str
    options: Mapping[str, str]
    believes: str
    truth: str

    def __post_init__(self) -> None:
        for key in (self.believes, self.truth):
            if key not in self.options:
                raise ValueError(f"guess {self.name}: {key!r} is none of {', '.join(self.options)}")
        if self.believes == self.truth:
            raise ValueError(f"guess {self.name}: what is believed is true")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cases that differ in one thing: `first` belongs to the first heap, `second` to the second."""

    first: str
    second: str
    because: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """Pairs to sort onto two heaps, whose names are `labels`."""

    name: str
    ask: str
    labels: tuple[str, str]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A line of a proof that stands there, and its reason; `line=""` for a line in words."""

    line: str
    because: str
    show: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """A line that is the learner's: typed, or, with `instead` (wrong reasons), its reason is chosen."""

    line: str
    because: str
    instead: tuple[str, ...] = ()
    hint: str = ""
    show: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim and its proof, line by line, each following from the line before."""

    name: str
    claim: str
    lines: tuple[Given | Open, ...]
    symbols: Mapping[str, str] = field(default_factory=dict)

    @property
    def open(self) -> tuple[int, ...]:
        """The places, from 0, of the lines that are the learner's."""
        return tuple(at for at, line in enumerate(self.lines) if isinstance(line, Open))
