"""Calls in a tree: functions of one number by `calls`, those of vectors.

Matrices and several numbers here, declared ones as opaque.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flint import arb, fmpq

from agnesi.maths import tree
from agnesi.maths.evaluating import calls, matrices
from agnesi.maths.evaluating.chance import Random, lifted
from agnesi.maths.evaluating.duals import Dual, primal
from agnesi.maths.evaluating.evaluate import Finite, Infinite, Span, evaluate, slope
from agnesi.maths.evaluating.matrices import Identity, Mat
from agnesi.maths.evaluating.scalars import Undefined, Unsupported, count_work, is_scalar, is_zero, sign, whole
from agnesi.maths.evaluating.scene import Scene, drawn

_FROBENIUS = (tree.Symbol("F"), tree.Text("F"), tree.Text("fro"), tree.Symbol("fro"))
_ENTRYWISE = frozenset(
    ["exp", "ln", "sqrt", "sin", "cos", "tan", "tanh", "sigmoid", "relu", "softplus", "sign", "floor", "ceil", "round"]
)


def call(node: tree.Call, scene: Scene) -> Any:
    """The value of a call."""
    name = node.name
    if name in _BY_NODE:
        return _BY_NODE[name](node, scene)
    arguments = [evaluate(one, scene) for one in node.arguments]
    if len(arguments) == 1 and calls.is_unary(name):
        return lifted(lambda x: _unary(name, x, node.arguments[0]), arguments[0])
    if name in _BY_VALUES:
        return lifted(_BY_VALUES[name], *arguments)
    return opaque(name, arguments, scene)


def opaque(name: str, arguments: Sequence[Any], scene: Scene) -> Any:
    """A declared function: some polynomial of the arguments, drawn for this sample point.

    So that it also has slopes.
    """
    plain = name.rstrip("'")
    if primes := len(name) - len(plain):
        if len(arguments) != 1 or primes > 4:
            raise Unsupported("a derivative of this function is not judged")
        return _primed(plain, arguments[0], primes, scene)
    return lifted(lambda *given: _polynomial(name, given, scene), *arguments)


def _primed(name: str, at: Any, primes: int, scene: Scene) -> Any:
    inner = f"\x00{scene.tags}"
    scene.values[inner] = at
    try:
        return slope(lambda: opaque(name, [scene.values[inner]], scene), inner, primes, scene)
    finally:
        scene.values.pop(inner, None)


def _polynomial(name: str, arguments: Sequence[Any], scene: Scene) -> Any:
    flat: list[Any] = []
    for one in arguments:
        flat.extend(one.entries() if isinstance(one, Mat) else [one])
    if not all(is_scalar(primal(one)) for one in flat):
        raise Unsupported(f"{name} of this is not judged")

    def draw(*key: object) -> fmpq:
        return fmpq(drawn(scene.seed, name, len(flat), *key) % 61 - 30, 13)

    first = matrices.total(draw(1, i) * x for i, x in enumerate(flat))
    second = matrices.total(draw(2, i) * x for i, x in enumerate(flat)) + draw(0)
    return (
        draw("c")
        + first
        + second * second * draw("q")
        + first * second * second * draw("k")
        + first * first * second * second
    )


def _unary(name: str, x: Any, shown: tree.Node) -> Any:
    if isinstance(x, Mat):
        if name == "abs":
            return _norm(x) if x.vector else matrices.determinant(x)
        if name == "conj":
            return x.map(lambda entry: calls.unary("conj", entry))
        if name in _ENTRYWISE:
            return x.map(lambda entry: calls.unary(name, entry))
        raise Unsupported(f"{name} of a matrix is not judged")
    if isinstance(x, Infinite):
        return _at_infinity(name, x)
    if isinstance(x, Finite) and name == "abs":
        return fmpq(len(x.elements))
    return calls.unary(name, x, shown)


def _at_infinity(name: str, x: Infinite) -> Any:
    if name in ("exp", "abs", "sqrt", "ln", "Gamma") and x.sign > 0:
        return Infinite(1)
    if name == "exp":
        return fmpq(0)
    if name == "abs":
        return Infinite(1)
    if name == "arctan":
        return arb.pi() / 2 * x.sign
    if name in ("tanh", "sign", "erf"):
        return fmpq(x.sign)
    if name == "sigmoid":
        return fmpq(1 if x.sign > 0 else 0)
    raise Undefined("finite")


def _numbers(arguments: Sequence[Any]) -> list[Any]:
    """The numbers in the arguments: a vector or a set stands for its entries."""
    flat: list[Any] = []
    for one in arguments:
        if isinstance(one, Mat):
            flat.extend(one.entries())
        elif isinstance(one, Finite):
            flat.extend(one.elements)
        else:
            flat.append(one)
    if not flat or not all(is_scalar(primal(x)) for x in flat):
        raise Unsupported("numbers were expected")
    return flat


def _norm(x: Any, order: Any = None) -> Any:
    if is_scalar(primal(x)):
        return calls.unary("abs", x)
    if not isinstance(x, Mat):
        raise Unsupported("only vectors and matrices have a norm")
    if order is None or (is_scalar(order) and is_zero(order - 2)):
        if order is not None and not x.vector and 1 not in x.shape:
            raise Unsupported("the spectral norm is not judged here")
        return calls.unary("sqrt", matrices.total(_square(entry) for entry in x.entries()))
    sizes = [calls.unary("abs", entry) for entry in x.entries()]
    if not x.vector:
        raise Unsupported("this norm of a matrix is not judged here")
    if isinstance(order, Infinite):
        return calls.largest(sizes)
    if is_scalar(order) and is_zero(order):
        return fmpq(sum(0 if is_zero(primal(entry)) else 1 for entry in sizes))
    if is_scalar(order) and is_zero(order - 1):
        return matrices.total(sizes)
    return calls.raised(matrices.total(calls.raised(entry, order) for entry in sizes), 1 / order)


def _square(x: Any) -> Any:
    return x * calls.unary("conj", x) if not isinstance(x, fmpq) and not isinstance(x, Dual) else x * x


def _norm_call(node: tree.Call, scene: Scene) -> Any:
    of = evaluate(node.arguments[0], scene)
    if len(node.arguments) == 1 or node.arguments[1] in _FROBENIUS:
        return lifted(_norm, of)
    return lifted(_norm, of, evaluate(node.arguments[1], scene))


def _sqrt_call(node: tree.Call, scene: Scene) -> Any:
    return lifted(lambda x: _unary("sqrt", x, node.arguments[0]), evaluate(node.arguments[0], scene))


def _log_call(node: tree.Call, scene: Scene) -> Any:
    arguments = [evaluate(one, scene) for one in node.arguments]
    if len(arguments) == 1:
        return lifted(lambda x: _unary("ln", x, node.arguments[0]), arguments[0])
    return lifted(lambda x, base: calls.logarithm(x, base, node.arguments[0]), *arguments)


def _root_call(node: tree.Call, scene: Scene) -> Any:
    of, degree = (evaluate(one, scene) for one in node.arguments)
    return lifted(lambda x, n: calls.root(x, n, node.arguments[0]), of, degree)


def _factorial_call(node: tree.Call, scene: Scene) -> Any:
    return lifted(lambda x: calls.factorial(x, node.arguments[0]), evaluate(node.arguments[0], scene))


def _hessian(node: tree.Call, scene: Scene) -> Any:
    return (
        slope(lambda: evaluate(tree.Gradient(node.arguments[0]), scene), _only_vector(node, scene), 1, scene)
        if _has_vector(node, scene)
        else _scalar_hessian(node, scene)
    )


def _has_vector(node: tree.Call, scene: Scene) -> bool:
    return any(isinstance(one, tree.Symbol) and isinstance(scene.values.get(one.name), Mat) for one in tree.walk(node))


def _only_vector(node: tree.Call, scene: Scene) -> str:
    names = {
        one.name
        for one in tree.walk(node.arguments[-1])
        if isinstance(one, tree.Symbol)
        and isinstance(scene.values.get(one.name), Mat)
        and scene.values[one.name].vector
    }
    if len(names) != 1:
        raise Unsupported("it is not said in which vector")
    return names.pop()


def _letters(node: tree.Node) -> list[str]:
    return sorted({one.name for one in tree.walk(node) if isinstance(one, tree.Symbol)})


def _scalar_hessian(node: tree.Call, scene: Scene) -> Any:
    names, body = _letters(node.arguments[0]), node.arguments[0]
    rows = tuple(
        tuple(slope(lambda b=b: slope(lambda: evaluate(body, scene), b, 1, scene), a, 1, scene) for b in names)  # type: ignore[misc]
        for a in names
    )
    return Mat(rows)


def _jacobian(node: tree.Call, scene: Scene) -> Any:
    body = node.arguments[0]
    if _has_vector(node, scene):
        return slope(lambda: evaluate(body, scene), _only_vector(node, scene), 1, scene)
    columns = [slope(lambda: evaluate(body, scene), name, 1, scene) for name in _letters(body)]
    return Mat(tuple(zip(*(column.entries() for column in columns), strict=True)))


def _laplacian(node: tree.Call, scene: Scene) -> Any:
    return matrices.trace(_scalar_hessian(node, scene) if not _has_vector(node, scene) else _hessian(node, scene))


def _divergence(node: tree.Call, scene: Scene) -> Any:
    return matrices.trace(_jacobian(node, scene))


def _indicator(node: tree.Call, scene: Scene) -> Any:
    return lifted(lambda truth: fmpq(1 if truth else 0), evaluate(node.arguments[0], scene))


def _matrix_only(change: Callable[[Mat], Any]) -> Callable[[Any], Any]:
    def apply(x: Any) -> Any:
        if not isinstance(x, Mat):
            raise Unsupported("a matrix was expected")
        return change(x)

    return apply


def _transpose(x: Any) -> Any:
    return matrices.transpose(x) if isinstance(x, Mat) else x


def _dot(a: Any, b: Any) -> Any:
    return matrices.dot(a, b) if isinstance(a, Mat) and isinstance(b, Mat) else a * b


def _cross(a: Mat, b: Mat) -> Mat:
    x, y = a.entries(), b.entries()
    if len(x) != 3 or len(y) != 3:
        raise Undefined("vectors of length 3")
    return matrices.vector((x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]))


def _outer(a: Mat, b: Mat) -> Mat:
    return Mat(tuple(tuple(x * y for y in b.entries()) for x in a.entries()))


def _hadamard(a: Any, *others: Any) -> Any:
    for b in others:
        if not (isinstance(a, Mat) and isinstance(b, Mat)):
            a = a * b
        elif a.shape != b.shape:
            raise Undefined("matching shapes")
        else:
            rows = zip(a.rows, b.rows, strict=True)
            a = Mat(tuple(tuple(x * y for x, y in zip(r, s, strict=True)) for r, s in rows), a.vector)
    return a


def _kronecker(a: Mat, b: Mat) -> Mat:
    count_work(len(a.entries()) * len(b.entries()))
    return Mat(tuple(tuple(x * y for x in r for y in s) for r in a.rows for s in b.rows))


def _proj(onto: Mat, of: Mat | None = None) -> Any:
    if of is None:
        raise Unsupported("a projection needs two vectors")
    return onto.map(lambda x: x * (matrices.dot(onto, of) / matrices.dot(onto, onto)))


def _diag(*arguments: Any) -> Any:
    if (
        len(arguments) == 1
        and isinstance(arguments[0], Mat)
        and not arguments[0].vector
        and 1 not in arguments[0].shape
    ):
        a = arguments[0]
        return matrices.vector(a.rows[i][i] for i in range(min(a.shape)))
    entries = _numbers(arguments)
    return Mat(tuple(tuple(x if i == j else fmpq(0) for j in range(len(entries))) for i, x in enumerate(entries)))


def _pseudoinverse(a: Mat) -> Any:
    m, n = a.shape
    t = matrices.transpose(a)
    if m >= n:
        return matrices.matmul(matrices.inverse(_as_matrix(matrices.matmul(t, a))), t)
    return matrices.matmul(t, matrices.inverse(_as_matrix(matrices.matmul(a, t))))


def _as_matrix(x: Any) -> Mat:
    return x if isinstance(x, Mat) else Mat(((x,),))


def _mean(*arguments: Any) -> Any:
    flat = _numbers(arguments)
    return matrices.total(flat) / fmpq(len(flat))


def _median(*arguments: Any) -> Any:
    import functools

    flat = sorted(_numbers(arguments), key=functools.cmp_to_key(lambda a, b: sign(primal(a) - primal(b))))
    half = len(flat) // 2
    return flat[half] if len(flat) % 2 else (flat[half - 1] + flat[half]) / fmpq(2)


def _argbest(which: int) -> Callable[..., Any]:
    def apply(*arguments: Any) -> Any:
        flat = _numbers(arguments)
        best = calls.largest(flat, which)
        return fmpq(1 + next(i for i, x in enumerate(flat) if x is best))

    return apply


def _softmax(*arguments: Any) -> Any:
    powers = [calls.unary("exp", x) for x in _numbers(arguments)]
    whole_sum = matrices.total(powers)
    return matrices.vector(x / whole_sum for x in powers)


def _permutations(n: Any, k: Any) -> Any:
    return calls.factorial(n) / calls.factorial(n - k)


def _beta(a: Any, b: Any) -> Any:
    return calls.unary("Gamma", a) * calls.unary("Gamma", b) / calls.unary("Gamma", a + b)


def _largest(which: int) -> Callable[..., Any]:
    return lambda *arguments: calls.largest(_numbers(arguments), which)


def _size(x: Any) -> Any:
    if isinstance(x, Finite):
        return fmpq(len(x.elements))
    raise Unsupported("only a finite set can be counted here")


def _inverse(x: Any) -> Any:
    if isinstance(x, Identity):
        return Identity(1 / x.scale)
    return matrices.inverse(x) if isinstance(x, Mat) else calls.raised(x, fmpq(-1))


def _span(*vectors: Any) -> Span:
    if len(vectors) == 1 and isinstance(vectors[0], Finite):
        vectors = vectors[0].elements
    if not all(isinstance(one, Mat) and 1 in one.shape for one in vectors):
        raise Unsupported("only vectors span a space")
    columns = [one.entries() for one in vectors]
    if len({len(one) for one in columns}) != 1:
        raise Undefined("vectors of one length")
    return Span(Mat(tuple(zip(*columns, strict=True))))


def _kernel(a: Mat) -> Span:
    form, pivots = matrices.reduced(a)
    free = [j for j in range(a.shape[1]) if j not in pivots]
    columns = []
    for j in free:
        column = [fmpq(int(i == j)) for i in range(a.shape[1])]
        for row, pivot in enumerate(pivots):
            column[pivot] = -form.rows[row][j]
        columns.append(column)
    return Span(Mat(tuple(zip(*columns, strict=True))) if columns else Mat(((fmpq(0),),) * a.shape[1]))


def _dimension(x: Any) -> fmpq:
    if not isinstance(x, Span):
        raise Unsupported("only a subspace has a dimension here")
    return fmpq(matrices.rank(x.columns))


def _angle(y: Any, x: Any) -> Any:
    return calls.angle(y, x)


def _normal_like(node: tree.Call, scene: Scene) -> Any:
    raise Unsupported("a distribution has no value")


_BY_NODE: dict[str, Callable[[tree.Call, Scene], Any]] = {
    "norm": _norm_call,
    "log": _log_call,
    "sqrt": _sqrt_call,
    "root": _root_call,
    "factorial": _factorial_call,
    "hessian": _hessian,
    "jacobian": _jacobian,
    "laplacian": _laplacian,
    "divergence": _divergence,
    "indicator": _indicator,
    **dict.fromkeys(["curl", "mode", "powerset"], _normal_like),
    **dict.fromkeys(
        [
            "Normal",
            "Bernoulli",
            "Binomial",
            "Uniform",
            "Poisson",
            "Exponential",
            "Geometric",
            "Categorical",
            "Dirichlet",
        ],
        _normal_like,
    ),
}

_BY_VALUES: dict[str, Callable[..., Any]] = {
    "transpose": _transpose,
    "adjoint": lambda x: _transpose(
        x.map(lambda entry: calls.unary("conj", entry)) if isinstance(x, Mat) else calls.unary("conj", x)
    ),
    "inverse": _inverse,
    "pseudoinverse": _matrix_only(_pseudoinverse),
    "det": lambda x: matrices.determinant(x) if isinstance(x, Mat) else x,
    "trace": lambda x: matrices.trace(x) if isinstance(x, Mat) else x,
    "rank": _matrix_only(lambda a: fmpq(matrices.rank(a))),
    "diag": _diag,
    "span": _span,
    "kernel": _matrix_only(_kernel),
    "column_space": _matrix_only(lambda a: Span(Mat(a.rows))),
    "row_space": _matrix_only(lambda a: Span(matrices.transpose(a))),
    "dim": _dimension,
    "dot": _dot,
    "cross": _cross,
    "outer": _outer,
    "hadamard": _hadamard,
    "kronecker": _kronecker,
    "proj": _proj,
    "max": _largest(1),
    "sup": _largest(1),
    "min": _largest(-1),
    "inf": _largest(-1),
    "argmax": _argbest(1),
    "argmin": _argbest(-1),
    "mean": _mean,
    "median": _median,
    "total": lambda *arguments: matrices.total(_numbers(arguments)),
    "softmax": _softmax,
    "gcd": lambda *values: calls.common(values),
    "lcm": lambda *values: calls.common(values, least=True),
    "mod": calls.modulo,
    "binomial": calls.binomial,
    "permutations": _permutations,
    "arctan2": _angle,
    "Beta": _beta,
    "cardinality": _size,
}

__all__ = ["Random", "call", "opaque", "whole"]
