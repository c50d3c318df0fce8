"""What confirming, closing or renaming a record does to its text and to the records that name it.

Input: the catalogue's folder and ids. Output: `Changes` for `files` to check and write; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from katalog.edit.files import REDIRECTS, Changes, load_redirects, redirects_text
from katalog.edit.lines import EditError, Scalar, data_of, replace_values, set_fields
from katalog.edit.values import set_values
from katalog.record.entry import is_id
from katalog.record.files import find_files
from katalog.record.load import load_bytes
from katalog.record.problem import DataPath
from katalog.record.rules.identitet import make_id
from katalog.record.schema import Schema, references_in


def confirm_record(raw: bytes, schema: Schema, *, av: str, datum: str, ar: int | None = None) -> bytes:
    """The record as confirmed on `datum`: unknown becomes open, and the facts are of that year unless `ar` says else.

    Raises EditError when a later confirmation stands there already.
    """
    data = load_bytes(raw, "").data or {}
    latest = data.get("senast_bekraftad")
    if isinstance(latest, str) and latest > datum:
        raise EditError(f"Posten är redan bekräftad {latest}, som är senare än {datum}.")
    values: dict[str, Scalar] = {"status": "aktiv"} if data.get("status") == "okand" else {}
    values |= {"uppgifter_fran": ar or int(datum[:4]), "senast_bekraftad": datum, "bekraftad_av": av}
    return set_fields(raw, values, schema)


def close_record(raw: bytes, schema: Schema, *, ersatt_av: str | None = None) -> bytes:
    """The record as closed, with where to go instead when that is known."""
    values: dict[str, Scalar] = {"status": "avslutad"}
    if ersatt_av:
        values["ersatt_av"] = ersatt_av
    return set_fields(raw, values, schema)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What is said of a closing, in sentences for the reader, and the source that says so (`kallor`)."""

    remarks: tuple[str, ...]
    source: Mapping[str, Any]


def close_with_words(raw: bytes, schema: Schema, closing: Closing, *, ersatt_av: str | None = None) -> bytes:
    """The record as closed, with what its page says of it in the box at the top: remarks about its status. What stands
    there already is not written twice."""
    closed = close_record(raw, schema, ersatt_av=ersatt_av)
    data = data_of(closed)
    remarks = [{"text": text, "galler": ["status"]} for text in closing.remarks]
    added = {"kallor": _with_new(data.get("kallor"), [closing.source])}
    if remarks:
        added["anmarkning"] = _with_new(data.get("anmarkning"), remarks)
    return set_values(closed, added, schema)


def _with_new(rows: Any, new: Iterable[Any]) -> list[Any]:
    held = list(rows) if isinstance(rows, list) else []
    return [*held, *(row for row in new if row not in held)]


def rename_record(folder: Path, path: Path, new: str, schema: Schema) -> Changes:
    """The file under its new name, every reference to it, and a redirect from the old id.

    Raises EditError when the new id is taken, or was (an id is never used for something else), and when a file that
    may refer to the record cannot be read or changed: all references are mended, or none.
    """
    redirects = load_redirects(folder)
    old = path.stem
    if not is_id(new):
        raise EditError(f"{new} är inget id. Skriv till exempel {make_id(new)}.")
    if any(file.stem == new for file in find_files(folder)):
        raise EditError(f"Id {new} finns redan. Välj ett annat.")
    if redirects.get(new, old) != old:
        raise EditError(f"Id {new} har använts förr och leder till {redirects[new]}. Välj ett annat.")
    changes: dict[Path, bytes | None] = {path.with_name(f"{new}.yml"): path.read_bytes()}
    for other, raw, places in _referring(folder, old, schema):
        changes[path.with_name(f"{new}.yml") if other == path else other] = _mended(other, raw, places, new)
    followed = {source: new if target == old else target for source, target in redirects.items() if source != new}
    changes[folder / REDIRECTS] = redirects_text({**followed, old: new})
    return {**changes, path: None}


def find_references(folder: Path, record_id: str, schema: Schema) -> Iterator[tuple[Path, str]]:
    """The records that name `record_id`, each with the field that does. Files that cannot be read are passed over."""
    for path, _, places in _referring(folder, record_id, schema):
        for place in places or ():
            yield path, str(place[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """A line to change or, when `old` is None, to add above line `number`."""

    number: int
    old: str | None
    new: str


def list_changes(before: bytes, after: bytes) -> list[LineChange]:
    """The lines that an edit changes, for those who would rather type it themselves."""
    old, new = (raw.decode("utf-8").splitlines() for raw in (before, after))
    found = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for place in range(start, end) if tag != "equal" else ():
            number = min(first + place - start, last)
            found.append(LineChange(number=number + 1, old=old[number] if number < last else None, new=new[place]))
    return found


def _referring(folder: Path, record_id: str, schema: Schema) -> Iterator[tuple[Path, bytes, list[DataPath] | None]]:
    """The files that name the record as another's, and where; None for a file that holds its id and cannot be read."""
    for path in find_files(folder):
        raw = path.read_bytes()
        if record_id.encode() not in raw and b"\\" not in raw:  # a text may be written with escapes: "kaf\u0065et"
            continue
        data = load_bytes(raw, "").data
        places = None if data is None else [at for at, held in references_in(data, schema) if held == record_id]
        if places or places is None:
            yield path, raw, places


def _mended(path: Path, raw: bytes, places: list[DataPath] | None, new: str) -> bytes:
    if places is None:
        raise EditError(f"{path.as_posix()} går inte att läsa och kan peka på posten. Rätta den filen först.")
    try:
        return replace_values(raw, dict.fromkeys(places, new))
    except EditError as error:
        raise EditError(f"{path.as_posix()} pekar på posten. {error}") from None
