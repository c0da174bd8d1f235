"""The author's own answer, typed as a learner would type it, goes through the same reader and judge."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi import exercise as grading
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = "The answer is graded right."


def faults(subject: Subject) -> Iterator[Fault]:
    """The first seed of each exercise whose own answer is not right."""
    failed: set[str] = set()
    for exercise, seed, problem in subject.all_drawn():
        if exercise.name in failed:
            continue
        typed = problem.answer.typed()
        graded = grading.grade(exercise, seed, typed, runner=subject.bench)
        if graded.verdict != "right":
            failed.add(exercise.name)
            why = f": {graded.message}" if graded.message else ""
            yield subject.fault(f"the answer {typed!r} is graded {graded.verdict}{why}", exercise.name, seed)
