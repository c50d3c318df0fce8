"""Each record's own file, published beside its page: the form on the web corrects it line by line.

Input: the catalogue. Output: path in the site -> bytes as they stand in the repository. `build` and the adapter use it.
"""

from __future__ import annotations

from pathlib import Path

from katalog.model import Catalogue


def record_sources(catalogue: Catalogue) -> dict[str, bytes]:
    """`verksamhet/<id>/post.yml` for every record. Raises OSError when a file has gone since it was checked."""
    return {f"verksamhet/{record.id}/post.yml": Path(record.fil).read_bytes() for record in catalogue.records}
