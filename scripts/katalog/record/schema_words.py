"""The search's lists of crisis, places and other languages: names in them that lead nowhere, or say a thing twice.

Input: `Schema`, its files of the right form. Output: for each file, where a fault is and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from katalog.record.problem import DataPath, quoted
from katalog.record.schema import Json, Schema, constants
from katalog.record.schema_files import CRISIS, PLACES, TONGUES

_GROUP = re.compile(r"<([^>]*)>")
_SOURCES_ENOUGH = 2  # independent of each other; the line's own page is enough alone
_NO_LINE = "Linjen {namn} finns inte. Rätta namnet, eller lägg till linjen."
_NO_CARD = "Kortet {namn} finns inte. Rätta namnet, eller lägg till kortet."
_NO_GROUP = "Gruppen {namn} finns inte i grupper. Rätta namnet."
_NO_SOURCE = "Linjen {namn} saknar källa. Skriv dess egen sida, eller två sidor som inte hör ihop."
_NO_PLACE = "Orten {namn} är inte känd. Lägg till den i orter, eller i x-ord på ett område."
_TWICE = "Orten {namn} finns redan på ett område eller en kommun, eller här. Ta bort den ena."
_NO_AREA = "{namn} finns inte bland områden och kommuner. Rätta namnet."
_NO_VALUE = "{namn} finns inte i vokabulärerna. Skriv vokabulär/värde."
_NO_TONGUE = "Språket {namn} finns inte i sprak. Rätta namnet, eller lägg till språket."
Found = tuple[DataPath, str]


def word_faults(schema: Schema) -> Mapping[str, Sequence[Found]]:
    """File -> its faults, in order."""
    return {
        CRISIS: list(chain(_lines(schema.documents[CRISIS]), _signs(schema.documents[CRISIS]))),
        PLACES: list(_places(schema)),
        TONGUES: list(_tongues(schema)),
    }


def _lines(crisis: Json) -> Iterator[Found]:
    lines, cards = (_ids(crisis[part]) for part in ("linjer", "kort"))
    for at, line in enumerate(crisis["linjer"]):
        sources = line.get("kallor", ())
        own = any(source["slag"] == "egen" for source in sources)
        if not (line.get("utan_datum") or own or len(sources) >= _SOURCES_ENOUGH):
            yield ("linjer", at), _NO_SOURCE.format(namn=quoted(line["namn"]))
    for at, card in enumerate(crisis["kort"]):
        yield from _unknown(card["linjer"], lines, ("kort", at, "linjer"), _NO_LINE)
    for at, sign in enumerate(crisis["tecken"]):
        named = {key: sign[key] for key in ("kort", "annan", "nekat") if key in sign}
        for key, card in named.items():
            yield from _unknown([card], cards, ("tecken", at, key), _NO_CARD, is_list=False)
    for at, tongue in enumerate(crisis["andra_sprak"]):
        for key in tongue:
            if key not in ("sprak", "sager", *cards):
                yield ("andra_sprak", at, key), _NO_CARD.format(namn=quoted(key))


def _signs(crisis: Json) -> Iterator[Found]:
    for at, sign in enumerate(crisis["tecken"]):
        for step, written in enumerate(sign["foljd"]):
            for group in _GROUP.findall(written):
                if group not in crisis["grupper"]:
                    yield ("tecken", at, "foljd", step), _NO_GROUP.format(namn=quoted(group))


def _places(schema: Schema) -> Iterator[Found]:
    places = schema.documents[PLACES]
    areas = dict(_areas(schema))
    said = set(chain.from_iterable(areas.values()))
    for at, place in enumerate(places["orter"]):
        if "i" in place:
            if place["namn"] in said:
                yield ("orter", at, "namn"), _TWICE.format(namn=quoted(place["namn"]))
            said.add(place["namn"])
            yield from _unknown([place["i"]], areas, ("orter", at, "i"), _NO_AREA, is_list=False)
    yield from _unknown_places(places, said)
    for at, pair in enumerate(places["grannomraden"]):
        yield from _unknown(pair, areas, ("grannomraden", at), _NO_AREA)
    for name in ("samma_stad", "overallt"):
        yield from _unknown(places[name], areas, (name,), _NO_AREA)


def _unknown_places(places: Json, said: Collection[str]) -> Iterator[Found]:
    for at, place in enumerate(places["orter"]):
        yield from _unknown([place["namn"]], said, ("orter", at, "namn"), _NO_PLACE, is_list=False)
    for at, line in enumerate(places["linjer"]):
        yield from _unknown(line["stationer"], said, ("linjer", at, "stationer"), _NO_PLACE)
    for at, pair in enumerate(places["grannar"]):
        yield from _unknown(pair, said, ("grannar", at), _NO_PLACE)
    yield from _unknown(places["hela"], said, ("hela",), _NO_PLACE)


def _areas(schema: Schema) -> Iterator[tuple[str, list[str]]]:
    """`omrade/farsta` -> the names that the vocabulary gives it, for the vocabularies that the places speak of."""
    places = schema.documents[PLACES]
    named = [*chain.from_iterable(places["grannomraden"]), *places["overallt"]]
    for name in dict.fromkeys(area.partition("/")[0] for area in named):
        for value in constants(schema.vocabularies.get(name, {})) or ():
            former = [place.get("namn") for place in _list(value.get("x-forr")) if isinstance(place, dict)]
            names = [value["title"], *_list(value.get("x-alias")), *_list(value.get("x-ord")), *former]
            yield f"{name}/{value['const']}", [text for text in names if isinstance(text, str)]


def _tongues(schema: Schema) -> Iterator[Found]:
    tongues = schema.documents[TONGUES]
    values = {
        f"{name}/{value['const']}"
        for name in schema.vocabularies
        for value in constants(schema.vocabularies[name]) or ()
    }
    for at, row in enumerate(tongues["lases"]):
        yield from _unknown(row.get("begrepp", ()), values, ("lases", at, "begrepp"), _NO_VALUE)
        for language in row:
            if language not in ("ord", "begrepp", "villkor", "fraga", *tongues["sprak"]):
                yield ("lases", at, language), _NO_TONGUE.format(namn=quoted(language))


def _unknown(
    names: Sequence[Any], known: Collection[str], path: DataPath, message: str, *, is_list: bool = True
) -> Iterator[Found]:
    for at, name in enumerate(names):
        if name not in known:
            yield (*path, at) if is_list else path, message.format(namn=quoted(name))


def _list(value: object) -> list[Any]:
    """Anything else is told by `schema_notes`."""
    return value if isinstance(value, list) else []


def _ids(rows: Sequence[Json]) -> set[str]:
    return {row["id"] for row in rows}
