"""Exercises on the derivative: average slopes that settle, quotients simplified by hand, and what a slope means in units."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

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
from agnesi.authoring.answers import (
    Choice,
    Code,
    Derivation,
    Expression,
    Integer,
    Number,
    Ordering,
    Property,
    Tuple,
    Used,
    WithTool,
)


@exercise(
    "average",
    kind="procedure",
    tests=(2,),
    difficulty=0.2,
    seconds=60,
    uses={"functions": 0.5},
    cases=("after", "before", "short", "straight"),
)
def average(rng: Rng) -> Problem:
    """The average speed between two moments, later or earlier than the one that is looked at."""
    a, start = rng.integer(2, 5), rng.integer(1, 4)
    h = {
        "after": Fraction(1),
        "before": Fraction(-1),
        "short": Fraction(1, 10),
        "straight": Fraction(rng.integer(1, 3)),
    }[rng.case]
    rolls = rng.choice(("bike", "cart", "ball", "sledge", "skateboard"))
    where: Callable[[Fraction], Fraction]
    if rng.case == "straight":
        law, where = f"{a}t", lambda t: a * t
    else:
        law, where = f"{a}t^2", lambda t: a * t * t
    end = start + h
    first, last = (Fraction(start), end) if h > 0 else (end, Fraction(start))
    speed = (where(last) - where(first)) / (last - first)
    return Problem(
        ask=f"A {rolls} is ${law}$ metres down the road after $t$ seconds. What is its average speed from second ${_tex(first)}$ to second ${_tex(last)}$, in metres per second?",
        answer=Number(speed),
        oracle=lambda: Number(_slope_by_sampling(where, first, last)),
        mistakes=(
            Mistake(
                "place-over-time",
                Number(where(last) / last),
                "You divided the place by the clock. An average speed is the *change* of place over the time it took.",
            ),
            Mistake(
                "distance-only",
                Number(where(last) - where(first)),
                "That is the distance. Divide it by the time it took.",
            ),
            Mistake(
                "mean-of-places",
                Number((where(last) + where(first)) / 2),
                "You averaged the two places. A speed is a change divided by a time.",
            ),
        ),
        hints=(
            f"Where is it at second ${_tex(first)}$, where at second ${_tex(last)}$?",
            "Change of place, over change of time.",
        ),
        solution=(
            Step(
                f"({_tex(where(last))} - {_tex(where(first))})/({_tex(last)} - {_tex(first)})",
                because="change of place over change of time",
            ),
            Step(f"{_tex(where(last) - where(first))}/{_tex(last - first)}", because="subtract"),
            Step(_tex(speed), because="divide"),
        ),
    )


@dataclass(frozen=True)
class Curve:
    """A function with its quotient done by hand: its value at a + h, the change in between and simplified, the simplified quotient, and the limit."""

    law: str
    f: Callable[[Fraction], Fraction | int]
    moved: str
    between: str
    top: str
    simple: str
    slope: Fraction


@exercise(
    "quotient",
    kind="procedure",
    tests=(1,),
    difficulty=0.4,
    seconds=150,
    uses={"function-limits": 0.6, "algebraic-expressions": 0.5},
    cases=("square", "quadratic", "reciprocal", "constant", "cube"),
)
def quotient(rng: Rng) -> Problem:
    """Simplify the quotient at a number, then let h go to 0."""
    a, k, m = rng.integer(-4, 4, nonzero=True), rng.integer(2, 5), rng.integer(-6, 6, nonzero=True)
    curve = _curve(rng.case, a, k, m)
    return Problem(
        ask=f"Let $f(x) = {tex(curve.law)}$ and $a = {a}$. Simplify $\\frac{{f(a + h) - f(a)}}{{h}}$ for $h \\neq 0$ until no $h$ can be cancelled any more, and then give its limit for $h \\to 0$. "
        "Answer with both: (simplified quotient, limit).",
        answer=Tuple((curve.simple, typed(curve.slope))),
        oracle=lambda: Tuple((curve.simple, typed(_settled(curve.f, a)))),
        symbols={"h": "nonzero real"},
        mistakes=(
            Mistake(
                "limit-too-early",
                Tuple((curve.simple, "0")),
                "The quotient is right. Now let $h$ go to 0 in it: what does *not* vanish with $h$?",
            ),
            Mistake(
                "forgot-to-subtract",
                Tuple((f"({curve.moved})/h", typed(curve.slope))),
                "You divided $f(a + h)$ by $h$ without subtracting $f(a)$. The quotient compares a change with a change.",
            ),
            Mistake(
                "no-limit",
                Tuple((curve.simple, curve.simple)),
                "Both are the quotient. The second is one number: what it settles on as $h$ goes to 0.",
            ),
        ),
        hints=(
            f"$f(x)$ is ${curve.law}$ whatever $x$ is. What is $f(a + h) - f(a)$?",
            "0 over a number that is not 0 is 0, for every such $h$.",
        )
        if rng.case == "constant"
        else (
            f"Put ${a} + h$ in for $x$, and {'find a common denominator' if rng.case == 'reciprocal' else 'expand'}.",
            "What is left on top has a factor $h$. Cancel it, since $h$ is not 0, and only then look at $h = 0$.",
        ),
        solution=(
            Step(
                "",
                because=f"the change of $f$ is ${curve.law} - {curve.law} = 0$"
                if rng.case == "constant"
                else f"the change of $f$ is ${tex(f'{curve.moved} - ({typed(Fraction(curve.f(Fraction(a))))})')} = {tex(curve.between)} = {tex(curve.top)}$",
            ),
            Step(f"(({curve.top})/h, {typed(curve.slope)})", because="change over change; the limit is found below"),
            Step(
                f"({curve.simple}, {typed(curve.slope)})",
                because="0 over an $h$ that is not 0 is 0; the limit of what is always 0 is 0"
                if rng.case == "constant"
                else "cancel $h$, which is not 0; then what is left is defined at $h = 0$ too, and its value there is the limit",
            ),
        ),
    )


@exercise(
    "general",
    kind="derivation",
    tests=(1,),
    difficulty=0.55,
    seconds=240,
    uses={"function-limits": 0.6, "algebraic-expressions": 0.6},
    cases=("square", "quadratic", "reciprocal", "line", "cube"),
)
def general(rng: Rng) -> Problem:
    """The quotient at a general point, the learner's own lines from quotient to what is left."""
    k, m = rng.integer(2, 9), rng.integer(2, 9)
    law, start, lines, slope = {
        "square": (
            f"{k}x^2",
            f"({k}(x + h)^2 - {k}x^2)/h",
            (f"({k}x^2 + {2 * k}x*h + {k}h^2 - {k}x^2)/h", f"({2 * k}x*h + {k}h^2)/h", f"{2 * k}x + {k}h"),
            f"{2 * k}x",
        ),
        "quadratic": (
            f"{k}x^2 + {m}x",
            f"({k}(x + h)^2 + {m}(x + h) - ({k}x^2 + {m}x))/h",
            (f"({2 * k}x*h + {k}h^2 + {m}h)/h", f"{2 * k}x + {k}h + {m}"),
            f"{2 * k}x + {m}",
        ),
        "reciprocal": (
            f"{k}/x",
            f"({k}/(x + h) - {k}/x)/h",
            (f"({k}x - {k}(x + h))/(h*x*(x + h))", f"-{k}h/(h*x*(x + h))", f"-{k}/(x(x + h))"),
            f"-{k}/x^2",
        ),
        "line": (f"{k}x + {m}", f"({k}(x + h) + {m} - ({k}x + {m}))/h", (f"({k}h)/h", f"{k}"), f"{k}"),
        "cube": (
            f"{k}x^3",
            f"({k}(x + h)^3 - {k}x^3)/h",
            (f"({3 * k}x^2*h + {3 * k}x*h^2 + {k}h^3)/h", f"{3 * k}x^2 + {3 * k}x*h + {k}h^2"),
            f"{3 * k}x^2",
        ),
    }[rng.case]
    return Problem(
        ask=f"Let $f(x) = {tex(law)}$ and $h \\neq 0$. Start from the quotient and rewrite it, line by line, until the factor $h$ below the line is cancelled. "
        f"(For $h \\to 0$ your last line will show that $f'(x) = {tex(slope)}$.)",
        answer=Derivation(start, lines),
        oracle=lambda: Derivation(start, (*lines[:-1], lines[-1])),
        symbols={"x": "nonzero real", "h": "nonzero real"},
        mistakes=(
            Mistake(
                "square-of-a-sum",
                Derivation(start, (f"({k}x^2 + {k}h^2 - {k}x^2)/h", f"{k}h")),
                "$(x + h)^2$ has a middle term: $x^2 + 2xh + h^2$. Without it the slope would be 0 everywhere.",
                blames="algebraic-expressions",
            ),
        )
        if rng.case == "square"
        else (),
        hints=(
            "Bring the two fractions on top to the common denominator $x(x + h)$ first."
            if rng.case == "reciprocal"
            else "Expand $f(x + h)$ first and leave $f(x)$ as it is.",
            "Everything without $h$ cancels on top. Then one factor $h$ can be taken out.",
        ),
        solution=(
            Step(start, because="the quotient"),
            *(Step(line, because=why) for line, why in zip(lines, _reasons(rng.case, len(lines)), strict=True)),
        ),
    )


