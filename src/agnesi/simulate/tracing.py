"""Predicting the next answer, on a log in the product's own format: the tutor's mastery beside simpler predictors."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Protocol

import numpy as np

from agnesi.learner import mastery
from agnesi.learner.events import Event
from agnesi.learner.state import Standing

FIRST_DAY = date(2026, 1, 1)
CONCEPTS, EXERCISES, ANSWERS = 25, 5, 150
KINDS = ("concept", "procedure", "transfer", "derivation", "procedure")
Progress = Callable[[int, int], None]


class Predictor(Protocol):
    """Says how likely a right answer is before it sees it; what learners share stays when a new one begins."""

    def fresh(self) -> None:
        """A new learner begins."""

    def predict(self, event: Event) -> float:
        """The chance of a right answer."""

    def learn(self, event: Event, right: bool) -> None:
        """The answer."""


def tracing(learners: int = 30, generator: str | None = None, progress: Progress | None = None) -> dict[str, Any]:
    """{"simulated": {predictor: figures}} on the logs of simulated learners, the second half of them unseen."""
    if generator not in (None, "simulated"):
        raise KeyError(generator)
    logs = []
    for number in range(2 * learners):
        logs.append(simulated_log(number))
        if progress:
            progress(number + 1, 2 * learners)
    return {"simulated": compared(logs[:learners], logs[learners:])}


def compared(seen: Sequence[Iterable[Event]], unseen: Sequence[Iterable[Event]]) -> dict[str, dict[str, float]]:
    """Figures of each predictor on the logs of `unseen` learners, after those of `seen`; any logs of ours will do."""
    report = {}
    for name, predictor in (
        ("mean", Mean()),
        ("item mean", ItemMean()),
        ("elo", Elo()),
        ("pfa", Pfa()),
        ("tutor", Tutor()),
    ):
        for log in seen:
            _run(predictor, log)
        pairs = [pair for log in unseen for pair in _run(predictor, log)]
        report[name] = figures(pairs)
    return report


def figures(pairs: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """AUC, log loss and expected calibration error (ten bins) of (chance, right) pairs."""
    chances = np.clip([chance for chance, _ in pairs], 1e-4, 1 - 1e-4)
    right = np.array([r for _, r in pairs], float)
    bins = np.minimum((chances * 10).astype(int), 9)
    gaps = [abs(chances[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())]
    return {
        "auc": _auc(chances, right),
        "log_loss": float(-(right * np.log(chances) + (1 - right) * np.log(1 - chances)).mean()),
        "calibration": float(sum(gaps)),
        "answers": float(len(pairs)),
    }


def simulated_log(number: int) -> list[Event]:
    """One learner's answers: every concept has a skill that grows with practice and fades with days."""
    rng = np.random.default_rng(number)
    items = np.random.default_rng(99).uniform(-1, 1, (CONCEPTS, EXERCISES))
    skill = rng.normal(0.0, 0.5) + rng.normal(0, 0.5, CONCEPTS)
    speed = rng.uniform(0.05, 0.35)
    last = np.zeros(CONCEPTS)
    log: list[Event] = []
    day = 0
    for _ in range(ANSWERS):
        day += int(rng.random() < 0.2)
        concept = int(min(rng.geometric(0.25) - 1 + day // 3, CONCEPTS - 1))
        exercise = int(rng.integers(EXERCISES))
        faded = skill[concept] - 0.15 * math.log1p(day - last[concept])
        right = bool(rng.random() < 0.05 + 0.9 / (1 + math.exp(-1.7 * (faded - items[concept, exercise]))))
        skill[concept] = faded + speed * (2.5 - faded) * (1.0 if right else 0.6)
        last[concept] = day
        log.append(
            _event(number, len(log) + 1, day, concept, exercise, right, float((items[concept, exercise] + 1) / 2))
        )
    return log


def _event(learner: int, seq: int, day: int, concept: int, exercise: int, right: bool, difficulty: float) -> Event:
    on = FIRST_DAY + timedelta(days=day)
    body = {
        "problem": str(seq),
        "exercise": f"c{concept}/e{exercise}",
        "edition": 1,
        "concept": f"c{concept}",
        "kind": KINDS[exercise],
        "verdict": "right" if right else "wrong",
        "difficulty": difficulty,
        "hints": 0,
        "first": True,
        "guess": 0.05,
    }
    return Event(f"{learner}-{seq}", str(learner), seq, f"{on}T12:00:00+00:00", on, "answered", body)


def _run(predictor: Predictor, log: Iterable[Event]) -> list[tuple[float, bool]]:
    predictor.fresh()
    pairs = []
    for event in log:
        if (
            event.kind == "answered"
            and event.body.get("verdict") in ("right", "wrong")
            and event.body.get("first", True)
        ):
            right = event.body["verdict"] == "right"
            pairs.append((predictor.predict(event), right))
            predictor.learn(event, right)
    return pairs


class Mean:
    """The share of right answers so far, of everybody."""

    def __init__(self) -> None:
        self._right, self._all = 1.0, 2.0

    def fresh(self) -> None:
        """Nothing is a learner's own."""

    def predict(self, event: Event) -> float:
        """The mean."""
        return self._right / self._all

    def learn(self, event: Event, right: bool) -> None:
        """One more."""
        self._right, self._all = self._right + right, self._all + 1


class ItemMean:
    """The share of right answers to this exercise."""

    def __init__(self) -> None:
        self._counts: dict[str, list[float]] = defaultdict(lambda: [1.0, 2.0])

    def fresh(self) -> None:
        """Nothing is a learner's own."""

    def predict(self, event: Event) -> float:
        """The exercise's mean."""
        right, total = self._counts[event.body["exercise"]]
        return right / total

    def learn(self, event: Event, right: bool) -> None:
        """One more of this exercise."""
        counts = self._counts[event.body["exercise"]]
        counts[0], counts[1] = counts[0] + right, counts[1] + 1


class Elo:
    """One rating a learner and concept, one an exercise (Pelánek 2016)."""

    def __init__(self) -> None:
        self._items: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self.fresh()

    def fresh(self) -> None:
        """A learner without ratings."""
        self._learner = 0.0
        self._skills: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])

    def predict(self, event: Event) -> float:
        """The logistic of the difference."""
        level = self._learner + self._skills[event.body["concept"]][0] - self._items[event.body["exercise"]][0]
        return 1 / (1 + math.exp(-level))

    def learn(self, event: Event, right: bool) -> None:
        """Steps that shrink with experience."""
        surprise = right - self.predict(event)
        item, skill = self._items[event.body["exercise"]], self._skills[event.body["concept"]]
        self._learner += 0.15 * surprise
        item[0] -= surprise / (1 + 0.05 * item[1])
        skill[0] += 0.9 * surprise / (1 + 0.1 * skill[1])
        item[1], skill[1] = item[1] + 1, skill[1] + 1


