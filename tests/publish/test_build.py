"""`katalog build`: all or nothing, the same bytes every time, and only what changed is written."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.site import Site
from katalog.publish import write
from katalog.publish.build import DoubledAddressError, build_site
from katalog.publish.frame import Frame
from katalog.publish.laid import lay
from katalog.publish.write import MARKER, NAMES, inspect_folder, opened, renew, write_folder
from katalog.record.model import Catalogue, make_record
from tests.built.document import Document
from tests.support import GOOD, IDAG, SITE_URL, lay_project, run_katalog

SECOND = GOOD.replace("Snickeriet", "Syateljén").replace("Snickra och måla möbler", "Sy kläder och väskor")
BAKING = (
    GOOD.replace("Snickeriet", "Bageriet").replace("farsta", "bromma").replace("Snickra och måla möbler", "Baka bröd")
)
RECORDS = {"farsta/snickeriet.yml": GOOD, "farsta/syateljen.yml": SECOND, "bromma/bageriet.yml": BAKING}
_TOLD = re.compile(r"(\d+) filer nya eller ändrade, (\d+) som förut, (\d+) borttagna")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_project(tmp_path, RECORDS)


def _build(project: Path, *more: str) -> tuple[int, int, int]:
    """Files written, left alone and removed, as told."""
    done = run_katalog(project, "build", *more, SITE_URL=SITE_URL)
    assert (done.returncode, done.stderr) == (0, "")
    told = _TOLD.search(done.stdout)
    assert told
    return int(told[1]), int(told[2]), int(told[3])


def _content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _times(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def test_two_projects_give_the_same_bytes(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = lay_project(tmp_path_factory.mktemp("annan"), dict(reversed(RECORDS.items())))
    _build(project)
    _build(other, "--out", "nytt")
    assert _content(project / "site") == _content(other / "nytt")


def test_a_second_build_writes_nothing(project: Path) -> None:
    changed, unchanged, removed = _build(project)
    assert (unchanged, removed) == (0, 0)
    before = _times(project / "site")
    assert _build(project) == (0, changed, 0)
    assert {name for name, time in _times(project / "site").items() if time != before[name]} <= {MARKER, NAMES}
    assert inspect_folder(project / "site").is_whole


def test_a_changed_record_changes_few_pages(project: Path) -> None:
    _build(project)
    before = _content(project / "site")
    (project / "catalogue/farsta/snickeriet.yml").write_text(f"{GOOD}vad_du_gor:\n  - Såga plankor\n", encoding="utf-8")
    _build(project)
    after = _content(project / "site")
    differ = {name for name in after if after[name] != before.get(name)}
    public = {name for name in differ if name.startswith(("api/", "oppna-data/"))}
    assert {name for name in public if "verksamheter/" in name} == {"api/v1/verksamheter/snickeriet.json"}
    assert {name for name in differ - public if not name.startswith("assets/sok/")} - {MARKER, NAMES} == {
        "verksamhet/snickeriet/bekrafta/index.html",
        "verksamhet/snickeriet/index.html",
        "verksamhet/snickeriet/post.yml",
    }
    assert inspect_folder(project / "site").is_whole


def test_a_removed_record_takes_its_page_along(project: Path) -> None:
    _build(project)
    (project / "catalogue/farsta/syateljen.yml").unlink()
    _build(project)
    site = project / "site"
    assert not (site / "verksamhet/syateljen").exists()
    assert not [name for name, content in _content(site).items() if b"verksamhet/syateljen/" in content]
    assert inspect_folder(site).is_whole


def test_a_fault_leaves_the_old_site_as_it_was(project: Path) -> None:
    _build(project)
    before, times = _content(project / "site"), _times(project / "site")
    for fault in ("namn: Bara ett namn\n", "[", f"{GOOD}nasta_steg: [finns-inte]\n"):
        (project / "catalogue/farsta/trasig.yml").write_text(fault, encoding="utf-8")
        done = run_katalog(project, "build", SITE_URL=SITE_URL)
        assert done.returncode == 1
        assert "catalogue/farsta/trasig.yml:" in done.stdout
        assert "Den gamla ligger kvar" in done.stderr
        assert (_content(project / "site"), _times(project / "site")) == (before, times)
        assert inspect_folder(project / "site").is_whole


def test_a_first_build_with_a_fault_makes_no_site(tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/trasig.yml": "namn: Bara ett namn\n"})
    assert run_katalog(project, "build").returncode == 1
    assert not (project / "site").exists()


def test_a_folder_that_was_touched_is_not_whole(tmp_path: Path) -> None:
    files = {"index.html": b"<p>", "a/index.html": b"<p>a"}
    assert write_folder(tmp_path, files).changed == 2
    assert inspect_folder(tmp_path).is_whole
    (tmp_path / "index.html").write_bytes(b"<b>")
    assert inspect_folder(tmp_path).changed == ("index.html",)
    (tmp_path / "index.html").unlink()
    assert inspect_folder(tmp_path).missing == ("index.html",)
    write_folder(tmp_path, files)
    assert inspect_folder(tmp_path).is_whole
    (tmp_path / MARKER).unlink()
    assert not inspect_folder(tmp_path).is_whole


def test_a_build_that_is_cut_off_leaves_no_marker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deploying refuses a folder without its marker, whatever it holds."""
    write_folder(tmp_path, {"a.html": b"1", "b.html": b"1"})

    def full(source: Path, target: Path) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(write, "_move", full)
    with pytest.raises(OSError, match="no space"):
        write_folder(tmp_path, {"a.html": b"2", "b.html": b"2"})
    assert not inspect_folder(tmp_path).is_whole
    assert (tmp_path / "a.html").read_bytes() == b"1"  # a reader never meets half a file


