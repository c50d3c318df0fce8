"""What is published of the search: one folder, named by what it holds, that needs nothing outside itself."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from katalog.browser import search
from katalog.browser.modules import imported_path, reached
from katalog.browser.search import POINTER, render_search
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from tests.browser.search.conftest import PAGES


def test_the_folder_holds_every_module_that_the_search_loads(files: Mapping[str, str], folder: str) -> None:
    pointer = json.loads(files[POINTER])
    assert imported_path(POINTER, pointer["start"]) == f"{folder}search/main.js"
    assert imported_path(POINTER, pointer["bord"]) == f"{folder}desk/main.js", "the table beside it reads its index"
    modules = {path for path in files if path.endswith(".js")}
    assert modules == {folder + name for entry in ("search/main.js", "desk/main.js") for name in reached(entry)}
    assert f"{folder}core/address.js" in modules, "what the search shares with others comes along, in its room"


@pytest.mark.parametrize("module", ["match/match.js", "core/text.js"])
def test_a_changed_module_gets_a_new_folder(
    module: str, monkeypatch: pytest.MonkeyPatch, folder: str, derived: Derived, words: Vocabularies
) -> None:
    """So a module that a browser kept never meets an index that is made for another."""
    monkeypatch.setattr(search, "reached", lambda entry: {**reached(entry), module: "// another\n"})
    assert not any(path.startswith(folder) for path in render_search(derived, words, PAGES))
