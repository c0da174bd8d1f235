"""Exercises on vectors: steps between points, combinations by entries, fractions of the way, and walks that close."""

from collections.abc import Sequence
from fractions import Fraction

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
from agnesi.authoring.answers import Choice, Code, Integer, Property, Tuple, Used, Vector, WithTool


@exercise(
    "step",
    kind="procedure",
    tests=(1, 3),
    difficulty=0.15,
    seconds=40,
    uses={"coordinate-plane": 0.5},
    cases=("up-right", "crossing", "three-entries", "same-point"),
)
def step(rng: Rng) -> Problem:
    """The vector from one point to another."""
    n = 3 if rng.case == "three-entries" else 2
    if rng.case == "up-right":
        start = rng.integers(n, 0, 5)
        end = tuple(x + rng.integer(1, 6) for x in start)
    elif rng.case == "same-point":
        start = rng.integers(n, -9, 9, nonzero=True)
        end = start
    else:
        start, end = rng.integers(n, -7, 3), rng.integers(n, -3, 8)
    answer = tuple(q - p for p, q in zip(start, end, strict=True))
    flat = ("A courier rides", "A chess piece jumps", "A cursor moves", "A beetle walks", "A boat sails")
    who = rng.choice(("A drone flies", "A crane swings", "A bee flies") if n == 3 else flat)
    differences = ", ".join(f"{q} - ({p})" for p, q in zip(start, end, strict=True))
    return Problem(
        ask=f"{who} from $P = {tex(start)}$ to $Q = {tex(end)}$. Write that step as a list, one entry for each axis.",
        answer=Vector(answer),
        oracle=lambda: Vector(np.subtract(end, start).tolist()),
        mistakes=(
            Mistake(
                "backwards",
                Vector([-x for x in answer]),
                "That is the way back. From $P$ to $Q$: where you arrive, minus where you start.",
            ),
            Mistake(
                "added",
                Vector([p + q for p, q in zip(start, end, strict=True)]),
                "You added the two points. A step is a difference.",
            ),
            Mistake("the-end", Vector(end), "That is the point $Q$. How far is it from $P$, in each direction?"),
        ),
        hints=("How far does it go along the first axis? Count from start to end.", "End minus start, entry by entry."),
        solution=(
            Step(f"({differences})", because="end minus start, entry by entry"),
            Step(typed(answer), because="subtract"),
        ),
    )


@exercise(
    "combine",
    kind="procedure",
    tests=(2,),
    difficulty=0.25,
    seconds=60,
    uses={"real-numbers": 0.3},
    cases=("plane", "four-entries", "zero-vector", "fractions"),
)
def combine(rng: Rng) -> Problem:
    """A scaled vector minus (or plus) another, by entries."""
    n = {"four-entries": 4, "zero-vector": 3}.get(rng.case, 2)
    c, d = rng.integer(2, 5), rng.integer(2, 4)
    sign = rng.choice((1, -1))
    a: Sequence[int | Fraction] = rng.integers(n, -5, 5, nonzero=True)
    b: Sequence[int | Fraction] = (0,) * n if rng.case == "zero-vector" else rng.integers(n, -5, 5, nonzero=True)
    if rng.case == "fractions":
        a = (Fraction(rng.choice((1, 3, 5)), 2), rng.integer(1, 4))
    answer = [c * x + sign * d * y for x, y in zip(a, b, strict=True)]
    op = "+" if sign > 0 else "-"
    wrong = {
        "sign-kept": (
            [c * x + sign * d * (y if y > 0 else -y) for x, y in zip(a, b, strict=True)],
            "A minus sign inside the second vector got lost. Mind the sign of each entry.",
        ),
        "first-entry-only": (
            [answer[0], *(x + sign * y for x, y in zip(a[1:], b[1:], strict=True))],
            "You scaled the first entries only. A factor multiplies *every* entry.",
        ),
        "not-scaled": ([x + sign * y for x, y in zip(a, b, strict=True)], "The factors in front are missing."),
    }
    spelled = ", ".join(f"{c}*({typed(x)}) {op} {d}*({typed(y)})" for x, y in zip(a, b, strict=True))
    between = ", ".join(f"{typed(c * x)} {op} ({typed(d * y)})" for x, y in zip(a, b, strict=True))
    return Problem(
        ask=f"Let $a = {tex(a)}$ and $b = {tex(b)}$. What is ${c}a {op} {d}b$?",
        answer=Vector(answer),
        oracle=lambda: Vector(
            [Fraction(x).limit_denominator(8) for x in c * np.array(a, float) + sign * d * np.array(b, float)]
        ),
        mistakes=tuple(
            Mistake(name, Vector(value), reply) for name, (value, reply) in wrong.items() if value != answer
        ),
        hints=(
            "First entry with first entry.",
            f"Each entry: {c} times the first vector's, {'plus' if sign > 0 else 'minus'} {d} times the second's.",
        ),
        solution=(
            Step(f"({spelled})", because="entry by entry"),
            Step(f"({between})", because="multiply"),
            Step(typed(answer), because="add up"),
        ),
    )


