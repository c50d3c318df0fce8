"""A page tells its reader to do only what can be done, the nearest first, and says how old a contact is."""

from __future__ import annotations

from typing import Any

import pytest

from katalog.derive.contact import may_be_gone
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue, Record, make_record
from katalog.wording.by_rule import rows_with_rules
from katalog.wording.reach import call_line, paper_line, reach_of
from katalog.wording.view import View
from tests.support import IDAG

Data = dict[str, Any]
TALK: Data = {"telefon": "08-465 004 00"}
WRITE: Data = {"epost": "info@exempel.se"}
LOOK: Data = {"webb": "https://exempel.se"}
FORM: Data = {"formular": "https://exempel.se/skriv"}
DIRECT: Data = {"ingang": [{"vag": "drop-in"}]}
PLACE: Data = {"plats": {"adress": "Torget 1", "ort": "Farsta"}}
HOURS: Data = {"tider": [{"dag": "vardagar", "fran": "09:00", "till": "12:00"}]}
OWN_PAGE: Data = {"kallor": [{"webb": "https://exempel.se/om", "slag": "egen", "ar": 2024}]}
SEE = "Där kan det stå vem du kan fråga."
FAR = "Vi har ingen kontakt till verksamheten."
NOBODY = "Vi har inte hittat någon kontakt. Fråga din handläggare, din vårdkontakt eller någon du litar på."


def _record(**more: Any) -> Record:
    data = {"namn": "Snickeriet", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "ej-angivet",
            "sammanfattning": "Snickra.", "kallor": [{"titel": "Broschyr", "ar": 2026}], **more}  # fmt: skip
    return make_record("snickeriet", "catalogue/ej-angivet/snickeriet.yml", data)


def _first(view: View, record: Record) -> str:
    reach = reach_of(view, record)
    return reach.first if reach else ""


@pytest.fixture
def view(words: Vocabularies) -> View:
    return View(derived=Derived(catalogue=Catalogue(records=()), idag=IDAG), words=words)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, NOBODY),
        ({"for_vem": ["personal"]}, "Vi har inte hittat någon kontakt. Fråga din egen förvaltning."),
        ({**DIRECT, **PLACE, **HOURS, "kontakt": {**FORM, **TALK}}, "Du kan gå dit direkt: vardagar 9–12."),
        ({**DIRECT, **HOURS, "kontakt": TALK}, "Du får komma direkt, men vi vet inte adressen. Ring dem."),
        ({**DIRECT, "kontakt": TALK}, "Du får komma direkt, men vi vet inte adressen eller tiderna. Ring dem."),
        ({"ingang": [{"vag": "drop-in", "tolkad": True}], **PLACE, **HOURS, "kontakt": TALK}, "Ring dem."),
        ({**DIRECT, **PLACE, **HOURS, "status": "vilande", "kontakt": TALK}, "Ring dem."),
        ({"kontakt": {**FORM, **WRITE, **TALK, **LOOK}}, "Skriv via deras webbplats. Du behöver inte ringa."),
        ({"kontakt": {**WRITE, **TALK, **LOOK}}, "Skriv ett mejl till dem. Du behöver inte ringa."),
        ({"kontakt": {**TALK, **LOOK}}, "Ring dem."),
        ({"kontakt": LOOK}, f"Titta på deras webbplats. {SEE}"),
        (OWN_PAGE, f"Titta på deras egen sida. {SEE}"),
        ({"kontakt": LOOK, "anordnare": {"namn": "RSMH", **WRITE}}, f"Titta på deras webbplats. {SEE}"),
        ({"anordnare": {"namn": "RSMH", **TALK}}, "Ring RSMH."),
        ({"anordnare": {"driftsform": "kommun", **TALK}}, "Ring dem som driver verksamheten."),
        ({"anordnare": {"namn": "Convictus", **LOOK}}, f"Titta på Convictus webbplats. {SEE}"),
        ({"anordnare": {"namn": "Fryshuset", **LOOK}}, f"Titta på Fryshusets webbplats. {SEE}"),
        ({"omrade": "farsta"}, f"{FAR} Skriv ett mejl till stadsdelen. Du behöver inte ringa."),
        ({"omrade": "bromma"}, f"{FAR} Titta på stadsdelens webbplats. {SEE}"),
        ({"kommun": ["nacka"]}, f"{FAR} Ring kommunen."),
        ({"omrade": "hela-staden"}, f"{FAR} Titta på stadens webbplats. {SEE}"),
        ({"kontakt": TALK, "status": "avslutad"}, ""),
        ({"kontakt": TALK, "forebild": True}, ""),
    ],
)
def test_what_to_do_first_is_what_can_be_done(more: dict[str, Any], told: str, view: View) -> None:
    assert _first(view, _record(**more)) == told


