"""What is made of every service of HSDS, in parts that the files, their lists and the data package are made from.

Input: a service. Output: its text, what lists tell of it (`Told`), and its rows in the tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import orjson

from katalog.exports.hsds_rows import rows_of
from katalog.exports.hsds_tables import TABLES
from katalog.exports.hsds_terms import FIELDS, Object

TEXT, TOLD, ROWS = range(3)  # the parts of what is kept of a service
_FORMER = f"{FIELDS}/tidigare_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The ids of a service, the one that it has first; itself as its lists have it, whole and short; what it holds
    besides itself, as table -> id -> object, and the codes of its terms. Objects are JSON already."""

    ids: list[str]
    listed: str
    minimal: str
    held: dict[str, dict[str, str]] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)


def json_bytes(value: object) -> bytes:
    """One line with its end; equal values give equal bytes."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def one_line(value: Object) -> str:
    """As `json_bytes`, without an end: to stand in a list."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def kept_of(service: Object) -> tuple[bytes, bytes, bytes]:
    """The parts of a service, in order of their numbers."""
    return json_bytes(service), orjson.dumps(_told(service)), orjson.dumps(rows_of(service))


def told(part: bytes) -> Told:
    return Told(**orjson.loads(part))


def _told(service: Object) -> Told:
    organization, places = service.get("organization"), service.get("service_at_locations", ())
    held = {"organizations": [organization] if organization else [], "service_at_locations": places}
    attributes = [*(organization or {}).get("attributes", ()), *service.get("attributes", ())]
    former = (row["value"] for row in service["attributes"] if row["taxonomy_term"]["code"] == _FORMER)
    return Told(
        ids=[service["id"], *former],
        listed=one_line(_listed(service)),
        minimal=one_line({name: service[name] for name in ("id", "last_modified") if name in service}),
        held={table: {row["id"]: one_line(row) for row in rows} for table, rows in held.items()},
        codes=list(dict.fromkeys(attribute["taxonomy_term"]["code"] for attribute in attributes)),
    )


def _listed(service: Object) -> Object:
    """A service as lists have it: its own fields and its organisation's, nothing that is a list."""
    made: dict[str, Any] = {name: service[name] for name in TABLES["service"].columns if name in service}
    if held := service.get("organization"):
        made["organization"] = {name: held[name] for name in TABLES["organization"].columns if name in held}
    return made
