"""Exercises on numbers: what is done first, fractions, the number line, and shares of a whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

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
from agnesi.authoring.answers import Choice, Code, Number, Ordering, Property, Used, WithTool
from agnesi.authoring.claims import CASES, Claim, claimed

mushrooms = Guess(
    "mushrooms",
    ask="How heavy are they now?",
    options={"kilos": "57 kg", "share": "54 kg", "third": "40 kg", "half": "30 kg"},
    believes="kilos",
    truth="half",
)

true_or_not = Contrast(
    "true-or-not",
    ask="Which line of each pair is true?",
    labels=("true", "false"),
    pairs=(
        Pair("$8 - 5 - 2 = 1$", "$8 - (5 - 2) = 1$", "From the left, $3 - 2 = 1$. The bracket makes it $8 - 3 = 5$."),
        Pair(r"$12 \div (3 \cdot 2) = 2$", r"$12 \div 3 \cdot 2 = 2$", r"From the left, $4 \cdot 2 = 8$."),
        Pair("$-(2 - 7) = 5$", "$-(2 - 7) = -9$", "The bracket is $-5$, and its opposite is $5$."),
        Pair(
            r"$\frac12 + \frac13 = \frac56$",
            r"$\frac12 + \frac13 = \frac25$",
            r"$\frac25$ is less than $\frac12$ alone, so it is no sum of the two.",
        ),
        Pair(
            r"$\frac05$ is a number.",
            r"$\frac50$ is a number.",
            r"$0 \cdot 5 = 0$, so $\frac05 = 0$. But no number times 0 makes 5.",
        ),
    ),
)

common_bottom = Proof(
    "common-bottom",
    claim=r"For $b \neq 0$ and $d \neq 0$: $\quad \frac{a}{b} + \frac{c}{d} = \frac{ad + cb}{bd}.$",
    lines=(
        Given("a/b + c/d", "the sum; its pieces differ in size"),
        Open(
            "(a*d)/(b*d) + (c*b)/(d*b)",
            "top and bottom of the first are multiplied by $d$, of the second by $b$; neither is 0",
            hint=r"Both bottoms are to be $bd$. By what do you multiply $\frac{a}{b}$ above and below?",
        ),
        Open(
            "(a*d + c*b)/(b*d)",
            "the pieces are equally large now, so their counts add",
            instead=("tops add and bottoms add", "the common factor is cancelled"),
        ),
    ),
    symbols={"a": "real", "b": "nonzero real", "c": "real", "d": "nonzero real"},
)

minus_minus = Proof(
    "minus-minus",
    claim=r"$(-1) \cdot (-1) = 1$",
    lines=(
        Given("(-1)*(-1)", "the start"),
        Given("(-1)*(-1) + (-1)*1 + 1", r"$(-1) \cdot 1 + 1$ is $-1 + 1 = 0$, and adding 0 changes nothing"),
        Open(
            "(-1)*((-1) + 1) + 1",
            "the factor $-1$ stands in both products and is taken out",
            instead=("minus times minus is plus", "products come before sums"),
        ),
        Open("(-1)*0 + 1", "a number and its opposite add up to 0", hint="Work out the inner bracket, nothing else."),
        Given("1", "anything times 0 is 0"),
    ),
)


def _wrong(right: Fraction, roads: Iterable[tuple[str, Fraction | int, str]]) -> tuple[Mistake, ...]:
    """The wrong roads that end at different wrong numbers."""
    kept: dict[Fraction, Mistake] = {}
    for name, value, reply in roads:
        if value != right:
            kept.setdefault(Fraction(value), Mistake(name, Number(value), reply))
    return tuple(kept.values())


@exercise(
    "chain",
    kind="procedure",
    tests=(1,),
    difficulty=0.3,
    seconds=40,
    cases=("minus-bracket", "run-of-minuses", "divide-then-times", "nested", "zero-inside", "minus-times-minus"),
)
def chain(rng: Rng) -> Problem:
    """A line with brackets, signs and nested operations."""
    shown, lines, roads = _line(rng)
    right = _value(lines[-1])
    return Problem(
        ask=f"Work out ${shown}$.",
        answer=Number(right, forms=("evaluated",)),
        oracle=lambda: Number(lines[0]),
        mistakes=_wrong(right, roads),
        hints=(
            "What is done first: is there a bracket, a product, a quotient?",
            "What is left has one rank: go from left to right.",
        ),
        solution=tuple(Step(line, because=reason) for line, reason in zip(lines, _reasons(rng.case), strict=True)),
    )


def _value(line: str) -> Fraction:
    return Fraction(line)


def _reasons(case: str) -> tuple[str, ...]:
    return {
        "minus-bracket": ("the line", "the bracket first", "the opposite of the bracket", "from the left"),
        "run-of-minuses": ("the line", "the first two", "then the next", "and the last"),
        "divide-then-times": ("the line", "the quotient stands first", "then the product", "the difference last"),
        "nested": ("the line", "the inner bracket", "the outer bracket", "the difference"),
        "zero-inside": ("the line", "both brackets", "anything times 0 is 0", "the opposite of the bracket"),
        "minus-times-minus": ("the line", "the product first", "minus a negative is plus", "add"),
    }[case]


def _line(rng: Rng) -> tuple[str, tuple[str, ...], tuple[tuple[str, int | Fraction, str], ...]]:
    """The line in LaTeX, the lines of its solution, and the wrong roads."""
    a, b, c, d = (rng.integer(2, 12) for _ in range(4))
    left = "Operations of one rank are taken from the left."
    match rng.case:
        case "minus-bracket":
            b = a + rng.integer(1, 6)
            return (
                f"-({a} - {b}) - {c}",
                (f"-({a} - {b}) - {c}", f"-({a - b}) - {c}", f"{b - a} - {c}", str(b - a - c)),
                (
                    ("half-turned", -a - b - c, "The minus before the bracket turns every sign in it, the second too."),
                    (
                        "not-turned",
                        a - b - c,
                        "There is a minus before the bracket: take the opposite of what is in it.",
                    ),
                    ("turned-on", b - a + c, "The minus before the bracket ends with the bracket."),
                ),
            )
        case "run-of-minuses":
            a += 6
            return (
                f"{a} - {b} - {c} + {d}",
                (f"{a} - {b} - {c} + {d}", f"{a - b} - {c} + {d}", f"{a - b - c} + {d}", str(a - b - c + d)),
                (
                    ("plus-first", a - b - (c + d), f"{left} Plus does not come before minus."),
                    ("from-the-right", a - (b - (c + d)), f"You began at the right. {left}"),
                    ("middle-first", a - (b - c) + d, f"You began in the middle. {left}"),
                ),
            )
        case "divide-then-times":
            b, c = rng.integer(2, 4), rng.integer(2, 4)
            q = rng.integer(1, 4) * c
            top = q * b
            return (
                rf"{a} - {top} \div {b} \cdot {c}",
                (f"{a} - {top} / {b} * {c}", f"{a} - {q} * {c}", f"{a} - {q * c}", str(a - q * c)),
                (
                    (
                        "times-first",
                        a - Fraction(top, b * c),
                        f"You multiplied before you divided. {left}",
                    ),
                    ("all-from-left", Fraction(a - top, b) * c, "Times and divided by come before minus."),
                    ("minus-before-times", (a - q) * c, "The product comes before the difference."),
                ),
            )
        case "nested":
            c = d + rng.integer(1, 6)
            return (
                f"{a} - ({b} - ({c} - {d}))",
                (
                    f"{a} - ({b} - ({c} - {d}))",
                    f"{a} - ({b} - {c - d})",
                    f"{a} - ({b - c + d})",
                    str(a - b + c - d),
                ),
                (
                    ("no-brackets", a - b - c - d, "You left the brackets out. Start with the innermost."),
                    ("outer-ignored", a - b - (c - d), "The first minus stands before the whole outer bracket."),
                    (
                        "all-turned",
                        a - b + c + d,
                        "The last sign is turned twice: by the inner minus and by the outer.",
                    ),
                ),
            )
        case "zero-inside":
            return (
                rf"{a} \cdot ({b} - {b}) - ({c} - {c + d})",
                (
                    f"{a} * ({b} - {b}) - ({c} - {c + d})",
                    f"{a} * 0 - ({-d})",
                    f"0 - ({-d})",
                    str(d),
                ),
                (
                    ("times-zero-keeps", a + d, "Anything times 0 is 0; what is added to 0 stays."),
                    ("lost-turn", -d, "Subtracting a negative number adds."),
                    ("half-turned", -c - (c + d), "The minus before the second bracket turns both signs in it."),
                ),
            )
    return (
        rf"{a} - {b} \cdot (-{c})",
        (f"{a} - {b} * (-{c})", f"{a} - ({-b * c})", f"{a} + {b * c}", str(a + b * c)),
        (
            ("sign-lost", a - b * c, "Two minus signs meet here: subtracting a negative number adds."),
            ("minus-first", (a - b) * -c, "The product comes before the difference."),
            ("no-product", a - b - c, "The bracket is a factor; nothing is subtracted there."),
        ),
    )


@exercise(
    "fractions",
    kind="procedure",
    tests=(2,),
    difficulty=0.35,
    seconds=50,
    cases=("same-bottoms", "multiple", "coprime", "negative", "result-zero", "division"),
)
def fractions(rng: Rng) -> Problem:
    """Two fractions added, subtracted or divided; the result in lowest terms."""
    a, b, c, d = _two(rng)
    if rng.case == "division":
        return _divided(a, b, c, d)
    minus = rng.case in ("negative", "result-zero")
    first, second = Fraction(a, b), Fraction(-c if minus else c, d)
    right, sign = first + second, "-" if minus else "+"
    common = b * d // _gcd(b, d)
    tops = (a * (common // b), c * (common // d))
    top = tops[0] - tops[1] if minus else tops[0] + tops[1]
    roads = [
        (
            "not-widened",
            Fraction(a - c if minus else a + c, common),
            "The bottoms are equal now, but each top has to be multiplied along with its bottom.",
        ),
        ("lost-sign", first - second, "Look at the sign between the two."),
    ]
    if not (minus and b == d):
        below = b - d if minus else b + d
        roads.insert(
            0,
            (
                "tops-and-bottoms",
                Fraction(a - c if minus else a + c, below),
                "The pieces are equally large already, so only the tops are counted. The bottom says how large one piece is."
                if b == d
                else "Pieces of different sizes cannot be counted together, and bottoms are no counts. Cut both into equal pieces first.",
            ),
        )
    return Problem(
        ask=rf"Work out $\frac{{{a}}}{{{b}}} {sign} \frac{{{c}}}{{{d}}}$, in lowest terms.",
        answer=Number(right, forms=("evaluated", "lowest-terms")),
        oracle=lambda: Number(f"{a}/{b} {sign} {c}/{d}"),
        mistakes=_wrong(right, roads),
        hints=("Which pieces can both be cut into?", f"Both bottoms divide {common}. Multiply each top along."),
        solution=_without_repeats(
            (
                Step(f"{a}/{b} {sign} {c}/{d}", because="what is asked"),
                Step(f"{tops[0]}/{common} {sign} {tops[1]}/{common}", because="equal pieces"),
                Step(f"{top}/{common}", because="count them"),
                Step(typed(right), because="lowest terms"),
            )
        ),
    )


def _without_repeats(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The lines, without those that say again what the line before says."""
    return tuple(step for at, step in enumerate(steps) if at == 0 or step.line != steps[at - 1].line)


