"""The frame of the site from whichever generator is asked for: sources in, rendered files back, finished here.

Input: the generator's name, `Handed`, a folder. Output: `Frame`. A generator is one module with
`render(handed, sources, folder)`: `sources` holds Markdown with front matter and all other files, `folder` becomes the
rendered site. It is imported only when it is asked for. Decision 22 tells what one has to give.
"""

from __future__ import annotations

import tempfile
from importlib import import_module
from pathlib import Path

from katalog.publish.frame import Frame
from katalog.publish.generators import adapter_of
from katalog.publish.handed import Handed
from katalog.publish.taken import take_pages, take_shells
from katalog.publish.theme import trim_theme

_OURS = ("scripts/theme", "docs/assets/js")  # what makes more of a page than its frame
# What generators add of their own: we know the pages' dates, and have a search.
_DROPPED = ("sitemap.xml", "sitemap.xml.gz", "search.json", "objects.inv")


def make_frame(name: str, handed: Handed, work: Path) -> Frame:
    """Have hand-written pages, the theme's files and the placeholders rendered into `work`. Raises FrameError for a
    fault in those, ShellError for one in the templates."""
    generator = import_module(adapter_of(name))
    with tempfile.TemporaryDirectory(prefix="katalog-") as sources:
        handed.lay(Path(sources))
        generator.render(handed, Path(sources), work)
    for dropped in _DROPPED:
        (work / dropped).unlink(missing_ok=True)
    shells, handwritten = take_shells(work, handed), take_pages(work, handed)
    root = handed.project.root
    trim_theme(work, ["".join(shell.pieces) for shell in shells.values()], [root / path for path in _OURS])
    return Frame(folder=work, shells=shells, settings=handed.settings, handwritten=handwritten)
