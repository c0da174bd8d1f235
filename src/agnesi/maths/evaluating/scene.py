"""Where a tree is evaluated: what each name stands for at one sample point."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flint import fmpq

from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.chance import Space


def drawn(*key: object) -> int:
    """A number in [0, 2^64) that depends on `key` alone: the same on every machine and for ever."""
    return int.from_bytes(hashlib.blake2b("\x1f".join(map(str, key)).encode(), digest_size=8).digest(), "big")


@dataclass(slots=True)
class Scene:
    """One sample point. `values` maps names to values; `sign` is the one that ± takes here.

    `seed` fixes what is drawn on demand: entries of sequences, declared functions. `tags` counts open derivatives;
    `known` holds what sets without letters were found to be.
    """

    values: dict[str, Any]
    seed: str = ""
    declared: Mapping[str, Declaration] = field(default_factory=dict)
    space: Space | None = None
    sign: int = 1
    tags: int = 0
    positive: bool = False
    known: dict[int, Any] = field(default_factory=dict)

    def entry(self, name: str, at: tuple[int, ...]) -> Any:
        """The entry of a sequence with that name, `x_1` the first of `x`; at half of the points all are positive."""
        fixed = self.values.get(f"{name}_{','.join(map(str, at))}")
        if fixed is not None:
            return fixed
        h = drawn(self.seed, name, at)
        return fmpq(h % 97 + 1, 17) if self.positive else fmpq(h % 199 - 99, 17)
