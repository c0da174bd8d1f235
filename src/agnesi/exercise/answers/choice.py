"""One option of several, several of them, or all of them in order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from agnesi.exercise.answer import Field, Judged, Reading
from agnesi.exercise.answers.base import RIGHT, wrong
from agnesi.exercise.answers.options import key_of, markdown_tex, mixed
from agnesi.maths import ReadingError


@dataclass(frozen=True, slots=True)
class Choice:
    """One of `options` (key to Markdown) is `right`.

    They are mixed unless `ordered` (as in always, sometimes, never).
    """

    options: Mapping[str, str]
    right: str
    ordered: bool = False
    label: str = ""

    def __post_init__(self) -> None:
        if self.right not in self.options:
            raise ValueError(f"the right option {self.right!r} is none of {', '.join(self.options)}")

    @staticmethod
    def pick(key: str) -> Picked:
        """The answer of somebody who picks `key`: for a Mistake."""
        return Picked(key)

    @property
    def field(self) -> Field:
        """The options, of which one is picked."""
        return Field("choice", options=mixed(self.options, self.label, self.ordered))

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """The key of the option named. Raises ReadingError when it is none."""
        return _read_one(text, self.options, self.label)

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether it is the right one."""
        return RIGHT if reading.value == self.right else wrong()

    def typed(self) -> str:
        """The right key."""
        return self.right

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The right option."""
        return markdown_tex(self.options[self.right])

    def seeded(self, label: str) -> Choice:
        """The same options, mixed for the problem `label`."""
        return replace(self, label=label)


@dataclass(frozen=True, slots=True)
class Picked:
    """A wrong road in a Choice: the option `key` was picked."""

    key: str
    label: str = ""

    @property
    def field(self) -> Field:
        """The box of the question it belongs to."""
        return Field("choice")

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """The key, where it is this one; nothing else is known here."""
        return Reading(key_of(text, {self.key: ""}, self.label))

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether it was this one."""
        return RIGHT if reading.value == self.key else wrong()

    def typed(self) -> str:
        """The key."""
        return self.key

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The key, in words."""
        return markdown_tex(self.key)

    def seeded(self, label: str) -> Picked:
        """The same pick in the problem `label`."""
        return replace(self, label=label)


@dataclass(frozen=True, slots=True, init=False)
class Choices:
    """All of `right` and none of the others are to be picked."""

    options: Mapping[str, str]
    right: frozenset[str]
    ordered: bool
    label: str

    def __init__(
        self, options: Mapping[str, str], right: Collection[str], ordered: bool = False, label: str = ""
    ) -> None:
        for name, value in (("options", options), ("right", frozenset(right)), ("ordered", ordered), ("label", label)):
            object.__setattr__(self, name, value)
        if not self.right <= set(options):
            raise ValueError(f"{', '.join(sorted(self.right - set(options)))} is none of {', '.join(options)}")

    @staticmethod
    def pick(*keys: str) -> Ordered:
        """The answer of somebody who picks just these keys: for a Mistake."""
        return Ordered(keys, any_order=True)

    @property
    def field(self) -> Field:
        """The options, of which any number is picked."""
        return Field("choices", options=mixed(self.options, self.label, self.ordered))

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """The keys of the options named, with commas or spaces between; none at all is "none". Raises ReadingError."""
        keys = [] if text.strip().lower() == "none" else _read_several(text, self.options, self.label)
        shown = markdown_tex("; ".join(text for key, text in self.options.items() if key in keys)) or r"\text{none}"
        return Reading(frozenset(keys), shown)

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether they are just the right ones; what is missing or too much is said, but not which."""
        if reading.value == self.right:
            return RIGHT
        too_many, missing = reading.value - self.right, self.right - reading.value
        if too_many and missing:
            return wrong("At least one that you picked does not belong, and at least one is missing.")
        return wrong(
            "At least one that you picked does not belong." if too_many else "What you picked belongs. There is more."
        )

    def typed(self) -> str:
        """The right keys, in the order of the options."""
        return ", ".join(key for key in self.options if key in self.right) or "none"

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The right options."""
        return markdown_tex("; ".join(text for key, text in self.options.items() if key in self.right) or "none")

    def seeded(self, label: str) -> Choices:
        """The same options, mixed for the problem `label`."""
        return replace(self, label=label)


@dataclass(frozen=True, slots=True)
class Ordering:
    """The `items` (key to Markdown) stand here in the right order, and are shown mixed.

    Where more than one order is right, `before` holds the pairs (earlier, later) that matter, and any order that
    keeps them is right.
    """

    items: Mapping[str, str]
    before: tuple[tuple[str, str], ...] = ()
    label: str = ""

    @property
    def field(self) -> Field:
        """The items, to be put in order."""
        return Field("ordering", options=mixed(self.items, self.label))

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """The keys in the order named, all of them. Raises ReadingError when one is missing, named twice or unknown."""
        keys = _read_several(text, self.items, self.label)
        if len(set(keys)) != len(keys) or len(keys) != len(self.items):
            raise ReadingError(f"Put all {len(self.items)} in order, each once.", 0, len(text))
        return Reading(tuple(keys), r" \to ".join(markdown_tex(self.items[key]) for key in keys))

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether the order is right; if not, how many at the start stand well."""
        place = {key: at for at, key in enumerate(reading.value)}
        keys = list(self.items)
        pairs = self.before or tuple(pairwise(keys))
        broken = [place[earlier] for earlier, later in pairs if place[earlier] > place[later]]
        if not broken:
            return RIGHT
        if self.before:
            return wrong("Something comes before what it needs.")
        good = next(at for at, (given, key) in enumerate(zip(reading.value, keys, strict=True)) if given != key)
        return wrong(
            f"The first {good} stand well."
            if good > 1
            else "The first stands well."
            if good
            else "Another one comes first."
        )

    def typed(self) -> str:
        """The keys in the right order."""
        return ", ".join(self.items)

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The items in the right order."""
        return r" \to ".join(map(markdown_tex, self.items.values()))

    def seeded(self, label: str) -> Ordering:
        """The same items, mixed for the problem `label`."""
        return replace(self, label=label)

    @staticmethod
    def put(*keys: str) -> Ordered:
        """The answer of somebody who puts the keys in this order: for a Mistake."""
        return Ordered(keys)


@dataclass(frozen=True, slots=True)
class Ordered:
    """A wrong road in an Ordering (the keys in this order) or in a Choices (these keys picked, where `any_order`)."""

    keys: tuple[str, ...]
    any_order: bool = False
    label: str = ""

    @property
    def field(self) -> Field:
        """The box of the question it belongs to."""
        return Field("choices" if self.any_order else "ordering")

    def read(self, text: str, symbols: Mapping[str, str]) -> Reading:
        """The keys named, where all are among these. Raises ReadingError otherwise."""
        return Reading(tuple(_read_several(text, dict.fromkeys(self.keys, ""), self.label)))

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether they are these."""
        same = set(reading.value) == set(self.keys) if self.any_order else reading.value == self.keys
        return RIGHT if same else wrong()

    def typed(self) -> str:
        """The keys."""
        return ", ".join(self.keys)

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The keys, in words."""
        return markdown_tex(", ".join(self.keys))

    def seeded(self, label: str) -> Ordered:
        """The same in the problem `label`."""
        return replace(self, label=label)


def _read_one(text: str, options: Mapping[str, str], label: str) -> Reading:
    key = key_of(text, options, label)
    if key is None:
        raise ReadingError("Choose one of the options.", 0, len(text))
    return Reading(key, markdown_tex(options[key]))


def _read_several(text: str, options: Mapping[str, str], label: str) -> list[str]:
    return [_read_one(name, options, label).value for name in _names(text)]


def _names(text: str) -> Iterable[str]:
    return (name for name in re.split(r"[,;\s]+", text) if name)
