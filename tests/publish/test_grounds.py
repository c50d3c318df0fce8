"""A page whose ground is the same is the same page: whatever is edited, nothing old is left standing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.derive.derived import Derived
from katalog.derive.ground import Grounds, named_by
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.confirm import confirm_pages
from katalog.pages.page import Later
from katalog.pages.record import record_page
from katalog.pages.site import Site
from katalog.publish.build import build_site
from katalog.publish.frame import Frame
from katalog.publish.grounds import Known, known, remember_grounds
from katalog.publish.parts import parts_of
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue, Record
from katalog.settings import Settings
from tests.edited import EDITS, NAMES, Edit, first_state, write
from tests.support import CATALOGUE, IDAG, SCHEMA

_EXAMPLES = 2
_OF_PAGES = ("records", "lists", "coverage", "pages", "offline")
_WITHOUT_RECORDS = ("bidra/", "blanketter/", "hitta-ratt/", "pengarna/", "ord/")


def site_of(words: Vocabularies, told: Settings, folder: Path) -> Site:
    """The site of the records below `folder`, of which pages made before are known."""
    found = check_catalogue(folder / "catalogue", SCHEMA, IDAG, root=folder).catalogue or Catalogue(records=())
    derived, own = Derived(catalogue=found, idag=IDAG), replace(told, root=folder)
    return Site(derived=derived, words=words, settings=own, base="allt annat")


@settings(max_examples=_EXAMPLES)
@given(edits=st.lists(EDITS, min_size=2, max_size=3))
def test_equal_grounds_are_equal_pages(edits: list[Edit], words: Vocabularies, frame: Frame, tmp_path: Path) -> None:
    """Every file of every state, by name and ground."""
    made: dict[tuple[str, str], bytes] = {}
    state = first_state()
    for edit in (None, *edits):
        state = edit(state) if edit else state
        write(tmp_path / "catalogue", state)
        site = site_of(words, frame.settings, tmp_path)
        for name, ground, content in _grounded(site, frame):
            assert made.setdefault((name, ground), content) == content, name


def _grounded(site: Site, frame: Frame) -> Iterator[tuple[str, str, bytes]]:
    for part in parts_of(site, frame):
        if part.name in (*_OF_PAGES, "exports"):
            files = (file for file in part.files() if file.ground and not file.path.startswith(_WITHOUT_RECORDS))
            yield from ((file.path, file.ground, file.whole) for file in files)


def test_a_build_that_knows_the_one_before_leaves_what_stands_on_the_same(
    words: Vocabularies, frame: Frame, workplace: Path
) -> None:
    write(workplace / "catalogue", state := first_state())
    out, before = workplace / "site", Known()
    build_site(site_of(words, frame.settings, workplace), frame, out, known=before)
    remember_grounds(out, before)
    state[NAMES[0]]["namn"] = "Slöjden"
    write(workplace / "catalogue", state)
    site, told = site_of(words, frame.settings, workplace), known(out)
    written = build_site(site, frame, out, known=told)
    assert told.before == before.now
    changed = {name for name, said in told.now.items() if before.now.get(name) != said}
    assert f"verksamhet/{NAMES[0]}/index.html" in changed
    assert f"verksamhet/{NAMES[1]}/index.html" in changed  # it names the one that was changed
    assert "om/index.html" not in told.now  # of the frame
    assert len(changed) < len(told.now) / 2
    build_site(site, frame, workplace / "annan")
    assert content_of(out) == content_of(workplace / "annan")
    assert written.unchanged > len(told.now) / 2


def test_a_kept_file_that_somebody_has_changed_is_made_anew(words: Vocabularies, frame: Frame, workplace: Path) -> None:
    write(workplace / "catalogue", first_state())
    site, out, seen = site_of(words, frame.settings, workplace), workplace / "site", Known()
    build_site(site, frame, out, known=seen)
    page = out / "ord/index.html"
    whole = page.read_bytes()
    page.write_text("annat", encoding="utf-8")
    build_site(site, frame, out, known=Known(before=seen.now))
    assert page.read_bytes() == whole


@pytest.mark.parametrize("note", ["", "katalog-grunder 0\nx y  ord/index.html\n", "katalog-grunder 1\nskräp\n"])
def test_notes_that_are_broken_or_of_another_version_count_as_none(note: str, workplace: Path) -> None:
    out = workplace / "site"
    remember_grounds(out, Known(now={"ord/index.html": "x y"}))
    assert known(out).before == {"ord/index.html": "x y"}
    path = next((workplace / ".cache/byggt").iterdir())
    path.write_text(note, encoding="utf-8")
    assert "ord/index.html" not in known(out).before


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class _Asked(dict[str, Any]):
    """A mapping by id that notes what is asked for, and refuses to be gone through."""

    def __init__(self, held: Mapping[str, Any], asked: set[str]) -> None:
        super().__init__(held)
        self._asked = asked

    def __getitem__(self, key: str) -> Any:
        self._asked.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._asked.add(key)
        return super().get(key, default)

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("a page of one record went through all records")

    keys = values = items = __iter__  # type: ignore[assignment]


class _Closed(tuple[Record, ...]):
    """All records, as nobody who makes the page of one may ask for them."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Record]:
        raise AssertionError("a page of one record went through all records")


