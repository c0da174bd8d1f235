"""Exercises on length and distance: roots of sums of squares, unit vectors, and the cross term in the square of a sum."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import isqrt

import numpy as np

from agnesi.authoring import (
    Contrast,
    Given,
    Guess,
    Mistake,
    Open,
    Pair,
    Problem,
    Proof,
    Rng,
    Step,
    exercise,
    tex,
    typed,
)
from agnesi.authoring.answers import Choice, Code, Derivation, Integer, Number, Property, Used, Vector, WithTool, Words
from agnesi.authoring.draw import pythagorean


@exercise(
    "length",
    kind="procedure",
    tests=(1,),
    difficulty=0.2,
    seconds=60,
    uses={"exponents": 0.3, "distance-in-the-plane": 0.4},
    cases=("plane", "space", "root-stays", "one-entry", "four-entries"),
)
def length(rng: Rng) -> Problem:
    """The exact length of a vector."""
    a: Sequence[int] = {
        "plane": lambda: pythagorean(rng, 2, rng.integer(1, 4))[0],
        "space": lambda: pythagorean(rng, 3, rng.integer(1, 3))[0],
        "root-stays": lambda: rng.until(
            lambda: rng.integers(rng.choice((2, 3)), -6, 6, nonzero=True),
            lambda v: isqrt(_square(v)) ** 2 != _square(v),
        ),
        "one-entry": lambda: tuple(rng.shuffle((0, 0, rng.integer(-20, 20, nonzero=True)))),
        "four-entries": lambda: rng.integers(4, -5, 5, nonzero=True),
    }[rng.case]()
    square = _square(a)
    wrong = {
        "sum-of-entries": (abs(sum(a)), "You added the entries. Square each of them first."),
        "sum-of-sizes": (
            sum(map(abs, a)),
            "You added the sizes of the entries: that is the way along the streets. The straight way needs squares and a root.",
        ),
        "root-forgotten": (square, "That is the squared length. The root is missing."),
    }
    right = isqrt(square) if isqrt(square) ** 2 == square else None
    return Problem(
        ask=f"How long is the step $a = {tex(a)}$, exactly?",
        answer=Number(_root(square)),
        oracle=lambda: Number(f"{_root(int(np.dot(a, a)))}"),
        mistakes=_distinct(
            (Mistake(name, Number(value), reply) for name, (value, reply) in wrong.items() if value != right)
        ),
        hints=("Square each entry; signs disappear.", "Add the squares. One root, at the end."),
        solution=(
            Step(f"sqrt({' + '.join(f'({x})^2' for x in a)})", because="squares, added, under the root"),
            Step(f"sqrt({square})", because="add up"),
            *((Step(str(right), because="take the root"),) if right is not None else ()),
        ),
    )


@exercise(
    "distance",
    kind="procedure",
    tests=(1,),
    difficulty=0.3,
    seconds=75,
    uses={"vectors": 0.5, "distance-in-the-plane": 0.3},
    cases=("space", "plane", "negative", "same-point", "root-stays"),
)
def distance(rng: Rng) -> Problem:
    """The distance of two points."""
    n = 2 if rng.case == "plane" else 3
    if rng.case == "same-point":
        gap: Sequence[int] = (0,) * n
    elif rng.case == "root-stays":
        gap = rng.until(lambda: rng.integers(3, -4, 4, nonzero=True), lambda v: isqrt(_square(v)) ** 2 != _square(v))
    else:
        gap = pythagorean(rng, n, 1)[0]
    a = rng.integers(n, -8, -1) if rng.case == "negative" else rng.integers(n, -5, 8)
    b = tuple(x + g for x, g in zip(a, gap, strict=True))
    square = _square(gap)
    total = [x + y for x, y in zip(a, b, strict=True)]
    wrong = (
        Mistake(
            "length-of-sum",
            Number(_root(_square(total))),
            "You added the two points. The distance is the length of their *difference*.",
        ),
        Mistake("root-forgotten", Number(square), "That is the squared distance. The root is missing."),
        Mistake(
            "streets",
            Number(sum(map(abs, gap))),
            "You added the sizes of the differences: the way along the streets. Square them, and take one root.",
        ),
    )
    return Problem(
        ask=f"How far apart are $a = {tex(a)}$ and $b = {tex(b)}$, exactly?",
        answer=Number(_root(square)),
        oracle=lambda: Number(_root(int(sum((np.array(b) - np.array(a)) ** 2)))),
        mistakes=_distinct(one for one in wrong if one.answer.typed() != _root(square)),
        hints=("First the difference of the two.", "Its length: squares, sum, root."),
        solution=(
            Step(
                f"sqrt({' + '.join(f'({x} - ({y}))^2' for x, y in zip(b, a, strict=True))})",
                because="the length of the difference",
            ),
            Step(f"sqrt({' + '.join(f'({g})^2' for g in gap)})", because="subtract"),
            Step(_root(square), because="square and add"),
        ),
    )


NO_VECTOR = ("no", "there is none", "undefined", "not defined", "does not exist", "impossible")


@exercise(
    "unit",
    kind="procedure",
    tests=(1,),
    difficulty=0.4,
    seconds=75,
    uses={"vectors": 0.5},
    cases=("plane", "space", "one-entry", "short", "zero"),
)
def unit(rng: Rng) -> Problem:
    """The unit vector in a direction, or the news that there is none."""
    if rng.case == "zero":
        n = rng.integer(2, 4)
        zero = (0,) * n
        where = rng.choice(
            (
                "A drone stays where it is",
                "A ball is at rest",
                "A picture does not change",
                "A forecast never moves",
            )
        )
        return Problem(
            ask=f"{where}: its step is $a = {tex(zero)}$. Give the unit vector in the direction of $a$, or `none` if there is none.",
            answer=Words("none", also=NO_VECTOR),
            mistakes=(
                Mistake("zero-is-unit", Vector(zero), "That vector has length 0. A unit vector has length 1."),
                Mistake("invented", Vector((1, *zero[1:])), "That has length 1, but why this direction and no other?"),
            ),
            hints=("Divide by the length.", "Which length has it?"),
            solution=(
                Step("", because="its length is 0"),
                Step("", because="one cannot divide by 0: it has no direction"),
            ),
        )
    if rng.case == "one-entry":
        k = rng.integer(-9, 9, nonzero=True)
        a: Sequence[int | Fraction] = tuple(rng.shuffle((0, 0, k)))
        size: int | Fraction = abs(k)
    else:
        v, size = pythagorean(rng, 3 if rng.case == "space" else 2, 1)
        a = [Fraction(x, 10) for x in v] if rng.case == "short" else v
        size = Fraction(size, 10) if rng.case == "short" else size
    answer = [Fraction(x) / size for x in a]
    total = sum(x if x > 0 else -x for x in a)
    wrong = [
        Mistake(
            "by-the-sum",
            Vector([Fraction(x) / total for x in a]),
            "You divided by the sum of the entries' sizes. Divide by the length.",
        )
        if total != size
        else None,
        Mistake(
            "by-the-square",
            Vector([Fraction(x) / size**2 for x in a]),
            "You divided by the squared length. Take the root first.",
        )
        if size != 1
        else None,
        Mistake("turned-round", Vector([-x for x in answer]), "That one points the opposite way."),
        Mistake(
            "said-none", Words("none", also=NO_VECTOR), "Only the zero vector has no direction. How long is this one?"
        ),
    ]
    return Problem(
        ask=f"Give the unit vector in the direction of $a = {tex(a)}$, or `none` if there is none.",
        answer=Vector(answer),
        oracle=lambda: Vector(
            [Fraction(float(x)).limit_denominator(200) for x in np.array(a, float) / np.linalg.norm(np.array(a, float))]
        ),
        mistakes=tuple(one for one in wrong if one),
        hints=("How long is it?", "Divide each entry by the length. Signs stay."),
        solution=(
            Step("", because=f"its length is ${tex(size)}$"),
            Step(
                "(" + ", ".join(f"({typed(x)})/({typed(size)})" for x in a) + ")",
                because="divide each entry by the length",
            ),
            Step(typed(answer), because="calculate"),
        ),
    )


@exercise(
    "spread",
    kind="construct",
    tests=(1,),
    difficulty=0.45,
    seconds=90,
    cases=("four-entries", "three-entries", "unit-length"),
)
def spread(rng: Rng) -> Problem:
    """A vector of a wanted length without zeros, its entries not all of one size."""
    example: Sequence[int | Fraction]
    if rng.case == "three-entries":
        example, size = pythagorean(rng, 3, rng.integer(1, 4))
    else:
        base, k = rng.choice(
            (
                ((1, 1, 3, 5), 6),
                ((1, 1, 1, 1), 2),
                ((1, 1, 7, 7), 10),
                ((1, 3, 3, 9), 10),
                ((1, 1, 5, 3), 6),
                ((2, 2, 4, 5), 7),
                ((1, 4, 4, 4), 7),
                ((2, 4, 5, 6), 9),
            )
        )
        if len(set(base)) == 1:
            base, k = (1, 1, 3, 5), 6
        scale = rng.integer(1, 5)
        example, size = [scale * x for x in rng.shuffle(base)], scale * k
    if rng.case == "unit-length":
        example, size = [Fraction(x, size) for x in example], 1
    n = len(example)
    bound = rng.integer(1, 9)
    first = "positive" if bound % 2 else "negative"
    example = [abs(Fraction(example[0])) * (1 if first == "positive" else -1), *example[1:]]

    def fits(v: Sequence[Fraction]) -> bool:
        return all(v) and len({abs(x) for x in v}) > 1 and (v[0] > 0) == (first == "positive")

    def says(v: Sequence[Fraction]) -> str:
        if not fits(v):
            return f"No entry may be 0, not all may be equal when signs are left aside, and the first is to be {first}."
        return f"The squares of yours add up to ${tex(sum(x * x for x in v))}$."

    return Problem(
        ask=f"Give a vector of length exactly {size} with {n} entries: none of them 0, the first one {first}, and, signs aside, not all equal. Many are right.",
        answer=Property(Vector, lambda v: fits(v) and sum(x * x for x in v) == size**2, example=Vector(example)),
        consequence=says,
        mistakes=(
            Mistake(
                "adds-up-to-it",
                Property(
                    Vector,
                    lambda v: fits(v) and sum(x * x for x in v) != size**2 and sum(map(abs, v)) == size,
                    example=Vector(_adding_up(n, size, first)),
                ),
                "The sizes of your entries add up to the length. Their *squares* have to add up to its square.",
            ),
            Mistake(
                "square-forgotten",
                Property(
                    Vector,
                    lambda v: fits(v) and size != 1 and sum(x * x for x in v) == size,
                    example=Vector(_squares_to(n, size, first)),
                ),
                "The squares add up to the length. They have to add up to its square.",
            )
            if rng.case == "four-entries" and _squares_to(n, size, first)
            else Mistake(
                "all-of-one-size",
                Property(
                    Vector,
                    lambda v: all(v) and len({abs(x) for x in v}) == 1 and sum(x * x for x in v) == size**2,
                    example=Vector([f"{size}/sqrt({n})"] * n if n == 3 else [Fraction(size, 2)] * n),
                ),
                "The length is right. But, signs aside, all entries are equal: vary them.",
            ),
        ),
        hints=(
            f"The squares have to add up to ${size**2}$.",
            "Start with small whole numbers, look at their length, and scale.",
        ),
        solution=(
            Step("", because=f"squares that add up to ${size**2}$"),
            Step(typed(example), because="one of many"),
        ),
    )


@exercise(
    "expand",
    kind="derivation",
    tests=(2,),
    difficulty=0.55,
    seconds=200,
    uses={"dot-product": 0.8, "algebraic-expressions": 0.3},
    cases=("minus", "factor", "both"),
)
def expand(rng: Rng) -> Problem:
    """The squared length of a combination, written out with dot products in the learner's own lines."""
    u, v = rng.sample(("a", "b", "u", "v", "x", "y"), 2)
    s, t = {"minus": (1, -1), "factor": (1, rng.integer(2, 6))}.get(rng.case, (rng.integer(2, 5), -rng.integer(2, 5)))
    first, second = (u if s == 1 else f"{s}{u}"), (v if abs(t) == 1 else f"{abs(t)}{v}")
    sign = "+" if t > 0 else "-"
    inside = f"{first} {sign} {second}"
    square_u = f"dot({u}, {u})" if s == 1 else f"{s * s}*dot({u}, {u})"
    square_v = f"dot({v}, {v})" if abs(t) == 1 else f"{t * t}*dot({v}, {v})"
    factor = "" if abs(s * t) == 1 else f"{abs(s * t)}*"
    start = f"||{inside}||^2"
    lines = (
        f"dot({inside}, {inside})",
        f"{square_u} {sign} {factor}dot({u}, {v}) {sign} {factor}dot({v}, {u}) + {square_v}",
        f"{square_u} {sign} {2 * abs(s * t)}*dot({u}, {v}) + {square_v}",
    )
    flipped = "-" if sign == "+" else "+"
    return Problem(
        ask=f"${u}$ and ${v}$ are vectors with 3 entries. Expand $\\lVert {inside} \\rVert^2$ into dot products of ${u}$ and ${v}$ with themselves and with each other, line by line. Type a dot product as `dot({u}, {v})` or `{u} · {v}`.",
        answer=Derivation(start, lines),
        oracle=lambda: Derivation(start, lines),
        symbols={u: "vector 3", v: "vector 3"},
        mistakes=(
            Mistake(
                "cross-term-sign",
                Derivation(start, (lines[0], f"{square_u} {flipped} {2 * abs(s * t)}*dot({u}, {v}) + {square_v}")),
                "Look at the sign of the cross term: it has one factor from each side of the bracket.",
            ),
            Mistake(
                "no-cross-term",
                Derivation(start, (lines[0], f"{square_u} + {square_v}")),
                "Each part of the first bracket meets each part of the second: four dot products, not two.",
            ),
            *(
                [
                    Mistake(
                        "squares-subtracted",
                        Derivation(start, (lines[0], f"{square_u} - {square_v}")),
                        "Four dot products come out, and the last of them is minus times minus.",
                    )
                ]
                if t < 0
                else []
            ),
        ),
        hints=(
            "A squared length is a dot product of the vector with itself.",
            "Each part of the first bracket with each part of the second: four products, two of which are equal.",
        ),
        solution=(
            Step(start, because="the squared length"),
            *(
                Step(line, because=why)
                for line, why in zip(
                    lines,
                    (
                        "a squared length is a dot product with itself",
                        "split both sums",
                        "the two mixed products are equal",
                    ),
                    strict=True,
                )
            ),
        ),
    )


