"""Every public export: where its files lie, what they are, which version their shape has, and who makes them.

Input: none. Output: `EXPORTS`. The site's build, `katalog export`, `/api/v1/index.json` and the page about open data
read this list alone. An export is one entry here and one function, whose docstring is its text on that page.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

from katalog.exports.source import Source

Rendered = Iterable[tuple[str, Iterable[bytes]]]  # path from the site's root, content in pieces

JSON = "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
CSV = "text/csv"
PACKAGE = "application/vnd.datapackage+json"
ZIP = "application/zip"
ATOM = "application/atom+xml"
CALENDAR = "text/calendar"
HTML = "text/html"
SCRIPT = "text/javascript"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """`slug` is its name on the command line. `path`: where its file lies below the site's root; with a part in braces
    (`{id}`) one file of many of a kind, with a slash at the end a folder. `made_by`: module of this room and function,
    imported when it is asked for, because of the libraries behind it. Exports of one `group` are made in one process,
    one after the other, from one `Source`: what they share is made once. `first`: which file of a folder to look
    at first. `page` (from the site's root) tells more."""

    slug: str
    title: str
    path: str
    media_type: str
    version: str
    made_by: str
    group: str
    first: str = ""
    page: str = ""

    @property
    def is_single(self) -> bool:
        """One file, and not a kind of file or a folder."""
        return "{" not in self.path and not self.path.endswith("/")

    @property
    def is_text(self) -> bool:
        """May be shown in a terminal."""
        return self.media_type.startswith("text/") or self.media_type.partition("+")[2] in ("json", "xml") or (
            self.media_type == JSON
        )  # fmt: skip

    @property
    def text(self) -> tuple[str, ...]:
        """What the page about open data says of it: paragraphs in Swedish."""
        told = inspect.getdoc(self._maker) or ""
        return tuple(" ".join(paragraph.split()) for paragraph in told.split("\n\n"))

    def render(self, source: Source) -> Rendered:
        """Its files, each when it is asked for. None when the site lacks what the export requires."""
        return self._maker(source)

    @property
    def _maker(self) -> Callable[[Source], Rendered]:
        module, _, name = self.made_by.partition(".")
        found: Callable[[Source], Rendered] = getattr(import_module(f"katalog.exports.{module}"), name)
        return found


EXPORTS: tuple[Export, ...] = (
    Export(
        slug="xlsx",
        title="Excel (XLSX)",
        path="oppna-data/verksamheter.xlsx",
        media_type=XLSX,
        version="1.0",
        made_by="sheets.xlsx",
        group="ark",
    ),
    Export(
        slug="ods",
        title="OpenDocument (ODS)",
        path="oppna-data/verksamheter.ods",
        media_type=ODS,
        version="1.0",
        made_by="sheets.ods",
        group="ark",
    ),
    Export(
        slug="csv",
        title="CSV för kalkylprogram",
        path="oppna-data/verksamheter.csv",
        media_type=CSV,
        version="1.0",
        made_by="sheets.csv",
        group="ark",
    ),
    Export(
        slug="datapaket",
        title="CSV för program (datapaket)",
        path="oppna-data/paket/",
        media_type=PACKAGE,
        version="1.0",
        made_by="data_package.package",
        group="json",
        first="datapackage.json",
    ),
    Export(
        slug="json",
        title="JSON",
        path="api/v1/verksamheter.json",
        media_type=JSON,
        version="1.0",
        made_by="api.everything",
        group="json",
    ),
    Export(
        slug="poster",
        title="JSON, en fil för varje verksamhet",
        path="api/v1/verksamheter/{id}.json",
        media_type=JSON,
        version="1.0",
        made_by="api.single",
        group="json",
    ),
    Export(
        slug="vokabular",
        title="Ordlistor",
        path="api/v1/vokabular.json",
        media_type=JSON,
        version="1.0",
        made_by="api.vocabularies",
        group="json",
    ),
    Export(
        slug="omraden",
        title="Områden",
        path="api/v1/omraden.json",
        media_type=JSON,
        version="1.0",
        made_by="api.areas",
        group="json",
    ),
    Export(
        slug="statistik",
        title="Statistik",
        path="api/v1/statistik.json",
        media_type=JSON,
        version="1.0",
        made_by="api.statistics",
        group="json",
    ),
    Export(
        slug="andringar",
        title="Ändringar",
        path="api/v1/andringar.json",
        media_type=JSON,
        version="1.0",
        made_by="api.changes",
        group="json",
    ),
    Export(
        slug="scheman",
        title="JSON Schema",
        path="api/v1/scheman/",
        first="verksamhet.json",
        media_type=JSON,
        version="1.0",
        made_by="api_schemas.schemas",
        group="json",
    ),
    Export(
        slug="openapi",
        title="OpenAPI",
        path="api/v1/openapi.json",
        media_type=JSON,
        version="1.0",
        made_by="api_schemas.openapi",
        group="json",
    ),
    Export(
        slug="hsds",
        title="HSDS 3.1 som filer",
        path="api/v1/hsds/",
        first="index.json",
        media_type=JSON,
        version="1.0",
        made_by="hsds.api",
        group="hsds",
        page="oppna-data/hsds/",
    ),
    Export(
        slug="hsds-paket",
        title="HSDS 3.1 som tabeller (ZIP)",
        path="oppna-data/hsds.zip",
        media_type=ZIP,
        version="1.0",
        made_by="hsds.package",
        group="hsds",
        page="oppna-data/hsds/",
    ),
    Export(
        slug="nya",
        title="Flöde: nya verksamheter",
        path="floden/nya/{omrade}.atom",
        media_type=ATOM,
        version="1.0",
        made_by="feeds.new",
        group="floden",
    ),
    Export(
        slug="andrade",
        title="Flöde: ändrade uppgifter",
        path="floden/andrade/{omrade}.atom",
        media_type=ATOM,
        version="1.0",
        made_by="feeds.changed",
        group="floden",
    ),
    Export(
        slug="stangda",
        title="Flöde: stängda verksamheter",
        path="floden/stangda/{omrade}.atom",
        media_type=ATOM,
        version="1.0",
        made_by="feeds.closed",
        group="floden",
    ),
    Export(
        slug="kalender",
        title="Kalender: det som gäller en tid",
        path="floden/kalender/{omrade}.ics",
        media_type=CALENDAR,
        version="1.0",
        made_by="feeds.calendar",
        group="floden",
    ),
    Export(
        slug="kort",
        title="JSON, korta kort",
        path="api/v1/kort/{omrade}.json",
        media_type=JSON,
        version="1.0",
        made_by="api_cards.cards",
        group="bit",
    ),
    Export(
        slug="bitar",
        title="Listor att bädda in",
        path="bit/",
        media_type=HTML,
        version="1.0",
        made_by="embed.lists",
        group="bit",
        first="stadsdel/farsta/index.html",
        page="oppna-data/badda-in/",
    ),
    Export(
        slug="element",
        title="Elementet hitta-verksamheter",
        path="bit/v1/verksamheter.js",
        media_type=SCRIPT,
        version="1.0",
        made_by="embed.component",
        group="bit",
        page="oppna-data/badda-in/",
    ),
)
BY_SLUG = {export.slug: export for export in EXPORTS}
GROUPS = {group: [export for export in EXPORTS if export.group == group] for group in {e.group: 0 for e in EXPORTS}}
