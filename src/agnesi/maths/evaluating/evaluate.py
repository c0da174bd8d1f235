"""The value of a tree at a sample point: a number, vector, matrix, truth value, random variable ...

`evaluate(node, scene)` is exact while the numbers are rational and becomes a ball when they no longer are. It
raises only the exceptions of `scalars`. Each kind of node has one function in the table at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flint import acb, arb, fmpq, fmpz

from agnesi.maths import tree
from agnesi.maths.evaluating import chance, matrices
from agnesi.maths.evaluating.calls import raised
from agnesi.maths.evaluating.chance import Random, lifted
from agnesi.maths.evaluating.duals import Dual, primal, split
from agnesi.maths.evaluating.matrices import Identity, Mat
from agnesi.maths.evaluating.scalars import (
    Imprecise,
    Undefined,
    Unsupported,
    arithmetic,
    count_work,
    divide,
    is_scalar,
    is_zero,
    sign,
    whole,
)
from agnesi.maths.evaluating.scene import Scene, drawn


@dataclass(frozen=True, slots=True)
class Infinite:
    """Plus or minus infinity, as a bound or as a limit."""

    sign: int

    def __neg__(self) -> Infinite:
        return Infinite(-self.sign)

    def __add__(self, other: Any) -> Any:
        if isinstance(other, Infinite) and other.sign != self.sign:
            raise Undefined("a determinate sum")
        return self

    def __radd__(self, other: Any) -> Infinite:
        return self

    def __sub__(self, other: Any) -> Any:
        return self + (-other)

    def __rsub__(self, other: Any) -> Infinite:
        return -self

    def __mul__(self, other: Any) -> Any:
        s = other.sign if isinstance(other, Infinite) else sign(other)
        if s == 0:
            raise Undefined("a determinate product")
        return Infinite(self.sign * s)

    def __rmul__(self, other: Any) -> Any:
        return self * other

    def __truediv__(self, other: Any) -> Any:
        return self * other

    def __rtruediv__(self, other: Any) -> Any:
        return fmpq(0)


@dataclass(frozen=True, slots=True)
class Finite:
    """A finite set by its elements, each once."""

    elements: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The subspace that the columns span."""

    columns: Mat


def evaluate(node: tree.Node, scene: Scene) -> Any:
    """The value of `node`. Raises Undefined, Imprecise, Unsupported or TooLarge."""
    arithmetic.work -= 1
    if arithmetic.work < 0:
        count_work(0)
    try:
        return _HANDLERS[type(node)](node, scene)
    except KeyError:
        raise Unsupported(f"{type(node).__name__} has no value") from None
    except (TypeError, AttributeError) as error:
        raise Unsupported("these kinds of things cannot be combined") from error
    except ZeroDivisionError as error:
        raise Undefined("not 0") from error


def same(a: Any, b: Any) -> bool:
    """Whether two values are one: exact values by equality, balls by being tiny and overlapping. Raises Imprecise."""
    if isinstance(a, Dual) or isinstance(b, Dual):
        return same(primal(a), primal(b))
    if is_scalar(a) and is_scalar(b):
        return is_zero(a - b)
    if isinstance(a, (Mat, Identity)) or isinstance(b, (Mat, Identity)):
        return _same_matrices(a, b)
    if isinstance(a, Random) or isinstance(b, Random):
        return all(lifted(same, a, b).values)
    if isinstance(a, Finite) and isinstance(b, Finite):
        return all(any(same(x, y) for y in b.elements) for x in a.elements) and all(
            any(same(x, y) for x in a.elements) for y in b.elements
        )
    return bool(type(a) is type(b) and a == b)


def _same_matrices(a: Any, b: Any) -> bool:
    if isinstance(a, Identity) and isinstance(b, Identity):
        return is_zero(a.scale - b.scale)
    shaped = a if isinstance(a, Mat) else b
    try:
        difference = a - b if isinstance(a, Mat) else shaped + (-a)
    except Undefined:
        return False
    return all(is_zero(primal(x)) for x in difference.entries())


def holds(relator: str, a: Any, b: Any) -> Any:
    """Whether a relator b; for random variables outcome by outcome."""
    return lifted(lambda x, y: _holds(relator, x, y), a, b)


