"""Many guesses at what one learner knows, drawn from the law, weighed by answers, and moved so that they stay apart.

Sequential Monte Carlo with Gibbs and Metropolis moves (Gilks & Berzuini 2001): a particle is a set of known concepts
with the ability, shape, slips and luck of the learner who would know them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agnesi.learner.placement.law import Array, Class, Law

Bits = NDArray[np.float32]
Indices = NDArray[np.intp]
Outcome = str
FEWEST = np.float32(1e-6)
SETTLED = 0.01


@dataclass(slots=True)
class Answers:
    """The answers so far: places of the concepts asked, outcomes, and the chance to guess each."""

    places: list[int]
    outcomes: list[Outcome]
    guesses: list[float]


@dataclass(slots=True)
class Particles:
    """K particles over n concepts.

    `known` (n, K) holds zeros and ones; `soft` (n, K) the chance of each given the rest of its particle, as of the last
    move; `ability` (areas, K), `level`, `shape`, `texture`, `slip`, `luck` (K,) index the mixture.
    """

    known: Bits
    soft: Bits
    level: Indices
    ability: Indices
    shape: Indices
    texture: Indices
    slip: Indices
    luck: Indices
    weights: NDArray[np.float64]

    @property
    def count(self) -> int:
        """K."""
        return int(self.known.shape[1])

    def take(self, which: Indices) -> Particles:
        """The particles at these places, each as often as it is named, with equal weights."""
        return Particles(
            self.known[:, which],
            self.soft[:, which],
            self.level[which],
            self.ability[:, which],
            self.shape[which],
            self.texture[which],
            self.slip[which],
            self.luck[which],
            np.full(len(which), 1 / len(which)),
        )

    def marginals(self) -> NDArray[np.float64]:
        """The chance that each concept is known, (n,)."""
        return np.asarray(self.soft @ self.weights.astype(np.float32), np.float64)


def drawn(law: Law, count: int, rng: np.random.Generator, level: float | None = None) -> Particles:
    """`count` particles from the law. `level` is an ability that the learner claims, on the scale of difficulty."""
    mix = law.mixture
    grid = np.array(mix.abilities)
    prior = _level_prior(grid, level)
    where = rng.choice(len(grid), count, p=prior)
    ability = np.stack([_area_draw(grid, where, mix.area_spread, rng) for _ in range(law.areas)])
    shape = rng.integers(len(mix.steepness), size=count)
    texture = rng.choice(len(mix.textures), count, p=_weights(law))
    chance = base(law, shape, ability, texture)
    gap = _gaps(law)[texture]
    known = np.zeros((law.size, count), np.float32)
    soft = np.zeros_like(known)
    for concept in range(law.size):
        missing = sum((1 - known[need] for need in law.needs[concept]), np.zeros(count, np.float32))
        soft[concept] = chance[concept] * gap**missing
        known[concept] = rng.random(count, np.float32) < soft[concept]
    return Particles(
        known,
        known.copy(),
        where,
        ability,
        shape,
        texture,
        rng.integers(len(mix.slips), size=count),
        rng.integers(len(mix.lucky), size=count),
        np.full(count, 1 / count),
    )


def base(law: Law, shape: Indices, ability: Indices, texture: Indices) -> Array:
    """The chance (n, K) of each concept where all its prerequisites are known."""
    grid = len(law.mixture.abilities)
    table = law.chances.reshape(law.size, -1)
    column = shape[None, :] * grid + ability
    rows = np.arange(law.size)[:, None] * table.shape[1]
    holes = np.array([1 - one.hole for one in law.mixture.textures], np.float32)
    return np.asarray(table.ravel()[rows + column[law.area]] * holes[texture], np.float32)


def likelihood(law: Law, particles: Particles, place: int, outcome: Outcome, guess: float) -> NDArray[np.float64]:
    """The chance of one answer under each particle, (K,), tempered."""
    if_known, if_not = answer_chances(law, particles.slip, particles.luck, outcome, guess)
    chance = np.where(particles.known[place] > 0.5, if_known, if_not)
    return np.asarray(chance**law.mixture.temper, np.float64)


def answer_chances(
    law: Law, slip: Indices, luck: Indices, outcome: Outcome, guess: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The chances of an outcome when the concept is known and when it is not, each (K,)."""
    mix = law.mixture
    if outcome == "unknown":
        return np.full(len(slip), mix.admits_wrongly), np.full(len(slip), mix.admits)
    s = np.array(mix.slips)[slip]
    g = guess + (1 - guess) * np.array(mix.lucky)[luck]
    return (1 - s, g) if outcome == "right" else (s, 1 - g)


