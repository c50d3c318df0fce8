"""What every page is made with: the catalogue, its words, the settings, and the templates of the site.

Input: `Derived`, `Vocabularies`, `Settings`. Output: bodies and `Page`s. The templates escape everything and refuse
unknown names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from katalog.derive.derived import Derived
from katalog.derive.ground import Grounds
from katalog.derive.hours import EVENING, weekdays
from katalog.derive.nearby import Nearby
from katalog.derive.similar import Similar
from katalog.derive.swedish import swedish_date, thousands
from katalog.derive.vocabulary import Vocabularies
from katalog.exports.history import NO_HISTORY, History
from katalog.exports.records import record_source
from katalog.pages.beside import side_by_side
from katalog.pages.cards import FOR_TEMPLATES, Place, list_html
from katalog.pages.district_map import map_of, shade_of, shades
from katalog.pages.facts import facts_html, link_html
from katalog.pages.icons import icon
from katalog.pages.markup import description_html
from katalog.pages.page import Later, Page
from katalog.pages.paper import Paper
from katalog.pages.pictures import picture
from katalog.pages.templates import Templates
from katalog.record.model import Record
from katalog.settings import Settings
from katalog.wording.card import PICTURED, Card, make_card
from katalog.wording.past import PAST_NAME
from katalog.wording.reach import area_rows, paper_line
from katalog.wording.sections import Section, row_name, sections_of
from katalog.wording.trust import asked_of
from katalog.wording.unknown import Unknown, unknown_of
from katalog.wording.view import View
from katalog.wording.week import Dated, holiday_notes


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything a page may tell of. Every template gets the words, the view and the settings. `base` stands for all
    that is no record ("": nothing is known of pages made before, and each is made at once)."""

    derived: Derived
    words: Vocabularies
    settings: Settings
    history: History = NO_HISTORY
    base: str = ""

    @cached_property
    def grounds(self) -> Grounds:
        return Grounds(base=self.base, catalogue=self.derived.catalogue)

    def prepare(self) -> None:
        """What most pages ask for is made now, and not by each process that makes pages."""
        if self.base:
            self.grounds.prepare()
        self.derived.prepare()

    @cached_property
    def view(self) -> View:
        return View(derived=self.derived, words=self.words)

    @cached_property
    def nearby(self) -> Nearby:
        return Nearby(schema=self.words.schema)

    @cached_property
    def holidays(self) -> list[Dated]:
        """The same on every page of a day."""
        return holiday_notes(self.view)

    @cached_property
    def similar(self) -> Similar:
        return Similar(derived=self.derived, words=self.words)

    @cached_property
    def counted(self) -> dict[str, list[Any]]:
        """Vocabulary -> its values with their counts (`lists.entries`), which many pages tell of."""
        return {}

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {}

    def card(self, record: Record) -> Card:
        """A record stands in many lists; its card is made once, and only if somebody shows it."""
        if record.id not in self._cards:
            trust, by_id = self.derived.trust[record.id], self.derived.catalogue.by_id
            self._cards[record.id] = make_card(self.words, record, trust, self.derived.idag, by_id)
        return self._cards[record.id]

    @cached_property
    def _told(self) -> dict[str, tuple[Sequence[Section], Unknown]]:
        return {}

    def told(self, record: Record) -> tuple[Sequence[Section], Unknown]:
        """Its sections, and what is not known. Both of a record's pages tell them, one after the other: only what was
        asked for last is kept."""
        found = self._told.get(record.id)
        if found is None:
            found = tuple(sections_of(self.view, record)), unknown_of(self.view, record)
            self._told.clear()
            self._told[record.id] = found
        return found

    def source(self, record: Record) -> bytes:
        """Its file, which stands beside its page, and which the page to confirm tells of: kept as what is `told`."""
        found = self._sources.get(record.id)
        if found is None:
            found = record_source(record, self.settings.root)
            self._sources.clear()
            self._sources[record.id] = found
        return found

    @cached_property
    def _sources(self) -> dict[str, bytes]:
        return {}

    def asked(self, *shown: Iterable[Record]) -> str:
        """What the head of a page says of how many on it one has to ask first."""
        return asked_of(self.derived.trust[record.id] for records in shown for record in records)

    def places(self, records: Sequence[Record]) -> Mapping[str, Place]:
        """Id -> its place in the list of these records; nothing when none is confirmed, since nothing will move."""
        confirmed = {record.id for record in records if self.derived.trust[record.id].is_confirmed}
        if not confirmed:
            return {}
        size, found = len(records), {}
        for at, record in enumerate(self.derived.by_name(records)):
            first = at + 2 * size * record.is_closed
            is_confirmed = record.id in confirmed
            found[record.id] = Place(
                now=first + size * (not is_confirmed), later=first + size if is_confirmed else None
            )
        return found

    def card_list(self, root: str, records: Sequence[Record], above: Sequence[str] = ()) -> Markup:
        """The cards of some records, as `cards.list_html` has them."""
        places = self.places(records)
        cards = ((self.card(record), places.get(record.id)) for record in records)
        return Markup(list_html(root, cards, above))  # noqa: S704  # escaped there

    @cached_property
    def _environment(self) -> Templates:
        environment = Templates(self.settings.root)
        environment.globals.update(
            icon=icon,
            bild=picture,
            papper=Paper(settings=self.settings, idag=self.derived.idag).foot,
            view=self.view,
            words=self.words,
            settings=self.settings,
            description_html=description_html,
        )
        environment.globals.update(
            FOR_TEMPLATES,
            fakta=facts_html,
            lank=link_html,
            kontakt_i=partial(area_rows, self.view),
            hur_man_nar=partial(paper_line, self.view),
            kort_av=self.card,
            fraga_av=self.asked,
            platser=self.places,
            kortlista=self.card_list,
            oppet_dagar=weekdays(self.words),
            oppet_kvall=int(EVENING[:2]),
            radnamn=row_name,
            kartan=map_of(self.words),
            karta_steg=tuple(shades()),
            karta_steg_av=shade_of,
            avbildat=PICTURED,
            sida_vid_sida=side_by_side,
            PAST_NAME=PAST_NAME,
        )
        environment.filters.update(datum=swedish_date, tusental=thousands)
        return environment

    def render(self, name: str, address: str, **values: Any) -> str:
        """The body of the page at `address` (as in `Page`); `root` leads from it to the site's root, `har` is
        that address."""
        root = "../" * address.count("/") or "./"
        return self._environment.get_template(name).render(root=root, har=address, **values)

    def page(  # noqa: PLR0913  # what every page has; the rest is the template's
        self,
        address: str,
        title: str,
        text: str,
        template: str,
        /,
        *,
        head: str = "",
        is_listed: bool = True,
        follows: Callable[[], Mapping[str, Any]] = dict,
        **values: Any,
    ) -> Page:
        """The page at `address`; its template gets `title` and `text` too, unless `values` say otherwise. It stands on
        all of these, and on what the templates are told of a record that is among them: its card, its place. `follows`
        gives what else they are told, and what follows from these alone: asked for when the page is made."""
        told = {"title": title, "text": text} | values

        def made() -> Page:
            body = self.render(template, address, **told, **follows())
            return Page(address=address, title=title, text=text, body=body, head=head, is_listed=is_listed)

        if not self.base:
            return made()
        ground = self.grounds.of(template, address, title, text, head, told)
        return Later(address=address, is_listed=is_listed, ground=ground, made=made)
