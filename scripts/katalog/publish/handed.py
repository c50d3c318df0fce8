"""What a site generator is handed: one folder with the sources of every page that it shall render, and plain values.

Input: the project, the schema, the day, and what every page tells of faults. Output: `Handed`. Values are text,
numbers, lists and mappings alone, so that any template language reads them alike (decision 22).
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from typing import Any

import yaml
from markupsafe import escape
from pathspec import GitIgnoreSpec

from katalog.browser.freshness import freshness_data
from katalog.derive.derived import Derived
from katalog.derive.swedish import swedish_date
from katalog.derive.tongues import Tongue, Tongues
from katalog.derive.vocabulary import read_vocabularies
from katalog.pages.site import Site
from katalog.pages.tongues import Filler, TonguePageError, is_checked
from katalog.publish.frame import address_of, depth_of, sources
from katalog.publish.generators import FrameError
from katalog.publish.project_file import ProjectFile
from katalog.publish.written import written_sources
from katalog.record.model import Catalogue
from katalog.record.schema import Schema
from katalog.settings import Settings

NO_FAULTS: Mapping[str, str] = {"fel": ""}
_DOCS = "docs"
_NEVER = (".*",)  # hidden files are no part of a site
_PAGE = ".md"
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
# A link to another source. Generators count from different places, so each is handed its address.
_LINK = re.compile(r"(?<=\]\()([^)\s:#]+\.md)(?=[#)])")
_NO_FRONT = "det som står mellan strecken överst ska vara namn med värden, en rad för varje."
_NO_PAGE = "länken till {lank} leder till ingen sida."
_FIRST_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page's source: `meta` is what its front matter says, `markdown` the rest."""

    meta: Mapping[str, Any]
    markdown: str

    @property
    def title(self) -> str:
        heading = _FIRST_HEADING.search(self.markdown)
        return str(self.meta.get("title") or (heading[1] if heading else ""))


@dataclass(frozen=True, kw_only=True)
class Handed:
    """`told` is what every page says of faults in the catalogue; a server has no address of its own to name."""

    project: ProjectFile
    schema: Schema
    idag: str
    told: Mapping[str, str]
    is_serving: bool = False

    @cached_property
    def settings(self) -> Settings:
        settings = self.project.settings
        return replace(settings, site_url="") if self.is_serving else settings

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """What every page is told, below `config.extra.katalog`."""
        freshness = json.dumps(freshness_data(), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        return {
            **self.project.told,
            **self.told,
            "idag": self.idag,
            "idag_text": swedish_date(self.idag),
            "aktualitet": freshness,
            "sprak": self._ways(""),
        }

    @cached_property
    def tongues(self) -> Tongues:
        return Tongues(schema=self.schema)

    @cached_property
    def pages(self) -> Mapping[str, Source]:
        """Source path -> page, hand-written ones and those that are made from data."""
        docs = self.project.root / _DOCS
        by_hand = {name: (docs / name).read_text(encoding="utf-8") for name in self._names() if name.endswith(_PAGE)}
        return {name: _read(name, text) for name, text in (by_hand | sources() | written_sources(self._site())).items()}

    def lay(self, folder: Path) -> None:
        """Every source as the generator shall read it, below `folder`. Raises FrameError for a page that asks for what
        is not there."""
        for name in self._names():
            if not name.endswith(_PAGE):
                _place(folder / name)
                shutil.copyfile(self.project.root / _DOCS / name, folder / name)
        for name, page in self.pages.items():
            try:
                _place(folder / address_of(name) / "index.md").write_text(self._source(name, page), encoding="utf-8")
            except TonguePageError as error:
                raise FrameError(f"{_DOCS}/{name}: {error}") from None

    def is_checked(self, source: str, tongue: Tongue) -> bool:
        return is_checked(self.pages[source].meta, tongue, self.schema)

    def _names(self) -> Iterator[str]:
        """Files of the hand-written part that are not kept out, in order."""
        kept_out = GitIgnoreSpec.from_lines([*_NEVER, *str(self.project.config.get("exclude_docs") or "").splitlines()])
        docs = self.project.root / _DOCS
        names = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
        return iter(sorted(name for name in names if not kept_out.match_file(name)))

    def _source(self, name: str, page: Source) -> str:
        """Front matter in JSON, which is YAML too, with what the frame is told of the page's language."""
        address = address_of(name)
        meta = {key: page.meta[key] for key in ("description", "katalog_ram") if key in page.meta}
        meta |= {"title": page.title, "sprakvagar": self._ways(address), "versioner": self.tongues.versions(address)}
        markdown, tongue = page.markdown, self.tongues.of(address)
        if tongue and depth_of(name) is None:
            self.is_checked(name, tongue)  # a mark that is not right is told with the page
            markdown = Filler(schema=self.schema, idag=self.idag, tongue=tongue).fill(markdown)
            meta["tunga"] = self._tongue(tongue, address)
        markdown = _LINK.sub(lambda found: self._linked(name, found[0]), markdown)
        return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n\n{markdown}"

    def _linked(self, name: str, link: str) -> str:
        """The address of another source, seen from the page."""
        there = normpath(f"{PurePosixPath(name).parent}/{link}")
        if there not in self.pages:
            raise FrameError(f"{_DOCS}/{name}: {_NO_PAGE.format(lank=link)}")
        return f"{relpath('/' + address_of(there), '/' + address_of(name))}/"

    def _tongue(self, tongue: Tongue, address: str) -> Mapping[str, Any]:
        """What the frame of a page in another language says."""
        site = f'<span lang="sv" dir="ltr">{escape(self.settings.site_name)}</span>'
        menu = ((leaf, f"{tongue.id}/{leaf.address}") for leaf in self.tongues.leaves)
        return {
            "id": tongue.id,
            "direction": tongue.direction,
            "texts": tongue.texts,
            "byggd": tongue.texts["byggd"].format(datum=tongue.date(self.idag)),
            "utskriven": tongue.texts["utskriven"].format(sajt=site),
            "meny": [
                {"id": leaf.id, "address": there, "name": tongue.menu[leaf.id], "har": there == address}
                for leaf, there in menu
            ],
        }

    def _ways(self, address: str) -> list[Mapping[str, str]]:
        ways = self.tongues.ways(address)
        return [{"id": w.id, "name": w.name, "direction": w.direction, "address": w.address} for w in ways]

    def _site(self) -> Site:
        """The site before there is a catalogue, for pages that no record stands on."""
        derived = Derived(catalogue=Catalogue(records=()), idag=self.idag)
        return Site(derived=derived, words=read_vocabularies(self.schema), settings=self.settings)


def _read(name: str, text: str) -> Source:
    found = _FRONT.match(text)
    if found is None:
        return Source(meta={}, markdown=text)
    try:
        meta = yaml.safe_load(found[1])
    except yaml.YAMLError as error:
        raise FrameError(f"{_DOCS}/{name}: {_NO_FRONT} {' '.join(str(error).split())}") from None
    if not isinstance(meta, dict):
        raise FrameError(f"{_DOCS}/{name}: {_NO_FRONT}")
    return Source(meta=meta, markdown=text[found.end() :])


def _place(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
