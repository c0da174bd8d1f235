"""Exercises on linear combinations: make one, find its coefficients, and know what can never be reached."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import gcd

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
from agnesi.authoring.answers import Choice, Code, Derivation, Integer, Property, Tuple, Used, Vector, WithTool, Words
from agnesi.authoring.draw import combined, vectors

NO_WAY = ("no", "no solution", "no solutions", "there are none", "there is none", "impossible")


@exercise(
    "evaluate",
    kind="procedure",
    tests=(1,),
    difficulty=0.2,
    seconds=60,
    uses={"vectors": 0.8},
    cases=("two", "three", "zero-coefficient", "in-space"),
)
def evaluate(rng: Rng) -> Problem:
    """The combination that given coefficients make."""
    count, n = {"three": (3, 2), "in-space": (2, 3)}.get(rng.case, (2, 2))
    made_of = vectors(rng, count, n, 4)
    c = list(rng.integers(count, -3, 4, nonzero=True))
    if rng.case == "zero-coefficient":
        c[rng.integer(0, count - 1)] = 0
    answer = combined(made_of, tuple(c))
    names = ("u", "v", "w")[:count]
    given = " and ".join(f"${name} = {tex(v)}$" for name, v in zip(names, made_of, strict=True))
    asked = _sum(
        [f"{x}{name}" if abs(x) != 1 else ("-" if x < 0 else "") + name for x, name in zip(c, names, strict=True)]
    )
    spelled = (
        "(" + ", ".join(_sum([f"({x})*({v[i]})" for x, v in zip(c, made_of, strict=True)]) for i in range(n)) + ")"
    )
    plain = tuple(sum(v[i] for v in made_of) for i in range(n))
    wrong = {
        "added-first": (
            [sum(c) * x for x in plain],
            "You added the coefficients and the vectors first. Each coefficient belongs to its own vector.",
        ),
        "first-only": (
            [c[0] * made_of[0][i] + sum(v[i] for v in made_of[1:]) for i in range(n)],
            "The coefficient of the first vector is there, the others are missing.",
        ),
        "signs-lost": (
            [sum(abs(x) * v[i] for x, v in zip(c, made_of, strict=True)) for i in range(n)],
            "A negative coefficient turns its vector round. The sign got lost.",
        ),
    }
    return Problem(
        ask=f"Let {given}. What is ${asked}$?",
        answer=Vector(answer),
        oracle=lambda: Vector((np.array(made_of).T @ np.array(c)).tolist()),
        mistakes=tuple(
            Mistake(name, Vector(value), reply)
            for name, (value, reply) in wrong.items()
            if tuple(value) != tuple(answer)
        ),
        hints=("Scale each vector by its own coefficient.", "Then add, first entries with first entries."),
        solution=(
            Step(spelled, because="each coefficient with its vector, entry by entry"),
            Step(typed(answer), because="calculate"),
        ),
    )


@exercise(
    "amounts",
    kind="procedure",
    tests=(2,),
    difficulty=0.5,
    seconds=150,
    uses={"vectors": 0.4, "linear-equations": 0.5},
    cases=("whole", "fractions", "negative", "zero-target", "parallel"),
)
def amounts(rng: Rng) -> Problem:
    """The coefficients that give a target, or the news that there are none."""
    most = 6 if rng.case == "fractions" else 32
    a, b = rng.until(lambda: vectors(rng, 2, 2, 4), lambda p: 1 < abs(p[0][0] * p[1][1] - p[0][1] * p[1][0]) <= most)
    if rng.case == "parallel":
        a = rng.until(lambda: rng.integers(2, -4, 4, nonzero=True), lambda v: abs(v[0]) + abs(v[1]) > 2)
        k = rng.choice((2, 3, -1, -2))
        b = (k * a[0], k * a[1])
        target = (rng.integer(2, 4) * a[0], rng.integer(5, 7) * a[1])
        return Problem(
            ask=f"Find $s$ and $t$ with $s\\,{tex(a)} + t\\,{tex(b)} = {tex(target)}$. Answer $(s, t)$, or `none` if there are none.",
            answer=Words("none", also=NO_WAY),
            mistakes=(
                Mistake(
                    "first-entry-only",
                    Property(
                        Tuple,
                        lambda p: p[0] * a[0] + p[1] * b[0] == target[0],
                        example=Tuple((Fraction(target[0], a[0]), 0)),
                    ),
                    "That makes the first entry right. Now look at the second.",
                ),
                Mistake(
                    "second-entry-only",
                    Property(
                        Tuple,
                        lambda p: p[0] * a[1] + p[1] * b[1] == target[1],
                        example=Tuple((Fraction(target[1], a[1]), 0)),
                    ),
                    "That makes the second entry right. Now look at the first.",
                ),
                Mistake(
                    "neither-entry",
                    Property(
                        Tuple,
                        lambda p: p[0] * a[0] + p[1] * b[0] != target[0] and p[0] * a[1] + p[1] * b[1] != target[1],
                        example=Tuple((0, 0)),
                    ),
                    "With these amounts neither entry comes out right.",
                ),
            ),
            hints=(
                "Write one condition for each entry.",
                "Is one of the two vectors a multiple of the other? What do all their combinations have in common?",
            ),
            solution=(
                Step(
                    "",
                    because=f"${tex(b)}$ is ${k}$ times ${tex(a)}$, so every combination is a multiple of ${tex(a)}$, and the target is none: its entries would need the factors ${tex(Fraction(target[0], a[0]))}$ and ${tex(Fraction(target[1], a[1]))}$",
                ),
            ),
        )
    c: tuple[int, ...]
    if rng.case == "fractions":
        d = a[0] * b[1] - a[1] * b[0]
        c = rng.until(
            lambda: rng.integers(2, -6, 6, nonzero=True),
            lambda v: (v[0] * b[1] - v[1] * b[0]) % d != 0 or (a[0] * v[1] - a[1] * v[0]) % d != 0,
        )
    elif rng.case == "zero-target":
        c = (0, 0)
    else:
        pair = rng.integers(2, 1, 4) if rng.case == "whole" else (-rng.integer(1, 4), rng.integer(1, 4))
        c = combined((a, b), pair)
    d = a[0] * b[1] - a[1] * b[0]
    s, t = Fraction(c[0] * b[1] - c[1] * b[0], d), Fraction(a[0] * c[1] - a[1] * c[0], d)
    conditions = f"{_condition(a[0], b[0], c[0])} and {_condition(a[1], b[1], c[1])}"
    wrong = [
        Mistake("swapped", Tuple((t, s)), f"The two are swapped: the first number belongs to ${tex(a)}$.")
        if s != t
        else None,
        Mistake("said-none", Words("none", also=NO_WAY), "There is a way. Amounts may be negative, fractions, or 0."),
    ]
    return Problem(
        ask=f"Find $s$ and $t$ with $s\\,{tex(a)} + t\\,{tex(b)} = {tex(c)}$. Answer $(s, t)$, or `none` if there are none.",
        answer=Tuple((s, t)),
        oracle=lambda: Tuple(
            [
                Fraction(float(x)).limit_denominator(abs(d))
                for x in np.linalg.solve(np.array([a, b], float).T, np.array(c, float))
            ]
        ),
        consequence=lambda p: (
            f"Yours gives ${tex([p[0] * a[i] + p[1] * b[i] for i in (0, 1)])}$." if len(p) == 2 else ""
        ),
        mistakes=tuple(one for one in wrong if one),
        hints=(
            "Write one condition for each entry.",
            "Multiply each of the two so that $t$ has the same factor in both, and subtract."
            if all((*a, *b))
            else "In one of the two conditions an unknown is missing. Begin with that one.",
        ),
        solution=(
            Step(conditions, because="one condition for each entry"),
            Step(
                f"{d}s = {c[0] * b[1] - c[1] * b[0]} and {d}t = {a[0] * c[1] - a[1] * c[0]}",
                because="multiply crosswise and subtract: once $t$ drops out, once $s$",
            ),
            Step(f"s = {typed(s)} and t = {typed(t)}", because=f"divide by ${d}$, which is not 0"),
        ),
        symbols={"s": "real", "t": "real"},
    )


@exercise(
    "unreachable",
    kind="construct",
    tests=(2,),
    difficulty=0.4,
    seconds=75,
    uses={"vectors": 0.3},
    cases=("same-way", "opposite", "one-is-zero"),
)
def unreachable(rng: Rng) -> Problem:
    """Any vector that no amounts of two parallel ones give."""
    base = rng.until(lambda: rng.integers(2, -4, 4, nonzero=True), lambda v: v[0] != v[1])
    k, m = rng.sample((1, 2, 3, 4), 2)
    if rng.case == "opposite":
        m = -m
    if rng.case == "one-is-zero":
        m = 0
    a, b = tuple(k * x for x in base), tuple(m * x for x in base)
    example = (base[1], base[0]) if base[0] ** 2 != base[1] ** 2 else (base[0], 2 * base[1])

    def off(v: Sequence[Fraction]) -> bool:
        return v[0] * base[1] != v[1] * base[0]

    return Problem(
        ask=f"Give a vector that *no* combination $s\\,{tex(a)} + t\\,{tex(b)}$ reaches. Many are right.",
        answer=Property(Vector, off, example=Vector(example)),
        consequence=lambda v: f"Yours is ${tex(Fraction(v[0]) / base[0])}$ times ${tex(base)}$, and so it is reached.",
        mistakes=(
            Mistake(
                "one-of-them",
                Property(Vector, lambda v: tuple(v) in (a, b), example=Vector(a)),
                "That one is reached: amount 1 of itself, and 0 of the other.",
            ),
            Mistake(
                "their-sum",
                Property(
                    Vector,
                    lambda v: tuple(v) == tuple(x + y for x, y in zip(a, b, strict=True)) and tuple(v) not in (a, b),
                    example=Vector([x + y for x, y in zip(a, b, strict=True)]),
                ),
                "That is the combination with amounts 1 and 1.",
            )
            if m
            else Mistake("the-zero-vector", Vector((0, 0)), "Amounts 0 and 0 always reach the zero vector."),
        ),
        hints=(
            "What do all combinations of these two have in common?",
            "They all lie on one line through the origin. Step off it.",
        ),
        solution=(
            Step("", because=f"all combinations are multiples of ${tex(base)}$"),
            Step(typed(example), because="this one is not"),
        ),
    )


SPANS = {
    "line": "a line through the origin",
    "plane": "the whole plane",
    "point": "the origin alone",
    "wedge": "the part of the plane between the two arrows",
}


@exercise(
    "which-picture",
    kind="concept",
    tests=(2,),
    difficulty=0.35,
    seconds=40,
    uses={"vectors": 0.3},
    cases=("two-ways", "same-way", "opposite", "with-zero", "told"),
)
def which_picture(rng: Rng) -> Problem:
    """What all combinations of two given vectors paint; also told in words."""
    if rng.case == "told":
        return _told(rng)
    a = rng.until(lambda: rng.integers(2, -5, 5), any)
    if rng.case == "two-ways":
        b = rng.until(lambda: rng.integers(2, -5, 5), lambda v: a[0] * v[1] != a[1] * v[0])
    else:
        k = {"same-way": rng.integer(2, 4), "opposite": -rng.integer(1, 3), "with-zero": 0}[rng.case]
        b = (k * a[0], k * a[1])
    key = "plane" if rng.case == "two-ways" else "line"
    first, second = (a, b) if rng.chance(Fraction(1, 2)) else (b, a)
    return Problem(
        ask=f"$s$ and $t$ run through all real numbers. What do the tips of $s\\,{tex(first)} + t\\,{tex(second)}$ paint?",
        answer=Choice(SPANS, key),
        oracle=lambda: Choice(SPANS, {0: "point", 1: "line", 2: "plane"}[int(np.linalg.matrix_rank(np.array([a, b])))]),
        mistakes=(
            Mistake(
                "wedge",
                Choice.pick("wedge"),
                "Amounts may be negative: then the tip leaves the part between the arrows.",
            ),
            Mistake(
                "two-vectors-two-dimensions" if key == "line" else "two-arrows-two-lines",
                Choice.pick("plane" if key == "line" else "line"),
                "Look whether one of the two is a multiple of the other.",
            ),
            Mistake(
                "origin-alone",
                Choice.pick("point"),
                "One of the two is not zero. Are its multiples not reached as well?",
            ),
        ),
        hints=("Is one a multiple of the other?", "If so, every combination is a multiple of that one too."),
        solution=(
            Step(
                "",
                because="neither is a multiple of the other"
                if key == "plane"
                else "one is a multiple of the other, and not both are zero",
            ),
        ),
    )


STATEMENTS = (
    ("Three vectors of the plane reach everything in the plane.", "sometimes", "Not if all three lie on one line."),
    ("The zero vector is a combination of any vectors you like.", "always", "Take all coefficients 0."),
    ("If $a$ and $b$ reach $c$, they reach $5c$.", "always", "Multiply both amounts by 5."),
    ("If $a$ and $b$ reach $c$ and $d$, they reach $c + d$.", "always", "Add the amounts."),
    (
        "If $a$ and $b$ reach $c$, then in exactly one way.",
        "sometimes",
        "In one way where neither is a multiple of the other, else in endlessly many.",
    ),
    (
        "Two vectors, one a multiple of the other and not both zero, reach exactly half of the plane.",
        "never",
        "They reach a line.",
    ),
    (
        "$2a$ and $2b$ reach a vector that $a$ and $b$ do not reach.",
        "never",
        "Amounts of $2a$ and $2b$ are amounts of $a$ and $b$, doubled.",
    ),
    (
        "A single vector, not zero, reaches the whole line through the origin on which it lies.",
        "always",
        "Its multiples are that line.",
    ),
    ("The mean of two vectors is one of their combinations.", "always", "Both amounts are one half."),
)
HOW_OFTEN = {"always": "always", "sometimes": "sometimes, but not always", "never": "never"}


def _told(rng: Rng) -> Problem:
    """Always, sometimes or never about what combinations reach."""
    text, holds, why = rng.choice(STATEMENTS)
    told = {
        "always": "One case that breaks it is enough. Try two vectors on one line, then two that are not.",
        "sometimes": "You would need a case that fits and one that breaks it. Do you find both?",
        "never": "One case that fits is enough against *never*. Try easy vectors, such as $(1, 0)$ and $(0, 1)$.",
    }
    return Problem(
        ask=f"All vectors are of the plane. Is this true always, sometimes or never?\n\n> {text}",
        answer=Choice(HOW_OFTEN, holds, ordered=True),
        mistakes=tuple(
            Mistake(f"thought-{key}", Choice.pick(key), reply) for key, reply in told.items() if key != holds
        ),
        hints=(
            "Try two vectors on one line, then two that are not.",
            "Put in numbers: amounts 0 and 0, then amounts that are negative.",
        ),
        solution=(Step("", because=why),),
    )


@exercise(
    "forced",
    kind="derivation",
    tests=(2,),
    difficulty=0.55,
    seconds=180,
    uses={"algebraic-expressions": 0.5},
    cases=("letters", "numbers-in-b", "other-unknown"),
)
def forced(rng: Rng) -> Problem:
    """Eliminate one amount from the two conditions, in the learner's own lines."""
    p, q = rng.until(lambda: rng.sample(range(2, 10), 2), lambda pair: gcd(*pair) == 1)
    c1, c2 = rng.until(lambda: rng.integers(2, 2, 9), lambda pair: abs(q * pair[0] - p * pair[1]) > 1)
    lines: tuple[str, ...]
    if rng.case == "letters":
        start = f"{q}*(k*s + {p}t) - {p}*(m*s + {q}t)"
        lines = (f"{q}k*s + {p * q}t - {p}m*s - {p * q}t", f"{q}k*s - {p}m*s", f"({q}k - {p}m)*s")
        ask = f"For $k s + {p}t$ (first entry) and $m s + {q}t$ (second entry): start from {q} times the first minus {p} times the second, and rewrite it until it is one bracket times $s$."
        kinds = {"k": "real", "m": "real", "s": "real", "t": "real"}
    elif rng.case == "numbers-in-b":
        start = f"{q}*({c1}s + {p}t) - {p}*({c2}s + {q}t)"
        lines = (f"{q * c1}s + {p * q}t - {p * c2}s - {p * q}t", f"{q * c1 - p * c2}s")
        ask = f"For ${c1}s + {p}t$ (first entry) and ${c2}s + {q}t$ (second entry): start from {q} times the first minus {p} times the second, and rewrite it until only $s$ is left."
        kinds = {"s": "real", "t": "real"}
    else:
        start = f"{p}*(k*t + {q}s) - {q}*(m*t + {p}s)"
        lines = (f"{p}k*t + {p * q}s - {q}m*t - {p * q}s", f"{p}k*t - {q}m*t", f"({p}k - {q}m)*t")
        ask = f"For $k t + {q}s$ (first entry) and $m t + {p}s$ (second entry): start from {p} times the first minus {q} times the second, and rewrite it until it is one bracket times $t$."
        kinds = {"k": "real", "m": "real", "s": "real", "t": "real"}
    return Problem(
        ask=ask,
        answer=Derivation(start, lines),
        oracle=lambda: Derivation(start, lines),
        symbols=kinds,
        mistakes=(
            Mistake(
                "sign-lost",
                Derivation(start, (lines[0].replace(f"- {p * q}", f"+ {p * q}"), *lines[1:])),
                "The minus in front of the second bracket reaches *both* terms in it.",
            ),
        ),
        hints=(
            "Multiply out; mind the minus in front of the second bracket.",
            "One unknown drops out. The other is a common factor.",
        ),
        solution=(
            Step(start, because="crosswise, so that one unknown gets equal factors"),
            *(
                Step(line, because=why)
                for line, why in zip(
                    lines, ("multiply out", "equal terms cancel", "take out the common factor"), strict=False
                )
            ),
        ),
    )


