"""Showing: a tree as LaTeX, as typed, as read aloud, and as NumPy. `read(show(tree))` is the tree again.

Two things cannot be told from what is written alone: an interval such as [0, 1] that stands by itself (it reads as the
vector it looks like, as the judge knows), and what depends on declarations (a call of `h`, an entry of `v`).
"""

from __future__ import annotations

from typing import Literal

from agnesi.maths.showing import latex, numpy, plain, words
from agnesi.maths.tree import Node

_WAYS = {"latex": latex.shown, "plain": plain.shown, "words": words.shown, "numpy": numpy.shown}


def show(node: Node, way: Literal["latex", "plain", "words", "numpy"] = "plain") -> str:
    """`node` in LaTeX, plain typed text, words or NumPy (where it has none, a comment that says so)."""
    return _WAYS[way](node)
