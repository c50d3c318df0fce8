"""Inga uppgifter om enskilda människor.

Katalogen är öppen och sparas för alltid. Skriv växel, funktionsbrevlåda och funktion, aldrig en persons namn,
direktnummer, mobilnummer, personliga e-post eller personnummer. Ordlistorna som regeln använder finns i
schema/persondata.json, så att formuläret på webben kan säga samma sak. Är namnet en plats eller ett hus, och inte en
människas, kan det stå där under godkanda, med skälet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from katalog.record.entry import Check, Context, Entry, walk_texts
from katalog.record.people import mailboxes, names, numbers, reading
from katalog.record.people.first_look import FirstLook
from katalog.record.people.words import Words, load_words
from katalog.record.problem import DataPath, Fault, quoted

CODES = {
    "persondata-personnummer": "Ett personnummer",
    "persondata-mobil": "Ett mobilnummer",
    "persondata-epost": "En persons e-post",
    "persondata-namn": "En persons namn",
    "persondata-kanske-namn": "Kanske en persons namn (varning)",
}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {
    "persondata-personnummer": "Det här ser ut som ett personnummer. Ta bort det. "
    "Katalogen får aldrig innehålla uppgifter om en person.",
    "persondata-mobil": "Det här ser ut som ett mobilnummer. "
    "Skriv växelns nummer eller verksamhetens fasta nummer i stället.",
    "persondata-epost": "{text} ser ut som en persons e-post. Skriv en funktionsbrevlåda, till exempel info@.",
    "persondata-namn": "”{text}” ser ut som en persons namn. Skriv funktionen, till exempel enhetschef, utan namn.",
    "persondata-kanske-namn": "”{text}” kan vara en persons namn. Är det en människa: skriv funktionen utan namn.",
}
PATTERNS = {**numbers.PATTERNS, **mailboxes.PATTERNS, **reading.PATTERNS}
ADDRESS_FIELD = "webb"  # long numbers and capitals are common in addresses
ALONE_FIELD = "bekraftad_av"  # tells who: there a lone first name is a person's


def prepare(context: Context) -> Check:
    words = load_words(context.schema.folder)
    look = FirstLook(
        words, addresses=ADDRESS_FIELD, is_told=lambda path, text: any(True for _ in check_text(path, text, words))
    )
    return lambda entry: _check(entry, look, words)


def _check(entry: Entry, look: FirstLook, words: Words) -> Iterator[Fault]:
    told = look.suspects(entry.stem, entry.data)
    if not told and ALONE_FIELD not in entry.data:
        return
    for path, text in (((), entry.stem), *walk_texts(entry.data)):
        if text in told or path[:1] == (ALONE_FIELD,):
            yield from check_text(path, text, words)


def check_text(path: DataPath, text: str, words: Words) -> Iterator[Fault]:
    """The faults of one text; `path` tells the field. Yields every code in `CODES`."""
    plain = words.plain.text(text)
    is_address = path[-1:] == (ADDRESS_FIELD,)
    if numbers.has_identity_number(plain, is_address):
        yield _fault(path, "persondata-personnummer")
    if not is_address and numbers.has_mobile_number(plain):
        yield _fault(path, "persondata-mobil")
    mailbox = mailboxes.find_mailbox(plain, words)
    if mailbox:
        yield _fault(path, "persondata-epost", mailbox)
    if not is_address:
        yield from _names(path, mailboxes.without_mailboxes(numbers.without_addresses(plain)), words)


def check_argument(text: str, folder: Path, field: str = "") -> str | None:
    """What is wrong with a word on a command line, as a sentence, or None. `folder` holds the schema."""
    found = (fault for fault in check_text((field,), text, load_words(folder)) if fault.level == "fel")
    return next((fault.message for fault in found), None)


def _names(path: DataPath, plain: str, words: Words) -> Iterator[Fault]:
    found = names.find_name(plain, words, is_alone=path[:1] == (ALONE_FIELD,))
    if found and found.is_certain:
        yield _fault(path, "persondata-namn", found.text)
    elif found:
        message = TEXTS["persondata-kanske-namn"].format(text=quoted(found.text))
        yield Fault(path=path, code="persondata-kanske-namn", message=message, level="varning")


def _fault(path: DataPath, code: str, shown: str = "") -> Fault:
    return Fault(path=path, code=code, message=TEXTS[code].format(text=quoted(shown)))
