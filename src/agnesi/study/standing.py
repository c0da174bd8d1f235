"""Where a learner stands in each concept, in the words of the map; what counts as known, and what is assumed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from agnesi.content.course import Course
from agnesi.learner import mastery, memory
from agnesi.learner.state import State

Word = Literal["known", "learned", "fading", "ready", "ahead", "planned"]
FADED = 0.8
"""Recall below this shows as fading."""


def standing_word(course: Course, state: State, concept: str, day: date) -> Word:
    """One word: known (mastered), learned, fading (recall below 0.8), ready (its time has come), ahead, planned."""
    place = course.concept(concept)
    standing = state[place.id]
    if mastery.is_learned(standing) or mastery.is_mastered(standing):
        if memory.recall(standing, day.toordinal()) < FADED:
            return "fading"
        return "known" if mastery.is_mastered(standing) else "learned"
    if not place.written:
        return "planned"
    met = all(is_open(course, state, need) for need in place.prerequisites)
    return "ready" if met else "ahead"


def learned(course: Course, state: State) -> frozenset[str]:
    """The concepts of the course that count as learned."""
    return frozenset(slug for slug in state.concepts if slug in course.graph and mastery.is_learned(state[slug]))


def assumed(course: Course) -> frozenset[str]:
    """Concepts that nobody can learn here yet, because they are not written: paths take them as known and say so."""
    return frozenset(concept.id for concept in course.concepts if not concept.written)


def is_open(course: Course, state: State, concept: str) -> bool:
    """Whether what follows `concept` may be advised: it is learned, or assumed."""
    return mastery.is_learned(state[concept]) or not course.concept(concept).written


def strangers(course: Course, state: State) -> tuple[str, ...]:
    """Concepts of the log that the course does not have: their answers are kept, and count again when they return."""
    return tuple(slug for slug in state.concepts if slug not in course.graph)