def test_what_was_laid_and_not_finished_leaves_no_trace(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_folder(site, {"a.html": b"1"})
    for folder in (site, tmp_path / "ny"):
        with opened(folder):
            lay(folder, "a.html", b"2")
    assert inspect_folder(site).is_whole
    assert not (tmp_path / "ny").exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a": b"1", "b/index.html": b"1"})
    write_folder(tmp_path, {"a/index.html": b"2", "b": b"2"})
    assert inspect_folder(tmp_path).is_whole


def test_some_files_are_made_anew_beside_the_others(tmp_path: Path) -> None:
    files = {"a.html": b"1", "b/index.html": b"1"}
    assert not renew(tmp_path / "ny", files)  # nothing is finished there
    write_folder(tmp_path, files)
    (tmp_path / "min.txt").write_bytes(b"mine")
    assert not renew(tmp_path, {"min.txt": b"theirs"})
    assert renew(tmp_path, {"a.html": b"2", "c/index.html": b"2"})
    assert inspect_folder(tmp_path).is_whole
    assert (tmp_path / "min.txt").read_bytes() == b"mine"
    assert [(tmp_path / name).read_bytes() for name in ("a.html", "b/index.html", "c/index.html")] == [
        b"2", b"1", b"2",
    ]  # fmt: skip
    assert write_folder(tmp_path, files).removed == 1
    (tmp_path / MARKER).unlink()
    assert not renew(tmp_path, {"a.html": b"3"})


def test_two_pages_never_claim_one_address(words: Vocabularies, frame: Frame, tmp_path: Path) -> None:
    record = make_record("ett", "mkdocs.yml", {  # any file that is there: its text is published
        "namn": "Ett", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta", "sammanfattning": "Fika.",
        "kallor": [{"titel": "Bok"}],
    })  # fmt: skip
    derived = Derived(catalogue=Catalogue(records=(record, record)), idag=IDAG)
    site = Site(derived=derived, words=words, settings=frame.settings)
    with pytest.raises(DoubledAddressError, match=r"Två sidor vill ha adressen /.*ett"):
        build_site(site, frame, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_no_generated_page_hides_a_hand_written_one(frame: Frame, documents: dict[str, Document]) -> None:
    by_hand = list(frame.folder.rglob("*.html"))
    assert len(by_hand) > 5
    for path in by_hand:
        published = documents[path.relative_to(frame.folder).as_posix()].source
        assert published == path.read_text(encoding="utf-8")


def test_the_sitemap_names_every_page(built: Path, documents: dict[str, Document]) -> None:
    rows = list(ET.parse(built / "sitemap.xml").getroot())  # noqa: S314  # our own file
    found = [row[0].text for row in rows]
    listed = {page.address for page in documents.values() if page.name != "404.html" and not page.is_redirect}
    assert len(found) == len(set(found))
    assert set(found) <= listed
    unlisted = [page.removeprefix(SITE_URL) for page in listed - set(found)]
    pairs = r"(stadsdel/[^/]+/(behov|inriktning|insatstyp)|malgrupp/[^/]+/insatstyp)/.*"
    alone = re.compile(rf"hitta-ratt/.*|verksamhet/[^/]+/bekrafta/|bit/.*|{pairs}")
    assert [page for page in unlisted if not alone.fullmatch(page)] == [], (
        "ends of the guide, for owners, to embed, pairs"
    )


def test_robots_are_welcome_and_led_to_the_sitemap(built: Path) -> None:
    robots = RobotFileParser()
    robots.parse((built / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.can_fetch("*", f"{SITE_URL}verksamhet/")
    assert robots.site_maps() == [f"{SITE_URL}sitemap.xml"]


def test_a_site_without_an_address_of_its_own_leaves_it_out(project: Path) -> None:
    assert run_katalog(project, "build").returncode == 0
    site = project / "site"
    assert not (site / "sitemap.xml").exists()
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
    assert not list(site.glob("stadsdel/*/kort"))
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert not [page for page in pages if 'rel="canonical"' in page or 'kort/"' in page or "og:url" in page]


def test_the_developers_own_site_is_not_touched(project: Path) -> None:
    """Everything that a build makes lies below the folder it runs in."""
    _build(project, "--out", "ut")
    assert {path.name for path in project.iterdir()} == {
        ".cache", "catalogue", "docs", "mkdocs.yml", "schema", "scripts", "ut",
    }  # fmt: skip
