"""What can only be made when everything else is: the list of what was published, and the page that shows it.

Input: site, frame, and the files of the exports with their hashes. Output: `File`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from katalog.exports.index import Published, index_file, told_of
from katalog.pages.open_data import open_data_page
from katalog.pages.site import Site
from katalog.publish.frame import Frame
from katalog.publish.parts import File, stamped


def closing_files(site: Site, frame: Frame, published: Iterable[Published]) -> Iterator[File]:
    told = told_of(published)
    path, content = index_file(told, site.derived.idag, len(site.derived.catalogue.records))
    yield File(path=path, content=content)
    yield stamped(open_data_page(site, told), frame)
