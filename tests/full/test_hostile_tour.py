"""A site of records that are hostile in every text, built and toured in a browser: nothing of theirs runs or is asked
for, the policy refuses nothing because nothing tries, and the console is empty. So too for addresses and drafts.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from tests.built.document import Document
from tests.hostile import HOST, MARK, Spread, as_yaml, dangers, hostile_records, payloads
from tests.server import serving
from tests.support import CASES, SCHEMA, SITE_URL, lay_project, run_katalog

RECORDS = 80
_TRIES = 6
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # docs/assets/js/list/ids.js
_SETTLE_MS = 60  # scripts of the page have begun when it is loaded; what they fetch lies on this machine
_SEARCHED = ("sok/?q={}", "sok/?omrade={}", "sok/?q=a&{}=b", "sok/#{}", "bidra/formular/?id={}",
             "bidra/formular/?omrade={}", "bidra/formular/#steg-{}", "min-lista/#lista={}", "min-lista/#{}",
             "min-lista/vecka/#lista={}", "min-lista/vecka/#satt={}&med={}", "handlaggare/matcha/#{}",
             "handlaggare/matcha/#omrade={}", "verksamhet/post-1/#{}", "?{}", "#{}")  # fmt: skip
_DRAFT = """text => {
  const tillstand = { namn: text, sammanfattning: text, beskrivning: text, anmarkning: [text],
    kontakt: { telefon: text, epost: text, webb: text }, kallor: [{ titel: text, webb: text }], [text]: text };
  for (const search of ["", "?" + text, "?x=" + encodeURIComponent(text)])
    localStorage.setItem("hitta-formular" + location.pathname + search,
      JSON.stringify({ format: FORMAT, tid: text, tillstand, namn: text, fran: {} }));
  localStorage.setItem("hitta-lista", JSON.stringify([text, "post-1", "post-2"]));
}"""


class Tour:
    """A browser that writes down what a page should never do."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.root, self.told = root, list[str]()
        self.page: Page = context.new_page()
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", lambda page: self.told.append(f"a window: {page.url}"))
        self.page.on("dialog", self._asked_by_a_dialog)
        self.page.on("console", lambda message: self.told.append(f"{self.page.url}: {message.text}"))
        self.page.on("pageerror", lambda error: self.told.append(f"{self.page.url}: {error}"))

    def _asked_by_a_dialog(self, dialog: Dialog) -> None:
        self.told.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, address: str) -> None:
        if not address.startswith((self.root, "data:", "blob:")):
            self.told.append(f"asked for {address}")

    def go(self, address: str) -> None:
        """Anew each time, also where only the fragment is another."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.root}{address}", wait_until="load", timeout=120_000)
        self.page.wait_for_timeout(_SETTLE_MS)
        if self.page.evaluate(f"typeof window.{MARK}") != "undefined":
            self.told.append(f"{address}: ran")


@pytest.fixture(scope="module")
def spread() -> Spread:
    return Spread()


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, spread: Spread) -> Path:
    made = enumerate(hostile_records(SCHEMA, RECORDS, 2020, spread, _TRIES))
    files: dict[str, str | bytes] = {f"{data['omrade']}/post-{number}.yml": as_yaml(data) for number, data in made}
    files["farsta/granne.yml"] = (CASES / "granne.yml").read_bytes()
    project = lay_project(tmp_path_factory.mktemp("fientligt"), files)
    done = run_katalog(project, "build", timeout=1200, SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture
def tour(browser: Browser, hostile_site: Path) -> Iterator[Tour]:
    with serving(hostile_site) as root:
        context = browser.new_context()
        yield Tour(context, root)
        context.close()


def test_every_text_field_was_hostile_and_every_payload_was_tried(hostile_site: Path, spread: Spread) -> None:
    tried = set(spread.laid) | set(spread.refused)
    assert tried == set(payloads())
    print(f"{len(spread.laid)} payloads laid {spread.laid.total()} times in {len(spread.fields)} fields, "
          f"{len(set(spread.refused) - set(spread.laid))} refused in every field")  # fmt: skip
    assert len(spread.laid) > 350
    assert {"namn", "sammanfattning", "beskrivning", "anmarkning", "kallor.titel", "plats.adress"} <= set(spread.fields)


def test_nothing_in_any_file_could_run(hostile_site: Path) -> None:
    """The HTML as the standard's parser reads it, policy or not; and data that are read by other programs are whole."""
    for path in sorted(hostile_site.rglob("*.html")):
        document = Document(path.relative_to(hostile_site).as_posix(), path.read_text(encoding="utf-8"))
        found = [one for one in dangers(document) if one != "<style>" or path.parent.name != "utan-nat"]
        assert found == [], path
        for told in document.data_blocks:
            json.loads(told)
    for kind in ("*.xml", "*.atom", "*.svg"):
        for path in hostile_site.rglob(kind):
            ElementTree.parse(path)  # noqa: S314  # what we have built
    for path in hostile_site.rglob("*.json"):
        json.loads(path.read_bytes())
    with (hostile_site / "oppna-data/verksamheter.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == RECORDS + 3  # headings, keys, and the record that is not hostile


def test_no_line_of_a_calendar_or_a_feed_is_theirs(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.ics"):
        lines = path.read_bytes().decode().split("\r\n")
        assert not any("\n" in line or "\r" in line for line in lines), path
        assert [line for line in lines if line.startswith(("BEGIN:VALARM", "ATTACH", "DTSTART:2026"))] == [], path


def test_every_kind_of_page_in_a_browser(hostile_site: Path, tour: Tour) -> None:
    pages = [f"verksamhet/post-{number}/" for number in range(RECORDS)]
    pages += [path.parent.relative_to(hostile_site).as_posix() + "/" for path in hostile_site.glob("*/index.html")]
    pages += [
        "",
        "bidra/formular/",
        "handlaggare/matcha/",
        "min-lista/vecka/",
        "aktualitet/",
        "oppna-data/",
        "stadsdel/farsta/",
    ]
    for address in pages:
        tour.go(address)
    for number in range(0, RECORDS, 8):
        tour.go(f"bidra/formular/?id=post-{number}")
    ids = ",".join(f"post-{number}" for number in range(40))
    for address in (f"min-lista/#lista={ids}", f"min-lista/vecka/#lista={ids}", "sok/?q=post"):
        tour.go(address)
    assert tour.told == []


def test_hostile_addresses(tour: Tour) -> None:
    """Every payload in a question, and in turn in each other place of an address that a script reads."""
    places = cycle(_SEARCHED[1:])
    for payload in payloads():
        text = quote(payload.encode("utf-8", "replace"))
        for place in (_SEARCHED[0], *islice(places, 2)):
            tour.go(place.replace("{}", text))
    assert tour.told == []


def test_hostile_drafts(tour: Tour) -> None:
    """What lies in the browser's own store may come from anywhere."""
    for payload in payloads()[::4]:
        tour.go("bidra/formular/")
        for number in (1, 2, 3):
            tour.page.evaluate(_DRAFT.replace("FORMAT", str(number)), payload)
            tour.go("bidra/formular/")
        tour.go("min-lista/")
    # What reads as the id of a record is asked for, and is not there: the list says so, and the browser too.
    like_ids = [payload for payload in payloads()[::4] if _ID.fullmatch(payload)]
    missing = [told for told in tour.told if "min-lista/: Failed to load resource" in told and "404" in told]
    assert tour.told == missing
    assert len(missing) <= len(like_ids)


def test_the_tour_would_see_them(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<script>window.{MARK}=1;alert(1)</script><img src=//{HOST}/x>", "utf-8")
    with serving(tmp_path) as root:
        context = browser.new_context()
        tour = Tour(context, root)
        tour.go("")
        context.close()
    told = " ".join(tour.told)
    assert "dialog: 1" in told
    assert HOST in told
    assert ": ran" in told
