"""The next question: the one whose answer is expected to settle most about everything that the goal needs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from agnesi.learner.placement.law import Law
from agnesi.learner.placement.particles import Particles

Vector = NDArray[np.float64]

NEAR_BEST = 0.95
"""Questions within so much of the best expected gain are as good; one of them is drawn."""
EASY, HARD = 0.6, 0.2
_STEPS = 2048
_GRID = np.clip(np.arange(_STEPS + 1) / _STEPS, 1e-9, 1 - 1e-9)
_ENTROPY = (-_GRID * np.log2(_GRID) - (1 - _GRID) * np.log2(1 - _GRID)).astype(np.float32)


def gains(law: Law, particles: Particles, guess: float) -> Vector:
    """How many bits, summed over all concepts, an answer on each concept (n,) is expected to settle."""
    weights = particles.weights.astype(np.float32)
    soft = particles.soft
    marginal = soft @ weights
    together = (soft * weights) @ particles.known.T
    together = np.minimum(together, marginal[:, None])
    slip = float(np.array(law.mixture.slips)[particles.slip] @ particles.weights)
    luck = float(np.array(law.mixture.lucky)[particles.luck] @ particles.weights)
    lucky = guess + (1 - guess) * luck
    asked = particles.known @ weights
    right = asked * (1 - slip) + (1 - asked) * lucky
    both = together * (1 - slip - lucky) + marginal[:, None] * lucky
    after_right = both / np.maximum(right, 1e-6)
    after_wrong = (marginal[:, None] - both) / np.maximum(1 - right, 1e-6)
    expected = right * _entropy(after_right).sum(0) + (1 - right) * _entropy(after_wrong).sum(0)
    return np.asarray(_entropy(marginal).sum() - expected, np.float64)


def chosen(
    law: Law,
    particles: Particles,
    askable: Sequence[int],
    rng: np.random.Generator,
    *,
    guess: float,
    marginals: Vector,
    first: bool,
    spare: Collection[int] = (),
) -> int:
    """The place of the concept to ask next, one of `askable`; drawn among the near-best.

    The first question is one that is likely to be answered; `spare` are places asked last: after two hard ones in a row
    (below 0.2) an easier one is taken where there is one.
    """
    gain = gains(law, particles, guess)
    places = np.array(askable, np.intp)
    if first:
        easy = places[marginals[places] >= EASY]
        places = easy if len(easy) else places
    elif len(spare) == 2 and all(marginals[place] < HARD for place in spare):
        easier = places[marginals[places] >= HARD]
        places = easier if len(easier) else places
    best = gain[places].max()
    near = places[gain[places] >= best - (1 - NEAR_BEST) * abs(best)]
    return int(near[int(rng.integers(len(near)))])


def _entropy(chance: NDArray[np.float32]) -> NDArray[np.float32]:
    """Bits of each chance, by table."""
    return np.asarray(_ENTROPY[(np.clip(chance, 0, 1) * _STEPS + 0.5).astype(np.intp)])
