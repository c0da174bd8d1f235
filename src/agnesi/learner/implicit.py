"""Implicit review: what a solved exercise refreshes besides its own concept, and whom a failure blames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from agnesi.learner import memory
from agnesi.learner.state import Standing

LEAST_WEIGHT = 0.2
DEEPEST = 3


def chained(concept: str, uses: Mapping[str, Mapping[str, float]], direct: Mapping[str, float]) -> dict[str, float]:
    """What an exercise of `concept` refreshes, and how much: {concept: weight in (0, 1]}, without the concept itself.

    `direct` is what the exercise uses; `uses` what the exercises of each concept use. Chains multiply; they are cut
    below a weight of 0.2 or beyond three links; of several chains to one concept the strongest counts.
    """
    weights: dict[str, float] = {}
    links = {used: weight for used, weight in direct.items() if weight >= LEAST_WEIGHT}
    for _ in range(DEEPEST):
        fresh = {used: w for used, w in links.items() if used != concept and w > weights.get(used, 0.0)}
        weights |= fresh
        links = {}
        for used, weight in fresh.items():
            for deeper, share in uses.get(used, {}).items():
                product = weight * share
                if product >= LEAST_WEIGHT:
                    links[deeper] = max(product, links.get(deeper, 0.0))
    return dict(sorted(weights.items()))


def to_blame(concept: str, blames: str, weights: Mapping[str, float], recalls: Mapping[str, float]) -> str:
    """The prerequisite to probe after a failure; empty when the concept itself is to blame.

    The one that the mistake names; without one, the used prerequisite that was most likely forgotten is probed, where
    that is likely indeed: its weight times the chance that it is forgotten reaches 0.15.
    """
    if blames:
        return "" if blames == concept else blames
    suspects = {used: w * (1 - recalls[used]) for used, w in sorted(weights.items()) if used in recalls}
    worst = max(suspects, key=suspects.__getitem__, default="")
    return worst if worst and suspects[worst] >= 0.15 else ""


class Trust(NamedTuple):
    """How far credit from other exercises is believed for one learner: `factor` in [0, 1] multiplies every weight.

    `bias` is how much more (or less) is recalled than expected where there was no such credit.
    """

    factor: float = 0.6
    bias: float = 0.0


TRUST_STEP, BIAS_STEP = 0.2, 0.03


def trusted(trust: Trust, standing: Standing, day: int, right: bool) -> Trust:
    """The trust after a test on `day`: credit that was followed by failures is believed less, by successes more.

    A step of stochastic gradient on the likelihood of the outcome, whose chance lies between recall without credit and
    with.
    """
    if standing.tested is None or standing.reviewed is None or day <= standing.tested:
        return trust
    with_credit = memory.recall(standing, day)
    without = memory.recall_of_tests(standing, day)
    surprise = right - with_credit
    if with_credit - without < 0.005:
        return trust._replace(bias=trust.bias + BIAS_STEP * (surprise - trust.bias))
    slope = (with_credit - without) / (with_credit * (1 - with_credit) + 0.05)
    factor = trust.factor + TRUST_STEP * (surprise - trust.bias) * slope
    return trust._replace(factor=min(max(factor, 0.0), 1.0))
