"""Exercises on gradient descent in one variable: steps by hand, rates that settle, and what a run's numbers give away."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

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
    Interval,
    Number,
    Property,
    Tuple,
    Used,
    WithTool,
)


@dataclass(frozen=True)
class Valley:
    """A function to descend: its formula and that of its slope, as typed, and the slope as a function."""

    law: str
    slope: str
    height: Callable[[Fraction], Fraction]
    df: Callable[[Fraction], Fraction]
    start: Fraction
    rate: Fraction


@exercise(
    "steps",
    kind="procedure",
    tests=(1,),
    difficulty=0.3,
    seconds=90,
    uses={"critical-points": 0.2, "derivative": 0.2},
    cases=("creep", "hop", "one-step", "flat-start", "cubic"),
)
def steps(rng: Rng) -> Problem:
    """Two steps by hand from a given start and rate."""
    v = _valley(rng)
    w1 = v.start - v.rate * v.df(v.start)
    w2 = w1 - v.rate * v.df(w1)
    wrong = {
        "uphill": (
            _two(v.start, lambda w: w + v.rate * v.df(w)),
            "You added the slope times the rate. That walks uphill: subtract it.",
        ),
        "bare-rate": (
            _two(v.start, lambda w: w - v.rate),
            "You moved by the rate itself. The step is the rate *times the slope*.",
        ),
        "stale-slope": (
            (w1, w1 - v.rate * v.df(v.start)),
            "The second step used the first slope again. Measure the slope anew where you stand.",
        ),
        "height-for-slope": (
            _two(v.start, lambda w: w - v.rate * v.height(w)),
            "You used the height $f(w)$. The rule takes the slope $f'(w)$.",
        ),
        "step-as-place": (
            _two(v.start, lambda w: -v.rate * v.df(w)),
            "That is the step alone. Add it to where you stand.",
        ),
    }
    return Problem(
        ask=f"$f(w) = {tex(v.law)}$, so $f'(w) = {tex(v.slope)}$. Start at $w_0 = {tex(v.start)}$ with rate $r = {tex(v.rate)}$. Give $(w_1, w_2)$.",
        answer=Tuple((w1, w2)),
        oracle=lambda: Tuple(_run(v.df, v.start, v.rate, 2)[1:]),
        mistakes=tuple(Mistake(name, Tuple(pair), reply) for name, (pair, reply) in wrong.items() if pair != (w1, w2)),
        hints=(
            "First the slope at $w_0$. Then the step: rate times slope, taken away.",
            "For the second step, start from your $w_1$ and measure the slope there.",
        ),
        symbols={"w_1": "real", "w_2": "real"},
        solution=(
            Step("", because=f"the slope at ${tex(v.start)}$ is ${tex(v.df(v.start))}$"),
            Step(
                f"({typed(v.start)} - ({typed(v.rate)})*({typed(v.df(v.start))}), {typed(w1)} - ({typed(v.rate)})*({typed(v.df(w1))}))",
                because=f"the rule, twice; the slope at $w_1 = {tex(w1)}$ is ${tex(v.df(w1))}$",
            ),
            Step(f"({typed(w1)}, {typed(w2)})", because="calculate"),
        ),
    )


@exercise(
    "range",
    kind="procedure",
    tests=(2,),
    difficulty=0.55,
    seconds=120,
    uses={"inequalities": 0.4, "absolute-value": 0.3},
    cases=("whole", "fraction", "shifted", "hill"),
)
def rates(rng: Rng) -> Problem:
    """All rates for which a parabola's run settles; none on a hill."""
    a = {"whole": Fraction(rng.integer(1, 12)), "fraction": Fraction(1, rng.integer(2, 12))}.get(
        rng.case, Fraction(rng.integer(1, 9), rng.choice((1, 2, 4)))
    )
    b, c = rng.integer(-9, 9, nonzero=True), rng.integer(-9, 9)
    linear = f"{b}w" if rng.case in ("shifted", "hill") else ""
    law = _polynomial(-a if rng.case == "hill" else a, b if linear else 0, c)
    if rng.case == "hill":
        return Problem(
            ask=f"For which rates $r > 0$ does gradient descent on $f(w) = {tex(law)}$ settle at the flat point, from every start? Give an interval, or `none`.",
            answer=_none(),
            oracle=_none,
            mistakes=(
                Mistake(
                    "as-a-valley",
                    Interval(f"(0, {typed(1 / a)})"),
                    "This parabola opens downwards: its flat point is a top, and every step leads away from it.",
                ),
                Mistake(
                    "double",
                    Interval(f"(0, {typed(1 / (2 * a))})"),
                    "This parabola opens downwards. What is the factor of the gap?",
                ),
            ),
            hints=(
                "Does it open upwards or downwards?",
                "Each step multiplies the gap by 1 *plus* something positive.",
            ),
            solution=(
                Step("", because=f"the factor is $1 + {tex(2 * a)} r$, larger than 1 for every $r > 0$: the gap grows"),
            ),
            symbols={"r": "real"},
        )
    edge = 1 / a
    return Problem(
        ask=f"For which rates $r > 0$ does gradient descent on $f(w) = {tex(law)}$ settle at the bottom, from every start? Give an interval, or `none`.",
        answer=Interval(f"(0, {typed(edge)})"),
        oracle=lambda: Interval(f"(0, {typed(_edge_by_running(a, Fraction(b) if linear else Fraction(0)))})"),
        mistakes=(
            Mistake(
                "half-way",
                Interval(f"(0, {typed(edge / 2)})"),
                "Up to there it creeps. Beyond, it hops, and still settles, as long as the factor stays above $-1$.",
            ),
            Mistake(
                "coefficient",
                Interval(f"(0, {typed(2 * edge)})"),
                f"The slope begins with ${tex(2 * a)} w$, not with ${_times(a, 'w')}$: the square brings down a 2.",
            ),
            Mistake(
                "closed-end", Interval(f"(0, {typed(edge)}]"), "At the upper end the factor is $-1$: it hops for ever."
            ),
        ),
        hints=(
            f"The gap to the bottom is multiplied by $1 - {tex(2 * a)} r$ in each step.",
            "The size of that factor has to be below 1: above $-1$ and below 1.",
        ),
        solution=(
            Step(f"-1 < 1 - {typed(2 * a)}*r and 1 - {typed(2 * a)}*r < 1", because="the factor's size is below 1"),
            Step(f"{typed(2 * a)}*r < 2 and 0 < {typed(2 * a)}*r", because="add and subtract, sides exchanged"),
            Step(f"0 < r < {typed(edge)}", because=f"divide by ${tex(2 * a)}$, which is positive"),
        ),
        symbols={"r": "real"},
    )


