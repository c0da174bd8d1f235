"""One placement: what to ask next, what an answer changes, what is believed; replayed from its seed and answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from agnesi.graph import Graph
from agnesi.learner.placement.choosing import chosen
from agnesi.learner.placement.law import Law, Mixture, law
from agnesi.learner.placement.particles import Answers, Particles, drawn, likelihood, moved, resampled

Outcome = Literal["right", "wrong", "unknown"]
TYPED_GUESS = 0.02
MOST_QUESTIONS = 30
SURE = 0.95
TWICE = 2


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is computed: particles at first and later, moves after an answer, answers before the first move."""

    pool: int = 5000
    kept: int = 300
    sweeps: int = 2
    patience: int = 3


class Session:
    """A placement over `wanted`, closed under prerequisites; all of it follows from the arguments and the answers.

    `level` is an ability that the learner claims, in [0, 1] on the scale of difficulty.
    """

    def __init__(
        self,
        graph: Graph,
        wanted: Collection[str],
        area_of: Mapping[str, str],
        seed: int,
        *,
        askable: Collection[str] | None = None,
        level: float | None = None,
        mixture: Mixture | None = None,
        effort: Effort | None = None,
        most: int = MOST_QUESTIONS,
        sure: float = SURE,
    ) -> None:
        """Raises ValueError when nothing is wanted."""
        if not wanted:
            raise ValueError("a placement needs at least one concept")
        self.law: Law = law(graph, sorted(wanted), area_of, mixture)
        self._effort = effort or Effort()
        self._rng = np.random.Generator(np.random.PCG64(seed))
        self._askable = [i for i, c in enumerate(self.law.ids) if askable is None or c in askable]
        self._particles: Particles = drawn(self.law, self._effort.pool, self._rng, level)
        self._answers = Answers([], [], [])
        self._pooled = True
        self._most, self._sure = most, sure
        self._next: int | Literal["open"] | None = "open"
        self._marginals: NDArray[np.float64] = self._believed()

    @property
    def asked(self) -> int:
        """The number of answers so far."""
        return len(self._answers.places)

    def next(self) -> str | None:
        """The concept to ask, the same until an answer is recorded; None when it is time to stop."""
        if self._next == "open":
            self._next = self._choose()
        return None if self._next is None else self.law.ids[self._next]

    def record(self, concept: str, outcome: Outcome, guess: float = TYPED_GUESS) -> None:
        """Take in an answer on `concept`, proposed or not. `guess` is the chance to be right by luck.

        Raises ValueError for a concept that is not of this placement, or another outcome.
        """
        if outcome not in ("right", "wrong", "unknown"):
            raise ValueError(f"{outcome} is none of right, wrong, unknown")
        try:
            place = self.law.ids.index(concept)
        except ValueError:
            raise ValueError(f"{concept} is not part of this placement") from None
        self.next()
        chances = likelihood(self.law, self._particles, place, outcome, guess)
        weights = self._particles.weights * chances
        self._particles.weights = weights / weights.sum()
        self._answers.places.append(place)
        self._answers.outcomes.append(outcome)
        self._answers.guesses.append(guess)
        self._renew()
        self._marginals = self._believed()
        self._next = "open"

    def known(self) -> dict[str, float]:
        """{concept: the chance that it is known}."""
        return {concept: float(chance) for concept, chance in zip(self.law.ids, self._marginals, strict=True)}

    def sureness(self) -> float:
        """The share of concepts that it believes it would tell rightly known or not known now."""
        return float(np.maximum(self._marginals, 1 - self._marginals).mean())

    def replay(self, answers: Sequence[tuple[str, Outcome, float]]) -> None:
        """Take in answers given earlier, in order; those on concepts that left are passed over."""
        for concept, outcome, guess in answers:
            if concept in self.law.ids:
                self.record(concept, outcome, guess)

    def _believed(self) -> NDArray[np.float64]:
        doubt = self.law.mixture.doubt
        return (1 - doubt) * self._particles.marginals() + doubt / 2

    def _renew(self) -> None:
        """First many particles are only weighed; once they thin out they are resampled and from then on moved."""
        effort = self._effort
        if self._pooled:
            thin = 1 / float((self._particles.weights**2).sum()) < effort.kept
            if not thin and self.asked < effort.patience:
                return
            self._pooled = False
        self._particles = resampled(self._particles, effort.kept, self._rng)
        self._particles = moved(self.law, self._particles, self._answers, self._rng, effort.sweeps)

    def _choose(self) -> int | None:
        asked = self._answers.places
        if len(asked) >= self._most or (asked and self.sureness() >= self._sure):
            return None
        open_ = [place for place in self._askable if asked.count(place) < TWICE and place not in asked[-1:]]
        if not open_:
            return None
        few = resampled(self._particles, self._effort.kept, self._rng) if self._pooled else self._particles
        return chosen(
            self.law,
            few,
            open_,
            self._rng,
            guess=TYPED_GUESS,
            marginals=self._marginals,
            first=not asked,
            spare=asked[-2:],
        )
