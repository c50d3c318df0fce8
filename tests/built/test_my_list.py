"""The reader's own list as they meet it: stars that save, a page that shows, compares, hands over and prints, and
nothing that leaves the browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.support import SITE_URL

KEY = "hitta-lista"
THREE = ("nytorgsverkstan", "rinkeby-folkets-hus", "fontanhuset-skondal")
CLOSED = "kravatten-telefonplan"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('nej'); } })"
_DATA = re.compile(r"(<script type=\"application/json\" data-lista-data>)(.*?)(</script>)", re.DOTALL)

pytestmark = pytest.mark.usefixtures("patience")


@pytest.fixture
def page(new_context: NewContext) -> Iterator[Page]:
    """A phone that can copy. After the test its console must be empty."""
    made = new_context(viewport={"width": 360, "height": 740}, permissions=["clipboard-read", "clipboard-write"])
    yield from _quiet(made)


def _quiet(context: BrowserContext) -> Iterator[Page]:
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: None if "Failed to load" in message.text else said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []


def _kept(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({ ...localStorage, ...sessionStorage })")
    return found


def _save(page: Page, address: str, *ids: str) -> None:
    page.goto(address)
    page.evaluate("([key, ids]) => localStorage.setItem(key, JSON.stringify(ids))", [KEY, list(ids)])


def _told_otherwise(page: Page, **changed: object) -> None:
    """The page of the list with other data than the site's own."""

    def answer(route: Route) -> None:
        body = route.fetch().text()
        found = _DATA.search(body)
        assert found
        data = json.dumps(json.loads(found[2]) | changed, ensure_ascii=False).replace("<", "\\u003c")
        route.fulfill(body=body.replace(found[2], data), content_type="text/html; charset=utf-8")

    page.route("**/min-lista/", answer)


@pytest.mark.parametrize("path", ["stadsdel/sodermalm/", "oppet/mandag/", "sok/?q=fika", "insatstyp/traffpunkt/"])
def test_every_card_has_a_star_that_a_keyboard_presses(path: str, page: Page, address: str) -> None:
    page.goto(f"{address}{path}")
    card = page.locator("main .kort").first
    star = card.get_by_role("button", name="Spara")
    name = card.locator("h3").inner_text()
    expect(star).to_have_accessible_name(re.compile(rf"^Spara\s?: {re.escape(name)}$"))
    assert page.locator("main .kort").count() == page.locator("main .kort > .stjarna").count()
    star.focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("button", name="Sparad")).to_be_focused()
    expect(page.get_by_role("link", name="Min lista (1)")).to_be_visible()
    expect(page.locator("[role=status]", has_text=f"{name} är sparad i Min lista.")).to_be_attached()
    page.keyboard.press("Space")
    expect(star).to_be_visible()
    expect(page.get_by_role("link", name="Min lista", exact=True)).to_be_visible()
    assert _kept(page) == {}
    assert_clean(page)


def test_the_end_of_the_guide_and_a_records_page_have_stars_too(page: Page, address: str) -> None:
    page.goto(f"{address}hitta-ratt/")
    for _ in range(4):
        page.locator("main .guide-val a").first.click()
    page.locator("main .kort").get_by_role("button", name="Spara").first.click()
    page.locator("main .kort h3 a").first.click()
    expect(page.locator("article").get_by_role("button", name="Sparad")).to_be_visible()
    assert page.locator("article .stjarna").count() == 1


def test_the_cards_of_a_search_that_changes_keep_their_stars(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=snickra")
    page.locator(".sok-traffar .stjarna").first.click()
    field = page.locator("main input[name=q]")
    field.fill("fika")
    page.wait_for_function("document.title.includes('fika')")
    assert page.locator("main .kort").count() == page.locator("main .kort > .stjarna").count()
    field.fill("snickra")
    page.wait_for_function("document.title.includes('snickra')")
    expect(page.locator(".sok-traffar .kort").first.get_by_role("button", name="Sparad")).to_be_visible()


def test_without_a_script_there_is_no_star_and_the_page_says_what_to_do(new_context: NewContext, address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}stadsdel/sodermalm/")
    expect(page.locator(".stjarna")).to_have_count(0)
    page.get_by_role("link", name="Min lista").click()
    expect(page.get_by_text("Min lista behöver JavaScript.")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="listorna")).to_be_visible()


