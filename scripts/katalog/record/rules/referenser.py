"""En post får bara peka på poster som finns, inte på sig själv, och inte i en ring.

Gäller nasta_steg, kan_kombineras_med, del_av och ersatt_av. En ring i del_av eller ersatt_av leder läsaren runt
utan att komma fram.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from katalog.record import suggest
from katalog.record.entry import Context, Entry, is_id, text_of
from katalog.record.problem import DataPath, Fault, quoted

CODES = {
    "referens-okand": "Posten pekar på ett id som inte finns",
    "referens-sjalv": "Posten pekar på sig själv",
    "referens-ring": "Posterna pekar på varandra i en ring",
}
SAID_BY_FORM = frozenset({"referens-okand", "referens-sjalv"})  # a ring shows in the other records only
TEXTS = {
    "sjalv": "{falt} pekar på posten själv. Ta bort raden eller skriv en annan posts id.",
    "okand": "Det finns ingen post med id {text}. {hjalp}",
    "menade": "Menade du {menat}?",
    "hjalp": "Skriv ett id som finns, eller ta bort raden.",
}
MOST_TOLD = 100  # the search for what was meant goes through every id each time
_LISTS = ("nasta_steg", "kan_kombineras_med")
_SINGLE = ("del_av", "ersatt_av")


def check(entry: Entry, context: Context) -> Iterator[Fault]:
    for path, target in islice(_references(entry), MOST_TOLD):
        if target == entry.stem:
            message = TEXTS["sjalv"].format(falt=path[0])
            yield Fault(path=path, code="referens-sjalv", message=message)
        elif target not in context.ids:
            near = suggest.closest(target, suggest.spellings(context.ids))
            cure = TEXTS["menade"].format(menat=near) if near else TEXTS["hjalp"]
            message = TEXTS["okand"].format(text=quoted(target), hjalp=cure)
            yield Fault(path=path, code="referens-okand", message=message)
    for key in _SINGLE:
        ring = _ring(entry.stem, key, context)
        if ring:
            message = f"{key} går i en ring: {' -> '.join(ring)}. Ta bort ett av stegen."
            yield Fault(path=(key,), code="referens-ring", message=message)


def _references(entry: Entry) -> Iterator[tuple[DataPath, str]]:
    for key in _LISTS:
        value = entry.data.get(key)
        for index, target in enumerate(value if isinstance(value, list) else ()):
            if isinstance(target, str) and is_id(target):
                yield (key, index), target
    for key in _SINGLE:
        target = text_of(entry.data, key)
        if target and is_id(target):  # another form is the schema's to tell
            yield (key,), target


def _ring(start: str, key: str, context: Context) -> list[str]:
    """The ids from `start` back to `start` along `key`, or nothing."""
    seen = [start]
    while seen[-1] in context.ids:
        target = text_of(context.ids[seen[-1]][0].data, key)
        if target is None or (target in seen and target != start):
            return []
        seen.append(target)
        if target == start:
            return seen if len(seen) > 2 else []
    return []
