"""Computing is not understanding, and understanding is not using: a concept has exercises of each kind."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = "There are at least five exercises, among them concept, procedure and transfer, and a recall item for each Keep."

LEAST = 5
NEEDED = ("concept", "procedure", "transfer")


def faults(subject: Subject) -> Iterator[Fault]:
    """What is missing."""
    exercises = [exercise for exercise in subject.exercises if exercise.kind != "recall"]
    if len(exercises) < LEAST:
        yield subject.fault(f"has {len(exercises)} exercises beside recall; at least {LEAST} are wanted")
    for kind in NEEDED:
        if not any(exercise.kind == kind for exercise in exercises):
            yield subject.fault(f"has no {kind} exercise")
    keep = subject.lesson.front.keep
    recalls = [exercise for exercise in subject.exercises if exercise.kind == "recall"]
    recalled = {number for exercise in recalls for number in exercise.keep}
    for number in range(1, len(keep) + 1):
        if number not in recalled:
            yield subject.fault(f"no recall item asks for Keep {number}: {keep[number - 1]}")
    for exercise in recalls:
        for number in exercise.keep or (0,):
            if not 1 <= number <= len(keep):
                yield subject.fault(f"recalls Keep {number}, and there are {len(keep)}: say keep=(1,)", exercise.name)
