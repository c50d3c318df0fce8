"""One record's data -> the faults that the JSON Schema finds, each once, at its key, in Swedish.

The schema decides (jsonschema-rs, draft 2020-12); this module only chooses the place and the words. `check`
depends on it. Yields the codes in `CODES`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import jsonschema_rs

from katalog import suggest
from katalog.problem import DataPath, Fault, quoted
from katalog.schema import Json, Schema, constants

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
_FEW = 13  # so many allowed values are listed in a message; more would hide the cure
_MOST_TOLD = 200  # of one record; the search for what was meant would take minutes for a file of nothing but faults
# Among faults of one value only the first of these is told: a wrong type makes the rest noise.
_VALUE_ORDER = ("type", "enum", "const", "pattern", "format", "maxLength", "minLength", "minimum", "maximum",
                "minItems", "maxItems", "uniqueItems", "minProperties")  # fmt: skip
_TYPES = {"string": "text", "integer": "ett heltal", "number": "ett tal", "boolean": "true eller false",
          "array": "en lista med - framför varje rad", "object": "fält på egna, indragna rader"}  # fmt: skip


class Shape:
    """The compiled schema. Make one and use it for every record."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._validator = jsonschema_rs.Draft202012Validator(schema.compact, validate_formats=True)

    def check_record(self, data: dict[str, Any]) -> list[Fault]:
        """The faults of one record, unordered. An empty list means that the schema accepts it."""
        if self._validator.is_valid(data):
            return []
        return list(self._explain(list(islice(self._validator.iter_errors(data), _MOST_TOLD))))

    def _explain(self, errors: list[Any]) -> Iterator[Fault]:
        taken_over = dict(_extra_keys(errors, self.schema))
        told: set[object] = set()
        for error in sorted(errors, key=_rank):
            path: DataPath = tuple(error.instance_path)
            kind = error.kind.name
            if kind in _VALUE_ORDER:
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
        inside = f" under {_name(path)}" if path else ""
        message = f"Fältet {field} saknas{inside}. {hint or about.get('description') or 'Lägg till det.'}"
        return Fault(path=path, code="falt-saknas", message=message)

    def _owner(self, schema_path: list[str | int]) -> Json:
        """The object schema whose key is missing; a condition (`then`) speaks of the record itself."""
        steps = schema_path[: schema_path.index("then")] if "then" in schema_path else schema_path[:-1]
        owner: Json = self.schema.at(steps)
        return owner

    def _hint(self, error: Any) -> str:
        rule = self.schema.at(error.schema_path[:-1])
        hint: str = rule.get("x-fel") or "Värdet stämmer inte med mallen. Jämför med exemplet i fältguiden."
        return hint


def _rank(error: Any) -> tuple[int, int]:
    kind = error.kind.name
    order = _VALUE_ORDER.index(kind) if kind in _VALUE_ORDER else len(_VALUE_ORDER)
    return order, 1 if "then" in error.schema_path else 0


def _name(path: DataPath) -> str:
    """How a message names a place: the innermost key, with the number of the list item from 1."""
    keys = [step for step in path if isinstance(step, str)]
    if path and isinstance(path[-1], int) and keys:
        return f"{keys[-1]} (rad {path[-1] + 1})"
    return keys[-1] if keys else "posten"


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
        for extra in error.kind.unexpected[:_MOST_TOLD]:
            meant = suggest.closest(extra, free)
            if meant:
                yield (*error.instance_path, extra), (*error.instance_path, meant)


def _unknown_fields(path: DataPath, error: Any, meant: dict[DataPath, DataPath]) -> Iterator[Fault]:
    for extra in error.kind.unexpected[:_MOST_TOLD]:
        target = meant.get((*path, extra))
        cure = f"Menade du {target[-1]}?" if target else "Ta bort det, eller skriv uppgiften i anmarkning."
        yield Fault(path=(*path, extra), code="falt-okant", message=f"Fältet {quoted(extra)} finns inte. {cure}")


