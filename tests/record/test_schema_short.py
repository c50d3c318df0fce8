"""The form's first step (`x-viktigast`) asks for what there is, and for all that must be there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from katalog.record.schema import load_schema
from katalog.record.schema_sense import check_schema
from katalog.record.schema_short import STEP, first_step_faults
from tests.support import SCHEMA_FOLDER

Change = Callable[[dict[str, Any]], object]


def _without_source(step: dict[str, Any]) -> None:
    step["fragor"] = [question for question in step["fragor"] if question["falt"] != "kallor"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda step: step["fragor"].append({"falt": "namm"}), "Fältet namm finns inte i mallen."),
        (lambda step: step["fragor"].append({"falt": "kontakt", "del": "fax"}), "fax är ingen del av fältet kontakt."),
        (
            lambda step: step["fragor"].append(
                {"falt": "kallor", "delar": ["webb", "sida"], "titel": "Källa", "text": "Var."}
            ),
            "sida är ingen del av fältet kallor.",
        ),
        (lambda step: step["nytt"].update({"statuss": "okand"}), "Fältet statuss finns inte i mallen."),
        (lambda step: step["nytt"].clear(), "Fältet status måste finnas i varje post"),
        (_without_source, "Fältet kallor måste finnas i varje post"),
    ],
)
def test_a_mistake_is_told(change: Change, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "schema"
    shutil.copytree(SCHEMA_FOLDER, folder)
    path = folder / "verksamhet.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    change(schema[STEP])
    path.write_text(json.dumps(schema, ensure_ascii=False, indent=2), encoding="utf-8")
    problems = check_schema(load_schema(folder))
    assert len(problems) == 1, problems
    assert problems[0].message.startswith(told)
    assert problems[0].code == "mall-falt"


def test_the_step_of_ours_is_right() -> None:
    assert list(first_step_faults(load_schema(SCHEMA_FOLDER))) == []
