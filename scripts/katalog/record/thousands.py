"""A number that is written with a point for thousands.

YAML reads `belopp_kr: 1.200` as one and a fifth, and twelve hundred was meant. Input: a file's composed document and
the schema. Output: a fault for each number with one to three digits before its point and three after it: no field of a
record needs three decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from katalog.record.nodes import PLAIN
from katalog.record.problem import DataPath, Fault
from katalog.record.schema import Json, kinds_of

CODES = {"tal-tusental": "Talet har punkt för tusental"}
_GROUPED = r"[-+]?([1-9][0-9]{0,2})\.([0-9]{3})"
_POSSIBLE = re.compile(r"\.(?<=[0-9]\.)[0-9]{3}(?![0-9.])")  # sought by its point: most files have few
_MESSAGE = "{skrivet} läses som ett tal med tre decimaler. Är det tusental: skriv {helt}. Annars: högst två decimaler."


def may_hold_thousands(text: str) -> bool:
    """False for nearly every file, and then the rest need not be asked."""
    return _POSSIBLE.search(text) is not None


def thousands(node: Node | None, schema: Json, path: DataPath = ()) -> Iterator[Fault]:
    """Code `tal-tusental` for each such number below `node` where `schema` wants a number."""
    for place, text in _numbers(node, schema, path):
        found = re.fullmatch(_GROUPED, text)
        if found:
            message = _MESSAGE.format(skrivet=text, helt=found[1] + found[2])
            yield Fault(path=place, code="tal-tusental", message=message)


def _numbers(node: Any, schema: Json, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """What stands, without quotes, where a number should."""
    if isinstance(node, MappingNode):
        known = schema.get("properties", {})
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                yield from _numbers(value, known.get(key.value, {}), (*path, key.value))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from _numbers(item, schema.get("items", {}), (*path, index))
    elif isinstance(node, ScalarNode) and node.tag == PLAIN and _is_number(schema):
        yield path, node.value


def _is_number(schema: Json) -> bool:
    kinds = kinds_of(schema)
    return "number" in kinds or "integer" in kinds
