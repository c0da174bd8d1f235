"""Equal up to the names of the letters.

Some way of calling the answer's letters by the key's makes the two the same.
"""

from __future__ import annotations

from itertools import permutations

from agnesi.maths.judging import equivalent
from agnesi.maths.judging.canonical import rename
from agnesi.maths.judging.request import Request
from agnesi.maths.judging.roles import roles
from agnesi.maths.names import symbols_in
from agnesi.maths.verdict import Verdict

_MOST_LETTERS = 5


def judged(request: Request) -> Verdict:
    """Tries every renaming that keeps what the letters are declared to be."""
    mine, theirs = sorted(symbols_in(request.answer)), sorted(symbols_in(request.key))
    if len(mine) != len(theirs):
        return Verdict("different", "With other letters it would still not be the same: the number of letters differs.")
    if len(mine) > _MOST_LETTERS:
        return Verdict("undecided", f"This could not be decided: more than {_MOST_LETTERS} letters to rename.")
    unsure = ""
    for names in permutations(theirs):
        answer = rename(request.answer, dict(zip(mine, names, strict=True)))
        declared = {name: request.roles[name] for name in theirs if name in request.roles}
        verdict = equivalent.judged(
            answer, request.key, roles((answer, request.key), declared), request.seed, request.inferred
        )
        if verdict:
            return verdict
        if verdict.outcome == "undecided":
            unsure = verdict.message
    return (
        Verdict("undecided", unsure)
        if unsure
        else Verdict("different", "No renaming of the letters makes this what is asked for.")
    )
