"""The tests by name: what each asks of an answer beyond, or instead of, being the same by meaning."""

from __future__ import annotations

from collections.abc import Callable

from agnesi.maths import forms, tree
from agnesi.maths.declare import Declaration
from agnesi.maths.judging import antiderivatives, equivalent, numeric, ordering, renaming, statements
from agnesi.maths.judging.kinds import kind
from agnesi.maths.judging.request import Request
from agnesi.maths.verdict import EQUAL, Verdict

_NO_KEY = Verdict("undecided", "There is nothing to compare with.")


def _equivalent(request: Request) -> Verdict:
    if not isinstance(request.key, tree.Node) or not isinstance(request.answer, tree.Node):
        return _lists(request)
    return equivalent.judged(request.answer, request.key, request.roles, request.seed, request.inferred)


def _lists(request: Request) -> Verdict:
    """Lists of texts are compared one by one."""
    if not (isinstance(request.key, tuple) and isinstance(request.answer, tuple)):
        return (
            _NO_KEY
            if request.key is None
            else Verdict("different", "A list of lines and a single one cannot be compared.")
        )
    if len(request.answer) != len(request.key):
        return Verdict("different", f"Yours has {len(request.answer)} lines; {len(request.key)} are asked for.")
    for one, other in zip(request.answer, request.key, strict=True):
        verdict = equivalent.judged(one, other, request.roles, request.seed, request.inferred)
        if not verdict:
            return verdict
    return EQUAL


def _form(name: str) -> Callable[[Request], Verdict]:
    """A test of value and form: the value first, since that matters more."""

    def judge(request: Request) -> Verdict:
        if not isinstance(request.answer, tree.Node):
            return _NO_KEY
        verdict = EQUAL if request.key is None else _equivalent(request)
        if not verdict:
            return verdict
        message = forms.FORMS[name](request.answer, request.options.get("variable"))
        return Verdict("different", message) if message else verdict

    return judge


def _set(request: Request) -> Verdict:
    return equivalent.judged(
        _as_set(request.answer), _as_set(request.key), request.roles, request.seed, request.inferred
    )


def _as_set(node: tree.Node) -> tree.Node:
    if isinstance(node, tree.Vector) and node.brackets in ("", "[]", "()"):
        return tree.Set(node.entries)
    if isinstance(node, tree.Lines):
        return tree.Set(node.of)
    return node


def _system(request: Request) -> Verdict:
    """The same solutions: each side a list of statements, or one that joins them."""
    answer, key = _joined(request.answer), _joined(request.key)
    if "statement" not in (kind(answer, request.roles), kind(key, request.roles)):
        return equivalent.judged(answer, key, request.roles, request.seed, request.inferred)
    if kind(answer, request.roles) != "statement" or kind(key, request.roles) != "statement":
        return equivalent.judged(answer, key, request.roles, request.seed, request.inferred)
    return statements.verdict(statements.relate(answer, key, request.roles, request.seed))


def _joined(side: object) -> tree.Node:
    if isinstance(side, tuple):
        return tree.Lines(side) if len(side) != 1 else side[0]
    if isinstance(side, (tree.Vector, tree.Set)):
        items = side.entries if isinstance(side, tree.Vector) else side.elements
        if items and all(isinstance(one, (tree.Relation, tree.Logic)) for one in items):
            return tree.Lines(items)
    assert isinstance(side, tree.Node)
    return side


def _derivation(request: Request) -> Verdict:
    from agnesi.maths import derivation

    lines = request.answer if isinstance(request.answer, tuple) else (request.answer,)
    return derivation.whole(lines, request.key, request.roles, request.seed)


def _read(request: Request) -> Verdict:
    return EQUAL


TESTS: dict[str, Callable[[Request], Verdict]] = {
    "equivalent": _equivalent,
    **{name: _form(name) for name in forms.FORMS},
    "same-up-to-order": ordering.judged,
    "significant-figures": numeric.significant_figures,
    "decimal-places": numeric.decimal_places,
    "within-absolute": numeric.within_absolute,
    "within-relative": numeric.within_relative,
    "antiderivative": antiderivatives.antiderivative,
    "up-to-constant": antiderivatives.up_to_constant,
    "set": _set,
    "system": _system,
    "substitution": renaming.judged,
    "derivation": _derivation,
    "read": _read,
}
"""Every test by the name it has in `agnesi compare`."""

__all__ = ["TESTS", "Declaration"]
