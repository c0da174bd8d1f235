"""The form of an answer, asked for on top of its value: expanded, factored, lowest terms.

Half of the credit is for the value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agnesi.exercise.answer import Judged, Reading
from agnesi.exercise.answers.base import RIGHT, in_part
from agnesi.maths import tree


def with_form(judged: Judged, reading: Reading, forms: Sequence[str], symbols: Mapping[str, str]) -> Judged:
    """`judged`, or half of its credit and the sentence of the first of `forms` that a right value is not in."""
    if not judged.verdict or reading.node is None:
        return judged
    for form in forms:
        lacking = missing(form, reading.node)
        if lacking:
            return in_part(f"The value is right. {lacking}")
    return judged if judged.credit == 1 else RIGHT


def missing(form: str, node: tree.Node) -> str:
    """What `node` lacks to be in `form`, or "". Raises ValueError where there is no such form."""
    from agnesi.maths import forms

    return forms.form(form, node)
