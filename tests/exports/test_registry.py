"""The list of public exports: whole, told in Swedish, and each gives just the files that it says."""

from __future__ import annotations

import re
from functools import cache

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.exports.registry import BY_SLUG, EXPORTS, GROUPS, Export
from katalog.exports.source import Source
from katalog.record.model import Catalogue, make_record
from katalog.settings import Settings
from tests.support import IDAG, SCHEMA, SITE_URL

_WORDS = re.compile(r"[A-ZÅÄÖ].*[.!]$", re.DOTALL)


@cache
def _source() -> Source:
    data = {"namn": "Ett", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta", "sammanfattning": "x"}
    record = make_record("ett", "catalogue/farsta/ett.yml", {**data, "kallor": [{"titel": "t"}]})
    catalogue = Catalogue(records=(record,), moved={"noll": "ett"})
    settings = Settings(site_name="Hitta", site_url=SITE_URL)
    derived = Derived(catalogue=catalogue, idag=IDAG)
    return Source(derived=derived, words=read_vocabularies(SCHEMA), settings=settings, records=catalogue.records)


def test_names_and_paths_are_each_there_once() -> None:
    assert len(BY_SLUG) == len(EXPORTS)
    assert len({export.path for export in EXPORTS}) == len(EXPORTS)
    assert [export for group in GROUPS.values() for export in group] == sorted(
        EXPORTS, key=lambda export: list(GROUPS).index(export.group)
    )


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: str(export.slug))
def test_an_export_says_what_it_is_and_gives_what_it_says(export: Export) -> None:
    assert re.fullmatch(r"\d+\.\d+", export.version)
    assert all(_WORDS.match(paragraph) for paragraph in export.text)
    paths = [path for path, _ in export.render(_source())]
    pattern = re.sub(r"\\\{\w+\\\}", r"[a-z0-9-]+", re.escape(export.path))
    pattern += ".+" if export.path.endswith("/") else ""
    assert paths
    assert all(re.fullmatch(pattern, path) for path in paths)
    assert not export.first or f"{export.path}{export.first}" in paths
    assert len(paths) == 1 or not export.is_single


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: str(export.slug))
def test_equal_input_gives_equal_bytes(export: Export) -> None:
    first, second = ({path: b"".join(pieces) for path, pieces in export.render(_source())} for _ in range(2))
    assert first == second
