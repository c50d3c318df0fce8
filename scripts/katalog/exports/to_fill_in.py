"""All files that somebody fills in: the sheet for many records, and the forms.

Input: vocabularies, settings, the day. Output: path, and what makes the bytes: that is slow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from katalog.derive.vocabulary import Vocabularies
from katalog.exports.blanks import blank_files
from katalog.exports.table import FORMATS, TEMPLATE, make_template
from katalog.settings import Settings


def files_to_fill_in(words: Vocabularies, settings: Settings, idag: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield TEMPLATE, lambda: FORMATS["xlsx"].render(make_template(words, idag))
    yield from blank_files(words.schema, settings, idag)
