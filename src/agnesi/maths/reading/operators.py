"""The signs between operands: sums, products, quotients, powers, signs after an operand, operations on sets."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, NoReturn

from agnesi.maths.reading import atoms, calls
from agnesi.maths.reading.limits import EXPONENT, NOTES
from agnesi.maths.reading.sorts import as_set, is_set, is_vector, sizes
from agnesi.maths.reading.tokens import Token
from agnesi.maths.tree import (
    Call,
    Constant,
    Index,
    Logic,
    Negative,
    Node,
    Number,
    PlusMinus,
    Power,
    Product,
    Quotient,
    SetOperation,
    Sum,
    Symbol,
)

if TYPE_CHECKING:
    from agnesi.maths.reading.grammar import Parser

# How tightly each binds; what binds tighter stands further down.
IFF, IMPLIES, OR, AND, NOT, RELATION, UNION, INTERSECTION, SUM, PRODUCT, POWER, POSTFIX = (
    2,
    4,
    6,
    8,
    9,
    12,
    16,
    17,
    20,
    30,
    40,
    45,
)

SIGNED = frozenset(("-", "+", "±", "∓"))


def signed(p: Parser, token: Token, power: int) -> Node:
    """-a, +a and ±a: the sign takes a whole product at the start of a term, and one factor after `*` or `^`."""
    before = p.tokens[p.at - 2] if p.at > 1 else None
    if token.kind == "+" and before is not None and before.kind in ("+", "-"):
        p.fail(
            f"Two signs stand side by side, {before.text} and +; keep one.",
            token,
            p.replaced(token.start, token.end, ""),
        )
    operand = p.nested(max(power, PRODUCT))
    if token.kind == "-":
        return Negative(operand, span=p.span(token.start))
    if token.kind == "+":
        return operand
    return PlusMinus(None, operand, token.kind == "∓", span=p.span(token.start))


def negative(p: Parser, token: Token) -> Node:
    """-a."""
    return signed(p, token, PRODUCT)


positive = either_sign = negative


def negation(p: Parser, token: Token) -> Node:
    """Not a."""
    return Logic("not", (p.nested(NOT),), span=p.span(token.start))


def missing(p: Parser, token: Token) -> NoReturn:
    """The error for a place where an operand should begin and none does."""
    before = p.tokens[p.at - 1] if p.at else None
    if before is None or (token.kind == "end" and before is None):
        if token.kind == "end":
            p.fail("There is nothing to read; write an answer.", token)
        p.fail(f"Something is missing before this {token.text}.", token, p.replaced(token.start, token.end, ""))
    if token.kind == "end":
        shown = before.text.strip() or before.kind
        p.fail(f"Something is missing after {shown} at the end.", before, p.text[: before.start].rstrip())
    if token.kind in ("*", "/", "cdot", "times", "^", "=", "<=", ">=") and before.kind in (
        "*",
        "/",
        "+",
        "-",
        "cdot",
        "times",
        "^",
        "=",
        "<",
        ">",
    ):
        p.fail(
            f"Two signs stand side by side, {before.text.strip()} and {token.text.strip()}; keep one.",
            token,
            p.replaced(before.start, before.end, ""),
        )
    if token.kind in (")", "]", "}", ":}", "|)", "‖)", "⟩", "⌋", "⌉"):
        if before.kind in ("(", "[", "{", "{:"):
            p.fail("There is nothing between these brackets.", token, p.replaced(before.start, token.end, ""))
        if before.kind in (")", "]", "}", "number", "name"):
            p.fail(
                f"This {token.text} closes a bracket that was never opened.",
                token,
                p.replaced(token.start, token.end, ""),
            )
        p.fail(
            f"Something is missing between {before.text.strip()} and {token.text}.",
            token,
            p.replaced(before.start, before.end, ""),
        )
    if token.kind == "if":
        p.fail("A condition with if belongs in braces: {x if x > 0, -x otherwise}.", token)
    p.fail(
        f"Something is missing before {token.text.strip() or 'this'}.", token, p.replaced(token.start, token.end, "")
    )


def sum_(p: Parser, left: Node, start: int) -> Node:
    """A + b - c ± d, from left to right."""
    terms = [left]
    while True:
        token = p.token
        if token.kind in ("+", "-"):
            p.at += 1
            term = p.expression(SUM + 1)
            terms.append(Negative(term, span=p.span(token.start)) if token.kind == "-" else term)
        elif token.kind in ("±", "∓"):
            p.at += 1
            whole = terms[0] if len(terms) == 1 else Sum(tuple(terms), span=p.span(start))
            right = p.expression(SUM + 1)
            terms = [PlusMinus(whole, right, token.kind == "∓", span=p.span(start))]
        else:
            return terms[0] if len(terms) == 1 else Sum(tuple(terms), span=p.span(start))


_TIMES = frozenset(("*", "cdot", "times", "@", ".", "odot", "otimes", "circ", "boldcdot", "boldtimes"))
_CALLS = {"odot": "hadamard", "otimes": "kronecker", "circ": "compose", "boldcdot": "dot", "boldtimes": "cross"}


def product(p: Parser, left: Node, start: int) -> Node:
    """A * b / c, from left to right, signs of multiplication left out or not."""
    factors = [left]
    slash: Token | None = None
    while True:
        token = p.token
        kind = token.kind
        if kind in _TIMES:
            p.at += 1
            if kind == "." and (transposed := _dot_t(p, factors[-1])):
                factors[-1] = transposed
                continue
            right = p.expression(PRODUCT + 1)
            if kind == "." and (isinstance(factors[-1], Number) or isinstance(right, Number)):
                p.fail("A point with nothing before or after it is no number; write 0.5, or * for a product.", token)
            _times(p, factors, right, token)
            slash = None
        elif kind == "/":
            p.at += 1
            if p.token.kind == "/":
                p.fail(
                    "Two signs stand side by side, / and /; keep one.", p.token, p.replaced(token.start, token.end, "")
                )
            right = p.expression(PRODUCT + 1)
            factors = [Quotient(_joined(p, factors, start), right, span=p.span(start))]
            slash = token
        elif kind == "mod":
            p.at += 1
            right = p.expression(PRODUCT + 1)
            factors = [Call("mod", (_joined(p, factors, start), right), span=p.span(start))]
        elif kind == "choose":
            p.at += 1
            right = p.expression(PRODUCT + 1)
            factors[-1] = Call("binomial", (factors[-1], right), span=p.span(start))
        elif p.begins_operand(token) and not is_union_letter(p, factors[-1], token):
            if token.kind == "number" and isinstance(factors[-1], Number) and p.tokens[p.at - 1].kind == "number":
                before = p.tokens[p.at - 1]
                if p.within[-1] == "[":
                    p.fail("Put a comma between the entries.", token, p.replaced(before.end, token.start, ", "))
                if len(token.text) == 3 and before.text.isdigit() and token.text.isdigit():
                    joined = before.text + token.text
                    p.fail(
                        f"For one number leave out the space: {joined}.",
                        token,
                        p.replaced(before.start, token.end, joined),
                    )
                p.fail(
                    f"Two numbers stand side by side; for a product write {before.text}*{token.text}.",
                    token,
                    p.replaced(before.end, token.start, "*"),
                )
            composed = factors[-1]
            if token.kind == "(" and isinstance(composed, Call) and composed.name == "compose":
                factors[-1] = calls.composed(p, composed)
                continue
            if not p.latex and isinstance(factors[-1], Power) and isinstance(factors[-1].exponent, Number):
                _tell_power(p, token)
            right = p.expression(PRODUCT + 1)
            factors.append(right)
            if slash is not None:
                _tell_slash(p, factors, start)
                slash = None
        else:
            return _joined(p, factors, start)


def _joined(p: Parser, factors: list[Node], start: int) -> Node:
    return factors[0] if len(factors) == 1 else Product(tuple(factors), span=p.span(start))


def _times(p: Parser, factors: list[Node], right: Node, sign: Token) -> None:
    left = factors[-1]
    name = _CALLS.get(sign.kind)
    if sign.kind == "times" and (is_set(p, left) or is_set(p, right)):
        factors[-1] = SetOperation(
            "cartesian", (as_set(p, left), as_set(p, right)), span=p.span((left.span or (sign.start, 0))[0])
        )
        return
    if sign.kind in ("cdot", ".", "times") and is_vector(p, left) and is_vector(p, right):
        name = "cross" if sign.kind == "times" else "dot"
    if name is None:
        factors.append(right)
        return
    factors[-1] = Call(name, (left, right), span=p.span((left.span or (sign.start, 0))[0]))


def _dot_t(p: Parser, left: Node) -> Node | None:
    """A.T, as NumPy writes it."""
    if p.token.kind == "name" and p.token.text == "T" and not p.token.spaced and not p.scope.spelled("T"):
        p.at += 1
        return Call("transpose", (left,), span=p.span((left.span or (0, 0))[0]))
    return None


def _tell_slash(p: Parser, factors: list[Node], start: int) -> None:
    """1/2x is x/2 here, which is worth a word."""
    if len(p.notes) == NOTES:
        return
    whole = p.text[start : p.tokens[p.at - 1].end].strip()
    cut = (factors[-1].span or (start, start))[0]
    before = p.text[start:cut].strip()
    after = p.text[cut : p.tokens[p.at - 1].end].strip()
    bottom = before.rpartition("/")[2]
    p.note(
        f"{whole} was read as ({before})*{after}; "
        f"for all of {bottom}{after} below the line write {before[: -len(bottom)]}({bottom}{after})."
    )


def _tell_power(p: Parser, token: Token) -> None:
    """e^2x is e^2 times x here, which is worth a word."""
    before = p.tokens[p.at - 1]
    if before.kind == "number" and token.kind == "name" and not token.spaced and p.tokens[p.at - 2].kind == "^":
        both = before.text + token.text
        p.note(f"Only {before.text} was read as the exponent in ^{both}; for all of {both} write ^({both}).")


def implicit(p: Parser, left: Node, start: int) -> Node:
    """A product without a sign."""
    return product(p, left, start)


def power(p: Parser, left: Node, start: int) -> Node:
    """A ^ b, from right to left; ^T transposes, ^c complements, ^' and ^∘ are a prime and degrees."""
    sign = p.token
    p.at += 1
    raised = _raised_sign(p)
    if raised is not None:
        return _with_sign(p, left, raised, start)
    exponent = p.nested(POSTFIX + 1 if p.latex and p.token.kind == "{:" else POWER)
    if p.token.kind == "_" and isinstance(left, Symbol) and p.latex:
        left = atoms.indexed(p, left)
    bare = exponent.of if isinstance(exponent, Negative) else exponent
    if isinstance(bare, Number) and bare.value > EXPONENT:
        p.fail(f"This exponent is too large to read; at most {EXPONENT}.", sign)
    if isinstance(left, Constant) and is_set(p, left):
        exponent = sizes(exponent)
    return Power(left, exponent, span=p.span(start))


