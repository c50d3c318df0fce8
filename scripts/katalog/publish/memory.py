"""What a server remembers between MkDocs' rebuilds.

MkDocs loads its hooks anew for every rebuild, so what must outlive one cannot live in the hook. Written by `site_hook`
only; reset by starting a new process.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from katalog.record.model import Record
from katalog.record.schema import Schema


@dataclass(kw_only=True)
class Memory:
    """`idag` is the day that was given on the command line; `last_good` the records as they were right last, by id;
    `last_schema` likewise."""

    is_serving: bool = False
    idag: str | None = None
    last_good: dict[str, Record] = field(default_factory=dict)
    last_schema: Schema | None = None


MEMORY = Memory()