def test_the_list_keeps_its_order_and_takes_back_what_was_removed(page: Page, address: str) -> None:
    _save(page, address, *THREE)
    page.goto(f"{address}min-lista/")
    names = page.locator(".lista-stallen h2")
    expect(names).to_have_text(["Nytorgsverkstan", "Rinkeby Folkets Hus", "Fontänhuset Sköndal"])
    assert_clean(page)
    page.get_by_role("button", name="Ta bort Rinkeby Folkets Hus").click()
    expect(names).to_have_count(2)
    expect(page.get_by_role("button", name="Ångra")).to_be_focused()
    page.keyboard.press("Enter")
    expect(names).to_have_text(["Nytorgsverkstan", "Rinkeby Folkets Hus", "Fontänhuset Sköndal"])
    page.get_by_role("button", name="Töm listan").click()
    expect(page.get_by_text("Listan är tom.")).to_be_visible()
    assert _kept(page) == {}
    assert_clean(page)
    page.get_by_role("button", name="Ångra").click()
    expect(names).to_have_count(3)


def test_another_tab_follows(page: Page, address: str) -> None:
    _save(page, address, *THREE)
    page.goto(f"{address}min-lista/")
    other = page.context.new_page()
    other.goto(f"{address}verksamhet/{THREE[0]}/")
    other.get_by_role("button", name="Sparad").click()
    expect(page.locator(".lista-stallen h2")).to_have_count(2)
    expect(page.get_by_role("link", name="Min lista (2)")).to_be_visible()
    page.get_by_role("button", name="Ta bort").first.click()
    expect(other.get_by_role("link", name="Min lista (1)")).to_be_visible()


def test_renamed_closed_and_removed_records_survive(page: Page, address: str) -> None:
    _save(page, address, "forra-namnet", CLOSED, "finns-inte-mer", THREE[0])
    _told_otherwise(page, flyttade={"forra-namnet": THREE[1]})
    page.goto(f"{address}min-lista/")
    items = page.locator(".lista-stallen > li")
    expect(items).to_have_count(4)
    expect(items.nth(0)).to_contain_text("Rinkeby Folkets Hus")
    expect(items.nth(1)).to_contain_text("Den här verksamheten har stängt.")
    expect(items.nth(1).get_by_role("link", name="Rondellen")).to_have_attribute("href", re.compile("verksamhet/ronde"))
    expect(items.nth(2)).to_contain_text("finns inte längre i katalogen")
    assert json.loads(_kept(page)[KEY]) == [THREE[1], CLOSED, "finns-inte-mer", THREE[0]]
    assert_clean(page)


def test_what_cannot_be_fetched_now_is_not_said_to_be_gone(page: Page, address: str) -> None:
    _save(page, address, *THREE)
    page.route(f"**/verksamhet/{THREE[0]}/", lambda route: route.fulfill(status=500))
    page.goto(f"{address}min-lista/")
    expect(page.locator(".lista-stallen > li").first).to_contain_text("gick inte att hämta just nu")
    assert len(json.loads(_kept(page)[KEY])) == 3


def test_a_shared_link_asks_before_it_touches_a_list(page: Page, address: str) -> None:
    _save(page, address, *THREE[:2])
    page.goto(f"{address}min-lista/")
    page.get_by_role("button", name="Kopiera länk till listan").click()
    expect(page.locator(".lista-besked")).to_contain_text("Länken är kopierad.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}min-lista/#lista={','.join(THREE[:2])}"
    page.goto("about:blank")
    page.goto(f"{address}min-lista/#lista={THREE[2]},{CLOSED}")
    expect(page.get_by_text("Du har redan 2 ställen i din lista.")).to_be_visible()
    assert json.loads(_kept(page)[KEY]) == list(THREE[:2]), "nothing is replaced before an answer"
    assert_clean(page)
    page.get_by_role("button", name="Lägg till i min lista").click()
    expect(page.locator(".lista-stallen > li")).to_have_count(4)
    assert json.loads(_kept(page)[KEY]) == [*THREE, CLOSED]
    assert urlsplit(page.url).fragment == ""
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator(".lista-stallen > li")).to_have_count(2)


@pytest.mark.parametrize(("answer", "left"), [("Byt ut min lista", [THREE[2]]), ("Nej, behåll som det är", [THREE[0]])])
def test_a_shared_list_replaces_only_when_asked_to(answer: str, left: list[str], page: Page, address: str) -> None:
    _save(page, address, THREE[0])
    page.goto(f"{address}min-lista/#lista={THREE[2]}")
    page.get_by_role("button", name=answer).click()
    expect(page.locator(".lista-stallen > li")).to_have_count(1)
    assert json.loads(_kept(page)[KEY]) == left


