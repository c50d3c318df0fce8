"""A site that is read long after its build: whatever expires has been taken back, so that every page says what a build
of that day would have said, in the order of that day. Nothing is ever brought back.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page

from katalog.derive.derived import Derived
from katalog.derive.facets import read_facets, row_of
from katalog.derive.freshness import DUE_DAYS, FRESH_DAYS, PLACES_DAYS, derive_freshness
from katalog.derive.match import Count, Level, count_values
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.site import Site
from katalog.publish.frame import Frame
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue
from katalog.record.schema import Schema
from katalog.wording.trust import say_trust
from tests.built.document import Document, generated_pages, text_of
from tests.sample import some
from tests.server import serving
from tests.support import IDAG, SITE_URL, lay_project, run_katalog

# Id -> name, days since the confirmation, days since free places were told (None: not told), more lines. The names
# stand in an order of their own, so that what moves in a list moves far.
_RECORDS: Mapping[str, tuple[str, int | None, int | None, str]] = {
    "ny": ("Ölandet", 0, 0, ""),
    "sista-dagen": ("Ängen", FRESH_DAYS, PLACES_DAYS, ""),
    "snart": ("Åkern", FRESH_DAYS - 20, PLACES_DAYS - 1, ""),
    "dags": ("Mitten", FRESH_DAYS + 1, PLACES_DAYS + 1, ""),
    "sista-aret": ("Bagarn", DUE_DAYS, None, ""),
    "inaktuell": ("Cykeln", DUE_DAYS + 1, None, ""),
    "okand": ("Datorn", None, None, ""),
    "okand-med-plats": ("Zebran", None, 3, ""),
    "stangd": ("Yllet", 10, None, "status: avslutad\n"),
    "stangd-forr": ("Arken", 400, None, "status: avslutad\n"),
    "exempel": ("Xylofonen", 5, None, "forebild: true\n"),
    "egen-sida": ("Vävaren", None, None, "  - titel: Egen sida\n    slag: egen\n    ar: 2021\n"),
    "myndighet": ("Ullan", 365, None, "  - titel: Staden\n    slag: myndighet\n    ar: 2024\n"),
    "egen-for-nagra": (
        "Syn",
        None,
        None,
        "  - titel: Egen sida\n    slag: egen\n    ar: 2025\n    galler:\n      - namn\n",
    ),
}
_DAYS = (-400, 1, 1500)  # a clock that is behind must bring nothing back; more days stand in `tests/full/`
_LISTS = ("stadsdel/farsta/", "insatstyp/traffpunkt/", "stadsdel/farsta/blad/")
# A star is the reader's own, and no part of what a build says.
_TEXTS = """() => {
  for (const star of document.querySelectorAll(".stjarna")) star.remove();
  const text = (node) => node.textContent.replace(/\\u00ad/g, "").replace(/\\s+/g, " ").trim();
  return [...document.querySelectorAll("main :is(.kortlista, .bladlista)")].map((list) => [...list.children].map(text));
}"""
_ARTICLE = """() => {
  document.querySelector("article .stjarna")?.remove();
  return document.querySelector("article").textContent.replace(/\\u00ad/g, "").replace(/\\s+/g, " ").trim();
}"""
# The foot of a sheet tells the day of its own build, which is another for a site that is read later.
_MADE = re.compile(r"Sidan gjordes \d+ \w+ \d{4}\.")
_LOOKS = "() => [...document.querySelectorAll('main .tillit')].map((mark) => mark.className)"
_SEARCHED = """() => {
  const text = (node) => node.textContent.replace(/\\u00ad/g, "").replace(/\\s+/g, " ").trim();
  const all = (wanted, within = document) => [...within.querySelectorAll(wanted)];
  const numbers = (value) => ["passar", "kan passa"].map((word) =>
    Number(text(value.querySelector(".sok-antal")).match(new RegExp(`(\\\\d+) ${word}`))?.[1] ?? 0));
  const ids = (list) => all(`[data-sok-${list}] > li`).map((card) => card.dataset.verksamhet);
  return {
    fits: ids("traffar"),
    maybe: ids("kanlista"),
    sure: all("[data-sok-traffar] .tillit").map(text),
    counts: all(".sok-facett[open]:not([hidden]) li:not([hidden])").map((value) =>
      [value.querySelector("input").name, value.querySelector("input").value, ...numbers(value)]),
  };
}"""


def _day(days: int) -> str:
    return (datetime.date.fromisoformat(IDAG) + datetime.timedelta(days=days)).isoformat()


def _record(name: str, confirmed: int | None, places: int | None, more: str) -> str:
    sources = ["kallor:\n  - titel: Årsredovisning 2020", *([more] if more.startswith(" ") else [])]
    lines = [f"namn: {name}", "insatstyp:\n  - traffpunkt", "omrade: farsta", "uppgifter_fran: 2020",
             "sammanfattning: Fika och prata tillsammans.", *sources]  # fmt: skip
    if "status" not in more:
        lines.append("status: okand" if confirmed is None else "status: aktiv")
    if confirmed is not None:
        lines.append(f'senast_bekraftad: "{_day(-confirmed)}"\nbekraftad_av: Träffpunkten')
    if places is not None:
        lines.append(f'platslage:\n  lage: lediga\n  datum: "{_day(-places)}"')
    return "\n".join([*lines, *([] if more.startswith(" ") else [more])])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"farsta/{name}.yml": _record(*about) for name, about in _RECORDS.items()}
    folder = lay_project(tmp_path_factory.mktemp("senare"), files)
    done = run_katalog(folder, "build", SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def root(project: Path) -> Iterator[str]:
    with serving(project / "site") as address:
        yield address


@pytest.fixture(scope="module")
def records(project: Path, schema: Schema) -> Catalogue:
    found = check_catalogue(project / "catalogue", schema, IDAG).catalogue
    assert found is not None
    assert len(found.records) == len(_RECORDS)
    return found


@pytest.fixture(scope="module", params=_DAYS)
def days(request: pytest.FixtureRequest) -> int:
    days: int = request.param
    return days


@pytest.fixture(scope="module")
def derived(days: int, records: Catalogue) -> Derived:
    """As a build of that day would have it; on an earlier day than the build's, as the build had it."""
    return Derived(catalogue=records, idag=_day(max(days, 0)))


