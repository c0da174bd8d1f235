"""Relations, logic, quantifiers, and whole answers: what stands above the level of a sum."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from agnesi.maths.reading.sorts import as_set, is_set
from agnesi.maths.reading.tokens import Token
from agnesi.maths.tree import Blank, Call, Lines, Logic, Node, Quantified, Relation, SetOperation, Symbol

if TYPE_CHECKING:
    from agnesi.maths.reading.grammar import Parser
    from agnesi.maths.tree import Relator

_IFF, _IMPLIES, _OR, _AND, _RELATION, _UNION, _SUM, _POWER = 2, 4, 6, 8, 12, 16, 20, 40

RELATORS = {
    "=": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "in": "in", "notin": "notin",
    "subset": "subset", "subseteq": "subseteq", "approx": "approx", "~": "~", "divides": "divides",
    "given": "divides", "equiv": "equiv", "perp": "perp", "propto": "propto",
}  # fmt: skip


def document(p: Parser) -> Node:
    """The whole text: one statement, or several parted by commas, semicolons or new lines."""
    while p.take("implies", "iff", "->", ";"):
        pass
    start = p.token.start
    lines = [p.statement()]
    while p.take(",", ";", "newline"):
        if p.token.kind == "end":
            break
        lines.append(p.statement())
    p.take(".")
    token = p.token
    if token.kind != "end":
        _unexpected(p, token)
    return lines[0] if len(lines) == 1 else Lines(tuple(lines), span=p.span(start))


def _unexpected(p: Parser, token: Token) -> None:
    shown = token.text.strip() or token.kind
    if token.kind in (")", "]", "}", ":}", "‖)", "⟩", "⌋", "⌉"):
        shown = "}" if token.kind == ":}" else shown
        p.fail(f"This {shown} closes a bracket that was never opened.", token, p.replaced(token.start, token.end, ""))
    if token.kind == "|)":
        p.fail("A bar with bounds is not read here; write the difference out.", token)
    if token.kind == ":":
        p.fail("A colon is not read here; write / to divide.", token, p.replaced(token.start, token.end, "/"))
    if token.kind == "if":
        p.fail("A condition with if belongs in braces: {x if x > 0, -x otherwise}.", token)
    p.fail(f"I did not expect {shown} here.", token, p.replaced(token.start, token.end, ""))


def statement(p: Parser) -> Node:
    """One statement; a relation sign may begin it."""
    token = p.token
    if token.kind in RELATORS and token.kind not in ("given", "in") and not (token.kind == "<" and _is_angle(p)):
        return p_infix(p, relation(p, Blank(span=(token.start, token.start)), token.start), token.start)
    return p.expression(0)


def p_infix(p: Parser, left: Node, start: int) -> Node:
    """`left` and the logic that follows it."""
    while (rule := INFIX.get(p.token.kind)) and p.continues(p.token) and rule[0] < _RELATION:
        left = rule[1](p, left, start)
    return left


def _is_angle(p: Parser) -> bool:
    return p.following.kind != "end" and any(one.kind == ">" for one in p.tokens[p.at :])


def relation(p: Parser, left: Node, start: int) -> Node:
    """A < b <= c, as one chain."""
    sides, relators = [left], []
    while p.token.kind in RELATORS and p.continues(p.token):
        sign = p.token
        p.at += 1
        if sign.kind == "!=" and p.token.kind == "=":
            p.fail("Two signs stand side by side; keep one.", p.token)
        side = p.expression(_RELATION + 1)
        if sign.kind in ("in", "notin", "subset", "subseteq"):
            side = as_set(p, side)
            if sign.kind in ("subset", "subseteq"):
                sides[-1] = as_set(p, sides[-1])
        sides.append(side)
        relators.append(cast("Relator", RELATORS[sign.kind]))
    if p.token.kind == "(" and p.following.kind == "mod":
        p.at += 2
        modulus = p.nested(_SUM)
        if not p.take(")"):
            p.fail("The bracket after mod is not closed.", p.token)
        sides[-1] = Call("mod", (sides[-1], modulus))
        relators[-1] = "equiv"
    return Relation(tuple(sides), tuple(relators), span=p.span(start))


def either(p: Parser, left: Node, start: int) -> Node:
    """A or b; between sets it is their union."""
    of = _several(p, left, "or", _AND)
    if any(is_set(p, one) for one in of) and all(is_set(p, one, pairs=True) for one in of):
        return SetOperation("union", tuple(as_set(p, one) for one in of), span=p.span(start))
    return Logic("or", of, span=p.span(start))


def both(p: Parser, left: Node, start: int) -> Node:
    """A and b."""
    return Logic("and", _several(p, left, "and", _RELATION), span=p.span(start))


def _several(p: Parser, left: Node, sign: str, tighter: int) -> tuple[Node, ...]:
    of = [left]
    while p.take(sign):
        of.append(p.expression(tighter))
    return tuple(of)


def implies(p: Parser, left: Node, start: int) -> Node:
    """A => b, from right to left."""
    p.at += 1
    return Logic("implies", (left, p.nested(_IMPLIES)), span=p.span(start))


def iff(p: Parser, left: Node, start: int) -> Node:
    """A <=> b."""
    p.at += 1
    return Logic("iff", (left, p.expression(_IFF + 1)), span=p.span(start))


def quantified(p: Parser, token: Token) -> Node:
    """For all x in S: body; exists x: body."""
    over: Node | None = None
    outer, since = len(p.bound), len(p.pending)
    if p.token.kind == "name" and p.following.kind != "(":
        p.bound.append(p.token.text)
    letter = p.nested(_POWER) if p.token.kind == "name" or p.token.kind == "marked" else None
    if not isinstance(letter, Symbol):
        p.fail(f"After {token.text.strip()} comes a letter: {token.kind} x in R: x^2 >= 0.", token)
    p.bound.append(letter.name)
    condition: Node | None = None
    if p.take("in"):
        over = as_set(p, p.nested(_UNION))
    elif p.token.kind in RELATORS and p.token.kind != "given":
        condition = relation(p, letter, token.start)
    separated = p.take(",", ":", "|", "given", ".")
    if condition is not None and (separated is None or p.token.kind == "end"):
        body = condition
    else:
        body = p.statement()
        if condition is not None:
            body = Logic("implies" if token.kind == "forall" else "and", (condition, body), span=p.span(token.start))
    del p.bound[outer:]
    p.forget(letter.name, since)
    return Quantified("forall" if token.kind == "forall" else "exists", letter, over, body, span=p.span(token.start))


INFIX: dict[str, tuple[int, Callable[[Parser, Node, int], Node]]] = {
    **dict.fromkeys(RELATORS, (_RELATION, relation)),
    "or": (_OR, either),
    "and": (_AND, both),
    "implies": (_IMPLIES, implies),
    "->": (_IMPLIES, implies),
    "iff": (_IFF, iff),
}
