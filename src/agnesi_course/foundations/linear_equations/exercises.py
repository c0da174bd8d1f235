"""Exercises on equations: solve one, say how many solutions, isolate a letter, solve a pair, make one that fits or contradicts."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

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
    Number,
    Property,
    Tuple,
    Used,
    WithTool,
    Wrote,
)

coffee = Guess(
    "coffee",
    ask="What does a coffee cost?",
    options={"three": "3 euros", "one": "1 euro", "mean": "2.60 euros", "unknown": "it cannot be told"},
    believes="three",
    truth="unknown",
)

how_it_ends = Contrast(
    "how-it-ends",
    ask="Try a few numbers for $x$. Does exactly one number fit?",
    labels=("exactly one", "none, or more than one"),
    pairs=(
        Pair(
            "$2(x + 3) = 3x + 5$",
            "$2(x + 3) = 2x + 5$",
            "$x = 1$ fits the first. In the second the left side is always 1 more.",
        ),
        Pair("$2(x + 3) = x + 6$", "$2(x + 3) = 2x + 6$", "$x = 0$ fits the first. The second holds for every $x$."),
        Pair(
            r"$5 \cdot x = 0$",
            r"$0 \cdot x = 0$",
            "Only 0 fits the first, and 0 is a number like any other. Every number fits the second.",
        ),
        Pair("$x + 1 = 2x$", "$x + 1 = x$", "$x = 1$ fits the first. No number is one more than itself."),
    ),
)

isolate_x = Proof(
    "isolate-x",
    claim=r"If $a \neq 0$, then $ax + b = c$ has exactly one solution, $x = \frac{c - b}{a}$.",
    lines=(
        Given("a*x + b = c", "first times $a$ was done to $x$, then plus $b$"),
        Open(
            "a*x = c - b",
            "the last thing done comes off first: $b$ is taken from both sides",
            hint="What was done to $x$ last? Undo it on both sides.",
        ),
        Open(
            "x = (c - b)/a",
            "both sides are divided by $a$, which is not 0",
            instead=("$a$ is taken from both sides", "$a$ changes the side and its sign"),
        ),
    ),
    symbols={"a": "nonzero real", "b": "real", "c": "real", "x": "real"},
)


def _sum(*terms: tuple[int | Fraction, str]) -> str:
    """A sum as typed, without terms that are 0."""
    text = ""
    for factor, letter in terms:
        if factor == 0:
            continue
        size = "" if abs(factor) == 1 and letter else typed(abs(factor))
        text += (" - " if factor < 0 else " + ") + size + letter
    if not text:
        return "0"
    return text[3:] if text.startswith(" + ") else "-" + text[3:]


def _wrong(right: Fraction, roads: tuple[tuple[str, Fraction | None, str], ...]) -> tuple[Mistake, ...]:
    """The wrong roads that end at different wrong numbers; None where a road ends nowhere."""
    kept: dict[Fraction, Mistake] = {}
    for name, value, reply in roads:
        if value is not None and value != right:
            kept.setdefault(value, Mistake(name, Number(value), reply))
    return tuple(kept.values())


def _solved(m: int, k: int) -> Fraction | None:
    """The x with m x = k, None where there is not one."""
    return Fraction(k, m) if m else None


@exercise(
    "solve",
    kind="procedure",
    tests=(1,),
    difficulty=0.35,
    seconds=60,
    uses={"algebraic-expressions": 0.4, "real-numbers": 0.3},
    cases=("both-sides", "bracket", "bracket-minus", "answer-zero", "fraction"),
)
def solve(rng: Rng) -> Problem:
    """a(x + b) + c = d x + f, with a whole solution in all cases but one."""
    a, d = rng.until(
        lambda: (rng.integer(2, 6), rng.integer(-4, 4, nonzero=True)), lambda pair: abs(pair[0]) != abs(pair[1])
    )
    b, c = rng.integer(-6, 6, nonzero=True), rng.integer(-9, 9, nonzero=True)
    if rng.case == "bracket-minus":
        a, b = -a, -abs(b)
        d = d if d != a else d + 1
    x = 0 if rng.case == "answer-zero" else rng.integer(-6, 6, nonzero=True)
    f = (a - d) * x + a * b + c
    if rng.case == "fraction":
        f += 1
    if rng.case == "both-sides":
        left = _sum((a, "x"), (a * b + c, ""))
    else:
        left = f"{_sum((c, ''))} {'-' if a < 0 else '+'} {abs(a)}({_sum((1, 'x'), (b, ''))})"
    right = _sum((d, "x"), (f, ""))
    root = Fraction(f - a * b - c, a - d)
    opened = _sum((a, "x"), (a * b + c, ""))
    steps = [Step(f"{left} = {right}", because="what is asked")]
    if left != opened:
        steps.append(Step(f"{opened} = {right}", because="open the bracket and gather"))
    steps.append(
        Step(
            f"{_sum((a - d, 'x'))} = {f - a * b - c}",
            because=_moved((d, "x"), (a * b + c, "")),
        )
    )
    if a - d != 1:
        steps.append(Step(f"x = {typed(root)}", because=f"divide by ${a - d}$, which is not 0"))
    return Problem(
        ask=f"Solve for $x$: ${tex(left)} = {tex(right)}$.",
        given="$x =$",
        answer=Number(root),
        oracle=lambda: Number(_by_two_values(lambda t: c + a * (t + b) - d * t - f)),
        symbols={"x": "real"},
        mistakes=_wrong(
            root,
            (
                (
                    "bracket-first-term-only",
                    _solved(a - d, f - b - c) if rng.case != "both-sides" else None,
                    "The factor before the bracket multiplies every term in it.",
                ),
                (
                    "sign-kept",
                    _solved(a + d, f - a * b - c),
                    "A term that leaves one side is taken from *both* sides. Put your number back and compare.",
                ),
                (
                    "number-sign-kept",
                    _solved(a - d, f + a * b + c),
                    "The numbers: what is taken from one side is taken from the other too. Put yours back.",
                ),
                ("not-divided", Fraction(f - a * b - c), f"That is ${a - d}$ times $x$. Divide both sides."),
            ),
        ),
        hints=(
            "Make each side as short as you can.",
            "All terms with $x$ to one side, all numbers to the other. Then divide.",
        ),
        solution=tuple(steps),
    )


def _moved(*terms: tuple[int, str]) -> str:
    """What is done to both sides so that these terms leave one of them."""
    taken = " and ".join(f"${tex(_sum(term))}$" for term in terms if term[0] > 0)
    added = " and ".join(f"${tex(_sum((-term[0], term[1])))}$" for term in terms if term[0] < 0)
    moves = (f"take {taken} from both sides" if taken else "", f"add {added} to both sides" if added else "")
    return ", ".join(move for move in moves if move)


def _by_two_values(gap: Callable[[Fraction], Fraction]) -> Fraction:
    """Where a gap that changes evenly is 0, from its values at 0 and 1."""
    at0, at1 = gap(Fraction(0)), gap(Fraction(1))
    return at0 / (at0 - at1)


@exercise(
    "isolate",
    kind="procedure",
    tests=(2,),
    difficulty=0.45,
    seconds=55,
    uses={"algebraic-expressions": 0.4, "real-numbers": 0.2},
    cases=("two-steps", "bracket", "below-the-line", "twice", "percent"),
)
def isolate(rng: Rng) -> Problem:
    """A formula turned round so that one letter stands alone."""
    m, n = rng.sample(range(2, 10), 2)
    u, v = rng.choice((("y", "x"), ("z", "x"), ("P", "b"), ("s", "t"), ("u", "v"), ("q", "p")))
    p = rng.choice((5, 10, 20, 25, 50))
    line, key, roads = {
        "two-steps": (f"{u} = ({v} - {n})/{m}", f"{m}{u} + {n}", (("wrong-order", f"{m}({u} + {n})", f"You added {n} first. The division was done last, so it comes off first."), ("sign-kept", f"{m}{u} - {n}", f"What undoes minus {n}?"))),
        "bracket": (f"{u} = {m}({v} + {n})", f"{u}/{m} - {n}", (("wrong-order", f"({u} - {n})/{m}", f"The plus {n} stands in the bracket. What was done last?"), ("not-divided", f"{u} - {m * n}", f"Then {m} times the letter is left."))),
        "below-the-line": (f"{u} = {m}/({v} + {n})", f"{m}/{u} - {n}", (("turned-over", f"{u}/{m} - {n}", "Multiply both sides by the bottom first, then divide by what stands beside it."), ("wrong-order", f"{m}/({u} - {n})", f"The plus {n} stands below the line: it comes off last."))),
        "twice": (f"{u} = {m}{v} + {n}{v} - {p}", f"({u} + {p})/{m + n}", (("one-term-only", f"({u} + {p})/{m}", "The letter stands there twice. Gather first."), ("sign-kept", f"({u} - {p})/{m + n}", f"What undoes minus {p}?"))),
    }.get(rng.case, (f"{u} = {v} + {p}/100*{v}", f"{u}/(1 + {p}/100)", (("percent-off", f"{u} - {p}/100*{u}", f"Adding {p} % multiplies. Undo it by dividing."), ("divided-by-the-share", f"{u}/({p}/100)", "The letter stands there twice. Gather first: which factor does it have?"))))  # fmt: skip
    return Problem(
        ask=f"Solve for ${v}$ (nothing is divided by 0): ${tex(line)}$.",
        given=f"${v} =$",
        answer=Expression(key),
        oracle=lambda: Expression(_undone(rng.case, u, m, n, p)),
        symbols={u: "positive real", v: "positive real"},
        mistakes=tuple(Mistake(name, Expression(wrong), reply) for name, wrong, reply in roads),
        hints=(f"What was done to ${v}$, in which order?", "Last on, first off, on both sides."),
        solution=(
            Step(line, because="what is given"),
            Step(
                _halfway(rng.case, u, v, (m, n, p)),
                because="the last thing done comes off first"
                if rng.case in ("two-steps", "bracket")
                else "first bring the letter to where it stands once, above the line",
            ),
            Step(f"{v} = {key}", because="taken off from the outside, last on first off"),
        ),
    )


def _halfway(case: str, u: str, v: str, numbers: tuple[int, int, int]) -> str:
    """The line between the formula and the letter alone."""
    m, n, p = numbers
    return {
        "two-steps": f"{m}{u} = {v} - {n}",
        "bracket": f"{u}/{m} = {v} + {n}",
        "below-the-line": f"{u}*({v} + {n}) = {m}",
        "twice": f"{u} = {m + n}{v} - {p}",
    }.get(case, f"{u} = (1 + {p}/100)*{v}")


def _undone(case: str, u: str, m: int, n: int, p: int) -> str:
    """The letter, by another way of writing."""
    return {
        "two-steps": f"({u} + {Fraction(n, m)})*{m}",
        "bracket": f"({u} - {m * n})/{m}",
        "below-the-line": f"({m} - {n}{u})/{u}",
        "twice": f"{u}/{m + n} + {Fraction(p, m + n)}",
    }.get(case, f"100*{u}/{100 + p}")


@exercise(
    "line-by-line",
    kind="derivation",
    tests=(1, 2),
    difficulty=0.45,
    seconds=90,
    uses={"algebraic-expressions": 0.5},
    cases=("bracket", "two-brackets", "minus-bracket"),
)
def line_by_line(rng: Rng) -> Problem:
    """An equation solved in the learner's own lines, each with the same solutions as the one before."""
    a, d = rng.sample(range(2, 8), 2)
    b, x = rng.integer(1, 6), rng.integer(-5, 6, nonzero=True)
    if rng.case == "minus-bracket":
        a = -a
    f = (a - d) * x + a * b
    left = f"{a}(x + {b})"
    if rng.case == "two-brackets" and f % d == 0 and f:
        right = f"{d}({_sum((1, 'x'), (f // d, ''))})"
    else:
        right = _sum((d, "x"), (f, ""))
    start = f"{left} = {right}"
    lines = (f"{_sum((a, 'x'), (a * b, ''))} = {_sum((d, 'x'), (f, ''))}", f"x = {x}")
    return Problem(
        ask=f"Solve line by line, down to $x = \\dots$: ${tex(start)}$.",
        answer=Derivation(start, lines),
        oracle=lambda: Derivation(start, (f"x = {typed(_by_two_values(lambda t: a * (t + b) - d * t - f))}",), least=1),
        symbols={"x": "real"},
        mistakes=(
            Mistake(
                "first-term-only",
                Wrote(f"{_sum((a, 'x'), (b, ''))} = {_sum((d, 'x'), (f, ''))}"),
                "The factor multiplies every term in the bracket.",
            ),
            Mistake(
                "sign-kept",
                Wrote(f"{_sum((a + d, 'x'))} = {f - a * b}") if a + d else Wrote(f"{_sum((a - d, 'x'))} = {f + a * b}"),
                "What leaves one side is taken from both sides.",
            ),
        ),
        hints=("Open the bracket first.", "Then terms with $x$ to one side, numbers to the other."),
        solution=(
            Step(start, because="the start"),
            Step(lines[0], because="brackets opened"),
            *(
                [
                    Step(
                        f"{_sum((a - d, 'x'))} = {f - a * b}",
                        because=_moved((d, "x"), (a * b, "")),
                    )
                ]
                if a - d != 1
                else []
            ),
            Step(
                lines[1],
                because=f"divide by ${a - d}$, which is not 0" if a - d != 1 else _moved((d, "x"), (a * b, "")),
            ),
        ),
    )