@exercise(
    "pick-rate",
    kind="construct",
    tests=(2,),
    difficulty=0.5,
    seconds=90,
    cases=("same-side", "other-side", "never-crossing", "close-soon"),
)
def pick_rate(rng: Rng) -> Problem:
    """A rate that gives the run a wanted behaviour: one number, or any of many."""
    a, c = rng.integer(1, 9), rng.integer(-6, 6)
    law = _times(a, f"(w - {c})^2".replace("- -", "+ ") if c else "w^2")
    start = c + rng.choice((-8, -4, 4, 8))
    part = Fraction(1, rng.integer(2, 6))

    def gap(r: Fraction, k: int) -> Fraction:
        return (1 - 2 * a * r) ** k

    if rng.case in ("same-side", "other-side"):
        q = part if rng.case == "same-side" else -part
        rate = (1 - q) / (2 * a)
        side = "on the same side" if q > 0 else "on the other side"
        return Problem(
            ask=f"On $f(w) = {tex(law)}$, find the rate for which each step leaves exactly ${tex(part)}$ of the distance to the bottom, {side} of it.",
            answer=Number(rate),
            oracle=lambda: Number((1 - q) * Fraction(start - c) / (2 * a * (start - c))),
            mistakes=(
                Mistake(
                    "other-side",
                    Number((1 + q) / (2 * a)),
                    "The distance is right, the side is not: the sign of the factor decides about sides.",
                ),
                Mistake(
                    "factor-as-rate",
                    Number(part),
                    "That is the part of the distance that is left, not the rate. The factor is $1$ minus $2a$ times the rate.",
                ),
                Mistake("lost-two", Number((1 - q) / a), "The slope of a square brings down a 2."),
            ),
            hints=(
                f"Each step multiplies the gap by $1 - {2 * a} r$.",
                "Same side: a positive factor. Other side: a negative one.",
            ),
            solution=(
                Step(f"1 - {2 * a}*r = {typed(q)}", because="the wanted factor"),
                Step(f"r = {typed(rate)}", because="solve for the rate"),
            ),
            symbols={"r": "real"},
        )
    fine: Callable[[Fraction], bool]
    if rng.case == "never-crossing":
        top, fine = (
            f"without ever crossing the bottom or standing on it, and has less than ${tex(part)}$ of the distance left after one step",
            lambda r: 0 < 1 - 2 * a * r < part,
        )
        example = Fraction(1, 2 * a) * (1 - part / 2)
    else:
        top, fine = (
            f"crosses the bottom in its first step, and has at most ${tex(part)}$ of the distance left after it",
            lambda r: -part <= 1 - 2 * a * r < 0,
        )
        example = Fraction(1, 2 * a) * (1 + part / 2)
    return Problem(
        ask=f"On $f(w) = {tex(law)}$, from $w_0 = {start}$, give a rate for which the run settles, {top}. Many are right.",
        answer=Property(Number, fine, example=Number(example)),
        consequence=lambda r: f"With your rate the gap is multiplied by ${tex(gap(r, 1))}$ in each step.",
        mistakes=(
            Mistake(
                "wrong-side",
                Property(
                    Number, lambda r: not fine(r) and fine(Fraction(1, a) - r), example=Number(Fraction(1, a) - example)
                ),
                "The distance is right, the side is not: look at the sign of the factor.",
            ),
            Mistake(
                "lost-two",
                Property(
                    Number,
                    lambda r: not fine(r) and not fine(Fraction(1, a) - r) and fine(r / 2),
                    example=Number(2 * example),
                ),
                f"Too large. Did you take ${a}$ times the gap for the slope? The square brings down a 2.",
            ),
        ),
        hints=(
            f"Each step multiplies the gap by $1 - {2 * a} r$.",
            "Write what is asked as an inequality for that factor.",
        ),
        solution=(
            Step(
                "",
                because=f"the factor $1 - {2 * a} r$ has to lie between two numbers; for $r = {tex(example)}$ it is ${tex(gap(example, 1))}$",
            ),
            Step(typed(example), because="one of many"),
        ),
    )


