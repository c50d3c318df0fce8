"""What exports are made from, and what several of them share: made once, when the first asks.

Input: the catalogue on a day, its words, the settings and the records that are wanted. Output: `Source`. It lives in
one process; exports that share something costly stand in one group of the registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from katalog.derive.choices import is_choice, is_told_as_past
from katalog.derive.derived import Derived
from katalog.derive.ground import Grounds
from katalog.derive.vocabulary import Vocabularies
from katalog.exports.history import NO_HISTORY, Happened, History, events_of, first_ids
from katalog.exports.overview import EVERYTHING
from katalog.exports.rows import NO_ROWS, Rows
from katalog.exports.store import Store
from katalog.record.model import Record
from katalog.settings import Settings
from katalog.wording.card import Card, make_card
from katalog.wording.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area that has files of its own, or the whole catalogue. `page` is its list, from the site's root."""

    slug: str
    label: str
    page: str

    def holds(self, record: Record) -> bool:
        return self.slug in (EVERYTHING, record.omrade)


@dataclass(frozen=True, slots=True)
class Standing:
    """The content of a file, made when it is asked for, and what it stands on (derive/ground.py)."""

    ground: str
    made: Callable[[], bytes]

    def __iter__(self) -> Iterator[bytes]:
        yield self.made()


@dataclass(frozen=True, kw_only=True)
class Source:
    """`records` are those that are wanted, in order of id; `derived` knows all others too."""

    derived: Derived
    words: Vocabularies
    settings: Settings
    records: Sequence[Record]
    history: History = NO_HISTORY
    grounds: Grounds | None = None
    rows: Rows = NO_ROWS

    def made(
        self,
        kind: str,
        make: Callable[[Record], bytes],
        besides: Callable[[Record], Any] = lambda _: None,
        of: Sequence[Record] | None = None,
    ) -> Iterator[bytes]:
        """A row of each record (`of`: of these alone), made or remembered. It follows from the record, the one that its
        card names as the one to go to instead, what it tells of `besides`, and nothing else but what is no record."""
        records = self.records if of is None else of
        if self.grounds is None:
            return map(make, records)
        grounds = [self.grounds.of(kind, record, besides(record)) for record in records]
        return self.rows.made(kind, grounds, lambda at: make(records[at]))

    def standing(self, made: Callable[[], bytes], *told: Any) -> Iterable[bytes]:
        """A file that need not be made while all that it tells of is the same."""
        return Standing(self.grounds.of(*told), made) if self.grounds else (made(),)

    @cached_property
    def view(self) -> View:
        return View(derived=self.derived, words=self.words)

    def kept(self, name: str, make: Callable[[], Store]) -> Store:
        """What several exports go through, made when the first asks."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    @cached_property
    def _kept(self) -> dict[str, Store]:
        return {}

    @cached_property
    def areas(self) -> list[Area]:
        """The whole catalogue, and each area, also those without records."""
        page_of, terms = self.words.listed["omrade"].address_of, self.words.terms("omrade").values()
        own = (Area(slug=term.slug, label=term.label, page=page_of(term.slug)) for term in terms)
        return [Area(slug=EVERYTHING, label="hela katalogen", page=""), *own]

    @cached_property
    def choices(self) -> list[Record]:
        """Those that a reader can choose, in the order of the lists: what is told as past stands last."""
        choices = filter(is_choice, self.derived.in_order(self.records))
        return sorted(choices, key=is_told_as_past)

    def card(self, record: Record) -> Card:
        """A record stands in many lists; its card is made once."""
        if record.id not in self._cards:
            derived = self.derived
            trust, by_id = derived.trust[record.id], derived.catalogue.by_id
            self._cards[record.id] = make_card(self.words, record, trust, derived.idag, by_id)
        return self._cards[record.id]

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {}

    @cached_property
    def events(self) -> list[Happened]:
        """All that is known to have happened to the wanted records, newest first."""
        return events_of(self.history, self.records)

    def first_id(self, record_id: str) -> str:
        """What a record was called first: a name for it that stays."""
        return self._first_ids.get(record_id, record_id)

    @cached_property
    def _first_ids(self) -> Mapping[str, str]:
        return first_ids(self.history)
