"""A record's confirm page however the site is set up: with a mailbox, with a forge, with neither; without a script; on
paper. No button leads nowhere, and the page says at its beginning what happens at the end."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.built.document import Document, text_of
from tests.built.owner_site import FORGE, MAILBOX, OWNER, SETTINGS, owner_site
from tests.server import serving

PAGE = "verksamhet/snickeriet/bekrafta/"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {name: owner_site(tmp_path_factory, name) for name in SETTINGS}


@pytest.fixture(scope="module")
def roots(sites: dict[str, Path]) -> Iterator[dict[str, str]]:
    with serving(sites["mejl"]) as mail, serving(sites["smedja"]) as forge, serving(sites["ingen"]) as none:
        yield {"mejl": mail, "smedja": forge, "ingen": none}


def _links(site: Path, record: str = "snickeriet") -> dict[str, str]:
    page = _page(site, f"verksamhet/{record}/bekrafta/")
    return {text_of(next(node.iter("strong"))): node.get("href", "") for node in _buttons(page)}


def _page(site: Path, address: str) -> Document:
    name = f"{address}index.html"
    return Document(name, (site / name).read_text(encoding="utf-8"))


def _buttons(page: Document) -> list[Element]:
    return [node for part in page.with_class("tre-knappar") for node in part.iter("a")]


def test_each_button_is_a_mail_that_needs_a_day_and_a_function(sites: dict[str, Path]) -> None:
    links = _links(sites["mejl"])
    assert list(links) == ["Allt stämmer", "Något är fel", "Vi har stängt"]
    for (title, link), errand in zip(links.items(), ("stammer", "andra", "stangt"), strict=True):
        address = urlsplit(link)
        asked = parse_qs(address.query)
        lines = asked["body"][0].split("\r\n")
        assert (address.path, asked["subject"]) == (MAILBOX, [f"{title}: Snickeriet"])
        assert "\n" not in asked["body"][0].replace("\r\n", "")
        block = lines[lines.index("--- hitta-sysselsattning 1 ---") + 1 : lines.index("--- slut ---")]
        assert block[:2] == ["id: snickeriet", f"arende: {errand}"]
        assert len(link) < 2000
    assert block[3:] == ["dag: ", f"av: {OWNER}", "sedan: ", "vart: "]


def test_without_a_mailbox_each_button_opens_the_file(sites: dict[str, Path]) -> None:
    assert set(_links(sites["smedja"]).values()) == {f"{FORGE}catalogue/farsta/snickeriet.yml"}
    assert set(_links(sites["ingen"]).values()) == {"#for-hand"}


def test_what_has_closed_is_neither_confirmed_nor_closed_again(sites: dict[str, Path]) -> None:
    assert list(_links(sites["mejl"], "stangda")) == ["Något är fel"]
    record = _page(sites["mejl"], "verksamhet/stangda/")
    assert [text_of(next(node.iter("strong"))) for node in _buttons(record)] == ["Något är fel"]


def test_the_hash_is_that_of_the_published_file(sites: dict[str, Path]) -> None:
    page = _page(sites["mejl"], PAGE)
    own = next(json.loads(text_of(node)) for node in page.elements("script") if "data-bekrafta-data" in node.attrib)
    source = (sites["mejl"] / "verksamhet/snickeriet/post.yml").read_bytes()
    assert own["grund"] == f"{zlib.crc32(source):08x}"
    assert f"grund: {own['grund']}\r\n" in parse_qs(urlsplit(_links(sites["mejl"])["Allt stämmer"]).query)["body"][0]


@pytest.mark.parametrize(
    ("site", "told"),
    [
        ("mejl", f"När du är klar öppnas ett färdigt mejl till {MAILBOX}."),
        ("smedja", "När du är klar sparar du förslaget där programkoden finns."),
        ("ingen", "Katalogen har ingen brevlåda än. När du är klar kan du kopiera texten"),
    ],
)
def test_the_end_is_told_at_the_beginning(site: str, told: str, roots: dict[str, str], new_context: NewContext) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    for address in (PAGE, "bidra/formular/"):
        page.goto(roots[site] + address)
        expect(page.locator(".vag-ut:visible")).to_have_count(1)
        expect(page.locator(".vag-ut:visible")).to_contain_text(told)
    page.goto(roots[site] + PAGE)
    page.get_by_role("link", name="Allt stämmer").click()
    expect(page.get_by_role("button", name="Kopiera texten")).to_be_visible()
    expect(page.get_by_role("link", name="Mejla till redaktionen")).to_have_count(int(site == "mejl"))
    page.get_by_text("Allt som ändras").click()
    assert_clean(page)


def test_what_is_missing_is_told_when_it_is_asked_for(roots: dict[str, str], new_context: NewContext) -> None:
    """The button is there from the first; nothing is red before it has been pressed, and no heading wears a frame."""
    page = new_context().new_page()
    page.goto(roots["mejl"] + PAGE)
    page.get_by_role("link", name="Allt stämmer").click()
    who, send = page.get_by_label("Funktion och organisation"), page.get_by_text("Mejla till redaktionen")
    heading = page.get_by_role("heading", name="Allt stämmer")
    expect(heading).to_be_focused()
    assert heading.evaluate("(e) => getComputedStyle(e).outlineStyle") == "none"
    who.fill("")
    expect(page.locator(".bekrafta-skarm :is(.stopp, .fel-text:visible)")).to_have_count(0)
    send.click()
    expect(who).to_be_focused()
    expect(page.locator(".fel-text:visible")).to_contain_text("Skriv vilken funktion")
    who.fill(OWNER)
    expect(page.get_by_role("link", name="Mejla till redaktionen")).to_be_visible()


def test_the_forge_gets_the_lines_to_write(roots: dict[str, str], new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(f"{roots['smedja']}{PAGE}#stammer")
    expect(page.get_by_label("Raderna")).to_have_text(
        f'status: "aktiv"\nuppgifter_fran: 2026\nsenast_bekraftad: "2026-11-22"\nbekraftad_av: "{OWNER}"'
    )
    expect(page.get_by_role("link", name="Öppna filen")).to_be_visible()


@pytest.mark.parametrize("site", SETTINGS)
def test_without_a_script_nothing_stands_there_in_vain(
    site: str, roots: dict[str, str], new_context: NewContext
) -> None:
    page = new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    page.goto(roots[site] + PAGE)
    expect(page.locator(".vag-ut:visible")).to_have_count(1)
    is_led = site != "ingen"
    expect(page.get_by_role("link", name="Allt stämmer")).to_have_count(int(is_led))
    if not is_led:
        expect(page.locator(".vag-ut:visible")).to_contain_text("Du kan skriva ut sidan och fylla i den för hand.")
    expect(page.get_by_role("heading", name="Det här står på sidan i dag")).to_be_visible()


def test_on_paper_it_is_a_sheet_to_fill_in(roots: dict[str, str], new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(roots["mejl"] + PAGE)
    page.emulate_media(media="print")
    expect(page.get_by_text("Funktion och organisation, aldrig ett namn:")).to_be_visible()
    expect(page.locator(".tre-knappar")).to_be_hidden()
    expect(page.get_by_text("Måndag 13:00–16:00")).to_be_visible()
    expect(page.get_by_text(f"Skickas till {MAILBOX}.")).to_be_visible()


def test_the_receipt_is_printed_alone(roots: dict[str, str], new_context: NewContext) -> None:
    page = new_context(permissions=["clipboard-write"]).new_page()
    page.add_init_script("window.print = () => { window.isPrinted = true; }")
    page.goto(f"{roots['mejl']}{PAGE}#stammer")
    page.get_by_role("button", name="Kopiera texten").click()
    page.get_by_role("button", name="Skriv ut kvittot").click()
    page.emulate_media(media="print")
    expect(page.locator(".kvitto")).to_be_visible()
    for gone in ("h1", "#star-i-dag", ".det-sags", ".kvitto .knappar"):
        expect(page.locator(gone)).to_be_hidden()
    assert page.evaluate("window.isPrinted")


@pytest.mark.parametrize("width", [360, 1280])
def test_every_screen_is_clean_at_twice_the_text(width: int, roots: dict[str, str], new_context: NewContext) -> None:
    page = new_context(viewport={"width": width, "height": 740}).new_page()
    for errand in ("stammer", "andra", "stangt"):
        page.goto(f"{roots['mejl']}{PAGE}#{errand}")
        expect(page.locator(".bekrafta-skarm")).to_be_visible()
        assert_clean(page)
        _double(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.reload()


def _double(page: Page) -> None:
    page.evaluate("""() => {
      const root = document.documentElement;
      root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
    }""")
