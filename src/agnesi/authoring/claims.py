"""Always, sometimes or never: a claim with letters, judged by trying it, as a problem with three choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agnesi.exercise.answers import Choice
from agnesi.exercise.problem import Mistake, Problem, Step
from agnesi.exercise.rng import Rng

CASES = ("always", "sometimes", "never")


@dataclass(frozen=True)
class Claim:
    """Something said of any values, whether it `holds` (always, sometimes, never), and where to `look`.

    `said` and `look` may name letters in braces, which a problem fills in. `test` tells of one choice of values
    whether the claim is true of it: `None` where the claim says nothing of them (its hypothesis fails).
    """

    said: str
    holds: str
    look: str
    test: Callable[..., bool | None]


def claimed(
    rng: Rng,
    claims: Sequence[Claim],
    over: Sequence[tuple[Any, ...]],
    *,
    ask: str,
    hints: tuple[str, ...],
    letters: Mapping[str, Any] | None = None,
) -> Problem:
    """One of the claims that hold as `rng.case` says; the exercise declares `cases=CASES`.

    `ask` is the question with `{claim}` where the claim goes, punctuation included. `over` holds the values that the
    oracle tries `test` on: enough of them to refute whatever is false. `letters` fill the braces of the claims; where
    it is None the claims are taken as they stand, so that LaTeX needs no doubled braces.
    """
    claim = rng.choice([one for one in claims if one.holds == rng.case])
    said, look = (text if letters is None else text.format(**letters) for text in (claim.said, claim.look))
    options = {name: name for name in CASES}
    return Problem(
        ask=ask.replace("{claim}", said),
        answer=Choice(options, claim.holds, ordered=True),
        oracle=lambda: Choice(options, tried(claim, over), ordered=True),
        mistakes=tuple(Mistake(f"said-{one}", Choice.pick(one), look) for one in CASES if one != claim.holds),
        hints=hints,
        solution=(Step("", because=f"{look} So: {claim.holds}."),),
    )


def tried(claim: Claim, over: Sequence[tuple[Any, ...]]) -> str:
    """What holds of the values tried. Raises ValueError where the claim says nothing of any of them."""
    found = {bool(held) for values in over if (held := claim.test(*values)) is not None}
    if not found:
        raise ValueError(f"no value tried is one that this claim speaks of: {claim.said}")
    return "sometimes" if len(found) == 2 else "always" if True in found else "never"