@exercise(
    "with-slope",
    kind="construct",
    tests=(1, 2),
    difficulty=0.5,
    seconds=120,
    uses={"algebraic-expressions": 0.3},
    cases=("rising", "level", "falling", "at-zero"),
)
def with_slope(rng: Rng) -> Problem:
    """Any quadratic that passes through a point with a given slope."""
    a = 0 if rng.case == "at-zero" else rng.integer(-3, 3, nonzero=True)
    v = rng.integer(-6, 6)
    m = {"rising": rng.integer(1, 7), "level": 0, "falling": rng.integer(-7, -1)}.get(
        rng.case, rng.integer(-6, 6, nonzero=True)
    )

    moved = f"(x - {a})".replace("- -", "+ ") if a else "x"

    def with_value(slope: int, value: int) -> str:
        return _sum((1, f"{moved}^2"), (slope, moved), (value, ""))

    def meets(f: Any, degree: int, value: int, slope: int) -> bool:
        return _degree(f) == degree and _at(f, a) == value and _slope(f, a) == slope

    def good(f: Any) -> bool:
        return meets(f, 2, v, m)

    def says(f: Any) -> str:
        if _degree(f) != 2:
            return "Yours is not a quadratic: it needs an $x^2$, no higher power, and no other letters or functions."
        return f"Yours passes through $({a}, {tex(_at(f, a))})$ with slope ${tex(_slope(f, a))}$."

    return Problem(
        ask=f"Give a quadratic $f(x)$ with $f({a}) = {v}$ and $f'({a}) = {m}$. Many are right.",
        given="$f(x) =$",
        answer=Property(Expression, good, example=Expression(with_value(m, v))),
        consequence=says,
        symbols={"x": "real"},
        mistakes=(
            Mistake(
                "value-and-slope-exchanged",
                Property(
                    Expression,
                    lambda f: not good(f) and meets(f, 2, m, v),
                    example=Expression(with_value(v, m)),
                ),
                "Value and slope are exchanged: the height at the point and the steepness there.",
            ),
            Mistake(
                "straight",
                Property(
                    Expression,
                    lambda f: _degree(f) == min(1, abs(m)) and _at(f, a) == v and _slope(f, a) == m,
                    example=Expression(_sum((m, moved), (v, ""))),
                ),
                "A straight line does have that value and slope. A quadratic is asked for: add something that is flat and 0 at the point.",
            ),
        ),
        hints=(
            f"Build it from powers of ${tex(moved)}$, which is 0 at the point: then the point is easy to hit.",
            "$(x - a)^2$ has value 0 and slope 0 at $a$. Add it to a line.",
        ),
        solution=(
            Step(
                with_value(m, v),
                because=f"a line with slope ${m}$ through $({a}, {v})$, plus something flat and 0 there",
            ),
            Step(
                "",
                because=f"at $x = {a}$ all terms with $x$ are 0, so $f({a}) = {v}$; the quotient there is ${_sum((1, 'h'), (m, ''))}$, which settles on ${m}$",
            ),
        ),
    )


