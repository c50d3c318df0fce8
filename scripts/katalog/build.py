"""`katalog build`: all or nothing. Check, render everything, then bring the site's folder up to date.

Input: the project's folder. Output: the site's folder with its marker. A fault leaves the previous site untouched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from katalog.derive import Derived
from katalog.model import Catalogue
from katalog.page import Page, Settings
from katalog.render.search import render_search
from katalog.render.search_words import Page as SearchPage
from katalog.render.site import render_files, render_site
from katalog.render.sitemap import sitemap_xml
from katalog.schema import Schema
from katalog.sources import record_sources
from katalog.stamp import Shell
from katalog.vocabulary import Vocabularies, read_vocabularies
from katalog.write import Written, write_folder

MODULES = Path("docs/assets/js/sok")  # the search's modules; they are published only beside their index


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the site generator made: a folder with hand-written pages and the theme's files, the shells, and the text of
    the hand-written pages for the search."""

    folder: Path
    shells: Mapping[int, Shell]
    settings: Settings
    handwritten: Sequence[SearchPage] = ()


def build_site(catalogue: Catalogue, schema: Schema, frame: Frame, idag: str, out: Path) -> Written:
    """Render every page in memory, then write. Raises ValueError when two pages claim one address."""
    derived, words = Derived(catalogue=catalogue, idag=idag), read_vocabularies(schema)
    pages = list(render_site(derived, words, frame.settings))
    files = _frame_files(frame.folder) | generate(pages, derived, words, frame)
    if frame.settings.site_url:
        files["sitemap.xml"] = sitemap_xml(pages, files, frame.settings.site_url)
    return write_folder(out, files)


def generate(pages: Iterable[Page], derived: Derived, words: Vocabularies, frame: Frame) -> dict[str, bytes]:
    """All files that come from the catalogue: relative path -> content."""
    search = render_search(derived, words, frame.handwritten, modules=MODULES)
    texts = render_files(derived, words, frame.settings) | search
    files = {path: text.encode() for path, text in texts.items()}
    return _stamped(pages, frame) | files | record_sources(derived.catalogue)


def _frame_files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _stamped(pages: Iterable[Page], frame: Frame) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for page in pages:
        if page.file in files:
            raise ValueError(f"two pages claim the address /{page.address}")
        files[page.file] = frame.shells[page.depth].stamp(page, frame.settings).encode()
    return files
