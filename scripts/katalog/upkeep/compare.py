"""Two folders of records, or one and what is planned for it -> which records are new, changed, confirmed, closed or
gone, and which fields differ.

Input: catalogue folders; files may hold anything. Output: `Difference`.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from katalog.edit.files import REDIRECTS, Changes
from katalog.record.files import find_files, is_record_name
from katalog.record.load import Loaded, load_bytes, load_file
from katalog.record.places import put_value
from katalog.record.schema import Schema, references_in

Kind = Literal["ny", "stangd", "andrad", "bekraftad", "bytt-id", "borttagen", "olaslig"]
_CONFIRMATION = frozenset({"status", "uppgifter_fran", "senast_bekraftad", "bekraftad_av"})
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field before and after, as written. None means that it was left out."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One record. `was` is its former id when that has changed."""

    id: str
    kind: Kind
    file: str
    before: Data | None
    after: Data | None
    fields: tuple[FieldChange, ...] = ()
    was: str | None = None

    @property
    def name(self) -> str:
        return str((self.after or self.before or {}).get("namn", self.id))

    @property
    def is_confirmed(self) -> bool:
        """The provider has said since last time that the facts are right."""
        old, new = ((data or {}).get("senast_bekraftad") for data in (self.before, self.after))
        return new is not None and new != old


@dataclass(frozen=True, kw_only=True)
class Difference:
    """`changes` in order of id; `only_form` are files whose text differs but not what they say. `data` is the latest of
    every record that could be read on either side, by id."""

    changes: tuple[RecordChange, ...]
    only_form: tuple[str, ...]
    data: Mapping[str, Data]


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    file: str
    text: str
    data: Data | None


def compare_folders(before: Path, after: Path, schema: Schema) -> Difference:
    """Compare by id, so that a record that moves to another area is one change."""
    old, new = _read(before), _read(after)
    return _difference(old, new, _renamed(after, old, new), schema)


def compare_changes(folder: Path, planned: Changes, schema: Schema) -> Difference:
    """What `planned`, by paths below `folder`, would change there. Nothing is written; no record gets another id."""
    old = _read(folder)
    gone = {path.stem for path, raw in planned.items() if raw is None}
    come = {
        path.stem: _state(load_bytes(raw, path.as_posix()), path, folder)
        for path, raw in planned.items()
        if raw is not None and is_record_name(path.name)
    }
    kept = {record_id: state for record_id, state in old.items() if record_id not in gone}
    return _difference(old, {**kept, **come}, {}, schema)


def _difference(
    old: Mapping[str, _State], new: Mapping[str, _State], renamed: Mapping[str, str], schema: Schema
) -> Difference:
    old = _followed(old, renamed, schema)
    changes: list[RecordChange] = []
    only_form: list[str] = []
    for record_id in sorted({*old, *new} - set(renamed.values())):
        earlier = old.get(renamed.get(record_id, record_id))
        later = new.get(record_id)
        if earlier and later and earlier.text == later.text and record_id not in renamed:
            continue
        change = _change(record_id, earlier, later, schema, renamed.get(record_id))
        if change is None and later:
            only_form.append(later.file)
        elif change:
            changes.append(change)
    data = {record_id: state.data for side in (old, new) for record_id, state in side.items() if state.data}
    return Difference(changes=tuple(changes), only_form=tuple(only_form), data=data)


def _read(folder: Path) -> dict[str, _State]:
    return {path.stem: _state(load_file(path, path.as_posix(), folder), path, folder) for path in find_files(folder)}


def _state(loaded: Loaded, path: Path, folder: Path) -> _State:
    shown = f"catalogue/{path.relative_to(folder).as_posix()}"
    return _State(file=shown, text=loaded.text, data=loaded.data)


def _followed(states: Mapping[str, _State], renamed: Mapping[str, str], schema: Schema) -> dict[str, _State]:
    """With every reference to a renamed record led to its new id: that much is no news to a reader."""
    to_new = {was: now for now, was in renamed.items()}
    return {record_id: replace(state, data=_led(state.data, to_new, schema)) for record_id, state in states.items()}


def _led(data: Data | None, to_new: Mapping[str, str], schema: Schema) -> Data | None:
    if data is None or not to_new:
        return data
    led = copy.deepcopy(dict(data))
    for path, held in references_in(data, schema):
        put_value(led, path, to_new.get(held, held))
    return led


def _renamed(after: Path, old: Mapping[str, _State], new: Mapping[str, _State]) -> dict[str, str]:
    """New id -> the id it had, from the redirects that came with the change."""
    try:
        redirects = json.loads((after / REDIRECTS).read_text(encoding="utf-8"))
        pairs = [(str(target), str(source)) for source, target in redirects.items()]
    except (OSError, ValueError, AttributeError):  # none, or broken: then a renamed record is one gone and one new
        return {}
    return {to: source for to, source in pairs if source in old and source not in new and to in new and to not in old}


def _change(
    record_id: str, earlier: _State | None, later: _State | None, schema: Schema, was: str | None
) -> RecordChange | None:
    """None when the two say the same."""
    before, after = (state.data if state else None for state in (earlier, later))
    fields = tuple(_fields(before or {}, after or {}, schema)) if earlier and later else ()
    state = later or earlier
    if state is None or (earlier and later and after is not None and before == after and not was):
        return None
    kind = _kind(earlier, later, {change.field for change in fields}, was)
    return RecordChange(id=record_id, kind=kind, file=state.file, before=before, after=after, fields=fields, was=was)


def _kind(earlier: _State | None, later: _State | None, changed: set[str], was: str | None) -> Kind:
    if later is None:
        return "borttagen"
    if later.data is None:
        return "olaslig"
    if earlier is None:
        return "ny"
    if later.data.get("status") == "avslutad" and "status" in changed:
        return "stangd"
    if was and not changed:
        return "bytt-id"
    return "bekraftad" if "senast_bekraftad" in changed and changed <= _CONFIRMATION else "andrad"


def _fields(before: Data, after: Data, schema: Schema) -> Iterator[FieldChange]:
    """In the schema's order, then what it does not know."""
    for name in dict.fromkeys([*schema.fields, *before, *after]):
        old, new = before.get(name), after.get(name)
        if old != new:
            yield FieldChange(field=name, before=old, after=new)
