"""Probabilities, expectations, variances and entropies: P(A | B), E[X^2], Var(X), E_{x~p}[f(x)]."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from agnesi.maths.reading import atoms, brackets
from agnesi.maths.reading.names import CHANCES
from agnesi.maths.reading.tokens import Token
from agnesi.maths.tree import Chance, Node, Symbol

if TYPE_CHECKING:
    from agnesi.maths.reading.grammar import Parser

_POWER = 40
_SIGNS_OF_CHANCE = frozenset(
    ("given", "|", "=", "<", "<=", ">", ">=", "!=", "in", "and", "or", "not", "union", "intersection", "text", "~")
)
Kind = Literal["P", "E", "Var", "Cov", "Corr", "SD", "H", "KL", "I"]


def begins(p: Parser, name: str) -> bool:
    """Whether P, E, Var ..., not declared as a name and just read, begins a chance and not a product."""
    at = p.at
    if p.tokens[at].kind == "_":
        at = _after_index(p, at + 1)
    opened = p.tokens[at].kind
    if opened not in ("(", "[", "{") or (opened == "{" and name not in ("P", "E", "Pr")):
        return False
    if len(name) > 1:
        return True
    if opened == "[":
        return name in ("E", "P", "H")
    return p.scope.declared is not None or _looks_random(p, at) or is_density(p, name)


def is_density(p: Parser, letter: str) -> bool:
    """Without declarations: whether `letter` is a chance throughout, since it is given something once: p(y | x)."""
    known = p.densities.get(letter)
    if known is None:
        places = [at for at, one in enumerate(p.tokens) if one.kind == "name" and one.text == letter]
        known = p.densities[letter] = any(_is_conditional(_bracketed(p, at + 1)) for at in places)
    return known


def _is_conditional(inside: list[Token]) -> bool:
    return any(one.kind == "given" for one in inside) or sum(one.kind == "|" for one in inside) == 1


def _bracketed(p: Parser, at: int) -> list[Token]:
    if at >= len(p.tokens) or p.tokens[at].kind != "(":
        return []
    depth = 0
    for end in range(at, min(at + 40, len(p.tokens))):
        depth += (p.tokens[end].kind == "(") - (p.tokens[end].kind == ")")
        if depth == 0:
            return p.tokens[at:end]
    return []


def _after_index(p: Parser, at: int) -> int:
    if p.tokens[at].kind not in ("(", "{:"):
        return at + 1
    depth = 0
    while p.tokens[at].kind != "end":
        depth += (p.tokens[at].kind in ("(", "{:")) - (p.tokens[at].kind in (")", ":}"))
        at += 1
        if depth == 0:
            break
    return at


def _looks_random(p: Parser, at: int) -> bool:
    """Without declarations: whether a capital letter comes first in the brackets, or a relation or bar is in them."""
    depth = 0
    first = p.tokens[at + 1]
    if first.kind == "name" and len(first.text.rstrip("'")) == 1 and first.text.isupper():
        return True
    for token in p.tokens[at : at + 40]:
        depth += (token.kind in ("(", "[", "{", "{:")) - (token.kind in (")", "]", "}", ":}"))
        if token.kind in _SIGNS_OF_CHANCE:
            return True
        if depth == 0:
            break
    return False


def chance(p: Parser, token: Token) -> Node:
    """A chance of its bracketed arguments, or of the factor that follows a blackboard E."""
    kind = CHANCES.get(token.text, token.text)
    under: Node | None = None
    if p.take("_"):
        under = _under(p, kind)
        if isinstance(under, Symbol) and under.name == "KL":
            kind, under = "KL", None
    opened = p.take("(", "[", "{", "{:")
    if opened is None:
        if not p.begins_operand(p.token):
            p.fail(f"{token.text} needs something to speak of: {token.text}(X).", token)
        return Chance(cast(Kind, kind), (p.nested(_POWER),), (), under, span=p.span(token.start))
    entries = _list(p)
    given: tuple[Node, ...] = ()
    if p.token.kind in ("|", "given", "‖"):
        doubled = p.token.kind == "‖" or brackets.is_pair(p)
        p.at += 1 + (doubled and p.token.kind == "|")
        given = _list(p)
    closing = {"(": (")", "]"), "[": ("]", ")"), "{": ("}",), "{:": (":}",)}[opened.kind]
    brackets.closed(p, opened, *closing)
    if kind == "KL":
        entries, given = (*entries, *given), ()
    return Chance(cast(Kind, kind), entries, given, under, span=p.span(token.start))


def _list(p: Parser) -> tuple[Node, ...]:
    entries = [p.statement("given")]
    while p.take(",", ";"):
        entries.append(p.statement("given"))
    return tuple(entries)


def _under(p: Parser, kind: str) -> Node:
    """What stands below: the distribution or the parameter; its letters need no declaration."""
    token = p.token
    since = len(p.pending)
    if token.kind in ("{:", "("):
        p.at += 1
        if p.token.kind == "run" and p.following.kind == ":}":
            under: Node = Symbol(p.token.text, span=(p.token.start, p.token.end))
            p.at += 1
        else:
            under = p.statement("given")
        brackets.closed(p, token, ":}", ")")
    else:
        below = atoms.subscript(p)
        under = Symbol(below, span=(token.start, token.end)) if isinstance(below, str) else below[0]
    del p.pending[since:]
    return under
