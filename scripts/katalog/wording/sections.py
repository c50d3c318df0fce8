"""A record -> its sections in the order a reader asks, as the page shows them; letters and papers follow.

Input: `View` and a record. Output: `Section`s of rows, one for each of the schema's groups (`x-grupper`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from katalog.derive.vocabulary import FieldGroup
from katalog.record.model import Record
from katalog.wording.by_rule import rows_with_rules
from katalog.wording.rows import Row, rows_of
from katalog.wording.view import View

# Outside all sections: the heading and the paragraph below it, and what the whole record stands under.
_AROUND = frozenset({"namn", "sammanfattning", "forebild", "ersatt_av", "tillfalligt"})
# Before the rows of their section, in whole sentences of their own.
_TELLING = ("vad_du_gor", "beskrivning")
# Last in their section: first comes how one begins, then whether there is room.
_LAST = frozenset({"platser", "platslage"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One group of fields. `telling` comes before `rows`."""

    id: str
    title: str
    text: str
    telling: tuple[Row, ...]
    rows: tuple[Row, ...]


def sections_of(view: View, record: Record) -> Iterator[Section]:
    """Every group, also those with nothing known."""
    return (_section(view, record, group) for group in view.words.groups)


def row_fields(group: FieldGroup) -> list[str]:
    """The fields of a group that are told as rows, in the order of a page."""
    fields = sorted(group.fields, key=lambda name: name in _LAST)
    return [name for name in fields if name not in _AROUND and name not in _TELLING]


def row_name(field: str) -> str:
    """How a field's row is marked on a page (`falt-<name>`, `data-rad`), for styles and scripts."""
    return field.replace("_", "-")


def _section(view: View, record: Record, group: FieldGroup) -> Section:
    telling = [name for name in _TELLING if name in group.fields]
    rows = row_fields(group)
    return Section(
        id=group.id,
        title=group.title,
        text=group.text,
        telling=tuple(rows_of(view, record, telling)),
        rows=tuple(rows_with_rules(view, record, rows)),
    )
