"""`/verksamhet/<id>/bekrafta/`: three big buttons for the one who knows, what the page says today, a sheet to print.

With a script each button is one screen (docs/assets/js/form/confirm.js). Without it each is a link: a mail that is
ready but for the day and the function, else the forge's edit page; where there is neither, the sheet is what there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from katalog.browser.confirm import ENTRY, SHARED, confirm_page_data, ground_of
from katalog.browser.form import ADDRESS as FORM
from katalog.browser.modules import reached
from katalog.derive.ground import named_by
from katalog.pages.form import data_block
from katalog.pages.page import Later, Page
from katalog.pages.site import Site
from katalog.record.model import Record
from katalog.settings import Settings
from katalog.wording.trust import say_trust

FOLDER = "bekrafta/"
_BY = "av"
_BY_HAND = "#for-hand"
_FILL_IN = "Fyll i de här raderna i blocket nedanför. Ändra inget annat i det. Skriv inga namn på personer."
# Errand -> what is asked in the mail, before its block, and the lines of the block to fill in.
_MAILS: dict[str, tuple[str, tuple[str, ...]]] = {
    "stammer": (
        f"{_FILL_IN}\n\ndag: dagens datum, till exempel 2026-11-26\nav: er enhet eller funktion",
        ("dag", "av"),
    ),
    "andra": ("Det här är fel:\n\n\nSå här ska det stå:\n\n\nÄndra inget i blocket här nedanför.", ()),
    "stangt": (
        f"{_FILL_IN}\n\ndag: dagens datum\nav: er enhet eller funktion\nsedan: år och månad då ni stängde\n"
        "vart: dit man kan gå i stället",
        ("dag", "av", "sedan", "vart"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One of the big buttons: its errand and its words."""

    errand: str
    title: str
    text: str


_ANSWERS = (
    Answer(errand="stammer", title="Allt stämmer", text="Du har läst sidan, och inget behöver ändras."),
    Answer(errand="andra", title="Något är fel", text="Rätta tider, kontakt, adress eller något annat."),
    Answer(errand="stangt", title="Vi har stängt", text="Säg sedan när, och vart man kan gå i stället."),
)
_CLOSED = (
    Answer(errand="andra", title="Något är fel", text="Säg till om ni har öppnat igen, eller om annat inte stämmer."),
)


def answers_to(record: Record) -> Sequence[Answer]:
    """What can be said of a record: what has closed is neither confirmed nor closed again."""
    return _CLOSED if record.is_closed else _ANSWERS


def confirm_address(record_id: str) -> str:
    return f"verksamhet/{record_id}/{FOLDER}"


def confirm_pages(records: Iterable[Record], site: Site) -> Iterator[Page]:
    """One for each record, made when it is asked for. What they share in their heads is made once."""
    root = "../" * confirm_address("x").count("/")
    made = partial(_confirm_page, site=site, root=root, head=_head(root))
    return (_later(record, site, made) if site.base else made(record) for record in records)


def _later(record: Record, site: Site, made: Callable[[Record], Page]) -> Page:
    """It tells of the record, of its file line by line, and of those that the record names."""
    named = {other: site.grounds.record(other) for other in named_by(record, site.words.schema)}
    source = site.source(record)
    return Later(
        address=confirm_address(record.id),
        is_listed=False,
        ground=site.grounds.of("bekrafta.html", record, source, named),
        made=partial(made, record),
    )


def _confirm_page(record: Record, site: Site, root: str, head: Markup) -> Page:
    source = site.source(record)
    (told, unknown), address, ground = site.told(record), confirm_address(record.id), ground_of(source)
    body = site.render(
        "bekrafta.html",
        address,
        record=record,
        trust=say_trust(site.derived.trust[record.id]),
        answers=[(answer, _link(record, ground, answer, site.settings)) for answer in answers_to(record)],
        is_led=bool(site.settings.mailbox or site.settings.edit_url),
        sections=[section for section in told if section.telling or section.rows],
        unknown=unknown.reader,
        ground=ground,
        shared=f"{root}{SHARED}",
        whole_address=f"{site.settings.site_url}{address}" if site.settings.site_url else "",
    )
    own = data_block(confirm_page_data(record, source, root + FORM))
    return Page(
        address=address,
        title=f"Stämmer det? {record.namn}",
        text=f"För den som driver verksamheten: bekräfta eller rätta det som står om {record.namn}.",
        body=body,
        head=f'{head}<script type="application/json" data-bekrafta-data>{own}</script>',
        source=record.fil,
        is_listed=False,
    )


def _head(root: str) -> Markup:
    scripts = f"{root}assets/js/"
    styles = "".join(f'<link rel="stylesheet" href="{root}assets/css/{name}.css">' for name in ("formular", "bekrafta"))
    return Markup(f'{styles}<script type="module" src="{scripts}{ENTRY}"></script>{_preloads(scripts)}')  # noqa: S704


def _preloads(scripts: str) -> str:
    """Named in the head, else the browser finds them one behind the other."""
    return "".join(f'<link rel="modulepreload" href="{scripts}{name}">' for name in reached(ENTRY) if name != ENTRY)


def _link(record: Record, ground: str, answer: Answer, settings: Settings) -> str:
    """Where a button leads without a script."""
    if settings.mailbox:
        subject, body = f"{answer.title}: {record.namn}", mail_text(record, ground, answer)
        return f"mailto:{settings.mailbox}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    return f"{settings.edit_url}{record.fil}" if settings.edit_url else _BY_HAND


def mail_text(record: Record, ground: str, answer: Answer) -> str:
    """A mail to finish by hand, its lines ended with CRLF (RFC 6068). Nobody has hashed what is filled in later: the
    block's last line says nothing of it."""
    asked, lines = _MAILS[answer.errand]
    block = ["--- hitta-sysselsattning 1 ---", f"id: {record.id}", f"arende: {answer.errand}", f"grund: {ground}",
             *(f"{name}: {_known(record) if name == _BY else ''}" for name in lines), "--- slut ---"]  # fmt: skip
    return f"{answer.title}: {record.namn}\n\n{asked}\n\n".replace("\n", "\r\n") + "\r\n".join(block) + "\r\n"


def _known(record: Record) -> str:
    """Who answered last, or who drives it."""
    return record.bekraftad_av or str((record.anordnare or {}).get("namn", ""))
