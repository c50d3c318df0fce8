"""A district -> which parts of the city it holds, in words: its name alone says little to who lives there.

Input: vocabularies and a value of the areas. Output: text, "" for what is no district. The parts are the district's own
words (`x-ord`); schema/orter.json tells which of them are stations, which most people know, and which words mean more
than a part.
"""

from __future__ import annotations

from katalog.derive.swedish import sort_key
from katalog.derive.vocabulary import Term, Vocabularies
from katalog.record.schema_files import PLACES

_SHOWN = 5


def parts_of(words: Vocabularies, term: Term) -> list[str]:
    """Stations first, else in the vocabulary's order."""
    if term.notes.get("slag") != "stadsdel":
        return []
    document = words.schema.documents[PLACES]
    stations = {name for line in document["linjer"] for name in line["stationer"]}
    parts = [name for name in term.notes.get("ord", ()) if name not in document["hela"]]
    return sorted(parts, key=lambda name: name not in stations)


def area_text(words: Vocabularies, term: Term) -> str:
    """`Alvik, Brommaplan, Blackeberg med flera.`, for a tile; a name of two words stands on one line."""
    parts = [name.replace(" ", "\u00a0") for name in parts_of(words, term)]
    more = " med flera" if len(parts) > _SHOWN else ""
    return f"{', '.join(parts[:_SHOWN])}{more}." if parts else ""


def rest_of_area(words: Vocabularies, term: Term) -> str:
    """The parts that a tile has no room for, in the alphabet's order; "" when it names them all."""
    return ", ".join(sorted(parts_of(words, term)[_SHOWN:], key=sort_key))
