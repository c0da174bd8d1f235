"""What the check says: faults, each one sentence with its place, and the report that gathers them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to mend. `place` is such as `dot-product/weights: seed 0`, `rule` the rule that found it."""

    place: str
    sentence: str
    rule: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"

    def by(self, rule: str) -> Fault:
        """The same fault, found by `rule`."""
        return replace(self, rule=rule)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was looked at: `lines` are steps of solutions and proofs, `decided` those of them that were decided."""

    exercises: int = 0
    problems: int = 0
    lines: int = 0
    decided: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            *(mine + yours for mine, yours in zip(asdict(self).values(), asdict(other).values(), strict=True))
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check. `skipped` names the rules that could not run, each with its reason."""

    concepts: int
    counts: Counts
    faults: tuple[Fault, ...] = ()
    skipped: tuple[str, ...] = ()
    seconds: float = 0.0
    kept: int = field(default=0)
    """How many concepts were unchanged since they last passed."""

    @property
    def exercises(self) -> int:
        """How many exercises the concepts have."""
        return self.counts.exercises

    @property
    def problems(self) -> int:
        """How many problems were answered."""
        return self.counts.problems

    @property
    def sound(self) -> bool:
        """Nothing was found wrong."""
        return not self.faults

    def as_json(self) -> dict[str, Any]:
        """What `agnesi check --json` prints."""
        counts = self.counts
        return {
            "concepts": self.concepts,
            "exercises": counts.exercises,
            "problems": counts.problems,
            "lines": counts.lines,
            "decided": counts.decided,
            "faults": [str(fault) for fault in self.faults],
            "skipped": list(self.skipped),
            "seconds": round(self.seconds, 2),
        }
