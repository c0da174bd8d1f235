"""Signs as formulas that stand by themselves: those that want an argument get an empty place."""

from __future__ import annotations

from collections.abc import Iterable

from agnesi.content import formulas

_WITH_ARGUMENT = {
    "\\hat": "\\hat{}",
    "\\bar": "\\bar{}",
    "\\tilde": "\\tilde{}",
    "\\vec": "\\vec{}",
    "\\dot": "\\dot{}",
    "\\sqrt": "\\sqrt{\\,\\cdot\\,}",
    "\\binom": "\\binom{n}{k}",
    "\\argmax": "\\operatorname*{argmax}",
    "\\argmin": "\\operatorname*{argmin}",
    "'": "{}'",
    "\\begin{pmatrix}\\end{pmatrix}": "\\begin{pmatrix}\\cdot&\\cdot\\\\\\cdot&\\cdot\\end{pmatrix}",
    "\\begin{cases}": "\\begin{cases}\\cdot\\\\\\cdot\\end{cases}",
}


def drawn(symbols: Iterable[str]) -> list[str]:
    """The HTML of each symbol, in order, made in one call."""
    return formulas.render_many([(_WITH_ARGUMENT.get(symbol, symbol), False) for symbol in symbols])
