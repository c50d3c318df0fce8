"""Records -> the data of the cards in columns (`kort` of `index.json`), read by `docs/assets/js/search/cards.js`.

A card's marks follow from the sets of what is hidden, its values stand once each with the set of its records.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, TypeVar

from katalog.browser.fold import Language
from katalog.browser.freshness import basis_row, trust_data
from katalog.browser.names import beside_heading
from katalog.browser.sets import Sets, column
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.wording.card import NO_PICTURE, PICTURES, Card, CardRow, card_labels, make_card

# A text, the first day on which it is told, and the first on which it is not ("": always).
Dated = tuple[str, str, str]
T = TypeVar("T", bound=Hashable)


def make_cards(records: Sequence[Record], derived: Derived, vocabularies: Vocabularies) -> list[Card]:
    trust, idag, by_id = derived.trust, derived.idag, derived.catalogue.by_id
    return [make_card(vocabularies, record, trust[record.id], idag, by_id) for record in records]


def card_data(cards: Sequence[Card], vocabularies: Vocabularies, language: Language, sets: Sets) -> dict[str, Any]:
    rows = [{row.label: row for row in card.rows} for card in cards]
    trusts, trust_sets = _members([(tuple(_without_giver(card)),) for card in cards], sets)
    pictures, picture_sets = _members([(card.picture or NO_PICTURE,) for card in cards], sets)
    return {
        "id": "\n".join(beside_heading(card.id, card.heading, language) for card in cards),
        "adress": "verksamhet/{id}/",
        "rubrik": "\n".join(card.heading for card in cards),
        "text": "\n".join(card.text for card in cards),
        "rader": [_row(label, [held.get(label) for held in rows], sets) for label in card_labels(vocabularies)],
        "bild": f"{PICTURES}#{{bild}}",
        "bilder": pictures,
        "avbildade": picture_sets,
        "tillitsord": trust_data(),
        "tilliter": trusts,
        "tillit": trust_sets,
    }


def _without_giver(card: Card) -> list[str | int | bool]:
    """What a card's trust rests on; who confirmed it is not told there."""
    confirmed, _, *rest = basis_row(card.trust)
    return [confirmed, "", *rest]


def _row(label: str, rows: Sequence[CardRow | None], sets: Sets) -> dict[str, Any]:
    """A row of every card. `borjar` and `slutar`: the places of values that are told from a day on, and until a day;
    `tyst`: its label is for who listens alone."""
    values, numbers = _members([_dated(row) if row else () for row in rows], sets)
    starts = [[place, start] for place, (_, start, _) in enumerate(values) if start]
    ends = [[place, end] for place, (*_, end) in enumerate(values) if end]
    is_plain = any(row.is_plain for row in rows if row)
    said = {"borjar": starts, "slutar": ends, "tyst": is_plain}
    texts = [text for text, *_ in values]
    return {"etikett": label, "varden": texts, "mangder": numbers, **{k: v for k, v in said.items() if v}}


def _dated(row: CardRow) -> tuple[Dated, ...]:
    return (*((text, "", row.ends) for text in row.values), *((text, day, row.ends) for day, text in row.later))


def _members(held: Sequence[Sequence[T]], sets: Sets) -> tuple[list[T], str]:
    """Each value once, and the sets of the records that have it, main values marked. A record's other values stand in
    order: one that would not stands again, further on."""
    values: list[T] = []
    places: dict[T, list[int]] = {}
    members: list[list[tuple[int, bool]]] = []
    for doc, own in enumerate(held):
        least = 0
        for at, value in enumerate(own):
            place = next((one for one in places.get(value, ()) if one >= least), len(values))
            if place == len(values):
                values.append(value)
                places.setdefault(value, []).append(place)
                members.append([])
            members[place].append((doc, at == 0))
            least = place + 1 if at else 0
    return values, column(sets.exactly(one) for one in members)
