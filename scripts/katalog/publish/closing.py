"""What can only be made when everything else is: the list of what was published, and the page that shows it.

Input: site, frame, and the files of the exports with their hashes. Output: `File`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from katalog.exports.index import Published, Told, index_file, told_of
from katalog.pages.open_data import open_data_page
from katalog.pages.site import Site
from katalog.publish.frame import Frame
from katalog.publish.parts import File, stamped
from katalog.settings import missing_for_dcat


def closing_files(site: Site, frame: Frame, published: Iterable[Published]) -> Iterator[File]:
    told = told_of(published)
    path, content = index_file(told, site.derived.idag, len(site.derived.catalogue.records))
    yield File(path=path, content=content)
    yield stamped(open_data_page(site, told), frame)
    yield from _dcat(site, told)


def _dcat(site: Site, told: list[Told]) -> Iterator[File]:
    if missing_for_dcat(site.settings):
        return
    from katalog.exports.dcat import DcatInput, dcat_files  # noqa: PLC0415  # the library behind it is slow to import

    records, history = site.derived.catalogue.records, site.history
    given = DcatInput(settings=site.settings, records=records, history=history, told=told)
    yield from (File(path=path, content=content) for path, content in dcat_files(given))
