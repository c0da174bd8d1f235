"""Sets against sets, and sets against statements.

Finite ones element by element, others by their numbers piece by piece.
"""

from __future__ import annotations

from collections.abc import Mapping

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.scalars import Imprecise, Undefined, Unsupported
from agnesi.maths.judging import expressions, points, regions
from agnesi.maths.judging.canonical import canonical
from agnesi.maths.judging.normal import set_as_statement, statement
from agnesi.maths.judging.words import plain
from agnesi.maths.names import symbols_in
from agnesi.maths.verdict import EQUAL, Verdict

_LETTER = "\x00x"


def judged(answer: tree.Node, key: tree.Node, roles: Mapping[str, Declaration], seed: str, letter: str = "") -> Verdict:
    """The verdict on two sets; with `letter`, one of them may be a statement about that letter."""
    if canonical(answer, roles) == canonical(key, roles):
        return EQUAL
    if not letter and _listed(answer) and _listed(key):
        return _finite(answer, key, roles, seed)
    name = letter or _LETTER
    first, second = (_prepared(one, name) for one in (answer, key))
    params = (symbols_in(first) | symbols_in(second)) - {name}
    try:
        for k in range(4 if params else 1):
            found = regions.contrast(first, second, name, points.scene(roles, seed, k))
            if not found.same:
                return Verdict("different", _words(found), witness=_witness(found, letter))
    except (Undefined, Imprecise, Unsupported) as trouble:
        return Verdict("undecided", f"This could not be decided: {str(trouble) or 'these sets are not judged'}.")
    return EQUAL


def _prepared(node: tree.Node, name: str) -> tree.Node:
    if isinstance(node, (tree.Relation, tree.Logic, tree.Lines, tree.Text)):
        return statement(node)
    return set_as_statement(node, name)


def _listed(node: tree.Node) -> bool:
    """Whether the set is a list of elements, or made of such."""
    if isinstance(node, tree.SetOperation):
        return node.kind != "complement" and all(_listed(one) for one in node.of)
    if isinstance(node, tree.Call):
        return node.name == "powerset"
    return isinstance(node, (tree.Set, tree.Symbol)) or (isinstance(node, tree.Constant) and node.name == "empty")


def _finite(answer: tree.Node, key: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Verdict:
    if not (isinstance(answer, tree.Set) and isinstance(key, tree.Set)):
        return expressions.judged(answer, key, roles, seed)
    try:
        missing = [one for one in key.elements if not _among(one, answer.elements, roles, seed)]
        extra = [one for one in answer.elements if not _among(one, key.elements, roles, seed)]
    except _OpenError as trouble:
        return Verdict("undecided", str(trouble))
    if not missing and not extra:
        return EQUAL
    if not extra:
        return Verdict("different", "What you have belongs to it, but something is missing.")
    if not missing:
        return Verdict("different", "Everything asked for is there, but so is something else.")
    return Verdict(
        "different",
        "These are not the elements asked for."
        if len(extra) == len(answer.elements)
        else "Some of these elements are right, not all.",
    )


class _OpenError(Exception):
    pass


def _among(one: tree.Node, others: tuple[tree.Node, ...], roles: Mapping[str, Declaration], seed: str) -> bool:
    from agnesi.maths.judging.equivalent import judged as equivalent

    unsure = ""
    for other in others:
        verdict = equivalent(one, other, roles, seed)
        if verdict:
            return True
        if verdict.outcome == "undecided":
            unsure = verdict.message
    if unsure:
        raise _OpenError(unsure)
    return False


def _witness(found: regions.Contrast, letter: str) -> tuple[tuple[str, str], ...]:
    odd = (*found.only_first, *found.only_second)
    return ((letter or "x", plain(odd[0])),)


def _words(found: regions.Contrast) -> str:
    if found.only_first:
        return f"Yours holds {plain(found.only_first[0])}, which does not belong to it."
    return "Yours leaves something out that belongs to it."
