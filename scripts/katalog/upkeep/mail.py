"""A mail as .eml -> its texts and attachments, by RFC 5322, 2045-2047 and 3676.

Input: any bytes. Output: `Incoming`. HTML is never read, pictures and other attachments are only named. A mail within
a mail is looked into, to a depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from katalog.upkeep.incoming import (
    HTML_ALONE,
    MOST_BYTES,
    Incoming,
    NotTheirsError,
    Part,
    decoded,
    sorted_parts,
    too_large,
)

_MOST_PARTS, _DEEPEST = 100, 8
# What no mail program writes, and only makes reading slow: lines that may part a mail, letters of a line about a part.
_MOST_BORDERS, _MOST_ABOUT, _MOST_HEAD, _MOST_SHOWN = 2_000, 4_000, 200_000, 1_000
_ABOUT = re.compile(rb"(?im)^content-[^\n]*(?:\n[ \t][^\n]*)*")
_OWN_LINE = re.compile(r"---|[a-z_]+:(?:\s|$)")
_TEXTS = (".txt", ".yml", ".yaml")
_SHEETS = (".xlsx", ".ods", ".csv")
_OTHERWISE = "Öppna det, kopiera texten mellan strecken och kör katalog receive -."
_BROKEN = f"Mejlet går inte att läsa. {_OTHERWISE}"
_MANY = f"Mejlet har fler delar än som tas emot. {_OTHERWISE}"


@dataclass(slots=True)
class _Read:
    """What has been found so far."""

    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    size: int = 0
    has_html: bool = False


def read_mail(raw: bytes) -> Incoming:
    """Raises NotTheirsError for a mail without anything that can be read."""
    if _is_made_slow(raw):
        raise NotTheirsError(_MANY)
    try:
        mail = BytesParser(policy=compat32).parsebytes(re.sub(rb"\A(?:\xef\xbb\xbf)?\s*(?:From [^\n]*\n)?", b"", raw))
        read = _Read()
        for part, depth in _leaves(mail):
            _take(part, depth, read)
        return _sorted(mail, read)
    except (MessageError, RecursionError, LookupError, AttributeError, TypeError, ValueError) as error:
        raise NotTheirsError(_BROKEN) from error


def _is_made_slow(raw: bytes) -> bool:
    head = re.search(rb"\r?\n\r?\n", raw)
    about = max((len(found[0]) for found in _ABOUT.finditer(raw)), default=0)
    borders = len(re.findall(rb"(?m)^--", raw))
    return (head.start() if head else len(raw)) > _MOST_HEAD or about > _MOST_ABOUT or borders > _MOST_BORDERS


def _sorted(mail: Message, read: _Read) -> Incoming:
    found = sorted_parts(read.parts)
    if not any(part.text.strip() for part in (*found.texts, *found.records)):
        raise NotTheirsError(HTML_ALONE if read.has_html else f"Mejlet har ingen text. {_unread(read)}".strip())
    if not any(not part.name for part in read.parts) and read.has_html:
        read.notes.append("Mejlets egen text är bara HTML och läses inte. Öppna mejlet om du vill se den.")
    if read.unread:
        read.notes.append(_unread(read))
    return Incoming(
        sender=_header(mail, "From"),
        subject=_header(mail, "Subject"),
        sent=_header(mail, "Date"),
        texts=found.texts,
        records=found.records,
        notes=read.notes,
    )


def _unread(read: _Read) -> str:
    if not read.unread:
        return ""
    told = f"Bilagor som inte läses: {', '.join(read.unread)}."
    is_sheet = any(name.lower().endswith(_SHEETS) for name in read.unread)
    return f"{told} Ett kalkylblad tar du emot med katalog import." if is_sheet else told


def _leaves(mail: Message) -> Iterator[tuple[Message, int]]:
    """The parts that hold no others, in the order they stand, with their depth. Raises NotTheirsError for too many."""
    waiting, count = [(mail, 0)], 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if count > _MOST_PARTS or depth > _DEEPEST:
            raise NotTheirsError(_MANY)
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting += [(one, depth + 1) for one in reversed(inner) if isinstance(one, Message)]
            if part.get_content_type() == "message/rfc822":
                yield part, depth
        else:
            yield part, depth


def _take(part: Message, depth: int, read: _Read) -> None:
    kind, name = part.get_content_type(), _decoded_words(part.get_filename() or "")
    if kind == "message/rfc822":
        inner = part.get_payload()
        who = _header(inner[0], "From") if isinstance(inner, list) and isinstance(inner[0], Message) else ""
        read.notes.append(f"Ett mejl är bifogat{f', från {who}' if who else ''}. Det som står i det läses också.")
    elif kind == "text/html":
        read.has_html = True
    elif name.lower().endswith(".eml") and depth < _DEEPEST:
        _take_inner(part, depth, read)
    elif name.lower().endswith(_TEXTS) or (kind == "text/plain" and not name):
        _take_text(part, name, read)
    elif name:
        read.unread.append(name)


def _take_inner(part: Message, depth: int, read: _Read) -> None:
    """A mail that was attached as an ordinary file."""
    inner = BytesParser(policy=compat32).parsebytes(_content(part))
    read.notes.append(f"Ett mejl är bifogat, från {_header(inner, 'From')}. Det som står i det läses också.")
    for leaf, below in _leaves(inner):
        if depth + below < _DEEPEST:
            _take(leaf, depth + below + 1, read)


def _take_text(part: Message, name: str, read: _Read) -> None:
    raw = _content(part)
    read.size += len(raw)
    if read.size > MOST_BYTES:
        raise NotTheirsError(too_large(read.size))
    try:
        text = decoded(raw, str(part.get_param("charset") or ""))
    except NotTheirsError:
        read.unread.append(name or "en text med tecken som inte finns")
        return
    if str(part.get_param("format") or "").lower() == "flowed":
        text = unflowed(text, is_joined=str(part.get_param("delsp") or "").lower() == "yes")
    read.parts.append(Part(name=name, text=text))


def unflowed(text: str, *, is_joined: bool) -> str:
    """Lines that a mail program has broken made whole (RFC 3676, 4). `is_joined`: DelSp=yes, the space goes away.

    A line of a block that was left empty ends with a space, too: what begins as a line of a block stays one.
    """
    lines: list[str] = []
    is_open, depth = False, 0
    for line in re.split("\r\n|[\r\n]", text):
        quote = re.match(r">*", line)
        marks = quote[0] if quote else ""
        inner = line[len(marks) :].removeprefix(" ")
        is_soft = inner.endswith(" ") and inner != "-- "
        body = inner[:-1] if is_soft and is_joined else inner
        if is_open and len(marks) == depth and not _OWN_LINE.match(inner):
            lines[-1] += body
        else:
            lines.append(f"{marks} {body}" if marks else body)
        is_open, depth = is_soft, len(marks)
    return "\n".join(lines)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(mail: Message, name: str) -> str:
    return _decoded_words(str(mail.get(name, ""))[:_MOST_SHOWN])


def _decoded_words(text: str) -> str:
    """RFC 2047; as it stands when that cannot be read."""
    with suppress(MessageError, LookupError, UnicodeError, ValueError):
        text = str(make_header(decode_header(text)))
    return " ".join(text.encode("utf-8", "surrogateescape").decode("utf-8", "replace").split())
