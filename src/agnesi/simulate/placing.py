"""Placement on trial: simulated learners of many kinds are placed, by the tutor and by simpler ways, and compared."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agnesi.learner.placement.law import Law, Mixture, law
from agnesi.learner.placement.particles import Particles, drawn
from agnesi.learner.placement.session import Effort, Session
from agnesi.simulate.baselines import Independent, OneAbility, Placer, Reweighted
from agnesi.simulate.knowledge import DEVELOPING, JUDGING, Ground, Learner, from_law

QUESTIONS = 30
SURE = 0.95
POOL = 20_000
WAYS = ("tutor", "independent", "one-ability", "reweighted")
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Course:
    """One placement by questions: accuracy over all concepts, what was believed of it, and `precision` at the end."""

    accuracy: NDArray[np.float64]
    believed: NDArray[np.float64]
    precision: float
    ms: NDArray[np.float64]


def placement(
    ground: Ground,
    learners: int = 30,
    generator: str | None = None,
    progress: Progress | None = None,
    *,
    ways: Collection[str] = WAYS,
    mixture: Mixture | None = None,
    effort: Effort | None = None,
    askable: Collection[str] | None = None,
    seed: int = 0,
) -> dict[str, Any]:
    """{generator: {way: figures}} over simulated learners; every way meets the same learners and the same luck."""
    generators = {generator: (JUDGING | DEVELOPING)[generator]} if generator else JUDGING
    belief = law(ground.graph, ground.graph.order, ground.area, mixture)
    pool = drawn(belief, POOL, np.random.default_rng(7)) if {"independent", "reweighted"} & set(ways) else None
    total, done, report = len(generators) * learners, 0, {}
    for name, generate in generators.items():
        runs: dict[str, list[Course]] = {way: [] for way in ways}
        for number in range(learners):
            key = zlib.crc32(f"{name} {number} {seed}".encode())
            luck = np.random.default_rng(key)
            learner = from_law(belief, luck) if name == "matched" else generate(ground, luck)
            for way in ways:
                placer = _placer(way, ground, belief, pool, key, mixture, effort, askable)
                runs[way].append(_placed(ground, placer, learner, np.random.default_rng(key + 1)))
            done += 1
            if progress:
                progress(done, total)
        report[name] = {way: figures(courses) for way, courses in runs.items()}
    return report


def figures(courses: list[Course]) -> dict[str, float]:
    """Means over learners: accuracy after 10, 20, 30 questions, when it reaches 0.95 (31: never), and the stop."""
    accuracy = np.stack([course.accuracy for course in courses])
    believed = np.stack([course.believed for course in courses])
    reached = np.nonzero(accuracy.mean(0) >= SURE)[0]
    stops = np.array([_stop(row) for row in believed])
    rows = np.arange(len(courses))
    worst = np.sort(accuracy[:, -1])[: max(1, len(courses) // 10)]
    ms = np.concatenate([course.ms for course in courses])
    return {
        "at_10": float(accuracy[:, 10].mean()),
        "at_20": float(accuracy[:, 20].mean()),
        "at_30": float(accuracy[:, 30].mean()),
        "to_95": float(reached[0]) if len(reached) else float(QUESTIONS + 1),
        "stop": float(stops.mean()),
        "believed": float(believed[rows, stops].mean()),
        "true": float(accuracy[rows, stops].mean()),
        "worst_tenth": float(worst.mean()),
        "precision": float(np.nanmean([course.precision for course in courses])),
        "ms_median": float(np.median(ms)),
        "ms_p95": float(np.quantile(ms, 0.95)),
    }


class _Tutor:
    """The tutor's session behind the baselines' interface; it never stops by itself."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._place = {concept: place for place, concept in enumerate(session.law.ids)}

    def next(self) -> int:
        concept = self._session.next()
        assert concept is not None
        return self._place[concept]

    def record(self, place: int, right: bool) -> None:
        self._session.record(self._session.law.ids[place], "right" if right else "wrong")

    def marginals(self) -> NDArray[np.float64]:
        return np.array(list(self._session.known().values()))


def _placer(
    way: str,
    ground: Ground,
    belief: Law,
    pool: Particles | None,
    key: int,
    mixture: Mixture | None,
    effort: Effort | None,
    askable: Collection[str] | None,
) -> Placer:
    graph = ground.graph
    if way == "tutor":
        session = Session(
            graph, graph.order, ground.area, key, mixture=mixture, effort=effort, askable=askable, sure=2.0, most=10_000
        )
        return _Tutor(session)
    if way == "one-ability":
        depth: list[int] = []
        for parents in graph.parents:
            depth.append(1 + max((depth[p] for p in parents), default=-1))
        return OneAbility(np.array(depth) / max(depth))
    assert pool is not None
    return Independent(pool) if way == "independent" else Reweighted(belief, replace_weights(pool), key)


def replace_weights(pool: Particles) -> Particles:
    """The same draws with equal weights again."""
    return replace(pool, weights=np.full(pool.count, 1 / pool.count))


def _placed(ground: Ground, placer: Placer, learner: Learner, rng: np.random.Generator) -> Course:
    accuracy, believed, ms = [], [], []
    for _ in range(QUESTIONS):
        chance = placer.marginals()
        accuracy.append(float(((chance > 0.5) == learner.known).mean()))
        believed.append(float(np.maximum(chance, 1 - chance).mean()))
        begun = time.perf_counter()
        place = placer.next()
        thought = time.perf_counter() - begun
        right = learner.answers(place, rng) == "right"
        begun = time.perf_counter()
        placer.record(place, right)
        ms.append(1000 * (thought + time.perf_counter() - begun))
    chance = placer.marginals()
    accuracy.append(float(((chance > 0.5) == learner.known).mean()))
    believed.append(float(np.maximum(chance, 1 - chance).mean()))
    return Course(np.array(accuracy), np.array(believed), _precision(ground, chance > 0.5, learner.known), np.array(ms))


def _precision(ground: Ground, told: NDArray[np.bool_], known: NDArray[np.bool_]) -> float:
    """Of what would be advised next, the share that is really next: not known, all before it known. NaN for none."""
    frontier = [place for place in range(len(told)) if not told[place] and all(told[p] for p in ground.parents(place))]
    if not frontier:
        return float("nan")
    return float(np.mean([not known[place] and all(known[p] for p in ground.parents(place)) for place in frontier]))


def _stop(believed: NDArray[np.float64]) -> int:
    """After how many questions the stop rule ends it."""
    reached = np.nonzero(believed[1:] >= SURE)[0]
    return int(reached[0]) + 1 if len(reached) else QUESTIONS
