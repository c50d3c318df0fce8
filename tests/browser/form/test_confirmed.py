"""Confirming and closing in the browser change what the commands change."""

from __future__ import annotations

import json
from typing import Any

import pytest

from katalog.browser.confirm import CONFIRM
from katalog.edit.changes import close_record, confirm_record
from katalog.record.load import load_bytes
from katalog.record.schema import Schema
from tests.browser.form.conftest import Engine
from tests.support import GOOD

_RUN = """async ([name, values]) => {
  const made = await import("/assets/js/record/confirmed.js");
  return made[name](...values);
}"""
_RESTING = GOOD.replace("okand", "vilande")
_BEFORE = GOOD.replace("okand", "aktiv") + "uppgifter_fran: 2020\nsenast_bekraftad: 2024-01-01\nbekraftad_av: Träffen\n"


def _data(raw: bytes) -> Any:
    return json.loads(json.dumps(load_bytes(raw, "").data))


@pytest.mark.parametrize("text", [GOOD, _RESTING, _BEFORE])
def test_the_same_fields_change(text: str, engine: Engine, schema: Schema) -> None:
    raw = text.encode()
    confirmed = _data(confirm_record(raw, schema, av="Farsta", datum="2026-11-22"))
    assert engine.page.evaluate(_RUN, ["confirmed", [_data(raw), "2026-11-22", "Farsta", CONFIRM]]) == confirmed
    for instead in (None, "kafeet"):
        closed = _data(close_record(raw, schema, ersatt_av=instead))
        assert engine.page.evaluate(_RUN, ["closed", [_data(raw), instead or "", CONFIRM]]) == closed


_SINCE = """async (texts) => {
  const { readSince } = await import("/assets/js/form/closing.js");
  const months = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december"];
  return texts.map((text) => readSince(text, months));
}"""


def test_since_when_is_read_as_people_write_it(engine: Engine) -> None:
    told = {
        "2026": "2026", "2026-09": "2026-09", "2026-9": "2026-09", "september 2026": "2026-09", "Sept. 2026": "2026-09",
        "2026-09-14": "2026-09-14", "14 september 2026": "2026-09-14", "2024-02-29": "2024-02-29",
        "2026-02-29": "", "2026-13": "", "i höstas": "", "26-09": "", "2026-09-14-1": "", "32 maj 2026": "",
    }  # fmt: skip
    assert dict(zip(told, engine.page.evaluate(_SINCE, list(told)), strict=True)) == told