def _holds(relator: str, a: Any, b: Any) -> bool:
    if relator == "=":
        return same(a, b)
    if relator == "!=":
        return not same(a, b)
    if relator in ("<", "<=", ">", ">="):
        s = _order(primal(a), primal(b))
        return {"<": s < 0, "<=": s <= 0, ">": s > 0, ">=": s >= 0}[relator]
    if relator in ("in", "notin") and isinstance(b, Finite):
        return any(same(a, x) for x in b.elements) == (relator == "in")
    if relator in ("subset", "subseteq") and isinstance(a, Finite) and isinstance(b, Finite):
        return all(any(same(x, y) for y in b.elements) for x in a.elements)
    if relator in ("subset", "subseteq") and isinstance(a, bool) and isinstance(b, bool):
        return b or not a
    if relator == "divides":
        return whole(b) % whole(a) == 0 if whole(a) else whole(b) == 0
    if relator == "perp":
        return is_zero(matrices.dot(a, b)) if isinstance(a, Mat) else is_zero(a)
    raise Unsupported(f"{relator} cannot be judged here")


def _order(a: Any, b: Any) -> int:
    if isinstance(a, Infinite) or isinstance(b, Infinite):
        left, right = (x.sign if isinstance(x, Infinite) else 0 for x in (a, b))
        return (left > right) - (left < right)
    if not (is_scalar(a) and is_scalar(b)):
        raise Unsupported("only numbers can be ordered")
    return sign(a - b)


def membership(value: Any, node: tree.Node, scene: Scene) -> bool:
    """Whether the number `value` is in the set that `node` describes."""
    if isinstance(node, tree.Interval):
        low, high = _order(value, evaluate(node.low, scene)), _order(value, evaluate(node.high, scene))
        return (low > 0 or (low == 0 and node.low_in)) and (high < 0 or (high == 0 and node.high_in))
    if isinstance(node, tree.Set):
        return any(same(value, one) for one in _elements(node, scene))
    if isinstance(node, tree.Constant):
        return _in_named(value, node.name)
    if isinstance(node, tree.SetOperation):
        inside = [membership(value, one, scene) for one in node.of]
        return {
            "union": any(inside),
            "intersection": all(inside),
            "difference": inside[0] and not any(inside[1:]),
            "complement": not inside[0],
        }[node.kind]
    if isinstance(node, tree.Vector) and len(node.entries) == 2 and node.brackets in ("()", "[]"):
        closed = node.brackets == "[]"
        return membership(value, tree.Interval(node.entries[0], node.entries[1], closed, closed), scene)
    found = evaluate(node, scene)
    if isinstance(found, Finite):
        return any(same(value, x) for x in found.elements)
    raise Unsupported("membership in this set cannot be judged here")


def _elements(node: tree.Set, scene: Scene) -> Any:
    """The values of the elements: kept where there is no letter in them, since a long set is asked again and again."""
    if id(node) not in scene.known:
        if any(isinstance(one, tree.Symbol) for one in tree.walk(node)):
            return [evaluate(one, scene) for one in node.elements]
        scene.known[id(node)] = [evaluate(one, scene) for one in node.elements]
    return scene.known[id(node)]


def _in_named(value: Any, name: str) -> bool:
    if name == "reals":
        return not isinstance(value, acb)
    if name == "empty":
        return False
    if name in ("complexes", "complex"):
        return True
    if name in ("integers", "naturals"):
        try:
            n = whole(primal(value))
        except Undefined:
            return False
        return name == "integers" or n >= 0
    if name == "rationals" and isinstance(value, fmpq):
        return True
    raise Unsupported("membership in this set cannot be judged here")


def _number(node: tree.Number, scene: Scene) -> Any:
    return fmpq(node.value.numerator, node.value.denominator)


_CONSTANTS: dict[str, Callable[[], Any]] = {
    "pi": arb.pi,
    "e": arb.const_e,
    "i": lambda: acb(0, 1),
    "infinity": lambda: Infinite(1),
    "true": lambda: True,
    "false": lambda: False,
    "empty": lambda: Finite(()),
    "identity": Identity,
}


