"""One record's data -> the faults that the JSON Schema finds, each once, at its key, in Swedish.

The schema decides (jsonschema-rs, draft 2020-12); this module only chooses the place and the words. Yields the codes
in `CODES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any

import jsonschema_rs

from katalog.record import mistyped, suggest
from katalog.record.problem import DataPath, Fault, number_text, quoted
from katalog.record.said import PERSON_FIELD, TEXTS, TYPES
from katalog.record.schema import Json, Schema, constants

CODES = {
    "falt-okant": "Ett fält som inte finns",
    "falt-saknas": "Ett fält som måste finnas saknas",
    "falt-tomt": "Ett fält utan värde",
    "fel-typ": "Fel sorts värde",
    "varde-okant": "Ett värde som inte finns i listan",
    "fel-form": "Värdet är skrivet på fel sätt",
    "for-lang": "Texten är för lång",
    "for-kort": "Texten är för kort",
    "utanfor-gransen": "Talet är för stort eller för litet",
    "lista-tom": "En tom lista eller grupp",
    "lista-lang": "Listan är för lång",
    "dubblett": "Samma värde två gånger i en lista",
}
FEW = 13  # so many allowed values are listed in a message; more would hide the cure
MOST_TOLD = 200  # of one record; the search for what was meant would take minutes for a file of nothing but faults
_QUOTES = "citattecken"
# Among faults of one value only the first of these is told: a wrong type makes the rest noise.
VALUE_ORDER = ("type", "enum", "const", "minLength", "pattern", "format", "maxLength", "minimum", "maximum",
                "minItems", "maxItems", "uniqueItems", "minProperties")  # fmt: skip


class Shape:
    """The compiled schema. Make one and use it for every record."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._validator = jsonschema_rs.Draft202012Validator(schema.compact, validate_formats=True)

    @cached_property
    def _fields(self) -> jsonschema_rs.Draft202012Validator:
        """The same fields, each for itself: nothing is required and nothing depends on another."""
        alone = {"properties": self.schema.compact["properties"], "additionalProperties": False}
        return jsonschema_rs.Draft202012Validator(alone, validate_formats=True)

    def accepts(self, data: object) -> bool:
        """True for a whole record without faults."""
        return self._validator.is_valid(data)

    def accepts_field(self, name: str, value: object) -> bool:
        """True for a field of the schema with a value that it may have, whatever else its record holds."""
        return self._fields.is_valid({name: value})

    def check_record(self, data: dict[str, Any]) -> list[Fault]:
        """The faults of one record, unordered. An empty list means that the schema accepts it."""
        if self.accepts(data):
            return []
        return list(self._explain(list(islice(self._validator.iter_errors(data), MOST_TOLD))))

    def _explain(self, errors: list[Any]) -> Iterator[Fault]:
        taken_over = dict(_extra_keys(errors, self.schema))
        told: set[object] = set()
        for error in sorted(errors, key=_rank):
            path: DataPath = tuple(error.instance_path)
            kind = error.kind.name
            if kind in VALUE_ORDER:
                if path in told:
                    continue
                told.add(path)
                yield self._value_fault(path, kind, error)
            elif kind == "additionalProperties":
                yield from _unknown_fields(path, error, taken_over)
            elif kind == "required":
                missing = (*path, error.kind.property)
                if missing not in told and missing not in taken_over.values():
                    told.add(missing)
                    yield self._missing(path, error)
            else:
                yield Fault(path=path, code="falt-saknas", message=self._hint(error))

    def _value_fault(self, path: DataPath, kind: str, error: Any) -> Fault:
        value = error.instance
        name = _name(path)
        rule = self.schema.at(error.schema_path[:-1])
        if kind == "type":
            return _wrong_type(path, name, value, error.kind.types, rule)
        if kind == "uniqueItems":
            return _repeated(path, name, value)
        code, message = _VALUE_WORDS[kind](name, value, error, rule)
        return Fault(path=path, code=code, message=message)

    def _missing(self, path: DataPath, error: Any) -> Fault:
        field = error.kind.property
        owner = self._owner(error.schema_path)
        hint = self.schema.at(error.schema_path[:-1]).get("x-fel") if error.schema_path[0] == "then" else None
        about = owner.get("properties", {}).get(field, {})
        inside = _text("saknas-inne", namn=_name(path)) if path else ""
        cure = hint or about.get("description") or TEXTS["saknas-hjalp"]
        message = _text("saknas", falt=field, inne=inside, hjalp=cure)
        return Fault(path=path, code="falt-saknas", message=message)

    def _owner(self, schema_path: list[str | int]) -> Json:
        """The object schema whose key is missing; a condition (`then`) speaks of the record itself."""
        steps = schema_path[: schema_path.index("then")] if "then" in schema_path else schema_path[:-1]
        owner: Json = self.schema.at(steps)
        return owner

    def _hint(self, error: Any) -> str:
        rule = self.schema.at(error.schema_path[:-1])
        hint: str = rule.get("x-fel") or TEXTS["stammer-inte"]
        return hint


