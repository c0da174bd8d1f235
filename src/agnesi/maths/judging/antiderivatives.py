"""Antiderivatives: an answer whose derivative is the key's, with or without a constant."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.judging import expressions
from agnesi.maths.judging.canonical import substitute
from agnesi.maths.judging.derived import derived
from agnesi.maths.judging.kinds import aligned, kind
from agnesi.maths.judging.request import Request
from agnesi.maths.names import symbols_in
from agnesi.maths.verdict import Verdict

_ONE = tree.Number(Fraction(1))


def antiderivative(request: Request) -> Verdict:
    """Equal when the answer is an antiderivative of what the key is one of; any constant, or none."""
    verdict = _same_slope(request)
    if verdict is None or verdict:
        return verdict or Verdict("undecided", "This could not be decided: it is not said in which letter.")
    return Verdict(
        "different",
        _slope_message(request),
        verdict.condition,
        verdict.witness,
        verdict.answer_value,
        verdict.key_value,
    )


def up_to_constant(request: Request) -> Verdict:
    """As `antiderivative`, and exactly one new letter must be added, `+ C`, with factor 1 and nowhere else."""
    verdict = antiderivative(request)
    if not verdict:
        return verdict
    pair = aligned(request.answer, request.key, request.roles)
    answer, key = pair if not isinstance(pair, str) else (request.answer, request.key)
    key_constant = _constant_of(key, request)
    new = symbols_in(answer) - (symbols_in(key) - {key_constant}) - {_variable(request)}
    if not new:
        return Verdict("different", "The constant is missing: add + C.")
    if len(new) > 1:
        return Verdict("different", "One constant is enough: add a single + C.")
    name = new.pop()
    slope = expressions.judged(
        tree.Derivative(answer, tree.Symbol(name), _ONE), _ONE, _known(request, name), request.seed
    )
    if not slope:
        return Verdict("different", f"The constant {name} must be added to the whole, as + {name}.")
    return verdict


def _same_slope(request: Request) -> Verdict | None:
    pair = aligned(request.answer, request.key, request.roles)
    if isinstance(pair, str):
        return Verdict("different", pair)
    answer, key = pair
    if not all(kind(one, request.roles) == "number" for one in pair):
        return Verdict("different", "A formula is asked for here.")
    name = _variable(request)
    if not name:
        return None
    known: Mapping[str, Declaration] = _known(request, name)
    return expressions.judged(_smooth(derived(answer, name)), _smooth(derived(key, name)), known, request.seed)


def _smooth(node: tree.Node) -> tree.Node:
    """ln|x| and ln x have one slope: at a negative x the logarithm of |x| is meant by both."""
    if not isinstance(node, tree.Derivative):
        return node
    return tree.Derivative(_with_sizes(node.body), node.variable, node.order)


def _with_sizes(node: tree.Node) -> tree.Node:
    def visit(one: object) -> object:
        if isinstance(one, tuple):
            return tuple(visit(item) for item in one)
        if not isinstance(one, tree.Node):
            return one
        values = {name: visit(getattr(one, name)) for name in one.__dataclass_fields__ if name != "span"}
        made = type(one)(**values, span=one.span)
        if (
            isinstance(made, tree.Call)
            and made.name in ("ln", "log")
            and not isinstance(made.arguments[0], tree.Constant)
        ):
            return tree.Call(made.name, (tree.Call("abs", (made.arguments[0],)), *made.arguments[1:]))
        return made

    result = visit(node)
    assert isinstance(result, tree.Node)
    return result


def _variable(request: Request) -> str:
    """The letter of integration: the one named, else the one the key speaks of, x before others, a constant last."""
    if named := request.options.get("variable"):
        return str(named)
    names = symbols_in(request.key) or symbols_in(request.answer)
    usual = [name for name in ("x", "t", "u", "s", "y", "z", "theta", "w", "v", "r") if name in names]
    left = sorted(name for name in names if name not in ("C", "c", "K", "k"))
    return (usual or left or sorted(names) or [""])[0]


def _constant_of(key: tree.Node, request: Request) -> str:
    """The letter that is the key's own `+ C`, if it has one."""
    variable = _variable(request)
    for name in sorted(symbols_in(key) - {variable}):
        if name in ("C", "c", "K", "k") or name.startswith(("C_", "c_")):
            difference = tree.Sum((key, tree.Negative(_without(key, name))))
            if expressions.judged(difference, tree.Symbol(name), _known(request, name), request.seed):
                return name
    return ""


def _without(key: tree.Node, name: str) -> tree.Node:
    """The key with that letter put to zero."""
    result: tree.Node = substitute(key, lambda each: tree.Number(Fraction(0)) if each == name else None)
    return result


def _known(request: Request, name: str) -> dict[str, Declaration]:
    return {**request.roles, name: request.roles.get(name, Declaration("real"))}


def _slope_message(request: Request) -> str:
    return "The derivative of yours is not the function to be integrated."