MANY = {"one": "exactly one number", "none": "no number", "every": "every number"}


@exercise(
    "how-many",
    kind="concept",
    tests=(1,),
    difficulty=0.4,
    seconds=35,
    uses={"algebraic-expressions": 0.3},
    cases=("one", "none", "every"),
)
def how_many(rng: Rng) -> Problem:
    """How many numbers solve an equation, from the equation or from what is left of it."""
    a, b = rng.sample(range(2, 9), 2)
    k = rng.choice([n for n in range(1, 40) if n not in (a * b, a, b)])
    asked, m, n = rng.choice(
        {
            "one": (
                (f"Which numbers solve ${a}x = {b}x$?", a - b, 0),
                (f"Which numbers solve ${a}(x + {b}) = {a + 1}x + {a * b}$?", -1, 0),
                (f"An equation has been brought down to ${a}x = 0$. Which numbers solve it?", a, 0),
                (f"Which numbers are {k} less than {a} times themselves?", a - 1, k),
            ),
            "none": (
                (f"Which numbers solve ${a}(x + {b}) = {a}x + {k}$?", 0, k - a * b),
                (
                    f"An equation has been brought down to $0 = {k}$, without a slip. Which numbers solve the equation?",
                    0,
                    k,
                ),
                (f"Which numbers solve $x + {a} = x - {b}$?", 0, a + b),
                (f"Which numbers are {k} more than themselves?", 0, k),
            ),
            "every": (
                (f"Which numbers solve ${a}(x + {b}) = {a}x + {a * b}$?", 0, 0),
                (
                    "An equation has been brought down to $0 = 0$, without a slip. Which numbers solve the equation?",
                    0,
                    0,
                ),
                (f"Which numbers solve $x - {a} = -({a} - x)$?", 0, 0),
                (f"Which numbers give, taken {a} times and then {b} times more, {a + b} times themselves?", 0, 0),
            ),
        }[rng.case]
    )
    return Problem(
        ask=asked,
        answer=Choice(MANY, rng.case, ordered=True),
        oracle=lambda: Choice(MANY, "one" if m else "none" if n else "every", ordered=True),
        mistakes=(
            Mistake("said-one", Choice.pick("one"), "Put in two different numbers and compare the sides."),
            Mistake(
                "said-none",
                Choice.pick("none"),
                "Take what both sides have in common from both. Is what is left false for every $x$?",
            ),
            Mistake("said-every", Choice.pick("every"), "Put in 1, and then 2. Do both fit?"),
        ),
        hints=("Take what both sides have in common from both.", "Is a letter left? If not: is what is left true?"),
        solution=(
            Step(
                "",
                because="a letter with a factor other than 0 is left: one number"
                if m
                else "no letter is left, and what is left is false: no number"
                if n
                else "no letter is left, and what is left is true: every number",
            ),
        ),
    )


