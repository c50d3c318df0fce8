"""En post får bara peka på poster som finns, inte på sig själv, och inte i en ring.

Gäller alla fält som leder till en annan post, till exempel nasta_steg. En ring i del_av eller ersatt_av leder
läsaren runt utan att komma fram.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from katalog.record import suggest
from katalog.record.entry import Check, Context, Entry, is_id, text_of
from katalog.record.problem import DataPath, Fault, quoted
from katalog.record.schema import references_in

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


def prepare(context: Context) -> Check:
    return lambda entry: chain(_wrong_ids(entry, context), _rings(entry, context))


def _wrong_ids(entry: Entry, context: Context) -> Iterator[Fault]:
    for path, target in islice(_ids(entry, context), MOST_TOLD):
        if target == entry.stem:
            message = TEXTS["sjalv"].format(falt=path[0])
            yield Fault(path=path, code="referens-sjalv", message=message)
        elif target not in context.ids:
            near = suggest.closest(target, suggest.spellings(context.ids))
            cure = TEXTS["menade"].format(menat=near) if near else TEXTS["hjalp"]
            message = TEXTS["okand"].format(text=quoted(target), hjalp=cure)
            yield Fault(path=path, code="referens-okand", message=message)


def _rings(entry: Entry, context: Context) -> Iterator[Fault]:
    for key in context.schema.chains:
        ring = _ring(entry.stem, key, context)
        if ring:
            message = f"{key} går i en ring: {' -> '.join(ring)}. Ta bort ett av stegen."
            yield Fault(path=(key,), code="referens-ring", message=message)


def _ids(entry: Entry, context: Context) -> Iterator[tuple[DataPath, str]]:
    """What has another form is the schema's to tell."""
    return ((path, target) for path, target in references_in(entry.data, context.schema) if is_id(target))


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
