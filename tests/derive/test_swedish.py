"""Names of every kind stand in Swedish order, each letter in one place."""

from __future__ import annotations

import random
from itertools import groupby

import pytest

from katalog.derive.swedish import DIGITS, OTHERS, initial, sort_key

SEED, NAMES = 20261122, 10_000
_BEGINNINGS = [
    "",
    '"',
    "”",
    "’",
    "(",
    "– ",
    "-",
    "…",
    "🔨 ",
    "#",
    "1",
    "2:a ",
    "²",
    "٣",
    "½",
    "Ⅷ",
    "①",
    "{",
    "|",
    "~",
    "ʼn ",
]
_FIRST = "aAbBzZåÅäÄöÖéÉüÜøØæÆñçčŠłŁđþðßœıİőűǻǄﬁＦжЯΩ咖アأ"


def make_names(seed: int, count: int) -> list[str]:
    """The same names for the same seed: what people call places, and what nobody would."""
    pick = random.Random(seed)  # noqa: S311  # the same every time
    letters = [*"abcåäö -–”’&!123", "\u00a0", "é", "Ж", "🔨"]
    names = []
    for number in range(count):
        rest = "".join(pick.choice(letters) for _ in range(pick.randrange(12)))
        names.append(f"{pick.choice(_BEGINNINGS)}{pick.choice([*_FIRST, ''])}{rest} {number}")
    return names


def test_each_heading_comes_once_and_in_order() -> None:
    headings = [heading for heading, _ in groupby(sorted(make_names(SEED, NAMES), key=sort_key), initial)]
    assert len(headings) == len(set(headings))
    assert headings[:3] == [DIGITS, "A", "B"]
    assert headings[-4:] == ["Å", "Ä", "Ö", OTHERS]


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("7-verkstan", DIGITS), ("”Trappan” i Farsta", "T"), ("– Streck", "S"), ("🔨 Hammaren", "H"), ("École", "E"),
        ("Über", "Y"), ("Ørsted", "Ö"), ("Ærlig", "Ä"), ("Łódź", "L"), ("{x", "X"), ("²tvåan", DIGITS),
        ("½ dag", DIGITS),
        ("A\u030asa", "Å"), ("Яблоко", OTHERS), ("...", OTHERS), ("", OTHERS), ("ﬁka", "F"), ("İstanbul", "I"),
    ],
)  # fmt: skip
def test_heading(name: str, heading: str) -> None:
    assert initial(name) == heading


def test_order() -> None:
    names = [
        "10-an",
        "Allén",
        "”Ankaret”",
        "Café-gruppen",
        "Café Ö",
        "Zebran",
        "Åsa",
        "Ärlan",
        "Ærlig",
        "Öden",
        "Яблоко",
    ]
    shuffled = names[:]
    random.Random(SEED).shuffle(shuffled)  # noqa: S311  # the same every time
    assert sorted(shuffled, key=sort_key) == names
