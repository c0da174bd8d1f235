"""The one thing to do next, and why: the first of today's plan."""

from __future__ import annotations

from datetime import date

from agnesi.content.course import Course
from agnesi.learner.state import State
from agnesi.study.today import Recommendation, today

__all__ = ["Recommendation", "next_up"]


def next_up(course: Course, state: State, day: date, minutes: int = 20) -> Recommendation:
    """What to do now, with its reason; of kind "done" when everything written is learned and nothing fades."""
    return today(course, state, day, minutes).items[0]
