"""The easy text of every record: short, easy, and nothing that its fields do not say."""

from __future__ import annotations

from typing import Any

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue, Record, make_record
from katalog.record.schema import Schema
from katalog.record.text import lix, sentences, words_in
from katalog.wording.easy import MOST_WORDS, easy_text
from katalog.wording.reach import reach_of
from katalog.wording.view import View
from tests.support import IDAG, PROJECT
from tests.wording.test_reach import DIRECT, FORM, HOURS, LOOK, OWN_PAGE, PLACE, TALK, WRITE

_LONGEST_SENTENCE = 14  # words
_MOST_LIX = 35  # below 30 is very easy, 30-40 easy (Björnsson 1968); so short a text swings with a single long word
_UNDATED = {"kallor": [{"titel": "Broschyr"}]}
_CHANGED = "De kan ha ändrats sedan dess."


@pytest.fixture(scope="module")
def real(schema: Schema, words: Vocabularies) -> View:
    catalogue = check_catalogue(PROJECT / "catalogue", schema, IDAG).catalogue
    assert catalogue is not None
    return View(derived=Derived(catalogue=catalogue, idag=IDAG), words=words)


def _told(view: View, record: Record) -> str:
    return "\n".join(line.plain for line in easy_text(view, record, reach_of(view, record)))


def test_every_record_has_at_most_sixty_words_that_are_easy_to_read(real: View) -> None:
    for record in real.derived.catalogue.records:
        told = _told(real, record)
        assert 15 <= len(words_in(told)) <= MOST_WORDS == 60, (record.id, told)
        assert [text for text in sentences(told) if len(words_in(text)) > _LONGEST_SENTENCE] == [], record.id
        assert lix(told) <= _MOST_LIX, (record.id, lix(told), told)


