"""What is open when: each page holds exactly what the records say, and says plainly what is not known."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from katalog.derive.choices import is_told_as_past
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages import leaves
from katalog.pages.open_days import open_pages
from katalog.pages.site import Site
from katalog.record.model import Catalogue, Record
from katalog.settings import Settings
from tests.built.document import Document, text_of
from tests.derive.test_hours import record_of
from tests.support import IDAG

# Written out here, not read from the code: the words for days that mean each day.
_DAYS = {
    "mandag": {"mandag", "vardagar", "alla-dagar"},
    "onsdag": {"onsdag", "vardagar", "alla-dagar"},
    "lordag": {"lordag", "alla-dagar"},
    "sondag": {"sondag", "alla-dagar"},
}
Pages = dict[str, Document]


def _ids(page: Document) -> list[str]:
    links = [link.get("href", "") for card in page.with_class("kort") for link in card.iter("a")]
    return [found[1] for link in links if (found := re.search(r"verksamhet/([^/]+)/$", link))]


def _can_go(record: Record) -> bool:
    if is_told_as_past(record):
        return False
    return record.status not in ("avslutad", "vilande", "planerad") and not record.forebild and not record.for_vem


@pytest.mark.parametrize("day", _DAYS)
def test_a_day_holds_every_record_that_names_it(day: str, documents: Pages, catalogue: Catalogue) -> None:
    page = documents[f"oppet/{day}/index.html"]
    expected = {
        record.id
        for record in catalogue.records
        if _can_go(record) and any(time.get("dag") in _DAYS[day] for time in record.tider)
    }
    assert set(_ids(page)) == expected
    assert len(_ids(page)) == len(expected), "each once"
    assert f"{len(expected)} verksamhet" in text_of(page.main)


def test_no_page_says_that_a_place_without_times_is_closed(documents: Pages, catalogue: Catalogue) -> None:
    silent = sum(_can_go(record) and not record.tider for record in catalogue.records)
    for name, page in documents.items():
        if name.startswith("oppet/"):
            assert f"Tiderna för {silent} till vet vi inte" in text_of(page.main), name
            assert "stängt" not in text_of(page.main).lower().replace("stängt för sommaren", ""), name


def test_the_list_of_pages_leads_to_all_of_them_with_true_counts(documents: Pages) -> None:
    index = documents["oppet/index.html"]
    told = {}
    for item in index.main.iter("li"):
        link, count = item.find(".//a"), item.find(".//small")
        if link is not None and count is not None:
            told[link.get("href", "").removeprefix("../")] = int(text_of(count))
    pages = {name.removesuffix("index.html") for name in documents if re.fullmatch(r"oppet/[a-z-]+/index.html", name)}
    assert set(told) == pages
    assert len(pages) == 7 + 7 + 4 + 1
    for address, number in told.items():
        assert len(_ids(documents[f"{address}index.html"])) == number


def test_the_start_page_leads_there_without_a_script(documents: Pages) -> None:
    links = [link.get("href") for link in documents["index.html"].elements("a")]
    assert "./oppet/" in links


_TIMES: dict[str, dict[str, Any]] = {
    "sen": {"tider": [{"dag": "tisdag", "fran": "18:00", "till": "21:00"}]},
    "tidig": {"tider": [{"dag": "tisdag", "fran": "08:00"}]},
    "okand-tid": {"tider": [{"dag": "tisdag"}]},
    "gammal": {"tider": [{"dag": "tisdag", "fran": "07:00"}], "uppgifter_fran": 2015},
    "granne": {"tider": [{"dag": "tisdag", "vad": "Kafé på kvällen"}], "omrade": "skarpnack"},
    "utan-dag": {"tider": [{"vad": "En gång i veckan"}]},
    "tyst": {},
    "stangd": {"tider": [{"dag": "tisdag"}], "status": "avslutad"},
    "fanns": {"tider": [{"dag": "tisdag", "fran": "09:00"}], "sammanfattning": "Här kunde du 2012 träffa andra."},
    "vilar": {"tider": [{"dag": "tisdag"}], "status": "vilande"},
}


@pytest.fixture
def pages(words: Vocabularies, tmp_path: Path) -> Pages:
    records = tuple(replace(record_of(**more), id=id_, namn=id_) for id_, more in sorted(_TIMES.items()))
    derived = Derived(catalogue=Catalogue(records=records), idag=IDAG)
    site = Site(derived=derived, words=words, settings=Settings(site_name="Prov", root=tmp_path))
    return {page.address: Document(page.file, page.body) for page in open_pages(site)}


def _all_text(page: Document) -> str:
    return text_of(page.root)


def test_by_district_the_earliest_first_old_times_last(pages: Pages) -> None:
    page = pages["oppet/tisdag/"]
    assert _ids(page) == ["tidig", "sen", "okand-tid", "gammal", "granne"]
    assert [text_of(node) for node in page.with_class("kort-tid")] == [
        "Tisdag: från 8",
        "Tisdag: 18–21",
        "Tisdag: tiden vet vi inte",
        "Tisdag: från 7",
        "Tisdag: Kafé på kvällen",
    ]
    assert "Uppgifter från 2015." in _all_text(page)


def test_the_evening_of_a_day_holds_what_is_told_by_the_clock_or_in_words(pages: Pages) -> None:
    assert _ids(pages["oppet/tisdag-kvall/"]) == ["sen", "granne"]
    assert _ids(pages["oppet/kvall/"]) == ["sen", "granne"]
    assert _ids(pages["oppet/utan-dag/"]) == ["utan-dag"]


def test_an_empty_day_says_so_kindly_and_names_the_nearest(pages: Pages) -> None:
    page = pages["oppet/onsdag/"]
    assert "Vi vet inget som är öppet på onsdagar. Det betyder inte att allt är stängt." in _all_text(page)
    assert "Närmast: tisdag (5)." in _all_text(page)
    assert "Tiderna för 1 till vet vi inte" in _all_text(page)


def test_districts_without_anything_are_led_to_the_nearest(pages: Pages) -> None:
    (told,) = pages["oppet/tisdag/"].with_class("saknas-har")
    rows = [text_of(item) for item in told.iter("li")]
    assert "Enskede-Årsta-Vantör. Närmast: Farsta (4), Skarpnäck (1)." in rows
    assert not any(row.startswith(("Farsta.", "Skarpnäck.")) for row in rows)
    targets = {link.get("href", "").removeprefix("#") for link in told.iter("a")}
    assert targets <= set(pages["oppet/tisdag/"].ids)


def test_a_long_day_goes_on_over_pages(words: Vocabularies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaves, "PAGE_SIZE", 10)
    records = tuple(replace(record_of(**_TIMES["sen"]), id=f"nr-{n:02}", namn=f"Nr {n:02}") for n in range(25))
    derived = Derived(catalogue=Catalogue(records=records), idag=IDAG)
    site = Site(derived=derived, words=words, settings=Settings(site_name="Prov", root=tmp_path))
    found = {page.address: Document(page.file, page.body) for page in open_pages(site)}
    sizes = [len(_ids(found[f"oppet/tisdag-kvall/{part}"])) for part in ("", "2/", "3/")]
    assert sizes == [10, 10, 5]