def _text(name: str, **values: object) -> str:
    return TEXTS[name].format(**values)


def _rank(error: Any) -> tuple[int, int]:
    kind = error.kind.name
    order = VALUE_ORDER.index(kind) if kind in VALUE_ORDER else len(VALUE_ORDER)
    return order, 1 if "then" in error.schema_path else 0


def _name(path: DataPath) -> str:
    """How a message names a place: the innermost key, with the number of the list item from 1."""
    keys = [step for step in path if isinstance(step, str)]
    if path and isinstance(path[-1], int) and keys:
        return _text("rad", namn=keys[-1], rad=path[-1] + 1)
    return keys[-1] if keys else TEXTS["posten"]


def _extra_keys(errors: list[Any], schema: Schema) -> Iterator[tuple[DataPath, DataPath]]:
    """Unknown key -> the missing or optional field it was probably meant to be."""
    for error in errors:
        if error.kind.name != "additionalProperties":
            continue
        known = schema.at(error.schema_path[:-1])["properties"]
        spelled = {
            **{suggest.fold(sub.get("title", key)): key for key, sub in known.items()},
            **suggest.spellings(known),
        }
        free = {spelling: key for spelling, key in spelled.items() if key not in error.instance}
        for extra in error.kind.unexpected[:MOST_TOLD]:
            meant = suggest.closest(extra, free)
            if meant:
                yield (*error.instance_path, extra), (*error.instance_path, meant)


def _unknown_fields(path: DataPath, error: Any, meant: dict[DataPath, DataPath]) -> Iterator[Fault]:
    for extra in error.kind.unexpected[:MOST_TOLD]:
        target = meant.get((*path, extra))
        cure = _unknown_cure(extra, str(target[-1]) if target else "")
        message = _text("okant", falt=quoted(extra), hjalp=cure)
        yield Fault(path=(*path, extra), code="falt-okant", message=message)


def _unknown_cure(extra: str, meant: str) -> str:
    """`kontaktperson` lies near `kontakt`, but what stands in it belongs nowhere."""
    if re.search(PERSON_FIELD, suggest.fold(extra)) and not re.search(PERSON_FIELD, meant):
        return TEXTS["okant-person"]
    return _text("menade", menat=meant) if meant else TEXTS["okant-hjalp"]


def _wrong_type(path: DataPath, name: str, value: Any, types: list[str], rule: Json) -> Fault:
    if value is None:
        return Fault(path=path, code="falt-tomt", message=_text("tomt", namn=name))
    if "string" in types and isinstance(value, bool | int | float):
        message = _number_for_text(name, value, rule)
    elif isinstance(value, str) and (cure := _cure_for_text(types, value)):
        wanted = TEXTS["eller"].join(TYPES[kind] for kind in types)
        message = _text("typ", namn=name, typ=wanted, hjalp=_text(cure[0], **cure[1]))
    elif "array" in types and isinstance(value, str):
        message = _list_wanted(name, rule)
    else:
        wanted = TEXTS["eller"].join(TYPES[kind] for kind in types)
        message = _text("typ", namn=name, typ=wanted, hjalp=_example(rule))
    return Fault(path=path, code="fel-typ", message=message)


def _list_wanted(name: str, rule: Json) -> str:
    """A list of words, or of rows: then with the first field of the example."""
    if rule.get("items", {}).get("type") != "object":
        return _text("lista", namn=name)
    field, value = next(iter(rule["examples"][0][0].items()))
    return _text("lista-rader", namn=name, falt=field, varde=value)


def _cure_for_text(types: list[str], value: str) -> mistyped.Cure | None:
    kind = types[0]
    return mistyped.text_for_number(kind, value) if kind in ("integer", "number") else mistyped.text_for(kind, value)