CLAIMS = {
    "many-or-one": (
        (
            "Changing $n$ entries by $d$ each moves as far as changing one entry by $n d$, for $n \\geq 2$ and $d > 0$.",
            "never",
            "$\\sqrt{n}\\,d$ against $nd$.",
        ),
        (
            "Changing 100 entries by 0.1 each moves as far as changing one entry by 1.",
            "always",
            "$100 \\cdot 0.01 = 1$.",
        ),
        (
            "Of two changes, the one with the larger sum of sizes moves farther.",
            "sometimes",
            "10,000 times 0.01 sums to 100 and moves by 1; one entry changed by 2 sums to 2 and moves by 2.",
        ),
        (
            "Of two changes with positive entries, the one whose largest entry is larger moves farther.",
            "sometimes",
            "Many entries of 1 together move farther than a single 2, a few do not.",
        ),
    ),
    "sum": (
        (
            "$\\lVert a + b \\rVert = \\lVert a \\rVert + \\lVert b \\rVert$.",
            "sometimes",
            "For arrows of one direction, or where one is zero.",
        ),
        (
            "$\\lVert a + b \\rVert^2 = \\lVert a \\rVert^2 + \\lVert b \\rVert^2$ when $a \\cdot b = 0$.",
            "always",
            "The cross term vanishes.",
        ),
        (
            "$\\lVert a + b \\rVert > \\lVert a \\rVert + \\lVert b \\rVert$.",
            "never",
            "The straight way is never longer than the detour. (Without proof here: it is the triangle inequality.)",
        ),
        (
            "$\\lVert a - b \\rVert = \\lVert b - a \\rVert$.",
            "always",
            "The differences are opposite, and squares forget signs.",
        ),
    ),
    "scale": (
        (
            "$\\lVert c\\,a \\rVert = c \\lVert a \\rVert$.",
            "sometimes",
            "For $c \\geq 0$, or $a$ zero. For negative $c$ the right side is negative.",
        ),
        ("$\\lVert -a \\rVert = \\lVert a \\rVert$.", "always", "Squares forget signs."),
        (
            "Doubling a vector doubles its squared length, for a vector that is not zero.",
            "never",
            "It makes it four times as large.",
        ),
        (
            "A vector divided by its length has length 1, for a vector that is not zero.",
            "always",
            "Its length is $\\lVert a \\rVert / \\lVert a \\rVert$.",
        ),
    ),
    "zero": (
        ("A vector of length 0 has only entries 0.", "always", "A sum of squares is 0 only if each square is."),
        ("The length of a vector is negative.", "never", "It is a root."),
        (
            "A vector with a negative entry has a smaller length than the same vector with that entry positive.",
            "never",
            "They have the same length.",
        ),
    ),
}
HOW_OFTEN = {"always": "always", "sometimes": "sometimes, but not always", "never": "never"}


