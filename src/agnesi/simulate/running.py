"""`agnesi simulate`: run one trial of the tutor on simulated learners, and print its figures beside the baselines'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from agnesi.content.course import Course
from agnesi.simulate.knowledge import DEVELOPING, JUDGING, Ground
from agnesi.simulate.placing import placement
from agnesi.simulate.scheduling import WORLDS, scheduling
from agnesi.simulate.tracing import tracing

KINDS = ("placement", "scheduling", "tracing")
Progress = Callable[[int, int], None]


class UnknownTrialError(ValueError):
    """No such trial or generator; the message names those there are."""


def run(
    kind: str,
    learners: int = 30,
    generator: str | None = None,
    progress: Progress | None = None,
    *,
    course: Course | None = None,
    written_only: bool = False,
) -> dict[str, Any]:
    """{"kind", "learners", "results": {generator: {way: figures}}} of one trial; the same for the same arguments.

    `progress` is told (done, of all). With `written_only` a placement may ask only concepts whose lesson is written.
    Raises UnknownTrialError.
    """
    if kind not in KINDS:
        raise UnknownTrialError(f"There is no trial called {kind}; there are {', '.join(KINDS)}.")
    if learners < 1:
        raise UnknownTrialError("At least one learner is needed.")
    if generator is not None and generator not in generators(kind):
        raise UnknownTrialError(f"{kind} has no generator called {generator}; it has {', '.join(generators(kind))}.")
    if kind == "tracing":
        return {"kind": kind, "learners": learners, "results": tracing(learners, generator, progress)}
    on = course or Course.load()
    ground = ground_of(on)
    if kind == "scheduling":
        return {"kind": kind, "learners": learners, "results": scheduling(ground, learners, generator, progress)}
    askable = {concept.id for concept in on.concepts if concept.written} if written_only else None
    results = placement(ground, learners, generator, progress, askable=askable)
    return {"kind": kind, "learners": learners, "results": results}


def generators(kind: str) -> tuple[str, ...]:
    """The names that `generator` may have for a trial; those of development last."""
    return {"placement": (*JUDGING, *DEVELOPING), "scheduling": WORLDS, "tracing": ("simulated",)}[kind]


def ground_of(course: Course) -> Ground:
    """The graph of a course, as simulated learners stand on it."""
    area = {concept.id: concept.area for concept in course.concepts}
    return Ground(course.graph, area, {concept.id: concept.level for concept in course.concepts})


def table(report: Mapping[str, Any]) -> str:
    """A report as text: one block a generator, one line a way, one column a figure."""
    lines = [f"{report['kind']}, {report['learners']} learners a generator"]
    for name, ways in report["results"].items():
        columns = list(next(iter(ways.values())))
        lines += ["", f"{name:24s}" + "".join(f"{column:>12s}" for column in (short[:11] for short in columns))]
        lines += [
            f"  {way:22s}" + "".join(f"{_number(value):>12s}" for value in row.values()) for way, row in ways.items()
        ]
    return "\n".join(lines)


def _number(value: float) -> str:
    if value != value:
        return "-"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.0f}"
