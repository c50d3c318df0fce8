"""`katalog build` of the pages and the search alone, as a peer makes them: no exports, no pages for those who confirm.

Run as a script in a project's folder. What closes a site names its exports, so it is left out with them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from katalog.cli import main
from katalog.publish import build
from katalog.publish.parts import Part, own_pages, parts_of

_KINDS = frozenset({"records", "lists", "pages", "search"})


def _pages(*args: object) -> list[Part]:
    parts = parts_of(*args)  # type: ignore[arg-type]  # as it is called there
    kept = (part for part in parts if part.name in _KINDS)
    return [replace(part, make=own_pages) if part.name == "records" else part for part in kept]


def _no_files(*_: object) -> Iterable[Iterator[object]]:
    return ()


if __name__ == "__main__":
    vars(build).update(parts_of=_pages, closing_files=_no_files)
    sys.argv[1:] = ["build"]
    sys.exit(main())