def _gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


def _two(rng: Rng) -> tuple[int, int, int, int]:
    """Tops and bottoms of two fractions in lowest terms, as the case wants them."""

    def proper(bottom: int) -> int:
        return rng.choice([top for top in range(1, bottom) if _gcd(top, bottom) == 1])

    match rng.case:
        case "same-bottoms":
            b = rng.choice((6, 8, 9, 10, 12))
            return proper(b), b, proper(b), b
        case "multiple":
            b, k = rng.integer(2, 5), rng.integer(2, 4)
            return proper(b), b, proper(b * k), b * k
        case "result-zero":
            b, k = rng.integer(3, 9), rng.integer(2, 6)
            a = proper(b)
            return a, b, a * k, b * k
        case "negative":
            b, d = rng.choice(((3, 2), (4, 3), (5, 2), (5, 3), (5, 4), (7, 2), (8, 3), (7, 3)))
            return rng.choice([top for top in range(1, b) if Fraction(top, b) < Fraction(d - 1, d)]), b, d - 1, d
    b, d = rng.until(lambda: (rng.integer(2, 9), rng.integer(2, 9)), lambda pair: _gcd(*pair) == 1)
    return proper(b), b, proper(d), d


def _divided(a: int, b: int, c: int, d: int) -> Problem:
    right = Fraction(a * d, b * c)
    return Problem(
        ask=rf"Work out $\frac{{{a}}}{{{b}}} \div \frac{{{c}}}{{{d}}}$, in lowest terms.",
        answer=Number(right, forms=("evaluated", "lowest-terms")),
        oracle=lambda: Number(f"({a}/{b}) / ({c}/{d})"),
        mistakes=_wrong(
            right,
            (
                (
                    "multiplied",
                    Fraction(a * c, b * d),
                    "You multiplied the two. Dividing by a fraction turns that one over first.",
                ),
                (
                    "wrong-one-turned",
                    Fraction(b * c, a * d),
                    "You turned the wrong one over: it is the one you divide by.",
                ),
            ),
        ),
        hints=(
            "Dividing by a number is multiplying by what undoes it.",
            rf"What number times $\frac{{{c}}}{{{d}}}$ makes 1?",
        ),
        solution=_without_repeats(
            (
                Step(f"({a}/{b}) / ({c}/{d})", because="what is asked"),
                Step(f"({a}/{b}) * ({d}/{c})", because="turn the second over"),
                Step(f"{a * d}/{b * c}", because="top times top, bottom times bottom"),
                Step(typed(right), because="lowest terms"),
            )
        ),
    )


