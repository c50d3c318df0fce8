"""`katalog receive` of what nobody should send: told, and never written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from typing import Any

import pytest

from tests.commands.conftest import Receive
from tests.commands.test_receive import HOURS, KAFEET, NEW, SNICKERIET
from tests.mails import SENDER, about, block, mail_of_html
from tests.project import Project


def _inner_mail(text: str) -> bytes:
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"], outer["From"] = "a@exempel.se", SENDER
    inner.set_content(text)
    outer.set_content("Se det bifogade.")
    outer.add_attachment(inner)
    return outer.as_bytes()


def _about(errand: str, fields: Mapping[str, Any] | None = None, **head: str) -> Callable[[Project], str]:
    return lambda project: about(project, SNICKERIET, errand, fields, **head)


def _paths_in_ids(project: Project) -> str:
    return "".join(about(project, SNICKERIET, "stammer", id=word) for word in ("../../x", "farsta/kafeet", "a\\b", "~"))


HOSTILE: dict[str, tuple[Callable[[Project], str | bytes], int, str]] = {
    "path for an id": (_paths_in_ids, 1, "är inget id"),
    "path for a new id": (lambda _: block({"id": "../../../tmp/x", "arende": "ny"}, NEW), 1, "är inget id"),
    "path for an area": (lambda _: block({"id": "x", "arende": "ny"}, {**NEW, "omrade": "../.."}), 1, "omrade"),
    "an area for a record": (_about("andra", {"omrade": "../../tmp"}), 1, "omrade"),
    "unknown id": (_about("stammer", id="snickerit"), 1, "Menas snickeriet?"),
    "oversized": (lambda project: about(project, SNICKERIET, "stammer") + "x" * 256_000, 2, "Högst 256 kB"),
    "nul bytes": (lambda project: about(project, SNICKERIET, "stammer") + "\0", 2, "ingen text"),
    "html alone": (lambda project: mail_of_html(about(project, SNICKERIET, "stammer")), 2, "bara HTML"),
    "html page": (lambda project: f"<html>{about(project, SNICKERIET, 'stammer')}", 2, "bara HTML"),
    "forged": (
        lambda project: about(project, KAFEET, "stammer").replace("kafeet", "snickeriet"),
        1,
        "Blocket är ändrat",
    ),
    "no hash": (
        lambda project: re.sub("slut [0-9a-f]{8}", "slut", about(project, SNICKERIET, "stammer")),
        1,
        "Blocket är ifyllt för hand",
    ),
    "unknown field": (_about("andra", {"admin": True}), 1, "admin är inget fält"),
    "a person": (_about("stammer", av="Anna Svensson"), 1, "ser ut som en persons namn"),
    "a person in a field": (_about("andra", {"anmarkning": ["Ring Anna Svensson."]}), 1, "ser ut som en persons namn"),
    "a person to go to": (_about("stangt", vart="Gå till Anna Svensson."), 1, "ser ut som en persons namn"),
    "a number of a person": (_about("andra", {"kontakt": {"telefon": "070-174 06 05"}}), 1, "mobilnummer"),
    "a day to come": (_about("stammer", dag="2027-01-01"), 1, "2027-01-01"),
    "a mail in a mail, forged": (
        lambda project: _inner_mail(about(project, SNICKERIET, "andra", HOURS).replace("12:00", "13:00")),
        1,
        "Blocket är ändrat",
    ),
    "deep values": (
        lambda project: about(project, SNICKERIET, "andra", HOURS).replace("[{", "[" * 90_000 + "{"),
        1,
        "för många nivåer",
    ),
    "a mail bomb": (
        lambda _: b"From: a\nTo: b\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nhej\n" * 9_000,
        2,
        "fler delar",
    ),
    "escape codes": (
        lambda project: about(project, SNICKERIET, "andra", {"sammanfattning": "\x1b[31mSnickra och måla."}),
        1,
        "U+001B",
    ),
    "a reference out": (_about("stangt", {"ersatt_av": "../kafeet"}), 1, "ersatt_av"),
    "a reference of another kind": (_about("stangt", {"ersatt_av": ["kafeet"]}), 1, "ersatt_av"),
    "another version": (
        lambda project: about(project, SNICKERIET, "stammer").replace("sattning 1", "sattning 9"),
        1,
        "version 9",
    ),
    "cut off": (lambda project: about(project, SNICKERIET, "stammer")[:-30], 1, "Slutet på blocket saknas"),
    "hundreds of blocks": (lambda project: about(project, SNICKERIET, "stammer") * 201, 2, "fler block"),
    "nothing of ours": (lambda _: "Hej! Allt stämmer hos oss.", 2, "inget som formuläret har skrivit"),
    "a sheet": (lambda _: b"PK\x03\x04" + bytes(100), 2, "ingen text"),
    "empty": (lambda _: b"", 2, "inget som formuläret har skrivit"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_told_and_not_written(name: str, project: Project, receive: Receive) -> None:
    make, code, told = HOSTILE[name]
    content = make(project)
    before = project.snapshot()
    for words in (("--ja",), ()):
        ran = receive(content, *words)
        assert told in ran.out + ran.err, ran
        assert "\x1b" not in ran.out + ran.err
        assert ran.code == code, (words, ran)
        assert project.snapshot() == before
