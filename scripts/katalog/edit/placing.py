"""Where a new record goes, and whether it is new at all.

Input: the catalogue's folder, a record's data, a proposed id. Output: paths and ids, or None.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from katalog.record.entry import is_id
from katalog.record.files import find_files
from katalog.record.load import load_bytes
from katalog.record.rules.identitet import make_id
from katalog.record.schema import Schema, constants
from katalog.record.suggest import fold

_SAYING_NOTHING = frozenset({"post", "mall"})  # what the site calls every record's file, and its template


def id_of_file(name: str, data: Mapping[str, Any]) -> str:
    """The file's name is what the form was told; without one, or when it says nothing, the record's own name."""
    stem = re.sub(r" ?\(\d+\)$", "", Path(name).stem)  # a browser numbers what it downloads twice
    if is_id(stem) and stem not in _SAYING_NOTHING:
        return stem
    return make_id(str(data.get("namn", "")))


def find_twin(folder: Path, data: Mapping[str, Any]) -> Path | None:
    """A record of the same name and organiser in the same area is the same one: a second is never made of it."""
    for path in find_files(folder / str(data["omrade"])):
        if _called(load_bytes(path.read_bytes(), "").data or {}) == _called(data):
            return path
    return None


def area_fault(data: Mapping[str, Any], schema: Schema) -> str | None:
    """The folder is the area: without a real one there is no place to put the file."""
    areas = [value["const"] for value in constants(schema.fields["omrade"]) or ()]
    if data.get("omrade") in areas:
        return None
    return f"Fältet omrade saknas eller finns inte i listan. Välj bland: {', '.join(areas)}."


def free_id(wanted: str, data: Mapping[str, Any], taken: Collection[str]) -> str:
    """`wanted`, or one like it that no record has or has had."""
    proposals = [wanted, make_id(f"{data.get('namn', '')} {data.get('omrade', '')}")]
    proposals += [make_id(f"{number} {wanted}") for number in range(2, len(taken) + 3)]
    return next(proposal for proposal in proposals if proposal not in taken)


def _called(data: Mapping[str, Any]) -> tuple[str, str]:
    organiser = data.get("anordnare")
    owner = organiser.get("namn") if isinstance(organiser, dict) else None
    return fold(str(data.get("namn", ""))), fold(str(owner or ""))
