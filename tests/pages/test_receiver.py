"""Who gets an answer is named, and where the site has told of nobody no page says that somebody will get it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from katalog.browser.form import destinations
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.confirm import confirm_pages
from katalog.pages.record import record_page
from katalog.pages.site import Site
from katalog.record.check import check_catalogue
from katalog.record.schema import Schema
from katalog.settings import ContactPoint, Publisher, Settings
from tests.built.document import Document, text_of
from tests.support import GOOD, IDAG, lay_project

_NOBODY = "har ingen brevlåda"
_POINT = ContactPoint(name="Enheten för statistik", mailbox="statistik@exempel.se")
_PUBLISHER = Publisher(name="Kommunen", kind="kommun")


def _told(folder: Path, settings: Settings, schema: Schema, words: Vocabularies) -> tuple[str, str]:
    """What a record's page and its confirm page say."""
    found = check_catalogue(folder / "catalogue", schema, IDAG).catalogue
    assert found is not None
    site = Site(derived=Derived(catalogue=found, idag=IDAG), words=words, settings=settings)
    pages = [record_page(found.records[0], site), *confirm_pages(found.records, site)]
    record, confirm = (Document(page.file, f"<main>{page.body}</main>") for page in pages)
    return text_of(record.with_class("agare")[0]), text_of(confirm.main)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    monkeypatch.chdir(made)
    return made


@pytest.mark.parametrize(
    ("settings", "receiver"),
    [
        (Settings(site_name="Prov", contact=_POINT, publisher=_PUBLISHER), f"{_POINT.name}, {_POINT.mailbox}"),
        (Settings(site_name="Prov", publisher=_PUBLISHER), "Kommunen"),
        (Settings(site_name="Prov"), ""),
    ],
)
def test_who_gets_it_is_named_or_nothing_is_promised(
    settings: Settings, receiver: str, folder: Path, schema: Schema, words: Vocabularies
) -> None:
    record, confirm = _told(folder, replace(settings, root=folder), schema, words)
    assert destinations(settings)["mottagare"] == settings.receiver == receiver
    assert ("Säg till" in record) is bool(receiver)
    assert (_NOBODY in record) is (_NOBODY in confirm) is (not receiver)
    assert receiver in confirm
    assert "den som sköter katalogen" not in confirm


def test_the_editors_mailbox_comes_first() -> None:
    settings = Settings(site_name="Prov", mailbox="red@exempel.se", contact=_POINT)
    assert destinations(settings)["mottagare"] == "red@exempel.se"
