"""The forms to fill in as files beside their pages: `handlaggare/blanketter/<id>.docx` and `.odt`. Public: their
addresses last.

Input: `Schema`, settings, the day. Output: path, and what makes the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from katalog.derive.blanks import read_blanks
from katalog.exports.blank_docx import render_docx
from katalog.exports.blank_odt import render_odt
from katalog.record.schema import Schema
from katalog.settings import Settings
from katalog.wording.blanks import about_line, origin_line

BLANKS = "handlaggare/blanketter/"
FILES = {"docx": ("Word", render_docx), "odt": ("LibreOffice", render_odt)}


def blank_files(schema: Schema, settings: Settings, idag: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for blank in read_blanks(schema):
        address = f"{settings.site_url}{BLANKS}{blank.id}/" if settings.site_url else ""
        foot = (about_line(blank), origin_line(blank, settings.site_name, address))
        for ending, (_, render) in FILES.items():
            yield f"{BLANKS}{blank.id}.{ending}", partial(render, blank, foot, idag, settings.site_name)
