"""schema/hitta-ratt.json, pengar.json, priser.json, blanketter.json, sprak-sidor.json and `x-passar`: what leads
nowhere, is lacking or is said twice is told at its line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from katalog.record.problem import Problem
from katalog.record.schema import load_schema
from katalog.record.schema_files import BLANKS, GUIDE, MONEY, PRICES, TONGUE_PAGES, BrokenSchemaError
from katalog.record.schema_sense import check_schema
from tests.support import SCHEMA_FOLDER

TYPES, WAYS, RECORD = "vokabular/insatstyp.json", "vokabular/tillganglighet.json", "verksamhet.schema.json"


def _first(document: Any) -> Any:
    return document["oneOf"][0]


def _fact(document: Any) -> Any:
    return document["ersattningar"][0]["uppgifter"][0]


def _line(document: Any) -> Any:
    return document["blanketter"][0]["delar"][0]["rader"][0]


def _arabic(document: Any) -> Any:
    return document["sprak"]["ar"]


CHANGES: dict[str, tuple[str, Callable[[Any], object], str]] = {
    "en okänd fråga": (TYPES, lambda d: _first(d)["x-passar"].update(orkk=["lite"]), "x-passar: orkk finns inte."),
    "ett okänt svar": (TYPES, lambda d: _first(d)["x-passar"].update(ork=["litet"]), "litet är inget svar på frågan"),
    "ett svar på en annan fråga": (TYPES, lambda d: _first(d)["x-passar"].update(ork=["dit"]), "dit är inget svar"),
    "inga svar": (TYPES, lambda d: _first(d)["x-passar"].update(ork=[]), "x-passar har fel innehåll."),
    "en text i stället för svar": (TYPES, lambda d: _first(d)["x-passar"].update(ork="lite"), "har fel innehåll."),
    "ett okänt svar på en del": (
        WAYS,
        lambda d: d["properties"]["liten-grupp"].update({"x-passar": {"sallskap": ["fa"]}}),
        "fa är inget svar på frågan sallskap",
    ),
    "ett okänt svar på ett fälts del": (
        RECORD,
        lambda d: d["properties"]["kontakt"]["properties"]["epost"].update({"x-passar": {"vag": ["ring"]}}),
        "ring är inget svar på frågan vag",
    ),
    "på ett helt fält": (RECORD, lambda d: d["properties"]["namn"].update({"x-passar": {"vag": ["dit"]}}), "kan inte"),
    "fyra svar": (GUIDE, lambda d: d["fragor"][0]["val"].append(d["fragor"][0]["val"][0]), "val är skrivet på fel"),
    "två svar": (GUIDE, lambda d: d["fragor"][0]["val"].pop(), "val är skrivet på fel sätt"),
    "samma svar på två frågor": (GUIDE, lambda d: d["fragor"][1]["val"][0].update(id="lite"), "lite står två gånger"),
    "samma fråga": (GUIDE, lambda d: d["fragor"][1].update(id="ork"), "ork står två gånger."),
    "ett svar som bryter adressen": (GUIDE, lambda d: d["fragor"][0]["val"][0].update(id="li-te"), "fel sätt: li-te"),
    "ett svar med en annan sidas adress": (GUIDE, lambda d: d["fragor"][0]["val"][0].update(id="ingen"), "sätt: ingen"),
    "tre frågor": (GUIDE, lambda d: d["fragor"].pop(), "fragor är skrivet på fel sätt"),
    "inget att fråga": (GUIDE, lambda d: d["fragor"][0]["val"][0].pop("fraga"), "fraga saknas här."),
    "ett okänt fält": (GUIDE, lambda d: d["fragor"][0]["av_typ"].append("typ"), "Fältet typ finns inte i mallen"),
    "antas om ett fält utan val": (GUIDE, lambda d: d["antas"]["val"].update(namn=["x"]), "namn går inte att välja"),
    "antas om ett okänt värde": (GUIDE, lambda d: d["antas"]["val"]["alder"].append("5-7"), "5-7 är inget värde"),
    "utom ett okänt värde": (GUIDE, lambda d: d["utom"]["omrade"].append("mars"), "mars är inget värde"),
    "stadsdelens fråga": (GUIDE, lambda d: d.update(stadsdel_efter="var"), "Frågan var finns inte i fragor."),
    "ett pris utan källa": (PRICES, lambda d: d["tabeller"][0].pop("kalla"), "kalla saknas här."),
    "ett pris av okänd typ": (PRICES, lambda d: d["tabeller"][1].update(typ="hopp"), "hopp är inget värde"),
    "för få belopp": (PRICES, lambda d: d["tabeller"][0]["rader"][0]["belopp"].pop(), "inte ett belopp"),
    "ett pris som text": (PRICES, lambda d: d["tabeller"][0]["rader"][0].update(belopp=["20", 1]), "ett heltal"),
    "samma blankett": (BLANKS, lambda d: d["blanketter"].append(d["blanketter"][0]), "checklista står två gånger."),
    "en rad av okänt slag": (BLANKS, lambda d: _line(d).update(slag="ruta"), "är skrivet på fel sätt"),
    "en blankett utan källa": (BLANKS, lambda d: d["blanketter"][0].update(kallor=[]), "kallor är skrivet på fel sätt"),
    "en uppgift utan källa": (MONEY, lambda d: _fact(d).pop("kalla"), "kalla saknas här."),
    "en källa utan år": (MONEY, lambda d: _fact(d)["kalla"].pop("ar"), "ar saknas här."),
    "ett år som text": (MONEY, lambda d: _fact(d)["kalla"].update(ar="2022"), "ar ska vara null eller ett heltal"),
    "en okänd som svarar": (MONEY, lambda d: d["ersattningar"][0].update(svarar="grannen"), "grannen finns inte"),
    "ett nummer utan källa": (MONEY, lambda d: d["svarare"][0].pop("kalla"), "har ett nummer utan källa."),
    "samma ersättning": (MONEY, lambda d: d["ersattningar"].append(d["ersattningar"][0]), "står två gånger."),
    "en text som saknas": (TONGUE_PAGES, lambda d: _arabic(d)["ram"].pop("hoppa"), "hoppa saknas här."),
    "en text som ingen läser": (TONGUE_PAGES, lambda d: _arabic(d)["ram"].update(x="x"), "är skrivet på fel sätt"),
    "en dag utan plats": (TONGUE_PAGES, lambda d: _arabic(d)["ram"].update(byggd="x"), "byggd ska ha {datum}"),
    "en sida utan namn": (TONGUE_PAGES, lambda d: _arabic(d)["meny"].pop("om"), "Skriv det på arabiska."),
    "en linje utan ord": (TONGUE_PAGES, lambda d: _arabic(d)["linjer"].pop("bris"), "bris saknas här."),
    "en okänd linje": (TONGUE_PAGES, lambda d: _arabic(d)["linjer"].update(xx="x"), "xx finns inte i kris.json."),
    "en tredje riktning": (TONGUE_PAGES, lambda d: _arabic(d).update(riktning="upp"), "är skrivet på fel sätt"),
    "en dag som ingen dag är": (TONGUE_PAGES, lambda d: _arabic(d).update(granskad="ja"), "är skrivet på fel sätt"),
    "samma sida": (TONGUE_PAGES, lambda d: d["sidor"].append(d["sidor"][0]), "start står två gånger."),
    "ett okänt ord": (MONEY, lambda d: _fact(d).update(belopp=1), "är skrivet på fel sätt"),
}  # fmt: skip


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
