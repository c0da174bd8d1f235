"""The third judge: values at sample points, exact or in balls.

*different* is then a proof, *equal* a match at eight points or more.

Every kind of value goes this way: numbers, vectors, matrices, expectations, truth values, declared functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flint import arb, fmpq

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating import matrices
from agnesi.maths.evaluating.chance import Random
from agnesi.maths.evaluating.duals import Dual, primal
from agnesi.maths.evaluating.evaluate import Finite, Infinite, Span, evaluate
from agnesi.maths.evaluating.matrices import Identity, Mat
from agnesi.maths.evaluating.scalars import TOP, Imprecise, TooLarge, Undefined, Unsupported, arithmetic_of, is_scalar
from agnesi.maths.judging import points
from agnesi.maths.judging.words import at, condition, sentence, told_apart
from agnesi.maths.verdict import Verdict

ENOUGH = 8
_MOST_POINTS = 48
_BITS = (128, 512, TOP)


@dataclass(slots=True)
class Sampled:
    """What the sample points said. `shared` points had two equal values; the others one value, or none."""

    shared: int = 0
    neither: int = 0
    only_answer: list[tuple[dict[str, Any], Any, Undefined]] = field(default_factory=list)
    only_key: list[tuple[dict[str, Any], Any, Undefined]] = field(default_factory=list)
    different: Verdict | None = None
    shape: str = ""
    trouble: str = ""


def sampled(
    a: tree.Node, b: tree.Node, roles: Mapping[str, Declaration], seed: str, *, complex: bool = False
) -> Sampled:
    """The values of answer `a` and key `b` side by side, until they differ or have agreed at enough points."""
    result = Sampled()
    enough = ENOUGH if any(one.sort != "function" for one in roles.values()) or _drawn(a) or _drawn(b) else 1
    most = _MOST_POINTS if enough > 1 else 1
    signs = points.patterns(roles) if enough > 1 else 1
    for k in range(most):
        if (result.shared >= enough and k >= signs) or result.neither >= 24:
            break
        _one_point(a, b, roles, seed, k, complex, result, last=result.shared == enough - 1)
        if result.different is not None or result.shape:
            break
    return result


def _drawn(node: tree.Node) -> bool:
    """Whether something in `node` is drawn at each point though it is no free letter.

    A declared function, a sequence.
    """
    from agnesi.maths.functions import FUNCTIONS

    return any(
        isinstance(one, (tree.Index, tree.Chance)) or (isinstance(one, tree.Call) and one.name not in FUNCTIONS)
        for one in tree.walk(node)
    )


def _one_point(
    a: tree.Node,
    b: tree.Node,
    roles: Mapping[str, Declaration],
    seed: str,
    k: int,
    complex: bool,
    result: Sampled,
    last: bool,
) -> None:
    for bits in _BITS[1:] if last else _BITS:
        with arithmetic_of(bits, complex=complex):
            scene = points.scene(roles, seed, k)
            values = dict(scene.values)
            try:
                left, right = _value(a, scene), _value(b, scene)
                if isinstance(left, Undefined) or isinstance(right, Undefined):
                    _note_missing(left, right, values, result)
                    return
                verdict = compared(left, right)
            except (Imprecise, TooLarge) as trouble:
                result.trouble = str(trouble) or result.trouble or "the values cannot be told apart"
                if isinstance(trouble, TooLarge):
                    return
                continue
            except Unsupported as trouble:
                result.trouble = str(trouble)
                raise
        if verdict == "equal":
            result.shared += 1
        elif verdict == "different":
            simple = _plainest(a, b, roles, seed, complex)
            result.different = _different(values, left, right, roles) if simple is None else simple
        else:
            result.shape = verdict
        return


def _different(values: dict[str, Any], left: Any, right: Any, roles: Mapping[str, Declaration]) -> Verdict:
    witness = at(values, {name for name, role in roles.items() if role.sort not in ("random", "event", "function")})
    mine, theirs = told_apart(left, right)
    return Verdict("different", sentence(witness, mine), witness=witness, answer_value=mine, key_value=theirs)


def _plainest(a: tree.Node, b: tree.Node, roles: Mapping[str, Declaration], seed: str, complex: bool) -> Verdict | None:
    """A difference at small whole numbers, which a person can check.

    None where there is none or the letters are no plain numbers.
    """
    if any(role.sort not in ("real", "integer", "natural") or role.sign == "probability" for role in roles.values()):
        return None
    for numbers in _SMALL:
        fixed = {
            name: fmpq(-n if roles[name].sign == "negative" else n)
            for name, n in zip(sorted(roles), numbers, strict=False)
        }
        if len(fixed) < len(roles) or any(role.sign == "positive" and fixed[name] <= 0 for name, role in roles.items()):
            return None
        with arithmetic_of(256, complex=complex):
            try:
                scene = points.scene(roles, seed, 0, fixed)
                left, right = _value(a, scene), _value(b, scene)
                if (
                    not isinstance(left, Undefined)
                    and not isinstance(right, Undefined)
                    and compared(left, right) == "different"
                ):
                    return _different(fixed, left, right, roles)
            except (Imprecise, Unsupported):
                continue
    return None


_SMALL = ((2, 3, 5, 7, 11), (3, 5, 2, 4, 6), (-2, 3, 5, 2, 7))


def _value(node: tree.Node, scene: Any) -> Any:
    try:
        value = evaluate(node, scene)
        if not finite(value):
            raise TooLarge("a value is too large")
        return value
    except Undefined as missing:
        return missing


def finite(value: Any) -> bool:
    """Whether no ball in `value` is infinitely wide."""
    if isinstance(value, Mat):
        return all(finite(x) for x in value.entries())
    if isinstance(value, (Random, Finite)):
        return all(finite(x) for x in (value.values if isinstance(value, Random) else value.elements))
    if isinstance(value, Dual):
        return finite(value.value)
    return isinstance(value, fmpq) or not is_scalar(value) or bool(value.is_finite())


def _note_missing(left: Any, right: Any, values: dict[str, Any], result: Sampled) -> None:
    if any(isinstance(one, Undefined) and one.need == "an event that can happen" for one in (left, right)):
        return  # conditions are taken to have a positive probability
    if isinstance(left, Undefined) and isinstance(right, Undefined):
        result.neither += 1
    elif isinstance(left, Undefined):
        result.only_key.append((values, right, left))
    else:
        result.only_answer.append((values, left, right))


def compared(left: Any, right: Any) -> str:
    """The word equal or different, or the sentence that says how the kinds or shapes differ.

    Raises Imprecise while the balls are too wide.
    """
    left, right = primal(left), primal(right)
    if is_scalar(left) and is_scalar(right):
        return "equal" if _overlap(left, right) else "different"
    if isinstance(left, (Mat, Identity)) or isinstance(right, (Mat, Identity)):
        return _matrices(left, right)
    if isinstance(left, Random) or isinstance(right, Random):
        pairs = zip(*(_column(one, left if one is right else right) for one in (left, right)), strict=True)
        return "equal" if all(compared(x, y) == "equal" for x, y in pairs) else "different"
    if isinstance(left, Span) and isinstance(right, Span):
        return "equal" if _same_span(left.columns, right.columns) else "different"
    if isinstance(left, Finite) and isinstance(right, Finite):
        return "equal" if _finite(left, right) and _finite(right, left) else "different"
    if isinstance(left, (Infinite, bool)) or isinstance(right, (Infinite, bool)):
        return "equal" if type(left) is type(right) and left == right else "different"
    return f"This is {_kind(left)}; {_kind(right)} is asked for."


def _overlap(left: Any, right: Any) -> bool:
    if isinstance(left, fmpq) and isinstance(right, fmpq):
        return bool(left == right)
    difference = left - right
    if not difference.contains(0):
        if difference.is_finite():
            return False
        raise Imprecise
    size = abs(difference)
    if size < arb(2) ** -40 * (arb(1) + abs(left)):
        return True
    raise Imprecise


def _column(one: Any, other: Any) -> tuple[Any, ...]:
    return one.values if isinstance(one, Random) else (one,) * len(other.values)


def _finite(left: Finite, right: Finite) -> bool:
    return all(any(compared(x, y) == "equal" for y in right.elements) for x in left.elements)


def _same_span(a: Mat, b: Mat) -> bool:
    if a.shape[0] != b.shape[0]:
        return False
    both = Mat(tuple((*p, *q) for p, q in zip(a.rows, b.rows, strict=True)))
    with arithmetic_of(512, settle=True):
        return matrices.rank(a) == matrices.rank(b) == matrices.rank(both)


def _kind(value: Any) -> str:
    if isinstance(value, Mat):
        m, n = value.shape
        return f"a vector with {m} entries" if value.vector else f"a matrix of {m} by {n}"
    if isinstance(value, Identity):
        return "a matrix"
    if isinstance(value, Finite):
        return "a set"
    if isinstance(value, bool):
        return "a statement"
    if isinstance(value, Span):
        return "a subspace"
    if isinstance(value, Random):
        return "a random variable"
    return "a number"


def _matrices(left: Any, right: Any) -> str:
    if isinstance(left, Identity) and isinstance(right, Mat):
        left = left.of_size(right.shape[0])
    if isinstance(right, Identity) and isinstance(left, Mat):
        right = right.of_size(left.shape[0])
    if isinstance(left, Identity) and isinstance(right, Identity):
        return compared(left.scale, right.scale)
    if is_scalar(left) or is_scalar(right):
        number, other = (left, right) if is_scalar(left) else (right, left)
        if isinstance(other, Mat) and other.shape == (1, 1):
            return compared(number, other.rows[0][0])
        if isinstance(number, fmpq) and number == 0 and isinstance(other, Mat) and other.shape != (1, 1):
            return (
                "equal"
                if all(_overlap(x, number) for x in map(primal, other.entries()))
                else f"This is {_kind(left)}; {_kind(right)} is asked for."
            )
    if not (isinstance(left, Mat) and isinstance(right, Mat)):
        return f"This is {_kind(left)}; {_kind(right)} is asked for."
    if left.shape != right.shape:
        if left.vector and right.vector:
            return f"This vector has {_entries(left.shape[0])}; one with {right.shape[0]} is asked for."
        return f"This is {_kind(left)}; {_kind(right)} is asked for."
    pairs = zip(left.entries(), right.entries(), strict=True)
    return "equal" if all(compared(x, y) == "equal" for x, y in pairs) else "different"


def _entries(n: int) -> str:
    return "1 entry" if n == 1 else f"{n} entries"


def missing_text(found: list[tuple[dict[str, Any], Any, Undefined]]) -> str:
    """The condition under which the values that were missing would exist."""
    return condition(found[0][2])