@exercise(
    "farther", kind="concept", tests=(1, 2), difficulty=0.4, seconds=45, cases=("many-or-one", "sum", "scale", "zero")
)
def farther(rng: Rng) -> Problem:
    """Always, sometimes or never, about lengths."""
    text, holds, why = rng.choice(CLAIMS[rng.case])
    told = {
        "always": "Try to break it: opposite arrows, a negative factor, one large entry against many small ones.",
        "sometimes": "You would need a case that fits and one that breaks it. Do you find both?",
        "never": "One case that fits is enough against *never*. Try easy vectors, such as $(3, 4)$ and $(4, -3)$.",
    }
    return Problem(
        ask=f"$a$ and $b$ are vectors with equally many entries. Is this true always, sometimes or never?\n\n> {text}",
        answer=Choice(HOW_OFTEN, holds, ordered=True),
        mistakes=tuple(
            Mistake(f"thought-{key}", Choice.pick(key), reply) for key, reply in told.items() if key != holds
        ),
        hints=("Squares, sum, root: what do they do to signs, and to large entries?", "Try two easy vectors."),
        solution=(Step("", because=why),),
    )


@exercise("mse", kind="code", tests=(1,), difficulty=0.4, seconds=160, cases=("some", "perfect", "one"))
def mse(rng: Rng) -> Problem:
    """The mean squared error of predictions, from two arrays."""
    name = rng.choice(("mse", "mean_squared_error", "loss", "badness"))
    n = 1 if rng.case == "one" else rng.integer(3, 5)
    y = np.array(rng.integers(n, -9, 9), float)
    guess = y if rng.case == "perfect" else np.array(rng.integers(n, -9, 9), float)

    def source(body: str) -> str:
        return f"import numpy as np\n\n\ndef {name}(y, guess):\n    return {body}\n"

    return Problem(
        ask=f"Write `{name}(y, guess)`: the squared distance between two arrays of equal length, divided by the number of their entries. For example `{name}(np.array({y.tolist()}), np.array({guess.tolist()}))`.",
        answer=Code(
            name,
            source=source("((y - guess) ** 2).sum() / len(y)"),
            reference=lambda y, guess: float(np.linalg.norm(y - guess) ** 2 / len(y)),
            inputs=[
                (y, guess),
                (np.array([1.0, 2.0, 2.0]), np.zeros(3)),
                (np.array([3.0, -4.0]), np.array([-3.0, 4.0])),
                (np.array([5.0]), np.array([2.0])),
            ],
            starter=source("..."),
        ),
        mistakes=(
            Mistake(
                "not-divided",
                Code(
                    name, source=source("((y - guess) ** 2).sum()"), reference=lambda y, guess: ((y - guess) ** 2).sum()
                ),
                "That is the squared distance. Divide it by the number of entries.",
            ),
            Mistake(
                "not-squared",
                Code(
                    name,
                    source=source("abs(y - guess).sum() / len(y)"),
                    reference=lambda y, guess: abs(y - guess).sum() / len(y),
                ),
                "You averaged the sizes of the differences. Square them.",
            ),
            Mistake(
                "root-kept",
                Code(
                    name,
                    source=source("np.linalg.norm(y - guess) / len(y)"),
                    reference=lambda y, guess: np.linalg.norm(y - guess) / len(y),
                ),
                "You divided the distance. It is the *squared* distance that is divided.",
            ),
        ),
        hints=("The difference of two arrays is entry by entry.", "Squares, sum, divided by `len(y)`."),
        solution=(Step("", because="the squares of the differences, added, over the number of entries"),),
    )


