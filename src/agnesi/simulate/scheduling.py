"""Review on trial: half a year under several ways to schedule, in heads that forget by another law than ours."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from agnesi.learner import implicit, memory
from agnesi.learner.state import Standing
from agnesi.simulate.knowledge import Ground
from agnesi.simulate.remembering import Memory
from agnesi.study import cover

DAYS = 180
FIRST_STEPS = (1, 3, 7, 21)
TARGETS = {"fsrs": (0.9,), "fsrs+graph": (0.86, 0.9, 0.93, 0.95), "oracle": (0.8, 0.9)}
"""Recall at which a review falls due; each way is run with all of its own, to compare minutes at equal recall."""
WORLDS = ("misspecified", "exact", "none")
WAYS = ("no-review", "fixed", "fsrs", "fsrs+graph", "oracle")
CONCEPTS = 60
LEARNED_A_DAY = 1
Progress = Callable[[int, int], None]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class World:
    """What is to be remembered: concepts in the order of learning, and minutes of an exercise of each.

    `declared` is what authors said that the exercises use, `true` how much of it they truly refresh.
    """

    concepts: tuple[str, ...]
    minutes: Mapping[str, float]
    declared: Mapping[str, Weights]
    true: Mapping[str, Weights]
    thresholds: Mapping[str, float]


def scheduling(
    ground: Ground, learners: int = 30, generator: str | None = None, progress: Progress | None = None
) -> dict[str, Any]:
    """{world: {way: figures}}: recall after 180 days and minutes of review, and minutes at the recall of FSRS at 0.9.

    In the world `misspecified` the true transfer is the declared one times log-normal noise of 0.5; in `none` it is
    zero.
    """
    worlds = (generator,) if generator else WORLDS
    runs = [(way, target) for way in WAYS for target in TARGETS.get(way, (0.9,))]
    done, total, report = 0, len(worlds) * learners, {}
    for kind in worlds:
        found: dict[tuple[str, float], list[tuple[float, float]]] = {run: [] for run in runs}
        for number in range(learners):
            key = zlib.crc32(f"{kind} {number}".encode())
            world = drawn(ground, kind, np.random.default_rng(key))
            for run in runs:
                found[run].append(half_a_year(world, *run, np.random.default_rng(key + 1)))
            done += 1
            if progress:
                progress(done, total)
        report[kind] = _figures(found)
    return report


def drawn(ground: Ground, kind: str, rng: np.random.Generator) -> World:
    """A learner's world: sixty concepts towards some far ones, weights as an author would declare them."""
    graph = ground.graph
    path: tuple[str, ...] = ()
    while len(path) < min(CONCEPTS, len(graph)):
        path = tuple(dict.fromkeys((*path, *graph.path([graph.order[int(rng.integers(len(graph)))]]))))
    concepts = path[:CONCEPTS]
    kept = set(concepts)
    declared = {
        c: {p: float(np.clip(rng.normal(0.5, 0.2), 0.1, 1.0)) for p in graph.prerequisites(c) if p in kept}
        for c in concepts
    }
    noise = {"misspecified": 0.5, "exact": 0.0}.get(kind, 0.0)
    true = {
        c: {p: 0.0 if kind == "none" else min(1.0, w * math.exp(rng.normal(0, noise))) for p, w in used.items()}
        for c, used in declared.items()
    }
    talent = rng.normal(0, 0.15)
    return World(
        concepts,
        {c: float(rng.uniform(0.7, 2.0)) for c in concepts},
        declared,
        true,
        {c: 0.25 + talent + float(rng.normal(0, 0.2)) for c in concepts},
    )


def half_a_year(world: World, way: str, target: float, rng: np.random.Generator) -> tuple[float, float]:
    """(recall on the last day, minutes of review) of one learner under one way to schedule."""
    heads = {c: Memory(world.thresholds[c]) for c in world.concepts}
    held: dict[str, Standing] = {}
    full = {c: implicit.chained(c, world.declared, world.declared[c]) for c in world.concepts}
    truly = {c: _chained_true(c, world.true) for c in world.concepts}
    started: dict[str, int] = {}
    minutes, trust = 0.0, implicit.Trust()
    for day in range(1, DAYS + 1):
        for concept in _to_review(world, way, target, day, held, heads, started, _scaled(full, trust), truly):
            minutes += world.minutes[concept]
            right = rng.random() < heads[concept].recall(day)
            trust = implicit.trusted(trust, held[concept], day, right)
            _practised(heads, truly, concept, day, 1.0)
            held[concept] = memory.tested(held[concept], day, "good" if right else "again")
            if right and way == "fsrs+graph":
                _credited(held, full, concept, day, trust)
        for concept in world.concepts[(day - 1) * LEARNED_A_DAY : day * LEARNED_A_DAY]:
            _practised(heads, truly, concept, day, 2.0)
            held[concept] = memory.tested(Standing(), day, "good")
            started[concept] = day
            if way == "fsrs+graph":
                _credited(held, full, concept, day, trust)
    return float(np.mean([heads[c].recall(DAYS + 1) for c in world.concepts])), minutes