@exercise("reach", kind="code", tests=(2,), difficulty=0.55, seconds=220, cases=("one-way", "none", "at-zero"))
def reach(rng: Rng) -> Problem:
    """Whether two vectors of the plane reach a target at all."""
    name = rng.choice(("reaches", "can_make", "reachable", "hits"))
    a, b = vectors(rng, 2, 2, 4)
    if rng.case == "none":
        b = (2 * a[0], 2 * a[1])
    c = (0, 0) if rng.case == "at-zero" else rng.integers(2, -6, 6, nonzero=True)

    def reference(a: Sequence[int], b: Sequence[int], c: Sequence[int]) -> bool:
        matrix = np.array([a, b])
        return bool(np.linalg.matrix_rank(matrix) == np.linalg.matrix_rank(np.vstack([matrix, c])))

    def source(body: str) -> str:
        return f"def {name}(a, b, c):\n{body}"

    good = (
        "    if a[0] * b[1] - a[1] * b[0] != 0:\n        return True\n"
        "    line = a if a != [0, 0] else b\n"
        "    if line == [0, 0]:\n        return c == [0, 0]\n"
        "    return line[0] * c[1] - line[1] * c[0] == 0\n"
    )
    tries = [
        ([2, 1], [4, 2], [6, 4]),
        ([2, 1], [4, 2], [6, 3]),
        ([2, 1], [1, 3], [6, 4]),
        ([0, 0], [1, 2], [3, 6]),
        ([0, 0], [0, 0], [1, 0]),
        ([0, 0], [0, 0], [0, 0]),
        ([0, 0], [1, 2], [3, 5]),
    ]
    return Problem(
        ask=f"Write `{name}(a, b, c)` for lists of two whole numbers each: `True` when some $s\\,a + t\\,b$ is $c$, else `False`. Mind that $a$, $b$ or both may be zero. For example `{name}({list(a)}, {list(b)}, {list(c)})`.",
        answer=Code(
            name,
            source=source(good),
            reference=reference,
            inputs=[(list(a), list(b), list(c)), *tries],
            starter=source("    return ...\n"),
        ),
        mistakes=(
            Mistake(
                "only-the-bracket",
                Code(
                    name,
                    source=source("    return a[0] * b[1] - a[1] * b[0] != 0\n"),
                    reference=lambda a, b, c: a[0] * b[1] - a[1] * b[0] != 0,
                ),
                "Where the two lie on one line, targets on that line are reached all the same.",
            ),
            Mistake(
                "forgot-zero",
                Code(
                    name,
                    source=source(
                        "    if a[0] * b[1] - a[1] * b[0] != 0:\n        return True\n    return a[0] * c[1] - a[1] * c[0] == 0\n"
                    ),
                    reference=lambda a, b, c: a[0] * b[1] - a[1] * b[0] != 0 or a[0] * c[1] - a[1] * c[0] == 0,
                ),
                "With $a$ zero your test holds for every $c$. Then the line is that of $b$, or there is none.",
            ),
        ),
        hints=(
            "First: when do they reach everything?",
            "If not, they lie on one line, or both are zero. When is $c$ on it?",
        ),
        solution=(
            Step(
                "",
                because="if $a_1 b_2 - a_2 b_1 \\neq 0$ everything is reached; else compare $c$ with the one of the two that is not zero; if both are zero only $c = 0$ is reached",
            ),
        ),
    )


