"""The whole site's generated pages from one catalogue. `build` and the MkDocs adapter depend on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from katalog.browser.form import form_files, form_page
from katalog.cores import chunks
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.due import due_files, due_page
from katalog.pages.glossary import glossary_page, search_page
from katalog.pages.leaflets import leaflet_pages
from katalog.pages.lists import list_pages
from katalog.pages.page import Page, Settings
from katalog.pages.record import record_pages
from katalog.pages.redirects import redirect_pages
from katalog.pages.reference import reference_pages
from katalog.pages.start import start_page
from katalog.pages.templates import Templates
from katalog.record.problem import Problem
from katalog.wording.view import View

Part = Callable[[], Iterable[Page]]


def site_parts(derived: Derived, words: Vocabularies, settings: Settings) -> list[Part]:
    """The generated pages, each address once, in parts that may be rendered apart; those that take longest first."""
    templates = Templates(view=View(derived=derived, words=words), settings=settings)
    return [
        partial(list_pages, templates),
        *(partial(record_pages, chunk, templates) for chunk in chunks(derived.catalogue.records)),
        partial(_single_pages, templates),
    ]


def render_site(derived: Derived, words: Vocabularies, settings: Settings) -> Iterator[Page]:
    """Every generated page, each address once."""
    return chain.from_iterable(part() for part in site_parts(derived, words, settings))


def _single_pages(templates: Templates) -> Iterator[Page]:
    yield start_page(templates)
    yield from redirect_pages(templates)
    yield from leaflet_pages(templates)
    yield due_page(templates)
    yield glossary_page(templates)
    yield search_page(templates)
    yield form_page(templates)
    yield from reference_pages(templates)


def render_files(derived: Derived, words: Vocabularies, settings: Settings) -> dict[str, str]:
    """Files that are not pages: relative path -> content."""
    templates = Templates(view=View(derived=derived, words=words), settings=settings)
    return due_files(templates) | form_files(templates)


def render_problems(problems: Sequence[Problem], derived: Derived, words: Vocabularies, settings: Settings) -> Page:
    """`/fel/`: what is wrong in the catalogue that is being served. Only while serving."""
    templates = Templates(view=View(derived=derived, words=words), settings=settings)
    title, text = "Fel i katalogen", "Det här stämmer inte i posterna. Sidorna visar det som stämde senast."
    body = templates.render("fel.html", "fel/", title=title, text=text, problems=problems)
    return Page(address="fel/", title=title, text=text, body=body)
