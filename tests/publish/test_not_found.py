"""404.html, which a server shows at any address: with SITE_URL it leads right from any depth below any path; without it
only from a server's root, and the build and the page say so."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.sample import some
from tests.support import GOOD, lay_project, run_katalog


class _Addresses(HTMLParser):
    """Every address of the site that the page leads to or loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the base's
        self.found += [
            value or "" for name, value in attrs if name in ("href", "src", "action", "data-sok", "data-rot")
        ]


def _build(folder: Path, site_url: str = "") -> tuple[str, str]:
    """What the build said to its user, and the page."""
    project = lay_project(folder, {"farsta/snickeriet.yml": GOOD})
    done = run_katalog(project, "build", SITE_URL=site_url)
    assert done.returncode == 0, done.stderr
    return done.stdout, (project / "site/404.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", some(["/x/y/", "/", "/x/"], 3))
def test_with_an_address_every_link_begins_at_the_sites_root(path: str, tmp_path: Path) -> None:
    told, page = _build(tmp_path, f"https://exempel.se{path}")
    found = [address for address in _Addresses(page).found if not address.startswith(("#", "mailto:"))]
    assert len(found) > 10
    assert [address for address in found if not address.startswith((path, f"https://exempel.se{path}"))] == []
    assert "SITE_URL" not in told
    assert "Leder länkarna fel?" not in page


def test_without_one_the_build_and_the_page_say_what_that_means(tmp_path: Path) -> None:
    told, page = _build(tmp_path)
    assert "SITE_URL är inte satt. 404.html leder då rätt bara om sajten ligger överst på sin server." in told
    assert "Leder länkarna fel?" in page
    assert "ingen fil för dataportal.se" in told
