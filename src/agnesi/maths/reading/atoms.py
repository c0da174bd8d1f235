"""Numbers, names with their indices and primes, constants and words."""

from __future__ import annotations

import difflib
from fractions import Fraction
from typing import TYPE_CHECKING

from agnesi.maths.functions import ALIASES, GREEK
from agnesi.maths.reading import calls, chance, derivatives
from agnesi.maths.reading.names import CHANCES, CONSTANTS, MARKS, SET_LETTERS
from agnesi.maths.reading.tokens import Token
from agnesi.maths.tree import Call, Constant, Index, Node, Number, Quotient, Sum, Symbol, Text

if TYPE_CHECKING:
    from agnesi.maths.reading.grammar import Parser

_POSTFIX_POWER = 45
_DISTRIBUTIONS = {"N": "Normal", "U": "Uniform", "B": "Binomial"}


def number(p: Parser, token: Token) -> Node:
    r"""A number, exact; `2 1/3` and `2\\frac13` are mixed numbers."""
    value = token.value if token.value is not None else Fraction(0)
    whole = Number(value, "" if str(value) == token.text else token.text.lower(), span=(token.start, token.end))
    fraction = _fraction_after(p, token) if value.denominator == 1 and not whole.digits else None
    if fraction is None:
        return whole
    mixed = Sum((whole, fraction), span=p.span(token.start))
    p.note(f"{p.text[slice(*p.span(token.start))].strip()} was read as a mixed number, a whole and a part.")
    return mixed


def _fraction_after(p: Parser, token: Token) -> Node | None:
    """The fraction of a mixed number, where one follows."""
    kinds = [one.kind for one in p.tokens[p.at : p.at + 7]]
    if kinds[:3] == ["number", "/", "number"] and p.token.spaced and not p.following.spaced and kinds[3:4] != ["^"]:
        places = (p.at, p.at + 2, p.at + 3)
    elif kinds[:5] == ["{:", "number", "/", "number", ":}"] and kinds[5:6] != ["^"]:
        places = (p.at + 1, p.at + 3, p.at + 5)
    elif kinds == ["frac", "{:", "number", ":}", "{:", "number", ":}"]:
        places = (p.at + 2, p.at + 5, p.at + 7)
    else:
        return None
    top, bottom = p.tokens[places[0]], p.tokens[places[1]]
    if (
        not top.value
        or not bottom.value
        or top.value >= bottom.value
        or not (top.text.isdigit() and bottom.text.isdigit())
    ):
        return None
    start, p.at = p.token.start, places[2]
    ends = [Number(one.value, span=(one.start, one.end)) for one in (top, bottom) if one.value is not None]
    return Quotient(ends[0], ends[1], span=p.span(start))


def constant(p: Parser, token: Token) -> Node:
    """∞, ∅, ℝ and the like."""
    return Constant(token.text, span=(token.start, token.end))


def words(p: Parser, token: Token) -> Node:
    """Words in quotes, or LaTeX's text."""
    return Text(token.text, span=(token.start, token.end))


def dots(p: Parser, token: Token) -> Node:
    """And so on: 1 + 2 + ... + n."""
    return Text("...", span=(token.start, token.end))


def placeholder(p: Parser, token: Token) -> Node:
    """The empty box that a maths field leaves where something is still to be written."""
    p.fail("There is still an empty box here; fill it in.", token)


def name(p: Parser, token: Token) -> Node:
    """A letter or a name: what it stands for is declared, bound by a sum, a constant, or inferred."""
    text = token.text
    kind = p.token.kind
    scope = p.scope
    if text in p.bound:
        if kind == "_":
            return _with_index(p, text, token)
        return _with_primes(p, text, token) if kind == "'" else Symbol(text, span=(token.start, token.end))
    declared = scope.declaration(text)
    if declared is None:
        if text == "d" and derivatives.begins(p):
            return derivatives.derivative(p, token)
        if text in CHANCES and chance.begins(p, text):
            return chance.chance(p, Token("chance", CHANCES[text], token.start, token.end))
        if text == "p" and kind == "(" and p.scope.declared is None and chance.is_density(p, text):
            return chance.chance(p, Token("chance", "P", token.start, token.end))
        if text in MARKS and kind == "(":
            return marked(p, token)
        if text == "D" and kind == "_" and p.following.text == "KL":
            p.at += 2
            return chance.chance(p, Token("chance", "KL", token.start, p.tokens[p.at - 1].end))
        if text in ("C", "N", "U", "B") and kind == "(" and (called := _lettered(p, token)):
            return called
    if kind == "_":
        return _with_index(p, text, token)
    if kind == "'":
        return _with_primes(p, text, token)
    if calls.begins(p, text):
        return calls.declared(p, text, token)
    return resolved(p, text, token)


