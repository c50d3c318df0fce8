"""The pages of needs: who meets one by its source, and who only lies near, recounted from the files themselves."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml

from katalog.derive.choices import is_told_as_past
from katalog.record.model import Catalogue
from tests.built.document import Document, text_of
from tests.support import CATALOGUE, SCHEMA_FOLDER

Data = dict[str, Any]
NEEDS = json.loads((SCHEMA_FOLDER / "vokabular" / "behov.json").read_text(encoding="utf-8"))["oneOf"]


@pytest.fixture(scope="module")
def open_records(catalogue: Catalogue) -> dict[str, Data]:
    """What a reader can choose and is there still, as it is written: only what was is known by the program's code."""
    read = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in CATALOGUE.glob("*/*.yml")}
    shut = ("forebild", "for_vem")
    chosen = {id_: data for id_, data in read.items() if data["status"] != "avslutad" and not any(map(data.get, shut))}
    return {id_: data for id_, data in chosen.items() if not is_told_as_past(catalogue.by_id[id_])}


def _says(data: Data, field: str, wanted: list[str]) -> bool:
    told = data.get(field, [])
    # YAML 1.1 reads ja as text and the project's files say ja and nej as they stand.
    held = [key for key, answer in told.items() if answer == "ja"] if isinstance(told, dict) else told
    return any(value in wanted for value in held)


def _meets(need: Data, records: dict[str, Data]) -> set[str]:
    return {id_ for id_, data in records.items() if need["const"] in data.get("moter_behov", [])}


def _near(need: Data, records: dict[str, Data]) -> set[str]:
    ways: list[list[Data]] = need["x-nara"]
    return {
        id_
        for id_, data in records.items()
        if any(all(_says(data, one["falt"], one["varden"]) for one in way) for way in ways)
    } - _meets(need, records)


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: str(need["const"]))
def test_a_need_tells_who_meets_it_and_who_lies_near(
    need: Data, documents: dict[str, Document], open_records: dict[str, Data], catalogue: Catalogue
) -> None:
    page = documents[f"behov/{need['const']}/index.html"]
    near = next((node for node in page.elements("section") if node.get("aria-labelledby") == "nara"), None)
    shown = [] if near is None else [_id_of(card) for card in near.iter("h3")]
    assert sorted(shown) == sorted(_near(need, open_records))
    text = text_of(page.main)
    meeting = _meets(need, open_records)
    assert ("möter behovet, enligt sin källa" in text) == bool(meeting)
    assert ("Ingen verksamhet i katalogen säger att den möter behovet." in text) == bool(shown and not meeting)
    assert ("ingenting som ligger nära" in text) == (not meeting and not shown)
    assert "uppger att de möter" not in text
    assert {*meeting, *shown} <= set(catalogue.by_id)


def _id_of(heading: Any) -> str:
    return str(re.search(r"verksamhet/([^/]+)/", next(heading.iter("a")).get("href")).group(1))  # type: ignore[union-attr]


def test_the_index_has_both_counts(documents: dict[str, Document], open_records: dict[str, Data]) -> None:
    page = documents["behov/index.html"]
    told = [text_of(node) for node in page.with_class("antal-nara")]
    assert told == [
        f"{len(_meets(need, open_records))} möter behovet, {len(_near(need, open_records))} ligger nära."
        for need in NEEDS
    ]


def test_some_are_met_some_lie_near_and_some_have_nothing(open_records: dict[str, Data]) -> None:
    assert any(_meets(need, open_records) for need in NEEDS)
    assert any(_near(need, open_records) for need in NEEDS)
    assert any(not _meets(need, open_records) and not _near(need, open_records) for need in NEEDS)
