"""Ask for a record's fields in a terminal, with the schema's titles, help texts and labelled values.

Input: `Schema` and two functions, one that asks and one that says. Output: a record's data. No field and no value is
named here: all of it comes from the schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from katalog.record import suggest
from katalog.record.entry import Context, Entry
from katalog.record.rules import datum, persondata
from katalog.record.schema import Json, Schema, constants
from katalog.record.shape import Shape

Asking = Callable[[str], str]
Saying = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Dialogue:
    """One conversation. `ask` shows a prompt and returns the line that was typed."""

    schema: Schema
    idag: str
    ask: Asking
    say: Saying

    def record(self) -> dict[str, Any]:
        """The required fields, then those that the answers make required."""
        shape = Shape(self.schema)
        data: dict[str, Any] = {}
        for name in (name for name in self.schema.fields if name in self.schema.full["required"]):
            data[name] = self._field(name, shape)
        for name in _required_then(self.schema.full, data):
            data[name] = self._field(name, shape)
        return data

    def _field(self, name: str, shape: Shape) -> Any:
        node = self.schema.fields[name]
        self.say(f"\n{node['title']}: {node['description']}")
        if not _is_choice(node) and node.get("type") == "string":
            self.say(f"Till exempel: {node['examples'][0]}")
        while True:
            value = self._value(node)
            faults = list(self._faults(name, value, shape))
            if not faults:
                return value
            for message in faults:
                self.say(f"! {message}")

    def _faults(self, name: str, value: Any, shape: Shape) -> Iterator[str]:
        """What `katalog validate` would say about this field alone."""
        entry = Entry(path="", folder="", stem="", data={name: value})
        context = Context(idag=self.idag, schema=self.schema, ids={})
        found = [fault for fault in shape.check_record({name: value}) if fault.path[:1] == (name,)]
        found += [fault for rule in (persondata, datum) for fault in rule.prepare(context)(entry)]
        yield from (fault.message for fault in found)

    def _value(self, node: Json) -> Any:
        if constants(node):
            return self._choice(node)
        if node.get("type") == "array":
            return self._list(node["items"])
        if node.get("type") == "object":
            return self._group(node)
        return _typed(self.ask("> "), node)

    def _list(self, item: Json) -> list[Any]:
        if constants(item):
            return self._choices(item)
        values = [self._value(item)]
        while item.get("type") == "object" and self.ask("En till? (j/n) ").strip().lower()[:1] in ("j", "y"):
            values.append(self._value(item))
        return values

    def _group(self, node: Json) -> dict[str, Any]:
        """The simple parts of a group; an empty answer leaves one out. Lists inside are left for the editor."""
        given: dict[str, Any] = {}
        for name, part in node["properties"].items():
            if part.get("type") == "array":
                continue
            values = constants(part) or []
            among = "".join(f"{value['title']}, " for value in values)
            answer = self.ask(f"  {part['title']} ({among}lämna tomt om det saknas): ")
            if answer.strip():
                given[name] = _chosen(answer.strip(), values) if values else _typed(answer, part)
        return given

    def _choice(self, node: Json) -> str:
        """One value. Several are never cut down to one: the question is asked again."""
        values = self._listed(node)
        while True:
            answer = self.ask("Välj ett> ").strip()
            chosen = _chosen(answer, values)
            if chosen != answer or not _words(answer)[1:]:
                return chosen
            self.say("! Här går det bara att välja ett. Skriv ett nummer.")

    def _choices(self, node: Json) -> list[str]:
        values = self._listed(node)
        answer = self.ask("Nummer (flera: 1, 3)> ").strip()
        whole = _chosen(answer, values)  # a label may hold a comma
        return [whole] if whole != answer else [_chosen(word, values) for word in _words(answer)]

    def _listed(self, node: Json) -> list[Json]:
        values = constants(node) or []
        for number, value in enumerate(values, 1):
            self.say(f"  {number:>2}. {value['title']}")
        return values


def _words(answer: str) -> list[str]:
    """What an answer holds when it may hold several: parted by commas, semicolons or "och"; numbers by spaces too."""
    parts = re.split(r"[,;]|\soch\s", answer)
    return [
        word for part in parts for word in (part.split() if re.fullmatch(r"[\d\s]+", part) else [part.strip()]) if word
    ]


def _is_choice(node: Json) -> bool:
    return bool(constants(node) or constants(node.get("items", {})))


def _required_then(schema: Json, data: dict[str, Any]) -> list[str]:
    """Fields that the schema's one condition asks for, when its constants match the answers."""
    conditions = schema.get("if", {}).get("properties", {})
    is_met = bool(conditions) and all(data.get(name) == rule.get("const") for name, rule in conditions.items())
    return list(schema.get("then", {}).get("required", ())) if is_met else []


def _chosen(word: str, values: list[Json]) -> str:
    """The value that a number, a label or the value itself stands for; anything else is judged by the schema."""
    if word.isdecimal() and 1 <= int(word) <= len(values):
        return str(values[int(word) - 1]["const"])
    spelled = {
        suggest.fold(spelling): value["const"] for value in values for spelling in (value["title"], value["const"])
    }
    return str(spelled.get(suggest.fold(word), word))


def _typed(answer: str, node: Json) -> Any:
    text = answer.strip()
    if node.get("type") in ("integer", "number") and re.fullmatch(r"\d{1,15}", text):
        return int(text)
    if node.get("type") == "number" and re.fullmatch(r"\d{1,15}[.,]\d{1,6}", text):
        return float(text.replace(",", "."))
    if node.get("type") == "boolean":
        return {"ja": True, "j": True, "nej": False, "n": False}.get(text.lower(), text)
    return text
