"""Simulated learners: what they know of a graph, and how they answer; none but `matched` uses the tutor's own law."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agnesi.graph import Graph
from agnesi.learner.placement.law import Law, law
from agnesi.learner.placement.particles import drawn

Known = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ground:
    """The graph that learners stand on: `area` and `level` (1 to 5) by concept; places are those of `graph.order`."""

    graph: Graph
    area: Mapping[str, str]
    level: Mapping[str, int]

    def parents(self, place: int) -> tuple[int, ...]:
        """The places of what this concept needs."""
        return self.graph.parents[place]


@dataclass(frozen=True, slots=True)
class Learner:
    """One simulated learner: what is known, how often a known thing is missed and an unknown one guessed."""

    known: Known
    slip: float
    guess: float

    def answers(self, place: int, rng: np.random.Generator) -> str:
        """Right or wrong, by chance, as a word."""
        right = rng.random() < (1 - self.slip if self.known[place] else self.guess)
        return "right" if right else "wrong"


Generator = Callable[[Ground, np.random.Generator], Learner]


def matched(ground: Ground, rng: np.random.Generator) -> Learner:
    """Drawn from the law that the tutor believes, slips and luck included."""
    return from_law(law(ground.graph, ground.graph.order, ground.area), rng)


def from_law(belief: Law, rng: np.random.Generator) -> Learner:
    """Drawn from a law of the tutor's kind."""
    one = drawn(belief, 1, rng)
    slip, luck = belief.mixture.slips[int(one.slip[0])], belief.mixture.lucky[int(one.luck[0])]
    return Learner(one.known[:, 0] > 0.5, slip, 0.02 + 0.98 * luck)


def orders(ground: Ground, rng: np.random.Generator) -> Learner:
    """Learned one thing after another, each time any that was ready, and stopped somewhere."""
    return Learner(_wander(ground, rng), 0.1, 0.1)


def down_sets(ground: Ground, rng: np.random.Generator) -> Learner:
    """Any set closed under prerequisites, all equally likely (a long Gibbs chain from a random start)."""
    known = _wander(ground, rng)
    size = len(known)
    for place in rng.integers(size, size=60 * size):
        if known[place]:
            if not known[list(ground.graph.children[place])].any():
                known[place] = rng.random() < 0.5
        elif known[list(ground.parents(place))].all():
            known[place] = rng.random() < 0.5
    return Learner(known, 0.1, 0.1)


def holes(ground: Ground, rng: np.random.Generator) -> Learner:
    """Learned in any order, and of all that, eight in a hundred are missing, whatever rests on them."""
    known = _wander(ground, rng)
    return Learner(known & (rng.random(len(known)) >= 0.08), 0.1, 0.1)


def course_takers(ground: Ground, rng: np.random.Generator) -> Learner:
    """Took courses, each an area up to some level, and forgot what little else rests on, more of it in old courses."""
    order = ground.graph.order
    areas = sorted(set(ground.area.values()))
    reach = {area: int(rng.integers(0, 6)) for area in areas}
    age = {area: float(rng.random()) for area in areas}
    taken = [place for place, c in enumerate(order) if ground.level[c] <= reach[ground.area[c]]]
    attended = np.zeros(len(order), np.bool_)
    for place in taken:
        attended[place] = all(attended[p] for p in ground.parents(place))
    used = np.array([attended[list(children)].sum() if children else 0 for children in ground.graph.children])
    forgets = np.array([0.4 * age[ground.area[c]] for c in order]) * np.exp(-0.5 * used)
    return Learner(attended & (rng.random(len(order)) >= forgets), 0.1, 0.1)


def slips(ground: Ground, rng: np.random.Generator) -> Learner:
    """Knows what an ability reaches, each concept with a difficulty of its own; slips in one of five answers."""
    return Learner(_able(ground, rng, 0.08), 0.2, 0.05)


def goal_chasers(ground: Ground, rng: np.random.Generator) -> Learner:
    """Learned towards a few far concepts, each way left at some point (for development, never for judging)."""
    order = ground.graph.order
    known = np.zeros(len(order), np.bool_)
    for _ in range(int(rng.integers(1, 6))):
        way = ground.graph.path([order[int(rng.integers(len(order)))]])
        known[[ground.graph.index[c] for c in way[: int(rng.integers(len(way) + 1))]]] = True
    return Learner(known & (rng.random(len(known)) >= 0.03), 0.1, 0.08)


def able(ground: Ground, rng: np.random.Generator) -> Learner:
    """Knows what an ability reaches, with holes of their own rate (for development, never for judging)."""
    known = _able(ground, rng, 0.12)
    return Learner(known & (rng.random(len(known)) >= 0.1 * rng.random()), 0.05 + 0.12 * rng.random(), 0.06)


JUDGING: dict[str, Generator] = {
    "matched": matched,
    "orders": orders,
    "down-sets": down_sets,
    "holes": holes,
    "course-takers": course_takers,
    "slips": slips,
}
DEVELOPING: dict[str, Generator] = {"goal-chasers": goal_chasers, "able": able}


def _wander(ground: Ground, rng: np.random.Generator) -> Known:
    """The first concepts of a random order of learning, as many as chance wants."""
    size = len(ground.graph)
    known = np.zeros(size, np.bool_)
    missing = np.array([len(parents) for parents in ground.graph.parents])
    ready = [place for place in range(size) if missing[place] == 0]
    for _ in range(int(rng.integers(size + 1))):
        place = ready.pop(int(rng.integers(len(ready))))
        known[place] = True
        for child in ground.graph.children[place]:
            missing[child] -= 1
            if missing[child] == 0:
                ready.append(child)
    return known


def _able(ground: Ground, rng: np.random.Generator, spread: float) -> Known:
    """Known where an ability, shifted by area, exceeds the concept's own difficulty, and all before it is known."""
    depth: list[int] = []
    for parents in ground.graph.parents:
        depth.append(1 + max((depth[p] for p in parents), default=-1))
    order = ground.graph.order
    difficulty = np.array(depth) / max(depth) + rng.normal(0, spread, len(order))
    ability = rng.uniform(-0.1, 1.2)
    by_area = {area: rng.normal(0, 0.15) for area in sorted(set(ground.area.values()))}
    known = np.zeros(len(order), np.bool_)
    for place, concept in enumerate(order):
        reached = ability + by_area[ground.area[concept]] > difficulty[place]
        known[place] = reached and all(known[p] for p in ground.parents(place))
    return known