@exercise(
    "line-up",
    kind="procedure",
    tests=(2,),
    difficulty=0.35,
    seconds=45,
    cases=("two-negatives", "decimals", "mixed", "near-one"),
)
def line_up(rng: Rng) -> Problem:
    """Four numbers from left to right on the line; the wrong roads are wrong ways of comparing."""
    items, roads, hint = rng.until(lambda: _four(rng), lambda drawn: len({value for _, value in drawn[0]}) == 4)
    keys = {f"n{at}": item for at, item in enumerate(sorted(items, key=lambda item: item[1]))}
    right = tuple(keys)
    mistakes, seen = [], {right}
    for name, by, reply in roads:
        order = tuple(sorted(keys, key=lambda key: by(keys[key])))
        if order not in seen:
            mistakes.append(Mistake(name, Ordering.put(*order), reply))
            seen.add(order)
    shown = {key: f"${text}$" for key, (text, _) in keys.items()}
    return Problem(
        ask="Put these in the order in which they stand on the number line, from left to right: "
        + ", ".join(f"${text}$" for text, _ in items)
        + ".",
        answer=Ordering(shown),
        oracle=lambda: Ordering({key: shown[key] for key in sorted(keys, key=lambda key: float(keys[key][1]))}),
        mistakes=tuple(mistakes),
        hints=("Which of them are left of 0?", hint),
        solution=(Step("", because=_shown_alike(rng.case, list(keys.values()))),),
    )


Item = tuple[str, Fraction]
Road = tuple[str, Callable[[Item], tuple[Fraction, ...]], str]


def _shown_alike(case: str, items: list[Item]) -> str:
    """The numbers from left to right, written so that they can be compared at a glance."""
    if case == "near-one":
        return "what each lacks of 1, from the most to the least: " + ", ".join(f"${tex(1 - x)}$" for _, x in items)
    alike = ", ".join(f"${float(x):.3f}$" for _, x in items)
    return f"as decimals{'' if case == 'decimals' else ', to three places'}: {alike}"


