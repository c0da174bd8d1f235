"""One comparison to make: both sides read, every letter declared, the test and its options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agnesi.maths import tree
from agnesi.maths.declare import Declaration

Side = tree.Node | tuple[tree.Node, ...] | None


@dataclass(frozen=True, slots=True)
class Request:
    """`answer` and `key` are trees, tuples of trees where they have lines, or None.

    `inferred` names letters nobody declared.
    """

    answer: Any
    key: Any
    roles: Mapping[str, Declaration]
    inferred: frozenset[str]
    test: str
    options: Mapping[str, Any]
    seed: str
