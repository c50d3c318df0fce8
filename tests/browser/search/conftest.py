"""The search as the browser gets it: real catalogue, real Chromium, no server.

Every request is answered from a dict of files; what is not in it is a fault of the page.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, Route

from katalog.browser.prose import Prose, Section
from katalog.browser.search import render_search
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue
from katalog.record.schema import Schema
from tests.support import CATALOGUE, IDAG

HOST = "http://sok.test/"
PAGES = (
    Prose(
        address="om/",
        title="Om katalogen",
        sections=(
            Section(anchor="", title="Om katalogen", text="Hitta sysselsättning är en öppen katalog."),
            Section(anchor="vem-som-star-bakom", title="Vem som står bakom", text="Ingen är utsedd än."),
        ),
    ),
    Prose(
        address="for-dig/",
        title="För dig som letar",
        sections=(
            Section(anchor="vad-det-kostar", title="Vad det kostar", text="Fråga innan du går dit."),
            Section(anchor="vad-det-kostar", title="Vad det kostar", text="Fråga innan du går dit."),
        ),
    ),
)


@pytest.fixture(scope="session")
def derived(schema: Schema) -> Derived:
    """The records without errors: a broken one must not hide what the search does with the others."""
    checked = check_catalogue(CATALOGUE, schema, IDAG)
    return Derived(catalogue=Catalogue(records=checked.clean), idag=IDAG)


@pytest.fixture(scope="session")
def files(derived: Derived, words: Vocabularies) -> Mapping[str, str]:
    return render_search(derived, words, PAGES)


@pytest.fixture(scope="session")
def folder(files: Mapping[str, str]) -> str:
    """`assets/sok/<hash>/`, where the index and the modules stand."""
    return next(path for path in files if path.endswith("/index.json")).removesuffix("index.json")


def serve(page: Page, files: Mapping[str, str]) -> None:
    """Answer requests to HOST from `files`; a folder stands for its index.html."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST).partition("?")[0].partition("#")[0]
        name = path + "index.html" if path == "" or path.endswith("/") else path
        if name not in files:
            route.fulfill(status=404, body="not found")
            return
        kind = mimetypes.guess_type(name)[0] or "text/plain"
        route.fulfill(status=200, body=files[name], content_type=f"{kind}; charset=utf-8")

    page.route("**/*", answer)


@pytest.fixture(scope="session")
def engine(browser: Browser, files: Mapping[str, str], folder: str) -> Iterator[Page]:
    """A blank page with the modules loaded: `window.index`, `window.motor`, `window.filter`, `window.ord`."""
    page = browser.new_page()
    serve(page, {**files, "index.html": "<!doctype html><title>tom</title>"})
    page.goto(HOST)
    page.evaluate(
        """async ([folder, day]) => {
          const [index, sok, filter, ord, tillstand, kort] = await Promise.all(
            ["search/index", "search/search", "search/filter", "search/words", "core/address", "search/cards"].map(
              (name) => import(`/${folder}${name}.js`)));
          const [data, cards, pages] = await Promise.all(["index", "kort", "sidor"].map(
            async (name) => (await fetch(`/${folder}${name}.json`)).json()));
          const loaded = index.readIndex(data, day, cards);
          window.index = { ...loaded, ...loaded.reading() };
          window.ids = kort.readIds(cards, loaded.language);
          window.motor = sok.makeSearch(loaded);
          window.motor.learnPages(pages);
          window.filter = filter.makeFilter(window.index);
          window.ord = { ...ord.makeWords(data.sprak), distance: ord.distance };
          window.tillstand = tillstand;
        }""",
        [folder, IDAG],
    )
    yield page
    page.close()
