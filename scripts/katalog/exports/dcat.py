"""The catalogue as data for dataportal.se: DCAT-AP-SE 3 as RDF/XML, harvested about once a night.

Input: `DcatInput`: settings, the records, and the files that were published. Output: one file at two addresses, or none
when the site does not know its own address, its publisher or its contact: nothing is made up.

Properties and cardinalities: https://docs.dataportal.se/dcat/3.0.0/sv/ and DCAT-AP 3.0.1. No blank nodes; an IRI never
means another thing later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Identifier

from katalog.exports.api_schemas import INDEX
from katalog.exports.dataset import ABOUT, FORMATS, KEYWORDS, NAME, day_of_change, first_year, whole
from katalog.exports.history import History
from katalog.exports.index import Told
from katalog.exports.lasting_ids import lasting_id
from katalog.record.model import Record
from katalog.settings import Settings, missing_for_dcat

FILES = ("datasets/dcat.rdf", "datasets/dcat")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_DCATAP = Namespace("http://data.europa.eu/r5r/")
_EU = "http://publications.europa.eu/resource/authority/"
_MEDIA = "http://www.iana.org/assignments/media-types/"
_LICENCE = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
_SWEDISH = URIRef(f"{_EU}language/SWE")
_PUBLIC = URIRef(f"{_EU}access-right/PUBLIC")
_THEME = URIRef(f"{_EU}data-theme/SOCI")
_SWEDEN = URIRef("http://sws.geonames.org/2661886")  # records lie in other municipalities too
_OPENAPI_SPEC = URIRef("https://spec.openapis.org/oas/v3.1.0")
_KINDS: Mapping[str, str] = {
    "kommun": "LocalAuthority",
    "region": "RegionalAuthority",
    "myndighet": "NationalAuthority",
    "forening": "NonProfitOrganisation",
    "foretag": "Company",
    "universitet": "Academia-ScientificOrganisation",
}
_TITLE = ("Hitta sysselsättning", "Find activities")
_API_TITLE = ("Uppgifterna som JSON-filer", "The data as JSON files")


@dataclass(frozen=True, slots=True, kw_only=True)
class DcatInput:
    settings: Settings
    records: Sequence[Record]
    history: History
    told: Sequence[Told]


def dcat_files(given: DcatInput) -> Iterator[tuple[str, bytes]]:
    if not missing_for_dcat(given.settings):
        content = _Making(given).graph().serialize(format="xml", encoding="utf-8")
        yield from ((path, content) for path in FILES)


class _Making:
    """Puts one thing after the other into a graph, always in the same order: equal input gives equal bytes."""

    def __init__(self, given: DcatInput) -> None:
        self._given = given
        self._site = given.settings.site_url
        self._graph = Graph()
        for prefix, space in (("dcat", DCAT), ("dcterms", DCTERMS), ("foaf", FOAF), ("vcard", VCARD),
                              ("dcatap", _DCATAP)):  # fmt: skip
            self._graph.bind(prefix, space)
        number = given.settings.publisher.number
        self._publisher = URIRef(f"http://dataportal.se/organisation/SE{number}") if number else self._own("utgivare")

    def graph(self) -> Graph:
        self._catalog()
        self._agent()
        self._contact()
        self._dataset()
        self._service()
        for told in whole(self._given.told):
            self._distribution(told)
        return self._graph

    def _own(self, name: str) -> URIRef:
        return URIRef(f"{self._site}{FILES[0]}#{name}")

    def _page(self, path: str) -> URIRef:
        return URIRef(f"{self._site}{path}")

    def _add(self, subject: URIRef, *facts: tuple[URIRef, Identifier]) -> None:
        for name, value in facts:
            self._graph.add((subject, name, value))

    def _say(self, subject: URIRef, name: URIRef, texts: Sequence[str]) -> None:
        """In Swedish, and in English where there are two."""
        for text, language in zip(texts, ("sv", "en"), strict=False):
            self._graph.add((subject, name, Literal(text, lang=language)))

    def _catalog(self) -> None:
        me = self._own("katalog")
        self._add(me, (RDF.type, DCAT.Catalog))
        self._say(me, DCTERMS.title, _TITLE)
        self._say(me, DCTERMS.description, ABOUT)
        self._add(
            me,
            (DCTERMS.publisher, self._publisher),
            (DCTERMS.license, _LICENCE),
            (DCAT.dataset, self._own("datamangd")),
            (DCAT.service, self._own("api")),
            (FOAF.homepage, self._page("")),
            (DCTERMS.language, _SWEDISH),
            (DCAT.themeTaxonomy, URIRef(f"{_EU}data-theme")),
            (DCTERMS.spatial, _SWEDEN),
        )
        self._modified(me)

    def _modified(self, subject: URIRef) -> None:
        """The day of the latest change of a record, where that is known."""
        day = day_of_change(self._given.records, self._given.history)
        if day:
            self._add(subject, (DCTERMS.modified, Literal(day, datatype=XSD.date)))

    def _agent(self) -> None:
        told = self._given.settings.publisher
        kind = URIRef(f"http://purl.org/adms/publishertype/{_KINDS[told.kind]}")
        self._add(self._publisher, (RDF.type, FOAF.Agent), (FOAF.name, Literal(told.name)), (DCTERMS.type, kind))
        if told.number:
            self._add(self._publisher, (DCTERMS.identifier, Literal(told.number)))

    def _contact(self) -> None:
        told, me = self._given.settings.contact, self._own("kontakt")
        mail = URIRef(f"mailto:{told.mailbox}")
        self._add(me, (RDF.type, VCARD.Organization), (VCARD.fn, Literal(told.name)), (VCARD.hasEmail, mail))

    def _dataset(self) -> None:
        me = self._own("datamangd")
        self._add(me, (RDF.type, DCAT.Dataset))
        self._say(me, DCTERMS.title, NAME)
        self._say(me, DCTERMS.description, ABOUT)
        self._about(me)
        self._add(
            me,
            (DCTERMS.spatial, _SWEDEN),
            (DCTERMS.language, _SWEDISH),
            (DCTERMS.accrualPeriodicity, URIRef(f"{_EU}frequency/IRREG")),
            (DCTERMS.identifier, Literal(lasting_id("dcat/dataset"))),
        )
        self._modified(me)
        self._temporal(me)
        self._add(me, *((DCAT.distribution, self._own(f"dist-{told.export.slug}")) for told in whole(self._given.told)))

    def _about(self, subject: URIRef) -> None:
        """What the dataset and its service have in common."""
        self._add(
            subject,
            (DCTERMS.publisher, self._publisher),
            (DCAT.contactPoint, self._own("kontakt")),
            (DCAT.theme, _THEME),
            (DCTERMS.accessRights, _PUBLIC),
            *((DCAT.keyword, Literal(word, lang="sv")) for word in KEYWORDS),
        )

    def _temporal(self, subject: URIRef) -> None:
        """From the oldest facts on; it goes on."""
        year = first_year(self._given.records)
        if year:
            me = self._own("tid")
            self._add(subject, (DCTERMS.temporal, me))
            self._add(me, (RDF.type, DCTERMS.PeriodOfTime), (DCAT.startDate, Literal(str(year), datatype=XSD.gYear)))

    def _service(self) -> None:
        me = self._own("api")
        self._add(me, (RDF.type, DCAT.DataService))
        self._say(me, DCTERMS.title, _API_TITLE)
        self._about(me)
        self._add(
            me,
            (DCAT.endpointURL, self._page("api/v1/")),
            (DCAT.endpointDescription, self._page("api/v1/openapi.json")),
            (DCAT.servesDataset, self._own("datamangd")),
            (DCTERMS.conformsTo, _OPENAPI_SPEC),
            (DCTERMS.license, _LICENCE),
        )

    def _distribution(self, told: Told) -> None:
        export = told.export
        me = self._own(f"dist-{export.slug}")
        self._add(me, (RDF.type, DCAT.Distribution))
        self._say(me, DCTERMS.title, (export.title,))
        self._say(me, DCTERMS.description, (" ".join(export.text),))
        self._add(
            me,
            (DCAT.accessURL, self._page(INDEX if export.slug == "json" else f"oppna-data/#{export.slug}")),
            (DCTERMS.format, URIRef(f"{_EU}file-type/{FORMATS[export.slug]}")),
            (DCAT.mediaType, URIRef(f"{_MEDIA}{export.media_type}")),
            (DCTERMS.license, _LICENCE),
            (_DCATAP.availability, URIRef(f"{_EU}planned-availability/AVAILABLE")),
        )
        if export.is_single:
            size = Literal(str(told.size), datatype=XSD.nonNegativeInteger)
            self._add(me, (DCAT.downloadURL, self._page(export.path)), (DCAT.byteSize, size))
        if export.slug == "json":
            self._add(me, (DCAT.accessService, self._own("api")))
            self._add(me, (DCTERMS.conformsTo, self._page("api/v1/openapi.json")))
