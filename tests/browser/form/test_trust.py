"""The browser's half of trust says what the site's does: for every record and case, on days when it has fallen too."""

from __future__ import annotations

import pytest

from katalog.derive.trust import derive_trust
from katalog.record.load import load_bytes
from katalog.record.model import make_record
from katalog.record.schema import Schema
from katalog.record.shape import Shape
from katalog.wording.trust import say_trust
from tests.browser.form.conftest import Engine
from tests.sample import some
from tests.support import CASES, CATALOGUE, IDAG

_DAYS = (IDAG, "2027-06-01", "2028-02-29", "2029-12-31", "2030-01-01", "2035-01-01")
_FIELDS = ("step", "label", "since", "text")
_CONFIRMED = {"senast_bekraftad": "2026-05-26", "bekraftad_av": "Träffpunkten"}


@pytest.mark.parametrize(
    "more", [{}, _CONFIRMED, {"status": "avslutad"}, {"forebild": True}], ids=lambda more: str([*more])
)
def test_the_script_says_what_the_site_says(more: dict[str, object], engine: Engine, schema: Schema) -> None:
    shape = Shape(schema)
    for path in [*some(sorted(CATALOGUE.rglob("*.yml")), 3), *sorted((CASES / "valid").glob("*.yml"))]:
        data = {**(load_bytes(path.read_bytes(), path.name).data or {}), **more}
        if not shape.accepts(data):
            continue
        record = make_record(path.stem, path.name, data)
        expected = [say_trust(derive_trust(record, day)) for day in _DAYS]
        found = engine.call("trust", data, _DAYS)
        assert found == [{name: getattr(one, name) for name in _FIELDS} for one in expected], path.stem
