"""No text ends in anything but a tree or a worded error, and none takes long."""

import time

import pytest

from maths.reading.fuzz import fault, texts


@pytest.mark.parametrize("declared", [False, True])
def test_no_text_ends_in_an_uncaught_error(declared: bool):
    assert not [(found, text) for text in texts(1000, seed=2 + declared) if (found := fault(text, declared))]


@pytest.mark.parametrize("text", [
    "|" * 2000, "||" * 999 + "x", "(" * 2000, "x^" * 999 + "x", "-" * 1999 + "x", r"\frac" * 390, "1/2x" * 480,
    "d/dx" * 480, "∫" * 1999, "|x" * 999 + "|", "sum_(i=1)^n " * 150, "a" * 2000, "C(" * 990,
    "<" * 900 + "1" + ">" * 900, r"\mathbf{" * 240, "x1" * 999, "²" * 1999, "1," * 999 + "1", "[[" * 999,
    "9^" * 990 + "9", "!" * 1999, r"\begin{matrix}" * 130,
])  # fmt: skip
def test_the_worst_texts_are_read_in_linear_time(text: str):
    start = time.perf_counter()
    assert not fault(text, declared=True)
    assert time.perf_counter() - start < 1
