"""Differences of twelve digits."""

from agnesi.authoring import Problem, Rng, Step, exercise
from agnesi.authoring.answers import Number


@exercise("take", kind="procedure", tests=(1,), difficulty=0.2, seconds=30, uses={"adding": 0.5})
def take(rng: Rng) -> Problem:
    """A difference."""
    a, b = rng.integer(5 * 10**11, 9 * 10**11), rng.integer(10**11, 4 * 10**11)
    return Problem(
        ask=f"Take ${b}$ from ${a}$.",
        answer=Number(a - b),
        hints=("Digit by digit.",),
        solution=(Step(f"{a} - {b}", because="take away"), Step(str(a - b), because="done")),
    )
