"""Systems of equations with few solutions.

All real solutions of a system in two unknowns, or read off where it is solved already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from flint import fmpq, fmpq_mpoly_ctx, fmpz_poly

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.matrices import Mat
from agnesi.maths.evaluating.scalars import Imprecise, Undefined, Unsupported, arithmetic_of, is_scalar, whole_of
from agnesi.maths.evaluating.scene import Scene
from agnesi.maths.judging import balls, points, regions
from agnesi.maths.judging.canonical import substitute
from agnesi.maths.judging.domain import real_roots
from agnesi.maths.judging.normal import conjuncts, pairs
from agnesi.maths.judging.words import plain
from agnesi.maths.names import symbols_in

Solution = tuple[Any, ...]


def solutions(
    node: tree.Node, names: Sequence[str], roles: Mapping[str, Declaration], seed: str
) -> list[Solution] | None:
    """All real solutions in the order of `names`; None where they are not finite in number or not found this way."""
    if isinstance(node, tree.Constant) and node.name == "false":
        return []
    with arithmetic_of(400, settle=True):
        found: list[Solution] = []
        for one in _alternatives(node):
            some = _of_one(one, names, roles, seed)
            if some is None:
                return None
            found.extend(some)
        return found


def apart(first: list[Solution], second: list[Solution]) -> tuple[list[Solution], list[Solution]]:
    """The solutions only in the first, and those only in the second."""
    with arithmetic_of(400, settle=True):
        lost = [one for one in first if not any(_same(one, other) for other in second)]
        gained = [one for one in second if not any(_same(one, other) for other in first)]
    return lost, gained


def text(solution: Solution) -> str:
    """A solution as a point, such as (1, 2)."""
    return "(" + ", ".join(map(plain, solution)) + ")"


def constant_ratio(a: tree.Node, b: tree.Node, roles: Mapping[str, Declaration], seed: str) -> fmpq | None:
    """The number a / b at the first sample point where it is an exact number other than zero."""
    for k in range(4):
        try:
            left, right = (evaluate(one, points.scene(roles, seed, k)) for one in (a, b))
        except (Undefined, Imprecise):
            continue
        left, right = _first_entry(left), _first_entry(right)
        if isinstance(left, fmpq) and isinstance(right, fmpq) and left != 0 and right != 0:
            return left / right
        if is_scalar(left) and is_scalar(right) and not isinstance(right, fmpq) and not right.contains(0):
            share = left / right
            middle = getattr(share, "real", share)
            for below in range(1, 13):
                near = whole_of(middle * below) if middle.is_finite() else None
                near = near if near is not None else _near(middle * below)
                if near:
                    return fmpq(near, below)
    return None


def number(value: fmpq) -> tree.Node:
    """The tree of a rational number."""
    exact = Fraction(int(value.p), int(value.q))
    return tree.Number(exact) if exact >= 0 else tree.Negative(tree.Number(-exact))


def _near(x: Any) -> Any:
    guess = whole_of((x.mid() + fmpq(1, 2)).floor())
    return guess if guess is not None and x.contains(guess) else None


def _first_entry(value: Any) -> Any:
    return (
        next((x for x in value.entries() if not isinstance(x, fmpq) or x != 0), value.entries()[0])
        if isinstance(value, Mat)
        else value
    )


def _alternatives(node: tree.Node) -> list[tree.Node]:
    """The node as cases joined by or, with `or` multiplied out of `and`."""
    if isinstance(node, tree.Logic) and node.kind == "or":
        return [one for part in node.of for one in _alternatives(part)]
    if isinstance(node, tree.Logic) and node.kind == "and":
        rows: list[list[tree.Node]] = [[]]
        for part in node.of:
            rows = [[*row, one] for row in rows for one in _alternatives(part)]
            if len(rows) > 64:
                raise Unsupported("a system has too many cases")
        return [tree.Logic("and", tuple(row)) if len(row) > 1 else row[0] for row in rows]
    return [node]


def _of_one(
    node: tree.Node, names: Sequence[str], roles: Mapping[str, Declaration], seed: str
) -> list[Solution] | None:
    parts = [
        one
        for part in conjuncts(node)
        for one in (conjuncts(pairs(part)) if isinstance(part, tree.Relation) else [part])
    ]
    equations = [one for one in parts if isinstance(one, tree.Relation) and one.relators == ("=",)]
    scene = points.scene(roles, seed, 0)
    candidates = _by_elimination(equations, list(names), scene)
    if candidates is None:
        candidates = _by_substitution(equations, list(names), scene)
    if candidates is None and len(names) == 2 and len(equations) >= 2:
        candidates = _by_resultants(equations, names)
    if candidates is None:
        return None
    return [one for one in candidates if _holds(parts, names, one, scene)]


def _holds(parts: Sequence[tree.Node], names: Sequence[str], values: Solution, scene: Scene) -> bool:
    here = Scene({**scene.values, **dict(zip(names, values, strict=True))}, scene.seed, scene.declared)
    return all(regions.statement_holds(one, here) for one in parts)


def _by_elimination(equations: Sequence[tree.Relation], names: list[str], scene: Scene) -> list[Solution] | None:
    """Put `x = f(y, ...)` into the others, solve these, and go back."""
    for i, one in enumerate(equations):
        for name_side, formula in (one.sides, one.sides[::-1]):
            if not isinstance(name_side, tree.Symbol) or name_side.name not in names or not symbols_in(formula):
                continue
            name = name_side.name
            if name in symbols_in(formula):
                continue
            rest = [_put(other, name, formula) for j, other in enumerate(equations) if j != i]
            left = [other for other in names if other != name]
            found = _by_elimination(rest, left, scene)
            if found is None:
                found = _by_substitution(rest, left, scene)
            if found is None and len(left) == 2 and len(rest) >= 2:
                found = _by_resultants(rest, left)
            return None if found is None else [_completed(row, left, names, name, formula, scene) for row in found]
    return None


def _put(equation: tree.Relation, name: str, formula: tree.Node) -> tree.Relation:
    result: tree.Relation = substitute(equation, lambda each: formula if each == name else None)
    return result


def _completed(
    row: Solution, left: list[str], names: list[str], name: str, formula: tree.Node, scene: Scene
) -> Solution:
    known = dict(zip(left, row, strict=True))
    known[name] = evaluate(formula, Scene({**scene.values, **known}, scene.seed, scene.declared))
    return tuple(known[each] for each in names)


def _by_substitution(equations: Sequence[tree.Relation], names: list[str], scene: Scene) -> list[Solution] | None:
    """Solve an equation in one letter, put its values in, go on."""
    return _step(equations, names, {}, scene)


def _step(
    equations: Sequence[tree.Relation], names: list[str], known: dict[str, Any], scene: Scene
) -> list[Solution] | None:
    if len(known) == len(names):
        return [tuple(known[name] for name in names)]
    here = Scene({**scene.values, **known}, scene.seed, scene.declared)
    for equation in equations:
        open_names = (symbols_in(equation) & set(names)) - set(known)
        if len(open_names) != 1:
            continue
        name = open_names.pop()
        contrast = regions.contrast(equation, tree.Constant("false"), name, here)
        if contrast.first_full or len(contrast.only_first) > 40:
            continue
        found: list[Solution] = []
        for value in contrast.only_first:
            more = _step(equations, names, {**known, name: value}, scene)
            if more is None:
                return None
            found.extend(more)
        return found
    return None


def _by_resultants(equations: Sequence[tree.Relation], names: Sequence[str]) -> list[Solution] | None:
    ring = fmpq_mpoly_ctx.get(tuple(names), "lex")
    polynomials = [
        _multivariate(tree.Sum((one.sides[0], tree.Negative(one.sides[1]))), ring, names) for one in equations
    ]
    if any(one is None for one in polynomials):
        return None
    p, q = polynomials[:2]
    found = []
    for keep in (0, 1):
        eliminated = p.resultant(q, names[1 - keep])
        if eliminated.is_zero() or eliminated.total_degree() > 40:
            return None
        found.append(real_roots(_univariate(eliminated, keep)) if eliminated.total_degree() > 0 else [])
    return [(x, y) for x in found[0] for y in found[1]]


def _univariate(p: Any, keep: int) -> fmpz_poly:
    terms = {int(exponents[keep]): c for exponents, c in p.to_dict().items()}
    common = fmpq(1)
    for c in terms.values():
        common = fmpq(common.p.lcm(c.q)) if hasattr(common.p, "lcm") else common * c.q
    return fmpz_poly([(terms.get(i, fmpq(0)) * common).p for i in range(max(terms) + 1)])


def _multivariate(node: tree.Node, ring: Any, names: Sequence[str]) -> Any:
    """The tree as a polynomial of the ring; None where it is none."""
    gens = dict(zip(names, ring.gens(), strict=True))

    def build(one: tree.Node) -> Any:
        if isinstance(one, tree.Symbol) and one.name in gens:
            return gens[one.name]
        if isinstance(one, tree.Number):
            return ring.constant(fmpq(one.value.numerator, one.value.denominator))
        if isinstance(one, tree.Sum):
            return sum((build(term) for term in one.terms), ring.constant(0))
        if isinstance(one, tree.Negative):
            return -build(one.of)
        if isinstance(one, tree.Product):
            result = ring.constant(1)
            for factor in one.factors:
                result = result * build(factor)
            return result
        if isinstance(one, tree.Quotient) and isinstance(one.bottom, tree.Number) and one.bottom.value:
            return build(one.top) * ring.constant(1 / fmpq(one.bottom.value.numerator, one.bottom.value.denominator))
        if (
            isinstance(one, tree.Power)
            and isinstance(one.exponent, tree.Number)
            and one.exponent.value.denominator == 1
            and one.exponent.value <= 12
        ):
            return build(one.base) ** int(one.exponent.value)
        raise _NotPolynomialError

    try:
        return build(node)
    except _NotPolynomialError:
        return None


class _NotPolynomialError(Exception):
    pass


def _same(a: Solution, b: Solution) -> bool:
    return all(balls.compared(x, y) == "equal" for x, y in zip(a, b, strict=True))
