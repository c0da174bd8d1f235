"""Laws of judging, over generated formulas: sound rewriting keeps the verdict, unsound rewriting is found."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from agnesi.maths import tree
from agnesi.maths.comparing import compare
from agnesi.maths.mistakes import mutants

X, Y = tree.Symbol("x"), tree.Symbol("y")


def number(n):
    return tree.Number(Fraction(n)) if n >= 0 else tree.Negative(tree.Number(Fraction(-n)))


atoms = st.one_of(st.integers(1, 9).map(number), st.sampled_from([X, Y]))


def bigger(inner):
    return st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: tree.Sum(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: tree.Product(tuple(parts))),
        inner.map(tree.Negative),
        st.tuples(inner, st.integers(2, 3)).map(lambda pair: tree.Power(pair[0], number(pair[1]))),
        st.tuples(st.sampled_from(["sin", "cos", "exp", "arctan"]), inner).map(
            lambda pair: tree.Call(pair[0], (pair[1],))
        ),
        st.tuples(inner, inner).map(
            lambda pair: tree.Quotient(pair[0], tree.Sum((number(1), tree.Power(pair[1], number(2)))))
        ),
    )


formulas = st.recursive(atoms, bigger, max_leaves=8)
few = settings(max_examples=60, deadline=None)


def rewritten(node, choose):
    """The formula by sound rules: another order, a zero added, a bracket multiplied out, a square as a product."""
    if isinstance(node, tree.Sum):
        terms = [rewritten(one, choose) for one in node.terms]
        terms = terms[::-1] if choose() else terms
        return tree.Sum((*terms, X, tree.Negative(X))) if choose() else tree.Sum(tuple(terms))
    if isinstance(node, tree.Product):
        factors = [rewritten(one, choose) for one in node.factors]
        if choose() and isinstance(factors[-1], tree.Sum):
            rest = factors[:-1]
            return tree.Sum(tuple(tree.Product((*rest, term)) for term in factors[-1].terms))
        return tree.Product(tuple(factors[::-1]))
    if isinstance(node, tree.Power) and node.exponent == number(2) and choose():
        base = rewritten(node.base, choose)
        return tree.Product((base, base))
    if isinstance(node, tree.Negative):
        return tree.Product((number(-1), rewritten(node.of, choose)))
    if isinstance(node, tree.Quotient):
        return tree.Product((rewritten(node.top, choose), tree.Power(rewritten(node.bottom, choose), number(-1))))
    if isinstance(node, tree.Call):
        return tree.Call(node.name, tuple(rewritten(one, choose) for one in node.arguments))
    return node


def judged(a, b, **more):
    return compare(a, b, worker=None, **more)


@few
@given(formulas, st.randoms(use_true_random=False))
def test_a_formula_equals_itself_under_sound_rewriting(node, chance):
    other = rewritten(node, lambda: chance.random() < 0.5)
    assert judged(other, node), (other, node)


@few
@given(formulas)
def test_what_an_unsound_rule_makes_is_different_in_both_directions(node):
    for _, wrong in list(mutants(node))[:2]:
        assert judged(wrong, node).outcome == judged(node, wrong).outcome == "different"


@few
@given(formulas, formulas)
def test_judging_is_symmetric(a, b):
    assert judged(a, b).outcome == judged(b, a).outcome


@few
@given(formulas, formulas, st.text(max_size=4))
def test_the_seed_moves_the_points_and_not_the_verdict(a, b, seed):
    assert judged(a, b).outcome == judged(a, b, seed=seed).outcome


@few
@given(formulas, st.integers(1, 9))
def test_a_witness_is_true(node, n):
    verdict = judged(tree.Sum((node, number(n))), node)
    assert verdict.outcome == "different"
    assert verdict.answer_value != verdict.key_value


@few
@given(formulas)
def test_a_derivative_taken_twice_does_not_care_for_the_order(node):
    one = number(1)
    xy = tree.Derivative(tree.Derivative(node, X, one), Y, one)
    yx = tree.Derivative(tree.Derivative(node, Y, one), X, one)
    assert judged(xy, yx).outcome in ("equal", "equal-where-defined", "undecided")
