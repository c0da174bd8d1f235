"""Factorisations of a matrix, judged by what they must satisfy: any correct pair or triple is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from agnesi.exercise.answer import Judged, Reading
from agnesi.exercise.answers.base import RIGHT, MathsAnswer, wrong
from agnesi.exercise.answers.matrix import taken_matrix
from agnesi.exercise.linear import ExactMatrix
from agnesi.exercise.shown import typed
from agnesi.exercise.values import MismatchError, counted, kind_of, without_letters
from agnesi.maths import tree

Kind = Literal["qr", "lu", "svd", "eigen", "orthogonal-eigen", "cholesky"]
Rule = Callable[[ExactMatrix, Sequence[ExactMatrix]], str]


@dataclass(frozen=True, slots=True, init=False)
class Factorisation(MathsAnswer):
    """A factorisation of `of`, such as `example`, a sequence of matrices.

    | kind | factors | such that |
    |---|---|---|
    | qr | Q, R | A = QR, Q's columns orthonormal, R upper triangular |
    | lu | L, U | A = LU, L lower triangular with ones on its diagonal, U upper triangular |
    | svd | U, S, V | A = U S V^T, U's and V's columns orthonormal, S diagonal, its entries falling and none negative |
    | eigen | P, D | A = P D P^-1, P invertible, D diagonal |
    | orthogonal-eigen | Q, D | A = Q D Q^T, Q's columns orthonormal, D diagonal |
    | cholesky | L | A = L L^T, L lower triangular with a positive diagonal |
    """

    of: ExactMatrix
    kind: Kind
    example: tuple[ExactMatrix, ...]

    def __init__(self, of: Iterable[Iterable[Any]], kind: Kind, example: Iterable[Iterable[Iterable[Any]]]) -> None:
        object.__setattr__(self, "of", ExactMatrix(of))
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "example", tuple(_exact(one) for one in example))

    def take(self, node: tree.Node, symbols: Mapping[str, str]) -> tuple[ExactMatrix, ...]:
        """The factors, in order. Raises MismatchError where their number or a shape is another than the example's."""
        nodes = _factors(node)
        if len(nodes) != len(self.example):
            raise MismatchError(
                f"{counted(len(self.example), 'matrix', 'matrices')} with commas between; this is {kind_of(node)}."
            )
        return tuple(
            taken_matrix(without_letters(one), symbols, like.shape)
            for one, like in zip(nodes, self.example, strict=True)
        )

    def decide(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether the factors have every property; the first that fails is named."""
        failing = _RULES[self.kind](self.of, reading.value)
        return wrong(failing) if failing else RIGHT

    def typed(self) -> str:
        """The example's factors with commas between."""
        return ", ".join(typed(one) for one in self.example)


def _qr(a: ExactMatrix, factors: Sequence[ExactMatrix]) -> str:
    q, r = factors
    return _orthonormal("Q", q) or _triangular("R", r, upper=True) or _gives("QR", q @ r, a)


def _lu(a: ExactMatrix, factors: Sequence[ExactMatrix]) -> str:
    lower, upper = factors
    if any(lower[i, i] != 1 for i in range(len(lower))):
        return "L has ones on its diagonal."
    return _triangular("L", lower, upper=False) or _triangular("U", upper, upper=True) or _gives("LU", lower @ upper, a)


def _svd(a: ExactMatrix, factors: Sequence[ExactMatrix]) -> str:
    u, s, v = factors
    found = _orthonormal("U", u) or _orthonormal("V", v) or _diagonal("The middle matrix", s)
    if found:
        return found
    sizes = [s[i, i] for i in range(min(s.shape))]
    if any(one < 0 for one in sizes):
        return "Singular values are never negative."
    if any(sizes[i] < sizes[i + 1] for i in range(len(sizes) - 1)):
        return "The singular values fall from left to right."
    return _gives("U S V^T", u @ s @ v.T, a)


def _eigen(a: ExactMatrix, factors: Sequence[ExactMatrix]) -> str:
    p, d = factors
    if p.rank() < len(p):
        return "P has no inverse: its columns are dependent."
    return _diagonal("D", d) or ("" if a @ p == p @ d else "AP is not PD: look at one column at a time.")


def _orthogonal_eigen(a: ExactMatrix, factors: Sequence[ExactMatrix]) -> str:
    q, d = factors
    return _orthonormal("Q", q) or _diagonal("D", d) or _gives("Q D Q^T", q @ d @ q.T, a)


def _cholesky(a: ExactMatrix, factors: Sequence[ExactMatrix]) -> str:
    (lower,) = factors
    if any(not lower[i, i] > 0 for i in range(len(lower))):
        return "The diagonal of L is positive."
    return _triangular("L", lower, upper=False) or _gives("L L^T", lower @ lower.T, a)


_RULES: dict[str, Rule] = {
    "qr": _qr,
    "lu": _lu,
    "svd": _svd,
    "eigen": _eigen,
    "orthogonal-eigen": _orthogonal_eigen,
    "cholesky": _cholesky,
}


def _orthonormal(name: str, matrix: ExactMatrix) -> str:
    for i, one in enumerate(matrix.columns):
        if one.dot(one) != 1:
            return f"Column {i + 1} of {name} does not have length 1."
        for j, other in enumerate(matrix.columns[:i]):
            if one.dot(other) != 0:
                return f"Columns {j + 1} and {i + 1} of {name} are not orthogonal."
    return ""


def _triangular(name: str, matrix: ExactMatrix, upper: bool) -> str:
    rows, columns = matrix.shape
    outside = [matrix[i, j] for i in range(rows) for j in range(columns) if (i > j if upper else i < j)]
    return f"{name} is not {'upper' if upper else 'lower'} triangular." if any(one != 0 for one in outside) else ""


def _diagonal(name: str, matrix: ExactMatrix) -> str:
    rows, columns = matrix.shape
    outside = [matrix[i, j] for i in range(rows) for j in range(columns) if i != j]
    return f"{name} is not diagonal." if any(one != 0 for one in outside) else ""


def _gives(product: str, value: ExactMatrix, a: ExactMatrix) -> str:
    return "" if value == a else f"The product {product} is another matrix than the one given."


def _factors(node: tree.Node) -> tuple[tree.Node, ...]:
    match node:
        case tree.Lines(of=nodes):
            pass
        case tree.Vector(entries=nodes) if all(isinstance(one, tree.Matrix | tree.Relation) for one in nodes):
            pass
        case _:
            nodes = (node,)
    return tuple(one.sides[1] if isinstance(one, tree.Relation) and len(one.sides) == 2 else one for one in nodes)


def _exact(rows: Iterable[Iterable[Any]]) -> ExactMatrix:
    """A matrix whose entries may be texts such as `"1/sqrt(2)"`."""
    from agnesi.exercise.answers.base import key_node
    from agnesi.exercise.values import number

    return ExactMatrix([[number(key_node(one, {})) if isinstance(one, str) else one for one in row] for row in rows])
