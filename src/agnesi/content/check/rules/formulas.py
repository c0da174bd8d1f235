"""A formula that does not compile is shown as source, which nobody came for."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content import formulas, markdown
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.content.check.texts import Text, all_texts

RULE = "Every formula compiles."


def faults(subject: Subject) -> Iterator[Fault]:
    """Each formula that does not, once."""
    found: dict[formulas.Formula, Text] = {}
    for text in all_texts(subject):
        for formula in markdown.maths(text.markdown):
            found.setdefault(formula, text)
        if text.markdown.replace("\\$", "").count("$") % 2:
            yield text.fault(subject, f"a dollar sign has no partner (write \\$ for money): {text.markdown[:60]}")
    for (formula, text), made in zip(found.items(), formulas.make(list(found)), strict=True):
        if made.error:
            yield text.fault(subject, f"the formula {formula[0]} does not compile: {made.error}")