@exercise(
    "average-flower",
    kind="procedure",
    tests=(1,),
    difficulty=0.35,
    seconds=90,
    uses={"summation-notation": 0.3, "vectors": 0.4},
    cases=("counts", "a-zero-count", "equal-counts"),
)
def average_flower(rng: Rng) -> Problem:
    """The mean of many vectors of which only a few kinds occur."""
    counts = list(rng.choice(((2, 5, 3), (1, 4, 5), (6, 2, 2), (3, 1, 6), (4, 4, 2))))
    if rng.case == "a-zero-count":
        counts = [4, 6, 0]
    if rng.case == "equal-counts":
        counts = [3, 3, 3]
    total = sum(counts)
    kinds = rng.until(lambda: [rng.integers(2, 1, 12) for _ in range(3)], lambda k: len(set(k)) == 3)
    what, parts = rng.choice(
        (
            ("flowers", "petal length, sepal length"),
            ("songs", "tempo, loudness"),
            ("apples", "weight, sweetness"),
            ("rooms", "width, length"),
            ("days", "hours of sun, hours of rain"),
        )
    )
    answer = [Fraction(sum(n * k[i] for n, k in zip(counts, kinds, strict=True)), total) for i in (0, 1)]
    listed = ", ".join(
        f"{n or 'none'} of them {'is' if n < 2 else 'are'} ${tex(k)}$" for n, k in zip(counts, kinds, strict=True)
    )
    spelled = ", ".join(
        "(" + " + ".join(f"{n}*{k[i]}" for n, k in zip(counts, kinds, strict=True)) + f")/{total}" for i in (0, 1)
    )
    plain = [Fraction(sum(k[i] for k in kinds), 3) for i in (0, 1)]
    wrong = [
        Mistake(
            "not-divided",
            Vector([total * x for x in answer]),
            f"That is the sum of all {total}. For the mean, each count is divided by {total}.",
        )
    ]
    if plain != answer:
        wrong.append(
            Mistake(
                "plain-mean",
                Vector(plain),
                "You took the plain mean of the three kinds. They do not occur equally often.",
            )
        )
    return Problem(
        ask=f"{total} {what} are listed as ({parts}): {listed}. What is the mean of all {total}, as a vector?",
        answer=Vector(answer),
        oracle=lambda: Vector(
            [
                Fraction(float(x)).limit_denominator(30)
                for x in np.repeat(np.array(kinds, float), counts, axis=0).mean(axis=0)
            ]
        ),
        mistakes=tuple(wrong),
        hints=(
            "The mean is a combination of the three: which coefficients?",
            f"The count of each kind, divided by {total}.",
        ),
        solution=(
            Step(f"({spelled})", because=f"each count divided by {total}, entry by entry"),
            Step(typed(answer), because="calculate"),
        ),
    )


