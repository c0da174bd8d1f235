"""An exercise that cannot draw its problem stops a learner in the middle of a page."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import VARIETY, Subject
from agnesi.exercise.problem import Problem

RULE = "Every seed gives a problem."


def faults(subject: Subject) -> Iterator[Fault]:
    """The first seed of each exercise that raises."""
    for exercise in subject.exercises:
        for seed in range(max(subject.seeds, VARIETY // 4)):
            drawn = subject.draw(exercise, seed)
            if not isinstance(drawn, Problem):
                yield subject.fault(f"raises {type(drawn).__name__}: {drawn}", exercise.name, seed)
                break
