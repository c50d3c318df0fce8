"""The blocks of a text -> what each says, how sure it is, and what is wrong with it; and the text around them.

Input: text from anywhere. Output: `Found`; nothing here raises for what the text holds. The form writes the blocks
(docs/assets/js/record/block.js): lines `key: value` between two markers, the hash of all between them in the last.
Mail programs wrap, indent, quote and widen lines: white space counts for nothing in the hash.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from katalog.record.characters import FORBIDDEN, forbidden_message
from katalog.record.entry import is_id
from katalog.record.problem import quoted
from katalog.upkeep.written_days import is_day, is_since, read_day, read_since

VERSION = 1
ERRANDS = ("stammer", "andra", "stangt", "ny")
_HEAD = ("id", "arende", "grund", "dag", "av", "sedan", "vart")  # plain text; all other keys are fields, in JSON
_MOST_BLOCKS, _MAX_DEPTH = 200, 20
# Word processors make one dash of two hyphens.
_DASHES = "[-\u2010-\u2015\u2212]{1,4}"
_START = re.compile(rf"([\s>\u200b\ufeff]*){_DASHES}\s*hitta-sysselsattning\s+(\d{{1,4}})\s*{_DASHES}\s*")
_END = re.compile(rf"[\s>\u200b\ufeff]*{_DASHES}\s*slut(?:\s+([0-9a-f]{{8}}))?\s*{_DASHES}\s*")
_BLANK = re.compile("[\\s\u200b\ufeff]+")
# Who fills in a line by hand may leave out the space.
_KEY = re.compile(rf"({'|'.join(_HEAD)}|[A-Za-z_][\w-]*(?=:(?:\s|$))):\s*(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """`reference` is the hash of what stands there; `is_whole` when it is the one that the form wrote. A mail that is
    filled in without a script `is_by_hand`: it has no hash. Head keys that are left out are "". With any of `faults`
    (sentences) nothing of the block can be taken."""

    id: str = ""
    arende: str = ""
    grund: str = ""
    dag: str = ""
    av: str = ""
    sedan: str = ""
    vart: str = ""
    fields: Mapping[str, Any]
    reference: str
    is_whole: bool
    is_by_hand: bool = False
    faults: tuple[str, ...] = ()

    @property
    def is_confirming(self) -> bool:
        return bool(self.dag and self.av)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`outside` is the text without its blocks, lines as they stood. `is_cut` when there were more than are read."""

    blocks: tuple[Block, ...]
    outside: str
    is_cut: bool = False


def find_blocks(text: str, fields: Collection[str]) -> Found:
    """Every block of `text`; `fields` are the names that a record's fields may have."""
    blocks: list[Block] = []
    outside: list[str] = []
    lines = iter(re.split("\r\n|[\r\n]", text))
    line = next(lines, None)
    while line is not None:
        start = _START.fullmatch(line)
        if start and len(blocks) == _MOST_BLOCKS:
            return Found(blocks=tuple(blocks), outside="\n".join(outside), is_cut=True)
        if not start:
            outside.append(line)
            line = next(lines, None)
            continue
        inner, end, line = _inside(lines, start[1].count(">"))
        blocks.append(_block(inner, int(start[2]), end, fields))
    return Found(blocks=tuple(blocks), outside="\n".join(outside))


def _inside(lines: Iterator[str], quotes: int) -> tuple[list[str], re.Match[str] | None, str | None]:
    """The lines up to the next marker without the quote marks of the first, the end marker, and the line to go on
    with. A block without an end goes on to the end of the text."""
    inner: list[str] = []
    for line in lines:
        if end := _END.fullmatch(line):
            return inner, end, next(lines, None)
        if _START.fullmatch(line):
            return inner, None, line
        inner.append(re.sub(rf"^(?:\s*>){{0,{quotes}}}", "", line) if quotes else line)
    return inner, None, None


def hash_of(text: str) -> str:
    """CRC-32 (zlib, RFC 1952 section 8) of the text without white space, in NFC and UTF-8: eight digits."""
    bare = unicodedata.normalize("NFC", _BLANK.sub("", text))
    return f"{zlib.crc32(bare.encode('utf-8', 'surrogatepass')):08x}"


def spoken(reference: str) -> str:
    """As the form's receipt shows it: `5e1b-77c0`."""
    return f"{reference[:4]}-{reference[4:]}"


def _block(inner: list[str], version: int, end: re.Match[str] | None, fields: Collection[str]) -> Block:
    reference = hash_of("\n".join(inner))
    read = Block(
        fields={},
        reference=reference,
        is_whole=end is not None and end[1] == reference,
        is_by_hand=end is not None and end[1] is None,
    )
    if version != VERSION:
        told = f"Blocket har version {version}. Den här katalogen läser version {VERSION}."
        return replace(read, faults=(told,))
    if end is None:
        return replace(read, faults=("Slutet på blocket saknas. Be avsändaren skicka hela texten igen.",))
    head, written, faults = _sorted_out(inner, fields)
    values: dict[str, Any] = {}
    for name, text in written.items():
        try:
            values[name] = read_json(text)
        except _JsonError as error:
            faults.append(f"{name}: {error}")
    read = replace(read, **head, fields=values)  # type: ignore[arg-type]  # keys are those of _HEAD
    return replace(read, faults=(*faults, *_faults(read)))


