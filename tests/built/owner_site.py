"""A small site for the owners' errands: two open places and one that has closed, and a mailbox to send to or none."""

from __future__ import annotations

from pathlib import Path

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


def build(folder: Path, mailbox: str = "", edit: str = "") -> Path:
    """The built site."""
    project = lay_project(folder, RECORDS)
    done = run_katalog(project, "build", KATALOG_BREVLADA=mailbox, KATALOG_REDIGERA=edit)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"
