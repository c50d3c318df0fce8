"""Ways to reach somebody -> lines, the same wherever they stand: a record's, its organiser's, a district's."""

from __future__ import annotations

from collections.abc import Iterator

from katalog.record.model import Group
from katalog.wording.told import VALUES
from katalog.wording.view import Line, bare_address


def lines_of(contact: Group) -> Iterator[Line]:
    if "telefon" in contact:
        yield Line(text=contact["telefon"], note=VALUES["telefon"], link=f"tel:{contact['telefon'].replace(' ', '')}")
    if "epost" in contact:
        yield Line(text=contact["epost"], note=VALUES["epost"], link=f"mailto:{contact['epost']}")
    if "webb" in contact:
        yield Line(text=bare_address(contact["webb"]), note=VALUES["webb"], link=contact["webb"])
    if "formular" in contact:
        yield Line(text=bare_address(contact["formular"]), note=VALUES["formular"], link=contact["formular"])
