"""Derivatives in Leibniz's notation, and gradients: d/dx, dy/dx, ∂²f/∂x∂y, ∇f."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from agnesi.maths.reading import atoms, brackets
from agnesi.maths.reading.tokens import Token
from agnesi.maths.tree import Call, Derivative, Gradient, Node, Number

if TYPE_CHECKING:
    from agnesi.maths.reading.grammar import Parser

_PRODUCT, _POWER, _POSTFIX = 30, 40, 45


def begins(p: Parser) -> bool:
    """Whether d, just read, begins a derivative: d/dx, d^2/dx^2, dy/dx, d^2y/dx^2."""
    return _begins_at(p, p.at)


def _begins_at(p: Parser, at: int) -> bool:
    tokens = p.tokens
    at = _after_order(p, at)
    if tokens[at].kind == "name" and tokens[at + 1].kind in ("/", "_", "'"):
        at += 1
        while tokens[at].kind in ("_", "run", "'"):
            at += 1
    if tokens[at].kind != "/":
        return False
    at += 1
    if tokens[at].kind in ("(", "{:"):
        at += 1
    return _is_d(p, at) and at + 1 < len(tokens) and tokens[at + 1].kind in ("name", "marked")


def _after_order(p: Parser, at: int) -> int:
    tokens = p.tokens
    if tokens[at].kind != "^":
        return at
    if tokens[at + 1].kind == "{:":
        return at + 4 if at + 4 < len(tokens) and tokens[at + 3].kind == ":}" else at
    return at + 2


def _is_d(p: Parser, at: int) -> bool:
    token = p.tokens[at]
    return token.kind in ("differential", "partial") or (
        token.kind == "name" and token.text == "d" and not p.scope.declaration("d")
    )


def derivative(p: Parser, token: Token) -> Node:
    """d/dx body, typed on one line; the d is read."""
    partial = token.kind == "partial"
    _order(p)
    body: Node | None = None
    if p.token.kind != "/":
        body = p.nested(_POSTFIX)
    p.at += 1
    opened = p.take("(", "{:")
    variables = _variables(p)
    if opened:
        p.take(")", ":}")
    if body is None:
        body = _body(p)
    return _assembled(p, body, variables, partial, token)


def partial(p: Parser, token: Token) -> Node:
    """∂/∂x f, ∂f/∂x."""
    if not begins(p):
        p.fail("A ∂ belongs to a derivative: ∂f/∂x.", token)
    return derivative(p, token)


def differential(p: Parser, token: Token) -> Node:
    """An upright d: of a derivative, or a dx without its integral, which is one name."""
    if begins(p):
        return derivative(p, token)
    letter = p.take("name")
    if letter is None:
        p.fail("A d belongs to a derivative or an integral: df/dx.", token)
    return atoms.resolved(p, "d" + letter.text, Token("name", "d" + letter.text, token.start, letter.end))


def begins_fraction(p: Parser) -> bool:
    r"""Whether \\frac{...}{...}, its braces next, is a derivative."""
    if p.token.kind != "{:" or not _is_d(p, p.at + 1):
        return False
    depth, at = 0, p.at
    while p.tokens[at].kind != "end":
        depth += (p.tokens[at].kind in ("{:",)) - (p.tokens[at].kind in (":}",))
        at += 1
        if depth == 0:
            break
    return p.tokens[at].kind == "{:" and _is_d(p, at + 1) and p.tokens[at + 2].kind in ("name", "marked")


def fraction(p: Parser, token: Token) -> Node:
    r"""\\frac{d}{dx} body, \\frac{\\partial f}{\\partial x}, \\frac{d^2 y}{dx^2}."""
    opened = p.token
    p.at += 1
    sign = p.token
    p.at += 1
    _order(p)
    body: Node | None = None
    if p.token.kind != ":}":
        body = p.nested(_PRODUCT, "{:")
    brackets.closed(p, opened, ":}")
    opened = p.token
    p.at += 1
    variables = _variables(p)
    brackets.closed(p, opened, ":}")
    if body is None:
        body = _body(p)
    return _assembled(p, body, variables, sign.kind == "partial", token)


def _order(p: Parser) -> Node:
    if p.take("^"):
        return p.nested(_POSTFIX + 1)
    return Number(Fraction(1))


def _variables(p: Parser) -> list[tuple[Node, Node]]:
    """dx, dx^2, ∂x∂y: each letter and how often."""
    found: list[tuple[Node, Node]] = []
    while _is_d(p, p.at) and p.following.kind in ("name", "marked"):
        p.at += 1
        letter: Node = p.nested(_POSTFIX)
        found.append((letter, _order(p)))
    return found


def _body(p: Parser) -> Node:
    """What is differentiated: the square brackets that follow, or the round ones, or the whole term."""
    opened = p.token
    if opened.kind == "[":
        p.at += 1
        body = p.statement("[")
        brackets.closed(p, opened, "]")
        return body
    return p.nested(_POWER if opened.kind == "(" else _PRODUCT)


def _assembled(p: Parser, body: Node, variables: list[tuple[Node, Node]], partial: bool, token: Token) -> Node:
    if not variables:
        p.fail("Say by which letter: d/dx.", token)
    span = p.span(token.start)
    for letter, order in reversed(variables):
        body = Derivative(body, letter, order, partial, span=span)
    return body


def gradient(p: Parser, token: Token) -> Node:
    """∇f, ∇_x f, ∇²f, ∇·F, ∇×F."""
    variable: Node | None = None
    hessian = False
    while sign := p.take("_", "^"):
        if sign.kind == "_":
            variable = _below(p)
        else:
            order = p.nested(_POSTFIX + 1)
            hessian = isinstance(order, Number) and order.value == 2
            if not hessian:
                p.fail("Only ∇ and ∇² are read here.", sign)
    operator = p.take("cdot", "times", "boldcdot", "boldtimes", ".", "*")
    p.take("of")
    body = p.nested(_POWER)
    span = p.span(token.start)
    if operator:
        return Call("curl" if "times" in operator.kind else "divergence", (body,), span=span)
    if hessian:
        return Call("hessian", (body,) if variable is None else (body, variable), span=span)
    return Gradient(body, variable, span=span)


def _below(p: Parser) -> Node:
    token = p.token
    below = atoms.subscript(p)
    if isinstance(below, str):
        return atoms.resolved(p, p.scope.spelled(below) or below, token)
    return below[0]
