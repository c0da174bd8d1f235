"""A name means what the question declared; without declarations, letters and Greek names are real numbers."""

import pytest

from agnesi.maths import ReadingError, read, symbols_in
from agnesi.maths.tree import Call, Constant, Index, Number, Symbol


def test_the_longest_declared_name_wins():
    assert read("2price", {"price": "real"}) == read("2*price", {"price": "real"})
    assert symbols_in(read("abc", {"ab": "real", "c": "real"})) == {"ab", "c"}


def test_a_name_before_a_bracket_is_called_only_when_it_is_a_function():
    assert read("x(x+1)", {"x": "real"}) == read("x*(x+1)", {"x": "real"})
    assert isinstance(read("h(x+1)", {"h": "function", "x": "real"}), Call)
    assert read("f'(x)", {"f": "function", "x": "real"}) == Call("f'", (Symbol("x"),))
    assert read("f^-1(x)", {"f": "function", "x": "real"}) == Call("f^-1", (Symbol("x"),))


def test_an_index_is_an_entry_of_what_has_entries_and_part_of_the_name_otherwise():
    assert isinstance(read("v_1", {"v": "vector 3"}), Index)
    assert read("v1", {"v": "vector 3"}) == read("v_1", {"v": "vector 3"})
    assert len(read("A_12", {"A": "matrix 2x2"}).at) == 2
    assert read("x1", {"x_1": "real"}) == Symbol("x_1")
    assert read("yhat", {"hat(y)": "real"}) == Symbol("hat(y)")


def test_signs_between_vectors():
    vectors = {"v": "vector 3", "w": "vector 3", "A": "matrix 3x3", "x": "real"}
    assert read("v . w", vectors).name == "dot"
    assert read("v · w", vectors).name == "dot"
    assert read("(A v) · w", vectors).name == "dot"
    assert read("v × w", vectors).name == "cross"
    assert read("x · v", vectors) == read("x*v", vectors)
    assert read("<v, w>", vectors).name == "dot"
    assert read("A'", vectors).name == "transpose"


def test_constants_unless_declared_or_bound():
    assert read("e") == Constant("e")
    assert read("e", {"e": "real"}) == Symbol("e")
    assert read("i", {"x": "complex"}) == Constant("i")
    assert read("A - lambda I", {"A": "matrix 2x2", "lambda": "real"}).terms[1].of.factors[1] == Constant("identity")


def test_bound_letters_need_no_declaration():
    for text in ("sum_(k=1)^3 k", "int_0^x t dt", "{t | t > 0}", "lim_(h->0) h", "forall u in R: u = u", "max_t t"):
        assert symbols_in(read(text, {"x": "real"})) <= {"x"}


def test_open_names_are_no_error():
    with pytest.raises(ReadingError):
        read("x^2 + C", {"x": "real"})
    assert symbols_in(read("x^2 + C", {"x": "real"}, open_names=True)) == {"x", "C"}


def test_without_declarations_names_are_inferred():
    assert symbols_in(read("2x_1 + theta y x3")) == {"x_1", "theta", "y", "x_3"}
    assert read("x2") == Symbol("x_2")
    assert read("3x") == read("3*x")
    assert read("2") == Number(read("2").value)
