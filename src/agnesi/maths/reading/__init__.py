"""Reading: from typed text, or the LaTeX of a maths field, to one tree, or to an error that says what and where.

The public functions are `read` and `read_with_notes`. A text goes through `typed` or `latex` (tokens), then `grammar`
(tree): precedence climbing, with the functions that read each construct in the modules around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from agnesi.maths.declare import Declaration, declare
from agnesi.maths.reading import atoms, statements
from agnesi.maths.reading.answers import in_words
from agnesi.maths.reading.errors import ReadingError
from agnesi.maths.reading.grammar import Parser
from agnesi.maths.reading.latex import tokens_of_latex
from agnesi.maths.reading.limits import CHARACTERS, REPAIRED
from agnesi.maths.reading.names import Scope, scope_of
from agnesi.maths.reading.typed import tokens_of_typed
from agnesi.maths.tree import Node

_TRIES = 4


def read(
    text: str, symbols: Mapping[str, str | Declaration] | None = None, *, comma: bool = False, open_names: bool = False
) -> Node:
    """The tree of `text`, typed or LaTeX (where it has a backslash, `^{` or `_{`).

    `symbols` declares the names there are; None infers them. With `comma`, 3,5 is a number and `;` separates; with
    `open_names` a name that is not declared is a real number and no error. Raises ReadingError.
    """
    return read_with_notes(text, symbols, comma=comma, open_names=open_names)[0]


def read_with_notes(
    text: str, symbols: Mapping[str, str | Declaration] | None = None, *, comma: bool = False, open_names: bool = False
) -> tuple[Node, tuple[str, ...]]:
    """As `read`, with the sentences that say how a doubtful spelling was taken: "1/2x was read as (1/2)*x"."""
    if len(text) > CHARACTERS:
        raise ReadingError(
            f"This is too long to read: {len(text)} characters, at most {CHARACTERS}.", CHARACTERS, len(text)
        )
    scope = scope_of(declare(symbols), open_names)
    try:
        return _read(text, scope, comma)
    except ReadingError as error:
        repaired = _repaired(error.suggestion, scope, comma)
        raise ReadingError(error.message, min(error.start, len(text)), min(error.end, len(text)), repaired) from None


def is_latex(text: str) -> bool:
    r"""Whether `text` is LaTeX: it has a backslash (not one alone between two sets, as in R \ {0}), `^{` or `_{`."""
    if "\\" not in text:
        return "^{" in text or "_{" in text
    return "^{" in text or "_{" in text or not _ONLY_DIFFERENCE.fullmatch(text)


_ONLY_DIFFERENCE = re.compile(r"[^\\]*(?:\\(?=[ {(\[])[^\\]*)+")


def _read(text: str, scope: Scope, comma: bool) -> tuple[Node, tuple[str, ...]]:
    alone = in_words(text)
    if alone is not None and not scope.spelled(text.strip()):
        return alone, ()
    try:
        return _parse(text, scope, comma, pairs=True)
    except ReadingError:
        if "||" not in text:
            raise
    return _parse(text, scope, comma, pairs=False)


def _parse(text: str, scope: Scope, comma: bool, pairs: bool) -> tuple[Node, tuple[str, ...]]:
    latex = is_latex(text)
    if latex:
        scanned = tokens_of_latex(text, scope, comma)
        p = Parser(text, scanned.tokens, scope, latex=True, pairs=pairs)
        p.bold |= scanned.bold
        p.upright |= scanned.upright
    else:
        tokens, notes = tokens_of_typed(text, scope, comma)
        p = Parser(text, tokens, scope, latex=False, pairs=pairs)
        p.notes += notes
    try:
        node = statements.document(p)
    except ReadingError:
        _undeclared(p)
        raise
    _undeclared(p)
    return node, tuple(p.notes)


def _undeclared(p: Parser) -> None:
    """Raises the error for the first name that nobody declared, if there is one."""
    if p.pending:
        name, start, end = p.pending[0]
        sentence, suggestion = atoms.undeclared(p, name, start, end)
        raise ReadingError(sentence, start, end, suggestion)


def _repaired(suggestion: str, scope: Scope, comma: bool) -> str:
    """The suggested text, repaired further where it needs it; empty when it cannot be read even then."""
    for _ in range(_TRIES):
        if not suggestion or len(suggestion) > REPAIRED:
            return ""
        try:
            _read(suggestion, scope, comma)
        except ReadingError as error:
            suggestion = error.suggestion if error.suggestion != suggestion else ""
        else:
            return suggestion
    return ""