_RAISED = frozenset(("top", "dagger", "*", "+", "'", "circ", "°", "-", "complement"))


def _raised_sign(p: Parser) -> str | None:
    r"""The sign alone in an exponent (`^T`, `^{\top}`, `^*`, `^\circ`), passed over; None where an expression is."""
    grouped = p.token.kind == "{:"
    at = p.at + grouped
    token = p.tokens[at]
    kind = token.kind
    if (
        kind == "name"
        and token.text in ("T", "c", "H")
        and not p.scope.spelled(token.text)
        and token.text not in p.bound
    ):
        kind = token.text
    elif kind not in _RAISED:
        return None
    primes = 1
    if kind == "'":
        while p.tokens[at + primes].kind == "'":
            primes += 1
    after = p.tokens[min(at + primes, len(p.tokens) - 1)]
    if grouped:
        if after.kind != ":}":
            return None
    elif kind in ("*", "+", "-"):
        if kind == "-" or after.kind not in ("end", ")", "]", "}", ",", ";", "=", "+", "-"):
            return None
    elif kind == "c" and after.kind not in (
        "end",
        ")",
        "]",
        "}",
        ",",
        ";",
        "=",
        "+",
        "-",
        "union",
        "intersection",
        "*",
        "/",
        "|",
    ):
        return None
    p.at = at + primes + grouped
    return "'" * primes if kind == "'" else kind


