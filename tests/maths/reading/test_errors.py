"""What cannot be read is told in a sentence, at its place, with a repaired text where one is near."""

import pytest

from agnesi.maths import ReadingError, read
from agnesi.maths.reading.limits import CHARACTERS

XY = {"x": "real", "y": "real"}
FAULTS = [
    # text, part of the message, start, suggestion
    ("t + 1", "You used t; this question has x and y.", 0, ""),
    ("X + y", "You used X", 0, "x + y"),
    ("x2", "You used x_2", 0, "x^2"),
    ("hello", "the word hello", 0, ""),
    ("sine(x)", "did you mean sin?", 0, "sin(x)"),
    ("2x(x+1", "never closed", 2, "2x(x+1)"),
    ("((x+1)", "never closed", 0, "((x+1))"),
    ("(x, y", "never closed", 0, "(x, y)"),
    ("[1, 2", "never closed", 0, "[1, 2]"),
    ("x+1)", "never opened", 3, "x+1"),
    ("x^", "missing after ^", 1, "x"),
    ("x +", "missing after +", 2, "x"),
    ("*x", "missing before this *", 0, "x"),
    ("x */ y", "side by side", 3, "x / y"),
    ("x ++ y", "side by side", 3, "x + y"),
    ("2 3", "side by side", 2, "2*3"),
    ("5%3", "percent", 1, "5 mod 3"),
    ("sin", "sin(x)", 0, ""),
    ("sin()", "1 argument", 0, ""),
    ("", "nothing to read", 0, ""),
    ("int x^2", "write d and the letter", 0, "int x^2 dx"),
    ("[[1, 2], [3]]", "row 2 has 1", 0, ""),
    ("[1 2]", "comma", 3, "[1, 2]"),
    ("2 + хy", "Cyrillic", 4, "2 + xy"),
    ("x\u200by", "zero width space", 1, "xy"),
    ("２x", "full-width", 0, "2x"),
    ("x § y", "section sign", 2, "x  y"),
    (r"\frac{1}{2", "never closed", 8, r"\frac{1}{2}"),
    (r"\left(x+1", "never closed", 0, r"\left(x+1\right)"),
    (r"\xyzzy x", r"command \xyzzy", 0, ""),
    (r"\fraq{1}{2}", r"command \fraq", 0, r"\frac{1}{2}"),
    (r"\placeholder{}", "empty box", 0, ""),
    ("x^99999", "at most 10000", 1, ""),
    ("9" * 1001, "at most 1000 digits", 0, ""),
    ("x" * 2001, "2001 characters", CHARACTERS, ""),
    ("(" * 70 + "x" + ")" * 70, "nested too deeply", 60, ""),
    ("^{" * 130, "nested too deeply", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "part", "start", "suggestion"), FAULTS)
def test_a_fault_is_named_placed_and_repaired(text: str, part: str, start: int | None, suggestion: str):
    with pytest.raises(ReadingError) as caught:
        read(text, XY)
    assert part in caught.value.message
    assert start is None or caught.value.start == start
    assert caught.value.suggestion == suggestion


def test_every_suggestion_can_be_read():
    for text, _, _, suggestion in FAULTS:
        if suggestion:
            read(suggestion, XY)
            assert suggestion != text


def test_code_is_not_mathematics():
    for text in ("__import__('os').system('ls')", "exec('1')", "lambda: 0", "[x for x in y]", "x.__class__"):
        with pytest.raises(ReadingError):
            read(text, XY)
