"""The site while somebody writes: made when a file is saved, whichever generator makes its frame, and shown at a local
address.

Input: the project's folder, the generator's name, an address. Output: a server, until it is interrupted. A fault in a
record is shown in the browser, one in a page or a template is told here; neither ends it.
"""

from __future__ import annotations

import logging
import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from katalog.clock import today
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.pages.site import Site
from katalog.publish.build import build_site
from katalog.publish.frame import Frame
from katalog.publish.frames import make_frame
from katalog.publish.generators import FrameError
from katalog.publish.handed import Handed
from katalog.publish.history import read_history
from katalog.publish.live import Live
from katalog.publish.memory import Memory, check_for_site, told_on_every_page
from katalog.publish.parts import problem_file
from katalog.publish.project_file import NAME, ProjectFileError, read_project
from katalog.publish.stamp import ShellError
from katalog.record.check import Checked
from katalog.record.report import line_of, summary

_WATCHED = ("catalogue", "schema", "docs", "scripts/theme")
_LOOK_EVERY_S = 0.3
_NOT_MADE = "Sajten gick inte att bygga om. Den som visas är den förra."
_log = logging.getLogger("katalog.serve")


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

    @property
    def site(self) -> Path:
        return self.place / "sajt"

    def make(self) -> None:
        """Raises FrameError, ShellError or ProjectFileError for a fault in what is no record."""
        idag = today(self.idag)
        schema, broken = self.memory.best_schema(self.root)
        checked = check_for_site(self.root, schema, idag, broken)
        for problem in checked.problems:
            _log.info(line_of(problem))
        handed = Handed(
            project=read_project(self.root), schema=schema, idag=idag, told=told_on_every_page(checked), is_serving=True
        )
        self._write(handed, self._framed(handed), checked)
        _log.info("%s Sajten är byggd: %s", time.strftime("%H:%M:%S"), summary(checked))

    def _framed(self, handed: Handed) -> Frame:
        of = (handed.idag, handed.told, _state(self.root, without="catalogue"))
        if self._frame is None or of != self._of:
            self._of, self._frame = None, make_frame(self.generator, handed, self.place / "ram")
            self._of = of
        return self._frame

    def _write(self, handed: Handed, frame: Frame, checked: Checked) -> None:
        derived = Derived(catalogue=self.memory.best_catalogue(checked), idag=handed.idag)
        history = read_history(self.root, derived.catalogue, handed.idag)
        words = read_vocabularies(handed.schema)
        site = Site(derived=derived, words=words, settings=handed.settings, history=history)
        build_site(site, frame, self.site, also=[problem_file(checked.problems, site, frame)], is_strict=False)


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
        before = now
        with live.changing():
            try:
                maker.make()
            except (FrameError, ShellError, ProjectFileError) as error:
                _log.error("%s", error)  # for whoever writes pages, who needs no trace
            except Exception:  # a template that is half written, a file that an editor has just taken away
                _log.exception(_NOT_MADE)


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