@exercise(
    "nearest",
    kind="transfer",
    tests=(1,),
    difficulty=0.5,
    seconds=120,
    uses={"vectors": 0.3},
    cases=("clear", "signs-cancel", "score"),
)
def nearest(rng: Rng) -> Problem:
    """Which record resembles a new one most; or how well two lists agree."""
    what, who = rng.choice(
        (
            ("readings", "patient"),
            ("notes", "wine"),
            ("settings", "camera"),
            ("marks", "pupil"),
            ("measures", "fish"),
            ("counts", "pond"),
        )
    )
    new = rng.integers(3, 1, 9) if rng.case == "score" else rng.integers(3, 6, 15)
    tools = {
        "straight": "Compare by the straight-line gap between two lists",
        "agree": "Multiply entry by entry and add",
        "signed": "Add up the differences, with their signs",
    }
    if rng.case == "score":
        weights = rng.integers(3, -4, 5, nonzero=True)
        value = sum(w * x for w, x in zip(weights, new, strict=True))
        return Problem(
            ask=f"A {who} has the {what} ${tex(new)}$. A rule gives it points: ${weights[0]}$ for each unit of the first, ${weights[1]}$ of the second, ${weights[2]}$ of the third. How many points in all?",
            answer=WithTool(tools, "agree", Integer(value)),
            oracle=lambda: WithTool(tools, "agree", Integer(int(np.dot(weights, new)))),
            mistakes=(
                Mistake(
                    "measured-a-gap",
                    Used("straight"),
                    "No two records are compared here. Points times amount, added.",
                    blames="dot-product",
                ),
                Mistake(
                    "added-both",
                    Used("agree", Integer(sum(weights) + sum(new))),
                    "Each amount is multiplied by its own points first.",
                ),
            ),
            hints=("Each amount has its own points.", "Multiply pairwise, add."),
            solution=(
                Step(
                    " + ".join(f"({w})*{x}" for w, x in zip(weights, new, strict=True)),
                    because="points times amount, added",
                ),
                Step(str(value), because="calculate"),
            ),
        )
    k = rng.integer(3, 6)
    close = rng.shuffle((1, rng.choice((1, 2)), rng.choice((0, 2))))
    decoy = rng.shuffle((k, -k, 0)) if rng.case == "signs-cancel" else rng.shuffle((k, 1, 0))
    far = rng.shuffle((k, k, rng.choice((1, 2))))
    gaps = {"near": close, "decoy": decoy, "far": far}
    names = dict(zip(gaps, rng.shuffle(("A", "B", "C")), strict=True))
    records = {key: tuple(x + g for x, g in zip(new, gap, strict=True)) for key, gap in gaps.items()}
    listed = ", ".join(f"{names[key]} with ${tex(records[key])}$" for key in sorted(names, key=names.__getitem__))
    options = {key: names[key] for key in sorted(names, key=names.__getitem__)}
    return Problem(
        ask=f"Three records are known: {listed}. A new {who} has the {what} ${tex(new)}$. Which record does it resemble most, when all three numbers count alike and large differences count more than in proportion?",
        answer=WithTool(tools, "straight", Choice(options, "near", ordered=True)),
        oracle=lambda: WithTool(
            tools,
            "straight",
            Choice(
                options,
                min(records, key=lambda key: float(np.linalg.norm(np.subtract(records[key], new)))),
                ordered=True,
            ),
        ),
        mistakes=(
            Mistake(
                "signs-cancelled",
                Used("signed"),
                "With signs, $+5$ and $-5$ cancel, and very different records look alike.",
            ),
            Mistake(
                "multiplied",
                Used("agree"),
                "That grows with the size of the numbers: a record that is large everywhere would resemble everything.",
                blames="dot-product",
            ),
            Mistake(
                "misjudged",
                Used("straight", Choice.pick("decoy")),
                "Square the three differences for each record, and add.",
            ),
            Mistake(
                "misjudged-far",
                Used("straight", Choice.pick("far")),
                "Square the three differences for each record, and add. Which sum is smallest?",
            ),
        ),
        hints=(
            "How far is each record from the new one?",
            "Squares of the differences, added; the root changes nothing in the order.",
        ),
        solution=(
            Step(
                "",
                because="squared gaps: "
                + ", ".join(
                    f"{names[key]} {_square(gap)}" for key, gap in sorted(gaps.items(), key=lambda item: names[item[0]])
                )
                + f"; the smallest is that of {names['near']}",
            ),
        ),
    )


