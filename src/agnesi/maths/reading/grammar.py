"""The grammar of both languages: precedence climbing over one stream of tokens, from a text's tokens to its tree.

`Parser.expression(power)` reads an operand and then every operator that binds at least as tightly as `power`. What may
begin an operand stands in `_PREFIX`, what may follow one in `_INFIX`; the modules beside it hold what they name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from agnesi.maths.reading import atoms, binders, brackets, calls, chance, derivatives, operators, statements
from agnesi.maths.reading.errors import ReadingError
from agnesi.maths.reading.limits import DEPTH, NODES, NOTES
from agnesi.maths.reading.names import Scope
from agnesi.maths.reading.operators import SIGNED
from agnesi.maths.reading.tokens import Token
from agnesi.maths.tree import Node, Span

_Prefix = Callable[["Parser", Token], Node]
_Infix = Callable[["Parser", Node, int], Node]

_PREFIX: dict[str, _Prefix] = {
    "number": atoms.number, "name": atoms.name, "constant": atoms.constant, "text": atoms.words, "...": atoms.dots,
    "marked": atoms.marked, "-": operators.negative, "+": operators.positive, "±": operators.either_sign,
    "∓": operators.either_sign, "not": operators.negation, "function": calls.known, "radical": calls.radical,
    "sqrt": calls.latex_root, "binom": calls.latex_binomial, "(": brackets.round_, "[": brackets.square,
    "]": brackets.outward, "{": brackets.curly, "<": brackets.angle, "⟨": brackets.angle, "|": brackets.bars,
    "|(": brackets.absolute, "‖": brackets.norm, "‖(": brackets.norm, "⌊": brackets.floor, "⌈": brackets.ceiling,
    "{:": brackets.group, "frac": brackets.fraction, "begin": brackets.environment, "mod": calls.modulo,
    "sum": binders.fold, "prod": binders.fold, "bigcup": binders.fold, "bigcap": binders.fold,
    "int": binders.integral, "lim": binders.limit, "nabla": derivatives.gradient, "partial": derivatives.partial,
    "differential": derivatives.differential, "chance": chance.chance, "forall": statements.quantified,
    "exists": statements.quantified, "placeholder": atoms.placeholder,
}  # fmt: skip

_INFIX: dict[str, tuple[int, _Infix]] = {
    **operators.INFIX,
    **statements.INFIX,
}

_PADDING = 6
"""Ends after the end, so that looking a few tokens ahead needs no care."""

_BEGINNERS = frozenset(_PREFIX) - {"-", "+", "±", "∓", "not", "<", "]", "mod", "forall", "exists"}


class Parser:
    """One reading of one text: the tokens, where it stands, what is bound and in which brackets it is.

    `within` holds the open constructs, innermost last; `bound` the variables of sums and the like; `pending` the names
    nobody declared, reported at the end, since an integral binds its variable after its body.
    """

    def __init__(self, text: str, tokens: list[Token], scope: Scope, *, latex: bool, pairs: bool = True) -> None:
        self.text = text
        self.tokens = tokens + tokens[-1:] * _PADDING
        self.scope = scope
        self.latex = latex
        self.pairs = pairs
        self.at = 0
        self.depth = 0
        self.nodes = 0
        self.within: list[str] = [""]
        self.bound: list[str] = []
        self.bold: set[str] = set()
        self.upright: set[str] = set()
        self.pending: list[tuple[str, int, int]] = []
        self.densities: dict[str, bool] = {}
        self.differentials: list[Token] = []
        self.notes: list[str] = []

    @property
    def token(self) -> Token:
        """The next token."""
        return self.tokens[self.at]

    @property
    def following(self) -> Token:
        """The token after the next; the end when there is none."""
        return self.tokens[min(self.at + 1, len(self.tokens) - 1)]

    def take(self, *kinds: str) -> Token | None:
        """The next token, passed over, when it is of one of these kinds."""
        token = self.tokens[self.at]
        if token.kind in kinds:
            self.at += 1
            return token
        return None

    def span(self, start: int) -> Span:
        """From the character `start` to the end of the last token read."""
        return start, max(start, self.tokens[self.at - 1].end) if self.at else start

    def fail(self, message: str, token: Token, suggestion: str = "") -> NoReturn:
        """Raises the reading error for `token`."""
        raise ReadingError(message, token.start, token.end, suggestion)

    def replaced(self, start: int, end: int, by: str) -> str:
        """The text with [start, end) written differently: a suggestion."""
        return self.text[:start] + by + self.text[end:]

    def note(self, sentence: str) -> None:
        """Keeps what the learner should be told about how the text was read, once."""
        if len(self.notes) < NOTES and sentence not in self.notes:
            self.notes.append(sentence)

    def expression(self, power: int) -> Node:
        """The longest expression from here whose operators bind at least as tightly as `power`."""
        self.nodes += 1
        if self.nodes > NODES:
            self.fail(f"This is too long to read: at most {NODES} numbers, letters and signs.", self.token)
        token = self.tokens[self.at]
        start = token.start
        prefix = _PREFIX.get(token.kind)
        if prefix is None:
            operators.missing(self, token)
        self.at += 1
        left = operators.signed(self, token, power) if token.kind in SIGNED else prefix(self, token)
        while True:
            token = self.tokens[self.at]
            rule = _INFIX.get(token.kind)
            if rule is None:
                if token.kind not in _BEGINNERS or not self.begins_operand(token):
                    return left
                rule = operators.UNION_LETTER if operators.is_union_letter(self, left, token) else operators.IMPLICIT
            if rule[0] < power or not self.continues(token):
                return left
            self.nodes += 1
            left = rule[1](self, left, start)

    def nested(self, power: int, within: str = "") -> Node:
        """An expression one level deeper, inside the construct `within` when it is named."""
        self.depth += 1
        if self.depth > DEPTH:
            self.fail(f"This is nested too deeply to read: at most {DEPTH} brackets inside one another.", self.token)
        if within:
            self.within.append(within)
        node = self.expression(power)
        if within:
            self.within.pop()
        self.depth -= 1
        return node

    def statement(self, within: str = "") -> Node:
        """A whole statement, one level deeper; a relation may begin it, its left side blank."""
        self.depth += 1
        if self.depth > DEPTH:
            self.fail(f"This is nested too deeply to read: at most {DEPTH} brackets inside one another.", self.token)
        if within:
            self.within.append(within)
        node = statements.statement(self)
        if within:
            self.within.pop()
        self.depth -= 1
        return node

    def begins_operand(self, token: Token) -> bool:
        """Whether `token`, after a complete operand, begins another (a product without a sign)."""
        kind, within = token.kind, self.within[-1]
        if kind == "|":
            if within in ("|", "given", "set", "evaluated"):
                return False
            return not (within == "||" and brackets.is_pair(self))
        if kind == "‖":
            return within not in ("‖", "given")
        if kind == "(":
            return self.following.kind != "mod"
        if kind == "[":
            return within != "]"
        if kind in ("name", "differential"):
            return not (within in ("integral", "top") and binders.is_differential(self))
        return kind in _BEGINNERS

    def continues(self, token: Token) -> bool:
        """Whether an operator goes on here, and is not the sign that ends the construct it stands in."""
        kind, within = token.kind, self.within[-1]
        if kind in ("given", ":"):
            return within not in ("given", "set")
        if kind == ">":
            return within != "<"
        if kind == "->":
            return within != "limit"
        if kind == "^":
            return within != "limit" or not binders.is_side(self)
        return True

    def forget(self, name: str, since: int) -> None:
        """Takes `name` out of the undeclared names met since the `since`-th: it turned out to be bound."""
        self.pending[since:] = [one for one in self.pending[since:] if one[0] != name]