@exercise(
    "mixture",
    kind="transfer",
    tests=(2,),
    difficulty=0.6,
    seconds=180,
    uses={"vectors": 0.4, "linear-equations": 0.4},
    cases=("amounts", "score", "amounts-again"),
)
def mixture(rng: Rng) -> Problem:
    """How much of each to take; or what a given basket is worth."""
    one, other, per, unit = rng.choice(
        (
            ("rice", "lentil", "portion", "(grams of protein, grams of fat)"),
            ("blue", "grey", "bag", "(kilos of cement, kilos of sand)"),
            ("red", "white", "drum", "(litres of oil, litres of wax)"),
            ("morning", "night", "shift", "(parts made, parts checked)"),
        )
    )
    a, b = rng.until(
        lambda: (rng.integers(2, 1, 7), rng.integers(2, 1, 7)), lambda p: p[0][0] * p[1][1] != p[0][1] * p[1][0]
    )
    s, t = rng.integer(1, 6), rng.integer(1, 6)
    tools = {
        "combine": "Find amounts of two vectors that add up to a third",
        "weigh": "Multiply amounts by prices, entry by entry, and add to one number",
        "difference": "Subtract two vectors",
    }
    told = f"A {one} {per} gives ${tex(a)}$, a {other} {per} ${tex(b)}$, counted as {unit}."
    if rng.case == "score":
        prices = rng.integers(2, 2, 9)
        worth = prices[0] * a[0] + prices[1] * a[1]
        return Problem(
            ask=f"{told} One unit of the first thing counted is worth {prices[0]} euros, of the second {prices[1]} euros. What is one {one} {per} worth?",
            answer=WithTool(tools, "weigh", Integer(worth)),
            oracle=lambda: WithTool(tools, "weigh", Integer(int(np.dot(prices, a)))),
            mistakes=(
                Mistake(
                    "looked-for-amounts",
                    Used("combine"),
                    "Nothing has to be mixed here. One basket, one price list, one number.",
                ),
                Mistake("added-all", Used("weigh", Integer(sum(prices) * sum(a))), "Each amount has its own price."),
            ),
            hints=("One number is asked for.", "Amount times price, for both, added."),
            solution=(
                Step(f"{prices[0]}*{a[0]} + {prices[1]}*{a[1]}", because="amount times price, added"),
                Step(str(worth), because="calculate"),
            ),
        )
    c = combined((a, b), (s, t))
    return Problem(
        ask=f"{told} You need exactly ${tex(c)}$. How many of each do you take? Answer ({one}, {other}).",
        answer=WithTool(tools, "combine", Tuple((s, t))),
        oracle=lambda: WithTool(
            tools, "combine", Tuple(next(pair for pair in product(range(20), repeat=2) if combined((a, b), pair) == c))
        ),
        mistakes=(
            Mistake("swapped", Used("combine", Tuple((t, s))), "The numbers are right, the order is not.")
            if s != t
            else Mistake("one-each", Used("combine", Tuple((1, 1))), "One of each does not make enough."),
            Mistake(
                "weighed",
                Used("weigh"),
                "There are no prices here. Two amounts are asked for, and both entries have to come out.",
            ),
        ),
        hints=("One condition for each entry.", "Two conditions, two unknowns: get rid of one."),
        solution=(
            Step(
                f"{_condition(a[0], b[0], c[0])} and {_condition(a[1], b[1], c[1])}",
                because="one condition for each entry, $s$ of the first and $t$ of the second",
            ),
            Step(f"s = {s} and t = {t}", because="solve"),
            Step("", because=f"so the pair is $({s}, {t})$"),
        ),
        symbols={"s": "real", "t": "real"},
    )


