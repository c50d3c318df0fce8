"""`/oppna-data/`: everything that can be fetched, with size, day, licence, and how programs read it.

Input: the site and what was published, from the registry. Output: one page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from katalog.exports.history import Extent
from katalog.exports.index import LICENCE_ADDRESS, Told
from katalog.exports.registry import ATOM, CALENDAR, CSV, HTML, JSON, ODS, PACKAGE, SCRIPT, XLSX
from katalog.pages.linked_data import OPEN_DATA, dataset_data
from katalog.pages.offline import offline_terms
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.settings import missing_for_dcat
from katalog.wording.view import number

_ADDRESS = "https://SAJTENS-ADRESS/"  # where the site does not know its own
_UNITS = ("byte", "kB", "MB", "GB")
_STEP = 1000
_HISTORY: dict[Extent, str] = {
    "hel": "Filen med ändringar har dagar för allt som har kommit in, ändrats och stängts.",
    "grund": "Den här gången fanns inte hela historiken. Filen med ändringar har bara dagar som står i posterna.",
    "saknas": "Den här gången fanns ingen historik. Filen med ändringar har bara dagar som står i posterna.",
}
# Media type -> how each tool reads such a file. {adress}: the whole address; {fil}: its name, {mapp}: its folder.
_JSON = (
    ("Excel", "Välj Data, Hämta data, Från webben. Klistra in:\n{adress}"),
    (
        "Python",
        'import json, urllib.request\nwith urllib.request.urlopen("{adress}") as svar:\n    data = json.load(svar)',
    ),
    ("R", 'data <- jsonlite::fromJSON("{adress}")'),
)
_TEXT = (
    ("Excel", "Spara filen och öppna den med ett dubbelklick."),
    ("Python", 'import pandas\ntabell = pandas.read_csv("{adress}", sep=";", decimal=",")'),
    ("R", 'tabell <- read.csv2("{adress}", fileEncoding = "UTF-8-BOM")'),
)
_SHEET = (
    ("Excel", "Spara filen och öppna den."),
    ("Python", 'import pandas\ntabell = pandas.read_excel("{adress}")'),
    ("R", 'download.file("{adress}", "{fil}", mode = "wb")\ntabell <- readxl::read_excel("{fil}")'),
)
_OPEN_SHEET = (
    *_SHEET[:2],
    ("R", 'download.file("{adress}", "{fil}", mode = "wb")\ntabell <- readODS::read_ods("{fil}")'),
)
_TABLES = (
    ("Excel", "Välj Data, Från text/CSV och en av filerna. Välj UTF-8 och komma."),
    (
        "Python",
        'from frictionless import Package\ntabell = Package("{adress}").get_resource("verksamheter").read_rows()',
    ),
    ("R", 'tabell <- read.csv("{mapp}verksamheter-data.csv", encoding = "UTF-8")'),
)
_FEED = (
    ("Läsare", "Lägg till ett flöde med adressen:\n{adress}"),
    ("Python", 'import feedparser\nnotiser = feedparser.parse("{adress}").entries'),
    ("R", 'flode <- tidyRSS::tidyfeed("{adress}")'),
)
_DAYS = (
    ("Kalender", "Prenumerera på en kalender med adressen:\n{adress}"),
    (
        "Python",
        "import icalendar, urllib.request\n"
        'with urllib.request.urlopen("{adress}") as svar:\n    kalender = icalendar.Calendar.from_ical(svar.read())',
    ),
    ("R", 'kalender <- calendar::ic_read("{adress}")'),
)
_WAYS = {
    JSON: _JSON, CSV: _TEXT, XLSX: _SHEET, ODS: _OPEN_SHEET, PACKAGE: _TABLES, ATOM: _FEED, CALENDAR: _DAYS,
    HTML: (("HTML", '<iframe src="{adress}" title="Verksamheter" width="100%" height="600"></iframe>'),),
    SCRIPT: (("HTML", '<script type="module" src="{adress}"></script>'),),
}  # fmt: skip
_PAGE = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """An export as the page shows it. `link` leads to its file, or to the first of many of a kind; `name` is what that
    is called in its folder."""

    told: Told
    link: str
    name: str
    size: str
    examples: tuple[tuple[str, str], ...]


def open_data_page(site: Site, told: list[Told]) -> Page:
    title, text = "Öppna data", "Allt i katalogen som filer. Du får använda dem till vad du vill."
    records = site.derived.catalogue.records
    return site.page(
        OPEN_DATA,
        title,
        text,
        "oppna-data.html",
        head=dataset_data(records, site.history, told, site.settings),
        shown=[_shown(one, site.settings.site_url or _ADDRESS) for one in told],
        count=len(records),
        idag=site.derived.idag,
        licence=LICENCE_ADDRESS,
        is_harvested=not missing_for_dcat(site.settings),
        offline=[(term.slug, term.label) for term in offline_terms(site.words)],
        history=_HISTORY[site.history.extent],
    )


def _shown(told: Told, root: str) -> _Shown:
    export = told.export
    link = f"{export.path}{export.first}" if export.first else told.files[0].path
    link = link.removesuffix(_PAGE)
    name = link if link.endswith("/") else link.rpartition("/")[2]
    examples = tuple(_examples(told, root, link))
    return _Shown(told=told, link=link, name=name, size=said_size(told.size), examples=examples)


def _examples(told: Told, root: str, path: str) -> Iterator[tuple[str, str]]:
    address = f"{root}{path}"
    folder, _, name = address.rpartition("/")
    yield "curl", f"curl --remote-name {address}" if name else f"curl --output {_PAGE} {address}"
    for tool, way in _WAYS.get(told.export.media_type, ()):
        yield tool, way.format(adress=address, fil=name, mapp=f"{folder}/")


def said_size(size: int) -> str:
    """Bytes in thousands, with at most one decimal."""
    steps = 0
    amount = float(size)
    while amount >= _STEP and steps < len(_UNITS) - 1:
        amount, steps = amount / _STEP, steps + 1
    shown = round(amount, 1) if amount < 10 and steps else round(amount)
    return f"{number(shown)} {_UNITS[steps]}"
