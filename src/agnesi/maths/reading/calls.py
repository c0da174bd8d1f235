"""Functions and their arguments: with brackets and without, `sin^2 x`, `sin^-1 x`, `log_2 x`, roots."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from agnesi.maths.functions import FUNCTIONS, SHORTHANDS
from agnesi.maths.reading import atoms, binders, brackets
from agnesi.maths.reading.tokens import Token
from agnesi.maths.tree import Call, Negative, Node, Number, Power, Product, Quotient, Set, Symbol, Vector

if TYPE_CHECKING:
    from agnesi.maths.reading.grammar import Parser

_PRODUCT, _POWER, _POSTFIX = 30, 40, 45
_FOLDS = ("max", "min", "argmax", "argmin", "sup", "inf")
_INVERSES = {
    name: "arc" + name for name in ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh")
}  # fmt: skip
_INFERRED_FUNCTIONS = frozenset("fg")
_DENSITIES = frozenset("pqhP")


def begins(p: Parser, name: str) -> bool:
    """Whether the name just read is called here: a declared function (or f or g, where none is), before a bracket."""
    kind = p.token.kind
    if kind not in ("(", "^"):
        return False
    scope = p.scope
    base = name.rstrip("'")
    known = (
        scope.is_function(base) or scope.is_function(base.partition("_")[0]) or (scope.inferring and base in p.upright)
    )
    if not known and not (scope.declared is None and base.partition("_")[0] in _INFERRED_FUNCTIONS):
        return False
    return kind == "(" or (known and _is_inverse(p) is not None)


def declared(p: Parser, name: str, token: Token) -> Node:
    """f(x), f'(x), f^-1(x): the function `name` of its arguments."""
    if p.token.kind == "^":
        p.at += _is_inverse(p) or 0
        name += "^-1"
    entries = arguments(p)
    if not entries:
        p.fail(f"{name} needs something between its brackets.", token)
    return Call(name, entries, span=p.span(token.start))


def _is_inverse(p: Parser) -> int | None:
    """How many tokens `^-1`, `^{-1}` or `^(-1)` before a bracket takes; None when something else is raised."""
    kinds = [one.kind for one in p.tokens[p.at : p.at + 6]]
    texts = [one.text for one in p.tokens[p.at : p.at + 6]]
    if kinds[1:4] == ["-", "number", "("] and texts[2] == "1":
        return 3
    if kinds[1:6] in (["{:", "-", "number", ":}", "("], ["(", "-", "number", ")", "("]) and texts[3] == "1":
        return 5
    return None


def arguments(p: Parser) -> tuple[Node, ...]:
    """What stands between ( and ), parted by commas; the ( is the next token."""
    opened = p.token
    p.at += 1
    close = {"(": ")", "[": "]"}[opened.kind]
    entries: list[Node] = []
    if not p.take(close):
        entries.append(p.statement(opened.kind))
        while p.take(",", ";"):
            entries.append(p.statement(opened.kind))
        brackets.closed(p, opened, close)
    return tuple(entries)


def composed(p: Parser, functions: Call) -> Node:
    """(f ∘ g)(x), which is f(g(x))."""
    entries = arguments(p)
    span = p.span((functions.span or (0, 0))[0])
    for one in reversed(functions.arguments):
        name = one.name if isinstance(one, Symbol) else ""
        if not name:
            p.fail("Only functions can be composed: (f ∘ g)(x).", p.tokens[p.at - 1])
        entries = (Call(name, entries, span=span),)
    return entries[0]


def called(p: Parser, name: str, token: Token) -> Node:
    """The known function `name` of the bracketed arguments that follow."""
    return _checked(p, name, arguments(p), token)


def known(p: Parser, token: Token) -> Node:
    """A known function: sin x, sin(x), sin^2 x, log_2 x, max(a, b), max_x f(x)."""
    name = token.text
    exponent: Node | None = None
    base: Node | None = None
    while True:
        kind = p.token.kind
        if kind == "^" and exponent is None:
            p.at += 1
            exponent = p.nested(_POWER)
        elif kind == "_" and base is None:
            if name in _FOLDS:
                return binders.extremum(p, token)
            p.at += 1
            base = _base(p)
        elif kind == "'":
            p.fail(f"Write the derivative of {name} out, or as d/dx {name}(x).", p.token)
        else:
            break
    entries = _operands(p, token)
    if name in SHORTHANDS:
        name, second = SHORTHANDS[name]
        entries = (*entries, Number(Fraction(second)))
    elif base is not None:
        entries = (*entries, base)
    if exponent is not None and _is_minus_one(exponent) and name in _INVERSES:
        name, exponent = _INVERSES[name], None
        p.note(
            f"{token.text}^-1 was read as {name}, the inverse function; for one over {token.text} write 1/{token.text}."
        )
    call = _checked(p, name, entries, token)
    return call if exponent is None else Power(call, exponent, span=p.span(token.start))


