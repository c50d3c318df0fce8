"""Every hostile text in a mail and in a sheet: taken in as the text that it is, or refused in words; never steers the
terminal, and never lands anywhere but in its field."""

from __future__ import annotations

import csv
import io
from unicodedata import normalize

import pytest

from katalog.record.load import load_bytes
from tests.hostile import payloads
from tests.mails import about
from tests.project import Project, Ran
from tests.support import ON_IDAG

SNICKERIET = "farsta/snickeriet"
_STEERING = {chr(number) for number in (*range(0x20), *range(0x7F, 0xA0), 0x202E, 0x2066, 0x2028)} - {"\n"}


def _is_calm(ran: Ran) -> bool:
    return ran.code in (0, 1, 2) and not _STEERING & set(ran.out + ran.err) and "Traceback" not in ran.err


@pytest.mark.parametrize("payload", payloads(), ids=ascii)
def test_in_a_mail(payload: str, project: Project) -> None:
    text = f"Måla {payload} i lugn takt."
    before = project.snapshot()
    mail = about(project, SNICKERIET, "andra", {"sammanfattning": text})
    (project.folder / "besked.txt").write_text(mail, encoding="utf-8")
    ran = project.run("receive", "besked.txt", "--ja", *ON_IDAG)
    assert _is_calm(ran), ran
    after = project.snapshot()
    changed = {name for name in after if after[name] != before.get(name)} - {"besked.txt"}
    assert changed <= {f"catalogue/{SNICKERIET}.yml"}
    if changed:
        old, new = (load_bytes(state[f"catalogue/{SNICKERIET}.yml"], "x").data or {} for state in (before, after))
        assert set(new) - set(old) <= {"senast_bekraftad", "bekraftad_av"}
        assert " ".join(new["sammanfattning"].split()) == " ".join(normalize("NFC", text).split())


def test_in_a_sheet(project: Project) -> None:
    """All at once, as names and as texts; what has a fault is told by its row, the rest is written when asked to."""
    held = io.StringIO()
    rows = csv.writer(held, delimiter=";")
    rows.writerow(["Namn", "Område", "Vad det är", "Sammanfattning", "Källor"])
    for number, payload in enumerate(payloads()):
        name = f"Verkstad {number} {payload}" if number % 2 else f"Verkstad {number}"
        rows.writerow([name, "Farsta", "Arbetsträning", f"Måla och snickra {payload}", payload])
    (project.folder / "blad.csv").write_bytes(held.getvalue().encode().replace(b"\0", b""))
    before = project.snapshot()
    ran = project.run("import", "blad.csv", "--delvis", "--ja")
    assert _is_calm(ran), (ran.out + ran.err)[:2000]
    after = project.snapshot()
    assert {name: after[name] for name in before if not name.startswith(".")} == before
    made = {name for name in after if name not in before}
    assert len(made) > 200, (ran.out + ran.err)[-2000:]
    assert all(name.startswith("catalogue/farsta/") and name.endswith(".yml") for name in made)
    assert project.run("validate").code == 0
