"""How trees look in LaTeX, as text, aloud and in NumPy."""

import pytest

from agnesi.maths import read, show

PLAIN = [
    ("2*x*(x+1)", "2x*(x + 1)"), ("1/2*x", "1/2*x"), ("(a+b)/(c+d)", "(a + b)/(c + d)"), ("-(a+b)", "-(a + b)"),
    ("a-(b-c)", "a - (b - c)"), ("(x^2)^3", "(x^2)^3"), ("2^(-3)", "2^(-3)"), ("|x|", "|x|"),
    ("sum_(i=1)^n i", "sum_(i=1)^n i"), ("x in R", "x in ℝ"),
]  # fmt: skip
LATEX = [
    ("x/2", r"\frac{x}{2}"), ("sqrt(x)", r"\sqrt{x}"), ("theta_1", r"\theta_{1}"), ("hat(y)", r"\hat{y}"),
    ("A^T", r"A^{\top}"), ("2*3", r"2 \cdot 3"), ("x <= 2", r"x \le 2"), ("E[X]", r"\mathbb{E}\left[X\right]"),
    ("[[1,2],[3,4]]", r"\begin{bmatrix}1 & 2 \\ 3 & 4\end{bmatrix}"),
    ("d/dx x^2", r"\frac{\mathrm{d}}{\mathrm{d}x}\left[x^{2}\right]"),
    ("int_0^1 x dx", r"\int_{0}^{1} x \,\mathrm{d}x"),
]  # fmt: skip
WORDS = [
    ("x^2 + 2x", "x squared plus two x"), ("nabla f", "the gradient of f"),
    ("P(A | B)", "the probability of A given B"), ("1/2", "one half"), ("(a+b)/c", "the quantity a plus b over c"),
    ("x <= 3", "x is at most three"), ("sqrt(x)", "the square root of x"), ("A^T", "A transpose"),
    ("50%", "50 percent"), ("1e-3", "1 times ten to the power minus 3"), ("f'(x)", "f prime of x"),
    ("n!", "n factorial"), ("dy/dx", "the derivative of y with respect to x"),
    ("sum_(i=1)^n i", "the sum over i from one to n of i"),
]  # fmt: skip
NUMPY = [
    ("x^2", "x**2"), ("[1, 2]", "np.array([1, 2])"), ("A x", "A @ x"), ("A^T", "A.T"), ("A^(-1)", "np.linalg.inv(A)"),
    ("e^x", "np.exp(x)"), ("sin x", "np.sin(x)"), ("sum_(i=1)^n x_i", "sum(x[i - 1] for i in range(1, n + 1))"),
    ("x <= 2", "x <= 2"), ("||x||", "np.linalg.norm(x)"), ("0 < x < 1", "(0 < x) & (x < 1)"),
    ("{x if x > 0, 0 otherwise}", "np.select([x > 0], [x], 0)"), ("E[X]", "np.mean(X)"),
    ("int_0^1 x dx", "# NumPy has no expression for integral"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("way", "text", "shown"),
    [
        (way, *pair)
        for way, pairs in (("plain", PLAIN), ("latex", LATEX), ("words", WORDS), ("numpy", NUMPY))
        for pair in pairs
    ],
)
def test_a_tree_is_shown(way: str, text: str, shown: str):
    assert show(read(text), way) == shown
