"""What the search's words say that does not fit together with the vocabularies.

Input: `Schema`. Output: path and message in `sokord.json` of each value that no vocabulary has, and of a group that
`kris.json` has not: either would end a build.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from katalog.record.problem import DataPath
from katalog.record.schema import Json, Schema, constants
from katalog.record.schema_files import CRISIS, SEARCH_WORDS

_NO_VALUE = "{namn} finns inte i någon vokabulär. Rätta ordet: vokabulärens namn, snedstreck, värdet."
_NO_GROUP = "{namn} är ingen grupp i kris.json. Rätta ordet: så som gruppen heter där."
_FOLDER = "vokabular/"
_STRENGTHS = ("starkt", "bra", "svagt")


def wrong_values(schema: Schema) -> Iterator[tuple[DataPath, str]]:
    files = {name: node for name, node in schema.documents.items() if name.startswith(_FOLDER)}
    stems = {name: PurePath(name).stem for name in files}
    known = {f"{stems[name]}/{value}" for name, node in files.items() for value in _values(node)}
    for path, key in _named(schema.documents[SEARCH_WORDS]):
        if key not in known:
            yield path, _NO_VALUE.format(namn=key)
    group = schema.documents[SEARCH_WORDS]["narstaende"]["nara"]
    if group not in schema.documents[CRISIS]["grupper"]:
        yield ("narstaende", "nara"), _NO_GROUP.format(namn=group)


def _values(node: Json) -> Iterator[str]:
    listed = constants(node)
    yield from (value["const"] for value in listed) if listed is not None else node.get("properties", {})


def _named(words: Json) -> Iterator[tuple[DataPath, str]]:
    for number, entry in enumerate(words["fraser"]):
        for strength in _STRENGTHS:
            for place, key in enumerate(entry.get(strength, ())):
                yield ("fraser", number, strength, place), key
    for name, part in (("snavt", "for"), ("snavt", "oppet"), ("borta", "i")):
        for place, key in enumerate(words[name][part]):
            yield (name, part, place), key
