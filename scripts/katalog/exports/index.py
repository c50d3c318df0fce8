"""`/api/v1/index.json`: everything that can be fetched, with version, size and hash. Made when all else is made.

Input: the day, the number of records, and the files that were published. Output: one file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from katalog.exports.api import VERSION, dumped
from katalog.exports.api_schemas import INDEX, LICENCE
from katalog.exports.registry import EXPORTS, Export

_FEW = 50  # files of one export that are named each
LICENCE_ADDRESS = "https://creativecommons.org/publicdomain/zero/1.0/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A file of an export: its path from the site's root, its size in bytes, and its SHA-256."""

    path: str
    export: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An export and its files, in order of path."""

    export: Export
    files: Sequence[Published]

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


def told_of(published: Iterable[Published]) -> list[Told]:
    """The exports that gave files, in the registry's order."""
    files: dict[str, list[Published]] = {}
    for file in published:
        files.setdefault(file.export, []).append(file)
    in_order = {slug: sorted(group, key=lambda file: file.path) for slug, group in files.items()}
    return [Told(export=export, files=in_order[export.slug]) for export in EXPORTS if export.slug in in_order]


def index_file(told: Sequence[Told], idag: str, records: int) -> tuple[str, bytes]:
    document = {
        "version": VERSION,
        "dag": idag,
        "antal": records,
        "licens": {"id": LICENCE, "adress": LICENCE_ADDRESS},
        "format": [_format(one) for one in told],
    }
    return INDEX, dumped(document)


def _format(told: Told) -> Mapping[str, Any]:
    """Files are named one by one unless there are as many as records."""
    export = told.export
    about = {
        "format": export.slug,
        "titel": export.title,
        "adress": export.path,
        "medietyp": export.media_type,
        "version": export.version,
        "antal": len(told.files),
        "byte": told.size,
    }
    if "{" in export.path or len(told.files) > _FEW:
        return about
    return about | {"filer": [{"adress": one.path, "byte": one.size, "sha256": one.digest} for one in told.files]}