@exercise(
    "fraction",
    kind="procedure",
    tests=(3,),
    difficulty=0.4,
    seconds=75,
    uses={"coordinate-plane": 0.3, "real-numbers": 0.3},
    cases=("half", "third", "beyond", "behind", "arrived"),
)
def fraction(rng: Rng) -> Problem:
    """The point a given part of the way between two points, or beyond them."""
    t = {
        "half": Fraction(1, 2),
        "third": rng.choice((Fraction(1, 3), Fraction(2, 3), Fraction(1, 4), Fraction(3, 4), Fraction(2, 5))),
        "beyond": rng.choice((Fraction(2), Fraction(3, 2), Fraction(3))),
        "behind": Fraction(-1),
        "arrived": Fraction(1),
    }[rng.case]
    start = rng.integers(2, -6, 6, nonzero=True)
    way = [t.denominator * x for x in rng.integers(2, -4, 4, nonzero=True)]
    end = [p + x for p, x in zip(start, way, strict=True)]
    answer = [p + t * x for p, x in zip(start, way, strict=True)]
    wrong = {
        "step-only": ([t * x for x in way], "That is the step you make. Where does it lead, from $P$?"),
        "shares-swapped": (
            [t * p + (1 - t) * q for p, q in zip(start, end, strict=True)],
            "The shares are swapped. At $t = 0$ you have to be at $P$.",
        ),
        "part-of-the-end": (
            [t * q for q in end],
            "You took that part of $Q$ itself. The road does not begin at the origin.",
        ),
    }
    spelled = ", ".join(f"{p} + {typed(t)}*({q} - ({p}))" for p, q in zip(start, end, strict=True))
    between = ", ".join(f"{p} + ({typed(t * x)})" for p, x in zip(start, way, strict=True))
    return Problem(
        ask=f"You start at $P = {tex(start)}$ and go $t = {tex(t)}$ times the step from $P$ to $Q = {tex(end)}$. Where are you? ($t = 0$ is $P$, $t = 1$ is $Q$.)",
        answer=Vector(answer),
        oracle=lambda: Vector(
            [
                Fraction(float(x)).limit_denominator(60)
                for x in (1 - float(t)) * np.array(start) + float(t) * np.array(end)
            ]
        ),
        mistakes=tuple(
            Mistake(name, Vector(value), reply) for name, (value, reply) in wrong.items() if value != answer
        ),
        hints=("First the whole step from $P$ to $Q$.", f"Multiply it by ${tex(t)}$, and start at $P$."),
        solution=(
            Step(f"({spelled})", because="start, plus the part of the step"),
            Step(f"({between})", because="multiply"),
            Step(typed(answer), because="add"),
        ),
    )