def _four(rng: Rng) -> tuple[list[Item], tuple[Road, ...], str]:
    """Four numbers as shown, wrong ways to compare them, and a hint."""

    def over(top: int, bottom: int) -> Item:
        value = Fraction(top, bottom)
        return rf"{'-' if top < 0 else ''}\frac{{{abs(top)}}}{{{bottom}}}", value

    def decimal(digits: str) -> Item:
        return f"0.{digits}", Fraction(f"0.{digits}")

    tail: tuple[Road, ...]
    match rng.case:
        case "two-negatives":
            n = rng.integer(2, 6)
            m, k = rng.sample(range(2, 9), 2)
            items = [
                over(-n, n + 1),
                over(-n - 1, n + 2),
                over(1, m),
                over(m - 1 if m > 2 else 3, m if m > 2 else k + 4),
            ]
            tail = (
                (
                    "by-size",
                    lambda item: (Fraction(item[1] > 0), abs(item[1])),
                    "Left of 0 it is the other way round: the one farther from 0 is smaller.",
                ),
                ("signs-lost", lambda item: (abs(item[1]),), "Negative numbers stand left of 0, whatever their size."),
            )
            return rng.shuffle(items), tail, "Of two negative numbers the one farther from 0 stands farther left."
        case "decimals":
            x = rng.integer(1, 8)
            y = rng.integer(1, 9)
            items = [decimal(f"{x}"), decimal(f"{x}{y}"), decimal(f"{x}0{y}"), decimal(f"{x + 1}")]
            tail = (
                (
                    "longer-is-larger",
                    lambda item: (Fraction(int(item[0][2:])),),
                    "Digits behind the point are tenths, hundredths, thousandths: fill up with zeros before you compare.",
                ),
                (
                    "longer-is-smaller",
                    lambda item: (Fraction(-len(item[0])), item[1]),
                    "More digits do not make a number smaller: fill up with zeros and compare.",
                ),
            )
            return rng.shuffle(items), tail, "Write all of them with three digits behind the point."
        case "mixed":
            b = rng.choice((7, 11, 13))
            a = rng.integer(2, b - 3)
            near = int(Fraction(10 * a, b))
            items = [over(a, b), decimal(f"{near}5"), decimal(f"{near}"), over(a + 1, b)]
            tail = (
                (
                    "read-as-decimal",
                    lambda item: (
                        (Fraction(item[1].numerator, 10) + Fraction(item[1].denominator, 100),)
                        if item[0].startswith("\\")
                        else (item[1],)
                    ),
                    "The line in a fraction is a division, no decimal point.",
                ),
                (
                    "fractions-first",
                    lambda item: (Fraction(item[0].startswith("0")), item[1]),
                    "A fraction and a decimal are numbers on one line. Write them alike, then compare.",
                ),
            )
            return rng.shuffle(items), tail, "Divide: what are the fractions as decimals, to three places?"
    bottoms = sorted(rng.sample(range(3, 13), 4))
    items = [over(n - 1, n) for n in bottoms]
    tail = (
        (
            "bottoms-turned",
            lambda item: (-item[1],),
            "Each lacks one piece of being 1. A larger bottom means a smaller piece is lacking.",
        ),
        (
            "half-first",
            lambda item: (Fraction(item[1].denominator % 2), item[1]),
            "How much does each lack of being 1? Compare that.",
        ),
    )
    return rng.shuffle(items), tail, "How far is each of them from 1?"


@exercise(
    "between",
    kind="construct",
    tests=(2,),
    difficulty=0.45,
    seconds=50,
    cases=("neighbours", "negative", "from-zero", "near-one"),
)
def between(rng: Rng) -> Problem:
    """Any number strictly between two close ones."""
    low, high = _ends(rng)
    example = (low + high) / 2
    mediant = Fraction(low.numerator + high.numerator, low.denominator + high.denominator)
    half = (high - low) / 2
    outside = low - Fraction(1, 2)
    return Problem(
        ask=f"Give a number strictly between ${tex(low)}$ and ${tex(high)}$. Many are right.",
        answer=Property(Number, lambda x: low < x < high, example=Number(example)),
        oracle=lambda: Property(Number, lambda x: x - low > 0 and high - x > 0, example=Number(mediant)),
        consequence=lambda x: (
            f"Yours stands {'left of both' if x < low else 'right of both' if x > high else 'at an end'}."
        ),
        mistakes=(
            Mistake(
                "an-end",
                Property(Number, lambda x: x in (low, high), example=Number(low)),
                "That is an end itself. Strictly between means neither of the two.",
            ),
            Mistake(
                "half-of-the-gap",
                Property(Number, lambda x: x == half and not low < x < high, example=Number(half)),
                "That is half of the gap between the two. Where does half a gap lead, starting from the left end?",
            )
            if not low < half < high
            else Mistake(
                "left-of-both", Property(Number, lambda x: x < low, example=Number(outside)), "That is left of both."
            ),
        ),
        hints=(
            "Cut both into equal pieces.",
            "Is there no whole count between the two tops? Then cut every piece in two.",
        ),
        solution=(
            Step(f"({typed(low)} + {typed(high)})/2", because="halfway is always between; one of many"),
            Step(typed(example), because="add and halve"),
        ),
    )


def _ends(rng: Rng) -> tuple[Fraction, Fraction]:
    n, m = rng.integer(3, 12), rng.integer(2, 9)
    match rng.case:
        case "from-zero":
            return Fraction(0), Fraction(1, n + m)
        case "near-one":
            return Fraction(n, n + 1), Fraction(n + 1, n + 2)
        case "negative":
            return Fraction(-1, m), Fraction(-1, m + 1)
    b = n + 2
    a = rng.until(lambda: rng.integer(1, b - 2), lambda top: 2 * top != b)
    return tuple(sorted((Fraction(a, b), Fraction(a + 1, b + 2))))  # type: ignore[return-value]