def test_a_comparison_has_the_rows_of_the_records(page: Page, address: str) -> None:
    told = {}
    for record_id in THREE:
        page.goto(f"{address}verksamhet/{record_id}/")
        told[record_id] = page.evaluate(_ROWS)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}min-lista/#jamfor={','.join(THREE)}")
    page.locator(".jamfor").wait_for()
    for at, record_id in enumerate(THREE):
        shown = page.evaluate(_COLUMN, at)
        for title, lines in told[record_id]:
            cell = next(text for name, text in shown if name == title and all(line in text for line in lines))
            assert cell
    titles = [title for title, _ in page.evaluate(_COLUMN, 0)]
    for record_id in THREE:
        own = [title for title, _ in told[record_id] if titles.count(title) == 1]
        assert own == sorted(own, key=titles.index), "in the order of a record's page"
    assert_clean(page)


_ROWS = """() => [...document.querySelectorAll("section.del .falt")].map((row) => [
  row.querySelector("dt").textContent.trim(),
  [...row.querySelectorAll("dd")].flatMap((line) => {
    const shown = line.querySelector(":scope > span:last-child").cloneNode(true);
    for (const extra of shown.querySelectorAll(".not, .dold")) extra.remove();
    return shown.textContent.replace(/\\s+/g, " ").trim() || [];
  }),
])"""
_COLUMN = """(at) => [...document.querySelectorAll(".jamfor tbody tr:not(.jamfor-rubrik)")].map((row) =>
  [row.cells[0].textContent.trim(), row.cells[at + 1].textContent.replace(/\\s+/g, " ").trim()])"""


def test_a_question_that_is_ticked_follows_to_the_text_and_the_sheet(page: Page, address: str) -> None:
    page.goto(f"{address}min-lista/#jamfor={','.join(THREE)}")
    assert_clean(page)
    page.get_by_role("checkbox", name="Fråga: Hur är det med trappor och ljud?").first.check()
    page.get_by_role("button", name="Kopiera som text").click()
    expect(page.locator(".lista-besked")).to_contain_text("Texten är kopierad.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Att fråga Nytorgsverkstan:\n- Hur är det med trappor och ljud?" in text
    assert "Så tar du kontakt\n- Nytorgsverkstan: " in text
    page.get_by_role("link", name="Blad att ta med").click()
    expect(page.locator(".blad-stalle").first).to_contain_text("Att fråga")
    expect(page.locator(".blad-stalle").first).to_contain_text("Hur är det med trappor och ljud?")
    page.go_back()
    expect(page.get_by_role("checkbox", name="Fråga: Hur är det med trappor och ljud?").first).to_be_checked()
    assert _kept(page) == {}


@pytest.mark.parametrize("number", [2, 5])
def test_a_comparison_fits_a_phone_and_twice_the_text(number: int, page: Page, address: str) -> None:
    ids = [*THREE, CLOSED, "aktivitetshuset-sodermalm"][:number]
    page.goto(f"{address}min-lista/#jamfor={','.join(ids)}")
    page.locator(".jamfor").wait_for()
    expect(page.locator(".jamfor tbody .jamfor-vem").first).to_be_visible()
    page.evaluate("() => { const root = document.documentElement; "
                  "root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`; }")  # fmt: skip
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_sheet_has_what_somebody_needs_in_large_print(page: Page, built: Path, address: str) -> None:
    page.goto(f"{address}min-lista/#blad={','.join(THREE)}")
    places = page.locator(".blad-stalle")
    expect(places).to_have_count(3)
    assert_clean(page)
    for record_id, place in zip(THREE, places.all(), strict=True):
        for words in ("Så tar du kontakt", "Tider", "Plats", "Dag och tid:"):
            expect(place).to_contain_text(words)
        expect(place).to_contain_text(f"{SITE_URL.removeprefix('https://')}verksamhet/{record_id}")
        assert place.locator("img").evaluate("(img) => img.decode().then(() => img.naturalWidth > 0)")
        assert (built / f"verksamhet/{record_id}/kod.svg").is_file()
    expect(page.locator(".blad-ta-med")).to_contain_text("22 november 2026")
    expect(page.get_by_role("heading", name="Egna anteckningar")).to_be_visible()
    page.emulate_media(media="print")
    sizes = page.evaluate("""() => [...document.querySelectorAll(".blad-ta-med :is(p, li, dt, dd, .not)")]
      .map((part) => parseFloat(getComputedStyle(part).fontSize))""")
    assert min(sizes) == pytest.approx(13 * 96 / 72, abs=0.1)
    assert not page.get_by_role("button", name="Skriv ut bladet").is_visible()


def test_a_site_without_an_address_tells_the_way_in_words(page: Page, address: str) -> None:
    _told_otherwise(page, adress="", kod="")
    page.goto(f"{address}min-lista/#blad={THREE[1]}")
    expect(page.locator(".blad-stalle")).to_contain_text(
        "Läs mer på Hitta sysselsättning: Start › Järva › Rinkeby Folkets Hus"
    )
    expect(page.locator(".blad-ta-med img")).to_have_count(0)


def test_what_has_closed_has_no_code_on_the_sheet(page: Page, built: Path, address: str) -> None:
    page.goto(f"{address}min-lista/#blad={CLOSED}")
    expect(page.locator(".blad-stalle")).to_contain_text("Den här verksamheten har stängt.")
    expect(page.locator(".blad-stalle img")).to_have_count(0)
    assert not (built / f"verksamhet/{CLOSED}/kod.svg").exists()


def _tour(page: Page, address: str) -> None:
    """Everything that can be done with a list."""
    page.goto(f"{address}sok/?q=fika")
    for at in range(3):
        page.locator(".sok-traffar .stjarna").nth(at).click()
    page.locator("[data-min-lista]").click()
    expect(page.locator(".lista-stallen > li")).to_have_count(3)
    page.get_by_role("link", name="Jämför de valda (3)").click()
    page.locator(".jamfor-fraga input").first.check()
    page.get_by_role("button", name="Kopiera som text").click()
    page.get_by_role("link", name="Blad att ta med").click()
    expect(page.locator(".blad-stalle")).to_have_count(3)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Skriv ut bladet").click()
    assert page.evaluate("window.printed")
    page.get_by_role("link", name="Till listan").click()
    page.get_by_role("button", name="Kopiera länk till listan").click()
    link = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Ta bort").first.click()
    expect(page.locator(".lista-stallen > li")).to_have_count(2)
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator(".lista-stallen > li")).to_have_count(3)
    assert urlsplit(link).fragment.startswith("lista=")


