"""What fuzzing has found is never found again, and every target takes a few damaged inputs at every run."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from tests.fuzz.damage import damaged
from tests.fuzz.targets import TARGETS
from tests.fuzz.written import WRITTEN
from tests.support import CASES

FOUND = sorted((CASES / "fuzz").glob("*/*"))
_FEW = 40


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_finding_stays_mended(path: Path) -> None:
    TARGETS[path.parent.name].run(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_reader_bears_damaged_inputs(name: str) -> None:
    seeds, chance = TARGETS[name].seeds(), random.Random(20)  # noqa: S311  # the same on every run
    for _ in range(_FEW):
        TARGETS[name].run(damaged(seeds, chance))


@pytest.mark.parametrize("name", TARGETS)
def test_a_reader_bears_what_is_written_in_its_language(name: str) -> None:
    @settings(max_examples=_FEW, phases=(Phase.generate,))
    @given(WRITTEN[name])
    def bears(raw: bytes) -> None:
        TARGETS[name].run(raw)

    bears()
