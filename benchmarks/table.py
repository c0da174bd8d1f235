"""A row of a benchmark: what was measured, the figure, and the bar it is held against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: `bar` is what it must reach, in the same `unit` (None: shown, not judged), `met` whether it does."""

    name: str
    figure: float
    bar: float | None
    unit: str
    met: bool


def at_most(name: str, figure: float, bar: float, unit: str) -> Row:
    """A row whose figure must not lie above the bar: times, sizes, memory."""
    return Row(name, figure, bar, unit, figure <= bar)


def at_least(name: str, figure: float, bar: float, unit: str) -> Row:
    """A row whose figure must not lie below the bar: shares, counts, speeds."""
    return Row(name, figure, bar, unit, figure >= bar)


def shown(name: str, figure: float, unit: str) -> Row:
    """A row without a bar: a figure to know."""
    return Row(name, figure, None, unit, True)