@exercise(
    "read-slope",
    kind="concept",
    tests=(2,),
    difficulty=0.35,
    seconds=60,
    uses={"function-graphs": 0.5},
    cases=("hill", "valley", "falling", "corner"),
)
def read_slope(rng: Rng) -> Problem:
    """Order points of a graph by their slope, from a table of values near them; height is a decoy."""
    if rng.case == "corner":
        return _missing_slope(rng)
    k, shift, lift = rng.integer(1, 3), rng.integer(-3, 3), rng.integer(-5, 9)
    sign = -1 if rng.case == "hill" else 1
    places = (
        rng.sample(range(shift - 4, shift + 5), 3) if rng.case != "falling" else rng.sample(range(shift - 7, shift), 3)
    )

    def height(x: Fraction | int) -> Fraction | int:
        return sign * k * (x - shift) ** 2 + lift

    slopes = {f"x={p}": 2 * sign * k * (p - shift) for p in places}
    law = _sum((sign * k, f"(x - {shift})^2".replace("- -", "+ ").replace("(x - 0)", "x")), (lift, ""))
    items = {
        key: f"at $x = {key[2:]}$, where $f(x) = {height(int(key[2:]))}$"
        for key in sorted(slopes, key=slopes.__getitem__)
    }
    by_height = sorted(slopes, key=lambda key: height(int(key[2:])))
    by_size = sorted(slopes, key=lambda key: abs(slopes[key]))
    story = {"hill": "a hill", "valley": "a valley", "falling": "the falling side of a valley"}[rng.case]
    wrong = {
        "height-for-slope": (
            by_height,
            "That is the order of the heights, and of steepness without its sign. A falling slope is negative: the steeper, the smaller."
            if by_height == by_size
            else "You ordered by height. A slope is how fast the height changes.",
        ),
        "size-for-slope": (
            by_size,
            "You ordered by steepness alone. A falling slope is negative, below any rising one.",
        ),
    }
    return Problem(
        ask=f"The graph of $f(x) = {tex(law)}$ is {story}. Order these points by the slope of $f$ there, smallest first.",
        answer=Ordering(items),
        oracle=lambda: Ordering(
            {
                key: items[key]
                for key in sorted(
                    items,
                    key=lambda one: _slope_by_sampling(
                        height, Fraction(one[2:]) - Fraction(1, 1000), Fraction(one[2:]) + Fraction(1, 1000)
                    ),
                )
            }
        ),
        mistakes=tuple(
            Mistake(name, Ordering.put(*keys), reply)
            for name, (keys, reply) in wrong.items()
            if tuple(keys) != tuple(items) and (name, by_size) != ("size-for-slope", by_height)
        ),
        hints=(
            f"The graph is level at $x = {shift}$. Which of the points lie left of it, which right?",
            "Falling: negative. The farther from the level point, the steeper.",
        ),
        solution=(
            Step(
                "",
                because="the slopes, in this order: "
                + ", ".join(f"${slopes[key]}$ at $x = {key[2:]}$" for key in items),
            ),
        ),
    )


