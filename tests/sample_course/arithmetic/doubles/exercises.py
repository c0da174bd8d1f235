"""Exercises on doubling, for the tests of the check: sound, and as small as the rules allow."""

from agnesi.authoring import Contrast, Given, Guess, Mistake, Open, Pair, Problem, Proof, Rng, Step, exercise
from agnesi.authoring.answers import Choice, Number, Property

colder = Guess(
    "colder",
    ask="Which one is colder?",
    options={"first": "The first", "second": "The second"},
    believes="first",
    truth="second",
)
grows = Contrast(
    "grows",
    ask="Is the double larger?",
    labels=("larger", "not larger"),
    pairs=(
        Pair("$3$", "$-3$", "$6$ is larger than $3$; $-6$ is smaller than $-3$"),
        Pair("$1$", "$0$", "$2$ is larger than $1$; $0$ is $0$"),
    ),
)
halves = Proof(
    "halves",
    claim="$n + n = 2n$",
    lines=(
        Given("n + n", "a number added to itself"),
        Open("2*n", "two equal terms are twice one of them", hint="How many terms are there?"),
    ),
    symbols={"n": "real"},
)


@exercise("compute", kind="procedure", tests=(1,), difficulty=0.1, seconds=60, cases=("above", "below", "round"))
def compute(rng: Rng) -> Problem:
    n = {"above": rng.integer(3, 400), "below": rng.integer(-400, -3), "round": 10 * rng.integer(2, 90)}[rng.case]
    return Problem(
        ask=f"What is twice ${n}$?",
        answer=Number(2 * n),
        oracle=lambda: Number(sum([n, n])),
        mistakes=(
            Mistake("squared", Number(n * n), "You multiplied it by itself. Add it to itself instead."),
            Mistake("added-two", Number(n + 2), "You added 2. Add the number itself instead."),
        ),
        hints=("Add the number to itself.", "Tens first, then ones."),
        solution=(Step(f"({n}) + ({n})", because="the definition"), Step(f"{2 * n}", because="add")),
    )


@exercise("back", kind="procedure", tests=(1,), difficulty=0.3, seconds=60, cases=("above", "below", "round"))
def back(rng: Rng) -> Problem:
    n = {"above": rng.integer(3, 400), "below": rng.integer(-400, -3), "round": 10 * rng.integer(2, 90)}[rng.case]
    return Problem(
        ask=f"Twice a number is ${2 * n}$. What is the number?",
        answer=Number(n),
        oracle=lambda: Number(next(m for m in range(-900, 901) if m + m == 2 * n)),
        mistakes=(
            Mistake("doubled-again", Number(4 * n), "You doubled once more. Go back instead."),
            Mistake("took-two", Number(2 * n - 2), "You took away 2. Split it into two equal parts instead."),
        ),
        hints=("Split it into two equal parts.", "Tens first, then ones."),
        solution=(Step(f"({2 * n})/2", because="two equal parts"), Step(f"{n}", because="divide")),
    )


@exercise("passes", kind="construct", tests=(2,), difficulty=0.3, seconds=60, cases=("near", "far", "below"))
def passes(rng: Rng) -> Problem:
    bound = {"near": rng.integer(3, 99), "far": rng.integer(300, 900), "below": rng.integer(-99, -3)}[rng.case]
    return Problem(
        ask=f"Give a number whose double is more than ${bound}$, but less than ${bound + 4}$.",
        answer=Property(Number, lambda n: bound < 2 * n < bound + 4, example=Number((bound + 2) // 2)),
        consequence=lambda n: f"Its double is ${2 * n}$.",
        mistakes=(Mistake("the-bound", Number(bound), "That is between the bounds itself; its double is not."),),
        hints=("Split the bound into two equal parts.", "Then go up a little."),
        solution=(Step("", because="half of the bound, and a little more"),),
    )


CLAIMS = (
    ("Twice a whole number is even.", "always"),
    ("Twice a number is larger than the number.", "sometimes"),
    ("Twice a positive number is negative.", "never"),
    ("Twice a number is the number itself.", "sometimes"),
    ("The double of a sum is the sum of the doubles.", "always"),
    ("The double of an odd number is odd.", "never"),
    ("Half of the double is the number.", "always"),
    ("The double of a number has more digits.", "sometimes"),
    ("The double of a negative number is negative.", "always"),
)


@exercise("claims", kind="concept", tests=(1, 2), difficulty=0.4, seconds=60, cases=("always", "sometimes", "never"))
def claims(rng: Rng) -> Problem:
    claim, truth = rng.choice([one for one in CLAIMS if one[1] == rng.case])
    return Problem(
        ask=f"{claim} Always, sometimes or never?",
        answer=Choice({"always": "always", "sometimes": "sometimes", "never": "never"}, truth, ordered=True),
        hints=("Try a number below zero.", "Try zero."),
        solution=(Step("", because=f"it holds {truth}: try a few numbers"),),
    )


@exercise(
    "shop", kind="transfer", tests=(2,), difficulty=0.5, seconds=60, uses={"sums": 0.5}, cases=("one", "many", "big")
)
def shop(rng: Rng) -> Problem:
    price = {"one": rng.integer(3, 60), "many": rng.integer(61, 300), "big": rng.integer(301, 900)}[rng.case]
    return Problem(
        ask=f"Two equal lamps cost {price} each. What is the bill?",
        answer=Number(2 * price),
        oracle=lambda: Number(sum([price] * 2)),
        mistakes=(Mistake("one-lamp", Number(price), "That pays for one lamp.", blames="sums"),),
        hints=("How many lamps are paid for?", "Both cost the same."),
        solution=(Step(f"{price} + {price}", because="two lamps"), Step(f"{2 * price}", because="add")),
    )


@exercise("remember", kind="recall", keep=(1, 2, 3), difficulty=0.2, seconds=20)
def remember(rng: Rng) -> Problem:
    n = rng.integer(-30, 30)
    right = "grows" if n > 0 else "stays" if n == 0 else "shrinks"
    return Problem(
        ask=f"When ${n}$ is doubled, it",
        answer=Choice({"grows": "grows", "stays": "stays", "shrinks": "gets smaller"}, right, ordered=True),
        hints=(),
        solution=(Step("", because="above zero it grows, below it gets smaller"),),
    )
