"""Whatever is typed into whatever box, there is a verdict, and the same one each time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from exercise.samples import told
from exercise.test_answers import RIGHT

PIECES = [
    "1",
    "2",
    "-",
    "/",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    "x",
    "y",
    "C",
    "sqrt(",
    "^",
    "=",
    "<",
    "<=",
    "inf",
    "none",
    "0",
    "1/0",
    "e",
    "pi",
    "i",
    "ln(",
    "|",
    "·",
    "*",
    ":",
    "'",
    "T",
    "union",
    "and",
    "or",
    "+-",
    "%",
    "0.5",
    "span",
    "[[1,2],[3,4]]",
    "(1,2)",
    "x^x",
    "\\frac{1}{2}",
    "sum_(i=1)^3",
]
VERDICTS = {"right", "wrong", "form", "undecided", "unreadable"}


@given(st.sampled_from(RIGHT), st.lists(st.sampled_from([*PIECES, "\n", " "]), min_size=1, max_size=8))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_text_gets_a_verdict_and_the_same_one_each_time(asked, pieces):
    answer, _, symbols = asked
    text = "".join(pieces)
    first = told(answer, text, symbols=symbols)
    assert first.verdict in VERDICTS
    assert told(answer, text, symbols=symbols) == first


@given(st.sampled_from(RIGHT), st.data())
@settings(max_examples=100, deadline=None, derandomize=True)
def test_a_right_text_with_a_slip_of_the_finger_gets_a_verdict(asked, data):
    answer, texts, symbols = asked
    text = data.draw(st.sampled_from([answer.typed(), *texts]))
    at = data.draw(st.integers(0, len(text)))
    slip = data.draw(st.sampled_from(PIECES))
    assert (
        told(answer, text[:at] + slip + text[at + data.draw(st.integers(0, 2)) :], symbols=symbols).verdict in VERDICTS
    )
