"""The site while somebody writes: made when a file is saved, whichever generator makes its frame, and shown at a local
address.

Input: the project's folder, the generator's name, an address. Output: a server, until it is interrupted. A fault in a
record is shown in the browser, one in a page or a template is told here; neither ends it. Pages of records that are
saved are shown at once (`_Maker.show`), and all that follows from them when it is made; what stands on the same as
before is not made again (`grounds`).
"""

from __future__ import annotations

import logging
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from katalog.clock import today
from katalog.cores import StoppedError, stoppable, uncollected
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.exports.rows import Rows
from katalog.pages.site import Site
from katalog.publish.build import build_site
from katalog.publish.frame import Frame
from katalog.publish.frames import make_frame
from katalog.publish.generators import FrameError
from katalog.publish.grounds import Known
from katalog.publish.handed import NO_FAULTS, Handed
from katalog.publish.history import read_history
from katalog.publish.live import Live
from katalog.publish.memory import Memory, check_for_site, told_on_every_page
from katalog.publish.parts import files_of, problem_file
from katalog.publish.project_file import NAME, ProjectFileError, read_project
from katalog.publish.stamp import ShellError
from katalog.publish.write import renew
from katalog.record.check import Checked
from katalog.record.files import is_record_name
from katalog.record.report import line_of, summary

_WATCHED = ("catalogue", "schema", "docs", "scripts/theme")
_LOOK_EVERY_S, _LOOK_AGAIN_S = 0.3, 0.7  # while nothing happens, and while a site is made
_SHOWN_AT_ONCE = 20  # records
_NOT_MADE = "Sajten gick inte att bygga om. Den som visas är den förra."
_log = logging.getLogger("katalog.serve")
Moving = Callable[[], AbstractContextManager[None]]


@dataclass(kw_only=True)
class _Maker:
    """Makes the site in `place` again and again. The frame is kept while nothing but the records has changed."""

    root: Path
    generator: str
    idag: str | None
    place: Path
    memory: Memory = field(default_factory=Memory)
    _frame: Frame | None = None
    _of: object = None
    _handed: Handed | None = None
    _frames: int = 0  # how many there have been: pages of one are no pages of the next
    _made_on: Mapping[str, str] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        return self.place / "sajt"

    def show(self, paths: Sequence[Path], moving: Moving) -> None:
        """The pages of records that were saved, before anything else is made. Nothing, where more than records has
        changed, or when there is or was a fault: that is told on every page."""
        handed, frame = self._handed, self._frame
        if frame is None or handed is None or handed.told != NO_FAULTS or handed.idag != today(self.idag):
            return
        saved = self.memory.with_saved(self.root, handed.idag, paths)
        if saved is None:
            return
        catalogue, records = saved
        derived, words = Derived(catalogue=catalogue, idag=handed.idag), read_vocabularies(handed.schema)
        site = Site(derived=derived, words=words, settings=handed.settings)
        files = {file.path: file.whole for file in files_of(records, site, frame)}
        with _told(moving, "Det sparade visas. Resten av sajten byggs."):
            renew(self.site, files)

    def make(self, moving: Moving = nullcontext) -> None:
        """Raises FrameError, ShellError or ProjectFileError for a fault in what is no record, StoppedError when it was
        asked to stop on the way (`stoppable`)."""
        idag = today(self.idag)
        schema, broken = self.memory.best_schema(self.root)
        checked = check_for_site(self.root, schema, idag, broken, self.memory.read)
        for problem in checked.problems:
            _log.info(line_of(problem))
        handed = Handed(
            project=read_project(self.root), schema=schema, idag=idag, told=told_on_every_page(checked), is_serving=True
        )
        self._handed = None  # until there is a frame of it
        frame = self._framed(handed)
        self._handed = handed
        self._write(handed, frame, checked, partial(_told, moving, f"Sajten är byggd: {summary(checked)}"))

    def _framed(self, handed: Handed) -> Frame:
        of = (handed.idag, handed.told, _state(self.root, without="catalogue"))
        if self._frame is None or of != self._of:
            self._of, self._frame = None, make_frame(self.generator, handed, self.place / "ram")
            self._of = of
            self._frames += 1
        return self._frame

    def _write(self, handed: Handed, frame: Frame, checked: Checked, moving: Moving) -> None:
        derived = Derived(catalogue=self.memory.best_catalogue(checked), idag=handed.idag)
        history = read_history(self.root, derived.catalogue, handed.idag)
        words = read_vocabularies(handed.schema)
        site = Site(derived=derived, words=words, settings=handed.settings, history=history, base=f"ram {self._frames}")
        known = Known(before=self._made_on, rows=Rows(self.place / "rader"))
        faults = problem_file(checked.problems, site, frame)
        build_site(site, frame, self.site, also=[faults], is_strict=False, known=known, moving=moving)
        known.rows.keep()
        self._made_on = known.now


