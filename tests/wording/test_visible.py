"""Text from outside on a terminal: all of it is seen, none of it acts."""

from __future__ import annotations

import sys

from katalog.wording.visible import visible, visible_lines


def test_what_steers_a_terminal_is_named() -> None:
    assert visible("\x1b[31mröd\x07\x9b2J") == "<U+001B>[31mröd<U+0007><U+009B>2J"
    assert visible("\u202eknas\u2066\u200b\ufeff") == "<U+202E>knas<U+2066><U+200B><U+FEFF>"
    assert visible("e" + "\u0301" * 100).count("<U+0301>") == 96


def test_ordinary_text_stands() -> None:
    text = "Åsa & Öst: ”kafé” – 9.00–12.00, 50 kr … 🙂"
    assert visible(text) == text
    assert visible("a\u00a0b\tc") == "a b c"
    assert visible("två\r\nrader") == "två rader"
    assert visible_lines("två  \r\nrader\rtre\u2028fyra") == ["två", "rader", "tre", "fyra"]


def test_no_character_there_is_gets_through_as_control() -> None:
    assert visible("".join(map(chr, range(sys.maxunicode + 1)))).isprintable()
