"""Every number of the statistics, recounted from the files in another way; none tells of one to four people."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from katalog.derive.outcomes import outcomes, tells_of_few
from katalog.record.model import make_record
from tests.built.document import Document, text_of
from tests.pages.conftest import Counted
from tests.pages.recount import TODAY, Data, choices, is_confirmed
from tests.support import SCHEMA

FEW = range(1, 5)
AGES = {"16-19": (16, 19), "20-29": (20, 29), "30-64": (30, 64), "65": (65, 120)}
NAMED = ("insatstyp", "inriktning", "malgrupp", "kommun", "tar_emot_fran", "sprak", "metod", "komponent", "passar_fas",
         "moter_behov", "status", "omrade", "kravs_diagnos")  # fmt: skip
PARTS = ("tider-dag", "ingang-vag", "ingang-galler_for", "ersattning-slag", "betalning-slag", "betalning-galler_for",
         "kallor-slag", "anordnare-driftsform")  # fmt: skip


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _part(data: Data, name: str) -> set[str]:
    field, part = name.split("-")
    groups = [one for one in _listed(data.get(field)) if isinstance(one, dict) and one.get("tolkad") != "true"]
    return {one[part] for one in groups if part in one}


def _free_places(data: Data) -> set[str]:
    told = data.get("platslage")
    return (
        {told["lage"]}
        if told and TODAY - datetime.date.fromisoformat(told["datum"]) <= datetime.timedelta(30)
        else set()
    )


def _whole_sources(data: Data) -> list[Data]:
    return [source for source in data["kallor"] if "sammanfattning" in source.get("galler", ["sammanfattning"])]


def _trust(data: Data) -> set[str]:
    good = [
        int(source["ar"])
        for source in _whole_sources(data)
        if source.get("slag") in ("egen", "myndighet") and "ar" in source
    ]
    return {"bekraftat" if is_confirmed(data) else "kalla" if good and max(good) + 5 >= TODAY.year else "fraga"}


def _year(data: Data) -> set[str]:
    years = [source["ar"] for source in _whole_sources(data) if "ar" in source] or _listed(data.get("uppgifter_fran"))
    said = data.get("senast_bekraftad", "")[:4] or max(years, default="")
    return {said} if said else set()


COUNTS: dict[str, Callable[[Data], set[str]]] = {
    **{name: lambda data, name=name: set(_listed(data.get(name))) for name in NAMED},  # type: ignore[misc]
    **{name: lambda data, name=name: _part(data, name) for name in PARTS},  # type: ignore[misc]
    "kontakt": lambda data: set(data.get("kontakt", {})),
    "platslage-lage": _free_places,
    "sakerhet": _trust,
    "uppgifternas-ar": _year,
}


def _tables(documents: dict[str, Document]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The id of each table, and its rows by theirs."""
    for name, page in documents.items():
        for table in page.elements("table") if name.startswith("statistik/") else ():
            if "data-tabell" in table.attrib:
                rows = [row for row in table.iter("tr") if "data-rad" in row.attrib]
                yield (
                    table.attrib["data-tabell"],
                    {row.attrib["data-rad"]: [text_of(cell) for cell in row.iter("td")] for row in rows},
                )


def test_every_table_is_recounted(counted: Counted) -> None:
    records, documents = counted
    open_ones = choices(records).values()
    tables = dict(_tables(documents))
    sums = {name for name in tables if name.endswith("-kronor")}
    assert tables.keys() == {*COUNTS, *sums, "alder", "tillganglighet"}
    for name, held in COUNTS.items():
        wanted = Counter[str]()
        confirmed = Counter[str]()
        for data in open_ones:
            values = held(data) or {""}
            wanted.update(values)
            confirmed.update(values if is_confirmed(data) else ())
        shown = {row: [int(number) for number in numbers] for row, numbers in tables[name].items()}
        assert {row: numbers for row, numbers in shown.items() if any(numbers)} == {
            row: [number, confirmed[row]] for row, number in wanted.items()
        }, name


def test_ages_are_recounted(counted: Counted) -> None:
    records, documents = counted
    for row, numbers in dict(_tables(documents))["alder"].items():
        low, high = AGES[row]
        told = Counter[str]()
        for data in choices(records).values():
            span = data.get("alder")
            let_in = (
                [int(span.get("fran", 0)) <= age <= int(span.get("till", 120)) for age in range(low, high + 1)]
                if span
                else []
            )
            told["unknown" if not let_in else "whole" if all(let_in) else "part" if any(let_in) else "none"] += 1
        assert [int(one) for one in numbers] == [told[kind] for kind in ("whole", "part", "none", "unknown")]


