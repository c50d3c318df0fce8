"""Whatever is edited between two builds, one that remembers the build before gives the bytes of one that remembers
nothing: a sequence of edits of every kind of input, and back again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import GOOD, PROJECT, SITE_URL, lay_project, run_katalog

_EXAMPLES = 40
_NAMES = ("snickeriet", "kafeet", "odlingen")
_TEXTS = ("Såga plankor", "Fika", "Odla bönor & ärtor", "Sy kläder")
_DAYS = ("2026-11-22", "2026-11-23", "2027-12-01")
Edit = Callable[[Path], object]


def _write(name: str, text: str) -> Edit:
    def write(project: Path) -> None:
        record = GOOD.replace("Snickeriet", name.title()) + f"vad_du_gor:\n  - {text}\n"
        (project / f"catalogue/farsta/{name}.yml").write_text(record, encoding="utf-8")

    return write


def _remove(name: str) -> Edit:
    return lambda project: (project / f"catalogue/farsta/{name}.yml").unlink(missing_ok=True)


def _page(text: str) -> Edit:
    return lambda project: (project / "docs/provsida.md").write_text(f"# Prov\n\n{text}.\n", encoding="utf-8")


def _word(text: str) -> Edit:
    def change(project: Path) -> None:
        path = project / "schema/vokabular/insatstyp.json"
        plain = (PROJECT / "schema/vokabular/insatstyp.json").read_text(encoding="utf-8")
        path.write_text(plain.replace('"Träffpunkt', f'"{text.partition(" ")[0]} träffpunkt', 1), encoding="utf-8")

    return change


_EDITS = st.one_of(
    st.builds(_write, st.sampled_from(_NAMES), st.sampled_from(_TEXTS)),
    st.builds(_remove, st.sampled_from(_NAMES[1:])),
    st.builds(_page, st.sampled_from(_TEXTS)),
    st.builds(_word, st.sampled_from(_TEXTS)),
)


def _lay(folder: Path) -> Path:
    """A project whose pages and schema may be changed."""
    project = lay_project(folder, {"farsta/snickeriet.yml": GOOD})
    for name in ("docs", "schema"):
        (project / name).unlink()
        shutil.copytree(PROJECT / name, project / name)
    return project


def _built(project: Path, day: str) -> dict[str, bytes] | str:
    """The site's files, or what was told when there is a fault."""
    done = run_katalog(project, "build", "--idag", day, SITE_URL=SITE_URL, timeout=600)
    if done.returncode:
        return done.stdout
    site = project / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@settings(max_examples=_EXAMPLES)
@given(edits=st.lists(st.tuples(_EDITS, st.sampled_from(_DAYS)), min_size=2, max_size=5))
def test_who_remembers_builds_what_who_does_not_builds(edits: list[tuple[Edit, str]], tmp_path: Path) -> None:
    warm, cold = _lay(_new(tmp_path / "varm")), _lay(_new(tmp_path / "kall"))
    for edit, day in edits:
        for project in (warm, cold):
            edit(project)
        for name in (".cache", "site"):
            shutil.rmtree(cold / name, ignore_errors=True)
        assert _built(warm, day) == _built(cold, day)


def _new(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder
