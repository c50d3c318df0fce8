"""A record as a service of HSDS 3.1, whole: with its organisation, place, times and all other lists inside it.

Input: `Source`. Output: one object a record. A field that we do not know has no key: silence is never a no, a price or
a promise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.exports import hsds_lists as lists
from katalog.exports.hsds_attributes import Attributes, service_id
from katalog.exports.hsds_shared import Shared, share, uri_of
from katalog.exports.hsds_terms import ACCESS, Object, Terms
from katalog.exports.lasting_ids import lasting_id
from katalog.record.model import Group, Record, is_stated
from katalog.wording.fields import notice_days
from katalog.wording.reach import reach_of
from katalog.wording.rows import row_of
from katalog.wording.view import View, sentence

# Only `aktiv` claims that it runs, and we ask a confirmation for it. HSDS has no word for unknown: `inactive` claims
# least. An activity that has not begun is not `defunct`, which is what has gone.
STATUS: Mapping[str, str] = {
    "aktiv": "active",
    "vilande": "temporarily closed",
    "planerad": "inactive",
    "avslutad": "defunct",
    "okand": "inactive",
}
_ALERTS: Mapping[str, str] = {
    "vilande": "Har uppehåll.",
    "planerad": "Har inte startat än.",
    "okand": "Inte bekräftad.",
}
_ELSEWHERE = "Exempel från en annan kommun. Går inte att välja för den som bor i Stockholm."
_INSTEAD = "Ersatt av {namn}."
_DIAGNOSIS = "Krävs diagnos: {svar}."
_LISTS: Mapping[str, Callable[[Record, Terms], Iterable[Object]]] = {
    "schedules": lists.schedules,
    "languages": lists.languages,
    "service_areas": lists.service_areas,
    "cost_options": lists.cost_options,
    "funding": lists.funding,
}


@dataclass(frozen=True, kw_only=True)
class Services:
    """Makes the service of any record of the catalogue. `changed`: record id -> the day of its file's last change."""

    view: View
    terms: Terms
    shared: Shared
    attributes: Attributes
    site_url: str
    changed: Mapping[str, str]

    def service(self, record: Record) -> Object:
        made: Object = {"id": service_id(record.id), "name": record.namn, "status": STATUS[record.status]}
        texts = {
            "alternate_name": "; ".join(record.namn_forr),
            "description": "\n\n".join(_described(record)),
            "url": uri_of(record.kontakt["webb"]) if record.kontakt and "webb" in record.kontakt else "",
            "email": record.kontakt.get("epost", "") if record.kontakt else "",
            "interpretation_services": " ".join(self._interpreted(record)),
            "application_process": "\n".join(self._steps(record)),
            "fees_description": self._said(record, "kostnad_for_dig"),
            "eligibility_description": " ".join(self._eligible(record)),
            "assured_date": record.senast_bekraftad or "",
            "alert": " ".join(self._alerts(record)),
            "last_modified": f"{day}T00:00:00.000Z" if (day := self.changed.get(record.id)) else "",
        }
        made |= {name: text for name, text in texts.items() if text}
        made |= _ages(record)
        made |= {name: rows for name, rows in self._rows(record, made) if rows}
        return self._with_shared(record, made)

    def besides(self, record: Record) -> Sequence[object]:
        """What a service tells of besides its record: what it shares with others, and what is known of its file."""
        shared = (self.shared.organizations.get(record.id), self.shared.locations.get(record.id))
        return (*shared, self.changed.get(record.id), self.attributes.former.get(record.id))

    def _rows(self, record: Record, service: Object) -> Iterator[tuple[str, list[Object]]]:
        yield "additional_urls", list(lists.additional_urls(record, service, self.site_url))
        yield "phones", list(lists.phones(record, service))
        yield from ((name, list(make(record, self.terms))) for name, make in _LISTS.items())
        yield "capacities", list(lists.capacities(record, self.terms, self.view.derived.idag))
        has_place = record.id in self.shared.locations
        yield "attributes", self.attributes.of(record, service, has_place=has_place)

    def _with_shared(self, record: Record, service: Object) -> Object:
        if organization := self.shared.organizations.get(record.id):
            service |= {"organization_id": organization["id"], "organization": organization}
        if location := self.shared.locations.get(record.id):
            name = f"hsds/service_at_location/{record.id} {location['id']}"
            ids = {"service_id": service["id"], "location_id": location["id"]}
            service["service_at_locations"] = [{"id": lasting_id(name), **ids, "location": location}]
        return service

    def _interpreted(self, record: Record) -> Iterator[str]:
        held = record.tillganglighet or {}
        return (self.terms.term(ACCESS, key)["description"] for key in ("tolk", "teckensprak") if held.get(key) == "ja")

    def _steps(self, record: Record) -> Iterator[str]:
        if record.forsta_steget:
            yield record.forsta_steget
        yield from (self._way(way) for way in record.ingang)
        if record.beslut_utan_provning:
            yield f"{self.view.words.title('beslut_utan_provning')}: {self._said(record, 'beslut_utan_provning')}"

    def _way(self, way: Group) -> str:
        label = self.view.words.label("ingang", way["vag"])
        likely = label if is_stated(way) else f"Troligen {label[:1].lower()}{label[1:]}"
        told = f"{likely}{lists.applies_to(way, self.terms)}"
        return f"{told}: {way['forklaring']}" if "forklaring" in way else told

    def _said(self, record: Record, field: str) -> str:
        """A field in the words of its page, on one line."""
        value = getattr(record, field)
        return "; ".join(line.plain for line in row_of(self.view, field, value).lines) if value else ""

    def _eligible(self, record: Record) -> Iterator[str]:
        if record.malgrupp:
            yield f"För: {self._labels('malgrupp', record.malgrupp)}."
        if record.kravs_diagnos:
            answer = self.view.words.label("kravs-diagnos", record.kravs_diagnos)
            yield _DIAGNOSIS.format(svar=answer.lower())
        if record.tar_emot_fran:
            yield f"Tar emot från: {self._labels('omrade', record.tar_emot_fran)}."

    def _labels(self, vocabulary: str, slugs: Iterable[str]) -> str:
        return ", ".join(self.view.words.label(vocabulary, slug) for slug in slugs)

    def _alerts(self, record: Record) -> Iterator[str]:
        if record.status in _ALERTS:
            yield _ALERTS[record.status]
        if record.status == "okand" and (reach := reach_of(self.view, record)) and reach.told:
            yield reach.first
        if record.ersatt_av:
            yield _INSTEAD.format(namn=self.view.record_line(record.ersatt_av).text)
        if record.forebild:
            yield _ELSEWHERE
        if record.tillfalligt and record.tillfalligt["till"] >= self.view.derived.idag:
            yield sentence(record.tillfalligt["text"], notice_days(record.tillfalligt))


def make_services(derived: Derived, words: Vocabularies, site_url: str, changed: Mapping[str, str]) -> Services:
    terms = Terms(words=words)
    view = View(derived=derived, words=words)
    former: dict[str, tuple[str, ...]] = {}
    for old, new in derived.catalogue.moved.items():
        former[new] = (*former.get(new, ()), old)
    return Services(
        view=view,
        terms=terms,
        shared=share(derived.catalogue.records, terms),
        attributes=Attributes(terms=terms, view=view, former=former),
        site_url=site_url,
        changed=changed,
    )


def _described(record: Record) -> Iterator[str]:
    """Paragraphs; what one does there as a list of Markdown."""
    yield record.sammanfattning
    if record.vad_du_gor:
        yield "\n".join(f"- {line}" for line in record.vad_du_gor)
    if record.beskrivning:
        yield record.beskrivning


def _ages(record: Record) -> Object:
    age = record.alder or {}
    return {name: age[part] for part, name in (("fran", "minimum_age"), ("till", "maximum_age")) if part in age}
