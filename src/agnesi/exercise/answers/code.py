"""A learner's function, held against the mathematics on drawn inputs: run far away, its outputs compared here."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agnesi.exercise.answer import Field, Judged, Reading
from agnesi.exercise.answers.base import RIGHT, undecided, wrong
from agnesi.exercise.runner import Ran, Runner
from agnesi.maths import ReadingError

MOST_CHARACTERS = 10_000
_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Code:
    """A function called `function`, right when it gives what `reference` gives on each of `inputs`.

    `source` is a right answer as a learner would type it. Arguments are plain data or NumPy arrays, which reach the
    learner's function as arrays. Where the reference raises an error, the learner's must raise one of the same name.
    Numbers may differ by `tolerance`, relative to the larger of 1 and the expected size. In a Mistake, `reference` is
    the wrong function: the mistake is recognised when the learner's gives the same on all inputs of the question, so
    `inputs` may be left empty there.
    """

    function: str
    source: str
    reference: Callable[..., Any]
    inputs: Sequence[Sequence[Any]] = ()
    tolerance: float = 1e-9
    starter: str = ""
    seconds: float = 5.0

    @property
    def field(self) -> Field:
        """A box for code."""
        return Field("code", starter=self.starter or f"def {self.function}(...):\n    ")

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """The source, where Python can read it. Raises ReadingError with the place; nothing is run."""
        if len(text) > MOST_CHARACTERS:
            raise ReadingError(f"At most {MOST_CHARACTERS} characters of code.", MOST_CHARACTERS, len(text))
        try:
            ast.parse(text)
        except SyntaxError as error:
            start = _place(text, error.lineno or 1, error.offset or 1)
            raise ReadingError(
                f"Line {error.lineno}: Python cannot read this: {error.msg}.", start, start + 1
            ) from None
        except (ValueError, RecursionError, MemoryError):
            raise ReadingError("Python cannot read this.", 0, len(text)) from None
        return Reading(text)

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """UndecidedError: nothing here can run it. `judge_outcomes` judges what a runner brings back."""
        return undecided("No kernel.")

    def run(self, source: str, runner: Runner) -> Sequence[Ran] | None:
        """What the learner's function gives for each input; None when there is no kernel. Expected values stay here."""
        return runner.call(source, self.function, [[_sent(one) for one in case] for case in self.inputs], self.seconds)

    def judge_outcomes(self, outcomes: Sequence[Ran], inputs: Sequence[Sequence[Any]] | None = None) -> Judged:
        """Right when each outcome is the reference's; else the first input that tells them apart, and both outputs."""
        cases = self.inputs if inputs is None else inputs
        if len(outcomes) != len(cases):
            return undecided("The kernel did not answer for every input.")
        for case, ran in zip(cases, outcomes, strict=True):
            differing = self._differing(case, ran)
            if differing:
                return wrong(f"For `{self.function}({', '.join(map(_short, case))})` {differing}")
        return RIGHT

    def typed(self) -> str:
        """A right source."""
        return self.source

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """Code is not typeset; the page shows the source."""
        return ""

    def _differing(self, case: Sequence[Any], ran: Ran) -> str:
        try:
            expected = _plain(self.reference(*case))
        except Exception as error:  # the reference says by raising that the input is bad
            name = type(error).__name__
            if name in ran.error:
                return ""
            return f"it should raise {name}; yours {_stopped(ran) if ran.error else 'gives ' + _described(ran.value)}."
        if ran.error:
            return f"yours {_stopped(ran)}."
        if _close(ran.value, expected, self.tolerance):
            return ""
        return f"yours gives {_described(ran.value)}, and it should be {_described(expected)}."


def _sent(value: Any) -> Any:
    return {"array": value.tolist()} if hasattr(value, "tolist") and hasattr(value, "shape") else value


def _plain(value: Any) -> Any:
    """NumPy's arrays and numbers, tuples and Fractions as what JSON could hold."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return float(value) if hasattr(value, "denominator") and not isinstance(value, int) else value


def _close(value: Any, expected: Any, tolerance: float) -> bool:
    if isinstance(expected, list):
        same_length = isinstance(value, list) and len(value) == len(expected)
        return same_length and all(_close(a, b, tolerance) for a, b in zip(value, expected, strict=True))
    if isinstance(expected, bool) or isinstance(value, bool) or not isinstance(expected, int | float):
        return type(value) is type(expected) and bool(value == expected)
    if not isinstance(value, int | float):
        return False
    if expected != expected:  # not a number equals itself least of all
        return value != value
    return value == expected or abs(value - expected) <= tolerance * max(1.0, abs(expected))


def _described(value: Any) -> str:
    shape = _shape(value)
    return f"`{_short(value)}`" + (f" of shape {shape}" if shape else "")


def _shape(value: Any) -> tuple[int, ...]:
    return (len(value), *(_shape(value[0]) if value else ())) if isinstance(value, list) else ()


def _short(value: Any) -> str:
    text = repr(_plain(value)).replace("`", "'")
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def _stopped(ran: Ran) -> str:
    lines = ran.error.strip().splitlines() or [""]
    return f"stopped with `{lines[-1][:_SHOWN].replace('`', chr(39))}`"


def _place(text: str, line: int, column: int) -> int:
    return min(len(text), sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1)
