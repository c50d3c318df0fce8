"""What the reader's own list needs to know besides the records' own pages, which its script reads: ids that have been
renamed, the order of rows in a comparison, whom to ring, the site's own address.

Private to our own JS (docs/assets/js/list/). A change of shape raises `FORMAT`.
"""

from __future__ import annotations

from katalog.derive.crisis import read_lines
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import FieldGroup, Vocabularies
from katalog.record.schema import Json
from katalog.settings import Settings
from katalog.wording.sections import row_fields, row_name

FORMAT = 1  # the script refuses data of another format
ADDRESS = "min-lista/"
ENTRY = "list/main.js"
SHEET = ("forsta_steget", "tider", "plats")  # what the sheet for the one who is to go there tells or asks
CODE = "kod.svg"  # beside a record's page: the QR code of its address


def list_data(derived: Derived, words: Vocabularies, settings: Settings) -> Json:
    """`grupper`: the sections of a record's page, with the names of their rows in order."""
    return {
        "format": FORMAT,
        "flyttade": moved_ids(derived),
        "poster": "verksamhet/",
        "sajt": settings.site_name,
        "adress": settings.site_url,
        "kod": CODE if settings.site_url else "",
        "grupper": [_group(words, group) for group in words.groups],
        "blad": [row_name(field) for field in SHEET],
        "akut": [[line.number, line.text] for line in read_lines(words.schema) if line.is_lasting],
    }


def moved_ids(derived: Derived) -> dict[str, str]:
    """Old id -> the id of today, for every script that reads the list."""
    return dict(sorted(derived.catalogue.moved.items()))


def _group(words: Vocabularies, group: FieldGroup) -> Json:
    rows = [[row_name(name), words.title(name)] for name in row_fields(group)]
    return {"id": group.id, "titel": group.title, "rader": rows}
