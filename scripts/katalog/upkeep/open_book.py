"""Bytes of a file that somebody calls a spreadsheet -> `Book`, by what stands in them; or why they cannot be read."""

from __future__ import annotations

import re

from katalog.upkeep.book import MAX_FILE_BYTES, Book, UnreadableBookError
from katalog.upkeep.book_csv import read_csv
from katalog.upkeep.book_ods import read_ods
from katalog.upkeep.book_parts import Parts
from katalog.upkeep.book_xlsx import read_xlsx

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "Öppna den i kalkylprogrammet och spara den som .xlsx."
_TOO_BIG = f"Filen är större än {MAX_FILE_BYTES // 1_000_000} MB och läses inte. Kopiera raderna till mallen i stället."
_LOCKED = "Filen är skyddad med lösenord. Spara den utan lösenord och försök igen."
_OLD = f"Filen är sparad i det gamla formatet .xls. {_SAVE}"
_WEB = f"Filen är en webbsida, även om namnet säger något annat. {_SAVE}"
_XML = f"Filen är sparad som XML. {_SAVE}"
_PDF = "Filen är en PDF och går inte att läsa. Be om kalkylbladet i stället."
_BINARY = f"Filen är sparad i formatet .xlsb. {_SAVE}"
_OTHER = f"Filen är inget kalkylblad. {_SAVE}"
_EMPTY = "Filen är tom."
_WEB_BEGINS = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|meta|table|style|body|div)\b", re.IGNORECASE
)
_XML_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def open_book(raw: bytes) -> Book:
    """Raises UnreadableBookError. What the file is called does not matter: it is often wrong."""
    if not raw.strip(b"\0 \r\n\t"):
        raise UnreadableBookError(_EMPTY)
    if len(raw) > MAX_FILE_BYTES:
        raise UnreadableBookError(_TOO_BIG)
    if raw.startswith(_ZIP):
        return _packed(Parts.of(raw))
    if raw.startswith(_OLE):
        raise UnreadableBookError(_LOCKED if "EncryptedPackage".encode("utf-16-le") in raw else _OLD)
    if raw.startswith(b"%PDF"):
        raise UnreadableBookError(_PDF)
    if _WEB_BEGINS.match(raw):
        raise UnreadableBookError(_WEB)
    if _XML_BEGINS.match(raw):
        raise UnreadableBookError(_XML)
    return read_csv(raw)


def _packed(parts: Parts) -> Book:
    if "xl/workbook.bin" in parts:
        raise UnreadableBookError(_BINARY)
    if "[Content_Types].xml" in parts:
        return read_xlsx(parts)
    if parts.text("mimetype", 200).startswith(_ODS):
        return read_ods(parts)
    raise UnreadableBookError(_OTHER)