@exercise("recall-root", kind="recall", keep=(1,), difficulty=0.2, seconds=25)
def recall_root(rng: Rng) -> Problem:
    """From a dot product with itself to the length, or back."""
    k = rng.integer(2, 12)
    if rng.chance(Fraction(1, 2)):
        return Problem(
            ask=f"$a \\cdot a = {k * k}$. How long is $a$?",
            answer=Integer(k),
            oracle=lambda: Integer(isqrt(k * k)),
            mistakes=(Mistake("root-forgotten", Integer(k * k), "That is the squared length."),),
            hints=("One root.",),
            solution=(
                Step(f"sqrt({k * k})", because="length is the root of the dot product with itself"),
                Step(str(k), because="take the root"),
            ),
        )
    return Problem(
        ask=f"$a$ has length {k}. What is $a \\cdot a$?",
        answer=Integer(k * k),
        oracle=lambda: Integer(sum([k] * k)),
        mistakes=(
            Mistake("not-squared", Integer(k), "That is the length. The dot product with itself is its square."),
        ),
        hints=("The length is the root of it.",),
        solution=(
            Step(f"{k}^2", because="the dot product with itself is the squared length"),
            Step(str(k * k), because="square"),
        ),
    )


@exercise("recall-zero", kind="recall", keep=(2,), difficulty=0.3, seconds=25)
def recall_zero(rng: Rng) -> Problem:
    """What distance 0 means, and how far opposite vectors are apart."""
    k = rng.integer(1, 12)
    told, key = rng.choice(
        (
            ("$\\lVert a - b \\rVert = 0$", "equal"),
            ("$\\lVert a \\rVert = \\lVert b \\rVert$", "open"),
            (f"$\\lVert a \\rVert = {k}$ and $\\lVert b \\rVert = {k}$", "open"),
            (f"$\\lVert a - b \\rVert = {k}$", "different"),
            ("$\\lVert a \\rVert = 0$ and $\\lVert b \\rVert = 0$", "equal"),
            (f"$\\lVert a \\rVert = {k}$ and $\\lVert b \\rVert = {k + 1}$", "different"),
            ("$\\lVert b - a \\rVert = 0$", "equal"),
            ("$a \\cdot a = b \\cdot b$", "open"),
        )
    )
    options = {"equal": "they are equal", "different": "they are different", "open": "they may be equal or different"}
    return Problem(
        ask=f"{told}. What does that say about the vectors $a$ and $b$ of $\\mathbb{{R}}^3$?",
        answer=Choice(options, key, ordered=True),
        mistakes=tuple(
            Mistake(
                f"said-{one}",
                Choice.pick(one),
                "Only the zero vector has length 0. Equal lengths say nothing about directions.",
            )
            for one in options
            if one != key
        ),
        hints=("Only the zero vector has length 0.",),
        solution=(
            Step(
                "",
                because={
                    "equal": "only the zero vector has length 0",
                    "different": "equal vectors have distance 0 and equal lengths",
                    "open": "a length tells nothing of the direction",
                }[key],
            ),
        ),
    )