@exercise(
    "pair",
    kind="procedure",
    tests=(3,),
    difficulty=0.5,
    seconds=90,
    uses={"algebraic-expressions": 0.4, "real-numbers": 0.3},
    cases=("letter-alone", "to-isolate", "with-zero", "negative"),
)
def pair(rng: Rng) -> Problem:
    """Two equations, two unknowns, by substitution."""
    x, y = rng.until(lambda: (rng.integer(-5, 7), rng.integer(-5, 7)), lambda d: d[0] != d[1] and 0 not in d)
    if rng.case == "with-zero":
        x, y = rng.shuffle((0, y))
    if rng.case == "negative":
        x, y = -abs(x), -abs(y) if x != y and abs(x) != abs(y) else -abs(y) - 1
    a = rng.integer(-4, 4, nonzero=True)
    c, d = rng.until(
        lambda: (rng.integer(1, 5), rng.integer(-4, 5, nonzero=True)), lambda one: one[0] + one[1] * a != 0
    )
    f, g = y - a * x, c * x + d * y
    first = f"y = {_sum((a, 'x'), (f, ''))}" if rng.case == "letter-alone" else f"{_sum((-a, 'x'), (1, 'y'))} = {f}"
    second = f"{_sum((c, 'x'), (d, 'y'))} = {g}"
    total = c + d * a
    turned = Fraction(g + d * f, total)
    return Problem(
        ask=f"Solve: ${tex(first)}$ and ${tex(second)}$. Give $x$ and $y$.",
        given="$x, y =$",
        answer=Tuple((x, y)),
        oracle=lambda: Tuple((Fraction(f * d - g, -a * d - c), Fraction(-a * g - c * f, -a * d - c))),
        symbols={"x": "real", "y": "real"},
        mistakes=(
            *(
                [
                    Mistake(
                        "only-the-number",
                        Tuple((x, f)),
                        "The first number is right. Put it in for $x$ once more to find the other.",
                    )
                ]
                if f != y and (x, f) != (y, x)
                else []
            ),
            Mistake("swapped", Tuple((y, x)), "The right numbers in the wrong places: put them in and see."),
            *(
                [
                    Mistake(
                        "sign",
                        Tuple((turned, a * turned + f)),
                        "Your numbers fit the first equation alone. Where was the bracket put in, and with which signs?",
                    )
                ]
                if turned != x and not (turned == y and a * turned + f == x)
                else []
            ),
        ),
        hints=(
            "In which equation is a letter alone, or nearly so?",
            "Put what it is, in a bracket, into the other equation.",
        ),
        solution=(
            Step("", because=f"from the first, $y = {tex(_sum((a, 'x'), (f, '')))}$; put into the second:"),
            Step(f"{_sum((c, 'x'))} + ({d})*({_sum((a, 'x'), (f, ''))}) = {g}", because="one unknown is left"),
            Step(f"x = {x}", because="solve"),
            Step("", because=f"then $y = {tex(_sum((a, 'x'), (f, '')))} = {y}$; both equations hold"),
            Step(f"x = {x} and y = {y}", because="both numbers"),
        ),
    )


