"""Whether a text for the learner gives the key away."""

from __future__ import annotations

import re

from agnesi.exercise.problem import Problem

SHORT = 3
"""A key of so few characters may stand in a text by chance: it counts only where it stands in most problems."""
MOST = 0.6

_SIGNS = str.maketrans({"−": "-", "·": "*", "×": "*", "{": "", "}": "", "$": "", "\\": "", ",": ", "})


def telling(text: str, problem: Problem) -> bool:
    """True when the key of `problem` stands in `text` and did not stand in the question."""
    return any(_in(key, text) and not _in(key, problem.ask + problem.given) for key in _keys(problem))


def short(problem: Problem) -> bool:
    """True when the key is so short that one telling may be chance."""
    return not problem.answer.field.options and len(problem.answer.typed().strip()) <= SHORT


def _keys(problem: Problem) -> list[str]:
    """The ways in which the key may be written."""
    options = problem.answer.field.options
    if options:
        return []
    typed = problem.answer.typed()
    return [key for key in dict.fromkeys((typed, problem.answer.tex())) if key.strip() and "\n" not in key]


def _in(key: str, text: str) -> bool:
    """True when `key` stands in `text` as a whole: the 5 of 15, of 5.2 or of -5 does not count as 5."""
    pattern = re.escape(_plain(key))
    return re.search(rf"(?<![\w.])(?<!\w-)(?<![-+*/^]){pattern}(?![\w(]|\.\d|[*/^])", _plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(text.translate(_SIGNS).split()).replace(" - ", "-").replace(" + ", "+").replace(" * ", "*")
