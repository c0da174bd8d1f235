"""Letters in a row, in either language, cut into tokens: `xsin2x` is x, sin, 2 and x; `x1` is x with the index 1."""

from __future__ import annotations

from agnesi.maths.reading.errors import ReadingError
from agnesi.maths.reading.names import CONSTANTS, Scope
from agnesi.maths.reading.tokens import Token


def run_tokens(scope: Scope, text: str, start: int, end: int, spaced: bool) -> tuple[list[Token], int]:
    """The tokens of the letters text[start:end], and where the text goes on: after digits that belong to the name."""
    run = text[start:end]
    stop = end
    while stop < len(text) and "0" <= text[stop] <= "9":
        stop += 1
    if stop > end and (name := scope.spelled(text[start:stop])):
        return [Token("name", name, start, stop, spaced)], stop
    after = end
    while after < len(text) and text[after] == " ":
        after += 1
    following = text[after : after + 1]
    if following == "\\" and text.startswith("\\left", after):
        following = text[after + 5 : after + 6]
    tokens: list[Token] = []
    at = start
    pieces = scope.split(run, following)
    if following == "(" and len(pieces) == 2 and pieces[0][0] == "function" and pieces[1][1] in ("e", "i"):
        name = pieces[0][1]
        raise ReadingError(
            f"I do not know the word {run}; did you mean {name}?", start, end, text[:start] + name + text[end:]
        )
    for kind, name, size in pieces:
        tokens.append(Token(name if kind == "word" else kind, name, at, at + size, spaced and at == start))
        at += size
    last = tokens[-1]
    if stop == end:
        return tokens, end
    if (last.kind == "name" and last.text not in CONSTANTS and last.text != "d") or (
        last.text == "log" and text[end:stop] in ("2", "10")
    ):
        tokens.append(Token("_", "_", end, end))
        tokens.append(Token("run", text[end:stop], end, stop))
        return tokens, stop
    return tokens, end