@contextmanager
def _told(moving: Moving, text: str) -> Iterator[None]:
    """Told before anybody is shown anything."""
    with moving():
        yield
        _log.info("%s %s", time.strftime("%H:%M:%S"), text)


def serve(root: Path, generator: str, host: str, port: int, idag: str | None) -> None:
    """Until interrupted. Raises FrameError, ShellError or ProjectFileError when there is nothing to show at all."""
    _log.setLevel(logging.INFO)
    _log.addHandler(logging.StreamHandler())
    with tempfile.TemporaryDirectory(prefix="katalog-", ignore_cleanup_errors=True) as place:
        maker = _Maker(root=root, generator=generator, idag=idag, place=Path(place))
        before = _state(root)
        maker.make()
        with suppress(KeyboardInterrupt), Live(maker.site, host, port) as live:
            _log.info("Sajten visas nu på http://%s:%s/. Spara en fil så byggs den om. Avsluta med Ctrl-C.", host, port)
            _go_on(maker, live, before)


def _go_on(maker: _Maker, live: Live, before: Mapping[str, int]) -> None:
    while True:
        time.sleep(_LOOK_EVERY_S)
        now = _state(maker.root)
        if now == before:
            continue
        saved, before = _saved(maker.root, before, now), now
        try:
            with uncollected(), stoppable(_Changed(maker.root, now)):
                if saved:
                    maker.show(saved, live.changing)
                maker.make(live.changing)
        except StoppedError:
            continue  # something has been saved since then
        except (FrameError, ShellError, ProjectFileError) as error:
            _log.error("%s", error)  # for whoever writes pages, who needs no trace
            live.tell()
        except Exception:  # a template that is half written, a file that an editor has just taken away
            _log.exception(_NOT_MADE)
            live.tell()


def _saved(root: Path, before: Mapping[str, int], now: Mapping[str, int]) -> list[Path]:
    """The records that were saved, when nothing else has changed: else none."""
    changed = [name for name in before.keys() | now.keys() if before.get(name) != now.get(name)]
    paths = sorted(Path(name) for name in changed if name in now)
    records = [path for path in paths if path.is_relative_to(root / "catalogue") and is_record_name(path.name)]
    return records if len(records) == len(changed) <= _SHOWN_AT_ONCE else []


class _Changed:
    """Whether anything has changed since `known`; asked often, it looks now and then."""

    def __init__(self, root: Path, known: Mapping[str, int]) -> None:
        self._root, self._known, self._looked = root, known, time.monotonic()

    def __call__(self) -> bool:
        if time.monotonic() - self._looked < _LOOK_AGAIN_S:
            return False
        found = _state(self._root) != self._known
        self._looked = time.monotonic()
        return found


def _state(root: Path, without: str = "") -> Mapping[str, int]:
    """When each file that a page may come from was changed."""
    found = {}
    for folder in (name for name in _WATCHED if name != without):
        for place, inside, files in os.walk(root / folder):
            inside.sort()
            for file in files:
                path = os.path.join(place, file)  # noqa: PTH118  # thousands of times a second
                with suppress(OSError):  # an editor may take it away while we look
                    found[path] = os.stat(path).st_mtime_ns  # noqa: PTH116
    with suppress(OSError):
        found[NAME] = (root / NAME).stat().st_mtime_ns
    return found
