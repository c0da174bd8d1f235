"""Which of two statements follows from which: by truth tables, by linear algebra, or by their solutions along lines.

A statement about several letters is looked at along lines: all letters but one are given values, and the two sets
of numbers that remain are compared exactly by `regions`. Systems of equations, whose few solutions no such line
meets, are solved first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeGuard

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.evaluate import evaluate
from agnesi.maths.evaluating.scalars import Imprecise, Undefined, Unsupported
from agnesi.maths.evaluating.scene import Scene
from agnesi.maths.judging import expressions, families, linear, points, regions, systems
from agnesi.maths.judging.canonical import canonical
from agnesi.maths.judging.domain import allowed
from agnesi.maths.judging.normal import conjuncts, pairs, statement
from agnesi.maths.judging.words import at, plain
from agnesi.maths.names import symbols_in
from agnesi.maths.verdict import Verdict

_LINES = 4


@dataclass(frozen=True, slots=True)
class Implication:
    """Whether the second follows from the first (`forward`) and the first from the second (`backward`).

    None is not known.

    `lost` are values that only the first holds for, `gained` those that only the second does, in plain text. `open`
    says why something is not known.
    """

    forward: bool | None
    backward: bool | None
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    witness: tuple[tuple[str, str], ...] = ()
    open: str = ""
    conditional: str = ""


SAME = Implication(True, True)


def relate(first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Implication:
    """How two statements imply one another."""
    first, second = statement(first), statement(second)
    if canonical(first, roles) == canonical(second, roles):
        return SAME
    first, second = families.unfolded(first, second, roles)
    letters = symbols_in(first) | symbols_in(second)
    roles = {name: role for name, role in roles.items() if name in letters}
    reason = "these statements are of a kind that is not judged"
    for judge in (
        _truth_table,
        _same_left_side,
        _constant,
        systems_judge,
        _proportional,
        _linear,
        _along_lines,
        _senseless,
    ):
        try:
            found = judge(first, second, roles, seed)
        except (Unsupported, Imprecise, Undefined) as trouble:
            reason = str(trouble) or reason
            continue
        if found is not None:
            return found
    return Implication(None, None, open=reason)


def _is_bare_logic(node: tree.Node) -> bool:
    if isinstance(node, tree.Logic):
        return all(_is_bare_logic(one) for one in node.of)
    return isinstance(node, tree.Symbol) or (isinstance(node, tree.Constant) and node.name in ("true", "false"))


def _truth_table(
    first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration], seed: str
) -> Implication | None:
    names = sorted(symbols_in(first) | symbols_in(second))
    if not (_is_bare_logic(first) and _is_bare_logic(second)) or not names or len(names) > 10:
        return None
    forward = backward = True
    witness: tuple[tuple[str, str], ...] = ()
    for row in product((True, False), repeat=len(names)):
        values: dict[str, Any] = dict(zip(names, row, strict=True))
        p, q = (regions.statement_holds(one, Scene(dict(values))) for one in (first, second))
        if p != q:
            witness = witness or at(values, set(names))
            forward, backward = forward and (q or not p), backward and (p or not q)
    return Implication(forward, backward, witness=witness)


def _same_left_side(
    first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration], seed: str
) -> Implication | None:
    """`y = f` and `y = g` are one statement just when f and g are one formula."""
    if not (_is_equation(first) and _is_equation(second)):
        return None
    for a in (first.sides, first.sides[::-1]):
        for b in (second.sides, second.sides[::-1]):
            if not _is_name(a[0]) or canonical(a[0], roles) != canonical(b[0], roles):
                continue
            name = a[0].name if isinstance(a[0], tree.Symbol) else None
            if name is not None and (name in symbols_in(a[1]) or name in symbols_in(b[1])):
                continue
            verdict = expressions.judged(a[1], b[1], roles, seed)
            if verdict.outcome == "undecided":
                return None
            good = bool(verdict)
            return Implication(good, good, witness=verdict.witness, conditional=verdict.condition)
    return None


def _is_equation(node: tree.Node) -> TypeGuard[tree.Relation]:
    return isinstance(node, tree.Relation) and node.relators == ("=",)


def _is_name(node: tree.Node) -> bool:
    return isinstance(node, (tree.Symbol, tree.Chance, tree.Derivative, tree.Gradient)) or (
        isinstance(node, tree.Call) and _is_declared_function(node)
    )


def _is_declared_function(node: tree.Call) -> bool:
    from agnesi.maths.functions import FUNCTIONS

    return node.name not in FUNCTIONS


def _constant(first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Implication | None:
    """Statements without numbers to vary: both are simply true or false at every sample point."""
    if linear.unknown_names((first, second), roles):
        return None
    forward = backward = True
    for k in range(6):
        from agnesi.maths.evaluating.scalars import arithmetic_of

        with arithmetic_of(400, settle=True):
            p = regions.statement_holds(first, points.scene(roles, seed, k))
            q = regions.statement_holds(second, points.scene(roles, seed, k))
        forward, backward = forward and (q or not p), backward and (p or not q)
    return Implication(forward, backward)


def systems_judge(
    first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration], seed: str
) -> Implication | None:
    """Systems of several equations, by all their solutions where these are finite in number."""
    several = any(len(_equations(one) or ()) > 1 for one in _alternatives(first) + _alternatives(second))
    names = linear.unknown_names((first, second), roles)
    if not several or len(names) < 2:
        return None
    a, b = _equations(first), _equations(second)
    if a and b:
        try:
            forward, backward = linear.contrast(a, b, names, points.scene(roles, seed, 0))
            return Implication(forward, backward)
        except linear.NotLinearError:
            pass
    found = systems.solutions(first, names, roles, seed), systems.solutions(second, names, roles, seed)
    if found[0] is None or found[1] is None:
        return None
    lost, gained = systems.apart(found[0], found[1])
    return Implication(
        not lost,
        not gained,
        tuple(map(systems.text, lost)),
        tuple(map(systems.text, gained)),
        _first_point(lost or gained, names),
    )


def _first_point(solutions: Sequence[Any], names: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, plain(x)) for name, x in zip(names, solutions[0], strict=True)) if solutions else ()


def _senseless(first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Implication | None:
    """One of two equations multiplies or adds what does not fit together, and the other does not."""
    if not (_is_equation(first) and _is_equation(second)):
        return None
    fits = [_fits(one, roles, seed) for one in (first, second)]
    return Implication(False, False) if fits[0] != fits[1] else None


def _fits(node: tree.Relation, roles: Mapping[str, Declaration], seed: str) -> bool:
    try:
        for side in node.sides:
            evaluate(side, points.scene(roles, seed, 0))
    except Undefined as missing:
        return missing.need != "matching shapes"
    return True


def _alternatives(node: tree.Node) -> list[tree.Node]:
    if isinstance(node, tree.Logic) and node.kind == "or":
        return [one for part in node.of for one in _alternatives(part)]
    return [node]


def _equations(node: tree.Node) -> list[tree.Relation] | None:
    """The equations that `node` joins by and; None where it is anything else."""
    parts = [
        one
        for part in conjuncts(node)
        for one in (conjuncts(pairs(part)) if isinstance(part, tree.Relation) else [part])
    ]
    found = [one for one in parts if isinstance(one, tree.Relation) and one.relators == ("=",)]
    return found if len(found) == len(parts) else None


def _proportional(
    first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration], seed: str
) -> Implication | None:
    """Two equations (inequalities) whose differences are a fixed (positive) multiple of each other."""
    if (
        not (isinstance(first, tree.Relation) and isinstance(second, tree.Relation))
        or len(first.sides) != 2
        or len(second.sides) != 2
    ):
        return None
    a, b = _difference(first), _difference(second)
    relators = first.relators[0], second.relators[0]
    flipped = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
    if relators[1] != relators[0] and flipped.get(relators[1]) != relators[0]:
        return None
    with_vectors = any(role.sort in ("vector", "matrix") for role in roles.values())
    factor = systems.constant_ratio(a, b, roles, seed)
    if factor is None:
        return None
    wanted_sign = 0 if relators[0] in ("=", "!=") else (1 if relators[0] == relators[1] else -1)
    if wanted_sign and (factor > 0) != (wanted_sign > 0):
        return None
    scaled = tree.Product((systems.number(factor), b))
    verdict = expressions.judged(a, scaled, roles, seed)
    if verdict.outcome == "equal" or (with_vectors and verdict):
        return SAME
    return None


def _difference(node: tree.Relation) -> tree.Node:
    return tree.Sum((node.sides[0], tree.Negative(node.sides[1])))


def _linear(first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Implication | None:
    """Equations linear in vectors, matrices or several numbers, the other letters at sample values."""
    a, b = _equations(first), _equations(second)
    names = linear.unknown_names((first, second), roles)
    if not a or not b or not any(roles[name].sort in ("vector", "matrix") for name in names):
        return None
    for unknowns in _choices(names, roles, a, b):
        try:
            flags = [linear.contrast(a, b, unknowns, points.scene(roles, seed, k)) for k in range(3)]
        except linear.NotLinearError:
            continue
        return Implication(all(forward for forward, _ in flags), all(backward for _, backward in flags))
    return None


def _choices(
    names: list[str], roles: Mapping[str, Declaration], *systems_of: Sequence[tree.Relation]
) -> list[list[str]]:
    """Unknowns to try: the letters that stand alone on a left side, then vectors one by one, then the rest."""
    alone = [
        one.sides[0].name for equations in systems_of for one in equations if isinstance(one.sides[0], tree.Symbol)
    ]
    vectors = [name for name in names if roles[name].sort == "vector"]
    order = dict.fromkeys([*(name for name in alone if name in roles), *vectors, *names])
    return [[name] for name in order]


def _along_lines(
    first: tree.Node, second: tree.Node, roles: Mapping[str, Declaration], seed: str
) -> Implication | None:
    if any(role.sort in ("vector", "matrix") for role in roles.values()):
        return None
    names = [
        name
        for name in linear.unknown_names((first, second), roles)
        if roles[name].sort in ("real", "integer", "natural")
    ]
    result = _Gathered()
    solved = _solved_for(first) or _solved_for(second)
    for name in names[:4]:
        lines = 1 if len(roles) == 1 or (solved in names and name != solved) else _LINES
        for k in range(lines):
            scene = points.scene(roles, seed, k)
            whole = roles[name].sort in ("integer", "natural")
            result.add(regions.contrast(first, second, name, scene, whole=whole), name, roles[name], scene, set(roles))
    return result.implication()


def _solved_for(node: tree.Node) -> str:
    """The letter x of `x = f or x = g`, where x stands nowhere else: lines along x then say nearly everything."""
    letters = set()
    for one in _alternatives(node):
        if not (_is_equation(one) and isinstance(one.sides[0], tree.Symbol)) or one.sides[0].name in symbols_in(
            one.sides[1]
        ):
            return ""
        letters.add(one.sides[0].name)
    return letters.pop() if len(letters) == 1 else ""


class _Gathered:
    """What several lines said, put together."""

    def __init__(self) -> None:
        self.lost: list[str] = []
        self.gained: list[str] = []
        self.witness: tuple[tuple[str, str], ...] = ()
        self.met = False

    def add(self, found: regions.Contrast, name: str, role: Declaration, scene: Scene, names: set[str]) -> None:
        first = [x for x in found.only_first if allowed(x, role)]
        second = [x for x in found.only_second if allowed(x, role)]
        self.met = self.met or not (found.first_empty and found.second_empty)
        for x in [*first, *second][:1]:
            self.witness = self.witness or at({**scene.values, name: x}, names)
        self.lost.extend(f"{name} = {plain(x)}" for x in first)
        self.gained.extend(f"{name} = {plain(x)}" for x in second)
        self.met = self.met or (len(names) == 1)

    def implication(self) -> Implication | None:
        if not self.met:
            return None
        return Implication(not self.lost, not self.gained, tuple(self.lost[:3]), tuple(self.gained[:3]), self.witness)


def verdict(found: Implication) -> Verdict:
    """The verdict on an answer (the first) and a key (the second) that relate like this."""
    if found.forward and found.backward:
        return Verdict("equal-where-defined", condition=found.conditional) if found.conditional else Verdict("equal")
    if found.forward is None or found.backward is None:
        return Verdict("undecided", f"This could not be decided: {found.open}.")
    return Verdict("different", _difference_in_words(found), witness=found.witness)


def _difference_in_words(found: Implication) -> str:
    if found.forward:
        return "True wherever yours holds, but yours leaves something out."
    if found.backward:
        extra = f" It also holds for {found.lost[0]}." if found.lost and len(found.lost[0]) < 24 else ""
        return f"Yours allows too much.{extra}"
    return "Yours is another statement: it holds for other values."
