"""Lists on other websites, in Chromium: in a frame and as an element, on a page of another origin with the policy that
`/oppna-data/badda-in/` tells of. The console stays empty, and only the catalogue's own site is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from katalog.record.model import Catalogue
from tests.axe import begin_axe, end_axe
from tests.built.conftest import NewContext
from tests.support import SITE_URL

HOST = "https://kommunen.exempel.se/"  # answered by the test, never asked for
_CARDS = "**/api/v1/kort/*.json"
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Kommunen</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; {policy}">
<link rel="icon" href="data:,"><script type="module" src="{root}bit/v1/verksamheter.js"></script>
<main><h1>Kommunen</h1><h2>Stöd</h2>{content}</main>"""
_REFUSED = """document.addEventListener("securitypolicyviolation", (event) =>
  console.log("refused", event.violatedDirective, event.blockedURI));"""


@dataclass
class Host:
    """A page of another website. `said`: its console; `asked`: what it asked for."""

    page: Page
    root: str
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def show(self, content: str, policy: str) -> Locator:
        """The list in the element on a page that holds `content`."""
        html = _PAGE.format(policy=policy, root=self.root, content=content)
        self.page.route(HOST, lambda route: route.fulfill(body=html, content_type="text/html"))
        self.page.goto(HOST)
        return self.page.locator("hitta-verksamheter .bit")