def _constant(node: tree.Constant, scene: Scene) -> Any:
    if node.name == "undefined":
        raise Undefined("defined")
    make = _CONSTANTS.get(node.name)
    if make is None:
        raise Unsupported("an infinite set has no single value")
    return make()


def _symbol(node: tree.Symbol, scene: Scene) -> Any:
    try:
        return scene.values[node.name]
    except KeyError:
        pass
    name, _, at = node.name.partition("_")
    held = scene.values.get(name)
    if at.isdigit() and isinstance(held, Mat):
        return _entry(held, (int(at),))
    if at.isdigit():
        return scene.entry(name, (int(at),))
    return fmpq(drawn(scene.seed, node.name) % 199 - 99, 23)


def _index(node: tree.Index, scene: Scene) -> Any:
    at = tuple(whole(primal(evaluate(one, scene))) for one in node.at)
    if isinstance(node.of, tree.Symbol) and not isinstance(scene.values.get(node.of.name), Mat):
        return scene.entry(node.of.name, at)
    held = evaluate(node.of, scene)
    return lifted(lambda value: _entry(value, at), held)


def _entry(held: Any, at: tuple[int, ...]) -> Any:
    if isinstance(held, Mat):
        m, n = held.shape
        if len(at) == 2 and 1 <= at[0] <= m and 1 <= at[1] <= n:
            return held.rows[at[0] - 1][at[1] - 1]
        if len(at) == 1 and 1 in (m, n) and 1 <= at[0] <= max(m, n):
            return held.entries()[at[0] - 1]
        if len(at) == 1 and 1 <= at[0] <= m:
            return matrices.vector(held.rows[at[0] - 1])
        raise Undefined("an index within the range")
    raise Unsupported("this has no entries")


def _sum(node: tree.Sum, scene: Scene) -> Any:
    result = evaluate(node.terms[0], scene)
    for one in node.terms[1:]:
        minus = type(one) is tree.Negative
        result = result - evaluate(one.of, scene) if minus else result + evaluate(one, scene)  # type: ignore[attr-defined]
    return result


def _negative(node: tree.Negative, scene: Scene) -> Any:
    value = evaluate(node.of, scene)
    if isinstance(value, bool):
        raise Unsupported("a statement has no sign")
    return -value


def _plus_minus(node: tree.PlusMinus, scene: Scene) -> Any:
    s = scene.sign * (-1 if node.minus_first else 1)
    right = evaluate(node.right, scene)
    right = right if s > 0 else -right
    return right if node.left is None else evaluate(node.left, scene) + right


def _product(node: tree.Product, scene: Scene) -> Any:
    result = evaluate(node.factors[0], scene)
    for one in node.factors[1:]:
        result = result * evaluate(one, scene)
    return result


def _quotient(node: tree.Quotient, scene: Scene) -> Any:
    top = evaluate(node.top, scene)
    bottom = evaluate(node.bottom, scene)
    return lifted(lambda a, b: _over(a, b, node.bottom), top, bottom)


def _over(a: Any, b: Any, node: tree.Node) -> Any:
    if isinstance(b, Dual) and is_zero(primal(b)):
        raise Undefined("not 0", node)
    return divide(a, b, node)


def _power(node: tree.Power, scene: Scene) -> Any:
    exponent = evaluate(node.exponent, scene)
    if isinstance(node.base, tree.Constant) and node.base.name == "e" and not isinstance(exponent, (Mat, Infinite)):
        from agnesi.maths.evaluating.calls import unary

        return lifted(lambda x: unary("exp", x), exponent)
    base = evaluate(node.base, scene)
    if isinstance(base, Infinite) or isinstance(exponent, Infinite):
        return _infinite_power(base, exponent)
    return lifted(lambda b, x: _raised(b, x, node), base, exponent)


def _raised(base: Any, exponent: Any, node: tree.Power) -> Any:
    if isinstance(base, Mat):
        return matrices.matrix_power(base, whole(exponent))
    if isinstance(base, Identity):
        return Identity(raised(base.scale, exponent))
    return raised(base, exponent, node.base, node.exponent)


