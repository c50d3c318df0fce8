"""Text of a record that loads -> where its values and comments stand, so that an edit can touch only them.

Input: raw text without byte order mark, which `load` has accepted. Output: spans and comments in character positions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from katalog.record.problem import DataPath

_BLOCK_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")
_COMMENT = re.compile(r"(?<![^\s,\[\]{}])#[^\r\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters `start` up to `end` of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """`text` begins with #. `is_own_line` is False for a comment after content."""

    start: int
    column: int
    text: str
    is_own_line: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key at the top of the record: its name and where its lines begin and its value ends."""

    name: str
    start: int
    value_end: int


def find_scalars(text: str) -> dict[DataPath, Span]:
    """Path -> the characters of each plain, quoted or block value."""
    found: dict[DataPath, Span] = {}
    _collect(_root(text), (), found)
    return {path: _trimmed(text, span) for path, span in found.items()}


def find_fields(text: str) -> list[Field]:
    """The record's own keys in the order they stand. Raises ValueError when the record is written with { }."""
    root = _root(text)
    if not isinstance(root, MappingNode) or root.flow_style:
        raise ValueError("flow")
    keys = [(key.value, key.start_mark.index) for key, _ in root.value]
    ends = _token_spans(text)
    borders = [start for _, start in keys[1:]] + [len(text)]
    fields = []
    for (name, start), border in zip(keys, borders, strict=True):
        last = max(span.end for span in ends if span.start < border)
        fields.append(Field(name=name, start=start, value_end=last))
    return fields


def find_comments(text: str) -> list[Comment]:
    """Every comment in the order it stands. A # inside a value is none."""
    starts = [0]
    found: list[int] = []
    for span in _token_spans(text, trimmed=False):
        header = _BLOCK_HEADER_COMMENT.match(text, span.start, span.end)
        found += [match.start() for match in _COMMENT.finditer(text, starts[-1], span.start)]
        if header:
            found.append(header.start(1))
        starts.append(max(starts[-1], span.end))
    found += [match.start() for match in _COMMENT.finditer(text, starts[-1])]
    return [_comment(text, start) for start in found]


def _comment(text: str, start: int) -> Comment:
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    match = re.compile(r"[^\r\n]*").match(text, start)
    shown = match[0].rstrip() if match else ""
    before = text[line_start:start]
    # A comment beside the dash of an item stands for the item: as if it stood on a line above, not indented.
    is_own_line = not before.strip(" -")
    column = 0 if is_own_line and "-" in before else start - line_start
    return Comment(start=start, column=column, text=shown, is_own_line=is_own_line)


def _root(text: str) -> Node | None:
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def _collect(node: Node | None, path: DataPath, found: dict[DataPath, Span]) -> None:
    if isinstance(node, ScalarNode):
        found[path] = Span(start=node.start_mark.index, end=node.end_mark.index)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            _collect(value, (*path, key.value), found)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            _collect(item, (*path, index), found)


def _token_spans(text: str, *, trimmed: bool = True) -> list[Span]:
    return list(_spans(text, trimmed))


def _spans(text: str, trimmed: bool) -> Iterator[Span]:
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start, end = token.start_mark.index, token.end_mark.index
        if end > start and not isinstance(token, yaml.DocumentEndToken):
            span = Span(start=start, end=end)
            yield _trimmed(text, span) if trimmed else span


def _trimmed(text: str, span: Span) -> Span:
    """A block value's span takes in the empty lines after it; they belong to it only with the mark `+`."""
    header = re.compile(r"[|>][-0-9]*\+").match(text, span.start)
    if text[span.start : span.start + 1] not in ("|", ">") or header:
        return span
    return Span(start=span.start, end=span.start + len(text[span.start : span.end].rstrip()))
