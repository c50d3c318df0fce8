"""`katalog export` as a clerk runs it, and in again by `katalog import`."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.test_commands import diff
from tests.project import Project
from tests.support import ON_IDAG, lay, plain_environment


@pytest.mark.parametrize("name", ["xlsx", "ods", "csv"])
def test_out_and_in_again_changes_no_file(project: Project, name: str) -> None:
    before = {path: raw for path, raw in project.snapshot().items() if path.startswith("catalogue/")}
    ran = project.run("export", name, "--out", f"alla.{name}", *ON_IDAG)
    assert (ran.code, ran.out) == (0, f"4 poster skrivna i alla.{name}.\n")
    ran = project.run("import", f"alla.{name}", "--ja", *ON_IDAG)
    assert (ran.code, "Sammanlagt 4 oförändrade." in ran.out) == (0, True)
    assert {path: raw for path, raw in project.snapshot().items() if path.startswith("catalogue/")} == before


def test_a_sheet_that_was_changed_in_excel_comes_back_with_just_that(project: Project) -> None:
    project.run("export", "xlsx", "--omrade", "farsta", "--out", "farsta.xlsx", *ON_IDAG)
    book = load_workbook(project.folder / "farsta.xlsx")
    sheet = book["Verksamheter"]
    headings = [str(cell.value) for cell in sheet[1]]
    sheet.cell(3, headings.index("Plats: Ort") + 1, "Farsta strand")  # below the headings and the keys
    out = io.BytesIO()
    book.save(out)
    (project.folder / "farsta.xlsx").write_bytes(out.getvalue())
    before = project.text("farsta/kafeet")
    assert project.run("import", "farsta.xlsx", "--ja", *ON_IDAG).code == 0
    assert diff(before, project.text("farsta/kafeet")) == ([], ["plats:", "  ort: Farsta strand"])


def test_on_a_terminal_a_workbook_is_refused_and_elsewhere_it_is_written(tmp_path: Path) -> None:
    lay(tmp_path, {})
    command = [sys.executable, "-m", "katalog", "export"]
    piped = subprocess.run([*command, "xlsx"], cwd=tmp_path, env=plain_environment(), capture_output=True, check=False)
    assert (piped.returncode, piped.stdout[:2]) == (0, b"PK")
    ours, theirs = pty.openpty()
    shown = subprocess.run(
        [*command, "ods"], cwd=tmp_path, env=plain_environment(), stdout=theirs, stderr=subprocess.PIPE, check=False
    )
    os.close(theirs)
    os.close(ours)
    assert shown.returncode == 2
    assert "går inte att visa i terminalen" in shown.stderr.decode()


def test_with_a_fault_in_the_catalogue_nothing_is_exported(project: Project) -> None:
    project.write("farsta/kafeet", project.text("farsta/kafeet").replace("status: aktiv", "status: opppen"))
    ran = project.run("export", "csv", "--out", "alla.csv", *ON_IDAG)
    assert ran.code == 1
    assert "varde-okant" in ran.err
    assert not (project.folder / "alla.csv").exists()
