"""A sheet that was damaged on its way is read or refused with a sentence, whatever stands in its bytes."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from katalog.upkeep.book import UnreadableBookError
from katalog.upkeep.open_book import open_book
from tests.sheets import raw_ods, raw_xlsx, saved, sheet_xml, workbook

_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>Namn</t></is></c></row>'
# Encodings that XML may name: some that expat reads itself, some that only Python knows, some that nobody does.
_ENCODINGS = ("utf-8", "iso-8859-1", "windows-1252", "utf-7", "utf-32", "cp037", "big5", "shift_jis", "idna", "rot13",
              "base64", "undefined", "klingonska", "x" * 200)  # fmt: skip
_SHEETS = {
    "openpyxl": saved(workbook([["Namn", "Antal"], ["Träffen", 12]])[0]),
    "xlsx": raw_xlsx(sheet_xml(_CELL)),
    "ods": raw_ods("<table:table-row><table:table-cell><text:p>Namn</text:p></table:table-cell></table:table-row>"),
}
_TIMES = 400


@pytest.mark.parametrize("encoding", _ENCODINGS)
def test_an_encoding_that_cannot_be_read_is_a_broken_sheet(encoding: str) -> None:
    with suppress(UnreadableBookError):
        open_book(raw_xlsx(f'<?xml version="1.0" encoding="{encoding}"?>{sheet_xml(_CELL)}'))


def _damaged(raw: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, most of them at the end, where a zip says what it holds and where; or a piece lost."""
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        place = chance.choice((chance.randrange(len(raw)), len(raw) - 1 - chance.randrange(min(len(raw), 200))))
        changed[place] = chance.choice((0, 255, chance.randrange(256)))
    if chance.random() < 0.2:
        start = chance.randrange(len(changed))
        del changed[start : start + chance.randint(1, 60)]
    return bytes(changed)


@pytest.mark.parametrize("name", _SHEETS)
def test_changed_bytes_are_read_or_refused(name: str) -> None:
    chance = random.Random(name)  # noqa: S311  # the same on every run
    for _ in range(_TIMES):
        with suppress(UnreadableBookError):
            open_book(_damaged(_SHEETS[name], chance))