@pytest.mark.parametrize(
    ("more", "owners"),
    [
        ({"omrade": "farsta"}, ["omrade"]),
        ({"omrade": "farsta", "kontakt": LOOK}, ["kontakt", "omrade"]),
        ({"omrade": "farsta", "kontakt": TALK, "anordnare": {"namn": "A", **WRITE}}, ["kontakt"]),
        ({"omrade": "farsta", "kontakt": LOOK, "anordnare": {"namn": "A", **WRITE}}, ["kontakt", "anordnare"]),
        ({"omrade": "bromma", "kontakt": LOOK}, ["kontakt"]),  # its district has but a page about all districts
        ({"omrade": "bromma", "kommun": ["stockholm"]}, ["omrade"]),
        ({"omrade": "lanet", "kommun": ["ekero", "nacka"], "kontakt": LOOK}, ["kontakt", "kommun"]),
        ({"omrade": "lanet"}, []),  # the county is no municipality: nobody is sent to Stockholm
    ],
)
def test_the_next_ones_stand_there_until_somebody_answers(more: dict[str, Any], owners: list[str], view: View) -> None:
    reach = reach_of(view, _record(**more))
    assert reach
    assert [told.turn.owner for told in reach.told] == owners


def test_a_district_is_folded_away_behind_what_is_nearer(view: View) -> None:
    reach = reach_of(view, _record(omrade="farsta", kontakt=LOOK))
    assert reach
    assert [told.title for told in (*reach.near, *reach.far)] == ["Verksamheten", "Stadsdelen Farsta"]
    alone = reach_of(view, _record(omrade="farsta"))
    assert alone
    assert ([told.title for told in alone.near], alone.far) == (["Stadsdelen Farsta"], ())


@pytest.mark.parametrize(
    ("source", "is_way"),
    [
        ({"slag": "egen", "ar": 2024}, True),
        ({"slag": "egen"}, True),
        ({"slag": "egen", "ar": 2012}, False),  # so old that the page may be gone
        ({"slag": "press", "ar": 2024}, False),
        ({"slag": "egen", "ar": 2024, "webb": "https://exempel.se/arsbok.PDF"}, False),
    ],
)
def test_a_source_is_a_way_when_it_is_their_own_page(source: dict[str, Any], is_way: bool, view: View) -> None:
    reach = reach_of(view, _record(kallor=[{"webb": "https://exempel.se/om", **source}]))
    assert reach
    assert bool(reach.told) == is_way


@pytest.mark.parametrize(
    ("sources", "hours", "told"),
    [
        ([{"titel": "A", "ar": 2025}], 1, "Du kan gå dit direkt: måndag 8.30–12.00."),
        ([{"titel": "A", "ar": 2016}], 1, "Du kan gå dit direkt: måndag 8.30–12.00."),  # told below the record's name
        ([{"titel": "A", "ar": 2020}, {"titel": "B", "ar": 2016, "galler": ["tider"]}], 1,
         "Du kan gå dit direkt: måndag 8.30–12.00. Tiderna är från 2016. De kan ha ändrats."),
        ([{"titel": "A", "ar": 2020}, {"titel": "B", "galler": ["tider"]}], 1,
         "Du kan gå dit direkt: måndag 8.30–12.00. Vi vet inte hur gamla tiderna är."),
        ([{"titel": "A", "ar": 2025}], 3, "Du kan gå dit direkt."),
    ],
)  # fmt: skip
def test_who_is_sent_there_is_told_how_old_the_hours_are(
    sources: list[dict[str, Any]], hours: int, told: str, view: View
) -> None:
    times = [{"dag": "mandag", "fran": "08:30", "till": "12:00"}] * hours
    assert _first(view, _record(**DIRECT, **PLACE, tider=times, kallor=sources)) == told


def test_paper_tells_the_number_itself(view: View) -> None:
    assert paper_line(view, _record(kontakt={**TALK, **WRITE})) == "Mejla info@exempel.se. Ring 08-465 004 00."
    assert paper_line(view, _record(omrade="farsta")) == FAR
    assert paper_line(view, _record(kontakt={"webb": f"{LOOK['webb']}/{'lang' * 20}"})).endswith("langlang.")


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ([{"titel": "Sida", "ar": 2025}], []),
        ([{"titel": "Sida", "ar": 2023}], []),
        ([{"titel": "Sida", "ar": 2022}], []),  # the sentence below the record's name tells it
        ([{"titel": "Sida"}], []),
        ([{"titel": "Sida", "ar": 2022}, {"titel": "Lista", "galler": ["kontakt"]}],
         ["Vi vet inte hur gammal kontakten är."]),
        ([{"titel": "Sida", "ar": 2026}, {"titel": "Lista", "ar": 2016, "galler": ["kontakt"]}],
         ["Kontakten är från 2016."]),
        ([{"titel": "A", "ar": 2016, "galler": ["kontakt"]}, {"titel": "B", "ar": 2024, "galler": ["kontakt"]}],
         ["Kontakten är från 2016 och 2024."]),
    ],
)  # fmt: skip
def test_an_old_contact_tells_its_year(sources: list[dict[str, Any]], told: list[str], view: View) -> None:
    record = _record(kontakt=TALK, kallor=sources)
    (row,) = rows_with_rules(view, record, ["kontakt"])
    assert [line.text for line in row.lines][1:] == told
    reach = reach_of(view, record)
    assert reach
    assert reach.told[0].age == "".join(told)


