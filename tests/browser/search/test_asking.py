"""What is asked for when words and conditions stand together, by the engine of the page, over the real records."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from katalog.derive.choices import is_choice, is_told_as_past
from katalog.derive.derived import Derived
from tests.browser.search.conftest import HOST

ASK = """async ([modules, question]) => {
  const { makeAsking } = await import(`${modules}search/asking.js`);
  const { makeFilter } = await import(`${modules}search/filter.js`);
  const { emptyState } = await import(`${modules}core/address.js`);
  const asking = makeAsking({ index, search: motor, filter: makeFilter(index), cards: { ranks: {} } });
  const { fits, maybe, isAsked, read } = asking.ask({ ...emptyState(), question });
  return [fits, maybe, isAsked, read.flatMap(({ chosen }) => [...chosen.values()].flat())];
}"""


def _ask(engine: Page, folder: str, question: str) -> tuple[list[int], list[int], bool, list[str]]:
    fits, maybe, is_asked, chosen = engine.evaluate(ASK, [f"{HOST}{folder}", question])
    return fits, maybe, is_asked, chosen


def test_what_only_may_fit_stands_in_the_order_of_the_whole_question(engine: Page, folder: str) -> None:
    _, maybe, _, chosen = _ask(engine, folder, "gratis lunch")
    assert chosen == ["gratis"]
    scores = engine.evaluate(
        "(docs) => { const { scores } = motor.search('gratis lunch'); return docs.map((doc) => scores[doc]); }", maybe
    )
    assert len(set(scores)) > 5
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("question", "chosen"),
    [
        ("på kvällar efter fem", ["kvall"]),
        ("kan bara komma på torsdagar", ["torsdag"]),
        ("har tid måndag förmiddag", ["mandag", "formiddag"]),
    ],
)
def test_a_condition_beside_ordinary_words_is_the_whole_question(
    question: str, chosen: list[str], engine: Page, folder: str
) -> None:
    fits, maybe, is_asked, found = _ask(engine, folder, question)
    assert (is_asked, found) == (False, chosen)
    assert fits
    assert len(maybe) > len(fits), "those that tell no hours stay, as ones that may fit"


@pytest.mark.parametrize("question", ["bridge på kvällar", "tandvård gratis", "hyra lägenhet lördag"])
def test_a_condition_answers_nothing_where_the_wish_is_not_known(question: str, engine: Page, folder: str) -> None:
    fits, maybe, is_asked, found = _ask(engine, folder, question)
    assert is_asked
    assert found
    assert (fits, maybe) == ([], [])


@pytest.mark.parametrize("rest", ["", "på Södermalm", "kafé", "gratis", "med händerna", "söndag i Tensta"])
@pytest.mark.parametrize("said", ["lugnt", "ledig plats"])
def test_what_nobody_has_told_takes_nothing_away(said: str, rest: str, engine: Page, folder: str) -> None:
    with_it, alone = (_ask(engine, folder, question) for question in (f"{said} {rest}", rest))
    assert with_it[0] + with_it[1]
    assert with_it[3] == alone[3], "it is no choice"


PARTS = """async ([modules, question, chosen, showsAll]) => {
  const { makeAsking } = await import(`${modules}search/asking.js`);
  const { makeFilter } = await import(`${modules}search/filter.js`);
  const { emptyState } = await import(`${modules}core/address.js`);
  const asking = makeAsking({ index, search: motor, filter: makeFilter(index), cards: { ranks: {} } });
  const ticked = new Map(Object.entries(chosen).map(([facet, ids]) => [facet, new Set(ids)]));
  const { fits, maybe, past, match } = asking.ask({ ...emptyState(), question, chosen: ticked, showsAll });
  return [...[fits, maybe, past].map((docs) => docs.map((doc) => ids[doc])), [match.total.fits, match.total.maybe]];
}"""


@pytest.mark.parametrize(
    ("question", "chosen"),
    [
        ("", {}),
        ("fika", {}),
        ("sy på söder", {}),
        ("", {"omrade": ["sodermalm"]}),
        ("daglig verksamhet", {"tid": ["kvall"]}),
    ],
)
def test_what_is_told_as_past_stands_apart_and_is_counted_nowhere(
    question: str, chosen: dict[str, list[str]], engine: Page, folder: str, derived: Derived
) -> None:
    told = {one.id for one in derived.catalogue.records if is_choice(one) and is_told_as_past(one)}
    fits, maybe, past, total = engine.evaluate(PARTS, [f"{HOST}{folder}", question, chosen, False])
    assert past
    assert set(past) <= told
    assert not told & {*fits, *maybe}
    assert total == [len(fits), len(maybe)]
    all_of_them = engine.evaluate(PARTS, [f"{HOST}{folder}", question, chosen, True])
    assert set(past) <= {*all_of_them[0], *all_of_them[1]}, "where all is shown, they stand among the others"


def test_what_was_is_first_for_its_own_name_and_shown_where_nothing_else_fits(engine: Page, folder: str) -> None:
    fits, *_ = engine.evaluate(PARTS, [f"{HOST}{folder}", "Unga Fenix", {}, False])
    assert fits[0] == "unga-fenix"
    found = engine.evaluate(PARTS, [f"{HOST}{folder}", "gränslös vänskap", {}, False])
    assert found[:3] == [[], [], ["granslos-vanskap-grimsta"]]


def test_who_it_is_for_stands_beside_a_word_that_nobody_knows(engine: Page, folder: str) -> None:
    answer = "(question) => { const { docs, unknown } = motor.search(question); return [docs.length, unknown]; }"
    found, unknown = engine.evaluate(answer, "farbrorsan har schizofreni")
    assert found
    assert unknown == ["farbrorsan"]
    found, _ = engine.evaluate(answer, "tandläkare för personer med schizofreni")
    assert not found, "an errand that belongs elsewhere is not answered by whom it is for"


def test_every_record_is_first_for_its_own_name(engine: Page) -> None:
    """Whatever its words mean besides: ordinary words, places, other things."""
    late = engine.evaluate(
        """() => ids.map((id, doc) => [id, index.names[doc].join(" ")]).filter(([id, name], doc) => {
             const same = index.names.filter((words) => words.join(" ") === name).length;
             const at = motor.search(name).docs.indexOf(doc);
             return at < 0 || at >= same;
           })"""
    )
    assert late == []


@pytest.mark.parametrize("question", ["äta lunch med någon", "få nya vänner"])
def test_what_is_for_women_alone_comes_later_where_nobody_names_them(question: str, engine: Page) -> None:
    order = "(text) => motor.search(text).docs.map((doc) => ids[doc])"
    asked: list[str] = engine.evaluate(order, question)
    named: list[str] = engine.evaluate(order, f"{question}, bara kvinnor")
    assert named.index("qvinnoqraft") < asked.index("qvinnoqraft")


@pytest.mark.parametrize("question", ["på helgerna när allt annat har stängt", "vad kan man göra ute sent på kvällen"])
def test_what_wishes_for_nothing_beside_a_condition_is_left_out(question: str, engine: Page, folder: str) -> None:
    fits, _, is_asked, chosen = _ask(engine, folder, question)
    assert (is_asked, bool(fits), len(chosen)) == (False, True, 1)
