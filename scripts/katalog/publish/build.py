"""The whole site, all or nothing: make every part beside the old site, then bring its folder up to date.

Input: `Site`, `Frame`, the folder. Output: the folder with its marker. A fault leaves the previous site untouched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from katalog.cores import run_all
from katalog.exports.index import Published
from katalog.pages.site import Site
from katalog.publish.closing import closing_files
from katalog.publish.compress import Compressor
from katalog.publish.frame import Frame
from katalog.publish.generators import FrameError
from katalog.publish.grounds import Known
from katalog.publish.hyphens import rules
from katalog.publish.laid import Content, Laid, lay
from katalog.publish.parts import File, Listed, Part, frame_part, parts_of
from katalog.publish.promises import UnkeptPromiseError, unkept
from katalog.publish.sitemap import robots_txt, sitemaps
from katalog.publish.write import Written, finish, finished, opened

_DOUBLED = (
    "Två sidor vill ha adressen /{adress}. Byt namn på en sida i docs/, eller mapp för en lista under x-listor i "
    "schema/verksamhet.schema.json."
)


class DoubledAddressError(FrameError):
    """Two pages claim one address: a list of the schema's and a page of the site's own, or one in docs/."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a part of the site became: its files, laid ready and as they are listed, and what its pages promise without
    keeping it."""

    laid: list[Laid]
    files: list[Listed]
    unkept: list[str]
    grounds: list[tuple[str, Laid]]


@dataclass(frozen=True, slots=True)
class _Layer:
    """Lays parts ready in the site's folder; also in processes of their own. `former`: what the last finished build
    wrote there; `known`: on what. `compressor`: None where no file is to stand beside compressed."""

    out: Path
    former: Mapping[str, str]
    known: Known
    compressor: Compressor | None

    def lay(self, part: Part) -> _Made:
        made = _Made([], [], [], [])
        for file in part.files():
            laid = self._kept(file) or self._new(file, made)
            if file.ground:
                made.grounds.append((file.ground, laid))
            made.laid.extend(self._with_copies(laid))
            made.files.append(file.listed)
        return made

    def lay_one(self, name: str, content: Content) -> Iterator[Laid]:
        return self._with_copies(lay(self.out, name, content))

    def _kept(self, file: File) -> Laid | None:
        return self.known.kept(self.out, file.path, file.ground, self.former) if file.ground else None

    def _new(self, file: File, made: _Made) -> Laid:
        """A page that was kept was asked for its promises when it was made: one that does not keep them is never left
        by a build that asks."""
        if not file.is_promising:
            return lay(self.out, file.path, file.whole if file.ground else file.content)
        page = file.whole
        made.unkept.extend(f"{file.path}: ”{text}”" for text in unkept(page.decode()))
        return lay(self.out, file.path, page)

    def _with_copies(self, laid: Laid) -> Iterator[Laid]:
        """A file, and its compressed copies where they are asked for."""
        yield laid
        if self.compressor:
            yield from self.compressor.lay(laid)


def build_site(  # noqa: PLR0913  # what there is to choose of a whole site
    site: Site,
    frame: Frame,
    out: Path,
    *,
    is_compressed: bool = False,
    also: Iterable[File] = (),
    is_strict: bool = True,
    known: Known | None = None,
    moving: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Written:
    """Make everything, on all cores, beside the old site; then swap. `is_compressed`: with gzip and brotli beside the
    files; `also`: what a server shows besides; not `is_strict`: also with promises that are not kept. `known`: on what
    the old site was made, and afterwards this one: what stands on the same is left as it is. `moving` is around the
    moment in which the folder changes.

    Raises DoubledAddressError for two pages of one, UnkeptPromiseError when a record's page tells of a way to get in
    touch that is not there, NotOursError when files of others are in the way, StoppedError when it was asked to stop
    (`stoppable`).
    """
    with opened(out):
        known, former = known or Known(), finished(out)
        layer = _Layer(out, former, known, Compressor(out, former) if is_compressed else None)
        site.prepare()
        rules()
        made = run_all(layer.lay, [*parts_of(site, frame, known.rows), frame_part(site, frame)])
        if is_strict and (told := [text for part in made for text in part.unkept]):
            raise UnkeptPromiseError(told)
        laid = [file for part in made for file in part.laid]
        site_url = frame.settings.site_url
        files = [file for part in made for file in part.files]
        for file in (*closing_files(site, frame, _published(files, laid)), *also):
            laid.extend(layer.lay_one(file.path, file.content))
            files.append(file.listed)
        laid.extend(layer.lay_one("robots.txt", robots_txt(site_url).encode()))
        if site_url:
            for name, content in sitemaps(files, site_url):
                laid.extend(layer.lay_one(name, content))
        _refuse_doubles(laid)
        known.add(ground for part in made for ground in part.grounds)
        with moving():
            return finish(out, laid)


def _published(files: Iterable[Listed], laid: Iterable[Laid]) -> list[Published]:
    """The files of the exports, without the compressed ones beside them."""
    by_name = {one.name: one for one in laid}
    return [
        Published(path=file.path, export=file.export, size=one.size, digest=one.digest)
        for file in files
        if file.export and (one := by_name[file.path])
    ]


def _refuse_doubles(laid: Iterable[Laid]) -> None:
    seen: set[str] = set()
    for file in laid:
        if file.name in seen:
            raise DoubledAddressError(_DOUBLED.format(adress=file.name.removesuffix("index.html")))
        seen.add(file.name)