Triple = tuple[Fraction, Fraction, Fraction]


@exercise(
    "receipt",
    kind="construct",
    tests=(3,),
    difficulty=0.55,
    seconds=60,
    uses={"real-numbers": 0.3},
    cases=("contradicts", "says-nothing-new", "settles"),
)
def receipt(rng: Rng) -> Problem:
    """A second receipt that contradicts the first, repeats it, or settles the prices."""
    a, b = rng.sample(range(2, 8), 2)
    c, r = rng.integer(1, 6), rng.integer(1, 6)
    total = a * c + b * r
    first = rf"{a}c + {b}r = {total}"

    def same_way(t: Triple) -> bool:
        return t[0] * b == t[1] * a

    def repeats(t: Triple) -> bool:
        return same_way(t) and t[0] * total == t[2] * a

    def fits(t: Triple) -> bool:
        return t[0] * c + t[1] * r == t[2]

    table: dict[str, tuple[str, Callable[[Triple], bool], tuple[int, int, int]]] = {
        "contradicts": (
            "contradicts the first: no prices fit both",
            lambda t: same_way(t) and not repeats(t),
            (2 * a, 2 * b, 2 * total + 1),
        ),
        "says-nothing-new": (
            "says nothing new, and is not a copy of the first",
            lambda t: repeats(t) and t[0] != a,
            (2 * a, 2 * b, 2 * total),
        ),
        "settles": (
            f"leaves $c = {c}$, $r = {r}$ as the only prices that fit both",
            lambda t: fits(t) and not same_way(t),
            (1, 1, c + r),
        ),
    }
    wish, fine, example = table[rng.case]
    roads = {
        "contradicts": (("settles", lambda t: not same_way(t), (a, b + 1, total), "Yours still has one pair of prices that fits both (negative ones perhaps). To contradict, the same purchase has to cost something else."), ("copy", repeats, (a, b, total), "That says the same as the first receipt.")),
        "says-nothing-new": (("copy", lambda t: repeats(t) and t[0] == a, (a, b, total), "That is the first receipt itself."), ("contradicts", lambda t: same_way(t) and not repeats(t), (2 * a, 2 * b, total), "The purchase is a multiple of the first, the total is not: they contradict each other.")),
    }.get(rng.case, (("copy", repeats, (2 * a, 2 * b, 2 * total), "Yours fits, and tells nothing that the first does not."), ("other-prices", lambda t: not fits(t), (1, 1, c + r + 1), "Put the two prices into yours: the total is another.")))  # fmt: skip
    return Problem(
        ask=f"A receipt says ${first}$, with $c$ the price of a coffee and $r$ of a roll. Give a second one as three numbers, so many coffees, so many rolls "
        f"(both above 0), total, that {wish}.",
        answer=Property(Tuple, lambda t: t[0] > 0 and t[1] > 0 and fine(t), example=Tuple(example)),
        oracle=lambda: Property(Tuple, lambda t: _outcome(t, a, b, total) == rng.case, example=Tuple(example)),
        consequence=lambda t: f"Yours says ${tex(t[0])}c + {tex(t[1])}r = {tex(t[2])}$.",
        mistakes=tuple(
            Mistake(name, Property(Tuple, test, example=Tuple(wrong)), reply) for name, test, wrong, reply in roads
        ),
        hints=(
            "What does the first receipt say about twice the purchase?",
            "Same purchase, other total; same purchase, same total; other purchase: what follows from each?",
        ),
        solution=(
            Step(
                "",
                because={
                    "contradicts": "a multiple of the purchase for another total",
                    "says-nothing-new": "purchase and total multiplied by the same number",
                }.get(rng.case, "any purchase that is no multiple of the first, with the total that these prices make"),
            ),
            Step(typed(example), because="for one"),
        ),
    )


