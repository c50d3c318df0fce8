"""Ids that stay the same for ever, wherever the site lives: UUIDs (RFC 9562, version 5) named from one fixed space.

Input: a name that stays. Output: the id.
"""

from __future__ import annotations

import json
import uuid
from typing import Any

_SPACE = uuid.UUID("6f1d3f0e-6a55-5f0c-9a53-6f2d1c1c8e11")
_TOLD = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def lasting_id(name: str) -> str:
    return str(uuid.uuid5(_SPACE, name))


def row_name(owner: str, row: Any) -> str:
    """A name for one row of a record's list: by what it says, so that other rows may come before it."""
    return f"{owner} {_TOLD(row)}"
