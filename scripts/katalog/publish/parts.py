"""What the site is made of: parts that can be made apart from each other, and the files that each gives.

Input: `Making`. Output: `Part`s; `part.files()` gives path and content, one file at a time, since thousands of pages at
once would fill the memory. A build lays the parts on all cores, a server does so again and again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from katalog.browser.confirm import confirm_files
from katalog.browser.form import form_files
from katalog.browser.search import render_search
from katalog.browser.week import week_files
from katalog.cores import chunks
from katalog.derive.coverage import MATRICES
from katalog.exports.due import due_files
from katalog.exports.registry import GROUPS, Export
from katalog.exports.rows import NO_ROWS, Rows
from katalog.exports.source import Source, Standing
from katalog.exports.to_fill_in import files_to_fill_in
from katalog.pages.acute import acute_page
from katalog.pages.blanks import blank_pages
from katalog.pages.caseworker import caseworker_pages
from katalog.pages.chains import chain_pages
from katalog.pages.codes import code_files
from katalog.pages.confirm import confirm_pages
from katalog.pages.coverage import coverage_pages
from katalog.pages.desk import desk_page
from katalog.pages.due import due_pages
from katalog.pages.embed import embed_page
from katalog.pages.form import form_page
from katalog.pages.glossary import glossary_page
from katalog.pages.guide import guide_pages
from katalog.pages.hsds import hsds_page
from katalog.pages.leaflets import leaflet_pages
from katalog.pages.lists import list_pages
from katalog.pages.money import money_cards
from katalog.pages.my_list import list_page
from katalog.pages.network import network_pages
from katalog.pages.offline import offline_files
from katalog.pages.open_days import open_pages
from katalog.pages.page import Later, Page
from katalog.pages.pictures import picture_files
from katalog.pages.prices import prices_page
from katalog.pages.record import record_pages
from katalog.pages.redirects import redirect_pages
from katalog.pages.reference import reference_pages
from katalog.pages.search_page import search_page
from katalog.pages.site import Site
from katalog.pages.staff import staff_pages
from katalog.pages.start import start_page
from katalog.pages.statistics import statistics_pages
from katalog.pages.week import week_page
from katalog.publish.frame import Frame
from katalog.publish.hyphens import hyphenated
from katalog.publish.laid import Content
from katalog.record.model import Record
from katalog.record.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What parts are made from. `records` are those that the part in hand is about; `rows` what exports remember."""

    site: Site
    frame: Frame
    records: Sequence[Record]
    rows: Rows = NO_ROWS


class Listed(NamedTuple):
    """A file of the site without its content, for what names all files: the sitemap those that are `is_listed`, with
    `changed` (ISO date) where that is known. `export`: the public export that it belongs to."""

    path: str
    is_listed: bool
    changed: str | None
    export: str


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file of the site: its path from the root, and what it holds, whole or in pieces; `Listed` tells of the rest.
    `ground`: what the content follows from, where that is known; then it is made when it is asked for.
    `is_promising`: a record's page, which is asked whether it keeps what it promises (`promises`)."""

    path: str
    content: Content
    is_listed: bool = True
    changed: str | None = None
    export: str = ""
    ground: str = ""
    is_promising: bool = False

    @property
    def whole(self) -> bytes:
        """What it holds; pieces can be asked for once."""
        return self.content if isinstance(self.content, bytes) else b"".join(self.content)

    @property
    def listed(self) -> Listed:
        return Listed(self.path, self.is_listed, self.changed, self.export)


@dataclass(frozen=True, slots=True)
class Part:
    """Files of the site that can be made apart from all others."""

    name: str
    making: Making
    make: Callable[[Making], Iterator[File]]

    def files(self) -> Iterator[File]:
        return self.make(self.making)


def parts_of(site: Site, frame: Frame, rows: Rows = NO_ROWS) -> list[Part]:
    """Everything that comes from the catalogue, each file once; the parts that take longest first, and last the many
    that take no time when little is changed."""
    whole = Making(site=site, frame=frame, records=site.derived.catalogue.records, rows=rows)
    pieces = [replace(whole, records=chunk) for chunk in chunks(whole.records, 100)]  # the last is not long
    return [
        *(Part("exports", whole, partial(_exported, exports)) for exports in GROUPS.values()),
        Part("lists", whole, _lists),
        Part("search", whole, _search),
        *(Part("coverage", whole, partial(_coverage, pair)) for pair in MATRICES),
        Part("pages", whole, _pages),
        Part("data", whole, _data),
        Part("offline", whole, _offline),
        Part("week", whole, _week),
        *(Part("records", piece, _records) for piece in pieces),
    ]


def files_of(records: Sequence[Record], site: Site, frame: Frame) -> Iterator[File]:
    """The files of some records alone."""
    return _records(Making(site=site, frame=frame, records=records))


def frame_part(site: Site, frame: Frame) -> Part:
    """The hand-written pages and the theme's files, as the site generator left them."""
    return Part("frame", Making(site=site, frame=frame, records=()), _frame)


def problem_file(problems: Sequence[Problem], site: Site, frame: Frame) -> File:
    """`/fel/`: what is wrong in the catalogue that is being served. Only while serving."""
    title, text = "Fel i katalogen", "Det här stämmer inte i posterna. Sidorna visar det som stämde senast."
    return stamped(site.page("fel/", title, text, "fel.html", problems=problems), frame)


