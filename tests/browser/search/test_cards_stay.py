"""While somebody types, the cards in sight stay elements of the page: each tells of another record, whole."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.search.conftest import Open

# A card beside one that is made anew from the same record: what a reader meets must be the same.
_DIFFERING = """async (folder) => {
  const [view, cards, index, day] = await Promise.all(["search/view", "search/cards", "search/index", "core/day"].map(
    (name) => import(`/${folder}${name}.js`)));
  const data = await (await fetch(`/${folder}index.json`)).json();
  const ready = index.readIndex(data, day.today());
  const read = cards.readCards(data.kort, ready, "/", day.today());
  const looks = (card) => {
    const copy = card.cloneNode(true);
    copy.querySelectorAll(".kort-varfor, .stjarna").forEach((part) => part.remove());
    copy.querySelectorAll("mark").forEach((mark) => mark.replaceWith(mark.textContent));
    copy.normalize();
    return copy.innerHTML.replace(/href="[^"]*?(assets|verksamhet)\\//g, '$1/'); // asked for at another depth
  };
  const docOf = new Map(ready.everyone.map((doc) => [read.named(doc).id, doc]));
  return [...document.querySelectorAll(".sok-traffar > .kort:not(.sok-sen)")].filter((card) =>
    looks(card) !== looks(view.resultElement(read.card(docOf.get(card.dataset.verksamhet))).element)).length;
}"""


def _type(page: Page, text: str) -> None:
    page.locator("#sok-fraga").press_sequentially(text)
    expect(page.locator("#sok-antal")).to_contain_text(text)


def test_a_key_makes_no_card_in_sight_anew(visit: Open) -> None:
    page = visit("sok/?visa=alla")
    first = page.locator(".sok-traffar > .kort").first
    before = first.get_attribute("data-verksamhet")
    page.evaluate("document.querySelector('.sok-traffar > .kort').was = true")
    _type(page, "textil")
    assert first.get_attribute("data-verksamhet") != before
    assert first.evaluate("(card) => card.was") is True


def test_a_card_that_told_of_others_is_as_one_made_anew(visit: Open, folder: str) -> None:
    page = visit("sok/?visa=alla")
    for text in ("kafé", "snickeri", "rehab", "träffpunkt söndag"):
        page.locator("#sok-fraga").fill("")
        _type(page, text)
        expect(page.locator(".sok-traffar > .sok-sen")).to_have_count(0)
        assert page.locator(".sok-traffar > .kort").count() > 1
        assert page.evaluate(_DIFFERING, folder) == 0
