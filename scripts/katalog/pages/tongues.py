"""What the build puts into a page in another language: the lines to ring, a number, and the mark that nobody who speaks
the language has read it. The page itself is written by hand in `docs/<language>/`.

Input: `Tongues` and the page's Markdown, HTML or front matter. Output: Markdown or HTML, safe.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from katalog.derive.crisis import Line, read_lines
from katalog.derive.money import Money
from katalog.derive.tongues import SWEDISH, Tongue, Tongues
from katalog.pages.pictures import has_drawing, picture
from katalog.record.rules.persondata import check_argument
from katalog.record.schema import Schema
from katalog.settings import Settings

_DAY, _WHO = "granskad", "granskad_av"
_UNREAD = "Att granskas: ingen som talar språket har läst sidan än."
_PLACE = re.compile(r"\[\[([a-z]+)(?::([a-z-]+))?\]\]")
_LINES, _PHONE, _PICTURE = "kris", "telefon", "bild"
_ROOT = "../"  # from the one page of a language that has pictures: its start
# What opens that page, and the steps below it.
_START = re.compile(r"(<h1.*?</h1>)\s*(<p class=\"start-ord\">.*?</p>)\s*<ul>", re.DOTALL)
_NO_DAY = "granskad ska vara dagen då någon som talar språket har läst sidan, till exempel 2026-12-01."
_NO_ONE = "granskad_av saknas. Skriv funktion och organisation, till exempel Tolk, Farsta stadsdelsförvaltning."
_NO_PLACE = (
    "{plats} finns inte. Skriv [[kris]], [[bild:...]] med en teckning, eller [[telefon:...]] med den som svarar i "
    "schema/pengar.json."
)


def versions_html(address: str, schema: Schema, settings: Settings) -> Markup:
    """For the head of a page that other languages tell too, where the site's own address is known. The frame of
    hand-written pages says the same; a test holds the two together."""
    if not settings.site_url:
        return Markup("")
    link = Markup('<link rel="alternate" hreflang="{}" href="{}">')
    told = Tongues(schema=schema).versions(address)
    return Markup("").join(link.format(code, settings.site_url + there) for code, there in told)


class TonguePageError(Exception):
    """A page says something that cannot be used. The message, in Swedish, tells what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Puts in what one page asks for."""

    schema: Schema
    idag: str
    tongue: Tongue

    def fill(self, markdown: str) -> str:
        """`[[kris]]` -> the lines of kris.json; `[[telefon:<who answers>]]` -> the number in pengar.json;
        `[[bild:<value>]]` -> its drawing."""
        return _PLACE.sub(self._filled, markdown)

    def _filled(self, found: re.Match[str]) -> str:
        kind, name = found[1], found[2]
        if kind == _LINES and name is None:
            return self._lines()
        if kind == _PICTURE and has_drawing(name or ""):
            return picture(_ROOT, name or "")
        one = Money(schema=self.schema, idag=self.idag).answerers.get(name or "")
        if kind == _PHONE and one is not None and one.phone:
            return _call(one.phone, Markup('<span dir="ltr">{}</span>').format(one.phone))
        raise TonguePageError(_NO_PLACE.format(plats=found[0]))

    def _lines(self) -> str:
        lines = read_lines(self.schema)
        rows = "".join(self._line(line) for line in lines)
        return f'<div class="kris-kort"><ul class="kris-linjer">{rows}</ul>{self._unchecked(lines)}</div>'

    def _unchecked(self, lines: Sequence[Line]) -> str:
        """Once for all that nobody has rung."""
        numbers = [Markup('<span dir="ltr">{}</span>').format(line.number) for line in lines if line.is_unchecked]
        text = escape(self.tongue.texts["ingen_ringt"]).format(nummer=Markup(" · ").join(numbers))
        return f'<p class="not">{text}</p>' if numbers else ""

    def _line(self, line: Line) -> str:
        """As `_kris.html` makes it, in the language; a name is Swedish. What is known by all needs no name."""
        texts = self.tongue.texts
        name = escape(texts["ring"]) if line.is_lasting else Markup('<span lang="sv">{}</span>').format(line.name)
        said = Markup('<span class="kris-namn">{}</span> <strong class="kris-nummer" dir="ltr">{}</strong>')
        note = texts["provringt"].format(datum=self.tongue.date(line.checked)) if line.checked else ""
        about = Markup('<span class="kris-vad">{}</span>').format(self.tongue.lines[line.id])
        about += Markup(' <span class="kris-vad not">{}</span>').format(note) if note else ""
        look = ' class="kris-forst"' if line.is_first else ""
        return f"<li{look}>{_call(line.number, said.format(name, line.number))} {about}</li>"


def finished(html: str, tongue: Tongue, *, is_checked: bool) -> str:
    """The page's HTML: with the mark below its heading until it is checked, and Swedish words in Swedish direction. The
    language's start has the face of the Swedish one, and the mark below its head."""
    mark = "" if is_checked else _mark(tongue)
    opened = _START.sub(lambda found: _face(found[1], found[2], mark), html, count=1)
    html = html.replace("</h1>", f"</h1>\n{mark}", 1) if opened == html else opened
    return html.replace(f'lang="{SWEDISH}"', f'lang="{SWEDISH}" dir="ltr"') if tongue.direction == "rtl" else html


def is_checked(meta: Mapping[str, Any], tongue: Tongue, schema: Schema) -> bool:
    """True when speakers have read both the page (front matter `granskad`, `granskad_av`) and the language's frame.
    Raises TonguePageError for a day that is none, and for a person's name."""
    day = meta.get(_DAY)
    if day is None:
        return False
    if not _is_day(day):
        raise TonguePageError(_NO_DAY)
    who = meta.get(_WHO)
    if not isinstance(who, str) or not who.strip():
        raise TonguePageError(_NO_ONE)
    person = check_argument(who, schema.folder, "bekraftad_av")
    if person:
        raise TonguePageError(f"granskad_av: {person}")
    return tongue.checked is not None


def _is_day(value: object) -> bool:
    """YAML reads a bare day as a date, one in quotation marks as text."""
    try:
        return isinstance(value, date) or bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


def _mark(tongue: Tongue) -> str:
    text = escape(tongue.texts["ogranskad"])
    return f'<p class="ogranskad">{text} <span lang="{SWEDISH}">{_UNREAD}</span></p>'


def _face(heading: str, words: str, mark: str) -> str:
    door = picture(_ROOT, "", "start-bild")
    head = f'<div class="start-huvud start-kort grund-start">{door}\n{heading}\n{words}</div>'
    return f'{head}\n{mark}<ul class="stora-steg">'


def _call(number: str, said: str) -> str:
    return f'<a href="tel:{re.sub("[ -]", "", number)}">{said}</a>'
