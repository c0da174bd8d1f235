"""A log names a problem by exercise, edition and seed; an exercise that changed must say so, or the log would lie."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.editions import now, recorded
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = "An exercise whose problems changed has a raised edition, and is recorded in editions.json."


def faults(subject: Subject) -> Iterator[Fault]:
    """Exercises that changed unsaid, and those not recorded."""
    kept = recorded(subject.course)
    new = [one.name for one in subject.exercises if f"{subject.concept.id}/{one.name}" not in kept]
    if new:
        yield subject.fault(f"not recorded yet, run agnesi check --record when done: {', '.join(new)}")
    for exercise in subject.exercises:
        entry, here = kept.get(f"{subject.concept.id}/{exercise.name}"), now(subject, exercise)
        if entry is None:
            continue
        if here.edition < entry.edition:
            yield subject.fault(f"has edition {here.edition}, and {entry.edition} is recorded", exercise.name)
        elif here.edition == entry.edition and here.digest != entry.digest:
            yield subject.fault("gives other problems than before: raise its edition, then record it", exercise.name)
        elif here.edition > entry.edition:
            yield subject.fault("has a raised edition: run agnesi check --record", exercise.name)
