"""Problems whose answers are nowhere else: numbers of twelve digits and words that nobody uses."""

from agnesi.authoring import Contrast, Given, Guess, Mistake, Open, Pair, Problem, Proof, Rng, Step, exercise
from agnesi.authoring.answers import Choice, Choices, Code, Derivation, Matrix, Number, Ordering, WithTool

heaps = Guess(
    "heaps", "How many numbers come out?", {"two": "Two of them", "one": "Just one"}, believes="two", truth="one"
)
one_or_two = Contrast(
    "one-or-two",
    "Is it a sum?",
    ("a sum", "no sum"),
    (Pair("$1 + 2$", "$1, 2$", "Because-canary one."), Pair("$3 + 4$", "$3; 4$", "Because-canary two.")),
)
swap = Proof(
    "swap",
    "Twice $a + b$ is $2 b + 2 a$.",
    (
        Given("2*(a + b)", because="what we begin with"),
        Open("2*a + 2*b", because="multiply out", hint="Each gets a 2."),
        Open("2*b + 2*a", because="order-canary does not matter", instead=("we want it so",)),
    ),
    symbols={"a": "real", "b": "real"},
)


@exercise("add", kind="procedure", tests=(1,), difficulty=0.2, seconds=30)
def add(rng: Rng) -> Problem:
    """A sum of twelve digits."""
    a, b = rng.integer(10**11, 4 * 10**11), rng.integer(10**11, 4 * 10**11)
    return Problem(
        ask=f"Add ${a}$ and ${b}$.",
        answer=Number(a + b),
        given="$s =$",
        hints=("Digit by digit.", "Carry."),
        mistakes=(Mistake("took-away", Number(a - b), "You took away. Add."),),
        solution=(Step(f"{a} + {b}", because="put together"), Step(str(a + b), because="carry-canary")),
    )


@exercise("pick", kind="concept", tests=(2,), difficulty=0.3, seconds=30)
def pick(rng: Rng) -> Problem:
    """Always, sometimes, never."""
    name = rng.choice(("Ann", "Bo", "Cy"))
    return Problem(
        ask=f"{name} swaps the heaps. Does the sum change?",
        answer=Choice({"key-canary-never": "Never", "key-canary-always": "Always"}, "key-canary-never"),
        hints=("Try 1 and 2.",),
        solution=(Step("", because="3 and 3"),),
    )


@exercise("several", kind="concept", tests=(2,), difficulty=0.3, seconds=30)
def several(rng: Rng) -> Problem:
    """All that fit."""
    return Problem(
        ask=f"Which are sums? {rng.integer(1, 99)}",
        answer=Choices({"a": "$1 + 1$", "b": "$1$", "c": "$2 + 2$"}, ("a", "c")),
        hints=("Look for a plus.",),
        solution=(Step("", because="two have a plus"),),
    )


@exercise("order", kind="concept", tests=(2,), difficulty=0.3, seconds=30)
def order(rng: Rng) -> Problem:
    """Smallest first."""
    return Problem(
        ask=f"Smallest first. {rng.integer(1, 99)}",
        answer=Ordering({"x": "one", "y": "two", "z": "three"}),
        hints=("Count.",),
        solution=(Step("", because="one, two, three"),),
    )


@exercise("grid", kind="procedure", tests=(1,), difficulty=0.3, seconds=30)
def grid(rng: Rng) -> Problem:
    """A matrix."""
    b, c = rng.integer(10**11, 4 * 10**11), rng.integer(10**11, 4 * 10**11)
    a = b + c
    return Problem(
        ask=f"Two by two: ${b} + {c}$ first, then $0$, $0$ and $1$.",
        answer=Matrix(((a, 0), (0, 1))),
        hints=("Entry by entry.",),
        solution=(
            Step(f"[[{b} + {c}, 0], [0, 1]]", because="entry by entry"),
            Step(f"[[{a}, 0], [0, 1]]", because="done"),
        ),
    )


@exercise("derive", kind="derivation", tests=(2,), difficulty=0.5, seconds=90)
def derive(rng: Rng) -> Problem:
    """Multiply out."""
    k = rng.integer(2, 9)
    lines = (f"{k}*x + {k}*y + x", f"{k + 1}*x + {k}*y")
    return Problem(
        ask=f"Start from ${k}(x + y) + x$ and collect.",
        answer=Derivation(f"{k}*(x + y) + x", lines),
        hints=("Multiply out first.",),
        solution=(Step(f"{k}*(x + y) + x", because="begin"), *(Step(line, because="on") for line in lines)),
        symbols={"x": "real", "y": "real"},
    )


@exercise("tool", kind="transfer", tests=(1,), difficulty=0.5, seconds=60)
def tool(rng: Rng) -> Problem:
    """First the tool."""
    a = rng.integer(10**11, 4 * 10**11)
    return Problem(
        ask=f"A shop has ${a}$ and gets $5$ more. How many?",
        answer=WithTool({"sum": "a sum", "difference": "a difference"}, "sum", Number(a + 5)),
        hints=("More.",),
        solution=(Step(f"{a} + 5", because="add"), Step(str(a + 5), because="done")),
    )


@exercise("write", kind="code", tests=(1,), difficulty=0.5, seconds=60)
def write(rng: Rng) -> Problem:
    """A function."""
    return Problem(
        ask=f"Write `add(a, b)`. {rng.integer(1, 99)}",
        answer=Code("add", "def add(a, b):\n    return a + b\n", lambda a, b: a + b, ((1, 2), (3, 4))),
        hints=("A plus.",),
        solution=(Step("", because="return the sum"),),
    )