def test_a_record_page_reads_no_record_that_is_not_in_its_ground(words: Vocabularies, workplace: Path) -> None:
    found = check_catalogue(CATALOGUE, SCHEMA, IDAG).catalogue
    assert found
    records, asked = found.records, set[str]()
    site = Site(derived=Derived(catalogue=found, idag=IDAG), words=words,
                settings=Settings(site_name="Prov", root=workplace))  # fmt: skip
    like = {record.id: site.similar.to(record) for record in records}
    _close(site, asked)
    for record in records:
        derived = site.derived
        around = (like[record.id], *(held.get(record.id, ()) for held in
                  (derived.previous_steps, derived.parts, derived.replaces)))  # fmt: skip
        told = {record.id, *named_by(record, words.schema), *(one.id for group in around for one in group)}
        asked.clear()
        record_page(record, site)
        assert asked - {""} <= told, record.id


def _close(site: Site, asked: set[str]) -> None:
    """What follows from all records is reckoned; after that each is asked for by its id."""
    derived, catalogue = site.derived, site.derived.catalogue
    first = catalogue.records[0]
    assert site.card(first).id in catalogue.by_id
    assert derived.kinds_to_choose
    for owner, names in ((catalogue, ("by_id",)),
                         (derived, ("trust", "parts", "previous_steps", "replaces"))):  # fmt: skip
        for name in names:
            owner.__dict__[name] = _Asked(getattr(owner, name), asked)
    object.__setattr__(catalogue, "records", _Closed(catalogue.records))


def test_what_has_no_content_is_no_ground() -> None:
    grounds = Grounds(base="x", catalogue=Catalogue(records=()))
    with pytest.raises(TypeError, match="function"):
        grounds.of({"a": lambda: 1})
    assert grounds.of("1") != grounds.of(1)
    assert grounds.of(["a", "b"]) != grounds.of(["a"], "b")
    assert grounds.of({"a": 1, "b": 2}) != grounds.of({"b": 2, "a": 1})
    assert grounds.of({"b", "a"}) == grounds.of({"a", "b"})


def test_pages_of_a_record_are_made_later_where_something_is_remembered(
    words: Vocabularies, frame: Frame, workplace: Path
) -> None:
    write(workplace / "catalogue", first_state())
    site = site_of(words, frame.settings, workplace)
    assert all(isinstance(page, Later) for page in confirm_pages(site.derived.catalogue.records, site))


def test_every_page_from_a_template_has_a_ground(words: Vocabularies, frame: Frame, workplace: Path) -> None:
    """All but those that are made of nothing that changes, or shown in another way: they are made each time."""
    (workplace / "catalogue").symlink_to(CATALOGUE)
    site = site_of(words, frame.settings, workplace)
    files = [file for part in parts_of(site, frame) if part.name in _OF_PAGES for file in part.files()]
    pages = (file for file in files if file.path.endswith(".html"))
    assert {page.path for page in pages if not page.ground} == {"index.html", "oppna-data/badda-in/index.html"}
