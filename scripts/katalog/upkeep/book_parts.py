"""A zip of XML parts, taken apart with care: nothing is laid on the disk, no part and no sum of parts may be endless,
and a part that declares its own kinds of text (DTD) is refused, so that no entity is ever opened out.

Input: a file's bytes. Output: one part at a time, as events; only local names, since producers differ in the rest.
"""

from __future__ import annotations

import io
import posixpath
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from katalog.upkeep.book import UnreadableBookError

MAX_UNPACKED_BYTES = 250_000_000  # of all the parts that are read
MAX_PARTS = 5_000
_CHUNK = 1 << 16
_BROKEN = "Filen är trasig och går inte att läsa. Öppna den i kalkylprogrammet och spara den igen."
_ENDLESS = "Filen packas upp till mer än {mest} MB och läses inte. Kopiera raderna till mallen i stället."
_DTD = "Filen innehåller egna definitioner (DTD) som kalkylprogram inte skriver. Den läses inte."
_CALCEXT = "calcext"
Attributes = Mapping[str, str]
Event = tuple[str, str, Attributes]  # "start", "end" or "text"; a name or the text; attributes of a start
_NONE: Attributes = {}


@dataclass
class Parts:
    """The parts of one file by name."""

    packed: ZipFile
    unpacked: int = field(default=0)

    @classmethod
    def of(cls, raw: bytes) -> Parts:
        try:
            packed = ZipFile(io.BytesIO(raw))
        except (BadZipFile, ValueError, OSError, NotImplementedError):
            raise UnreadableBookError(_BROKEN) from None
        if len(packed.namelist()) > MAX_PARTS:
            raise UnreadableBookError(_BROKEN)
        return cls(packed)

    def __contains__(self, name: str) -> bool:
        return name in self.packed.NameToInfo

    @property
    def names(self) -> list[str]:
        return self.packed.namelist()

    def text(self, name: str, most: int = 10_000) -> str:
        """The beginning of a part that is no XML."""
        return b"".join(self._chunks(name))[:most].decode("utf-8", "replace") if name in self else ""

    def events(self, name: str) -> Iterator[Event]:
        """What stands in an XML part; nothing for a part that is not there."""
        if name not in self:
            return
        reader = _Reader()
        for chunk in self._chunks(name):
            yield from reader.take(chunk)
        yield from reader.take(b"", is_last=True)

    def _chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self.packed.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self.unpacked += len(chunk)
                    if self.unpacked > MAX_UNPACKED_BYTES:
                        raise UnreadableBookError(_ENDLESS.format(mest=MAX_UNPACKED_BYTES // 1_000_000))
                    yield chunk
        except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError):
            raise UnreadableBookError(_BROKEN) from None


class _Reader:
    """expat, fed a piece at a time."""

    def __init__(self) -> None:
        self._found: list[Event] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = lambda name: self._found.append(("end", _local(name), _NONE))
        self._parser.CharacterDataHandler = lambda text: self._found.append(("text", text, _NONE))
        self._parser.StartDoctypeDeclHandler = self._refuse

    def take(self, chunk: bytes, *, is_last: bool = False) -> list[Event]:
        try:
            self._parser.Parse(chunk, is_last)
        except (expat.ExpatError, ValueError, LookupError):  # the last two: an encoding that expat cannot read
            raise UnreadableBookError(_BROKEN) from None
        found, self._found = self._found, []
        return found

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._found.append(("start", _local(name), {_attribute(key): value for key, value in attributes.items()}))

    def _refuse(self, *_: object) -> None:
        raise UnreadableBookError(_DTD)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _attribute(name: str) -> str:
    """LibreOffice says some things twice; its own word is told apart."""
    space, _, local = name.rpartition(" ")
    return f"{_CALCEXT}:{local}" if _CALCEXT in space else local


def beside(part: str, target: str) -> str:
    """The name of the part that `part` leads to: from the top with a slash, else from where it lies."""
    path = target if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(path).lstrip("/")
