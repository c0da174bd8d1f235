"""A lesson.md read into blocks, each with its line and its anchor; the syntax stands in docs/authoring.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from agnesi.content import front
from agnesi.content.blocks import (
    AnswerBlock,
    AsideBlock,
    Block,
    CodeBlock,
    ContrastBlock,
    ExampleBlock,
    FigureBlock,
    GuessBlock,
    KeepBlock,
    PracticeBlock,
    ProofBlock,
    Prose,
    Statement,
    TrapBlock,
)
from agnesi.content.front import Front, FrontError

B = TypeVar("B", bound=Block)
STATEMENTS = ("definition", "theorem", "lemma", "corollary", "remark")

_OPENING = re.compile(r"\{(?P<name>[a-z-]+)\}\s*(?P<argument>.*)")
_OPTION = re.compile(r":(?P<key>[a-z]+):\s*(?P<value>.*)")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_PRINTS = re.compile(r"^[ \t]*# ->[ ]?(.*)(?:\n|$)", re.MULTILINE)
_EXPORTED = re.compile(r"[a-z]\w*")


class LessonError(ValueError):
    """The lesson cannot be read; `line` is where, from 1."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(f"line {line}: {message}")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson as its author wrote it: front matter, blocks in order, and the whole text they came from."""

    front: Front
    blocks: tuple[Block, ...]
    text: str = ""

    def of(self, kind: type[B]) -> Iterator[B]:
        """The blocks of one kind, in order."""
        return (block for block in self.blocks if isinstance(block, kind))


def read(text: str) -> Lesson:
    """The lesson in `text`. Raises LessonError where a block is unknown, left open, or lacks what it needs.

    A lesson that does not place `:::{keep}` gets it as its last block.
    """
    head, body = _split(text)
    try:
        front_matter = front.read(head)
    except FrontError as error:
        raise LessonError(1, str(error)) from None
    blocks = list(_blocks(body))
    if not any(isinstance(block, KeepBlock) for block in blocks):
        blocks.append(KeepBlock(line=text.count("\n") + 1))
    return Lesson(front_matter, tuple(_anchored(blocks)), text)


def _split(text: str) -> tuple[str, str]:
    """Front matter and body; the body keeps its line numbers, blank lines standing where the front matter was."""
    if not text.startswith("---\n"):
        raise LessonError(1, "a lesson begins with its front matter between two lines `---`")
    end = text.find("\n---\n", 3)
    if end < 0:
        raise LessonError(1, "the front matter is not closed: put a line `---` below it")
    stop = end + len("\n---\n")
    return text[4 : end + 1], "\n" * text.count("\n", 0, stop) + text[stop:]


def _blocks(body: str) -> Iterator[Block]:
    lines = body.split("\n")
    start, end = 0, 0  # the prose not yet given out
    for token in _parser().parse(body):
        if token.level or token.map is None or not _is_block(token):
            if token.map is not None:
                end = max(end, token.map[1])
            continue
        yield from _prose(lines, start, token.map[0])
        yield _block(token, lines)
        start = token.map[1]
    yield from _prose(lines, start, max(end, start))


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).use(colon_fence_plugin).use(dollarmath_plugin).enable("table")


def _is_block(token: Token) -> bool:
    return token.type == "colon_fence" or (token.type == "fence" and token.info.strip() == "{python}")


def _prose(lines: list[str], start: int, end: int) -> Iterator[Prose]:
    text = "\n".join(lines[start:end])
    if text.strip():
        blank = len(text) - len(text.lstrip("\n"))
        yield Prose(text.strip("\n"), line=start + blank + 1)


def _block(token: Token, lines: list[str]) -> Block:
    assert token.map is not None
    first, stop = token.map
    line = first + 1
    if lines[stop - 1].strip() != token.markup or stop - first < 2:
        raise LessonError(line, f"this block is not closed: put a line {token.markup} below it")
    if token.type == "fence":
        return _code(token.content, line)
    opening = _OPENING.fullmatch(token.info.strip())
    if not opening:
        raise LessonError(
            line, "a block begins with three colons and its name in braces, such as :::{practice} compute"
        )
    name, argument = opening["name"], opening["argument"].strip()
    if name not in _MAKERS:
        raise LessonError(line, f"there is no block {name}; there are {', '.join(sorted(_MAKERS))}")
    options, text = _options(token.content)
    return _MAKERS[name](_Source(name, argument, options, text, line))


def _options(content: str) -> tuple[dict[str, str], str]:
    """The `:key: value` lines that a body begins with, and the rest."""
    options: dict[str, str] = {}
    rest = content.split("\n")
    while rest and (found := _OPTION.fullmatch(rest[0].strip())):
        options[found["key"]] = found["value"].strip()
        rest.pop(0)
    return options, "\n".join(rest).strip("\n")


