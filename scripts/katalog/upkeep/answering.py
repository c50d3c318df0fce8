"""The three ways to answer about a record: links to its page for that, or a few lines to fill in and send back.

Input: a record and how the editors are reached. Output: labels with addresses, and the block that `katalog receive`
reads. The site's script writes the same block (docs/assets/js/record/block.js); tests hold them together.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass

_VERSION = 1
_TO_FILL_IN = "ÅÅÅÅ-MM-DD"
_BLANK = re.compile(r"[\s\u200b\ufeff]+")  # and what has no width


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
        write="låt ordet stammer stå efter arende.",
    ),
    Way(
        word="andra",
        label="Något är fel",
        does="ni rättar det som är fel.",
        write="skriv andra efter arende, och under raderna vad som ska ändras. Skriv som ni brukar.",
    ),
    Way(
        word="stangt",
        label="Vi har stängt",
        does="ni berättar sedan när, och vart de som kommer till er kan gå.",
        write="skriv stangt efter arende, och under raderna sedan när, och vart de som kommer till er kan gå.",
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
    What is filled in makes the hash another: `receive` says so, and asks the editor to look."""
    head = {"id": record_id, "arende": WAYS[0].word, "grund": base_of(source), "dag": _TO_FILL_IN, "av": by}
    text = "\n".join(f"{key}: {_on_one_line(value)}" for key, value in head.items())
    return f"--- hitta-sysselsattning {_VERSION} ---\n{text}\n--- slut {hash_of(text)} ---"


def base_of(source: bytes) -> str:
    """CRC-32 of a record's file as it is published, its lines ended with a line feed."""
    lines = source.replace(b"\r\n", b"\n")
    return f"{zlib.crc32(lines):08x}"


def hash_of(text: str) -> str:
    """CRC-32 of what stands between a block's markers; white space and how letters are composed make no difference."""
    letters = unicodedata.normalize("NFC", _BLANK.sub("", text))
    return f"{zlib.crc32(letters.encode()):08x}"


def _on_one_line(text: str) -> str:
    return " ".join(_BLANK.sub(" ", text).split())