@exercise(
    "gap",
    kind="derivation",
    tests=(2,),
    difficulty=0.55,
    seconds=200,
    uses={"algebraic-expressions": 0.6},
    cases=("at-zero", "shifted", "half"),
)
def gap_line(rng: Rng) -> Problem:
    """From one step of the rule to the factor of the gap, in the learner's own lines."""
    half = rng.case == "half"
    a, c = rng.choice((3, 5, 7, 9)) if half else rng.integer(2, 9), 0 if rng.case == "at-zero" else rng.integer(1, 9)
    law = f"{a}/2*(w - {c})^2" if half else (f"{a}(w - {c})^2" if c else f"{a}w^2")
    k = a if half else 2 * a
    start = f"w - r*{k}(w - {c}) - {c}" if c else f"w - r*{k}w"
    lines = (f"(w - {c}) - {k}r*(w - {c})", f"(1 - {k}r)(w - {c})") if c else (f"w - {k}r*w", f"(1 - {k}r)*w")
    return Problem(
        ask=f"On $f(w) = {tex(law)}$ one step of gradient descent goes from $w$ to $w - r f'(w)$. Start from the new gap to ${c}$ and rewrite it until the old gap stands there as a factor.",
        answer=Derivation(start, lines),
        oracle=lambda: Derivation(start, lines),
        symbols={"w": "real", "r": "positive real"},
        mistakes=(
            Mistake(
                "sign-lost",
                Derivation(start, (lines[0], lines[1].replace("1 - ", "1 + "))),
                "A minus became a plus in front of the rate: taken out of $-r$, the factor keeps its minus.",
            ),
        ),
        hints=("Group what belongs to the old gap.", "Both terms have the old gap as a factor. Take it out."),
        solution=(
            Step(start, because="the new place minus the bottom"),
            Step(lines[0], because="group the old gap"),
            Step(lines[1], because="take it out"),
        ),
    )


FATES = {
    "once": "arrives in one step",
    "creeps": "creeps in from one side",
    "hops": "hops from side to side, and settles",
    "ever": "hops for ever between two places",
    "away": "runs away",
}