def resolved(p: Parser, text: str, token: Token) -> Node:
    """What the bare name `text` stands for; noted as undeclared where it is nothing."""
    span = (token.start, token.end)
    scope = p.scope
    if scope.declaration(text) is not None or text in p.bound:
        return Symbol(text, span=span)
    if text in CONSTANTS:
        return Constant(CONSTANTS[text], span=span)
    if scope.declared is not None:
        if text in SET_LETTERS and _among_sets(p):
            return Constant(SET_LETTERS[text], span=span)
        if text == "I" and any(one.sort == "matrix" for one in scope.declared.values()):
            return Constant("identity", span=span)
        if not scope.open_names:
            p.pending.append((text, *span))
    return Symbol(text, span=span)


_BESIDE_SETS = frozenset(("in", "notin", "subset", "subseteq", "union", "intersection", "setminus"))


def _among_sets(p: Parser) -> bool:
    """Whether the letter just read stands where a set does: beside ∈ or ∪, or as the whole answer."""
    before = p.tokens[p.at - 2].kind if p.at > 1 else "start"
    after = p.token.kind
    return before in _BESIDE_SETS or after in _BESIDE_SETS or (before == "start" and after in ("end", "^"))


def undeclared(p: Parser, name: str, start: int, end: int) -> tuple[str, str]:
    """The sentence, and perhaps a repaired text, for a name that this question does not have."""
    names = list(p.scope.declared or ())
    run_start, run_end = start, end
    while run_start > 0 and p.text[run_start - 1].isalpha():
        run_start -= 1
    while run_end < len(p.text) and p.text[run_end].isalpha():
        run_end += 1
    run = p.text[run_start:run_end]
    if p.latex and p.text[run_start - 1 : run_start] == "\\":
        run = name
    if run.isascii() and len(run) > 2 and run not in GREEK and len(run) > len(name):
        near = difflib.get_close_matches(run.lower(), [*names, *ALIASES, "pi", "infinity"], 1, 0.75)
        shown = run if len(run) < 30 else run[:30] + "..."
        sentence = f"I do not know the word {shown}; this question has {p.scope.list()}."
        return sentence, p.replaced(run_start, run_end, near[0]) if near else ""
    sentence = f"You used {name}; this question has {p.scope.list()}."
    swapped = next((one for one in names if one.lower() == name.lower()), None)
    if swapped:
        return sentence, p.replaced(start, end, swapped)
    base, _, index = name.partition("_")
    if base in names and index.isdigit():
        return sentence, p.replaced(start, end, f"{base}^{index}")
    return sentence, ""


def indexed(p: Parser, base: Symbol) -> Node:
    """x^2_1: the index belongs to x, although the exponent stands before it."""
    start, end = base.span or (0, 0)
    if p.pending and p.pending[-1][0] == base.name:
        p.pending.pop()
    return _with_index(p, base.name, Token("name", base.name, start, end))


# --- indices and primes ----------------------------------------------------------------------------------------------


def _with_index(p: Parser, base: str, token: Token) -> Node:
    """x_1, v_i, A_(i,j), x_max: one name where the index is fixed, an entry where the letter has entries."""
    sign = p.token
    p.at += 1
    below = subscript(p, base)
    span = p.span(token.start)
    if isinstance(below, str) and (whole := p.scope.spelled(f"{base}_{below}")):
        return _after_index(p, whole, token)
    declared = p.scope.declaration(base)
    has_entries = declared is not None and declared.sort in ("vector", "matrix", "sequence", "random", "set")
    if isinstance(below, str) and not has_entries and not _runs(p, below):
        full = f"{base}_{below}"
        if declared is not None and declared.sort == "function":
            return _after_index(p, full, token)
        if not p.scope.inferring:
            p.pending.append((full, *span))
        return _after_index(p, full, token)
    if not has_entries and declared is None and not p.scope.inferring and base not in p.bound:
        p.pending.append((base, token.start, token.end))
    at = index_nodes(p, below, sign) if isinstance(below, str) else below
    return Index(Symbol(base, span=(token.start, token.end)), at, span=span)


