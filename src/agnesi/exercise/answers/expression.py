"""Expressions, judged by meaning, and antiderivatives with their constant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agnesi.exercise.answer import Judged, Reading
from agnesi.exercise.answers.base import MathsAnswer, compared, in_part, key_node
from agnesi.exercise.answers.forms import with_form
from agnesi.exercise.shown import typed
from agnesi.exercise.values import MismatchError, kind_of, scalar, value_of
from agnesi.maths import tree

_STATEMENTS = (tree.Relation, tree.Logic, tree.Quantified, tree.Lines, tree.Text)


@dataclass(frozen=True, slots=True)
class Expression(MathsAnswer):
    """A formula in the letters that the problem declares.

    `forms` such as `("expanded",)` are asked for on top of its value.
    """

    key: str | int | tree.Node
    forms: tuple[str, ...] = ()

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> Any:
        """A Formula, or a Fraction where there is nothing but numbers; what is no scalar stays a tree."""
        return taken_expression(node, symbols)

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Equal wherever both are defined, then in the forms asked for."""
        judged = compared(reading, key_node(self.typed(), symbols), symbols, seed)
        return with_form(judged, reading, self.forms, symbols)

    def typed(self) -> str:
        """The formula as typed."""
        return typed(self.key)


@dataclass(frozen=True, slots=True)
class UpToConstant(MathsAnswer):
    """A function known up to a constant: `key` is one of them.

    With `constant` a `+ C` must stand there, else half is given.
    """

    key: str | tree.Node
    constant: bool = True

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> Any:
        """A Formula."""
        return taken_expression(node, symbols)

    def parse(self, text: str, symbols: Mapping[str, str]) -> tuple[tree.Node, tuple[str, ...]]:
        """Reads C as a letter, declared or not."""
        return MathsAnswer.parse(self, text, {"C": "real", **symbols})

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Equal up to a constant; without the `+ C` it is right in part."""
        letters = {"C": "real", **symbols}
        key = key_node(typed(self.key), letters)
        judged = compared(reading, key, letters, seed, "up-to-constant" if self.constant else "antiderivative")
        if self.constant and judged.verdict.outcome == "different":
            bare = compared(reading, key, letters, seed, "antiderivative")
            if bare.verdict:
                return in_part("This is one of them. All of them: add a constant, + C.", 0.7)
        return judged

    def typed(self) -> str:
        """One of the functions, with its constant."""
        return f"{typed(self.key)} + C" if self.constant else typed(self.key)


def taken_expression(node: tree.Node, symbols: Mapping[str, str]) -> Any:
    """The value of an expression: a Fraction or Formula where it is a scalar, else the tree.

    Raises MismatchError for statements.
    """
    if isinstance(node, _STATEMENTS):
        raise MismatchError(f"An expression is asked for; this is {kind_of(node)}.")
    try:
        return scalar(node, symbols)
    except MismatchError:
        pass
    try:
        return value_of(node, symbols)
    except MismatchError:
        return node
