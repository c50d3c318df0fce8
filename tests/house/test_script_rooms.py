"""The scripts of the site: who may import whom, and what no script may name. The table is the design, as for Python."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from katalog.browser.modules import FOLDER, imported_path, reached
from katalog.record.schema import Schema
from tests.support import PROJECT

SCRIPTS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.js"))
# Room -> the rooms it may import from; its own is free. A file at the top is a room of its own: a page starts with it.
ROOMS: dict[str, set[str]] = {
    "core": set(),
    "record": {"core"},
    "match": {"core"},
    "search": {"core", "match"},  # and `record`, the day it needs it; never `form`, nor the other way
    "desk": {"core", "match", "search"},
    "form": {"core", "record"},
    "list": {"core"},
    "week": {"core", "list"},
    "listen": {"core"},
    "bit": set(),  # one module for other websites, which fetch nothing beside it
    "page.js": {"core", "list", "listen"},
    "search-start.js": {"core"},
    "desk-start.js": {"list"},
}
ENTRIES = (
    *("page.js", "search-start.js", "search/main.js", "form/main.js", "form/confirm.js", "list/main.js"),
    *("week/main.js", "desk-start.js", "desk/main.js", "listen/main.js", "bit/verksamheter.js"),
)
# Types are imported inside comments: they bind rooms together as much as code does.
_IMPORT = re.compile(r"""(?:\bfrom|\bimport|\bimport\()\s*["'](\.[^"']+)["']""")
# These speak of certain fields by their nature: the rules across fields, how fresh a record is, a card's heading and
# hours, how each field's value is said, and the public attributes and keys that others rely on.
ABOUT_FIELDS = {
    *("record/rules.js", "record/trust.js", "record/card.js", "record/hours.js", "record/values.js"),
    "bit/verksamheter.js",
}
# The same letters with another meaning: a role of ARIA, the number of an HTTP answer, the statement of Swedish endings
# in the search's data.
NOT_FIELDS = re.compile(
    r'\bfeltyp\.namn\b|role: "status"|\banswer\.status\b|\b(?:index|data)\.sprak\b|\bsprak: import\('
)


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _room(name: str) -> str:
    return name.partition("/")[0]


def _imports(name: str) -> set[str]:
    return {imported_path(name, address) for address in _IMPORT.findall(_text(name))}


def test_every_room_of_scripts_has_a_row_and_every_row_a_room() -> None:
    assert {_room(name) for name in SCRIPTS} == set(ROOMS)


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_imports_only_what_its_rooms_row_says(name: str) -> None:
    assert {_room(other) for other in _imports(name)} - ROOMS[_room(name)] - {_room(name)} == set()
    assert _imports(name) <= set(SCRIPTS), "every import leads to a file"


@pytest.mark.parametrize("room", ROOMS)
def test_row_lists_only_what_is_used(room: str) -> None:
    used = {_room(other) for name in SCRIPTS if _room(name) == room for other in _imports(name)}
    assert ROOMS[room] - used == set()


def test_no_scripts_import_each_other_in_a_ring() -> None:
    waiting = {name: set(reached(name)) - {name} for name in SCRIPTS}
    while free := [name for name, needs in waiting.items() if not needs & waiting.keys()]:
        for name in free:
            del waiting[name]
    assert waiting == {}


def test_every_script_is_used() -> None:
    used = {name for entry in ENTRIES for name in reached(entry)}
    types = {other for name in used for other in _imports(name)}
    assert used | types == set(SCRIPTS)


def test_what_is_walked_to_publish_is_every_import_there_is() -> None:
    """`modules.reached` reads imports as our scripts write them; one written otherwise would be left out. What lies at
    the top is not published by what it imports, and may fetch a module when it is needed."""
    for name in SCRIPTS:
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", _text(name), flags=re.DOTALL)
        if _room(name) == name:
            code = code.replace("import(", "")
        plain = {imported_path(name, address) for address in _IMPORT.findall(code)}
        assert plain <= set(reached(name)), name


def test_the_clock_is_read_in_one_place() -> None:
    """What expires is taken back on one and the same day, which a test can choose; the module for other websites has
    nothing beside it."""
    read = re.compile(r"\bDate\.now\b|\bDate\(\s*\)|\bnew Date(?!\()|\bTemporal\b")
    code = {name: re.sub(r"/\*.*?\*/|//[^\n]*", "", _text(name), flags=re.DOTALL) for name in SCRIPTS}
    assert [name for name, text in code.items() if read.search(text)] == ["bit/verksamheter.js", "core/day.js"]


def test_no_line_is_too_long_and_no_script_too_large() -> None:
    for name in SCRIPTS:
        lines = _text(name).splitlines()
        assert len(lines) <= 300, name
        assert [line for line in lines if len(line.encode()) > 120] == [], name  # whatever an editor counts


def test_no_field_is_named_in_the_scripts_or_the_forms_template(schema: Schema) -> None:
    """A new field or facet touches no script: what is asked, shown and narrowed by comes with the data."""
    texts = {name: _text(name) for name in SCRIPTS if name not in ABOUT_FIELDS}
    template = Path("scripts", "theme", "katalog", "formular.html")
    texts[str(template)] = (PROJECT / template).read_text(encoding="utf-8")
    named = _named(schema)
    found = [(name, told[0]) for name, text in texts.items() for told in named.finditer(NOT_FIELDS.sub("", text))]
    assert found == []


def _named(schema: Schema) -> re.Pattern[str]:
    """A field as text (`"namn"`) or read from a record (`record.namn`); a facet also taken out of it (`{ alder }`)."""
    fields = "|".join(schema.fields)
    facets = "|".join(name for name, node in schema.fields.items() if "x-facett" in node)
    return re.compile(rf"""["'`](?:{fields})["'`]|\.(?:{fields})\b|[{{,]\s*(?:{facets})\s*[,:}}]""")


@pytest.mark.parametrize("written", ['post["omrade"]', "post.namn", "const { alder: age } = record;", "({ status })"])
def test_a_field_that_is_named_would_be_found(written: str, schema: Schema) -> None:
    assert _named(schema).search(NOT_FIELDS.sub("", written))
