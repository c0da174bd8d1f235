"""A written course stands on its own feet; `agnesi check --closed`."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.course import Course

RULE = "No written concept has an ancestor that is not written."


def faults(course: Course) -> Iterator[Fault]:
    """Each written concept that rests on an unwritten one."""
    for concept in course.concepts:
        if concept.written:
            missing = [one for one in course.path({concept.id}) if not course.concept(one).written]
            if missing:
                yield Fault(concept.id, f"rests on concepts that are not written: {', '.join(missing)}")
