"""A remark and a year stand beside the fact that they are about."""

from __future__ import annotations

from typing import Any

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue, Record, make_record
from katalog.record.schema import Schema
from katalog.wording.areas import area_text, rest_of_area
from katalog.wording.rows import Row
from katalog.wording.sections import sections_of
from katalog.wording.view import View
from tests.support import IDAG

_OWN = {"titel": "Egen sida", "slag": "egen", "ar": 2024}


def one_record(**more: Any) -> Record:
    return make_record("ett", "ett.yml", {
        "namn": "Ett", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "sodermalm",
        "sammanfattning": "Fika.", "kallor": [_OWN], "plats": {"adress": "Storgatan 1"}, **more,
    })  # fmt: skip


def rows_of(record: Record, words: Vocabularies) -> dict[str, Row]:
    derived = Derived(catalogue=Catalogue(records=(record,), moved={}), idag=IDAG)
    sections = sections_of(View(derived=derived, words=words), record)
    return {row.field: row for section in sections for row in section.rows}


def notes_of(row: Row) -> list[str]:
    return [line.note for line in row.lines if not line.text]


def test_a_remark_stands_beside_its_fact_and_nowhere_else(words: Vocabularies) -> None:
    moved = {"text": "De har flyttat.", "galler": ["plats"]}
    rows = rows_of(
        one_record(anmarkning=[moved, {"text": "Oklart."}, {"text": "Tider okända.", "galler": ["tider"]}]), words
    )
    assert notes_of(rows["plats"]) == ["De har flyttat."]
    assert [line.text for line in rows["anmarkning"].lines] == ["Oklart.", "Tider okända."]
    assert "anmarkning" not in rows_of(one_record(anmarkning=[moved]), words)


def test_a_fact_of_another_year_tells_it(words: Vocabularies) -> None:
    def notes(source: dict[str, Any]) -> list[str]:
        return notes_of(
            rows_of(one_record(kallor=[_OWN, {"titel": "Blad", "galler": ["plats"], **source}]), words)["plats"]
        )

    assert notes({"ar": 2013}) == ["Uppgift från 2013."]
    assert notes({"ar": 2024}) == []
    assert notes({}) == ["Vi vet inte vilket år uppgiften är från."]


def test_what_a_source_speaks_of_reads_within_a_sentence(words: Vocabularies, schema: Schema) -> None:
    """Any field may be named; none by its name in the file, nor with a capital letter or a stop of its own."""

    def said(*fields: str) -> str:
        source = {"titel": "Blad", "ar": 2024, "galler": list(fields)}
        return rows_of(one_record(kallor=[_OWN, source]), words)["kallor"].lines[-1].note

    assert said("sammanfattning", "plats") == "Från 2024. Gäller: meningen överst, plats."
    for field in schema.fields:
        start, _, told = said(field).removesuffix(".").partition("Gäller: ")
        assert start == "Från 2024. ", field
        assert told[0].islower(), told
        assert not set(told) & set("_.?:"), told


def test_where_it_lies_is_one_row(words: Vocabularies) -> None:
    rows = rows_of(one_record(kommun=["stockholm"]), words)
    assert [line.text for line in rows["omrade"].lines] == ["Södermalm"]
    away = rows_of(one_record(omrade="annan-kommun", kommun=["huddinge", "tyreso"]), words)
    assert [line.text for line in away["omrade"].lines] == ["Annan kommun", "Huddinge, Tyresö"]
    assert "kommun" not in rows.keys() | away.keys()


def test_a_district_is_told_by_its_parts(words: Vocabularies) -> None:
    bromma, skarholmen = (words.terms("omrade")[slug] for slug in ("bromma", "skarholmen"))
    assert area_text(words, bromma) == "Abrahamsberg, Alvik, Blackeberg, Brommaplan, Höglandet med flera."
    assert rest_of_area(words, bromma).startswith("Annedal, Beckomberga, Bällsta, Islandstorget, ")
    assert (area_text(words, skarholmen), rest_of_area(words, skarholmen)) == ("Bredäng, Sätra, Vårberg.", "")
    assert area_text(words, words.terms("omrade")["lanet"]) == ""