@exercise("recall-cross-term", kind="recall", keep=(3,), difficulty=0.35, seconds=30)
def recall_cross_term(rng: Rng) -> Problem:
    """The squared length of a sum from three numbers; why lengths alone do not do."""
    p, q, c = rng.integer(2, 6), rng.integer(2, 6), rng.integer(-5, 5)
    c = max(-p * q + 1, min(p * q - 1, c))
    return Problem(
        ask=f"$\\lVert a \\rVert = {p}$, $\\lVert b \\rVert = {q}$ and $a \\cdot b = {c}$. What is $\\lVert a + b \\rVert^2$?",
        answer=Integer(p * p + 2 * c + q * q),
        oracle=lambda: Integer(
            round(float(np.linalg.norm(np.array([p, 0.0]) + np.array([c / p, (q * q - (c / p) ** 2) ** 0.5])) ** 2))
        ),
        mistakes=_distinct(
            one
            for one in (
                Mistake(
                    "no-cross-term",
                    Integer(p * p + q * q),
                    "The cross term is missing: why should the angle not matter?",
                ),
                Mistake("cross-once", Integer(p * p + c + q * q), "The mixed product occurs twice."),
                Mistake(
                    "lengths-added", Integer((p + q) ** 2), "Lengths do not add, unless both point in one direction."
                ),
            )
            if one.answer.typed() != str(p * p + 2 * c + q * q)
        ),
        hints=("Square of the first, cross term, square of the second.",),
        solution=(
            Step(f"{p}^2 + 2*({c}) + {q}^2", because="with the cross term"),
            Step(str(p * p + 2 * c + q * q), because="calculate"),
        ),
    )


