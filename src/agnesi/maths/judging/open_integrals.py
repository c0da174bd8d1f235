"""Integrals without bounds: two answers with one in them are the same when their derivatives are.

A constant being free.
"""

from __future__ import annotations

from collections.abc import Mapping

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.judging import expressions
from agnesi.maths.judging.derived import derived
from agnesi.maths.verdict import Verdict


def up_to_constant(answer: tree.Node, key: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Verdict | None:
    """The verdict on the derivatives where one side holds an integral without bounds; None where neither does."""
    names = {
        one.variable.name
        for side in (answer, key)
        for one in tree.walk(side)
        if isinstance(one, tree.Integral) and one.low is None
    }
    if len(names) != 1:
        return None
    name = names.pop()
    known = {**roles, name: roles.get(name, Declaration("real"))}
    return expressions.judged(derived(answer, name), derived(key, name), known, seed)
