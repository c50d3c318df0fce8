"""`/hitta-ratt/`: four calm questions for the one who does not know what to want, a page each, and three places at
every end. Static links and nothing else: nothing is stored or sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from katalog.derive.guide import Choice, Guide, Question
from katalog.derive.guide_places import guided_records, likely_in, places_of_ends
from katalog.derive.vocabulary import Term
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record.model import Record
from katalog.wording.guide import asks_of, count_of, whys_of

ADDRESS = "hitta-ratt/"
_NAME = "Vet du inte vad? Fyra lugna frågor"
_TEXT = "Svara på fyra frågor och få tre ställen att titta på. Vi sparar inga svar."
_NONE = "Ingen av dem passade", "Det gör inget. Här är andra sätt att hitta något, och vem du kan fråga."
_UNSURE = "Du behöver inte veta", "Många vet inte vad de vill. Så kan du börja ändå, i liten skala."
_IN_AREA = 6


def guide_entry(site: Site) -> Iterator[Page]:
    """The first question, and the two pages that all of them share: those that the search finds."""
    yield _question_page(site, Guide(schema=site.words.schema), ())
    for name, (title, text) in {"ingen": _NONE, "vet-inte": _UNSURE}.items():
        yield site.page(f"{ADDRESS}{name}/", title, text, f"guide-{name}.html", areas=_areas(site))


def guide_pages(site: Site) -> Iterator[Page]:
    """All others: questions, ends, and one page for each district."""
    guide, areas = Guide(schema=site.words.schema), _areas(site)
    records = guided_records(site.derived, site.words)
    for chosen in _begun(guide):
        yield _question_page(site, guide, chosen)
    for end, places in places_of_ends(guide, records, site.derived.idag).items():
        yield _end_page(site, guide, end, places, areas)
    for area in areas:
        yield _area_page(site, guide, area, [record for record in records if record.omrade == area.slug])


def _areas(site: Site) -> list[Term]:
    return [term for term in site.words.terms("omrade").values() if term.notes["slag"] == "stadsdel"]


def address_of(chosen: Iterable[Choice]) -> str:
    """The page after these answers."""
    name = "-".join(choice.id for choice in chosen)
    return f"{ADDRESS}{name}/" if name else ADDRESS


def _begun(guide: Guide) -> Iterator[tuple[Choice, ...]]:
    """The answers that lead to another question: those to the first, to the first two, ..."""
    yield from dict.fromkeys(end[:number] for number in range(1, len(guide.questions)) for end in guide.ends)


def _trail(guide: Guide, chosen: Sequence[Choice]) -> list[tuple[Question, Choice, str]]:
    """Each answer with its question, and the page where another can be given."""
    return [
        (question, choice, address_of(chosen[:number]))
        for number, (question, choice) in enumerate(zip(guide.questions, chosen, strict=False))
    ]


def _question_page(site: Site, guide: Guide, chosen: tuple[Choice, ...]) -> Page:
    number, question = len(chosen) + 1, guide.questions[len(chosen)]
    said = ", ".join(choice.title for choice in chosen)
    title = f"{question.title} ({said})" if chosen else _NAME
    text = f"Fråga {number} av {len(guide.questions)}. Du har svarat: {said}." if chosen else _TEXT
    return site.page(
        address_of(chosen),
        title,
        text,
        "guide-fraga.html",
        is_listed=not chosen,
        question=question,
        number=number,
        count=len(guide.questions),
        trail=_trail(guide, chosen),
        choices=[(choice, address_of((*chosen, choice))) for choice in question.choices],
    )


def _end_page(
    site: Site, guide: Guide, end: tuple[Choice, ...], places: Sequence[Record], areas: Sequence[Term]
) -> Page:
    whys = {record.id: whys_of(guide, record, end, site.derived.idag) for record in places}
    heading, said = f"{count_of(places)} att titta på", ", ".join(choice.title for choice in end)
    return site.page(
        address_of(end),
        f"{heading} ({said})",
        f"Du har svarat: {said}.",
        "guide-slut.html",
        is_listed=False,
        heading=heading,
        guide=guide,
        trail=_trail(guide, end),
        places=places,
        whys=whys,
        asks=asks_of(list(whys.values())),
        areas=areas,
        anchor=end[guide.questions.index(guide.by_area)].id,
    )


def _area_page(site: Site, guide: Guide, area: Term, records: Sequence[Record]) -> Page:
    question, idag = guide.by_area, site.derived.idag
    groups: Mapping[str, Sequence[Record]] = {
        choice.id: likely_in(guide, records, idag, {question.id: [choice.id]}) for choice in question.choices
    }
    title = f"Fyra lugna frågor i {area.label}"
    text = f"Ställen i {area.label}, efter vad du vill göra."
    return site.page(
        f"{ADDRESS}stadsdel/{area.slug}/",
        title,
        text,
        "guide-stadsdel.html",
        question=question,
        area=area,
        groups=groups,
        most=_IN_AREA,
        guide=guide,
    )
