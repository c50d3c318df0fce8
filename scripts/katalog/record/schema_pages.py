"""What the guide, the pages on money and prices, the forms to fill in by hand and the frames in other languages say
that does not fit together with the schema, or with themselves.

Input: `Schema`, its files of the right form. Output: for each file, where a fault is and what to do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from katalog.record.page_forms import FILLED_IN
from katalog.record.problem import DataPath, quoted
from katalog.record.schema import Json, Schema, constants
from katalog.record.schema_files import BLANKS, CRISIS, GUIDE, MONEY, PRICES, TONGUE_PAGES, is_schema

READING = "x-passar"
_NESTING = (dict, list)
_TWICE = "{namn} står två gånger. Behåll den ena."
_NO_FIELD = "Fältet {namn} finns inte i mallen. Rätta namnet."
_NO_CHOICE = "{namn} går inte att välja i sökningen. Rätta namnet."
_NO_VALUE = "{varde} är inget värde i fältet {namn}. Rätta ordet."
_NO_ANSWER = "{varde} är inget svar på frågan {namn}. Rätta ordet, eller lägg till svaret i schema/hitta-ratt.json."
_NO_QUESTION = "Frågan {namn} finns inte i fragor. Rätta namnet."
_NO_ANSWERER = "{namn} finns inte i svarare. Rätta namnet, eller lägg till den som svarar."
_NO_SOURCE = "{namn} har ett nummer utan källa. Skriv sidan som ger numret, och dess år."
_NO_COLUMN = "{namn} har inte ett belopp för varje kolumn. Skriv null där källan inget säger."
_LACKING = "{namn} saknas här. Skriv det på {sprak}."
_UNKNOWN = "{namn} finns inte i {var}. Rätta ordet, eller ta bort det."
_NOT_FILLED = "{namn} ska ha {plats}: där står det som byts ut."
Found = tuple[DataPath, str]


def page_faults(schema: Schema) -> Mapping[str, Sequence[Found]]:
    """File -> its faults, in order: those of their own, and those with values that are read for the guide."""
    guide, money = schema.documents[GUIDE], schema.documents[MONEY]
    files = [name for name in schema.documents if is_schema(name)]
    return {
        GUIDE: list(chain(_questions(guide, schema), _chosen(guide, schema))),
        MONEY: list(_money(money)),
        PRICES: list(_prices(schema.documents[PRICES], _values(schema.fields["insatstyp"]))),
        BLANKS: list(_doubled(schema.documents[BLANKS]["blanketter"], ("blanketter",))),
        TONGUE_PAGES: list(_tongues(schema.documents[TONGUE_PAGES], schema.documents[CRISIS])),
        **{name: list(_readings(schema.documents[name], (), _answers(guide))) for name in files},
    }


def _answers(guide: Json) -> Mapping[str, Collection[str]]:
    return {question["id"]: [choice["id"] for choice in question["val"]] for question in guide["fragor"]}


def _questions(guide: Json, schema: Schema) -> Iterator[Found]:
    yield from _doubled(guide["fragor"], ("fragor",))
    seen: set[str] = set()
    for at, question in enumerate(guide["fragor"]):
        for key in ("av_typ", "avgor"):
            for number, name in enumerate(question[key]):
                if name not in schema.fields:
                    yield ("fragor", at, key, number), _NO_FIELD.format(namn=quoted(name))
        for number, choice in enumerate(question["val"]):  # a page's address is made of them all
            if choice["id"] in seen:
                yield ("fragor", at, "val", number), _TWICE.format(namn=quoted(choice["id"]))
            seen.add(choice["id"])
    if guide["stadsdel_efter"] not in _answers(guide):
        yield ("stadsdel_efter",), _NO_QUESTION.format(namn=quoted(guide["stadsdel_efter"]))


def _chosen(guide: Json, schema: Schema) -> Iterator[Found]:
    """What is taken for granted of the reader, and what is never offered, are values that there are."""
    for path, chosen in ((("antas", "val"), guide["antas"]["val"]), (("utom",), guide["utom"])):
        for name, values in chosen.items():
            node = schema.fields.get(name, {})
            known = _values(node)
            if "x-facett" not in node:
                yield (*path, name), _NO_CHOICE.format(namn=quoted(name))
                continue
            for number, value in enumerate(values):
                if value not in known:
                    yield (*path, name, number), _NO_VALUE.format(varde=quoted(value), namn=name)


def _values(node: Json) -> Collection[str]:
    spans = node.get("x-facett", {}).get("varden", ())
    listed = constants(node.get("items", node)) or ()
    return [*(span["id"] for span in spans), *(value["const"] for value in listed)]


def _readings(node: Any, path: DataPath, answers: Mapping[str, Collection[str]]) -> Iterator[Found]:
    """Every `x-passar` names answers that its question has; names of questions are asked in `schema_notes`."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            if type(item) in _NESTING:
                yield from _readings(item, (*path, index), answers)
    elif isinstance(node, dict):
        reading = node.get(READING)
        for question, choices in reading.items() if isinstance(reading, dict) else ():
            known = answers.get(question)
            for number, choice in enumerate(choices if isinstance(choices, list) and known else ()):
                if choice not in (known or ()):
                    place = (*path, READING, question, number)
                    yield place, _NO_ANSWER.format(varde=quoted(str(choice)), namn=question)
        for key, inner in node.items():
            if type(inner) in _NESTING and not key.startswith("x-"):
                yield from _readings(inner, (*path, key), answers)


