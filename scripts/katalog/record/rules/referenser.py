"""En post får bara peka på poster som finns, inte på sig själv, och inte i en ring.

Gäller alla fält som leder till en annan post, till exempel nasta_steg. En ring i del_av eller ersatt_av leder
läsaren runt utan att komma fram. Den som hänvisas till en verksamhet som har stängt kommer heller ingenstans: det ger
en varning.
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
    "referens-stangd": "Posten pekar på en verksamhet som har stängt",
}
SAID_BY_FORM = frozenset({"referens-okand", "referens-sjalv"})  # the others show in the other records only
TEXTS = {
    "sjalv": "{falt} pekar på posten själv. Ta bort raden eller skriv en annan posts id.",
    "okand": "Det finns ingen post med id {text}. {hjalp}",
    "menade": "Menade du {menat}?",
    "hjalp": "Skriv ett id som finns, eller ta bort raden.",
}
MOST_TOLD = 100  # the search for what was meant goes through every id each time
_CLOSED = "avslutad"


def prepare(context: Context) -> Check:
    return lambda entry: chain(_wrong_ids(entry, context), _rings(entry, context), _to_closed(entry, context))


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


def _to_closed(entry: Entry, context: Context) -> Iterator[Fault]:
    """From what has closed only `ersatt_av` still leads somebody on. A ring is told as such."""
    is_closed = text_of(entry.data, "status") == _CLOSED
    for path, target in islice(_ids(entry, context), MOST_TOLD):
        known = context.ids.get(target)
        if target == entry.stem or not known or (is_closed and path[0] != "ersatt_av"):
            continue
        if text_of(known[0].data, "status") == _CLOSED and not _ring(entry.stem, str(path[0]), context):
            instead = _open_after(target, context)
            cure = f"Skriv {instead} i stället." if instead not in (None, entry.stem) else "Ta bort raden eller byt."
            message = f"{path[0]} leder till {target}, som har stängt. {cure}"
            yield Fault(path=path, code="referens-stangd", message=message, level="varning")


def _open_after(closed: str, context: Context) -> str | None:
    """Where the reader of something closed is sent on to, step by step, until it is open."""
    seen: set[str] = set()
    while closed in context.ids and closed not in seen:
        seen.add(closed)
        data = context.ids[closed][0].data
        if text_of(data, "status") != _CLOSED:
            return closed
        closed = text_of(data, "ersatt_av") or ""
    return None


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