def _with_sign(p: Parser, left: Node, raised: str, start: int) -> Node:
    span = p.span(start)
    if raised in ("T", "top"):
        if raised == "T" and _is_plain_number(left):
            return Power(left, atoms.resolved(p, "T", p.tokens[p.at - 1]), span=span)
        return Call("transpose", (left,), span=span)
    if raised in ("dagger", "H"):
        return Call("adjoint", (left,), span=span)
    if raised in ("circ", "°"):
        return _degrees(left, span)
    if raised == "complement":
        return SetOperation("complement", (left,), span=span)
    if raised == "c":
        if (
            isinstance(left, Symbol)
            and (found := p.scope.declaration(left.name))
            and found.sort in ("set", "event", "boolean")
        ):
            return SetOperation("complement", (left,), span=span)
        if is_set(p, left):
            return SetOperation("complement", (left,), span=span)
        return Power(left, atoms.resolved(p, "c", p.tokens[p.at - 1]), span=span)
    if raised == "+" and (p.latex or not isinstance(left, Number)):
        return Call("pseudoinverse", (left,), span=span)
    if isinstance(left, Symbol) and raised in ("*", "+", "-"):
        return atoms.starred(p, left, span)
    if set(raised) == {"'"} and isinstance(left, Symbol):
        return atoms.primed(p, left, len(raised), start)
    p.fail(f"A {raised} alone cannot be an exponent here.", p.tokens[p.at - 1])
    return None