def _infinite_power(base: Any, exponent: Any) -> Any:
    if isinstance(exponent, Infinite) and is_scalar(base):
        size = sign(abs(base) - 1) * exponent.sign
        if size < 0:
            return fmpq(0)
        if size > 0 and sign(base) > 0:
            return Infinite(1)
    if isinstance(base, Infinite) and is_scalar(exponent) and sign(exponent) != 0:
        if sign(exponent) < 0:
            return fmpq(0)
        if base.sign > 0 or whole(exponent) % 2 == 0:
            return Infinite(1)
        return Infinite(-1)
    raise Undefined("a determinate power")


def _call(node: tree.Call, scene: Scene) -> Any:
    from agnesi.maths.evaluating.named import call

    return call(node, scene)


def _binder(name: str) -> Callable[[Any, Scene], Any]:
    def apply(node: Any, scene: Scene) -> Any:
        from agnesi.maths.evaluating import binders

        return getattr(binders, name)(node, scene)

    return apply


def _derivative(node: tree.Derivative, scene: Scene) -> Any:
    order = whole(evaluate(node.order, scene))
    if not 0 <= order <= 8:
        raise Unsupported("derivatives above the eighth are not judged")
    if not isinstance(node.variable, tree.Symbol):
        raise Unsupported("a derivative needs a letter below the line")
    if (
        isinstance(node.body, tree.Symbol)
        and node.body != node.variable
        and not isinstance(scene.values.get(node.body.name), Mat)
    ):
        return fmpq(drawn(scene.seed, "d", node.body.name, node.variable.name, order) % 199 - 99, 29)
    return slope(lambda: evaluate(node.body, scene), node.variable.name, order, scene)


def slope(body: Callable[[], Any], name: str, order: int, scene: Scene) -> Any:
    """The derivative of `body()` in the name.

    A number for a number, a gradient or Jacobian for a vector, a matrix for a matrix.
    """
    if order == 0:
        return body()
    if order > 1:
        return slope(lambda: slope(body, name, order - 1, scene), name, 1, scene)
    held = scene.values.get(name)
    if held is None:
        held = _symbol(tree.Symbol(name), scene)
    if not isinstance(held, Mat):
        return _along(body, name, held, lambda dual: dual, scene)
    parts = []
    for i, row in enumerate(held.rows):
        for j, _ in enumerate(row):

            def replaced(dual: Any, i: int = i, j: int = j) -> Mat:
                rows = [list(one) for one in held.rows]
                rows[i][j] = Dual(dual.tag, rows[i][j], fmpq(1))
                return Mat(tuple(map(tuple, rows)), held.vector)

            parts.append(_along(body, name, held.rows[i][j], replaced, scene))
    if isinstance(parts[0], Mat):
        if not held.vector:
            raise Unsupported("the derivative of a vector in a matrix is not judged")
        return Mat(tuple(zip(*(part.entries() for part in parts), strict=True)))
    m, n = held.shape
    return Mat(tuple(tuple(parts[i * n : i * n + n]) for i in range(m)), held.vector)


def _along(body: Callable[[], Any], name: str, at: Any, place: Callable[[Dual], Any], scene: Scene) -> Any:
    scene.tags += 1
    tag = scene.tags
    before = scene.values.get(name)
    scene.values[name] = place(Dual(tag, at, fmpq(1)))
    try:
        result = body()
    finally:
        scene.tags -= 1
        if before is None:
            del scene.values[name]
        else:
            scene.values[name] = before
    if isinstance(result, Mat):
        return result.map(lambda x: split(x, tag)[1])
    return lifted(lambda x: split(x, tag)[1], result)


def _gradient(node: tree.Gradient, scene: Scene) -> Any:
    if isinstance(node.variable, tree.Symbol):
        return slope(lambda: evaluate(node.body, scene), node.variable.name, 1, scene)
    inside = [one for one in tree.walk(node.body) if isinstance(one, tree.Symbol)]
    names = list(dict.fromkeys(sorted(one.name for one in inside)))
    if isinstance(node.variable, tree.Vector):
        names = [one.name for one in node.variable.entries if isinstance(one, tree.Symbol)]
    if isinstance(node.body, tree.Symbol) or not names:
        raise Unsupported("a gradient needs a formula to be taken of")
    vectors = [name for name in names if isinstance(scene.values.get(name), Mat) and scene.values[name].vector]
    if vectors:
        names = vectors
        if len(names) > 1:
            raise Unsupported("the gradient does not say in which vector")
        return slope(lambda: evaluate(node.body, scene), names[0], 1, scene)
    return matrices.vector(slope(lambda: evaluate(node.body, scene), name, 1, scene) for name in names)


