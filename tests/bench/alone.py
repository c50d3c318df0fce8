"""`katalog build` of the pages and the search alone, as a peer makes them: no exports, no pages for those who confirm.

Run as a script in a project's folder. What closes a site names its exports, so it is left out with them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from katalog.cli import main
from katalog.publish import build
from katalog.publish.parts import Part, parts_of

_KINDS = frozenset({"records", "lists", "pages", "search"})


def _pages(*args: object) -> list[Part]:
    return [part for part in parts_of(*args) if part.name in _KINDS]  # type: ignore[arg-type]  # as it is called there


def _no_files(*_: object) -> Iterable[Iterator[object]]:
    return ()


if __name__ == "__main__":
    vars(build).update(parts_of=_pages, closing_files=_no_files)
    sys.argv[1:] = ["build"]
    sys.exit(main())
