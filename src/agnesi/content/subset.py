r"""The commands of LaTeX that formulas may use: what KaTeX, our reader (where it is mathematics) and the book all take.

`docs/formulas.md` lists them; a test keeps the two equal. A command is named without its backslash.
"""

from __future__ import annotations

GROUPS: dict[str, str] = {
    "Greek": (
        "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho "
        "sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi "
        "Omega"
    ),
    "Letters": (
        "mathbb mathbf mathcal mathrm mathit boldsymbol ell Re Im imath jmath infty emptyset varnothing aleph hbar"
    ),
    "Marks": "hat bar tilde vec dot ddot widehat widetilde overline underline overbrace underbrace prime",
    "Structure": (
        "frac dfrac tfrac sqrt binom text operatorname begin end left right middle big Big bigl bigr Bigl "
        "Bigr bigg Bigg biggl biggr Biggl Biggr limits nolimits substack overset stackrel boxed tag phantom"
    ),
    "Big operators": "sum prod int iint oint bigcup bigcap lim sup inf max min argmax argmin",
    "Functions": (
        "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh exp log ln lg det dim ker gcd deg arg Pr "
        "mod pmod bmod"
    ),
    "Operations": (
        "cdot times div pm mp ast circ odot oplus otimes star wedge vee cap cup setminus top perp dagger nabla partial"
    ),
    "Relations": (
        "le leq ge geq ne neq lt gt approx equiv sim simeq cong propto in notin ni subset subseteq supset "
        "supseteq mid nmid parallel ll gg prec succ preceq succeq models vdash not"
    ),
    "Arrows": (
        "to gets mapsto rightarrow leftarrow Rightarrow Leftarrow Leftrightarrow leftrightarrow implies "
        "impliedby iff longrightarrow longmapsto uparrow downarrow xrightarrow"
    ),
    "Logic": "forall exists nexists neg lnot land lor because therefore",
    "Brackets": "langle rangle lvert rvert lVert rVert vert Vert lfloor rfloor lceil rceil lbrace rbrace { } |",
    "Dots and space": "dots ldots cdots vdots ddots quad qquad , ; : ! colon hspace \\ $ % & # _ hline space",
}
COMMANDS = frozenset(name for group in GROUPS.values() for name in group.split(" ")) | {" "}
ENVIRONMENTS = ("aligned", "array", "bmatrix", "cases", "gathered", "matrix", "pmatrix", "vmatrix", "Vmatrix", "split")
