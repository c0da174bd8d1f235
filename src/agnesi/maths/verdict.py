"""What a judge says of an answer and a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["equal", "equal-where-defined", "different", "undecided"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of four outcomes, and what backs it. A judge never raises: what it cannot decide it says is undecided.

    `message` is one sentence for the learner, which never contains the key. `condition` says, in plain text, where both
    sides are defined. `witness` maps names to the plain text of values at which `answer_value` and `key_value` differ.
    `timed_out` marks an undecided that another try may decide.
    """

    outcome: Outcome
    message: str = ""
    condition: str = ""
    witness: tuple[tuple[str, str], ...] = ()
    answer_value: str = ""
    key_value: str = ""
    timed_out: bool = False

    def __bool__(self) -> bool:
        """True when the answer is right: equal, or equal wherever both are defined."""
        return self.outcome in ("equal", "equal-where-defined")


EQUAL = Verdict("equal")
