"""Mastery: the chance to answer an exercise right, learned online, and when a concept counts as learned or mastered.

A logistic regression with recency, as in performance factors analysis with decay (Galyardt & Goldin 2015) and best-LR
(Gervet et al. 2020), with small online steps as in Elo (Pelánek 2016). `learned` is kept beside it by Bayes' rule and
never mixed with it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from agnesi.learner.state import Standing

LEARNED = 0.85
"""A concept is learned, and opens what follows, when the chance that it has been learned reaches this."""
MASTERED = 0.9
"""The chance to answer an unseen, unhinted exercise of middle difficulty right, from which a concept is mastered."""
LOST = 2.5
"""With so many recent failures it was a mistake to call a concept mastered; nothing that is open closes."""
DAYS_APART = 3
"""The two later days of success lie so many days apart, or more."""
REQUIRED_KINDS = ("concept", "procedure", "transfer")
_STANDS_FOR = {"construct": "procedure", "derivation": "procedure", "code": "procedure"}

HINT_WEIGHT, RETRY_WEIGHT, REPEAT_DECAY, REPEAT_FLOOR = 0.3, 0.3, 0.85, 0.5
BASE_LEARNED = 0.15
SLIP, STUDY_GUESS, STUDY_LEARNS = 0.1, 0.25, 0.08


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the regression, in logits; `decay` is by answer, the rates are steps of the online part.

    `caution` is taken off before p(correct) is held against the bar of mastery. `slips` is how many recent failures,
    faded by `decay`, are taken for slips; more are a pattern, and nothing is mastered.
    """

    bias: float = -0.489
    placed: float = 0.3
    difficulty: float = 2.0
    rate: float = 0.068
    decay: float = 0.94
    right: float = 1.647
    wrong: float = 0.198
    streak: float = 0.041
    slips: float = 1.176
    caution: float = 0.98
    learner_rate: float = 0.02
    concept_rate: float = 0.213


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Try:
    """One answer: `weight` is what it counts for in [0, 1], `guess` the chance to be right without knowing."""

    right: bool
    kind: str
    difficulty: float
    weight: float
    guess: float
    recall: float = 1.0


def p_correct(standing: Standing, ability: float, difficulty: float = 0.5, weights: Weights = WEIGHTS) -> float:
    """The chance, in [0, 1], to answer an unseen, unhinted exercise of this difficulty right."""
    return _sigmoid(_logit(standing, ability, difficulty, weights))


def practised(
    standing: Standing, ability: float, day: int, answer: Try, weights: Weights = WEIGHTS
) -> tuple[Standing, float]:
    """The standing and the learner's ability after one answer that counts; unchanged when its weight is 0."""
    if answer.weight <= 0:
        return standing, ability
    y, w = float(answer.right), answer.weight
    surprise = w * (y - p_correct(standing, ability, answer.difficulty, weights))
    seen = standing.right + standing.wrong
    changed = standing._replace(
        challenged=False,
        learned=_learned(standing, answer),
        ability=standing.ability + weights.concept_rate / (1 + 0.2 * seen) * surprise,
        wins=weights.decay * standing.wins + w * y,
        losses=weights.decay * standing.losses + w * (1 - y),
        right=standing.right + w * y,
        wrong=standing.wrong + w * (1 - y),
        streak=standing.streak + w if answer.right else 0.0,
        answered_on=day,
    )
    if not answer.right:
        changed = changed._replace(failed_on=day, later=None if standing.later == day else standing.later)
    elif w >= REPEAT_FLOOR:
        changed = _succeeded(changed, day, answer.kind)
    ability += weights.learner_rate * surprise
    return _judged(changed, ability, day, weights), ability


def counts_for(hints: int, solved: bool, tries: int, repeats: int) -> float:
    """What an answer weighs: 1 unhinted at first try, less after a hint, a try or a repeat, 0 after the solution."""
    if solved:
        return 0.0
    weight = HINT_WEIGHT if hints else 1.0
    weight *= RETRY_WEIGHT if tries else 1.0
    return weight * max(REPEAT_FLOOR, REPEAT_DECAY**repeats)


def required(kind: str) -> str:
    """The required kind that a success of `kind` counts for: derivations, code and constructions are procedures."""
    return _STANDS_FOR.get(kind, kind)


def is_learned(standing: Standing) -> bool:
    """Whether the concept counts as learned, so that what follows it opens."""
    return standing.learned is not None and standing.learned >= LEARNED and not standing.challenged


def is_mastered(standing: Standing) -> bool:
    """Whether the concept is mastered; a later slip shows in the numbers and does not take this away."""
    return standing.mastered_on is not None


def _logit(standing: Standing, ability: float, difficulty: float, weights: Weights) -> float:
    placed = BASE_LEARNED if standing.placed is None else min(max(standing.placed, 0.02), 0.98)
    rate = (standing.wins + 0.5) / (standing.wins + standing.losses + 1)
    return (
        weights.bias
        + ability
        + standing.ability
        + weights.placed * math.log(placed / (1 - placed))
        - weights.difficulty * (difficulty - 0.5)
        + weights.rate * 2 * (rate - 0.5)
        + weights.right * math.log1p(standing.right)
        - weights.wrong * math.log1p(standing.losses)
        + weights.streak * min(standing.streak, 5.0)
    )


def _learned(standing: Standing, answer: Try) -> float:
    """Bayes' rule on "has been learned", with slips, luck and forgetting; then the chance to learn by the answer."""
    before = BASE_LEARNED if standing.learned is None else standing.learned
    knows = (1 - SLIP) * max(answer.recall, 0.05)
    lucky = max(answer.guess, STUDY_GUESS)
    if answer.right:
        evidence = before * knows, (1 - before) * lucky
    else:
        evidence = before * (1 - knows), (1 - before) * (1 - lucky)
    after = evidence[0] / (evidence[0] + evidence[1])
    mixed = before + answer.weight * (after - before)
    return mixed + (1 - mixed) * STUDY_LEARNS * answer.weight


def _succeeded(standing: Standing, day: int, kind: str) -> Standing:
    counted = required(kind)
    kinds = standing.kinds if counted in standing.kinds else tuple(sorted((*standing.kinds, counted)))
    first = day if standing.first is None else standing.first
    later = day if standing.later is None and day > first and day != standing.failed_on else standing.later
    return standing._replace(kinds=kinds, first=first, later=later)


def _judged(standing: Standing, ability: float, day: int, weights: Weights) -> Standing:
    learned_on = standing.learned_on
    if learned_on is None and is_learned(standing):
        learned_on = day
    mastered_on = standing.mastered_on
    chance = _sigmoid(_logit(standing, ability, 0.5, weights) - weights.caution)
    proved = is_learned(standing) and _proved(standing, day) and standing.losses <= weights.slips
    if mastered_on is None and proved and chance >= MASTERED:
        mastered_on = day
    elif standing.losses > LOST:
        mastered_on = None
    return standing._replace(learned_on=learned_on, mastered_on=mastered_on)


def _proved(standing: Standing, day: int) -> bool:
    """Successes of each required kind, and on two later days without a failure, three or more days apart."""
    spaced = standing.later is not None and day - standing.later >= DAYS_APART and day != standing.failed_on
    return spaced and all(kind in standing.kinds for kind in REQUIRED_KINDS)


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else 1 - 1 / (1 + math.exp(x))
