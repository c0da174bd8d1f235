"""What binds a variable: sums, products, unions, extrema, integrals and limits."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, cast

from agnesi.maths.reading import atoms, brackets, calls
from agnesi.maths.reading.sorts import as_set
from agnesi.maths.reading.tokens import Token
from agnesi.maths.tree import Fold, Index, Integral, Limit, Node, Number, Quotient, Relation, Symbol, Vector, walk

if TYPE_CHECKING:
    from agnesi.maths.reading.grammar import Parser

_UNION, _SUM, _PRODUCT, _POSTFIX = 16, 20, 30, 45
_KINDS = {"sum": "sum", "prod": "product", "bigcup": "union", "bigcap": "intersection"}
FoldKind = Literal["sum", "product", "max", "min", "argmax", "argmin", "sup", "inf", "union", "intersection"]


def fold(p: Parser, token: Token) -> Node:
    """A sum, product, union or intersection over its variable."""
    kind = _KINDS[token.kind]
    if p.token.kind == "(" and not p.token.spaced and (listed := _listed(p, kind, token)):
        return listed
    if p.token.kind not in ("_", "^"):
        p.take("of")
        return _unbounded(p, kind, token)
    return _folded(p, kind, token)


def extremum(p: Parser, token: Token) -> Node:
    """max_x f(x), argmin_(w in W) L(w)."""
    return _folded(p, token.text, token)


def _folded(p: Parser, kind: str, token: Token) -> Node:
    outer = len(p.bound)
    since = len(p.pending)
    low: Node | None = None
    high: Node | None = None
    over: Node | None = None
    names: list[Symbol] = []
    while sign := p.take("_", "^"):
        if sign.kind == "^":
            high = p.nested(_POSTFIX + 1)
        else:
            names, low, over = _bounds(p, sign)
            if isinstance(low, Relation):
                low, _, high = low.sides
    if not names:
        p.fail(
            f"Say what {token.text.strip()} runs over: write it below, as in {token.text.strip()}_(i=1)^n.",
            token,
        )
    p.take("of")
    body = p.nested(_PRODUCT)
    if isinstance(body, Vector) and body.brackets == "[]" and len(body.entries) == 1:
        body = body.entries[0]
    del p.bound[outer:]
    for name in names:
        p.forget(name.name, since)
    span = p.span(token.start)
    for name in reversed(names):
        body = Fold(cast(FoldKind, kind), body, name, low, high, over, span=span)
    return body


def _bounds(p: Parser, sign: Token) -> tuple[list[Symbol], Node | None, Node | None]:
    """The variables below, bound from now on, the lower bound, and the set or condition they run over."""
    token = p.token
    if token.kind in ("run", "name"):
        p.at += 1
        names = [_bind(p, Token("name", letter, token.start, token.end)) for letter in _letters(p, token)]
        if p.take("="):
            return names, p.nested(_POSTFIX + 1), None
        if p.take("in"):
            return names, None, p.nested(_POSTFIX + 1)
        return names, None, None
    opened = p.take("(", "{:")
    if opened is None:
        p.fail("Something is missing below: write it as _(i=1).", sign)
    close = ")" if opened.kind == "(" else ":}"
    names, low, over = _inside(p)
    brackets.closed(p, opened, close)
    return names, low, over


def _inside(p: Parser) -> tuple[list[Symbol], Node | None, Node | None]:
    token, after = p.token, p.following.kind
    names: list[Symbol] = []
    if token.kind in ("name", "run") and after in ("=", "in", ",", ")", ":}"):
        while p.token.kind in ("name", "run"):
            p.at += 1
            names += [
                _bind(p, Token("name", letter, token.start, token.end)) for letter in _letters(p, p.tokens[p.at - 1])
            ]
            if p.token.kind != "," or p.following.kind != "name":
                break
            p.at += 1
        if p.take("="):
            low = p.nested(_UNION)
            while p.take(","):
                p.statement()
            return names, low, None
        if p.take("in"):
            return names, None, as_set(p, p.nested(_UNION, "("))
        if p.token.kind in (")", ":}"):
            return names, None, None
        p.fail(f"I did not expect {p.token.text} in the bounds.", p.token)
    variable = _middle(p)
    if variable is None:
        p.fail("Say which letter this runs over, as in i=1 or x in S.", token)
    bound = _bind(p, variable)
    condition = p.statement("(")
    if (
        isinstance(condition, Relation)
        and len(condition.sides) == 3
        and condition.sides[1] == bound
        and condition.relators == ("<=", "<=")
    ):
        return [bound], condition, None
    while p.take(","):
        p.statement("(")
    return [bound], None, condition


def _letters(p: Parser, token: Token) -> list[str]:
    return [token.text] if token.kind == "name" or p.scope.spelled(token.text) else list(token.text)


def _middle(p: Parser) -> Token | None:
    """The letter that `1 <= i <= n` or `i != j` runs over: the one between two signs, or else the first."""
    first = None
    for at in range(p.at, len(p.tokens)):
        token = p.tokens[at]
        if token.kind in (")", ":}", "end"):
            break
        if token.kind == "name":
            if p.tokens[at - 1].kind in ("<=", "<") and p.tokens[at + 1].kind in ("<=", "<"):
                return token
            first = first or token
    return first


def _bind(p: Parser, token: Token) -> Symbol:
    p.bound.append(token.text)
    return Symbol(token.text, span=(token.start, token.end))


def _unbounded(p: Parser, kind: str, token: Token) -> Node:
    """Σ x_i with nothing below: the letter is the first index in it."""
    since = len(p.pending)
    p.bound += ["i", "j", "k"]
    body = p.nested(_PRODUCT)
    del p.bound[-3:]
    letters = [one.at[0] for one in walk(body) if isinstance(one, Index) and isinstance(one.at[0], Symbol)]
    variable = next((one for one in letters if isinstance(one, Symbol)), Symbol("i"))
    p.forget(variable.name, since)
    return Fold(cast(FoldKind, kind), body, variable, span=p.span(token.start))


def _listed(p: Parser, kind: str, token: Token) -> Node | None:
    """sum(i^2, i, 1, n), as programs write it; None where the bracket holds something else."""
    commas = _commas(p)
    if len(commas) != 3 or p.tokens[commas[0] + 1].kind != "name" or commas[1] != commas[0] + 2:
        return None
    since = len(p.pending)
    variable = _bind(p, p.tokens[commas[0] + 1])
    entries = calls.arguments(p)
    p.bound.pop()
    p.forget(variable.name, since)
    return Fold(cast(FoldKind, kind), entries[0], variable, entries[2], entries[3], span=p.span(token.start))


def _commas(p: Parser) -> list[int]:
    """The places of the commas in the bracket that begins here."""
    depth, commas = 0, []
    for at in range(p.at, len(p.tokens)):
        kind = p.tokens[at].kind
        depth += (kind in ("(", "[", "{", "{:")) - (kind in (")", "]", "}", ":}"))
        if kind == "," and depth == 1:
            commas.append(at)
        if depth == 0:
            break
    return commas


# --- integrals -------------------------------------------------------------------------------------------------------


def is_differential(p: Parser) -> bool:
    """Whether a dx begins here: d, then a letter, and not the dy of dy/dx."""
    token, after = p.token, p.following
    if token.kind != "differential" and not (
        token.kind == "name" and token.text == "d" and not p.scope.declaration("d")
    ):
        return False
    if after.kind != "name":
        return False
    rest = p.tokens[p.at + 2 : p.at + 4]
    return not (len(rest) == 2 and rest[0].kind == "/" and (rest[1].kind == "differential" or rest[1].text == "d"))


def integral(p: Parser, token: Token) -> Node:
    """∫ body dx, with bounds or without."""
    low: Node | None = None
    high: Node | None = None
    over: Node | None = None
    if p.token.kind == "(" and not p.token.spaced and (listed := _integrate(p, token)):
        return listed
    while sign := p.take("_", "^"):
        if sign.kind == "_":
            low = _script(p)
        else:
            high = p.nested(_POSTFIX + 1)
    if low is not None and high is None:
        over, low = as_set(p, low), None
    p.take("of")
    since = len(p.pending)
    held = len(p.differentials)
    p.within.append("integral")
    if is_differential(p):
        body: Node = Number(Fraction(1), span=(p.token.start, p.token.start))
        variable = _variable(p)
        if p.take("/"):
            body = Quotient(body, p.nested(_PRODUCT + 1), span=p.span(token.start))
    else:
        body = p.nested(_SUM)
        if len(p.differentials) > held:
            variable = _symbol(p, p.differentials.pop())
        elif is_differential(p):
            variable = _variable(p)
        else:
            letter = next((one.name for one in walk(body) if isinstance(one, Symbol)), "x")
            p.fail(
                "An integral needs its variable: write d and the letter at the end.",
                token,
                p.replaced(p.token.start, p.token.start, f" d{letter}"),
            )
    p.within.pop()
    p.forget(variable.name, since)
    if p.take("from"):
        low = p.nested(_UNION)
        if p.take("to"):
            high = p.nested(_UNION)
    return Integral(body, variable, low, high, over, span=p.span(token.start))


def _script(p: Parser) -> Node:
    """What stands below an integral: a bound or a region."""
    token = p.token
    if token.kind == "run":
        p.at += 1
        if token.text.isdigit():
            return Number(Fraction(int(token.text)), span=(token.start, token.end))
        return atoms.resolved(p, token.text, token)
    if token.kind == "{:" and p.following.kind == "run":
        p.at += 1
        node = _script(p)
        if p.take(":}"):
            return node
        p.fail("This bound is not closed.", token)
    return p.nested(_POSTFIX + 1)


def _variable(p: Parser) -> Symbol:
    """Passes over dx and returns x."""
    p.at += 1
    token = p.token
    p.at += 1
    return _symbol(p, token)


def _symbol(p: Parser, token: Token) -> Symbol:
    name = token.text
    if p.token.kind == "_" and token is p.tokens[p.at - 1]:
        p.at += 1
        below = atoms.subscript(p, name)
        if isinstance(below, str):
            name = p.scope.spelled(f"{name}_{below}") or f"{name}_{below}"
    return Symbol(name, span=p.span(token.start))


def top(p: Parser, command: Token) -> Node:
    """The upper part of a fraction under an integral sign, in which dx may stand: ∫ dx / x."""
    opened = p.take("{:")
    if opened is None:
        p.fail(f"{command.text} needs an argument in braces.", command)
    p.within.append("top")
    if is_differential(p):
        node: Node = Number(Fraction(1), span=(p.token.start, p.token.start))
    else:
        node = p.nested(_SUM)
    if is_differential(p):
        p.at += 2
        p.differentials.append(p.tokens[p.at - 1])
    p.within.pop()
    brackets.closed(p, opened, ":}")
    return node


def _integrate(p: Parser, token: Token) -> Node | None:
    """integrate(x^2, x) and integrate(x^2, x, 0, 1); None where the bracket holds something else."""
    commas = _commas(p)
    if (
        len(commas) not in (1, 3)
        or p.tokens[commas[0] + 1].kind != "name"
        or p.tokens[commas[0] + 2].kind not in (",", ")")
    ):
        return None
    since = len(p.pending)
    variable = _bind(p, p.tokens[commas[0] + 1])
    entries = calls.arguments(p)
    p.bound.pop()
    p.forget(variable.name, since)
    low, high = entries[2:] if len(entries) == 4 else (None, None)
    return Integral(entries[0], variable, low, high, span=p.span(token.start))


# --- limits ----------------------------------------------------------------------------------------------------------


def is_side(p: Parser) -> bool:
    """Whether the + or - of 0^+ stands here."""
    kinds = [one.kind for one in p.tokens[p.at : p.at + 4]]
    return kinds[1:2] in (["+"], ["-"]) or (
        kinds[1:2] == ["{:"] and kinds[2:3] in (["+"], ["-"]) and kinds[3:4] == [":}"]
    )


def limit(p: Parser, token: Token) -> Node:
    """lim_(x->0) f(x), from the right with 0^+ or 0+."""
    p.take("_")
    opened = p.take("(", "{:")
    letter = p.take("name", "run")
    if letter is None or not p.take("->", "to"):
        p.fail("A limit needs a letter and where it goes: lim_(x->0).", token)
    outer, since = len(p.bound), len(p.pending)
    variable = _bind(p, letter)
    side: Literal["both", "left", "right"] = "both"
    if opened is not None:
        close = ")" if opened.kind == "(" else ":}"
        side = _one_sided(p, close)
        to = p.nested(_SUM, "limit")
        side = _side_after(p) or side
        brackets.closed(p, opened, close)
    else:
        to = p.nested(_POSTFIX)
        side = _side_after(p) or side
    p.take("of")
    body = p.nested(_PRODUCT)
    del p.bound[outer:]
    p.forget(variable.name, since)
    return Limit(body, variable, to, side, span=p.span(token.start))


def _one_sided(p: Parser, close: str) -> Literal["both", "left", "right"]:
    """Takes a trailing + or - (`0+`) out of the bounds that `close` ends."""
    depth = 0
    for at in range(p.at, len(p.tokens)):
        kind = p.tokens[at].kind
        if depth == 0 and kind == close:
            if p.tokens[at - 1].kind in ("+", "-") and p.tokens[at - 2].kind != "^":
                sign = p.tokens.pop(at - 1)
                return "right" if sign.kind == "+" else "left"
            break
        depth += (kind in ("(", "[", "{", "{:")) - (kind in (")", "]", "}", ":}"))
    return "both"


def _side_after(p: Parser) -> Literal["left", "right"] | None:
    if p.token.kind != "^" or not is_side(p):
        return None
    p.at += 1
    grouped = p.take("{:")
    sign = p.take("+", "-")
    if grouped:
        p.take(":}")
    return "right" if sign and sign.kind == "+" else "left"
