"""How tightly each node binds when written on one line: where brackets are needed, and nowhere else."""

from __future__ import annotations

from agnesi.maths.tree import (
    Call,
    Derivative,
    Fold,
    Gradient,
    Index,
    Integral,
    Limit,
    Lines,
    Logic,
    Negative,
    Node,
    Number,
    PlusMinus,
    Power,
    Product,
    Quantified,
    Quotient,
    Relation,
    SetOperation,
    Sum,
)

STATEMENT, LOGIC, RELATION, SETS, SUM, TERM, OPEN, PRODUCT, FACTOR, POWER, POSTFIX, ATOM = (
    0,
    2,
    12,
    16,
    20,
    21,
    29,
    30,
    31,
    40,
    45,
    50,
)
LOGIC_LEVELS = {"iff": 2, "implies": 4, "or": 6, "and": 8, "not": 9}


def level(node: Node) -> int:
    """The power that an operator beside `node` may have at most; ATOM where nothing can part it."""
    found = _LEVELS.get(type(node))
    if found is not None:
        return found
    if isinstance(node, Logic):
        return LOGIC_LEVELS[node.kind]
    if isinstance(node, Product):
        return OPEN if level(node.factors[-1]) == OPEN else PRODUCT
    if isinstance(node, Number):
        return ATOM if node.digits or node.value.denominator == 1 else PRODUCT
    if isinstance(node, Call):
        return _CALLS.get(node.name, ATOM)
    return ATOM


_LEVELS: dict[type[Node], int] = {
    Lines: -1, Quantified: 1, Relation: RELATION, SetOperation: SETS, Sum: SUM, PlusMinus: SUM, Negative: 25,
    Fold: OPEN, Integral: OPEN, Limit: OPEN, Quotient: PRODUCT, Derivative: 35, Gradient: 35, Power: POWER,
    Index: 46,
}  # fmt: skip
_CALLS = {"factorial": POSTFIX, "transpose": POWER, "adjoint": POWER, "pseudoinverse": POWER}
