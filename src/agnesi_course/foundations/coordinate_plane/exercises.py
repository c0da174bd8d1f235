"""Exercises on lines in the plane: slope and start from points and equations, above and below, and even rates."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np

from agnesi.authoring import Contrast, Given, Guess, Mistake, Open, Pair, Problem, Proof, Rng, Step, exercise, tex
from agnesi.authoring.answers import Choice, Code, Derivation, Number, Property, Tuple, Used, WithTool, Wrote
from agnesi.authoring.claims import CASES, Claim, claimed

taxi = Guess(
    "taxi",
    ask="What do 10 km cost, in euros?",
    options={"first": "$38.33$", "mean": "$34.52$", "second": "$30.71$", "line": "$29.00$"},
    believes="second",
    truth="line",
)

one_line = Contrast(
    "one-line",
    ask="Is there a line $y = mx + b$ that passes through all the points?",
    labels=("such a line", "no such line"),
    pairs=(
        Pair(
            "$(0, 4)$, $(3, 11.5)$, $(7, 21.5)$",
            "$(0, 0)$, $(3, 11.5)$, $(7, 21.5)$",
            "$7.5/3$ and $10/4$ are both $2.5$. From $(0, 0)$ the first rate would be $11.5/3$, more than the second.",
        ),
        Pair(
            "$(1, 4)$, $(7, 4)$",
            "$(4, 1)$, $(4, 7)$",
            "Side by side: $y = 0x + 4$. One above the other: at $x = 4$ the line would need two heights.",
        ),
        Pair(
            "$(0, 6)$, $(2, 3)$, $(4, 0)$",
            "$(0, 6)$, $(2, 3)$, $(4, 1)$",
            "3 down for every 2 across, twice. In the other one the second step is only 2 down.",
        ),
        Pair(
            "$(2, 5)$ alone",
            "$(2, 5)$ and $(2, 5.1)$",
            "Through one point pass many. A second point straight above it is one too many.",
        ),
    ),
)

same_rate = Proof(
    "same-rate",
    claim="On $y = mx + b$ the change of $y$ between any two points is $m$ times the change of $x$.",
    lines=(
        Given(
            "(m*x_2 + b) - (m*x_1 + b)",
            "this is $y_2 - y_1$: both points lie on the line",
            show="(m x_2 + b) - (m x_1 + b)",
        ),
        Open(
            "m*x_2 - m*x_1",
            "$b$ cancels: the start has no say in a change",
            hint="Open the brackets. What becomes of $b$?",
            show="m x_2 - m x_1",
        ),
        Open(
            "m*(x_2 - x_1)",
            "$m$ stands in both terms, so it is taken out",
            instead=("$x_1$ and $x_2$ are equal", "$m$ is not 0"),
            show="m(x_2 - x_1)",
        ),
        Given(
            "",
            "if $x_1 \\neq x_2$, both sides may be divided by $x_2 - x_1$, and $m$ is left: the same for every pair of points",
        ),
    ),
    symbols=dict.fromkeys(("m", "b", "x_1", "x_2"), "real"),
)


@exercise(
    "two-points",
    kind="procedure",
    tests=(1,),
    difficulty=0.35,
    seconds=70,
    uses={"linear-equations": 0.3, "real-numbers": 0.3},
    cases=("rising", "falling", "flat", "through-zero", "fraction", "left-point"),
)
def two_points(rng: Rng) -> Problem:
    """Slope and intercept of the line through two points."""
    m = Fraction(rng.integer(2, 5))
    b = rng.integer(-7, 7, nonzero=True)
    x1, dx = rng.integer(1, 5), rng.integer(2, 4)
    if rng.case == "falling":
        m = -m
    elif rng.case == "flat":
        m = Fraction(0)
    elif rng.case == "through-zero":
        b = 0
    elif rng.case == "fraction":
        dx = rng.choice((2, 3, 4))
        m = Fraction(rng.choice([n for n in (-5, -3, -1, 1, 3, 5) if n % dx]), dx)
        x1 = dx * rng.integer(1, 2)
    elif rng.case == "left-point":
        x1 = -rng.integer(1, 5)
    x2 = x1 + dx
    y1, y2 = int(m * x1) + b, int(m * x2) + b
    fitted = np.polyfit([x1, x2], [y1, y2], 1)
    across = (
        [
            Mistake(
                "across-over-up",
                Tuple([Fraction(dx, y2 - y1), b]),
                "You divided across by up. It is the change of $y$ over the change of $x$.",
            )
        ]
        if y1 != y2
        else []
    )
    return Problem(
        ask=f"A line $y = mx + b$ passes through $({x1}, {y1})$ and $({x2}, {y2})$. Give $(m, b)$.",
        given="$(m, b) =$",
        answer=Tuple([m, b]),
        symbols={"m": "real", "b": "real"},
        oracle=lambda: Tuple([Fraction(float(one)).limit_denominator(50) for one in fitted]),
        mistakes=(
            *across,
            Mistake(
                "height-over-place",
                Tuple([Fraction(y2, x2) if x2 else Fraction(y1, x1), 0]),
                "You divided a height by a place. Take the change between the two points.",
            ),
            Mistake("height-as-start", Tuple([m, y1]), f"${y1}$ is the height at $x = {x1}$. What is it at $x = 0$?"),
            Mistake("sign-of-m", Tuple([-m, b]), "From left to right, does the line rise or fall?"),
        ),
        hints=(
            "How much does $y$ change from the left point to the right one, and how much $x$?",
            "When $m$ is known, walk from one of the points to $x = 0$.",
        ),
        solution=(
            Step(f"({y2} - {y1})/({x2} - {x1})".replace("- -", "+ "), because="change of $y$ over change of $x$"),
            Step(str(m), because="this is $m$"),
            Step("", because=f"at $x = {x1}$ the height is ${y1}$, so $b = {y1} - {tex(m)} \\cdot ({x1}) = {b}$"),
            Step(f"({m}, {b})", because="slope and intercept"),
        ),
    )


@exercise(
    "alone",
    kind="derivation",
    tests=(1,),
    difficulty=0.45,
    seconds=80,
    uses={"linear-equations": 0.6},
    cases=("plus", "minus-y", "fraction", "letter"),
)
def alone(rng: Rng) -> Problem:
    """An equation in x and y, rewritten until y stands alone and slope and intercept can be read off."""
    q, m, b = rng.integer(2, 5), rng.integer(-5, 5, nonzero=True, avoid=(1, -1)), rng.integer(-6, 6, nonzero=True)
    symbols = {"x": "real", "y": "real"}
    if rng.case == "minus-y":
        q = -q
    if rng.case == "letter":
        symbols["c"] = "nonzero real"
        start, alone_y, goal = (
            f"{_term(m, 'x')} + c*y = {b}",
            f"c*y = {_term(-m, 'x')} {_signed(b)}",
            f"y = {_term(-m, 'x')}/c {_signed(b)}/c",
        )
        wrong = f"y = {_term(m, 'x')}/c {_signed(b)}/c"
        forgotten = f"y = {_term(-m, 'x')} {_signed(b)}/c"
    else:
        p = (
            -m * q
            if rng.case != "fraction"
            else rng.until(lambda: rng.integer(-7, 7, nonzero=True), lambda one: one % q != 0)
        )
        r = b * q
        slope = Fraction(-p, q)
        start = f"{_term(p, 'x')} {_signed(q)}y = {r}"
        alone_y = f"{_term(q, 'y')} = {_term(-p, 'x')} {_signed(r)}"
        goal = f"y = ({slope})*x {_signed(b)}"
        wrong = f"y = ({-slope})*x {_signed(b)}"
        forgotten = f"y = {-p}*x {_signed(b)}"
    return Problem(
        ask=f"Rewrite ${tex(start)}$ line by line until $y$ stands alone on the left side, so that the slope can be read off"
        + (" ($c$ is not $0$)." if rng.case == "letter" else "."),
        answer=Derivation(start, (alone_y, goal)),
        oracle=lambda: Derivation(start, (goal,), least=1),
        symbols=symbols,
        mistakes=(
            Mistake("sign-kept", Wrote(wrong), "The term with $x$ changed sides. What becomes of its sign?"),
            Mistake("half-divided", Wrote(forgotten), "Both terms on the right are divided, not only the number."),
        ),
        hints=("First bring the term with $x$ to the other side.", "Then divide everything by the factor of $y$."),
        solution=(
            Step(start, because="the start"),
            Step(alone_y, because="take the term with $x$ away on both sides"),
            Step(goal, because="divide everything by the factor of $y$"),
        ),
    )


def _term(k: int, letter: str) -> str:
    return {1: letter, -1: f"-{letter}"}.get(k, f"{k}{letter}")


def _signed(k: int) -> str:
    return f"{'-' if k < 0 else '+'} {abs(k)}"


@exercise(
    "above",
    kind="procedure",
    tests=(2,),
    difficulty=0.3,
    seconds=40,
    uses={"real-numbers": 0.3},
    cases=("rising", "falling", "on-it", "negative-side", "by-two-points"),
)
def above(rng: Rng) -> Problem:
    """Whether a point lies above, on or below a line."""
    m = rng.integer(2, 5) * (-1 if rng.case in ("falling", "negative-side") else 1)
    b, x = rng.integer(-6, 6, nonzero=True), rng.integer(1, 6)
    if rng.case == "negative-side":
        x = -x
    gap = 0 if rng.case == "on-it" else rng.choice((-2, -1, 1, 2))
    y = m * x + b + gap
    right = "above" if gap > 0 else "below" if gap < 0 else "on"
    options = {"above": "above it", "on": "on it", "below": "below it"}
    line = (
        f"the line through $(0, {b})$ and $(1, {m + b})$"
        if rng.case == "by-two-points"
        else f"the line $y = {tex(f'{m}x {_signed(b)}')}$"
    )
    return Problem(
        ask=f"Where does the point $({x}, {y})$ lie, seen from {line}?",
        answer=Choice(options, right, ordered=True),
        oracle=lambda: Choice(options, _side(np.array([1, m]), np.array([x, y - b]))),
        mistakes=tuple(
            Mistake(
                f"said-{one}",
                Choice.pick(one),
                f"How high is the line at $x = {x}$? Compare that with the height of the point.",
            )
            for one in options
            if one != right
        ),
        hints=(
            f"Put $x = {x}$ into the line: how high is it there?",
            "Then compare with the second number of the point.",
        ),
        solution=(
            Step("", because=f"at $x = {x}$ the line has the height ${m} \\cdot ({x}) {_signed(b)} = {m * x + b}$"),
            Step("", because=f"the point has the height ${y}$: it lies {options[right]}"),
        ),
    )


def _side(along: Any, to: Any) -> str:
    """The side by the sign of the turn from the line's direction to the point."""
    turn = int(along[0] * to[1] - along[1] * to[0])
    return "above" if turn > 0 else "below" if turn < 0 else "on"


