"""When records came, changed and closed, as version control knows it. Read in `publish/history.py`, told in exports.

Input: none. Output: `History`, data alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Event = Literal["ny", "andrad", "stangd", "oppnad", "flyttad"]
Extent = Literal["hel", "grund", "saknas"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Happened:
    """`day` (ISO) is when it came into the catalogue's history; `id` what the record is called today, `former` what it
    was called before it moved."""

    day: str
    id: str
    event: Event
    former: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Newest first. Nothing `happened` that we know of unless the history is whole: half of one would call old news
    new."""

    extent: Extent
    happened: tuple[Happened, ...] = ()


NO_HISTORY = History(extent="saknas")
