"""En post har ett id som är filens namn, och ligger i mappen för sitt område.

Id:t används i webbadresser och i andra poster. Därför får det aldrig finnas två gånger och aldrig återanvändas.
Flytta filen eller byt dess namn när regeln säger till.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

from katalog.record import suggest
from katalog.record.entry import MAX_ID_CHARACTERS, Check, Context, Entry, is_device, is_id, text_of
from katalog.record.problem import Fault
from katalog.record.schema import constants

CODES = {
    "id-form": "Filnamnet är inget giltigt id",
    "id-dubblett": "Två poster har samma id",
    "mapp-fel": "Posten ligger i fel mapp",
}
SAID_BY_FORM = frozenset({"id-form", "id-dubblett"})  # beside the file's name; the form lays the file in its folder
# Messages that the form on the web says too (docs/assets/js/record/identity.js).
TEXTS = {
    "id-form": "Filnamnet får bara ha små bokstäver a–z, siffror och bindestreck. Byt namn till {forslag}.yml.",
    "id-enhet": "Windows kan inte spara en fil som heter {id}. Byt namn till {forslag}.yml.",
    "id-dubblett": "Id {id} finns också i {fil}. Byt namn på den ena filen.",
}
WITHOUT_LETTERS = "min-verksamhet"


def make_id(text: str) -> str:
    """An id that looks like `text`, for example a name."""
    proposal = re.sub(r"[^a-z0-9]+", "-", suggest.fold(text)).strip("-")
    made = proposal[:MAX_ID_CHARACTERS].strip("-") or WITHOUT_LETTERS
    return f"{made}-1" if is_device(made) else made


def prepare(context: Context) -> Check:
    areas = frozenset(value["const"] for value in constants(context.schema.fields["omrade"]) or ())
    return lambda entry: chain(_wrong_id(entry, context), _wrong_folder(entry, areas))


def _wrong_id(entry: Entry, context: Context) -> Iterator[Fault]:
    if not is_id(entry.stem):
        text = TEXTS["id-enhet" if is_device(entry.stem) else "id-form"]
        message = text.format(id=entry.stem, forslag=make_id(entry.stem))
        yield Fault(path=(), code="id-form", message=message)
    others = [other.path for other in context.ids[entry.stem] if other.path != entry.path]
    if others:
        message = TEXTS["id-dubblett"].format(id=entry.stem, fil=others[0])
        yield Fault(path=(), code="id-dubblett", message=message)


def _wrong_folder(entry: Entry, areas: Collection[str]) -> Iterator[Fault]:
    area = text_of(entry.data, "omrade")
    if area and area != entry.folder and area in areas:
        message = (
            f"omrade är {area}, men filen ligger i mappen {entry.folder}. Flytta filen till {area}/ eller rätta omrade."
        )
        yield Fault(path=("omrade",), code="mapp-fel", message=message)
