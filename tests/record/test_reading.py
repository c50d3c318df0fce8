"""A process that lives on reads a file again when somebody has touched it, and only then."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from katalog.record.load import Loaded
from katalog.record.reading import Loading, ReadBefore


def test_only_what_was_touched_is_read_again(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.yml" for name in ("a", "b", "c")]
    for path in paths:
        path.write_text("namn: Ett\n", encoding="utf-8")
    before, asked = ReadBefore(), list[Path]()

    def read(wanted: Sequence[Path]) -> list[Loaded]:
        asked[:] = wanted
        return Loading({}, tmp_path, tmp_path).all(wanted)

    first = before.load(paths, read)
    assert asked == paths
    assert [file.path for file in first] == ["a.yml", "b.yml", "c.yml"]
    assert before.load(paths, read) == first
    assert asked == []
    paths[1].write_text("namn: Två och tre\n", encoding="utf-8")
    paths[2].unlink()
    again = before.load(paths[:2], read)
    assert asked == [paths[1]]
    assert [file.data for file in again] == [{"namn": "Ett"}, {"namn": "Två och tre"}]
    assert set(before.held) == set(paths[:2])


def test_a_file_that_is_gone_is_told_as_any_other(tmp_path: Path) -> None:
    before, path = ReadBefore(), tmp_path / "borta.yml"
    found = before.load([path], Loading({}, tmp_path, tmp_path).all)
    assert [problem.code for file in found for problem in file.problems] == ["yaml-fil"]