@exercise(
    "share",
    kind="procedure",
    tests=(3,),
    difficulty=0.4,
    seconds=45,
    cases=("part-of-whole", "over-100", "whole-from-part", "up-then-down", "way-back"),
)
def share(rng: Rng) -> Problem:
    """A ratio as a percentage, a whole from its part, and changes one after the other."""
    p = rng.choice((5, 10, 15, 20, 25, 30, 40, 45, 60, 75, 80))
    whole = rng.integer(2, 15) * 20
    part = Fraction(p * whole, 100)
    match rng.case:
        case "part-of-whole":
            return _percent(
                f"{tex(part)} of {whole} seats are taken. What percentage is that?",
                (f"{typed(part)}/{whole} * 100", typed(p)),
                ("part over whole, in hundredths", "calculate"),
                (
                    (
                        "part-to-rest",
                        part / (whole - part) * 100,
                        "You compared the taken seats with the free ones. The whole is all seats.",
                    ),
                    (
                        "turned-over",
                        whole / part * 100,
                        "Part over whole, not whole over part: the result must stay below 100.",
                    ),
                ),
            )
        case "over-100":
            grown = whole + part
            return _percent(
                f"A shop sold {whole} loaves last week and {tex(grown)} this week. What percentage of last week's sales is that?",
                (f"{typed(grown)}/{whole} * 100", typed(100 + p)),
                ("this week over last week, in hundredths", "calculate"),
                (
                    (
                        "the-rise",
                        p,
                        "That is by how much it rose. The question is how much it is, compared with last week.",
                    ),
                    ("turned-over", whole / grown * 100, "Last week is the whole, so it stands below the line."),
                ),
            )
        case "whole-from-part":
            return _percent(
                f"{tex(part)} euros are {p} % of the price. What is the price, in euros?",
                (f"{typed(part)} / ({p}/100)", typed(whole)),
                (f"price times $\\frac{{{p}}}{{100}}$ is the part, so the part is divided by it", "calculate"),
                (
                    (
                        "took-the-share",
                        part * p / 100,
                        "That is a share of the part. The part itself is a share of the price, so the price is larger.",
                    ),
                    (
                        "added-the-share",
                        part * (100 + p) / 100,
                        "You added that share of the part. It is a share of the price, which you do not know yet.",
                    ),
                ),
            )
        case "up-then-down":
            return _percent(
                f"A rent of {whole} euros rises by {p} %, then falls by {p} % of what it is then. What is it now, in euros?",
                (f"{whole} * (1 + {p}/100) * (1 - {p}/100)", typed(whole * (1 - Fraction(p, 100) ** 2))),
                ("a factor for each change, since the second one has a new whole", "calculate"),
                (
                    ("cancels", whole, "The two shares have different wholes: the fall is taken from the higher rent."),
                    ("up-only", whole + part, "That is the rent before it falls."),
                ),
            )
    q = rng.choice((20, 50, 60, 75, 80))
    low = Fraction(whole * (100 - q), 100)
    return _percent(
        f"The price of a bike falls from {whole} euros to {tex(low)} euros. By how many percent must it rise now to be back?",
        (f"({whole} - {typed(low)})/{typed(low)} * 100", typed(Fraction(100 * q, 100 - q))),
        ("the rise over the whole that it starts from, in hundredths", "calculate"),
        (
            ("same-percent", q, "That is the fall. The rise starts from a smaller whole."),
            ("new-over-old", Fraction(100 - q), "That is how much is left. By what part of *it* must it grow?"),
            (
                "old-over-new",
                Fraction(10000, 100 - q),
                "That compares the old price with the new one. How much of it is the rise alone?",
            ),
        ),
    )


def _percent(
    ask: str, lines: tuple[str, str], reasons: tuple[str, str], roads: Iterable[tuple[str, Fraction | int, str]]
) -> Problem:
    right = Fraction(lines[1])
    if "percent" in ask:
        ask += " (For 35 % write 35.)"
        roads = (*roads, ("as-a-share", right / 100, "As a share of 1 that is right. Give what stands before the %."))
    return Problem(
        ask=ask,
        answer=Number(right),
        oracle=lambda: Number(lines[0]),
        mistakes=_wrong(right, roads),
        hints=(
            "What is the whole here?",
            "Percent means hundredths of that whole. Which number stands below the line?",
        ),
        solution=tuple(Step(line, because=reason) for line, reason in zip(lines, reasons, strict=True)),
    )


SOME = (Fraction(-2), Fraction(-1, 2), Fraction(0), Fraction(1, 3), Fraction(1), Fraction(5, 2), Fraction(4))
CLAIMS = (
    Claim(
        "$a - (b + c) = a - b - c$",
        "always",
        "The minus turns every sign in the bracket.",
        lambda a, b, c: a - (b + c) == a - b - c,
    ),
    Claim(
        "$a - (b - c) = a - b - c$", "sometimes", "Try $c = 0$, then $c = 1$.", lambda a, b, c: a - (b - c) == a - b - c
    ),
    Claim("$-(a - b) = b - a$", "always", "Turn both signs in the bracket.", lambda a, b, c: -(a - b) == b - a),
    Claim("$-a$ is negative", "sometimes", "Try $a = 3$, then $a = -3$.", lambda a, b, c: -a < 0),
    Claim(
        r"$\frac{a + b}{c} = \frac{a}{c} + \frac{b}{c}$, where $c \neq 0$",
        "always",
        "Both are counts of pieces of the same size.",
        lambda a, b, c: (a + b) / c == a / c + b / c if c else None,
    ),
    Claim(
        r"$\frac{c}{a + b} = \frac{c}{a} + \frac{c}{b}$, where all are positive",
        "never",
        "Already the first part on the right is more than the left side.",
        lambda a, b, c: c / (a + b) == c / a + c / b if min(a, b, c) > 0 else None,
    ),
    Claim(
        r"$a \cdot b$ is more than $a$, where both are positive",
        "sometimes",
        r"Try $b = 2$, then $b = \frac12$.",
        lambda a, b, c: a * b > a if min(a, b) > 0 else None,
    ),
    Claim(
        "$a$ divided by $b$ is less than $a$, where $a > 0$ and $b$ lies between 0 and 1",
        "never",
        r"How often does $\frac12$ go into 3?",
        lambda a, b, c: a / b < a if a > 0 and 0 < b < 1 else None,
    ),
    Claim(
        "$a$ divided by 0 is some number, where $a$ is not 0",
        "never",
        "What would that number times 0 have to be?",
        lambda a, b, c: any(a == x * 0 for x in (a, b, c)) if a else None,
    ),
    Claim(
        r"$\frac{1}{a} < \frac{1}{b}$, where $0 < a < b$",
        "never",
        r"Try $a = 2$, $b = 3$: which piece is larger?",
        lambda a, b, c: 1 / a < 1 / b if 0 < a < b else None,
    ),
    Claim(
        "$a$ percent of $b$ is as much as $b$ percent of $a$",
        "always",
        r"Both are $\frac{a \cdot b}{100}$.",
        lambda a, b, c: a / 100 * b == b / 100 * a,
    ),
    Claim(
        "A price that rises by $a$ percent and then falls by $a$ percent is back where it was, where $a > 0$",
        "never",
        "The fall is taken from the higher price.",
        lambda a, b, c: (1 + a / 100) * (1 - a / 100) == 1 if a > 0 else None,
    ),
    Claim(
        "A gap that is halved again and again is 0 after some step, where it is not 0 at first",
        "never",
        "Half of something that is not 0 is not 0.",
        lambda a, b, c: any(a / 2**n == 0 for n in range(50)) if a else None,
    ),
    Claim(
        r"$a \div b \div c = a \div (b \cdot c)$, where $b$ and $c$ are not 0",
        "always",
        "From the left: first into $b$ parts, then each into $c$.",
        lambda a, b, c: a / b / c == a / (b * c) if b and c else None,
    ),
    Claim("$a - b$ is less than $a$", "sometimes", "Try $b = 1$, then $b = -1$.", lambda a, b, c: a - b < a),
)


