"""Exercises on Pythagoras: missing sides, distances, circles, the nearest point, and diagonals in disguise."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import dist, isqrt
from typing import Any

import numpy as np

from agnesi.authoring import Contrast, Given, Guess, Mistake, Open, Pair, Problem, Proof, Rng, Step, exercise, tex
from agnesi.authoring.answers import (
    Choice,
    Code,
    Decimal,
    Derivation,
    Equation,
    Number,
    Property,
    Tuple,
    Used,
    WithTool,
    Wrote,
)
from agnesi.authoring.claims import CASES, Claim, claimed

rope = Guess(
    "rope",
    ask="How high can you lift it at its middle?",
    options={"one": "about $1$ m", "two": "about $2$ m", "five": "about $5$ m", "ten": "about $10$ m"},
    believes="one",
    truth="ten",
)

right_angled = Contrast(
    "right-angled",
    ask="Square the three sides. Do the two smaller squares add up to the largest?",
    labels=("they do", "they do not"),
    pairs=(
        Pair("$5, 12, 13$", "$5, 12, 14$", "$25 + 144 = 169$, and $13^2 = 169$, but $14^2 = 196$."),
        Pair(
            "$3, 4, 5$",
            "$1, 2, 3$",
            "$9 + 16 = 25$. In the other one the *sides* add up, the squares do not: it is flat.",
        ),
        Pair(
            "$17, 8, 15$",
            "$8, 16, 17$",
            "The longest may stand anywhere: $64 + 225 = 289$; $64 + 256 = 320$ is too much.",
        ),
        Pair(
            r"$1, 1, \sqrt{2}$",
            "$1, 1, 1$",
            "Half a square, cut from corner to corner: $1 + 1 = 2$. Three equal sides have no right angle.",
        ),
    ),
)

four_triangles = Proof(
    "four-triangles",
    claim="In a triangle with a right angle between the sides $a$ and $b$, the third side $c$ has $a^2 + b^2 = c^2$.",
    lines=(
        Given(
            "",
            "put four such triangles into the corners of a square of side $a + b$, so that $c$ bounds a tilted square in the middle; its corners are right angles, since the two other angles of the triangle make up a right one",
        ),
        Given(
            "(a + b)^2 = c^2 + 4*(a*b/2)",
            "the whole area is the square in the middle and four triangles",
            show=r"(a + b)^2 = c^2 + 4 \cdot \frac{ab}{2}",
        ),
        Open(
            "a^2 + 2a*b + b^2 = c^2 + 2a*b",
            "the left side is multiplied out, the right side collected",
            hint="Multiply out $(a + b)^2$. How much are four halves of $ab$?",
            show="a^2 + 2ab + b^2 = c^2 + 2ab",
        ),
        Open(
            "a^2 + b^2 = c^2",
            "$2ab$ is taken away on both sides",
            instead=("$a$ and $b$ are equal", "the root is taken on both sides"),
        ),
    ),
    symbols={"a": "positive real", "b": "positive real", "c": "positive real"},
)

TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41))


def _root(n: int) -> str:
    return str(isqrt(n)) if isqrt(n) ** 2 == n else f"sqrt({n})"


@exercise(
    "side",
    kind="procedure",
    tests=(1,),
    difficulty=0.3,
    seconds=50,
    uses={"exponents": 0.5},
    cases=("long-side", "short-side", "root-long", "root-short", "isosceles"),
)
def side(rng: Rng) -> Problem:
    """The missing side of a right triangle."""
    k = rng.integer(1, 3)
    a, b, c = (k * one for one in rng.choice(TRIPLES))
    if rng.chance(0.5):
        a, b = b, a
    if rng.case.startswith("root"):
        a = rng.integer(1, 8)
        b = rng.until(lambda: rng.integer(1, 9), lambda one: isqrt(a * a + one * one) ** 2 != a * a + one * one)
        c = rng.until(lambda: rng.integer(a + 1, 12), lambda one: isqrt(one * one - a * a) ** 2 != one * one - a * a)
    elif rng.case == "isosceles":
        a = b = rng.integer(2, 60)
    if rng.case in ("short-side", "root-short"):
        key, n = _root(c * c - a * a), c * c - a * a
        return Problem(
            ask=f"A triangle has a right angle. Its longest side is ${c}$, another is ${a}$. How long is the third?",
            answer=Number(key),
            oracle=lambda: Decimal(float(np.sqrt((c - a) * (c + a))), tolerance=1e-9),
            mistakes=(
                Mistake(
                    "added",
                    Number(_root(c * c + a * a)),
                    "That would be longer than the longest side. Which square is the sum of the other two?",
                ),
                Mistake(
                    "subtracted-sides",
                    Number(c - a),
                    "You took the sides from one another. It is the squares that add up.",
                ),
                Mistake("no-root", Number(n), "That is its square."),
            ),
            hints=(
                "Which side lies opposite the right angle?",
                "Its square is the sum of the two others: solve for the missing square.",
            ),
            solution=(
                Step(f"sqrt({c}^2 - {a}^2)", because="the missing square is the largest without the known one"),
                Step(f"sqrt({n})", because="calculate"),
                Step(key, because="the length"),
            ),
        )
    key, n = _root(a * a + b * b), a * a + b * b
    return Problem(
        ask=f"A triangle has a right angle between its sides ${a}$ and ${b}$. How long is the third side?",
        answer=Number(key),
        oracle=lambda: Decimal(float(np.hypot(a, b)), tolerance=1e-9),
        mistakes=(
            Mistake("added-sides", Number(a + b), "That is the way round the corner. Straight across is shorter."),
            Mistake("no-root", Number(n), "That is the square of the side."),
            Mistake(
                "subtracted",
                Number(_root(abs(b * b - a * a))),
                "The third side lies opposite the right angle, so it is the longest.",
            ),
        ),
        hints=("Square first, then add.", "What you have is the square of the side."),
        solution=(
            Step(f"sqrt({a}^2 + {b}^2)", because="the squares of the short sides add up"),
            Step(f"sqrt({n})", because="calculate"),
            Step(key, because="the length"),
        ),
    )


@exercise(
    "far",
    kind="procedure",
    tests=(1,),
    difficulty=0.3,
    seconds=60,
    uses={"coordinate-plane": 0.5, "exponents": 0.2},
    cases=("both-positive", "mixed-signs", "same-x", "root", "order"),
)
def far(rng: Rng) -> Problem:
    """The distance between two points."""
    u, v, _ = rng.choice(TRIPLES[:3])
    if rng.chance(0.5):
        u, v = v, u
    if rng.case == "root":
        u, v = rng.until(
            lambda: (rng.integer(1, 7), rng.integer(1, 7)),
            lambda one: isqrt(one[0] ** 2 + one[1] ** 2) ** 2 != one[0] ** 2 + one[1] ** 2,
        )
    elif rng.case == "same-x":
        u = 0
    if rng.case == "both-positive":
        x, y = rng.integer(1, 6), rng.integer(1, 6)
    else:
        x, y = rng.integer(-6, -1), rng.integer(-6, 6, nonzero=True)
    p, q = (x, y), (x + u, y + rng.choice((-1, 1) if rng.case != "both-positive" else (1,)) * v)
    if rng.case == "order":
        p, q = q, p
    dx, dy = q[0] - p[0], q[1] - p[1]
    n = dx * dx + dy * dy
    key = _root(n)
    return Problem(
        ask=f"How far is ${tex(p)}$ from ${tex(q)}$?",
        answer=Number(key),
        oracle=lambda: Decimal(dist(p, q), tolerance=1e-9),
        mistakes=(
            Mistake(
                "legs-added",
                Number(abs(dx) + abs(dy)),
                "You went along one axis, then along the other. Straight across is shorter.",
            ),
            Mistake("no-root", Number(n), "That is the square of the distance."),
            Mistake(
                "coordinates-added",
                Number(_root((p[0] + q[0]) ** 2 + (p[1] + q[1]) ** 2)),
                "How far apart are the first coordinates? Take differences, with care for the signs.",
            ),
        ),
        hints=(
            "How far apart are the first coordinates, how far the second ones?",
            "These are the two short sides of a right triangle.",
        ),
        solution=(
            Step(
                f"sqrt(({q[0]} - ({p[0]}))^2 + ({q[1]} - ({p[1]}))^2)",
                because="differences, squared, added, under a root",
            ),
            Step(f"sqrt({dx * dx} + {dy * dy})", because="the squares forget the signs"),
            Step(key, because="add, and take the root"),
        ),
    )


@exercise(
    "circle",
    kind="procedure",
    tests=(2,),
    difficulty=0.45,
    seconds=80,
    uses={"coordinate-plane": 0.3, "algebraic-expressions": 0.2},
    cases=("radius-given", "around-zero", "point-given", "on-an-axis"),
)
def circle(rng: Rng) -> Problem:
    """The equation of a circle from its centre and its radius, or from a point on it."""
    a, b, r = rng.integer(-6, 6, nonzero=True), rng.integer(-6, 6, nonzero=True), rng.integer(2, 9)
    if rng.case == "around-zero":
        a = b = 0
        r = rng.integer(2, 60)
    elif rng.case == "on-an-axis":
        a, b = rng.choice(((a, 0), (0, b)))
    square = r * r
    given = f"has the radius ${r}$"
    if rng.case == "point-given":
        u, v = (rng.choice((-1, 1)) * one for one in rng.choice(((3, 4), (4, 3), (6, 8), (8, 6), (5, 12), (12, 5))))
        square, given = u * u + v * v, f"passes through $({a + u}, {b + v})$"
    key = f"{_squared('x', a)} + {_squared('y', b)} = {square}"
    swapped = f"{_squared('x', -a)} + {_squared('y', -b)} = {square}"
    unsquared = f"{_squared('x', a)} + {_squared('y', b)} = {_root(square)}"
    return Problem(
        ask=f"A circle around $({a}, {b})$ {given}. Give its equation in $x$ and $y$.",
        answer=Equation(key),
        oracle=lambda: Equation(f"x^2 - {2 * a}*x + y^2 - {2 * b}*y = {square - a * a - b * b}".replace("- -", "+ ")),
        symbols={"x": "real", "y": "real"},
        mistakes=(
            Mistake(
                "signs-swapped",
                Equation(swapped),
                "Put your centre's coordinates in for $x$ and $y$: at the centre both brackets should be 0.",
            ),
            Mistake(
                "radius-not-squared",
                Equation(unsquared),
                "On the left stands the *square* of the distance from the centre.",
            ),
            Mistake(
                "doubled",
                Equation(f"{_squared('x', a)} + {_squared('y', b)} = {2 * square}"),
                "The square of the radius is not so large.",
            ),
        ),
        hints=("Write that $(x, y)$ is so far from the centre.", "Then square both sides, so that no root is left."),
        solution=(
            *(
                (Step("", because=f"the square of the radius is $({u})^2 + ({v})^2 = {square}$"),)
                if rng.case == "point-given"
                else (Step("", because=f"the square of the radius is ${r}^2 = {square}$"),)
            ),
            Step(
                f"(x - ({a}))^2 + (y - ({b}))^2 = {square}", because="squared distance from the centre, squared radius"
            ),
            Step(
                key,
                because="minus a negative number is plus" if min(a, b) < 0 else "the same without the inner brackets",
            ),
        ),
    )


def _squared(letter: str, a: int) -> str:
    return f"{letter}^2" if a == 0 else f"({letter} {'-' if a > 0 else '+'} {abs(a)})^2"


@exercise(
    "opened",
    kind="derivation",
    tests=(2,),
    difficulty=0.5,
    seconds=80,
    uses={"algebraic-expressions": 0.6},
    cases=("plus-minus", "minus-plus", "both-minus", "equally-far"),
)
def opened(rng: Rng) -> Problem:
    """A circle multiplied out, or the points equally far from two others, line by line."""
    a, b, r = rng.integer(1, 6), rng.integer(1, 6), rng.integer(2, 9)
    if rng.case == "equally-far":
        start = f"x^2 + y^2 = (x - {a})^2 + (y - {b})^2"
        first = f"x^2 + y^2 = x^2 - {2 * a}x + {a * a} + y^2 - {2 * b}y + {b * b}"
        goal = f"{2 * a}x + {2 * b}y = {a * a + b * b}"
        lost = f"x^2 + y^2 = x^2 + {a * a} + y^2 + {b * b}"
        half = f"{2 * a}x + {2 * b}y = 0"
        what = f"The points that are equally far from $(0, 0)$ and $({a}, {b})$ satisfy this"
        until = "no square of $x$ or $y$ is left, and all terms with letters stand on the left"
    else:
        if rng.case != "minus-plus":
            a = -a
        if rng.case == "minus-plus":
            b = -b
        if rng.case == "both-minus":
            a = -a
        start = f"{_squared('x', a)} + {_squared('y', b)} = {r * r}"
        first = f"x^2 {_signed(-2 * a)}x + {a * a} + y^2 {_signed(-2 * b)}y + {b * b} = {r * r}"
        goal = f"x^2 + y^2 {_signed(-2 * a)}x {_signed(-2 * b)}y = {r * r - a * a - b * b}"
        lost = f"x^2 + {a * a} + y^2 + {b * b} = {r * r}"
        half = f"x^2 + y^2 {_signed(-a)}x {_signed(-b)}y = {r * r - a * a - b * b}"
        what = "This is a circle"
        until = "no bracket is left, and all terms with letters stand on the left"
    return Problem(
        ask=f"{what}: ${tex(start)}$. Rewrite it line by line until {until}.",
        answer=Derivation(start, (first, goal)),
        oracle=lambda: Derivation(start, (goal,), least=1),
        symbols={"x": "real", "y": "real"},
        mistakes=(
            Mistake("no-middle-terms", Wrote(lost), "Each bracket, squared, has a middle term."),
            Mistake(
                "half-middle" if rng.case != "equally-far" else "number-lost",
                Wrote(half),
                "The middle term is there twice."
                if rng.case != "equally-far"
                else "The squares of the two numbers are still there.",
            ),
        ),
        hints=("Multiply out one bracket after the other.", "Then bring the numbers to the right side."),
        solution=(
            Step(start, because="the start"),
            Step(first, because="multiply out the brackets"),
            Step(goal, because="collect"),
        ),
    )


def _signed(k: int) -> str:
    return f"{'-' if k < 0 else '+'} {abs(k)}"


Spot = tuple[int, int]


def _square(p: Spot, q: Spot) -> int:
    return (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2


def _legs(p: Spot, q: Spot) -> int:
    return abs(p[0] - q[0]) + abs(p[1] - q[1])


CLAIMS = (
    Claim(
        "From {p} to {q} is as far as from {q} to {p}.",
        "always",
        "What becomes of the squares when both differences turn their sign?",
        lambda p, q, k: _square(p, q) == _square(q, p),
    ),
    Claim(
        "The distance is the sum of the two differences, taken without their signs.",
        "sometimes",
        "Try $(0, 0)$ with $(3, 0)$, then with $(3, 4)$.",
        lambda p, q, k: _square(p, q) == _legs(p, q) ** 2,
    ),
    Claim(
        "The distance is more than the sum of the two differences, taken without their signs.",
        "never",
        "Compare the straight way with the way along the axes.",
        lambda p, q, k: _square(p, q) > _legs(p, q) ** 2,
    ),
    Claim(
        "If both points move {k} to the right, their distance stays.",
        "always",
        "What becomes of the differences?",
        lambda p, q, k: _square((p[0] + k, p[1]), (q[0] + k, q[1])) == _square(p, q),
    ),
    Claim(
        "If all coordinates are multiplied by {k}, the distance of two different points is multiplied by {k}.",
        "always",
        "Both squares get the factor twice. What does the root make of that?",
        lambda p, q, k: (
            _square((k * p[0], k * p[1]), (k * q[0], k * q[1])) == k * k * _square(p, q) if p != q else None
        ),
    ),
    Claim(
        "If all coordinates are multiplied by {k}, the *squared* distance of two different points is multiplied by {k}.",
        "never",
        "Each square gets the factor twice.",
        lambda p, q, k: _square((k * p[0], k * p[1]), (k * q[0], k * q[1])) == k * _square(p, q) if p != q else None,
    ),
    Claim(
        "If only the first coordinates are multiplied by {k}, the distance of two different points is multiplied by {k}.",
        "sometimes",
        "Try two points side by side, then one above the other.",
        lambda p, q, k: _square((k * p[0], p[1]), (k * q[0], q[1])) == k * k * _square(p, q) if p != q else None,
    ),
    Claim(
        "Two different points have the distance 0.",
        "never",
        "Squares are added. When is such a sum 0?",
        lambda p, q, k: _square(p, q) == 0 if p != q else None,
    ),
    Claim(
        "The distance is at least the difference of the first coordinates.",
        "always",
        "The other square is never negative.",
        lambda p, q, k: _square(p, q) >= (p[0] - q[0]) ** 2,
    ),
    Claim(
        "If all coordinates are whole, so is the distance.",
        "sometimes",
        "Try $(0, 0)$ with $(3, 4)$, then with $(1, 1)$.",
        lambda p, q, k: isqrt(_square(p, q)) ** 2 == _square(p, q),
    ),
    Claim(
        "If all coordinates are whole, so is the *squared* distance.",
        "always",
        "Differences, squares and sums of whole numbers are whole.",
        lambda p, q, k: float(dist(p, q) ** 2 + 1e-9) % 1 < 1e-6,
    ),
    Claim(
        "{p} and {q} are both at distance {k} from $(0, 0)$, and more than {d} from each other.",
        "never",
        "How long is the way from one to the other through $(0, 0)$?",
        lambda p, q, k: _square(p, q) > 16 if _square(p, (0, 0)) == 4 == _square(q, (0, 0)) else None,
    ),
)


@exercise(
    "always",
    kind="concept",
    tests=(1,),
    difficulty=0.5,
    seconds=45,
    uses={"coordinate-plane": 0.2},
    cases=CASES,
)
def always(rng: Rng) -> Problem:
    """A claim on the distance of any two points: true for all of them, for some, or for none."""
    p, q = rng.choice((("P", "Q"), ("A", "B"), ("S", "T")))
    k = rng.integer(2, 9)
    return claimed(
        rng,
        CLAIMS,
        [(one, other, k) for one, other in product(product(range(-3, 4), repeat=2), repeat=2)],
        ask=f"For two points ${p}$ and ${q}$: is this true always, sometimes or never? {{claim}}",
        hints=(
            "Try points side by side, one above the other, and across.",
            "If all that you try agree, look at the two squares.",
        ),
        letters={"p": f"${p}$", "q": f"${q}$", "k": k, "d": 2 * k},
    )


@exercise(
    "same-way",
    kind="construct",
    tests=(1,),
    difficulty=0.45,
    seconds=60,
    uses={"coordinate-plane": 0.4},
    cases=("five", "root", "ten-or-thirteen", "other-root"),
)
def same_way(rng: Rng) -> Problem:
    """A point with whole coordinates at a given distance, neither beside nor straight above nor below."""
    a, b = rng.integer(-5, 5), rng.integer(-5, 5)
    u, v = {"five": (3, 4), "root": (2, 3), "ten-or-thirteen": rng.choice(((6, 8), (5, 12)))}.get(
        rng.case, rng.choice(((1, 2), (1, 4), (2, 5), (1, 3)))
    )
    n = u * u + v * v
    shown = tex(_root(n))

    def good(p: Any) -> bool:
        x, y = p[0] - a, p[1] - b
        whole = all(isinstance(one, Fraction) and one.denominator == 1 for one in p)
        return bool(whole and x * x + y * y == n and x != 0 and y != 0)

    return Problem(
        ask=f"Give a point with whole coordinates at distance ${shown}$ from $({a}, {b})$, neither beside it nor straight above or below it.",
        given="$(x, y) =$",
        answer=Property(Tuple, good, example=Tuple((a + u, b + v))),
        symbols={"x": "real", "y": "real"},
        oracle=lambda: Property(
            Tuple,
            lambda p: abs(dist((float(p[0]), float(p[1])), (a, b)) - n**0.5) < 1e-9 and p[0] != a and p[1] != b,
            example=Tuple((a + u, b + v)),
        ),
        consequence=lambda p: f"The square of its distance is ${tex((p[0] - a) ** 2 + (p[1] - b) ** 2)}$.",
        mistakes=(
            Mistake(
                "along-an-axis",
                Property(Tuple, lambda p: p[0] == a or p[1] == b, example=Tuple((a, b + 1))),
                "Yours lies beside it, or straight above or below. Both coordinates should change.",
            ),
            Mistake(
                "measured-from-zero",
                Property(
                    Tuple,
                    lambda p: p[0] ** 2 + p[1] ** 2 == n and not good(p) and p[0] != a and p[1] != b,
                    example=Tuple(_from_zero(a, b, u, v, n)),
                ),
                "You measured from $(0, 0)$.",
            ),
        ),
        hints=(
            f"Which two squares of whole numbers add up to ${n}$?",
            "Those are the two differences; add them to the coordinates, with either sign.",
        ),
        solution=(
            Step("", because=f"${u}^2 + {v}^2 = {n}$, so go ${u}$ across and ${v}$ up, for one"),
            Step(f"({a + u}, {b + v})", because="one of several such points"),
        ),
    )


def _from_zero(a: int, b: int, u: int, v: int, n: int) -> Spot:
    """A point that far from (0, 0) but not from (a, b), if there is one."""
    tries = [(s * x, t * y) for x, y in ((u, v), (v, u)) for s in (1, -1) for t in (1, -1)]
    return next((p for p in tries if _square(p, (a, b)) != n and p[0] != a and p[1] != b), (u, v))


SOURCE = """def nearest(p, points):
    def square(q):
        return (q[0] - p[0])**2 + (q[1] - p[1])**2
    return min(range(len(points)), key=lambda i: square(points[i]))
