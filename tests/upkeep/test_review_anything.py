"""`review` says changes of files that may hold anything: it stops for none, and says what is clean as a page does."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.derive.vocabulary import Vocabularies
from katalog.record.load import load_file
from katalog.record.model import AUTHORED
from katalog.upkeep.compare import compare_folders
from katalog.upkeep.review import render_review
from tests.strategies import json_values
from tests.support import CASES, IDAG

VALID = [load_file(path, path.name, CASES).data or {} for path in sorted((CASES / "valid").glob("*.yml"))]
_names = st.one_of(st.sampled_from(AUTHORED), st.text(max_size=6))
_records = st.one_of(st.dictionaries(_names, json_values, max_size=6), json_values)


def _lay(folder: Path, data: Any) -> Path:
    """A catalogue of one file; JSON is YAML too."""
    shutil.rmtree(folder, ignore_errors=True)
    path = folder / "farsta" / "snickeriet.yml"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(data), encoding="utf-8")
    return folder


def _review(folder: Path, before: Any, after: Any, words: Vocabularies) -> str:
    old, new = _lay(folder / "before", before), _lay(folder / "after", after)
    return render_review(compare_folders(old, new, words.schema), [], words, IDAG)


@settings(max_examples=60)
@given(before=_records, after=_records)
def test_anything_can_be_compared(before: Any, after: Any, tmp_path: Path, words: Vocabularies) -> None:
    assert _review(tmp_path, before, after, words).startswith("# Ändringar i katalogen\n")


@settings(max_examples=60)
@given(data=st.data())
def test_values_that_almost_have_their_shape_can_be_compared(
    data: st.DataObject, tmp_path: Path, words: Vocabularies
) -> None:
    """There most goes wrong: one place inside a good record holds what no field expects."""
    before = data.draw(st.sampled_from(VALID))
    after = copy.deepcopy(before)
    place, key = data.draw(st.sampled_from(_places(after)))
    place[key] = data.draw(json_values)
    assert _review(tmp_path, before, after, words).startswith("# Ändringar i katalogen\n")


def test_what_is_clean_in_a_faulty_file_is_said_as_on_its_page(tmp_path: Path, words: Vocabularies) -> None:
    after = {"namn": "Snickeriet", "omrade": "farsta", "kontakt": {"telefon": "08-465 004 01"}, "alder": {"fran": "x"},
             "tider": [{"dag": "mandag", "fran": "09:00"}], "okänt": [True, {"a": [1, 2]}]}  # fmt: skip
    rows = _review(tmp_path, {"namn": "Snickeriet"}, after, words).splitlines()
    for row in ("| Var | *uppgift saknas* | Farsta |", "| Kontakt | *uppgift saknas* | 08-465 004 01 – Telefon |",
                "| Tider | *uppgift saknas* | Måndag från 09:00 |", "| Ålder | *uppgift saknas* | fran: x |",
                "| okänt | *uppgift saknas* | true<br>a: 1, 2 |"):  # fmt: skip
        assert row in rows, row


def test_an_address_behind_the_same_words_is_shown(tmp_path: Path, words: Vocabularies) -> None:
    before, after = ({"kallor": [{"titel": "Årsredovisning", "webb": f"https://{host}.se/"}]} for host in ("a", "b"))
    text = _review(tmp_path, before, after, words)
    assert "| Årsredovisning – Årtal saknas. – https://a.se/ | Årsredovisning – Årtal saknas. – https://b.se/ |" in text


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place inside: what holds it, and its key there."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, inner in list(steps) for place in ((value, key), *_places(inner))]
