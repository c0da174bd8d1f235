"""The goal that a learner chose, and a concept of which they doubt what we believe."""

from __future__ import annotations

from agnesi.content.course import Course
from agnesi.study.ports import Log, Moment


def choose(course: Course, log: Log, now: Moment, *, id: str, goal: str | None) -> None:
    """Make `goal` the learner's goal; None for none. Raises LookupError where the course has no such goal."""
    if goal is not None:
        try:
            course.goal(goal)
        except KeyError:
            raise LookupError(f"The course has no goal {goal}.") from None
    log.append(id, "goal", {"goal": goal}, now)


def challenge(course: Course, log: Log, now: Moment, *, id: str, concept: str) -> None:
    """Doubt what is believed of `concept`: it counts as not sure until an exercise settles it. Raises LookupError."""
    try:
        slug = course.concept(concept).id
    except KeyError:
        raise LookupError(f"The course has no concept {concept}.") from None
    log.append(id, "challenged", {"concept": slug}, now)
