"""What libyaml reads though YAML 1.2 forbids it, or reads as something else: refused, never guessed.

Input: a text that libyaml has read. Output: line, column and message of each place where another reader would see
something else. Measured against yaml-test-suite (https://github.com/yaml/yaml-test-suite, branch data, 2022-01-17):
its cases 652Z, 9C9N, CVW2, HM87/01, QB6E, S98Z, SU5Z, X4QW and YJV2 are those that libyaml 0.2.5 takes otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not re-export it
from yaml.nodes import Node, ScalarNode

from katalog.record.characters import lines_of

# Any of these may stand in a text quite rightly; only then are the tokens looked at, which takes as long as parsing.
_STUCK_BEFORE = frozenset("\"'][{},|>:0123456789+-")  # what a comment may not touch
_FLOW_MARKS = r"[{\[,]\s*\?\S|[\[,]\s*-\s*[\],]"
_BLANK_BLOCK = r"[|>][-+0-9]*[ \t]*(?:\#[^\r\n]{0,200})?(?:\r\n?|\n) *(?:\r|\n)"
_COMMENT = "Före # ska det stå ett mellanslag. Sätt texten inom citattecken om # hör till den."
_QUESTION = "Texten börjar med ? inom [ ] eller { }. Sätt den inom citattecken."
_DASH = "Ett ensamt streck inom [ ]. Sätt det inom citattecken, eller ta bort det."
_BLANK = "Den tomma raden har fler mellanslag än texten under den. Ta bort mellanslagen."
_SPREAD = "Raden hör till det som börjar på rad {line}. Dra in den med minst {indent} mellanslag."
_JOINED = "Raden räknas till texten ovanför. Dra in strecket lika långt som strecken i listan, eller ta bort det."
_ITEM = r" *[-*\u2022] "
_ENDS = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
_STARTS = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
_BEFORE_COMMENT = (*_STARTS, *_ENDS, yaml.FlowEntryToken, yaml.ValueToken)
Loose = tuple[int, int, str]


def loose_places(text: str, spread: Sequence[tuple[Node, int]], joined: Sequence[Node]) -> list[Loose]:
    """Line and column, from 1, and message, in order. `spread` and `joined` are what `nodes.Reader` noted."""
    is_suspect = _is_suspect(text)
    if not (spread or joined or is_suspect):
        return []
    lines = lines_of(text)
    found = [*_indents(lines, spread), *_joined(lines, joined)]
    if is_suspect:
        found += _tokens(text, lines)
    return sorted(found)


def _is_suspect(text: str) -> bool:
    """The characters are looked for one by one: that is a fifth of the work of a pattern for all."""
    if ("[" in text or "{" in text) and re.search(_FLOW_MARKS, text):
        return True
    at = text.find("#", 1)
    while at > 0:
        if text[at - 1] in _STUCK_BEFORE:
            return True
        at = text.find("#", at + 1)
    return ("|" in text or ">" in text) and re.search(_BLANK_BLOCK, text) is not None


def _indents(lines: Sequence[str], spread: Sequence[tuple[Node, int]]) -> Iterator[Loose]:
    """A value between quotes or brackets goes on further in than the field it belongs to (YAML 1.2.2, 6.1)."""
    for node, indent in spread:
        first = node.start_mark.line
        for number in range(first + 1, node.end_mark.line + 1):
            rest = lines[number].lstrip(" ")
            is_comment = rest.startswith("#") and not isinstance(node, ScalarNode)
            if rest and not is_comment and len(lines[number]) - len(rest) <= indent:
                yield number + 1, len(lines[number]) - len(rest) + 1, _SPREAD.format(line=first + 1, indent=indent + 1)
                break


def _joined(lines: Sequence[str], joined: Sequence[Node]) -> Iterator[Loose]:
    """Valid YAML and never meant: an item indented as if the text above it went on becomes a part of that text."""
    for node in joined:
        for number in range(node.start_mark.line + 1, node.end_mark.line + 1):
            found = re.match(_ITEM, lines[number])
            if found:
                yield number + 1, found.end() - 1, _JOINED
                break


def _tokens(text: str, lines: Sequence[str]) -> Iterator[Loose]:
    parser = CParser(text)
    depth, before = 0, None
    while parser.check_token():
        token: Any = parser.get_token()
        depth += isinstance(token, _STARTS) - isinstance(token, _ENDS)
        if depth and isinstance(token, yaml.KeyToken) and re.match(r"\?[^\s]", _rest(lines, token.start_mark)):
            yield *_place(token.start_mark), _QUESTION
        elif isinstance(token, yaml.ScalarToken):
            yield from _scalar(token, lines, depth and isinstance(before, (*_STARTS, yaml.FlowEntryToken)))
        elif isinstance(token, _BEFORE_COMMENT) and _rest(lines, token.end_mark).startswith("#"):
            yield *_place(token.end_mark), _COMMENT
        before = token


def _scalar(token: Any, lines: Sequence[str], is_flow_item: int) -> Iterator[Loose]:
    if token.style in ("|", ">"):
        yield from _block(token, lines)
    elif token.style in ("'", '"') and _rest(lines, token.end_mark).startswith("#"):
        yield *_place(token.end_mark), _COMMENT
    elif token.plain and token.value == "-" and is_flow_item:
        yield *_place(token.start_mark), _DASH


def _block(token: Any, lines: Sequence[str]) -> Iterator[Loose]:
    """The head of a block text, and the blank lines above its first line, which may not be longer than its indent."""
    head = _rest(lines, token.start_mark)
    stuck = re.match(r"[|>][-+0-9]*#", head)
    if stuck:
        yield token.start_mark.line + 1, token.start_mark.column + stuck.end(), _COMMENT
    if re.match(r"[|>][-+]?[0-9]", head):
        return
    blank: list[int] = []
    for number in range(token.start_mark.line + 1, len(lines)):
        line = lines[number]
        if line.strip(" "):
            indent = len(line) - len(line.lstrip(" "))
            yield from ((n + 1, 1, _BLANK) for n in blank if len(lines[n]) > indent)
            return
        blank.append(number)


def _rest(lines: Sequence[str], mark: Any) -> str:
    return lines[mark.line][mark.column :] if mark.line < len(lines) else ""


def _place(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1
