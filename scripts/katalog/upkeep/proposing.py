"""One block or one record's text -> what it would change in the catalogue as it is, what the editor should know, and
why it cannot be taken.

Input: `Block` or `Part`, `Standing`. Output: `Proposal`. Nothing is written here. Of a mail nothing but its blocks and
records gets here: who sent it, and what else it says, is for the editor's eyes.
"""

from __future__ import annotations

import copy
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from katalog.derive.swedish import swedish_date
from katalog.edit.changes import close_with_words, confirm_record
from katalog.edit.files import Changes
from katalog.edit.layout import format_record
from katalog.edit.lines import EditError
from katalog.edit.placing import area_fault, find_twin, free_id, id_of_file
from katalog.edit.values import lost_comments, set_values
from katalog.record import suggest
from katalog.record.emit import emit_record
from katalog.record.load import load_bytes
from katalog.record.places import put_value
from katalog.record.problem import quoted
from katalog.record.rules.persondata import ALONE_FIELD, check_argument
from katalog.record.schema import Schema, references_in
from katalog.upkeep.block import Block, spoken
from katalog.upkeep.closing import closing_of, since, source_of
from katalog.upkeep.incoming import Part

_ERRANDS = {
    "stammer": "Allt stämmer",
    "andra": "Något är ändrat",
    "stangt": "Verksamheten har stängt",
    "ny": "En ny verksamhet",
}
CHANGED = (
    "Blocket är ändrat sedan formuläret skrev det. Avsändaren kan ha rättat något, eller någon annan. Läs extra noga."
)
BY_HAND = "Blocket är ifyllt för hand, så inget visar att det är som avsändaren skrev det. Läs extra noga."
OLDER = (
    "Katalogens uppgifter har ändrats sedan avsändaren såg dem. ”Före” och ”bort” visar vad katalogen säger nu, inte "
    "vad avsändaren läste."
)
NO_BASE = "Det syns inte vad katalogen sade när avsändaren läste den. Jämför med vad den säger nu."
CLOSED_NOW = "Verksamheten står som stängd i katalogen. Avsändaren såg kanske en äldre sida."
WHOLE_RECORD = "Filen säger allt om verksamheten. Det som katalogen har ändrat sedan filen hämtades ändras tillbaka."
_HALF = "Ingen bekräftelse skrivs in: det krävs både vem som bekräftar (av) och vilken dag (dag)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """`errand` says what it is, in one line. Each of `doubts` is for the editor to answer before it is taken; with
    `faults` it cannot be. `closes` is the id of the record that it closes."""

    id: str
    errand: str
    changes: Changes = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    closes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The catalogue as it is: where each record lies, and where former ids lead."""

    folder: Path
    schema: Schema
    idag: str
    paths: Mapping[str, Path]
    moved: Mapping[str, str]

    def id_of(self, word: str) -> str | None:
        """The id that a record has today, for one that somebody wrote."""
        known = (self.moved.get(spelled, spelled) for spelled in (word, word.lower()))
        return next((record_id for record_id in known if record_id in self.paths), None)


class _NoWayError(Exception):
    """Why a block or a record cannot be taken, as a sentence."""


def propose_block(block: Block, standing: Standing) -> Proposal:
    proposal = Proposal(id=block.id, errand=_errand(block), faults=block.faults)
    if block.faults:
        return proposal
    try:
        _refuse_person(block.av, standing.schema)
        planned = _new(block, standing) if block.arende == "ny" else _known(block, standing)
    except (_NoWayError, EditError) as error:
        return replace(proposal, faults=(str(error),))
    unsure = () if block.is_whole else (BY_HAND,) if block.is_by_hand else (CHANGED,)
    is_half = bool(block.av) != bool(block.dag) and block.arende != "stangt"
    return replace(
        planned,
        errand=proposal.errand,
        doubts=(*unsure, *planned.doubts),
        notes=(*planned.notes, *([_HALF] if is_half else [])),
    )


