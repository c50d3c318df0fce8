"""What one run of the site remembers between MkDocs' rebuilds.

MkDocs loads its hooks anew for every rebuild, so what must outlive one (is this a server? which version of a record
was last right?) cannot live in the hook. Written by `site_hook` only; reset by starting a new process.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from katalog.browser.search_words import Page as SearchPage
from katalog.publish.stamp import Shell
from katalog.record.model import Record


@dataclass(kw_only=True)
class Memory:
    """`idag` is set when the day was given on the command line; `frame_only` when somebody else writes the pages."""

    is_serving: bool = False
    frame_only: bool = False
    idag: str | None = None
    shells: dict[int, Shell] = field(default_factory=dict)
    handwritten: dict[str, SearchPage] = field(default_factory=dict)
    last_good: dict[str, Record] = field(default_factory=dict)


MEMORY = Memory()
