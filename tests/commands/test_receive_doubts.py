"""`katalog receive` of what is not quite sure: changed, filled in by hand, late, closed, moved, twice."""

from __future__ import annotations

import re

from tests.commands.conftest import Answer, Receive
from tests.commands.test_receive import HOURS, KAFEET, SNICKERIET, TRAFFEN
from tests.mails import about, mail_with
from tests.project import FIRST, RECORDS, Project
from tests.support import ON_IDAG


def test_a_changed_block_is_asked_about_for_itself(project: Project, receive: Receive, answer: Answer) -> None:
    forged = about(project, SNICKERIET, "andra", HOURS).replace("12:00", "21:00")
    before = project.snapshot()
    for words in (("--ja",), ()):
        ran = receive(forged, *words)
        assert (ran.code, "Se upp: Blocket är ändrat" in ran.out, project.snapshot() == before) == (1, True, True)
    for answers in (("n",), ("j", "n")):
        asked = answer(*answers)
        assert (receive(forged).code, asked[0]) == (1, "Ta med det ändå? (j/n) ")
    assert project.snapshot() == before
    answer("j", "j")
    assert receive(forged).code == 0
    assert 'till: "21:00"' in project.text(SNICKERIET)


def test_a_mail_filled_in_by_hand_is_looked_at_and_taken(project: Project, receive: Receive, answer: Answer) -> None:
    """As the links without a script prepare it: no hash, and a day as people write it."""
    head = {"dag": "den 19 november 2026", "sedan": "september 2026", "vart": "", "av": "Farsta stadsdelsförvaltning"}
    text = re.sub("slut [0-9a-f]{8}", "slut", about(project, KAFEET, "stangt", **head).replace("av:", "vart:\nav:"))
    answer("j", "j")
    ran = receive(text)
    assert (ran.code, "Se upp: Blocket är ifyllt för hand" in ran.out) == (0, True), ran
    assert "Verksamheten stängde i september 2026." in project.text(KAFEET)
    assert "Besked från Farsta stadsdelsförvaltning, 19 november 2026" in project.text(KAFEET)
    wrong = receive("Fel tid.\n" + re.sub("slut .*", "slut ---", about(project, SNICKERIET, "andra", dag="", av="")))
    assert (wrong.code, "Står det i texten ovan" in wrong.out, "  | Fel tid.\n" in wrong.out) == (1, True, True)


def test_one_older_than_the_last_change_shows_both(project: Project, receive: Receive, answer: Answer) -> None:
    text = about(project, SNICKERIET, "andra", {"kontakt": {"telefon": "08-465 004 30"}})
    project.write(SNICKERIET, project.text(SNICKERIET).replace("004 00", "004 20"))
    assert receive(text, "--ja").code == 1
    asked = answer("j", "j")
    ran = receive(text)
    assert (ran.code, len(asked)) == (0, 2)
    assert "Se upp: Katalogens uppgifter har ändrats sedan avsändaren såg dem." in ran.out
    assert "    före:  08-465 004 20 – Telefon\n    efter: 08-465 004 30 – Telefon\n" in ran.out
    without = receive(about(project, KAFEET, "stammer", grund=""), "--ja")
    assert (without.code, "Det syns inte vad katalogen sade" in without.out) == (1, True)


def test_a_closed_record_is_told(project: Project, receive: Receive) -> None:
    before = project.snapshot()
    right = receive(about(project, TRAFFEN, "stammer"), "--ja")
    assert (right.code, "står som stängd i katalogen" in right.out) == (1, True)
    changed = receive(about(project, TRAFFEN, "andra", HOURS, av=""), "--ja")
    assert (changed.code, "Se upp: Verksamheten står som stängd" in changed.out) == (1, True)
    assert project.snapshot() == before


def test_ids_of_other_days_and_in_capitals_are_followed(project: Project, receive: Receive) -> None:
    assert project.run("rename", "snickeriet", "verkstan", *ON_IDAG).code == 0
    text = about(project, "farsta/verkstan", "stammer", id="Snickeriet")
    ran = receive(text, "--ja")
    assert (ran.code, "Snickeriet heter verkstan." in ran.out) == (0, True), ran
    led = receive(about(project, KAFEET, "andra", {"nasta_steg": ["snickeriet"]}), "--ja")
    assert (led.code, "  - verkstan\n" in project.text(KAFEET)) == (0, True), led


def test_several_are_told_one_by_one_and_written_together(project: Project, receive: Receive, answer: Answer) -> None:
    text = about(project, SNICKERIET, "stammer") + about(project, KAFEET, "andra", HOURS)
    asked = answer("j")
    ran = receive(text)
    assert (ran.code, asked) == (0, ["Skriva in de 2 beskeden? (j/n) "])
    assert "1 av 2: Allt stämmer" in ran.out
    assert "2 av 2: Något är ändrat" in ran.out


def test_what_can_be_taken_is_taken_when_another_cannot(project: Project, receive: Receive, answer: Answer) -> None:
    text = about(project, SNICKERIET, "stammer") + about(project, KAFEET, "andra", {"sammanfattning": "För kort"})
    before = project.snapshot()
    assert receive(text, "--ja").code == 1
    assert project.snapshot() == before, "all or nothing where nobody looks"
    answer("j")
    ran = receive(text)
    assert (ran.code, "Går inte att ta emot: sammanfattning är för kort" in ran.out) == (1, True), ran
    assert project.text(KAFEET) == FIRST + RECORDS[KAFEET]
    assert "senast_bekraftad" in project.text(SNICKERIET)


def test_the_same_block_twice_is_one_and_unlike_ones_are_refused(project: Project, receive: Receive) -> None:
    one = about(project, SNICKERIET, "andra", HOURS)
    mail = mail_with(f"Se bilagan.\n{one}", "besked.txt", one)
    assert receive(mail, "--visa", name="x.eml").out.count("Snickeriet i Farsta: ändras") == 1
    before = project.snapshot()
    other = about(project, SNICKERIET, "stangt")
    ran = receive(one + other, "--ja")
    assert (ran.code, ran.out.count("de säger olika saker"), project.snapshot() == before) == (1, 2, True)
