"""The loader against yaml-test-suite (https://github.com/yaml/yaml-test-suite): never a value that the suite has not.

The suite is in no package registry. Its data is a branch of its repository; the folder is named by a variable:
    git clone --branch data https://github.com/yaml/yaml-test-suite suite && YAML_TEST_SUITE=suite make test-full
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog.record.load import Loaded, load_bytes
from katalog.record.problem import has_errors

SUITE = os.environ.get("YAML_TEST_SUITE", "")
pytestmark = pytest.mark.skipif(not SUITE, reason="YAML_TEST_SUITE names no folder with the suite's branch data")
# What the suite's JSON cannot say: an empty key. We refuse it.
_NO_JSON = object()


def _cases() -> Iterator[tuple[str, Path]]:
    for file in sorted(Path(SUITE).rglob("in.yaml")) if SUITE else ():
        name = file.parent.relative_to(SUITE).as_posix()
        if not name.startswith(("name/", "tags/")):  # the same cases once more, as links
            yield name, file.parent


CASES = list(_cases())


def _wanted(case: Path) -> Any:
    """The one document that the case holds, as JSON; `_NO_JSON` when there is none, or several."""
    try:
        return json.loads((case / "in.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return _NO_JSON


def _is_read(loaded: Loaded) -> bool:
    return loaded.data is not None and not has_errors(list(loaded.problems))


def test_the_suite_is_whole() -> None:
    assert len(CASES) >= 400


@pytest.mark.parametrize(("name", "case"), CASES, ids=[name for name, _ in CASES])
def test_what_is_read_is_what_the_suite_says(name: str, case: Path) -> None:
    """Refused is always allowed: a record needs far less than YAML. Read otherwise, or read though it is an error, is
    not. What is no mapping is tried as the value of a field too."""
    raw, wanted = (case / "in.yaml").read_bytes(), _wanted(case)
    loaded = load_bytes(raw, name)
    if _is_read(loaded):
        assert not (case / "error").exists()
        assert loaded.data == wanted
    if not isinstance(wanted, dict) and _can_be_indented(raw):
        inside = load_bytes(b"falt:\n" + b"".join(b"  " + line for line in raw.splitlines(keepends=True)), name)
        assert not _is_read(inside) or (not (case / "error").exists() and inside.data == {"falt": wanted})


def _can_be_indented(raw: bytes) -> bool:
    """True for a single document where two spaces more on each line change nothing."""
    marks = (b"%", b"---", b"...", b"#")
    lines = raw.splitlines()
    return bool(lines) and all(line.strip() and not line.startswith(marks) and b"#" not in line for line in lines)
