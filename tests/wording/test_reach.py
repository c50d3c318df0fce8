"""A page tells its reader to do only what can be done, and says how old a contact is."""

from __future__ import annotations

from typing import Any

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue, Record, make_record
from katalog.wording.by_rule import rows_with_rules
from katalog.wording.reach import around_rows, can_ask, first_sentence
from katalog.wording.view import View
from tests.support import IDAG

TALK = {"telefon": "08-465 004 00"}
WRITE = {"epost": "info@exempel.se"}
LOOK = {"webb": "https://exempel.se"}
FORM = {"formular": "https://exempel.se/skriv"}


def _record(**more: Any) -> Record:
    data = {"namn": "Snickeriet", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "ej-angivet",
            "sammanfattning": "Snickra.", "kallor": [{"titel": "Broschyr", "ar": 2026}], **more}  # fmt: skip
    return make_record("snickeriet", "catalogue/ej-angivet/snickeriet.yml", data)


@pytest.fixture
def view(words: Vocabularies) -> View:
    return View(derived=Derived(catalogue=Catalogue(records=()), idag=IDAG), words=words)


@pytest.mark.parametrize(
    ("more", "told", "asks"),
    [
        ({}, "Vi har ingen kontaktuppgift.", False),
        ({"kontakt": TALK}, "Ring innan du går dit.", True),
        ({"kontakt": WRITE}, "Skriv innan du går dit.", True),
        ({"kontakt": FORM}, "Skriv innan du går dit.", True),
        ({"kontakt": {**TALK, **WRITE}}, "Ring eller skriv innan du går dit.", True),
        ({"kontakt": LOOK}, "Titta på verksamhetens webbplats innan du går dit.", False),
        ({"anordnare": {"namn": "RSMH", **TALK}}, "Ring till RSMH innan du går dit.", True),
        ({"anordnare": {"driftsform": "kommun", **TALK}}, "Ring till anordnaren innan du går dit.", True),
        ({"kontakt": LOOK, "anordnare": {"namn": "RSMH", **WRITE}}, "Skriv till RSMH innan du går dit.", True),
        ({"anordnare": {"namn": "Convictus", **LOOK}}, "Titta på Convictus webbplats innan du går dit.", False),
        ({"anordnare": {"namn": "Fryshuset", **LOOK}}, "Titta på Fryshusets webbplats innan du går dit.", False),
        ({"omrade": "farsta"}, "Vi har ingen kontakt till verksamheten. Fråga stadsdelen.", True),
        ({"kommun": ["nacka"]}, "Vi har ingen kontakt till verksamheten. Fråga kommunen.", True),
        ({"omrade": "hela-staden"}, "Vi har ingen kontakt till verksamheten. Titta på stadens webbplats.", False),
        ({"kontakt": TALK, "status": "avslutad"}, "", False),
        ({"kontakt": TALK, "forebild": True}, "", False),
        ({"kontakt": TALK, "for_vem": ["personal"]}, "", True),
    ],
)
def test_what_to_do_first_is_what_can_be_done(more: dict[str, Any], told: str, asks: bool, view: View) -> None:
    record = _record(**more)
    assert (first_sentence(view, record), can_ask(view, record)) == (told, asks)


@pytest.mark.parametrize(
    ("more", "is_shown"),
    [({}, True), ({"kontakt": LOOK}, True), ({"kontakt": TALK}, False), ({"anordnare": WRITE}, False),
     ({"status": "avslutad"}, False)],
)  # fmt: skip
def test_the_district_is_shown_where_there_is_nothing_nearer(more: dict[str, Any], is_shown: bool, view: View) -> None:
    rows = around_rows(view, _record(omrade="farsta", **more))
    assert [row.title for row in rows] == (["Kontakt i Farsta"] if is_shown else [])


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ([{"titel": "Sida", "ar": 2025}], []),
        ([{"titel": "Sida", "ar": 2023}], []),
        ([{"titel": "Sida", "ar": 2022}], ["Kontakten är från 2022."]),
        ([{"titel": "Sida"}], ["Vi vet inte hur gammal kontakten är."]),
        ([{"titel": "Sida", "ar": 2026}, {"titel": "Lista", "ar": 2016, "galler": ["kontakt"]}],
         ["Kontakten är från 2016."]),
        ([{"titel": "A", "ar": 2016, "galler": ["kontakt"]}, {"titel": "B", "ar": 2024, "galler": ["kontakt"]}],
         ["Kontakten är från 2016 och 2024."]),
    ],
)  # fmt: skip
def test_an_old_contact_tells_its_year(sources: list[dict[str, Any]], told: list[str], view: View) -> None:
    (row,) = rows_with_rules(view, _record(kontakt=TALK, kallor=sources), ["kontakt"])
    assert [line.text for line in row.lines][1:] == told


def test_what_is_only_likely_is_told_as_such_and_counts_nowhere(view: View, words: Vocabularies) -> None:
    record = _record(ingang=[{"vag": "drop-in", "tolkad": True}], malgrupp=["alla"])
    (row,) = rows_with_rules(view, record, ["ingang"])
    assert [line.text for line in row.lines] == ["Troligen: kom direkt", "Öppet för alla"]
    assert words.label("ingang", "drop-in") == "Kom direkt"
