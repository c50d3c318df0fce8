"""`katalog build`: all or nothing. Check, render everything, then bring the site's folder up to date.

Input: the project's folder. Output: the site's folder with its marker. A fault leaves the previous site untouched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from katalog.cores import chunks, run_all
from katalog.derive import Derived
from katalog.model import Catalogue
from katalog.page import Page, Settings
from katalog.render.search import render_search
from katalog.render.search_words import Page as SearchPage
from katalog.render.site import Part, render_files, render_site, site_parts
from katalog.render.sitemap import sitemap_xml
from katalog.schema import Schema
from katalog.sources import record_sources
from katalog.stamp import Shell
from katalog.vocabulary import Vocabularies, read_vocabularies
from katalog.write import Laid, Written, finish, lay, opened

FilePart = Callable[[], Mapping[str, str | bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the site generator made: a folder with hand-written pages and the theme's files, the shells, and the text of
    the hand-written pages for the search."""

    folder: Path
    shells: Mapping[int, Shell]
    settings: Settings
    handwritten: Sequence[SearchPage] = ()


@dataclass(frozen=True, slots=True)
class _Made:
    """What a part of the site became: its files, laid ready, and its pages without their content."""

    laid: list[Laid]
    pages: list[Page]


def build_site(catalogue: Catalogue, schema: Schema, frame: Frame, idag: str, out: Path) -> Written:
    """Render everything, on all cores, beside the old site; then swap. Raises ValueError when two pages claim one
    address."""
    derived, words = Derived(catalogue=catalogue, idag=idag), read_vocabularies(schema)
    files: list[FilePart] = [*file_parts(derived, words, frame), partial(_frame_files, frame.folder)]
    pages = site_parts(derived, words, frame.settings)
    with opened(out):
        jobs = [
            *(partial(_lay_files, part, out) for part in files),
            *(partial(_lay_pages, p, frame, out) for p in pages),
        ]
        made = run_all(jobs)
        laid = [file for part in made for file in part.laid]
        _refuse_doubles(laid)
        if frame.settings.site_url:
            addresses = [page for part in made for page in part.pages]
            sitemap = sitemap_xml(addresses, [file.name for file in laid], frame.settings.site_url)
            laid.append(lay(out, "sitemap.xml", sitemap))
        return finish(out, laid)


def file_parts(derived: Derived, words: Vocabularies, frame: Frame) -> list[FilePart]:
    """All files from the catalogue that are not pages, in parts that may be made apart: each gives path -> content."""
    return [
        partial(render_search, derived, words, frame.handwritten),
        partial(render_files, derived, words, frame.settings),
        *(partial(record_sources, chunk) for chunk in chunks(derived.catalogue.records)),
    ]


def render_all(
    derived: Derived, words: Vocabularies, frame: Frame, more: Sequence[Page]
) -> Iterator[tuple[str, bytes]]:
    """Everything from the catalogue, and `more` pages, file by file: path and content."""
    for part in file_parts(derived, words, frame):
        yield from ((name, _bytes(content)) for name, content in part().items())
    for page in chain(render_site(derived, words, frame.settings), more):
        yield page.file, _stamped(page, frame)


def _stamped(page: Page, frame: Frame) -> bytes:
    return frame.shells[page.depth].stamp(page, frame.settings).encode()


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _lay_files(part: FilePart, out: Path) -> _Made:
    return _Made([lay(out, name, _bytes(content)) for name, content in part().items()], [])


def _lay_pages(part: Part, frame: Frame, out: Path) -> _Made:
    """One page at a time: thousands of them at once would fill the memory."""
    made = _Made([], [])
    for page in part():
        made.laid.append(lay(out, page.file, _stamped(page, frame)))
        made.pages.append(replace(page, body="", head=""))
    return made


def _refuse_doubles(laid: Iterable[Laid]) -> None:
    seen: set[str] = set()
    for file in laid:
        if file.name in seen:
            raise ValueError(f"two pages claim the address /{file.name.removesuffix('index.html')}")
        seen.add(file.name)


def _frame_files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
