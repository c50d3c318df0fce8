"""`katalog build --compress`: each text once more with gzip and with brotli, owned by the build as every other file."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from katalog.publish import compress
from katalog.publish.compress import Compressor
from katalog.publish.inputs import read_inputs
from katalog.publish.laid import lay
from katalog.publish.write import MARKER, Written, finish, finished, inspect_folder, opened
from tests.support import GOOD, IDAG, lay_project

TEXT = ("<p>Snickra, slipa och måla möbler tillsammans med andra.</p>\n" * 40).encode()
SITE = {"index.html": TEXT, "bild.png": TEXT, "liten.html": b"<p>", "assets/stil.css": TEXT}


def _build(folder: Path, files: dict[str, bytes], *, is_compressed: bool = True) -> Written:
    with opened(folder):
        packer = Compressor(folder, finished(folder))
        laid = []
        for name, content in files.items():
            laid.append(lay(folder, name, content))
            laid.extend(packer.lay(laid[-1]) if is_compressed else ())
        return finish(folder, laid)


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file()} - {
        ".katalog",
        ".katalog-filer",
    }


def test_texts_that_gain_stand_compressed_beside_themselves(tmp_path: Path) -> None:
    _build(tmp_path, SITE)
    packed = {f"{name}{ending}" for name in ("index.html", "assets/stil.css") for ending in (".br", ".gz")}
    assert _names(tmp_path) == set(SITE) | packed
    assert brotli.decompress((tmp_path / "index.html.br").read_bytes()) == TEXT
    assert gzip.decompress((tmp_path / "assets/stil.css.gz").read_bytes()) == TEXT
    assert inspect_folder(tmp_path).is_whole
    assert inspect_folder(tmp_path).foreign == ()


def test_equal_content_gives_equal_bytes(tmp_path: Path) -> None:
    for name in ("ett", "tva"):
        _build(tmp_path / name, SITE)
    names = _names(tmp_path / "ett")
    assert all((tmp_path / "ett" / name).read_bytes() == (tmp_path / "tva" / name).read_bytes() for name in names)


def test_a_build_without_them_takes_them_away(tmp_path: Path) -> None:
    _build(tmp_path, SITE)
    assert _build(tmp_path, SITE, is_compressed=False).removed == 4
    assert _names(tmp_path) == set(SITE)


def test_what_has_not_changed_is_not_compressed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _build(tmp_path, SITE)
    made: list[str] = []

    def packed(name: str, content: bytes, ending: str) -> bytes:
        made.append(name + ending)
        return content[:1]

    monkeypatch.setattr(compress, "_packed", packed)
    written = _build(tmp_path, {**SITE, "index.html": TEXT + b"mer"})
    assert made == ["index.html.br", "index.html.gz"]
    assert (written.changed, written.unchanged) == (3, 5)


@pytest.mark.parametrize("ended", ["marker", "file"])
def test_nothing_is_kept_from_a_build_that_was_ended_or_a_file_that_was_changed(ended: str, tmp_path: Path) -> None:
    _build(tmp_path, SITE)
    (tmp_path / "index.html.br").write_bytes(b"en annan sida")
    if ended == "marker":
        (tmp_path / MARKER).unlink()
    _build(tmp_path, SITE)
    assert brotli.decompress((tmp_path / "index.html.br").read_bytes()) == TEXT


def test_the_wish_belongs_to_what_a_folder_was_built_from(tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    assert read_inputs(project, IDAG, "mkdocs") != read_inputs(project, IDAG, "mkdocs", "--compress")
