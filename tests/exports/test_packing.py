"""Zips that follow from what they hold alone, whoever made them first."""

from __future__ import annotations

import io
import random
from zipfile import ZIP_STORED, ZipFile

from katalog.exports.packing import packed, packed_pieces, repacked

PARTS = {"mimetype": b"x/y", "a/b.xml": b"<a/>" * 5000, "[Content_Types].xml": "å".encode()}


def _made(seed: int) -> bytes:
    """As a library might write it: today, in any order."""
    out, names = io.BytesIO(), list(PARTS)
    random.Random(seed).shuffle(names)  # noqa: S311
    with ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, PARTS[name])
    return out.getvalue()


def test_the_same_parts_are_the_same_bytes_with_the_first_ones_first() -> None:
    first = repacked(_made(1))
    assert {repacked(_made(seed)) for seed in range(8)} == {first}
    with ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS
        assert archive.namelist() == ["mimetype", "[Content_Types].xml", "a/b.xml"]
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.getinfo("mimetype").compress_type == ZIP_STORED


def test_bit_by_bit_is_the_same_and_never_all_at_once() -> None:
    noise = random.Random(2).randbytes(400_000)  # noqa: S311
    bits = [noise[at : at + 1000] for at in range(0, len(noise), 1000)]
    given = list(packed_pieces([("a", bits)]))
    assert b"".join(given) == packed([("a", noise)])
    assert max(map(len, given)) < 100_000
