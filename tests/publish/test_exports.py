"""Public files in a build: a fault in one leaves the old site; what was published is told with size and hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.exports import api
from katalog.exports.registry import EXPORTS
from katalog.exports.source import Source
from katalog.pages.site import Site
from katalog.publish.build import build_site
from katalog.publish.frame import Frame
from katalog.publish.write import inspect_folder
from katalog.record.model import Catalogue, make_record
from tests.support import GOOD, IDAG, SCHEMA, check_files


def _site(words: Vocabularies, frame: Frame, name: str) -> Site:
    data = {"namn": name, "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta", "sammanfattning": "Fika."}
    record = make_record("ett", "catalogue/farsta/snickeriet.yml", {**data, "kallor": [{"titel": "Broschyr"}]})
    derived = Derived(catalogue=Catalogue(records=(record,)), idag=IDAG)
    return Site(derived=derived, words=words, settings=frame.settings)


def _content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(autouse=True)
def _records_file(workplace: Path) -> None:
    path = workplace / "catalogue/farsta/snickeriet.yml"
    path.parent.mkdir(parents=True)
    path.write_text(GOOD, encoding="utf-8")


def test_what_is_published_is_told_and_a_failing_export_leaves_the_old_site(
    workplace: Path, words: Vocabularies, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = workplace / "site"
    build_site(_site(words, frame, "Kaféet"), frame, out)
    before = _content(out)
    _check_index(before)

    def failing(_source: Source) -> Iterator[tuple[str, tuple[bytes, ...]]]:
        yield "api/v1/verksamheter.json", (b"{",)
        raise ZeroDivisionError("on the way")

    monkeypatch.setattr(api, "everything", failing)
    with pytest.raises(ZeroDivisionError, match="on the way"):
        build_site(_site(words, frame, "Ett annat kafé"), frame, out)
    assert _content(out) == before
    assert inspect_folder(out).is_whole


def _check_index(site: dict[str, bytes]) -> None:
    """Every file is as the index says, and the index as its schema says."""
    told = json.loads(site["api/v1/index.json"])
    schema = json.loads(site["api/v1/scheman/index.json"])
    assert [error.message for error in Draft202012Validator(schema).iter_errors(told)] == []
    assert [one["format"] for one in told["format"]] == [
        export.slug for export in EXPORTS if _is_made(export.path, site)
    ]
    assert {"xlsx", "json", "datapaket"} <= {one["format"] for one in told["format"]}
    for one in told["format"]:
        for file in one.get("filer", ()):
            content = site[file["adress"]]
            assert (file["byte"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    records = next(one for one in told["format"] if one["format"] == "poster")
    assert (records["antal"], records["byte"]) == (1, len(site["api/v1/verksamheter/ett.json"]))


def _is_made(path: str, site: dict[str, bytes]) -> bool:
    return any(name.startswith(path.partition("{")[0]) for name in site)


def test_a_record_with_a_fault_is_in_no_catalogue_that_exports_are_made_of(tmp_path: Path) -> None:
    files = {"farsta/snickeriet.yml": GOOD, "farsta/trasig.yml": GOOD.replace("status: okand", "status: opppen")}
    checked = check_files(tmp_path, files, SCHEMA)
    assert checked.catalogue is None
    assert [record.id for record in checked.clean] == ["snickeriet"]
