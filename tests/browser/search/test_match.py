"""The matching engine: three answers by the reference, and the browser says the same as it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from katalog.derive.derived import Derived
from katalog.derive.facets import Facet, read_facets, row_of
from katalog.derive.match import Answer, answer_of, is_old, level_of, old_from
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.wording.match import sentence_of
from tests.browser.search.conftest import HOST
from tests.browser.search.matching import compare, mixed
from tests.support import IDAG

STATES = 50  # tests/full asks 2,000
SEED = 12


@pytest.fixture(scope="module")
def facets(derived: Derived, words: Vocabularies) -> tuple[Facet, ...]:
    return read_facets(derived, words)


def _record(**fields: Any) -> Record:
    base: dict[str, Any] = {"id": "x", "fil": "x", "namn": "X", "status": "okand", "insatstyp": ("traffpunkt",),
                            "omrade": "farsta", "sammanfattning": "", "kallor": (), "uppgifter_fran": 2025}  # fmt: skip
    return Record(**{**base, **fields})


def _said(record: Record, state: dict[str, list[str]], facets: tuple[Facet, ...]) -> str:
    return sentence_of(record, row_of(record, [facet for facet in facets if facet.id in state], IDAG), state, facets)


@pytest.mark.parametrize(
    ("fields", "state", "said"),
    [
        ({"tider": ({"dag": "alla-dagar"},)}, {"tider": ["sondag"]}, "Passar."),
        ({"tider": ({"dag": "vardagar"},)}, {"tider": ["sondag"]}, "Passar inte, därför att det står Måndag, Tisdag, "
         "Onsdag, Torsdag och Fredag under ”Öppet dagar”."),
        ({"tider": ({"vad": "Varje vecka"},)}, {"tider": ["sondag"]}, "Kan passa, fråga vilka dagar det är öppet."),
        ({}, {"tider": ["sondag"]}, "Kan passa, fråga vilka dagar det är öppet."),
        ({"uppgifter_fran": 2012}, {"omrade": ["farsta"]}, "Kan passa. Farsta: uppgifter från 2012."),
        ({"uppgifter_fran": 2012}, {"omrade": ["bromma"]}, "Passar inte, därför att det står Farsta under ”Var”."),
        ({"omrade": "hela-staden"}, {"omrade": ["farsta"]}, "Kan passa. Farsta: det står Hela Stockholm."),
        ({"omrade": "annan-kommun"}, {"omrade": ["farsta"]}, "Passar inte, därför att det står Annan kommun under "
         "”Var”."),
        ({"malgrupp": ("alla",)}, {"malgrupp": ["unga"]}, "Kan passa. Unga (ungefär 16–29): det står Alla."),
        ({"malgrupp": ("unga",)}, {"malgrupp": ["unga", "beroende"]}, "Passar inte, därför att det står Unga (ungefär "
         "16–29) under ”För dig som”."),
        ({"malgrupp": ("unga", "beroende")}, {"malgrupp": ["unga", "beroende"]}, "Passar."),
        ({"ingang": ({"vag": "drop-in", "tolkad": True},)}, {"ingang": ["drop-in"]}, "Kan passa. Kom direkt: troligen. "
         "Det är vår tolkning."),
        ({"tillganglighet": {"hiss": "nej"}}, {"tillganglighet": ["hiss"]}, "Passar inte, därför att svaret är nej på "
         "Hiss."),
        ({"tillganglighet": {"hiss": "nej"}}, {"tillganglighet": ["tolk"]}, "Kan passa, fråga hur det är med tolk."),
        ({"alder": {"fran": 18}}, {"alder": ["16-19"]}, "Kan passa. 16–19 år: för en del av åldrarna."),
        ({"alder": {"fran": 18, "till": 29}}, {"alder": ["20-29"]}, "Passar."),
        ({}, {"alder": ["65"]}, "Kan passa, fråga vilka åldrar som får vara med."),
        ({"insatstyp": ("arbetstraning",)}, {"komponent": ["jobb"]}, "Kan passa. Jobb: efter typen."),
        ({"kostnad_for_dig": ({"vad": "Fika", "belopp_kr": 0},)}, {"kostnad_for_dig": ["gratis"]}, "Passar."),
        ({"kostnad_for_dig": ({"vad": "Fika", "belopp_kr": 20},)}, {"kostnad_for_dig": ["gratis"]}, "Kan passa, fråga "
         "vad det kostar."),
        ({"insatstyp": ("daglig-verksamhet-lss",)}, {"lag": ["lss"]}, "Passar."),
        ({}, {"omrade": ["bromma"], "tider": ["sondag"]}, "Passar inte, därför att det står Farsta under ”Var”."),
        ({}, {}, "Passar."),
    ],
)  # fmt: skip
def test_three_answers(
    fields: dict[str, Any], state: dict[str, list[str]], said: str, facets: tuple[Facet, ...]
) -> None:
    assert _said(_record(**fields), state, facets) == said


def test_only_what_is_known_not_to_fit_is_left_out(derived: Derived, facets: tuple[Facet, ...]) -> None:
    """Whatever one value is chosen, a record that says nothing of its facet stays."""
    for record in derived.catalogue.records[::9]:
        row = row_of(record, facets, IDAG)
        for facet in facets:
            told = row[facet.id]
            if not (told.yes or told.maybe or told.no):
                levels = {answer_of(level_of(row, {facet.id: [value.id]}, ())) for value in facet.values}
                assert levels == {Answer.MAYBE}, (record.id, facet.id)


def test_age_counts_from_the_last_confirmation() -> None:
    assert old_from(_record(uppgifter_fran=2020)) == "2026-01-01"
    assert old_from(_record(uppgifter_fran=None)) is None
    assert old_from(_record(senast_bekraftad="2020-02-29", bekraftad_av="X")) == "2025-03-01"
    assert not is_old(_record(uppgifter_fran=2012, senast_bekraftad="2026-01-01", bekraftad_av="X"), IDAG)


def test_the_browser_says_the_same_of_the_catalogue(
    engine: Page, folder: str, derived: Derived, words: Vocabularies
) -> None:
    compare(engine, f"{HOST}{folder}", derived.catalogue.records, words, (STATES, SEED))


def test_the_browser_says_the_same_of_generated_records(
    engine: Page, folder: str, derived: Derived, words: Vocabularies
) -> None:
    compare(engine, f"{HOST}{folder}", mixed(derived.catalogue.records, 200, SEED), words, (STATES, SEED + 1))
