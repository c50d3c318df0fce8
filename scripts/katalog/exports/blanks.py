"""The forms to fill in as files beside their pages: `handlaggare/blanketter/<id>.docx` and `.odt`. Public: their
addresses last.

Input: `Schema`, settings, the day. Output: path, and what makes the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from katalog.derive.blanks import read_blanks
from katalog.record.schema import Schema
from katalog.settings import Settings
from katalog.wording.blanks import about_line, origin_line

BLANKS = "handlaggare/blanketter/"
FILES = {"docx": "Word", "odt": "LibreOffice"}


def blank_files(schema: Schema, settings: Settings, idag: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for blank in read_blanks(schema):
        address = f"{settings.site_url}{BLANKS}{blank.id}/" if settings.site_url else ""
        foot = (about_line(blank), origin_line(blank, settings.site_name, address))
        for ending in FILES:
            yield f"{BLANKS}{blank.id}.{ending}", partial(_made, ending, blank, foot, idag, settings.site_name)


def _made(ending: str, *told: object) -> bytes:
    """The library behind a format is imported when a file is made: most builds make none."""
    made: bytes = import_module(f"katalog.exports.blank_{ending}").render(*told)
    return made
