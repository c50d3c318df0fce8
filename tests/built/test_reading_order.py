"""What comes first on a page, and what is folded: on a record, in the lists of values, and on paper."""

from __future__ import annotations

from tests.built.document import Document
from tests.kept_page import KeptPage

RECORD = "verksamhet/fountain-house-stockholm/"
_FOLDED = ("handlaggare", "agare", "sanning")


def _headings(page: Document) -> list[str]:
    return [node.attrib["id"] for node in page.elements("h2") if "id" in node.attrib]


def test_a_record_tells_when_and_how_before_for_whom_and_where(documents: dict[str, Document]) -> None:
    found = _headings(documents[f"{RECORD}index.html"])
    asked = ["vad", "nar", "hur", "vem", "var"]
    assert [name for name in found if name in asked] == asked
    assert tuple(found[-3:]) == _FOLDED


def test_what_few_look_for_is_folded_and_how_sure_it_is_stands_on_paper(kept_page: KeptPage, address: str) -> None:
    facts = [f"details:has(> summary > #{name}) > :not(summary)" for name in _FOLDED]
    with kept_page.lent(360) as page:
        page.goto(address + RECORD)
        assert [page.locator(one).first.is_visible() for one in facts] == [False, False, False]
        page.emulate_media(media="print")
        assert page.locator(facts[2]).first.bounding_box()
        assert not page.locator(facts[0]).first.is_visible()
        page.emulate_media(media="null")
        page.locator("#sanning").click()
        assert page.locator(facts[2]).first.is_visible()


def test_on_a_phone_the_districts_come_right_after_the_map(kept_page: KeptPage, address: str) -> None:
    stands = "(all) => all.map((one) => one.getBoundingClientRect().top)"
    with kept_page.lent(360) as page:
        page.goto(f"{address}stadsdel/")
        tops = page.locator(".karta, #stadsdelar, #storre").evaluate_all(stands)
        assert tops == sorted(tops)
    with kept_page.lent(1280) as page:
        page.goto(f"{address}stadsdel/")
        larger, districts = (page.locator(one).evaluate_all(stands)[0] for one in ("#storre", "#stadsdelar"))
        assert larger < districts, "on a desk it fills the room beside the map"


def test_values_that_nothing_has_are_folded(documents: dict[str, Document]) -> None:
    page = documents["inriktning/index.html"]
    folded = [node for fold in page.elements("details") for node in fold.iter("li") if node.get("class") == "tom"]
    assert len(folded) == len(page.with_class("tom")) > 1


def test_the_start_tells_what_the_greens_of_its_map_mean(documents: dict[str, Document]) -> None:
    assert len(documents["index.html"].with_class("karta-nyckel")) == 1