@exercise("recall-make", kind="recall", keep=(1,), difficulty=0.2, seconds=25)
def recall_make(rng: Rng) -> Problem:
    """A combination in the head."""
    s, t = rng.integer(-3, 3, nonzero=True), rng.integer(-3, 3, nonzero=True)
    p, q = rng.integer(1, 9), rng.integer(1, 9)
    return Problem(
        ask=f"Which vector is ${s}\\,({p}, 0) {'+' if t > 0 else '-'} {abs(t)}\\,(0, {q})$?",
        answer=Vector((s * p, t * q)),
        oracle=lambda: Vector((s * np.array([p, 0]) + t * np.array([0, q])).tolist()),
        mistakes=(Mistake("one-number", Integer(s * p + t * q), "A vector is asked for. The entries stay apart."),),
        hints=("Scale each, then add entry by entry.",),
        solution=(
            Step(f"(({s})*{p} + ({t})*0, ({s})*0 + ({t})*{q})", because="entry by entry"),
            Step(f"({s * p}, {t * q})", because="calculate"),
        ),
    )


@exercise("recall-everything", kind="recall", keep=(2,), difficulty=0.3, seconds=25)
def recall_everything(rng: Rng) -> Problem:
    """Whether two vectors reach the whole plane."""
    a = rng.integers(2, -5, 5, nonzero=True)
    full = rng.chance(Fraction(1, 2))
    k = rng.choice((-3, -2, -1, 2, 3))
    b = (k * a[0], k * a[1] + (rng.choice((-1, 1)) if full else 0))
    options = {"all": "yes, each in one way", "many": "yes, each in many ways", "line": "no, only a line"}
    return Problem(
        ask=f"Do ${tex(a)}$ and ${tex(b)}$ reach every vector of the plane?",
        answer=Choice(options, "all" if full else "line", ordered=True),
        mistakes=(
            Mistake(
                "many-ways", Choice.pick("many"), "Two vectors of the plane never do that: either one way, or a line."
            ),
            Mistake(
                "misjudged",
                Choice.pick("line" if full else "all"),
                "Is one a multiple of the other? Compare both entries.",
            ),
        ),
        hints=("Is one a multiple of the other?",),
        solution=(
            Step("", because="neither is a multiple of the other" if full else f"the second is ${k}$ times the first"),
        ),
    )