CLAIMS = (
    Claim("The line passes through $(0, {b})$.", "always", "Put $x = 0$ in.", lambda m, b, x, k: m * 0 + b == b),
    Claim("The line passes through $(0, 0)$.", "sometimes", "Put $x = 0$ in.", lambda m, b, x, k: b == 0),
    Claim(
        "For a point $(x, y)$ of the line with $x \\neq 0$, the slope is $y/x$.",
        "sometimes",
        "Take ${b} = 0$, then ${b} = 1$.",
        lambda m, b, x, k: Fraction(m * x + b, x) == m if x else None,
    ),
    Claim(
        "A step of {k} to the right changes the height on the line by ${k}{m}$.",
        "always",
        "Write both heights and take the difference.",
        lambda m, b, x, k: m * (x + k) + b - (m * x + b) == k * m,
    ),
    Claim(
        "With ${m} \\neq 0$: computed from right to left, the slope has the other sign.",
        "never",
        "Both changes turn their sign. What becomes of the quotient?",
        lambda m, b, x, k: Fraction((m * x + b) - (m * (x + k) + b), x - (x + k)) == -m if m else None,
    ),
    Claim(
        "The line $y = {m}x + {b} + {k}$ meets it.",
        "never",
        "Where would both heights be equal?",
        lambda m, b, x, k: m * x + b == m * x + b + k,
    ),
    Claim(
        "If the slope is negative, so is ${b}$.",
        "sometimes",
        "Look at $y = -x + 1$ and at $y = -x - 1$.",
        lambda m, b, x, k: b < 0 if m < 0 else None,
    ),
    Claim(
        "A point above the line has a second coordinate above ${b}$.",
        "sometimes",
        "Look at $y = x$ and the points $(-2, -1)$ and $(1, 2)$.",
        lambda m, b, x, k: m * x + b + 1 > b,
    ),
    Claim(
        "A point of the line, moved straight up by {k}, lies above it.",
        "always",
        "Its $x$ stays, so the height of the line there stays.",
        lambda m, b, x, k: m * x + b + k > m * x + b,
    ),
    Claim(
        "A point of the line, moved {k} to the right, lies below it.",
        "sometimes",
        "Try a rising line and a falling one.",
        lambda m, b, x, k: m * x + b < m * (x + k) + b,
    ),
    Claim(
        "Two points of the line with different $x$ have the same height, although ${m} \\neq 0$.",
        "never",
        "Their difference in height is ${m}$ times their difference in $x$.",
        lambda m, b, x, k: m * x + b == m * (x + k) + b if m else None,
    ),
    Claim(
        "Doubling ${m}$ doubles every height on the line.",
        "sometimes",
        "Take ${b} = 0$, then ${b} = 1$.",
        lambda m, b, x, k: 2 * m * x + b == 2 * (m * x + b),
    ),
)