TOLD = {
    "creeps": (
        (
            "A run on a parabola has lost half of its gap after one step, without crossing the bottom. What does it do?",
            Fraction(1, 2),
        ),
        (
            "On a parabola a run arrives at once with some rate. Another run has half that rate. What does it do?",
            Fraction(1, 2),
        ),
    ),
    "once": (
        (
            "A run on a parabola hops for ever between two places. Its rate is halved. What does it do then?",
            Fraction(0),
        ),
    ),
    "hops": (
        (
            "After one step a run on a parabola stands on the other side of the bottom, half as far from it. What does it do?",
            Fraction(-1, 2),
        ),
        (
            "On a parabola a run arrives at once with some rate. Another run has one and a half times that rate. What does it do?",
            Fraction(-1, 2),
        ),
    ),
    "ever": (("A run on a parabola arrives at once. Its rate is doubled. What does it do then?", Fraction(-1)),),
    "away": (
        (
            "After one step a run on a parabola stands on the other side of the bottom, twice as far from it. What does it do?",
            Fraction(-2),
        ),
        (
            "On a parabola a run arrives at once with some rate. Another run has three times that rate. What does it do?",
            Fraction(-2),
        ),
    ),
}


@exercise(
    "fate",
    kind="concept",
    tests=(2,),
    difficulty=0.4,
    seconds=45,
    cases=("creeps", "once", "hops", "ever", "away"),
)
def fate(rng: Rng) -> Problem:
    """Tell from rate and valley what the run will do; told in several voices."""
    a = rng.integer(1, 8)
    edge = Fraction(1, a)
    rate = {
        "creeps": edge / 2 * Fraction(rng.integer(1, 7), 8),
        "once": edge / 2,
        "hops": edge / 2 + edge / 2 * Fraction(rng.integer(1, 7), 8),
        "ever": edge,
        "away": edge * Fraction(rng.integer(9, 15), 8),
    }[rng.case]
    q = 1 - 2 * a * rate
    told, q = rng.choice(
        (
            (
                f"Gradient descent on $f(w) = {_times(a, 'w^2')}$ runs with rate ${tex(rate)}$ from a start that is not the bottom. What does it do?",
                q,
            ),
            (
                f"At every $w$ a valley has the slope ${2 * a}(w - c)$, where $c$ is its bottom. A run has rate ${tex(rate)}$ and starts beside the bottom. What does it do?",
                q,
            ),
            (
                f"In each step of a run on a parabola the gap to the bottom is multiplied by ${tex(q)}$. What does the run do?",
                q,
            ),
            (
                f"The bottom of a parabola is at 0. A run begins ${', '.join(tex(Fraction(one)) for one in (1, q, q * q))}$. What does it go on to do?",
                q,
            ),
            *TOLD[rng.case],
        )
    )
    near = {"creeps": "hops", "once": "hops", "hops": "away", "ever": "away", "away": "hops"}[rng.case]
    other = {"creeps": "once", "once": "creeps", "hops": "creeps", "ever": "hops", "away": "ever"}[rng.case]
    return Problem(
        ask=told,
        answer=Choice(FATES, rng.case, ordered=True),
        oracle=lambda: Choice(FATES, _fate_by_running(a, rate), ordered=True),
        mistakes=(
            Mistake(
                "edge-misplaced",
                Choice.pick(near),
                "Hopping begins where the factor turns negative, running away only where it passes $-1$.",
            ),
            Mistake(
                "side-misread",
                Choice.pick(other),
                "Look at the sign and the size of the factor: sign tells the side, size tells whether it shrinks.",
            ),
        ),
        hints=(
            "What is the gap multiplied by in each step?",
            "Its sign: same side or hopping. Its size: shrinking or not.",
        ),
        solution=(
            Step(
                "",
                because="the factor is 0: the gap is gone after one step"
                if q == 0
                else f"the factor is ${tex(q)}$: {'its sign says the same side' if q > 0 else 'its sign says the other side'}, its size says {'that the gap shrinks' if abs(q) < 1 else 'that it never shrinks'}",
            ),
        ),
    )


