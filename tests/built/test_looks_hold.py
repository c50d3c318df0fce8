"""How pages look, where it has slipped before: heads, cards, the map, rows, edges and paper, a figure each.

One phone and one desk are shared; few pages are opened.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FloatRect, Page

from tests.built.asking import settled
from tests.built.conftest import NOON

RECORD, LIST, SEARCH, FORM = "verksamhet/fontanhuset-skondal/", "stadsdel/farsta/", "sok/?q=fika", "bidra/formular/"
_HEAD = 250  # pixels of a telephone's 740, at twice the text
_TWICE = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
_HEIGHT = "() => document.querySelector('.sidhuvud').getBoundingClientRect().height"
# Names and numbers on the map of which more than a share lies over another district, or less than three fifths on their
# own: a name may reach over water, and over what is no part of the city.
_OUTSIDE = """(share) => {
  const lands = [...document.querySelectorAll(".karta .land")].map((land) => [land, land.querySelector("path")]);
  const holds = (path, x, y) => path.isPointInFill(new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse()));
  const points = (land) => [...land.querySelectorAll(".land-namn, .land-antal")].flatMap((word) => {
    const range = document.createRange();
    range.selectNodeContents(word);
    const high = 0.36 * parseFloat(getComputedStyle(word).fontSize);
    return [...range.getClientRects()].filter((box) => box.width > 2).flatMap(({ left, right, top, bottom }) =>
      [0, 0.2, 0.5, 0.8, 1].flatMap((part) => [-high, high].map((y) =>
        [left + part * (right - left), (top + bottom) / 2 + y])));
  });
  return lands.filter(([land, own]) => {
    const all = points(land);
    const strange = all.filter(([x, y]) => lands.some(([, path]) => path !== own && holds(path, x, y)));
    return strange.length > share * all.length || all.filter(([x, y]) => holds(own, x, y)).length < 0.6 * all.length;
  }).map(([land]) => land.textContent.trim());
}"""
# Names on the map, those around the city too, that reach out of it or over another; by the height that letters take.
_MEETING = """() => {
  const ground = document.querySelector(".karta").getBoundingClientRect();
  const boxes = [...document.querySelectorAll(".land-ord, .runt")].flatMap((name) => {
    const range = document.createRange();
    range.selectNodeContents(name);
    const trim = 0.1 * parseFloat(getComputedStyle(name).fontSize);
    return [...range.getClientRects()].filter((box) => box.width > 2).map(({ left, right, top, bottom }) =>
      ({ said: name.textContent.trim(), left, right, top: top + trim, bottom: bottom - trim }));
  });
  const meets = (one, other) => one.said !== other.said && one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom;
  const out = (one) => one.left < ground.left || one.right > ground.right || one.top < ground.top
    || one.bottom > ground.bottom;
  return boxes.filter((one) => out(one) || boxes.some((other) => meets(one, other))).map(({ said }) => said);
}"""
# As wide as Roboto's bold is, which most phones have, or a little more: the test's own machine has the widest of fonts.
_NARROW = (
    "() => document.querySelectorAll('.land-ord, .runt').forEach(({ style }) => { style.letterSpacing = '-0.12em'; })"
)
_FOOT = 40 / 25.4 * 96  # pixels of four centimetres
# Texts that are smaller on paper than so many points.
_SMALL = """(least) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.parentElement;
    if (!node.data.trim() || !at.checkVisibility({ visibilityProperty: true })) continue;
    if (at.closest("script, .dold, .sok-dold, .papper-fot, .tillit-ord")) continue;
    const points = 0.75 * parseFloat(getComputedStyle(at).fontSize);
    if (points < least - 0.05) found.push(`${points} ${node.data.trim().slice(0, 30)}`);
  }
  return found;
}"""
# Grounds of their own that a forced scheme takes away: what is left to see is their edge.
_GROUNDS = "utkast finns bra utkast-besked lank-besked stopp inbjudan ruta-ljus".split()  # noqa: SIM905
_WITHOUT_EDGE = """(names) => names.filter((name) => {
  const made = document.createElement("div");
  made.className = name;
  document.querySelector(".innehall").append(made);
  return !parseFloat(getComputedStyle(made).borderTopWidth);
})"""


def _page(browser: Browser, width: int, height: int, **settings: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        timezone_id="Europe/Stockholm",
        locale="sv-SE",
        **settings,  # type: ignore[arg-type]
    )
    context.clock.set_fixed_time(NOON)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    yield from _page(browser, 360, 740)


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    yield from _page(browser, 1280, 800)


def _box(page: Page, selector: str) -> FloatRect:
    found = page.locator(selector).first.bounding_box()
    assert found, selector
    return found


def _go(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    if "/sok/" in address:
        settled(page)


def test_the_head_is_small_at_twice_the_text_and_keeps_its_height_when_something_is_saved(
    phone: Page, address: str
) -> None:
    _go(phone, address + LIST)
    before = phone.evaluate(_HEIGHT)
    phone.locator(".kort .stjarna").first.click()
    phone.locator(".meny-lista:visible").wait_for()
    assert phone.evaluate(_HEIGHT) == before
    name, way = _box(phone, ".sajtnamn"), _box(phone, ".sprakval")
    assert name["width"] > 140
    assert name["x"] + name["width"] <= way["x"]
    assert "/stadsdel/" in phone.url, "the star saves, it does not lead on"
    for path in (LIST, "en/"):
        _go(phone, address + path)
        phone.evaluate(_TWICE)
        assert phone.evaluate(_HEIGHT) <= _HEAD, path


@pytest.mark.parametrize("path", [LIST, SEARCH])
def test_a_card_is_pressed_anywhere(path: str, phone: Page, address: str) -> None:
    _go(phone, address + path)
    phone.locator(".kort > p").first.click(force=True)
    phone.wait_for_url("**/verksamhet/**")


def test_the_choices_on_a_phone_have_one_line_above_and_show_that_more_lies_below(phone: Page, address: str) -> None:
    _go(phone, address + SEARCH)
    phone.locator(".sok-oppna").click()
    heading, close = _box(phone, ".sok-panel h2"), _box(phone, ".sok-kryss")
    assert heading["height"] < close["height"] < 60
    assert abs(heading["y"] + heading["height"] / 2 - close["y"] - close["height"] / 2) < 8
    shades = phone.locator("[data-sok-facetter]").evaluate("(node) => getComputedStyle(node).backgroundAttachment")
    assert sorted(shades.split(", ")) == ["local", "local", "scroll", "scroll"]


def test_names_on_the_map_lie_on_their_land(phone: Page, desk: Page, address: str) -> None:
    for page in (phone, desk):
        _go(page, f"{address}stadsdel/")
        assert page.evaluate(_OUTSIDE, 0.1) == []
        page.evaluate(_NARROW)
        assert page.evaluate(_OUTSIDE, 0) == [], "in the letters that most phones have, no name leaves its district"
        assert page.evaluate(_MEETING) == []
    size = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    sizes = phone.locator(".land-ord").evaluate_all(size)
    assert min(sizes) >= 13
    numbers = phone.locator(".plattor-breda small")
    heights = (
        "(all) => all.map((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).fontSize))"
    )
    lines = numbers.evaluate_all(heights)
    assert len(lines) > 10
    assert max(lines) < 2, "a number stands on one line"


def test_the_search_on_a_desk(desk: Page, address: str) -> None:
    _go(desk, f"{address}{SEARCH}&omrade=farsta&omrade=sodermalm")
    fonts = "(all) => [...new Set(all.map((one) => getComputedStyle(one).fontFamily))].length"
    assert desk.locator("body, .sok :not([type=checkbox])").evaluate_all(fonts) == 1
    tops = "(all) => all.map((one) => Math.round(one.getBoundingClientRect().top))"
    chips = desk.locator(".sok-brickor > li").evaluate_all(tops)
    assert len(chips) > 1
    assert max(chips) - min(chips) < 20, "in a row"
    cards = desk.locator(".sok-traffar > .kort").evaluate_all(tops)
    assert cards[0] < cards[1] < cards[2], "one below the other"
    card = ".sok-traffar > .kort:has(> p ~ .kort-fakta)"
    words, facts = _box(desk, f"{card} > p"), _box(desk, f"{card} > p ~ .kort-fakta")
    assert words["x"] == facts["x"], "and what one asks first below the text, always at one edge"
    assert facts["y"] >= words["y"] + words["height"]
    panel, first = _box(desk, ".sok-panel"), _box(desk, ".sok-traffar > .kort")
    assert panel["x"] + panel["width"] <= first["x"]
    mark = "(node) => getComputedStyle(node, '::before').content"
    assert desk.locator(".sok-listor summary").first.evaluate(mark) == '"+"'


def test_rows_and_fields_on_a_desk(desk: Page, address: str) -> None:
    _go(desk, address + LIST)
    short = """(lists) => lists.filter((list) => {
      const right = (node) => node.getBoundingClientRect().right;
      return right(list) - right(list.lastElementChild) > 2;
    }).length"""
    assert desk.locator(".kortlista:visible").evaluate_all(short) == 0
    _go(desk, address)
    assert desk.locator("input:visible").count() == 1
    _go(desk, address + FORM)
    colours = (
        "(all) => all.map((one) => [!!one.querySelector('[aria-current]'), getComputedStyle(one).borderLeftColor])"
    )
    steps = desk.locator(".steg li").evaluate_all(colours)
    assert len({colour for _, colour in steps}) == 2
    assert [colour for is_here, colour in steps].count(next(colour for is_here, colour in steps if is_here)) == 1


@pytest.mark.parametrize("width", [1000, 1280, 1440])
def test_the_rows_of_the_head_stand_as_high_on_every_page(width: int, browser: Browser, address: str) -> None:
    """Mark, menu and, but on the start page, the field: the search is wider than other pages, and so is its head."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    stands = """(all) => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
      .map(({ top, bottom }) => [top, bottom].map(Math.round))"""
    heads, fields = {}, {}
    for path in ("", LIST, RECORD, "sok/", SEARCH):
        _go(page, address + path)
        heads[path] = page.locator(".sajtnamn > *, .sidnav li:first-child a").evaluate_all(stands)
        fields[path] = page.locator(".sok-falt").evaluate_all(stands)
    page.close()
    assert len(heads[""]) == 3
    assert [path for path, head in heads.items() if head != heads[""]] == []
    assert [path for path in (LIST, "sok/", SEARCH) if fields[path] != fields[RECORD]] == []
    assert len(fields[RECORD]) == 1


def test_cards_alone_below_their_headings_stand_side_by_side(desk: Page, address: str) -> None:
    _go(desk, address + LIST)
    rows = desk.locator(".sida-vid-sida")
    assert rows.count()
    for row in rows.all():
        for part in ("h2", ".kort"):
            one, other = (row.locator(part).nth(n).bounding_box() for n in (0, 1))
            assert one
            assert other
            assert abs(one["y"] + one["height"] - other["y"] - other["height"]) < 2, part
            assert abs(one["width"] - other["width"]) < 2, part
            assert one["x"] + one["width"] <= other["x"]


@pytest.mark.parametrize("path", ["behov-och-utbud/", "handlaggare/matcha/", "sok/", LIST])
def test_head_and_text_begin_at_the_same_edge(path: str, desk: Page, address: str) -> None:
    desk.goto(address + path)
    start = "(node) => node.getBoundingClientRect().left + parseFloat(getComputedStyle(node).paddingLeft)"
    head, text = (desk.locator(one).evaluate(start) for one in (".sidhuvud-inre", ".innehall"))
    foot = desk.locator(".sidfot-inre").evaluate(start)
    first = desk.locator(".innehall h1").evaluate("(node) => node.closest('.huvud')?.offsetLeft ?? node.offsetLeft")
    assert {round(one) for one in (head, foot, first)} == {round(text)}


@pytest.mark.parametrize(("path", "least"), [
    (RECORD, 12), (LIST, 12), (SEARCH, 12), ("pengarna/kort/forsakringskassan/", 11), ("en/", 12),
    ("stadsdel/farsta/blad/", 13),
])  # fmt: skip
def test_paper_is_large_enough_to_read(path: str, least: float, desk: Page, address: str) -> None:
    _go(desk, address + path)
    desk.emulate_media(media="print")
    found = desk.evaluate(_SMALL, least)
    desk.emulate_media(media="null")
    assert found == []


def test_paper_begins_with_the_mark_and_has_where_when_and_how_before_the_rest(desk: Page, address: str) -> None:
    for name in ("aktivitetshuset-sodermalm", "stadsmissionen-mariatorget", "radio-totalnormal"):
        _go(desk, f"{address}verksamhet/{name}/")
        desk.emulate_media(media="print")
        mark, heading = _box(desk, ".sidhuvud .marke"), _box(desk, "h1")
        contact, rest = _box(desk, ".post-topp"), _box(desk, ".del-vad")
        assert mark["y"] < heading["y"] < contact["y"], name
        for part in ("var", "nar", "hur"):
            assert contact["y"] < _box(desk, f".del-{part}")["y"] < rest["y"], (name, part)
        assert _box(desk, ".papper-fot")["height"] <= _FOOT, "it goes onto a sheet of its own"
        desk.emulate_media(media="null")


def test_what_stands_on_a_ground_of_its_own_keeps_an_edge_in_forced_colours(browser: Browser, address: str) -> None:
    for page in _page(browser, 360, 740, forced_colors="active"):
        _go(page, address + FORM)
        assert page.evaluate(_WITHOUT_EDGE, _GROUNDS) == []