def _outcome(t: tuple[Fraction, Fraction, Fraction], a: int, b: int, total: int) -> str:
    """What a second receipt does, by substitution."""
    left, right = t[1] * a - t[0] * b, t[2] * a - t[0] * total
    return "settles" if left else "contradicts" if right else "says-nothing-new"


@exercise(
    "solve-it",
    kind="code",
    tests=(1,),
    difficulty=0.4,
    seconds=110,
    uses={"real-numbers": 0.2},
    cases=("one", "zero", "negative"),
)
def solve_it(rng: Rng) -> Problem:
    """The one solution of a x + b = c, or an error."""
    name = rng.choice(("solve", "root", "unknown", "find_x"))
    a, b = rng.integer(2, 9), rng.integer(1, 9)
    x = {"zero": 0, "negative": -rng.integer(1, 9)}.get(rng.case, rng.integer(1, 9))

    def source(formula: str) -> str:
        return f"def {name}(a, b, c):\n    if a == 0:\n        raise ValueError('none, or every number')\n    return {formula}\n"

    def guarded(formula: Callable[[float, float, float], float]) -> Callable[[float, float, float], float]:
        def checked(a: float, b: float, c: float) -> float:
            if a == 0:
                raise ValueError("not one")
            return formula(a, b, c)

        return checked

    inputs = ((a, b, a * x + b), (1.8, 32, 68), (2, 3, 3), (-4, 1, 9), (5, 0, 1), (0, 1, 1), (0, 1, 2))
    return Problem(
        ask=f"Write `{name}(a, b, c)`: the number $x$ with $ax + b = c$. Where there is not exactly one, raise `ValueError`. `{name}({a}, {b}, {a * x + b})` is `{x}`.",
        answer=Code(
            name,
            source("(c - b) / a"),
            reference=guarded(lambda a, b, c: c / a - b / a),
            inputs=inputs,
            starter=f"def {name}(a, b, c):\n    ",
        ),
        mistakes=(
            Mistake(
                "wrong-order",
                Code(name, source("c / a - b"), reference=guarded(lambda a, b, c: c / a - b)),
                "You divided first. The plus was done last, so it comes off first.",
            ),
            Mistake(
                "sign",
                Code(name, source("(c + b) / a"), reference=guarded(lambda a, b, c: (c + b) / a)),
                "What undoes adding `b`?",
            ),
        ),
        hints=("Last on, first off.", "For which `a` does the last step fail?"),
        solution=(
            Step(
                "",
                because="take `b` away, then divide by `a`; for `a == 0` every number fits or none, so raise: `(c - b) / a`",
            ),
        ),
    )


