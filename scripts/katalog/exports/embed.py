"""`/bit/`: lists that other websites show as they are, and a component that makes such a list in their own pages.

Input: `Source`. Output: documents without scripts, the stylesheet that they and the component share, and the component.
A card's words are those of every other list (`wording/card.py`). The docstrings stand on the page about open data.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path

from katalog.derive.choices import values_of
from katalog.derive.swedish import swedish_date
from katalog.derive.vocabulary import Listed, Term
from katalog.exports.api_cards import KINDS
from katalog.exports.index import LICENCE_ADDRESS
from katalog.exports.registry import Rendered
from katalog.exports.source import Source
from katalog.record.model import Record
from katalog.wording.card import Card

FOLDER = "bit"
SCRIPT, STYLE = f"{FOLDER}/v1/verksamheter.js", f"{FOLDER}/v1/bit.css"
LISTS = ("omrade", KINDS)  # what another website has a list of
POLICY = "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'"
_SOURCES = Path(__file__).resolve().parents[3] / "docs" / "assets"
_MOST = 200  # cards; the rest is on the list's own page
_EMPTY = "Här finns inget i katalogen än. Det kan ändå finnas något: fråga din handläggare."
_HEAD = """<!doctype html>
<html lang="sv" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="description" content="{title}: en lista ur katalogen, att visa på en annan webbplats.">
<title>{title}, lista att bädda in – {site}</title>
{canonical}<link rel="stylesheet" href="{style}">
<base target="_top">
</head>
<body class="bit-sida">
<main class="bit">
"""
_TAIL = """</main>
</body>
</html>
"""


def lists(source: Source) -> Rendered:
    """Färdiga listor att visa på en annan webbplats: en för varje område och en för varje typ av insats. De innehåller
    inga skript. Lägg dem i en ram, eller hämta dem på servern."""
    yield STYLE, ((_SOURCES / "css/bit.css").read_bytes(),)
    for listed in (source.words.listed[name] for name in LISTS):
        held: dict[str, list[Record]] = {}
        for record in source.choices:
            for value in values_of(record, listed):
                held.setdefault(value, []).append(record)
        for term in source.words.terms(listed.vocabulary).values():
            records, path = held.get(term.slug, []), list_path(listed, term)
            document = partial(_document, source, listed, term, records)
            yield f"{path}index.html", source.standing(document, path, term, records[:_MOST], len(records))


def component(source: Source) -> Rendered:
    """Elementet hitta-verksamheter: en lista som blir en del av er egen sida. En enda modul, utan kakor. Den
    frågar bara den här sajten."""
    del source
    yield SCRIPT, ((_SOURCES / "js/bit/verksamheter.js").read_bytes(),)


def list_path(listed: Listed, term: Term) -> str:
    """Where such a list lies: the address of the list itself, below a folder of its own."""
    return f"{FOLDER}/{listed.address_of(term.slug)}"


def _document(source: Source, listed: Listed, term: Term, records: list[Record]) -> bytes:
    """Links are whole where the site knows its address, so that they hold wherever the list is shown."""
    path, site = list_path(listed, term), source.settings.site_url
    up = "../" * path.count("/")
    own = escape(f"{site or up}{listed.address_of(term.slug)}")
    canonical = f'<link rel="canonical" href="{own}">\n' if site else ""
    head = _HEAD.format(policy=POLICY, title=escape(term.label), site=escape(source.settings.site_name),
                        canonical=canonical, style=f"{up}{STYLE}")  # fmt: skip
    body = "\n".join(
        (*_about(source, term, records), *_list(source, term, records, site or up), *_foot(source, own, records))
    )
    return f"{head}{body}\n{_TAIL}".encode()


def _about(source: Source, term: Term, records: list[Record]) -> Iterator[str]:
    day = swedish_date(source.derived.idag)
    count = f"{len(records)} {'verksamhet' if len(records) == 1 else 'verksamheter'}. "
    yield f"<h1>{escape(term.label)}</h1>"
    yield f'<p class="bit-dag">{count if records else ""}Listan gjordes den {day}. Uppgifterna kan vara äldre.</p>'


def _list(source: Source, term: Term, records: list[Record], root: str) -> Iterator[str]:
    if not records:
        yield f"<p>{_EMPTY}</p>"
        return
    yield '<ul class="bit-lista">'
    yield from (_item(source.card(record), root, term.label) for record in records[:_MOST])
    yield "</ul>"


def _item(card: Card, root: str, above: str) -> str:
    """A row that says no more than the heading above is left out."""
    told = [(row.label, row.text) for row in card.rows if row.text != above]
    rows = "".join(f"<div><dt>{escape(label)}</dt> <dd>{escape(text)}</dd></div>" for label, text in told)
    return (
        f'<li class="bit-kort"><h2><a href="{escape(root + card.address)}">{escape(card.heading)}</a></h2>'
        f"<p>{escape(card.text)}</p>{f'<dl>{rows}</dl>' if rows else ''}"
        f'<p class="bit-tillit bit-{card.trust.step}">{escape(card.trust.card_text)}</p></li>'
    )


def _foot(source: Source, own: str, records: list[Record]) -> Iterator[str]:
    more = f"Visa alla {len(records)}" if len(records) > _MOST else "Visa listan"
    site = escape(source.settings.site_name)
    yield f'<p class="bit-fot"><a href="{own}">{more} hos {site}</a></p>'
    licence = f'<a href="{LICENCE_ADDRESS}">CC0</a>'
    yield f'<p class="bit-fot">Uppgifterna kommer från {site} och är fria att använda ({licence}).</p>'
