"""The three ways to answer about a record: links to its page for that, or a few lines to fill in and send back.

Input: a record and how the editors are reached. Output: labels with addresses, and the block that `katalog receive`
reads, as the page for answers has it without a script.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One of the three. `word` is what stands after `arende:` and after # in the address of the page; `does` is said in
    a letter with links, `write` in one without."""

    word: str
    label: str
    does: str
    write: str


WAYS = (
    Way(
        word="stammer",
        label="Allt stämmer",
        does="ni bekräftar uppgifterna som de står.",
        write="låt ordet stammer stå efter arende, och skriv dagens datum efter dag, till exempel 2026-11-26.",
    ),
    Way(
        word="andra",
        label="Något är fel",
        does="ni rättar det som är fel.",
        write="skriv andra efter arende, lämna dag tom, och skriv under raderna vad som ska ändras.",
    ),
    Way(
        word="stangt",
        label="Vi har stängt",
        does="ni berättar sedan när, och vart de som kommer till er kan gå.",
        write="skriv stangt efter arende, dagens datum efter dag, år och månad efter sedan, till exempel 2026-09, och "
        "efter vart dit de som kommer till er kan gå.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way, and where it leads."""

    label: str
    address: str


def links_to(site: str, record_id: str) -> tuple[Link, ...]:
    """`site` ends with a slash; none without it."""
    page = f"{site}verksamhet/{record_id}/bekrafta/"
    return tuple(Link(label=way.label, address=f"{page}#{way.word}") for way in WAYS) if site else ()


def block_to_fill_in(record_id: str, source: bytes, by: str) -> str:
    """The lines about one record, as a confirmation without its day. `source` is the record's file, `by` who is asked.
    Nobody can know the hash of what is filled in later: the last line says nothing of it."""
    head = {"id": record_id, "arende": WAYS[0].word, "grund": base_of(source), "dag": "", "av": " ".join(by.split()),
            "sedan": "", "vart": ""}  # fmt: skip
    lines = [f"{key}: {value}".rstrip() for key, value in head.items()]
    return "\n".join((f"--- hitta-sysselsattning {_VERSION} ---", *lines, "--- slut ---"))


def base_of(source: bytes) -> str:
    """CRC-32 of a record's file as it is published, its lines ended with a line feed."""
    lines = source.replace(b"\r\n", b"\n")
    return f"{zlib.crc32(lines):08x}"
