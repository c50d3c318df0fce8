"""The schema is data too: whatever stands in schema/ is read, or told in words at its line; nothing raises."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog.derive.derived import Derived
from katalog.derive.facets import DERIVED
from katalog.derive.vocabulary import read_vocabularies
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue
from katalog.record.problem import Problem, has_errors
from katalog.record.schema import Schema, load_schema
from katalog.record.schema_files import NEEDED, BrokenSchemaError
from katalog.record.schema_notes import DERIVED_FACETS
from katalog.record.schema_sense import check_schema
from tests.project import Project
from tests.sample import some
from tests.support import GOOD, IDAG, SCHEMA_FOLDER, lay

AREAS, DAYS, RECORD = "vokabular/omrade.json", "vokabular/dag.json", "verksamhet.schema.json"
CONDITIONS = "villkor.json"
Change = Callable[[Any], object]


def _told(folder: Path) -> tuple[Problem, ...]:
    """What `katalog validate` would tell of the schema in `folder`."""
    try:
        return check_schema(load_schema(folder))
    except BrokenSchemaError as error:
        return error.problems


def _change(folder: Path, file: str, change: Change) -> Path:
    shutil.copytree(SCHEMA_FOLDER, folder / "schema")
    path = folder / "schema" / file
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")
    return folder / "schema"


def _write(folder: Path, file: str, raw: bytes) -> Path:
    shutil.copytree(SCHEMA_FOLDER, folder / "schema")
    (folder / "schema" / file).write_bytes(raw)
    return folder / "schema"


def _field(name: str) -> Callable[[Any], Any]:
    return lambda document: document["properties"][name]


def _new_area(document: Any) -> None:
    document["oneOf"].append({"const": "lidingo", "title": "Lidingö", "description": "En ö."})


# file, change, the line's text, words of the message
CHANGES: dict[str, tuple[str, Change, str, str]] = {
    "nytt område": (AREAS, _new_area, "{", "x-slag saknas."),
    "stadsdel utan karta": (AREAS, lambda d: d["oneOf"][0].pop("x-karta"), "{", "x-karta saknas."),
    "dag utan dagar": (DAYS, lambda d: d["oneOf"][0].pop("x-dagar"), "{", "x-dagar saknas."),
    "grupp": (RECORD, lambda d: _field("namn")(d).update({"x-grupp": "huur"}), '"x-grupp": "huur"', "huur finns inte."),
    "utan grupp": (RECORD, lambda d: _field("namn")(d).pop("x-grupp"), '"namn": {', "x-grupp saknas."),
    "utan grupper": (RECORD, lambda d: d.pop("x-grupper"), "{", "x-grupper saknas."),
    "facett": (RECORD, lambda d: _field("sprak")(d)["x-facett"].update(slag="varde"), '"x-facett"', "Slaget varde"),
    "facett på text": (
        RECORD,
        lambda d: _field("namn")(d).update({"x-facett": {"slag": "lista", "grupp": "alla"}}),
        '"x-facett"',
        "Slaget lista passar inte fältet. Det är till för en lista med ord ur en vokabulär.",
    ),
    "nyckel": (RECORD, lambda d: _field("ingang")(d)["x-facett"].update(nyckel="vagg"), '"x-facett"', "rader där"),
    "veckodag": (RECORD, lambda d: _field("tider")(d)["x-facett"]["flera"].update(helg=["sondag"]), '"helg"', "helg"),
    "rad på kort": (RECORD, lambda d: d["x-kort"].update(alder={"etikett": "När", "slag": "tider"}), '"alder"',
                    "Slaget tider passar inte fältet. Det är till för fält med dag, fran, till, vad."),
    "vecka utan en dag": (DAYS, lambda d: d["oneOf"][0].update({"x-dagar": ["tisdag"]}), '"oneOf"', "sju dagar"),
    "okänd dag": (DAYS, lambda d: d["oneOf"][-1]["x-dagar"].append("helgdag"), '"helgdag"', "helgdag är inget värde"),
    "spann": (RECORD, lambda d: _field("alder")(d)["properties"].pop("fran"), '"x-facett"', "fran och till"),
    "belopp": (
        RECORD,
        lambda d: _field("kostnad_for_dig")(d)["x-facett"].update(nyckel="vad"),
        '"x-facett"',
        "rader där nyckel är ett tal",
    ),
    "vad värdet kan vara": (AREAS, lambda d: d["oneOf"][-1].update({"x-kan-vara": ["by"]}), '"by"', "by är varken"),
    "villkor om fält": (CONDITIONS, lambda d: d["villkor"][0].update(val={"ort": ["x"]}), '"ort"', "inte att välja"),
    "villkor om värde": (CONDITIONS, lambda d: d["villkor"][0].update(val={"tider": ["mansdag"]}), '"mansdag"',
                         "mansdag är inget värde i fältet tider."),
    "villkor utan val": (CONDITIONS, lambda d: d["villkor"][0].pop("val"), "{", "är skrivet på fel sätt"),
    "villkor utan ord": (CONDITIONS, lambda d: d["villkor"][0].pop("sager"), "{", "sager saknas här."),
    "ordning": (RECORD, lambda d: d["x-facetter"].append("tidd"), '"tidd"', "Menade du tid?"),
    "okänt fält": (RECORD, lambda d: d["properties"].update(ny=_field("namn")(d)), '"ny"', "Programmet känner inte"),
    "borttaget fält": (RECORD, lambda d: d["properties"].pop("pris"), '"properties"', "Fältet pris saknas i mallen"),
    "krav": (RECORD, lambda d: d["required"].append("nanm"), '"required"', "nanm ska finnas i varje post"),
    "utan titel": (RECORD, lambda d: _field("alder")(d).pop("title"), '"alder": {', "title saknas här."),
    "tom förklaring": (RECORD, lambda d: _field("pris")(d).update(description=" "), '"description": " "', "är skrivet"),
    "utan slag": (RECORD, lambda d: _field("alder")(d).pop("type"), '"alder": {', "type saknas här."),
    "fel slag": (RECORD, lambda d: _field("alder")(d).update(type="tal"), '"type": "tal"', "type är skrivet"),
    "längd som text": (RECORD, lambda d: _field("namn")(d).update(maxLength="100"), '"maxLength"', "ett heltal"),
    "mönster": (RECORD, lambda d: _field("del_av")(d).update(pattern="[a-"), '"pattern"', "Mönstret går inte att läsa"),
    "hänvisning": (RECORD, lambda d: _field("status")(d).update({"$ref": "stat.json"}), '"$ref"', "finns inte"),
    "samma värde": (AREAS, lambda d: d["oneOf"].append(d["oneOf"][0]), "{", "bromma står två gånger."),
    "värde utan titel": (AREAS, lambda d: d["oneOf"][0].pop("title"), "{", "title saknas här."),
    "värdets form": (AREAS, lambda d: d["oneOf"][0].update(const="Bromma"), '"const": "Bromma"', "const är skrivet"),
    "felstavat ord": (AREAS, lambda d: d["oneOf"][0].update({"x-kartaa": [1, 1]}), '"x-kartaa"', "Menade du x-karta?"),
    "kontorsord": ("ordval.json", lambda d: d["ord"][0].pop("skriv"), "{", "skriv saknas här."),
    "vikter": ("sokord.json", lambda d: d["vikter"].pop("delar"), '"vikter"', "delar saknas här."),
    "fel vikt": ("sokord.json", lambda d: d["vikter"]["delar"].update(namn="1"), '"namn": "1"', "ett tal."),
    "behov": ("sokord.json", lambda d: d["fraser"][0].update(bra=["malgrupp/x"]), '"malgrupp/x"', "malgrupp/x finns"),
    "snäv grupp": ("sokord.json", lambda d: d["snavt"]["for"].append("malgrupp/x"), '"malgrupp/x"', "malgrupp/x finns"),
    "närstående": ("sokord.json", lambda d: d["narstaende"].update(nara="x"), '"nara"', "x är ingen grupp i kris.json"),
    "ljud": ("sokord.json", lambda d: d["ljud"].pop("byten"), '"ljud"', "byten saknas här."),
    "namnlista": ("persondata.json", lambda d: d.pop("fornamn"), "{", "fornamn saknas här."),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_fault_in_the_schema_is_told_at_its_line(name: str, tmp_path: Path) -> None:
    file, change, line, told = CHANGES[name]
    folder = _change(tmp_path, file, change)
    problems = [problem for problem in _told(folder) if told in problem.message]
    assert problems, _told(folder)
    text = (folder / file).read_text(encoding="utf-8").splitlines()
    assert problems[0].path == (folder / file).as_posix()
    assert text[problems[0].line - 1].strip().startswith(line)


@pytest.mark.parametrize(
    ("raw", "line", "column", "told"),
    [
        (b'{\n  "title": "A"\n  "type": "string"\n}\n', 3, 3, "går inte att läsa som JSON"),
        (b"", 1, 1, "går inte att läsa som JSON"),
        (b'{"title": "\xe5"}', 1, 1, "UTF-8"),
        (b'\xef\xbb\xbf{"title": "A"}', 1, 1, "går inte att läsa som JSON"),
        (b"[1]", 1, 1, "ska vara ett objekt"),
        (b"[" * 100_000, 1, 1, "går inte att läsa som JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", 1, 1, "går inte att läsa som JSON"),
        (b'{"title": "A",\n "title": "B", "description": "C.", "type": "string", "oneOf": []}', 1, 2, "title står två"),
        (b'{"title": "A", "description": "B.", "type": "string",\n "$ref": "omrade.json"}', 1, 1, "leder runt"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_with_its_place(
    raw: bytes, line: int, column: int, told: str, tmp_path: Path
) -> None:
    problems = [problem for problem in _told(_write(tmp_path, AREAS, raw)) if problem.path.endswith(AREAS)]
    assert (line, column) in [(problem.line, problem.column) for problem in problems]
    assert told in " ".join(problem.message for problem in problems)


@pytest.mark.parametrize("name", NEEDED)
def test_a_file_that_is_gone_is_named(name: str, tmp_path: Path) -> None:
    shutil.copytree(SCHEMA_FOLDER, tmp_path / "schema")
    (tmp_path / "schema" / name).unlink()
    assert any("Filen saknas." in p.message and p.path.endswith(name) for p in _told(tmp_path / "schema"))


def test_the_schema_itself_is_right(schema: Schema) -> None:
    assert check_schema(schema) == ()


def test_the_facets_that_follow_are_those_of_derive(schema: Schema) -> None:
    derived = Derived(catalogue=Catalogue(records=()), idag=IDAG)
    assert {make(derived, read_vocabularies(schema)).id for make in DERIVED} == set(DERIVED_FACETS)


def test_validate_build_and_the_other_commands_tell_a_broken_schema_in_words(project: Project) -> None:
    path = project.folder / "schema" / AREAS
    path.write_text('{\n  "title": "A",\n  "oneOf" []\n}', encoding="utf-8")
    told = f"schema/{AREAS}:3:11: fel mall-fil: Filen går inte att läsa som JSON här."
    for words in (("validate",), ("build",), ("serve",), ("stale",), ("format",), ("close", "kafeet")):
        ran = project.run(*words)
        assert ran.code == 1, words
        assert told in ran.out, words
    found = json.loads(project.run("validate", "--format", "json").out)
    assert [problem["code"] for problem in found["problem"]] == ["mall-fil"]


def test_validate_and_serve_tell_a_schema_that_does_not_fit_together(project: Project) -> None:
    path = project.folder / "schema" / RECORD
    path.write_text(
        path.read_text(encoding="utf-8").replace('"x-grupp": "hur"', '"x-grupp": "huur"', 1), encoding="utf-8"
    )
    for words in (("validate",), ("build",), ("serve",)):
        ran = project.run(*words)
        assert (ran.code, "fel anteckning: x-grupp: huur finns inte. Menade du hur?" in ran.out) == (1, True), words


def _places(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        yield (*path, key)
        yield from _places(node[key], (*path, key))


@pytest.mark.parametrize("seed", some(range(100), 2))
def test_whatever_is_taken_away_or_changed_nothing_raises(seed: int, tmp_path: Path) -> None:
    """What is not told can be used: records are checked and labels read with it."""
    pick = random.Random(seed)  # noqa: S311  # the same every time
    file = pick.choice([RECORD, RECORD, AREAS, DAYS, "vokabular/tillganglighet.json", "text/rad.json", *NEEDED[1:]])

    def change(document: Any) -> None:
        *around, last = pick.choice(list(_places(document)))
        for step in around:
            document = document[step]
        if pick.random() < 0.5:
            del document[last]
        else:
            document[last] = pick.choice([None, 7, -1, "x", "", [], {}, ["x"], {"x": 1}, True])

    folder = _change(tmp_path, file, change)
    problems = _told(folder)
    assert all(problem.message.endswith((".", "?")) and problem.message.isprintable() for problem in problems)
    if not problems:
        schema = load_schema(folder)
        checked = check_catalogue(lay(tmp_path, {"farsta/fall.yml": GOOD}), schema, IDAG)
        assert isinstance(has_errors(list(checked.problems)), bool)
        assert read_vocabularies(schema).groups