@exercise(
    "always",
    kind="concept",
    tests=(1, 2),
    difficulty=0.5,
    seconds=45,
    uses={"linear-equations": 0.2},
    cases=CASES,
)
def always(rng: Rng) -> Problem:
    """A claim on all lines y = mx + b: true for all of them, for some, or for none."""
    m, b = rng.choice((("m", "b"), ("w", "c"), ("p", "q")))
    k = rng.integer(2, 9)
    return claimed(
        rng,
        CLAIMS,
        [(*values, k) for values in product(range(-3, 4), repeat=3)],
        ask=f"Of a line $y = {m}x + {b}$, whatever its two numbers: is this true always, sometimes or never? {{claim}}",
        hints=("Draw a rising line, a falling one and a flat one.", "Then move each of them up and down."),
        letters={"m": m, "b": b, "k": k},
    )


@exercise(
    "parting",
    kind="construct",
    tests=(1, 2),
    difficulty=0.5,
    seconds=80,
    uses={"real-numbers": 0.2},
    cases=("flat-works", "must-rise", "must-fall", "far-left"),
)
def parting(rng: Rng) -> Problem:
    """Any line that has two given points above it and two below."""
    m = {"flat-works": 0, "must-rise": rng.integer(2, 3), "must-fall": rng.integer(-3, -2)}.get(
        rng.case, rng.choice((-1, 1))
    )
    b = rng.integer(-4, 6)
    places = rng.sample(range(-6, 0) if rng.case == "far-left" else range(0, 7), 4)
    places.sort()
    order = (1, -1, 1, -1) if rng.chance(0.5) else (-1, 1, 1, -1)
    points = [(x, m * x + b + side * rng.integer(1, 2)) for x, side in zip(places, order, strict=True)]
    up = [p for p, side in zip(points, order, strict=True) if side > 0]
    down = [p for p, side in zip(points, order, strict=True) if side < 0]

    def gaps(line: Any) -> tuple[list[Any], list[Any]]:
        return [y - (line[0] * x + line[1]) for x, y in up], [y - (line[0] * x + line[1]) for x, y in down]

    def good(line: Any) -> bool:
        high, low = gaps(line)
        return all(gap > 0 for gap in high) and all(gap < 0 for gap in low)

    def touches(line: Any) -> bool:
        return any(gap == 0 for part in gaps(line) for gap in part)

    def swapped(line: Any) -> bool:
        high, _ = gaps(line)
        return all(gap < 0 for gap in high)

    first = up[0]
    top = max(y for _, y in points) + 5
    return Problem(
        ask=f"Give a line $y = mx + b$, as $(m, b)$, that has {_named(up)} strictly above it and {_named(down)} strictly below it.",
        given="$(m, b) =$",
        answer=Property(Tuple, good, example=Tuple([m, b])),
        symbols={"m": "real", "b": "real"},
        oracle=lambda: Property(
            Tuple,
            lambda line: (
                all(_side(np.array([1, line[0]]), np.array([x, y - line[1]])) == "above" for x, y in up)
                and all(_side(np.array([1, line[0]]), np.array([x, y - line[1]])) == "below" for x, y in down)
            ),
            example=Tuple([m, b]),
        ),
        consequence=lambda line: (
            f"Yours lies right for {sum(gap > 0 for gap in gaps(line)[0]) + sum(gap < 0 for gap in gaps(line)[1])} of the 4 points."
        ),
        mistakes=(
            Mistake(
                "touches",
                Property(Tuple, touches, example=Tuple([0, first[1]])),
                "Yours passes through one of the points. Leave room on both sides.",
            ),
            Mistake(
                "too-high",
                Property(Tuple, lambda line: swapped(line) and not touches(line), example=Tuple([0, top])),
                "Yours has the points that should be above it below it. How high is it at their $x$?",
            ),
        ),
        hints=(
            "Make a sketch: which point of each kind is hardest to get right?",
            "Choose a height between two neighbours of different kind, then tilt.",
        ),
        solution=(
            Step("", because=f"take $m = {m}$ and $b = {b}$, for one"),
            *(
                Step("", because=f"at $x = {x}$ it has the height ${m * x + b}$, and the point has ${y}$")
                for x, y in points
            ),
        ),
    )


