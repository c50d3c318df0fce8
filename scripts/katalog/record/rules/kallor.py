"""En källa som står för vissa fält nämner fält som finns i posten."""

from __future__ import annotations

from collections.abc import Iterator

from katalog.record import suggest
from katalog.record.entry import Check, Context, Entry, items_of
from katalog.record.problem import Fault, quoted

CODES = {"kalla-falt": "Källan gäller ett fält som inte finns i posten"}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {
    "okand": "Källan gäller {text}, men det fältet finns inte i posten. {hjalp}",
    "menade": "Menade du {menat}?",
    "hjalp": "Skriv namnet på ett fält som är ifyllt.",
}


def prepare(_context: Context) -> Check:
    return check


def check(entry: Entry) -> Iterator[Fault]:
    for index, source in items_of(entry.data, "kallor"):
        fields = source.get("galler")
        for position, name in enumerate(fields if isinstance(fields, list) else ()):
            if isinstance(name, str) and name not in entry.data:
                near = suggest.closest(name, suggest.spellings(key for key in entry.data if key != "kallor"))
                cure = TEXTS["menade"].format(menat=near) if near else TEXTS["hjalp"]
                message = TEXTS["okand"].format(text=quoted(name), hjalp=cure)
                yield Fault(path=("kallor", index, "galler", position), code="kalla-falt", message=message)