def _number_for_text(name: str, value: bool | float, rule: Json) -> str:
    """The value is not shown: 0850800000, 1.10 and 1e3 do not look as they were written once they are numbers."""
    kind = TEXTS["slag-ja-nej" if isinstance(value, bool) else "slag-tal"]
    cure = _allowed(constants(rule)) if constants(rule) else TEXTS["citat"]
    if isinstance(value, bool) or constants(rule) or mistyped.fits_quoted(value, rule.get("pattern")):
        return _text("tal-for-text", namn=name, slag=kind, hjalp=cure)
    words = _own_words(rule)
    return _text("tal-for-text", namn=name, slag=kind, hjalp=words if _QUOTES in words else f"{words} {cure}")


def _example(rule: Json) -> str:
    examples = rule.get("examples")
    if not examples or isinstance(examples[0], dict | list):
        return TEXTS["se-guiden"]
    shown = str(examples[0]).lower() if isinstance(examples[0], bool) else examples[0]
    return _text("exempel", exempel=str(shown).removesuffix("."))


def _repeated(path: DataPath, name: str, value: list[Any]) -> Fault:
    second = next(index for index, item in enumerate(value) if item in value[:index])
    return Fault(path=(*path, second), code="dubblett", message=_text("dubblett", rad=second + 1, namn=name))


def _allowed(values: list[Json] | None) -> str:
    names = [str(value["const"]) for value in values or []]
    if len(names) > FEW:
        return TEXTS["ur-guiden"]
    return _text("bland", varden=", ".join(names))


def _unknown_value(name: str, value: Any, error: Any, rule: Json) -> tuple[str, str]:
    values = constants(rule) or []
    spelled: dict[str, str] = {}
    for entry in values:
        for word in (*entry.get("x-ord", ()), *entry.get("x-alias", ()), entry["title"], entry["const"]):
            spelled[suggest.fold(word)] = entry["const"]
    meant = suggest.closest(str(value), spelled)
    cure = _text("menade", menat=meant) if meant else _allowed(values)
    if meant and len(values) <= FEW:
        cure = f"{cure} {_allowed(values)}"
    return "varde-okant", _text("inget-varde", varde=quoted(value), namn=name, hjalp=cure)


def _form(name: str, value: Any, error: Any, rule: Json) -> tuple[str, str]:
    if rule.get("x-text") == "rad" and "\n" in value and value.strip():
        return "fel-form", _text("radbrytning", namn=name)
    if "x-text" in rule and not value.strip():
        return "fel-form", _text("blankt", namn=name, hjalp=_own_words(rule))
    odd = mistyped.lookalike(value, rule["pattern"]) if "pattern" in rule else None
    cure = _text(odd[0], **odd[1]) if odd else _own_words(rule)
    return "fel-form", _text("form", varde=quoted(value), namn=name, hjalp=cure)


def _own_words(rule: Json) -> str:
    words: str = rule.get("x-fel") or _example(rule)
    return words


def _too_long(name: str, value: str, error: Any, rule: Json) -> tuple[str, str]:
    over = len(value) - error.kind.limit
    return "for-lang", _text("for-lang", namn=name, antal=len(value), grans=error.kind.limit, over=over)


def _too_short(name: str, value: str, error: Any, rule: Json) -> tuple[str, str]:
    return "for-kort", _text("for-kort", namn=name, grans=error.kind.limit, hjalp=_example(rule))


def _outside(name: str, value: Any, error: Any, rule: Json) -> tuple[str, str]:
    low, high = rule.get("minimum"), rule.get("maximum")
    return "utanfor-gransen", _text("utanfor", varde=number_text(value), namn=name, lagst=low, hogst=high)


def _empty(name: str, value: Any, error: Any, rule: Json) -> tuple[str, str]:
    return "lista-tom", _text("tom", namn=name)


def _too_many(name: str, value: list[Any], error: Any, rule: Json) -> tuple[str, str]:
    return "lista-lang", _text("for-manga", namn=name, antal=len(value), grans=error.kind.limit)


_VALUE_WORDS = {
    "enum": _unknown_value, "const": _unknown_value, "pattern": _form, "format": _form, "maxLength": _too_long,
    "minLength": _too_short, "minimum": _outside, "maximum": _outside, "minItems": _empty, "minProperties": _empty,
    "maxItems": _too_many,
}  # fmt: skip