@exercise("claims", kind="concept", tests=(1, 2, 3), difficulty=0.45, seconds=45, cases=CASES)
def claims(rng: Rng) -> Problem:
    """A claim about all numbers: true for all of them, for some, for none."""
    return claimed(
        rng,
        CLAIMS,
        list(product(SOME, repeat=3)),
        ask="The letters stand for real numbers. Is this true always, sometimes or never? {claim}.",
        hints=("Try 0, 1, a half, and a negative number.", "If all that you try agree, look for the reason."),
    )


SOURCE = """def {name}(weight, before, after):
    if after == 1:
        raise ValueError("there is no dry part left")
    dry = weight * (1 - before)
    return dry / (1 - after)
"""
SUBTRACTS = """def {name}(weight, before, after):
    if after == 1:
        raise ValueError("there is no dry part left")
    return weight * (1 - (before - after))
"""
SCALES = """def {name}(weight, before, after):
    if after == 1:
        raise ValueError("there is no dry part left")
    return weight * after / before if before else weight
"""


@exercise("dried", kind="code", tests=(3,), difficulty=0.5, seconds=150, cases=("fruit", "wood", "clay", "unchanged"))
def dried(rng: Rng) -> Problem:
    """What something weighs once its share of water has changed."""
    name = rng.choice(("dried", "weight_after", "lighter", "after_drying"))
    thing = {"fruit": "Fruit", "wood": "Wood", "clay": "Clay"}.get(rng.case, rng.choice(("Hay", "Soap", "Paper")))
    before, after = rng.choice(((0.75, 0.5), (0.9, 0.75), (0.5, 0.25), (0.875, 0.5)))
    after = before if rng.case == "unchanged" else after
    weight = rng.integer(2, 20) * 4

    def reference(w: float, b: float, a: float) -> float:
        if a == 1:
            raise ValueError("all water")
        share = Fraction(str(1 - b)).limit_denominator(10**9) / Fraction(str(1 - a)).limit_denominator(10**9)
        return float(Fraction(w) * share)

    inputs = (
        (weight, before, after),
        (60, 0.95, 0.9),
        (10, 0.5, 0.5),
        (8, 0, 0.5),
        (5, 0.25, 0),
        (12, 0.75, 0.875),
        (3, 0.5, 1),
    )
    return Problem(
        ask=f"{thing} dries (or gets wet). Write `{name}(weight, before, after)`: what it weighs when the share of water has gone from `before` to `after`, both "
        f"between 0 and 1, and nothing but water has come or gone. `{name}({weight}, {before}, {after})` is `{reference(weight, before, after):g}`. "
        "`before` is below 1. Where `after` is 1, raise `ValueError`.",
        answer=Code(
            name,
            SOURCE.format(name=name),
            reference=reference,
            inputs=inputs,
            starter=f"def {name}(weight, before, after):\n    ",
        ),
        mistakes=(
            Mistake(
                "shares-subtracted",
                Code(name, SUBTRACTS.format(name=name), reference=_guarded(lambda w, b, a: w * (1 - (b - a)))),
                "You took the difference of the shares from the weight. The two shares have different wholes: what stays the same?",
            ),
            Mistake(
                "shares-divided",
                Code(name, SCALES.format(name=name), reference=_guarded(lambda w, b, a: w * a / b if b else w)),
                "You scaled the whole by the shares of water. Water is what changes; follow the part that stays.",
            ),
        ),
        hints=("How heavy is the part that is not water?", "That part stays. What share of the new whole is it?"),
        solution=(
            Step("", because="the part that is no water weighs `weight * (1 - before)`, and it stays"),
            Step("", because="it is the share `1 - after` of the new weight, so divide by that; where it is 0, raise"),
        ),
    )


def _guarded(formula: Callable[[float, float, float], float]) -> Callable[[float, float, float], float]:
    def guarded(weight: float, before: float, after: float) -> float:
        if after == 1:
            raise ValueError("all water")
        return formula(weight, before, after)

    return guarded


TOOLS = {
    "relative": "compare the change with what there was before: a part over its whole",
    "rounds": "use the same factor again for each round",
    "points": "subtract one percentage from the other",
}


