"""The way to a goal from what one learner knows: its steps in order, and the hours left as an interval."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from agnesi.content.course import Course
from agnesi.learner.state import State
from agnesi.study.standing import Word, learned, standing_word
from agnesi.study.today import LESSON_MINUTES

PACE_SPREAD, LESSON_SPREAD = 0.35, 0.45
"""How far learners differ in pace, and lessons from their expected minutes (standard deviations of the logarithm)."""
PRACTICE_FACTOR = 1.25
"""Minutes with a concept until it is mastered, for each minute of its lesson."""


@dataclass(frozen=True, slots=True)
class Station:
    """One concept of a path: `minutes` are expected to be left of it, `assumed` says that it is not written yet."""

    concept: str
    title: str
    word: Word
    written: bool
    assumed: bool
    minutes: float


@dataclass(frozen=True, slots=True)
class Path:
    """What is left for a goal; `hours` is an interval that four of five learners end in."""

    goal: str
    title: str
    stations: tuple[Station, ...]
    hours: tuple[float, float]
    learned: int
    total: int


def path(course: Course, goal: str | Iterable[str] | None, state: State | None = None, day: date | None = None) -> Path:
    """The whole path to `goal` (an id, concepts, or None for everything); from what is known where a state is given.

    Raises KeyError where the course has no such goal.
    """
    held = state or State()
    on = day or date.fromordinal(max(held.day, 1))
    wanted = course.wanted(goal)
    closure = course.graph.closure(wanted)
    known = learned(course, held) & closure
    stations = tuple(_station(course, held, slug, on) for slug in course.path(goal, known))
    title = course.goal(goal).title if isinstance(goal, str) and goal in {one.id for one in course.goals} else ""
    return Path(
        goal if isinstance(goal, str) else "",
        title or ", ".join(course.concept(slug).title for slug in list(wanted)[:3]),
        stations,
        hours([station.minutes for station in stations]),
        len(known),
        len(closure),
    )


def hours(minutes: Sequence[float]) -> tuple[float, float]:
    """An interval of hours for these expected minutes, which 80 % of learners are expected to end in.

    The logarithm of a learner's time is taken as normal: one part is their own pace, the other evens out over lessons.
    """
    total = sum(minutes) / 60
    if total <= 0:
        return (0.0, 0.0)
    evened = LESSON_SPREAD**2 * sum(m * m for m in minutes) / sum(minutes) ** 2
    reach = 1.2816 * math.sqrt(PACE_SPREAD**2 + evened)
    return (_rounded(total * math.exp(-reach)), _rounded(total * math.exp(reach)))


def _station(course: Course, state: State, slug: str, day: date) -> Station:
    concept = course.concept(slug)
    chance = state[slug].learned or 0.0
    minutes = LESSON_MINUTES.get(concept.level, 20) * PRACTICE_FACTOR * (1 - chance)
    word = standing_word(course, state, slug, day)
    return Station(slug, concept.title, word, concept.written, not concept.written, minutes)


def _rounded(value: float) -> float:
    return round(value, 1) if value < 10 else float(round(value))