def resampled(particles: Particles, count: int, rng: np.random.Generator) -> Particles:
    """`count` particles of equal weight, each drawn as often as its weight says (systematic resampling)."""
    steps = (rng.random() + np.arange(count)) / count
    which = np.minimum(np.searchsorted(np.cumsum(particles.weights), steps), particles.count - 1)
    return particles.take(which)


def moved(law: Law, particles: Particles, answers: Answers, rng: np.random.Generator, sweeps: int) -> Particles:
    """The particles after moves that leave their posterior as it is: what is known, abilities, shapes, slips and luck.

    The first sweep goes over all concepts where answers are few or their number is a multiple of three, else like the
    others over those that are not settled yet, which are about a third. Traits are moved once, what is known in each
    sweep.
    """
    for sweep in range(sweeps):
        marginal = particles.soft.mean(1)
        moving = (marginal > SETTLED) & (marginal < 1 - SETTLED)
        if sweep == 0 and (len(answers.places) < 6 or len(answers.places) % 3 == 0):
            moving[:] = True
        missing = _missing(law, particles.known)
        if sweep == 0:
            _move_traits(law, particles, missing, rng)
            _move_noise(law, particles, answers, rng)
        _move_known(law, particles, answers, missing, moving, rng)
    return particles


def _move_known(
    law: Law,
    particles: Particles,
    answers: Answers,
    missing: Array,
    moving: NDArray[np.bool_],
    rng: np.random.Generator,
) -> None:
    """One Gibbs sweep over the concepts that are `moving`, class by class."""
    gap = _gaps(law)[particles.texture]
    up, down = (1 / gap - gap) / 2, (1 / gap + gap) / 2 - 1
    given = base(law, particles.shape, particles.ability, particles.texture) * np.exp(missing * np.log(gap))
    evidence = _evidence(law, particles, answers)
    for whole in law.classes:
        group = whole.only(moving)
        if not len(group.own):
            continue
        odds = _log_odds(group, particles.known, given, gap)
        for place, log_ratio in evidence.items():
            row = np.searchsorted(group.own, place)
            if row < len(group.own) and group.own[row] == place:
                odds[row] += log_ratio
        soft = 1 / (1 + np.exp(-odds))
        new = (rng.random(soft.shape, np.float32) < soft).astype(np.float32)
        if len(group.to):
            step = (new - particles.known[group.own])[group.row]
            given[group.to] *= 1 + step * up + step * step * down
        particles.known[group.own] = new
        particles.soft[group.own] = soft


def _log_odds(group: Class, known: Bits, given: Array, gap: Array) -> Array:
    """The log-odds of each concept of the group given the rest of its particle, answers apart."""
    mine = np.clip(given[group.own], FEWEST, 1 - FEWEST)
    odds = np.log(mine / (1 - mine))
    if len(group.to):
        with_it = given[group.to] * (1 / gap + known[group.own][group.row] * (1 - 1 / gap))
        with_it = np.clip(with_it, FEWEST, 1 - FEWEST)
        child = known[group.to]
        pull = (1 - child) * np.log((1 - with_it) / (1 - with_it * gap)) - child * np.log(gap)
        for rows, edges in group.slots:
            odds[rows] += pull[edges]
    return np.asarray(np.clip(odds, -30, 30), np.float32)