@exercise("recall-line", kind="recall", keep=(3,), difficulty=0.35, seconds=30)
def recall_line(rng: Rng) -> Problem:
    """In how many ways parallel vectors reach a target on or off their line."""
    a = rng.integers(2, 1, 4)
    k = rng.integer(2, 4)
    on = rng.chance(Fraction(1, 2))
    m = rng.integer(2, 5)
    c = (m * a[0], m * a[1] + (0 if on else rng.integer(1, 3)))
    options = {"none": "in none", "one": "in exactly one", "many": "in endlessly many"}
    return Problem(
        ask=f"In how many ways is ${tex(c)}$ a combination of ${tex(a)}$ and ${tex((k * a[0], k * a[1]))}$?",
        answer=Choice(options, "many" if on else "none", ordered=True),
        mistakes=(
            Mistake("one", Choice.pick("one"), "That is so only if neither of the two is a multiple of the other."),
            Mistake(
                "on-or-off", Choice.pick("none" if on else "many"), "Is the target a multiple of the first vector?"
            ),
        ),
        hints=("Is the target on their line?",),
        solution=(
            Step(
                "",
                because="it is on their line, and what one amount loses the other can make up"
                if on
                else "it is off their line",
            ),
        ),
    )


TWO_KNOBS = Guess(
    "two-knobs",
    ask="Can you get it?",
    options={
        "one": "yes, in one way",
        "many": "yes, in many ways",
        "no": "no",
        "backwards": "only by turning both backwards",
    },
    believes="one",
    truth="no",
)

