"""Real inputs -> damaged ones, the same for the same seed: bytes changed, cut, moved, repeated, and words that bite."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

LONGEST = 20_000  # bytes; what is longer tries the limits, not the reading
_BITING = tuple(
    word.encode()
    for word in (
        "&a [", "*a", "<<: ", "!!python/object:os.system ", "!!binary ", "%YAML 9.9\n", "---\n", "...\n", "? ", ": ",
        "- ", "|\n", ">-\n", "\t", "\r", "\r\n", "\x00", "\x1b[2J", "\u2028", "\u0085", "\ufeff", "\u202e", "\ud7ff",
        "\U0010ffff", "\U000e0041", "0x7fffffff", "1e999", "-.inf", ".nan", "0o777", "99999999999999999999",
        "2026-02-30", "24:60", "null", "~", "true", "{{", "}}", "[[", "]]" * 30, "{" * 30, '"', "'", "\\x", "\\u0000",
        "\\ud800", "<![CDATA[", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&#0;",
        "<?xml version='1.0' encoding='utf-7'?>", "--- hitta-sysselsattning 1 ---\n", "--- slut 00000000 ---\n",
        "> > > ", "Content-Type: multipart/mixed; boundary=a\n", "Content-Transfer-Encoding: base64\n",
        "=?utf-8?B?//8=?=", "=\n", "--a--\n", 'r="XFD1048577"', 't="s"', "PK\x03\x04", "=cmd|'/c calc'!A1",
        "namn:", "omrade: ", "kontakt: ", "tider:\n  - ",
    )
)  # fmt: skip


def damaged(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the seeds after one to eight strokes."""
    raw = chance.choice(seeds)[:LONGEST]
    for _ in range(chance.randint(1, 8)):
        raw = chance.choice(_STROKES)(raw, seeds, chance)[:LONGEST]
    return raw


def _place(raw: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(raw))
    return start, min(len(raw), start + chance.choice((1, 2, 4, 16, 64, 400)))


def _bite(raw: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _place(raw, chance)
    return raw[:start] + chance.choice(_BITING) + raw[end if chance.random() < 0.5 else start :]


def _noise(raw: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _place(raw, chance)
    return raw[:start] + chance.randbytes(chance.randint(0, 8)) + raw[end:]


def _flip(raw: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randint(0, len(raw))
    return raw[:at] + bytes(one ^ (1 << chance.randint(0, 7)) for one in raw[at : at + 1]) + raw[at + 1 :]


def _cut(raw: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _place(raw, chance)
    return raw[:start] + raw[end:]


def _repeat(raw: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _place(raw, chance)
    return raw[:start] + raw[start:end] * chance.choice((2, 3, 100)) + raw[end:]


def _splice(raw: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(seeds)
    return raw[: _place(raw, chance)[0]] + other[_place(other, chance)[0] :]


def _shuffle(raw: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


_STROKES: tuple[Callable[[bytes, Sequence[bytes], random.Random], bytes], ...] = (
    _bite, _bite, _bite, _noise, _flip, _cut, _repeat, _splice, _shuffle,
)  # fmt: skip
