"""Judges of properties: an answer is right when it is *an* eigenvector, *a* basis of that subspace.

*a* factorisation, a density ...

Each takes trees, or plain numbers and nested sequences of them, and returns a verdict; entries may be irrational.
None raises.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import wraps
from itertools import pairwise, permutations
from typing import Any, ParamSpec

from flint import fmpq

from agnesi.maths import tree
from agnesi.maths.evaluating import matrices
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.matrices import Mat
from agnesi.maths.evaluating.scalars import (
    Imprecise,
    Undefined,
    Unsupported,
    arithmetic,
    arithmetic_of,
    is_scalar,
    is_zero,
    sign,
)
from agnesi.maths.evaluating.scene import Scene
from agnesi.maths.judging import regions
from agnesi.maths.judging.normal import statement
from agnesi.maths.verdict import EQUAL, Verdict

Value = Any
"""A tree without letters, a number, or nested sequences of numbers."""

_BITS = 600
_WORK = 200_000
_MOST_PERMUTED = 7
_P = ParamSpec("_P")


def _judge(property_of: Callable[_P, str]) -> Callable[_P, Verdict]:
    """Turns a sentence of what is missing ("" when nothing is) into a verdict.

    And what cannot be computed into undecided.
    """

    @wraps(property_of)
    def judged(*arguments: _P.args, **options: _P.kwargs) -> Verdict:
        with arithmetic_of(_BITS, complex=False, settle=True):
            arithmetic.work = _WORK
            try:
                missing = property_of(*arguments, **options)
            except Undefined as trouble:
                return Verdict(
                    "different",
                    f"The sizes do not fit, or a value does not exist: {trouble.need or 'not defined'} is needed.",
                )
            except (Imprecise, Unsupported, RecursionError) as trouble:
                return Verdict("undecided", f"This could not be decided: {str(trouble) or 'the values are too close'}.")
        return Verdict("different", missing) if missing else EQUAL

    return judged


@_judge
def same_subspace(answer: Value, key: Value) -> str:
    """Whether two lists of vectors span the same subspace."""
    a, b = _columns(answer), _columns(key)
    if a.shape[0] != b.shape[0]:
        return f"These vectors have {a.shape[0]} entries; {b.shape[0]} are asked for."
    return _span_fault(a, b)


@_judge
def basis_of(answer: Value, key: Value) -> str:
    """Whether the vectors of the answer are a basis of the subspace that those of the key span."""
    a, b = _columns(answer), _columns(key)
    if a.shape[0] != b.shape[0]:
        return f"These vectors have {a.shape[0]} entries; {b.shape[0]} are asked for."
    fault = _span_fault(a, b)
    if fault:
        return fault
    return "They span it, but one is a combination of the others." if matrices.rank(a) < a.shape[1] else ""


@_judge
def orthonormal(vectors: Value) -> str:
    """Whether the vectors are orthonormal."""
    a = _columns(vectors)
    return _orthonormal_fault(a, "The vectors")


@_judge
def eigenvector_of(answer: Value, matrix: Value, eigenvalue: Value | None = None) -> str:
    """Whether the answer is an eigenvector, of the eigenvalue where one is given."""
    v, a = _vector(answer), _matrix(matrix)
    if all(is_zero(x) for x in v.entries()):
        return "The zero vector is never an eigenvector."
    image = matrices.matmul(a, v)
    if eigenvalue is None:
        return "" if _parallel(image, v) else "The matrix changes the direction of this vector."
    scaled = v * _number(eigenvalue)
    return "" if _same(image, scaled) else "The matrix does not multiply this vector by that eigenvalue."


@_judge
def up_to_scale(answer: Value, key: Value, *, positive: bool = False) -> str:
    """Whether one vector is a multiple, not by zero, of the other; by a positive number when `positive`."""
    a, b = _vector(answer), _vector(key)
    if a.shape != b.shape:
        return f"This vector has {a.shape[0]} entries; {b.shape[0]} are asked for."
    if any(all(is_zero(x) for x in one.entries()) for one in (a, b)):
        return "" if _same(a, b) else "The zero vector has no direction."
    if not _parallel(a, b):
        return "This points in another direction."
    if positive and sign(matrices.dot(a, b)) < 0:
        return "This points in the opposite direction."
    return ""


@_judge
def up_to_sign(answer: Value, key: Value) -> str:
    """Whether one is the other or its negative."""
    a, b = _any(answer), _any(key)
    return "" if _same(a, b) or _same(a, -b) else "Neither this nor its negative is asked for."


@_judge
def up_to_order(answer: Value, key: Value) -> str:
    """Whether the entries are the same in some order."""
    a, left = _vector(answer).entries(), _vector(key).entries()
    if len(a) != len(left):
        return f"Yours has {len(a)} entries; {len(left)} are asked for."
    for x in a:
        match = next((i for i, y in enumerate(left) if is_zero(x - y)), None)
        if match is None:
            return "These are not the entries asked for, in any order."
        del left[match]
    return ""


@_judge
def up_to_column_order(answer: Value, key: Value) -> str:
    """Whether the columns of two matrices are the same in some order."""
    a, b = _matrix(answer), _matrix(key)
    if a.shape != b.shape:
        return "This matrix has another shape."
    columns, theirs = matrices.transpose(a).rows, matrices.transpose(b).rows
    if len(columns) > _MOST_PERMUTED:
        raise Unsupported(f"more than {_MOST_PERMUTED} columns to permute")
    for order in permutations(columns):
        if all(is_zero(x - y) for p, q in zip(order, theirs, strict=True) for x, y in zip(p, q, strict=True)):
            return ""
    return "No order of these columns gives the matrix asked for."


@_judge
def qr_of(matrix: Value, q: Value, r: Value) -> str:
    """Whether q r is the matrix, the columns of q are orthonormal, and r is upper triangular."""
    a, left, right = _matrix(matrix), _matrix(q), _matrix(r)
    if fault := _orthonormal_fault(left, "The columns of Q"):
        return fault
    if fault := _triangular_fault(right, "R", lower=False):
        return fault
    return _product_fault(a, "Q R", left, right)


@_judge
def lu_of(matrix: Value, lower: Value, upper: Value, permutation: Value | None = None) -> str:
    """Whether lower · upper is the matrix, or permutation · matrix where one is given.

    The diagonal of `lower` must be ones.
    """
    a, left, right = _matrix(matrix), _matrix(lower), _matrix(upper)
    if permutation is not None:
        a = matrices.matmul(_matrix(permutation), a)
    if fault := _triangular_fault(left, "L", lower=True) or _triangular_fault(right, "U", lower=False):
        return fault
    if not all(is_zero(left.rows[i][i] - 1) for i in range(left.shape[0])):
        return "The diagonal of L must be ones."
    return _product_fault(a, "L U", left, right)


@_judge
def cholesky_of(matrix: Value, lower: Value) -> str:
    """Whether lower · lowerᵀ is the matrix, with a positive diagonal."""
    a, left = _matrix(matrix), _matrix(lower)
    if fault := _triangular_fault(left, "L", lower=True):
        return fault
    if any(sign(left.rows[i][i]) <= 0 for i in range(left.shape[0])):
        return "The diagonal of L must be positive."
    return _product_fault(a, "L times its transpose", left, matrices.transpose(left))


@_judge
def eigendecomposition_of(matrix: Value, p: Value, d: Value, *, orthogonal: bool = False) -> str:
    """Whether p d p⁻¹ is the matrix, d is diagonal and p invertible; with `orthogonal` also pᵀ p = I."""
    a, left, middle = _matrix(matrix), _matrix(p), _matrix(d)
    if fault := _diagonal_fault(middle, "D"):
        return fault
    if is_zero(matrices.determinant(left)):
        return "P must be invertible: its columns depend on one another."
    if orthogonal and (fault := _orthonormal_fault(left, "The columns of P")):
        return fault
    return (
        ""
        if _same(matrices.matmul(a, left), matrices.matmul(left, middle))
        else "P D times the inverse of P is not the matrix."
    )


@_judge
def svd_of(matrix: Value, u: Value, s: Value, v: Value) -> str:
    """Whether u s vᵀ is the matrix, u and v have orthonormal columns, and s is diagonal.

    Its entries not negative and falling.
    """
    a, left, middle, right = _matrix(matrix), _matrix(u), _matrix(s), _matrix(v)
    if (
        fault := _orthonormal_fault(left, "The columns of U")
        or _orthonormal_fault(right, "The columns of V")
        or _diagonal_fault(middle, "S")
    ):
        return fault
    values = [middle.rows[i][i] for i in range(min(middle.shape))]
    if any(sign(x) < 0 for x in values):
        return "Singular values are never negative."
    if any(sign(x - y) < 0 for x, y in pairwise(values)):
        return "Write the singular values in falling order."
    return _product_fault(a, "U S times the transpose of V", matrices.matmul(left, middle), matrices.transpose(right))


@_judge
def solves(system: tree.Node, values: Mapping[str, Value]) -> str:
    """Whether these values of the letters make every statement of the system true."""
    scene = Scene({name: _any(value) for name, value in values.items()})
    for i, one in enumerate(_statements(system), 1):
        if not regions.statement_holds(statement(one), scene):
            return f"Put in, these values do not satisfy statement {i}."
    return ""


@_judge
def probabilities(values: Value) -> str:
    """Whether the numbers are a probability distribution: none negative, together 1."""
    entries = _vector(values).entries()
    if any(sign(x) < 0 for x in entries):
        return "A probability is never negative."
    return "" if is_zero(matrices.total(entries) - 1) else "The probabilities must add up to 1."


@_judge
def density(formula: tree.Node, variable: str, low: tree.Node, high: tree.Node) -> str:
    """Whether the formula is a density from low to high: nowhere negative, with integral 1."""
    letter = tree.Symbol(variable)
    area = evaluate(tree.Integral(formula, letter, low, high), Scene({}))
    inside = tree.Logic(
        "and",
        (tree.Relation((low, letter, high), ("<", "<")), tree.Relation((formula, tree.Number(Fraction(0))), ("<",))),
    )
    if not regions.contrast(inside, tree.Constant("false"), variable, Scene({})).first_empty:
        return "A density is never negative."
    return "" if is_zero(area - 1) or _close(area, 1) else "The area under a density is 1."


@_judge
def same_function(answer: tree.Node, key: tree.Node, variable: str, low: Value, high: Value) -> str:
    """Whether two formulas agree from low to high, tried at many exact points there."""
    a, b = _number(low), _number(high)
    for k in range(25):
        x = a + (b - a) * fmpq(2 * k + 1, 50)
        if not is_zero(evaluate(answer, Scene({variable: x})) - evaluate(key, Scene({variable: x}))):
            return "The two differ there."
    return ""


def _close(x: Any, y: Any) -> bool:
    """Whether a value found by a rule of integration is as near as such a rule can tell."""
    return bool(abs(x - y) < fmpq(1, 10**20))


def _statements(node: tree.Node) -> Sequence[tree.Node]:
    return node.of if isinstance(node, tree.Lines) else (node,)


def _span_fault(a: Mat, b: Mat) -> str:
    both = Mat(tuple((*p, *q) for p, q in zip(a.rows, b.rows, strict=True)))
    joint = matrices.rank(both)
    if matrices.rank(a) < joint:
        return (
            "They do not reach everything that is asked for."
            if matrices.rank(b) == joint
            else "They span another subspace."
        )
    return "They reach too much: one of them lies outside." if matrices.rank(b) < joint else ""


def _parallel(a: Mat, b: Mat) -> bool:
    x, y = a.entries(), b.entries()
    return all(is_zero(x[i] * y[j] - x[j] * y[i]) for i in range(len(x)) for j in range(i))


def _orthonormal_fault(a: Mat, what: str) -> str:
    columns = matrices.transpose(a).rows
    for i, p in enumerate(columns):
        for j, q in enumerate(columns[: i + 1]):
            product = matrices.total(x * y for x, y in zip(p, q, strict=True))
            if i == j and not is_zero(product - 1):
                return f"{what} must have length 1."
            if i != j and not is_zero(product):
                return f"{what} must be orthogonal to one another."
    return ""


def _triangular_fault(a: Mat, name: str, lower: bool) -> str:
    for i, row in enumerate(a.rows):
        for j, x in enumerate(row):
            if (j > i if lower else j < i) and not is_zero(x):
                return f"{name} must be zero {'above' if lower else 'below'} the diagonal."
    return ""


def _diagonal_fault(a: Mat, name: str) -> str:
    outside = (x for i, row in enumerate(a.rows) for j, x in enumerate(row) if i != j)
    return "" if all(is_zero(x) for x in outside) else f"{name} must be zero outside the diagonal."


def _product_fault(a: Mat, name: str, left: Mat, right: Mat) -> str:
    return "" if _same(matrices.matmul(left, right), a) else f"{name} is not the matrix."


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, Mat) and isinstance(b, Mat):
        return a.shape == b.shape and all(is_zero(x - y) for x, y in zip(a.entries(), b.entries(), strict=True))
    return is_scalar(a) and is_scalar(b) and is_zero(a - b)


def _any(value: Value) -> Any:
    """A tree evaluated; numbers and sequences as scalars, vectors, matrices."""
    if isinstance(value, tree.Node):
        if isinstance(value, tree.Relation) and value.relators == ("=",):
            value = value.sides[-1]
        return evaluate(value, Scene({}))
    if isinstance(value, (int, Fraction)):
        return fmpq(Fraction(value).numerator, Fraction(value).denominator)
    if isinstance(value, Mat) or is_scalar(value):
        return value
    if isinstance(value, Sequence) and value and isinstance(value[0], Sequence):
        return Mat(tuple(tuple(_any(x) for x in row) for row in value))
    if isinstance(value, Sequence):
        return matrices.vector(_any(x) for x in value)
    raise Unsupported("this is not a number, a vector or a matrix")


def _number(value: Value) -> Any:
    found = _any(value)
    if not is_scalar(found):
        raise Unsupported("a number is asked for")
    return found


def _vector(value: Value) -> Mat:
    found = _any(value)
    if is_scalar(found):
        return matrices.vector([found])
    if not isinstance(found, Mat) or 1 not in found.shape:
        raise Unsupported("a vector is asked for")
    return matrices.vector(found.entries())


def _matrix(value: Value) -> Mat:
    found = _any(value)
    if not isinstance(found, Mat):
        raise Unsupported("a matrix is asked for")
    return Mat(found.rows)


def _columns(value: Value) -> Mat:
    """A set, list or tuple of vectors as the columns of a matrix.

    A matrix is its columns, a single vector one column.
    """
    if isinstance(value, tree.Node):
        items = _items(value)
        if items is None:
            found = _any(value)
            return Mat(found.rows) if isinstance(found, Mat) else _columns([found])
    else:
        items = list(value) if value and not isinstance(value[0], (int, Fraction)) else [value]
    columns = [_vector(one).entries() for one in items]
    if len({len(one) for one in columns}) != 1:
        raise Undefined("vectors of one length")
    return Mat(tuple(zip(*columns, strict=True)))


def _items(node: tree.Node) -> list[tree.Node] | None:
    if isinstance(node, tree.Call) and node.name == "span":
        return list(node.arguments)
    if isinstance(node, tree.Set):
        return list(node.elements)
    if isinstance(node, tree.Lines):
        return list(node.of)
    if isinstance(node, tree.Vector) and all(isinstance(one, (tree.Vector, tree.Matrix)) for one in node.entries):
        return list(node.entries)
    return None
