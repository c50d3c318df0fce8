"""`katalog stale --brev`: letters as drafts for a mail program, and the three ways to answer in every form."""

from __future__ import annotations

import re
import zlib
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest

from tests.project import FIRST, RECORDS, Project
from tests.support import ON_IDAG

SITE = ("--adress", "https://exempel.se/k")
MAILBOX = ("--epost", "katalogen@exempel.se")
LINKS = [f"https://exempel.se/k/verksamhet/odlingen/bekrafta/#{word}" for word in ("stammer", "andra", "stangt")]
_BLOCK = re.compile(r"^--- hitta-sysselsattning 1 ---\n(.*?)\n--- slut ---$", re.DOTALL | re.MULTILINE)


def _write(project: Project, *words: str) -> str:
    ran = project.run("stale", "--brev", "brev", *words, *ON_IDAG)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def _draft(name: str) -> EmailMessage:
    raw = Path(f"brev/{name}.eml").read_bytes()
    message = BytesParser(policy=policy.default).parsebytes(raw)
    assert isinstance(message, EmailMessage)
    return message


def _with(project: Project, field: str, lines: str, name: str = "bromma/odlingen") -> None:
    """The record with a field more, or with more parts of its organiser."""
    text = FIRST + RECORDS[name]
    project.write(
        name, text.replace(f"{field}:\n", f"{field}:\n{lines}") if f"{field}:\n" in text else f"{text}{field}:\n{lines}"
    )


@pytest.mark.parametrize(
    ("field", "to"),
    [("anordnare", "info@gro.example"), ("kontakt", "info@gro.example")],
)
def test_a_draft_goes_to_the_function_mailbox(field: str, to: str, project: Project) -> None:
    _with(project, field, f"  epost: {to}\n")
    assert "2 brev om 3 poster i brev, som .html och .txt; 2 också som .eml." in _write(project, *MAILBOX)
    draft = _draft("foreningen-gro-vaxa")
    assert dict(draft.items()).items() >= {
        "To": to, "Reply-To": "katalogen@exempel.se", "X-Unsent": "1", "Content-Language": "sv",
        "Subject": "Stämmer uppgifterna i Hitta sysselsättning?",
    }.items()  # fmt: skip
    assert not {"Date", "Message-ID", "From"} & {*draft}, "the mail program writes them when it is sent"
    text = draft.get_content()
    assert "Vi har ingen egen adress" not in text
    assert "Odla grönsaker ute och inne hela året." in text


def test_the_organisers_own_mailbox_goes_before_that_of_an_activity(project: Project) -> None:
    _with(project, "kontakt", "  epost: odlingen@gro.example\n")
    text = project.text("bromma/odlingen")
    project.write("bromma/odlingen", text.replace("anordnare:\n", "anordnare:\n  epost: info@gro.example\n"))
    _write(project)
    assert _draft("foreningen-gro-vaxa")["To"] == "info@gro.example"


def test_a_district_is_asked_to_pass_the_letter_on(project: Project) -> None:
    """Farsta's mailbox stands in the vocabulary; Bromma has none there."""
    passed_on = "1 av utkasten går till en stadsdel eller kommun, som ombeds att skicka dem vidare."
    assert passed_on in _write(project)
    draft = _draft("farsta-stadsdelsforvaltning")
    assert draft["To"] == "farsta@stockholm.se"
    assert draft.get_content().startswith("Till Farsta: vi har ingen egen adress till Farsta stadsdelsförvaltning. ")
    for name in ("farsta/snickeriet", "farsta/kafeet"):
        _with(project, "anordnare", "  driftsform: stadsdelsnamnd\n", name)
    assert passed_on not in _write(project)
    assert "ingen egen adress" not in _draft("farsta-stadsdelsforvaltning").get_content()
    assert not Path("brev/foreningen-gro-vaxa.eml").exists()


def test_a_persons_mailbox_is_never_written_to(project: Project) -> None:
    """A record with one is refused; in a vocabulary nothing else would see it."""
    path = Path("schema/vokabular/omrade.json")
    path.write_text(path.read_text(encoding="utf-8").replace("farsta@stockholm.se", "anna.svensson@stockholm.se"))
    assert "0 också som .eml." in _write(project)
    assert list(Path("brev").rglob("*.eml")) == []


def test_a_draft_has_the_form_of_mail_and_the_same_bytes_every_time(project: Project) -> None:
    _write(project, *SITE)
    raw = Path("brev/farsta-stadsdelsforvaltning.eml").read_bytes()
    assert raw.isascii()
    assert raw.count(b"\r\n") == raw.count(b"\n") == raw.count(b"\r")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78, "RFC 5322, 2.1.1"
    Path("brev/farsta-stadsdelsforvaltning.eml").unlink()
    _write(project, *SITE)
    assert Path("brev/farsta-stadsdelsforvaltning.eml").read_bytes() == raw


@pytest.mark.parametrize("ending", ["html", "txt"])
def test_a_letter_has_three_links_for_each_record(ending: str, project: Project) -> None:
    _write(project, *SITE, *MAILBOX)
    text = Path(f"brev/foreningen-gro-vaxa.{ending}").read_text(encoding="utf-8")
    for link in LINKS:
        assert link in text
    for label in ("Allt stämmer", "Något är fel", "Vi har stängt"):
        assert text.count(label) == 2, "at the record, and where it is explained"
    assert "hitta-sysselsattning 1" not in text
    assert "katalogen@exempel.se" in text


def test_without_a_site_the_letter_has_lines_to_fill_in(project: Project) -> None:
    _write(project, *MAILBOX)
    text = Path("brev/farsta-stadsdelsforvaltning.txt").read_text(encoding="utf-8")
    blocks = _BLOCK.findall(text)
    assert len(blocks) == 2
    base = zlib.crc32(project.path("farsta/snickeriet").read_bytes())
    assert blocks[1].split("\n") == [
        "id: snickeriet", "arende: stammer", f"grund: {base:08x}", "dag:", "av: Farsta stadsdelsförvaltning",
        "sedan:", "vart:",
    ]  # fmt: skip
    assert "Svara till katalogen@exempel.se." in text
    assert "bekrafta" not in text


def test_the_lines_to_fill_in_are_those_of_the_page_whatever_the_files_line_ends(project: Project) -> None:
    base = zlib.crc32(project.path("farsta/snickeriet").read_bytes())
    project.write("farsta/snickeriet", project.text("farsta/snickeriet").replace("\n", "\r\n"))
    _write(project)
    assert f"grund: {base:08x}" in Path("brev/farsta-stadsdelsforvaltning.txt").read_text(encoding="utf-8")


def test_on_paper_there_are_boxes_and_lines(project: Project) -> None:
    _write(project)
    page = Path("brev/foreningen-gro-vaxa.html").read_text(encoding="utf-8")
    assert page.count("<li>Allt stämmer</li>") == 1
    assert '<p class="rad">Enhet eller förening</p>' in page
    assert "Kryssa i en ruta under verksamheten" in page