CLAIMS = {
    "moved": (
        (
            "An arrow is drawn again, starting at another point, with the same direction and length. It is the same vector.",
            "always",
            "Its entries say how far it goes along each axis, and those have not changed.",
        ),
        (
            "Two arrows start at the same point and are the same vector. They end at the same point.",
            "always",
            "Start plus vector is the end.",
        ),
        (
            "Two arrows end at the same point. They are the same vector.",
            "sometimes",
            "Only if they start at the same point too.",
        ),
    ),
    "reversed": (
        (
            "An arrow and the arrow drawn from its tip back to its start are the same vector.",
            "sometimes",
            "They are opposite: $v$ and $-v$, which agree for the zero vector alone.",
        ),
        (
            "A vector plus the one from its tip back to its start is the zero vector.",
            "always",
            "$v + (-v) = 0$: you are home.",
        ),
        ("The vector from $P$ to $Q$ is the vector from $Q$ to $P$ times $-1$.", "always", "$Q - P = -(P - Q)$."),
    ),
    "scaled": (
        (
            "$c\\,v$ points in the same direction as $v$, for $v$ not zero and $c$ not zero.",
            "sometimes",
            "For negative $c$ it points the other way.",
        ),
        ("$0\\,v$ is the zero vector.", "always", "Every entry is multiplied by 0."),
        ("$2v$ starts where $v$ ends.", "sometimes", "An arrow may start anywhere."),
        (
            "$v$ and $3v$ lie on one line when both start at the same point.",
            "always",
            "Every entry is multiplied by the same number; for the zero vector both are that point.",
        ),
    ),
    "sum": (
        (
            "$a + b$ is $b + a$, for lists of equal length.",
            "always",
            "Entry by entry, numbers may be added in any order.",
        ),
        (
            "Two lists of different length can be added by putting 0 for what is missing.",
            "never",
            "Their sum is not defined: $(2, 3)$ and $(1, 4, 0)$ belong to different spaces.",
        ),
        ("$a + b$ has larger entries than $a$.", "sometimes", "Not where $b$ has negative entries, or zeros."),
        ("If $a + b = a + c$, then $b = c$.", "always", "Subtract $a$ in each entry."),
    ),
}
HOW_OFTEN = {"always": "always", "sometimes": "sometimes, but not always", "never": "never"}


@exercise(
    "same-step", kind="concept", tests=(1, 2), difficulty=0.3, seconds=40, cases=("moved", "reversed", "scaled", "sum")
)
def same_step(rng: Rng) -> Problem:
    """Always, sometimes or never, about moved, turned, scaled and added arrows."""
    text, holds, why = rng.choice(CLAIMS[rng.case])
    told = {
        "always": "Look for a case that breaks it: the zero vector, a negative number, another start.",
        "sometimes": "You would need a case that fits and one that breaks it. Write it with entries: are there both?",
        "never": "One case that fits is enough against *never*. Try short vectors, such as $(1, 2)$ and $(1, 0)$.",
    }
    return Problem(
        ask=f"Is this true always, sometimes or never?\n\n> {text}",
        answer=Choice(HOW_OFTEN, holds, ordered=True),
        mistakes=tuple(
            Mistake(f"thought-{key}", Choice.pick(key), reply) for key, reply in told.items() if key != holds
        ),
        hints=(
            "What counts is the list of entries.",
            "Try it with $(1, 2)$, with its negative, and with the zero vector.",
        ),
        solution=(Step("", because=why),),
    )


@exercise(
    "close-the-walk",
    kind="construct",
    tests=(2,),
    difficulty=0.4,
    seconds=90,
    cases=("plane", "space", "zero-entry"),
)
def close_the_walk(rng: Rng) -> Problem:
    """Two steps that, with a given one, lead home; not along its own line."""
    n = 3 if rng.case == "space" else 2
    given = rng.integers(n, -6, 6, nonzero=True)
    if rng.case == "zero-entry":
        given = (0, rng.integer(-9, 9, nonzero=True))
    second = rng.until(lambda: rng.integers(n, -4, 4), lambda v: any(v) and not _parallel(v, given))
    third = tuple(-x - y for x, y in zip(given, second, strict=True))

    def good(pair: Sequence[Sequence[Fraction]]) -> bool:
        u, v = pair
        return (
            not any(x + y + z for x, y, z in zip(given, u, v, strict=True))
            and any(u)
            and any(v)
            and not _parallel(u, v)
        )

    def says(pair: Sequence[Sequence[Fraction]]) -> str:
        u, v = pair
        total = [x + y + z for x, y, z in zip(given, u, v, strict=True)]
        if any(total):
            return f"With yours the walk ends at ${tex(total)}$."
        return "It closes, but one of your steps is zero, or both lie on one line."

    return Problem(
        ask=f"A walk begins with the step ${tex(given)}$. Give two more steps, neither of them zero nor a multiple of the other, so that all three together lead home. Answer as a pair of vectors, like $((1, 2), (3, 4))$"
        + (" with three entries each." if n == 3 else "."),
        answer=Property(Tuple, good, example=Tuple((second, third))),
        consequence=says,
        mistakes=(
            Mistake(
                "adds-to-the-step",
                Property(
                    Tuple,
                    lambda pair: not any(u + v - x for x, u, v in zip(given, *pair, strict=True)),
                    example=Tuple((second, tuple(x - y for x, y in zip(given, second, strict=True)))),
                ),
                "Your two steps together repeat the first. They have to undo it: their sum is its negative.",
            ),
            Mistake(
                "one-line",
                Property(
                    Tuple,
                    lambda pair: not good(pair) and not any(x + y + z for x, y, z in zip(given, *pair, strict=True)),
                    example=Tuple((tuple(-2 * x for x in given), given)),
                ),
                "It closes, but your two steps lie on one line. Leave it: choose the first of them freely, off that line.",
            ),
        ),
        hints=(
            "What must the two steps add up to?",
            "Choose one of them freely, off the line of the first. The other is then forced.",
        ),
        solution=(
            Step("", because=f"choose ${tex(second)}$ freely; the last step has to undo the sum of the first two"),
            Step(f"({typed(second)}, {typed(third)})", because="one of many"),
        ),
    )


