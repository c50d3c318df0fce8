"""The largest files that are taken in, filled with what makes a reader or a pattern work hardest: each is through in a
bounded time, and the time does not grow faster than the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from katalog.record.load import MAX_BYTES
from tests.fuzz.targets import TARGETS

MOST_S = 15.0  # of processor time for the largest file
_NOISE_S = 0.3
_PUMPS = (
    " ", "\n", "\t", "a", "å", "a ", "1", "0 ", "1 000 ", "- ", "- a\n", "-", "--- ", "a: ", "a:\n", "a: b\n",
    "a:b ", "?", "[", "[a, ", "{", "{a: ", "]", '"', '""', "'", "''", "\\", "|", ">", "> ", "#", " #", " # a",
    "&a ", "*a ", "!a ", "%", "@", "a@", "a@b.", "a@b.se ", "a.", ".", ",", ";", ";a", ":", "a-", "a_", "http://a",
    "https://a.se/ ", "08-", "0701234567 ", "070 ", "Anna Svensson ", "Anna ", "A. ", "von ", "Anna-", "de la ",
    "chef ", "tel ", "ring ", "Ring Anna ", "mån", "mån-fre 9-16 ", "9.00-", "kl 9 ", "<", "<a ", "</", "<!--", "&",
    "&amp;", "&#1;", "]]>", "=", "==", "=\n", "=20", "=?utf-8?Q?", "--a\n", "Content-Type: a\n", "a: b\n ", "(",
    ")", "(a", "e\u0301", "\u0301", "\U0001f600", "\ufeff",
)  # fmt: skip
_BEFORE = {
    "post": "namn: ",
    "kontroll": "namn: Snickeriet\nbeskrivning: |-\n  ",
    "mejl": "From: a@exempel.se\nTo: b@exempel.se\n\n",
    "inklistrat": "--- hitta-sysselsattning 1 ---\nid: ",
    "kalkylblad": "Namn;Område\n",
    "xlsx-del": "<worksheet ",
    "ods-del": "<office:document-content ",
}


def _seconds(name: str, pump: str, size: int) -> float:
    raw = (_BEFORE[name] + pump * (size // len(pump.encode())))[:size].encode()[:size]
    began = time.process_time()
    TARGETS[name].run(raw)
    return time.process_time() - began


@pytest.mark.parametrize("name", TARGETS)
def test_the_largest_file_is_through_in_time(name: str) -> None:
    """Four times the file takes at most twelve times as long: what is quadratic takes sixteen."""
    worst: dict[str, float] = {}
    for pump in _PUMPS:
        small, large = (_seconds(name, pump, size) for size in (MAX_BYTES // 4, MAX_BYTES - 100))
        worst[pump] = large
        assert large < MOST_S, (pump, large)
        assert large < 12 * small + _NOISE_S, (pump, small, large)
    pump = max(worst, key=worst.__getitem__)
    print(f"{name}: {len(worst)} kinds, at most {worst[pump]:.2f} s ({pump!r})")


def test_every_reader_has_a_beginning() -> None:
    assert set(_BEFORE) == set(TARGETS)
    assert Path(__file__).name in (Path(__file__).parents[1] / "house/test_patterns.py").read_text(encoding="utf-8")
