"""Trees as polynomials in all their letters, anything else in them (a sine, a root) taken as one more letter."""

from __future__ import annotations

from typing import Any

from flint import fmpq, fmpq_mpoly_ctx

from agnesi.maths import tree
from agnesi.maths.judging.canonical import canonical

_MOST_EXPONENT = 60


def polynomial(node: tree.Node) -> tuple[Any, tuple[str, ...]] | None:
    """The polynomial of `node` with rational coefficients and its letters.

    None where it has a letter below a line or is too large.
    """
    atoms: dict[Any, str] = {}
    _collect(node, atoms)
    names = tuple(atoms.values()) or ("x",)
    ring = fmpq_mpoly_ctx.get(names, "lex")
    generators = dict(zip(names, ring.gens(), strict=True))
    try:
        return _build(node, atoms, generators, ring), names
    except _NotPolynomialError:
        return None


def mentions(node: tree.Node, name: str) -> bool:
    """Whether the letter occurs in `node`."""
    return any(isinstance(one, tree.Symbol) and one.name == name for one in tree.walk(node))


class _NotPolynomialError(Exception):
    pass


def _whole(node: tree.Node) -> int | None:
    if isinstance(node, tree.Number) and node.value.denominator == 1 and node.value <= _MOST_EXPONENT:
        return int(node.value)
    return None


def _collect(node: tree.Node, atoms: dict[Any, str]) -> None:
    if isinstance(node, (tree.Sum, tree.Product, tree.Negative)):
        for one in tree.children(node):
            _collect(one, atoms)
    elif isinstance(node, tree.Quotient) and isinstance(node.bottom, tree.Number):
        _collect(node.top, atoms)
    elif isinstance(node, tree.Power) and _whole(node.exponent) is not None:
        _collect(node.base, atoms)
    elif not isinstance(node, tree.Number):
        key = canonical(node)
        if key not in atoms:
            atoms[key] = node.name if isinstance(node, tree.Symbol) else f"atom{len(atoms)}"


def _build(node: tree.Node, atoms: dict[Any, str], generators: dict[str, Any], ring: Any) -> Any:
    def build(one: tree.Node) -> Any:
        return _build(one, atoms, generators, ring)

    if isinstance(node, tree.Number):
        return ring.constant(fmpq(node.value.numerator, node.value.denominator))
    if isinstance(node, tree.Sum):
        return sum((build(one) for one in node.terms), ring.constant(0))
    if isinstance(node, tree.Negative):
        return -build(node.of)
    if isinstance(node, tree.Product):
        result = ring.constant(1)
        for one in node.factors:
            result = result * build(one)
        return result
    if isinstance(node, tree.Quotient) and isinstance(node.bottom, tree.Number):
        if node.bottom.value == 0:
            raise _NotPolynomialError
        return build(node.top) * ring.constant(fmpq(node.bottom.value.denominator, node.bottom.value.numerator))
    if isinstance(node, tree.Quotient):
        raise _NotPolynomialError
    if isinstance(node, tree.Power) and (n := _whole(node.exponent)) is not None:
        base = build(node.base)
        if len(base.to_dict()) > 1 and base.total_degree() * n > _MOST_EXPONENT:
            raise _NotPolynomialError
        return base**n
    return generators[atoms[canonical(node)]]
