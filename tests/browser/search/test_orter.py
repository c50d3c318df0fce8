"""Places by nearness: the place itself first, then its area, then its neighbours; and a place never outranks a wish."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page

from katalog.browser.places import read_places
from katalog.derive.derived import Derived
from katalog.record.schema import Schema

ASK = """(question) => {
  const answer = window.motor.search(question);
  const docs = answer.docs.filter((doc) => doc < window.index.antal);
  return { ids: docs.map((doc) => window.ids[doc]), says: answer.place?.says(docs.slice(0, 25)) ?? null,
    scores: docs.map((doc) => answer.scores[doc]) };
}"""


def ask_place(engine: Page, question: str) -> dict[str, Any]:
    found: dict[str, Any] = engine.evaluate(ASK, question)
    return found


def areas_of(derived: Derived, ids: list[str]) -> list[str]:
    by_id = {record.id: record for record in derived.catalogue.records}
    return [by_id[name].omrade for name in ids]


def test_a_place_alone_is_answered_from_the_place_outwards(engine: Page, derived: Derived) -> None:
    answer = ask_place(engine, "något nära Gullmarsplan")
    assert answer["ids"][0] == "jobbtorg-unga-gullmarsplan"
    assert "enskede-arsta-vantor" in areas_of(derived, answer["ids"][1:])
    assert "annan-kommun" not in areas_of(derived, answer["ids"])
    rounded = [round(score, 6) for score in answer["scores"]]  # the order is kept to a millionth
    assert rounded == sorted(rounded, reverse=True)


def test_a_nickname_and_a_slip_find_the_place(engine: Page) -> None:
    assert ask_place(engine, "flempan")["ids"][0] == ask_place(engine, "Flemingsberg")["ids"][0]
    assert ask_place(engine, "skärhomen")["ids"] == ask_place(engine, "Skärholmen")["ids"]


def test_no_ordinary_word_of_the_records_is_a_place(engine: Page, derived: Derived, schema: Schema) -> None:
    """ "händerna" has the stem of Handen, "vinst" that of Vinsta: a name counts as it is written, with or without its
    dots, in the genitive at most."""
    texts = (text for one in derived.catalogue.records for text in (one.sammanfattning, *one.vad_du_gor))
    ordinary = {word for text in texts for word in re.findall(r"(?<![\w-])[a-zåäö]{3,}(?!\w)", text)}
    names = {name for spot, other in read_places(schema).spots.items() for name in (spot, *other.names)}
    forms = {word.lower() for name in names for word in re.findall(r"\w+", name)}
    words = sorted({"händer", "händerna", "vinst", "vinster", "centrala", "media"} | ordinary - forms)
    found = engine.evaluate("(all) => all.filter((word) => window.motor.search(word).place)", words)
    assert found == []


def test_a_place_is_found_without_its_dots_and_in_the_genitive(engine: Page) -> None:
    for name in ("Södertälje", "Farsta", "Skärholmen", "Handen", "Vinsta"):
        for form in (name.lower(), f"{name}s", name.lower().translate(str.maketrans("åäö", "aao"))):
            assert ask_place(engine, f"kafé i {form}")["ids"] == ask_place(engine, f"kafé i {name}")["ids"], form


def test_a_heading_among_the_choices_is_said_in_a_question(engine: Page) -> None:
    """ "Göra med händerna" stands above Snickeri, Textil and others."""
    whole, part = (set(ask_place(engine, said)["ids"]) for said in ("göra med händerna", "med händerna"))
    assert {"nytorgsverkstan", "aktivitetshuset-sodermalm"} <= part & whole
    assert ask_place(engine, "något med händerna på Södermalm")["ids"][0] == "aktivitetshuset-sodermalm"


def test_nothing_is_shown_for_the_place_alone_when_there_is_a_wish(engine: Page) -> None:
    textile = set(ask_place(engine, "textil")["ids"])
    near = ask_place(engine, "textil i Hornstull")["ids"]
    assert near
    assert set(near) <= textile
    assert ask_place(engine, "tandläkare i Kista")["ids"] == []


def test_the_nearest_come_first_and_the_page_says_that_the_place_has_none(engine: Page, derived: Derived) -> None:
    answer = ask_place(engine, "teater i Kista")
    assert answer["says"].startswith("Inget för ”teater” i Kista. Närmast: ")
    assert areas_of(derived, answer["ids"])[0] == "jarva"
    rounded = [round(score, 6) for score in answer["scores"]]  # the order is kept to a millionth
    assert rounded == sorted(rounded, reverse=True)


def test_the_own_city_comes_before_other_municipalities(engine: Page, derived: Derived) -> None:
    answer = ask_place(engine, "snickeri Farsta")
    areas = areas_of(derived, answer["ids"])
    assert len(set(areas)) > 2
    assert "annan-kommun" in areas
    assert areas.index("annan-kommun") >= 3
    assert "Närmast: " in answer["says"]
    home = ask_place(engine, "snickeri Haninge")
    assert set(areas_of(derived, home["ids"][:2])) == {"annan-kommun"}


def test_nothing_is_said_where_the_place_has_what_is_asked_for(engine: Page) -> None:
    assert ask_place(engine, "språkcafé Flemingsberg")["says"] == ""
    assert ask_place(engine, "textil")["says"] is None


def test_a_name_with_a_place_in_it_is_still_a_name(engine: Page) -> None:
    for name, first in {
        "mötesplats Mariatorget": "stadsmissionen-mariatorget",
        "IFAH Gubbängen": "ifah-gubbangen",
    }.items():
        assert ask_place(engine, name)["ids"][0] == first


def test_neighbours_are_neighbours_both_ways_and_no_place_is_its_own(schema: Schema) -> None:
    spots = read_places(schema).spots
    for name, spot in spots.items():
        assert name not in spot.near
        assert all(name in spots[other].near for other in spot.near)
        assert spot.areas, name


def test_a_longer_name_is_not_the_shorter(schema: Schema) -> None:
    spots = read_places(schema).spots
    assert "Farsta" in spots["Farsta strand"].near