@exercise(
    "descend",
    kind="code",
    tests=(1,),
    difficulty=0.45,
    seconds=200,
    uses={"python-functions": 0.6},
    cases=("settles", "no-steps", "runs-away", "flat-start"),
)
def descend(rng: Rng) -> Problem:
    """All iterates of a run, the start among them."""
    name = rng.choice(("descend", "run", "walk", "follow"))
    rate, start = rng.choice((0.1, 0.2, 0.25, 0.05)), rng.integer(-5, 5)
    a, c = rng.integer(1, 4), rng.integer(-3, 3)
    n = {"no-steps": 0, "runs-away": 6}.get(rng.case, rng.integer(2, 5))
    rate = 1.5 if rng.case == "runs-away" else rate
    start = c if rng.case == "flat-start" else start

    def reference(a: float, c: float, w: float, rate: float, n: int) -> list[float]:
        path = [float(w)]
        for _ in range(n):
            path.append(path[-1] - rate * 2 * a * (path[-1] - c))
        return path

    def source(body: str) -> str:
        return f"def {name}(a, c, w, rate, n):\n{body}"

    good = "    path = [w]\n    for _ in range(n):\n        w = w - rate * 2 * a * (w - c)\n        path.append(w)\n    return path\n"
    inputs = [(a, c, start, rate, n), (1, 0, 4, 0.25, 3), (2, -1, 3, 0.1, 0), (1, 2, 2, 0.3, 2), (3, 1, 0, 0.4, 4)]
    return Problem(
        ask=f"Write `{name}(a, c, w, rate, n)`: the list of all $n + 1$ places that gradient descent visits on $f(w) = a(w - c)^2$, the start `w` first. For example `{name}({', '.join(map(str, inputs[0]))})`.",
        answer=Code(
            name, source=source(good), reference=reference, inputs=inputs, starter=source("    return [...]\n")
        ),
        mistakes=(
            Mistake(
                "start-left-out",
                Code(
                    name,
                    source=source(good.replace("path = [w]", "path = []")),
                    reference=lambda *args: reference(*args)[1:],
                ),
                "The start is a place too: there are $n + 1$ of them.",
            ),
            Mistake(
                "slope-taken-once",
                Code(
                    name,
                    source=source(
                        "    slope = 2 * a * (w - c)\n    return [w - k * rate * slope for k in range(n + 1)]\n"
                    ),
                    reference=lambda a, c, w, rate, n: [w - k * rate * 2 * a * (w - c) for k in range(n + 1)],
                ),
                "Your slope is measured once, at the start. Measure it anew in each step.",
            ),
        ),
        hints=(
            "The slope of $a(w - c)^2$ is $2a(w - c)$.",
            "Keep a list that begins with `w`, and append after each step.",
        ),
        solution=(
            Step(
                "",
                because="begin with the start; in each of the $n$ steps subtract rate times slope at the present place, and append",
            ),
        ),
    )


@exercise(
    "pump",
    kind="transfer",
    tests=(2,),
    difficulty=0.65,
    seconds=180,
    uses={"linear-equations": 0.4},
    cases=("hopping", "creeping", "balance"),
)
def pump(rng: Rng) -> Problem:
    """Where a machine's own corrections lead, from three lines of its log; or only where it would rest."""
    machine, unit = rng.choice(
        (
            ("pump", "bar"),
            ("shower mixer", "degrees"),
            ("drone", "metres"),
            ("fan", "turns a second"),
            ("crane", "centimetres"),
            ("heater", "degrees"),
        )
    )
    c = rng.integer(16, 40)
    if rng.case == "balance":
        k, m = rng.integer(2, 9), rng.integer(2, 9)
        rest = Fraction(k * c + m * (c + k), k + m)
        tools = _tools()
        return Problem(
            ask=f"The annoyance with a {machine} at $p$ {unit} is ${k}(p - {c})^2 + {m}(p - {c + k})^2$. At which $p$ is it smallest? Nobody moves anything yet.",
            answer=WithTool(tools, "flat", Number(rest)),
            oracle=lambda: WithTool(tools, "flat", Number(_lowest(lambda p: k * (p - c) ** 2 + m * (p - c - k) ** 2))),
            mistakes=(
                Mistake(
                    "ran-a-loop",
                    Used("gap"),
                    "There is no log here, and no rate: nothing moves. You are asked where the slope is 0.",
                ),
                Mistake(
                    "plain-mean",
                    Used("flat", Number(Fraction(2 * c + k, 2))),
                    "That is halfway between the two. Each square has its own weight.",
                ),
            ),
            hints=("Nothing moves: there is a function, and a smallest value.", "Where is its slope 0?"),
            solution=(
                Step(f"2*{k}(p - {c}) + 2*{m}(p - {c + k}) = 0", because="the slope is 0 at the bottom"),
                Step(f"p = {typed(rest)}", because="solve"),
            ),
            symbols={"p": "real"},
        )
    q = Fraction(rng.choice((-4, -3, -2) if rng.case == "hopping" else (2, 3, 4)), 5)
    first = rng.choice((5, -5, 10, -10, 15))
    log = [c + first * q**k for k in range(3)]
    tools = _tools()
    shown = ", ".join(f"{float(one):g}" for one in log)
    return Problem(
        ask=f"Once a minute a {machine} corrects itself by a fixed share of how far it is off. Its log, in {unit}: ${shown}$. Where will it settle?",
        answer=WithTool(tools, "gap", Number(c)),
        oracle=lambda: WithTool(tools, "gap", Number(_aitken(log))),
        mistakes=(
            Mistake(
                "mean-of-log",
                Used("gap", Number(sum(log, Fraction(0)) / 3)),
                "The mean of three readings is not where it settles: the gaps shrink, and the run goes on.",
            ),
            Mistake(
                "midpoint",
                Used("gap", Number((log[1] + log[2]) / 2)),
                "It does not settle halfway between two readings, unless the factor is $-1$.",
            ),
            Mistake(
                "looked-for-flat",
                Used("flat"),
                "There is no function given whose slope could be set to 0. Look at how the differences in the log shrink.",
            ),
        ),
        hints=(
            "How do the changes from line to line shrink? Each is the one before times a fixed number.",
            "If the gap is multiplied by $q$ in each step, so is each change. Then solve for the resting place.",
        ),
        solution=(
            Step(
                "",
                because=f"the changes are ${tex(log[1] - log[0])}$ and ${tex(log[2] - log[1])}$: the factor is ${tex(q)}$",
            ),
            Step(
                f"{typed(log[1])} - p = {typed(q)}*({typed(log[0])} - p)",
                because="so is the gap's factor, with $p$ the resting place",
            ),
            Step(f"p = {c}", because="solve"),
        ),
        symbols={"p": "real"},
    )