def _relation(node: tree.Relation, scene: Scene) -> Any:
    if any(relator in ("in", "notin") for relator in node.relators):
        if len(node.relators) == 1:
            value = evaluate(node.sides[0], scene)
            inside = node.relators[0] == "in"
            return lifted(lambda x: membership(x, node.sides[1], scene) == inside, value)
        raise Unsupported("a chain with memberships is not judged")
    values = [evaluate(side, scene) for side in node.sides]
    result: Any = True
    for relator, a, b in zip(node.relators, values, values[1:], strict=False):
        result = lifted(lambda p, q: p and q, result, holds(relator, a, b))
    return result


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Unsupported("a number is neither true nor false")
    return value


def _logic(node: tree.Logic, scene: Scene) -> Any:
    table: dict[str, Callable[..., bool]] = {
        "and": lambda *v: all(map(_truth, v)),
        "or": lambda *v: any(map(_truth, v)),
        "not": lambda v: not _truth(v),
        "implies": lambda p, q: _truth(q) or not _truth(p),
        "iff": lambda p, q: _truth(p) == _truth(q),
    }
    return lifted(table[node.kind], *(evaluate(one, scene) for one in node.of))


def _set_operation(node: tree.SetOperation, scene: Scene) -> Any:
    values = [evaluate(one, scene) for one in node.of]
    if all(isinstance(one, Finite) for one in values):
        return _finite_operation(node.kind, values)
    combine: dict[str, Callable[..., bool]] = {
        "union": lambda *v: any(map(_truth, v)),
        "intersection": lambda *v: all(map(_truth, v)),
        "difference": lambda v, *w: _truth(v) and not any(map(_truth, w)),
        "complement": lambda v: not _truth(v),
    }
    if node.kind not in combine:
        raise Unsupported("a Cartesian product of these is not judged")
    return lifted(combine[node.kind], *values)


def _finite_operation(kind: str, sets: list[Finite]) -> Finite:
    first, *others = sets
    if kind == "union":
        return finite([x for one in sets for x in one.elements])
    if kind == "cartesian":
        found: list[tuple[Any, ...]] = [()]
        for one in sets:
            count_work(len(found) * len(one.elements))
            found = [(*row, x) for row in found for x in one.elements]
        return finite([matrices.vector(row) for row in found])
    if kind == "complement":
        raise Unsupported("a complement needs the whole set")
    wanted = kind == "intersection"
    kept = [x for x in first.elements if all(any(same(x, y) for y in one.elements) == wanted for one in others)]
    return Finite(tuple(kept))


def finite(elements: list[Any]) -> Finite:
    """The set of these elements, repetitions dropped."""
    kept: list[Any] = []
    for one in elements:
        if not any(same(one, other) for other in kept):
            kept.append(one)
    return Finite(tuple(kept))


def _vector(node: tree.Vector, scene: Scene) -> Any:
    return matrices.vector(evaluate(one, scene) for one in node.entries)


def _matrix(node: tree.Matrix, scene: Scene) -> Any:
    rows = tuple(tuple(evaluate(one, scene) for one in row) for row in node.rows)
    if any(isinstance(x, (Mat, Identity)) for row in rows for x in row):
        return _blocks(rows)
    return Mat(rows)


def _blocks(rows: tuple[tuple[Any, ...], ...]) -> Mat:
    """A matrix written in blocks, row of blocks by row of blocks."""
    lines: list[tuple[Any, ...]] = []
    for row in rows:
        height = max((x.shape[0] for x in row if isinstance(x, Mat)), default=1)
        parts = [
            x if isinstance(x, Mat) else x.of_size(height) if isinstance(x, Identity) else Mat(((x,),) * height)
            for x in row
        ]
        if any(part.shape[0] != height for part in parts):
            raise Undefined("matching shapes")
        lines.extend(tuple(x for part in parts for x in part.rows[i]) for i in range(height))
    if len({len(line) for line in lines}) != 1:
        raise Undefined("matching shapes")
    return Mat(tuple(lines))


