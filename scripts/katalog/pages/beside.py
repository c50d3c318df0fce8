"""Groups below headings of their own -> rows of one or two: neighbours that have a single card each share a row.

Input: groups as templates have them, what stands in one last. Output: the same groups in the same order. Read by the
lists' templates as `sida_vid_sida`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Group = Sequence[Any]  # its anchor, its name and what stands in it


def side_by_side(groups: Iterable[Group]) -> list[list[Group]]:
    rows: list[list[Group]] = []
    for group in groups:
        if rows and len(rows[-1]) == 1 and _is_single(rows[-1][0]) and _is_single(group):
            rows[-1].append(group)
        else:
            rows.append([group])
    return rows


def _is_single(group: Group) -> bool:
    return len(group[-1]) == 1