@exercise("recall-step", kind="recall", keep=(1,), difficulty=0.25, seconds=25)
def recall_step(rng: Rng) -> Problem:
    """One step in the head."""
    w, slope, rate = rng.integer(-5, 5), rng.integer(-9, 9, nonzero=True) * 10, Fraction(rng.integer(1, 5), 10)
    new = w - rate * slope
    return Problem(
        ask=f"You stand at $w = {w}$, where the slope is ${slope}$. The learning rate is ${float(rate):g}$. Where do you stand next?",
        answer=Number(new),
        oracle=lambda: Number(Fraction(w) + Fraction(-slope) * rate),
        mistakes=(
            Mistake("uphill", Number(w + rate * slope), "That goes uphill: take the slope times the rate away."),
            Mistake("step-alone", Number(-rate * slope), "That is the step. Where does it lead, from where you stand?"),
        ),
        hints=("Subtract rate times slope.",),
        solution=(
            Step(f"{w} - {typed(rate)}*({slope})", because="minus rate times slope"),
            Step(typed(new), because="calculate"),
        ),
    )


@exercise("recall-best", kind="recall", keep=(2,), difficulty=0.4, seconds=30)
def recall_best(rng: Rng) -> Problem:
    """The rate that arrives at once, or the edge beyond which nothing settles."""
    a, edge = rng.integer(1, 20), rng.chance(Fraction(1, 2))
    answer = Fraction(1, a) if edge else Fraction(1, 2 * a)
    other = Fraction(1, 2 * a) if edge else Fraction(1, a)
    wish = (
        "Runs settle on it at every smaller positive rate, but no longer at this one. Which rate is it?"
        if edge
        else "A run on it, from any start, arrives in one step. What is its rate?"
    )
    return Problem(
        ask=f"A valley is $f(w) = {_times(a, 'w^2')}$. {wish}",
        answer=Number(answer),
        oracle=lambda: Number(_edge_by_running(Fraction(a), Fraction(0)) / (1 if edge else 2)),
        mistakes=(
            Mistake(
                "other-one",
                Number(other),
                "That is the other one of the two. Put it into the factor: what does the gap become?",
            ),
        ),
        hints=(f"The factor is $1 - {2 * a} r$.",),
        solution=(
            Step(f"1 - {2 * a}*r = {-1 if edge else 0}", because="the factor"),
            Step(f"r = {typed(answer)}", because="solve"),
        ),
        symbols={"r": "real"},
    )