def propose_record(part: Part, standing: Standing) -> Proposal:
    """A record's own text, as the form lets one download it."""
    shown = part.name or "texten"
    errand = f"Formulärets fil {quoted(part.name)}" if part.name else "En hel post"
    raw, problems = format_record(part.text.encode("utf-8", "replace"), shown, standing.schema)
    data = load_bytes(raw, shown).data if raw else None
    if raw is None or data is None:
        faults = tuple(f"Rad {problem.line}: {problem.message}" for problem in problems if problem.is_error)
        return Proposal(id=shown, errand=errand, faults=faults[:10])
    wanted = id_of_file(part.name, data)
    try:
        record_id = standing.id_of(wanted)
        planned = _whole(record_id, data, standing) if record_id else _placed(wanted, data, standing)
    except (_NoWayError, EditError) as error:
        return Proposal(id=wanted, errand=errand, faults=(str(error),))
    return replace(planned, errand=errand)


def _refuse_person(av: str, schema: Schema) -> None:
    if av and (told := check_argument(av, schema.folder, ALONE_FIELD)):
        raise _NoWayError(f"{told} Rätta raden av: i texten och ta emot den igen.")


def _errand(block: Block) -> str:
    said = f", säger {block.av}" if block.av else ""
    day = f", {swedish_date(block.dag)}" if block.dag and not block.faults else ""
    return f"{_ERRANDS.get(block.arende, 'Ett besked')}{said}{day}. Referens {spoken(block.reference)}."


def _known(block: Block, standing: Standing) -> Proposal:
    """About a record that is there."""
    record_id = _found(block.id, standing)
    path = standing.paths[record_id]
    raw = path.read_bytes()
    after = _EDITS[block.arende](raw, replace(block, fields=_led(block.fields, standing)), standing)
    notes = [f"{quoted(block.id)} heter {record_id}."] if record_id != block.id else []
    is_closing = _is_closed(after) and not _is_closed(raw)
    if is_closing:
        notes.append(_summary_note(after))
    return Proposal(
        id=record_id,
        errand="",
        changes=_changes(path, raw, after, standing),
        notes=(*notes, *_lost(raw, after)),
        doubts=tuple(_doubts(block, raw)),
        closes=record_id if is_closing else "",
    )


def _found(word: str, standing: Standing) -> str:
    record_id = standing.id_of(word)
    if record_id is None:
        near = suggest.closest(word, suggest.spellings(standing.paths))
        cure = f"Menas {near}?" if near else "Är verksamheten ny behövs hela formuläret."
        raise _NoWayError(f"Det finns ingen verksamhet med id {quoted(word)}. {cure}")
    return record_id


def _doubts(block: Block, raw: bytes) -> Iterator[str]:
    if not block.grund:
        yield NO_BASE
    elif block.grund != base_of(raw):
        yield OLDER
    if _is_closed(raw) and block.arende == "andra" and "status" not in block.fields:
        yield CLOSED_NOW


def base_of(raw: bytes) -> str:
    """The hash of a record's file as a browser reads it: CRC-32, eight digits."""
    read = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return f"{zlib.crc32(read):08x}"


def _is_closed(raw: bytes) -> bool:
    return (load_bytes(raw, "").data or {}).get("status") == "avslutad"


def _as_it_stands(raw: bytes, block: Block, standing: Standing) -> bytes:
    if _is_closed(raw):
        raise _NoWayError(f"{CLOSED_NOW} Har den öppnat igen behövs en rättelse som säger det.")
    return _confirmed(raw, block, standing)


def _confirmed(raw: bytes, block: Block, standing: Standing) -> bytes:
    return confirm_record(raw, standing.schema, av=block.av, datum=block.dag)


def _changed(raw: bytes, block: Block, standing: Standing) -> bytes:
    """Confirmed first, so that what the sender says of the year or of being open goes before what a confirmation
    means."""
    held = _confirmed(raw, block, standing) if block.is_confirming else raw
    return set_values(held, block.fields, standing.schema)