def _runs(p: Parser, below: str) -> bool:
    """Whether the index moves: it is bound by a sum, or made of letters that are (`ij`), unlike the one in `w_max`."""
    bound = [one in p.bound for one in below]
    return below in p.bound or all(bound) or (len(below) == 2 and any(bound))


def _after_index(p: Parser, full: str, token: Token) -> Node:
    if p.token.kind == "'":
        return _with_primes(p, full, token)
    if calls.begins(p, full):
        return calls.declared(p, full, token)
    return Symbol(full, span=p.span(token.start))


def subscript(p: Parser, base: str = "") -> str | tuple[Node, ...]:
    """What stands below: a name or number as a string, several or an expression as nodes."""
    token = p.token
    if token.kind == "run":
        p.at += 1
        return _run(p, base, token)
    if token.kind in ("name", "constant", "function"):
        p.at += 1
        return token.text
    if token.kind == "text":
        p.at += 1
        return "".join(token.text.split())
    if token.kind in ("*", "+"):
        p.at += 1
        return "star" if token.kind == "*" else "plus"
    if token.kind not in ("{:", "("):
        p.fail("An index is missing after _.", p.tokens[p.at - 1])
    p.at += 1
    close = ":}" if token.kind == "{:" else ")"
    inner = p.token
    plain = inner.kind in ("run", "name", "constant", "text", "function") or (
        inner.kind == "number" and inner.text.isdigit()
    )
    if p.following.kind == close and plain:
        p.at += 2
        return "".join(inner.text.split())
    since = len(p.pending)
    entries = [p.statement(token.kind)]
    while p.take(",", ";"):
        entries.append(p.statement(token.kind))
    if not p.take(close):
        p.fail(f"The index that begins here is not closed; {')' if close == ')' else '}'} is missing.", token)
    del p.pending[since:]
    return tuple(entries)


def _run(p: Parser, base: str, token: Token) -> str:
    """The letters after an underscore, as far as they belong to the index: in `x_iy_i` the y is the next factor."""
    run = token.text
    if len(run) == 1 or p.latex or p.scope.spelled(f"{base}_{run}"):
        return run
    size = len(run)
    if p.token.kind == "_" and not p.token.spaced and run.isalpha():
        size -= 1
    elif run[0] in p.bound and run[1] not in p.bound and run not in p.bound and run.isalpha():
        size = 1
    if size < len(run):
        rest = [
            Token("name", letter, token.start + at, token.start + at + 1) for at, letter in enumerate(run) if at >= size
        ]
        p.tokens[p.at : p.at] = rest
    return run[:size]


def index_nodes(p: Parser, below: str, token: Token) -> tuple[Node, ...]:
    """The nodes of an index such as `i`, `12` or `ij`: two letters are row and column."""
    span = p.span(token.start)
    if below.isdigit() and below.isascii():
        declared = p.scope.declaration(p.tokens[p.at - 3].text) if p.at >= 3 else None
        if declared and declared.sort == "matrix" and len(below) == 2:
            return tuple(Number(Fraction(int(digit)), span=span) for digit in below)
        return (Number(Fraction(int(below)), span=span),)
    if below in p.bound or below in GREEK or not below.isalnum() or len(below) > 3:
        return (Symbol(below, span=span),)
    return tuple(
        Number(Fraction(int(one)), span=span) if one in "0123456789" else Symbol(one, span=span) for one in below
    )


def _with_primes(p: Parser, text: str, token: Token) -> Node:
    primes = 0
    while p.token.kind == "'":
        p.at += 1
        primes += 1
    return primed(p, Symbol(text, span=(token.start, token.end)), primes, token.start)


