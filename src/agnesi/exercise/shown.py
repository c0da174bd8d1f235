"""How an author's value is written: `tex(value)` in a formula on the page, `typed(value)` as a learner types it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from decimal import Decimal
from fractions import Fraction
from typing import Any

from agnesi import maths
from agnesi.exercise.exact import Formula
from agnesi.maths import tree


def tex(value: Any, column: bool = False) -> str:
    """`value` as LaTeX without dollar signs.

    Whole numbers, Fractions, sequences (as vectors; upright with `column`), sequences of rows (as matrices), sets,
    trees, answers, and texts, which are read as a learner's would be. A float is written with the digits that Python
    prints.
    """
    value = _plain(value)
    if isinstance(value, str):
        return maths.show(maths.read(value), "latex")
    if isinstance(value, tree.Node | Formula):
        return maths.show(value if isinstance(value, tree.Node) else value.node, "latex")
    if hasattr(value, "tex"):
        return str(value.tex())
    if _is_matrix(value):
        return _matrix(value)
    if _is_sequence(value):
        return _matrix([[one] for one in value]) if column else _listed(value)
    if isinstance(value, Set):
        return rf"\{{{', '.join(map(tex, sorted(value)))}\}}"
    return _number_tex(value)


def typed(value: Any) -> str:
    """`value` as a learner would type it; a text is taken to be typed already."""
    value = _plain(value)
    if isinstance(value, str):
        return value
    if isinstance(value, tree.Node | Formula):
        return maths.show(value if isinstance(value, tree.Node) else value.node, "plain")
    if hasattr(value, "typed"):
        return str(value.typed())
    if _is_matrix(value):
        return f"[{', '.join('[' + _joined(row) + ']' for row in value)}]"
    if _is_sequence(value):
        return f"({_joined(value)})"
    if isinstance(value, Set):
        return f"{{{_joined(sorted(value))}}}"
    return _number_text(value)


def _plain(value: Any) -> Any:
    """NumPy's numbers and arrays as Python's."""
    return value.tolist() if hasattr(value, "tolist") else value


def _joined(values: Iterable[Any]) -> str:
    return ", ".join(map(typed, values))


def _listed(values: Iterable[Any]) -> str:
    written = [tex(one) for one in values]
    tall = any(r"\frac" in one or r"\begin" in one for one in written)
    return (r"\left({}\right)" if tall else "({})").format(", ".join(written))


def _matrix(rows: Iterable[Iterable[Any]]) -> str:
    body = r" \\ ".join(" & ".join(map(tex, row)) for row in rows)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"


def _number_tex(value: Any) -> str:
    text = _number_text(value)
    if "/" not in text:
        return text.replace("e", r" \cdot 10^{") + "}" if "e" in text else text
    sign, top = ("-", text[1:]) if text.startswith("-") else ("", text)
    return rf"{sign}\frac{{{top.replace('/', '}{')}}}"


def _number_text(value: Any) -> str:
    if isinstance(value, bool):
        raise TypeError("a truth value is no number; write what it means")
    if hasattr(value, "__index__"):
        return str(int(value))
    if isinstance(value, Fraction | Decimal):
        return str(value)
    if isinstance(value, float):
        return repr(float(value)).removesuffix(".0")
    raise TypeError(f"cannot write {value!r} as mathematics")


def _is_sequence(value: Any) -> bool:
    return isinstance(value, Sequence)


def _is_matrix(value: Any) -> bool:
    return (
        _is_sequence(value) and len(value) > 0 and all(_is_sequence(row) and not isinstance(row, str) for row in value)
    )
