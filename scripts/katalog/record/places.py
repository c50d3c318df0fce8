"""Places of a record by the schema, and what stands at them in data.

A `Place` is keys from the top of a record, `*` for every item of a list: `("ingang", "*", "vag")`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from katalog.record.problem import DataPath

EACH = "*"
Place = tuple[str, ...]


def places_below(node: dict[str, Any], place: Place = ()) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every place inside the subschema `node`, with the subschema that stands there; outer ones before inner."""
    inner = [((*place, EACH), node["items"])] if "items" in node else []
    inner += [((*place, name), part) for name, part in node.get("properties", {}).items()]
    for where, part in inner:
        yield where, part
        yield from places_below(part, where)


def values_at(value: Any, place: Place, path: DataPath = ()) -> Iterator[tuple[DataPath, Any]]:
    """What `value` holds at `place`, each with its own path. What is missing or has another shape is passed over."""
    if not place:
        yield path, value
    elif place[0] == EACH:
        for index, item in enumerate(value if isinstance(value, list | tuple) else ()):
            yield from values_at(item, place[1:], (*path, index))
    elif isinstance(value, Mapping) and place[0] in value:
        yield from values_at(value[place[0]], place[1:], (*path, place[0]))


def put_value(data: Any, path: DataPath, value: Any) -> None:
    """Put `value` in plain data where `path` leads: there must be something there already."""
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value
