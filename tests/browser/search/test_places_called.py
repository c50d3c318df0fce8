"""What places are called comes out of the browser's half as it went into Python's: most are named by their area."""

from __future__ import annotations

import random

from playwright.sync_api import Page

from katalog.browser.names import beside_called
from katalog.browser.places import read_places
from katalog.record.schema import Schema

CALLED = """async ([folder, lines, owners, lists]) => {
  const { besideCalled } = await import(`/${folder}search/names.js`);
  return besideCalled(lines.join("\\n"), owners.map((at) => lists[at]));
}"""
LISTS = [["Bromma", "Alvik", "Ängby", "Alvik"], ["Farsta"], ["Kista", "Husby", "Akalla", "Rinkeby"]]


def test_names_come_back_in_any_order(engine: Page, folder: str) -> None:
    rng = random.Random(7)  # noqa: S311
    for _ in range(40):
        owners = [rng.randrange(len(LISTS)) for _ in range(12)]
        names = [rng.choice([*LISTS[at], "Ort utan område"]) for at in owners]
        sent = list(beside_called(names, [LISTS[at] for at in owners]))
        lines = [f"{one}|{place}" for place, one in enumerate(sent)]
        found = engine.evaluate(CALLED, [folder, lines, owners, LISTS])
        assert found == [[name, str(place)] for place, name in enumerate(names)]


def test_what_stands_next_is_not_sent() -> None:
    names = ["Bromma", "Kista", "Alvik", "Akalla", "Rinkeby", "Husby", "Ängby"]
    owners = [LISTS[0], LISTS[2], LISTS[0], LISTS[2], LISTS[2], LISTS[2], LISTS[0]]
    assert list(beside_called(names, owners)) == ["", "", "", "Akalla", "", "Husby", ""]


def test_all_places_of_the_catalogue_are_called_as_stated(engine: Page, schema: Schema) -> None:
    spots = read_places(schema).spots
    found = engine.evaluate("() => window.index.kallade")
    assert found == [[name, *spot.names] for name, spot in spots.items()]
    assert len(found) > 300