def _named(points: list[tuple[int, int]]) -> str:
    return " and ".join(f"$({x}, {y})$" for x, y in points)


SOURCE = """def line(p, q):
    if p[0] == q[0]:
        raise ValueError("upright: no slope")
    m = (q[1] - p[1]) / (q[0] - p[0])
    return (m, p[1] - m * p[0])
"""
RATIO = """def line(p, q):
    if p[0] == q[0]:
        raise ValueError("upright: no slope")
    m = (q[1] - p[1]) / (q[0] - p[0])
    return (m, p[1])
"""
ACROSS = """def line(p, q):
    if p[0] == q[0]:
        raise ValueError("upright: no slope")
    m = (q[0] - p[0]) / (q[1] - p[1]) if q[1] != p[1] else 0
    return (m, p[1] - m * p[0])
"""


@exercise(
    "line-in-code",
    kind="code",
    tests=(1,),
    difficulty=0.4,
    seconds=120,
    uses={"real-numbers": 0.2},
    cases=("rising", "falling", "flat"),
)
def line_in_code(rng: Rng) -> Problem:
    """Slope and intercept of the line through two points; upright pairs raise."""
    m, b = {"rising": rng.integer(1, 4), "falling": rng.integer(-4, -1)}.get(rng.case, 0), rng.integer(-5, 5)
    x = rng.integer(-4, 3)
    p, q = (x, m * x + b), (x + 2, m * (x + 2) + b)
    inputs = (
        (p, q),
        (q, p),
        ((3, 11.5), (7, 21.5)),
        ((0, 1), (4, 1)),
        ((2, 5), (-2, -3)),
        ((4, 1), (4, 7)),
        ((0, 0), (0, 3)),
    )
    return Problem(
        ask=f"Write `line(p, q)` for two points, each a pair `(x, y)`. It returns the pair of slope and intercept of the line through them: `line({p}, {q})` is `({float(m)}, {float(b)})`. "
        "Where no line $y = mx + b$ passes through both, or more than one does, it raises `ValueError`.",
        answer=Code("line", SOURCE, reference=_fitted, inputs=inputs, starter="def line(p, q):\n    ", tolerance=1e-6),
        mistakes=(
            Mistake(
                "height-of-p",
                Code("line", RATIO, reference=lambda p, q: (_fitted(p, q)[0], p[1])),
                "The second number is the height at $x = 0$, not at the first point.",
            ),
            Mistake("across", Code("line", ACROSS, reference=_across), "You divide across by up."),
        ),
        hints=(
            "When do both points stand at the same $x$?",
            "From `p`, how far is it to $x = 0$, and how much does the height change on the way?",
        ),
        solution=(
            Step("", because="two points at the same $x$ have no slope between them, so raise"),
            Step(
                "", because=f"else up over across, and from the first point back to $x = 0$:\n```python\n{SOURCE}```\n"
            ),
        ),
    )


