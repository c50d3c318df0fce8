"""When a page in another language is read by one who speaks it: what must stand there, and what goes away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from katalog.derive.tongues import Tongue, Tongues
from katalog.pages.tongues import Filler, TonguePageError, finished, is_checked
from tests.support import IDAG, SCHEMA

ARABIC = Tongues(schema=SCHEMA).all["ar"]
WHO = "Tolk, Farsta stadsdelsförvaltning"
READ = {"granskad": date(2026, 12, 1), "granskad_av": WHO}
HTML = '<h1 id="x">حقوقك</h1>\n<p>(<em lang="sv">handläggare</em>)</p>'


@pytest.mark.parametrize(
    ("meta", "day", "checked"),
    [({}, "2026-12-01", False), (READ, None, False), (READ, "2026-12-01", True),
     ({**READ, "granskad": "2026-12-01"}, "2026-12-01", True), ({"granskad": None}, "2026-12-01", False)],
)  # fmt: skip
def test_page_and_frame_must_both_be_read(meta: dict[str, Any], day: str | None, checked: bool) -> None:
    tongue: Tongue = replace(ARABIC, checked=day)
    assert is_checked(meta, tongue, SCHEMA) is checked
    html = finished(HTML, tongue, is_checked=checked)
    assert ("ogranskad" in html, "Att granskas" in html) == (not checked, not checked)
    assert 'lang="sv" dir="ltr">handläggare' in html


@pytest.mark.parametrize(
    ("change", "told"),
    [({"granskad": "ja"}, "till exempel 2026-12-01"), ({"granskad": True}, "till exempel 2026-12-01"),
     ({"granskad_av": ""}, "granskad_av saknas"), ({"granskad_av": "Anna Lindqvist"}, "en persons namn")],
)  # fmt: skip
def test_what_cannot_be_used_is_told_with_a_cure(change: dict[str, Any], told: str) -> None:
    with pytest.raises(TonguePageError, match=told):
        is_checked({**READ, **change}, ARABIC, SCHEMA)


def test_a_place_that_nobody_fills_is_told() -> None:
    filler = Filler(schema=SCHEMA, idag=IDAG, tongue=ARABIC)
    assert filler.fill("[[telefon:forsakringskassan]]").startswith('<a href="tel:0771524524">')
    for place in ("[[krisen]]", "[[telefon:grannen]]", "[[telefon:handlaggaren]]"):
        with pytest.raises(TonguePageError, match="finns inte"):
            filler.fill(f"Ring {place}.")


def test_a_day_is_written_as_the_language_writes_it() -> None:
    said = {code: tongue.date("2026-11-06") for code, tongue in Tongues(schema=SCHEMA).all.items()}
    assert said["en"] == "6 November 2026"
    assert said["fi"] == "6. marraskuuta 2026"
    assert said["ar"] == "6 نوفمبر 2026"