def _missing_slope(rng: Rng) -> Problem:
    """Which of three graphs has no slope at a point."""
    a = rng.integer(-4, 4)
    at = f"(x - {a})".replace("- -", "+ ") if a else "x"
    good = rng.sample((f"{at}^2", f"{at}^3", "7", f"2{at}", f"{at}|{at}|".replace("(", "(")), 2)
    bad, why = rng.choice(
        (
            (f"|{at}|", "are 1 from the right and $-1$ from the left"),
            (f"root({at}, 3)", "are $1/\\sqrt[3]{h}^2$ and pass every bound"),
            (f"|{at}| + {at}", "are 2 from the right and 0 from the left"),
        )
    )
    options = {"bad": f"$f(x) = {tex(bad)}$", "first": f"$f(x) = {tex(good[0])}$", "second": f"$f(x) = {tex(good[1])}$"}
    return Problem(
        ask=f"Exactly one of these has *no* derivative at $x = {a}$. Which?",
        answer=Choice(options, "bad"),
        mistakes=tuple(
            Mistake(
                f"doubted-{key}",
                Choice.pick(key),
                "Write the quotient at that point: from both sides it settles on the same number. (A slope of 0 is a slope.)",
            )
            for key in ("first", "second")
        ),
        hints=(
            "Look at the quotient for small positive and for small negative $h$.",
            "Two ways to fail: the two sides disagree, or the quotient passes every bound.",
        ),
        solution=(
            Step(
                "",
                because=f"the quotients of ${tex(bad)}$ there {why}, so there is no limit that is a number",
            ),
        ),
    )


@dataclass(frozen=True)
class Quantity:
    """Something that depends on something: names, units, and the ways in which it can go."""

    says: str
    letter: str
    out: str
    per: str
    ways: tuple[int, ...] = (1, -1)


QUANTITIES = (
    Quantity("litres of lemonade sold at a price of $x$ euro", "C", "litres", "euro", (-1,)),
    Quantity("the noise in decibel at $x$ metres from the road", "N", "decibel", "metre", (-1,)),
    Quantity("the number of points in an exam after $x$ hours of practice", "G", "points", "hour", (1,)),
    Quantity("the loss of a model whose weight has the value $x$", "L", "units of loss", "unit of weight"),
    Quantity("the depth in centimetres of a lake after $x$ days", "D", "centimetres", "day"),
    Quantity("the temperature in degrees after $x$ minutes in the oven", "T", "degrees", "minute", (1,)),
    Quantity("the height in metres of a path after $x$ kilometres", "H", "metres", "kilometre"),
    Quantity("the fuel in litres left after $x$ hours of flight", "F", "litres", "hour", (-1,)),
)


@exercise(
    "meaning",
    kind="concept",
    tests=(2,),
    difficulty=0.3,
    seconds=45,
    cases=("rising", "falling", "zero"),
)
def meaning(rng: Rng) -> Problem:
    """What a value of the derivative says, in units."""
    way = {"rising": 1, "falling": -1, "zero": 0}[rng.case]
    q, at = rng.choice([one for one in QUANTITIES if way in (*one.ways, 0)]), rng.integer(2, 9)
    rate = way * rng.integer(2, 40)
    small = f"about ${rate / 10:+g}$ {q.out}" if rate else "hardly anything"
    options = {
        "rate": f"From ${at}$ to ${at}.1$ it changes by {small}: right there its rate is ${rate}$ {q.out} per {q.per}.",
        "total": f"At ${at}$ its value is ${rate}$ {q.out}.",
        "whole": f"From $0$ to ${at}$ it has changed by ${rate}$ {q.out} altogether.",
        "swapped": f"Right there it takes ${rate}$ times a {q.per} to change it by one of the {q.out}.",
    }
    return Problem(
        ask=f"${q.letter}(x)$ is {q.says}. What does ${q.letter}'({at}) = {rate}$ say?",
        answer=Choice(options, "rate"),
        mistakes=(
            Mistake(
                "value",
                Choice.pick("total"),
                f"That would be ${q.letter}({at})$. The prime says: how fast it changes there.",
            ),
            Mistake(
                "whole-change",
                Choice.pick("whole"),
                f"That would be ${q.letter}({at}) - {q.letter}(0)$. A derivative speaks of one place only.",
            ),
            Mistake("turned-round", Choice.pick("swapped"), f"The unit is {q.out} *per* {q.per}: output over input."),
        ),
        hints=("What is the unit of change over change?", "It speaks of small moves away from that place."),
        solution=(
            Step(
                "",
                because=f"a quotient of {q.out} by {q.per}, at one place; for a small step $h$ the change is "
                + (f"about ${rate}h$" if rate else "small even beside $h$"),
            ),
        ),
    )


