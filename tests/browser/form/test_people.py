"""The rule about people in the browser says what the command says; on many more texts in tests/full."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from katalog.record.people.words import load_words
from katalog.record.rules.persondata import CODES
from tests.axe import assert_clean
from tests.browser.form.conftest import Engine
from tests.browser.form.steps import choose, go_on
from tests.people_texts import FIELDS, records, told_by_command
from tests.support import CASES, SCHEMA_FOLDER


def test_both_engines_find_the_same_people_in_generated_texts(engine: Engine) -> None:
    words = load_words(SCHEMA_FOLDER)
    seen: set[str] = set()
    for record in records(1_500, seed=20261122, size=250):
        told = told_by_command(record, words)
        assert engine.call("people", record) == told
        seen |= {row[1] for row in told}
    assert seen == set(CODES), "texts that never reach a code compare nothing"


def test_both_engines_agree_on_every_name_in_the_lists(engine: Engine) -> None:
    words = load_words(SCHEMA_FOLDER)
    for name in ("platser.txt", "manniskor.txt", "oskyldiga.txt"):
        lines = (CASES / "namn" / name).read_text(encoding="utf-8").splitlines()[1:]
        for field in FIELDS:
            record = {field: [line.rpartition(" | ")[2] for line in lines]}
            assert engine.call("people", record) == told_by_command(record, words)


def test_a_pasted_number_is_taken_and_a_name_that_may_be_one_is_told_but_stops_nobody(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad")
    page.get_by_label("Namn", exact=True).fill("Öppna snickeriet")
    choose(page, "Vad det är", "träff")
    summary = page.get_by_label("Sammanfattning")
    summary.fill("Snickra tillsammans. Fråga efter Anna i receptionen.")
    summary.blur()
    expect(page.get_by_text("Obs: ”Anna” kan vara en persons namn.")).to_be_visible()
    expect(summary).not_to_have_attribute("aria-invalid", "true")
    go_on(page)
    expect(page.locator(".felruta")).to_be_hidden()
    assert_clean(page)


def test_a_telephone_number_is_folded_in_the_form(page: Page, address: str) -> None:
    """A dash or a space that was pasted looks right; nobody could mend what cannot be seen."""
    for pasted in (
        "08–508 18 000",
        "08-508\u00a018\u00a0000",
        "08\u2011508 18 000",
        "０８-508 18 000",
        "08-508\u200b 18 000",
    ):
        assert _cleaned(page, address, pasted) == "08-508 18 000"
    assert _cleaned(page, address, "070–174 06 05") == "070-174 06 05"  # told as a mobile number, then, as in a file


def _cleaned(page: Page, address: str, number: str) -> str:
    page.goto(f"{address}assets/favicon.svg")
    made: str = page.evaluate(
        """async (number) => {
            const { clean } = await import("/assets/js/form/values.js");
            const calendar = () => ({ months: [], today: "2026-11-26" });
            const how = { forbidden: /\\u0000/gu, isProse: () => false, folded: {}, kept: new Set(), calendar };
            return clean(number, { type: "string", pattern: "^[0-9 -]+$" }, how).value;
        }""",
        number,
    )
    return made
