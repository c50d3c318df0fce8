"""Blocks as the form writes them, and mails as two usual programs lay them out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from katalog.upkeep.block import hash_of
from katalog.upkeep.proposing import base_of
from tests.project import Project

WHO = "Enheten för sysselsättning, Farsta stadsdelsförvaltning"
SENDER = "Träffpunkten Öst <traffpunkten@exempel.se>"
_DAY = "Thu, 19 Nov 2026 10:15:00 +0100"


def block(head: Mapping[str, str], fields: Mapping[str, Any] | None = None) -> str:
    """The block, with its hash; one line a key."""
    lines = [f"{key}: {text}" for key, text in head.items()]
    lines += [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in (fields or {}).items()]
    return "\n".join(("--- hitta-sysselsattning 1 ---", *lines, f"--- slut {hash_of(''.join(lines))} ---", ""))


def about(project: Project, name: str, errand: str, fields: Mapping[str, Any] | None = None, /, **head: str) -> str:
    """A block about the record as it is now; a key with "" is left out."""
    path = project.path(name)
    whole = {"id": path.stem, "arende": errand, "grund": base_of(path.read_bytes()), "dag": "2026-11-19", "av": WHO}
    return block({key: text for key, text in {**whole, **head}.items() if text}, fields)


def mail_from_a_desk(text: str, charset: str = "utf-8", cte: str = "quoted-printable") -> bytes:
    """As Outlook on a desk sends it: text and HTML in alternative, in quoted-printable or base64, with a logo."""
    mail = _headed("multipart")
    mail.set_content(f"Hej!\n\n{text}\nMed vänlig hälsning\nTräffpunkten", charset=charset, cte=cte)
    mail.add_alternative("<html><body><p>Hej!</p><script>alert(1)</script></body></html>", subtype="html")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(300), maintype="image", subtype="png", filename="image001.png")
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_del_{number}")  # else by chance, and no two runs alike
    return mail.as_bytes(policy=SMTP)


def mail_from_a_phone(text: str) -> bytes:
    """As plain-text programs send it: format=flowed (RFC 3676), soft line ends, DelSp=yes, a signature."""
    mail = _headed("plain")
    mail.set_content(f"{_flowed(text)}\n-- \nSkickat från min telefon", cte="8bit")
    mail.set_param("format", "flowed")
    mail.set_param("delsp", "yes")
    return mail.as_bytes(policy=SMTP)


def mail_with(text: str, name: str, content: str, subtype: str = "plain") -> bytes:
    """A mail with a file beside its text."""
    mail = _headed("attached")
    mail.set_content(text)
    mail.add_attachment(content.encode(), maintype="text", subtype=subtype, filename=name)
    return mail.as_bytes()


def mail_of_html(text: str) -> bytes:
    mail = _headed("html")
    mail.set_content(f"<html><body><pre>{text}</pre></body></html>", subtype="html")
    return mail.as_bytes()


def _headed(kind: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Date"] = SENDER, "katalogen@exempel.se", _DAY
    mail["Subject"] = f"Besked från Träffpunkten Öst: så är det nu hos oss ({kind})"
    return mail


def _flowed(text: str) -> str:
    """Every line longer than 40 letters broken; the break is one space too many, which DelSp takes away."""
    lines: list[str] = []
    for line in text.splitlines():
        rest = line
        while len(rest) > 40:
            lines.append(f"{rest[:40]} ")
            rest = rest[40:]
        lines.append(f" {rest}" if rest.startswith((" ", ">", "From")) else rest)
    return "\n".join(lines)
