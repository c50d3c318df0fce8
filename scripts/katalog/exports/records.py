"""Each record's own file, published beside its page: the form on the web corrects it line by line.

Input: records. Output: path in the site -> bytes as they stand in the repository. `build` and the adapter use it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from katalog.record.model import Record


def record_sources(records: Iterable[Record]) -> dict[str, bytes]:
    """`verksamhet/<id>/post.yml` for each record. Raises OSError when a file has gone since it was checked."""
    return {f"verksamhet/{record.id}/post.yml": Path(record.fil).read_bytes() for record in records}