@exercise(
    "slopes",
    kind="code",
    tests=(1,),
    difficulty=0.45,
    seconds=180,
    cases=("both-sides", "bell", "line", "at-zero"),
)
def slopes(rng: Rng) -> Problem:
    """Quotients for a whole array of h at once, negative ones included."""
    name = rng.choice(("slopes", "quotients", "rates", "averages"))
    k, m = rng.integer(2, 9), rng.integer(-9, 9, nonzero=True)
    law = {"line": f"{k} * x + {m}", "bell": f"{k} / (x**2 + 1)"}.get(rng.case, f"{k} * x**2 + {m} * x")
    law = law.replace("+ -", "- ")

    def f(x: np.ndarray) -> np.ndarray:
        return np.asarray({"line": k * x + m, "bell": k / (x**2 + 1)}.get(rng.case, k * x**2 + m * x))

    a = 0.0 if rng.case == "at-zero" else float(rng.integer(1, 5))
    steps = [np.array([0.5, 0.25, -0.25, -0.5]), np.array([0.125]), np.array([-1.0, 2.0])]
    head = f"import numpy as np\n\n\ndef f(x):\n    return {law}\n\n\ndef {name}(x, hs):\n    "
    return Problem(
        ask=f"`f` is given. Write `{name}(x, hs)`: for a number `x` and an array `hs` of numbers, none of them 0, the array of quotients $(f(x + h) - f(x))/h$, one for each $h$.",
        answer=Code(
            name,
            source=head + "return (f(x + hs) - f(x)) / hs\n",
            reference=lambda x, hs: np.array([(f(x + h) - f(x)) / h for h in hs]),
            inputs=[(a, hs) for hs in steps] + [(-1.5, steps[0])],
            starter=head + "return ...\n",
        ),
        mistakes=(
            Mistake(
                "size-of-h",
                Code(
                    name,
                    source=head + "return (f(x + hs) - f(x)) / abs(hs)\n",
                    reference=lambda x, hs: (f(x + hs) - f(x)) / abs(hs),
                ),
                "You divided by the size of $h$. Left of $x$ both the change and $h$ are turned round; keep the sign.",
            ),
            Mistake(
                "f-of-h",
                Code(name, source=head + "return (f(hs) - f(x)) / hs\n", reference=lambda x, hs: (f(hs) - f(x)) / hs),
                "You took $f(h)$. The second point is at $x + h$.",
            ),
        ),
        hints=("`x + hs` adds the number to each entry.", "Mind the brackets: the whole change is divided."),
        solution=(Step("", because="the quotient, written once for the whole array: `(f(x + hs) - f(x)) / hs`"),),
    )


