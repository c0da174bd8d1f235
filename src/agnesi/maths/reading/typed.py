"""Typed text, as a person would write it on one line, cut into tokens."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from agnesi.maths.reading.characters import unreadable
from agnesi.maths.reading.errors import ReadingError
from agnesi.maths.reading.limits import DIGITS
from agnesi.maths.reading.names import MARKS, Scope
from agnesi.maths.reading.runs import run_tokens
from agnesi.maths.reading.tokens import (
    CONSTANT_SIGNS,
    FRACTIONS,
    GREEK_SIGNS,
    SIGNS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    Token,
)

# Alternatives never share a first character with a repeated one, so that no text makes it go back.
_PIECE = re.compile(
    r"(?P<space>[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+)"
    r"|(?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<letters>[A-Za-z]+)"
    r'|(?P<words>"[^"]*")'
    r"|(?P<sign><=>|<==>|<->|==>|-->|=>|->|<=|>=|=<|!=|<>|==|:=|~=|\*\*|\+-|\+/-|&&|\.\.\.|…|[-+*/^_!'%,;()\[\]{}<>=|:.~@&?\n\\])"
)
_COMMA_NUMBER = re.compile(r"(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?")
_SPELLINGS = {
    "<=>": "iff", "<==>": "iff", "<->": "iff", "==>": "implies", "-->": "->", "=>": "implies", "=<": "<=",
    "<>": "!=", "==": "=", ":=": "=", "~=": "approx", "**": "^", "+-": "±", "+/-": "±", "&&": "and", "&": "and",
    "\n": ";", "\\": "setminus", "…": "...",
}  # fmt: skip
_ABOVE = {"\u0302": "hat", "\u0304": "bar", "\u0305": "bar", "\u0303": "tilde", "\u20d7": "vec", "\u0307": "dotted"}


def tokens_of_typed(text: str, scope: Scope, comma: bool = False) -> tuple[list[Token], list[str]]:
    """The tokens of `text`, an "end" last, and the notes that reading them gave."""
    tokens: list[Token] = []
    notes: list[str] = []
    at, size, spaced = 0, len(text), False
    match = _PIECE.match
    while at < size:
        found = match(text, at)
        if found is None:
            at = beyond_ascii(text, at, spaced, tokens, scope)
            spaced = False
            continue
        kind, end = found.lastgroup, found.end()
        if kind == "space":
            spaced = True
            at = end
            continue
        if kind == "letters":
            if tokens and tokens[-1].kind == "_" and not spaced:
                tokens.append(Token("run", text[at:end], at, end))
            else:
                pieces, end = run_tokens(scope, text, at, end, spaced)
                tokens += pieces
        elif kind == "number" or (comma and text[at] == "," and _COMMA_NUMBER.match(text, at)):
            end = _number(text, at, end, spaced, tokens, notes, comma)
        elif kind == "words":
            tokens.append(Token("text", " ".join(text[at + 1 : end - 1].split()), at, end, spaced))
        else:
            sign = text[at:end]
            if sign == "+-":
                notes.append("+- was read as ±, plus or minus.")
            tokens.append(Token(_SPELLINGS.get(sign, sign), sign, at, end, spaced))
        spaced = False
        at = end
    while tokens and (tokens[-1].text == "\n" or (tokens[-1].kind == "." and len(tokens) > 1)):
        tokens.pop()
    while tokens and tokens[0].text == "\n":
        tokens.pop(0)
    tokens.append(Token("end", "", size, size))
    return tokens, notes


def number_token(digits: str, start: int, end: int, spaced: bool = False) -> Token:
    """The token of a number as written, exact. Raises ReadingError when it has too many digits."""
    mantissa, _, exponent = digits.lower().partition("e")
    if len(mantissa) > DIGITS or (exponent and (len(exponent) > 6 or abs(int(exponent)) > DIGITS)):
        raise ReadingError(f"This number is too long to read; at most {DIGITS} digits.", start, end)
    value = Fraction(int(mantissa)) if mantissa.isdigit() else Fraction(mantissa)
    if exponent:
        value *= Fraction(10) ** int(exponent)
    return Token("number", digits, start, end, spaced, value)


def _number(text: str, at: int, end: int, spaced: bool, tokens: list[Token], notes: list[str], comma: bool) -> int:
    after_index = bool(tokens) and tokens[-1].kind == "_" and not spaced
    if comma and (found := _COMMA_NUMBER.match(text, at)):
        end = found.end()
    if after_index:
        end = at
        while end < len(text) and "0" <= text[end] <= "9":
            end += 1
        if end > at:
            tokens.append(Token("run", text[at:end], at, end))
            return end
        tokens.append(Token(".", ".", at, at + 1))
        return at + 1
    digits = text[at:end].replace(",", ".")
    tokens.append(number_token(digits, at, end, spaced))
    if "e" in digits or "E" in digits:
        notes.append(f"{text[at:end]} was read as a number, {digits.lower().replace('e', ' times 10 to the power ')}.")
    return end


def beyond_ascii(text: str, at: int, spaced: bool, tokens: list[Token], scope: Scope) -> int:
    """Reads the one sign at `at` that is not on every keyboard; returns where the text goes on."""
    char = text[at]
    end = at + 1
    if char in GREEK_SIGNS:
        _greek(text, at, spaced, tokens, scope)
    elif char in SIGNS:
        tokens += [Token(one, char, at, end, spaced) for one in (["'", "'"] if SIGNS[char] == "''" else [SIGNS[char]])]
    elif char in CONSTANT_SIGNS:
        tokens.append(Token("constant", CONSTANT_SIGNS[char], at, end, spaced))
    elif char in SUPERSCRIPTS:
        end = _raised(text, at, tokens, scope)
    elif char in SUBSCRIPTS:
        while end < len(text) and text[end] in SUBSCRIPTS:
            end += 1
        tokens.append(Token("_", "_", at, at))
        tokens.append(Token("run", "".join(SUBSCRIPTS[c] for c in text[at:end]), at, end))
    elif char in FRACTIONS:
        top, bottom = FRACTIONS[char]
        tokens.append(Token("{:", "", at, at, spaced))
        tokens += [number_token(str(top), at, end), Token("/", "/", at, end), number_token(str(bottom), at, end)]
        tokens.append(Token(":}", "", end, end))
    elif char in "√∛∜":
        tokens.append(Token("radical", {"√": "2", "∛": "3", "∜": "4"}[char], at, end, spaced))
    elif char in "“”„«»":
        closing = next((i for i in range(end, len(text)) if text[i] in "“”«»"), None)
        if closing is None:
            raise unreadable(text, at)
        tokens.append(Token("text", " ".join(text[end:closing].split()), at, closing + 1, spaced))
        end = closing + 1
    elif char == "𝔼":
        tokens.append(Token("chance", "E", at, end, spaced))
    elif char == "ℓ":
        tokens.append(Token("name", "ell", at, end, spaced))
    elif char in _ABOVE and tokens and tokens[-1].kind == "name":
        tokens[-1] = _marked(tokens[-1], _ABOVE[char], end, scope)
    elif (
        (parts := unicodedata.normalize("NFD", char)) and len(parts) == 2 and parts[0].isascii() and parts[1] in _ABOVE
    ):
        tokens.append(_marked(Token("name", parts[0], at, end, spaced), _ABOVE[parts[1]], end, scope))
    else:
        raise unreadable(text, at)
    return end


def _greek(text: str, at: int, spaced: bool, tokens: list[Token], scope: Scope) -> None:
    char, name = text[at], GREEK_SIGNS[text[at]]
    if name == "Gamma" and text.startswith("(", at + 1) and not scope.spelled(name):
        tokens.append(Token("function", name, at, at + 1, spaced))
        return
    name = next((other for other in (name, "var" + name, char) if scope.spelled(other)), name)
    tokens.append(Token("name", scope.spelled(name) or name, at, at + 1, spaced))
    end = at + 1
    while end < len(text) and "0" <= text[end] <= "9":
        end += 1
    if end > at + 1 and scope.spelled(name + text[at + 1 : end]):
        tokens.append(Token("_", "_", at + 1, at + 1))


def _raised(text: str, at: int, tokens: list[Token], scope: Scope) -> int:
    end = at
    while end < len(text) and text[end] in SUPERSCRIPTS:
        end += 1
    raised = "".join(SUPERSCRIPTS[c] for c in text[at:end])
    inside, _ = tokens_of_typed(raised, scope)
    tokens += [Token("^", "^", at, at), Token("{:", "", at, at)]
    for one in inside[:-1]:
        one.start, one.end = at + one.start, at + one.end
        tokens.append(one)
    tokens.append(Token(":}", "", end, end))
    return end


def _marked(name: Token, mark: str, end: int, scope: Scope) -> Token:
    marked = f"{mark}({name.text})"
    plain = scope.spelled(name.text) if mark == "vec" else None
    return Token("name", plain or scope.spelled(marked) or marked, name.start, end, name.spaced)


assert set(_ABOVE.values()) <= set(MARKS)
