"""The sitemap: one file, and an index of several where one may not hold all (sitemaps.org, 50,000 addresses)."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from katalog.publish.parts import Listed
from katalog.publish.sitemap import robots_txt, sitemaps
from tests.support import SITE_URL

_SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _pages(count: int) -> list[Listed]:
    pages = [_file(f"verksamhet/v{number:05}/index.html") for number in range(count)]
    return [*pages, _file("verksamhet/v00000/post.yml"), _file("gammal/index.html", is_listed=False)]


def _file(path: str, *, is_listed: bool = True) -> Listed:
    return Listed(path, is_listed, changed=None, export="")


def _places(content: bytes) -> list[str]:
    return [str(found.text) for found in ET.fromstring(content).iter(f"{_SPACE}loc")]  # noqa: S314  # our own file


def test_one_file_holds_what_it_may() -> None:
    made = dict(sitemaps(_pages(50_000), SITE_URL))
    assert [*made] == ["sitemap.xml"]
    assert len(_places(made["sitemap.xml"])) == 50_000


def test_more_pages_are_named_once_each_in_files_that_an_index_names() -> None:
    made = dict(sitemaps(_pages(50_001), SITE_URL))
    assert sorted(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert ET.fromstring(made["sitemap.xml"]).tag == f"{_SPACE}sitemapindex"  # noqa: S314  # our own file
    inside = [_places(made[place.removeprefix(SITE_URL)]) for place in _places(made["sitemap.xml"])]
    assert [len(places) for places in inside] == [50_000, 1]
    assert len({place for places in inside for place in places}) == 50_001
    assert f"Sitemap: {SITE_URL}sitemap.xml" in robots_txt(SITE_URL)