def _fitted(p: tuple[float, float], q: tuple[float, float]) -> tuple[float, float]:
    """By solving two equations for slope and intercept."""
    if p[0] == q[0]:
        raise ValueError("upright")
    m, b = np.linalg.solve(np.array([[p[0], 1.0], [q[0], 1.0]]), np.array([p[1], q[1]], dtype=float))
    return float(m), float(b)


def _across(p: tuple[float, float], q: tuple[float, float]) -> tuple[float, float]:
    m, _ = _fitted(p, q)
    turned = 1 / m if abs(m) > 1e-12 else 0.0
    return turned, p[1] - turned * p[0]


TOOLS = {
    "rate": "two readings: find the even change, then go back or forward by it",
    "ratio": "one reading is enough: twice as long, twice as much",
    "one-unknown": "start and change are known: solve for the moment",
}


@exercise(
    "candle",
    kind="transfer",
    tests=(1,),
    difficulty=0.5,
    seconds=80,
    uses={"linear-equations": 0.4},
    cases=("candle", "tank", "empty-when", "training", "hired", "enough-when"),
)
def candle(rng: Rng) -> Problem:
    """Something that changes evenly, known at two moments; in a third of the cases start and change are given."""
    if rng.case.endswith("when"):
        return _moment(rng)
    rate, start = rng.integer(2, 6), rng.integer(7, 20)
    t1 = rng.integer(2, 5)
    t2 = t1 + rng.integer(2, 4)
    sign = 1
    if rng.case == "candle":
        sign, start = -1, start + rate * t2
        text = "A candle burns evenly. It is {y1} mm tall after {t1} minutes and {y2} mm after {t2}. How tall was it when it was lit, in mm?"
    elif rng.case == "tank":
        text = "A tank fills evenly. It holds {y1} litres after {t1} minutes and {y2} litres after {t2}. How many litres were in it at the start?"
    elif rng.case == "training":
        text = "A training run costs a fee and then the same amount for each hour. {t1} hours cost {y1} euros, {t2} hours {y2} euros. How high is the fee?"
    else:
        text = "Hiring a van costs a fee and then the same amount for each day. {t1} days cost {y1} euros, {t2} days {y2} euros. How high is the fee?"
    y1, y2 = start + sign * rate * t1, start + sign * rate * t2
    return Problem(
        ask=text.format(y1=y1, y2=y2, t1=t1, t2=t2),
        answer=WithTool(TOOLS, "rate", Number(start)),
        oracle=lambda: WithTool(TOOLS, "rate", Number(round(float(np.polyfit([t1, t2], [y1, y2], 1)[1])))),
        mistakes=(
            Mistake(
                "ratio", Used("ratio"), "That would mean nothing at the start. Compare the two readings: do they fit?"
            ),
            Mistake(
                "one-unknown",
                Used("one-unknown"),
                "Neither the start nor the change is given. What do the two readings say of the change?",
            ),
            Mistake(
                "wrong-way",
                Used("rate", Number(y1 + sign * rate * t1)),
                "You went forward in time. The start lies before the first reading.",
            ),
            Mistake("one-step", Used("rate", Number(y1 - sign * rate)), "You went back by one unit of time only."),
        ),
        hints=(
            "How much changed between the two readings, and in how much time?",
            "Then go back from the first reading to the start.",
        ),
        solution=(
            Step(f"({y2} - {y1})/({t2} - {t1})", because="the even change"),
            Step(str(sign * rate), because="for each unit of time"),
            Step("", because=f"back from the first reading by {t1} of them"),
            Step(f"{y1} - ({sign * rate})*{t1}", because="the reading without those changes"),
            Step(str(start), because="calculate"),
        ),
    )