@exercise(
    "dial",
    kind="transfer",
    tests=(2,),
    difficulty=0.6,
    seconds=150,
    cases=("falling", "rising", "whole-way"),
)
def dial(rng: Rng) -> Problem:
    """How far to turn a dial, from two readings close together; or how fast it went over a long way."""
    thing, unit = rng.choice(
        (
            ("a heater", "degrees"),
            ("a pump", "litres a minute"),
            ("an amplifier", "decibel"),
            ("an oven", "degrees"),
            ("a brake", "newtons"),
            ("a printer", "grams of ink"),
        )
    )
    at, base = rng.integer(2, 9), 10 * rng.integer(2, 9)
    rate = rng.integer(2, 9) * (-1 if rng.case == "falling" else 1)
    tools = {
        "sensitivity": "How fast it changes right there, from two settings close together",
        "mean": "How fast it changed on average, over the whole way",
        "share": "What part of the whole the reading is",
    }
    if rng.case == "whole-way":
        n = rng.integer(2, 6)
        end = base + n * rate
        return Problem(
            ask=f"At setting {at} {thing} shows {base} {unit}; at setting {at + n} it shows {end}. By how much per setting did it change between these two, all in all?",
            answer=WithTool(tools, "mean", Number(rate)),
            oracle=lambda: WithTool(tools, "mean", Number(Fraction(end - base, n))),
            mistakes=(
                Mistake(
                    "two-far-points",
                    Used("sensitivity"),
                    "The two settings are far apart; what happens close to one of them you cannot know. You are asked about the whole way.",
                ),
                Mistake(
                    "not-divided",
                    Used("mean", Number(end - base)),
                    "That is the whole change. Divide it by the number of settings.",
                ),
            ),
            hints=("Nothing is asked about one place.", "Whole change over whole way."),
            solution=(
                Step(f"({end} - {base})/({at + n} - {at})", because="whole change over whole way"),
                Step(str(rate), because="divide"),
            ),
        )
    near = base + Fraction(rate, 100)
    want = base + Fraction(rate * rng.choice((-3, -2, 2, 3, 4, 5)), 10)
    turn = (want - base) / rate
    return Problem(
        ask=f"At setting {at} {thing} shows ${base}$ {unit}, at setting ${at + 0.01:g}$ it shows ${float(near):g}$. About which setting will show ${float(want):g}$, if it goes on as it does here?",
        answer=WithTool(tools, "sensitivity", Number(at + turn)),
        oracle=lambda: WithTool(tools, "sensitivity", Number(at + (want - base) / ((near - base) / Fraction(1, 100)))),
        mistakes=(
            Mistake(
                "other-way",
                Used("sensitivity", Number(at - turn)),
                "The size is right, the direction is not: look which way the reading moved when the setting went up.",
            ),
            Mistake(
                "undivided",
                Used("sensitivity", Number(at + (want - base))),
                "You turned by the change you want. Divide it by how much one setting changes.",
            ),
        ),
        hints=(
            "A hundredth of a setting changed the reading by how much? So a whole one by about a hundred times that.",
            "How many settings make up the change you want?",
        ),
        solution=(
            Step("", because=f"sensitivity: ${float(near - base):g}$ for $0.01$, so about ${rate}$ {unit} per setting"),
            Step(f"{at} + ({typed(want - base)})/({rate})", because="start, plus wanted change over sensitivity"),
            Step(typed(at + turn), because="calculate"),
        ),
    )


@exercise("recall-limit", kind="recall", keep=(1,), difficulty=0.3, seconds=25, cases=("square", "line"))
def recall_limit(rng: Rng) -> Problem:
    """Read the derivative off a simplified quotient."""
    m, k = rng.integer(-9, 9, nonzero=True), rng.integer(1, 9)
    quotient, limit = (_sum((m, ""), (k, "h")), m) if rng.case == "square" else (f"{m}", m)
    a = rng.integer(-5, 5)
    return Problem(
        ask=f"For $h \\neq 0$ the quotient of $f$ at ${a}$ simplifies to ${tex(quotient)}$. What is $f'({a})$?",
        answer=Integer(limit),
        oracle=lambda: Integer(round(m + k * 1e-9) if rng.case == "square" else m),
        mistakes=(Mistake("took-h-one", Integer(m + k), "That is the quotient for $h = 1$. Let $h$ go to 0."),)
        if rng.case == "square"
        else (),
        hints=("What does it settle on as $h$ goes to 0?",),
        solution=(
            Step(
                "",
                because="as $h$ goes to 0, the term with $h$ vanishes"
                if rng.case == "square"
                else "all these quotients are the same number, and so is their limit",
            ),
        ),
    )


@exercise("recall-no-single", kind="recall", keep=(2,), difficulty=0.35, seconds=25)
def recall_no_single(rng: Rng) -> Problem:
    """Why one may not put h = 0, and what is done instead."""
    law = rng.choice(("x^2", "3x^2", "1/x", "x^3", "sqrt(x)", "x^2 + x", "5x", "4 - x^2"))
    options = {
        "breaks": "It gives $0/0$, which is no number: simplify first, with $h$ not 0, then take the limit.",
        "zero": "It gives 0, and the derivative is not always 0.",
        "fine": "Nothing is wrong: that is the definition.",
    }
    return Problem(
        ask=f"Somebody puts $h = 0$ into $\\frac{{f(1 + h) - f(1)}}{{h}}$ for $f(x) = {tex(law)}$. Why does that not give $f'(1)$?",
        answer=Choice(options, "breaks"),
        mistakes=(
            Mistake("gives-zero", Choice.pick("zero"), "The top is 0, but so is the bottom."),
            Mistake("is-fine", Choice.pick("fine"), "Try it: what stands below the line?"),
        ),
        hints=("What stands below the line?",),
        solution=(Step("", because="$f(1) - f(1)$ over $0$ is $0/0$, true of every slope"),),
    )


