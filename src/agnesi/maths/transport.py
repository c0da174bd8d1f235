"""Trees as JSON and back, for the border to the worker: node names from a closed list, no code, no pickle."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from agnesi.maths import tree

_NODES: dict[str, type] = {
    name: value
    for name, value in vars(tree).items()
    if isinstance(value, type) and issubclass(value, tree.Node) and value is not tree.Node
}


def packed(value: Any) -> bytes:
    """JSON bytes of a tree, or of dicts and lists with trees in them."""
    return json.dumps(_plain(value)).encode()


def unpacked(data: bytes) -> Any:
    """What was packed; tuples come back as tuples. Raises ValueError for a node that does not exist."""
    return _node(json.loads(data))


def _plain(value: Any) -> Any:
    if isinstance(value, tree.Node):
        parts = {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__ if name != "span"}
        return {"node": type(value).__name__, "parts": parts}
    if isinstance(value, Fraction):
        return {"fraction": [str(value.numerator), str(value.denominator)]}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {"dict": {name: _plain(one) for name, one in value.items()}}
    return value


def _node(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_node(one) for one in value)
    if not isinstance(value, dict):
        return value
    if "fraction" in value:
        return Fraction(int(value["fraction"][0]), int(value["fraction"][1]))
    if "dict" in value:
        return {name: _node(one) for name, one in value["dict"].items()}
    if value.get("node") not in _NODES:
        raise ValueError("there is no such node")
    return _NODES[value["node"]](**{name: _node(one) for name, one in value["parts"].items()})