@exercise("recall-factor", kind="recall", keep=(3,), difficulty=0.3, seconds=20)
def recall_factor(rng: Rng) -> Problem:
    """What a factor of the gap means for the run."""
    text, key = rng.choice(
        (
            ("0.9", "creeps"),
            ("0.2", "creeps"),
            ("-0.9", "hops"),
            ("-0.3", "hops"),
            ("0", "once"),
            ("-1", "ever"),
            ("-1.04", "away"),
            ("1.5", "away"),
            ("-2", "away"),
            ("0.999", "creeps"),
        )
    )
    return Problem(
        ask=f"The gap to the bottom is multiplied by ${text}$ in each step. What does the run do?",
        answer=Choice(FATES, key, ordered=True),
        mistakes=tuple(
            Mistake(f"said-{one}", Choice.pick(one), "The sign tells the side, the size tells whether the gap shrinks.")
            for one in FATES
            if one != key
        ),
        hints=("Sign and size.",),
        solution=(Step("", because="sign: same side or other side; size below 1: it shrinks"),),
    )


@exercise("recall-stopped", kind="recall", keep=(4,), difficulty=0.35, seconds=25)
def recall_stopped(rng: Rng) -> Problem:
    """Why a run that has stopped need not have found the lowest point."""
    law, at = rng.choice(
        (
            ("w^4 - 2w^2", "0"),
            ("-w^2", "0"),
            ("w^3", "0"),
            ("3w^4 - 4w^3", "0"),
            ("w^3 - 3w", "-1"),
            ("(w^2 - 1)^2", "0"),
            ("w^4 - 8w^2", "0"),
            ("5 - w^4", "0"),
        )
    )
    options = {
        "flat": "The slope there is 0, and that is all a stop tells: there are lower places.",
        "lowest": "It has found the lowest point.",
        "rate": "The rate was too small; with a larger one it would go on from there.",
    }
    return Problem(
        ask=f"A run on $f(w) = {tex(law)}$ starts at $w = {at}$ and never moves. What does that tell?",
        answer=Choice(options, "flat"),
        mistakes=(
            Mistake("lowest", Choice.pick("lowest"), "Compare the height there with that of other places."),
            Mistake("rate", Choice.pick("rate"), "Any rate times slope 0 is 0."),
        ),
        hints=("What is the slope there?",),
        solution=(
            Step("", because="the step is rate times slope, and the slope is 0 at tops and on level stretches too"),
        ),
    )


NEAR_HALF = Guess(
    "near-half",
    ask="After how many steps is it within 0.01 at rate 0.49?",
    options={"sooner": "after 1 or 2", "seventy": "after about 70", "same": "after 140", "never": "it never arrives"},
    believes="sooner",
    truth="same",
)

SETTLES = Contrast(
    "settles",
    ask="All run on $2(w - 3)^2$. Does this run settle at the bottom?",
    labels=("settles", "does not settle"),
    pairs=(
        Pair(
            "start 0, rate $0.49$: $0, 5.88, 0.23, 5.66, \\dots$",
            "start 0, rate $0.51$: $0, 6.12, -0.24, 6.37, \\dots$",
            "Both hop. With factor $-0.96$ the gap shrinks by 4 % in each step, with $-1.04$ it grows by 4 %.",
        ),
        Pair(
            "start 0, rate $0.25$: $0, 3, 3, 3, \\dots$",
            "start 0, rate $0.5$: $0, 6, 0, 6, \\dots$",
            "Twice the rate. Factor 0 arrives at once; factor $-1$ is the boundary and hops for ever.",
        ),
        Pair(
            "start 0, rate $0.01$: $0, 0.12, 0.235, \\dots$",
            "start 0, rate $-0.01$: $0, -0.12, -0.245, \\dots$",
            "Creeping is slow, and settles. A negative rate walks uphill.",
        ),
    ),
)

GAP = Proof(
    "one-step",
    claim="One step of rate $r$ multiplies the gap $w - c$ by $1 - 2ar$.",
    lines=(
        Given("w - r*2a(w - c) - c", because="the new place, minus $c$"),
        Given("(w - c) - 2a*r*(w - c)", because="group what belongs to the old gap"),
        Open(
            "(1 - 2a*r)*(w - c)",
            because="the old gap is a common factor",
            hint="Both terms have the old gap $w - c$ in them. Take it out.",
        ),
    ),
    symbols={"w": "real", "c": "real", "a": "positive real", "r": "positive real"},
)


