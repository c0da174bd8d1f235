"""A reload must show the problem that was there before, and the log names problems by their seed alone."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.digest import digest
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = "The same seed gives the same problem."


def faults(subject: Subject) -> Iterator[Fault]:
    """The first seed of each exercise that gives another problem when drawn again."""
    for exercise in subject.exercises:
        for seed, problem in subject.drawn(exercise):
            if digest(problem) != digest(exercise.problem(seed)):
                yield subject.fault("another draw gives another problem; take all chance from rng", exercise.name, seed)
                break
