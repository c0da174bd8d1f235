"""The names that a tree speaks of: what a judge must give values to."""

from __future__ import annotations

from agnesi.maths.tree import Fold, Integral, Limit, Node, Quantified, SetOf, Symbol, children, walk


def symbols_in(node: Node) -> set[str]:
    """The free names in `node`: those that no sum, integral, limit, quantifier or set binds."""
    if isinstance(node, Symbol):
        return {node.name}
    if isinstance(node, (Fold, Integral)):
        outside = [one for one in (node.low, node.high, node.over) if one is not None]
        return _all(outside) | (symbols_in(node.body) - {node.variable.name}) - _bound_below(node)
    if isinstance(node, Limit):
        return symbols_in(node.to) | (symbols_in(node.body) - {node.variable.name})
    if isinstance(node, Quantified):
        return _all([node.over] if node.over else []) | (symbols_in(node.body) - {node.variable.name})
    if isinstance(node, SetOf):
        bound = {one.name for one in walk(node.body) if isinstance(one, Symbol)}
        return symbols_in(node.condition) - bound
    return _all(list(children(node)))


def _all(nodes: list[Node]) -> set[str]:
    return set().union(*map(symbols_in, nodes)) if nodes else set()


def _bound_below(node: Fold | Integral) -> set[str]:
    """A condition below a sum (`i != j`) speaks of the variable itself."""
    return {node.variable.name}
