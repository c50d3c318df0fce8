"""How many objects HSDS cannot take, because something that it requires is not known.

Input: records, `Terms` and the day. Output: `LeftOut`, for the page about the export.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from katalog.exports.hsds_lists import has_capacity, is_stated_lately
from katalog.exports.hsds_shared import county_of, is_whole
from katalog.exports.hsds_terms import Terms
from katalog.record.model import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Places without an address, services without an organisation, statements on free places without a number."""

    addresses: int
    organizations: int
    capacities: int


def left_out(records: Iterable[Record], terms: Terms, idag: str) -> LeftOut:
    held = list(records)
    return LeftOut(
        addresses=sum(
            record.plats is not None and not is_whole(record.plats, county_of(record, terms)) for record in held
        ),
        organizations=sum("namn" not in (record.anordnare or {}) for record in held),
        capacities=sum(is_stated_lately(record, idag) and not has_capacity(record, idag) for record in held),
    )
