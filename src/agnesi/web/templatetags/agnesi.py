"""The words that templates use beside Django's.

Markdown, formulas, marks of state, curves of memory, addresses of built files.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agnesi import maths
from agnesi.content import formulas, markdown
from agnesi.study.progress import CURVE_DAYS
from agnesi.web import assets

register = template.Library()


@register.simple_tag
def asset(entry: str) -> str:
    """The address of a built entry."""
    return assets.address(entry)


@register.filter
def md(text: str) -> SafeString:
    """Markdown of an author as HTML; raw HTML in it is shown as text."""
    return _html(str(text))


@register.filter
def md_line(text: str) -> SafeString:
    """One line of Markdown as HTML, without a paragraph around it."""
    return _inline(str(text))


@lru_cache(maxsize=4096)
def _html(text: str) -> SafeString:
    return mark_safe(markdown.html(text))


@lru_cache(maxsize=4096)
def _inline(text: str) -> SafeString:
    return mark_safe(markdown.inline(text))


@register.filter
def tex(text: str) -> SafeString:
    """LaTeX as an inline formula."""
    return mark_safe(formulas.render(text))


@register.filter
def tex_line(text: str) -> SafeString:
    """LaTeX as a line of its own, with fractions in full height."""
    return mark_safe(formulas.render(rf"\displaystyle {text}"))


@register.filter
def python(source: str) -> SafeString:
    """Python source, highlighted."""
    return mark_safe(markdown.code(source))


@register.filter
def spoken(text: str) -> str:
    """What a screen reader calls an option that is formulas alone; empty where its words are label enough."""
    if re.search(r"\w", _FORMULA.sub("", text)):
        return ""
    return ", ".join(_read_aloud(found.strip("$")) for found in _FORMULA.findall(text))


_FORMULA = re.compile(r"\$[^$]+\$")


@lru_cache(maxsize=1024)
def _read_aloud(source: str) -> str:
    try:
        return maths.show(maths.read(source), "words")
    except maths.ReadingError:
        return source


@register.filter
def as_json(value: Any) -> str:
    """A value as JSON for an attribute; the template escapes it."""
    return json.dumps(value, ensure_ascii=False)


@register.filter
def about_minutes(minutes: float) -> str:
    """`about 12 minutes`."""
    whole = max(1, round(minutes))
    return ngettext("about %(n)d minute", "about %(n)d minutes", whole) % {"n": whole}


@register.filter
def percent(share: float | None) -> str:
    """A share in [0, 1] as a whole number of per cent."""
    return "" if share is None else f"{round(100 * share)} %"


STATES = {
    "known": gettext_lazy("known"),
    "learned": gettext_lazy("learned"),
    "fading": gettext_lazy("fading"),
    "ready": gettext_lazy("ready"),
    "ahead": gettext_lazy("ahead"),
    "planned": gettext_lazy("planned"),
    "begun": gettext_lazy("begun"),
    "proved": gettext_lazy("proved"),
    "open": gettext_lazy("not yet proved"),
}
"""The states of a concept, and of an outcome, each with its word."""

_MARKS = {
    "known": '<circle cx="8" cy="8" r="6.5" fill="var(--parameter)" stroke="var(--parameter)"/>',
    "learned": '<circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--parameter)" stroke-width="1.8"/>'
    '<circle cx="8" cy="8" r="2.8" fill="var(--parameter)"/>',
    "fading": '<circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--parameter)" stroke-width="1.8"/>'
    '<path d="M1.8 8a6.2 6.2 0 0 0 12.4 0z" fill="var(--parameter)"/>',
    "ready": '<circle cx="8" cy="8" r="6" fill="none" stroke="var(--ink)" stroke-width="2.2"/>',
    "ahead": '<circle cx="8" cy="8" r="6" fill="none" stroke="var(--edge)" stroke-width="1.2"/>',
    "planned": '<circle cx="8" cy="8" r="6" fill="none" stroke="var(--edge)" stroke-width="1.4" '
    'stroke-dasharray="1.6 2.4"/>',
}
_MARKS |= {"begun": _MARKS["ready"], "proved": _MARKS["known"], "open": _MARKS["ahead"]}
_TICK = '<path d="M4.9 8.3l2.2 2.2 4.1-4.6" fill="none" stroke="var(--paper)" stroke-width="1.7"/>'


@register.simple_tag
def state_mark(state: str) -> SafeString:
    """The small round mark of a state, with its word for those who cannot see it."""
    mark = _MARKS.get(state, _MARKS["ahead"]) + (_TICK if state == "proved" else "")
    return format_html(
        '<svg class="state" viewBox="0 0 16 16" aria-hidden="true">{}</svg><span class="visually-hidden">{}: </span>',
        mark_safe(mark),
        STATES.get(state, state),
    )


@register.simple_tag
def memory_curve(curve: Sequence[float]) -> SafeString:
    """A small picture of forgetting: the chance to recall, in [0, 1], from today (the dot) over `CURVE_DAYS` ahead."""
    if not curve:
        return SafeString("")
    last = math.sqrt(CURVE_DAYS[-1])
    points = " ".join(
        f"{93 * math.sqrt(day) / last + 3:.1f},{25 - 22 * r:.1f}" for day, r in zip(CURVE_DAYS, curve, strict=True)
    )
    return format_html(
        '<svg class="memory" viewBox="0 0 96 26" role="img" aria-label="{}"><path class="floor" d="M0 25.5H96"/>'
        '<polygon class="mass" points="3,25 {} 96,25"/><polyline class="falls" points="{}"/>'
        '<circle class="now" cx="3" cy="{}" r="2.6"/></svg>',
        _("recalled now with %(now)s, in a month without practice with %(later)s")
        % {"now": percent(curve[0]), "later": percent(curve[CURVE_DAYS.index(30)])},
        points,
        points,
        f"{25 - 22 * curve[0]:.1f}",
    )


@register.filter
def state_word(state: str) -> str:
    """The word of a state."""
    return str(STATES.get(state, state))


@register.filter
def percent_number(share: float | None) -> int:
    """A share in [0, 1] as a whole number from 0 to 100, for widths."""
    return round(100 * (share or 0.0))
