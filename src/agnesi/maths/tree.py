"""The one syntax tree: what every text, typed or LaTeX, is read into, and what every judge looks at.

Nodes are immutable and compare by structure; the span of source text a node came from is carried along, so that
feedback can point, but never takes part in a comparison. The tree keeps what was written (a decimal's digits, a
quotient, a minus sign, which brackets), since forms such as "lowest terms" are judged on it; what it means is the
business of `judging`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from fractions import Fraction
from typing import Literal

Span = tuple[int, int]
"""Start and end (exclusive) in the text as typed, in characters."""


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of mathematics."""

    span: Span | None = field(default=None, kw_only=True, compare=False, repr=False)


# --- atoms -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number(Node):
    """An exact number, never negative; `digits` is the text where it says more than the value: `0.50`, `50%`."""

    value: Fraction
    digits: str = ""


@dataclass(frozen=True, slots=True)
class Constant(Node):
    """A name with one meaning everywhere.

    `pi e i infinity true false empty reals integers naturals rationals complexes undefined identity`; the last is
    the identity matrix, a capital I where matrices are declared.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Symbol(Node):
    """A declared or inferred name: `x`, `theta`, `x_1` (a letter with a fixed index is one name), `x'`, `hat(y)`."""

    name: str


@dataclass(frozen=True, slots=True)
class Index(Node):
    """An entry of a declared vector, matrix or sequence: `v_i`, `A_(i,j)`, counted from 1."""

    of: Node
    at: tuple[Node, ...]


# --- arithmetic ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sum(Node):
    """Two terms or more; a subtracted term is a `Negative`."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Negative(Node):
    """The negative, -of."""

    of: Node


@dataclass(frozen=True, slots=True)
class PlusMinus(Node):
    """left ± right, and ±right where `left` is None: both values at once. `minus_first` is ∓."""

    left: Node | None
    right: Node
    minus_first: bool = False


@dataclass(frozen=True, slots=True)
class Product(Node):
    """Two factors or more, in the order written (matrices do not commute)."""

    factors: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Quotient(Node):
    """The fraction, top / bottom."""

    top: Node
    bottom: Node


@dataclass(frozen=True, slots=True)
class Power(Node):
    """base ^ exponent; a matrix inverse is the power -1, a transpose is the call `transpose`."""

    base: Node
    exponent: Node


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A known or declared function of its arguments; a declared one's derivative is `f'`, its inverse `f^-1`.

    Known names are those of `functions.FUNCTIONS` (`sin`, `log` with an optional base as second argument, `sqrt`,
    `root` with its degree second, `abs`, `norm` with an optional order second, `transpose`, `dot`, `cross`,
    `factorial`, `binomial`, `max`, ...).
    """

    name: str
    arguments: tuple[Node, ...]


# --- operators that bind a variable ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fold(Node):
    """A sum, product, union, maximum ... of `body` over `variable` from `low` to `high`, or over the set `over`."""

    kind: Literal["sum", "product", "max", "min", "argmax", "argmin", "sup", "inf", "union", "intersection"]
    body: Node
    variable: Symbol
    low: Node | None = None
    high: Node | None = None
    over: Node | None = None


@dataclass(frozen=True, slots=True)
class Integral(Node):
    """The integral of `body` in `variable`; indefinite where the bounds are None, or over the region `over`."""

    body: Node
    variable: Symbol
    low: Node | None = None
    high: Node | None = None
    over: Node | None = None


@dataclass(frozen=True, slots=True)
class Limit(Node):
    """The limit of `body` as `variable` goes to `to`, from both sides or from the one named."""

    body: Node
    variable: Symbol
    to: Node
    side: Literal["both", "left", "right"] = "both"


@dataclass(frozen=True, slots=True)
class Derivative(Node):
    """d^order body / d variable^order; `partial` keeps the sign written. Several variables are nested."""

    body: Node
    variable: Node
    order: Node
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Gradient(Node):
    """∇ body, in `variable` where it is named."""

    body: Node
    variable: Node | None = None


@dataclass(frozen=True, slots=True)
class Chance(Node):
    """`P(event | given)`, `E[X | Y]`, `Var(X)`, `Cov(X, Y)`, entropies `H(X)`."""

    kind: Literal["P", "E", "Var", "Cov", "Corr", "SD", "H", "KL", "I"]
    arguments: tuple[Node, ...]
    given: tuple[Node, ...] = ()
    under: Node | None = None


# --- statements ------------------------------------------------------------------------------------------------------

Relator = Literal[
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "in",
    "notin",
    "subset",
    "subseteq",
    "approx",
    "~",
    "divides",
    "equiv",
    "perp",
    "propto",
]


@dataclass(frozen=True, slots=True)
class Relation(Node):
    """A chain `a < b <= c`: one relator or more, and one side more; a side left blank (`= 5`) is `Blank`."""

    sides: tuple[Node, ...]
    relators: tuple[Relator, ...]


@dataclass(frozen=True, slots=True)
class Blank(Node):
    """Nothing written: the left of a derivation's line that begins with `=`."""


@dataclass(frozen=True, slots=True)
class Logic(Node):
    """`and`, `or` of two or more; `not` of one; `implies`, `iff` of two."""

    kind: Literal["and", "or", "not", "implies", "iff"]
    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Quantified(Node):
    """For all or there exists `variable` in `over`: `body`."""

    kind: Literal["forall", "exists"]
    variable: Symbol
    over: Node | None
    body: Node


# --- collections -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Vector(Node):
    """Entries in order: a vector, tuple or point. The brackets are kept, since `(1, 2)` may be meant as an interval.

    Without brackets (`""`) it is the sizes m × n of R^(m × n).
    """

    entries: tuple[Node, ...]
    brackets: Literal["()", "[]", "<>", ""] = "()"


@dataclass(frozen=True, slots=True)
class Matrix(Node):
    """Rows of equal length; a column vector written as a matrix has rows of one entry."""

    rows: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Set(Node):
    """A finite set, its elements as listed."""

    elements: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class SetOf(Node):
    """The set { body | condition }."""

    body: Node
    condition: Node


@dataclass(frozen=True, slots=True)
class Interval(Node):
    """From `low` to `high`, each end in or out."""

    low: Node
    high: Node
    low_in: bool
    high_in: bool


@dataclass(frozen=True, slots=True)
class SetOperation(Node):
    """union, intersection, difference, cartesian product of two sets or more; complement of one."""

    kind: Literal["union", "intersection", "difference", "cartesian", "complement"]
    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Cases(Node):
    """A piecewise definition: (value, condition) in order; a condition of None is `otherwise`."""

    pieces: tuple[tuple[Node, Node | None], ...]


@dataclass(frozen=True, slots=True)
class Lines(Node):
    """Several statements below one another or parted by commas: a system, an `aligned` block, `x = 1, y = 2`."""

    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Words that stand for themselves: `none`, `no solution`, `DNE`, an event's name in quotes."""

    words: str


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below `node`, left to right."""
    for name in _field_names(type(node)):
        yield from _nodes_in(getattr(node, name))


def walk(node: Node) -> Iterator[Node]:
    """`node` and all below it, parents first; without recursion, so that depth is no matter."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(list(children(one))))


_FIELD_NAMES: dict[type, tuple[str, ...]] = {}


def _field_names(kind: type[Node]) -> tuple[str, ...]:
    """The names of the parts of a node, kept, since trees are walked all the time."""
    if kind not in _FIELD_NAMES:
        _FIELD_NAMES[kind] = tuple(each.name for each in fields(kind) if each.name != "span")
    return _FIELD_NAMES[kind]


def _nodes_in(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes_in(item)
