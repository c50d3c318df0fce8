"""`katalog stale`: what is due on a given day, in every format, and the letters."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest

from tests.project import FIRST, RECORDS, Project
from tests.support import ON_IDAG

_ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_text_tells_now_and_soon_by_area_and_organiser(project: Project) -> None:
    ran = project.run("stale", *ON_IDAG)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Bromma: 1 att se över nu, 0 inom 30 dagar",
        "  Föreningen Gro & Växa",
        "    2026-03-31  odlingen  Odlingen. Kan vara inaktuell, senast bekräftad 2025-10-01.",
        "Farsta: 1 att se över nu, 1 inom 30 dagar",
        "  Farsta stadsdelsförvaltning",
        "    nu          snickeriet  Snickeriet i Farsta. Inte bekräftad, uppgifter från 2019.",
        "    2026-12-08  kafeet  Kaféet. Dags att se över 2026-12-08.",
        "Sammanlagt: 2 att se över nu, 1 inom 30 dagar",
    ]


@pytest.mark.parametrize(
    ("idag", "when"),
    [("2026-11-07", None), ("2026-11-08", "snart"), ("2026-12-07", "snart"), ("2026-12-08", "nu")],
)
def test_a_record_comes_due_the_day_it_is_no_longer_fresh(project: Project, idag: str, when: str | None) -> None:
    found = json.loads(project.run("stale", "--format", "json", "--idag", idag).out)
    assert {post["id"]: post["nar"] for post in found["poster"]}.get("kafeet") == when


@pytest.mark.parametrize(("limit", "code"), [("1", 1), ("2", 0), ("3", 0)])
def test_the_limit_decides_the_exit_code(project: Project, limit: str, code: int) -> None:
    ran = project.run("stale", "--grans", limit, *ON_IDAG)
    assert (ran.code, bool(ran.err)) == (code, bool(code))


def test_one_area_and_wrong_use(project: Project) -> None:
    assert "Bromma" not in project.run("stale", "--omrade", "farsta", *ON_IDAG).out
    assert project.run("stale", "--omrade", "farst", *ON_IDAG).code == 2
    assert project.run("stale", "--format", "pdf", *ON_IDAG).code == 2


def test_a_faulty_record_is_left_out_and_told(project: Project) -> None:
    project.write("farsta/snickeriet", "namn: x\n")
    assert "1 post har fel och är inte med" in project.run("stale", *ON_IDAG).err


@pytest.mark.parametrize(("chosen", "delimiter"), [("csv", ","), ("kalkylblad", ";")])
def test_one_table_for_programs_and_one_for_a_spreadsheet(chosen: str, delimiter: str, project: Project) -> None:
    """A Swedish spreadsheet wants semicolons and a mark of its letters. Texts stand untouched."""
    project.write("farsta/snickeriet", FIRST + RECORDS["farsta/snickeriet"].replace("Snickeriet i", "=1+1; i"))
    out = project.run("stale", "--format", chosen, *ON_IDAG).out
    assert out.startswith("\ufeff") == (chosen == "kalkylblad")
    assert "\n" not in out.replace("\r\n", "")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""), delimiter=delimiter))
    assert [row["id"] for row in rows] == ["odlingen", "snickeriet", "kafeet"]
    assert rows[1]["namn"] == "=1+1; i Farsta"
    assert rows[1]["kommando"] == 'katalog confirm snickeriet --av "Farsta stadsdelsförvaltning"'


def test_markdown_gives_the_command_and_the_lines(project: Project) -> None:
    nasty = 'Snickeriet <b> [x](y) @alla #5 | "'
    project.write(
        "farsta/snickeriet", FIRST + RECORDS["farsta/snickeriet"].replace("Snickeriet i Farsta", f"'{nasty}'")
    )
    out = project.run("stale", "--format", "markdown", "--omrade", "farsta", *ON_IDAG).out
    assert '- [ ] **Snickeriet \\<b\\> \\[x\\](y) &#64;alla &#35;5 \\| "**: Inte bekräftad, uppgifter från 2019' in out
    assert '`katalog confirm snickeriet --av "Farsta stadsdelsförvaltning"`' in out
    assert (
        "rad 3 från `status: okand  # ring växeln i januari` till `status: aktiv  # ring växeln i januari`; "
        "rad 17 från `uppgifter_fran: 2019` till `uppgifter_fran: 2026`; "
        'lägg till `senast_bekraftad: "2026-11-22"` före rad 18'
    ) in out


def test_atom_is_well_formed_and_stable(project: Project) -> None:
    first = ElementTree.fromstring(project.run("stale", "--format", "atom", *ON_IDAG).out)  # noqa: S314  # our own
    ids = [entry.findtext("a:id", namespaces=_ATOM) for entry in first.findall("a:entry", _ATOM)]
    assert len(set(ids)) == 3
    later = project.run("stale", "--format", "atom", "--idag", "2026-11-29", "--adress", "https://exempel.se/k").out
    second = ElementTree.fromstring(later)  # noqa: S314
    assert [entry.findtext("a:id", namespaces=_ATOM) for entry in second.findall("a:entry", _ATOM)] == ids
    links = [(link.get("rel"), link.get("href")) for link in second.iterfind(".//a:link", _ATOM)]
    assert links[:3] == [
        ("self", "https://exempel.se/k/aktualitet/alla.atom"),
        ("alternate", "https://exempel.se/k/aktualitet/"),
        ("alternate", "https://exempel.se/k/verksamhet/odlingen/"),
    ]
    updated = [node.text or "" for node in second.iterfind(".//a:entry/a:updated", _ATOM)]
    assert updated == ["2026-03-31T00:00:00Z", "2019-01-01T00:00:00Z", "2026-11-08T00:00:00Z"]
    assert second.findtext("a:updated", namespaces=_ATOM) == max(updated)


def test_every_area_has_a_feed_and_a_calendar_of_its_own(project: Project) -> None:
    heads = []
    for area in ("bromma", "farsta", "skarholmen"):
        feed = ElementTree.fromstring(project.run("stale", "--format", "atom", "--omrade", area, *ON_IDAG).out)  # noqa: S314
        heads.append((feed.findtext("a:id", namespaces=_ATOM), feed.findtext("a:title", namespaces=_ATOM)))
        calendar = project.run("stale", "--format", "ics", "--omrade", area, *ON_IDAG).out
        assert f"NAME:{heads[-1][1]}".replace(",", "\\,") in calendar.replace("\r\n ", "")
    assert [title for _, title in heads] == [
        f"Hitta sysselsättning: att se över, {label}" for label in ("Bromma", "Farsta", "Skärholmen")
    ]
    assert len({name for name, _ in heads}) == 3


def test_calendar_follows_the_standard(project: Project) -> None:
    out = project.run("stale", "--format", "ics", *ON_IDAG).out
    lines = out.split("\r\n")
    assert "\n" not in out.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = re.sub("\r\n ", "", out)
    assert "DTSTART;VALUE=DATE:20261208\r\nDTEND;VALUE=DATE:20261209\r\nSUMMARY:Se över: Kaféet\r\n" in whole
    assert "SUMMARY:Att se över: Föreningen Gro & Växa (1)" in whole
    uids = re.findall("UID:(.*)\r\n", whole)
    assert len(set(uids)) == len(uids) == whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == 3


def test_a_letter_to_each_provider(project: Project) -> None:
    words = ("--adress", "https://exempel.se", "--epost", "katalogen@exempel.se")
    ran = project.run("stale", "--brev", "brev", *words, *ON_IDAG)
    assert ran.code == 0
    assert ran.out.startswith("2 brev om 3 poster i brev, som .html och .txt; 1 också som .eml.\n")
    names = sorted(path.name for path in (project.folder / "brev").glob("[!.]*"))
    assert names == ["farsta-stadsdelsforvaltning.eml", "farsta-stadsdelsforvaltning.html",
                     "farsta-stadsdelsforvaltning.txt", "foreningen-gro-vaxa.html", "foreningen-gro-vaxa.txt",
                     "utskick"]  # fmt: skip
    mail = (project.folder / "brev/farsta-stadsdelsforvaltning.txt").read_text(encoding="utf-8")
    for part in ("Till: Farsta stadsdelsförvaltning", "22 november 2026", "  Vad du gör: Snickeri\n",
                 "  Nästa steg: Kaféet", "Uppgifterna är från 2019. Vad har ändrats",
                 "Allt stämmer: https://exempel.se/verksamhet/snickeriet/bekrafta/#stammer\n",
                 "katalogen@exempel.se", "Det här saknas och läsaren frågar efter det: Plats, Tider,"):  # fmt: skip
        assert part in mail, part
    page = (project.folder / "brev/foreningen-gro-vaxa.html").read_text(encoding="utf-8")
    assert "Föreningen Gro &amp; Växa" in page
    assert "Gro & " not in page


def test_a_letter_without_mailbox_or_address_still_tells_three_ways(project: Project) -> None:
    assert project.run("stale", "--brev", "brev", *ON_IDAG).code == 0
    mail = (project.folder / "brev/foreningen-gro-vaxa.txt").read_text(encoding="utf-8")
    assert re.findall(r"^\d\. ", mail, re.MULTILINE) == ["1. ", "2. ", "3. "]


def test_a_folder_that_cannot_be_written_is_told(project: Project) -> None:
    (project.folder / "brev").write_text("en fil")
    ran = project.run("stale", "--brev", "brev", *ON_IDAG)
    assert (ran.code, "brev är en fil där det ska vara en mapp" in ran.err) == (2, True)
