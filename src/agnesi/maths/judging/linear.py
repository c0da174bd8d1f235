"""Equations that are linear in their unknowns (numbers, vectors or matrices).

Each becomes rows of numbers, and equal reduced rows
mean equal solutions.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from flint import fmpq, fmpq_mat

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.matrices import Identity, Mat
from agnesi.maths.evaluating.scalars import Undefined, Unsupported, is_scalar
from agnesi.maths.evaluating.scene import Scene, drawn
from agnesi.maths.judging import points

_MOST_UNKNOWNS = 24


class NotLinearError(Exception):
    """The equations are not linear in these unknowns with exact coefficients."""


def rows(equations: Sequence[tree.Relation], unknowns: Sequence[str], scene: Scene) -> fmpq_mat:
    """The reduced augmented matrix of the equations in all entries of the unknowns.

    Raises NotLinearError, Undefined or Unsupported.
    """
    slots = [(name, place) for name in unknowns for place in _slots(scene.values[name])]
    if len(slots) > _MOST_UNKNOWNS:
        raise NotLinearError
    constant = _residue(equations, scene, unknowns, {})
    columns = []
    for slot in slots:
        at = _residue(equations, scene, unknowns, {slot: fmpq(1)})
        columns.append([x - c for x, c in zip(at, constant, strict=True)])
    trial = {slot: fmpq(drawn("linear", i) % 17 - 8, 3) for i, slot in enumerate(slots)}
    expected = [
        c + sum((column[i] * trial[slot] for column, slot in zip(columns, slots, strict=True)), fmpq(0))
        for i, c in enumerate(constant)
    ]
    if expected != _residue(equations, scene, unknowns, trial):
        raise NotLinearError
    table = [[column[i] for column in columns] + [-c] for i, c in enumerate(constant)]
    return fmpq_mat(table).rref()[0]


def contrast(
    first: Sequence[tree.Relation], second: Sequence[tree.Relation], unknowns: Sequence[str], scene: Scene
) -> tuple[bool, bool]:
    """Whether every solution of the first is one of the second, and the other way round."""
    a, b = rows(first, unknowns, scene), rows(second, unknowns, scene)
    return _implies(a, b), _implies(b, a)


def _implies(a: fmpq_mat, b: fmpq_mat) -> bool:
    """Whether the solutions of reduced rows `a` satisfy `b`: b adds no rank, or a has none."""
    if _impossible(a):
        return True
    both = fmpq_mat([*a.tolist(), *b.tolist()])
    return bool(both.rank() == a.rank())


def _impossible(a: fmpq_mat) -> bool:
    return any(all(x == 0 for x in row[:-1]) and row[-1] != 0 for row in a.tolist())


def unknown_names(nodes: Sequence[tree.Node], roles: Mapping[str, Declaration]) -> list[str]:
    """The letters that could be unknowns, in order."""
    from agnesi.maths.names import symbols_in

    inside = set().union(*map(symbols_in, nodes))
    return sorted(
        name
        for name in inside
        if name in roles and roles[name].sort in ("real", "integer", "natural", "vector", "matrix")
    )


def sample(roles: Mapping[str, Declaration], seed: str, k: int) -> Scene:
    """Values for the letters that are not unknowns."""
    return points.scene(roles, seed, k)


def _slots(value: Any) -> list[tuple[int, int]]:
    return (
        [(i, j) for i, row in enumerate(value.rows) for j, _ in enumerate(row)] if isinstance(value, Mat) else [(0, 0)]
    )


def _residue(
    equations: Sequence[tree.Relation],
    scene: Scene,
    unknowns: Sequence[str],
    filled: Mapping[tuple[str, tuple[int, int]], Any],
) -> list[fmpq]:
    """All entries of left minus right, with the unknowns zero but for those filled in."""
    before = dict(scene.values)
    for name in unknowns:
        value = before[name]
        if isinstance(value, Mat):
            grid = tuple(
                tuple(filled.get((name, (i, j)), fmpq(0)) for j, _ in enumerate(row))
                for i, row in enumerate(value.rows)
            )
            scene.values[name] = Mat(grid, value.vector)
        else:
            scene.values[name] = filled.get((name, (0, 0)), fmpq(0))
    try:
        found: list[fmpq] = []
        for equation in equations:
            values = [evaluate(side, scene) for side in equation.sides]
            for left, right in itertools.pairwise(values):
                found.extend(_entries(left - right))
        return found
    except Undefined as missing:
        raise NotLinearError from missing
    finally:
        scene.values.update(before)


def _entries(value: Any) -> list[fmpq]:
    entries = value.entries() if isinstance(value, Mat) else [value]
    if isinstance(value, Identity) or not all(is_scalar(x) for x in entries):
        raise Unsupported("these equations are not judged here")
    if not all(isinstance(x, fmpq) for x in entries):
        raise NotLinearError
    return entries
