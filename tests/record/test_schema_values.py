"""What the values of vocabularies say of contacts, laws, parts and needs: each mistake is told at its line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from katalog.record.schema import load_schema
from katalog.record.schema_sense import check_schema
from tests.support import SCHEMA_FOLDER

SOURCE = "https://exempel.se/kontakt"
NEAR = [{"falt": "insatstyp", "varden": ["arbetsprovning"]}]
Change = Callable[[dict[str, Any]], object]


def _contact(**parts: Any) -> Change:
    return lambda value: value.update({"x-kontakt": parts})


@pytest.mark.parametrize(
    ("file", "change", "line", "told"),
    [
        ("omrade", _contact(telefon="08-465 004 00"), '"x-kontakt"', "kalla saknas"),
        ("omrade", _contact(kalla=SOURCE), '"x-kontakt"', "har fel innehåll"),
        ("omrade", _contact(telefon="ring oss", kalla=SOURCE), '"ring oss"', "har fel innehåll"),
        ("omrade", _contact(epost="exempel.se", kalla=SOURCE), '"exempel.se"', "har fel innehåll"),
        ("omrade", _contact(webb="exempel.se", kalla=SOURCE), '"exempel.se"', "har fel innehåll"),
        ("kommun", _contact(telefon="08-465 004 00", kalla=SOURCE, ar=1800), "1800", "har fel innehåll"),
        ("kommun", _contact(telefon="08-465 004 00", kalla=SOURCE, namn="Växeln"), '"namn"', "finns inte"),
        ("insatstyp", lambda value: value.update({"x-komponent": ["helsa"]}), '"helsa"', "Menade du halsa?"),
        ("insatstyp", lambda value: value.update({"x-lag-hos": ["komun"]}), '"komun"', "Menade du kommun?"),
        ("behov", lambda value: value.update({"x-nara": [[{"falt": "typ", "varden": ["osa"]}]]}), '"falt": "typ"',
         "Fältet typ finns inte"),
        ("behov", lambda value: value.update({"x-nara": [[{"falt": "insatstyp", "varden": ["oza"]}]]}), '"oza"',
         "oza är inget värde i fältet insatstyp"),
        ("behov", lambda value: value.update({"x-nara": [NEAR[0]]}), "{", "har fel innehåll"),
        ("behov", lambda value: value.update({"x-nara": []}), '"x-nara"', "har fel innehåll"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_value_is_told_at_its_line(
    file: str, change: Change, line: str, told: str, tmp_path: Path
) -> None:
    folder = _changed(tmp_path, f"vokabular/{file}.json", change)
    problems = check_schema(load_schema(folder))
    assert len(problems) == 1, problems
    written = (folder / "vokabular" / f"{file}.json").read_text(encoding="utf-8").splitlines()
    assert line in written[problems[0].line - 1]
    assert told in problems[0].message


def _changed(folder: Path, name: str, change: Change) -> Path:
    """A copy of the schema folder with the first value of one vocabulary changed."""
    for path in SCHEMA_FOLDER.rglob("*.json"):
        target = folder / "schema" / path.relative_to(SCHEMA_FOLDER)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    file = folder / "schema" / name
    document = json.loads(file.read_text(encoding="utf-8"))
    change(document["oneOf"][0])
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")
    return folder / "schema"
