"""How a question is read in Chromium: what was corrected, what nobody knows, what an ordinary word may carry."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page


def _ask(engine: Page, question: str) -> dict[str, Any]:
    told: dict[str, Any] = engine.evaluate(
        """(text) => {
          const { docs, near, unknown } = motor.search(text);
          return { ids: docs.filter((doc) => doc < index.antal).map((doc) => ids[doc]), near, unknown };
        }""",
        question,
    )
    return told


@pytest.mark.parametrize(
    ("written", "meant"), [("skitsofreni", "schizofreni"), ("snickerri", "snickeri"), ("keramikk", "keramik")]
)
def test_a_correction_is_told_in_the_catalogues_spelling(engine: Page, written: str, meant: str) -> None:
    assert _ask(engine, written)["near"] == [meant]


@pytest.mark.parametrize(
    "question", ["snickeri", "gillar att måla", "ringa någon", "dagligverksamhetförautism", "r s m h"]
)
def test_what_is_well_written_is_not_corrected(engine: Page, question: str) -> None:
    assert _ask(engine, question)["near"] == []


@pytest.mark.parametrize("address", ["?q=s%F6dermalm", "?q=s%c3%b6dermalm", "?q=södermalm"])
def test_old_ways_to_code_letters_in_an_address_are_read(engine: Page, address: str) -> None:
    assert engine.evaluate("(search) => tillstand.readState(search, []).question", address) == "södermalm"


def test_unknown_words_are_told_and_empty_nothing(engine: Page) -> None:
    told = _ask(engine, "personligt ombud blorptangen")
    assert told["unknown"] == ["blorptangen"]
    assert told["ids"][:2] == ["personligt-ombud-hemlosa", "personligt-ombud-stockholms-lan"]


@pytest.mark.parametrize(
    "question", ["blorptangen i Farsta", "blorptangen på söndag", "boka blorptangen", "vad kostar blorptangen"]
)
def test_nothing_else_carries_an_unknown_wish(engine: Page, question: str) -> None:
    assert _ask(engine, question)["ids"] == []


def test_words_in_any_order_and_near_synonyms_tell_the_same_need(engine: Page) -> None:
    asked = ["hjälp med myndigheter", "med myndigheter behöver jag stöd", "myndigheter, kan någon stötta"]
    first = [set(_ask(engine, question)["ids"][:2]) for question in asked]
    assert first == [{"personligt-ombud-hemlosa", "personligt-ombud-stockholms-lan"}] * 3


def test_what_is_denied_is_not_looked_for(engine: Page) -> None:
    asked, denied = (_ask(engine, question)["ids"] for question in ("snickeri och keramik", "snickeri, inte keramik"))
    assert "aktivitetshuset-sodermalm" in asked
    assert "aktivitetshuset-sodermalm" not in denied


@pytest.mark.parametrize("refused", ["vill inte hitta jobb", "slipper hitta jobb", "utan att behöva hitta jobb"])
def test_a_need_that_is_refused_is_not_looked_for(engine: Page, refused: str) -> None:
    wanted, left = (_ask(engine, f"måla, {said}")["ids"] for said in ("hitta jobb", refused))
    assert "fountain-house-vagar-ut" in wanted
    assert "fountain-house-vagar-ut" not in left
    assert "aktivitetshuset-sodermalm" in left


def test_no_and_none_deny_what_follows_and_not_what_stands_before(engine: Page) -> None:
    assert "enheten-for-hemlosa" in _ask(engine, "har ingen bostad")["ids"]
    assert "enheten-for-hemlosa" not in _ask(engine, "jag bor i Orminge och har ingen bil")["ids"]


def test_those_that_tell_much_and_lie_in_the_city_come_first_for_a_need(engine: Page) -> None:
    found = _ask(engine, "känner mig ensam")["ids"]
    first = found.index("stadsmissionen-mariatorget")
    assert first < found.index("tensta-traff")  # tells little
    assert first < found.index("sociala-centret-humlan-sodertalje")  # elsewhere


def test_an_age_is_read_as_those_of_that_age(engine: Page) -> None:
    young, hours = (_ask(engine, question)["ids"][:3] for question in ("träffpunkt 19 år", "träffpunkt 19 timmar"))
    assert young != hours
    assert set(young) & set(_ask(engine, "träffpunkt unga")["ids"][:5])


def test_a_closed_place_comes_after_an_open_one_that_fits_as_well(engine: Page) -> None:
    found = _ask(engine, "träffpunkt")["ids"]
    assert found.index("traffen-stockholm") > found.index("traffpunkten-taby")


def test_a_weekday_is_found_in_weekdays_and_all_days(engine: Page) -> None:
    assert {"stadsmissionen-mariatorget", "cafe-sta-clara"} <= set(_ask(engine, "torsdag")["ids"])
    assert "cafe-sta-clara" not in _ask(engine, "söndag")["ids"]
