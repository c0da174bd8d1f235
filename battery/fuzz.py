"""A million texts, random and half right, typed and LaTeX: every one ends in a tree or a worded error, and soon."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.table import Row, at_least, at_most, shown

from agnesi.maths.comparing import compare

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from maths.reading.fuzz import fault, texts

KEYS = ("x + 1", "(1, 2)", "{1, 2}", "x > 1")
TEXTS, SHORT = 1_000_000, 10_000
JUDGED = 20
"""Every so many texts one is judged too, against each of the keys."""


def run(short: bool) -> list[Row]:
    """How many texts were tried, the faults found, and the slowest reading and judgement in seconds."""
    count = SHORT if short else TEXTS
    faults, slowest_reading, slowest_judging = 0, 0.0, 0.0
    for number, text in enumerate(texts(count, seed=7)):
        start = time.perf_counter()
        faults += bool(fault(text, declared=number % 2 == 1))
        slowest_reading = max(slowest_reading, time.perf_counter() - start)
        if number % JUDGED == 0:
            start = time.perf_counter()
            for key in KEYS:
                try:
                    compare(text, key, {"x": "real"}, worker=None)
                except Exception:
                    faults += 1
            slowest_judging = max(slowest_judging, (time.perf_counter() - start) / len(KEYS))
    return [
        at_least("fuzz: texts tried", count, SHORT if short else TEXTS, "texts"),
        at_most("fuzz: uncaught errors", faults, 0, "errors"),
        at_most("fuzz: slowest reading", slowest_reading, 1.0, "s"),
        at_most("fuzz: slowest judgement", slowest_judging, 1.0, "s"),
        shown("fuzz: judged as well", count // JUDGED * len(KEYS), "judgements"),
    ]
