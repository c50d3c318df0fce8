"""`katalog serve`: a fault never ends it; it is shown in the browser and goes away when mended."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from katalog.publish.hyphens import NARROW_HYPHEN, SOFT_HYPHEN
from tests.support import GOOD, IDAG, lay_project, lend_frame, plain_environment

BROKEN = GOOD.replace("omrade: farsta", "omrade: ingenstans")
_ENGLISH = re.compile(r"\b(Building|Cleaning|Documentation|Serving|Watching|Page|Generated|Reloading|Detected|INFO)\b")
PATIENCE = 60  # seconds: only how long a broken server is waited for, never how fast a good one must be
RECORD = "verksamhet/snickeriet/"


@contextmanager
def _serving(project: Path) -> Iterator[str]:
    """The address of a server for the project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lend_frame(project)
    with (project / "serve.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "katalog", "serve", "--port", str(port), "--idag", IDAG],
            cwd=project, env=plain_environment(), stdout=log, stderr=log,
        )  # fmt: skip
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def _read(address: str) -> str:
    """The page, or nothing when there is none."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  # our own server
            text: str = answer.read().decode()
            return text.replace(NARROW_HYPHEN, "").replace(SOFT_HYPHEN, "")
    except (urllib.error.URLError, ConnectionError):
        return ""


def _wait_for(address: str, wanted: Callable[[str], bool], project: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        page = _read(address)
        if wanted(page):
            return page
        time.sleep(0.1)
    raise AssertionError(f"{address} never came right:\n{page[:3000]}\n{(project / 'serve.log').read_text()}")


def test_a_fault_is_shown_and_goes_away(tmp_path: Path) -> None:
    project = lay_project(
        tmp_path, {"farsta/snickeriet.yml": GOOD, "farsta/granne.yml": GOOD.replace("Snick", "Slöjd")}
    )
    record = project / "catalogue/farsta/snickeriet.yml"
    with _serving(project) as root:
        page = _wait_for(root + RECORD, lambda text: "<h1>Snickeriet</h1>" in text, project)
        assert "i katalogen.</a>" not in page
        assert "Inga fel just nu." in _read(f"{root}fel/")

        record.write_text(BROKEN, encoding="utf-8")
        page = _wait_for(root + RECORD, lambda text: "1 fel i katalogen.</a>" in text, project)
        assert "<h1>Snickeriet</h1>" in page, "the version that was right last is kept"
        notice = page.split('class="fel-notis"')[1].split("</div>")[0]
        assert "catalogue/farsta/snickeriet.yml:5:1" in notice
        assert "ingenstans" in notice, "the fault itself, not only that there is one"
        told = _read(f"{root}fel/")
        assert "catalogue/farsta/snickeriet.yml:5:1" in told
        assert "ingenstans" in told

        record.write_text(GOOD.replace("namn: Snickeriet", "namn: Snickeriboden"), encoding="utf-8")
        page = _wait_for(root + RECORD, lambda text: ">Snickeriboden</h1>" in text, project)
        assert "i katalogen.</a>" not in page
        assert "Inga fel just nu." in _read(f"{root}fel/")
    lines = (project / "serve.log").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("Sajten visas på http://127.0.0.1:")
    assert any(line.startswith("Sajten visas nu på http://127.0.0.1:") for line in lines)
    assert [line.split(" ", 1)[1] for line in lines if "Sajten är byggd" in line] == [
        "Sajten är byggd: 2 poster, 0 fel, 0 varningar.",
        "Sajten är byggd: 2 poster, 1 fel, 0 varningar.",
        "Sajten är byggd: 2 poster, 0 fel, 0 varningar.",
    ]
    assert not [line for line in lines if _ENGLISH.search(line)], "MkDocs' own lines look like faults"


def test_what_is_saved_is_shown_before_all_that_follows_from_it(tmp_path: Path) -> None:
    project = lay_project(
        tmp_path, {"farsta/snickeriet.yml": GOOD, "farsta/granne.yml": GOOD.replace("Snick", "Slöjd")}
    )
    record = project / "catalogue/farsta/snickeriet.yml"
    with _serving(project) as root:
        _wait_for(root + RECORD, lambda text: "<h1>Snickeriet</h1>" in text, project)
        record.write_text(GOOD.replace("Snickeriet", "Verkstaden"), encoding="utf-8")
        _wait_for(root + RECORD, lambda text: "<h1>Verkstaden</h1>" in text, project)
        assert "Verkstaden" in _read(f"{root}{RECORD}post.yml")
        _wait_for(f"{root}a-o/", lambda text: "Verkstaden" in text and "Snickeriet" not in text, project)
    said = [line.split(" ", 1)[1] for line in (project / "serve.log").read_text(encoding="utf-8").splitlines()]
    assert [line.split(":")[0] for line in said if line.startswith(("Det sparade", "Sajten är"))] == [
        "Sajten är byggd", "Det sparade visas. Resten av sajten byggs.", "Sajten är byggd",
    ]  # fmt: skip


def test_serving_can_begin_with_a_fault_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    project = lay_project(
        tmp_path, {"farsta/snickeriet.yml": BROKEN, "farsta/granne.yml": GOOD.replace("Snick", "Slöjd")}
    )
    with _serving(project) as root:
        page = _wait_for(root, lambda text: "1 fel i katalogen.</a>" in text, project)
        assert 'rel="canonical"' not in page
        assert "https://" not in page.split("<main")[0]
        assert "<h1>Slöjderiet</h1>" in _read(f"{root}verksamhet/granne/")
        assert _read(root + RECORD) == ""
        (project / "catalogue/farsta/snickeriet.yml").write_text(GOOD, encoding="utf-8")
        _wait_for(root + RECORD, lambda text: "<h1>Snickeriet</h1>" in text, project)


def test_the_notice_stays_in_sight_and_reloads_by_itself(tmp_path: Path, browser: Browser) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    record = project / "catalogue/farsta/snickeriet.yml"
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    with _serving(project) as root:
        _wait_for(root + RECORD, lambda text: "<h1>" in text, project)
        page.goto(root + RECORD)
        page.evaluate("scrollTo(0, 300)")
        record.write_text(BROKEN, encoding="utf-8")
        page.locator(".fel-notis").wait_for()
        for width in (360, 1280):
            _is_in_sight(page, width)

        page.goto(f"{root}fel/")
        record.write_text(GOOD, encoding="utf-8")
        page.get_by_text("Inga fel just nu.").wait_for()
        assert page.locator(".fel-notis").count() == 0
        record.write_text(BROKEN, encoding="utf-8")
        page.locator(".fellista li").first.wait_for()
        page.close()
    assert said == []


def _is_in_sight(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    for place in ("scrollTo(0, 0)", "scrollTo(0, 48)", "scrollTo(0, 9999)", "location.hash = 'innehall'"):
        page.evaluate(place)
        box = page.locator(".fel-notis").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 1, place
        assert box["height"] < 640 * 0.45
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
