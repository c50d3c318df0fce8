"""Each record's own file, published beside its page: the form on the web corrects it line by line."""

from __future__ import annotations

import os
from pathlib import Path

from katalog.record.model import Record


def record_source(record: Record, root: Path) -> bytes:
    """The file as it stands in the repository; `root` is the project's folder. Raises OSError when it has gone since it
    was checked."""
    with open(os.path.join(root, record.fil), "rb", buffering=0) as file:  # noqa: PTH118, PTH123  # half of Path's time
        return file.readall()
