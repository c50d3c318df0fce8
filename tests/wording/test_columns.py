"""The columns of a sheet: every value that a record may hold is written in words and read back as it was."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.derive.vocabulary import read_vocabularies
from katalog.record.schema import Json, constants, is_reference, kinds_of, spelled_out
from katalog.record.shape import Shape
from katalog.wording.cell_text import Cell, UnreadableCellError, clean
from katalog.wording.cells import Names
from katalog.wording.columns import ID, Column, by_heading, columns_of, fold_heading
from tests.strategies import awkward_texts
from tests.support import PROJECT, SCHEMA

NAMES = Names(by_id={"kafeet": "Kaféet", "traffen": "Träffen", "traffen-bromma": "Träffen", "vi-tva": "Vi två (ja)"})
COLUMNS = columns_of(read_vocabularies(SCHEMA), NAMES)
BY_PLACE = {column.place: column for column in COLUMNS}
SHAPE = Shape(SCHEMA)
# What lines are made of: a text that holds it may be taken for something else.
_SIGNS = st.sampled_from(
    [
        *(" – ", " - ", "–", ": ", "; ", ", ", '"', '""', "(2024)", "35 kr", "gäller: tider", "från 09:00", "omkring"),
        *("Måndag", "Vad: ", "Text: x; ", "- ", "1. ", "https://a.se", "=1", "'", "Lunch"),
    ]
)
_PIECES = st.lists(st.one_of(_SIGNS, st.text(max_size=4)), min_size=1, max_size=8)
TEXTS = st.one_of(awkward_texts, _PIECES.map("".join))


def _values(node: Json) -> st.SearchStrategy[Any]:
    """Values that the schema may accept at a place; what it refuses is thrown away by the test."""
    options = constants(node)
    if options:
        return st.sampled_from([option["const"] for option in options])
    if is_reference(node):
        return st.sampled_from([*NAMES.by_id, "ingen-har-det"])
    if node.get("x-forslag") == "falt":
        return st.sampled_from([*SCHEMA.fields])
    if node.get("type") == "array":
        return st.lists(_values(node["items"]), min_size=1, max_size=4, unique_by=repr)
    if "properties" in node:
        required = {
            name: _values(part) for name, part in node["properties"].items() if name in node.get("required", ())
        }
        optional = {name: _values(part) for name, part in node["properties"].items() if name not in required}
        groups: st.SearchStrategy[Any] = st.fixed_dictionaries(required, optional=optional)
        return groups if "x-enkel" not in node else st.one_of(groups, TEXTS)
    return _single(node)


def _single(node: Json) -> st.SearchStrategy[Any]:
    kinds = kinds_of(node)
    low, high = node.get("minimum", 0), node.get("maximum", 9_999_999)
    if "boolean" in kinds:
        return st.booleans()
    if "integer" in kinds:
        return st.integers(low, high)
    if "number" in kinds:
        return st.one_of(st.integers(low, high), st.integers(low * 100, high * 100).map(lambda n: n / 100))
    if node.get("format") == "date":
        return st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 1, 1)).map(datetime.date.isoformat)
    if "x-text" not in node and "pattern" in node:
        clocks = st.times().map(lambda moment: f"{moment:%H:%M}")
        return st.one_of(clocks, st.sampled_from([*node["examples"], "https://exempel.se/a;b,c–d"]))
    return TEXTS


def _settled(value: Any) -> bool:
    """True for texts that stand as a sheet keeps them: on one line, with usual spaces, nothing invisible in them."""
    if isinstance(value, dict | list):
        return all(_settled(part) for part in (value.values() if isinstance(value, dict) else value))
    return not isinstance(value, str) or (clean(value) == value and "\n" not in value)


def _spelled(column: Column, value: Any) -> Any:
    return spelled_out({column.field: value}, SCHEMA)[column.field] if len(column.place) == 1 else value


@pytest.mark.parametrize("column", COLUMNS[1:], ids=lambda column: ".".join(column.place))
@settings(max_examples=25)
@given(data=st.data())
def test_what_is_written_is_read_back(column: Column, data: st.DataObject) -> None:
    value = data.draw(_values(SCHEMA.places[column.place]))
    held = {column.field: value if len(column.place) == 1 else {column.place[1]: value}}
    if len(column.place) == 1 and not SHAPE.accepts_field(column.field, value):
        return  # a part may need others beside it: it is not judged alone
    cell = column.way.write(value)
    assert column.is_same(cell, held)
    if _settled(value):
        assert _spelled(column, column.way.read(cell)) == _spelled(column, value)
        if isinstance(cell, str):
            assert _spelled(column, column.way.read(f"  {cell} \n")) == _spelled(column, value)


def test_every_field_has_its_columns_in_the_order_of_the_schema() -> None:
    assert COLUMNS[0].place == (ID,)
    fields = list(dict.fromkeys(column.field for column in COLUMNS[1:]))
    required = SCHEMA.full["required"]
    assert fields == sorted(SCHEMA.fields, key=lambda name: name not in required)
    parts = [column.place for column in COLUMNS if column.field == "plats"]
    assert parts == [("plats", name) for name in SCHEMA.fields["plats"]["properties"]]
    headings = [column.heading for column in COLUMNS]
    assert len(set(headings)) == len(headings)
    assert all(column.about for column in COLUMNS)


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Namn *", "namn"),
        ("VERKSAMHET:", "namn"),
        ("Besöks-adress", "plats.adress"),
        ("Gatuadress", "plats.adress"),
        ("plats.adress", "plats.adress"),
        ("Tel", "kontakt.telefon"),
        ("e-post", "kontakt.epost"),
        ("Stadsdel", "omrade"),
        ("Målgrupp", "malgrupp"),
        ("För vem", "malgrupp"),
        ("RHWC", "tillganglighet.rhwc"),
        ("Vad du gör", "inriktning"),
        ("Öppettider", "tider"),
    ],
)
def test_a_column_is_known_by_what_people_call_it(heading: str, place: str) -> None:
    assert ".".join(by_heading(COLUMNS)[fold_heading(heading)].place) == place


def test_the_lines_that_the_page_for_clerks_shows_are_read() -> None:
    page = (PROJECT / "docs/bidra/kalkylblad.md").read_text(encoding="utf-8")
    rows = [row.strip("| ").split(" | ") for row in page.splitlines() if row.startswith("| ")][2:]
    known = {column.heading: column for column in COLUMNS}
    shown = [(known[title], line) for title, lines in rows for line in re.findall("`([^`]+)`", lines)]
    assert len(shown) >= 10
    for column, line in shown:
        (*_, item) = column.way.read(line)
        assert column.field == "tider" or column.way.read(column.way.write([item])) == [item]
        assert len(item) > 1  # a line that says several things is not taken for one text


def test_what_two_columns_are_called_is_neither() -> None:
    assert "antal" not in by_heading(COLUMNS)
    assert "forklaring" not in by_heading(COLUMNS)


READ: list[tuple[str, Cell, Any]] = [
    ("tider", "Mån–tors 9-15\nfre 9.00–12", [{"dag": day, "fran": "09:00", "till": "15:00"} for day in
     ("mandag", "tisdag", "onsdag", "torsdag")] + [{"dag": "fredag", "fran": "09:00", "till": "12:00"}]),
    ("tider", "• måndag kl 9 till 12 - Frukost", [
        {"dag": "mandag", "fran": "09:00", "till": "12:00", "vad": "Frukost"}]),
    ("tider", "Tis, tors från 18", [{"dag": "tisdag", "fran": "18:00"}, {"dag": "torsdag", "fran": "18:00"}]),
    ("tider", "Enligt schema", [{"vad": "Enligt schema"}]),
    ("tider", "Dag: onsdag; Från: 10", [{"dag": "onsdag", "fran": "10:00"}]),
    ("insatstyp", "sysselsattning-sol", ["sysselsattning-sol"]),
    ("inriktning", "Snickeri, Musik, teater, kultur; Kafé och kök", ["snickeri", "kultur", "cafe-kok"]),
    ("kostnad_for_dig", "Lunch 1 035,50 kr per gång (2024)", [
        {"vad": "Lunch", "belopp_kr": 1035.5, "enhet": "gang", "ar": 2024}]),
    ("kallor", "Egna uppgifter\nwww.exempel.se - 2024", [
        {"titel": "Egna uppgifter"}, {"webb": "https://www.exempel.se", "ar": 2024}]),
    ("ingang", "troligen: Anmäl dig själv", [{"vag": "egen-anmalan", "tolkad": True}]),
    ("nasta_steg", "Kaféet\ntraffen\nVad som helst (vi-tva)", ["kafeet", "traffen", "vi-tva"]),
    ("forebild", "x", True),
    ("uppgifter_fran", datetime.date(2025, 3, 1), 2025),
    ("senast_bekraftad", datetime.datetime(2026, 11, 22), "2026-11-22"),
    ("senast_bekraftad", "22/11 2026", "2026-11-22"),
    ("senast_bekraftad", "3 maj 2026", "2026-05-03"),
    ("plats.postnummer", 12347, "12347"),
    ("plats.postnummer", 12347.0, "12347"),
    ("kontakt.webb", "www.exempel.se", "https://www.exempel.se"),
    ("pris.belopp_kr", "1 200,50 kr", 1200.5),
    ("namn", " Träff\u00ad\u200blokalen\u00a0Linden \r\n", "Träfflokalen Linden"),
    ("sammanfattning", "En mening\när på två rader.", "En mening är på två rader."),
]  # fmt: skip


@pytest.mark.parametrize(("place", "cell", "value"), READ)
def test_what_people_write_is_understood(place: str, cell: Cell, value: Any) -> None:
    assert BY_PLACE[tuple(place.split("."))].way.read(cell) == value


@pytest.mark.parametrize(
    ("place", "cell", "told"),
    [
        ("insatstyp", "Sysselsätning", "Menade du ”Sysselsättning”?"),
        ("status", "xyz", "Välj bland: "),
        ("tider", datetime.date(2026, 9, 12), "har gjort om det som skrevs till datumet 2026-09-12"),
        ("tider", "Mån-xyz 9-12\nHelgdag", None),
        ("kontakt.telefon", 850818000, "kan ha förlorat en nolla"),
        ("pris.belopp_kr", "1.200", "tusental eller decimaler"),
        ("pris.belopp_kr", "cirka 40", "är inget tal"),
        ("senast_bekraftad", "2026-02-30", "finns inte i kalendern"),
        ("senast_bekraftad", "i våras", "är inget datum"),
        ("ersattning", "Flitpeng 35 kr", "Skriv till exempel: "),
        ("nasta_steg", "Träffen", "Flera verksamheter heter ”Träffen”. Skriv id: traffen eller traffen-bromma."),
        ("nasta_steg", "Kafét", "Menade du ”Kaféet”?"),
        ("forebild", "kanske", "varken ja eller nej"),
        ("kallor", "x" * 4000, "Högst 3000 läses"),
    ],
)
def test_what_is_not_understood_is_told_with_what_to_write(place: str, cell: Cell, told: str | None) -> None:
    read = BY_PLACE[tuple(place.split("."))].way.read
    if told is None:  # what is no time is kept in words, never lost
        assert read(cell) == [{"vad": "Mån-xyz 9-12"}, {"vad": "Helgdag"}]
        return
    with pytest.raises(UnreadableCellError, match=re.escape(told)):
        read(cell)


def test_a_line_that_goes_on_for_ever_is_read_in_a_moment() -> None:
    """Patterns with several texts in them may not try every way to part a line."""
    for place in ("kallor", "resultat", "tider", "ingang", "anmarkning", "kostnad_for_dig"):
        for piece in (" – ", ": ", "gäller: tider, ", " – gäller: tider", "måndag, ", "(2024) "):
            line = piece * (2900 // len(piece))
            try:
                BY_PLACE[(place,)].way.read(line)
            except UnreadableCellError:
                continue
