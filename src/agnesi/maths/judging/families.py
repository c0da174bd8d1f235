"""Solutions with a free whole number, `x = pi/4 + n pi`: unfolded to the values in a window, in both statements."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from flint import fmpq

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.scalars import Imprecise, Undefined, Unsupported, is_scalar, real
from agnesi.maths.evaluating.scene import Scene
from agnesi.maths.judging.canonical import substitute
from agnesi.maths.names import symbols_in

_LETTERS = ("n", "k", "m")
_MOST = 24
_REACH = 20


def unfolded(first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration]) -> tuple[tree.Node, tree.Node]:
    """Both statements with their families as finite sets, cut to one window.

    Unchanged where there is no family or two letters vary.
    """
    letters = symbols_in(first) | symbols_in(second)
    counters = {name for name in letters if name in _LETTERS and roles[name].sort in ("real", "integer", "natural")}
    if len(letters - counters) != 1 or not counters:
        return first, second
    name = next(iter(letters - counters))
    window = min((_window(one, name, roles) for one in (first, second)), default=_REACH)
    if window < 1:
        return first, second
    edge = tree.Number(Fraction(window))
    inside = tree.Relation((tree.Negative(edge), tree.Symbol(name), edge), ("<", "<"))
    return (
        tree.Logic("and", (inside, _listed(first, name, roles))),
        tree.Logic("and", (inside, _listed(second, name, roles))),
    )


def _listed(node: tree.Node, name: str, roles: Mapping[str, Declaration]) -> tree.Node:
    if isinstance(node, tree.Logic):
        return tree.Logic(node.kind, tuple(_listed(one, name, roles) for one in node.of))
    counter = _counter(node, name)
    if not counter:
        return node
    start = 0 if roles[counter].sort == "natural" else -_MOST
    values = tuple(_at(node.sides[1], counter, n) for n in range(start, _MOST + 1))  # type: ignore[attr-defined]
    return tree.Relation((tree.Symbol(name), tree.Set(values)), ("in",))


def _counter(node: tree.Node, name: str) -> str:
    """The whole number that runs in `x = f(n)`, or nothing."""
    if not (isinstance(node, tree.Relation) and node.relators == ("=",) and node.sides[0] == tree.Symbol(name)):
        return ""
    free = symbols_in(node.sides[1])
    return next(iter(free)) if len(free) == 1 and free <= set(_LETTERS) else ""


def _at(node: tree.Node, counter: str, n: int) -> tree.Node:
    number: tree.Node = tree.Number(Fraction(abs(n)))
    if n < 0:
        number = tree.Negative(number)
    result: tree.Node = substitute(node, lambda each: number if each == counter else None)
    return result


def _window(node: tree.Node, name: str, roles: Mapping[str, Declaration]) -> int:
    """How far from zero the unfolded values reach on both sides."""
    if isinstance(node, tree.Logic):
        return min((_window(one, name, roles) for one in node.of), default=_REACH)
    counter = _counter(node, name)
    if not counter:
        return _REACH
    reach = _REACH
    for n in (_MOST, -_MOST):
        try:
            value = evaluate(_at(node.sides[1], counter, n), Scene({}))  # type: ignore[attr-defined]
        except (Undefined, Imprecise, Unsupported):
            return 0
        if not is_scalar(value):
            return 0
        size = abs(real(value))
        reach = next((step for step in (_REACH, 12, 6, 3, 1) if step <= reach and size > fmpq(step)), 0)
    return reach
