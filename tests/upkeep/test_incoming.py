"""What came as bytes: mails, pasted text, files; in every encoding, and what is made to do harm."""

from __future__ import annotations

import random
from contextlib import suppress
from email.message import EmailMessage

import pytest

from katalog.upkeep.incoming import MOST_BYTES, NotTheirsError, decoded, read_incoming
from katalog.upkeep.mail import unflowed
from tests.mails import (
    SENDER,
    WHO,
    block,
    mail_from_a_desk,
    mail_from_a_phone,
    mail_of_html,
    mail_with,
)
from tests.project import RECORDS
from tests.upkeep.test_block import found

BLOCK = block({"id": "kafeet", "arende": "stammer", "grund": "9f3c2a71", "dag": "2026-11-19", "av": WHO})


@pytest.mark.parametrize(
    "raw",
    [
        mail_from_a_desk(BLOCK),
        mail_from_a_desk(BLOCK, "iso-8859-1"),
        mail_from_a_desk(BLOCK, "windows-1252"),
        mail_from_a_desk(BLOCK, "utf-8", "base64"),
        mail_from_a_phone(BLOCK),
        b"From someone Thu Nov 19\n" + mail_from_a_desk(BLOCK),
        b"\xef\xbb\xbf" + mail_from_a_phone(BLOCK),
    ],
    ids=["desk", "latin-1", "windows-1252", "base64", "flowed", "mbox", "byte order mark"],
)
@pytest.mark.parametrize("name", ["besked.eml", ""])
def test_the_block_comes_whole_through_the_usual_mails(raw: bytes, name: str) -> None:
    incoming = read_incoming(raw, name)
    (one,) = (each for part in incoming.texts for each in found(part.text).blocks)
    assert (one.is_whole, one.faults, one.av) == (True, (), WHO)
    assert incoming.sender == SENDER
    assert incoming.subject.startswith("Besked från Träffpunkten Öst: så är det")
    assert "<script>" not in " ".join(part.text for part in incoming.texts)


def test_an_unread_attachment_is_named() -> None:
    assert "Bilagor som inte läses: image001.png." in read_incoming(mail_from_a_desk(BLOCK), "x.eml").notes
    sheet = mail_with("Hej", "lista.xlsx", "x", "x")
    assert "katalog import" in " ".join(read_incoming(sheet, "x.eml").notes)


def test_attachments_are_read_as_what_they_are() -> None:
    text = read_incoming(mail_with("Se bilagan.", "besked.txt", BLOCK), "x.eml")
    assert [part.name for part in text.texts] == ["", "besked.txt"]
    record = read_incoming(mail_with("Se bilagan.", "kafeet.yml", RECORDS["farsta/kafeet"], "yaml"), "x.eml")
    assert [(part.name, part.text) for part in record.records] == [("kafeet.yml", RECORDS["farsta/kafeet"])]


def test_a_mail_within_a_mail_is_read_and_told() -> None:
    inner = EmailMessage()
    inner["From"] = "Chefen <info@exempel.se>"
    inner.set_content(BLOCK)
    outer = EmailMessage()
    outer["From"] = SENDER
    outer.set_content("Jag skickar vidare.")
    outer.add_attachment(inner)
    incoming = read_incoming(outer.as_bytes(), "x.eml")
    assert "Ett mejl är bifogat, från Chefen <info@exempel.se>." in " ".join(incoming.notes)
    assert [len(found(part.text).blocks) for part in incoming.texts] == [0, 1]


@pytest.mark.parametrize(
    "raw", [mail_of_html(BLOCK), f"<html><body>{BLOCK}".encode(), f"<!doctype html>{BLOCK}".encode()]
)
def test_html_alone_is_refused(raw: bytes) -> None:
    with pytest.raises(NotTheirsError, match="bara HTML"):
        read_incoming(raw, "")