def _is_plain_number(node: Node) -> bool:
    return isinstance(node, Number) or (isinstance(node, Sum) and any(isinstance(term, Number) for term in node.terms))


def factorial(p: Parser, left: Node, start: int) -> Node:
    """The factorial n!."""
    token = p.token
    p.at += 1
    if p.token.kind == "!" and not p.token.spaced:
        p.fail(
            "Two ! side by side are not read here; write the product out, or use brackets: (n!)!.",
            p.token,
            p.replaced(token.start, token.end, ""),
        )
    return Call("factorial", (left,), span=p.span(start))


def percent(p: Parser, left: Node, start: int) -> Node:
    """50%, a number; x%, x over 100."""
    token = p.token
    p.at += 1
    span = p.span(start)
    if p.token.kind == "number":
        p.fail(
            "Here % is percent; for the remainder write mod: 7 mod 3.",
            token,
            " mod ".join((p.text[: token.start].strip(), p.text[token.end :].strip())),
        )
    if isinstance(left, Number):
        return Number(left.value / 100, (left.digits or str(left.value)) + "%", span=span)
    return Quotient(left, Number(Fraction(100)), span=span)


def degree(p: Parser, left: Node, start: int) -> Node:
    """30°, in radians."""
    p.at += 1
    return _degrees(left, p.span(start))


def _degrees(left: Node, span: tuple[int, int]) -> Node:
    return Product((left, Quotient(Constant("pi"), Number(Fraction(180)))), span=span)


def prime(p: Parser, left: Node, start: int) -> Node:
    """A prime after a bracket or a matrix: its transpose, as some programs write it."""
    token = p.token
    p.at += 1
    if not isinstance(left, (Number, Constant)):
        p.note("A prime after a vector or a matrix was read as its transpose.")
        return Call("transpose", (left,), span=p.span(start))
    p.fail(
        "A prime means a derivative and belongs to the name of a function: f'(x).",
        token,
        p.replaced(token.start, token.end, ""),
    )
    return None


def index(p: Parser, left: Node, start: int) -> Node:
    """(A x)_i: an entry of a vector in brackets; |x|_2 was dealt with by the bars."""
    token = p.token
    p.at += 1
    below = atoms.subscript(p)
    at = atoms.index_nodes(p, below, token) if isinstance(below, str) else below
    if isinstance(left, (Number, Constant)):
        shown = p.text[start : p.tokens[p.at - 1].end]
        p.fail(f"An index belongs to a letter; {shown} has none that could carry it.", token)
    return Index(left, at, span=p.span(start))


def sets(p: Parser, left: Node, start: int) -> Node:
    r"""A ∪ B, A \ B."""
    return _set_operation(p, left, start, {"union": "union", "setminus": "difference", "name": "union"}, INTERSECTION)


def intersections(p: Parser, left: Node, start: int) -> Node:
    """A ∩ B."""
    return _set_operation(p, left, start, {"intersection": "intersection"}, SUM)


def _set_operation(p: Parser, left: Node, start: int, kinds: dict[str, str], tighter: int) -> Node:
    members, kind = [as_set(p, left)], ""
    while (token := p.token).kind in kinds and (token.kind != "name" or token.text == "U"):
        this = kinds[token.kind]
        p.at += 1
        right = as_set(p, p.expression(tighter))
        if kind and (kind != this or this == "difference"):
            members = [SetOperation(kind, tuple(members), span=p.span(start))]  # type: ignore[arg-type]
        members.append(right)
        kind = this
    return SetOperation(kind, tuple(members), span=p.span(start))  # type: ignore[arg-type]


def is_union_letter(p: Parser, left: Node, token: Token) -> bool:
    """Whether the letter U stands between two sets, for ∪."""
    if token.kind != "name" or token.text != "U" or p.scope.spelled("U"):
        return False
    return is_set(p, left, pairs=True) and p.following.kind in ("(", "[", "{", "]", "constant")


IMPLICIT = (PRODUCT, implicit)
UNION_LETTER = (UNION, sets)

INFIX: dict[str, tuple[int, Callable[[Parser, Node, int], Node]]] = {
    **dict.fromkeys(("+", "-", "±", "∓"), (SUM, sum_)),
    **dict.fromkeys((*_TIMES, "/", "mod", "choose"), (PRODUCT, product)),
    "^": (POWER, power),
    "!": (POSTFIX, factorial),
    "%": (POSTFIX, percent),
    "°": (POSTFIX, degree),
    "'": (POSTFIX, prime),
    "_": (POSTFIX, index),
    "union": (UNION, sets),
    "setminus": (UNION, sets),
    "intersection": (INTERSECTION, intersections),
}
