"""What the script of a confirm page needs: what all of them share, fetched once, and the little that is a page's own.

Private to our own JS (docs/assets/js/form/confirm.js). A change of shape raises `FORMAT`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator

from katalog.browser.form import ADDRESS as FORM
from katalog.browser.form import FORMAT as KNOWN_FORMAT
from katalog.browser.form import KNOWN_FILE, destinations, people_data, slim_fields, values_of
from katalog.browser.freshness import trust_data
from katalog.browser.telling import telling_data
from katalog.derive import trust
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.record.rules import persondata
from katalog.record.schema import Json
from katalog.settings import Settings
from katalog.wording.fields import NOTICE

FORMAT = 2  # the script refuses data of another format
ENTRY = "form/confirm.js"
SHARED = f"{FORM}bekrafta.json"
# What confirming and closing change (`edit/changes.py`; a test holds the two together).
CONFIRM = {
    "okand": ["status", "okand", "aktiv"],
    "stangd": ["status", "avslutad"],
    "vidare": "ersatt_av",
    "ar": "uppgifter_fran",
    "dag": "senast_bekraftad",
    "av": "bekraftad_av",
}
_CHANGED = ("status", "ersatt_av", "uppgifter_fran", "senast_bekraftad", "bekraftad_av")
# What rots, each with a short form of its own; the form can mend the rest, too.
_ROTS = {
    "tider": "Tider",
    "kontakt": "Telefon, mejl, webb",
    "plats": "Adress",
    "forsta_steget": "Hur man börjar",
    "platslage": "Plats just nu",
    "tillfalligt": "Tillfälligt besked",
}
_ALL = "Alla uppgifter"
# What else trust in a record rests on, and the remark that tells of an end.
_BASIS = ("forebild", "kallor")
_IN_SOURCE = ("slag", "ar", "galler")


def confirm_page_data(record: Record, source: bytes, address: str) -> Json:
    """`address` leads from the page to the form. `grund` is the hash of the file that the page was made from: with
    another, the record has changed since."""
    told = {name: getattr(record, name) for name in (*_CHANGED, *_BASIS) if getattr(record, name) not in (None, False)}
    told["kallor"] = [{key: row[key] for key in _IN_SOURCE if key in row} for row in record.kallor]
    return {
        "format": FORMAT,
        "id": record.id,
        "kallas": record.namn,
        "fil": record.fil,
        "grund": ground_of(source),
        "av": record.bekraftad_av or (record.anordnare or {}).get("namn", ""),
        "ratta": [[title, f"{address}{more}"] for title, more in _mending(record)],
        "post": told,
    }


def _mending(record: Record) -> Iterator[tuple[str, str]]:
    """What a link says, and what it adds to the form's address."""
    yield from ((title, f"?post={record.id}&falt={name}") for name, title in _ROTS.items())
    yield _ALL, f"?post={record.id}"


def ground_of(source: bytes) -> str:
    """A short hash of a record's text, as its readers get it: without a byte order mark, lines ended with LF."""
    text = source.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return f"{zlib.crc32(text):08x}"


def confirm_files(words: Vocabularies, settings: Settings) -> dict[str, str]:
    """What all confirm pages share: relative path -> content."""
    return {SHARED: json.dumps(_shared(words, settings), ensure_ascii=False, separators=(",", ":"))}


def _shared(words: Vocabularies, settings: Settings) -> Json:
    return {
        "format": FORMAT,
        "bekrafta": CONFIRM,
        "regel": {"properties": slim_fields(words.schema, _CHANGED)},
        "vokabular": {"status": values_of(words.schema, "status")},
        "tillit": {**trust_data(), "slag": trust.GOOD_KINDS, "annan": trust.OTHER_KIND},
        "tidord": {"notis": NOTICE},
        "sagt": telling_data(words),
        "persondata": people_data(words.schema),
        "regler": {"persondata": persondata.TEXTS},
        "kanda": {"format": KNOWN_FORMAT, "fil": KNOWN_FILE},
        "skicka": destinations(settings),
    }