def _move_traits(law: Law, particles: Particles, missing: Array, rng: np.random.Generator) -> None:
    """Metropolis steps for ability in each area, the level behind them, and shape with texture."""
    mix = law.mixture
    grid, count = len(mix.abilities), particles.count
    faded = np.exp(missing * np.log(_gaps(law))[particles.texture])
    now = _fit(law, particles.known, faded, particles.shape, particles.ability, particles.texture)
    step = rng.integers(1, 4, (law.areas, count)) * rng.choice([-1, 1], (law.areas, count))
    proposal = particles.ability + step
    inside = (proposal >= 0) & (proposal < grid)
    proposal = np.clip(proposal, 0, grid - 1)
    then = _fit(law, particles.known, faded, particles.shape, proposal, particles.texture)
    values = np.array(mix.abilities)
    level = values[particles.level]
    spread = (values[particles.ability] - level) ** 2 - (values[proposal] - level) ** 2
    gain = law.belongs @ (then - now) + spread / (2 * mix.area_spread**2)
    accept = inside & (np.log(rng.random(gain.shape)) < gain)
    particles.ability = np.where(accept, proposal, particles.ability)
    taken = accept.astype(np.float32)[law.area]
    now += taken * (then - now)
    fit = -((values[:, None, None] - values[particles.ability][None]) ** 2).sum(1) / (2 * mix.area_spread**2)
    particles.level = _drawn_index(fit, rng)
    shape = rng.integers(len(mix.steepness), size=count)
    texture = rng.choice(len(mix.textures), count, p=_weights(law))
    faded = np.exp(missing * np.log(_gaps(law))[texture])
    then = _fit(law, particles.known, faded, shape, particles.ability, texture)
    accept_all = np.log(rng.random(count)) < then.sum(0) - now.sum(0)
    particles.shape = np.where(accept_all, shape, particles.shape)
    particles.texture = np.where(accept_all, texture, particles.texture)


def _fit(law: Law, known: Bits, faded: Array, shape: Indices, ability: Indices, texture: Indices) -> Array:
    """The log-chance (n, K) of each concept under these traits; `faded` is the factor of missing prerequisites."""
    given = np.clip(base(law, shape, ability, texture) * faded, FEWEST, 1 - FEWEST)
    return np.asarray(np.log(given * (2 * known - 1) + (1 - known)))


def _move_noise(law: Law, particles: Particles, answers: Answers, rng: np.random.Generator) -> None:
    """Slips and luck, drawn from their exact conditionals over the grid."""
    mix, count = law.mixture, particles.count
    slip_fit = np.zeros((len(mix.slips), count))
    luck_fit = np.zeros((len(mix.lucky), count))
    for place, outcome, guess in zip(answers.places, answers.outcomes, answers.guesses, strict=True):
        if outcome == "unknown":
            continue
        right = outcome == "right"
        knows = particles.known[place] > 0.5
        slips = np.array(mix.slips)
        lucky = guess + (1 - guess) * np.array(mix.lucky)
        slip_fit += np.where(knows, np.log(1 - slips if right else slips)[:, None], 0)
        luck_fit += np.where(knows, 0, np.log(lucky if right else 1 - lucky)[:, None])
    particles.slip = _drawn_index(mix.temper * slip_fit, rng)
    particles.luck = _drawn_index(mix.temper * luck_fit, rng)


def _evidence(law: Law, particles: Particles, answers: Answers) -> dict[int, Array]:
    """{place: log-ratio (K,)} of the answers on each concept that was asked."""
    ratios: dict[int, Array] = {}
    for place, outcome, guess in zip(answers.places, answers.outcomes, answers.guesses, strict=True):
        if_known, if_not = answer_chances(law, particles.slip, particles.luck, outcome, guess)
        ratio = (law.mixture.temper * np.log(if_known / if_not)).astype(np.float32)
        ratios[place] = ratios[place] + ratio if place in ratios else ratio
    return ratios


def _missing(law: Law, known: Bits) -> Array:
    """How many direct prerequisites of each concept are not known, (n, K)."""
    missing = np.zeros_like(known)
    for concepts, needs in law.slots:
        missing[concepts] += 1 - known[needs]
    return missing


def _level_prior(grid: NDArray[np.float64], level: float | None) -> NDArray[np.float64]:
    weights = np.ones(len(grid)) if level is None else 0.15 + np.exp(-((grid - level) ** 2) / (2 * 0.25**2))
    return np.asarray(weights / weights.sum())


def _area_draw(grid: NDArray[np.float64], where: Indices, spread: float, rng: np.random.Generator) -> NDArray[np.intp]:
    fit = -((grid[:, None] - grid[where][None]) ** 2) / (2 * spread**2)
    return _drawn_index(fit, rng)


def _drawn_index(log_weights: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.intp]:
    """An index into axis 0 for each column, drawn with these log-weights."""
    weights = np.exp(log_weights - log_weights.max(0))
    rising = np.cumsum(weights, 0)
    return np.asarray((rising < rng.random(weights.shape[1]) * rising[-1]).sum(0), np.intp)


def _gaps(law: Law) -> Array:
    return np.array([one.gap for one in law.mixture.textures], np.float32)


def _weights(law: Law) -> list[float]:
    total = sum(one.weight for one in law.mixture.textures)
    return [one.weight / total for one in law.mixture.textures]
