"""A small site for the owners' errands: two open places and one that has closed, and a mailbox to send to or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shared import made_once
from tests.support import GOOD, lay_project, run_katalog

MAILBOX = "katalogen@exempel.se"
FORGE = "https://forge.exempel.se/edit/"
OWNER = "Farsta stadsdelsförvaltning"
_PLACE = (
    GOOD.replace("omrade: farsta", f"omrade: farsta\nanordnare:\n  namn: {OWNER}")
    + 'uppgifter_fran: 2024\ntider:\n  - dag: mandag\n    fran: "13:00"\n    till: "16:00"\n'
)
RECORDS = {
    "farsta/snickeriet.yml": _PLACE,
    "farsta/kafeet.yml": GOOD.replace("Snickeriet", "Kaféet").replace("Snickra och måla möbler", "Baka och servera"),
    "farsta/stangda.yml": GOOD.replace("Snickeriet", "Gamla huset").replace("okand", "avslutad"),
}


# How the site knows where a mail goes, and where a file is edited.
SETTINGS = {"mejl": (MAILBOX, ""), "smedja": ("", FORGE), "ingen": ("", "")}


def owner_site(factory: pytest.TempPathFactory, name: str) -> Path:
    """The built site with one of the settings; the tests of a run share it."""

    def make(folder: Path) -> None:
        mailbox, edit = SETTINGS[name]
        done = run_katalog(lay_project(folder, RECORDS), "build", KATALOG_BREVLADA=mailbox, KATALOG_REDIGERA=edit)
        assert done.returncode == 0, done.stdout + done.stderr

    return made_once(factory, f"agare-{name}", make) / "site"
