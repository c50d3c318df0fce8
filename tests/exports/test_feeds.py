"""Feeds and calendars, read by parsers that are not ours: whole, with ids that last and days of their own."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest
from icalendar import Calendar

from katalog.derive.derived import Derived
from katalog.exports.atom import BEGINNING
from katalog.exports.feeds import MOST
from katalog.exports.history import Happened, History
from katalog.exports.registry import ATOM, EXPORTS
from katalog.exports.source import Source
from katalog.settings import Publisher, Settings
from tests.exports.hsds_cases import FULL, OTHER, WORDS, source_of, whole
from tests.support import IDAG, SITE_URL

AREAS = ("alla", *WORDS.terms("omrade"))
KINDS = {"nya": "Nya verksamheter", "andrade": "Ändrade uppgifter", "stangda": "Stängda verksamheter"}
CLOSED = {**OTHER, "namn": 'Träffen & "vi"', "status": "avslutad", "ersatt_av": "smedjan", "omrade": "bromma",
          "anmarkning": [{"galler": ["status"], "text": "Huset såldes <2024>."}]}  # fmt: skip
HAPPENED = (
    Happened(day="2026-11-20", id="smedjan", event="flyttad", former="assjan"),
    Happened(day="2026-11-19", id="traffen", event="stangd"),
    Happened(day="2026-11-18", id="smedjan", event="andrad"),
    Happened(day="2026-11-02", id="smedjan", event="ny"),
    Happened(day="2026-11-02", id="traffen", event="ny"),
    Happened(day="2026-11-01", id="andra", event="oppnad"),
)
GROUP = [export for export in EXPORTS if export.group == "floden"]


def _source(history: History | None = None, **changed: Any) -> Source:
    made = source_of({"smedjan": {**FULL, **changed}, "andra": OTHER, "traffen": CLOSED})
    return replace(made, history=history or History(extent="hel", happened=HAPPENED))


def _files(source: Source) -> dict[str, str]:
    return {path: b"".join(pieces).decode() for export in GROUP for path, pieces in export.render(source)}


@cache
def _known() -> dict[str, str]:
    return _files(_source())


def _feed(kind: str, area: str = "alla", files: dict[str, str] | None = None) -> Any:
    found = feedparser.parse((files or _known())[f"floden/{kind}/{area}.atom"])
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def _calendar(area: str = "alla", files: dict[str, str] | None = None) -> Any:
    found = Calendar.from_ical((files or _known())[f"floden/kalender/{area}.ics"])
    assert isinstance(found, Calendar)
    return found


def test_there_is_one_for_the_city_and_for_each_area_whatever_has_happened() -> None:
    named = {f"floden/{kind}/{area}.atom" for kind in KINDS for area in AREAS}
    assert set(_known()) == named | {f"floden/kalender/{area}.ics" for area in AREAS}


@pytest.mark.parametrize("kind", KINDS)
def test_every_feed_has_what_a_feed_must_have(kind: str) -> None:
    ids = set()
    for area in AREAS:
        feed = _feed(kind, area).feed
        ids.add(feed.id)
        links = [(link.rel, link.type, link.href) for link in feed.links]
        page = SITE_URL if area == "alla" else f"{SITE_URL}{WORDS.listed['omrade'].address_of(area)}"
        assert links == [("self", ATOM, f"{SITE_URL}floden/{kind}/{area}.atom"), ("alternate", "text/html", page)]
        assert (feed.author, feed.language) == ("Hitta", "sv")
        assert feed.title.startswith(f"Hitta sysselsättning: {KINDS[kind].lower()}, ")
        assert feed.subtitle == "Dagen är den då ändringen kom in i katalogen."
    assert len(ids) == len(AREAS)


def test_each_feed_tells_its_own_and_the_day_is_that_of_the_event() -> None:
    told = {kind: [(one.title, one.updated[:10]) for one in _feed(kind).entries] for kind in KINDS}
    assert told == {
        "nya": [("Ny: Smedjan", "2026-11-02"), ("Öppen igen: Andra", "2026-11-01")],
        "andrade": [("Bekräftad: Smedjan", "2026-11-21"), ("Ändrad: Smedjan", "2026-11-18")],
        "stangda": [('Stängd: Träffen & "vi"', "2026-11-19")],
    }
    assert [_feed(kind).feed.updated[:10] for kind in KINDS] == ["2026-11-02", "2026-11-21", "2026-11-19"]
    closed = _feed("stangda", "bromma").entries[0]
    assert closed.summary == ("Bromma. Vad som hände: Huset såldes <2024>. Gå hit i stället: Smedjan. Ett ställe.")
    assert closed.link == f"{SITE_URL}verksamhet/traffen/"
    assert _feed("nya", "bromma").entries == []


def test_ids_last_when_the_record_moves_is_written_anew_and_the_site_lives_elsewhere() -> None:
    before = {
        **{one.title: one.id for one in _feed("nya").entries},
        **{one.title: one.id for one in _feed("andrade").entries},
    }
    earlier = [replace(one, id="assjan") for one in HAPPENED if one.id == "smedjan" and one.event != "flyttad"]
    made = source_of({"assjan": {**FULL, "sammanfattning": "Helt nya ord."}, "andra": OTHER})
    moved = replace(made, history=History(extent="hel", happened=tuple(earlier)), settings=Settings(site_name="Annan"))
    files = _files(moved)
    after = {one.title: one.id for kind in ("nya", "andrade") for one in _feed(kind, files=files).entries}
    assert set(after) == {"Ny: Smedjan", "Bekräftad: Smedjan", "Ändrad: Smedjan"}
    assert all(before[title] == told for title, told in after.items())
    uids = [str(calendar.walk("VEVENT")[0]["UID"]) for calendar in (_calendar(), _calendar(files=files))]
    assert uids[0] == uids[1]


def test_without_an_address_there_are_no_links_and_the_publisher_is_the_author() -> None:
    settings = Settings(site_name="Hitta", publisher=Publisher(name="Staden & Co", kind="kommun"))
    files = _files(replace(_source(), settings=settings))
    found = _feed("nya", files=files)
    assert found.feed.author == "Staden & Co"
    assert "links" not in found.feed
    assert not [one for one in found.entries if "links" in one]
    assert "URL" not in _calendar(files=files).walk("VEVENT")[0]


@pytest.mark.parametrize(("extent", "words"), [("grund", "utan hela historiken"), ("saknas", "utan historik")])
def test_in_half_a_history_only_what_records_say_is_told_and_the_feed_says_so(extent: Any, words: str) -> None:
    files = _files(_source(History(extent=extent)))
    assert [one.title for one in _feed("andrade", files=files).entries] == ["Bekräftad: Smedjan"]
    assert _feed("nya", files=files).entries == []
    assert all(words in _feed(kind, files=files).feed.subtitle for kind in KINDS)


def test_a_later_build_gives_the_same_bytes() -> None:
    source = _source()
    later = Derived(catalogue=source.derived.catalogue, idag="2027-03-01")
    assert _files(replace(source, derived=later)) == _known()
    nothing = _files(_source(History(extent="hel"), senast_bekraftad=None, bekraftad_av=None))
    assert _feed("nya", files=nothing).feed.updated == f"{BEGINNING}T00:00:00Z"


def test_a_feed_of_many_is_cut_and_says_so() -> None:
    records = whole().records[: MOST + 50]
    happened = tuple(Happened(day="2026-11-20", id=record.id, event="andrad") for record in records)
    files = _files(replace(whole(), records=records, history=History(extent="hel", happened=happened)))
    found = _feed("andrade", files=files)
    assert len(found.entries) == MOST == len({one.id for one in found.entries})
    assert "api/v1/andringar.json" in found.feed.subtitle
    assert max(len(text) for text in files.values()) < 300_000


def test_a_notice_is_an_event_of_whole_days_with_a_stamp_of_its_own() -> None:
    files = _files(
        _source(tillfalligt={"text": "Sommarstängt; vi ses, sen", "fran": "2027-07-01", "till": "2027-07-31"})
    )
    (event,) = _calendar("farsta", files).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (datetime.date(2027, 7, 1), datetime.date(2027, 8, 1))
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == ("Smedjan", "Sommarstängt; vi ses, sen. Farsta.")
    assert event["DTSTAMP"].dt == datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)
    assert str(event["URL"]) == f"{SITE_URL}verksamhet/smedjan/"
    assert _calendar("bromma", files).walk("VEVENT") == []
    (unknown,) = _calendar().walk("VEVENT")
    assert (unknown["DTSTART"].dt, str(unknown["SUMMARY"])) == (datetime.date(2026, 12, 1), "Sista dagen: Smedjan")


@pytest.mark.parametrize("area", AREAS)
def test_every_calendar_is_one_that_a_parser_takes(area: str) -> None:
    found = _calendar(area)
    assert found.errors == []
    assert [str(zone["TZID"]) for zone in found.walk("VTIMEZONE")] == ["Europe/Stockholm"]
    assert all(str(event["UID"]) and not event.errors for event in found.walk("VEVENT"))
    assert all(len(line.encode()) <= 75 for line in _known()[f"floden/kalender/{area}.ics"].split("\r\n"))
    assert IDAG.replace("-", "") not in _known()[f"floden/kalender/{area}.ics"]
