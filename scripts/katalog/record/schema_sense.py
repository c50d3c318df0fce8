"""What the schema says that does not fit together, or that the program cannot follow.

Input: `Schema`, its files of the right form. Output: problems in the schema's own files. A facet of a kind that
does not suit its field, a field that the program does not know: told here, or somebody finds them in a build that ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from katalog.record import model
from katalog.record.problem import DataPath, Problem
from katalog.record.schema import Json, Schema, constants
from katalog.record.schema_files import CONDITIONS, RECORD_SCHEMA, SEARCH_WORDS, placed
from katalog.record.schema_notes import DERIVED_FACETS, check_annotations
from katalog.record.schema_pages import page_faults
from katalog.record.schema_search import wrong_values
from katalog.record.schema_short import first_step_faults
from katalog.record.schema_words import word_faults

CODES = {"mall-falt": "Ett fält i mallen passar inte ihop med resten"}
# The program reads these by name, each as the vocabulary of the same name.
_BY_NAME = ("omrade", "status")
_NOT_KNOWN = "Programmet känner inte fältet {namn}. Lägg till det i scripts/katalog/record/model.py, eller ta bort det."
_NOT_THERE = "Fältet {namn} saknas i mallen, men programmet läser det. Lägg till det."
_NO_FIELD = "{namn} ska finnas i varje post, men fältet finns inte. Ta bort ordet, eller lägg till fältet."
_NO_VALUES = "Programmet läser {namn} som ett ord ur en vokabulär. Skriv $ref till den."
_NOT_OF_KIND = "Slaget {slag} passar inte fältet. Det är till för {vad}."
_NO_SUCH_FIELD = "Fältet {namn} finns inte i mallen. Rätta namnet."
_NO_VALUE = "{varde} är inget värde i fältet {namn}. Rätta ordet."
_NO_CHOICE = "{namn} går inte att välja i sökningen. Rätta namnet."
_NO_OTHER = "{varde} är varken ett värde i vokabulären eller ett x-slag i den. Rätta ordet."
_NO_WEEK = "En vecka har sju dagar, men här är {antal} dagar med sig själva i x-dagar. Rätta x-dagar."
_DAYS, _A_WEEK = "dag", 7
_NO_DAY = "{namn} är inget värde i vokabulären. Rätta ordet."
# The kinds of rows of a card that are no words of a vocabulary -> the parts of the field that they tell.
_ROW_KINDS: Mapping[str, frozenset[str]] = {
    "tider": frozenset({"dag", "fran", "till", "vad"}),
    "notis": frozenset({"text", "fran", "till"}),
    "slutet": frozenset({"text", "galler"}),
}
Found = tuple[DataPath, str]


@lru_cache(maxsize=1)
def check_schema(schema: Schema) -> tuple[Problem, ...]:
    """Every problem in the schema: `mall-falt`, and `anteckning` of `schema_notes`. Not those of `schema_files`: with
    such a one there is no `Schema`."""
    path = schema.folder / RECORD_SCHEMA
    faults = [*_fields(schema), *_required(schema.full, ()), *_facets(schema), *_cards(schema)]
    faults += first_step_faults(schema)
    found = [*placed(path, faults, "mall-falt")]
    for name in schema.vocabularies:
        faults = [*_nearness(schema, name), *_width(schema, name), *(_week(schema) if name == _DAYS else ())]
        found += placed(schema.folder / f"vokabular/{name}.json", faults, "mall-falt")
    found += placed(schema.folder / CONDITIONS, list(_conditions(schema)), "mall-falt")
    found += placed(schema.folder / SEARCH_WORDS, list(wrong_values(schema)), "mall-falt")
    for file, told in (*word_faults(schema).items(), *page_faults(schema).items()):
        found += placed(schema.folder / file, told, "mall-falt")
    return tuple(sorted({*found, *check_annotations(schema)}))


def _fields(schema: Schema) -> Iterator[Found]:
    for name in schema.fields:
        if name not in model.AUTHORED:
            yield ("properties", name), _NOT_KNOWN.format(namn=name)
    for name in model.AUTHORED:
        if name not in schema.fields:
            yield ("properties",), _NOT_THERE.format(namn=name)
    for name in _BY_NAME:
        if name in schema.fields and constants(schema.fields[name]) is None:
            yield ("properties", name), _NO_VALUES.format(namn=name)


def _required(node: Json, path: DataPath) -> Iterator[Found]:
    """A key that must be there and may not: no record could be right."""
    for name in node.get("required", ()):
        if name not in node.get("properties", {}):
            yield (*path, "required"), _NO_FIELD.format(namn=name)
    for name, part in node.get("properties", {}).items():
        yield from _required(part, (*path, "properties", name))
    if "items" in node:
        yield from _required(node["items"], (*path, "items"))


def _facets(schema: Schema) -> Iterator[Found]:
    for name, node in schema.fields.items():
        note = node.get("x-facett")
        kind = _KINDS.get(note.get("slag", "")) if isinstance(note, dict) else None
        if note is None or kind is None:  # another kind of note is told by `schema_notes`
            continue
        path: DataPath = ("properties", name, "x-facett")
        suits, what = kind
        if note["slag"] in _NEED_KEY and "nyckel" not in note:  # told by `schema_notes`
            continue
        if not suits(node, note):
            yield path, _NOT_OF_KIND.format(slag=note["slag"], vad=what)
        elif isinstance(note.get("flera"), dict):
            yield from _days(node, note, (*path, "flera"))


def _days(node: Json, note: Json, path: DataPath) -> Iterator[Found]:
    known = {value["const"] for value in _rows(node, note) or ()}
    for word, days in note["flera"].items():
        for day in (word, *(days if isinstance(days, list) else ())):
            if day not in known:
                yield (*path, word), _NO_DAY.format(namn=day)


def _cards(schema: Schema) -> Iterator[Found]:
    rows = schema.full.get("x-kort")
    for name, row in rows.items() if isinstance(rows, dict) else ():
        node = schema.fields.get(name)
        if node is None or not isinstance(row, dict):
            continue
        parts = _ROW_KINDS.get(row.get("slag", ""))
        if parts and not parts <= node.get("items", node).get("properties", {}).keys():
            yield ("x-kort", name), _NOT_OF_KIND.format(slag=row["slag"], vad=f"fält med {', '.join(sorted(parts))}")
        elif "slag" not in row and not _holds_words(node, row):
            yield ("x-kort", name), _NOT_OF_KIND.format(slag="x-kort", vad="fält med värden ur en vokabulär")


def _nearness(schema: Schema, name: str) -> Iterator[Found]:
    """Conditions (`x-nara`) speak of fields that there are, and of values that these may have."""
    for at, value in enumerate(constants(schema.vocabularies[name]) or ()):
        for way, conditions in enumerate(_list(value.get("x-nara"))):
            for number, condition in enumerate(_list(conditions)):
                path = ("oneOf", at, "x-nara", way, number)
                if isinstance(condition, dict) and isinstance(condition.get("varden"), list):
                    yield from _condition(condition, path, schema)


def _week(schema: Schema) -> Iterator[Found]:
    """Seven days that stand for themselves, and words for several of them."""
    values = constants(schema.vocabularies[_DAYS]) or ()
    days = {value["const"] for value in values if value.get("x-dagar") == [value["const"]]}
    if len(days) != _A_WEEK:
        yield ("oneOf",), _NO_WEEK.format(antal=len(days))
    for at, value in enumerate(values):
        for number, day in enumerate(_list(value.get("x-dagar"))):
            if day not in days and len(days) == _A_WEEK:
                yield ("oneOf", at, "x-dagar", number), _NO_DAY.format(namn=day)


def _width(schema: Schema, name: str) -> Iterator[Found]:
    """What a value may be (`x-kan-vara`) is other values of its vocabulary, or a kind (`x-slag`) of them."""
    values = constants(schema.vocabularies[name]) or ()
    known = {value["const"] for value in values} | {value.get("x-slag") for value in values}
    for at, value in enumerate(values):
        for number, word in enumerate(_list(value.get("x-kan-vara"))):
            if word not in known:
                yield ("oneOf", at, "x-kan-vara", number), _NO_OTHER.format(varde=word)


def _conditions(schema: Schema) -> Iterator[Found]:
    """Words that mean a choice lead to choices that there are."""
    for at, condition in enumerate(schema.documents[CONDITIONS]["villkor"]):
        for key in ("val", "veckodag"):
            for name, values in condition.get(key, {}).items():
                node = schema.fields.get(name, {})
                if "x-facett" not in node and name not in DERIVED_FACETS:
                    yield ("villkor", at, key, name), _NO_CHOICE.format(namn=name)
                elif node and key == "val":
                    known = _choices(node)
                    yield from (
                        (("villkor", at, key, name, number), _NO_VALUE.format(varde=word, namn=name))
                        for number, word in enumerate(values)
                        if word not in known
                    )


def _choices(node: Json) -> set[str]:
    note: Json = node["x-facett"]
    listed = _rows(node, note) or constants(node) or constants(node.get("items", {})) or ()
    ranges = {part["id"] for part in _list(note.get("varden")) if isinstance(part, dict) and "id" in part}
    return {value["const"] for value in listed} | ranges | set(node.get("properties", ()))


def _list(value: object) -> list[object]:
    """Anything else is told by `schema_notes`."""
    return value if isinstance(value, list) else []


def _condition(condition: Json, path: DataPath, schema: Schema) -> Iterator[Found]:
    node = schema.fields.get(str(condition.get("falt")))
    if node is None:
        yield (*path, "falt"), _NO_SUCH_FIELD.format(namn=condition.get("falt"))
        return
    known = [value["const"] for value in constants(node.get("items", node)) or ()] or [*node.get("properties", ())]
    for index, word in enumerate(condition["varden"]):
        if word not in known:
            yield (*path, "varden", index), _NO_VALUE.format(varde=word, namn=condition["falt"])


def _holds_words(node: Json, row: Json) -> bool:
    if "nyckel" in row:
        return _rows(node, row) is not None
    return constants(node.get("items", node)) is not None


def _rows(node: Json, note: Json) -> list[Json] | None:
    """The vocabulary of the key that `note` names in each row of a list."""
    part: Json = node.get("items", {}).get("properties", {}).get(str(note.get("nyckel")), {})
    return constants(part)


def _is_span(node: Json) -> bool:
    parts: Json = node.get("properties", {})
    return {"fran", "till"} <= parts.keys()


def _is_amount(node: Json, note: Json) -> bool:
    part: Json = node.get("items", {}).get("properties", {}).get(str(note.get("nyckel")), {})
    return part.get("type") in ("number", "integer")


_NEED_KEY = ("grupper", "veckodag", "belopp")
_KINDS: Mapping[str, tuple[Callable[[Json, Json], bool], str]] = {
    "varde": (lambda node, _: constants(node) is not None, "ett ord ur en vokabulär"),
    "lista": (lambda node, _: constants(node.get("items", {})) is not None, "en lista med ord ur en vokabulär"),
    "grupper": (lambda node, note: _rows(node, note) is not None, "rader där nyckel är ett ord ur en vokabulär"),
    "veckodag": (lambda node, note: _rows(node, note) is not None, "rader där nyckel är ett ord ur en vokabulär"),
    "ja-nej": (lambda node, _: bool(node.get("properties")), "en grupp av frågor med ja och nej"),
    "belopp": (_is_amount, "rader där nyckel är ett tal"),
    "spann": (lambda node, _: _is_span(node), "en grupp med fran och till"),
}
