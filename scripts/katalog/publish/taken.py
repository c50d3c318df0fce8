"""Rendered files, as a site generator left them -> the frame: shells to stamp into, hand-written pages made whole.

Input: the folder and what the generator was handed. Output: the same folder with finished pages, and what the search
may answer with. All generators' pages come this way, so that they become the same.
"""

from __future__ import annotations

from pathlib import Path

from katalog.browser.prose import Prose, read_prose
from katalog.derive.tongues import SWEDISH
from katalog.pages.tongues import finished
from katalog.publish.frame import INNER, address_of, depth_of, mend
from katalog.publish.generators import FrameError
from katalog.publish.handed import Handed
from katalog.publish.hyphens import hyphenated, hyphenated_in
from katalog.publish.stamp import Shell

_NOT_FOUND = "404.html"


def take_shells(folder: Path, handed: Handed) -> dict[int, Shell]:
    """By depth; the placeholders' files are gone then, since stamped pages take their place. Raises FrameError for a
    page that was not rendered, ShellError for one without its marks."""
    shells = {}
    for source in handed.pages:
        depth = depth_of(source)
        if depth is not None:
            path = _file(folder, source)
            shells[depth] = Shell.split(mend(path.read_text(encoding="utf-8")))
            path.unlink()
    return shells


def take_pages(folder: Path, handed: Handed) -> list[Prose]:
    """Finish every hand-written page where it lies; what the Swedish ones tell, by address."""
    told = {}
    for source in handed.pages:
        if depth_of(source) is None:
            path, address = _file(folder, source), address_of(source)
            start, content, end = INNER.split(mend(path.read_text(encoding="utf-8")))
            path.write_text(f"{start}{_content(source, content, handed)}{end}", encoding="utf-8")
            if not handed.tongues.of(address):  # the search answers in Swedish
                told[address] = read_prose(address, handed.pages[source].title, content)
    not_found = folder / _NOT_FOUND
    not_found.write_text(mend(not_found.read_text(encoding="utf-8")), encoding="utf-8")
    return [told[address] for address in sorted(told)]


def _content(source: str, html: str, handed: Handed) -> str:
    tongue = handed.tongues.of(address_of(source))
    if tongue is None:
        return hyphenated(html)
    return hyphenated_in(finished(html, tongue, is_checked=handed.is_checked(source, tongue)), SWEDISH)


def _file(folder: Path, source: str) -> Path:
    path = folder / address_of(source) / "index.html"
    if not path.exists():
        raise FrameError(f"Sidan docs/{source} kom aldrig tillbaka från det som gör ramen.")
    return path
