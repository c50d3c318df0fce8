"""A letter's own lines, filled in and sent back, are taken by `katalog receive`."""

from __future__ import annotations

import re

import pytest

from tests.commands.conftest import Answer, Receive
from tests.project import Project
from tests.support import IDAG, ON_IDAG

_LINES = r"--- hitta-sysselsattning 1 ---\nid: snickeriet\n(?:.+\n)+?--- slut ---\n"
WHO = "Farsta stadsdelsförvaltning"


@pytest.mark.parametrize(
    ("filled", "becomes"),
    [
        ({"arende": "stammer"}, ("status: aktiv", f'senast_bekraftad: "{IDAG}"', f"bekraftad_av: {WHO}")),
        (
            {"arende": "stangt", "sedan": "2026-09", "vart": "Kaféet tar emot alla."},
            ("status: avslutad", "Kaféet tar emot alla."),
        ),
    ],
)
def test_a_letter_filled_in_by_hand_comes_back(
    filled: dict[str, str], becomes: tuple[str, ...], project: Project, receive: Receive, answer: Answer
) -> None:
    assert project.run("stale", "--brev", "brev", *ON_IDAG).code == 0
    folder = project.folder / "brev"
    letters = [path.read_text(encoding="utf-8") for path in folder.glob("*.txt")]
    (lines,) = (found[0] for text in letters for found in re.finditer(_LINES, text))
    for key, value in {"dag": IDAG, "av": WHO, **filled}.items():
        lines = re.sub(rf"(?m)^{key}:.*$", f"{key}: {value}", lines)
    asked = answer("j", "j", "j")
    ran = receive(lines)
    assert (ran.code, "ifyllt för hand" in ran.out) == (0, True), ran.out
    assert asked
    for line in becomes:
        assert line in project.text("farsta/snickeriet")