TOOLS = {
    "agree": "write both with one letter, and ask where they agree",
    "rewrite": "write both with one letter, and gather them into one, whatever the letter is",
    "range": "ask for which values one stays below the other",
}
STORIES = (
    ("A courier charges {a} euros and {m} euros a km, another {b} euros and {n} euros a km", "km"),
    ("A printer costs {a} euros and {m} euros a page, another {b} euros and {n} euros a page", "pages"),
    ("One tank holds {a} litres and gains {m} litres an hour, another holds {b} litres and gains {n} an hour", "hours"),
    ("Ann has {a} euros and saves {m} a week, Bo has {b} euros and saves {n} a week", "weeks"),
)


@exercise(
    "courier",
    kind="transfer",
    tests=(1,),
    difficulty=0.55,
    seconds=80,
    uses={"algebraic-expressions": 0.4},
    cases=("meet", "later", "both-together", "half", "far", "difference"),
)
def courier(rng: Rng) -> Problem:
    """Where two amounts that grow evenly agree; or what they come to together."""
    story, unit = rng.choice((STORIES[0], STORIES[2]) if rng.case == "half" else STORIES)
    n, m = sorted(rng.sample(range(2, 11), 2))
    a = rng.integer(2, 30)
    if rng.case in ("both-together", "difference"):
        b, together = a + rng.integer(1, 20), rng.case == "both-together"
        first, second = f"{a} + {m}x", f"{b} + {n}x"
        key = _sum((m + n, "x"), (a + b, "")) if together else _sum((m - n, "x"), (a - b, ""))
        wanted = (
            "What do the two come to together"
            if together
            else "How much more is the first than the second (less counts as negative)"
        )
        return Problem(
            ask=f"{story.format(a=a, b=b, m=m, n=n)}. {wanted}, after $x$ {unit}?",
            answer=WithTool(TOOLS, "rewrite", Expression(key)),
            oracle=lambda: WithTool(TOOLS, "rewrite", Expression(f"({first}) {'+' if together else '-'} ({second})")),
            symbols={"x": "real"},
            mistakes=(
                Mistake(
                    "last-sign",
                    Used("rewrite", Expression(_sum((m - n, "x"), (a + b, "")))),
                    "Both parts of the second are to be counted the same way.",
                ),
                Mistake(
                    "fixed-part-lost",
                    Used("rewrite", Expression(_sum((m + n if together else m - n, "x")))),
                    "What is there at the start counts too.",
                ),
                Mistake(
                    "asked-where", Used("agree"), "Nobody asks when they agree: an amount is wanted, whatever $x$ is."
                ),
                Mistake(
                    "asked-below", Used("range"), "Nothing is compared here: an amount is wanted, whatever $x$ is."
                ),
            ),
            hints=("Write each of the two with $x$.", "Gather: what goes with $x$, what does not?"),
            solution=(
                Step(f"({first}) {'+' if together else '-'} ({second})", because="each with $x$"),
                Step(key, because="gather"),
            ),
        )
    x = (
        Fraction(2 * rng.integer(1, 9) + 1, 2)
        if rng.case == "half"
        else Fraction(rng.integer(20, 60) if rng.case == "far" else rng.integer(2, 15))
    )
    if rng.case == "half" and (m - n) % 2:
        x = Fraction(rng.integer(2, 15))
    b = a + int((m - n) * x)
    return Problem(
        ask=f"{story.format(a=a, b=b, m=m, n=n)}. After how many {unit} are the two amounts the same?",
        answer=WithTool(TOOLS, "agree", Number(x)),
        oracle=lambda: WithTool(TOOLS, "agree", Number(_by_two_values(lambda t: a + m * t - b - n * t))),
        symbols={"x": "real"},
        mistakes=(
            *(
                [
                    Mistake(
                        "rates-added",
                        Used("agree", Number(Fraction(b - a, m + n))),
                        "Each step closes the gap by the difference of the two rates, not by their sum.",
                    )
                ]
                if Fraction(b - a, m + n) != x
                else []
            ),
            *(
                [
                    Mistake(
                        "starts-added",
                        Used("agree", Number(Fraction(b + a, m - n))),
                        "The gap at the start is the difference of the two.",
                    )
                ]
            ),
            Mistake(
                "no-value", Used("rewrite"), "That holds for every value of the letter. Here one value is asked for."
            ),
            Mistake("asked-below", Used("range"), "That gives a whole range. Here one value is asked for."),
        ),
        hints=(
            "How large is the gap at the start, and by how much does it shrink each time?",
            "Write both with $x$ and set them equal.",
        ),
        solution=(
            Step(f"{a} + {m}x = {b} + {n}x", because="both with the same letter, set equal"),
            Step(f"{_sum((m - n, 'x'))} = {b - a}", because="gather"),
            *([Step(f"x = {typed(x)}", because="divide")] if m - n != 1 else []),
        ),
    )


