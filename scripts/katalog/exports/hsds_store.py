"""Every service of HSDS, made once and kept small: its files, the pages of all and the data package are made from it.

Input: the JSON of the services in order. Output: `Store`: the same, one at a time.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import orjson

_FAST = 1  # compressing has to cost less than making a service anew


@dataclass(frozen=True, slots=True)
class Store:
    """A tenth of what the texts would take: thousands of services are in memory at once."""

    kept: tuple[bytes, ...]

    @classmethod
    def of(cls, services: Iterable[bytes]) -> Store:
        return cls(tuple(zlib.compress(text, _FAST) for text in services))

    def texts(self) -> Iterator[bytes]:
        """Each service as its file has it: one line, with its end."""
        return (zlib.decompress(text) for text in self.kept)


def json_bytes(value: object) -> bytes:
    """One line with its end; equal values give equal bytes."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)