def _is_minus_one(node: Node) -> bool:
    return isinstance(node, Negative) and isinstance(node.of, Number) and node.of.value == 1


def _base(p: Parser) -> Node:
    """The base below log, or what proj and det are taken on."""
    token = p.token
    below = atoms.subscript(p)
    if not isinstance(below, str):
        return below[0] if len(below) == 1 else Vector(below, span=p.span(token.start))
    if below.isdigit() and below.isascii():
        return Number(Fraction(int(below)), span=(token.start, token.end))
    return atoms.resolved(p, below, token)


def _checked(p: Parser, name: str, entries: tuple[Node, ...], token: Token) -> Node:
    fewest, most = FUNCTIONS[name].arity
    if name in ("log", "norm", "softmax") and len(entries) == 2 and most is not None and most < 2:
        most = 2
    if len(entries) < fewest or (most is not None and len(entries) > most):
        wanted = str(fewest) if fewest == most else f"{fewest} or more" if most is None else f"{fewest} to {most}"
        p.fail(f"{token.text} takes {wanted} argument{'s' * (wanted != '1')}; here it has {len(entries)}.", token)
    return Call(name, entries, span=p.span(token.start))


def _operands(p: Parser, token: Token) -> tuple[Node, ...]:
    kind = p.token.kind
    if kind == "(":
        return arguments(p)
    if kind in ("end", ")", "]", "}", ":}", ",", "=", "*", "/", "+", "^"):
        p.fail(f"{token.text} needs something to work on: write {token.text}(x).", token)
    if kind == "of":
        p.at += 1
    bare = _bare(p)
    if isinstance(bare, Set) and token.text in ("max", "min", "gcd", "lcm", "sup", "inf"):
        return bare.elements
    if isinstance(bare, Vector) and bare.brackets == "[]" and len(bare.entries) == 1:
        bare = bare.entries[0]
    return (bare,)


def _bare(p: Parser) -> Node:
    """The argument without brackets: `2 pi x` of `sin 2 pi x`; it ends before a sign, a bracket or another function."""
    start = p.token.start
    first = p.token.kind
    factors = [p.nested(_POWER)]
    if first in ("number", "name", "constant", "-"):
        while p.begins_operand(p.token) and (
            p.token.kind in ("number", "name", "constant") or (_only_numbers(factors) and p.token.kind == "frac")
        ):
            if p.token.kind == "number" and p.tokens[p.at - 1].kind == "number":
                break
            if p.token.kind == "name" and p.token.text == "U" and p.following.kind in ("(", "["):
                break
            factors.append(p.nested(_POWER))
        if (
            p.scope.declared is None
            and p.token.kind == "("
            and not p.token.spaced
            and p.tokens[p.at - 1].text in _DENSITIES
        ):
            factors.append(p.nested(_POWER))
    bare: Node = factors[0] if len(factors) == 1 else Product(tuple(factors), span=p.span(start))
    if (
        p.token.kind == "/"
        and p.following.kind == "number"
        and not p.token.spaced
        and not p.following.spaced
        and _has_pi(factors)
    ):
        p.at += 1
        bare = Quotient(bare, p.nested(_POWER), span=p.span(start))
        written = p.text[slice(*p.span(start))]
        p.note(f"{written} was read as one argument; use brackets to say otherwise.")
    if first == "-" and isinstance(factors[0], Negative) and len(factors) > 1:
        return Negative(Product((factors[0].of, *factors[1:]), span=p.span(start)), span=p.span(start))
    return bare


def _only_numbers(factors: list[Node]) -> bool:
    return all(isinstance(one, Number) for one in factors)


def _has_pi(factors: list[Node]) -> bool:
    return any(getattr(one, "name", "") == "pi" for one in factors)


def modulo(p: Parser, token: Token) -> Node:
    """mod(a, b), written as a function."""
    if p.token.kind != "(":
        p.fail("mod stands between two numbers: 7 mod 3.", token)
    return called(p, "mod", token)


def radical(p: Parser, token: Token) -> Node:
    """√x and ∛x: of the next factor alone."""
    of = p.nested(_POSTFIX)
    span = p.span(token.start)
    return (
        Call("sqrt", (of,), span=span)
        if token.text == "2"
        else Call("root", (of, Number(Fraction(int(token.text)))), span=span)
    )


def latex_root(p: Parser, token: Token) -> Node:
    r"""\\sqrt{x} and \\sqrt[3]{x}."""
    degree: Node | None = None
    if (opened := p.token).kind == "[":
        p.at += 1
        degree = p.statement("[")
        brackets.closed(p, opened, "]")
    of = brackets.braced(p, token)
    span = p.span(token.start)
    if degree is None:
        return Call("sqrt", (of,), span=span)
    return Call("root", (of, degree), span=span)


def latex_binomial(p: Parser, token: Token) -> Node:
    r"""\\binom{n}{k}."""
    return Call("binomial", (brackets.braced(p, token), brackets.braced(p, token)), span=p.span(token.start))
