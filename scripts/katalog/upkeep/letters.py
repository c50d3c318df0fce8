"""A letter to each provider: its records as the reader sees them, what to check, three ways to answer.

Input: errands (who is asked about what, for which time), the view and how the editors are reached. Output: for each
letter a page to print, a text to mail and, where a function mailbox is known, a draft for a mail program, from the
templates beside this module. No letter names a person. A reminder is shorter: what is asked about, and the ways.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from katalog.derive.due import Item
from katalog.derive.swedish import swedish_date
from katalog.derive.vocabulary import Vocabularies
from katalog.exports.records import record_source
from katalog.record.rules.identitet import make_id
from katalog.upkeep.addressing import Address, address_of
from katalog.upkeep.answering import WAYS, Link, block_to_fill_in, links_to
from katalog.upkeep.draft import render_draft
from katalog.upkeep.letter_words import SUBJECTS, Asked, Reply, ask, reply_by_mail, reply_on_paper, when_asked
from katalog.upkeep.schedule import Errand, Question
from katalog.wording.rows import Row
from katalog.wording.sections import sections_of
from katalog.wording.view import View

# What a reader asks first; when one is missing the page says "uppgift saknas", so the letter asks for it.
_WANTED = ("kontakt", "plats", "tider", "ingang", "forsta_steget", "malgrupp", "kostnad_for_dig", "tillganglighet")
_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """How the editors are reached, and where the project's folder is. `address` ends with a slash; it and the mailbox
    may be empty."""

    address: str
    mailbox: str
    root: Path = Path()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter as files: name -> text. All begin with `name`; a draft is there when there is an address."""

    name: str
    errand: Errand
    files: Mapping[str, str]
    address: Address | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The parts of one letter; the templates only lay them out."""

    recipient: str
    subject: str
    day: str
    opening: tuple[str, ...]
    records: tuple[RecordPart, ...]
    by_mail: Reply
    on_paper: Reply
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPart:
    """One record in a letter: what its page says, what to look at, how to answer. `asked` tells of former letters."""

    title: str
    summary: str
    freshness: str
    asked: str
    sections: tuple[SectionPart, ...]
    checks: tuple[str, ...]
    page: str
    links: tuple[Link, ...]
    block: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPart:
    """A section of the record's page that holds something."""

    title: str
    rows: tuple[Row, ...]


def render_letters(errands: Sequence[Errand], view: View, office: Office, taken: Collection[str]) -> list[Written]:
    """A letter for each errand; a name that is `taken` belongs to a former letter which is still to be answered."""
    environment = _environment()
    names = set(taken)
    letters = []
    for errand in errands:
        name = _free_name(make_id(errand.recipient), names)
        names.add(name)
        address = address_of([question.item.record for question in errand.questions], view.words)
        files = _files(_letter(errand, view, office), environment, address, office)
        named = {f"{name}.{ending}": text for ending, text in files.items()}
        letters.append(Written(name=name, errand=errand, files=named, address=address))
    return letters


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(("html",), default_for_string=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["ways"] = WAYS
    environment.filters["en_rad"] = lambda text: " ".join(text.split())
    return environment


def _free_name(wanted: str, taken: Collection[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


def _files(letter: Letter, environment: Environment, address: Address | None, office: Office) -> dict[str, str]:
    """Ending -> text. What stands in a page is escaped, what stands in a mail is not and has a mail's line ends (RFC
    5322, 2.3)."""
    page, text = (environment.get_template(f"brev.{form}").render(letter=letter) for form in ("html", "txt"))
    files = {"html": page, "txt": text.replace("\n", "\r\n")}
    if address:
        body = environment.get_template("mejl.txt").render(letter=letter, via=address.via)
        files["eml"] = render_draft(address.mailboxes, office.mailbox, letter.subject, body)
    return files


def _letter(errand: Errand, view: View, office: Office) -> Letter:
    asked = Asked(names=tuple(q.item.record.namn for q in errand.questions), number=errand.number,
                  new=sum(question.number == 1 for question in errand.questions))  # fmt: skip
    to = office.mailbox or "den som skickade brevet"
    return Letter(
        recipient=errand.recipient,
        subject=SUBJECTS[errand.number - 1],
        day=swedish_date(view.derived.idag),
        opening=ask(asked),
        records=tuple(_part(question, view, office) for question in errand.questions),
        by_mail=reply_by_mail(to, has_links=bool(office.address)),
        on_paper=reply_on_paper(to, has_links=bool(office.address)),
        closing="Skriv aldrig namn, personnummer eller andra uppgifter om enskilda personer i svaret. "
        "Katalogen är öppen för alla.",
    )


def _part(question: Question, view: View, office: Office) -> RecordPart:
    item, is_first = question.item, question.number == 1
    record = item.record
    links = links_to(office.address, record.id)
    return RecordPart(
        title=record.namn,
        summary=record.sammanfattning,
        freshness=item.freshness.text,
        asked=when_asked(question.asked),
        sections=tuple(_sections(item, view)) if is_first or not links else (),
        checks=tuple(_checks(item, view.words)) if is_first else (),
        page=f"{office.address}verksamhet/{record.id}/" if links else "",
        links=links,
        block="" if links else block_to_fill_in(record.id, record_source(record, office.root), item.confirmer),
    )


def _sections(item: Item, view: View) -> Iterator[SectionPart]:
    for section in sections_of(view, item.record):
        rows = (*section.telling, *section.rows)
        if rows:
            yield SectionPart(title=section.title, rows=rows)


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
