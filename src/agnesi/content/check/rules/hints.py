"""Hints go from nudge to method; the answer is for the learner to find."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.leak import MOST, short, telling
from agnesi.content.check.subject import Subject
from agnesi.exercise.problem import Exercise

RULE = "There are two or three hints, and none gives the answer away."

QUICK = ("recall",)
"""Kinds that need no hint: they take half a minute."""


def faults(subject: Subject) -> Iterator[Fault]:
    """Exercises with too few or too many hints, and hints that tell."""
    for exercise in subject.exercises:
        yield from _number(subject, exercise)
        yield from _telling(subject, exercise)


def _number(subject: Subject, exercise: Exercise) -> Iterator[Fault]:
    for seed, problem in subject.drawn(exercise):
        if exercise.kind not in QUICK and not 2 <= len(problem.hints) <= 3:
            yield subject.fault(f"has {len(problem.hints)} hints; two or three are wanted", exercise.name, seed)
            return


def _telling(subject: Subject, exercise: Exercise) -> Iterator[Fault]:
    telling_seeds, seen = [], 0
    for seed, problem in subject.drawn(exercise):
        seen += 1
        for at, hint in enumerate(problem.hints, 1):
            if not telling(hint, problem):
                continue
            if not short(problem):
                yield subject.fault(f"hint {at} gives the answer away", exercise.name, seed)
                return
            telling_seeds.append(seed)
            break
    if len(telling_seeds) > MOST * seen:
        yield subject.fault("a hint gives the answer away", exercise.name, telling_seeds[0])
