"""What stands beside a fact: the year it is from, where that is not the year of the page, and the remarks about it.

Input: a record and one of its fields. Output: `Line`s without a text of their own, last in the field's row.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.derive.trust import derive_trust
from katalog.record.model import Group, Record
from katalog.wording.view import Line, View

# Facts that go stale first. A contact tells its age itself (`reach.age_of_contact`).
_FRAGILE = frozenset({
    "plats", "tider", "ingang", "forsta_steget", "omfattning", "kostnad_for_dig", "tillganglighet", "tar_emot_fran",
})  # fmt: skip
# Shown on a page without a row of their own.
_WITHOUT_ROW = frozenset({
    "namn", "sammanfattning", "forebild", "ersatt_av", "tillfalligt", "vad_du_gor", "beskrivning", "kommun",
    "nasta_steg",
})  # fmt: skip
_FROM = "Uppgift från {ar}."
_UNDATED = "Vi vet inte vilket år uppgiften är från."


def lines_beside(view: View, record: Record, field: str) -> list[Line]:
    """For a field that is filled in; nothing where it has no row. A remark about several fields names them, and stands
    beside the first."""
    if not (field in _FRAGILE or record.anmarkning) or not _has_row(record, field):
        return []
    year = _year(view, record, field) if field in _FRAGILE else ""
    notes = [year] if year else []
    told = [remark["text"] for remark in _about(record, field) if _first(record, remark) == field]
    return [Line(text="", note=note) for note in (*notes, *told)]


def remarks_about(record: Record, field: str) -> list[str]:
    """What the record remarks of a field, for those who tell of it elsewhere than in its row; what is about several
    fields only where it does not stand beside another of them."""
    return [remark["text"] for remark in _about(record, field) if _first(record, remark) in ("", field)]


def is_beside(record: Record, remark: Group) -> bool:
    """True for a remark that stands beside what it is about."""
    return bool(_first(record, remark))


def _has_row(record: Record, field: str) -> bool:
    """What has closed shows no contact."""
    if field == "kontakt" and record.is_closed and not record.forebild:
        return False
    return field not in _WITHOUT_ROW and getattr(record, field, None) not in (None, (), False)


def _first(record: Record, remark: Group) -> str:
    """The first of the fields that the remark is about and that have a row."""
    return next((field for field in remark.get("galler", ()) if _has_row(record, field)), "")


def _about(record: Record, field: str) -> Iterator[Group]:
    return (remark for remark in record.anmarkning if field in remark.get("galler", ()))


def _year(view: View, record: Record, field: str) -> str:
    """By the sources that stand for this field in particular."""
    sources = [source for source in record.kallor if field in source.get("galler", ())]
    if not sources:
        return ""
    trust = derive_trust(record, view.derived.idag)
    known = max((source["ar"] for source in sources if "ar" in source), default=0)
    page = trust.basis.good.year if trust.step == "kalla" else trust.basis.newest.year
    if known == page:
        return ""
    return _FROM.format(ar=known) if known else _UNDATED
