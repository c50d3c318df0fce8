"""What makes the frame is chosen by a word or a setting, and gets plain values and whole sources."""

from __future__ import annotations

import json
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

import pytest

from katalog.publish.generators import FrameError, adapter_of, chosen_frame
from katalog.publish.handed import NO_FAULTS, Handed
from katalog.publish.inputs import read_inputs
from katalog.publish.project_file import ProjectFileError, read_project
from tests.project import Project
from tests.support import GOOD, IDAG, PROJECT, SCHEMA, lay_project


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where only the site's own list is installed."""

    def found(name: str) -> ModuleSpec | None:
        return None if name == "zensical" else find_spec(name)

    monkeypatch.setattr("katalog.publish.generators.find_spec", found)


@pytest.mark.parametrize("command", ["build", "serve"])
def test_what_is_not_installed_is_told_with_the_command_that_installs_it(
    command: str, project: Project, lacking: None
) -> None:
    ran = project.run(command, "--frame", "zensical")
    assert ran.code == 2
    assert "Zensical är inte installerat." in ran.err
    assert "pip install --require-hashes -r requirements-zensical.txt" in ran.err
    assert (PROJECT / "requirements-zensical.txt").exists()
    assert not (project.folder / "site").exists()


def test_the_setting_chooses_and_the_word_on_the_line_goes_before_it(
    project: Project, lacking: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.folder / "mkdocs.yml").write_text((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    assert read_project(project.folder).frame == "mkdocs"
    monkeypatch.setenv("KATALOG_RAM", "zensical")
    assert "Zensical är inte installerat." in project.run("build").err
    assert chosen_frame("mkdocs", read_project(project.folder).frame) == "mkdocs"
    monkeypatch.setenv("KATALOG_RAM", "hugo")
    ran = project.run("build")
    assert ran.code == 2
    assert "Ramen hugo finns inte. Välj mkdocs eller zensical" in ran.err


def test_an_unknown_word_is_refused_with_those_there_are(project: Project) -> None:
    ran = project.run("build", "--frame", "hugo")
    assert ran.code == 2
    assert "mkdocs" in ran.err
    assert "zensical" in ran.err


def test_without_a_word_and_a_setting_it_is_the_one_that_is_always_installed() -> None:
    assert chosen_frame(None, "") == "mkdocs"
    assert adapter_of(chosen_frame()) == "katalog.publish.mkdocs_frame"


def test_a_kept_frame_is_that_of_its_generator(tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    one, other = (read_inputs(project, IDAG, name) for name in ("mkdocs", "zensical"))
    assert one
    assert other
    assert one.frame != other.frame
    assert one.digest != other.digest


@pytest.fixture
def handed(tmp_path: Path) -> Handed:
    """A project whose hand-written part is the test's own."""
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    (project / "docs").unlink()
    for name, text in {
        "om.md": "---\ntitle: Om & mer\n---\n# Om\n\nSe [reglerna](bidra/regler.md#alla) och [hem](../).\n",
        "bidra/regler.md": "# Regler för alla\n\n[Tillbaka](../om.md)\n",
        "en/index.md": "---\ntitle: Start\n---\n# Start\n",
        "utveckling.md": "[ingenstans](finns-inte.md)",
        "assets/js/page.js": "export {};\n",
        ".dold/hemlig.md": "# Hemlig\n",
    }.items():
        (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / name).write_text(text, encoding="utf-8")
    return Handed(project=read_project(project), schema=SCHEMA, idag=IDAG, told=NO_FAULTS)


def _laid(handed: Handed, folder: Path) -> dict[str, str]:
    handed.lay(folder)
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_what_is_handed_over_is_plain(handed: Handed, tmp_path: Path) -> None:
    """Text, numbers, lists and mappings: what JSON holds comes back as it was."""
    assert json.loads(json.dumps(handed.values)) == handed.values
    for name, text in _laid(handed, tmp_path / "kallor").items():
        if name.endswith(".md"):
            _, front, _ = text.split("---\n", 2)
            assert json.loads(front)["sprakvagar"], name


def test_links_between_sources_are_addresses_and_what_is_kept_out_is_not_there(handed: Handed, tmp_path: Path) -> None:
    laid = _laid(handed, tmp_path / "kallor")
    assert "[reglerna](../bidra/regler/#alla) och [hem](../)" in laid["om/index.md"]
    assert "[Tillbaka](../../om/)" in laid["bidra/regler/index.md"]
    assert json.loads(laid["bidra/regler/index.md"].split("---\n")[1])["title"] == "Regler för alla"
    assert laid["assets/js/page.js"] == "export {};\n"
    assert [name for name in laid if "utveckling" in name or "dold" in name] == []


def test_a_page_in_another_language_is_told_all_that_its_frame_says(handed: Handed, tmp_path: Path) -> None:
    meta = json.loads(_laid(handed, tmp_path / "kallor")["en/index.md"].split("---\n")[1])
    assert meta["tunga"]["id"] == "en"
    assert [one["har"] for one in meta["tunga"]["meny"]].count(True) == 1
    assert "2026" in meta["tunga"]["byggd"]
    assert "fi" in dict(meta["versioner"])


def test_a_link_to_no_page_is_told_with_its_place(handed: Handed, tmp_path: Path) -> None:
    (handed.project.root / "docs/om.md").write_text("# Om\n\n[Bort](borta.md)\n", encoding="utf-8")
    with pytest.raises(FrameError, match=r"docs/om\.md: länken till borta\.md leder till ingen sida"):
        handed.lay(tmp_path / "kallor")


def test_front_matter_that_cannot_be_read_is_told_with_its_page(handed: Handed) -> None:
    (handed.project.root / "docs/om.md").write_text("---\ntitle: [\n---\n# Om\n", encoding="utf-8")
    with pytest.raises(FrameError, match=r"docs/om\.md: det som står mellan strecken"):
        assert handed.pages


def test_a_server_names_no_address_of_its_own(handed: Handed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://exempel.se/katalog")
    project = read_project(handed.project.root)
    assert project.settings.site_url == "https://exempel.se/katalog/"
    served = Handed(project=project, schema=SCHEMA, idag=IDAG, told=NO_FAULTS, is_serving=True)
    assert served.settings.site_url == ""


def test_settings_are_read_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Prov\nextra:\n  katalog:\n    redigera: !ENV [A, B, reserv]\n    brevlada: !ENV C\n    ny_fil:\n",
        encoding="utf-8",
    )
    assert read_project(tmp_path).told == {"redigera": "reserv", "brevlada": "", "ny_fil": ""}
    monkeypatch.setenv("B", "två")
    monkeypatch.setenv("C", "")
    assert read_project(tmp_path).told == {"redigera": "två", "brevlada": "", "ny_fil": ""}


@pytest.mark.parametrize("text", ["site_name: [", "- en lista"])
def test_settings_that_cannot_be_read_are_told(text: str, project: Project) -> None:
    (project.folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ProjectFileError):
        read_project(project.folder)
    ran = project.run("build")
    assert ran.code == 2
    assert ran.err.startswith("katalog: mkdocs.yml ")
    assert ran.err.count("\n") == 1
