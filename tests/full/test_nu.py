"""Every kind of page as its scripts leave it, judged by the Nu HTML Checker (https://validator.github.io/validator/).

`VNU_JAR=PATH` names vnu.jar (`npm install vnu-jar`); it needs Java. Without it nothing is run, and pytest says so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.built.kinds import kinds_of_page

_JAR = os.environ.get("VNU_JAR", "")
_PATIENCE_S = 300


@pytest.mark.skipif(not _JAR or shutil.which("java") is None, reason="VNU_JAR is not set, or there is no Java")
def test_the_checker_finds_no_fault(browser: Browser, built: Path, address: str, tmp_path: Path) -> None:
    page, names = browser.new_page(locale="sv-SE"), {}
    for number, (kind, path) in enumerate(kinds_of_page(built).items()):
        if "flyttad" in kind:
            continue
        page.goto(address + path, wait_until="load")
        if path.startswith("sok"):
            page.locator("[data-sok-yta]:not([data-sok-vantar])").wait_for()
        rendered = tmp_path / f"{number}.html"
        rendered.write_text(page.content(), encoding="utf-8")
        names[rendered.as_uri()] = kind
    page.close()
    files = sorted(map(str, tmp_path.glob("*.html")))
    command = ["java", "-jar", _JAR, "--errors-only", "--exit-zero-always", "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE_S, check=True)
    told = [(names.get(one.get("url", "")), one["message"]) for one in json.loads(done.stderr)["messages"]]
    assert told == []