@exercise("part-way", kind="code", tests=(3,), difficulty=0.4, seconds=150, cases=("between", "beyond", "at-the-start"))
def part_way(rng: Rng) -> Problem:
    """The point a fraction of the way, for arrays of any length."""
    name = rng.choice(("part_way", "between", "fade", "point_at"))
    t = {"between": rng.integer(1, 9) / 10, "beyond": 1 + rng.integer(1, 9) / 10}.get(rng.case, 0.0)
    p, q = _two_arrays(rng)

    def source(body: str) -> str:
        return f"import numpy as np\n\n\ndef {name}(P, Q, t):\n    return {body}\n"

    return Problem(
        ask=f"Write `{name}(P, Q, t)`: the point a fraction `t` of the way from `P` to `Q`, two arrays of equal length. For example `{name}(np.array({p.tolist()}), np.array({q.tolist()}), {t})`.",
        answer=Code(
            name,
            source=source("P + t * (Q - P)"),
            reference=lambda p, q, t: (1 - t) * p + t * q,
            inputs=[
                (p, q, t),
                (np.array([1.0, 2.0]), np.array([7.0, 5.0]), 0.5),
                (np.array([3.0]), np.array([3.0]), 0.7),
                (np.zeros(4), np.arange(4.0), -1.0),
            ],
            starter=source("..."),
        ),
        mistakes=(
            Mistake(
                "shares-swapped",
                Code(name, source=source("t * P + (1 - t) * Q"), reference=lambda p, q, t: t * p + (1 - t) * q),
                "The shares are swapped: at `t = 0` you have to be at `P`.",
            ),
            Mistake(
                "step-only",
                Code(name, source=source("t * (Q - P)"), reference=lambda p, q, t: t * (q - p)),
                "That is the step. It starts at `P`.",
            ),
        ),
        hints=("Arrays of equal length add and scale entry by entry.", "Start, plus the part of the step."),
        solution=(Step("", because="the start, plus `t` times the step `Q - P`"),),
    )


