"""schema/kris.json, orter.json and andra-sprak.json: what leads nowhere, or says a thing twice, is told at its line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from katalog.record.problem import Problem
from katalog.record.schema import load_schema
from katalog.record.schema_files import BrokenSchemaError
from katalog.record.schema_sense import check_schema
from tests.support import SCHEMA_FOLDER

CHANGES: dict[str, tuple[str, Callable[[Any], object], str]] = {
    "en linje utan källa": ("kris.json", lambda d: d["linjer"][3].pop("kallor"), "Linjen Bris saknar källa."),
    "en enda främmande källa": ("kris.json", lambda d: d["linjer"][1]["kallor"].pop(), "saknar källa"),
    "okänd linje": (
        "kris.json",
        lambda d: d["kort"][0]["linjer"].append("okand"),
        "finns inte. Rätta namnet, eller lägg till linjen",
    ),
    "okänt kort": ("kris.json", lambda d: d["tecken"][0].update(kort="okand"), "lägg till kortet"),
    "okänd grupp": ("kris.json", lambda d: d["tecken"][0]["foljd"].append("<okand>"), "finns inte i grupper"),
    "ett löst ord": ("kris.json", lambda d: d["tecken"].append({"kort": "egen", "foljd": ["dö"]}), "fel sätt"),
    "en dag som ingen dag är": ("kris.json", lambda d: d["linjer"][2].update(kontrollerad="ja"), "fel sätt"),
    "ett nummer med bokstäver": ("kris.json", lambda d: d["linjer"][2].update(nummer="ring"), "fel sätt"),
    "en ort som redan finns": (
        "orter.json",
        lambda d: d["orter"].append({"namn": "Alvik", "i": "omrade/bromma"}),
        "finns redan",
    ),
    "en okänd ort": ("orter.json", lambda d: d["grannar"].append(["Alvik", "Atlantis"]), "är inte känd"),
    "en okänd station": ("orter.json", lambda d: d["linjer"][0]["stationer"].append("Atlantis"), "är inte känd"),
    "ett okänt område": (
        "orter.json",
        lambda d: d["grannomraden"].append(["omrade/bromma", "omrade/x"]),
        "bland områden",
    ),
    "ett okänt språk": ("andra-sprak.json", lambda d: d["lases"][0].update(xx=["x"]), "lägg till språket"),
    "ett okänt begrepp": (
        "andra-sprak.json",
        lambda d: d["lases"][0].update(begrepp=["inriktning/x"]),
        "vokabulär/värde",
    ),
    "ett värdes okända språk": (
        "vokabular/inriktning.json",
        lambda d: d["oneOf"][0]["x-alias-sprak"].update(xx=["x"]),
        "x-alias-sprak: xx finns inte",
    ),
}


def _told(folder: Path) -> tuple[Problem, ...]:
    try:
        return check_schema(load_schema(folder))
    except BrokenSchemaError as error:
        return error.problems


@pytest.mark.parametrize("name", CHANGES)
def test_a_fault_is_told_in_its_file_with_a_cure(name: str, tmp_path: Path) -> None:
    file, change, told = CHANGES[name]
    shutil.copytree(SCHEMA_FOLDER, tmp_path / "schema")
    path = tmp_path / "schema" / file
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")
    found = [problem for problem in _told(tmp_path / "schema") if told in problem.message]
    assert found, _told(tmp_path / "schema")
    assert found[0].path == path.as_posix()
    assert found[0].line > 1