@exercise(
    "letters",
    kind="transfer",
    tests=(3,),
    difficulty=0.6,
    seconds=80,
    cases=("halved", "fell", "rounds-down", "grew", "all-gone", "rounds-up"),
)
def letters(rng: Rng) -> Problem:
    """By how much slips change when the share of successes does; or what rounds of equal percentages do."""
    if rng.case.startswith("rounds"):
        return _rounds(rng)
    slips = Fraction(rng.choice((2, 3, 4, 5, 6, 8, 10, 12)))
    new: Fraction = {
        "halved": slips / 2,
        "fell": slips / rng.choice((4, 5)),
        "grew": slips * rng.choice((Fraction(3, 2), Fraction(2), Fraction(5, 4))),
    }.get(rng.case, Fraction(0))
    thing = rng.choice(("spam filter", "face detector", "speech model", "translation service", "fraud alarm"))
    good, better = 100 - slips, 100 - new
    right = (new - slips) / slips * 100
    return Problem(
        ask=f"A {thing} was right in {float(good):g} % of all cases, its successor is right in {float(better):g} %. By how many percent has the count of slips "
        "changed, on equally many cases? Write a fall with a minus (and 35 for 35 %).",
        answer=WithTool(TOOLS, "relative", Number(right)),
        oracle=lambda: WithTool(
            TOOLS, "relative", Number(Fraction(int(8000 * new) - int(8000 * slips), int(8000 * slips)) * 100)
        ),
        mistakes=(
            Mistake(
                "successes",
                Used("relative", Number((better - good) / good * 100)),
                "You compared the right ones. The question is about the slips.",
            ),
            Mistake("sign", Used("relative", Number(-right)), "Did the slips become more or fewer? Look at the sign."),
            *(
                [
                    Mistake(
                        "what-is-left",
                        Used("relative", Number(new / slips * 100)),
                        "That is how many there are now, compared with before. By how much did they change?",
                    )
                ]
                if new / slips * 100 != -right
                else []
            ),
            Mistake(
                "points", Used("points"), "That counts cases out of a hundred. The question compares slips with slips."
            ),
            Mistake(
                "again-and-again", Used("rounds"), "There is only one change here, from the old one to the new one."
            ),
        ),
        hints=(
            "Of 10000 cases, how many went wrong before, and how many now?",
            "The change is compared with what there was before.",
        ),
        solution=(
            Step("", because=f"of 100 cases {float(slips):g} went wrong before, {float(new):g} now"),
            Step(
                f"({typed(new)} - {typed(slips)})/{typed(slips)} * 100",
                because="the change over the old amount, in hundredths",
            ),
            Step(typed(right), because="calculate"),
        ),
    )


def _rounds(rng: Rng) -> Problem:
    p, n = rng.choice((10, 20, 30, 40, 50)), rng.integer(2, 3)
    down = rng.case == "rounds-down"
    factor = 1 + Fraction(-p if down else p, 100)
    factors = " * ".join([typed(factor)] * n)
    left = factor**n * 100
    right = left if down else left - 100
    story = (
        rng.choice(
            (
                "A queue loses {p} % of its letters each hour. What percentage of the letters is left after {n} hours?",
                "Every minute a drink loses {p} % of its bubbles. What percentage of them is left after {n} minutes?",
            )
            if down
            else (
                "Each week the traffic of a site grows by {p} % of what it was. By how many percent does it grow in {n} weeks?",
                "A flat's rent goes up by {p} % each year. By how many percent does it go up in {n} years?",
            )
        ).format(p=p, n=n)
        + " (For 35 % write 35.)"
    )
    straight = 100 - n * p if down else n * p
    return Problem(
        ask=story,
        answer=WithTool(TOOLS, "rounds", Number(right)),
        oracle=lambda: WithTool(TOOLS, "rounds", Number(_looped(p, n, down))),
        mistakes=(
            Mistake(
                "straight",
                Used("rounds", Number(straight)),
                "Each round has a new whole: the second is not taken from what there was at first.",
            ),
            Mistake(
                "other-side",
                Used("rounds", Number(100 - left if down else left)),
                "Look again at what is asked: what is left, or what has been added?",
            ),
            Mistake(
                "one-change",
                Used("relative"),
                "There are several rounds, and each begins with what the one before has left.",
            ),
            Mistake(
                "points",
                Used("points"),
                "The rounds have different wholes, so their percentages cannot be added or subtracted.",
            ),
        ),
        hints=("Begin with 100. What is there after the first round?", "The second round takes its share of that."),
        solution=(
            Step("", because=f"each round multiplies what is there by ${tex(factor)}$"),
            Step(
                f"100 * {factors}" + ("" if down else " - 100"),
                because="begin with 100, one factor a round" + ("" if down else ", and take away the start"),
            ),
            Step(typed(right), because="calculate"),
        ),
    )


def _looped(p: int, n: int, down: bool) -> Fraction:
    there = Fraction(100)
    for _ in range(n):
        there += (-there if down else there) * p / 100
    return there if down else there - 100


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


@exercise("recall-first", kind="recall", keep=(1,), difficulty=0.2, seconds=20)
def recall_first(rng: Rng) -> Problem:
    """A run of one rank, or a minus before a bracket."""
    a, b, c = rng.integer(6, 19), rng.integer(2, 9), rng.integer(2, 9)
    variants: tuple[tuple[str, str, int, tuple[tuple[str, Fraction | int, str], ...]], ...] = (
        (
            f"{a} - {b} - {c}",
            f"{a} - {b} - {c}",
            a - b - c,
            (("bracketed", a - (b - c), "Go from the left."), ("plus", a - b + c, "Both are taken away.")),
        ),
        (
            f"{a} - ({b} - {c})",
            f"{a} - ({b} - {c})",
            a - b + c,
            (
                ("half-turned", a - b - c, "The minus turns both signs in the bracket."),
                ("added", a + b - c, "The bracket is taken away."),
            ),
        ),
        (
            rf"{a * b * c} \div {b} \div {c}",
            f"{a * b * c} / {b} / {c}",
            a,
            (
                ("bracketed", Fraction(a * b * c * c, b), "Go from the left."),
                ("once", a * c, "There is a second division."),
            ),
        ),
        (
            rf"{a} - {b} + {c}",
            f"{a} - {b} + {c}",
            a - b + c,
            (
                ("plus-first", a - b - c, "Plus and minus have the same rank: from the left."),
                ("lost", a + b + c, "One of the two is taken away."),
            ),
        ),
    )
    shown, line, right, roads = rng.choice(variants)
    return Problem(
        ask=f"In your head: ${shown}$",
        answer=Number(right, forms=("evaluated",)),
        oracle=lambda: Number(line),
        mistakes=_wrong(Fraction(right), roads),
        hints=("From left to right; a minus turns every sign in its bracket.",),
        solution=(Step(line, because="from left to right, brackets first"), Step(str(right), because="calculate")),
    )


