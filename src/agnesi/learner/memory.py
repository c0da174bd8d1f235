"""Forgetting: how likely a concept is recalled on a day, and what a test of it does to that (FSRS-6, pinned).

The formulas stand here, not in calls of py-fsrs: a log of 50,000 events asks for 60,000 of them, implicit review needs
parts of days, and a newer release must never change a learner's past. The tests hold them equal to py-fsrs.
"""

from __future__ import annotations

import hashlib
import math
from typing import Literal

from agnesi.learner.state import Standing

Grade = Literal["again", "hard", "good", "easy"]

PARAMETERS = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""The defaults of FSRS-6."""
RETENTION = 0.9
"""A review falls due when recall has faded to this."""
PLACED_STABILITY_DAYS = 60.0
"""How firmly sits what a placement found known and nobody has tested here yet."""
_RATINGS = {"again": 1, "hard": 2, "good": 3, "easy": 4}
_DECAY = -PARAMETERS[20]
_FACTOR: float = 0.9 ** (1 / _DECAY) - 1


def recall(standing: Standing, day: float) -> float:
    """The chance, in [0, 1], that the concept is recalled on `day`; 0 without a memory.

    R = (1 + f·t / S)^d, with t days since the last review, stability S, d < 0, and f such that R(S) = 0.9.

    Source: Open Spaced Repetition, FSRS-6.
    """
    if standing.stability is None or standing.reviewed is None:
        return 0.0
    elapsed_days = max(0.0, day - standing.reviewed)
    return float((1 + _FACTOR * elapsed_days / standing.stability) ** _DECAY)


def days_until(recall: float, stability: float) -> float:
    """After how many days without practice recall has faded to `recall`, in (0, 1]."""
    return float(stability / _FACTOR * (recall ** (1 / _DECAY) - 1))


def due(standing: Standing, learner: str, concept: str) -> float:
    """The day, an ordinal with fractions, on which recall has faded to 0.9; never when unseen.

    It is spread by up to 5 % either way, by learner and concept alone, so that things learned together do not all come
    back on one day. Credit from other exercises never defers a concept beyond twice the interval of its last own test.
    """
    if standing.stability is None or standing.reviewed is None:
        return math.inf
    factor = spread(learner, concept)
    falls_due = standing.reviewed + max(1.0, standing.stability * factor)
    if standing.tested is not None and standing.reviewed > standing.tested:
        falls_due = min(falls_due, standing.tested + 2 * standing.interval * factor)
    return falls_due


def tested(standing: Standing, day: int, grade: Grade) -> Standing:
    """The memory after an answer of the concept's own on `day`; unchanged when one was graded on that day already."""
    if standing.tested is not None and day <= standing.tested:
        return standing
    stability, hardness = _after(standing, day, grade)
    return standing._replace(
        stability=stability,
        hardness=hardness,
        reviewed=float(day),
        tested=day,
        interval=max(1.0, stability),
        lapses=standing.lapses + (grade == "again"),
    )


def recall_of_tests(standing: Standing, day: float) -> float:
    """What recall would be had only answers of the concept's own counted since its last test; 0 where there is none."""
    if standing.tested is None or standing.interval <= 0:
        return 0.0
    return recall(standing._replace(stability=standing.interval, reviewed=float(standing.tested)), day)


def exercised(standing: Standing, day: int, weight: float) -> Standing:
    """The memory after an exercise of another concept was solved that uses this one with `weight` in [0, 1].

    Stability moves by weight · (S_success - S); forgetting starts anew when the weight is half or more, else by that
    share of the elapsed time.
    """
    if standing.stability is None or standing.reviewed is None or day <= standing.reviewed:
        return standing
    success, _ = _after(standing, day, "good")
    stability = standing.stability + weight * (success - standing.stability)
    reviewed = float(day) if weight >= 0.5 else standing.reviewed + weight * (day - standing.reviewed)
    return standing._replace(stability=stability, reviewed=reviewed)


def believed(standing: Standing, day: int, learner: str, concept: str) -> Standing:
    """A first memory of what a placement found known: sixty days, spread, counted from `day`."""
    if standing.stability is not None:
        return standing
    stability = PLACED_STABILITY_DAYS * (1 + 6 * (spread(learner, concept) - 1))
    return standing._replace(stability=stability, hardness=5.0, reviewed=float(day))


def spread(learner: str, concept: str) -> float:
    """A number in [0.95, 1.05] that is the same for ever for this learner and concept."""
    digest = hashlib.sha256(f"{learner} {concept}".encode()).digest()
    return 0.95 + 0.1 * int.from_bytes(digest[:4]) / 2**32


def _after(standing: Standing, day: int, grade: Grade) -> tuple[float, float]:
    """Stability in days and difficulty in [1, 10] after a review graded on `day`; source as for `recall`."""
    w, rating = PARAMETERS, _RATINGS[grade]
    if standing.stability is None or standing.reviewed is None or standing.hardness is None:
        return w[rating - 1], _clamp(_first_hardness(rating))
    S, D = standing.stability, standing.hardness
    elapsed_days = max(1.0, day - standing.reviewed)
    forgotten = 1 - (1 + _FACTOR * elapsed_days / S) ** _DECAY
    if rating == 1:
        relearned = w[11] * D ** -w[12] * ((S + 1) ** w[13] - 1) * math.exp(w[14] * forgotten)
        stability = min(relearned, S / math.exp(w[17] * w[18]))
    else:
        bonus = w[15] if rating == 2 else w[16] if rating == 4 else 1.0
        growth = math.exp(w[8]) * (11 - D) * S ** -w[9] * (math.exp(w[10] * forgotten) - 1)
        stability = S * (1 + growth * bonus)
    moved = D - w[6] * (rating - 3) * (10 - D) / 9
    return max(stability, 0.001), _clamp(w[7] * _first_hardness(4) + (1 - w[7]) * moved)


def _first_hardness(rating: int) -> float:
    return PARAMETERS[4] - math.exp(PARAMETERS[5] * (rating - 1)) + 1


def _clamp(hardness: float) -> float:
    return min(max(hardness, 1.0), 10.0)
