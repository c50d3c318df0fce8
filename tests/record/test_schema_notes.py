"""Every annotation of the schema is in the list of annotations, stands where it may and holds what it should."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from katalog.record.check import check_catalogue
from katalog.record.schema import Schema, load_schema
from katalog.record.schema_notes import check_annotations, read_annotations
from tests.support import GOOD, IDAG, SCHEMA_FOLDER, lay

RECORD = "verksamhet.schema.json"
Change = Callable[[dict[str, Any]], object]


def changed(folder: Path, change: Change, file: str = RECORD) -> Path:
    """A copy of the schema in `folder`, with one file changed."""
    shutil.copytree(SCHEMA_FOLDER, folder / "schema")
    path = folder / "schema" / file
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")
    return folder / "schema"


def _field(name: str, **notes: object) -> Change:
    return lambda document: document["properties"][name].update({key.replace("_", "-"): v for key, v in notes.items()})


def _facet(**changes: object) -> Change:
    return lambda document: document["properties"]["sprak"]["x-facett"].update(changes)


def test_the_schema_is_as_its_list_says(schema: Schema) -> None:
    assert check_annotations(schema) == ()


def test_every_annotation_in_the_list_is_used_and_explained(schema: Schema) -> None:
    used = json.dumps([part for name, part in schema.documents.items() if name == RECORD or "/" in name])
    for note in read_annotations(schema).values():
        assert f'"{note.name}":' in used, note.name
        assert note.text.endswith("."), note.name


def _inside(document: dict[str, Any]) -> None:
    document["properties"]["plats"]["properties"]["ort"]["x-grupp"] = "var"


@pytest.mark.parametrize(
    ("change", "line", "told"),
    [
        (_field("sprak", x_facet={"slag": "lista"}), '"x-facet"', "Menade du x-facett?"),
        (_field("sprak", x_helt_annat=1), '"x-helt-annat"', "Ta bort ordet"),
        (_field("sprak", x_lag="SoL"), '"x-lag"', "x-lag kan inte stå här. Anteckningen hör till ett värde"),
        (_field("sprak", x_grupp="vadd"), '"x-grupp": "vadd"', "x-grupp: vadd finns inte. Menade du vad?"),
        (_field("sprak", x_sok="sprakk"), '"x-sok": "sprakk"', "x-sok: sprakk finns inte. Menade du sprak?"),
        (_field("sprak", x_forslag="poster"), '"x-forslag"', "x-forslag har fel innehåll."),
        (_facet(nummer=1), '"nummer"', "nummer finns inte."),
        (_facet(slag="grupper"), '"x-facett"', "x-facett: nyckel saknas."),
        (_facet(slag="listor"), '"listor"', "x-facett har fel innehåll."),
        (lambda document: document["properties"]["sprak"]["x-facett"].pop("annat"), '"x-facett"', "annat saknas."),
        (lambda document: document["properties"]["sprak"]["x-facett"].pop("fraga"), '"x-facett"', "fraga saknas."),
        (lambda document: document["properties"]["sprak"].pop("x-grupp"), '"sprak": {', "x-grupp saknas."),
        (lambda document: document["x-ordlista"].append("metoder"), '"metoder"', "Menade du metod?"),
        (lambda document: document["x-listor"]["omrade"].pop("mapp"), '"omrade": {', "x-listor: mapp saknas."),
        (lambda document: document["x-listor"].update(ny=document["x-listor"]["behov"]), '"ny"', "ny finns inte."),
        (lambda document: document["then"].update({"x-feel": "."}), '"x-feel"', "Menade du x-fel?"),
        (_inside, '"x-grupp"', "x-grupp kan inte stå här."),
        (lambda document: document.update({"x-grupp": "var"}), '"x-grupp"', "x-grupp kan inte stå här."),
    ],
)  # fmt: skip
def test_a_wrong_annotation_is_told_at_its_line(change: Change, line: str, told: str, tmp_path: Path) -> None:
    folder = changed(tmp_path, change)
    checked = check_catalogue(lay(tmp_path, {"farsta/fall.yml": GOOD}), load_schema(folder), IDAG, root=tmp_path)
    (problem,) = checked.problems
    assert (problem.path, problem.code) == (f"schema/{RECORD}", "anteckning")
    assert line in (folder / RECORD).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert told in problem.message
    assert checked.catalogue is None


@pytest.mark.parametrize("file", ["vokabular/omrade.json", "vokabular/tillganglighet.json"])
def test_vocabularies_are_looked_through_too(file: str, tmp_path: Path) -> None:
    def change(document: dict[str, Any]) -> None:
        held = document["oneOf"][0] if "oneOf" in document else document["properties"]["hiss"]
        held["x-alis"] = ["annat"]

    (problem,) = check_annotations(load_schema(changed(tmp_path, change, file)))
    line = (tmp_path / "schema" / file).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert problem.path.endswith(file)
    assert "x-alis" in line
    assert "Menade du x-alias?" in problem.message
