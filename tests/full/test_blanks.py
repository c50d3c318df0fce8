"""Every form opens in LibreOffice, and is a sheet or two: needs `apt install libreoffice-writer poppler-utils`."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from katalog.exports.blanks import FILES, blank_files
from tests.exports.test_blanks import BLANKS, SETTINGS
from tests.support import IDAG, SCHEMA

_MOST_PAGES = 2
_OFFICE = shutil.which("soffice")


@pytest.mark.skipif(not (_OFFICE and shutil.which("pdftotext")), reason="LibreOffice finns inte här")
@pytest.mark.parametrize("ending", FILES)
def test_libreoffice_opens_every_form(ending: str, tmp_path: Path) -> None:
    names = []
    for name, made in blank_files(SCHEMA, SETTINGS, IDAG):
        if name.endswith(f".{ending}"):
            names.append(tmp_path / Path(name).name)
            names[-1].write_bytes(made())
    own = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run(
        [str(_OFFICE), own, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, names)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for blank in BLANKS:
        sheet = tmp_path / f"{blank.id}.pdf"
        said = subprocess.run(["pdftotext", "-layout", sheet, "-"], check=True, capture_output=True, text=True).stdout
        flat = re.sub(r"\s+", " ", said)
        assert said.count("\f") <= _MOST_PAGES, blank.id
        assert all(part.heading in flat for part in blank.parts)
        assert "1.1" not in flat, "the template's outline would number the headings"
