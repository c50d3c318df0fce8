"""The file for dataportal.se, parsed back: the Swedish cardinalities, and what its checks do not see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, URIRef

from katalog.exports.dcat import FILES, VCARD, DcatInput, dcat_files
from katalog.exports.index import Published, told_of
from katalog.exports.registry import EXPORTS
from katalog.settings import PUBLISHER_KINDS, ContactPoint, Publisher, Settings, missing_for_dcat
from tests.exports.hsds_cases import FULL, OTHER, source_of
from tests.support import SITE_URL

_OWN = f"{SITE_URL}{FILES[0]}#"
SETTINGS = Settings(
    site_name="Hitta",
    site_url=SITE_URL,
    publisher=Publisher(name="Staden & Co", kind="kommun"),
    contact=ContactPoint(name="Redaktionen", mailbox="redaktion@exempel.se"),
)
# Class -> property -> how few and how many (DCAT-AP-SE 3.0.1), titles and descriptions counted in Swedish.
_COUNTS: Mapping[URIRef, Mapping[URIRef, tuple[int, int]]] = {
    DCAT.Catalog: {DCTERMS.publisher: (1, 1), DCTERMS.license: (1, 1), DCAT.dataset: (1, 99), FOAF.homepage: (0, 1)},
    DCAT.Dataset: {DCTERMS.publisher: (1, 1), DCAT.contactPoint: (1, 99), DCTERMS.accrualPeriodicity: (0, 1),
                   DCAT.distribution: (1, 99), DCAT.theme: (1, 99), DCTERMS.license: (0, 0)},
    DCAT.Distribution: {DCAT.accessURL: (1, 1), DCTERMS.license: (1, 1), DCTERMS["format"]: (1, 1),
                        DCAT.byteSize: (0, 1), DCAT.mediaType: (1, 1)},
    DCAT.DataService: {DCAT.endpointURL: (1, 1), DCTERMS.license: (1, 1), DCAT.servesDataset: (1, 1)},
    FOAF.Agent: {FOAF.name: (1, 1), DCTERMS.type: (1, 1)},
    VCARD.Organization: {VCARD.fn: (1, 1), VCARD.hasEmail: (1, 1)},
}  # fmt: skip


def _given(settings: Settings = SETTINGS) -> DcatInput:
    source = source_of({"smedjan": FULL, "andra": OTHER})
    published = [
        Published(path=f"{export.path}{export.first}", export=export.slug, size=12, digest="0" * 64)
        for export in EXPORTS
    ]
    return DcatInput(settings=settings, records=source.records, history=source.history, told=told_of(published))


@cache
def _graph() -> Graph:
    return _parsed(_given())


def _parsed(given: DcatInput) -> Graph:
    files = dict(dcat_files(given))
    assert tuple(files) == FILES
    assert len(set(files.values())) == 1
    return Graph().parse(data=files[FILES[0]], format="xml")


@pytest.mark.parametrize("kind", _COUNTS)
def test_every_class_has_what_the_profile_asks_for(kind: URIRef) -> None:
    found = list(_graph().subjects(RDF.type, kind))
    assert found
    for subject in found:
        for name, (fewest, most) in _COUNTS[kind].items():
            assert fewest <= len(list(_graph().objects(subject, name))) <= most, (subject, name)


def test_titles_and_descriptions_are_swedish_first() -> None:
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, DCAT.DataService):
        for subject in _graph().subjects(RDF.type, kind):
            titles = [text for text in _graph().objects(subject, DCTERMS.title) if isinstance(text, Literal)]
            assert [text.language for text in titles].count("sv") == 1
            assert all(text.language for text in titles)


def test_every_iri_is_absolute_and_nothing_is_nameless() -> None:
    for subject, _name, value in _graph():
        assert isinstance(subject, URIRef)
        assert str(subject).startswith((_OWN, "http"))
        assert isinstance(value, URIRef | Literal)
        if isinstance(value, URIRef):
            assert str(value).startswith(("http://", "https://", "mailto:")), value


def test_sizes_and_days_have_their_types() -> None:
    sizes = {value.datatype for value in _graph().objects(None, DCAT.byteSize) if isinstance(value, Literal)}
    days = {value.datatype for value in _graph().objects(None, DCTERMS.modified) if isinstance(value, Literal)}
    assert (sizes, days) == ({XSD.nonNegativeInteger}, {XSD.date})
    assert (URIRef(f"{_OWN}datamangd"), DCTERMS.modified, Literal("2026-11-21", datatype=XSD.date)) in _graph()


def test_an_organisation_number_names_the_publisher() -> None:
    named = replace(SETTINGS, publisher=replace(SETTINGS.publisher, number="2120000142"))
    graph = _parsed(_given(named))
    agent = URIRef("http://dataportal.se/organisation/SE2120000142")
    assert set(graph.objects(None, DCTERMS.publisher)) == {agent}
    assert (agent, FOAF.name, Literal("Staden & Co")) in graph


@pytest.mark.parametrize("kind", PUBLISHER_KINDS)
def test_every_kind_of_publisher_has_a_type(kind: str) -> None:
    graph = _parsed(_given(replace(SETTINGS, publisher=Publisher(name="X", kind=kind))))
    (found,) = graph.objects(URIRef(f"{_OWN}utgivare"), DCTERMS.type)
    assert str(found).startswith("http://purl.org/adms/publishertype/")


@pytest.mark.parametrize(
    ("lack", "told"),
    [
        ({"site_url": ""}, "SITE_URL"),
        ({"publisher": Publisher()}, "utgivare"),
        ({"publisher": Publisher(name="X", kind="klubb")}, "utgivare"),
        ({"contact": ContactPoint(name="Redaktionen")}, "kontakt"),
    ],
)
def test_nothing_is_made_up(lack: dict[str, object], told: str) -> None:
    settings = replace(SETTINGS, **lack)  # type: ignore[arg-type]
    assert not list(dcat_files(_given(settings)))
    (missing,) = missing_for_dcat(settings)
    assert told in missing


def test_equal_input_gives_equal_bytes() -> None:
    assert dict(dcat_files(_given())) == dict(dcat_files(_given()))
