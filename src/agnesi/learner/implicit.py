"""Implicit review: what a solved exercise refreshes besides its own concept, and whom a failure blames."""

from __future__ import annotations

from collections.abc import Mapping

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
