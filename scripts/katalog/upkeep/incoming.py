"""The bytes that somebody sent -> the texts and records among them, and who says to have sent them.

Input: a mail as .eml, pasted text, or a form's download. Output: `Incoming`; nothing of it is run, opened or followed.
Raises NotTheirsError for what holds nothing that can be read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from katalog.record.files import looks_like_a_record

MOST_BYTES = 256_000  # of text taken in, all parts together; what a record's file may hold
_MOST_MAIL_BYTES = 10_000_000  # with pictures and attachments that are never looked at
# Two of these in the first lines make a text a mail (RFC 5322, 3.6); one may be somebody's own words.
_HEADER = re.compile(
    rb"(?im)^(?:from|to|date|subject|message-id|mime-version|content-type|received|return-path|delivered-to): ?"
)
_RECORD_START = re.compile(r"^# yaml-language-server: .*$", re.MULTILINE)
_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body)\b", re.IGNORECASE)
_CHARSETS = {  # what mails name, and the codec that reads it: browsers take Latin-1 as Windows-1252 (WHATWG Encoding)
    "utf-8": "utf-8-sig", "utf8": "utf-8-sig", "us-ascii": "utf-8-sig", "ascii": "utf-8-sig",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252",
    "iso-8859-15": "iso-8859-15", "utf-16": "utf-16", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
    "macintosh": "mac-roman",
}  # fmt: skip


class NotTheirsError(Exception):
    """What came is nothing that the form or a mail program writes; the message is a sentence and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A text that came. `name` is that of an attachment or a file, "" for a mail's own text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """`sender`, `subject` and `sent` are as the mail says them, "" outside mails. `notes` are sentences for the editor:
    what has not been read, and why."""

    sender: str = ""
    subject: str = ""
    sent: str = ""
    texts: Sequence[Part] = ()
    records: Sequence[Part] = ()
    notes: Sequence[str] = ()


def read_incoming(raw: bytes, name: str) -> Incoming:
    """`name` is the file's, "" for what was pasted."""
    if is_mail(raw, name):
        from katalog.upkeep.mail import read_mail  # noqa: PLC0415  # the machine's library of mail is large

        if len(raw) > _MOST_MAIL_BYTES:
            raise NotTheirsError(
                f"Mejlet är {len(raw) // 1_000_000} MB. Högst {_MOST_MAIL_BYTES // 1_000_000} MB tas emot. "
                "Spara bilagan för sig och ta emot den."
            )
        return read_mail(raw)
    if len(raw) > MOST_BYTES:
        raise NotTheirsError(too_large(len(raw)))
    text = decoded(raw)
    if _HTML.match(text):
        raise NotTheirsError(HTML_ALONE)
    return sorted_parts([Part(name=name, text=text)])


def is_mail(raw: bytes, name: str) -> bool:
    """By its name, or by two headers in its first lines."""
    if name.lower().endswith(".eml"):
        return True
    head = re.split(rb"\r?\n\r?\n", raw[:20_000].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    return len({found.lower() for found in _HEADER.findall(head)}) >= 2 and b"--- hitta-sysselsattning" not in head


def sorted_parts(parts: Sequence[Part]) -> Incoming:
    """Whole records apart from texts in which blocks may stand."""
    texts, records = [], []
    for part in parts:
        start = _RECORD_START.search(part.text)
        is_file = part.name.lower().endswith((".yml", ".yaml"))
        if is_file or (looks_like_a_record(part.text) and "hitta-sysselsattning" not in part.text):
            records.append(part)
        elif start and "--- hitta-sysselsattning" not in part.text:
            texts.append(Part(name=part.name, text=part.text[: start.start()]))
            records.append(Part(name="", text=part.text[start.start() :]))
        else:
            texts.append(part)
    return Incoming(texts=texts, records=records)


def decoded(raw: bytes, charset: str = "") -> str:
    """As `charset` says when mails use that one, else as it reads. Raises NotTheirsError for what is no text."""
    codec = _CHARSETS.get(charset.lower().strip(), "")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        codec = "utf-16"
    text = _first_reading(raw, [codec, "utf-8-sig", "cp1252"])
    if "\0" in text:
        raise NotTheirsError("Det här är ingen text. Spara mejlet som .eml, eller kopiera texten och klistra in den.")
    return text


def _first_reading(raw: bytes, codecs: Sequence[str]) -> str:
    for codec in filter(None, codecs):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp1252", "replace")


HTML_ALONE = (
    "Det här är bara HTML, och sådant läses inte. Öppna det, kopiera texten mellan strecken och kör katalog receive -."
)


def too_large(size: int) -> str:
    most = MOST_BYTES // 1000
    return f"Texten är {size // 1000} kB. Högst {most} kB tas emot. Klistra in bara det som formuläret skrev."