def _sorted_out(inner: list[str], fields: Collection[str]) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """Head, fields as written, and what is wrong with the keys."""
    head: dict[str, str] = {}
    written: dict[str, str] = {}
    faults: list[str] = []
    for key, text in _entries(inner):
        if key in head or key in written:
            faults.append(f"{key} står två gånger i blocket.")
        elif key in _HEAD:
            head[key] = unicodedata.normalize("NFC", text)
        elif key in fields:
            written[key] = text
        else:
            faults.append(f"{quoted(key)} är inget fält." if key else f"Raden ”{quoted(text)}” har inget fältnamn.")
    readers = {"dag": read_day, "sedan": read_since}
    return {key: readers.get(key, str)(text) for key, text in head.items() if text}, written, faults


def _entries(inner: list[str]) -> Iterator[tuple[str, str]]:
    """Keys with their texts. A line without a key, and any line within an unfinished value, belongs to the one before,
    joined by one space."""
    key, pieces, value = "", list[str](), _Json()
    for line in inner:
        text = line.strip("\u200b\ufeff \t\u00a0").strip()
        if not text:
            continue
        found = None if key and key not in _HEAD and value.is_open else _KEY.fullmatch(text)
        if found:
            if key or pieces:
                yield key, " ".join(pieces)
            key, pieces, value = found[1], [], _Json()
            text = found[2] or ""
        if text:
            pieces.append(text)
            value.read(text)
    if key or pieces:
        yield key, " ".join(pieces)


class _Json:
    """Knows whether a JSON text that comes piece by piece goes on."""

    def __init__(self) -> None:
        self._depth, self._is_text, self._is_begun = 0, False, False

    @property
    def is_open(self) -> bool:
        return self._is_text or self._depth > 0 or not self._is_begun

    def read(self, piece: str) -> None:
        self._is_begun = True
        for part in re.findall(r'\\.|["\[\]{}]', piece):
            if part == '"':
                self._is_text = not self._is_text
            elif not self._is_text and len(part) == 1:
                self._depth += 1 if part in "[{" else -1


class _JsonError(Exception):
    """A value that cannot be read; the message is a sentence."""


def read_json(text: str) -> Any:
    """One value, strictly by RFC 8259: no key twice, no number without end, nothing deep or unseen in it."""
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_number)
    except RecursionError:
        raise _JsonError("värdet har för många nivåer.") from None
    except ValueError:
        raise _JsonError("värdet går inte att läsa. Något har gått förlorat på vägen.") from None
    return _plain(value, 0)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise _JsonError("samma namn står två gånger i värdet.")
    return dict(pairs)


def _no_number(_word: str) -> None:
    raise _JsonError("värdet har ett tal som inte finns.")


def _plain(value: Any, depth: int) -> Any:
    if depth > _MAX_DEPTH:
        raise _JsonError("värdet har för många nivåer.")
    if isinstance(value, dict):
        return {_plain(key, depth): _plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, depth + 1) for item in value]
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise _JsonError("värdet har ett tal som inte finns.")
    return value


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if bad := re.search(FORBIDDEN, text):
        raise _JsonError(forbidden_message(bad[0]))
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise _JsonError("värdet har ett halvt tecken.")
    return text


def _faults(block: Block) -> Iterator[str]:
    """What the head says that cannot be, in the order of its keys."""
    if not block.id:
        yield "Blocket säger inte vilken verksamhet det gäller (id)."
    elif not is_id(block.id.lower()):
        yield f"”{quoted(block.id)}” är inget id."
    if block.arende not in ERRANDS:
        yield f"Ärendet ”{quoted(block.arende)}” finns inte. Det ska vara {', '.join(ERRANDS)}."
    if block.grund and not re.fullmatch("[0-9a-f]{8}", block.grund):
        yield f"grund är ”{quoted(block.grund)}” och ska vara åtta tecken, 0–9 och a–f."
    if block.dag and not is_day(block.dag):
        yield f"dag är ”{quoted(block.dag)}” och ska vara ett datum, till exempel 2026-11-26."
    if bad := re.search(FORBIDDEN, block.av + block.vart):
        yield forbidden_message(bad[0])
    yield from _about_errand(block)


def _about_errand(block: Block) -> Iterator[str]:
    if block.sedan and not is_since(block.sedan):
        yield f"sedan är ”{quoted(block.sedan)}” och ska vara ett år, en månad eller en dag: 2026, 2026-09, 2026-09-30."
    if block.arende == "stammer" and not block.is_confirming:
        yield "Det står inte vem som bekräftar (av) och vilken dag (dag)."
    if block.arende == "stammer" and block.fields:
        yield f"Allt ska stämma, men blocket ändrar {', '.join(block.fields)}."
    if block.arende == "andra" and not block.fields and not block.is_confirming:
        yield "Blocket säger inte vad som ska ändras. Står det i texten ovan: skriv in det i postens fil."
    if block.arende != "stangt" and (block.sedan or block.vart):
        yield "sedan och vart hör bara till den som har stängt."
