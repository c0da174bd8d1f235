"""LaTeX, from a maths field or a paper, reads as the typed text that means the same."""

import pytest

from agnesi.maths import read
from agnesi.maths.reading import is_latex
from agnesi.maths.tree import Blank, Call, Cases, Lines, Matrix

SAME = r"""
p(y \mid x) = \frac{p(x \mid y)p(y)}{p(x)}   means   P(y | x) = P(x | y)P(y)/P(x)
\theta \leftarrow \theta - 1   means   theta = theta - 1
(f \circ g)(x)   means   f(g(x))
\forall \epsilon > 0 : x < \epsilon   means   forall epsilon: epsilon > 0 => x < epsilon
\frac12   means   1/2
\dfrac{a}{b}\cdot\tfrac{c}{d}   means   (a/b)*(c/d)
\sqrt[3]{x}   means   root(x, 3)
\sqrt2x   means   sqrt(2)*x
\left(x+1\right)^2   means   (x+1)^2
\mleft(x\mright)   means   x
x^\frac12   means   x^(1/2)
x^{2}_{1}   means   x_1^2
2^{10}   means   2^10
x^2y   means   x^2*y
x^10 \,   means   x^1*0
\exponentialE^{\imaginaryI\pi}   means   e^(i*pi)
e^{-x^2}   means   e^(-x^2)
\int_0^1 x^2\,\differentialD x   means   int_0^1 x^2 dx
\int_0^1\int_0^1 xy\,dx\,dy   means   int_0^1 (int_0^1 x*y dx) dy
\int \frac{dx}{x}   means   int 1/x dx
\int_{-\infty}^{\infty} e^{-x}\,\mathrm{d}x   means   int_(-oo)^oo e^(-x) dx
\sum_{i=1}^n x_i y_i   means   sum_(i=1)^n x_i*y_i
\sum\limits^n_{i=1} i   means   sum_(i=1)^n i
\prod_{k=1}^{\infty} k   means   prod_(k=1)^oo k
\lim_{x \to 0^+} \frac{\sin x}{x}   means   lim_(x->0^+) sin(x)/x
\frac{d}{dx} x^2   means   d/dx [x^2]
\frac{\mathrm{d}y}{\mathrm{d}x}   means   dy/dx
\frac{\partial f}{\partial x}   means   ∂f/∂x
\frac{\partial^2 f}{\partial x \partial y}   means   ∂/∂x [∂/∂y [f]]
\nabla_\theta L   means   nabla_theta L
f'(x)   means   f'(x)
\mathbf{x}^\top \mathbf{y}   means   x^T*y
A^{\mathsf T}   means   A^T
\mathbf{a}\cdot\mathbf{b}   means   dot(a, b)
\vec v\times\vec w   means   cross(v, w)
\lVert x\rVert_2^2   means   norm(x, 2)^2
\|x\|   means   norm(x)
\left|x\right|   means   abs(x)
\langle 1, 2\rangle   means   <1, 2>
a \odot b   means   hadamard(a, b)
\operatorname{softmax}(x)   means   softmax(x)
\operatorname{tr}(A)   means   trace(A)
\mathbb{E}_{x\sim p}[f(x)]   means   E_(x ~ p)[f(x)]
\mathbb{E}\left[X\right]   means   E[X]
P(A \mid B)   means   P(A | B)
D_{KL}(p\|q)   means   KL(p || q)
x \in \mathbb{R}^{n}   means   x in R^n
x\geqslant 2   means   x >= 2
(-\infty, 1) \cup (2, \infty)   means   (-oo, 1) U (2, oo)
\mathbb{R}\setminus\{0\}   means   R \ {0}
\emptyset   means   ∅
\{x \mid x>0\}   means   {x | x > 0}
\left\{1,2\right\}   means   {1, 2}
3 \pm 2   means   3 ± 2
50\%   means   50%
\$5   means   5
x=3 \text{ or } x=4   means   x = 3 or x = 4
\hat y   means   hat(y)
\hat{y}_i   means   hat(y)_i
\bar x   means   bar(x)
\log_2 x   means   log(x, 2)
\log_{10}{x}   means   log(x, 10)
\binom{n}{k}   means   binomial(n, k)
\lfloor x \rfloor   means   floor(x)
1\frac{1}{2}   means   1 + 1/2
1\,000\,000   means   1000000
1{,}000\,   means   1000
\sin^{-1} x   means   arcsin(x)
\sin{\left(x \right)}   means   sin(x)
\arg\max_{x} f(x)   means   argmax_x f(x)
\operatorname*{argmax}_{x\in S} f(x)   means   argmax_(x in S) f(x)
\max_{1\le i\le n} x_i   means   max_(i=1)^n x_i
17 \equiv 2 \pmod 5   means   17 equiv mod(2, 5)
X \sim \mathcal{N}(0,1)   means   X ~ N(0, 1)
\det\begin{pmatrix}1&2\\3&4\end{pmatrix}   means   det([[1, 2], [3, 4]])
30^\circ   means   30°
a \not= b   means   a != b
\displaystyle\frac{1}{2}   means   1/2
\text{no solution}   means   no solution
$x^2$ \,   means   x^2
\(x^2\)   means   x^2
\mathrm{softmax}(x)   means   softmax(x)
x_{\max}   means   x_max
"""


@pytest.mark.parametrize(("latex", "typed"), [line.split("   means   ") for line in SAME.strip().splitlines()])
def test_latex_means_what_the_typed_text_means(latex: str, typed: str):
    assert read(latex) == read(typed)


def test_environments():
    assert read(r"\begin{bmatrix}1&2\\3&4\end{bmatrix}") == read("[[1, 2], [3, 4]]")
    assert read(r"\left[\begin{array}{cc}1&2\\3&4\end{array}\right]") == read("[[1, 2], [3, 4]]")
    assert isinstance(read(r"\begin{pmatrix}1\\2\end{pmatrix}"), Matrix)
    assert read(r"\begin{vmatrix}1&2\\3&4\end{vmatrix}").name == "det"
    assert isinstance(read(r"\begin{cases}x & \text{if } x>0\\ -x & \text{otherwise}\end{cases}"), Cases)
    assert isinstance(read(r"\begin{cases} x+y=1\\ x-y=2\end{cases}"), Lines)
    assert isinstance(read(r"\left\{\begin{array}{l} x+y=1\\ x-y=2\end{array}\right."), Lines)


def test_aligned_lines_continue_the_line_above():
    lines = read(r"\begin{aligned} a &= b + c \\ &= d \end{aligned}").of
    assert lines[0] == read("a = b + c")
    assert lines[1].sides[0] == Blank()


def test_the_language_is_told_by_backslash_or_braced_scripts():
    assert is_latex(r"\frac{1}{2}")
    assert is_latex("x^{2}")
    assert is_latex("x_{1}")
    assert not is_latex("x^2 + x_1")
    assert not is_latex("R \\ {0}")
    assert is_latex(r"\{1\}")


def test_declared_names_are_read_in_latex_too():
    assert read(r"\phi", {"varphi": "real"}).name == "varphi"
    assert read(r"\mathrm{price}\cdot 2", {"price": "real"}) == read("price*2", {"price": "real"})
    assert read(r"h\left(x\right)", {"h": "function", "x": "real"}) == Call("h", (read("x"),))


def test_repeating_decimals_are_exact():
    assert read(r"0.\overline{3}").value * 3 == 1
    assert read(r"0.1\overline{6}").value * 6 == 1