def test_html_beside_a_file_is_told() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = SENDER, "x"
    mail.set_content("<p>Hej</p>", subtype="html")
    mail.add_attachment(BLOCK.encode(), maintype="text", subtype="plain", filename="besked.txt")
    incoming = read_incoming(mail.as_bytes(), "x.eml")
    assert "bara HTML" in " ".join(incoming.notes)
    assert [part.name for part in incoming.texts] == ["besked.txt"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_pasted_text_in_any_encoding(encoding: str) -> None:
    assert decoded(f"Träffpunkten på hörnet\n{BLOCK}".encode(encoding)).startswith("Träffpunkten på hörnet\n---")


def test_pasted_text_of_a_record() -> None:
    text = RECORDS["farsta/kafeet"]
    assert read_incoming(text.encode(), "kafeet.yml").records[0].text == text
    assert read_incoming(text.encode(), "").records[0].text == text
    after = read_incoming(f"Hej!\n\n# yaml-language-server: $schema=x\n{text}".encode(), "")
    assert after.records[0].text.endswith(text)


def _nested(depth: int) -> bytes:
    head = b"From: a\nContent-Type: multipart/mixed; boundary=b0\n\n"
    inner = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(depth))
    return head + inner + b"hej"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"x" * (MOST_BYTES + 1), "Högst 256 kB"),
        (mail_with("x" * 300_000, "x.txt", "x"), "Högst 256 kB"),
        (mail_with("x", "x.txt", "x" * 300_000), "Högst 256 kB"),
        (b"From: a\nTo: b\n\n" + b"x" * 11_000_000, "Högst 10 MB"),
        (b"hej\0hej", "ingen text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "ingen text"),
        (b"PK\x03\x04\0\0", "ingen text"),
        (b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nhej\n" * 5_000, "fler delar"),
        (b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nhej\n" * 1_500, "fler delar"),
        (b"From: a\nContent-Type: multipart/mixed" + b'; a="' * 2_000 + b"\n\nhej", "fler delar"),
        (b"From: a\nTo: b\n" * 50_000, "fler delar"),
        (_nested(60), "fler delar"),
        (_nested(1_500), "går inte att läsa|fler delar"),
        (b"From: a\n" + b"Content-Type: message/rfc822\n\n" * 2_000 + b"hej", "går inte att läsa|fler delar"),
        (b"From: a\nTo: b\nContent-Type: image/png; name=x.png\n\nabc", "ingen text"),
    ],
)  # fmt: skip
def test_what_is_made_to_do_harm_is_refused(raw: bytes, told: str) -> None:
    with pytest.raises(NotTheirsError, match=told):
        read_incoming(raw, "x.eml" if raw.startswith(b"From") else "")


def test_headers_of_every_kind_are_shown_or_left() -> None:
    for subject in (
        b"=?utf-8?q?=C3?=",
        b"=?x-okand?b?AAAA?=",
        b"=?rot13?q?abc?=",
        b"\xff\xfe",
        b"=?utf-8?b?" + b"A" * 99_999,
    ):
        incoming = read_incoming(b"From: a\nSubject: " + subject + b"\n\nhej", "x.eml")
        assert len(incoming.subject) <= 1_000


def test_bytes_changed_at_random_never_stop_it() -> None:
    whole, chance = mail_from_a_desk(BLOCK), random.Random(14)  # noqa: S311  # no secret
    for _ in range(300):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        with suppress(NotTheirsError):
            read_incoming(bytes(raw), "x.eml")


@pytest.mark.parametrize(
    ("text", "is_joined", "told"),
    [
        ("en rad \nsom går", False, "en rad som går"),
        ("en ra \nd", True, "en rad"),
        ("> en rad \n> som går\nsvar", False, "> en rad som går\nsvar"),
        ("hej \n> citat", False, "hej \n> citat"),
        ("-- \nnamn", False, "-- \nnamn"),
        (" >inget citat", False, ">inget citat"),
        ("dag: \nav: \n--- slut ---", True, "dag:\nav:\n--- slut ---"),
    ],
)
def test_flowed_text_is_made_whole(text: str, is_joined: bool, told: str) -> None:
    assert unflowed(text, is_joined=is_joined) == told