REACHED = Contrast(
    "reached",
    ask="Is the target reached?",
    labels=("reached", "never reached"),
    pairs=(
        Pair(
            "$(6, 3)$ from $(2, 1)$ and $(4, 2)$",
            "$(6, 4)$ from $(2, 1)$ and $(4, 2)$",
            "Amounts 3 and 0 make $(6, 3)$, and so do 1 and 1. For $(6, 4)$ the second entry would have to be half the first.",
        ),
        Pair(
            "$(6, 4)$ from $(2, 1)$ and $(1, 3)$",
            "$(6, 4)$ from $(2, 1)$ and $(-2, -1)$",
            "One vector changed. $\\frac{14}{5}$ and $\\frac{2}{5}$ make it; an arrow and its opposite make one line.",
        ),
        Pair(
            "$(0, 0)$ from $(3, 0)$ and $(0, 0)$",
            "$(0, 1)$ from $(3, 0)$ and $(0, 0)$",
            "Amounts 0 and 0 always make the zero vector. No amount of zero makes a second entry.",
        ),
    ),
)

ELIMINATION = Proof(
    "elimination",
    claim="If $s\\,a + t\\,b = c$, then $s\\,(a_1 b_2 - a_2 b_1) = c_1 b_2 - c_2 b_1$.",
    lines=(
        Given(
            "",
            because="entry by entry the equation says $c_1 = s a_1 + t b_1$ and $c_2 = s a_2 + t b_2$; so $c_1 b_2 - c_2 b_1$ is the next line",
        ),
        Given("(s*a_1 + t*b_1)*b_2 - (s*a_2 + t*b_2)*b_1", because="put in what the entries of $c$ are"),
        Open(
            "s*a_1*b_2 - s*a_2*b_1",
            because="multiply out; the two terms with $t$ cancel",
            hint="Multiply out. What becomes of the terms with $t$?",
        ),
        Given("s*(a_1*b_2 - a_2*b_1)", because="take out $s$"),
    ),
    symbols=dict.fromkeys(("a_1", "a_2", "b_1", "b_2", "c_1", "c_2", "s", "t"), "real"),
)


def _condition(p: int, q: int, c: int) -> str:
    """`2s - t = 5`: an unknown of factor 0 is left out, a factor of 1 not written."""
    terms = [f"{'' if x == 1 else '-' if x == -1 else x}{name}" for x, name in ((p, "s"), (q, "t")) if x]
    return f"{_sum(terms)} = {c}"


def _sum(terms: Sequence[str]) -> str:
    """Terms joined by plus, a leading minus drawn in."""
    return " + ".join(terms).replace("+ -", "- ")
