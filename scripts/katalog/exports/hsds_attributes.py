"""What a record tells and HSDS has no field for: attributes, each a term of one of our vocabularies or of `falt`.

Input: a record, its service and `Terms`. Output: attributes, in the order of the record's fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from katalog.exports.hsds_lists import is_stated_lately
from katalog.exports.hsds_shared import physical
from katalog.exports.hsds_terms import ACCESS, FIELDS, Object, Terms
from katalog.exports.lasting_ids import lasting_id
from katalog.record.model import Group, Record
from katalog.wording.fields import amount
from katalog.wording.rows import row_of
from katalog.wording.view import View

# Field -> its vocabulary, where its values are terms that hold of the service.
_VOCABULARIES: Mapping[str, str] = {
    "insatstyp": "insatstyp", "kommun": "kommun", "inriktning": "inriktning", "malgrupp": "malgrupp",
    "komponent": "komponent", "metod": "metod", "moter_behov": "behov",
}  # fmt: skip
_WORDED = ("omfattning", "passar_fas", "handlaggningstid", "platser")  # fields that are told in words
_OTHERS = ("nasta_steg", "kan_kombineras_med")
Fact = tuple[tuple[str, str], str]  # a term, and the fact itself


def service_id(record_id: str) -> str:
    return lasting_id(f"hsds/service/{record_id}")


@dataclass(frozen=True, kw_only=True)
class Attributes:
    """`former`: id -> those that the record had before."""

    terms: Terms
    view: View
    former: Mapping[str, tuple[str, ...]]

    def of(self, record: Record, service: Object, *, has_place: bool) -> list[Object]:
        """What is told of the place itself stands on the service when it has no place."""
        facts = (*self._facts(record), *self._access(record, has_place=has_place))
        return [self.terms.attribute("service", service, term, value) for term, value in dict.fromkeys(facts)]

    def _facts(self, record: Record) -> Iterator[Fact]:
        yield (FIELDS, "id"), record.id
        yield from (((FIELDS, "tidigare_id"), service_id(old)) for old in self.former.get(record.id, ()))
        yield ("status", record.status), ""
        if record.forebild:
            yield (FIELDS, "forebild"), "ja"
        yield ("omrade", record.omrade), ""
        yield from self._held(record)
        yield from self._worded(record)
        yield from self._links(record)
        yield from self._truth(record)

    def _held(self, record: Record) -> Iterator[Fact]:
        for field, vocabulary in _VOCABULARIES.items():
            yield from (((vocabulary, slug), "") for slug in getattr(record, field))
        organiser = record.anordnare or {}
        if "driftsform" in organiser and "namn" not in organiser:  # no organisation that could tell it
            yield ("driftsform", organiser["driftsform"]), ""

    def _worded(self, record: Record) -> Iterator[Fact]:
        for field in _WORDED:
            if value := getattr(record, field):
                yield (FIELDS, field), self._said(field, value)
        yield from ((("ersattning", row["slag"]), self._pay(row)) for row in record.ersattning)
        if is_stated_lately(record, self.view.derived.idag):
            state = record.platslage or {}
            yield ("platslage", state["lage"]), state["datum"]

    def _said(self, field: str, value: object) -> str:
        lines = row_of(self.view, field, value).lines
        return "; ".join(f"{line.text}: {line.note}" if line.note else line.text for line in lines)

    def _pay(self, row: Group) -> str:
        return amount(self.view, row, "enhet") or (str(row["ar"]) if "ar" in row else "")

    def _links(self, record: Record) -> Iterator[Fact]:
        if record.del_av:
            yield (FIELDS, "del_av"), service_id(record.del_av)
        for field in _OTHERS:
            yield from (((FIELDS, field), service_id(target)) for target in getattr(record, field))

    def _truth(self, record: Record) -> Iterable[Fact]:
        if record.uppgifter_fran:
            yield (FIELDS, "uppgifter_fran"), str(record.uppgifter_fran)
        if record.bekraftad_av:
            yield (FIELDS, "bekraftad_av"), record.bekraftad_av
        yield from (((FIELDS, "anmarkning"), row["text"]) for row in record.anmarkning)

    def _access(self, record: Record, *, has_place: bool) -> Iterator[Fact]:
        elsewhere = physical(self.terms) if has_place else ()
        for key, answer in (record.tillganglighet or {}).items():
            if key not in elsewhere:
                yield (ACCESS, key), answer
