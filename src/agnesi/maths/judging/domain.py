"""Where two formulas that agree wherever both have a value may still differ.

At the zeros of what stands below a line or in a logarithm.

Random sample points never hit such places, so they are looked up: the zeros of every divisor, argument of a
logarithm, tangent ... in either tree, and a few plain numbers where the trees have corners or steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flint import arb, fmpq, fmpz_poly

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.evaluate import Infinite, evaluate
from agnesi.maths.evaluating.polynomials import ratio
from agnesi.maths.evaluating.scalars import Imprecise, Undefined, Unsupported, arithmetic_of
from agnesi.maths.evaluating.scene import Scene
from agnesi.maths.judging import balls, points
from agnesi.maths.judging.words import at, condition, sentence, told_apart
from agnesi.maths.names import symbols_in
from agnesi.maths.verdict import EQUAL, Verdict

_STEPS = frozenset(("floor", "ceil", "round", "sign", "mod", "relu", "indicator", "max", "min", "abs"))
_NARROW = frozenset(
    ("ln", "log", "tan", "cot", "sec", "csc", "coth", "csch", "sqrt", "root", "arctanh", "logit", "inverse", "Gamma")
)
_MOST_PLACES = 24


def checked(
    a: tree.Node, b: tree.Node, roles: Mapping[str, Declaration], seed: str, *, complex: bool = False
) -> Verdict:
    """EQUAL, or equal-where-defined with its condition, or different at a corner.

    For trees that agreed at every sample point.
    """
    if not (_risky(a) or _risky(b)):
        return EQUAL
    with arithmetic_of(300, complex=complex, settle=True):
        for k, (name, value) in enumerate(_places((a, b), roles, seed)):
            if k >= _MOST_PLACES:
                break
            verdict = _at(a, b, points.scene(roles, seed, 1, {name: value}), roles)
            if verdict is not None:
                return verdict
    return EQUAL


def _at(a: tree.Node, b: tree.Node, scene: Scene, roles: Mapping[str, Declaration]) -> Verdict | None:
    values = dict(scene.values)
    try:
        left, right = _value(a, scene), _value(b, scene)
        if isinstance(left, Undefined) and isinstance(right, Undefined):
            return None
        if isinstance(left, Undefined) or isinstance(right, Undefined):
            missing = left if isinstance(left, Undefined) else right
            return Verdict("equal-where-defined", condition=condition(missing))
        if balls.compared(left, right) == "equal":
            return None
    except (Imprecise, Unsupported):
        return None
    witness = at(values, set(roles))
    mine, theirs = told_apart(left, right)
    return Verdict("different", sentence(witness, mine), witness=witness, answer_value=mine, key_value=theirs)


def _value(node: tree.Node, scene: Scene) -> Any:
    try:
        value = evaluate(node, scene)
        return Undefined("finite") if isinstance(value, Infinite) else value
    except Undefined as missing:
        return missing


def _risky(node: tree.Node) -> bool:
    return any(
        isinstance(one, (tree.Cases,))
        or (isinstance(one, tree.Quotient) and bool(symbols_in(one.bottom)))
        or (isinstance(one, tree.Power) and _may_vanish(one))
        or (isinstance(one, tree.Call) and (one.name in _STEPS or one.name in _NARROW))
        for one in tree.walk(node)
    )


def _may_vanish(node: tree.Power) -> bool:
    """A power whose base must not be zero: its exponent is negative, broken or not a number."""
    plain_exponent = isinstance(node.exponent, tree.Number) and node.exponent.value.denominator == 1
    return not plain_exponent and bool(symbols_in(node.base))


def _places(nodes: tuple[tree.Node, ...], roles: Mapping[str, Declaration], seed: str) -> Iterator[tuple[str, Any]]:
    scene = points.scene(roles, seed, 1)
    steps = False
    for node in nodes:
        for one in tree.walk(node):
            steps = steps or isinstance(one, tree.Cases) or (isinstance(one, tree.Call) and one.name in _STEPS)
            for critical in _critical(one):
                for name in sorted(symbols_in(critical)):
                    if _numeric(roles.get(name)):
                        yield from (
                            (name, zero) for zero in _zeros(critical, name, scene) if allowed(zero, roles[name])
                        )
    names = sorted(name for name, role in roles.items() if _numeric(role))
    for name in names[:3]:
        for n in (0, 1, -1, 2) if steps else (0,):
            if allowed(fmpq(n), roles[name]):
                yield name, fmpq(n)


def _numeric(role: Declaration | None) -> bool:
    return role is not None and role.sort in ("real", "integer", "natural", "complex")


def allowed(value: Any, role: Declaration) -> bool:
    """Whether a letter with this declaration may have this value."""
    if role.sort in ("integer", "natural") and not (
        isinstance(value, fmpq) and value.q == 1 and (role.sort == "integer" or value >= 0)
    ):
        return False
    holds = {
        "positive": value > 0,
        "nonnegative": value >= 0,
        "negative": value < 0,
        "nonzero": value != 0,
        "probability": 0 <= value <= 1,
    }
    return bool(holds.get(role.sign, True))


def _critical(node: tree.Node) -> Iterator[tree.Node]:
    """What must not be zero, or not cross zero, for `node` to be smooth."""
    if isinstance(node, tree.Quotient):
        yield node.bottom
    elif isinstance(node, tree.Power) and _may_vanish(node):
        yield node.base
    elif isinstance(node, tree.Call) and node.name in ("tan", "sec"):
        yield tree.Call("cos", node.arguments)
    elif isinstance(node, tree.Call) and node.name in ("cot", "csc"):
        yield tree.Call("sin", node.arguments)
    elif isinstance(node, tree.Call) and (node.name in _NARROW or node.name in _STEPS):
        yield from node.arguments
    elif isinstance(node, tree.Cases):
        for _, one in node.pieces:
            if isinstance(one, tree.Relation) and len(one.sides) == 2:
                yield tree.Sum((one.sides[0], tree.Negative(one.sides[1])))


def _zeros(node: tree.Node, name: str, scene: Scene) -> Iterator[Any]:
    """Real zeros of `node` in one letter.

    Of a quotient of polynomials all, otherwise those among a few well-known numbers.
    """
    found = ratio(node, name, scene)
    if found is not None:
        top = found[0]
        yield from real_roots(fmpz_poly(top.numer().coeffs())) if top.degree() > 0 else ()
        return
    for candidate in (fmpq(0), fmpq(1), arb.pi() / 2, arb.pi(), fmpq(-1), arb.pi() / 4):
        here = Scene({**scene.values, name: candidate}, scene.seed, scene.declared, scene.space)
        try:
            value = evaluate(node, here)
            if balls.finite(value) and balls.compared(value, fmpq(0)) == "equal":
                yield candidate
        except (Undefined, Imprecise, Unsupported):
            continue


def real_roots(p: fmpz_poly) -> list[Any]:
    """The real roots in order: rational ones exactly, the others as balls at the working precision."""
    found: list[Any] = []
    _, factors = p.factor()
    for factor, _ in factors:
        if factor.degree() == 1:
            found.append(fmpq(-factor[0], factor[1]))
        elif factor.degree() > 1:
            roots: list[Any] = factor.complex_roots()
            found.extend(root.real for root, _ in roots if root.imag.is_zero())
    return sorted(found, key=_middle)


def _middle(x: Any) -> Any:
    return _Ordered(x)


class _Ordered:
    """Orders exact numbers and disjoint balls."""

    def __init__(self, x: Any) -> None:
        self.x = x

    def __lt__(self, other: _Ordered) -> bool:
        return bool(self.x < other.x)