def _closed(raw: bytes, block: Block, standing: Standing) -> bytes:
    """Who says that a place has closed has not confirmed what its page says otherwise: the source tells who, and when
    (`kallor`), a remark about `status` what they say."""
    if block.sedan > standing.idag[: len(block.sedan)]:
        raise _NoWayError(f"Verksamheten stänger först {since(block.sedan)}. Ta emot beskedet då.")
    fields = {name: value for name, value in block.fields.items() if name not in ("status", "ersatt_av")}
    replaced = block.fields.get("ersatt_av")
    if replaced is not None and not isinstance(replaced, str):
        raise _NoWayError("ersatt_av ska vara id för en verksamhet.")
    held = set_values(raw, fields, standing.schema)
    return close_with_words(held, standing.schema, closing_of(block, standing.idag), ersatt_av=replaced)


def _summary_note(raw: bytes) -> str:
    summary = (load_bytes(raw, "").data or {}).get("sammanfattning", "")
    return f"Överst på sidan står fortfarande: ”{summary}” Skriv om den raden efteråt om den låter som nu."


_EDITS: Mapping[str, Callable[[bytes, Block, Standing], bytes]] = {
    "stammer": _as_it_stands,
    "andra": _changed,
    "stangt": _closed,
}


def _led(fields: Mapping[str, Any], standing: Standing) -> dict[str, Any]:
    """The fields with every former id of another record as the one it has now."""
    led = copy.deepcopy(dict(fields))
    for path, word in references_in(fields, standing.schema):
        put_value(led, path, standing.id_of(word) or word)
    return led


def _lost(before: bytes, after: bytes) -> list[str]:
    return [f"Kommentaren försvinner med raden: {text}" for text in lost_comments(before, after)]


def _changes(path: Path, before: bytes, after: bytes, standing: Standing) -> dict[Path, bytes | None]:
    """Its file, or a file in the folder of its new area."""
    if after == before:
        return {}
    data = load_bytes(after, "").data or {}
    if fault := area_fault(data, standing.schema):
        raise _NoWayError(fault)
    target = standing.folder / str(data["omrade"]) / path.name
    return {target: after} if target == path else {target: after, path: None}


def _new(block: Block, standing: Standing) -> Proposal:
    data = _led({name: value for name, value in block.fields.items() if value is not None}, standing)
    data = {"status": "okand", "kallor": [source_of(block, standing.idag)], **data}
    if block.is_confirming:
        confirmed = {"uppgifter_fran": int(block.dag[:4]), "senast_bekraftad": block.dag, "bekraftad_av": block.av}
        data = {**confirmed, **data, "status": "aktiv" if data["status"] == "okand" else data["status"]}
    return _placed(block.id.lower(), data, standing)


def _placed(wanted: str, data: Mapping[str, Any], standing: Standing) -> Proposal:
    """A new record in the folder of its area, under a free id."""
    if fault := area_fault(data, standing.schema):
        raise _NoWayError(fault)
    if twin := find_twin(standing.folder, data):
        raise _NoWayError(
            f"{twin.stem} har samma namn och anordnare. Är det en rättelse av den ska id vara {twin.stem}, annars "
            "behövs ett namn som skiljer dem åt."
        )
    record_id = free_id(wanted, data, {*standing.paths, *standing.moved})
    notes = (f"Id {wanted} är upptaget. Den nya får id {record_id}.",) if record_id != wanted else ()
    path = standing.folder / str(data["omrade"]) / f"{record_id}.yml"
    return Proposal(
        id=record_id, errand="", changes={path: emit_record(dict(data), standing.schema).encode()}, notes=notes
    )


def _whole(record_id: str, data: Mapping[str, Any], standing: Standing) -> Proposal:
    """Every field as a file has it, in a record that is there."""
    path = standing.paths[record_id]
    raw = path.read_bytes()
    held = load_bytes(raw, "").data or {}
    after = set_values(raw, {**dict.fromkeys(held), **_led(data, standing)}, standing.schema)
    changes = _changes(path, raw, after, standing)
    is_closing = _is_closed(after) and not _is_closed(raw)
    notes = (WHOLE_RECORD, *_lost(raw, after)) if changes else ()
    return Proposal(id=record_id, errand="", changes=changes, notes=notes, closes=record_id if is_closing else "")
