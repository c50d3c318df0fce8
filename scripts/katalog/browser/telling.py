"""What docs/assets/js/record/telling.js needs to tell a change of a record as `katalog review` does.

Private to our own JS: a part of the form's data and of the confirm pages'.
"""

from __future__ import annotations

from katalog.derive.freshness import PLACES_DAYS
from katalog.derive.vocabulary import Vocabularies
from katalog.record.schema import Json
from katalog.wording.told import CARD, CHANGES, CLOSED, INSTEAD, VALUES


def telling_data(words: Vocabularies) -> Json:
    """The words, and where the things that they speak of stand in a record."""
    return {
        "varden": VALUES,
        "andring": CHANGES,
        "kort": CARD,
        "stangd": CLOSED,
        "vidare": INSTEAD,
        "plats_dagar": PLACES_DAYS,
        "listor": [[listed.vocabulary, listed.place] for listed in words.listed.values()],
        "delar": [[group.title, group.fields] for group in words.groups],
    }
