"""A letter to each provider: its records as the reader sees them, what to check, three ways to answer.

Input: stale items, vocabularies and how the editors are reached. Output: {file name: text}, for each letter a page to
print and a text to mail. The command `stale --brev` depends on it. No letter names a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from katalog.derive.due import NO_ORGANISER, Item
from katalog.derive.swedish import swedish_date
from katalog.record.model import data_of
from katalog.record.rules.identitet import make_id
from katalog.record.schema import Schema
from katalog.wording.told import Told, tell_fields, title_of

# What a reader asks first; when one is missing the page says "uppgift saknas", so the letter asks for it.
_WANTED = ("kontakt", "plats", "tider", "ingang", "forsta_steget", "malgrupp", "kostnad_for_dig", "tillganglighet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """How the editors are reached. `address` ends with a slash; each may be empty."""

    address: str
    mailbox: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The parts of one letter; the two forms only lay them out."""

    recipient: str
    day: str
    opening: tuple[str, ...]
    records: tuple[RecordPart, ...]
    answers: tuple[str, ...]
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPart:
    """One record in a letter."""

    title: str
    freshness: str
    fields: tuple[Told, ...]
    checks: tuple[str, ...]


def render_letters(
    items: Sequence[Item], schema: Schema, names: Mapping[str, str], idag: str, office: Office
) -> dict[str, str]:
    """Two files for each provider; a record without a known provider gets a letter of its own."""
    files: dict[str, str] = {}
    ordered = sorted(items, key=lambda item: (_recipient(item), item.record.id))
    for recipient, group in groupby(ordered, key=_recipient):
        letter = _letter(recipient, list(group), schema, names, swedish_date(idag), office)
        name = _free_name(make_id(recipient), files)
        files[f"{name}.html"], files[f"{name}.txt"] = _page(letter), _mail(letter)
    return files


def _recipient(item: Item) -> str:
    return item.record.namn if item.organiser == NO_ORGANISER else item.organiser


def _free_name(wanted: str, files: Mapping[str, str]) -> str:
    name, number = wanted, 2
    while f"{name}.html" in files:
        name, number = f"{wanted}-{number}", number + 1
    return name


def _letter(  # noqa: PLR0913, PLR0917  # one value for each part of the letter
    recipient: str, items: list[Item], schema: Schema, names: Mapping[str, str], day: str, office: Office
) -> Letter:
    what = items[0].record.namn if len(items) == 1 else f"{len(items)} av era verksamheter"
    return Letter(
        recipient=recipient,
        day=day,
        opening=(
            f"I katalogen Hitta sysselsättning står det om {what}. Den som söker något att göra om dagarna läser det, "
            "och den som hjälper till att hitta en plats.",
            "Uppgifterna nedan är vad läsaren ser i dag. Stämmer de? Ett kort svar räcker.",
        ),
        records=tuple(_part(item, schema, names) for item in items),
        answers=tuple(_answers(items, office)),
        closing="Skriv aldrig namn, personnummer eller andra uppgifter om enskilda personer i svaret. "
        "Katalogen är öppen för alla.",
    )


def _part(item: Item, schema: Schema, names: Mapping[str, str]) -> RecordPart:
    data = data_of(item.record)
    return RecordPart(
        title=item.record.namn,
        freshness=item.freshness.text,
        fields=tuple(tell_fields(data, schema, names)),
        checks=tuple(_checks(item, schema)),
    )


def _checks(item: Item, schema: Schema) -> Iterator[str]:
    record = item.record
    yield "Finns verksamheten kvar, och är namnet rätt?"
    if record.kontakt or record.plats:
        yield "Går det att ringa, skriva och hitta dit med de här uppgifterna?"
    if record.uppgifter_fran and item.due is None:
        yield f"Uppgifterna är från {record.uppgifter_fran}. Vad har ändrats sedan dess?"
    if record.platser or record.ersattning or record.pris:
        yield "Stämmer antal platser och belopp, och vilket år gäller de?"
    missing = [title_of(name, schema) for name in _WANTED if not getattr(record, name)]
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


def _mail(letter: Letter) -> str:
    lines = [
        f"Till: {letter.recipient}",
        "Ämne: Stämmer uppgifterna i Hitta sysselsättning?",
        "",
        letter.day,
        "",
        "Hej!",
    ]
    for paragraph in letter.opening:
        lines += ["", paragraph]
    for record in letter.records:
        lines += ["", "", record.title.upper(), "=" * len(record.title), record.freshness]
        for group, told in groupby(record.fields, key=lambda field: field.group):
            lines += ["", group]
            lines += [line for field in told for line in _mail_field(field)]
        lines += ["", "Titta särskilt på:", *(f"[ ] {check}" for check in record.checks)]
    lines += ["", "", "SVARA PÅ ETT AV TRE SÄTT"]
    lines += [f"{number}. {answer}" for number, answer in enumerate(letter.answers, 1)]
    return "\n".join([*lines, "", letter.closing, "", "Hitta sysselsättning"]) + "\n"


def _mail_field(field: Told) -> Iterator[str]:
    if len(field.lines) == 1:
        yield f"  {field.title}: {' '.join(field.lines[0].split())}"
        return
    yield f"  {field.title}:"
    yield from (f"    - {' '.join(line.split())}" for line in field.lines)


def _page(letter: Letter) -> str:
    body = [f"<p>{escape(letter.day)}</p>", f"<p>Till<br><strong>{escape(letter.recipient)}</strong></p>",
            "<h1>Stämmer uppgifterna?</h1>", *(f"<p>{escape(text)}</p>" for text in letter.opening)]  # fmt: skip
    for record in letter.records:
        body += _page_record(record)
    body += ["<h2>Svara på ett av tre sätt</h2>", "<ol>", *(f"<li>{escape(text)}</li>" for text in letter.answers)]
    body += ["</ol>", f"<p><strong>{escape(letter.closing)}</strong></p>", "<p>Hitta sysselsättning</p>"]
    return _FRAME.format(title=escape(f"Brev till {letter.recipient}"), body="\n".join(body))


def _page_record(record: RecordPart) -> Iterator[str]:
    yield f"<section><h2>{escape(record.title)}</h2>"
    yield f"<p><em>{escape(record.freshness)}</em></p>"
    for group, told in groupby(record.fields, key=lambda field: field.group):
        yield f"<h3>{escape(group)}</h3>\n<dl>"
        for field in told:
            yield f"<dt>{escape(field.title)}</dt>"
            yield from (f"<dd>{escape(line)}</dd>" for line in field.lines)
        yield "</dl>"
    yield "<h3>Titta särskilt på</h3>\n<ul class=rutor>"
    yield from (f"<li>{escape(check)}</li>" for check in record.checks)
    yield "</ul></section>"


_FRAME = """\
<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 20mm }}
body {{ font: 12pt/1.45 sans-serif; max-width: 170mm; margin: 2em auto; padding: 0 1em }}
h1, h2, h3 {{ line-height: 1.2; break-after: avoid }}
h2 {{ border-top: 1px solid; padding-top: .6em }}
dl {{ display: grid; grid-template-columns: 45mm 1fr; gap: .2em 1em }}
dt {{ grid-column: 1; font-weight: bold }}
dd {{ grid-column: 2; margin: 0; white-space: pre-line }}
.rutor {{ list-style: "☐  " }}
li {{ margin: .3em 0 }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