def _set(node: tree.Set, scene: Scene) -> Any:
    return finite([evaluate(one, scene) for one in node.elements])


def _cases(node: tree.Cases, scene: Scene) -> Any:
    for value, condition in node.pieces:
        if condition is None or condition_holds(condition, scene):
            return evaluate(value, scene)
    raise Undefined("one of the cases")


def condition_holds(condition: tree.Node, scene: Scene) -> bool:
    """Whether a condition is true at this point."""
    value = evaluate(condition, scene)
    if isinstance(value, Random):
        raise Unsupported("cases of a random variable are not judged")
    return _truth(value)


def _chance(node: tree.Chance, scene: Scene) -> Any:
    if scene.space is None:
        raise Unsupported("probabilities are not judged here")
    arguments = [evaluate(one, scene) for one in node.arguments]
    given: Any = None
    for one in node.given:
        value = evaluate(one, scene)
        given = value if given is None else lifted(lambda p, q: _truth(p) and _truth(q), given, value)
    space = scene.space
    if node.kind == "P":
        event = arguments[0]
        for one in arguments[1:]:
            event = lifted(lambda p, q: _truth(p) and _truth(q), event, one)
        return chance.probability(space, event, given)
    if node.kind == "E" and len(arguments) == 1:
        return chance.expectation(space, arguments[0], given)
    if node.kind == "Var" and len(arguments) == 1:
        return chance.variance(space, arguments[0], given)
    if node.kind == "Cov" and len(arguments) == 2:
        return chance.covariance(space, arguments[0], arguments[1], given)
    if node.kind == "SD" and len(arguments) == 1:
        return lifted(lambda x: raised(x, fmpq(1, 2)), chance.variance(space, arguments[0], given))
    if node.kind == "Corr" and len(arguments) == 2:
        spread = chance.variance(space, arguments[0]) * chance.variance(space, arguments[1])
        return chance.covariance(space, arguments[0], arguments[1]) / raised(spread, fmpq(1, 2))
    if node.kind == "H" and len(node.given) <= 1:
        joint = _entropy(space, *arguments, *(() if given is None else (given,)))
        return joint if given is None else joint - _entropy(space, given)
    if node.kind == "I" and len(arguments) == 2 and given is None:
        return _entropy(space, arguments[0]) + _entropy(space, arguments[1]) - _entropy(space, *arguments)
    raise Unsupported(f"{node.kind} of these is not judged")


def _entropy(space: chance.Space, *variables: Any) -> Any:
    if not all(isinstance(one, Random) for one in variables):
        raise Unsupported("the entropy of a number is not judged")
    result: Any = fmpq(0)
    for _, mass in chance.masses(space, *variables):
        result = result - mass * arb(mass).log()
    return result


def _text(node: tree.Text, scene: Scene) -> Any:
    words = node.words.strip().lower()
    if words in ("none", "no solution", "no solutions", "empty"):
        return Finite(())
    if words in ("dne", "does not exist", "undefined"):
        raise Undefined("defined")
    raise Unsupported("words have no value")


_HANDLERS: dict[type, Callable[[Any, Scene], Any]] = {
    tree.Number: _number,
    tree.Constant: _constant,
    tree.Symbol: _symbol,
    tree.Index: _index,
    tree.Sum: _sum,
    tree.Negative: _negative,
    tree.PlusMinus: _plus_minus,
    tree.Product: _product,
    tree.Quotient: _quotient,
    tree.Power: _power,
    tree.Call: _call,
    tree.Fold: _binder("fold"),
    tree.Integral: _binder("integral"),
    tree.Limit: _binder("limit"),
    tree.Derivative: _derivative,
    tree.Gradient: _gradient,
    tree.Chance: _chance,
    tree.Relation: _relation,
    tree.Logic: _logic,
    tree.Vector: _vector,
    tree.Matrix: _matrix,
    tree.Set: _set,
    tree.SetOperation: _set_operation,
    tree.Cases: _cases,
    tree.Text: _text,
    tree.Quantified: _binder("quantified"),
}

__all__ = [
    "Finite",
    "Imprecise",
    "Infinite",
    "condition_holds",
    "evaluate",
    "finite",
    "fmpz",
    "holds",
    "membership",
    "same",
    "slope",
]
