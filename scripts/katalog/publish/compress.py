"""Files of the site once more, compressed, for servers that send them as they lie: `index.html.br`, `index.html.gz`.

Input: a file that was laid. Output: what is laid beside it; ours as every other file of the build. What stands from the
last finished build beside the same content is kept: compressing takes longer than making the page.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import brotli  # type: ignore[import-untyped]

from katalog.publish.laid import Laid, content_of, keep, lay

ENDINGS = (".br", ".gz")
# Texts. Pictures, sheets and fonts are compressed inside already.
_TEXTS = frozenset(
    (".atom", ".css", ".csv", ".geojson", ".html", ".ics", ".js", ".json", ".jsonld", ".md", ".svg", ".txt", ".ttl",
     ".xml", ".yml")
)  # fmt: skip
_LEAST = 512  # bytes: with its headers a smaller file takes one packet as it is
# Qualities of brotli. What all pages share is worth the best; of a page, the best takes 30 times as long for a tenth.
_SHARED, _BEST, _QUICK = "assets/", 11, 5
_GZIP = 9


@dataclass(frozen=True, slots=True)
class Compressor:
    """`former`: what the last finished build wrote (`write.finished`)."""

    out: Path
    former: Mapping[str, str]

    def lay(self, file: Laid) -> Iterator[Laid]:
        """The compressed files beside one, where they gain something."""
        if PurePosixPath(file.name).suffix not in _TEXTS or file.size < _LEAST:
            return
        is_same = self.former.get(file.name) == file.digest
        content = b""
        for ending in ENDINGS:
            name = file.name + ending
            kept = keep(self.out, name, self.former) if is_same else None
            if kept:
                yield kept
                continue
            content = content or content_of(self.out, file)
            packed = _packed(file.name, content, ending)
            if len(packed) < len(content):
                yield lay(self.out, name, packed)


def _packed(name: str, content: bytes, ending: str) -> bytes:
    """Equal content gives equal bytes: gzip is told no time."""
    if ending == ".gz":
        return gzip.compress(content, compresslevel=_GZIP, mtime=0)
    return bytes(brotli.compress(content, quality=_BEST if name.startswith(_SHARED) else _QUICK))
