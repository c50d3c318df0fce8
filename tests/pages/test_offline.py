"""Files to be read without a network: every place of the city in its file, and none that grows with the catalogue."""

from __future__ import annotations

import re

import pytest

from katalog.derive.choices import is_choice
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.pages import offline
from katalog.pages.site import Site
from katalog.record.check import check_catalogue
from katalog.settings import Settings
from tests.support import CATALOGUE, IDAG, SCHEMA

MOST = 40


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    found = check_catalogue(CATALOGUE, SCHEMA, IDAG).catalogue
    assert found is not None
    settings = Settings(site_name="Hitta sysselsättning", root=tmp_path_factory.mktemp("mallar"))
    return Site(derived=Derived(catalogue=found, idag=IDAG), words=read_vocabularies(SCHEMA), settings=settings)


def test_no_file_grows_with_the_catalogue(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "PER_FILE", MOST)
    files = {file.path: file.made() for file in offline.offline_files(site)}
    held = {name: text.count("<article>") for name, text in files.items()}
    assert max(held.values()) == MOST
    areas = {term.slug for term in site.words.terms("omrade").values() if term.notes["slag"] == "stadsdel"}
    wanted = [one for one in site.derived.catalogue.records if is_choice(one)
              and one.omrade in areas | {"hela-staden", "stockholm"}]  # fmt: skip
    city = [text for name, text in files.items() if re.fullmatch(r"utan-nat/hela-staden(-\d+)?\.html", name)]
    assert len(city) == -(-len(wanted) // MOST) > 3
    names = re.findall(r"<h3>(.*?)</h3>", "".join(city))
    assert len(names) == len(wanted)
    for number in range(2, len(city) + 1):
        assert f'href="hela-staden-{number}.html"' in city[0]
        assert f", del {number} –" in files[offline.name_of("hela-staden", number)]


def test_each_place_tells_whom_to_ask_and_how_old_that_is(site: Site) -> None:
    files = {file.path: file.made() for file in offline.offline_files(site)}
    for name, text in files.items():
        for one in re.findall(r"<article>.*?</article>", text, re.DOTALL):
            assert re.search(r"<p>[^<]{10,}</p>", one), name
            assert re.search(r'<p class="liten">[^<]{10,}</p>', one), name
    assert "https://exempel.se" not in "".join(files.values())
