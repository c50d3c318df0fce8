"""En källa eller en anmärkning som gäller vissa fält nämner fält som finns i posten."""

from __future__ import annotations

from collections.abc import Iterator

from katalog.record import suggest
from katalog.record.entry import Check, Context, Entry, items_of
from katalog.record.problem import Fault, quoted

CODES = {
    "kalla-falt": "Källan gäller ett fält som inte finns i posten",
    "anmarkning-falt": "Anmärkningen gäller ett fält som inte finns i posten",
}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {
    "kallor": "Källan gäller {text}, men det fältet finns inte i posten. {hjalp}",
    "anmarkning": "Anmärkningen gäller {text}, men det fältet finns inte i posten. {hjalp}",
    "menade": "Menade du {menat}?",
    "hjalp": "Skriv namnet på ett fält som är ifyllt.",
}
# The lists whose rows may speak of other fields (`galler`), with their codes.
SPEAKING = {"kallor": "kalla-falt", "anmarkning": "anmarkning-falt"}


def prepare(_context: Context) -> Check:
    return check


def check(entry: Entry) -> Iterator[Fault]:
    for speaking, code in SPEAKING.items():
        for index, row in items_of(entry.data, speaking):
            fields = row.get("galler")
            for position, name in enumerate(fields if isinstance(fields, list) else ()):
                if isinstance(name, str) and name not in entry.data:
                    message = TEXTS[speaking].format(text=quoted(name), hjalp=_cure(name, speaking, entry))
                    yield Fault(path=(speaking, index, "galler", position), code=code, message=message)


def _cure(name: str, speaking: str, entry: Entry) -> str:
    near = suggest.closest(name, suggest.spellings(key for key in entry.data if key != speaking))
    return TEXTS["menade"].format(menat=near) if near else TEXTS["hjalp"]
