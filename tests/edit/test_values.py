"""New values of any kind in a record's text: only the lines that differ are touched, and it reads as asked for."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.edit.layout import format_record
from katalog.edit.lines import EditError
from katalog.edit.values import lost_comments, set_values
from katalog.record.load import load_bytes
from tests.project import FIRST, RECORDS
from tests.support import CATALOGUE, SCHEMA

SNICKERIET = FIRST + RECORDS["farsta/snickeriet"]


def changed(text: str, values: dict[str, object]) -> tuple[list[str], list[str]]:
    """The lines that went and came."""
    after = set_values(text.encode(), values, SCHEMA).decode()
    lines = list(ndiff(text.splitlines(), after.splitlines()))
    return [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]


def test_only_the_rows_that_differ_are_touched() -> None:
    assert changed(SNICKERIET, {"nasta_steg": ["kafeet", "odlingen"]}) == ([], ["  - odlingen"])
    assert changed(SNICKERIET, {"kontakt": {"telefon": "08-465 004 00", "webb": "https://exempel.se/"}}) == (
        [],
        ["  webb: https://exempel.se/"],
    )
    assert changed(SNICKERIET, {"kontakt": {"telefon": "08-465 004 10"}}) == (
        ["  telefon: 08-465 004 00"],
        ["  telefon: 08-465 004 10"],
    )
    assert changed(SNICKERIET, {"inriktning": ["snickeri", "textil"], "uppgifter_fran": 2026}) == (
        ["uppgifter_fran: 2019"],
        ["  - textil", "uppgifter_fran: 2026"],
    )


def test_a_field_comes_where_the_order_puts_it_and_goes_whole() -> None:
    tider = [{"dag": "mandag", "fran": "09:00", "till": "12:00"}, {"dag": "tisdag"}]
    gone, come = changed(SNICKERIET, {"tider": tider})
    assert (gone, come) == (
        [],
        ["tider:", "  - dag: mandag", "    fran: 09:00", '    till: "12:00"', "  - dag: tisdag"],
    )
    text = set_values(SNICKERIET.encode(), {"tider": tider}, SCHEMA).decode()
    assert text.index("tider:") < text.index("kontakt:")
    assert set_values(text.encode(), {"tider": None}, SCHEMA).decode() == SNICKERIET


def test_a_comment_stays_where_its_line_does_and_is_told_when_it_goes() -> None:
    assert (
        "status: aktiv  # ring växeln i januari"
        in set_values(SNICKERIET.encode(), {"status": "aktiv"}, SCHEMA).decode()
    )
    more = set_values(SNICKERIET.encode(), {"nasta_steg": ["kafeet", "odlingen"]}, SCHEMA)
    assert "  # kön är kort just nu\n  - kafeet\n  - odlingen\n" in more.decode()
    less = set_values(SNICKERIET.encode(), {"nasta_steg": ["odlingen"]}, SCHEMA)
    assert lost_comments(SNICKERIET.encode(), less) == ["# kön är kort just nu"]
    assert lost_comments(SNICKERIET.encode(), more) == []


def test_a_field_laid_out_in_another_way_is_written_anew_with_its_comments() -> None:
    text = SNICKERIET.replace("inriktning:\n  - snickeri", "inriktning: [snickeri]  # bara det")
    after = set_values(text.encode(), {"inriktning": ["textil"]}, SCHEMA).decode()
    assert "# bara det\ninriktning:\n  - textil\n" in after


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(newline: str, bom: str) -> None:
    text = bom + SNICKERIET.replace("\n", newline)
    raw = set_values(text.encode(), {"nasta_steg": ["odlingen", "kafeet"], "malgrupp": ["unga"]}, SCHEMA)
    assert raw.decode().count(newline) == raw.decode().count("\n")
    assert raw.decode().startswith(bom + FIRST.rstrip())


def test_a_text_without_a_last_line_break() -> None:
    raw = set_values(SNICKERIET.rstrip().encode(), {"kallor": [{"titel": "A"}, {"titel": "B"}]}, SCHEMA)
    assert raw.decode().endswith("kallor:\n  - titel: A\n  - titel: B\n")


def test_what_cannot_be_read_is_refused() -> None:
    for text in ("namn: [", "{namn: x}", "- 1"):
        with pytest.raises(EditError):
            set_values(text.encode(), {"kontakt": {"telefon": "08-1"}}, SCHEMA)


REAL = sorted(CATALOGUE.rglob("*.yml"))


@settings(max_examples=40)
@given(st.sampled_from(REAL), st.sampled_from(REAL), st.data())
def test_the_values_of_another_record_are_read_back(one: Path, other: Path, data: st.DataObject) -> None:
    raw = one.read_bytes()
    held, wanted = (load_bytes(path.read_bytes(), "").data or {} for path in (one, other))
    names = data.draw(st.lists(st.sampled_from(sorted({*held, *wanted})), unique=True))
    values = {name: wanted.get(name) for name in names}
    expected = {name: value for name, value in {**held, **values}.items() if value is not None}
    done = set_values(raw, values, SCHEMA)
    assert load_bytes(done, "").data == expected
    assert set_values(done, values, SCHEMA) == done
    if format_record(raw, "x", SCHEMA)[0] == raw:
        assert format_record(done, "x", SCHEMA)[0] == done, "a canonical file stays canonical"
