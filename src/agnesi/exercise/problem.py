"""What a problem is: a question, its answer, wrong roads, hints and a solution; and the exercise that draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from agnesi.exercise.answer import Answer, seeded
from agnesi.exercise.rng import Rng

Kind = Literal["concept", "procedure", "construct", "derivation", "code", "transfer", "recall"]
KINDS: tuple[Kind, ...] = ("concept", "procedure", "construct", "derivation", "code", "transfer", "recall")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong road with a name: an answer that it leads to, and a reply that says what was done and what to do instead.

    `blames` is the concept that is weak where somebody takes this road; by default the exercise's own.
    """

    name: str
    answer: Answer
    reply: str
    blames: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a solution, typed as a learner would type it, and the reason it follows from the line before.

    `line` is read by our reader and checked against the line before; `show` is the LaTeX to print where it reads
    better than what the reader prints. A step in words alone (`line` empty) carries its thought in `because` and is
    not counted as checked.
    """

    line: str
    because: str
    show: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One question, made by an exercise from a seed. Texts are Markdown with `$...$` formulas.

    `symbols` declares the letters an answer may use. `given` holds the text that stands before the answer box (such
    as `$x =$`). `consequence` turns a wrong answer's value into one sentence on what it would mean. `oracle` reaches
    the answer by another road and is called by the check only.
    """

    ask: str
    answer: Answer
    solution: tuple[Step, ...]
    hints: tuple[str, ...]
    mistakes: tuple[Mistake, ...] = ()
    oracle: Callable[[], Answer] | None = None
    consequence: Callable[[Any], str] | None = None
    symbols: Mapping[str, str] = field(default_factory=dict)
    given: str = ""

    def seeded(self, label: str) -> Problem:
        """The problem with its options mixed as `label` fixes it, less the mistakes that lead to the answer by luck."""
        right = self.answer.typed()
        wrong = [one for one in self.mistakes if one.answer.typed() != right]
        mistakes = tuple(replace(one, answer=seeded(one.answer, label)) for one in wrong)
        return replace(self, answer=seeded(self.answer, label), mistakes=mistakes)


@dataclass(frozen=True, slots=True)
class Exercise:
    """A family of problems, one for each seed, all of one kind and testing the same outcomes.

    `tests` numbers the plan's outcomes of its concept from 1; `keep` the Keep sentences a recall item asks for.
    `difficulty` is in [0, 1]; `seconds` is the time a learner who can do it needs. `uses` maps ancestor concepts to
    how much of them a solution really exercises, in (0, 1]. `cases` are walked in order by a learner's first
    problems: the case of a seed is `cases[seed % len(cases)]`. `edition` is raised whenever an old seed would give
    another question or answer. `concept` is the slug of the concept that holds it: whoever loads the concept fills it
    in.
    """

    name: str
    kind: Kind
    draw: Callable[[Rng], Problem]
    tests: tuple[int, ...] = ()
    keep: tuple[int, ...] = ()
    difficulty: float = 0.5
    seconds: int = 60
    uses: Mapping[str, float] = field(default_factory=dict)
    cases: tuple[str, ...] = ()
    edition: int = 1
    concept: str = ""

    def problem(self, seed: int) -> Problem:
        """The problem of `seed`: the same one for ever, as long as the edition stands."""
        case = self.cases[seed % len(self.cases)] if self.cases else ""
        drawn = self.draw(Rng(f"{self.concept}/{self.name}@{self.edition}", seed, case))
        return drawn.seeded(self.label(seed))

    def label(self, seed: int) -> str:
        """The name of one problem, `slug/name@edition:seed`: what pages, log and sample points call it."""
        return f"{self.concept}/{self.name}@{self.edition}:{seed}"


def exercise(
    name: str,
    *,
    kind: Kind,
    tests: tuple[int, ...] = (),
    keep: tuple[int, ...] = (),
    difficulty: float,
    seconds: int,
    uses: Mapping[str, float] | None = None,
    cases: tuple[str, ...] = (),
    edition: int = 1,
) -> Callable[[Callable[[Rng], Problem]], Exercise]:
    """Make an `Exercise` of a function that draws one problem; its docstring is what authors read in listings."""

    def decorate(draw: Callable[[Rng], Problem]) -> Exercise:
        return Exercise(name, kind, draw, tests, keep, difficulty, seconds, dict(uses or {}), cases, edition)

    return decorate
