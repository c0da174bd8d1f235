"""The same by meaning: an answer and a key, both read, judged by the judge of their kind.

In order: canonical forms; rational functions modulo a prime; balls at sample points; statements, sets, systems by
their solutions; and last, for what all of these leave open, the worker with SymPy, when there is one.
"""

from __future__ import annotations

from collections.abc import Mapping

from agnesi.maths import tree
from agnesi.maths.declare import Declaration
from agnesi.maths.evaluating.scalars import Imprecise, Undefined, Unsupported
from agnesi.maths.judging import expressions, sets, statements
from agnesi.maths.judging.canonical import canonical
from agnesi.maths.judging.kinds import aligned, kind
from agnesi.maths.judging.normal import statement
from agnesi.maths.judging.open_integrals import up_to_constant
from agnesi.maths.names import symbols_in
from agnesi.maths.verdict import EQUAL, Verdict


def judged(
    answer: tree.Node,
    key: tree.Node,
    roles: Mapping[str, Declaration],
    seed: str,
    inferred: frozenset[str] = frozenset(),
) -> Verdict:
    """The verdict on `answer`. `roles` declares every letter of both; `inferred` names those that nobody declared."""
    if canonical(answer, roles) == canonical(key, roles):
        return EQUAL
    pair = aligned(answer, key, roles)
    if isinstance(pair, str):
        return Verdict("different", pair)
    answer, key = pair
    a, k = kind(answer, roles), kind(key, roles)
    try:
        return _by_kind(answer, key, a, k, roles, seed, inferred)
    except (Undefined, Imprecise, Unsupported) as trouble:
        return Verdict("undecided", f"This could not be decided: {str(trouble) or 'the judges here do not know this'}.")


def _by_kind(
    answer: tree.Node,
    key: tree.Node,
    a: str,
    k: str,
    roles: Mapping[str, Declaration],
    seed: str,
    inferred: frozenset[str],
) -> Verdict:
    if "words" in (a, k):
        return _words(answer, key)
    if a == "set" and k == "set":
        return sets.judged(answer, key, roles, seed)
    if {a, k} == {"set", "statement"}:
        said, listed = (answer, key) if a == "statement" else (key, answer)
        letter = next(iter(symbols_in(statement(said)) - symbols_in(listed)), "")
        return sets.judged(answer, key, roles, seed, letter)
    if a == "statement" or k == "statement":
        return _statements(answer, key, roles, seed)
    if isinstance(answer, tree.Vector) and isinstance(key, tree.Vector):
        return _vectors(answer, key, roles, seed, inferred)
    if (
        isinstance(answer, tree.Cases)
        and isinstance(key, tree.Cases)
        and canonical(answer, roles) == canonical(key, roles)
    ):
        return EQUAL
    open_ended = up_to_constant(answer, key, roles, seed)
    return (
        open_ended
        if open_ended is not None
        else expressions.judged(answer, key, roles, seed, inferred=inferred, tried=True)
    )


def _statements(answer: tree.Node, key: tree.Node, roles: Mapping[str, Declaration], seed: str) -> Verdict:
    if (
        isinstance(answer, tree.Relation)
        and isinstance(key, tree.Relation)
        and answer.relators == key.relators == ("~",)
    ):
        return _distributions(answer, key, roles, seed)
    return statements.verdict(statements.relate(answer, key, roles, seed))


def _distributions(answer: tree.Relation, key: tree.Relation, roles: Mapping[str, Declaration], seed: str) -> Verdict:
    """X ~ Normal(0, 1): the same family, parameter by parameter."""
    a, k = answer.sides[1], key.sides[1]
    if not (isinstance(a, tree.Call) and isinstance(k, tree.Call)):
        return Verdict("undecided", "This could not be decided: only distributions with a name are judged.")
    if a.name != k.name or len(a.arguments) != len(k.arguments):
        return Verdict("different", "This is another distribution.")
    for one, other in zip(a.arguments, k.arguments, strict=True):
        verdict = judged(one, other, roles, seed)
        if not verdict:
            return verdict
    return EQUAL


def _vectors(
    answer: tree.Vector, key: tree.Vector, roles: Mapping[str, Declaration], seed: str, inferred: frozenset[str]
) -> Verdict:
    """Entry by entry, so that an entry of any kind may stand in a tuple."""
    n = len(key.entries)
    if len(answer.entries) != n:
        entries = "1 entry" if len(answer.entries) == 1 else f"{len(answer.entries)} entries"
        return Verdict("different", f"Yours has {entries}; {n} {'is' if n == 1 else 'are'} asked for.")
    worst = EQUAL
    for i, (one, other) in enumerate(zip(answer.entries, key.entries, strict=True), 1):
        verdict = judged(one, other, roles, seed, inferred)
        if verdict.outcome == "different":
            return Verdict(
                "different",
                f"Entry {i} is not right.",
                verdict.condition,
                verdict.witness,
                verdict.answer_value,
                verdict.key_value,
            )
        if verdict.outcome == "undecided" or (verdict.outcome == "equal-where-defined" and worst is EQUAL):
            worst = verdict
    return worst


def _words(answer: tree.Node, key: tree.Node) -> Verdict:
    if isinstance(answer, tree.Text) and isinstance(key, tree.Text):
        same = " ".join(answer.words.lower().split()) == " ".join(key.words.lower().split())
        same = same or {answer.words.lower().strip(), key.words.lower().strip()} <= {
            "none",
            "no solution",
            "no solutions",
            "nothing",
        }
        return EQUAL if same else Verdict("different", "These are not the words asked for.")
    words = answer if isinstance(answer, tree.Text) else key
    other = key if words is answer else answer
    if isinstance(words, tree.Text) and isinstance(other, tree.Constant):
        meant = {"dne": "undefined", "infinity": "infinity", "undefined": "undefined"}.get(words.words.lower().strip())
        if meant == other.name:
            return EQUAL
    return Verdict(
        "different", "Words are asked for here." if words is key else "A formula or number is asked for, not words."
    )
