"""One value of a record <-> what stands in a cell of a sheet, by the value's subschema.

Input: a subschema and what records are called. Output: `Way`: `write` makes the cell, `read` takes any cell back or
raises `UnreadableCellError` with a sentence for a clerk. No field is named here.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from katalog.record import suggest
from katalog.record.entry import is_id
from katalog.record.problem import quoted
from katalog.record.schema import Json, constants, is_reference, kinds_of
from katalog.wording.cell_text import NO, YES, Cell, UnreadableCellError, clean, lines_in, quote, turned, unquote
from katalog.wording.view import number

_YES_WORDS = frozenset({"ja", "j", "x", "true", "sant", "1", "yes"})
_NO_WORDS = frozenset({"nej", "n", "false", "falskt", "0", "no"})
_NUMBER = re.compile(
    r"(-?\d{1,3}(?: \d{3})+|-?\d{1,15})(?:[.,](\d{1,10}))?(?: ?(?:kr|kronor|:-|år|st|%))?", re.IGNORECASE
)
_DATES = (
    (re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T]00:00(?::00)?)?"), (1, 2, 3)),
    (re.compile(r"(\d{4})(\d{2})(\d{2})"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[./](\d{1,2})[ ./](\d{4})"), (3, 2, 1)),
    (re.compile(r"(\d{1,2}) ([a-zåäö]{3,9})\.? (\d{4})", re.IGNORECASE), (3, 2, 1)),
)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LOST_ZERO = "Talet {varde} kan ha förlorat en nolla i början. Skriv det som text, med bindestreck: {exempel}."
_TWO_NUMBERS = "”{varde}” kan vara tusental eller decimaler. Skriv tusental med mellanslag och decimaler med komma."


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How values of one kind are written and read. `choices` are the words to choose among, if there are such."""

    write: Callable[[Any], Cell]
    read: Callable[[Cell], Any]
    choices: tuple[str, ...] = ()
    is_list: bool = False