ANN_AND_BO = Guess(
    "ann-and-bo",
    ask="In straight-line distance, who moves farther?",
    options={
        "hundred": "Ann, 100 times as far",
        "ten": "Ann, 10 times as far",
        "equal": "both equally far",
        "bo": "Bo, 100 times as far",
    },
    believes="hundred",
    truth="equal",
)

LONGER = Contrast(
    "longer",
    ask="Is the first vector longer than the second?",
    labels=("longer", "not longer"),
    pairs=(
        Pair(
            "$(3, 4)$, against $(3, 0)$",
            "$(-3, 4)$, against $(3, -4)$",
            "One entry emptied: 5 against 3. Signs changed: 5 against 5.",
        ),
        Pair(
            "$(1, 1, 1, 1)$, against $(1, 1, 1)$",
            "$(1, 1, 1, 1)$, against $(2)$",
            "One more entry lengthens from $\\sqrt{3}$ to 2. And 2 is all that four ones make.",
        ),
        Pair(
            "$(0, 5)$, against $(3, 3)$",
            "$(3, 3)$, against $(1, 5)$",
            "$\\sqrt{25}$ against $\\sqrt{18}$, though the entries sum to 5 and 6. $\\sqrt{18}$ against $\\sqrt{26}$, though both sum to 6.",
        ),
        Pair(
            "$(0.001, 0)$, against $(0, 0)$",
            "$(0, 0)$, against $(0, 0)$",
            "However short, it is longer than nothing: only the zero vector has length 0.",
        ),
    ),
)

