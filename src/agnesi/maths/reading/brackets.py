"""What stands between brackets: vectors, matrices, sets, intervals, absolute values, norms, LaTeX's environments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agnesi.maths.reading import atoms, binders, derivatives, operators
from agnesi.maths.reading.sorts import is_set, is_vector
from agnesi.maths.reading.tokens import Token
from agnesi.maths.tree import (
    Call,
    Cases,
    Constant,
    Interval,
    Lines,
    Logic,
    Matrix,
    Negative,
    Node,
    Quotient,
    Relation,
    Set,
    SetOf,
    Symbol,
    Text,
    Vector,
    walk,
)

if TYPE_CHECKING:
    from agnesi.maths.reading.grammar import Parser

_CLOSERS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "|": "|",
    "⟨": "⟩",
    "<": ">",
    "⌊": "⌋",
    "⌈": "⌉",
    "|(": "|",
    "‖(": "||",
    "‖": "‖",
    "{:": "}",
}
_LATEX_CLOSERS = {
    "{": r"\}",
    "⟨": r"\rangle",
    "⌊": r"\rfloor",
    "⌈": r"\rceil",
    "‖": r"\|",
    "‖(": r"\rVert",
    "|(": r"\rvert",
}


def closed(p: Parser, opened: Token, *kinds: str) -> Token:
    """Passes the bracket that closes `opened`. Raises ReadingError, with a repaired text, where it is missing."""
    token = p.take(*kinds)
    if token:
        return token
    token = p.token
    closer = _CLOSERS.get(opened.kind, kinds[0])
    if p.latex:
        closer = _LATEX_CLOSERS.get(opened.kind, closer)
        if p.text.startswith(r"\left", opened.start):
            closer = rf"\right{closer}"
    shown = opened.text.strip() or "{"
    if token.kind in ("end", ")", "]", "}", ":}", "⟩", "&", "newline", "end-of"):
        at = token.start
        p.fail(f"This {shown} is never closed; a {closer} is missing.", opened, p.replaced(at, at, closer))
    p.fail(
        f"I expected {closer} here, to close {shown}, and found {token.text.strip() or token.kind}.",
        token,
        p.replaced(token.start, token.start, closer),
    )
    return None


def round_(p: Parser, opened: Token) -> Node:
    """(a), (a, b), (a, b], ()."""
    if p.take(")"):
        return Vector((), span=p.span(opened.start))
    entries, comma = _entries(p, "(", ")")
    close = closed(p, opened, ")", "]")
    span = p.span(opened.start)
    if len(entries) == 1 and not comma and close.kind == ")":
        return entries[0]
    if close.kind == "]" or (len(entries) == 2 and any(map(_is_infinite, entries))):
        if len(entries) != 2:
            p.fail(f"An interval has two ends; this one has {len(entries)}.", opened)
        return Interval(entries[0], entries[1], False, close.kind == "]", span=span)
    return Vector(tuple(entries), span=span)


def _entries(p: Parser, within: str, close: str) -> tuple[list[Node], bool]:
    """The statements up to `close`, and whether a comma stood among them or after them."""
    entries = [p.statement(within)]
    comma = False
    while p.take(",", ";"):
        comma = True
        if p.token.kind == close:
            break
        entries.append(p.statement(within))
    return entries, comma


def _is_infinite(node: Node) -> bool:
    if isinstance(node, Negative):
        node = node.of
    return isinstance(node, Constant) and node.name == "infinity"


def square(p: Parser, opened: Token) -> Node:
    """[a, b], [a, b), [[a, b], [c, d]], [a, b; c, d]."""
    if p.take("]"):
        return Vector((), "[]", span=p.span(opened.start))
    holds_matrix = p.token.kind == "begin"
    rows: list[list[Node]] = [[p.statement("[")]]
    while separator := p.take(",", ";"):
        if p.token.kind == "]":
            break
        entry = p.statement("[")
        if separator.kind == ";" and not (p.scope.declared and "," in p.notes):
            rows.append([entry])
        else:
            rows[-1].append(entry)
    close = closed(p, opened, "]", ")", "[")
    span = p.span(opened.start)
    if len(rows) > 1:
        if any(len(row) != len(rows[0]) for row in rows):
            p.fail(_uneven([len(row) for row in rows]), opened)
        return Matrix(tuple(map(tuple, rows)), span=span)
    entries = tuple(rows[0])
    if holds_matrix and len(entries) == 1:
        return entries[0]
    infinite = len(entries) == 2 and any(map(_is_infinite, entries)) and p.within[-1] != "["
    if close.kind != "]" or infinite:
        if len(entries) != 2:
            p.fail(f"An interval has two ends; this one has {len(entries)}.", opened)
        return Interval(entries[0], entries[1], True, close.kind == "]", span=span)
    if all(isinstance(one, Vector) and one.brackets == "[]" and one.entries for one in entries):
        inner = [one.entries for one in entries if isinstance(one, Vector)]
        if any(len(row) != len(inner[0]) for row in inner):
            p.fail(_uneven([len(row) for row in inner]), opened)
        return Matrix(tuple(inner), span=span)
    return Vector(entries, "[]", span=span)


def _uneven(lengths: list[int]) -> str:
    odd = next(at for at, length in enumerate(lengths) if length != lengths[0])
    return f"The rows of a matrix are equally long; row 1 has {lengths[0]}, row {odd + 1} has {lengths[odd]}."


def outward(p: Parser, opened: Token) -> Node:
    """]a, b[, an open interval as many schools write it."""
    low = p.statement("]")
    if not p.take(",", ";"):
        p.fail("This ] closes a bracket that was never opened.", opened, p.replaced(opened.start, opened.end, ""))
    high = p.statement("]")
    close = closed(p, opened, "[", "]", ")")
    return Interval(low, high, False, close.kind == "]", span=p.span(opened.start))


def curly(p: Parser, opened: Token) -> Node:
    """{a, b}, {x | x > 0}, {x if x > 0, -x otherwise}, {}."""
    if p.take("}"):
        return Set((), span=p.span(opened.start))
    if p.token.kind == "begin" and p.token.text in ("array", "lines", "cases"):
        return _left_brace(p, opened)
    since = len(p.pending)
    first = p.statement("set")
    if p.token.kind in ("|", "given", ":"):
        p.at += 1
        conditions, _ = _entries(p, "set", "}")
        closed(p, opened, "}")
        for one in walk(first):
            if isinstance(one, Symbol):
                p.forget(one.name, since)
        condition = conditions[0] if len(conditions) == 1 else Logic("and", tuple(conditions))
        return SetOf(first, condition, span=p.span(opened.start))
    if p.token.kind in ("if", "otherwise"):
        return _cases(p, first, opened)
    entries = [first]
    while p.take(",", ";"):
        if p.token.kind == "}":
            break
        entries.append(p.statement("set"))
        if p.token.kind in ("if", "otherwise") and len(entries) == 2:
            p.fail("Give each piece its condition: {x if x > 0, -x otherwise}.", p.token)
    closed(p, opened, "}")
    return Set(tuple(entries), span=p.span(opened.start))


def _cases(p: Parser, first: Node, opened: Token) -> Node:
    pieces: list[tuple[Node, Node | None]] = []
    value = first
    while True:
        if p.take("otherwise"):
            pieces.append((value, None))
        elif p.take("if"):
            pieces.append((value, p.statement("set")))
        else:
            p.fail("A piece needs its condition: write if and when it holds, or otherwise.", p.token)
        if not p.take(",", ";") or p.token.kind == "}":
            break
        value = p.statement("set")
    closed(p, opened, "}")
    return Cases(tuple(pieces), span=p.span(opened.start))


def _left_brace(p: Parser, opened: Token) -> Node:
    r"""\\left\\{ \\begin{array}...\\end{array} \\right.: cases, or a system."""
    inner = environment(p, p.tokens[_passed(p)])
    p.take("}")
    if isinstance(inner, Matrix):
        return _cases_of([list(row) for row in inner.rows], p, opened)
    return inner


def _passed(p: Parser) -> int:
    p.at += 1
    return p.at - 1


def angle(p: Parser, opened: Token) -> Node:
    """<a, b> and ⟨a, b⟩: a vector, or the inner product of two vectors."""
    if opened.kind == "<":
        if not any(one.kind == ">" for one in p.tokens[p.at :]):
            p.fail("Something is missing before this <.", opened)
        p.within.append("<")
        entries = [p.nested(operators.UNION)]
        while p.take(",", ";"):
            entries.append(p.nested(operators.UNION))
        p.within.pop()
        closed(p, opened, ">")
    else:
        entries, _ = _entries(p, "⟨", "⟩")
        closed(p, opened, "⟩", ">")
    span = p.span(opened.start)
    if len(entries) == 2 and all(isinstance(one, Symbol) and is_vector(p, one) for one in entries):
        return Call("dot", tuple(entries), span=span)
    return Vector(tuple(entries), "<>", span=span)


# --- bars ------------------------------------------------------------------------------------------------------------


def is_pair(p: Parser) -> bool:
    """Whether two bars stand here side by side."""
    token, after = p.token, p.following
    return token.kind == "|" and after.kind == "|" and token.end == after.start


def bars(p: Parser, opened: Token) -> Node:
    """|x|, and ||v|| typed with four bars."""
    if p.pairs and p.token.kind == "|" and p.token.start == opened.end and _later_pair(p):
        p.at += 1
        inner = p.statement("||")
        if not is_pair(p):
            p.fail("This || is never closed; a || is missing.", opened, p.replaced(p.token.start, p.token.start, "||"))
        p.at += 2
        return _normed(p, inner, opened)
    inner = p.statement("|")
    if p.token.kind in ("‖", "|)"):
        p.at += 1
    else:
        closed(p, opened, "|")
    return _absolute(p, inner, opened)


def _later_pair(p: Parser) -> bool:
    tokens = p.tokens
    return any(
        tokens[at].kind == "|" and tokens[at + 1].kind == "|" and tokens[at].end == tokens[at + 1].start
        for at in range(p.at + 2, len(tokens) - 1)
    )


def absolute(p: Parser, opened: Token) -> Node:
    r"""\\left|x\\right|, \\lvert x\\rvert."""
    inner = p.statement("|(")
    closed(p, opened, "|)", "|")
    return _absolute(p, inner, opened)


def _absolute(p: Parser, inner: Node, opened: Token) -> Node:
    span = p.span(opened.start)
    if isinstance(inner, Matrix):
        return Call("det", (inner,), span=span)
    if (
        isinstance(inner, Symbol)
        and (found := p.scope.declaration(inner.name))
        and found.sort in ("matrix", "set", "vector")
    ):
        return Call({"matrix": "det", "set": "cardinality", "vector": "norm"}[found.sort], (inner,), span=span)
    if is_set(p, inner):
        return Call("cardinality", (inner,), span=span)
    return Call("abs", (inner,), span=span)


def norm(p: Parser, opened: Token) -> Node:
    """‖v‖ and ‖v‖_1."""
    inner = p.statement(opened.kind)
    closed(p, opened, "‖)" if opened.kind == "‖(" else "‖", "‖")
    return _normed(p, inner, opened)


def _normed(p: Parser, inner: Node, opened: Token) -> Node:
    if p.token.kind != "_":
        return Call("norm", (inner,), span=p.span(opened.start))
    sign = p.token
    p.at += 1
    below = atoms.subscript(p)
    order: Node
    if not isinstance(below, str):
        order = below[0]
    elif below in ("infinity", "oo", "inf", "infty"):
        order = Constant("infinity")
    elif below in ("F", "*", "star", "op"):
        order = Text(below)
    elif below.isdigit():
        order = atoms.index_nodes(p, below, sign)[0]
    else:
        order = atoms.resolved(p, below, sign)
    return Call("norm", (inner, order), span=p.span(opened.start))


def floor(p: Parser, opened: Token) -> Node:
    """⌊x⌋."""
    inner = p.statement("⌊")
    closed(p, opened, "⌋")
    return Call("floor", (inner,), span=p.span(opened.start))


def ceiling(p: Parser, opened: Token) -> Node:
    """⌈x⌉."""
    inner = p.statement("⌈")
    closed(p, opened, "⌉")
    return Call("ceil", (inner,), span=p.span(opened.start))


# --- LaTeX -----------------------------------------------------------------------------------------------------------


def group(p: Parser, opened: Token) -> Node:
    """{x} in LaTeX: what stands in it."""
    if p.token.kind == ":}":
        p.at += 1
        p.fail("There is nothing between these braces.", opened)
    entries, comma = _entries(p, "{:", ":}")
    closed(p, opened, ":}")
    if not comma:
        return entries[0]
    return Vector(tuple(entries), "", span=p.span(opened.start))


def braced(p: Parser, command: Token) -> Node:
    """The braced argument of a command."""
    opened = p.take("{:")
    if opened is None:
        p.fail(f"{command.text} needs an argument in braces.", command)
    if p.token.kind == ":}":
        p.fail(f"There is nothing between the braces of {command.text}.", command)
    inner = p.statement("{:")
    closed(p, opened, ":}")
    return inner


def fraction(p: Parser, token: Token) -> Node:
    r"""\\frac{a}{b}, which may be a derivative, or hold the dx of an integral."""
    if derivatives.begins_fraction(p):
        return derivatives.fraction(p, token)
    top = binders.top(p, token) if p.within[-1] in ("integral", "top") else braced(p, token)
    return Quotient(top, braced(p, token), span=p.span(token.start))


def environment(p: Parser, token: Token) -> Node:
    r"""\\begin{...} rows \\end{...}: a matrix, cases, or lines below one another."""
    kind = token.text
    rows: list[list[Node]] = [[]]
    p.within.append("begin")
    while p.token.kind not in ("end-of", "end"):
        if p.take("&"):
            continue
        if p.take("newline"):
            rows.append([])
            continue
        if rows[-1] and p.tokens[p.at - 1].kind != "&":
            if p.take(",", ";", "."):
                continue
            p.fail(f"I did not expect {p.token.text} here.", p.token)
        if p.token.kind == "otherwise" or p.token.kind == "if":
            rows[-1].append(_condition(p))
        else:
            rows[-1].append(p.statement("begin"))
    p.within.pop()
    if not p.take("end-of"):
        p.fail(f"This \\begin has no \\end{{{kind}}}.", token)
    rows = [row for row in rows if row]
    if not rows:
        p.fail("There is nothing between \\begin and \\end.", token)
    return _assembled(p, kind, rows, token)


def _condition(p: Parser) -> Node:
    """The second column of cases: `if x > 0`, or `otherwise` as words."""
    word = p.token
    p.at += 1
    if word.kind == "otherwise":
        return Text("otherwise", span=(word.start, word.end))
    return p.statement("begin")


def _assembled(p: Parser, kind: str, rows: list[list[Node]], token: Token) -> Node:
    span = p.span(token.start)
    if kind == "lines":
        lines = tuple(row[0] for row in rows)
        return lines[0] if len(lines) == 1 else Lines(lines, span=span)
    if kind == "cases":
        return _cases_of(rows, p, token)
    if kind == "array" and all(len(row) == 1 for row in rows) and all(isinstance(row[0], Relation) for row in rows):
        return Lines(tuple(row[0] for row in rows), span=span)
    if any(len(row) != len(rows[0]) for row in rows):
        p.fail(_uneven([len(row) for row in rows]), token)
    matrix = Matrix(tuple(map(tuple, rows)), span=span)
    if kind == "vmatrix":
        return Call("det", (matrix,), span=span)
    return Call("norm", (matrix,), span=span) if kind == "Vmatrix" else matrix


def _cases_of(rows: list[list[Node]], p: Parser, token: Token) -> Node:
    span = p.span(token.start)
    if all(len(row) == 1 for row in rows):
        return Lines(tuple(row[0] for row in rows), span=span)
    pieces: list[tuple[Node, Node | None]] = []
    for row in rows:
        if len(row) > 2:
            p.fail("A line of cases has a value and a condition.", token)
        condition = row[1] if len(row) == 2 else None
        if isinstance(condition, Text):
            condition = None
        pieces.append((row[0], condition))
    return Cases(tuple(pieces), span=span)
