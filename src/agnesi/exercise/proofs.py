"""The open lines of a proof: the answer each asks for, and what a learner's line or reason is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from agnesi import maths
from agnesi.exercise.answer import Answer, Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, compared, in_part, key_node, without_name
from agnesi.exercise.answers.choice import Choice
from agnesi.exercise.grading import Graded, grade_problem
from agnesi.exercise.lesson_parts import Open, Proof
from agnesi.exercise.problem import Problem
from agnesi.maths import tree


@dataclass(frozen=True, slots=True)
class Line(MathsAnswer):
    """A line that says the same as `key`, without being the line `before` over again."""

    key: str
    before: str = ""

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> tree.Node:
        """The tree, whatever it is."""
        return node

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Equal in meaning, and a step forward."""
        judged = compared(reading, key_node(self.typed(), symbols), symbols, seed)
        if not judged.verdict or not self.before:
            return replace(judged, message="") if judged.verdict.outcome == "different" else judged
        assert reading.node is not None
        old = key_node(without_name(self.before), symbols)
        repeated = maths.compare(reading.node, old, symbols, test="same-up-to-order", seed=seed)
        return in_part("True, but it is the line before again: take the next step.", 0.3) if repeated else RIGHT

    def typed(self) -> str:
        """The line, without an equals sign before it."""
        return without_name(self.key).strip()


def open_problem(proof: Proof, index: int) -> Problem:
    """The problem that line `index` (from 0, among all lines) of `proof` is.

    Raises ValueError where that line is given.
    """
    line = proof.lines[index]
    if not isinstance(line, Open):
        raise ValueError(f"line {index} of proof {proof.name} is given")
    ask = "Why does this line follow?" if line.instead else "What is the next line?"
    hints = (line.hint,) if line.hint else ()
    problem = Problem(ask, _answer(proof, index, line), solution=(), hints=hints, symbols=proof.symbols)
    return problem.seeded(f"{proof.name}:{index}")


def grade_open(proof: Proof, index: int, text: str) -> Graded:
    """What `text` is worth as line `index` of `proof`, or as its reason where reasons are offered."""
    return grade_problem(open_problem(proof, index), text, seed=f"{proof.name}:{index}")


def _answer(proof: Proof, index: int, line: Open) -> Answer:
    if line.instead:
        options = {"because": line.because, **{f"instead-{n}": one for n, one in enumerate(line.instead, 1)}}
        return Choice(options, "because")
    before = next((one.line for one in reversed(proof.lines[:index]) if one.line), "")
    return Line(line.line, before)
