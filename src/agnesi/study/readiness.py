"""Am I ready for a goal? A number in [0, 1] with the evidence for it, forgetting included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agnesi.content.course import Course
from agnesi.learner import mastery, memory
from agnesi.learner.state import State

GOAL_WEIGHT = 3.0
"""A concept that the goal names counts as much as so many that it only needs."""
TRUST_DAYS = 30
UNPRACTISED = 0.9
"""How often somebody who has learned a concept answers its exercises right, before any answer is in."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How the number came about: counts of concepts, and those that pull it down most, weakest first."""

    mastered: int
    learned: int
    total: int
    tested_lately: int
    from_placement_only: int
    never_seen: int
    weakest: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Readiness:
    """The expected share of right answers on a fresh check over the goal and all that it needs, today."""

    chance: float
    evidence: Evidence
    in_thirty_days: float


def readiness(course: Course, state: State, goal: str, day: date) -> Readiness:
    """Readiness for `goal` on `day`; `in_thirty_days` is the same without any practice. Raises KeyError."""
    own = frozenset(course.wanted(goal))
    closure = [slug for slug in course.graph.order if slug in course.graph.closure(own)]
    ordinal = max(day.toordinal(), state.day)
    now = {slug: can_do(state, slug, ordinal) for slug in closure}
    later = {slug: can_do(state, slug, ordinal + 30) for slug in closure}
    return Readiness(_mean(now, own), _evidence(state, now, ordinal), _mean(later, own))


def can_do(state: State, concept: str, ordinal: int) -> float:
    """The chance that a fresh exercise of middle difficulty is answered right on that day."""
    standing = state[concept]
    recall = memory.recall(standing, ordinal) if standing.stability is not None else 1.0
    if standing.answered_on is None:
        return (standing.learned or 0.0) * UNPRACTISED * recall
    return mastery.p_correct(standing, state.ability) * recall


def _mean(chances: dict[str, float], own: frozenset[str]) -> float:
    weights = {slug: GOAL_WEIGHT if slug in own else 1.0 for slug in chances}
    return sum(weights[slug] * chance for slug, chance in chances.items()) / (sum(weights.values()) or 1.0)


def _evidence(state: State, now: dict[str, float], ordinal: int) -> Evidence:
    standings = {slug: state[slug] for slug in now}
    tested = [slug for slug, one in standings.items() if one.tested is not None]
    lately = [slug for slug in tested if ordinal - (standings[slug].tested or 0) <= TRUST_DAYS]
    placed = [slug for slug, one in standings.items() if one.placed is not None and slug not in tested]
    weakest = sorted(now.items(), key=lambda pair: pair[1])[:5]
    return Evidence(
        sum(mastery.is_mastered(one) for one in standings.values()),
        sum(mastery.is_learned(one) for one in standings.values()),
        len(now),
        len(lately),
        len(placed),
        len(now) - len(tested) - len(placed),
        tuple(weakest),
    )
