"""A text that ends at # though the writer may have meant it to go on.

YAML reads `namn: Snickeriet #1 i Farsta` as `Snickeriet`. Input: a file's text and the schema. Output: line, column and
message for each comment after an unquoted text that does not look like one. A comment looks like one with two spaces
before its # and one after, as `katalog format` writes it; a value from a list or a number is whole in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from katalog.record.characters import lines_of
from katalog.record.nodes import PLAIN
from katalog.record.schema import Json, constants, kinds_of

_POSSIBLE = r"[^\s#][ \t]+#"
_PLAINLY_MEANT = r"[ \t]{2,}#(?:\s|$)"
_AFTER = r"[ \t]+#"
_MESSAGE = (
    "Texten slutar före #. Hör resten till texten: sätt allt inom citattecken. "
    "Är det en kommentar: skriv två mellanslag före # och ett efter."
)


def may_be_cut(text: str) -> bool:
    """False for nearly every file, and then the rest need not be asked."""
    return (" #" in text or "\t#" in text) and re.search(_POSSIBLE, text) is not None


def cut_texts(root: Node | None, text: str, schema: Json) -> Iterator[tuple[int, int, str]]:
    """Line and column, from 1, of each such # below `root`, the composed document, and the message."""
    lines = lines_of(text)
    for node in _free_texts(root, schema):
        rest = lines[node.end_mark.line][node.end_mark.column :]
        if re.match(_AFTER, rest) and not re.match(_PLAINLY_MEANT, rest):
            yield node.end_mark.line + 1, node.end_mark.column + rest.index("#") + 1, _MESSAGE


def _free_texts(node: Any, schema: Json) -> Iterator[ScalarNode]:
    """The unquoted values of fields where the writer chooses the words."""
    if isinstance(node, MappingNode):
        known = schema.get("properties", {})
        for key, value in node.value:
            yield from _free_texts(value, known.get(key.value, {}) if isinstance(key, ScalarNode) else {})
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _free_texts(item, schema.get("items", {}))
    elif "string" in kinds_of(schema) and constants(schema) is None and node.tag == PLAIN and node.value:
        yield node
