"""A record's card, as lists show it, and how sure it is, as HTML.

Lists are made of cards and little else, so they are put together here and not by the templates, which takes less time.
Everything is escaped as it is put in; templates get it as `Markup`, which says so. The scripts make the same card
(docs/assets/js/core/card.js); a test holds them together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from katalog.browser.freshness import basis_row
from katalog.pages.escaping import escape
from katalog.pages.pictures import picture
from katalog.wording.card import Card, CardRow
from katalog.wording.trust import Said

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record stands in a list, by rising numbers. `later`: where it will stand once its confirmation is too
    old; None for what will not move."""

    now: int
    later: int | None


def list_html(root: str, cards: Iterable[tuple[Card, Place | None]], above: Sequence[str] = ()) -> str:
    """Cards in a list, below what says what "?" means on them (`fraga_forst`)."""
    told = "".join(card_html(root, card, place, above=above) for card, place in cards)
    return f'<ul class="kortlista fraga-ovan">{told}</ul>'


def card_html(root: str, card: Card, place: Place | None = None, time: str = "", above: Sequence[str] = ()) -> str:
    """`root` leads from the page to the site's root. `above`: the headings that stand above the card. A row that says
    no more than one of them, or its first name, is not shown; the card is the same everywhere."""
    mark = f'  <p class="kort-marke">{escape(card.mark)}</p>\n' if card.mark else ""
    when = f'<p class="kort-tid">{escape(time)}</p>' if time else ""
    return (
        f'<li class="kort"{order_html(place)}>\n'
        f"  {picture(root, card.picture, 'kort-bild')}\n"
        f'  <h3><a href="{root}{escape(card.address)}">{escape(card.heading)}</a></h3>\n'
        f"{_rows_html(card, above, is_plain=True)}{mark}{when}  <p>{escape(card.text)}</p>\n"
        f"{_rows_html(card, above, is_plain=False)}"
        f"  {trust_html(card.trust)}\n"
        "</li>\n"
    )


def _rows_html(card: Card, above: Sequence[str], *, is_plain: bool) -> str:
    """Plain rows stand below the name, as where and what; the others below the text."""
    rows = [row for row in card.rows if row.is_plain == is_plain]
    if not rows:
        return ""
    look = " kort-om" if is_plain else ""
    said = " sagt-ovan" if all(_is_said(row, above) for row in rows) else ""
    told = "".join(f"    {row_html(row, above)}\n" for row in rows)
    return f'  <dl class="kort-fakta{look}{said}">\n{told}  </dl>\n'


def order_html(place: Place | None) -> str:
    """For the script that moves a card on a later day (docs/assets/js/core/freshness.js)."""
    if place is None:
        return ""
    later = "" if place.later is None else f' data-sedan="{place.later}"'
    return f' data-ordning="{place.now}"{later}'


def row_html(row: CardRow, above: Sequence[str] = (), *, rader: bool = False) -> str:
    """`rader`: each value on a line of its own, as a record's page has them."""
    many = rader and len(row.values) > 1
    said = "".join(_values(row)) if many else escape(row.text)
    ends = f' data-slutar="{row.ends}"' if row.ends else ""
    later = "".join(f'<span data-borjar="{day}" hidden>, {escape(text)}</span>' for day, text in row.later)
    shown = f"<dt>{escape(row.label)}</dt><dd>{said}{later}</dd>"
    return f"<div{_row_class(row, above, many)}{ends}>{shown}</div>"


def _row_class(row: CardRow, above: Sequence[str], many: bool) -> str:
    if _is_said(row, above):
        return ' class="sagt-ovan"'
    return ' class="i-rader"' if many else ' class="tyst"' if row.is_plain else ""


def _is_said(row: CardRow, above: Sequence[str]) -> bool:
    return row.text in above or (row.is_plain and any(name.startswith(f"{row.text} / ") for name in above))


def _values(row: CardRow) -> Iterable[str]:
    own = "" if ": " in row.values[1] else ' class="egen-vad"'
    for value in row.values:
        what, _, when = value.rpartition(": ")
        told = f"<span{own}>{escape(what)}:</span> " if what else ""
        yield f'<span class="egen-rad">{told}{escape(when)}</span> '


def trust_html(said: Said, is_page: bool = False) -> str:
    """How sure it is, on a card or on a record's page."""
    basis = basis_html(said)
    whole = " data-hel" if is_page and basis else ""
    words = trust_words_html(said, is_page)
    return f'<p class="tillit tillit-{said.step}"{basis}{whole}>{words}</p>'


def trust_words_html(said: Said, is_page: bool = False) -> str:
    label = f'<strong class="tillit-ord">{escape(said.label)}.</strong> ' if said.label else ""
    text = escape(said.text if is_page else said.since)
    return f'{label}<span class="tillit-text">{text}</span>'


def basis_html(said: Said) -> str:
    """What may be said otherwise on a later day carries what it rests on, for the script of every page; what lasts
    does not."""
    if said.lasts:
        return ""
    return f' data-tillit="{escape(_JSON(basis_row(said)))}"'


def _marked(make: Callable[..., str]) -> Callable[..., Markup]:
    return lambda *told, **named: Markup(make(*told, **named))  # noqa: S704  # escaped above


FOR_TEMPLATES: Mapping[str, Callable[..., Markup]] = {
    "kort": _marked(card_html),
    "kortrad": _marked(row_html),
    "ordning": _marked(order_html),
    "tillit": _marked(trust_html),
    "tillitsgrund": _marked(basis_html),
    "tillitsord": _marked(trust_words_html),
}