@exercise("recall-pieces", kind="recall", keep=(2,), difficulty=0.25, seconds=25)
def recall_pieces(rng: Rng) -> Problem:
    """When, how and why fractions add."""
    b, d = rng.sample((2, 3, 5, 7), 2)
    first, second = rf"$\frac1{{{b}}}$", rf"$\frac1{{{d}}}$"
    cards = (
        Card(
            f"Into which pieces can {first} and {second} both be cut?",
            rf"pieces of $\frac1{{{b * d}}}$",
            (
                (rf"pieces of $\frac1{{{b + d}}}$", "Do those pieces fill both exactly?"),
                (rf"pieces of $\frac1{{{abs(b - d)}}}$", "Those are too large."),
            ),
            f"{b} and {d} both divide {b * d}",
        ),
        Card(
            f"Why is {first} + {second} not $\\frac2{{{b + d}}}$?",
            "because the pieces differ in size, so they cannot be counted together",
            (
                ("because tops may never be added", "They may, once the bottoms agree."),
                ("because fractions cannot be added", "They can."),
            ),
            "equal pieces first, then counts add",
        ),
        Card(
            rf"What is $\frac{{1}}{{{b}}} + \frac{{1}}{{{d}}}$?",
            rf"$\frac{{{b + d}}}{{{b * d}}}$",
            (
                (rf"$\frac{{2}}{{{b + d}}}$", "Then the sum would be less than one of the two."),
                (rf"$\frac{{2}}{{{b * d}}}$", "The tops have to be multiplied along."),
            ),
            "cut both into equal pieces, then count",
        ),
        Card(
            rf"When may you add the tops of $\frac{{a}}{{{b}}}$ and $\frac{{c}}{{d}}$ as they stand?",
            f"when $d = {b}$",
            (
                ("always", "Try two halves: would they be two quarters?"),
                ("when $a = c$", "Equal tops do not make equal pieces."),
            ),
            "only pieces of the same size are counted together",
        ),
    )
    return _recalled(rng.choice(cards), "Think of a half and a third of a pizza.")


@exercise("recall-whole", kind="recall", keep=(3,), difficulty=0.3, seconds=25)
def recall_whole(rng: Rng) -> Problem:
    """A fixed part, and a share that changes."""
    share_before, k = rng.choice((1, 2, 4, 5)), rng.choice((2, 4, 5))
    weight = rng.integer(2, 9) * 20
    right = Fraction(weight, k)
    thing = rng.choice(("grapes", "herbs", "mushrooms", "compost", "plums"))
    return Problem(
        ask=f"{weight} kg of {thing}: {share_before} % is dry. Water leaves until {share_before * k} % is dry. How many kg is it now?",
        answer=Number(right),
        oracle=lambda: Number(Fraction(weight * share_before, 100) / Fraction(share_before * k, 100)),
        mistakes=_wrong(
            right,
            (
                (
                    "subtracted",
                    Fraction(weight * (100 - share_before * (k - 1)), 100),
                    "Percentages of two different wholes cannot be subtracted. What stays?",
                ),
                ("gone", weight - right, "That is what has gone."),
            ),
        ),
        hints=("How heavy is the dry part? It stays.",),
        solution=(
            Step(
                f"({weight} * {share_before}/100) / ({share_before * k}/100)",
                because="the dry part stays, and is a larger share of a smaller whole",
            ),
            Step(typed(right), because="calculate"),
        ),
    )


@exercise("recall-zero", kind="recall", keep=(4,), difficulty=0.25, seconds=20)
def recall_zero(rng: Rng) -> Problem:
    """What has a value and what has none, and why."""
    a = rng.integer(2, 19)
    cards = (
        Card(
            rf"What is $\frac{{{a}}}{{0}}$?",
            "no number",
            (("0", f"0 times 0 would have to be {a}."), (f"{a}", f"{a} times 0 would have to be {a}.")),
            "no number times 0 gives it",
        ),
        Card(
            rf"What is $\frac{{0}}{{{a}}}$?",
            "0",
            (("no number", f"Which number times {a} is 0?"), (f"{a}", f"{a} times {a} would have to be 0.")),
            "0 may be divided",
        ),
        Card(
            rf"Why has $\frac{{{a}}}{{0}}$ no value?",
            f"no number times 0 gives {a}",
            (
                (f"every number times 0 gives {a}", "What is 5 times 0?"),
                ("it is too large to be written", "It is not large: no number does what it should."),
            ),
            "a quotient is what gives the top when multiplied by the bottom",
        ),
        Card(
            rf"For which $x$ does $\frac{{x}}{{x - {a}}}$ name no number?",
            f"for $x = {a}$",
            (("for $x = 0$", f"Then it is 0 divided by ${-a}$."), ("for none", "When is the bottom 0?")),
            "where the bottom is 0",
        ),
    )
    return _recalled(rng.choice(cards), "A quotient times its bottom gives its top.")
