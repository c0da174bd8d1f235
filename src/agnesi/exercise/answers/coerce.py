"""From a plain value in an author's hands to the answer that it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agnesi.exercise.answers.base import MathsAnswer


def answer_of(value: Any) -> MathsAnswer:
    """An answer stays itself; a number is a Number, a text an Expression, a sequence a Vector, rows are a Matrix."""
    from agnesi.exercise.answers.expression import Expression
    from agnesi.exercise.answers.matrix import Matrix
    from agnesi.exercise.answers.number import Number
    from agnesi.exercise.answers.vector import Vector

    if isinstance(value, MathsAnswer):
        return value
    if isinstance(value, str):
        return Expression(value)
    if isinstance(value, Sequence):
        rows = len(value) > 0 and all(isinstance(row, Sequence) and not isinstance(row, str) for row in value)
        return Matrix(value) if rows else Vector(value)
    return Number(value)