def test_what_nobody_says_of_access_is_unknown_and_never_no(counted: Counted) -> None:
    records, documents = counted
    rows = dict(_tables(documents))["tillganglighet"]
    assert rows.keys() == SCHEMA.fields["tillganglighet"]["properties"].keys()
    for name, numbers in rows.items():
        told = Counter(data.get("tillganglighet", {}).get(name, "okant") for data in choices(records).values())
        assert [int(one) for one in numbers] == [told["ja"], told["nej"], told["okant"]]


@pytest.mark.parametrize("field", ["pris", "ersattning", "kostnad_for_dig"])
def test_sums_stand_with_their_unit_and_year(field: str, counted: Counted) -> None:
    records, documents = counted
    found: dict[str, list[float]] = {}
    for data in choices(records).values():
        for one in _listed(data.get(field)):
            if isinstance(one, dict) and "belopp_kr" in one and one.get("tolkad") != "true":
                key = "-".join(one.get(part, "") for part in ("slag", "enhet", "ar"))
                found.setdefault(key, []).append(float(one["belopp_kr"]))
    shown = dict(_tables(documents)).get(f"{field}-kronor", {})
    assert {row: [float(one) for one in numbers] for row, numbers in shown.items()} == {
        key: [len(sums), min(sums), max(sums)] for key, sums in found.items()
    }


def test_how_many_records_of_each_kind(counted: Counted) -> None:
    records, documents = counted
    table = next(documents["statistik/index.html"].elements("table"))
    shown = [int(text_of(cell)) for cell in table.iter("td")]
    open_ones = choices(records).values()
    assert shown == [
        len(open_ones), sum(map(is_confirmed, open_ones)),
        sum(data["status"] == "avslutad" for data in records.values()),
        sum(data.get("forebild") == "true" for data in records.values()),
        sum(bool(data.get("for_vem")) for data in records.values()), len(records),
    ]  # fmt: skip


def test_a_chart_shows_the_numbers_of_its_table(counted: Counted) -> None:
    _, documents = counted
    for name, page in documents.items():
        for part in page.elements("section") if name.startswith("statistik/") else ():
            bars = [node for node in part.iter() if node.get("class") == "diagram-rad"]
            rows = [row for row in part.iter("tr") if "data-rad" in row.attrib]
            numbers = [[int(text_of(cell)) for cell in row.iter("td")] for row in rows] if bars else []
            told = [re.findall(r"\d+", text_of(list(bar)[-1])) for bar in bars]
            assert [int(one[0]) for one in told if len(one) < 3] == [
                row[0] for row in numbers if len(row) == 2 and row[0]
            ]
            widths = [
                sum(float(rect.get("width", 0)) for rect in bar.iter() if rect.tag.endswith("rect")) for bar in bars
            ]
            assert not widths or max(widths) == pytest.approx(100, abs=0.05)


def test_every_result_is_told_and_none_of_few(counted: Counted) -> None:
    records, documents = counted
    rows = [row for row in documents["statistik/resultat/index.html"].elements("tr") if "data-post" in row.attrib]
    results = [(id_, one) for id_, data in choices(records).items() for one in data.get("resultat", [])]
    assert Counter(row.attrib["data-post"] for row in rows) == Counter(id_ for id_, _ in results)
    shown = Counter((row.attrib["data-post"], text_of(list(row)[-1])) for row in rows)
    for id_, one in results:
        numbers = [one.get(name) for name in ("antal", "av", "procent")]
        few = tells_of_few(*(None if number is None else float(number) for number in numbers))
        text = (
            "Visas inte: det gäller för få personer."
            if few
            else next(filter(None, (one.get("antal"), one.get("procent"))), "Inget tal")
        )
        assert any(post == id_ and told.startswith(text) for post, told in shown), (id_, text)


@pytest.mark.parametrize("whole", range(1, 61))
def test_one_to_four_people_are_never_told_nor_to_be_reckoned(whole: int) -> None:
    for count in range(whole + 1):
        share = round(100 * count / whole)
        is_few = {count, whole, whole - count} & set(FEW)
        if is_few:
            assert tells_of_few(count, whole, None)
            assert tells_of_few(None, whole, share)
        if whole - count in FEW and count:
            assert tells_of_few(count, None, share)


def test_many_are_told_and_what_is_hidden_leaves_no_number() -> None:
    assert not tells_of_few(211, 525, None)
    assert not tells_of_few(None, None, 10)
    assert not tells_of_few(700, 2000, 35)
    data = {"namn": "Ett", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta", "sammanfattning": "x",
            "kallor": [], "resultat": [{"matt": "Till arbete", "av": 20, "procent": 10}]}  # fmt: skip
    row = outcomes([make_record("ett", "farsta/ett.yml", data)])[0]
    assert row["for_fa"]
    assert [row[name] for name in ("antal", "av", "procent")] == [None, None, None]
