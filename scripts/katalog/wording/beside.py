"""What stands beside a fact on a record's page: the remarks that are about it, and its year when it is another than the
page's.

Input: a record and the rows that its page shows. Output: texts by field, and the row of remarks that is left for the
rest. Letters and reviews keep all remarks in one row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Group, Record
from katalog.wording.fields import LINES
from katalog.wording.rows import Row
from katalog.wording.sections import Section
from katalog.wording.view import View

REMARKS = "anmarkning"
# Groups of fields that change with the years: where, when, how, what one gets.
_FRAGILE = frozenset({"var", "nar", "hur", "far"})
_OWN_AGE = frozenset({"kontakt"})  # tells its age in words of its own
_NO_ROW = frozenset({REMARKS, "nasta_steg"})  # the steps onward are a chain with links
_UNDATED = "Vi vet inte vilket år det här är från."

Beside = Mapping[str, Sequence[str]]


def beside_of(words: Vocabularies, record: Record, sections: Iterable[Section]) -> Beside:
    """Field -> texts beside its row. A remark on several fields stands once in each section that shows one of them."""
    found: dict[str, list[str]] = {}
    for section in sections:
        shown = [row.field for row in section.rows if row.field not in _NO_ROW]
        for remark in record.anmarkning:
            field = next((name for name in shown if name in remark.get("galler", ())), None)
            if field:
                found.setdefault(field, []).append(remark["text"])
        for field in shown:
            year = _year_beside(words, record, field)
            if year:
                found.setdefault(field, []).append(year)
    return found


def without_beside(view: View, record: Record, row: Row, beside: Beside) -> Row:
    """The row of remarks with those alone that stand beside no fact."""
    told = {text for texts in beside.values() for text in texts}
    left = [remark for remark in record.anmarkning if remark["text"] not in told]
    return replace(row, lines=tuple(LINES[REMARKS](view, left)))


def _year_beside(words: Vocabularies, record: Record, field: str) -> str:
    """Nothing when somebody has confirmed the whole page, or when the fact tells its own year."""
    node = words.schema.fields.get(field)
    if node is None or record.senast_bekraftad or field in _OWN_AGE or node["x-grupp"] not in _FRAGILE:
        return ""
    named = [source for source in record.kallor if field in source.get("galler", ())]
    if not named or _tells_year(getattr(record, field)):
        return ""
    newest = max((source["ar"] for source in named if "ar" in source), default=None)
    page = page_year(record)
    if newest == page:
        return ""
    return f"Från {newest}." if newest else _UNDATED


def page_year(record: Record) -> int | None:
    """The year that the page as a whole tells of itself."""
    return record.uppgifter_fran


def _tells_year(value: Any) -> bool:
    groups: tuple[Group, ...] = value if isinstance(value, tuple) else (value,)
    return any(isinstance(group, Mapping) and "ar" in group for group in groups)
