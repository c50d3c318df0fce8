"""Lists hold exactly the records that they say, in the agreed order, and stay usable when they grow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from katalog.derive.choices import is_told_as_past
from katalog.derive.swedish import swedish_date
from katalog.derive.trust import derive_trust
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue, Record
from tests.built.document import Document, text_of
from tests.support import IDAG

Documents = dict[str, Document]
# Folder of the lists -> the vocabulary, and how a record names its values. Written out here, not read from the code.
FOLDERS: dict[str, tuple[str, Callable[[Record], Iterable[str]]]] = {
    "inriktning": ("inriktning", lambda record: record.inriktning),
    "insatstyp": ("insatstyp", lambda record: record.insatstyp),
    "malgrupp": ("malgrupp", lambda record: record.malgrupp),
    "ingang": ("ingang", lambda record: [way["vag"] for way in record.ingang if not way.get("tolkad")]),
    "stadsdel": ("omrade", lambda record: [record.omrade]),
    "behov": ("behov", lambda record: record.moter_behov),
}
FOLDED = ("stockholm", "ej-angivet")  # areas that say what is not known: shown with the whole city, by their names
_ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"
_COUNT = re.compile(r"(?<!om )\b(\d+) verksamhet(?:er)?\b")
_WAS = re.compile(r"(?:, och (?=\d+ till som vi bara har gamla uppgifter om)|Bara gamla uppgifter, om )(\d+)")


def linked(page: Document) -> list[str]:
    """The records that a list's cards lead to, in order."""
    return [record_id for card in page.with_class("kort") for record_id in records_in(card)]


def records_in(element: Element) -> list[str]:
    """The records that any link inside leads to, in order."""
    links = [link.get("href", "") for link in element.iter("a")]
    return [found[1] for link in links if (found := re.fullmatch(r".*verksamhet/([^/]+)/", link))]


def _members(catalogue: Catalogue, folder: str, slug: str) -> tuple[set[str], set[str], set[str], set[str]]:
    """Ids of the living, the closed ones, what is for staff and the examples from elsewhere, by brute force."""
    of = [record for record in catalogue.records if slug in FOLDERS[folder][1](record)]
    living = {record.id for record in of if _is_living(record)}
    examples = {record.id for record in of if record.forebild is True}
    closed = {record.id for record in of if record.status == "avslutad"} - examples
    past = _past(catalogue, folder, slug)
    return living, closed, {record.id for record in of} - living - past - examples - closed, examples


def _past(catalogue: Catalogue, folder: str, slug: str) -> set[str]:
    """Ids of what could be chosen, and is told as something that was."""
    of = (record for record in catalogue.records if slug in FOLDERS[folder][1](record))
    return {record.id for record in of if _is_choice(record) and is_told_as_past(record)}


def _is_choice(record: Record) -> bool:
    return record.status != "avslutad" and record.forebild is not True and record.for_vem == ()


def _is_living(record: Record) -> bool:
    return _is_choice(record) and not is_told_as_past(record)


def _all_lists(words: Vocabularies) -> Iterator[tuple[str, str]]:
    return ((folder, slug) for folder, (name, _) in FOLDERS.items() for slug in words.terms(name))


def test_every_list_holds_its_records_and_says_how_many(
    documents: Documents, catalogue: Catalogue, words: Vocabularies
) -> None:
    for folder, slug in _all_lists(words):
        page = documents[f"{folder}/{slug}/index.html"]
        living, closed, staff, examples = _members(catalogue, folder, slug)
        others = FOLDED if slug == "hela-staden" else ()
        assert _apart(page) == {id_ for other in others for id_ in _members(catalogue, folder, other)[0]}
        past = {id_ for one in (slug, *others) for id_ in _past(catalogue, folder, one)}
        assert _below(page, "forr") == past, page.name
        shown = [id_ for id_ in linked(page) if id_ not in _below(page, "nara") | _apart(page)]
        assert set(shown) == living | past | closed | staff | examples, page.name
        assert len(shown) == len(set(shown)), page.name
        assert set(shown[: len(living)]) == living, page.name
        headings = [text_of(node) for node in page.main.iter("summary")]
        folded = [int(said.rpartition("(")[2].rstrip(")")) for said in headings if said.startswith("Visa")]
        assert folded == [len(part) for part in (closed, staff, examples) if part], page.name


