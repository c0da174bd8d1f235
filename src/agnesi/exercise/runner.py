"""The port through which code answers are run: someone who can call a function with arguments, far away from here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Ran:
    """What came back of one call: a JSON value (arrays as nested lists, with their shape), or why there is none."""

    value: Any = None
    shape: tuple[int, ...] | None = None
    error: str = ""


class Runner(Protocol):
    """Runs a learner's function in a process of its own."""

    def call(self, source: str, function: str, inputs: Sequence[Sequence[Any]], seconds: float) -> Sequence[Ran] | None:
        """One `Ran` for each input, in order; None when no kernel is to be had.

        Arrays in `inputs` are nested lists marked as `{"array": [...]}` and reach the function as NumPy arrays.
        """
