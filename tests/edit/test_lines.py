"""Line edits: only the edited field reads differently, and only its line looks different."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from katalog.edit.lines import EditError, replace_values, set_fields
from katalog.record.files import find_files
from katalog.record.load import load_bytes
from tests.project import FIRST, RECORDS
from tests.support import CATALOGUE, SCHEMA

SOURCES = [FIRST + body for body in RECORDS.values()]
FIELDS = ["namn", "status", "ersatt_av", "sammanfattning", "uppgifter_fran", "senast_bekraftad", "bekraftad_av"]
_text = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40)
_values = _text | st.integers(0, 3000) | st.sampled_from(["2026-11-22", "no", "12:30", "a: b", "# x", "- x", "~", "08"])


def read(raw: bytes) -> dict[str, Any]:
    data = load_bytes(raw, "x").data
    assert data is not None
    return data


def changed_lines(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines that are gone and those that are new; every other line stands as it stood."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    while len(old) > start and len(new) > start and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old[start:], new[start:]


@given(st.sampled_from(SOURCES), st.sampled_from(FIELDS), _values, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_only_the_field_differs(source: str, name: str, value: str | int, newline: str, has_mark: bool) -> None:
    before = (("\ufeff" if has_mark else "") + source.replace("\n", newline)).encode()
    assume(load_bytes(f'x: "{value}"'.encode(), "x").data is not None)
    assume(not isinstance(value, str) or load_bytes(f"x: |\n  {value}\n".encode(), "x").data == {"x": value + "\n"})
    after = set_fields(before, {name: value}, SCHEMA)
    assert read(after) == {**read(before), name: value}
    gone, new = changed_lines(before, after)
    assert len(gone) <= 1
    assert len(new) <= 1
    assert set_fields(after, {name: value}, SCHEMA) == after


@pytest.mark.parametrize("path", find_files(CATALOGUE)[::9], ids=lambda path: path.stem)
def test_real_records_take_a_confirmation_in_four_lines(path: Any) -> None:
    before = path.read_bytes()
    values: dict[str, str | int] = {
        "status": "aktiv",
        "uppgifter_fran": 2026,
        "senast_bekraftad": "2026-11-22",
        "bekraftad_av": "Enhet",
    }
    after = set_fields(before, values, SCHEMA)
    assert read(after) == {**read(before), **values}
    assert len(set(after.splitlines()) ^ set(before.splitlines())) <= 6


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("status: okand   # varför\n", "status: aktiv   # varför\n"),
        ("status: 'okand'\n", "status: aktiv\n"),
        ("status:\n", "status: aktiv\n"),
        ("status: # varför\n", "status: aktiv # varför\n"),
        ("status: >-  # varför\n  okand\n\n# om\nkommun: [x]\n", "status: aktiv  # varför\n\n# om\nkommun: [x]\n"),
        ("status:\n  okand\nkommun: [x]\n", "status:\n  aktiv\nkommun: [x]\n"),
        ("{status: okand, omrade: x}\n", "{status: aktiv, omrade: x}\n"),
        ("omrade: x\n", "status: aktiv\nomrade: x\n"),
        ("namn: x", "namn: x\nstatus: aktiv"),
        ("namn: x\n# om området\nomrade: y\n", "namn: x\nstatus: aktiv\n# om området\nomrade: y\n"),
        ("namn: x  # om namnet\n  # mer om namnet\nomrade: y\n",
         "namn: x  # om namnet\n  # mer om namnet\nstatus: aktiv\nomrade: y\n"),
        ("namn: |+\n  x\n\n\nomrade: y\n", "namn: |+\n  x\n\n\nstatus: aktiv\nomrade: y\n"),
        ("---\nnamn: x\n...\n", "---\nnamn: x\nstatus: aktiv\n...\n"),
    ],
)  # fmt: skip
def test_layout_stays(before: str, after: str) -> None:
    assert set_fields(before.encode(), {"status": "aktiv"}, SCHEMA).decode() == after


@pytest.mark.parametrize("text", ["{namn: x}\n", "status: [okand]\n", "status: &a okand\n", 'namn: "x\n', ""])
def test_what_cannot_be_edited_safely_is_refused(text: str) -> None:
    with pytest.raises(EditError):
        set_fields(text.encode(), {"status": "aktiv"}, SCHEMA)


def test_values_in_lists_are_replaced_where_they_stand() -> None:
    text = "nasta_steg:\n- a  # först\n- 'b'\n- >-\n  c\nkan_kombineras_med: [a, b]\n"
    paths: dict[tuple[str | int, ...], str] = {("nasta_steg", 1): "ny", ("kan_kombineras_med", 1): "ny"}
    edited = replace_values(text.encode(), paths).decode()
    assert edited == "nasta_steg:\n- a  # först\n- ny\n- >-\n  c\nkan_kombineras_med: [a, ny]\n"