def test_the_number_on_the_tile_is_that_of_the_page_and_of_the_cards_above_what_was(
    documents: Documents, catalogue: Catalogue, words: Vocabularies
) -> None:
    seen = set()
    for folder, slug in _all_lists(words):
        page = documents[f"{folder}/{slug}/index.html"]
        above = [id_ for id_ in linked(page) if id_ in {one.id for one in catalogue.records if _is_living(one)}]
        above = [id_ for id_ in above if id_ not in _below(page, "nara")]
        was = _below(page, "forr")
        begins = [text_of(text) for text in page.main.iter("p") if _COUNT.search(text_of(text))]
        assert [int(n) for text in begins for n in _COUNT.findall(text)] == ([len(above)] if above else []), page.name
        told = [int(n) for text in page.main.iter("p") for n in _WAS.findall(text_of(text))]
        assert told == ([len(was)] if was else []), page.name
        for index in (documents[f"{folder}/index.html"], documents["index.html"]):
            assert _tiles(index, folder).get(slug, len(above)) == len(above), page.name
        seen.add((bool(above), bool(was)))
    assert seen >= {(True, True), (True, False), (False, False)}


def _below(page: Document, anchor: str) -> set[str]:
    """What the section of that name holds."""
    sections = (node for node in page.elements("section") if node.get("aria-labelledby") == anchor)
    return {id_ for node in sections for id_ in records_in(node)}


def _apart(page: Document) -> set[str]:
    """What a list shows below the headings of values that are no choice of their own."""
    sections = [node for node in page.elements("section") if node.get("aria-labelledby", "").startswith("mer-")]
    return {id_ for node in sections for id_ in records_in(node)}


def test_other_municipalities_stand_by_name(documents: Documents, catalogue: Catalogue, words: Vocabularies) -> None:
    page = documents["stadsdel/annan-kommun/index.html"]
    for section in page.elements("section"):
        anchor = section.get("aria-labelledby", "")
        if anchor.startswith("kommun-"):
            town = anchor.removeprefix("kommun-")
            assert text_of(section[0]) == words.label("kommun", town)
            assert {catalogue.by_id[id_].kommun[0] for id_ in records_in(section)} == {town}
    links = [link.get("href", "") for link in documents["index.html"].main.iter("a")]
    towns = {link.rpartition("#kommun-")[2] for link in links if "#kommun-" in link}
    away = {record.kommun[0] for record in catalogue.records if _is_living(record) and record.omrade == "annan-kommun"}
    assert towns == away


def test_classes_of_data_quality_are_no_choices(documents: Documents) -> None:
    for name in ("index.html", "stadsdel/index.html", "sok/index.html"):
        links = [link.get("href", "") for link in documents[name].main.iter("a")]
        assert [link for link in links if re.search(r"stadsdel/(stockholm|ej-angivet|annan-kommun)/$", link)] == [], (
            name
        )


def test_every_index_counts_what_its_lists_hold(
    documents: Documents, catalogue: Catalogue, words: Vocabularies
) -> None:
    for folder, (name, _) in FOLDERS.items():
        page = documents[f"{folder}/index.html"]
        expected = {
            slug: _count(catalogue, folder, slug)
            for slug in words.terms(name)
            if slug not in (*FOLDED, "annan-kommun", "fia-utredning")
        }
        assert _tiles(page, folder) == ({} if folder == "behov" else expected)


def _count(catalogue: Catalogue, folder: str, slug: str) -> int:
    shown = (slug, *FOLDED) if slug == "hela-staden" else (slug,)
    return sum(len(_members(catalogue, folder, one)[0]) for one in shown)


def _tiles(page: Document, folder: str) -> dict[str, int]:
    """Slug -> count of every link with a count to a list of this folder."""
    found: dict[str, int] = {}
    for item in page.main.iter("li"):
        link, small = item.find(".//a"), item.find(".//small")
        count = item.find(".//*[@class='land-antal']") if small is None else small  # the first on the map
        if link is not None and count is not None:
            address = re.fullmatch(rf".*{folder}/([a-z0-9-]+)/", link.get("href", ""))
            found |= {address[1]: int(text_of(count))} if address else {}
    return found


def test_the_start_page_counts_truly(documents: Documents, catalogue: Catalogue, words: Vocabularies) -> None:
    page = documents["index.html"]
    tiles = _tiles(page, "inriktning")
    assert tiles == {slug: len(_members(catalogue, "inriktning", slug)[0]) for slug in tiles}
    used = {slug for slug in words.terms("inriktning") if _members(catalogue, "inriktning", slug)[0]}
    assert f"Visa {len(used - set(tiles))} val till" in text_of(page.main)
    areas = _tiles(page, "stadsdel")
    assert areas == {slug: _count(catalogue, "stadsdel", slug) for slug in areas}
    choices = [record for record in catalogue.records if _is_living(record)]
    away = sum(record.omrade == "annan-kommun" for record in choices)
    assert sum(areas.values()) + away == len(choices)
    assert f"I en annan kommun ({away})" in text_of(page.main)
    confirmed = sum(derive_trust(record, IDAG).is_confirmed for record in choices)
    told = f"Den {swedish_date(IDAG)} hade {confirmed} av dem" if confirmed else "Ingen av dem"
    text = text_of(page.main)
    past = sum(_is_choice(record) for record in catalogue.records) - len(choices)
    was = f"{past} till som vi bara har gamla uppgifter om"
    assert f"Här finns {len(choices)} verksamheter att välja på, och {was}. {told}" in text
    closed = sum(record.status == "avslutad" and not record.forebild for record in catalogue.records)
    lists = [documents[f"stadsdel/{slug}/index.html"] for slug in words.terms("omrade")]
    shown = [text_of(node) for page in lists for node in page.main.iter("summary")]
    assert closed == sum(
        int(found[1]) for one in shown if (found := re.match(r"Visa det som har stängt \((\d+)\)", one))
    )
    assert f"{closed} verksamheter som har stängt och {sum(r.forebild for r in catalogue.records)} exempel" in text


