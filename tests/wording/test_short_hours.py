"""The line of a card that tells when: a text that all times share is said once, one that some have stands at theirs."""

from __future__ import annotations

import pytest

from katalog.derive.vocabulary import Vocabularies
from katalog.wording.hours import short_hours

_MON, _TUE = {"dag": "mandag", "fran": "09:00", "till": "12:00"}, {"dag": "tisdag", "fran": "13:00", "till": "15:00"}
_OPEN = {"vad": "Öppet hus"}
_PROSE = "Öppet i stort sett varje dag, med frukost och ofta lunch"


@pytest.mark.parametrize(
    ("times", "told"),
    [
        ([_MON | _OPEN, _TUE | _OPEN], "Öppet hus: mån 9–12, tis 13–15"),
        ([_MON | _OPEN, _TUE], "tis 13–15, Öppet hus: mån 9–12"),
        ([_MON | _OPEN, _TUE | {"vad": "Fika"}], "Öppet hus: mån 9–12, Fika: tis 13–15"),
        ([_MON | _OPEN], "Öppet hus: mån 9–12"),
        ([_MON, _TUE], "mån 9–12, tis 13–15"),
        ([_MON, _MON | _OPEN], "mån 9–12, och fler tider"),
        ([{"dag": "mandag"}, _MON | _OPEN], "mån, Öppet hus: mån 9–12"),
        ([_MON | _OPEN, {"dag": "mandag"} | _OPEN], "Öppet hus: mån 9–12, mån"),
        (
            [_MON | _OPEN, _TUE | _OPEN, {"dag": "fredag"} | {"vad": "Fika"}],
            "Öppet hus: mån 9–12 och tis 13–15, Fika: fre",
        ),
        ([_MON | {"vad": _PROSE}, _TUE], "mån 9–12, tis 13–15, mer står på sidan"),
        ([{"vad": _PROSE}], _PROSE),
        ([_MON | _OPEN, {"dag": "vardagar"} | {"vad": "Fika"}], "Fika: mån–fre, Öppet hus: mån 9–12"),
        (
            [_MON | _OPEN, _TUE | {"vad": "Fika"}, {"dag": "lordag"} | _OPEN],
            "Öppet hus: mån 9–12 och lör, Fika: tis 13–15",
        ),
        ([{"vad": "Nya varje höst"}, _MON | _OPEN], "Öppet hus: mån 9–12, Nya varje höst"),
        (
            [_MON | {"vad": _PROSE}, {"dag": "alla-dagar", "fran": "11:00"} | _OPEN],
            "Öppet hus: alla dagar från 11, Annat: mån 9–12, mer står på sidan",
        ),
        ([], ""),
    ],
)
def test_a_shared_text_is_said_once(times: list[dict[str, str]], told: str, words: Vocabularies) -> None:
    assert ", ".join(short_hours(times, words)) == told
