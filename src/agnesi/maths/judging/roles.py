"""What each letter stands for when nobody said.

Whole numbers where they count, events inside P, random variables inside E.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agnesi.maths import tree
from agnesi.maths.declare import Declaration, Symbols
from agnesi.maths.names import symbols_in

_REAL = Declaration("real")
_WHOLE = Declaration("natural")
_EVENT = Declaration("event")
_RANDOM = Declaration("random")


def roles(nodes: tuple[tree.Node, ...], symbols: Symbols | None) -> dict[str, Declaration]:
    """A declaration for every free name in `nodes`.

    The one given, otherwise the one its place suggests, otherwise real.
    """
    given: Mapping[str, Declaration] = symbols or {}
    found: dict[str, Declaration] = {}
    for node in nodes:
        suggested = dict(_suggested(node))
        for name in symbols_in(node):
            if name in given:
                found[name] = given[name]
            elif name not in found or found[name] is _REAL:
                found[name] = suggested.get(name, _part_of_declared(name, given))
    return found


def _part_of_declared(name: str, given: Mapping[str, Declaration]) -> Declaration:
    """An indexed name such as `X_1` is what `X` is, where that is a random variable or a number with a sign."""
    base = given.get(name.partition("_")[0])
    return (
        base
        if base is not None and base.sort in ("random", "event", "integer", "natural", "real", "complex")
        else _REAL
    )


def _suggested(node: tree.Node) -> Iterator[tuple[str, Declaration]]:
    for one in tree.walk(node):
        if isinstance(one, tree.Chance):
            yield from _in_chance(one)
        elif isinstance(one, tree.Fold):
            for bound in (one.low, one.high):
                yield from _all_whole(bound)
        elif isinstance(one, tree.Index):
            for at in one.at:
                yield from _all_whole(at)
        elif isinstance(one, tree.Power) and _is_negative_number(one.base):
            yield from _all_whole(one.exponent)
        elif isinstance(one, tree.Call) and one.name in ("factorial", "binomial", "permutations", "gcd", "lcm", "mod"):
            for argument in one.arguments:
                yield from _all_whole(argument)


def _is_negative_number(node: tree.Node) -> bool:
    """The base of (-1)^n: the exponent must be whole."""
    return isinstance(node, tree.Negative) and not symbols_in(node)


def _all_whole(node: tree.Node | None) -> Iterator[tuple[str, Declaration]]:
    if node is not None:
        for name in symbols_in(node):
            yield name, _WHOLE


def _in_chance(node: tree.Chance) -> Iterator[tuple[str, Declaration]]:
    if node.kind == "P":
        for one in (*node.arguments, *node.given):
            yield from _in_event(one)
        return
    inside = set().union(*(symbols_in(one) for one in (*node.arguments, *node.given)))
    capitals = {name for name in inside if name[:1].isupper()}
    for name in capitals or inside:
        yield name, _RANDOM


def _in_event(node: tree.Node) -> Iterator[tuple[str, Declaration]]:
    if isinstance(node, tree.Symbol):
        yield node.name, _EVENT
    elif isinstance(node, (tree.Logic, tree.SetOperation)):
        for one in node.of:
            yield from _in_event(one)
    elif isinstance(node, tree.Product):
        for one in node.factors:
            yield from _in_event(one)
    elif isinstance(node, tree.Relation) and node.relators[0] not in ("in", "notin"):
        for side in node.sides:
            for name in symbols_in(side):
                if name[:1].isupper():
                    yield name, _RANDOM
