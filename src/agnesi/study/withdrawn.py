"""Exercises found wrong: whoever answered one no longer carries those answers, and is told."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from agnesi.content.course import Course
from agnesi.study.ports import Log, Moment


def withdraw(course: Course, log: Log, now: Moment) -> tuple[str, ...]:
    """The exercises ("slug/name") newly taken out of this learner's record; the events are written. Mostly none."""
    state = log.state()
    told = []
    for label in sorted(course.withdrawn):
        exercise, _, edition = label.rpartition("@")
        if state.practice(exercise).asked == 0:
            continue
        id = str(uuid5(NAMESPACE_URL, f"withdrawn {log.learner} {label}"))
        _, new = log.append(id, "withdrawn", {"exercise": exercise, "edition": int(edition)}, now)
        if new:
            told.append(exercise)
    return tuple(told)


def is_withdrawn(course: Course, exercise: str, edition: int) -> bool:
    """Whether this edition of "slug/name" was found wrong and must not be asked."""
    return f"{exercise}@{edition}" in course.withdrawn
