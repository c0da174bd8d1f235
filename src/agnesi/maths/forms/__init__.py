"""Forms: how a right value is written.

Each is a predicate on the tree as typed: an empty string, or the sentence that says what to do.

`form(name, node)` is all that other rooms need; `FORMS` holds those that are tests of `compare` too.
"""

from __future__ import annotations

from collections.abc import Callable

from agnesi.maths.forms.brackets import expanded, factored
from agnesi.maths.forms.exactness import evaluated, exact, no_negative_exponents, rationalised
from agnesi.maths.forms.fractions import lowest_terms, single_fraction
from agnesi.maths.forms.partial import partial_fractions
from agnesi.maths.forms.squares import completed_square
from agnesi.maths.tree import Node

Form = Callable[[Node, str | None], str]

FORMS: dict[str, Form] = {
    "expanded": expanded,
    "factored": factored,
    "single-fraction": single_fraction,
    "partial-fractions": partial_fractions,
    "completed-square": completed_square,
    "lowest-terms": lowest_terms,
}
"""The forms that are tests of their own."""

_OTHERS: dict[str, Form] = {
    "exact": exact,
    "evaluated": evaluated,
    "no-negative-exponents": no_negative_exponents,
    "rationalised": rationalised,
    "factored-reals": lambda node, variable: factored(node, variable, "R"),
    "factored-complex": lambda node, variable: factored(node, variable, "C"),
}

NAMES: tuple[str, ...] = (*FORMS, *_OTHERS)


def form(name: str, node: Node, variable: str | None = None) -> str:
    """The sentence that says what keeps `node` from having the form, empty when it has it.

    Raises ValueError for an unknown name.
    """
    found = FORMS.get(name) or _OTHERS.get(name)
    if found is None:
        raise ValueError(f"there is no form {name!r}; there are {', '.join(NAMES)}")
    return found(node, variable)


__all__ = ["FORMS", "NAMES", "form"]