@exercise("recall-when-not", kind="recall", keep=(3,), difficulty=0.35, seconds=25)
def recall_when_not(rng: Rng) -> Problem:
    """Which way a function fails to have a derivative at a point."""
    a = rng.integer(-3, 3)
    at = f"x - {a}".replace("- -", "+ ") if a else "x"
    law, key = rng.choice(
        (
            (f"|{at}|", "corner"),
            (f"2|{at}| + 1", "corner"),
            (f"root({at}, 3)", "vertical"),
            (f"4 root({at}, 3) - 2", "vertical"),
            (f"({at})^2", "none"),
            ("4", "none"),
            (f"({at})|{at}|", "none"),
            (f"3 - |{at}|", "corner"),
        )
    )
    options = {
        "corner": "no: the slopes from the two sides disagree",
        "vertical": "no: the slopes pass every bound",
        "none": "yes",
    }
    return Problem(
        ask=f"Has $f(x) = {tex(law)}$ a derivative at $x = {a}$?",
        answer=Choice(options, key, ordered=True),
        mistakes=tuple(
            Mistake(f"said-{one}", Choice.pick(one), "Write down the quotient there, for small $h$ on both sides.")
            for one in options
            if one != key
        ),
        hints=("The quotient for small positive $h$, and for small negative $h$.",),
        solution=(
            Step(
                "",
                because={
                    "corner": "one side gives the negative of the other, and neither is 0",
                    "vertical": "the quotient is a number over a power of $h$, and grows without bound",
                    "none": "both sides settle on 0",
                }[key],
            ),
        ),
    )


@exercise("recall-units", kind="recall", keep=(4,), difficulty=0.25, seconds=20)
def recall_units(rng: Rng) -> Problem:
    """The unit of a derivative."""
    out, per = rng.choice(
        (
            ("metres", "second"),
            ("euro", "kilogram"),
            ("degrees", "hour"),
            ("litres", "kilometre"),
            ("points", "day"),
            ("watt", "volt"),
            ("grams", "litre"),
            ("pixels", "click"),
            ("decibel", "metre"),
        )
    )
    options = {
        "rate": f"{out} per {per}",
        "out": out,
        "turned": f"{per}s per unit of {out}",
        "times": f"{out} times {per}s",
    }
    return Problem(
        ask=f"$f$ takes {per}s and gives {out}. What is the unit of $f'$?",
        answer=Choice(options, "rate"),
        mistakes=(
            Mistake("unit-of-f", Choice.pick("out"), "That is the unit of $f$. The quotient divides it."),
            Mistake("turned-round", Choice.pick("turned"), "Output above, input below."),
        ),
        hints=("Change over change.",),
        solution=(Step("", because="a change of output over a change of input"),),
    )


SPEEDOMETER = Guess(
    "speedometer",
    ask="What does a perfect speedometer show at second 2 exactly?",
    options={
        "nothing": "nothing: an instant has no speed",
        "fifteen": "15 m/s",
        "twelve": "12 m/s",
        "six": "6 m/s, since it made 12 m in 2 s",
    },
    believes="nothing",
    truth="twelve",
)

HAS_ONE = Contrast(
    "has-one",
    ask="Which of the two has a derivative at the place named?",
    labels=("has one", "has none"),
    pairs=(
        Pair(
            "$|x|$ at $x = 0.1$",
            "$|x|$ at $x = 0$",
            "At 0.1 the quotients are 1 on both sides, for small $h$. At 0 they are 1 from the right and $-1$ from the left.",
        ),
        Pair(
            "$x^3$ at $x = 0$",
            "$\\sqrt[3]{x}$ at $x = 0$",
            "The quotients of $x^3$ are $h^2$, which settle on 0. Those of the cube root are $1/\\sqrt[3]{h}^2$, which pass every bound.",
        ),
        Pair(
            "$f(x) = 7$ at $x = 2$",
            "$f(x) = 7$ for $x \\leq 2$, and $8$ beyond, at $x = 2$",
            "All quotients of the constant are 0. With the jump, those from the right are $1/h$.",
        ),
    ),
)

BIKE = Proof(
    "bike",
    claim="For $h \\neq 0$ the average speed between seconds $2$ and $2 + h$ is $12 + 3h$.",
    lines=(
        Given("(3(2 + h)^2 - 3*2^2)/h", because="change of place over change of time"),
        Given("(3(4 + 4h + h^2) - 12)/h", because="square the sum"),
        Open(
            "(12h + 3h^2)/h",
            because="multiply out; 12 cancels",
            hint="Multiply out the bracket. What remains of $12 - 12$?",
        ),
        Open(
            "12 + 3h",
            because="cancel $h$: allowed, since $h$ is not 0",
            instead=("cancel $h$: allowed for every $h$", "put $h = 0$ on top", "take the limit"),
        ),
    ),
    symbols={"h": "nonzero real"},
)


