"""Every kind of page in a real browser: accessible, silent, at home on its own origin, and no wider than the screen.

Three in five are judged by turns on a phone, there in the dark, or on a desk; in full each in all three.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.built.visits import DARK, DESK, PHONE, Visit, Visits, violations, visit_all
from tests.sample import ALL

KILOBYTE = 1000


@pytest.fixture(scope="module")
def visits(browser: Browser, built: Path, address: str) -> Visits:
    """Each kind of page opened once; all tests below look at what was seen then."""
    by_turns = ((PHONE,), (), (DARK,), (DESK,), ())
    return visit_all(browser, built, address, lambda pair: (PHONE, DARK, DESK) if ALL else by_turns[pair % 5])


def test_no_accessibility_violation(visits: Visits) -> None:
    assert violations(visits) == {}


def test_console_is_empty(visits: Visits) -> None:
    assert {kind: visit.said for kind, visit in visits.items() if visit.said} == {}


def test_nothing_is_refused_by_the_policy(visits: Visits) -> None:
    assert {kind: visit.refused for kind, visit in visits.items() if visit.refused} == {}


def test_no_markup_is_read_as_text(visits: Visits) -> None:
    assert {kind: visit.as_text for kind, visit in visits.items() if visit.as_text} == {}


def test_no_request_leaves_the_site_or_fails(visits: Visits, address: str) -> None:
    for kind, visit in visits.items():
        assert [url for url in visit.requests if not url.startswith((address, "data:"))] == [], kind
        assert visit.failed == [], kind


@pytest.mark.parametrize("text", ["as it is", "twice the text"])
def test_nothing_is_wider_than_a_small_phone(text: str, visits: Visits) -> None:
    found = {kind: visit.wider[text] for kind, visit in visits.items()}
    assert {kind: told for kind, told in found.items() if told} == {}


def test_pages_are_light(visits: Visits, built: Path, address: str) -> None:
    """What a phone must fetch to see a page, as a web server would compress it."""
    weights = {kind: sum(_weight(built / name) for name in _files(visit, address)) for kind, visit in visits.items()}
    assert {kind: weight for kind, weight in weights.items() if weight >= _most(visits[kind])} == {}
    around = sum(_weight(built / name) for name in _files(visits["verksamhet/2"], address) if name[-5:] != ".html")
    records = {path: around + _weight(path) for path in built.glob("verksamhet/*/index.html")}
    assert {path: weight for path, weight in records.items() if weight >= 120 * KILOBYTE} == {}


def _most(visit: Visit) -> int:
    """The data of the search grows with the records, and is fetched where it is used: on its own page. The form is for
    those who write, and carries the whole contract."""
    has_search = any("/assets/sok/" in url and url.endswith("index.json") for url in visit.requests)
    is_form = any("/js/form/main.js" in url for url in visit.requests)
    return (240 if has_search or is_form else 150) * KILOBYTE


def _files(visit: Visit, address: str) -> set[str]:
    """Everything that was fetched, as files of the site; a page once, however often it was asked for."""
    names = {url.removeprefix(address).partition("?")[0] for url in visit.requests if url.startswith(address)}
    return {f"{name}index.html" if name.endswith("/") or not name else name for name in names}


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def test_all_kinds_that_matter_are_among_the_visited(visits: Visits) -> None:
    """The finding of kinds itself: a change there must not quietly drop one."""
    wanted = {"index/0", "404/0", "sok/1", "ord/1", "a-o/1", "verksamhet/2", "verksamhet/2 stängd",
                              "verksamhet/2 förebild", "stadsdel/2", "stadsdel/2 flyttad", "stadsdel/3/blad",
                              "stadsdel/3/kort", "inriktning/2", "bidra/2 falt"}  # fmt: skip
    assert wanted <= set(visits)
