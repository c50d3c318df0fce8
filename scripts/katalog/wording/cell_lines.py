"""A list of groups (tider, ersattning, kallor ...) <-> one line for each in a cell, in the words of the page.

`FORMS` states each line once, for both ways. An item that no form says whole, or whose line would be read as something
else, is written with the titles of its parts: `Dag: Måndag; Från: 09:00`. So every item that is written is read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from katalog.record import suggest
from katalog.record.problem import quoted
from katalog.record.schema import Json, constants
from katalog.wording.cell_forms import FORMS, Form, is_clock, several_days
from katalog.wording.cell_text import Cell, UnreadableCellError, lines_in, quote, unquote
from katalog.wording.cells import Names, Way, way_of, word_of

_LONGEST = 3000  # characters of a line that is looked at
_REMEMBERED = 5000  # lines of one field


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What a line of one field is made of: its parts' subschemas and ways, and what a text alone stands for."""

    field: str
    nodes: Mapping[str, Json]
    ways: Mapping[str, Way]
    short: str | None  # the part that a group written as a text alone is

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        return tuple(Form.of(form, self.nodes) for form in FORMS.get(self.field, ()))

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Folded title -> part."""
        return {suggest.fold(node["title"]): name for name, node in self.nodes.items()}


def lines_way(field: str, node: Json, names: Names, titles: Mapping[str, str]) -> Way:
    """The way of a list of groups. `titles` are those of the fields, by which a group may say what it is about."""
    item = node["items"]
    nodes: Mapping[str, Json] = item["properties"]
    ways = {name: _part_way(part, names, titles) for name, part in nodes.items()}
    parts = Parts(field=field, nodes=_with_fields(nodes, titles), ways=ways, short=item.get("x-enkel"))
    example = next(_say(one, parts) for one in item["examples"])

    def read(cell: Cell) -> list[Any]:
        found: list[Any] = []
        for line in lines_in(cell):
            found += [one for one in _read_line(line, parts, example) if one not in found]
        return found

    known: dict[str, str] = {}

    def line_of(item: Any) -> str:
        """Hours and sources are the same in many records."""
        if (key := repr(item)) not in known:
            if len(known) >= _REMEMBERED:
                known.clear()
            known[key] = _say(item, parts)
        return known[key]

    return Way(write=lambda value: "\n".join(map(line_of, value)), read=read, is_list=True)


def _with_fields(nodes: Mapping[str, Json], titles: Mapping[str, str]) -> dict[str, Json]:
    return {name: {**node, "x-titlar": titles} if _names_fields(node) else node for name, node in nodes.items()}


def _names_fields(node: Json) -> bool:
    return "falt" in (node.get("x-forslag"), node.get("items", {}).get("x-forslag"))


def _part_way(node: Json, names: Names, titles: Mapping[str, str]) -> Way:
    if not _names_fields(node):
        return _clock_way(node) if is_clock(node) else way_of(node, names)
    known = {suggest.fold(name): name for name in titles} | {
        suggest.fold(title): name for name, title in titles.items()
    }

    def read(cell: Cell) -> list[str]:
        words = [word.strip() for word in str(cell).split(",")]
        return [word if word in titles else known.get(suggest.fold(word), word) for word in words if word]

    return Way(write=lambda value: ", ".join(_lower(titles.get(name, name)) for name in value), read=read)


def _clock_way(node: Json) -> Way:
    plain = way_of(node, Names(by_id={}))

    def read(cell: Cell) -> Any:
        found = re.fullmatch(r"(?:kl\.? ?)?(\d{1,2})(?:[:.](\d\d))?", str(cell), re.IGNORECASE)
        return f"{int(found[1]):02}:{found[2] or '00'}" if found else plain.read(cell)

    return Way(write=plain.write, read=read)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _say(item: Any, parts: Parts) -> str:
    """The item's line: the first form that is read back as the item."""
    group = {parts.short: item} if isinstance(item, str) and parts.short else item
    for form in parts.forms:
        line = form.say(group, parts.ways)
        if line and _is_read_back(line, item, parts):
            return line
    return _pairs_of(group, parts)


def _is_read_back(line: str, item: Any, parts: Parts) -> bool:
    try:
        lines = list(lines_in(line))
        return len(lines) == 1 and _read_line(lines[0], parts, "") == [_shortest(item, parts)]
    except UnreadableCellError:
        return False


def _shortest(item: Any, parts: Parts) -> Any:
    """A group that says no more than its text alone stands as that text."""
    return item[parts.short] if isinstance(item, Mapping) and parts.short and [*item] == [parts.short] else item


def _pairs_of(group: Mapping[str, Any], parts: Parts) -> str:
    """`Titel: värde; Titel: värde`, for what no form says."""
    told = []
    for name, value in group.items():
        word = _exact(value, parts.ways[name])
        is_plain = not re.search(r'[;"]', word) and word == word.strip()
        told.append(f"{parts.nodes[name]['title']}: {word if is_plain else quote(word)}")
    return "; ".join(told)


def _exact(value: Any, way: Way) -> str:
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return word_of(value, way)


def _read_line(line: str, parts: Parts, example: str) -> list[Any]:
    """The items of a line: one, or several when it names several days."""
    if len(line) > _LONGEST:
        raise UnreadableCellError(f"Raden är {len(line)} tecken. Högst {_LONGEST} läses.")
    paired = _paired(line, parts)
    if paired is not None:
        return [_shortest(paired, parts)]
    for form in parts.forms:
        found = form.pattern.fullmatch(line)
        if found:
            given = {name: text for name, text in found.groupdict().items() if text is not None}
            return [_shortest(item, parts) for item in _items(given, form, parts)]
    raise UnreadableCellError(_unread(line, parts, example))


def _paired(line: str, parts: Parts) -> dict[str, Any] | None:
    """The item when every piece of the line is a title with its value."""
    pieces = re.findall(r'(?:[^;"]|"[^"]*")+', line)
    pairs = [re.match(r"\s*([^:\"]+?)\s*:\s*(.+?)\s*$", piece, re.DOTALL) if ":" in piece else None for piece in pieces]
    if not all(pair and suggest.fold(pair[1]) in parts.titles for pair in pairs):
        return None
    item = {parts.titles[suggest.fold(pair[1])]: unquote(pair[2]) for pair in pairs if pair}
    return {name: parts.ways[name].read(text) for name, text in _ordered(item, parts)}


def _ordered(item: Mapping[str, Any], parts: Parts) -> Iterator[tuple[str, Any]]:
    return ((name, item[name]) for name in parts.nodes if name in item)


def _items(given: Mapping[str, str], form: Form, parts: Parts) -> Iterator[dict[str, Any]]:
    several = {name: several_days(text, parts.nodes[name]) for name, text in given.items()}
    name, values = next(((name, values) for name, values in several.items() if values), ("", [None]))
    for value in values:
        item = {key: True if key in form.words else parts.ways[key].read(text) for key, text in _ordered(given, parts)
                if key != name}  # fmt: skip
        yield dict(_ordered({**item, name: value} if name else item, parts))


def _unread(line: str, parts: Parts, example: str) -> str:
    """Why no form takes the line: most often its first word is none of the vocabulary."""
    first = next((parts.nodes[name] for name in parts.nodes if constants(parts.nodes[name])), None)
    labels = [value["title"] for value in constants(first or {}) or ()]
    head = re.split(r"[:(–]| - | från ", line)[0].strip()
    meant = suggest.closest(head, suggest.spellings(labels))
    cure = f"Menade du ”{meant}”? " if meant else ""
    return f"”{quoted(line)}” går inte att läsa. {cure}Skriv till exempel: {example}"
