"""Comparing answers with keys: our judge, math-verify and naive SymPy on the corpus, the same pairs in the same run.

`python -m benchmarks.maths` also prints how many pairs of each area and test the corpus holds, and how many get
their verdict.
"""

from __future__ import annotations

import json
import math
import signal
import statistics
import time
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from agnesi.maths.comparing import compare
from benchmarks.table import Row, at_least, at_most, shown

CORPUS = Path(__file__).parent.parent / "tests" / "maths" / "corpus"
_PEER_SECONDS = 5

Pair = dict[str, Any]
Judge = Callable[[Pair], str]


def run(short: bool) -> list[Row]:
    """Agreement, false accepts and milliseconds of the three judges; peers see the `equivalent` pairs only."""
    pairs = corpus()
    plain = [pair for pair in pairs if pair["test"] == "equivalent" and isinstance(pair["answer"], str)]
    sample = plain[:: 12 if short else 2]
    ours, also, verify, naive = (
        judged(pairs, our),
        judged(sample, our),
        judged(sample, math_verify),
        judged(sample, simplified),
    )
    return [
        at_least("agreement, all pairs", ours.agreement, 99, "%"),
        at_most("false accepts", ours.false_accepts, 0, "pairs"),
        at_most("undecided", ours.undecided, 1, "%"),
        at_most("comparing (median)", statistics.median(ours.took), 1, "ms"),
        at_most("comparing (p99)", ours.p99, 20, "ms"),
        at_most("comparing (worst)", max(ours.took), 300, "ms"),
        shown("pairs", len(pairs), ""),
        shown("pairs for the peers", len(sample), ""),
        *_peer("ours", also),
        *_peer("math-verify", verify),
        *_peer("naive SymPy", naive),
    ]


def _peer(name: str, result: Judged) -> list[Row]:
    return [
        shown(f"{name}: agreement", result.agreement, "%"),
        shown(f"{name}: false accepts", result.false_accepts, "pairs"),
        shown(f"{name}: median", statistics.median(result.took), "ms"),
        shown(f"{name}: p99", result.p99, "ms"),
    ]


class Judged:
    """What one judge made of some pairs. `agreement` and `undecided` are in per cent, `took` in milliseconds."""

    def __init__(self, pairs: list[Pair], verdicts: list[str], took: list[float]) -> None:
        accepted = ("equal", "equal-where-defined")
        right = [
            (got in accepted) == (pair["verdict"] in accepted) and got != "undecided"
            for pair, got in zip(pairs, verdicts, strict=True)
        ]
        self.agreement = 100 * sum(right) / len(pairs)
        self.undecided = 100 * verdicts.count("undecided") / len(pairs)
        self.false_accepts = sum(
            got in accepted and pair["verdict"] == "different" for pair, got in zip(pairs, verdicts, strict=True)
        )
        self.took = took
        self.p99 = sorted(took)[min(len(took) - 1, math.ceil(len(took) * 0.99))]
        self.right = right


def corpus() -> list[Pair]:
    """Every pair and derivation of the corpus."""
    return [
        json.loads(line) for area in sorted(CORPUS.glob("*.jsonl")) for line in area.read_text("utf-8").splitlines()
    ]


def judged(pairs: list[Pair], judge: Judge) -> Judged:
    """All pairs judged, after one that warms up."""
    judge(pairs[0])
    verdicts, took = [], []
    for pair in pairs:
        begun = time.perf_counter()
        verdicts.append(judge(pair))
        took.append((time.perf_counter() - begun) * 1000)
    return Judged(pairs, verdicts, took)


def our(pair: Pair) -> str:
    """Our verdict, in process."""
    more = {"test": pair["test"], "options": pair["options"], "seed": pair["id"], "worker": None}
    return compare(pair["answer"], pair["key"], pair["symbols"], **more).outcome


def math_verify(pair: Pair) -> str:
    """The verdict of math-verify, with its own time limits put aside for one of five seconds."""
    from math_verify import parse, verify

    try:
        with _limited():
            key, answer = (parse(f"${pair[side]}$", parsing_timeout=None) for side in ("key", "answer"))
            return "equal" if verify(key, answer, timeout_seconds=None) else "different"
    except Exception:  # a peer that fails has not decided
        return "undecided"


def simplified(pair: Pair) -> str:
    """Whether SymPy's simplify makes the difference zero."""
    import sympy
    from sympy.parsing.sympy_parser import (
        convert_xor,
        implicit_multiplication_application,
        parse_expr,
        standard_transformations,
    )

    transformations = (*standard_transformations, implicit_multiplication_application, convert_xor)
    try:
        with _limited():
            answer, key = (parse_expr(pair[side], transformations=transformations) for side in ("answer", "key"))
            return "equal" if sympy.simplify(answer - key) == 0 else "different"
    except Exception:  # a peer that fails has not decided
        return "undecided"


@contextmanager
def _limited() -> Any:
    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(_PEER_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def coverage() -> list[tuple[str, str, int, int]]:
    """Area, test, how many pairs, how many of them get their verdict."""
    pairs = corpus()
    right = judged(pairs, our).right
    held = Counter((pair["id"].split("/")[0], pair["test"]) for pair in pairs)
    good = Counter((pair["id"].split("/")[0], pair["test"]) for pair, fine in zip(pairs, right, strict=True) if fine)
    return [(area, test, n, good[area, test]) for (area, test), n in sorted(held.items())]


if __name__ == "__main__":
    for area, test, n, good in coverage():
        print(f"{area:22} {test:22} {n:5} pairs  {100 * good / n:6.1f} %")
    for row in run(short=True):
        print(f"{row.name:32} {row.figure:10.3f} {row.unit:6} {'' if row.bar is None else f'bar {row.bar:g}'}")
