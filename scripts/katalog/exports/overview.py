"""What is due in one area or in all, as the files about it tell it.

Input: due items, records, the day, an area or none. Output: `Overview`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from katalog.derive.due import Item
from katalog.derive.vocabulary import Term
from katalog.record.model import Record

EVERYTHING = "alla"  # the name of the files about the whole catalogue, beside those of each area


@dataclass(frozen=True, kw_only=True)
class Overview:
    """All that the formats tell: of one area, or of all when `area` is None. `address` is the site's, with a slash at
    the end, or empty when there is none; `author` who publishes it."""

    idag: str
    area: Term | None
    items: tuple[Item, ...]
    confirmed: tuple[Record, ...]
    address: str
    author: str = "Hitta sysselsättning"

    @property
    def name(self) -> str:
        """What its files are called, before their ending."""
        return self.area.slug if self.area else EVERYTHING

    @property
    def title(self) -> str:
        """What a feed or a calendar is called among others."""
        title = "Hitta sysselsättning: att se över"
        return f"{title}, {self.area.label}" if self.area else title


def make_overview(
    items: Iterable[Item], records: Iterable[Record], idag: str, area: Term | None, address: str
) -> Overview:
    """What there is to tell of one area, or of all when `area` is None."""
    return Overview(
        idag=idag,
        area=area,
        items=tuple(item for item in items if area is None or item.record.omrade == area.slug),
        confirmed=tuple(
            record
            for record in records
            if (area is None or record.omrade == area.slug) and not record.is_closed and not record.forebild
        ),
        address=address,
    )
