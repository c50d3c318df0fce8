"""`katalog confirm`, `close` and `rename` as a clerk runs them."""

from __future__ import annotations

import json

import pytest

from tests.project import FIRST, RECORDS, Project
from tests.support import ON_IDAG


def diff(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_confirm_opens_an_unknown_record_and_keeps_its_comments(project: Project) -> None:
    before = project.text("farsta/snickeriet")
    ran = project.run("confirm", "snickeriet", "--av", "Enhetschef, Farsta stadsdelsförvaltning", *ON_IDAG)
    assert (ran.code, ran.err) == (0, "")
    assert "1 post bekräftade 2026-11-22" in ran.out
    gone, new = diff(before, project.text("farsta/snickeriet"))
    assert gone == ["status: okand  # ring växeln i januari", "uppgifter_fran: 2019"]
    assert new == [
        "status: aktiv  # ring växeln i januari",
        "uppgifter_fran: 2026",
        'senast_bekraftad: "2026-11-22"',
        "bekraftad_av: Enhetschef, Farsta stadsdelsförvaltning",
    ]
    assert project.run("format", "--check").code == 0
    assert project.run("validate", *ON_IDAG).code == 0


def test_confirm_takes_many_a_day_and_a_year(project: Project) -> None:
    words = ("--av", "Farsta", "--datum", "2026-11-20", "--ar", "2025")
    assert project.run("confirm", "snickeriet", "catalogue/farsta/kafeet.yml", *words, *ON_IDAG).code == 0
    for name in ("farsta/snickeriet", "farsta/kafeet"):
        assert 'uppgifter_fran: 2025\nsenast_bekraftad: "2026-11-20"\nbekraftad_av: Farsta\n' in project.text(name)


def test_confirm_keeps_a_closed_record_closed(project: Project) -> None:
    assert project.run("confirm", "traffen", "--av", "Bromma", *ON_IDAG).code == 0
    assert "status: avslutad\n" in project.text("bromma/traffen")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("kafet", "--av", "Farsta"), 2, "Menade du kafeet?"),
        (("snickeriet", "finnsinte", "--av", "Farsta"), 2, "Det finns ingen post"),
        (("snickeriet", "--av", "Farsta", "--datum", "2026-11-23"), 1, "datum-framtid"),
        (("snickeriet", "--av", "Enhetschef Anna Testsson"), 2, "ser ut som en persons namn"),
        (("snickeriet", "--av", "Anna"), 2, "ser ut som en persons namn"),
        (("snickeriet", "--av", "anna.svensson@exempel.se"), 2, "ser ut som en persons e-post"),
        (("snickeriet", "kafeet", "--av", "Farsta", "--datum", "2026-06-09"), 1, "redan bekräftad 2026-06-10"),
        (("snickeriet", "--av", "F"), 1, "for-kort"),
        (("snickeriet", "--av", "Farsta", "--datum", "22/11"), 2, "inget datum"),
        (("snickeriet",), 2, "--av"),
    ],
)
def test_confirm_refuses_and_writes_nothing(project: Project, words: tuple[str, ...], code: int, told: str) -> None:
    before = project.snapshot()
    ran = project.run("confirm", *words, *ON_IDAG)
    assert ran.code == code
    assert told in ran.out + ran.err
    assert project.snapshot() == before


@pytest.mark.parametrize(
    "words",
    [
        ("confirm", "snickeriet", "--av", "Anna"),
        ("confirm", "snickeriet", "--av", "Farsta, 070-174 06 05"),
        ("confirm", "snickeriet", "--av", "811218‑9876"),
        ("stale", "--epost", "anna.svensson@exempel.se"),
        ("stale", "--epost", "asvensson@exempel.se"),
        ("stale", "--adress", "https://exempel.se/811218-9876"),
        ("rename", "snickeriet", "anna-svensson"),
        ("new", "--fil", "post.yml", "--id", "anna-svensson"),
        ("close", "anna-svensson"),
    ],
    ids=" ".join,
)
def test_no_command_takes_a_person(project: Project, words: tuple[str, ...]) -> None:
    before = project.snapshot()
    ran = project.run(*words, *ON_IDAG)
    assert ran.code == 2
    assert "ser ut som" in ran.err
    assert ran.err.endswith("Inget är gjort.\n")
    assert project.snapshot() == before


