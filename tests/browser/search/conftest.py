"""The search as the browser gets it: real catalogue, real Chromium, and no file but those of the search.

Every request is answered from a dict of files; what is not in it is a fault of the page.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator, Mapping

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Page, Route

from katalog.browser.modules import reached
from katalog.browser.prose import Prose, Section
from katalog.browser.search import POINTER, render_search
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.pictures import picture_files
from katalog.pages.search_page import search_page
from katalog.pages.site import Site
from katalog.pages.templates import FOLDER
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue
from katalog.record.schema import Schema
from katalog.settings import Settings
from tests.kept_page import KeptPage
from tests.server import serving
from tests.support import CATALOGUE, IDAG, PROJECT

HOST = "http://sok.test/"
_FROM_HERE = ("img-src", "script-src", "style-src", "connect-src", "form-action")
POLICY = "; ".join(("default-src 'none'", *(f"{name} 'self'" for name in _FROM_HERE)))
LOOK = """:root { --yta: #fff; --yta-2: #eee; --text: #111; --text-svag: #555; --lank: #036; --kant: #767676;
  --accent: #036; --accent-text: #fff; --fokus: #c50; --radie: 6px; --mellan-1: 4px; --mellan-2: 8px; --mellan-3: 16px;
  --mellan-4: 24px; --mellan-5: 32px; --mellan-6: 48px; } body { margin: 0; color: #111; background: #fff; }"""
Open = Callable[[str], Page]
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
          const [data, pages] = await Promise.all(["index", "sidor"].map(
            async (name) => (await fetch(`/${folder}${name}.json`)).json()));
          const loaded = index.readIndex(data, day);
          window.index = { ...loaded, ...loaded.reading() };
          window.ids = kort.readIds(data.kort, loaded.language);
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


def _document(body: str, header: str, root: str, title: str) -> str:
    return (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<link rel="stylesheet" href="{root}look.css"><link rel="stylesheet" href="{root}sok.css">'
        f'<script type="module" src="{root}assets/js/search-start.js"></script></head>'
        f"<body><header>{header}</header><main>{body}</main></body></html>"
    )


@pytest.fixture(scope="session")
def site(files: Mapping[str, str], derived: Derived, words: Vocabularies) -> Mapping[str, str]:
    made = Site(derived=derived, words=words, settings=Settings(site_name="Prov", root=PROJECT))
    body = search_page(made).body
    shared = Environment(loader=FileSystemLoader(FOLDER), autoescape=True).get_template("_sokruta.html").module
    header = shared.sokruta("", POINTER, "sok-huvud", "Sök")  # type: ignore[attr-defined]  # a macro
    assets = PROJECT / "docs/assets"
    return {
        **files,
        "sok/index.html": _document(body, "", "../", "Sök"),
        "index.html": _document("<h1>Start</h1><p>Välkommen</p>", header, "", "Start"),
        **{f"assets/js/{name}": text for name, text in reached("search-start.js").items()},
        "sok.css": (assets / "css/sok.css").read_text(encoding="utf-8"),
        "look.css": LOOK,
        **{path: content.decode() for path, content in picture_files(words)},
    }


@pytest.fixture(scope="session")
def served(site: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page and all that it asks for, over HTTP: what is answered through Playwright takes many times as long."""
    folder = tmp_path_factory.mktemp("sok")
    for name, text in site.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    with serving(folder) as root:
        yield root


@pytest.fixture(scope="session")
def kept_page(browser: Browser) -> Iterator[KeptPage]:
    context = browser.new_context()
    yield KeptPage(context)
    context.close()


@pytest.fixture
def visit(kept_page: KeptPage, served: str) -> Iterator[Open]:
    """Open an address. After the test the console must be empty."""
    with kept_page.lent(1280) as page:

        def go(address: str) -> Page:
            page.goto(served + address)
            return page

        yield go


def ids_on(page: Page) -> list[str]:
    """The records that the page shows, in order, when it has searched."""
    page.wait_for_selector("[data-sok-yta]:not([data-sok-vantar])")
    found: list[str] = page.eval_on_selector_all(
        "main [data-verksamhet]", "(all) => all.map((e) => e.dataset.verksamhet)"
    )
    return found
