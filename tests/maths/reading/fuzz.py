"""Reads many hostile and half-right texts and reports every one that ends in anything but a tree or a worded error.

Run it: `python tests/maths/reading/fuzz.py 100000 [seed]`. The tests read a small sample of the same texts.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator

from agnesi.maths.reading import read_with_notes
from agnesi.maths.reading.errors import ReadingError
from agnesi.maths.showing import show

_TYPED = """
x y z n i d e f g A B T U P E I R oo pi theta 0 1 2 3.5 .5 1e3 10 + - * / ^ ** _ ! ' % , ; ( ) [ ] { } < > <= >=
!= = | || : . ~ @ +- sin cos log ln sqrt exp max min lim sum prod int d/dx dx dy/dx nabla partial in or and not
=> <=> if otherwise mod choose E[ P( Var( f( hat( sum_(i=1)^n lim_(x->0) int_0^1 x_1 x_i A^T x1 ² ½ √ ∞ ∑ ∫ ∂ ∇
∈ ∪ ∅ ≤ × · ‖ ⟨ ⟩ ⌊ ⌋ ŷ θ ″ ° " х ２ ... forall x exists of from to given T c
"""
_LATEX = r"""
x y i d 1 2 12 + - * / ^ _ ^{ _{ { } ( ) [ ] | , ; & = < > \frac \frac{ \dfrac12 \sqrt \sqrt[3]{ \left( \right)
\left| \right| \left. \right. \left\{ \right\} \| \lvert \rvert \langle \rangle \cdot \times \sum_{i=1}^n \prod
\int_0^1 \,dx \mathrm{d} \mathrm{d}x \lim_{x\to0} \frac{d}{dx} \frac{\partial f}{\partial x} \nabla \partial
\infty \in \cup \setminus \emptyset \mathbb{R} \mathbb{E} \mathbf{x} \boldsymbol \operatorname{softmax}
\operatorname \text{if} \text \hat \bar{ \vec \begin{bmatrix} \end{bmatrix} \begin{cases} \end{cases}
\begin{aligned} \begin \end \\ \, \; \quad \% \$ \placeholder{} \exponentialE \imaginaryI \differentialD \pm \le
\ne \not \pmod \binom \log_2 \sin ^\top ^{\mathsf T} \foo \ \mid \max_{x} \begin{array}{cc} ' \prime \theta \arg
\overline{ \mathcal{N} \boldsymbol{\cdot} \circ ^\circ \Gamma
"""
_CHARACTERS = [chr(code) for code in range(32, 127)] + list("−×÷√²³₁½≤∞∈∪∅⊤∑∫θλ\n\t\u200b\ufeff\x00é漢\ud800")


def texts(count: int, seed: int = 0) -> Iterator[str]:
    """`count` texts: random characters, random pieces of either language, and sound texts with a fault put in."""
    chance = random.Random(seed)
    sound, typed, latex = list(_SOUND), _TYPED.split(), _LATEX.split()
    for _ in range(count):
        kind = chance.randrange(6)
        length = chance.choice((3, 6, 10, 20, 60))
        if kind == 0:
            yield "".join(chance.choices(_CHARACTERS, k=length))
        elif kind == 1:
            yield "".join(chance.choices(typed, k=length))
        elif kind == 2:
            yield " ".join(chance.choices(typed, k=length))
        elif kind == 3:
            yield " ".join(chance.choices(latex, k=length))
        elif kind == 4:
            yield "".join(chance.choices(latex + typed, k=length))
        else:
            text = list(chance.choice(sound))
            for _ in range(chance.randrange(1, 4)):
                at = chance.randrange(len(text) + 1)
                text[at : at + chance.randrange(2)] = chance.choice(_CHARACTERS + typed)
            yield "".join(text)


_SOUND = (
    "2x(x+1)", "sin^2 x + cos^2 x = 1", "{x if x > 0, -x otherwise}", "sum_(i=1)^n x_i y_i", "int_0^1 x^2 dx",
    "(-oo, 1) U (2, oo)", "||v||_2^2", "P(A | B) = P(A and B)/P(B)", "d/dx [x^2] * e^x", "[[1, 2], [3, 4]]",
    "lim_(x->0+) sin x / x", "E_(x~p)[log p(x)]", "x = 1 or x = 2", r"\frac{-b\pm\sqrt{b^2-4ac}}{2a}",
    r"\begin{cases}x & \text{if } x>0\\ -x & \text{otherwise}\end{cases}", r"\sum_{i=1}^n \hat{y}_i x_i",
    r"\int_{-\infty}^{\infty} e^{-x^2}\,\mathrm{d}x", r"\mathbb{E}_{x\sim p}\left[\log p(x)\right]",
    r"\lVert \mathbf{x}\rVert_2^2", r"\frac{\partial^2 f}{\partial x \partial y}",
    r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", r"\left\{x \in \mathbb{R} : x > 0\right\}",
)  # fmt: skip
_DECLARED = {
    "x": "real",
    "y": "real",
    "v": "vector 3",
    "A": "matrix 3x3",
    "f": "function",
    "n": "integer",
    "X": "random",
    "z": "complex",
}


def fault(text: str, declared: bool = False) -> str:
    """What went wrong when `text` was read and shown, or nothing."""
    try:
        node, _ = read_with_notes(text, _DECLARED if declared else None)
    except ReadingError as error:
        if not (0 <= error.start <= error.end <= len(text)) or not error.message:
            return f"place {error.start}-{error.end} of {len(text)}: {error.message}"
        return ""
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    for way in ("plain", "latex", "words", "numpy"):
        try:
            show(node, way)  # type: ignore[arg-type]
        except Exception as error:
            return f"show {way}: {type(error).__name__}: {error}"
    return ""


def main() -> int:
    """Prints the faults, at most twenty kinds; the number of them is the exit code."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    faults: dict[str, str] = {}
    slowest, slowest_text = 0.0, ""
    for number, text in enumerate(texts(count, seed)):
        start = time.perf_counter()
        found = fault(text, declared=number % 2 == 1)
        took = time.perf_counter() - start
        if took > slowest:
            slowest, slowest_text = took, text
        if found:
            faults.setdefault(found[:60], text)
    print(f"{count} texts, {len(faults)} kinds of fault, slowest {slowest * 1000:.1f} ms: {slowest_text[:80]!r}")
    for found, text in list(faults.items())[:20]:
        print(f"  {found}\n    {text!r}")
    return min(len(faults), 99)


if __name__ == "__main__":
    sys.exit(main())
