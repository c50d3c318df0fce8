"""A page of the built site as a tree, and what the tests ask of it."""

from __future__ import annotations

import gc
import pickle
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]

from katalog.pages.site import Site
from katalog.publish.frame import Frame
from katalog.publish.hyphens import SOFT_HYPHEN
from katalog.publish.parts import own_pages, parts_of
from tests.support import SITE_URL

_SPACE = re.compile(r"\s+")
# Elements that stand in a line of text; any other element begins a text of its own.
_INLINE = frozenset({"a", "abbr", "b", "br", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time", "u"})


@dataclass(frozen=True)
class Document:
    """`name` is the file's path from the site's folder."""

    name: str
    source: str

    @cached_property
    def _parsed(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        parser.parse(self.source)
        return parser.tree.getDocument(), [f"{code} {about}" for _, code, about in parser.errors]

    @property
    def root(self) -> Element:
        return self._parsed[0]

    @property
    def faults(self) -> list[str]:
        """What the HTML standard's parser has to forgive."""
        return self._parsed[1]

    @property
    def address(self) -> str:
        """Where the page is published."""
        return urljoin(SITE_URL, self.name.removesuffix("index.html"))

    @cached_property
    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.elements() if "id" in element.attrib]

    def elements(self, *tags: str) -> Iterator[Element]:
        """All elements in order, or those of some kinds."""
        return (node for node in self.root.iter() if isinstance(node.tag, str) and (not tags or node.tag in tags))

    def with_class(self, name: str) -> list[Element]:
        return [node for node in self.elements() if name in node.get("class", "").split()]

    @property
    def main(self) -> Element:
        return next(self.elements("main"))

    @property
    def is_redirect(self) -> bool:
        return any(node.get("http-equiv") == "refresh" for node in self.elements("meta"))

    @property
    def is_embedded(self) -> bool:
        """A list that stands in somebody else's page: it has not the site's own head and foot."""
        return self.name.startswith("bit/")

    @property
    def data_blocks(self) -> list[str]:
        """The text of the JSON-LD in the head."""
        return [node.text or "" for node in self.elements("script") if node.get("type") == "application/ld+json"]


def pages_of(folder: Path) -> list[Path]:
    """The HTML files of a built site that stand in its frame, in order: those to be read without a network are whole by
    themselves (test_without_network.py)."""
    return sorted(path for path in folder.rglob("*.html") if path.parent.name != "utan-nat")


def read_site(folder: Path) -> dict[str, Document]:
    """Every page of a built site by name."""
    found = pages_of(folder)
    names = [path.relative_to(folder).as_posix() for path in found]
    return {name: Document(name, path.read_text(encoding="utf-8")) for name, path in zip(names, found, strict=True)}


@contextmanager
def _all_kept() -> Iterator[None]:
    """Without looking for rubbish among a million new objects: a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def keep_parsed(site: Path, kept: Path) -> None:
    """The pages of a site as trees, for every process of a run: parsing takes ten times as long as reading this."""
    documents = read_site(site)
    with _all_kept():
        for document in documents.values():
            assert document.root is not None
        kept.write_bytes(pickle.dumps(documents, pickle.HIGHEST_PROTOCOL))


def read_parsed(kept: Path) -> dict[str, Document]:
    """What `keep_parsed` wrote."""
    with _all_kept():
        documents: dict[str, Document] = pickle.loads(kept.read_bytes())  # noqa: S301  # of this run, by ourselves
    return documents


def text_of(element: Element) -> str:
    """All text inside, white space folded, without the soft hyphens of the build."""
    return _SPACE.sub(" ", "".join(element.itertext())).strip().replace(SOFT_HYPHEN, "")


def texts_of(element: Element) -> Iterator[str]:
    """The running texts inside, one for every element that is no part of a line."""
    yield from (text.replace(SOFT_HYPHEN, "") for text in _texts_of(element))


def _texts_of(element: Element) -> Iterator[str]:
    running = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag in _INLINE:
            running += text_of_inline(child)
        else:
            yield _SPACE.sub(" ", running).strip()
            running = ""
            if isinstance(child.tag, str):
                yield from _texts_of(child)
        running += child.tail or ""
    yield _SPACE.sub(" ", running).strip()


def text_of_inline(element: Element) -> str:
    """The text as it stands in its line, with its own spaces; a line break is a space."""
    return " " if element.tag == "br" else "".join(element.itertext())


def generated_pages(site: Site, frame: Frame) -> dict[str, Document]:
    """The pages that a site in memory would have beside the hand-written ones, by file. The records need no files."""
    shown = (part for part in parts_of(site, frame) if part.name in ("lists", "records", "pages"))
    parts = (own_pages(part.making) if part.name == "records" else part.files() for part in shown)
    return {file.path: Document(file.path, file.whole.decode()) for part in parts for file in part}