@dataclass(frozen=True)
class Card:
    """A question to recall: the right option, wrong ones each with a reply, and why."""

    ask: str
    right: str
    wrong: tuple[tuple[str, str], ...]
    because: str


def _recalled(card: Card, hint: str) -> Problem:
    options = {"kept": card.right, **{f"other-{n}": text for n, (text, _) in enumerate(card.wrong, 1)}}
    return Problem(
        ask=card.ask,
        answer=Choice(options, "kept"),
        mistakes=tuple(
            Mistake(f"other-{n}", Choice.pick(f"other-{n}"), reply) for n, (_, reply) in enumerate(card.wrong, 1)
        ),
        hints=(hint,),
        solution=(Step("", because=card.because),),
    )


@exercise("recall-check", kind="recall", keep=(1,), difficulty=0.2, seconds=25)
def recall_check(rng: Rng) -> Problem:
    """Whether a number is a solution, by putting it in."""
    a, x = rng.integer(2, 6), rng.integer(2, 9)
    off = rng.choice((0, 0, 1, -1))
    options = {"yes": "yes: both sides agree", "no": "no: the sides differ", "solve": "only solving can tell"}
    right = "no" if off else "yes"
    return Problem(
        ask=f"Is ${x}$ a solution of ${a}(x - 1) = x + {(a - 1) * x - a + off}$?".replace("+ -", "- "),
        answer=Choice(options, right, ordered=True),
        oracle=lambda: Choice(options, "yes" if a * (x - 1) == x + (a - 1) * x - a + off else "no", ordered=True),
        mistakes=(
            Mistake("other-way", Choice.pick("yes" if off else "no"), "Put it in on both sides and work both out."),
            Mistake(
                "must-solve", Choice.pick("solve"), "A solution is a number that makes both sides agree. Put it in."
            ),
        ),
        hints=("Put it in on both sides.",),
        solution=(Step("", because=f"left ${a * (x - 1)}$, right ${a * (x - 1) + off}$"),),
    )


