"""Words of other languages -> `sprak.json`, which the browser fetches only for a question that is not Swedish.

Input: the concepts of the index, in its order, and schema/andra-sprak.json. Output: for each language its small words,
its first parts of words, how its words are bent, what they mean (concepts by number; Swedish words, or a Swedish
question, by their row), and its first page with name and direction where the site has one.
`docs/assets/js/search/languages.js` reads it. The words stand as they are written: the browser folds them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from katalog.browser.search_words import Concept
from katalog.derive.tongues import Tongues
from katalog.record.schema import Json, Schema, constants
from katalog.record.schema_files import TONGUES

FILE = "sprak.json"
FORMAT = 4
_NOTE = "x-alias-sprak"
_RULES = ("andelser", "bokstaver", "byte", "jamfor", "sammansatt")
_LATIN = re.compile(r"[a-zà-ÿ]{2,}$")


def languages_data(concepts: Sequence[Concept], schema: Schema) -> dict[str, Any]:
    tongues = schema.documents[TONGUES]
    number = {concept.key: at for at, concept in enumerate(concepts)}
    own = Tongues(schema=schema).all
    pages = {language: [f"{language}/", tongue.own_name, tongue.direction] for language, tongue in own.items()}
    words = {language: _words(language, concepts, schema) for language in tongues["sprak"]}
    return {
        "format": FORMAT,
        "tungor": {language: {**_grammar(row), "ord": words[language], "sida": pages.get(language)}
                  for language, row in tongues["sprak"].items()},
        "svenska": [_swedish(row, number) for row in tongues["lases"]],
        "svenska_ord": tongues["svenska_ord"],
    }  # fmt: skip


def _grammar(row: Json) -> dict[str, Any]:
    """Its small words, those that the index lacks too, its first parts of words and how its words are bent."""
    rules = {name: row[name] for name in _RULES if name in row}
    return {"smaord": [*row["smaord"], *row.get("fler_smaord", ())], "forled": row.get("forled", ()), **rules}


def _swedish(row: Json, number: Mapping[str, int]) -> str | list[Any]:
    """A question as it stands; else words, concepts, and whether they only tell a condition."""
    if "fraga" in row:
        return str(row["fraga"])
    return [row["ord"], [number[key] for key in row.get("begrepp", ()) if key in number], "villkor" in row]


def small_words(schema: Schema, known: Collection[str]) -> list[str]:
    """The small words in Latin letters that are no words of the index: by them a question is seen to be foreign."""
    tongues = schema.documents[TONGUES]["sprak"].values()
    return sorted({word for row in tongues for word in row["smaord"] if _LATIN.match(word)} - set(known))


def _words(language: str, concepts: Sequence[Concept], schema: Schema) -> list[list[Any]]:
    """[what it means, words...]: a concept's number, or the row of Swedish words as a negative number from -1 on."""
    said = {f"{name}/{value['const']}": value[_NOTE].get(language, ()) for name, value in _noted(schema)}
    rows = [[number, *said[concept.key]] for number, concept in enumerate(concepts) if said.get(concept.key)]
    swedish = schema.documents[TONGUES]["lases"]
    return rows + [[-1 - place, *row[language]] for place, row in enumerate(swedish) if language in row]


def _noted(schema: Schema) -> list[tuple[str, Json]]:
    return [
        (name, value)
        for name, vocabulary in schema.vocabularies.items()
        for value in constants(vocabulary) or ()
        if _NOTE in value
    ]
