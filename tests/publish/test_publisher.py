"""Who publishes and who answers: read from the environment, never guessed, and told on the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from katalog.publish.project_file import read_project
from katalog.settings import ContactPoint, Publisher
from tests.support import GOOD, PROJECT, SITE_URL, lay_project, run_katalog


def _read(monkeypatch: pytest.MonkeyPatch, **given: str) -> tuple[Publisher, ContactPoint]:
    for name in ("UTGIVARE", "UTGIVARE_TYP", "UTGIVARE_NUMMER", "KONTAKT", "KONTAKT_BREVLADA"):
        monkeypatch.delenv(f"KATALOG_{name}", raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = read_project(PROJECT).settings
    return settings.publisher, settings.contact


def test_nothing_is_set_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _read(monkeypatch) == (Publisher(), ContactPoint())


@pytest.mark.parametrize("number", ["212000-0142", "2120000142"])
def test_all_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    publisher, contact = _read(
        monkeypatch, KATALOG_UTGIVARE="Staden", KATALOG_UTGIVARE_TYP="kommun", KATALOG_UTGIVARE_NUMMER=number,
        KATALOG_KONTAKT="Redaktionen", KATALOG_KONTAKT_BREVLADA="redaktion@exempel.se",
    )  # fmt: skip
    assert publisher == Publisher(name="Staden", kind="kommun", number="2120000142")
    assert contact == ContactPoint(name="Redaktionen", mailbox="redaktion@exempel.se")


def test_a_number_that_is_none_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    publisher, _contact = _read(monkeypatch, KATALOG_UTGIVARE="Staden", KATALOG_UTGIVARE_NUMMER="12")
    assert publisher.number == ""


def test_a_site_that_knows_both_names_its_publisher_and_has_a_file_for_portals(tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    done = run_katalog(
        project, "build", SITE_URL=SITE_URL, KATALOG_UTGIVARE="Staden & Co", KATALOG_UTGIVARE_TYP="kommun",
        KATALOG_KONTAKT="Redaktionen", KATALOG_KONTAKT_BREVLADA="redaktion@exempel.se",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "dataportal.se" not in done.stdout
    site = project / "site"
    content = (site / "datasets/dcat.rdf").read_bytes()
    assert content == (site / "datasets/dcat").read_bytes()
    sheet = (site / "oppna-data/verksamheter.xlsx").stat().st_size
    assert f">{sheet}</dcat:byteSize>".encode() in content
    assert "Utges av Staden &amp; Co" in (site / "verksamhet/snickeriet/index.html").read_text(encoding="utf-8")
    assert "datasets/dcat.rdf" in (site / "oppna-data/index.html").read_text(encoding="utf-8")