def _moment(rng: Rng) -> Problem:
    rate, n = rng.integer(2, 9), rng.integer(4, 15)
    rest = rng.integer(5, 40)
    if rng.case == "empty-when":
        start, goal, change = rest + rate * n, rest, -rate
        text = f"A battery has {start} units and loses {rate} an hour. After how many hours are {goal} left?"
    else:
        start, goal, change = rest, rest + rate * n, rate
        text = f"A data set has {start} pictures and gains {rate} an hour. After how many hours does it have {goal}?"
    return Problem(
        ask=text,
        answer=WithTool(TOOLS, "one-unknown", Number(n)),
        oracle=lambda: WithTool(TOOLS, "one-unknown", Number(next(t for t in range(99) if start + change * t == goal))),
        symbols={"t": "real"},
        mistakes=(
            Mistake("rate", Used("rate"), "The change is given already, and so is the start."),
            Mistake("ratio", Used("ratio"), "It does not begin with nothing, so twice the time is not twice as much."),
            Mistake(
                "start-forgotten",
                Used("one-unknown", Number(Fraction(goal, rate))),
                "You left out what was there at the start.",
            ),
        ),
        hints=("How much has to change in all?", "How often does the change of one hour go into that?"),
        solution=(
            Step(f"{start} + ({change})*t = {goal}", because="the amount after $t$ hours"),
            Step(f"({change})*t = {goal - start}", because="take the start away"),
            Step(f"t = {n}", because="divide"),
        ),
    )


@dataclass(frozen=True)
class Card:
    """A question to recall: the right option, wrong ones each with a reply, and why."""

    ask: str
    right: str
    wrong: tuple[tuple[str, str], ...]
    because: str


def _recalled(card: Card) -> Problem:
    options = {"kept": card.right, **{f"other-{n}": text for n, (text, _) in enumerate(card.wrong, 1)}}
    return Problem(
        ask=card.ask,
        answer=Choice(options, "kept"),
        mistakes=tuple(
            Mistake(f"other-{n}", Choice.pick(f"other-{n}"), reply) for n, (_, reply) in enumerate(card.wrong, 1)
        ),
        hints=("Make a sketch with two points before you choose.",),
        solution=(Step("", because=card.because),),
    )


