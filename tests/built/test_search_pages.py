"""The search as a reader meets it, on the built site: pages that answer, the twenty questions about time, fear, money
and not knowing, suggestions that promise what the page shows, and what happens while a word is composed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.axe import assert_clean
from tests.built.asking import READY, ask
from tests.built.conftest import NewContext
from tests.kept_page import KeptPage
from tests.sample import by_turns, some
from tests.support import CASES

TWENTY: list[dict[str, str]] = yaml.safe_load((CASES / "sok/tjugo.yml").read_text(encoding="utf-8"))
# Beginnings of names, of choices and of nothing; each is asked letter by letter.
_BEGINNINGS = (
    "snickeri",
    "rondellen",
    "fika",
    "misa",
    "farsta",
    "träffpunkt",
    "unga",
    "daglig",
    "telefon",
    "öppet",
    "qx",
)
_PROMISES = "(all) => all.map((one) => [one.dataset.adress, one.innerText])"
_NUMBERS = re.compile(r"(?:\d+ passar|Inget säkert), \d+ kan passa")


@pytest.fixture
def page(kept_page: KeptPage) -> Iterator[Page]:
    with kept_page.lent(1280, 720) as page:
        yield page


def _card(page: Page) -> Locator:
    return page.locator("[data-sok-svar] section")


def _hits(page: Page) -> Locator:
    return page.locator("[data-sok-traffar] > li")


def _field(page: Page) -> Locator:
    return page.locator("input[name=q]:visible").first


def _options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Förslag").get_by_role("option")


@pytest.mark.parametrize("case", some(TWENTY, 4), ids=lambda case: str(case["fraga"]))
def test_a_question_of_time_fear_money_or_not_knowing_has_a_kind_first_answer(
    case: dict[str, str], page: Page, address: str
) -> None:
    ask(page, address, case["fraga"])
    expect(page.locator("[data-sok-tomt]")).to_be_hidden()
    if "sida" in case:
        link = _card(page).get_by_role("link")
        expect(link).to_be_in_viewport()
        assert link.evaluate("(link) => link.href") == address + case["sida"]
        return
    expect(_card(page)).to_have_count(0)
    expect(_hits(page).first).to_contain_text(re.compile(case["kort"]))
    if "val" in case:
        expect(page.locator("[data-sok-brickor]")).to_contain_text(case["val"])


def test_twenty_are_twenty() -> None:
    assert len({case["fraga"] for case in TWENTY}) == 20


@pytest.mark.parametrize(
    ("question", "leads"),
    some(
        [
            ("ersättning", "pengarna/"),
            ("rädd att förlora sjukersättning", "pengarna/"),
            ("sjukersättning", "pengarna/#sjukersattning"),
            ("vad kostar det", "for-dig/#vad-det-kostar"),
            ("vad är lss", "for-dig/#sa-kommer-du-in"),
            ("Vad är ett fontänhus?", "ord/#insatstyp-klubbhus"),
            ("får jag ta med någon", "for-dig/#sa-borjar-du"),
            ("personuppgifter", "integritet/"),
            ("ringa", "for-dig/#vem-du-kan-fraga"),
            ("något", "hitta-ratt/"),
            ("inte", "hitta-ratt/"),
            ("checklista", "handlaggare/blanketter/checklista/"),
        ],
        3,
    ),
)
def test_a_page_that_answers_best_stands_on_top_and_leads_to_its_section(
    question: str, leads: str, page: Page, address: str
) -> None:
    ask(page, address, question)
    said = _card(page).locator("p").first.inner_text()
    assert said.endswith((".", "?", ":", "!"))
    link = _card(page).get_by_role("link")
    assert link.evaluate("(link) => link.href") == address + leads
    link.click()
    page.wait_for_url(address + leads)
    anchor = leads.partition("#")[2]
    if anchor:
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


@pytest.mark.parametrize(
    "question",
    some(
        [
            *("snickeri", "kafé i Farsta", "snickeri som kostar", "Farsta", "Fountain House", "ensam", "tandläkare"),
            *("ersättning snickeri", "söndag", "kravat", "jag vill dö"),
        ],
        3,
    ),
)
def test_a_question_for_records_gets_no_page(question: str, page: Page, address: str) -> None:
    ask(page, address, question)
    expect(_card(page)).to_have_count(0)


def test_every_address_of_the_list_leads_to_a_section(page: Page, address: str) -> None:
    """schema/sidsvar.json: a heading that is written anew must not leave its words behind."""
    listed: list[dict[str, Any]] = []
    source = json.loads((CASES.parents[1] / "schema/sidsvar.json").read_text(encoding="utf-8"))
    for part in ("forklaringar", "andra", "avsnitt"):
        listed += source[part]
    for entry in (*listed, source["vagvisare"]):
        where, _, anchor = entry["adress"].partition("#")
        answer = page.request.get(address + where)
        assert answer.ok, entry["adress"]
        assert not anchor or f'id="{anchor}"' in answer.text(), entry["adress"]


@pytest.mark.parametrize(("width", "scheme"), by_turns([360, 1280], ["light", "dark"]))
def test_the_card_is_accessible(new_context: NewContext, address: str, width: int, scheme: str) -> None:
    page = new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    ).new_page()
    ask(page, address, "sjukersättning")
    expect(_card(page).get_by_role("link")).to_be_in_viewport()
    assert_clean(page)


def test_a_question_with_neither_record_nor_page_gets_advice_and_a_way_on(page: Page, address: str) -> None:
    ask(page, address, "tandläkare")
    empty = page.locator("[data-sok-tomt]")
    expect(empty).to_contain_text("Prova ett annat ord")
    empty.get_by_role("link", name="Vet du inte vad?").click()
    page.wait_for_url(f"{address}hitta-ratt/")


def test_what_was_not_recognised_is_told_beside_the_results(page: Page, address: str) -> None:
    ask(page, address, "snickeri blajfjong")
    expect(page.locator("[data-sok-okanda]")).to_have_text(
        "Vi hittar inget om ”blajfjong” här. Träffarna svarar på resten av din fråga."
    )
    expect(_hits(page).first).to_be_visible()
    _field(page).fill("snickeri")
    expect(page.locator("[data-sok-okanda]")).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "first", "kind"),
    [
        ("rondel", "Rondellen", "Verksamhet"),
        ("fount", "Fountain House Stockholm", "Verksamhet"),
        ("kravat", "Kravatten", "Stängd"),
        ("misa", "Misa ", "Verksamhet"),
        ("fika", "Kafé och kök", "Vad du gör"),
    ],
)
def test_names_complete_from_their_first_letters(typed: str, first: str, kind: str, page: Page, address: str) -> None:
    page.goto(f"{address}sok/")
    page.wait_for_selector(READY, state="attached")
    _field(page).press_sequentially(typed)
    expect(_options(page).first).to_contain_text(first)
    expect(_options(page).first).to_contain_text(kind)


def test_every_count_is_what_the_page_shows_when_it_is_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}sok/")
    page.wait_for_selector(READY, state="attached")
    promised: dict[str, str] = {}
    for word in some(_BEGINNINGS, 2):
        for end in range(2, len(word) + 1):
            _field(page).fill(word[:end])
            page.wait_for_timeout(130)
            shown: list[list[str]] = _options(page).evaluate_all(_PROMISES)
            promised |= {where: found[0] for where, text in shown if (found := _NUMBERS.findall(text))}
        _field(page).press("Escape")
    assert len(promised) >= 5
    for where, told in promised.items():
        page.goto(address.rstrip("/") + where)
        page.wait_for_selector(READY, state="attached")
        expect(page.locator("[data-sok-antal]")).to_have_text(told)


@pytest.mark.parametrize("typed", ["telefon", "öppet", "te", "vet inte"])
def test_a_beginning_that_says_little_suggests_no_choice(typed: str, page: Page, address: str) -> None:
    page.goto(f"{address}sok/")
    page.wait_for_selector(READY, state="attached")
    _field(page).press_sequentially(typed)
    page.wait_for_timeout(300)
    assert not [text for text in _options(page).all_inner_texts() if _NUMBERS.search(text)]


def test_letters_that_are_still_composed_are_left_alone(page: Page, address: str) -> None:
    page.goto(f"{address}sok/")
    page.wait_for_selector(READY, state="attached")
    _field(page).focus()
    shown = page.locator("[data-sok-antal]").inner_text()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "snickeri", "selectionStart": 8, "selectionEnd": 8})
    page.wait_for_timeout(400)
    expect(_field(page)).to_have_value("snickeri")
    assert page.locator("[data-sok-antal]").inner_text() == shown
    expect(_options(page)).to_have_count(0)
    client.send("Input.insertText", {"text": "snickeri"})
    expect(page.locator("[data-sok-antal]")).to_contain_text("för ”snickeri”")


def test_the_title_tells_the_question(page: Page, address: str) -> None:
    ask(page, address, "fika")
    expect(page).to_have_title(re.compile("^fika – Sök"))
    _field(page).fill("")
    expect(page).to_have_title(re.compile("^Sök"))