def _lists(making: Making) -> Iterator[File]:
    return _all_stamped(list_pages(making.site), making)


def _coverage(pair: tuple[str, str], making: Making) -> Iterator[File]:
    return _all_stamped(coverage_pages(making.site, *pair), making)


def _search(making: Making) -> Iterator[File]:
    return _texts(render_search(making.site.derived, making.site.words, making.frame.handwritten))


def _records(making: Making) -> Iterator[File]:
    """One record after the other, since its two pages tell the same (`Site.told`): its page, beside that its own file,
    which the form corrects line by line, and the page to confirm. Then the codes of all."""
    site, records = making.site, making.records
    confirming = _all_stamped(confirm_pages(records, site), making)
    for record, own, other in zip(records, own_pages(making), confirming, strict=True):
        yield own
        yield File(path=f"verksamhet/{record.id}/post.yml", content=site.source(record))
        yield other
    for path, content in code_files(records, site.settings):
        yield File(path=path, content=content)


def own_pages(making: Making) -> Iterator[File]:
    """Of each record its page alone."""
    return (
        replace(file, is_promising=True) for file in _all_stamped(record_pages(making.records, making.site), making)
    )


def _pages(making: Making) -> Iterator[File]:
    return _all_stamped(_single_pages(making.site), making)


def _single_pages(site: Site) -> Iterator[Page]:
    yield start_page(site)
    yield acute_page(site)
    yield from guide_pages(site)
    yield from money_cards(site)
    yield from open_pages(site)
    yield from redirect_pages(site)
    yield from leaflet_pages(site)
    yield from caseworker_pages(site)
    yield from staff_pages(site)
    yield desk_page(site)
    yield prices_page(site)
    yield from chain_pages(site)
    yield from blank_pages(site)
    yield from network_pages(site)
    yield from due_pages(site)
    yield from statistics_pages(site)
    yield glossary_page(site)
    yield search_page(site)
    yield form_page(site)
    yield list_page(site)
    yield hsds_page(site)
    yield embed_page(site)
    yield from reference_pages(site)


def _offline(making: Making) -> Iterator[File]:
    """Whole files without the frame; no page of the sitemap."""
    for file in offline_files(making.site):
        yield File(path=file.path, content=_asked_for(file.made), is_listed=False, ground=file.ground)


def _asked_for(make: Callable[[], str | bytes]) -> Iterator[bytes]:
    made = make()
    yield made if isinstance(made, bytes) else made.encode()


def _week(making: Making) -> Iterator[File]:
    """The page names its data by what they hold."""
    site = making.site
    yield from _texts(files := week_files(site.derived, site.words))
    yield stamped(week_page(site, next(iter(files))), making.frame)


def _data(making: Making) -> Iterator[File]:
    site = making.site
    yield from (File(path=path, content=content) for path, content in picture_files(site.words))
    for file in due_files(site.derived, site.words, site.settings, site.grounds if site.base else None):
        yield File(path=file.path, content=_asked_for(file.made), ground=file.ground)
    empty = site.grounds.of("att fylla i") if site.base else ""  # no record is in them
    for path, made in files_to_fill_in(site.words, site.settings, site.derived.idag):
        yield File(path=path, content=_asked_for(made), ground=empty)
    yield from _texts(form_files(site.derived, site.words))
    yield from _texts(confirm_files(site.words, site.settings))


def _exported(exports: Sequence[Export], making: Making) -> Iterator[File]:
    """The public files of one group, from one source."""
    site = making.site
    source = Source(
        derived=site.derived,
        words=site.words,
        settings=site.settings,
        records=making.records,
        history=site.history,
        grounds=site.grounds if site.base else None,
        rows=making.rows,
    )
    for export in exports:
        for path, pieces in export.render(source):
            ground = pieces.ground if isinstance(pieces, Standing) else ""
            content = b"".join(pieces) if isinstance(pieces, tuple) else pieces  # those are in memory already
            whole = _broken_well(pieces) if path.endswith(".html") else content
            yield File(path=path, content=whole, is_listed=False, export=export.slug, ground=ground)


def _broken_well(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A document of an export, with soft hyphens as every page has them."""
    head, mark, body = b"".join(pieces).decode().partition("<body")
    yield f"{head}{mark}{hyphenated(body)}".encode()


def _frame(making: Making) -> Iterator[File]:
    folder = making.frame.folder
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield File(path=path.relative_to(folder).as_posix(), content=path.read_bytes())


def _all_stamped(pages: Iterable[Page], making: Making) -> Iterator[File]:
    return (stamped(page, making.frame) for page in pages)


def stamped(page: Page, frame: Frame) -> File:
    """The page in its frame."""
    ground, content = (page.ground, _later(page, frame)) if isinstance(page, Later) else ("", _in_frame(page, frame))
    return File(path=page.file, content=content, is_listed=page.is_listed, changed=page.changed, ground=ground)


def _later(page: Later, frame: Frame) -> Iterator[bytes]:
    yield _in_frame(page.made(), frame)


def _in_frame(page: Page, frame: Frame) -> bytes:
    return frame.shells[page.depth].stamp(page, frame.settings).encode()


def _texts(files: Mapping[str, str]) -> Iterator[File]:
    return (File(path=path, content=text.encode()) for path, text in files.items())