class Pfa:
    """Performance factors analysis: successes and failures on the concept, weights learned as it goes (Pavlik 2009)."""

    def __init__(self) -> None:
        self._weights: dict[str, float] = defaultdict(float)
        self.fresh()

    def fresh(self) -> None:
        """A learner without a past."""
        self._past: dict[str, list[int]] = defaultdict(lambda: [0, 0])

    def predict(self, event: Event) -> float:
        """The logistic of the weighted features."""
        return 1 / (1 + math.exp(-sum(self._weights[name] * value for name, value in self._features(event))))

    def learn(self, event: Event, right: bool) -> None:
        """One gradient step, and one more success or failure."""
        surprise = right - self.predict(event)
        for name, value in self._features(event):
            self._weights[name] += 0.05 * surprise * value
        self._past[event.body["concept"]][0 if right else 1] += 1

    def _features(self, event: Event) -> list[tuple[str, float]]:
        right, wrong = self._past[event.body["concept"]]
        return [
            ("bias", 1.0),
            (event.body["exercise"], 1.0),
            ("right", math.log1p(right)),
            ("wrong", math.log1p(wrong)),
        ]


class Tutor:
    """The tutor's own mastery model, as the fold runs it; what it knows of exercises is what their authors declared."""

    def __init__(self) -> None:
        self.fresh()

    def fresh(self) -> None:
        """A learner without a past."""
        self._ability = 0.0
        self._standings: dict[str, Standing] = defaultdict(Standing)
        self._asked: dict[str, int] = defaultdict(int)

    def predict(self, event: Event) -> float:
        """p(correct) at the exercise's difficulty."""
        body = event.body
        return mastery.p_correct(self._standings[body["concept"]], self._ability, float(body.get("difficulty", 0.5)))

    def learn(self, event: Event, right: bool) -> None:
        """One answer, as the fold counts it."""
        body, concept = event.body, event.body["concept"]
        weight = mastery.counts_for(int(body.get("hints") or 0), False, 0, self._asked[body["exercise"]])
        self._asked[body["exercise"]] += 1
        answer = mastery.Try(right, str(body["kind"]), float(body.get("difficulty", 0.5)), weight, 0.02)
        day = event.day.toordinal()
        self._standings[concept], self._ability = mastery.practised(
            self._standings[concept], self._ability, day, answer
        )


def _auc(chances: np.ndarray[Any, Any], right: np.ndarray[Any, Any]) -> float:
    """The chance that a right answer was given a higher chance than a wrong one; ties count half."""
    order = chances.argsort(kind="stable")
    _, inverse, counts = np.unique(chances[order], return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    ranks = (ends - (counts - 1) / 2)[inverse]
    of_right = right[order] > 0.5
    positives, negatives = of_right.sum(), (~of_right).sum()
    if not positives or not negatives:
        return float("nan")
    return float((ranks[of_right].sum() - positives * (positives + 1) / 2) / (positives * negatives))
