"""What docs/utveckling.md tells of the house is how it stands: rooms, what they may import, every place it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.house.test_rooms import CEILING
from tests.support import PROJECT

GUIDE = (PROJECT / "docs/utveckling.md").read_text(encoding="utf-8")


def _rows(heading: str) -> Iterator[list[str]]:
    """The cells of each row of the table below a heading, the head of the table left out."""
    part = GUIDE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("|").split(" | ") for line in part.splitlines() if line.startswith("| ")]
    yield from ([cell.strip() for cell in row] for row in rows[1:])


def test_the_table_of_rooms_is_the_law() -> None:
    told = {room.strip("`/"): set(imports.split(", ")) - {"-"} for room, _, imports in _rows("Rooms")}
    assert told == CEILING


def test_every_place_that_is_named_is_there() -> None:
    named = re.findall(r"`((?:scripts|schema|docs|tests|catalogue)/[\w./-]*)`", GUIDE)
    assert len(named) > 10
    assert [place for place in named if not (PROJECT / place).exists()] == []


def test_every_kind_of_change_has_its_row() -> None:
    kinds = " ".join(row[0] for row in _rows("Where a change lands"))
    for kind in ("field", "names other records", "facet", "list", "vocabulary value", "rule", "page", "public file",
                 "command", "annotation", "script"):  # fmt: skip
        assert kind in kinds