def test_half_of_all_are_as_easy_as_a_childrens_book(real: View) -> None:
    measured = sorted(lix(_told(real, record)) for record in real.derived.catalogue.records)
    assert measured[len(measured) // 2] < 25


def test_every_record_says_how_old_it_is_and_where_to_turn(real: View) -> None:
    for record in real.derived.catalogue.records:
        lines = easy_text(real, record, reach_of(real, record))
        assert "gamla uppgifterna är" in lines[-1].plain or "Uppgifterna" in lines[-1].plain, record.id
        assert any(line.linked or line.text.startswith(("Gå till", "Vi har ingen kontakt")) for line in lines), (
            record.id
        )


def test_what_has_closed_and_what_is_an_example_leads_on_first(real: View) -> None:
    gone = [record for record in real.derived.catalogue.records if record.is_closed or record.forebild]
    assert len(gone) > 50
    for record in gone:
        lines = easy_text(real, record, None)
        assert lines[0].text.startswith(("Det här har stängt.", "Det här är ett exempel")), record.id
        assert next(at for at, line in enumerate(lines) if line.address) <= 2, record.id
        assert not any(line.link for line in lines), record.id


def _record(**more: Any) -> Record:
    data = {"namn": "Snickeriet", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta",
            "sammanfattning": "Fri text som ingen har prövat.", "beskrivning": "Mer fri text.",
            "kallor": [{"titel": "Broschyr", "ar": 2026, "slag": "egen"}], **more}  # fmt: skip
    return make_record("snickeriet", "catalogue/farsta/snickeriet.yml", data)


def _easy(words: Vocabularies, **more: Any) -> str:
    other = make_record("rondellen", "rondellen.yml", {
        "namn": "Rondellen", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta",
        "sammanfattning": "Fika.", "kallor": [],
    })  # fmt: skip
    record = _record(**more)
    view = View(derived=Derived(catalogue=Catalogue(records=(record, other)), idag=IDAG), words=words)
    return _told(view, record)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "Det är ett ställe att träffa andra."),
        ({}, "Det finns i Farsta."),
        ({"omrade": "sodermalm"}, "Det finns på Södermalm."),
        ({"omrade": "ej-angivet"}, "Vi vet inte var det finns."),
        ({"omrade": "annan-kommun", "kommun": ["nacka", "lidingo"]}, "Det finns i Nacka och på Lidingö."),
        ({"omrade": "annan-kommun", "kommun": ["nacka", "solna", "taby"]}, "Det finns i flera kommuner."),
        ({"inriktning": ["snickeri", "cafe-kok"]}, "Det handlar om snickeri och kafé eller kök."),
        ({"inriktning": ["snickeri", "textil", "butik"]}, "Det handlar om till exempel snickeri och textil."),
        ({"malgrupp": ["autism"]}, "Det är för dig som har autism."),
        ({"malgrupp": ["autism", "unga"]}, "Det är för dig som har autism. Det är också för dig som är ung."),
        ({"malgrupp": ["hemloshet", "alla"]}, "Det är för alla."),
        ({"alder": {"fran": 18, "till": 30}}, "Det är för dig som är 18 till 30 år."),
        ({"alder": {"fran": 18}}, "Det är för dig som är minst 18 år."),
        ({"alder": {"till": 25}}, "Det är för dig som är högst 25 år."),
        ({"kravs_diagnos": "ja"}, "Du måste ha en diagnos."),
        (HOURS, "Det är öppet vardagar klockan 9 till 12."),
        ({"tider": [{"dag": day, "fran": "17:00"} for day in ("mandag", "tisdag", "onsdag")], **_UNDATED},
         "Det är öppet måndag till onsdag från klockan 17."),
        ({"tider": [{"dag": "tisdag", "fran": "17:30"}]}, "Det är öppet tisdag från klockan 17.30."),
        ({**HOURS, "uppgifter_fran": 2018}, "klockan 9 till 12. Tiderna är från 2018."),
        ({**HOURS, **_UNDATED}, "Det är öppet vardagar klockan 9 till 12.\n"),
        ({"tider": [{"dag": "tisdag", "vad": "Varannan vecka."}]}, "Tiderna står på hela sidan."),
        ({}, "Vi vet inte hur du börjar."),
        ({"malgrupp": ["alla"]}, "Du behöver inget beslut."),
        ({"ingang": [{"vag": "lss-beslut"}]}, "Du behöver ett beslut enligt LSS."),
        ({"ingang": [{"vag": "lss-beslut"}, {"vag": "via-varden"}]}, "Eller så kan du komma dit via vården."),
        ({"ingang": [{"vag": "lss-beslut", "tolkad": True}]}, "Vi tror att du behöver ett beslut enligt LSS."),
        ({"ingang": [{"vag": "egen-anmalan", "galler_for": "stockholm"}]}, "Det gäller dig som bor i Stockholms stad."),
        (DIRECT, "Du får komma direkt, men vi vet inte adressen eller tiderna."),
        ({**DIRECT, **PLACE, **HOURS}, "Du kan komma direkt.\nGå till Torget 1, Farsta."),
        ({"kontakt": {**TALK, **LOOK}}, "Ring dem: 08-465 004 00."),
        ({"kontakt": WRITE}, "Mejla dem: info@exempel.se."),
        ({"kontakt": FORM}, "Skriv till dem: formulär."),
        ({"kontakt": LOOK}, "Läs mer på deras webbplats."),
        ({"anordnare": {"namn": "Ett bolag", **TALK}}, "Ring dem som driver det: 08-465 004 00."),
        (OWN_PAGE, "Läs mer på deras egen sida."),
        ({"omrade": "hela-landet"}, "Vi har ingen kontakt. Fråga någon du litar på."),
        ({}, "Vi vet inte hur du når dem."),
        ({"kontakt": TALK, "kallor": [{"titel": "a", "ar": 2013, "slag": "annan"}]},
         f"Ring dem: 08-465 004 00.\nUppgifterna är från 2013. {_CHANGED} Fråga först."),
        ({"kontakt": TALK, **_UNDATED},
         "Ring dem: 08-465 004 00.\nVi vet inte hur gamla uppgifterna är. Fråga först."),
        ({"kontakt": TALK, "kallor": [{"titel": "a", "ar": 2023, "slag": "egen"},
                                      {"titel": "b", "ar": 2012, "galler": ["kontakt"]}]}, "Kontakten är från 2012."),
        ({"status": "aktiv", "senast_bekraftad": "2026-11-22", "bekraftad_av": "Enheten"},
         "Uppgifterna bekräftades den 22 november 2026."),
        ({"tillfalligt": {"text": "Fritt.", "till": "2026-12-24"}}, "Just nu är något annorlunda."),
        ({"for_vem": ["personal"]}, "Det här är för den som arbetar med stödet. Du kan inte delta själv."),
        ({"status": "vilande", "ersatt_av": "rondellen"}, "Det här har uppehåll."),
        ({"status": "vilande", "ersatt_av": "rondellen"}, "Gå hit i stället: Rondellen."),
        ({"status": "avslutad", "ersatt_av": "rondellen"},
         "Det här har stängt.\nGå hit i stället: Rondellen.\nDet var ett ställe att träffa andra.\nDet fanns"),
        ({"status": "avslutad"}, "Se andra ställen i samma område."),
        ({"forebild": True, "omrade": "annan-kommun", "kommun": ["partille"]},
         "Titta på det här i stället: Träffpunkt / öppen verksamhet."),
        ({"forebild": True, "insatstyp": ["osa"]}, "Svara på fyra lugna frågor i stället."),
    ],
)  # fmt: skip
def test_each_sentence_says_what_its_field_says(more: dict[str, Any], said: str, words: Vocabularies) -> None:
    assert said in _easy(words, **more)


@pytest.mark.parametrize(
    ("more", "unsaid"),
    [
        ({}, "fri text"),
        ({**DIRECT, "status": "vilande"}, "Du kan komma direkt"),
        ({"tillfalligt": {"text": "Fritt.", "till": "2026-11-01"}}, "Just nu"),
        ({**HOURS, "status": "avslutad"}, "öppet"),
        ({"malgrupp": ["autism", "unga", "npf"]}, "Det är för"),  # a part of the groups would shut others out
        ({"kontakt": TALK, "status": "avslutad"}, "Ring"),
        ({"forebild": True, "kontakt": TALK}, "Ring"),
    ],
)
def test_nothing_else_is_said(more: dict[str, Any], unsaid: str, words: Vocabularies) -> None:
    assert unsaid not in _easy(words, **more)


def test_with_much_to_tell_what_matters_least_goes_first(words: Vocabularies) -> None:
    much: dict[str, Any] = {
        **HOURS, "uppgifter_fran": 2026, "kontakt": TALK, "ingang": [{"vag": "lss-beslut"}],
        "inriktning": ["maleri-bygg", "tradgard-park", "stad-tvatt"],
        "malgrupp": ["intellektuell-funktionsnedsattning", "forvarvad-hjarnskada"],
    }  # fmt: skip
    told = _easy(words, **much)
    assert len(words_in(told)) <= MOST_WORDS
    assert "Det är öppet vardagar klockan 9 till 12." in told
    assert "hjärnskada" not in told