SQUARE_OF_A_SUM = Proof(
    "square-of-a-sum",
    claim="$\\lVert a + b \\rVert^2 = \\lVert a \\rVert^2 + 2\\,a \\cdot b + \\lVert b \\rVert^2$.",
    lines=(
        Given("||a + b||^2", because="the squared length"),
        Given("dot(a + b, a + b)", because="length is the root of the dot product with itself"),
        Given("dot(a, a) + dot(a, b) + dot(b, a) + dot(b, b)", because="the dot product splits sums, on both sides"),
        Open(
            "dot(a, a) + 2*dot(a, b) + dot(b, b)",
            because="$b \\cdot a = a \\cdot b$",
            hint="Two of the four products are equal. Type a dot product as dot(a, b).",
        ),
        Given("||a||^2 + 2*dot(a, b) + ||b||^2", because="dot products with themselves are squared lengths"),
    ),
    symbols={"a": "vector 3", "b": "vector 3"},
)


def _square(v: Sequence[int]) -> int:
    return sum(x * x for x in v)


def _root(square: int) -> str:
    """The root of a whole number, as typed: whole where it is."""
    root = isqrt(square)
    return str(root) if root * root == square else f"sqrt({square})"


def _distinct(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """Mistakes whose answers differ, the first of equal ones kept."""
    return tuple({one.answer.typed(): one for one in reversed(list(mistakes))}.values())[::-1]


def _adding_up(n: int, size: int, first: str) -> list[Fraction]:
    """Entries of different size whose sizes add up to `size`, the first with the sign asked for."""
    parts = [Fraction(size, 2), *([Fraction(size, 2 * (n - 1))] * (n - 1))]
    return [parts[0] if first == "positive" else -parts[0], *parts[1:]]


def _squares_to(n: int, size: int, first: str) -> list[int]:
    """Whole entries whose squares add up to `size` itself, or nothing where a small search finds none."""
    small = range(1, 6)
    found = next(
        (
            [a, b, c, d]
            for a in small
            for b in small
            for c in small
            for d in small
            if a * a + b * b + c * c + d * d == size and a != b
        ),
        [],
    )
    return [found[0] if first == "positive" else -found[0], *found[1:]] if found and n == 4 else []