@exercise("recall-undo", kind="recall", keep=(2,), difficulty=0.25, seconds=20)
def recall_undo(rng: Rng) -> Problem:
    """In which order a formula is undone."""
    a, b = rng.sample(range(2, 12), 2)
    cards = (
        Card(
            f"To solve $y = {a}x + {b}$ for $x$, what comes first?",
            f"take {b} from both sides",
            (
                (f"divide by {a}", f"Times {a} was done first, so it comes off last."),
                (f"add {b} to both sides", "What undoes adding?"),
            ),
            "last on, first off",
        ),
        Card(
            f"To solve $y = {a}(x + {b})$ for $x$, what comes first?",
            f"divide by {a}",
            (
                (f"take {b} from both sides", "It stands in the bracket, and was done first."),
                (f"multiply by {a}", "What undoes multiplying?"),
            ),
            "last on, first off",
        ),
        Card(
            f"A price with {b} % added is known. How do you get back?",
            f"divide by {1 + b / 100:g}",
            (
                (f"take {b} % off", "That would be a share of the larger price."),
                (f"divide by {b / 100:g}", "The price itself is in it too."),
            ),
            "adding a percentage multiplies",
        ),
    )
    return _recalled(rng.choice(cards), "What was done to it last?")


@exercise("recall-vanish", kind="recall", keep=(3,), difficulty=0.25, seconds=20)
def recall_vanish(rng: Rng) -> Problem:
    """What it means when the letters are gone."""
    k = rng.integer(1, 40)
    true = rng.chance(Fraction(1, 2))
    left = (
        rng.choice((f"${k} = {k}$", f"$0 \\cdot x + {k} = {k}$"))
        if true
        else rng.choice((f"$0 = {k}$", f"${k} = {k + 1}$"))
    )
    right = "every" if true else "none"
    options = {**MANY, "slip": "that cannot be: there must be a slip"}
    return Problem(
        ask=f"Without a slip you have brought an equation in $x$ down to {left}. What solves it?",
        answer=Choice(options, right, ordered=True),
        mistakes=tuple(
            Mistake(f"said-{one}", Choice.pick(one), "Ask of what is left: for which $x$ is it true?")
            for one in options
            if one != right
        ),
        hints=("Is what is left true?",),
        solution=(Step("", because="it is true whatever $x$ is" if true else "it is false whatever $x$ is"),),
    )


@exercise("recall-divide", kind="recall", keep=(4,), difficulty=0.3, seconds=20)
def recall_divide(rng: Rng) -> Problem:
    """What dividing by a letter asks for."""
    k = rng.integer(2, 12)
    cards = (
        Card(
            f"From $ax = {k}$ follows $x = {k}/a$. When?",
            r"when $a \neq 0$",
            (
                ("always", f"What does $0 \\cdot x = {k}$ say?"),
                ("when $a > 0$", "Negative numbers may be divided by as well."),
            ),
            "nothing is divided by 0",
        ),
        Card(
            f"Somebody divides $x \\cdot x = {k}x$ by $x$ and finds $x = {k}$. What is lost?",
            "the solution $x = 0$",
            ((f"the solution $x = -{k}$", "Put it in: the sides have different signs."), ("nothing", "Put in 0.")),
            "dividing by $x$ was allowed only where it is not 0",
        ),
        Card(
            f"Which $x$ solve $ax = {k}$ when $a = 0$?",
            "none",
            (("every $x$", f"Is $0 = {k}$?"), ("$x = 0$", f"Is $0 = {k}$?")),
            f"0 times anything is 0, not {k}",
        ),
    )
    return _recalled(rng.choice(cards), "What happens when the letter is 0?")