def _wrong_type(path: DataPath, name: str, value: Any, types: list[str], rule: Json) -> Fault:
    if value is None:
        message = f"Fältet {name} är tomt. Fyll i det, eller ta bort raden om uppgiften inte är känd."
        return Fault(path=path, code="falt-tomt", message=message)
    if "string" in types and isinstance(value, bool | int | float):
        message = _number_for_text(name, value, rule)
    elif "array" in types and isinstance(value, str):
        message = f"{name} ska vara en lista. Skriv varje värde på en egen rad med - framför."
    else:
        wanted = " eller ".join(_TYPES[kind] for kind in types)
        message = f"{name} ska vara {wanted}. {_example(rule)}"
    return Fault(path=path, code="fel-typ", message=message)


def _number_for_text(name: str, value: bool | float, rule: Json) -> str:
    """The value is not shown: 0850800000, 1.10 and 1e3 do not look as they were written once they are numbers."""
    kind = "ja/nej-värde" if isinstance(value, bool) else "tal"
    cure = _allowed(constants(rule)) if constants(rule) else "Sätt det inom citattecken."
    return f"{name} ska vara text, men värdet läses som ett {kind}. {cure}"


def _example(rule: Json) -> str:
    examples = rule.get("examples")
    if not examples or isinstance(examples[0], dict | list):
        return "Se fältguiden."
    shown = str(examples[0]).lower() if isinstance(examples[0], bool) else examples[0]
    return f"Till exempel: {str(shown).removesuffix('.')}."


def _repeated(path: DataPath, name: str, value: list[Any]) -> Fault:
    second = next(index for index, item in enumerate(value) if item in value[:index])
    message = f"Rad {second + 1} i {name} står redan i listan. Ta bort den ena."
    return Fault(path=(*path, second), code="dubblett", message=message)


def _allowed(values: list[Json] | None) -> str:
    names = [str(value["const"]) for value in values or []]
    if len(names) > _FEW:
        return "Välj ett värde ur fältguiden."
    return f"Välj bland: {', '.join(names)}."


def _unknown_value(name: str, value: Any, error: Any, rule: Json) -> tuple[str, str]:
    values = constants(rule) or []
    spelled: dict[str, str] = {}
    for entry in values:
        for word in (*entry.get("x-ord", ()), *entry.get("x-alias", ()), entry["title"], entry["const"]):
            spelled[suggest.fold(word)] = entry["const"]
    meant = suggest.closest(str(value), spelled)
    cure = f"Menade du {meant}?" if meant else _allowed(values)
    if meant and len(values) <= _FEW:
        cure = f"{cure} {_allowed(values)}"
    return "varde-okant", f"{quoted(value)} är inget värde för {name}. {cure}"


def _form(name: str, value: Any, error: Any, rule: Json) -> tuple[str, str]:
    return "fel-form", f"”{quoted(value)}” passar inte i {name}. {rule.get('x-fel') or _example(rule)}"


def _too_long(name: str, value: str, error: Any, rule: Json) -> tuple[str, str]:
    over = len(value) - error.kind.limit
    return "for-lang", f"{name} är {len(value)} tecken. Högst {error.kind.limit} får plats. Korta med {over} tecken."


def _too_short(name: str, value: str, error: Any, rule: Json) -> tuple[str, str]:
    return "for-kort", f"{name} är för kort. Skriv minst {error.kind.limit} tecken. {_example(rule)}"


def _outside(name: str, value: Any, error: Any, rule: Json) -> tuple[str, str]:
    low, high = rule.get("minimum"), rule.get("maximum")
    return "utanfor-gransen", f"{value} är utanför gränsen för {name}. Skriv ett tal mellan {low} och {high}."


def _empty(name: str, value: Any, error: Any, rule: Json) -> tuple[str, str]:
    return "lista-tom", f"{name} är tomt. Fyll i minst ett värde, eller ta bort fältet."


def _too_many(name: str, value: list[Any], error: Any, rule: Json) -> tuple[str, str]:
    return (
        "lista-lang",
        f"{name} har {len(value)} rader. Högst {error.kind.limit} är tillåtna. Ta bort de minst viktiga.",
    )


_VALUE_WORDS = {
    "enum": _unknown_value, "const": _unknown_value, "pattern": _form, "format": _form, "maxLength": _too_long,
    "minLength": _too_short, "minimum": _outside, "maximum": _outside, "minItems": _empty, "minProperties": _empty,
    "maxItems": _too_many,
}  # fmt: skip