def _money(money: Json) -> Iterator[Found]:
    yield from _doubled(money["ersattningar"], ("ersattningar",))
    yield from _doubled(money["svarare"], ("svarare",))
    answerers = {one["id"] for one in money["svarare"]}
    for at, benefit in enumerate(money["ersattningar"]):
        if benefit["svarar"] not in answerers:
            yield ("ersattningar", at, "svarar"), _NO_ANSWERER.format(namn=quoted(benefit["svarar"]))
    for at, one in enumerate(money["svarare"]):
        if "telefon" in one and "kalla" not in one:
            yield ("svarare", at, "telefon"), _NO_SOURCE.format(namn=quoted(one["namn"]))


def _prices(prices: Json, kinds: Collection[str]) -> Iterator[Found]:
    for at, table in enumerate(prices["tabeller"]):
        if "typ" in table and table["typ"] not in kinds:
            yield ("tabeller", at, "typ"), _NO_VALUE.format(varde=quoted(table["typ"]), namn="insatstyp")
        for number, row in enumerate(table["rader"]):
            if len(row["belopp"]) != len(table["kolumner"]):
                yield ("tabeller", at, "rader", number), _NO_COLUMN.format(namn=quoted(row["namn"]))


def _tongues(document: Json, crisis: Json) -> Iterator[Found]:
    """Every language has a name for each page of the menu and says what each line of kris.json is for."""
    yield from _doubled(document["sidor"], ("sidor",))
    known = {
        "meny": ([row["id"] for row in document["sidor"]], "sidor"),
        "linjer": ([row["id"] for row in crisis["linjer"]], CRISIS),
    }
    for code, tongue in document["sprak"].items():
        for part, (wanted, where) in known.items():
            place = ("sprak", code, part)
            for name in wanted:
                if name not in tongue[part]:
                    yield place, _LACKING.format(namn=quoted(name), sprak=tongue["namn"].lower())
            for name in tongue[part]:
                if name not in wanted:
                    yield (*place, name), _UNKNOWN.format(namn=quoted(name), var=where)
        for name, filled in FILLED_IN.items():
            if filled not in tongue["ram"][name]:
                yield ("sprak", code, "ram", name), _NOT_FILLED.format(namn=quoted(name), plats=filled)


def _doubled(rows: Sequence[Json], path: DataPath) -> Iterator[Found]:
    seen: set[str] = set()
    for at, row in enumerate(rows):
        if row["id"] in seen:
            yield (*path, at), _TWICE.format(namn=quoted(row["id"]))
        seen.add(row["id"])