@pytest.fixture(scope="module")
def expected(derived: Derived, frame: Frame, words: Vocabularies, project: Path) -> dict[str, Document]:
    settings = replace(frame.settings, root=project)
    return generated_pages(Site(derived=derived, words=words, settings=settings), frame)


@pytest.fixture(scope="module")
def page(days: int, browser: Browser) -> Iterator[Page]:
    """A page that knows no other day. After the tests its console must be empty."""
    context = browser.new_context(timezone_id="Europe/Stockholm", locale="sv-SE")
    context.clock.set_fixed_time(f"{_day(days)}T12:00:00")
    made = context.new_page()
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    yield made
    context.close()
    assert said == []


def test_lists_say_what_a_build_of_the_day_says_in_its_order(
    page: Page, root: str, expected: Mapping[str, Document]
) -> None:
    for address in some(_LISTS, 3):
        page.goto(root + address, wait_until="load")
        document = expected[f"{address}index.html"]
        lists = [*document.with_class("kortlista"), *document.with_class("bladlista")]
        assert page.evaluate(_TEXTS) == [[text_of(item) for item in each] for each in lists], address


def test_a_record_says_what_a_build_of_the_day_says(page: Page, root: str, expected: Mapping[str, Document]) -> None:
    for name in _RECORDS:
        address = f"verksamhet/{name}/"
        page.goto(root + address, wait_until="load")
        document = expected[f"{address}index.html"]
        built = text_of(next(document.elements("article")))
        assert _MADE.sub("", page.evaluate(_ARTICLE)) == _MADE.sub("", built), name
        assert page.evaluate(_LOOKS) == [node.get("class") for node in document.with_class("tillit")], name


def test_search_finds_counts_and_sorts_as_a_build_of_the_day(
    page: Page, root: str, derived: Derived, words: Vocabularies
) -> None:
    page.goto(f"{root}sok/?visa=alla", wait_until="load")
    page.locator("[data-sok-traffar] > li").first.wait_for()
    for facet in page.locator(".sok-facett > summary").all():
        facet.evaluate("(summary) => { summary.parentElement.open = true; }")
    shown = "details:not([hidden]) > .sok-varden > li:not([hidden]) .sok-antal"
    page.wait_for_function(f"() => [...document.querySelectorAll('{shown}')].every((one) => one.textContent)")
    found: dict[str, Any] = page.evaluate(_SEARCHED)
    ranked = derived.in_order(derived.catalogue.records)
    assert (found["fits"], found["maybe"]) == ([record.id for record in ranked], [])
    assert found["sure"] == [say_trust(derived.trust[record.id]).card_text for record in ranked]
    facets = read_facets(derived, words)
    rows = [row_of(record, facets, derived.idag) for record in ranked]
    values = {facet.id: [value.id for value in facet.values] for facet in facets}
    counts = count_values(rows, values, {}, {facet.id for facet in facets if facet.needs_all})
    assert "aktualitet" in {facet for facet, *_ in found["counts"]}
    for facet, value, fits, maybe in found["counts"]:
        assert counts[facet][value] == Count(fits, maybe), (facet, value)


def test_every_chosen_value_gives_the_records_of_the_day(
    page: Page, root: str, derived: Derived, words: Vocabularies
) -> None:
    answered = re.compile(r"^(\d+ passar|Inget säkert|Inga träffar)")
    for facet in read_facets(derived, words):
        if not any(True for record in derived.catalogue.records for _ in facet.changes(record)):
            continue
        for value in some(facet.values, 2):
            page.goto(f"{root}sok/?{urlencode({facet.id: value.id, 'visa': 'alla', 'q': 'fika'})}", wait_until="load")
            page.locator("[data-sok-antal]", has_text=answered).wait_for()
            found = page.evaluate(_SEARCHED)
            told = [(record, facet.told(record, derived.idag).level(value.id)) for record in derived.catalogue.records]
            fits = [record for record, level in told if level is Level.FITS]
            maybe = [record for record, level in told if Level.NO < level < Level.FITS]
            # What is hidden until asked for stands after what answers as well.
            ranked = sorted(derived.in_order(fits), key=lambda record: record.forebild or record.is_closed)
            assert found["fits"] == [record.id for record in ranked], value.id
            assert set(found["maybe"]) == {record.id for record in maybe}, value.id


def test_what_needs_a_look_is_named_by_its_freshness_of_the_day(page: Page, root: str, derived: Derived) -> None:
    page.goto(f"{root}aktualitet/", wait_until="load")
    told = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-att-se-over]")].map((item) =>
             [item.dataset.attSeOver,
              item.querySelector(".aktualitet-ord").textContent.replace(/\\u00ad/g, "")]))"""
    )
    assert told == {name: f"{derive_freshness(derived.catalogue.by_id[name], derived.idag).label}." for name in told}
    assert {"sista-dagen", "snart", "dags", "okand"} <= set(told)
