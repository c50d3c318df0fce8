"""`/verksamhet/<id>/kod.svg`: the QR code of a record's own page, for paper. Only where the site knows its address, and
of what a reader can choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from katalog.browser.list import CODE
from katalog.derive.choices import is_choice
from katalog.pages.quick_codes import QUIET, modules_of
from katalog.record.model import Record
from katalog.settings import Settings

_DARK = re.compile(rb"\x01+")


def code_files(records: Iterable[Record], settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Path and content of each drawing."""
    if settings.site_url:
        for record in filter(is_choice, records):
            address = f"verksamhet/{record.id}/"
            yield f"{address}{CODE}", code_svg(f"{settings.site_url}{address}").encode()


def code_svg(text: str) -> str:
    """A drawing of its own: white ground, and a stroke for each run of dark modules."""
    rows = modules_of(text)
    size = len(rows) + 2 * QUIET
    strokes = "".join(_strokes(row, y) for y, row in enumerate(rows, QUIET))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{strokes}"/></svg>\n'
    )


def _strokes(row: bytes, y: int) -> str:
    return "".join(f"M{run.start() + QUIET} {y}.5h{run.end() - run.start()}" for run in _DARK.finditer(row))
