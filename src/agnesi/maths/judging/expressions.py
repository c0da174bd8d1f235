"""Two formulas with values: canonical forms, then primes, then balls.

Then the places where one of them may have no value.
"""

from __future__ import annotations

from collections.abc import Mapping

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.scalars import Unsupported
from agnesi.maths.judging import balls, domain, modular
from agnesi.maths.judging.abstracted import abstract
from agnesi.maths.judging.canonical import canonical
from agnesi.maths.judging.words import condition, plain
from agnesi.maths.verdict import EQUAL, Verdict

_FEW = 4


def judged(
    a: tree.Node,
    b: tree.Node,
    roles: Mapping[str, Declaration],
    seed: str,
    *,
    inferred: frozenset[str] = frozenset(),
    tried: bool = False,
) -> Verdict:
    """The verdict on answer `a` and key `b`, both formulas.

    `inferred` names the letters whose meaning nobody declared.
    """
    if not tried and canonical(a, roles) == canonical(b, roles):
        return EQUAL
    imaginary = _imaginary(a) or _imaginary(b) or any(role.sort == "complex" for role in roles.values())
    if not imaginary and _numbers_only(roles):
        agreed = modular.agree(a, b, seed)
        if agreed:
            return domain.checked(a, b, roles, seed)
    try:
        return _by_balls(a, b, roles, seed, imaginary, inferred)
    except Unsupported as trouble:
        return _by_parts(a, b, roles, seed, str(trouble))


def _by_balls(
    a: tree.Node, b: tree.Node, roles: Mapping[str, Declaration], seed: str, imaginary: bool, inferred: frozenset[str]
) -> Verdict:
    found = balls.sampled(a, b, roles, seed, complex=imaginary)
    if found.different is not None:
        return found.different
    if found.shape:
        return Verdict("different", found.shape)
    enough = balls.ENOUGH if roles else 1
    if found.shared >= min(enough, _FEW):
        missing = found.only_answer or found.only_key
        if missing:
            return Verdict("equal-where-defined", condition=condition(missing[0][2]))
        return domain.checked(a, b, roles, seed, complex=imaginary)
    letters = {name for name in inferred if roles[name].sort == "real"}
    if letters and (whole := _as_whole_numbers(a, b, roles, seed, letters)) is not None:
        return whole
    if not (imaginary or roles) and found.neither and (verdict := _as_complex(a, b, roles, seed)) is not None:
        return verdict
    return _too_few(found)


def _too_few(found: balls.Sampled) -> Verdict:
    if found.shared == 0 and found.only_key:
        there = found.only_key[0][1]
        return Verdict(
            "different", "Yours has no value where one is asked for.", answer_value="undefined", key_value=plain(there)
        )
    if found.shared == 0 and found.only_answer:
        here = found.only_answer[0][1]
        return Verdict(
            "different",
            "Yours has a value where what is asked for has none.",
            answer_value=plain(here),
            key_value="undefined",
        )
    if found.neither and not found.trouble:
        return Verdict("undecided", "Neither side has a value at any of the numbers that were tried.")
    return Verdict(
        "undecided",
        f"This could not be decided: {found.trouble or 'too few numbers at which both sides have a value'}.",
    )


def _as_whole_numbers(
    a: tree.Node, b: tree.Node, roles: Mapping[str, Declaration], seed: str, letters: set[str]
) -> Verdict | None:
    """Formulas such as (-1)^n speak of whole numbers, though nobody said so."""
    whole = {**roles, **{name: Declaration("natural") for name in letters}}
    found = balls.sampled(a, b, whole, seed)
    if found.different is not None:
        return found.different
    if found.shared >= _FEW:
        names = " and ".join(sorted(letters))
        return Verdict(
            "equal-where-defined",
            condition=f"where {names} {'are whole numbers' if len(letters) > 1 else 'is a whole number'}",
        )
    return None


def _as_complex(a: tree.Node, b: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Verdict | None:
    """Two numbers, neither of them real, compared as complex ones; letters could fall on two sides of a branch cut."""
    found = balls.sampled(a, b, roles, seed, complex=True)
    if found.different is not None:
        return found.different
    return EQUAL if found.shared >= min(_FEW, balls.ENOUGH if roles else 1) else None


def _by_parts(a: tree.Node, b: tree.Node, roles: Mapping[str, Declaration], seed: str, trouble: str) -> Verdict:
    undecided = Verdict("undecided", f"This could not be decided: {trouble}.")
    (a, changed_a), (b, changed_b) = abstract(a, roles, seed), abstract(b, roles, seed)
    if not (changed_a or changed_b):
        return undecided
    if canonical(a, roles) == canonical(b, roles):
        return EQUAL
    new = {
        one.name: Declaration("real")
        for node in (a, b)
        for one in tree.walk(node)
        if isinstance(one, tree.Symbol) and one.name[0] == "\x00"
    }
    try:
        found = balls.sampled(a, b, {**roles, **new}, seed)
    except Unsupported:
        return undecided
    return EQUAL if found.shared >= balls.ENOUGH else undecided


def _imaginary(node: tree.Node) -> bool:
    return any(
        (isinstance(one, tree.Constant) and one.name == "i")
        or (isinstance(one, tree.Call) and one.name in ("Re", "Im", "conj", "arg"))
        for one in tree.walk(node)
    )


def _numbers_only(roles: Mapping[str, Declaration]) -> bool:
    return all(role.sort in ("real", "integer", "natural") for role in roles.values())
