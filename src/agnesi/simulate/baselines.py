"""What placement is held against: concepts one by one, a single ability, and many weighed guesses that never move."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from agnesi.learner.placement.choosing import chosen
from agnesi.learner.placement.law import Law
from agnesi.learner.placement.particles import Particles, resampled

Vector = NDArray[np.float64]
SLIP, GUESS = 0.1, 0.1


class Placer(Protocol):
    """Something that asks and believes; places are those of the graph's order."""

    def next(self) -> int:
        """The place to ask."""

    def record(self, place: int, right: bool) -> None:
        """Take in an answer."""

    def marginals(self) -> Vector:
        """The chance that each concept is known."""


class Independent:
    """Each concept on its own: the most uncertain one is asked, and its answer says nothing of the others."""

    def __init__(self, pool: Particles) -> None:
        self._chance = np.clip(np.asarray(pool.known.mean(1), np.float64), 0.01, 0.99)
        self._asked: list[int] = []

    def next(self) -> int:
        """The most uncertain place not asked yet."""
        open_ = np.abs(self._chance - 0.5)
        open_[self._asked] = 2
        return int(open_.argmin())

    def record(self, place: int, right: bool) -> None:
        """Bayes' rule."""
        self._asked.append(place)
        p = self._chance[place]
        known, not_known = (1 - SLIP, GUESS) if right else (SLIP, 1 - GUESS)
        self._chance[place] = p * known / (p * known + (1 - p) * not_known)

    def marginals(self) -> Vector:
        """The chance that each concept is known."""
        return self._chance


class OneAbility:
    """An adaptive test with one ability: a concept is known by a logistic curve over its difficulty."""

    def __init__(self, difficulty: Vector) -> None:
        grid = np.linspace(-0.4, 1.4, 61)
        self._known = 1 / (1 + np.exp(-14 * (grid[None] - difficulty[:, None])))
        self._belief = np.full(len(grid), 1 / len(grid))
        self._asked: list[int] = []

    def next(self) -> int:
        """The place that tells most about the ability."""
        right = self._known * (1 - SLIP) + (1 - self._known) * GUESS
        chance = right @ self._belief
        inner = (_entropy(right) * self._belief).sum(1)
        gain = _entropy(chance) - inner
        gain[self._asked] = -1
        return int(gain.argmax())

    def record(self, place: int, right: bool) -> None:
        """Bayes' rule."""
        self._asked.append(place)
        chance = self._known[place] * (1 - SLIP) + (1 - self._known[place]) * GUESS
        self._belief = self._belief * (chance if right else 1 - chance)
        self._belief /= self._belief.sum()

    def marginals(self) -> Vector:
        """The chance that each concept is known."""
        return np.asarray(self._known @ self._belief)


class Reweighted:
    """Many draws from the tutor's law, weighed by the answers and never moved."""

    def __init__(self, belief: Law, pool: Particles, seed: int) -> None:
        self._law, self._pool = belief, pool
        self._weights = np.full(pool.count, 1 / pool.count)
        self._rng = np.random.default_rng(seed)
        self._asked: list[int] = []

    def next(self) -> int:
        """The place with the largest expected gain, as for the tutor."""
        pool = self._pool
        few = Particles(
            pool.known,
            pool.known,
            pool.level,
            pool.ability,
            pool.shape,
            pool.texture,
            pool.slip,
            pool.luck,
            self._weights,
        )
        few = resampled(few, 400, self._rng)
        open_ = [place for place in range(self._law.size) if self._asked.count(place) < 2]
        return chosen(
            self._law,
            few,
            open_,
            self._rng,
            guess=0.02,
            marginals=self.marginals(),
            first=False,
        )

    def record(self, place: int, right: bool) -> None:
        """Bayes' rule."""
        self._asked.append(place)
        known = self._pool.known[place] > 0.5
        chance = np.where(known, 1 - SLIP if right else SLIP, GUESS if right else 1 - GUESS)
        self._weights = self._weights * chance
        self._weights /= self._weights.sum()

    def marginals(self) -> Vector:
        """The chance that each concept is known."""
        return np.asarray(self._pool.known @ self._weights.astype(np.float32), np.float64)


def _entropy(chance: Vector) -> Vector:
    p = np.clip(chance, 1e-9, 1 - 1e-9)
    return np.asarray(-p * np.log2(p) - (1 - p) * np.log2(1 - p))