def _to_review(
    world: World,
    way: str,
    target: float,
    day: int,
    held: Mapping[str, Standing],
    heads: Mapping[str, Memory],
    started: Mapping[str, int],
    full: Mapping[str, Weights],
    truly: Mapping[str, Weights],
) -> Sequence[str]:
    if way == "no-review":
        return ()
    if way == "fixed":
        return [c for c, first in started.items() if day - first in FIRST_STEPS]
    if way == "oracle":
        fading = {c: 1 - heads[c].recall(day) for c in held if heads[c].recall(day) < target}
        return _covered(world, fading, truly, held)
    fading = {c: 1 - memory.recall(one, day) for c, one in held.items() if _due(one, day, target)}
    return list(fading) if way == "fsrs" else _covered(world, fading, full, held)


def _due(standing: Standing, day: int, target: float) -> bool:
    """Whether recall has faded to the target, or credit from elsewhere has deferred it for twice its own interval."""
    if memory.recall(standing, day) <= target:
        return True
    stretch = memory.days_until(target, 1.0)
    deferred = standing.reviewed is not None and standing.tested is not None and standing.reviewed > standing.tested
    return deferred and standing.tested is not None and day >= standing.tested + 2 * standing.interval * stretch


def _covered(
    world: World, fading: Mapping[str, float], weights: Mapping[str, Weights], learned: Collection[str]
) -> list[str]:
    """Exercises that refresh what fades, in few minutes."""
    if not fading:
        return []
    candidates = [
        cover.Candidate(c, c, {c: 1.0, **weights[c]}, world.minutes[c])
        for c in learned
        if c in fading or fading.keys() & weights[c].keys()
    ]
    return [one.concept for one in cover.chosen(candidates, fading, 1e9)]


def _practised(heads: Mapping[str, Memory], truly: Mapping[str, Weights], concept: str, day: int, much: float) -> None:
    heads[concept].practise(day, much)
    for used, weight in truly[concept].items():
        if heads[used].traces:
            heads[used].practise(day, weight)


def _credited(
    held: dict[str, Standing], full: Mapping[str, Weights], concept: str, day: int, trust: implicit.Trust
) -> None:
    for used, weight in full[concept].items():
        if used in held:
            held[used] = memory.exercised(held[used], day, weight * trust.factor)


def _scaled(full: Mapping[str, Weights], trust: implicit.Trust) -> Mapping[str, Weights]:
    return {c: {used: weight * trust.factor for used, weight in weights.items()} for c, weights in full.items()}


def _chained_true(concept: str, true: Mapping[str, Weights]) -> Weights:
    """True transfer reaches through chains as well, however weak."""
    reached: dict[str, float] = {}
    ahead = dict(true[concept])
    for _ in range(3):
        fresh = {c: w for c, w in ahead.items() if w > reached.get(c, 0.0) and w > 0.05}
        reached |= fresh
        ahead = {}
        for used, weight in fresh.items():
            for deeper, share in true[used].items():
                ahead[deeper] = max(ahead.get(deeper, 0.0), weight * share)
    return reached


def _figures(found: Mapping[tuple[str, float], list[tuple[float, float]]]) -> dict[str, dict[str, float]]:
    means = {
        run: (float(np.mean([r for r, _ in each])), float(np.mean([m for _, m in each]))) for run, each in found.items()
    }
    level = means["fsrs", 0.9][0]
    report = {}
    for way in WAYS:
        curve = sorted(means[run] for run in means if run[0] == way)
        at_nine = means[way, 0.9]
        report[way] = {
            "recall": at_nine[0],
            "minutes": at_nine[1],
            "minutes_at_equal_recall": _at(curve, level) if len(curve) > 1 or way == "fsrs" else float("nan"),
        }
    base = report["fsrs"]["minutes_at_equal_recall"]
    for figures in report.values():
        figures["saved"] = 1 - figures["minutes_at_equal_recall"] / base
        figures["recall_lost"] = level - figures["recall"]
    return report


def _at(curve: Sequence[tuple[float, float]], recall: float) -> float:
    """Minutes at this recall, by straight lines between the runs; NaN outside of them."""
    recalls, minutes = zip(*curve, strict=True)
    if not recalls[0] <= recall <= recalls[-1]:
        return float("nan")
    return float(np.interp(recall, recalls, minutes))
