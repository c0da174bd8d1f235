"""Progress: what a learner can do, how sure that is and since when, and how each memory will fade."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agnesi.content.course import Course
from agnesi.learner import mastery, memory
from agnesi.learner.state import State
from agnesi.study.standing import Word, standing_word, strangers

CURVE_DAYS = (0, 3, 7, 14, 30, 60, 90, 180)
"""The days ahead at which a memory's curve is drawn."""


@dataclass(frozen=True, slots=True)
class Ability:
    """One concept that was worked on, in three chances that are never merged: learned, recalled now, answered right.

    `since` is the day it was learned; `curve` is recall at CURVE_DAYS from today without practice; `outcomes` are
    sentences.
    """

    concept: str
    title: str
    area: str
    word: Word
    outcomes: tuple[str, ...]
    learned: float
    recall: float
    p_correct: float
    since: date | None
    mastered_on: date | None
    due_in_days: int | None
    curve: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything worked on, what was learned last first; `minutes` maps recent days to minutes of work.

    `left` names concepts of the log that the course no longer has, `skipped` events that could not be used.
    """

    abilities: tuple[Ability, ...]
    minutes: tuple[tuple[date, float], ...]
    left: tuple[str, ...]
    skipped: tuple[str, ...]


def progress(course: Course, state: State, day: date) -> Progress:
    """What this learner can do as of `day`."""
    ordinal = max(day.toordinal(), state.day)
    worked_on = [slug for slug in state.concepts if slug in course.graph and _shown(state, slug)]
    worked_on.sort(key=lambda slug: (-(state[slug].learned_on or 0), course.graph.index[slug]))
    return Progress(
        tuple(_ability(course, state, slug, ordinal) for slug in worked_on),
        tuple((date.fromordinal(on), minutes) for on, minutes in sorted(state.minutes.items())),
        strangers(course, state),
        state.skipped,
    )


def _shown(state: State, slug: str) -> bool:
    standing = state[slug]
    return standing.answered_on is not None or mastery.is_learned(standing)


def _ability(course: Course, state: State, slug: str, ordinal: int) -> Ability:
    concept, standing = course.concept(slug), state[slug]
    due = memory.due(standing, state.learner, slug)
    return Ability(
        slug,
        concept.title,
        concept.area,
        standing_word(course, state, slug, date.fromordinal(ordinal)),
        concept.outcomes,
        standing.learned or 0.0,
        memory.recall(standing, ordinal),
        mastery.p_correct(standing, state.ability),
        _day(standing.learned_on),
        _day(standing.mastered_on),
        None if due == float("inf") else max(0, round(due - ordinal)),
        tuple(memory.recall(standing, ordinal + ahead) for ahead in CURVE_DAYS),
    )


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