"""
PLAIN = """def nearest(p, points):
    def walk(q):
        return abs(q[0] - p[0]) + abs(q[1] - p[1])
    return min(range(len(points)), key=lambda i: walk(points[i]))
"""
SIGNED = """def nearest(p, points):
    def change(q):
        return (q[0] - p[0]) + (q[1] - p[1])
    return min(range(len(points)), key=lambda i: change(points[i]))
"""


@exercise(
    "nearest",
    kind="code",
    tests=(1,),
    difficulty=0.45,
    seconds=120,
    uses={"coordinate-plane": 0.2},
    cases=("three", "four", "far-apart"),
)
def nearest(rng: Rng) -> Problem:
    """The index of the closest point, the first one on a tie."""
    size = 30 if rng.case == "far-apart" else 8
    count = 4 if rng.case == "four" else 3
    p = (rng.integer(-5, 5), rng.integer(-5, 5))
    points = [(rng.integer(-size, size), rng.integer(-size, size)) for _ in range(count)]
    more = [[(rng.integer(-9, 9), rng.integer(-9, 9)) for _ in range(n)] for n in (1, 5, 9)]
    inputs = (
        (p, points),
        *((p, one) for one in more),
        ((0, 0), [(0, 5), (3, 3)]),
        ((1, 1), [(2, 1), (0, 1), (1, 1)]),
        ((0, 0), [(4, 3), (3, 4), (-9, -9)]),
    )
    return Problem(
        ask=f"Write `nearest(p, points)`: the index in the list `points` of the point closest to `p`, the first such one on a tie. All points are pairs `(x, y)`. `nearest({p}, {points})` is `{_nearest(p, points)}`.",
        answer=Code("nearest", SOURCE, reference=_nearest, inputs=inputs, starter="def nearest(p, points):\n    "),
        mistakes=(
            Mistake(
                "along-the-axes",
                Code(
                    "nearest",
                    PLAIN,
                    reference=lambda p, points: int(np.argmin(np.abs(np.array(points) - np.array(p)).sum(axis=1))),
                ),
                "You add the differences without squares: the way along the axes. Try `nearest((0, 0), [(0, 5), (3, 3)])`.",
            ),
            Mistake(
                "signs-cancel",
                Code(
                    "nearest",
                    SIGNED,
                    reference=lambda p, points: int(np.argmin((np.array(points) - np.array(p)).sum(axis=1))),
                ),
                "Differences of opposite sign cancel. Square them first.",
            ),
        ),
        hints=(
            "The smallest distance has the smallest square, so the root can be left out.",
            "`min` over the indices, with a `key`, returns the first smallest one.",
        ),
        solution=(
            Step("", because="compare squared distances: the root keeps the order, so it is not needed"),
            Step("", because=f"\n```python\n{SOURCE}```\n"),
        ),
    )


def _nearest(p: Spot, points: list[Spot]) -> int:
    """By the distances that `math.dist` gives, rounded so that ties stay ties."""
    return int(np.argmin([round(dist(p, q), 9) for q in points]))


TOOLS = {
    "straight": "two directions at a right angle: square, add, take the root",
    "around": "along one direction, then along the other: add",
    "even": "the same change for each step: multiply",
}


@exercise(
    "across",
    kind="transfer",
    tests=(1,),
    difficulty=0.5,
    seconds=80,
    uses={"exponents": 0.3},
    cases=("screen", "ladder", "blocks", "errors", "drone", "ramp"),
)
def across(rng: Rng) -> Problem:
    """Lengths in daily life and in errors of a model; in a third of the cases the way round the corner or an even change."""
    k = rng.integer(1, 6)
    a, b, c = (k * one for one in rng.choice(TRIPLES[:5]))
    if rng.case == "blocks":
        return _other(
            "around",
            f"A taxi in a city of square blocks drives {a} blocks east and {b} blocks north. How many blocks does it drive?",
            a + b,
            f"{a} + {b}",
            Mistake("straight", Used("straight"), "A taxi cannot drive through houses."),
            Mistake(
                "even", Used("even"), "Nothing is repeated in equal steps here: two parts of a way follow one another."
            ),
        )
    if rng.case == "ramp":
        return _other(
            "even",
            f"A ramp rises {k} cm for each metre along the floor. How much does it rise over {b + 1} metres of floor, in cm?",
            k * (b + 1),
            f"{k}*{b + 1}",
            Mistake(
                "straight", Used("straight"), "The question is how high it gets, not how long the slanted board is."
            ),
            Mistake("around", Used("around"), "Centimetres up for each metre are not added to metres."),
        )
    if rng.case == "ladder":
        ask, key, line = (
            f"A ladder of {c} dm leans against an upright wall; its foot stands {a} dm from the wall. How high does it reach, in dm?",
            b,
            f"sqrt({c}^2 - {a}^2)",
        )
        wrongs = (
            Mistake(
                "subtracted",
                Used("straight", Number(c - a)),
                "You took the lengths from one another, not their squares.",
            ),
            Mistake(
                "added",
                Used("straight", Number(_root(c * c + a * a))),
                "The ladder is the longest side: it cannot reach higher than it is long.",
            ),
        )
    else:
        ask = {
            "screen": f"A screen is {a} cm wide and {b} cm high. How long is it from corner to corner, in cm?",
            "drone": f"A drone flies {a} m east, then {b} m north. How long is the straight way back, in m, if it stays at one height?",
        }.get(
            rng.case,
            f"A model guesses where an object lies in a picture. It is {a} pixels too far to the left and {b} too high. How far is its mark from the object, in pixels?",
        )
        key, line = c, f"sqrt({a}^2 + {b}^2)"
        wrongs = (
            Mistake("no-root", Used("straight", Number(c * c)), "That is the square of it."),
            Mistake("added-inside", Used("straight", Number(a + b)), "The root of a sum of squares is not the sum."),
        )
    return Problem(
        ask=ask,
        answer=WithTool(TOOLS, "straight", Number(key)),
        oracle=lambda: WithTool(
            TOOLS,
            "straight",
            Decimal(
                float(np.sqrt(float((c - a) * (c + a))) if rng.case == "ladder" else np.hypot(a, b)), tolerance=1e-9
            ),
        ),
        mistakes=(
            *wrongs,
            Mistake("around", Used("around"), "That is the way round the corner. Is it the one asked for?"),
            Mistake("even", Used("even"), "Nothing is repeated in equal steps here."),
        ),
        hints=("Make a sketch. Where is the right angle?", "Which of the three sides lies opposite it?"),
        solution=(
            Step(line, because="the squares at the right angle add up to the third"),
            Step(str(key), because="calculate"),
        ),
    )


def _other(tool: str, ask: str, key: int, line: str, *mistakes: Mistake) -> Problem:
    return Problem(
        ask=ask,
        answer=WithTool(TOOLS, tool, Number(key)),
        oracle=lambda: WithTool(
            TOOLS,
            tool,
            Number(
                int(np.sum([int(one) for one in line.split(" + ")]))
                if tool == "around"
                else int(np.prod([int(one) for one in line.split("*")]))
            ),
        ),
        mistakes=mistakes,
        hints=("Make a sketch.", "Does the question ask for the straight way?"),
        solution=(
            Step(
                line,
                because="both parts of the way are driven, one after the other"
                if tool == "around"
                else "the same rise for each metre of floor",
            ),
            Step(str(key), because="calculate"),
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
        hints=("Sketch the right triangle before you choose.",),
        solution=(Step("", because=card.because),),
    )


@exercise(
    "recall-root",
    kind="recall",
    keep=(1,),
    difficulty=0.2,
    seconds=20,
    cases=("how", "sum", "order", "why", "when-not", "zero", "value", "scale"),
)
def recall_root(rng: Rng) -> Problem:
    """The distance formula, in eight questions."""
    k = rng.integer(2, 9)
    cards = {
        "how": Card(
            "How is the distance of two points computed?",
            "differences squared, added, then the root",
            (
                ("differences added, then the root", "The squares are missing."),
                ("coordinates squared, added, then the root", "That measures from the origin."),
            ),
            "the differences are the short sides of a right triangle",
        ),
        "sum": Card(
            rf"What is $\sqrt{{{(3 * k) ** 2} + {(4 * k) ** 2}}}$?",
            f"${5 * k}$",
            ((f"${7 * k}$", "The root does not go into a sum."), (f"${25 * k * k}$", "Take the root.")),
            f"${(3 * k) ** 2} + {(4 * k) ** 2} = {(5 * k) ** 2}$",
        ),
        "order": Card(
            "The two points are swapped. What becomes of the distance?",
            "it stays the same",
            (
                ("it turns its sign", "The differences do. And their squares?"),
                ("it depends on the points", "Both differences turn their sign, whatever the points are."),
            ),
            "squares forget signs",
        ),
        "why": Card(
            "Why may the signs of the differences be forgotten?",
            "they are squared",
            (
                ("they cancel each other", "Nothing cancels in a sum of squares."),
                ("coordinates are positive", "They need not be."),
            ),
            "$(-3)^2 = 3^2$",
        ),
        "when-not": Card(
            "When is the distance the plain sum of the two differences, without signs?",
            "when one of them is 0",
            (("always", "Try 3 and 4."), ("never", "Try two points side by side.")),
            "then the triangle is flat",
        ),
        "zero": Card(
            "When is the distance of two points 0?",
            "when they are the same point",
            (
                ("when their coordinates add up to the same", "Try $(1, 2)$ and $(2, 1)$."),
                ("when one coordinate is the same", "Try $(1, 2)$ and $(1, 5)$."),
            ),
            "both squares must be 0",
        ),
        "value": Card(
            f"How far is $(1, {k})$ from $(1, {k + 5})$?",
            "5",
            (("25", "Take the root."), (f"{2 * k + 5}", "Differences, not sums.")),
            "one difference is 0, the other 5",
        ),
        "scale": Card(
            f"All coordinates are multiplied by {k}. What becomes of the distance?",
            f"{k} times as large",
            ((f"{k * k} times as large", "That is the squared distance."), ("it stays", "The differences grow.")),
            f"each square gets the factor ${k * k}$, the root makes ${k}$ of it",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-right",
    kind="recall",
    keep=(2,),
    difficulty=0.25,
    seconds=20,
    cases=("say", "longest", "why", "when-not", "short", "area", "flat", "axes"),
)
def recall_right(rng: Rng) -> Problem:
    """The theorem and its hypothesis, in eight questions."""
    k = rng.integer(2, 9)
    cards = {
        "say": Card(
            "What does Pythagoras' theorem say of a right triangle?",
            "the squares of the short sides add up to the square of the long one",
            (
                ("the short sides add up to the long one", "Then the triangle would be flat."),
                ("all three squares are equal", "The long side has the largest."),
            ),
            "$a^2 + b^2 = c^2$",
        ),
        "longest": Card(
            "Which side is $c$ in $a^2 + b^2 = c^2$?",
            "the one opposite the right angle",
            (
                ("any of them", "Its square is the sum of the others."),
                ("the upright one", "Turn the page: the triangle stays the same."),
            ),
            "it is the longest",
        ),
        "why": Card(
            "Why are four triangles put into a square of side $a + b$?",
            "the area can then be counted in two ways",
            (("to make the angles larger", "The angles stay."), ("to see that $a = b$", "They may differ.")),
            "once as a square, once as its parts",
        ),
        "when-not": Card(
            "For which sides does $a^2 + b^2 = c^2$ fail?",
            f"${k}, {k}, {k}$",
            ((f"${3 * k}, {4 * k}, {5 * k}$", "Square them."), (rf"${k}, {k}, {k}\sqrt{{2}}$", "Square them.")),
            "there is no right angle",
        ),
        "short": Card(
            f"The long side is ${5 * k}$, a short one ${3 * k}$. How long is the other?",
            f"${4 * k}$",
            (
                (f"${2 * k}$", "Squares are subtracted, not sides."),
                (f"${8 * k}$", "No side is longer than the long one."),
            ),
            f"${25 * k * k} - {9 * k * k} = {16 * k * k}$",
        ),
        "area": Card(
            "What do the four triangles in the corners have as their area, together?",
            "$2ab$",
            (("$ab$", "One of them has half of $ab$."), ("$4ab$", "One of them has half of $ab$.")),
            "four halves of $ab$",
        ),
        "flat": Card(
            f"What is a triangle with the sides ${k}, {k + 1}, {2 * k + 1}$?",
            "flat: the short sides add up to the long one",
            (("right-angled", "Square them."), ("a triangle with three equal angles", "Its sides differ.")),
            f"${k} + {k + 1} = {2 * k + 1}$",
        ),
        "axes": Card(
            "Why does the distance formula need upright axes?",
            "the differences must meet at a right angle",
            (
                ("otherwise coordinates would be negative", "They may be."),
                ("otherwise there would be no slope", "Slopes are not in it."),
            ),
            "Pythagoras holds for right angles only",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-circle",
    kind="recall",
    keep=(3,),
    difficulty=0.3,
    seconds=20,
    cases=("centre", "radius", "why", "when-not", "on-it", "inside", "write", "point"),
)
def recall_circle(rng: Rng) -> Problem:
    """Circles as equations, in eight questions."""
    k, r = rng.integer(1, 4), rng.integer(5, 9)
    cards = {
        "centre": Card(
            f"What is the centre of $(x + {k})^2 + y^2 = {r * r}$?",
            f"$(-{k}, 0)$",
            (
                (f"$({k}, 0)$", "At the centre both brackets are 0."),
                (f"$(0, -{k})$", "Which letter stands in the bracket?"),
            ),
            f"at $x = -{k}$ the bracket is 0",
        ),
        "radius": Card(
            f"What is the radius of $x^2 + y^2 = {r * r}$?",
            f"${r}$",
            ((f"${r * r}$", "That is its square."), (f"${2 * r}$", "That is the whole width.")),
            "the right side is the squared radius",
        ),
        "why": Card(
            "Why does the equation of a circle have a square on the right?",
            "it says that the squared distance is the squared radius",
            (
                ("a circle has an area", "The equation speaks of its rim."),
                ("it has two letters", "A line has two letters as well."),
            ),
            "squaring removes the root",
        ),
        "when-not": Card(
            "Which equation has no point at all?",
            f"$x^2 + y^2 = -{r}$",
            (("$x^2 + y^2 = 0$", "$(0, 0)$ is one."), (f"$x^2 + y^2 = {r}$", "Its radius is a root.")),
            "squares never add up to a negative number",
        ),
        "on-it": Card(
            f"Which point lies on $x^2 + y^2 = {25 * k * k}$?",
            f"$({3 * k}, {4 * k})$",
            ((f"$({5 * k}, {5 * k})$", "Put it in."), (f"$({2 * k}, {3 * k})$", "Put it in.")),
            f"${9 * k * k} + {16 * k * k} = {25 * k * k}$",
        ),
        "inside": Card(
            f"Where does $(1, 1)$ lie, seen from $x^2 + y^2 = {r * r}$?",
            "inside",
            (("outside", "Compare its distance from the centre with the radius."), ("on it", "Put it in.")),
            f"$1 + 1$ is less than ${r * r}$",
        ),
        "write": Card(
            f"Which is the circle around $({k}, -{k})$ of radius ${r}$?",
            f"$(x - {k})^2 + (y + {k})^2 = {r * r}$",
            (
                (f"$(x + {k})^2 + (y - {k})^2 = {r * r}$", "At the centre both brackets are 0."),
                (f"$(x - {k})^2 + (y + {k})^2 = {r}$", "The radius is squared."),
            ),
            "differences to the centre, squared, make the squared radius",
        ),
        "point": Card(
            "What is $x^2 + y^2 = 0$?",
            "the single point $(0, 0)$",
            (("nothing", "Put $(0, 0)$ in."), ("a circle of radius 1", "Put $(1, 0)$ in.")),
            "both squares must be 0",
        ),
    }
    return _recalled(cards[rng.case])