def _open(route: Route) -> None:
    """As scripts/drift has a web server answer: what others may read is said to be so."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "access-control-allow-origin": "*"})


@pytest.fixture
def host(new_context: NewContext, address: str) -> Iterator[Host]:
    context: BrowserContext = new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(_REFUSED)
    host = Host(context.new_page(), address)
    context.route(f"{address}**", _open)
    host.page.on("console", lambda message: host.said.append(message.text))
    host.page.on("pageerror", lambda error: host.said.append(str(error)))
    host.page.on("request", lambda request: host.asked.append(request.url))
    yield host
    assert [url for url in host.asked if not url.startswith((address, HOST, "data:"))] == []


def _told(built: Path, area: str) -> Any:
    return json.loads((built / f"api/v1/kort/{area}.json").read_bytes())


def _policies(browser: Browser, address: str) -> tuple[str, str]:
    """What the page tells another website to allow: for the frame, and for the element."""
    page = browser.new_page()
    page.goto(f"{address}oppna-data/badda-in/")
    frame, element = (page.locator(f"#kod-policy-{name}").inner_text() for name in ("ram", "element"))
    page.close()
    own = SITE_URL.rstrip("/")
    return frame.replace(own, address.rstrip("/")), element.replace(own, address.rstrip("/"))


def test_the_element_shows_the_list_on_another_website_by_the_policy_that_is_told(
    host: Host, browser: Browser, address: str, built: Path
) -> None:
    _, policy = _policies(browser, address)
    shown = host.show('<hitta-verksamheter omrade="farsta" antal="2" niva="3">Utan skript</hitta-verksamheter>', policy)
    told = _told(built, "farsta")
    expect(shown.locator("h4")).to_have_text([card["namn"] for card in told["kort"][:2]])
    expect(shown.locator("h3")).to_have_text("Farsta")
    expect(shown.locator(".bit-dag")).to_contain_text(
        f"2 av {told['antal']} verksamheter. Listan gjordes den 22 november 2026."
    )
    expect(shown.locator(".bit-tillit").first).to_have_text(told["kort"][0]["tillit"]["text"])
    expect(shown).to_have_attribute("lang", "sv")
    expect(shown).to_have_css("font-weight", "400")
    assert shown.locator(".bit-lista").evaluate("(list) => getComputedStyle(list).display") == "grid"
    links = [link.get_attribute("href") or "" for link in shown.locator("a").all()]
    assert links[:2] == [f"{address}{card['sida']}" for card in told["kort"][:2]]
    assert links[2] == f"{address}stadsdel/farsta/"
    assert {link.get_attribute("target") for link in shown.locator("a").all()} == {"_top"}
    assert host.page.evaluate("document.documentElement.scrollWidth") == 360
    host.page.keyboard.press("Tab")
    assert host.page.evaluate("document.activeElement.shadowRoot.activeElement.textContent") == told["kort"][0]["namn"]
    assert host.said == []
    begin_axe(host.page)  # last: its own style is refused by the policy, and it says so
    assert end_axe(host.page) == []


def test_attributes_that_change_change_the_list_and_one_kind_can_be_asked_for(
    host: Host, address: str, catalogue: Catalogue, built: Path
) -> None:
    shown = host.show('<hitta-verksamheter typ="klubbhus"></hitta-verksamheter>', _everything(address))
    wanted = [card["namn"] for card in _told(built, "alla")["kort"] if "klubbhus" in card["typer"]]
    expect(shown.locator("h3")).to_have_text(wanted[:10])
    expect(shown.locator("h2")).to_have_text("Fontänhus / klubbhus")
    expect(shown.locator(".bit-fot a").first).to_have_attribute("href", f"{address}insatstyp/klubbhus/")
    host.page.evaluate("document.querySelector('hitta-verksamheter').setAttribute('omrade', 'bromma')")
    expect(shown.locator("h2")).to_have_text("Fontänhus / klubbhus, Bromma")
    assert not [one for one in catalogue.records if one.omrade == "bromma" and "klubbhus" in one.insatstyp]
    expect(shown.locator("p").nth(1)).to_contain_text("Här finns inget i katalogen än.")
    assert host.said == []


def test_while_it_waits_it_says_so_and_a_fault_can_be_tried_again(host: Host, address: str) -> None:
    held: list[Route] = []
    host.page.route(_CARDS, lambda route: held.append(route))  # noqa: PLW0108  # Playwright looks at its names
    shown = host.show('<hitta-verksamheter omrade="farsta"></hitta-verksamheter>', _everything(address))
    expect(shown.get_by_role("status")).to_have_text("Hämtar listan …")
    expect(shown).to_have_attribute("aria-busy", "true")
    held.pop().fulfill(status=503, body="")
    expect(shown.get_by_role("alert")).to_have_text("Listan gick inte att hämta.")
    expect(shown.locator(".bit-fot a")).to_have_attribute("href", address)
    host.page.unroute(_CARDS)
    shown.get_by_role("button", name="Försök igen").press("Enter")
    expect(shown.locator("h2")).to_have_text("Farsta")
    assert shown.evaluate("(node) => node.getRootNode().activeElement === node")
    assert [text for text in host.said if "503" not in text] == []


@pytest.mark.parametrize("asked", ['omrade="finns-inte"', 'typ="finns-inte"', 'omrade="../../index"'])
def test_what_is_not_there_is_told(asked: str, host: Host, address: str) -> None:
    shown = host.show(f"<hitta-verksamheter {asked}></hitta-verksamheter>", _everything(address))
    expect(shown.get_by_role("alert")).to_have_text("Listan gick inte att hämta.")


def test_what_is_text_stays_text_and_what_has_ended_is_told_no_more(host: Host, address: str, built: Path) -> None:
    told = _told(built, "farsta")
    row = {"rubrik": "Just nu", "text": "Stängt", "sedan": [{"dag": "2026-11-21", "text": ""}]}
    trust = {"steg": "kalla", "text": "Förr", "sedan": [{"dag": "2026-11-22", "steg": "fraga", "text": "Nu"}]}
    card = {**told["kort"][0], "namn": "<img src=x onerror=alert(1)>", "rader": [row], "tillit": trust}
    host.page.route(
        _CARDS, lambda route: route.fulfill(json={**told, "kort": [card]}, headers={"access-control-allow-origin": "*"})
    )
    shown = host.show('<hitta-verksamheter omrade="farsta"></hitta-verksamheter>', _everything(address))
    expect(shown.locator("h3")).to_have_text(card["namn"])
    expect(shown.locator("img, dl")).to_have_count(0)
    expect(shown.locator(".bit-tillit")).to_have_text("Nu")
    expect(shown.locator(".bit-fraga")).to_have_count(1)
    assert host.said == []


def test_a_list_in_a_frame_leads_out_of_it(host: Host, browser: Browser, address: str) -> None:
    policy, _ = _policies(browser, address)
    frame = f'<iframe src="{address}bit/stadsdel/farsta/" title="Farsta" width="100%"></iframe>'
    host.show(frame, f"{policy}; script-src {address}")
    shown = host.page.frame_locator("iframe")
    expect(shown.locator("h1")).to_have_text("Farsta")
    expect(shown.locator(".bit-lista")).to_have_css("display", "grid")
    assert shown.locator("a").first.evaluate("(link) => document.querySelector('base').target") == "_top"
    assert host.said == []


def _everything(address: str) -> str:
    return f"script-src {address}; style-src {address}; connect-src {address}"
