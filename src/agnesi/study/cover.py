"""Which exercises to review with: few minutes, much fading recall refreshed; a weighted cover, greedily."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")

WORTH_IT = 0.02
"""A choice that refreshes less than this is not worth a minute of anyone's day."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exercise that could be reviewed with: `covers` maps concepts to weights, its own with 1. `minutes` > 0.

    Of two equal ones the smaller `rank` is taken: what was asked less, and longer ago.
    """

    exercise: str
    concept: str
    covers: Mapping[str, float]
    minutes: float
    rank: tuple[float, ...] = ()


def chosen(candidates: Sequence[Candidate], fading: Mapping[str, float], minutes: float) -> list[Candidate]:
    """The candidates that refresh most of `fading` ({concept: worth}) per minute, within `minutes`; at least one.

    What one has refreshed counts only for the rest with the next; no concept has more than one exercise of its own.
    """
    left = {concept: worth for concept, worth in fading.items() if worth > 0}
    open_ = list(candidates)
    taken: list[Candidate] = []
    spent = 0.0
    while open_ and left:
        best = max(open_, key=lambda one: (_gain(one, left) / one.minutes, tuple(-value for value in one.rank)))
        open_ = [one for one in open_ if one.concept != best.concept]
        if _gain(best, left) < WORTH_IT:
            break
        if taken and spent + best.minutes > minutes:
            continue
        taken.append(best)
        spent += best.minutes
        for concept, weight in best.covers.items():
            if concept in left:
                left[concept] *= 1 - min(weight, 1.0)
                if left[concept] < WORTH_IT:
                    del left[concept]
    return taken


def interleaved(items: Sequence[Item], concept: Callable[[Item], str], near: Callable[[str, str], bool]) -> list[Item]:
    """The same items so that no concept follows itself while another is left; confusable ones are neighbours."""
    waiting, row = list(items), list[Item]()
    while waiting:
        last = concept(row[-1]) if row else ""
        others = [item for item in waiting if concept(item) != last] or waiting
        beside = [item for item in others if row and near(last, concept(item))]
        item = (beside or others)[0]
        row.append(item)
        waiting.remove(item)
    return row


def _gain(candidate: Candidate, left: Mapping[str, float]) -> float:
    return sum(weight * left[concept] for concept, weight in candidate.covers.items() if concept in left)
