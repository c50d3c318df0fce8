"""A letter to each provider: its records as the reader sees them, what to check, three ways to answer.

Input: stale items, the view and how the editors are reached. Output: {file name: text}, for each letter a page to
print and a text to mail, from the templates beside this module. No letter names a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from katalog.derive.due import NO_ORGANISER, Item
from katalog.derive.swedish import swedish_date
from katalog.derive.vocabulary import Vocabularies
from katalog.record.rules.identitet import make_id
from katalog.wording.rows import Row
from katalog.wording.sections import sections_of
from katalog.wording.view import View

# What a reader asks first; when one is missing the page says "uppgift saknas", so the letter asks for it.
_WANTED = ("kontakt", "plats", "tider", "ingang", "forsta_steget", "malgrupp", "kostnad_for_dig", "tillganglighet")
# One template each, and how its lines end: a mail's with CRLF (RFC 5322, 2.3). What stands in a page is escaped, what
# stands in a mail is not.
_FORMS = {"html": "\n", "txt": "\r\n"}
_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """How the editors are reached. `address` ends with a slash; each may be empty."""

    address: str
    mailbox: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The parts of one letter; the templates only lay them out."""

    recipient: str
    day: str
    opening: tuple[str, ...]
    records: tuple[RecordPart, ...]
    answers: tuple[str, ...]
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPart:
    """One record in a letter: what its page says, and what to look at."""

    title: str
    summary: str
    freshness: str
    sections: tuple[SectionPart, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPart:
    """A section of the record's page that holds something."""

    title: str
    rows: tuple[Row, ...]


def render_letters(items: Sequence[Item], view: View, office: Office) -> dict[str, str]:
    """Two files for each provider; a record without a known provider gets a letter of its own."""
    files: dict[str, str] = {}
    environment = _environment()
    ordered = sorted(items, key=lambda item: (_recipient(item), item.record.id))
    for recipient, group in groupby(ordered, key=_recipient):
        letter = _letter(recipient, list(group), view, office)
        name = _free_name(make_id(recipient), files)
        for form, line_end in _FORMS.items():
            text = environment.get_template(f"brev.{form}").render(letter=letter)
            files[f"{name}.{form}"] = text.replace("\n", line_end)
    return files


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(("html",), default_for_string=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["en_rad"] = lambda text: " ".join(text.split())
    return environment


def _recipient(item: Item) -> str:
    return item.record.namn if item.organiser == NO_ORGANISER else item.organiser


def _free_name(wanted: str, files: Mapping[str, str]) -> str:
    name, number = wanted, 2
    while f"{name}.html" in files:
        name, number = f"{wanted}-{number}", number + 1
    return name


def _letter(recipient: str, items: list[Item], view: View, office: Office) -> Letter:
    what = items[0].record.namn if len(items) == 1 else f"{len(items)} av era verksamheter"
    return Letter(
        recipient=recipient,
        day=swedish_date(view.derived.idag),
        opening=(
            f"I katalogen Hitta sysselsättning står det om {what}. Den som söker något att göra om dagarna läser det, "
            "och den som hjälper till att hitta en plats.",
            "Uppgifterna nedan är vad läsaren ser i dag. Stämmer de? Ett kort svar räcker.",
        ),
        records=tuple(_part(item, view) for item in items),
        answers=tuple(_answers(items, office)),
        closing="Skriv aldrig namn, personnummer eller andra uppgifter om enskilda personer i svaret. "
        "Katalogen är öppen för alla.",
    )


def _part(item: Item, view: View) -> RecordPart:
    sections = [SectionPart(title=s.title, rows=(*s.telling, *s.rows)) for s in sections_of(view, item.record)]
    return RecordPart(
        title=item.record.namn,
        summary=item.record.sammanfattning,
        freshness=item.freshness.text,
        sections=tuple(section for section in sections if section.rows),
        checks=tuple(_checks(item, view.words)),
    )


def _checks(item: Item, words: Vocabularies) -> Iterator[str]:
    record = item.record
    yield "Finns verksamheten kvar, och är namnet rätt?"
    if record.kontakt or record.plats:
        yield "Går det att ringa, skriva och hitta dit med de här uppgifterna?"
    if record.uppgifter_fran and item.due is None:
        yield f"Uppgifterna är från {record.uppgifter_fran}. Vad har ändrats sedan dess?"
    if record.platser or record.ersattning or record.pris:
        yield "Stämmer antal platser och belopp, och vilket år gäller de?"
    missing = [words.title(name) for name in _WANTED if not getattr(record, name)]
    if missing:
        yield f"Det här saknas och läsaren frågar efter det: {', '.join(missing)}."


def _answers(items: list[Item], office: Office) -> Iterator[str]:
    to = office.mailbox or "den som skickade brevet"
    ids = ", ".join(item.record.id for item in items)
    if office.address:
        forms = ", ".join(f"{office.address}bidra/formular/?post={item.record.id}" for item in items)
        yield f"Rätta i formuläret, som är ifyllt med det som står i dag: {forms} ."
    else:
        yield "Öppna er sida på katalogens webbplats och välj ”Rätta uppgifterna” längst ned."
    yield f"Svara till {to}. Skriv ”Allt stämmer” eller vad som ska ändras, och vilken enhet eller förening ni är."
    yield f"Ändra själva i katalogens filer, om ni brukar arbeta så. Posten heter {ids}. Följ CONTRIBUTING.md."
