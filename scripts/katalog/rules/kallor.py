"""En källa som står för vissa fält nämner fält som finns i posten."""

from __future__ import annotations

from collections.abc import Iterator

from katalog import suggest
from katalog.entry import Context, Entry, items_of
from katalog.problem import Fault, quoted

CODES = {"kalla-falt": "Källan gäller ett fält som inte finns i posten"}


def check(entry: Entry, context: Context) -> Iterator[Fault]:
    for index, source in items_of(entry.data, "kallor"):
        fields = source.get("galler")
        for position, name in enumerate(fields if isinstance(fields, list) else ()):
            if isinstance(name, str) and name not in entry.data:
                near = suggest.closest(name, suggest.spellings(key for key in entry.data if key != "kallor"))
                cure = f"Menade du {near}?" if near else "Skriv namnet på ett fält som är ifyllt."
                message = f"Källan gäller {quoted(name)}, men det fältet finns inte i posten. {cure}"
                yield Fault(path=("kallor", index, "galler", position), code="kalla-falt", message=message)