def test_a_list_is_in_order_within_its_groups(documents: Documents, catalogue: Catalogue, words: Vocabularies) -> None:
    for folder, slug in _all_lists(words):
        page = documents[f"{folder}/{slug}/index.html"]
        for section in page.main.iter("section"):
            records = [catalogue.by_id[record_id] for record_id in records_in(section)]
            living_first = sorted(records, key=lambda record: (is_told_as_past(record), _rank(record)))
            assert records in (sorted(records, key=_rank), living_first), page.name


def _rank(record: Record) -> tuple[bool, list[int]]:
    letters = re.sub(r"[^a-zåäö0-9]+", " ", record.namn.lower().replace("é", "e").replace("ü", "y")).strip()
    places = [_ALPHABET.find(letter) if letter in _ALPHABET else -1 for letter in letters]
    return not derive_trust(record, IDAG).is_confirmed, places


def test_the_alphabet_holds_everyone_once(documents: Documents, catalogue: Catalogue) -> None:
    assert sorted(records_in(documents["a-o/index.html"].main)) == sorted(catalogue.by_id)


def test_an_empty_list_leads_on(documents: Documents, catalogue: Catalogue, words: Vocabularies) -> None:
    for folder, slug in _all_lists(words):
        if folder != "behov" and not _members(catalogue, folder, slug)[0]:
            main = documents[f"{folder}/{slug}/index.html"].main
            assert "fråga din handläggare" in text_of(main)
            assert len(list(main.iter("a"))) >= 3


def test_a_list_that_lacks_much_asks_for_more_and_opens_the_form_there(
    documents: Documents, catalogue: Catalogue, words: Vocabularies
) -> None:
    told = set()
    for folder, slug in _all_lists(words):
        main = documents[f"{folder}/{slug}/index.html"].main
        name, count = FOLDERS[folder][0], len(_members(catalogue, folder, slug)[0])
        ways = [link.get("href", "") for link in main.iter("a") if "bidra/formular/" in link.get("href", "")]
        is_asked = slug not in ("annan-kommun", "ej-angivet") and (count == 0 or name in ("omrade", "behov"))
        more = "&status=okand" if count >= 3 else ""
        assert ways == ([f"../../bidra/formular/?{name}={slug}{more}"] if is_asked else []), main
        assert ("Kan ni möta behovet?" in text_of(main)) == (is_asked and count < 3)
        told.add((is_asked, min(count, 3)))
    assert told >= {(True, 0), (True, 1), (True, 3), (False, 3)}, "each kind of list is seen"


def test_a_former_districts_address_leads_to_todays(documents: Documents, words: Vocabularies) -> None:
    formers = [(term, former) for term in words.terms("omrade").values() for former in term.notes.get("forr", ())]
    assert {former["slug"] for _, former in formers} >= {"rinkeby-kista"}
    for term, former in formers:
        page = documents[f"stadsdel/{former['slug']}/index.html"]
        today = f"https://exempel.se/stadsdel/{term.slug}/"
        refresh = next(node.get("content", "") for node in page.elements("meta") if node.get("http-equiv") == "refresh")
        assert urljoin(page.address, refresh.partition("url=")[2]) == today
        assert today in [urljoin(page.address, link.get("href", "")) for link in page.main.iter("a")]
        assert [node.get("content") for node in page.elements("meta") if node.get("name") == "robots"] == ["noindex"]
        assert former["namn"] in text_of(page.main)


def test_what_is_told_as_past_stands_last_under_a_heading_of_its_own(documents: Documents) -> None:
    page = documents["stadsdel/farsta/index.html"]
    sections = [node for node in page.elements("section") if list(records_in(node))]
    assert sections[-1].get("aria-labelledby") == "forr"
    assert records_in(sections[-1]) == ["kom-igang-farsta"]
    assert "Vi vet inte om det finns kvar." in text_of(sections[-1])
    assert "kom-igang-farsta" not in [id_ for section in sections[:-1] for id_ in records_in(section)]
