"""What is told as something that was says so with its year, and never that it has closed."""

from __future__ import annotations

from typing import Any

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue
from katalog.wording.easy import easy_text
from katalog.wording.past import past_text
from katalog.wording.reach import reach_of
from katalog.wording.view import View
from katalog.wording.week import week_of
from tests.derive.test_hours import record_of
from tests.support import IDAG

_WAS = {"sammanfattning": "Här kunde du sy och snickra.", "uppgifter_fran": 2012}


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "Så var det 2012. Vi vet inte om det finns i dag."),
        ({"uppgifter_fran": None}, "Så var det förr, enligt källan. Vi vet inte om det finns i dag."),
        ({"senast_bekraftad": "2026-11-01"}, ""),
        ({"sammanfattning": "Sy och snickra."}, ""),
        ({"status": "avslutad"}, ""),
        ({"forebild": True}, ""),
    ],
)
def test_what_was_names_its_year_and_no_end(more: dict[str, Any], told: str) -> None:
    assert past_text(record_of(**{**_WAS, **more})) == told


def test_its_times_are_no_week_and_its_easy_text_tells_what_was(words: Vocabularies) -> None:
    record = record_of(**_WAS, tider=[{"dag": "fredag", "fran": "09:00"}])
    view = View(derived=Derived(catalogue=Catalogue(records=(record,)), idag=IDAG), words=words)
    assert week_of(view, record) is None
    told = " ".join(line.plain for line in easy_text(view, record, reach_of(view, record)))
    assert told.startswith("Så var det 2012. Vi vet inte om det finns i dag. Det var ")
    assert "öppet" not in told
    assert "Det finns" not in told
