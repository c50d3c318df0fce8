"""The sheets of all records open in LibreOffice, each with all its rows: needs `apt install libreoffice-calc`."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from katalog.exports.table import CHOICES, FORMATS, HELP, SHEET
from tests.support import CATALOGUE

# All sheets to one file each: UTF-8, commas, quoted, texts as they are shown (LibreOffice's filter options, token 12).
_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.mark.parametrize(("name", "sheets"), [("xlsx", (SHEET, HELP, CHOICES)), ("ods", (SHEET, HELP))])
def test_libreoffice_reads_every_sheet(name: str, sheets: tuple[str, ...], built: Path, tmp_path: Path) -> None:
    source = built / f"oppna-data/verksamheter{FORMATS[name].ending}"
    own = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    office = shutil.which("soffice") or "soffice"
    command = [office, own, "--headless", "--convert-to", _AS_CSV, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    read = {sheet: _rows(tmp_path / f"verksamheter-{sheet}.csv") for sheet in sheets}
    assert len(read[SHEET]) == 2 + len(list(CATALOGUE.rglob("*.yml"))) - len(list(CATALOGUE.glob("*.yml")))
    keys = read[SHEET][1]
    assert {row[-1] for row in read[HELP]} >= set(keys)
    assert [len(row) for row in read[SHEET]] == [len(keys)] * len(read[SHEET])
    assert all(row[keys.index("namn")] for row in read[SHEET])


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))