def test_nothing_but_ids_is_kept_and_nothing_is_sent(page: Page, built: Path, address: str) -> None:
    asked: list[tuple[str, str, str | None]] = []
    page.context.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))
    _tour(page, address)
    kept = _kept(page)
    ids = json.loads(kept[KEY])
    assert list(kept) == [KEY]
    assert len(ids) == 3
    assert all((built / f"verksamhet/{record_id}/index.html").is_file() for record_id in ids)
    assert page.context.cookies() == []
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys().then((all) => all.length)") == 0
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    for method, url, body in asked:
        path = url.removeprefix(address).partition("?")[0].partition("#")[0]
        assert (method, body) == ("GET", None)
        assert url.startswith(address), "only the site itself"
        assert (f"{path}index.html" if path.endswith("/") or not path else path) in files | {"favicon.ico"}, url


def test_a_browser_that_keeps_nothing_can_do_all_of_it(new_context: NewContext, address: str) -> None:
    context = new_context(viewport={"width": 360, "height": 740}, permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(BLOCKED)
    for page in _quiet(context):
        page.goto(f"{address}verksamhet/{THREE[0]}/")
        page.get_by_role("button", name="Spara").click()
        expect(page.get_by_text("Din webbläsare sparar ingenting från den här sidan.")).to_be_visible()
        assert_clean(page)
        page.get_by_role("button", name="Stäng").click()
        _tour(page, address)
        expect(page.get_by_text("Listan finns i sidans adress så länge.")).to_be_visible()
        page.reload()
        expect(page.locator(".lista-stallen > li")).to_have_count(3)
        page.get_by_role("button", name="Töm listan").click()
        expect(page.get_by_text("Listan är tom.")).to_be_visible()


def test_a_list_that_is_full_says_so(page: Page, address: str) -> None:
    _save(page, address, *(f"nummer-{at}" for at in range(40)))
    page.goto(f"{address}verksamhet/{THREE[0]}/")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Listan är full. Den rymmer 40 ställen.")).to_be_visible()
    expect(page.locator("article").get_by_role("button", name="Spara", exact=False)).to_contain_text("Spara")


def test_stars_move_nothing(page: Page, address: str) -> None:
    for path in (
        "stadsdel/sodermalm/",
        f"verksamhet/{THREE[0]}/",
        "min-lista/",
        f"min-lista/#jamfor={','.join(THREE)}",
    ):
        page.goto("about:blank")
        page.goto(f"{address}{path}")
        page.wait_for_load_state("networkidle")
        moved = page.evaluate("""() => new Promise((tell) => {
          let sum = 0;
          new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => tell(sum), 100);
        })""")
        assert moved <= 0.02, path
