"""`katalog format`: the same data in canonical order, comments kept, nothing to do the second time."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from katalog.edit.layout import format_record
from katalog.edit.source import find_comments
from katalog.record.emit import emit_record
from katalog.record.files import find_files
from katalog.record.load import load_bytes
from tests.project import Project
from tests.support import CATALOGUE, SCHEMA

_MESSY = """\
# Skriven av stadsdelen
status: okand   # ännu
namn: 'Snickeriet'
beskrivning: >  # lång
  Första stycket är så långt att det inte får plats på en enda rad utan måste vikas någonstans här.

  Andra stycket.

# om källorna
kallor:   # minst en
  -   # den första
    ar: 2012 # året
    titel: x: y
    # sist i den första
  - {titel: c, # den andra
     ar: 2013}
plats: {postnummer: 12345}
insatstyp: [arbetstraning, # huvudtyp
  # därefter
  kom-igang]
# allra sist
"""
_TIDY = """\
# yaml-language-server: $schema=../../schema/verksamhet.schema.json
# Skriven av stadsdelen
namn: Snickeriet
status: okand  # ännu
insatstyp:
  - arbetstraning  # huvudtyp
  # därefter
  - kom-igang
beskrivning: >  # lång
  Första stycket är så långt att det inte får plats på en enda rad utan måste vikas någonstans här.

  Andra stycket.
plats:
  postnummer: "12345"
# om källorna
kallor:  # minst en
  # den första
  - titel: "x: y"
    # sist i den första
    ar: 2012  # året
  - titel: c  # den andra
    ar: 2013
# allra sist
"""


def canonical(text: str) -> str:
    raw, problems = format_record(text.encode(), "x.yml", SCHEMA)
    assert raw is not None, problems
    return raw.decode()


def test_the_catalogue_is_canonical() -> None:
    for path in find_files(CATALOGUE):
        assert canonical(path.read_text(encoding="utf-8")) == path.read_text(encoding="utf-8"), path


def test_messy_becomes_tidy() -> None:
    assert canonical(_MESSY.replace("titel: x: y", 'titel: "x: y"')) == _TIDY
    assert canonical(_TIDY) == _TIDY


def test_windows_line_breaks_and_byte_order_mark_go() -> None:
    assert canonical("\ufeff" + _TIDY.replace("\n", "\r\n")) == _TIDY


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("kontakt:\n  telefon: 0850800000\n", 'telefon: "0850800000"'),
        ("plats: {postnummer: 123 47}\n", "postnummer: 123 47"),
        ("plats: {postnummer: 012347}\n", 'postnummer: "012347"'),
        ("bestall_hos: 1e3\n", 'bestall_hos: "1e3"'),
        ("bestall_hos: '1e3'\n", 'bestall_hos: "1e3"'),
        ("bestall_hos: '0o17'\n", 'bestall_hos: "0o17"'),
        ("bestall_hos: 'no'\n", 'bestall_hos: "no"'),
        ("tider:\n- {dag: mandag, fran: 09:00}\n", "fran: 09:00"),
        ("tider:\n- {dag: mandag, fran: 17:00}\n", 'fran: "17:00"'),
        ("namn:\n", "namn:\n"),
        ("namn: ''\n", 'namn: ""'),
        ('namn: "rad 1\\nrad 2"\n', 'namn: "rad 1\\nrad 2"'),
        ("namn: 😀 ok\n", "namn: 😀 ok\n"),
        ("okant_falt: x\nnamn: y\n", "namn: y\nokant_falt: x\n"),
    ],
)
def test_quotes_stand_where_they_are_needed(written: str, tidy: str) -> None:
    once = canonical(written)
    assert tidy in once
    assert canonical(once) == once


def test_the_command_writes_only_what_differs(project: Project) -> None:
    assert project.run("format", "--check").code == 0
    project.write("farsta/stokig", _MESSY.replace("titel: x: y", "titel: xy"))
    before = project.snapshot()
    checked = project.run("format", "--check")
    assert (checked.code, "stokig.yml: skulle ändras" in checked.out) == (1, True)
    assert project.snapshot() == before
    ran = project.run("format")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "5 poster, 1 ändrade.")
    changed = {name for name, raw in project.snapshot().items() if before[name] != raw}
    assert changed == {"catalogue/farsta/stokig.yml"}
    assert project.run("format", "--check").code == 0


def test_a_file_that_cannot_be_read_is_told_and_left(project: Project) -> None:
    project.write("farsta/trasig", 'namn: "öppet citat\n')
    before = project.snapshot()
    ran = project.run("format", "catalogue/farsta")
    assert (ran.code, project.snapshot()) == (1, before)
    assert "trasig.yml:1:7: fel yaml-syntax" in ran.out
    assert project.run("format", "finns/inte").code == 2


words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" \n#:-'\"|>&*!%,[]{}"))
values = st.one_of(words, st.integers(-(10**6), 10**6), st.booleans(), st.floats(0, 1000).map(lambda n: round(n, 2)))
fields = st.sampled_from(["namn", "beskrivning", "kallor", "plats", "tider", "vad_du_gor", "eget falt"])
trees = st.recursive(
    values,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["titel", "ar", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(fields, trees, min_size=1))
def test_any_data_survives_and_a_second_time_changes_nothing(data: dict[str, Any]) -> None:
    text = emit_record(data, SCHEMA)
    loaded = load_bytes(text.encode(), "x")
    if loaded.problems:  # control and turning marks are refused before anything is written
        return
    once = canonical(text)
    assert canonical(once) == once


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8), st.booleans()), max_size=6))
def test_every_comment_survives(places: list[tuple[int, int, bool]]) -> None:
    lines = _TIDY.replace(">  # lång", ">-").splitlines()
    for number, (place, indent, is_own_line) in enumerate(places):
        at = place % len(lines)
        if is_own_line:
            lines.insert(at, " " * indent + f"# not {number}")
        elif "#" not in lines[at] and lines[at].strip():
            lines[at] += f"  # not {number}"
    text = "\n".join(lines) + "\n"
    assume(load_bytes(text.encode(), "x").data is not None)  # a comment may end the folded text too early
    once = canonical(text)
    assert _told(once) == _told(text)
    assert canonical(once) == once
    assert load_bytes(once.encode(), "x").data == load_bytes(text.encode(), "x").data


def _told(text: str) -> list[str]:
    return sorted(comment.text for comment in find_comments(text) if "yaml-language-server" not in comment.text)
