"""A goal as pages show it: what is on its way, how far the learner is, and how long it may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agnesi import study
from agnesi.study.path import Path
from agnesi.web.tutor import Here


@dataclass(frozen=True, slots=True)
class GoalCard:
    """One goal on a card: how many concepts, how many of them are learned and written, hours left as an interval."""

    id: str
    title: str
    total: int
    learned: int
    written: int
    hours: tuple[float, float]
    chosen: bool

    @property
    def share(self) -> int:
        """Learned, in per cent."""
        return round(100 * self.learned / max(1, self.total))


def card(here: Here, id: str) -> GoalCard:
    """The card of one goal."""
    way = study.path(here.course, id, here.state, here.now.day)
    written = sum(here.course.concept(one).written for one in here.course.graph.closure(here.course.wanted(id)))
    return GoalCard(id, way.title, way.total, way.learned, written, way.hours, here.state.goal == id)


def best_goals(here: Here) -> list[GoalCard]:
    """All goals, those of which most is written first."""
    cards = [card(here, goal.id) for goal in here.course.goals]
    return sorted(cards, key=lambda one: -one.written / max(1, one.total))


def stations(here: Here, id: str, most: int) -> dict[str, Any]:
    """The way to a goal as a line of at most `most` stations.

    Some already learned, then the next ones, then the goal.
    """
    way = study.path(here.course, id, here.state, here.now.day)
    ahead = [one for one in way.stations if not one.assumed] or list(way.stations)
    known = [one for one in here.course.path(id) if one not in {station.concept for station in way.stations}]
    behind = [here.place(one) for one in known[-3:]]
    coming = [{"id": one.concept, "title": one.title, "state": one.word} for one in ahead[: most - len(behind)]]
    for first in coming[:1]:
        first["next"] = "yes"
    return {
        "id": id,
        "title": way.title,
        "stops": behind + coming,
        "hidden": max(0, len(ahead) - len(coming)),
        "way": way,
    }


def hours(way: Path) -> str:
    """`12 to 30` hours."""
    low, high = (f"{value:g}" for value in way.hours)
    return low if low == high else f"{low}–{high}"
