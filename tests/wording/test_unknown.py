"""What is not known becomes questions, what to say and to write holds nothing about the reader, and a fact that is
older or newer than its page says so."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue, Record, make_record
from katalog.wording.asking import ready_of, with_ready_mail
from katalog.wording.reach import reach_of
from katalog.wording.unknown import unknown_of
from katalog.wording.view import View
from tests.support import IDAG

Data = dict[str, Any]
MAIL: Data = {"kontakt": {"epost": "info@exempel.se"}}


def _record(**more: Any) -> Record:
    data = {"namn": "Café Å & Co", "status": "okand", "insatstyp": ["arbetstraning"], "omrade": "ej-angivet",
            "sammanfattning": "Baka.", "kallor": [{"titel": "Broschyr", "ar": 2026}], **more}  # fmt: skip
    return make_record("cafeet", "catalogue/ej-angivet/cafeet.yml", data)


@pytest.fixture
def view(words: Vocabularies) -> View:
    return View(derived=Derived(catalogue=Catalogue(records=()), idag=IDAG), words=words)


EVERYTHING = "malgrupp,plats,tillganglighet,tider,platslage,ingang,ersattning,kostnad_for_dig"


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ({}, EVERYTHING),
        ({"plats": {"ort": "Farsta"}, "tider": [{"vad": "På kvällen"}]},
         "malgrupp,tillganglighet,platslage,ingang,ersattning,kostnad_for_dig"),
        ({"ingang": [{"vag": "remiss-socialtjanst", "tolkad": True}]}, EVERYTHING),  # likely is not known
        ({"ingang": [{"vag": "drop-in"}]}, "malgrupp,plats,tillganglighet,tider,kostnad_for_dig"),
        ({"platslage": {"lage": "ledigt", "datum": "2026-11-20"}}, EVERYTHING.replace("platslage,", "")),
        ({"platslage": {"lage": "ledigt", "datum": "2026-01-20"}}, EVERYTHING.replace("platslage,", "")),
        ({"malgrupp": ["alla"], "insatstyp": ["traffpunkt"]},  # an open house needs no way in
         "plats,tillganglighet,tider,platslage,ersattning,kostnad_for_dig"),
        ({"status": "avslutad"}, ""),
        ({"forebild": True}, ""),
    ],
)  # fmt: skip
def test_what_is_not_known_is_asked(more: Data, asked: str, view: View) -> None:
    assert unknown_of(view, _record(**more)).fields == asked


def test_those_who_pay_have_questions_of_their_own(view: View) -> None:
    record = _record(betalning=[{"slag": "lov-peng"}])
    asked = [question.field for question in unknown_of(view, record).caseworker]
    assert asked == ["pris", "handlaggningstid", "uppfoljning"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (MAIL, "Jag har läst om Café Å & Co. Får jag komma och titta?"),
        ({"anordnare": {"namn": "RSMH", "telefon": "08-1"}}, "Vem kan jag prata med om det?"),
        ({"omrade": "farsta"}, "Vet du hur jag får kontakt med dem?"),
        ({}, "Vet du hur jag får kontakt med dem?"),
        ({**MAIL, "for_vem": ["personal"]}, "Vem kan jag prata med om det?"),
        ({"ingang": [{"vag": "drop-in"}], "plats": {"adress": "Torget 1"}, "tider": [{"dag": "mandag"}]},
         "Det är första gången jag är här."),
    ],
)  # fmt: skip
def test_there_is_a_line_to_say_to_whoever_is_nearest(more: Data, said: str, view: View) -> None:
    record = _record(**more)
    reach = reach_of(view, record)
    assert reach
    assert said in ready_of(record, reach, ()).say


def test_a_mailbox_opens_with_the_questions(view: View) -> None:
    record = _record(**MAIL)
    questions = unknown_of(view, record).reader
    reach = reach_of(view, record)
    assert reach
    ready = ready_of(record, reach, questions)
    (step,) = with_ready_mail(record, reach, questions).told[0].steps
    address = urlsplit(step.link)
    query = parse_qs(address.query, strict_parsing=True)
    assert (address.scheme, address.path, query["subject"]) == ("mailto", "info@exempel.se", ["Fråga om Café Å & Co"])
    assert query["body"] == [ready.text.replace("\n", "\r\n")]
    assert [question.text for question in questions if f"- {question.text}\n" not in ready.text] == []
    assert ready.is_mailed