def test_who_has_confirmed_has_confirmed_the_contact_too(view: View) -> None:
    confirmed = {"status": "aktiv", "senast_bekraftad": "2026-11-01", "bekraftad_av": "RSMH"}
    reach = reach_of(view, _record(kontakt=TALK, kallor=[{"titel": "Lista", "ar": 2016}], **confirmed))
    assert reach
    assert reach.told[0].age == ""


def test_what_is_only_likely_is_told_as_such_and_counts_nowhere(view: View, words: Vocabularies) -> None:
    record = _record(ingang=[{"vag": "drop-in", "tolkad": True}], malgrupp=["alla"])
    (row,) = rows_with_rules(view, record, ["ingang"])
    assert [line.text for line in row.lines] == ["Troligen: kom direkt", "Öppet för alla"]
    assert words.label("ingang", "drop-in") == "Kom direkt"


GONE: Data = {"kontakt": LOOK, "anmarkning": [{"text": "Sidan kan vara nedlagd.", "galler": ["kontakt"]}]}
MAY_BE_GONE = "Deras webbplats kan vara nedlagd."


@pytest.mark.parametrize(
    ("more", "first", "owners"),
    [
        (
            GONE | {"omrade": "farsta"},
            f"{MAY_BE_GONE} Skriv ett mejl till stadsdelen. Du behöver inte ringa.",
            "omrade",
        ),
        (GONE | {"anordnare": {"namn": "Gro", **TALK}}, f"{MAY_BE_GONE} Ring Gro.", "anordnare"),
        (GONE | {"omrade": "skarpnack"}, f"{MAY_BE_GONE} Titta på stadsdelens webbplats. {SEE}", "omrade"),
        (GONE | {**DIRECT, **PLACE, **HOURS}, "Du kan gå dit direkt: vardagar 9–12.", ""),
        (GONE | {"kontakt": {**TALK, **LOOK}}, "Ring dem.", ""),
        (GONE, f"{MAY_BE_GONE} Titta på deras webbplats. {SEE}", ""),
    ],
    ids=["district", "organiser", "the district's page", "going there", "telephone", "nobody else"],
)
def test_a_page_that_may_be_gone_is_no_first_step(view: View, more: Data, first: str, owners: str) -> None:
    reach = reach_of(view, _record(**more))
    assert reach
    assert reach.first == first
    assert [told.turn.owner for told in reach.told] == [*owners.split(), "kontakt"]
    assert reach.near == reach.told, "and the page itself is no more folded away than before"


def _remarked(text: str) -> Record:
    return _record(omrade="farsta", kontakt=LOOK, anmarkning=[{"text": text, "galler": ["kontakt"]}])


@pytest.mark.parametrize(
    "text",
    [
        "Sidan är på engelska.",
        "Telefonnumret svarar inte.",
        "Kontoret är nedlagt.",
        "Växeln finns inte kvar. Sidan är ny.",
        "Expeditionen har lagts ner.",
    ],
)
def test_a_remark_of_something_else_doubts_no_page(view: View, text: str) -> None:
    assert _first(view, _remarked(text)) == f"Titta på deras webbplats. {SEE}"


@pytest.mark.parametrize(
    "text",
    [
        "Sidan svarar inte.",
        "Webbplatsen har lagts ner.",
        "Bloggen är nedlagd.",
        "Länken finns inte kvar.",
        "Sajten verkar vara nedlagd sedan 2019.",
        "Webbsidan finns inte längre.",
    ],
)
def test_a_remark_that_a_page_may_be_gone_is_read_in_other_words(view: View, text: str) -> None:
    assert _first(view, _remarked(text)).startswith(MAY_BE_GONE)


def test_on_paper_it_says_that_the_page_may_be_gone(view: View) -> None:
    assert paper_line(view, _record(omrade="farsta", **GONE)) == f"Webbplats: exempel.se. {MAY_BE_GONE}"
    assert call_line(view, _record(omrade="farsta", **GONE)).startswith(
        f"Webbplats: exempel.se. {MAY_BE_GONE} Stadsdelen Farsta: Mejla "
    )


def test_no_first_step_of_a_real_record_is_a_page_that_may_be_gone(view: View, catalogue: Catalogue) -> None:
    """Unless there is nobody else at all."""
    for record in catalogue.records:
        reach = reach_of(view, record)
        if reach and may_be_gone(record) and len(reach.told) > 1:
            assert reach.told[0].turn.owner != "kontakt", record.id


def test_buttons_say_whose_page_they_open(view: View) -> None:
    """Two of them beside each other must not say the same."""
    reach = reach_of(view, _record(omrade="bromma", kommun=["stockholm"], kontakt=LOOK))
    far = reach_of(view, _record(omrade="bromma"))
    assert reach
    assert far
    assert [step.opens for told in (*reach.told, *far.told) for step in told.steps] == [
        "Se deras sida",
        "Se stadsdelens sida",
    ]
