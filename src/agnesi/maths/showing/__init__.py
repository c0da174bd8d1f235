"""Showing: a tree as LaTeX, as a person would type it, as read aloud, and as NumPy. `read(show(tree))` is the tree again.

Two things cannot be told from what is written alone, and are read as the judge expects: an interval such as [0, 1] that stands by
itself (read as the vector it looks like), and what depends on declarations (a call of `h`, an entry of `v`).
"""

from __future__ import annotations

from typing import Literal

from agnesi.maths.showing import latex, numpy, plain, words
from agnesi.maths.tree import Node

_WAYS = {"latex": latex.shown, "plain": plain.shown, "words": words.shown, "numpy": numpy.shown}


def show(node: Node, way: Literal["latex", "plain", "words", "numpy"] = "plain") -> str:
    """`node` in LaTeX, plain typed text, words or NumPy. NumPy text may speak of names that only a reader can supply; it is never run."""
    return _WAYS[way](node)
