"""Markdown into HTML: formulas by KaTeX, code by Pygments, links to concepts; never any HTML of the author's.

Dialect: CommonMark with tables and footnotes, `$...$` and `$$...$$`. `[text](slug)` is a link to a concept,
`[text](#label)` to a place on the same page, `![words](picture.svg)` a picture of the concept's folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from agnesi.content import formulas

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MATH = ("math_inline", "math_block", "math_inline_double")


def html(text: str, *, link: Callable[[str], str] | None = None) -> str:
    """The HTML of one Markdown text. `link` turns an address as written into the one to use; see `address`."""
    return html_many([text], link=link)[0]


def html_many(texts: Iterable[str], *, link: Callable[[str], str] | None = None) -> list[str]:
    """The HTML of each text, in order, all their formulas made in one call: what a page is built with."""
    return _render(texts, link, inline=False)


def inline(text: str, *, link: Callable[[str], str] | None = None) -> str:
    """The HTML of one line of Markdown without a paragraph around it: titles, options, labels."""
    return _render([text], link, inline=True)[0]


def inline_many(texts: Iterable[str], *, link: Callable[[str], str] | None = None) -> list[str]:
    """The HTML of each one-line text, in order, all their formulas made in one call."""
    return _render(texts, link, inline=True)


def address(link: str) -> str:
    """Where a link goes in the app: a slug to its lesson, everything else as it stands."""
    return f"/learn/{link}" if SLUG.fullmatch(link) else link


def code(source: str, language: str = "python") -> str:
    """Highlighted source as HTML with Pygments' classes; the colours stand in the style sheet."""
    try:
        lexer = get_lexer_by_name(language or "text")
    except ClassNotFound:
        lexer = get_lexer_by_name("text")
    return str(highlight(source, lexer, HtmlFormatter(cssclass="highlight", nobackground=True)))


def maths(text: str) -> list[formulas.Formula]:
    """The formulas of a text, in order: LaTeX, and whether it stands on its own line."""
    return [_formula(token) for token in _walk(_parser().parse(text)) if token.type in _MATH]


def links(text: str) -> list[str]:
    """The addresses that a text links to or takes pictures from, as written."""
    tokens = [token for token in _walk(_parser().parse(text)) if token.type in ("link_open", "image")]
    return [str(token.attrs.get("href") or token.attrs.get("src") or "") for token in tokens]


def words(text: str) -> str:
    """The prose of a text: no formulas, code, marks or addresses, one space between words."""
    pieces = [
        t.content for t in _walk(_parser().parse(text)) if t.type in ("text", "softbreak", "image") and not t.hidden
    ]
    return " ".join(" ".join(piece or " " for piece in pieces).split())


def _render(texts: Iterable[str], link: Callable[[str], str] | None, inline: bool) -> list[str]:
    parser = _parser()
    parsed = [(parser.parseInline if inline else parser.parse)(text) for text in texts]
    made = iter(formulas.render_many(_formula(t) for tokens in parsed for t in _walk(tokens) if t.type in _MATH))
    for tokens in parsed:
        for token in _walk(tokens):
            if token.type in _MATH:
                token.meta["html"] = next(made)
            else:
                _lead(token, link or address)
    return [str(parser.renderer.render(tokens, parser.options, {})).strip() for tokens in parsed]


def _formula(token: Token) -> formulas.Formula:
    return token.content, token.type != "math_inline"


def _lead(token: Token, link: Callable[[str], str]) -> None:
    for name in ("href", "src"):
        if name in token.attrs:
            token.attrs[name] = link(str(token.attrs[name]))


def _walk(tokens: Sequence[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from _walk(token.children or ())


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "highlight": lambda source, name, _: code(source, name)})
    parser.use(dollarmath_plugin, allow_labels=False, allow_digits=False, double_inline=True)
    parser.use(footnote_plugin).enable("table")
    for kind in _MATH:
        parser.add_render_rule(kind, _set)
    parser.add_render_rule("fence", _fence)
    return parser


def _set(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    made = str(token.meta["html"])
    return made if token.type == "math_inline" else f'<div class="formula">{made}</div>'


def _fence(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    name = token.info.strip().strip("{}").split(maxsplit=1)
    return (
        code(token.content, name[0] if name else "text") if name else f"<pre><code>{escape(token.content)}</code></pre>"
    )