def primed(p: Parser, base: Symbol, primes: int, start: int) -> Node:
    """f'(x), y', and A' for a declared vector or matrix, which is its transpose."""
    text = base.name + "'" * primes
    token = Token("name", text, start, p.tokens[p.at - 1].end)
    if p.scope.is_function(base.name) or (p.scope.declared is None and p.token.kind == "("):
        return calls.declared(p, text, token) if p.token.kind == "(" else Symbol(text, span=p.span(start))
    declared = p.scope.declaration(base.name)
    if (
        p.scope.declaration(text) is None
        and declared is not None
        and declared.sort in ("vector", "matrix")
        and primes == 1
    ):
        p.note(f"{text} was read as the transpose of {base.name}.")
        return Call("transpose", (base,), span=p.span(start))
    if p.scope.declaration(text) is None and not p.scope.inferring:
        p.pending.append((text, *p.span(start)))
    return Symbol(text, span=p.span(start))


def starred(p: Parser, base: Symbol, span: tuple[int, int]) -> Node:
    """x^*, one name."""
    if not isinstance(base, Symbol):
        p.fail("A star alone cannot be an exponent here.", p.tokens[p.at - 1])
    text = f"star({base.name})"
    declared = p.scope.spelled(text) or p.scope.spelled(base.name + "*")
    if p.pending and p.pending[-1][0] == base.name:
        p.pending.pop()
    if declared is None and not p.scope.inferring:
        p.pending.append((base.name + "*", *span))
    return Symbol(declared or text, span=span)


def marked(p: Parser, token: Token) -> Node:
    """hat(y), bar(x): a letter and what stands above it are one name; a bar over a complex number is its conjugate."""
    mark = token.text
    opened = p.token
    if opened.kind not in ("(", "{:"):
        p.fail(f"A {mark} belongs above a letter.", token)
    p.at += 1
    since = len(p.pending)
    inner = p.statement(opened.kind)
    if not p.take(")" if opened.kind == "(" else ":}"):
        p.fail(f"The bracket after {mark} is not closed.", opened)
    span = p.span(token.start)
    if isinstance(inner, (Symbol, Constant)):
        letter = inner.name if isinstance(inner, Symbol) else p.text[slice(*(inner.span or (0, 0)))]
        full = f"{mark}({letter})"
        whole = p.scope.spelled(full) or (p.scope.spelled(letter) if mark in ("vec", "underline") else None)
        del p.pending[since:]
        if whole is None and mark == "vec":
            p.bold.add(letter)
            return resolved(p, letter, Token("name", letter, *span))
        declared = p.scope.declaration(letter)
        if whole is None and mark == "bar" and declared is not None and declared.sort in ("complex", "event"):
            return Call("conj", (inner,), span=span)
        if whole is None and not p.scope.inferring:
            p.pending.append((full, *span))
        return (
            _after_index(p, whole or full, Token("name", whole or full, *span))
            if p.token.kind != "_"
            else _with_index(p, whole or full, token)
        )
    if mark == "bar":
        return Call("conj", (inner,), span=span)
    if isinstance(inner, Index) and isinstance(inner.of, Symbol):
        full = f"{mark}({inner.of.name})"
        if not p.scope.inferring and p.scope.declaration(full) is None:
            p.pending.append((full, *span))
        return Index(Symbol(full, span=span), inner.at, span=span)
    if mark in ("vec", "underline"):
        return inner
    p.fail(f"A {mark} belongs above one letter.", token)
    return None


def _lettered(p: Parser, token: Token) -> Node | None:
    """C(n, k), and N(0, 1) after ~: letters that are functions only in their place."""
    before = p.tokens[p.at - 2].kind if p.at >= 2 else ""
    if token.text == "C":
        depth, commas = 0, 0
        for one in p.tokens[p.at :]:
            depth += (one.kind in ("(", "[", "{", "{:")) - (one.kind in (")", "]", "}", ":}"))
            commas += one.kind == "," and depth == 1
            if depth == 0 or commas > 1:
                break
        return calls.called(p, "binomial", token) if commas == 1 else None
    return calls.called(p, _DISTRIBUTIONS[token.text], token) if before == "~" else None