@exercise(
    "crossfade",
    kind="transfer",
    tests=(3,),
    difficulty=0.5,
    seconds=100,
    uses={"real-numbers": 0.3},
    cases=("fade", "slide", "what-is-left"),
)
def crossfade(rng: Rng) -> Problem:
    """Slider settings in the middle of a fade; or only the change that is still to come."""
    what = rng.choice(
        (
            "a lamp's red, green and blue",
            "a mixer's bass, middle and treble",
            "a robot's three joints",
            "a camera's pan, tilt and zoom",
            "an oven's top, bottom and fan",
        )
    )
    total = rng.choice((4, 5, 8, 10))
    now = rng.until(lambda: rng.integer(1, total - 1), lambda second: 2 * second != total)
    change = [total * x for x in rng.integers(3, -4, 6, nonzero=True)]
    start = [max(0, -b) + x for b, x in zip(change, rng.integers(3, 0, 9), strict=True)]
    end = [a + b for a, b in zip(start, change, strict=True)]
    t = Fraction(now, total)
    middle = [a + t * b for a, b in zip(start, change, strict=True)]
    left = [b - t * b for b in change]
    tools = {
        "between": "Start at the old setting and add a part of the change",
        "change": "Work out a difference of two settings alone",
        "mean": "Take the mean of both settings, entry by entry",
    }
    told = f"The settings of {what} go evenly from ${tex(start)}$ to ${tex(end)}$ in {total} seconds."
    if rng.case == "what-is-left":
        return Problem(
            ask=f"{told} {now} second{'s are' if now > 1 else ' is'} over. By how much does each of them still change?",
            answer=WithTool(tools, "change", Vector(left)),
            oracle=lambda: WithTool(
                tools,
                "change",
                Vector(
                    [
                        Fraction(float(x)).limit_denominator(20)
                        for x in np.array(end)
                        - np.array([np.interp(now, (0, total), pair) for pair in zip(start, end, strict=True)])
                    ]
                ),
            ),
            mistakes=(
                Mistake(
                    "where-it-is",
                    Used("between"),
                    "That tells where it stands. You are asked how much is still to come.",
                ),
                Mistake(
                    "what-was",
                    Used("change", Vector([t * b for b in change])),
                    "That much has changed already. The rest is still to come.",
                ),
            ),
            hints=("Where does it stand now, and where is it going?", "The end minus where it stands."),
            solution=(
                Step(
                    f"({', '.join(f'{b}*({total} - {now})/{total}' for b in change)})",
                    because="the part of the change that is still to come",
                ),
                Step(typed(left), because="calculate"),
            ),
        )
    return Problem(
        ask=f"{told} What are they {now} second{'s' if now > 1 else ''} after the {'fade' if rng.case == 'fade' else 'move'} began?",
        answer=WithTool(tools, "between", Vector(middle)),
        oracle=lambda: WithTool(
            tools,
            "between",
            Vector(
                [
                    Fraction(float(np.interp(now, (0, total), pair))).limit_denominator(20)
                    for pair in zip(start, end, strict=True)
                ]
            ),
        ),
        mistakes=(
            Mistake(
                "shares-swapped",
                Used("between", Vector([b - t * c for b, c in zip(end, change, strict=True)])),
                "You counted the time from the end. At second 0 the old setting has to stand.",
            ),
            Mistake(
                "starts-from-nothing",
                Used("between", Vector([t * b for b in end])),
                "You faded in from nothing. It starts from the old setting.",
            ),
        ),
        hints=("How much of the time is over?", "Old setting, plus that part of the change, for each of the three."),
        solution=(
            Step(
                f"({', '.join(f'{a} + {now}/{total}*({b})' for a, b in zip(start, change, strict=True))})",
                because="old setting plus the part of the change",
            ),
            Step(typed(middle), because="calculate"),
        ),
    )


@exercise("recall-entries", kind="recall", keep=(1,), difficulty=0.2, seconds=20)
def recall_entries(rng: Rng) -> Problem:
    """Where an arrow ends that starts somewhere."""
    start, v = rng.integers(2, -6, 6), rng.integers(2, -6, 6, nonzero=True)
    end = [a + b for a, b in zip(start, v, strict=True)]
    return Problem(
        ask=f"The vector ${tex(v)}$ is drawn as an arrow from the point ${tex(start)}$. At which point is its tip?",
        answer=Vector(end),
        oracle=lambda: Vector(np.add(start, v).tolist()),
        mistakes=(
            Mistake(
                "entries-as-place",
                Vector(v),
                "That would be its tip if it started at the origin. It may start anywhere.",
            ),
        )
        if any(start)
        else (),
        hints=("Start plus step.",),
        solution=(
            Step(f"({start[0]} + ({v[0]}), {start[1]} + ({v[1]}))", because="start plus step"),
            Step(typed(end), because="add"),
        ),
    )


@exercise("recall-adding", kind="recall", keep=(2,), difficulty=0.25, seconds=25)
def recall_adding(rng: Rng) -> Problem:
    """When two lists add, and to how many entries."""
    m, n = rng.integer(2, 9), rng.integer(2, 9)
    if rng.chance(Fraction(1, 2)):
        n = m
    options = {"sum": f"yes, and it has {m} entries", "joined": f"yes, and it has {m + n} entries", "no": "no"}
    key = "sum" if m == n else "no"
    return Problem(
        ask=f"$a$ is a vector of {m} entries, $b$ one of {n}. Is there a vector $a + b$?",
        answer=Choice(options, key, ordered=True),
        mistakes=(
            Mistake(
                "joined",
                Choice.pick("joined"),
                "That is what Python does with lists: it joins them. Vectors are added entry by entry.",
            ),
            Mistake(
                "unequal" if key == "no" else "refused",
                Choice.pick("sum" if key == "no" else "no"),
                "Each entry needs its partner. Do all of them have one here?",
            ),
        ),
        hints=("Entry by entry: has each its partner?",),
        solution=(
            Step(
                "",
                because="each entry has its partner"
                if key == "sum"
                else "some entries have no partner, so the sum is not defined",
            ),
        ),
    )