@dataclass(frozen=True, kw_only=True)
class Names:
    """What every record is called, by id."""

    by_id: Mapping[str, str]

    @cached_property
    def ids(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name -> the ids that have it."""
        found: dict[str, tuple[str, ...]] = {}
        for record_id, name in self.by_id.items():
            found[suggest.fold(name)] = (*found.get(suggest.fold(name), ()), record_id)
        return found


def way_of(node: Json, names: Names) -> Way:
    """The way of a single value or a list of single values; a list of groups has its own in `cell_lines`."""
    values = constants(node)
    if node.get("type") == "array":
        return _list_way(way_of(node["items"], names))
    if values:
        return _word_way(values)
    if is_reference(node):
        return _reference_way(names)
    kinds = kinds_of(node)
    if "boolean" in kinds:
        return Way(write=lambda value: YES if value else NO, read=_read_flag, choices=(YES, NO))
    if "integer" in kinds or "number" in kinds:
        return Way(write=lambda value: value, read=lambda cell: _read_number(cell, node))
    if node.get("format") == "date":
        return Way(write=_write_date, read=_read_date)
    return Way(write=lambda value: value, read=lambda cell: _read_text(cell, node))


def word_of(value: Any, way: Way) -> str:
    """How a single value stands within a line."""
    cell = way.write(value)
    return number(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else clean(cell)


def is_year(node: Json) -> bool:
    return "integer" in kinds_of(node) and node.get("minimum", 0) >= 1900 and node.get("maximum", 9999) <= 2100


def spellings_of(values: list[Json]) -> dict[str, str]:
    """Folded spelling -> value: label, value, and other names for the same thing."""
    found: dict[str, str] = {}
    for value in values:
        for word in value.get("x-alias", ()):
            found.setdefault(suggest.fold(word), value["const"])
    for value in values:
        found |= {suggest.fold(value["const"]): value["const"], suggest.fold(value["title"]): value["const"]}
    return found


def _word_way(values: list[Json]) -> Way:
    labels = {value["const"]: value["title"] for value in values}
    known = spellings_of(values)
    near = {
        suggest.fold(word): value["title"] for value in values for word in (*value.get("x-ord", ()), value["title"])
    }

    def read(cell: Cell) -> str:
        if isinstance(cell, datetime.date | datetime.time):
            raise UnreadableCellError(turned(cell))
        text = clean(cell).replace("\n", " ")
        if suggest.fold(text) in known:
            return known[suggest.fold(text)]
        meant = suggest.closest(text, near)
        cure = f"Menade du ”{meant}”?" if meant else _among(list(labels.values()))
        raise UnreadableCellError(f"”{quoted(text)}” finns inte bland värdena. {cure}")

    return Way(write=lambda value: labels.get(value, str(value)), read=read, choices=tuple(labels.values()))


def _among(labels: list[str]) -> str:
    return f"Välj bland: {', '.join(labels)}." if len(labels) <= 12 else "Värdena står i mallens blad Val."


def _reference_way(names: Names) -> Way:
    def write(value: Any) -> str:
        return f"{names.by_id[value]} ({value})" if value in names.by_id else str(value)

    def read(cell: Cell) -> str:
        text = clean(cell).replace("\n", " ")
        inside = re.search(r"\(([a-z0-9-]+)\)$", text)
        if inside and is_id(inside[1]):
            return inside[1]
        if text in names.by_id:
            return text
        found = names.ids.get(suggest.fold(text), ())
        if len(found) == 1:
            return found[0]
        if found:
            raise UnreadableCellError(f"Flera verksamheter heter ”{quoted(text)}”. Skriv id: {' eller '.join(found)}.")
        if is_id(text):  # perhaps of a record that comes with the same sheet; else the rules tell
            return text
        meant = suggest.closest(text, {suggest.fold(name): name for name in names.by_id.values()})
        cure = f"Menade du ”{meant}”?" if meant else "Skriv dess namn eller id."
        raise UnreadableCellError(f"Ingen verksamhet heter ”{quoted(text)}”. {cure}")

    return Way(write=write, read=read)


def _read_flag(cell: Cell) -> bool:
    word = clean(cell).lower()
    if word in _YES_WORDS or word in _NO_WORDS:
        return word in _YES_WORDS
    raise UnreadableCellError(f"”{quoted(clean(cell))}” är varken ja eller nej. Skriv Ja eller Nej.")


def _read_number(cell: Cell, node: Json) -> int | float:
    if isinstance(cell, datetime.date) and is_year(node):
        return cell.year
    if isinstance(cell, datetime.date | datetime.time):
        raise UnreadableCellError(turned(cell))
    found = _NUMBER.fullmatch(clean(cell))
    if isinstance(cell, str) and re.fullmatch(r"\d{1,3}\.\d{3}", clean(cell)):
        raise UnreadableCellError(_TWO_NUMBERS.format(varde=clean(cell)))
    if found is None:
        example = node.get("examples", [1])[0]
        raise UnreadableCellError(f"”{quoted(clean(cell))}” är inget tal. Skriv bara talet, till exempel {example}.")
    whole, decimals = found[1].replace(" ", ""), (found[2] or "").rstrip("0")
    return float(f"{whole}.{decimals}") if decimals else int(whole)


def _write_date(value: Any) -> Cell:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return str(value)


def _read_date(cell: Cell) -> str:
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    text = clean(cell)
    for pattern, order in _DATES:
        found = pattern.fullmatch(text)
        if found:
            year, month, day = (found[place] for place in order)
            return _day(year, month, day, text)
    raise UnreadableCellError(f"”{quoted(text)}” är inget datum. Skriv år-månad-dag, till exempel 2026-11-22.")


def _day(year: str, month: str, day: str, text: str) -> str:
    months = [number for number, name in enumerate(_MONTHS, 1) if month.lower().startswith(name)]
    try:
        return datetime.date(int(year), months[0] if months else int(month), int(day)).isoformat()
    except ValueError:
        raise UnreadableCellError(f"”{quoted(text)}” finns inte i kalendern. Skriv år-månad-dag.") from None


def _read_text(cell: Cell, node: Json) -> str:
    if isinstance(cell, datetime.date | datetime.time):
        raise UnreadableCellError(turned(cell))
    text = clean(cell)
    pattern = node.get("pattern", "") if "x-text" not in node else ""
    if isinstance(cell, int | float) and pattern and re.search(pattern, f"0{text}") and not text.startswith("0"):
        raise UnreadableCellError(_LOST_ZERO.format(varde=text, exempel=node["examples"][0]))
    if pattern and text.lower().startswith("www.") and re.search(pattern, f"https://{text}"):
        return f"https://{text}"
    return text if node.get("x-text") == "stycken" else " ".join(text.split("\n"))


def _list_way(single: Way) -> Way:
    """One value a line. A line that would be read as something else stands within quotes."""

    def write(value: Any) -> Cell:
        return "\n".join(_safe(word_of(item, single), item) for item in value)

    def _safe(line: str, item: Any) -> str:
        return line if not isinstance(item, str) or list(_items(line)) == [item] else quote(line)

    def read(cell: Cell) -> list[Any]:
        return list(dict.fromkeys(item for line in lines_in(cell) for item in _items_of(line)))

    def _items(line: str) -> Iterator[Any]:
        for inner in lines_in(line):
            try:
                yield from _items_of(inner)
            except UnreadableCellError:
                yield None

    def _items_of(line: str) -> Iterator[Any]:
        plain = unquote(line)
        if single.choices:
            yield from (single.read(part) for part in _parted(plain, single.choices))
        else:
            yield single.read(plain)

    return Way(write=write, read=read, choices=single.choices, is_list=True)


@lru_cache(maxsize=100)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(suggest.fold, words))


def _parted(line: str, choices: tuple[str, ...]) -> Iterator[str]:
    """Several words on one line: parted by commas or semicolons, as long pieces as there are labels for."""
    labels = _folded(choices)
    if suggest.fold(line) in labels:
        yield line
        return
    pieces = [piece.strip() for piece in re.split(r"[,;]", line) if piece.strip()]
    while pieces:
        sizes = range(len(pieces), 0, -1)
        size = next((n for n in sizes if suggest.fold(", ".join(pieces[:n])) in labels), 1)
        yield ", ".join(pieces[:size])
        pieces = pieces[size:]