def _curve(case: str, a: int, k: int, m: int) -> Curve:
    """The function of `case` with everything worked out at `a`."""
    if case == "square":
        return Curve(
            f"{k}x^2",
            lambda x: k * x * x,
            f"{k}({a} + h)^2",
            f"{k}({_sum((a * a, ''), (2 * a, 'h'), (1, 'h^2'))}) - {k * a * a}",
            _sum((2 * k * a, "h"), (k, "h^2")),
            _sum((2 * k * a, ""), (k, "h")),
            Fraction(2 * k * a),
        )
    if case == "quadratic":
        return Curve(
            _sum((1, "x^2"), (m, "x"), (k, "")),
            lambda x: x * x + m * x + k,
            _sum((1, f"({a} + h)^2"), (m, f"({a} + h)"), (k, "")),
            _sum((a * a, ""), (2 * a, "h"), (1, "h^2"), (m * a, ""), (m, "h"), (k, ""), (-(a * a + m * a + k), "")),
            _sum((2 * a + m, "h"), (1, "h^2")),
            _sum((2 * a + m, ""), (1, "h")),
            Fraction(2 * a + m),
        )
    if case == "reciprocal":
        minus, below = "-" if a > 0 else "", f"{abs(a)}({a} + h)" if abs(a) > 1 else f"{a} + h"
        top, simple = f"{minus}{k}h/({below})", f"{minus}{k}/({below})"
        between = f"({_sum((k * a, ''), (-k, f'({a} + h)'))})/({_sum((a, f'({a} + h)'))})"
        return Curve(f"{k}/x", lambda x: k / Fraction(x), f"{k}/({a} + h)", between, top, simple, Fraction(-k, a * a))
    if case == "constant":
        level = k + abs(m)
        return Curve(str(level), lambda x: level, str(level), "0", "0", "0", Fraction(0))
    top = _sum((3 * a * a, "h"), (3 * a, "h^2"), (1, "h^3"))
    simple = _sum((3 * a * a, ""), (3 * a, "h"), (1, "h^2"))
    between = _sum((a**3, ""), (3 * a * a, "h"), (3 * a, "h^2"), (1, "h^3"), (-(a**3), ""))
    return Curve("x^3", lambda x: x * x * x, f"({a} + h)^3", between, top, simple, Fraction(3 * a * a))


def _sum(*terms: tuple[int, str]) -> str:
    """A sum of numbers times letters as a hand writes it: no factor 1, no term 0, a minus instead of plus a negative."""
    text = ""
    for number, letters in terms:
        if number:
            size = "" if abs(number) == 1 and letters else str(abs(number))
            text += (" - " if number < 0 else " + ") + size + letters
    return (
        text.removeprefix(" + ").replace(" - ", "-", 1) if text.startswith(" - ") else text.removeprefix(" + ") or "0"
    )


def _settled(f: Callable[[Fraction], Fraction | int], a: int) -> Fraction:
    """The slope of `f` at `a`: a central quotient over a millionth, in exact fractions, then the pleasant number next to it."""
    step = Fraction(1, 10**6)
    return (Fraction(f(a + step) - f(a - step)) / (2 * step)).limit_denominator(100)


def _slope_by_sampling(where: Callable[[Fraction], Fraction | int], first: Fraction, last: Fraction) -> Fraction:
    """The slope of the chord, from the places at both ends."""
    return (Fraction(where(last)) - Fraction(where(first))) / (Fraction(last) - Fraction(first))


def _at(f: Any, x: int) -> Fraction:
    """The value of what a learner typed, which may be a constant. Raises ValueError where it is no fraction."""
    value = f.at(x=x) if hasattr(f, "at") else f
    if not isinstance(value, Fraction):
        raise ValueError(f"no fraction at {x}")
    return value


def _slope(f: Any, a: int) -> Fraction:
    """The derivative of a quadratic at `a`: its central difference, which is exact."""
    return (_at(f, a + 1) - _at(f, a - 1)) / 2


def _degree(f: Any) -> int:
    """The degree of a polynomial of degree at most 2 by its differences at two places; 3 for everything else."""
    try:
        near, far = [_at(f, x) for x in range(4)], [_at(f, x) for x in (2, 4, 6, 8)]
    except (ValueError, ArithmeticError, TypeError):
        return 3
    if any(d - 3 * c + 3 * b - a != 0 for a, b, c, d in (near, far)):
        return 3
    if near[2] - 2 * near[1] + near[0] != 0:
        return 2
    return 1 if near[1] != near[0] else 0


def _reasons(case: str, n: int) -> tuple[str, ...]:
    cancel = "cancel $h$, which is not 0"
    if n == 2:
        return ("expand; all without $h$ cancels", cancel)
    first = "find a common denominator" if case == "reciprocal" else "expand the square"
    return (first, "what has no $h$ cancels on top", cancel)


def _tex(value: Fraction | int) -> str:
    return f"{float(value):g}"
