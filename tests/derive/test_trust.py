"""How sure a reader can be: three steps, each with its words, and the day on which it falls."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support import IDAG

from katalog.derive.trust import derive_trust, trust_changes
from katalog.record.model import Record, make_record
from katalog.wording.trust import say_trust

_OWN_2024 = {"titel": "Egen sida", "slag": "egen", "ar": 2024}
_CITY_2024 = {"titel": "Staden", "slag": "myndighet", "ar": 2024}
_PRESS_2025 = {"titel": "Tidningen", "slag": "press", "ar": 2025}
_OLD = {"titel": "Rapport", "slag": "myndighet", "ar": 2012}
_UNDATED = {"titel": "Egen sida", "slag": "egen"}


def _record(*sources: dict[str, Any], **more: Any) -> Record:
    return make_record("ett", "ett.yml", {
        "namn": "Ett", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta", "sammanfattning": "Fika.",
        "kallor": list(sources), **more,
    })  # fmt: skip


def _confirmed(day: str, *sources: dict[str, Any]) -> Record:
    return _record(*sources, senast_bekraftad=day, bekraftad_av="Träffpunkten")


@pytest.mark.parametrize(
    ("record", "step", "card"),
    [
        (_confirmed("2026-11-01"), "bekraftat", "Bekräftat. Den 1 november 2026."),
        (_record(_OWN_2024), "kalla", "Från deras egen sida 2024."),
        (_record(_CITY_2024), "kalla", "Från en myndighet 2024."),
        (_record(_CITY_2024, _OWN_2024), "kalla", "Från deras egen sida 2024."),
        (_record(_OWN_2024, _CITY_2024 | {"ar": 2025}), "kalla", "Från en myndighet 2025."),
        (_record(_OWN_2024, _PRESS_2025), "kalla", "Från deras egen sida 2024."),
        (_record(_PRESS_2025), "fraga", "Fråga först. Uppgifter från 2025."),
        (_record({"titel": "Något", "ar": 2025}), "fraga", "Fråga först. Uppgifter från 2025."),
        (_record(_OLD), "fraga", "Fråga först. Uppgifter från 2012."),
        (_record(_UNDATED), "fraga", "Fråga först. Uppgifter utan årtal."),
        (_record(_UNDATED, uppgifter_fran=2018), "fraga", "Fråga först. Uppgifter från 2018."),
        # What stands for a part of the facts says nothing of the rest, unless it tells what the place is.
        (_record(_OLD, _OWN_2024 | {"galler": ["anordnare"]}), "fraga", "Fråga först. Uppgifter från 2012."),
        (_record(_OLD, _OWN_2024 | {"galler": ["sammanfattning", "tider"]}), "kalla", "Från deras egen sida 2024."),
        (_confirmed("2025-01-01"), "fraga", "Fråga först. Bekräftades senast den 1 januari 2025."),
        (_confirmed("2025-01-01", _OWN_2024), "kalla", "Från deras egen sida 2024."),
        # Nobody can go there: nobody is told to ask.
        (_record(_OLD, status="avslutad"), "forr", "Uppgifter från 2012."),
        (_record(_OWN_2024, forebild=True), "forr", "Uppgifter från 2024."),
    ],
)
def test_a_record_stands_on_a_step_and_says_why(record: Record, step: str, card: str) -> None:
    trust = derive_trust(record, IDAG)
    assert (trust.step, say_trust(trust).card_text) == (step, card)


@pytest.mark.parametrize(
    ("day", "step", "text"),
    [
        ("2026-06-30", "bekraftat", "Uppgifterna bekräftades den 1 januari 2026 av Träffpunkten."),
        ("2026-07-01", "bekraftat",
         "Uppgifterna bekräftades den 1 januari 2026 av Träffpunkten. Det är dags att se över dem."),
        ("2027-01-01", "bekraftat",
         "Uppgifterna bekräftades den 1 januari 2026 av Träffpunkten. Det är dags att se över dem."),
        ("2027-01-02", "kalla", "Uppgifterna kan ha ändrats sedan dess."),
        ("2029-12-31", "kalla", "Uppgifterna kan ha ändrats sedan dess."),
        ("2030-01-01", "fraga",
         "Uppgifterna bekräftades den 1 januari 2026 av Träffpunkten. De kan ha ändrats sedan dess."),
    ],
)  # fmt: skip
def test_it_falls_by_the_day(day: str, step: str, text: str) -> None:
    said = say_trust(derive_trust(_confirmed("2026-01-01", _OWN_2024), day))
    assert (said.step, said.text) == (step, text)


def test_the_days_of_its_falls_are_known() -> None:
    def falls(record: Record) -> list[tuple[str, str, str | None]]:
        return [(change.date, change.before, change.after) for change in trust_changes(record)]

    assert falls(_confirmed("2026-01-01", _OWN_2024)) == [
        ("2027-01-02", "bekraftat", "kalla"), ("2030-01-01", "kalla", "fraga"),
    ]  # fmt: skip
    assert falls(_confirmed("2026-01-01", _OWN_2024 | {"ar": 2020})) == [("2027-01-02", "bekraftat", "fraga")]
    assert falls(_record(_CITY_2024)) == [("2030-01-01", "kalla", "fraga")]
    assert falls(_record(_PRESS_2025)) == falls(_record(_OWN_2024, status="avslutad")) == []