def _valley(rng: Rng) -> Valley:
    """A function, a start and a rate for the case, with pleasant numbers."""
    if rng.case == "cubic":
        k = rng.integer(1, 4)
        law, slope = f"w^3 - {3 * k}w", f"3w^2 - {3 * k}"
        return Valley(
            law,
            slope,
            lambda w: w**3 - 3 * k * w,
            lambda w: 3 * w * w - 3 * k,
            Fraction(rng.choice([w for w in (0, 1, 2, -1, 3) if 3 * w * w != 3 * k])),
            Fraction(1, rng.choice((10, 20, 30))),
        )
    a, c = rng.integer(1, 5), rng.integer(-4, 5, nonzero=True)
    if rng.case == "creep":
        rate = Fraction(1, 2 * a) * Fraction(1, rng.choice((2, 4, 5)))
    elif rng.case == "hop":
        rate = Fraction(1, 2 * a) * rng.choice((Fraction(3, 2), Fraction(6, 5), Fraction(5, 4)))
    else:
        rate = Fraction(1, 2 * a)
    start = Fraction(c) if rng.case == "flat-start" else Fraction(c + rng.choice((-8, -6, -4, 4, 6, 8)))
    shifted = f"(w - {c})".replace("- -", "+ ") if c else "w"
    return Valley(
        _times(a, f"{shifted}^2"),
        f"{2 * a}{shifted}",
        lambda w: a * (w - c) ** 2,
        lambda w: 2 * a * (w - c),
        start,
        rate,
    )


def _two(w: Fraction, step: Callable[[Fraction], Fraction]) -> tuple[Fraction, Fraction]:
    return step(w), step(step(w))


def _run(df: Callable[[Fraction], Fraction], w: Fraction, rate: Fraction, n: int) -> tuple[Fraction, ...]:
    """All places of a run, by the loop that a program would use."""
    path = [w]
    for _ in range(n):
        path.append(path[-1] + (-rate) * df(path[-1]))
    return tuple(path)


def _fate_by_running(a: int, rate: Fraction) -> str:
    """What becomes of a run from 1 in the valley a w^2, by running it."""
    path = _run(lambda w: 2 * a * w, Fraction(1), rate, 3)
    if path[1] == 0:
        return "once"
    if abs(path[1]) > abs(path[0]):
        return "away"
    if path[2] == path[0]:
        return "ever"
    return "hops" if path[1] < 0 else "creeps"


def _edge_by_running(a: Fraction, b: Fraction) -> Fraction:
    """The largest rate that still settles on a w^2 + b w, by bisection on runs of one step, made a pleasant number."""
    bottom = -b / (2 * a)
    low, high = Fraction(0), 4 / a
    for _ in range(40):
        middle = (low + high) / 2
        place = _run(lambda w: 2 * a * w + b, bottom + 1, middle, 1)[1]
        low, high = (middle, high) if abs(place - bottom) < 1 else (low, middle)
    return low.limit_denominator(1000)


def _lowest(f: Callable[[Fraction], Fraction]) -> Fraction:
    """The bottom of a parabola through three of its points."""
    y0, y1, y2 = f(Fraction(0)), f(Fraction(1)), f(Fraction(2))
    a = (y2 - 2 * y1 + y0) / 2
    return -(y1 - y0 - a) / (2 * a)


def _aitken(log: list[Any]) -> Fraction:
    """Where a sequence with a fixed factor settles, from three of its terms (Aitken's formula)."""
    x, y, z = (Fraction(one) for one in log)
    return x - (y - x) ** 2 / (z - 2 * y + x)


def _times(number: Fraction | int, letters: str) -> str:
    """A number times letters as a hand writes it, without a factor 1; also as LaTeX, where there are no fractions but the number's."""
    if number in (1, -1):
        return letters if number == 1 else f"-{letters}"
    return f"{number}{letters}" if Fraction(number).denominator == 1 else f"{tex(number)} {letters}"


def _polynomial(a: Fraction, b: int, c: int) -> str:
    terms = [f"{typed(a)}*w^2" if a.denominator != 1 else _times(a, "w^2")]
    if b:
        terms.append(_times(b, "w"))
    if c:
        terms.append(str(c))
    return " + ".join(terms).replace("+ -", "- ")


def _none() -> Any:
    return Interval("none")


def _tools() -> dict[str, str]:
    return {
        "gap": "Follow how the distance to the resting place shrinks from step to step",
        "flat": "Find where the slope of a function is 0",
        "mean": "Take the mean of what is given",
    }
