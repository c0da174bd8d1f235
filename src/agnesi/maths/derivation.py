"""Derivations: whether each line follows from the line before, and what was lost or gained on the way.

Each step is one of: equal; follows (solutions may have been gained, as by squaring); follows back only (some were
lost, as by dividing by x); does not follow; could not decide. A verdict tells them by outcome and message.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from agnesi.maths import tree
from agnesi.maths.declare import Declaration, declare
from agnesi.maths.evaluating.scalars import arithmetic, arithmetic_of
from agnesi.maths.judging import equivalent, statements
from agnesi.maths.judging.kinds import kind
from agnesi.maths.judging.normal import FORMULAS
from agnesi.maths.judging.roles import roles as roles_of
from agnesi.maths.names import symbols_in
from agnesi.maths.verdict import EQUAL, Verdict

Relationship = Literal["equal", "follows", "follows-back", "unrelated", "undecided"]

_WORK = 45_000


@dataclass(frozen=True, slots=True)
class Step:
    """How a line stands to the one before. `lost` and `gained` are solutions in plain text ("x = 0")."""

    relationship: Relationship
    message: str = ""
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    witness: tuple[tuple[str, str], ...] = ()

    def verdict(self, *, strict: bool = False) -> Verdict:
        """`equal` for a sound step: one that follows, or when `strict` only an equivalence."""
        if self.relationship == "equal" or (self.relationship == "follows" and not strict):
            return Verdict("equal", self.message)
        if self.relationship == "undecided":
            return Verdict("undecided", self.message)
        return Verdict("different", self.message, witness=self.witness)


def check(
    lines: Sequence[str | tree.Node],
    symbols: Mapping[str, str | Declaration] | None = None,
    goal: str | tree.Node | None = None,
    *,
    seed: str = "",
) -> tuple[Verdict, ...]:
    """One verdict for each step from a line to the next, and with `goal` one more: whether the last line is it."""
    from agnesi.maths.reading import read

    nodes = [read(one, symbols) if isinstance(one, str) else one for one in lines]
    target = read(goal, symbols) if isinstance(goal, str) else goal
    known = roles_of(tuple(nodes + ([target] if target is not None else [])), declare(symbols))
    verdicts = [one.verdict() for one in steps(nodes, known, seed)]
    if target is not None:
        verdicts.append(_guarded(nodes[-1], target, known, seed).verdict(strict=True))
    return tuple(verdicts)


def steps(lines: Sequence[tree.Node], roles: Mapping[str, Declaration], seed: str = "") -> list[Step]:
    """One step for each line after the first.

    A line that begins with `=` continues the last formula of the line before.
    """
    found = []
    for before, after in itertools.pairwise(lines):
        found.append(_guarded(before, after, roles, seed))
    inside = [step for line in lines[:1] for step in _inner_steps(line, roles, seed)]
    bad = next((step for step in inside if step.relationship != "equal"), None)
    if bad is not None and found and found[0].relationship == "equal":
        found[0] = bad
    return found


def whole(lines: Sequence[tree.Node], key: object, roles: Mapping[str, Declaration], seed: str) -> Verdict:
    """The verdict on a derivation in which every step must be an equivalence.

    And which must end at the key where there is one.
    """
    found = steps(lines, roles, seed)
    verdicts = [one.verdict(strict=True) for one in found]
    for i, one in enumerate(verdicts, 2):
        if one.outcome == "different":
            return Verdict("different", f"Line {i}: {one.message}", witness=one.witness)
    if any(one.outcome == "undecided" for one in verdicts):
        return next(one for one in verdicts if one.outcome == "undecided")
    target = key[-1] if isinstance(key, (tuple, list)) and key else key
    if isinstance(target, tree.Node) and lines:
        end = _guarded(lines[-1], target, roles, seed).verdict(strict=True)
        if end.outcome == "different":
            return Verdict("different", "Every line follows, but the goal is not reached.")
        return end
    return EQUAL


def _guarded(before: tree.Node, after: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Step:
    with arithmetic_of(128, complex=False, settle=False):
        arithmetic.work = _WORK
        try:
            return _step(before, after, roles, seed)
        except RecursionError:
            return Step("undecided", "This could not be decided: it is nested too deeply.")
        except (
            ArithmeticError,
            ValueError,
            TypeError,
            AttributeError,
            IndexError,
            KeyError,
            NotImplementedError,
        ) as error:
            return Step("undecided", f"This could not be decided: a judge stumbled ({type(error).__name__}).")


def _step(before: tree.Node, after: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Step:
    if isinstance(after, tree.Relation) and isinstance(after.sides[0], tree.Blank):
        return _chained([_last_formula(before), *after.sides[1:]], after.relators, roles, seed)
    a, b = kind(before, roles), kind(after, roles)
    if isinstance(before, FORMULAS) and isinstance(after, tree.Relation) and a != "statement" and _is_all_equal(after):
        return _chained([before, *after.sides], ("=", *after.relators), roles, seed)
    if isinstance(before, tree.Relation) and b in ("number", "vector", "matrix") and _is_all_equal(before):
        return _of_formulas(before.sides[-1], after, roles, seed)
    if "statement" in (a, b) or "words" in (a, b) or _solution_set(before) or _solution_set(after):
        return _of_statements(before, after, roles, seed)
    return _of_formulas(before, after, roles, seed)


def _inner_steps(line: tree.Node, roles: Mapping[str, Declaration], seed: str) -> list[Step]:
    """A first line such as `a = b = c` is a chain that must hold by itself."""
    if not (isinstance(line, tree.Relation) and len(line.sides) > 2 and _is_all_equal(line)):
        return []
    return [_of_formulas(a, b, roles, seed) for a, b in zip(line.sides[1:], line.sides[2:], strict=False)]


def _solution_set(node: tree.Node) -> bool:
    return isinstance(node, tree.Constant) and node.name in ("true", "false", "empty", "reals")


def _is_all_equal(node: tree.Relation) -> bool:
    return all(one == "=" for one in node.relators)


def _last_formula(node: tree.Node) -> tree.Node:
    return node.sides[-1] if isinstance(node, tree.Relation) else node


def _chained(sides: Sequence[tree.Node], relators: Sequence[str], roles: Mapping[str, Declaration], seed: str) -> Step:
    """A chain of equal formulas; a sign other than = is judged as a statement that must always hold."""
    result = Step("equal")
    for one, relator, other in zip(sides, relators, sides[1:], strict=False):
        if relator == "=":
            step = _of_formulas(one, other, roles, seed)
        else:
            step = _of_statements(tree.Constant("true"), tree.Relation((one, other), (relator,)), roles, seed)  # type: ignore[arg-type]
        if step.relationship != "equal":
            return step
        result = step if step.message else result
    return result


def _of_formulas(before: tree.Node, after: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Step:
    verdict = equivalent.judged(after, before, roles, seed)
    if verdict.outcome == "undecided":
        return Step("undecided", verdict.message)
    if verdict:
        return Step("equal", f"Holds {verdict.condition}." if verdict.condition else "")
    return Step("unrelated", _not_equal(verdict), witness=verdict.witness)


def _not_equal(verdict: Verdict) -> str:
    if (
        verdict.witness
        and len(verdict.witness) <= 2
        and verdict.answer_value
        and len(verdict.answer_value + verdict.key_value) < 60
    ):
        point = " and ".join(f"{name} = {value}" for name, value in verdict.witness)
        values = f"at {point} that is {verdict.key_value}, this {verdict.answer_value}"
        return f"This is not equal to the line before: {values}."
    if verdict.answer_value and verdict.key_value and len(verdict.answer_value + verdict.key_value) < 60:
        return f"This is not equal to the line before: that is {verdict.key_value}, this {verdict.answer_value}."
    return "This is not equal to the line before."


def _of_statements(before: tree.Node, after: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Step:
    if isinstance(before, tree.Relation) and isinstance(after, tree.Relation) and _reads_on(before, after):
        step = _of_formulas(before.sides[-1], after.sides[-1], roles, seed)
        if step.relationship == "equal":
            return step
    before, after = _as_statement(before, after), _as_statement(after, before)
    found = statements.relate(before, after, roles, seed)
    if found.forward is None or found.backward is None:
        return Step("undecided", f"This could not be decided: {found.open}.")
    if found.forward and found.backward:
        return Step("equal", f"Holds {found.conditional}." if found.conditional else "")
    if found.forward:
        return Step(
            "follows",
            "This follows, but not back." + _named("It gains", found.gained),
            gained=found.gained,
            witness=found.witness,
        )
    if found.backward:
        return Step(
            "follows-back",
            "This leaves something out." + _named("It loses", found.lost),
            lost=found.lost,
            witness=found.witness,
        )
    return Step("unrelated", "This does not follow from the line before.", found.lost, found.gained, found.witness)


def _reads_on(before: tree.Relation, after: tree.Relation) -> bool:
    """`f(x) = ...` twice: the right sides are what is being worked on."""
    return (
        _is_all_equal(before)
        and _is_all_equal(after)
        and before.sides[0] == after.sides[0]
        and not isinstance(before.sides[0], tree.Symbol)
    )


def _as_statement(node: tree.Node, beside: tree.Node) -> tree.Node:
    """A set of solutions as a statement about the one letter of the line beside it."""
    letters = sorted(symbols_in(beside))
    if not isinstance(node, (tree.Set, tree.Interval, tree.SetOperation)) or len(letters) != 1:
        return node
    return tree.Relation((tree.Symbol(letters[0]), node), ("in",))


def _named(verb: str, values: tuple[str, ...]) -> str:
    short = [one for one in values if len(one) < 40]
    return f" {verb} {', '.join(short[:3])}." if short else ""
