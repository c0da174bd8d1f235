"""When part of a formula has no value here (an open integral, a distribution, an argmin).

The same part on both sides is the same unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.scalars import Imprecise, TooLarge, Undefined, Unsupported
from agnesi.maths.evaluating.scene import drawn
from agnesi.maths.judging import points
from agnesi.maths.judging.canonical import canonical


def abstract(node: tree.Node, roles: Mapping[str, Declaration], seed: str) -> tuple[tree.Node, bool]:
    """`node` with every part that cannot be evaluated replaced by a letter named by the part's canonical form.

    And whether any was.
    """
    scene = points.scene(roles, seed, 0)
    replaced = False

    def visit(one: Any) -> Any:
        nonlocal replaced
        if isinstance(one, tuple):
            return tuple(visit(item) for item in one)
        if not isinstance(one, tree.Node):
            return one
        try:
            evaluate(one, scene)
            return one
        except (Undefined, Imprecise, TooLarge):
            return one
        except Unsupported:
            pass
        if _blamed(one):
            replaced = True
            return tree.Symbol(f"\x00{drawn(canonical(one, roles)):x}")
        values = {name: visit(getattr(one, name)) for name in one.__dataclass_fields__ if name != "span"}
        return type(one)(**values, span=one.span)

    return visit(node), replaced


def _blamed(node: tree.Node) -> bool:
    """Whether `node` itself, not something below it, is what has no value."""
    return isinstance(
        node,
        (
            tree.Call,
            tree.Fold,
            tree.Integral,
            tree.Limit,
            tree.Derivative,
            tree.Gradient,
            tree.Chance,
            tree.Text,
            tree.Constant,
        ),
    )
