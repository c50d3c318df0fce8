"""`katalog review`: what a district manager reads about a proposed change."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.project import FIRST, RECORDS, Project
from tests.support import ON_IDAG

NEW = RECORDS["farsta/kafeet"].replace("Kaféet", "Odlarna")


@pytest.fixture
def changed(project: Project) -> Project:
    """One new, one changed, one confirmed, one closed, one renamed; the state before is in `before`."""
    shutil.copytree(project.folder / "catalogue", project.folder / "before")
    project.write("bromma/odlarna", FIRST + NEW.replace("omrade: farsta", "omrade: bromma"))
    text = project.text("farsta/kafeet").replace("omrade: farsta", "omrade: farsta\nkontakt:\n  telefon: 08-465 004 01")
    project.write("farsta/kafeet", text.replace("i kassan", "i kassan <b>|*här*"))
    for words in (("confirm", "snickeriet", "--av", "Farsta"), ("close", "odlingen", "--ersatt-av", "kafeet")):
        assert project.run(*words, *ON_IDAG).code == 0
    assert project.run("rename", "traffen", "traffpunkten", *ON_IDAG).code == 0
    return project


def section(text: str, heading: str) -> str:
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_folders_are_compared_in_words(changed: Project) -> None:
    ran = changed.run("review", "--from", "before", "--to", ".", *ON_IDAG)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# Ändringar i katalogen\n\n1 ny, 1 stängd, 1 ändrad, 1 bekräftad, 1 har bytt id.\n")
    new = section(ran.out, "Nya")
    assert "### Odlarna (bekräftad)\n\n`catalogue/bromma/odlarna.yml`\n" in new
    assert "| Öppet eller stängt | Öppen |\n" in new
    assert "- Finns nu i listorna Var: Bromma; Vad det är: " in new
    closed = section(ran.out, "Stängda")
    assert "| Öppet eller stängt | Öppen | Stängd |\n| Gå hit i stället | *uppgift saknas* | Kaféet |\n" in closed
    assert "visas som stängd och hamnar sist i listorna. Läsaren hänvisas till Kaféet." in closed
    told = section(ran.out, "Ändrade")
    assert "| Sammanfattning | Baka, servera och stå i kassan tillsammans. | Baka, servera och stå i kassan " in told
    assert (
        "kassan \\<b\\>\\|\\*här\\* tillsammans. |\n| Kontakt | *uppgift saknas* | 08-465 004 01 – Telefon |\n" in told
    )
    assert "- Kortet i listor och sökträffar får ny text.\n" in told
    assert "under Vad, Hur man börjar." in told
    confirmed = section(ran.out, "Bekräftade utan andra ändringar")
    assert "| Senast bekräftad | *uppgift saknas* | 22 november 2026 |\n" in confirmed
    assert "Om uppgifterna står det: ”Bekräftat. Uppgifterna bekräftades den 22 november 2026 av Farsta.”" in confirmed
    assert "Hette förut `traffen`." in section(ran.out, "Bytt id")


def test_equal_folders_and_only_comments(project: Project) -> None:
    shutil.copytree(project.folder / "catalogue", project.folder / "before")
    words = ("review", "--from", "before", "--to", "catalogue", *ON_IDAG)
    assert project.run(*words).out == "# Ändringar i katalogen\n\nInga uppgifter är ändrade.\n"
    project.write("farsta/kafeet", project.text("farsta/kafeet") + "# kommentar\n")
    assert "## Bara form, kommentarer eller hänvisningar till nya id\n\n- `catalogue/farsta/kafeet.yml`\n" in (
        project.run(*words).out
    )


def test_errors_and_warnings_are_told_with_their_place(changed: Project) -> None:
    changed.write("bromma/odlarna", FIRST + NEW)
    changed.write("farsta/trasig", 'namn: "\n')
    changed.path("farsta/snickeriet").unlink()
    ran = changed.run("review", "--from", "before", "--to", ".", *ON_IDAG)
    assert ran.code == 1
    errors = section(ran.out, "Fel som måste rättas")
    assert "- `catalogue/bromma/odlarna.yml:6` omrade är farsta, men filen ligger i mappen bromma." in errors
    assert "- `catalogue/farsta/trasig.yml:1`" in errors
    assert "Det finns ingen post med id snickeriet" in errors
    assert "gamla länkar slutar fungera" in section(ran.out, "Borttagna")
    assert "farsta/trasig.yml" in section(ran.out, "Går inte att läsa") + section(ran.out, "Nya")


def test_hostile_files_do_not_stop_it(changed: Project) -> None:
    changed.write("farsta/lista", "- 1\n")
    changed.write("farsta/typer", "namn: [1]\nstatus: {a: 1}\nomrade: 3\nalder: x\nnasta_steg: 5\n'<x>': y\n")
    changed.path("farsta/lank").symlink_to("/etc/hostname")
    (changed.folder / "catalogue/omdirigeringar.json").write_text("[1]")
    ran = changed.run("review", "--from", "before", "--to", ".", *ON_IDAG)
    assert ran.code == 1
    assert "<x>" not in ran.out.replace("\\<x\\>", "")


def git(project: Project, *words: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@exempel.se", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *words], cwd=project.folder, check=True, capture_output=True)


def test_versions_in_git(project: Project) -> None:
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "a")
    git(project, "tag", "a")
    assert project.run("confirm", "snickeriet", "--av", "Farsta", *ON_IDAG).code == 0
    assert "\n1 bekräftad.\n" in project.run("review", "--base", "a", *ON_IDAG).out
    git(project, "commit", "-qam", "b")
    assert "\n1 bekräftad.\n" in project.run("review", "--base", "a", "--head", "main", *ON_IDAG).out
    assert "Inga uppgifter är ändrade." in project.run("review", "--base", "main", *ON_IDAG).out
    assert project.run("review", "--base", "finns-inte", *ON_IDAG).code == 2
    assert project.run("review", "--base", "--output=x", *ON_IDAG).code == 2


@pytest.mark.parametrize("target", ["/etc/hostname", "../../README.md", "kafeet.yml", "finns-inte"])
def test_a_version_with_a_link_is_refused(project: Project, target: str) -> None:
    git(project, "init", "-q")
    project.path("farsta/lank").symlink_to(target)
    git(project, "add", ".")
    git(project, "commit", "-qm", "a")
    ran = project.run("review", "--base", "main", *ON_IDAG)
    assert (ran.code, "catalogue/farsta/lank.yml är en länk i version main." in ran.err) == (2, True)


def test_names_with_letters_of_every_kind_come_out_of_git(project: Project) -> None:
    git(project, "init", "-q")
    project.path("farsta/kafeet").rename(project.path("farsta/kafeet").with_name("kafé å ъ.yml"))
    git(project, "add", ".")
    git(project, "commit", "-qm", "a")
    ran = project.run("review", "--base", "main", *ON_IDAG)
    assert "Inga uppgifter är ändrade." in ran.out


@pytest.mark.parametrize("words", [(), ("--from", "a"), ("--base", "a", "--to", "b"), ("--head", "a"),
                                   ("--from", "finns-inte", "--to", ".")])  # fmt: skip
def test_wrong_use(project: Project, words: tuple[str, ...]) -> None:
    assert project.run("review", *words).code == 2
