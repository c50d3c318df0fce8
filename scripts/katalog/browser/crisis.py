"""schema/kris.json -> what the search knows somebody in crisis by; `docs/assets/js/search/crisis.js` reads it."""

from __future__ import annotations

from typing import Any

from katalog.derive.crisis import read_lines
from katalog.record.schema import Schema
from katalog.record.schema_files import CRISIS

_TONGUE = ("sprak", "sager")  # the rest of a language's row is its signs, by card


def crisis_data(schema: Schema) -> dict[str, Any]:
    """Lines without their sources, cards, groups of words, signs; and the signs of other languages."""
    crisis = schema.documents[CRISIS]
    return {
        "linjer": [{"id": line.id, "kallas": line.name, "nummer": line.number, "vad": line.text}
                   for line in read_lines(schema)],
        "kort": crisis["kort"],
        "grupper": crisis["grupper"],
        "tecken": crisis["tecken"],
        "andra": [{"kod": tongue["sprak"], "sager": tongue["sager"],
                   "tecken": {card: signs for card, signs in tongue.items() if card not in _TONGUE}}
                  for tongue in crisis["andra_sprak"]],
    }  # fmt: skip