@exercise("recall-step", kind="recall", keep=(3,), difficulty=0.3, seconds=25)
def recall_step(rng: Rng) -> Problem:
    """Halfway, in the head; or which fraction a point is."""
    n = rng.choice((2, 3, 4, 5))
    k = rng.integer(1, n - 1)
    start = rng.integer(-9, 9)
    part = rng.integer(1, 5)
    place = start + k * part
    return Problem(
        ask=f"In one dimension: you go from ${start}$ to ${start + n * part}$. Where are you after ${tex(Fraction(k, n))}$ of the way?",
        answer=Integer(place),
        oracle=lambda: Integer(round(float(np.linspace(start, start + n * part, n + 1)[k]))),
        mistakes=(
            Mistake("step-only", Integer(k * part), "That is how far you went. Where from?"),
            Mistake("from-the-end", Integer(start + (n - k) * part), "You measured from the other end."),
        )
        if 2 * k != n
        else (Mistake("step-only", Integer(k * part), "That is how far you went. Where from?"),),
        hints=("Start, plus that part of the difference.",),
        solution=(
            Step(f"{start} + {k}/{n}*({start + n * part} - ({start}))", because="start plus part of the step"),
            Step(str(place), because="calculate"),
        ),
    )


COURIERS = Guess(
    "couriers",
    ask="What is left?",
    options={
        "gap": "$(4, 2)$, the gap between where they start",
        "nothing": "$(0, 0)$",
        "both": "$(8, 4)$, both gaps together",
        "undefined": "nothing can be subtracted: they ride in different streets",
    },
    believes="gap",
    truth="nothing",
)

SAME_VECTOR = Contrast(
    "same-vector",
    ask="Are the two the same vector?",
    labels=("the same vector", "different vectors"),
    pairs=(
        Pair(
            "from $(1, 2)$ to $(7, 5)$, and from $(-3, 0)$ to $(3, 3)$",
            "from $(1, 2)$ to $(7, 5)$, and from $(7, 5)$ to $(1, 2)$",
            "Another start, the same step $(6, 3)$. Turned round it is $(-6, -3)$.",
        ),
        Pair("$(2, 3)$ and $(2, 3)$", "$(2, 3)$ and $(3, 2)$", "The order of the entries counts."),
        Pair(
            "$(2, 3)$ and $(1 + 1, 3)$",
            "$(2, 3)$ and $(2, 3, 0)$",
            "The same entries written otherwise, against one entry more: a vector of $\\mathbb{R}^3$ is none of $\\mathbb{R}^2$.",
        ),
        Pair(
            "from $P$ to $P$, and from $Q$ to $Q$",
            "from $P$ to $Q$, and from $P$ to $P$, where $P \\neq Q$",
            "Staying where you are is the zero vector, wherever you are.",
        ),
    ),
)

SHARES = Proof(
    "shares",
    claim="$P + t(Q - P) = (1 - t)P + tQ$.",
    lines=(
        Given("P + t*(Q - P)", because="start at $P$ and go the part $t$ of the step"),
        Given("P + t*Q - t*P", because="multiply out, which is allowed in every entry"),
        Open(
            "(1 - t)*P + t*Q",
            because="collect what belongs to $P$",
            hint="How often is $P$ there? Once, less $t$ times.",
        ),
    ),
    symbols={"P": "vector 2", "Q": "vector 2", "t": "real"},
)


def _parallel(u: Sequence[int | Fraction], v: Sequence[int | Fraction]) -> bool:
    """Whether one is a multiple of the other."""
    return all(u[i] * v[j] == u[j] * v[i] for i in range(len(u)) for j in range(i))


def _two_arrays(rng: Rng) -> tuple[np.ndarray, np.ndarray]:
    n = rng.integer(2, 4)
    return np.array(rng.integers(n, -9, 9), float), np.array(rng.integers(n, -9, 9), float)