@dataclass(frozen=True, slots=True)
class _Source:
    """One block as written; its methods take what is wanted and complain about the rest."""

    name: str
    argument: str
    options: Mapping[str, str]
    text: str
    line: int

    def slug(self, what: str, pattern: re.Pattern[str] = _SLUG) -> str:
        if not pattern.fullmatch(self.argument):
            raise LessonError(self.line, f"{self.name} wants the name of {what} after the brace")
        return self.argument

    def title(self, what: str) -> str:
        if not self.argument:
            raise LessonError(self.line, f"{self.name} wants {what} after the brace")
        return self.argument

    def number(self, key: str, default: int) -> int:
        value = self.options.get(key, str(default))
        if not re.fullmatch(r"-?\d+", value):
            raise LessonError(self.line, f":{key}: wants a whole number, and says {value!r}")
        return int(value)

    def body(self, wanted: str) -> str:
        if not self.text.strip():
            raise LessonError(self.line, f"{self.name} has no body: {wanted}")
        return self.text

    def only(self, *keys: str, body: bool = True) -> None:
        for key in self.options:
            if key not in keys:
                known = f"it knows {', '.join(f':{one}:' for one in keys)}" if keys else "it has no options"
                raise LessonError(self.line, f"{self.name} knows no :{key}:; {known}")
        if not body and self.text.strip():
            raise LessonError(self.line, f"{self.name} takes no body")


def _guess(source: _Source) -> Block:
    source.only(body=False)
    return GuessBlock(source.slug("a Guess"), line=source.line)


def _answer(source: _Source) -> Block:
    source.only()
    return AnswerBlock(source.slug("a Guess"), source.text, line=source.line)


def _contrast(source: _Source) -> Block:
    source.only()
    return ContrastBlock(source.slug("a Contrast"), source.text, line=source.line)


def _statement(source: _Source) -> Block:
    source.only("label")
    title, text = source.title("a title"), source.body("the statement, complete")
    return Statement(source.name, title, text, source.options.get("label", ""), line=source.line)


def _proof(source: _Source) -> Block:
    source.only()
    return ProofBlock(source.slug("a Proof"), source.text, line=source.line)


def _example(source: _Source) -> Block:
    source.only("seed")
    seed = source.number("seed", -1)
    if seed >= 0:
        raise LessonError(source.line, "the seed of an example is negative, so that practice never draws it")
    return ExampleBlock(source.slug("an exercise"), seed, source.text, line=source.line)


def _practice(source: _Source) -> Block:
    source.only("given")
    return PracticeBlock(source.slug("an exercise"), source.number("given", 0), source.text, line=source.line)


def _figure(source: _Source) -> Block:
    source.only("predict")
    return FigureBlock(
        source.slug("a figure", _EXPORTED), source.options.get("predict", ""), source.text, line=source.line
    )


def _trap(source: _Source) -> Block:
    source.only()
    belief = source.title("the belief, in the reader's words,")
    return TrapBlock(belief, source.body("say that it is not so, and why it tempts"), line=source.line)


def _aside(source: _Source) -> Block:
    source.only()
    return AsideBlock(source.body("a margin note"), line=source.line)


def _keep(source: _Source) -> Block:
    source.only(body=False)
    return KeepBlock(line=source.line)


_MAKERS: dict[str, Callable[[_Source], Block]] = {
    "guess": _guess,
    "answer": _answer,
    "contrast": _contrast,
    **dict.fromkeys(STATEMENTS, _statement),
    "proof": _proof,
    "example": _example,
    "practice": _practice,
    "figure": _figure,
    "trap": _trap,
    "aside": _aside,
    "keep": _keep,
}


def _code(content: str, line: int) -> CodeBlock:
    options, code = _options(content)
    source = _Source("a code cell", "", options, code, line)
    source.only("predict", "change", "by", "result")
    expected = tuple(found[1].rstrip() for found in _PRINTS.finditer(code))
    return CodeBlock(
        _PRINTS.sub("", code).rstrip(),
        expected,
        options.get("predict", ""),
        options.get("change", ""),
        options.get("result", ""),
        options.get("by", ""),
        line=line,
    )


def _anchored(blocks: list[Block]) -> Iterator[Block]:
    """Each block with an address of its own: its label, or what it shows, numbered from the second on."""
    seen: Counter[str] = Counter()
    for block in blocks:
        name = _address(block)
        seen[name] += 1
        yield replace(block, anchor=name if seen[name] == 1 else f"{name}-{seen[name]}")


def _address(block: Block) -> str:
    match block:
        case Statement(label=label) if label:
            return label
        case Statement(kind=kind):
            return kind
        case GuessBlock(name) | ContrastBlock(name) | ProofBlock(name) | FigureBlock(name):
            return f"{_kind(block)}-{name}"
        case AnswerBlock(name):
            return f"answer-{name}"
        case ExampleBlock(exercise) | PracticeBlock(exercise):
            return f"{_kind(block)}-{exercise}"
        case _:
            return _kind(block)


def _kind(block: Block) -> str:
    return type(block).__name__.removesuffix("Block").lower()