@exercise(
    "recall-slope",
    kind="recall",
    keep=(1,),
    difficulty=0.2,
    seconds=20,
    cases=("quotient", "order", "why", "when-not", "step", "negative", "steeper", "value"),
)
def recall_slope(rng: Rng) -> Problem:
    """What the slope is, in eight questions."""
    k, n = rng.integer(2, 4), rng.integer(5, 9)
    cards = {
        "quotient": Card(
            "How is the slope computed from two points?",
            "change of $y$ over change of $x$",
            (
                ("change of $x$ over change of $y$", "Up over across: how much higher for one step to the right?"),
                ("$y$ over $x$ at one of the points", "That holds only for lines through the origin."),
            ),
            "it says how much $y$ changes for one step of $x$",
        ),
        "order": Card(
            "The two points are swapped. What becomes of the slope?",
            "it stays the same",
            (
                ("it turns its sign", "Both differences turn their sign."),
                ("it becomes one over itself", "Up stays up, across stays across."),
            ),
            "both differences turn their sign, and the quotient stays",
        ),
        "why": Card(
            "Why do any two points of a line give the same slope?",
            "$b$ cancels, and the change of $y$ is $m$ times the change of $x$",
            (
                ("all points have the same height", "Only on a flat line."),
                ("the points are equally far apart", "They need not be."),
            ),
            "$(mx_2 + b) - (mx_1 + b) = m(x_2 - x_1)$",
        ),
        "when-not": Card(
            "Between which two points is there no slope?",
            f"$({k}, 1)$ and $({k}, {n})$",
            (
                (f"$(1, {k})$ and $({n}, {k})$", "Nothing up, something across: slope 0."),
                (f"$(0, {k})$ and $({k}, 0)$", f"It falls by ${k}$ over ${k}$."),
            ),
            "the change of $x$ is 0, and nothing is divided by 0",
        ),
        "step": Card(
            f"A line has slope ${k}$. By how much does it rise over ${n}$ steps to the right?",
            f"by ${k * n}$",
            ((f"by ${k}$", "That is one step."), (f"by ${k + n}$", "Each step adds the slope again.")),
            f"${n}$ times ${k}$",
        ),
        "negative": Card(
            "What does a negative slope say?",
            "the line falls from left to right",
            (
                ("the line lies below the $x$-axis", "How high it lies is another matter."),
                ("the line runs from right to left", "A line has no direction; read it from left to right."),
            ),
            "to the right, $y$ gets smaller",
        ),
        "steeper": Card(
            f"Which line is steeper, slope ${k}$ or slope $-{n}$?",
            f"slope $-{n}$",
            (
                (f"slope ${k}$", "Steepness is the size, whatever the sign."),
                ("they cannot be compared", "Compare how much the height changes in a step."),
            ),
            f"it changes by ${n}$ in each step, the other by ${k}$",
        ),
        "value": Card(
            f"What is the slope through $(1, {k})$ and $(3, {k + 2 * n})$?",
            f"${n}$",
            ((f"${2 * n}$", "Divide by the change of $x$."), (rf"$\frac{{1}}{{{n}}}$", "Up over across.")),
            f"${2 * n}$ up over $2$ across",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-start",
    kind="recall",
    keep=(2,),
    difficulty=0.3,
    seconds=20,
    cases=("read", "ratio", "why", "when-not", "flat", "upright", "alone", "through"),
)
def recall_start(rng: Rng) -> Problem:
    """Intercept, proportion, and the two special lines, in eight questions."""
    k, n = rng.integer(2, 4), rng.integer(5, 9)
    cards = {
        "read": Card(
            f"What is ${n}$ in $y = {k}x + {n}$?",
            "the height at $x = 0$",
            (
                ("the slope", "The slope multiplies $x$."),
                ("the place where the line meets the $x$-axis", "There $y$ would be 0."),
            ),
            "with $x = 0$ it is all that is left",
        ),
        "ratio": Card(
            "When is the slope of a line the same as $y/x$?",
            "when the line passes through the origin",
            (
                ("always", f"Look at $({n}, {k * n + 1})$ on $y = {k}x + 1$."),
                ("when it rises", f"Look at $({n}, {k * n + 1})$ on $y = {k}x + 1$."),
            ),
            "then the change is measured from $(0, 0)$",
        ),
        "why": Card(
            "Why is the price of a taxi ride over its kilometres not the price of one more kilometre?",
            "the fee at the start is spread over the ride",
            (
                (
                    "longer rides are cheaper for each kilometre by law",
                    "Take a fee of 4 and a fixed price: what happens to the quotient?",
                ),
                ("prices are rounded", "Even exact prices do that."),
            ),
            "$y/x = m + b/x$",
        ),
        "when-not": Card(
            "Which line cannot be written as $y = mx + b$?",
            f"$x = {n}$",
            ((f"$y = {n}$", "That is $m = 0$."), (f"$x + y = {n}$", f"Bring $x$ over: $y = -x + {n}$.")),
            "it has no slope",
        ),
        "flat": Card(
            f"What is the slope of $y = {n}$?",
            "$0$",
            (("it has none", "Nothing up, something across."), (f"${n}$", "That is its height.")),
            "the height does not change",
        ),
        "upright": Card(
            f"What is the slope of $x = {n}$?",
            "it has none",
            (("$0$", "That is a flat line."), (f"${n}$", "That is where it stands.")),
            "between its points the change of $x$ is 0",
        ),
        "alone": Card(
            f"What is the slope of $x + {k}y = {n}$?",
            rf"$-\frac{{1}}{{{k}}}$",
            (("$1$", "First $y$ has to stand alone."), (f"$-{k}$", "Divide by the factor of $y$.")),
            f"${k}y = -x + {n}$, divided by ${k}$",
        ),
        "through": Card(
            f"A line has slope ${k}$ and passes through $(1, {n})$. How high is it at $x = 0$?",
            f"${n - k}$",
            ((f"${n}$", "That is its height at $x = 1$."), (f"${n + k}$", "Go to the left, not to the right.")),
            f"one step to the left takes ${k}$ away",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-above",
    kind="recall",
    keep=(3,),
    difficulty=0.25,
    seconds=20,
    cases=("test", "below", "why", "when-not", "on", "gap", "falling", "moved"),
)
def recall_above(rng: Rng) -> Problem:
    """Above and below, in eight questions."""
    k, n = rng.integer(2, 4), rng.integer(5, 9)
    cards = {
        "test": Card(
            "How do you test whether $(x, y)$ lies above $y = mx + b$?",
            "compare $y$ with $mx + b$ at that $x$",
            (
                ("compare $y$ with $b$", "$b$ is the height at $x = 0$ only."),
                ("compare $x$ with $m$", "Heights are compared with heights."),
            ),
            "the line's height at the same $x$ is what counts",
        ),
        "below": Card(
            f"Which point lies below $y = {k}x$?",
            f"$(2, {2 * k - 1})$",
            ((f"$(2, {2 * k + 1})$", f"The line is at ${2 * k}$ there."), (f"$(2, {2 * k})$", "That one is on it.")),
            f"at $x = 2$ the line is at ${2 * k}$",
        ),
        "why": Card(
            "Why is one comparison enough for above or below?",
            "at each $x$ the line has exactly one height",
            (("lines are infinitely long", "An upright line is so too."), ("the slope is never 0", "It may be.")),
            "the point stands over or under that one height",
        ),
        "when-not": Card(
            "For which line is no point above it?",
            f"$x = {n}$: above and below mean nothing there",
            ((f"$y = -{n}$", "$(0, 0)$ is above it."), (f"$y = -{k}x$", "$(0, 1)$ is above it.")),
            "an upright line has no single height",
        ),
        "on": Card(
            f"Which point lies on $y = {k}x + 1$?",
            f"$({n}, {k * n + 1})$",
            ((f"$({k * n + 1}, {n})$", "The first number is $x$."), (f"$({n}, {k * n})$", "One is missing.")),
            "its second number is the line's height at the first",
        ),
        "gap": Card(
            f"How far straight above $y = {k}x$ does $(1, {k + n})$ lie?",
            f"${n}$",
            ((f"${k + n}$", "That is its height over the $x$-axis."), (f"${k}$", "That is the line's height there.")),
            f"the line is at ${k}$ there",
        ),
        "falling": Card(
            f"Is $(-{k}, 1)$ above $y = -x$?",
            "no, below it",
            (("yes, above it", f"The line is at ${k}$ there."), ("it is on it", f"The line is at ${k}$ there.")),
            f"at $x = -{k}$ the line is at ${k}$",
        ),
        "moved": Card(
            "A point on a line moves straight down. Where is it then?",
            "below the line",
            (
                ("above the line, if the line falls", "Its $x$ stays, so the line's height there stays."),
                ("it depends on the slope", "Its $x$ stays, so the line's height there stays."),
            ),
            "its height is now less than the line's at that $x$",
        ),
    }
    return _recalled(cards[rng.case])