def test_close_sends_the_reader_on_and_names_who_points_there(project: Project) -> None:
    before = project.text("farsta/kafeet")
    ran = project.run("close", "kafeet", "--ersatt-av", "odlingen", *ON_IDAG)
    assert ran.code == 0
    assert diff(before, project.text("farsta/kafeet")) == (
        ["status: aktiv"],
        ["status: avslutad", "ersatt_av: odlingen"],
    )
    assert "Obs: catalogue/farsta/snickeriet.yml har den kvar i nasta_steg." in ran.out
    assert project.run("format", "--check").code == 0


def test_close_refuses_a_ring_and_an_unknown_id(project: Project) -> None:
    before = project.snapshot()
    assert project.run("close", "kafeet", "--ersatt-av", "traffen", *ON_IDAG).code == 1
    assert project.run("close", "kafeet", "--ersatt-av", "kafeet", *ON_IDAG).code == 1
    assert project.run("close", "kafeet", "--ersatt-av", "nagon-annan", *ON_IDAG).code == 2
    assert project.snapshot() == before


def test_close_twice_changes_nothing(project: Project) -> None:
    ran = project.run("close", "traffen", *ON_IDAG)
    assert (ran.code, "Inget behövde ändras." in ran.out) == (0, True)


def test_what_leads_to_a_closed_record_is_told_every_time(project: Project) -> None:
    assert project.run("close", "kafeet", "--ersatt-av", "odlingen", *ON_IDAG).code == 0
    for _ in range(2):
        told = project.run("validate", *ON_IDAG)
        assert told.code == 0
        assert "catalogue/bromma/traffen.yml:4:1: varning referens-stangd: ersatt_av leder till kafeet" in told.out
        assert told.out.count("Skriv odlingen i stället.") == 2, "the next step of another leads there too"


def redirects(project: Project) -> dict[str, str]:
    found: dict[str, str] = json.loads((project.folder / "catalogue/omdirigeringar.json").read_text(encoding="utf-8"))
    return found


def test_rename_moves_mends_and_redirects(project: Project) -> None:
    ran = project.run("rename", "kafeet", "kafe-linden", *ON_IDAG)
    assert ran.code == 0
    assert not project.path("farsta/kafeet").exists()
    assert project.text("farsta/kafe-linden") == FIRST + RECORDS["farsta/kafeet"]
    assert "  # kön är kort just nu\n  - kafe-linden\n" in project.text("farsta/snickeriet")
    assert "ersatt_av: kafe-linden\n" in project.text("bromma/traffen")
    assert redirects(project) == {"kafeet": "kafe-linden"}
    assert project.run("validate", *ON_IDAG).code == 0
    moved = project.run("confirm", "kafeet", "--av", "Farsta", *ON_IDAG)
    assert (moved.code, "heter numera kafe-linden" in moved.err) == (2, True)


def test_rename_again_flattens_redirects_and_may_go_back(project: Project) -> None:
    for old, new in (("kafeet", "k2"), ("k2", "k3")):
        assert project.run("rename", old, new, *ON_IDAG).code == 0
    assert redirects(project) == {"k2": "k3", "kafeet": "k3"}
    assert project.run("rename", "snickeriet", "k2", *ON_IDAG).code == 1  # an old id is never used for something else
    assert project.run("rename", "k3", "kafeet", *ON_IDAG).code == 0
    assert redirects(project) == {"k2": "kafeet", "k3": "kafeet"}


@pytest.mark.parametrize(("new", "code"), [("odlingen", 1), ("Två Ord", 1), ("../ut", 1), ("x" * 61, 1)])
def test_rename_refuses_what_is_no_free_id(project: Project, new: str, code: int) -> None:
    before = project.snapshot()
    assert project.run("rename", "kafeet", new, *ON_IDAG).code == code
    assert project.snapshot() == before
