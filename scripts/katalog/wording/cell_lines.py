"""A list of groups (tider, ersattning, kallor ...) <-> one line for each in a cell, in the words of the page.

`FORMS` states each line once, for both ways. An item that no form says whole, or whose line would be read as something
else, is written with the titles of its parts: `Dag: Måndag; Från: 09:00`. So every item that is written is read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from katalog.record import suggest
from katalog.record.problem import quoted
from katalog.record.schema import Json, constants, kinds_of
from katalog.wording.cells import (
    Cell,
    Names,
    UnreadableCellError,
    Way,
    is_year,
    lines_in,
    quote,
    unquote,
    way_of,
    word_of,
)

# {part}: its value; {part=word}: the word when it is true; [ ]: left out when a part in it is. The first that fits.
FORMS: Mapping[str, tuple[str, ...]] = {
    "tider": (
        "{dag}[ {ungefar=omkring}] {fran}–{till}[ – {vad}]",
        "{dag}[ {ungefar=omkring}] från {fran}[ – {vad}]",
        "{dag} {fran}–{till}[ {vad}]",
        "{dag}[ – {vad}]",
        "[{ungefar=omkring} ]{fran}–{till} – {vad}",
        "[{ungefar=omkring} ]från {fran} – {vad}",
        "{vad}",
    ),
    "ingang": ("[{tolkad=troligen}: ]{vag}[ – gäller: {galler_for}][ – {forklaring}]",),
    "ersattning": ("{slag}[: {belopp_kr} kr][ per {enhet}][ ({ar})]", "{slag} {belopp_kr} kr[ per {enhet}][ ({ar})]"),
    "kostnad_for_dig": (
        "{vad}: {belopp_kr} kr[ per {enhet}][ ({ar})]",
        "{vad} {belopp_kr} kr[ per {enhet}][ ({ar})]",
        "{vad}[ ({ar})]",
    ),
    "betalning": ("{slag}[ – gäller: {galler_for}]",),
    "resultat": (
        "{matt}: {antal}[ av {av}][, {procent} procent] – period: {period}[ – källa: {kalla}]",
        "{matt}: {procent} procent[ av {av}] – period: {period}[ – källa: {kalla}]",
        "{matt} – period: {period}[ – källa: {kalla}]",
    ),
    "anmarkning": ("{text}[ – gäller: {galler}]",),
    "kallor": (
        "{webb}[ – {ar}][ – {slag}][ – gäller: {galler}]",
        "{titel}[ – {ar}][ – {slag}][ – gäller: {galler}][ – {webb}]",
    ),
}
_GENERAL = ("{%s}",)  # a field without forms: see `_pairs_of`
_SLOT = re.compile(r"\{(\w+)(?:=([^}]+))?\}")
_PIECE = re.compile(r"\[([^\]]+)\]|([^\[]+)")
_DASH = "[-–—]"
_CLOCK = r"(?:kl\.? ?)?(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"
_SIGNS = {" – ": f" +{_DASH} +", "–": f" *(?:{_DASH}|till) *", ": ": " *: *", " ": " +"}
_LONGEST = 3000  # characters of a line that is looked at


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What a line of one field is made of: its parts' subschemas and ways, and what a text alone stands for."""

    field: str
    nodes: Mapping[str, Json]
    ways: Mapping[str, Way]
    short: str | None  # the part that a group written as a text alone is
    example: str = ""

    @cached_property
    def forms(self) -> tuple[_Form, ...]:
        return tuple(_Form.of(form, self.nodes) for form in FORMS.get(self.field, ()))

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Folded title -> part."""
        return {suggest.fold(node["title"]): name for name, node in self.nodes.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """One way to say an item: pieces that are always there or optional, and the pattern that takes them back."""

    pieces: tuple[tuple[bool, str], ...]
    pattern: re.Pattern[str]
    names: frozenset[str]
    words: Mapping[str, str]

    @classmethod
    def of(cls, form: str, nodes: Mapping[str, Json]) -> _Form:
        pieces = tuple((found[1] is not None, found[1] or found[2]) for found in _PIECE.finditer(form))
        pattern = "".join(f"(?:{_taken(text, nodes)})?" if maybe else _taken(text, nodes) for maybe, text in pieces)
        slots = [(slot[1], slot[2]) for slot in _SLOT.finditer(form)]
        return cls(
            pieces=pieces,
            pattern=re.compile(pattern, re.IGNORECASE | re.DOTALL),
            names=frozenset(name for name, _ in slots),
            words={name: word for name, word in slots if word},
        )

    def say(self, item: Mapping[str, Any], ways: Mapping[str, Way]) -> str | None:
        """None when the form cannot tell all that the item holds."""
        if not item.keys() <= self.names or any(item.get(name, True) is not True for name in self.words):
            return None
        told = ""
        for is_optional, text in self.pieces:
            if all(slot[1] in item for slot in _SLOT.finditer(text)):
                told += _SLOT.sub(lambda slot: slot[2] or word_of(item[slot[1]], ways[slot[1]]), text)
            elif not is_optional:
                return None
        return told


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

    return Way(write=lambda value: "\n".join(_say(one, parts) for one in value), read=read, is_list=True)


def _with_fields(nodes: Mapping[str, Json], titles: Mapping[str, str]) -> dict[str, Json]:
    return {name: {**node, "x-titlar": titles} if _names_fields(node) else node for name, node in nodes.items()}


def _names_fields(node: Json) -> bool:
    return "falt" in (node.get("x-forslag"), node.get("items", {}).get("x-forslag"))


def _part_way(node: Json, names: Names, titles: Mapping[str, str]) -> Way:
    if not _names_fields(node):
        return _clock_way(node) if _is_clock(node) else way_of(node, names)
    known = {suggest.fold(name): name for name in titles} | {suggest.fold(title): name for name, title in titles.items()}

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


def _is_clock(node: Json) -> bool:
    pattern = node.get("pattern", "x")
    return "x-text" not in node and bool(re.search(pattern, "09:00"))


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
    pieces = re.findall(r'(?:[^;"]|"(?:[^"]|"")*")+', line)
    pairs = [re.match(r"\s*([^:\"]+?)\s*:\s*(.+?)\s*$", piece, re.DOTALL) for piece in pieces]
    if not all(pair and suggest.fold(pair[1]) in parts.titles for pair in pairs):
        return None
    item = {parts.titles[suggest.fold(pair[1])]: unquote(pair[2]) for pair in pairs if pair}
    return {name: parts.ways[name].read(text) for name, text in _ordered(item, parts)}


def _ordered(item: Mapping[str, Any], parts: Parts) -> Iterator[tuple[str, Any]]:
    return ((name, item[name]) for name in parts.nodes if name in item)


def _items(given: Mapping[str, str], form: _Form, parts: Parts) -> Iterator[dict[str, Any]]:
    several = {name: _several(text, parts.nodes[name]) for name, text in given.items()}
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


# Patterns


def _taken(text: str, nodes: Mapping[str, Json]) -> str:
    """The pattern of a piece of a form: its words, and a group for each part."""
    out, last = "", 0
    for slot in _SLOT.finditer(text):
        out += _literal(text[last : slot.start()])
        out += f"(?P<{slot[1]}>{re.escape(slot[2]) if slot[2] else _pattern(nodes[slot[1]])})"
        last = slot.end()
    return out + _literal(text[last:])


def _literal(text: str) -> str:
    """Words as they stand; a dash may be any dash, a space any number of them."""
    return "".join(_SIGNS.get(sign) or re.escape(sign) for sign in re.findall(r" – |: |–| |[^ –:]+|:", text))


def _pattern(node: Json) -> str:
    values = constants(node)
    if values:
        return _among(_spelled(values), separators=rf"{_DASH}|,|och|till" if _has_days(values) else "")
    if "x-titlar" in node:
        titles: Mapping[str, str] = node["x-titlar"]
        return _among([*titles.values(), *titles], separators=",")
    kinds = kinds_of(node)
    if "integer" in kinds or "number" in kinds:
        return r"\d{4}" if is_year(node) else r"\d[\d ]*" + ("" if "integer" in kinds else r"(?:,\d+)?")
    if _is_clock(node):
        return _CLOCK
    if "x-text" not in node and re.search(node.get("pattern", "^x$"), "https://a.se"):
        return r"(?:https?://|www\.)\S+"
    return r"\S(?:.*?\S)?"


def _among(words: Sequence[str], *, separators: str) -> str:
    one = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return rf"(?:{one})(?: *(?:{separators}) *(?:{one}))*" if separators else one


def _spelled(values: Sequence[Json]) -> list[str]:
    return [word for value in values for word in (value["title"], *value.get("x-alias", ()))]


def _has_days(values: Sequence[Json]) -> bool:
    return any("x-dagar" in value for value in values)


def _several(text: str, node: Json) -> list[str]:
    """The values of a text that names several days: `mån–ons`, `mån, ons och fre`; [] for any other text."""
    values = constants(node) or []
    order = [value["const"] for value in values if value.get("x-dagar") == [value["const"]]]
    known = {suggest.fold(word): value["const"] for value in values for word in (value["title"], *value.get("x-alias", ()))}
    if not order or suggest.fold(text) in known:
        return []
    found: list[str] = []
    for part in re.split(r" *(?:,|och) *", text, flags=re.IGNORECASE):
        ends = [known.get(suggest.fold(word), "") for word in re.split(rf" *(?:{_DASH}|till) *", part)]
        if len(ends) == 2 and all(end in order for end in ends) and order.index(ends[0]) < order.index(ends[1]):
            found += order[order.index(ends[0]) : order.index(ends[1]) + 1]
        elif len(ends) == 1 and ends[0]:
            found += ends
        else:
            raise UnreadableCellError(f"”{quoted(text)}” går inte att läsa som dagar. Skriv en dag på varje rad.")
    return found
