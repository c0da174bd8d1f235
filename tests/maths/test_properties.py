"""Property judges: any basis, any eigenvector, any factorisation that is one; each near miss with its sentence."""

from fractions import Fraction

import pytest

from agnesi.maths import properties, read


def test_any_basis_of_the_same_subspace_will_do():
    assert properties.basis_of(read("{(1,1,0),(0,1,1)}"), [[1, 1, 0], [1, 2, 1]])
    assert not properties.basis_of(read("{(1,1,0)}"), [[1, 1, 0], [1, 2, 1]])
    assert "combination" in properties.basis_of([[1, 0], [2, 0]], [[3, 0]]).message
    assert properties.same_subspace([[1, 0], [2, 0]], [[3, 0]])
    assert "too much" in properties.same_subspace([[1, 0], [0, 1]], [[1, 1]]).message


def test_any_multiple_of_an_eigenvector_is_one():
    a = [[2, 1], [1, 2]]
    assert properties.eigenvector_of(read("(5,5)"), a)
    assert properties.eigenvector_of(read("(1,1)"), a, 3)
    assert not properties.eigenvector_of(read("(1,1)"), a, 1)
    assert not properties.eigenvector_of(read("(1,2)"), a)
    assert "zero vector" in properties.eigenvector_of([0, 0], a).message


def test_vectors_may_be_right_up_to_scale_sign_or_order():
    assert properties.up_to_scale(read("(1/sqrt(2), 1/sqrt(2))"), [1, 1])
    assert properties.up_to_scale([-1, -1], [1, 1])
    assert not properties.up_to_scale([-1, -1], [1, 1], positive=True)
    assert properties.up_to_sign([-1, 2], [1, -2])
    assert not properties.up_to_sign([2, -4], [1, -2])
    assert properties.up_to_order([3, 1, 2], [1, 2, 3])
    assert not properties.up_to_order([3, 3, 2], [1, 2, 3])
    assert properties.up_to_column_order([[1, 2], [3, 4]], [[2, 1], [4, 3]])


def test_a_factorisation_is_judged_by_what_it_must_be():
    q = read("[[3/5,-4/5],[4/5,3/5]]")
    assert properties.qr_of([[3, 1], [4, 2]], q, read("[[5,11/5],[0,2/5]]"))
    assert not properties.qr_of([[3, 1], [4, 2]], q, read("[[5,11/5],[0,2]]"))
    assert "length 1" in properties.qr_of([[3, 1], [4, 2]], [[3, -4], [4, 3]], [[1, 0], [0, 1]]).message
    assert properties.lu_of([[2, 1], [4, 5]], [[1, 0], [2, 1]], [[2, 1], [0, 3]])
    assert "ones" in properties.lu_of([[2, 1], [4, 5]], [[2, 0], [4, 1]], read("[[1,1/2],[0,3]]")).message
    assert properties.cholesky_of([[2, 1], [1, 2]], read("[[sqrt(2),0],[1/sqrt(2),sqrt(3/2)]]"))
    assert properties.eigendecomposition_of([[2, 1], [1, 2]], [[1, 1], [1, -1]], [[3, 0], [0, 1]])
    assert not properties.eigendecomposition_of([[2, 1], [1, 2]], [[1, 1], [1, -1]], [[1, 0], [0, 3]])
    h = read("[[1/sqrt(2),1/sqrt(2)],[1/sqrt(2),-1/sqrt(2)]]")
    assert properties.svd_of([[2, 1], [1, 2]], h, [[3, 0], [0, 1]], h)
    assert "order" in properties.svd_of([[2, 1], [1, 2]], h, [[1, 0], [0, 3]], h).message


def test_solutions_densities_and_distributions():
    system = read("x+y=3, x-y=1")
    assert properties.solves(system, {"x": 2, "y": 1})
    assert not properties.solves(system, {"x": 1, "y": 2})
    assert properties.probabilities([Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)])
    assert "add up" in properties.probabilities([Fraction(1, 2), Fraction(1, 3)]).message
    assert "negative" in properties.probabilities([2, -1]).message
    assert properties.density(read("2x"), "x", read("0"), read("1"))
    assert not properties.density(read("x"), "x", read("0"), read("1"))
    assert "negative" in properties.density(read("2x"), "x", read("-1"), read("sqrt(2)")).message
    assert properties.orthonormal([[0, 1], [1, 0]])


@pytest.mark.parametrize("value", ["x", "(1,2,3)", "[[1,2],[3,4]]", "{1,2}", "1/0"])
def test_nothing_raises(value):
    node = read(value)
    for judge in (properties.same_subspace, properties.up_to_scale, properties.up_to_order, properties.eigenvector_of):
        judge(node, [[1, 2], [3, 4]])
