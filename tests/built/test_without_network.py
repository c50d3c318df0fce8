"""`/utan-nat/`: files that are whole by themselves, opened from a disk as somebody does who saved one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from katalog.pages.offline import policy
from tests.built.document import Document, text_of

WIDTHS = (320, 360, 1280)


@pytest.fixture(scope="module")
def files(built: Path) -> dict[str, Document]:
    found = sorted((built / "utan-nat").glob("*.html"))
    return {path.name: Document(f"utan-nat/{path.name}", path.read_text(encoding="utf-8")) for path in found}


def test_every_district_and_the_city_has_one(files: dict[str, Document], built: Path) -> None:
    districts = {path.parent.parent.name for path in (built / "stadsdel").glob("*/blad/index.html")}
    assert len(districts) == 12
    assert {name for name in files if not re.search(r"-\d+\.html$", name)} == {f"{slug}.html" for slug in districts}
    for slug in districts:
        told = (built / f"stadsdel/{slug}/index.html").read_text(encoding="utf-8")
        assert f'href="../../utan-nat/{slug}.html" download' in told
    shared = (built / "oppna-data/index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href="../utan-nat/([\w-]+)\.html" download', shared)) == districts


def test_they_follow_the_standard_and_load_nothing(files: dict[str, Document]) -> None:
    for name, page in files.items():
        assert page.faults == [], name
        kinds = {node.tag for node in page.elements()}
        assert not kinds & {"script", "link", "img", "iframe", "form", "object", "svg"}, name
        assert not any(key == "style" or key.startswith("on") for node in page.elements() for key in node.attrib), name
        policies = [node.get("content") for node in page.elements("meta") if node.get("http-equiv")]
        assert policies == [policy()], name
        assert "22 november 2026" in text_of(page.main)
        targets = {node.get("href", "") for node in page.elements("a")}
        assert {one for one in targets if one.startswith("#")} <= {f"#{one}" for one in page.ids}, name
        assert {one for one in targets if not re.match(r"#|https?:|tel:|mailto:", one)} <= set(files), name


def test_a_browser_shows_them_from_a_disk_in_their_own_clothes(browser: Browser, built: Path) -> None:
    """The style sheet is allowed by its hash, nothing is refused or fetched, and nothing sticks out."""
    page = browser.new_page()
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        page.goto((built / "utan-nat/jarva.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("getComputedStyle(document.querySelector('h2')).borderTopWidth") == "2px"
    page.close()
    assert told == []
    assert asked == [(built / "utan-nat/jarva.html").as_uri()] * len(WIDTHS)
