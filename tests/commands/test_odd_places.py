"""Commands where the machine is not as ours: another language, spaces and å in the path, a clock set back, a disk that
can only be read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import GOOD, lay_project, plain_environment

_ODD_NAME = "Min mapp, å & ö (1) ”x” %20"
_LOCALES = ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": ""}, {"LC_ALL": "sv_SE.ISO-8859-1"}, {"LC_ALL": "tr_TR.UTF-8"})


def _run(project: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """With the encoding that the machine gives, not ours."""
    given = {**plain_environment(), **environment}
    del given["PYTHONIOENCODING"]
    command = [sys.executable, "-m", "katalog", *words]
    return subprocess.run(command, cwd=project, env=given, capture_output=True, check=False, timeout=300)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_project(tmp_path / _ODD_NAME, {"farsta/snickeriet.yml": GOOD})


@pytest.mark.parametrize("environment", _LOCALES, ids=lambda one: one["LC_ALL"])
def test_any_locale(environment: dict[str, str], project: Path) -> None:
    confirmed = _run(project, "confirm", "snickeriet", "--av", "Föreningen Å", **environment)
    assert confirmed.returncode == 0, confirmed.stderr
    assert "Föreningen Å" in (project / "catalogue/farsta/snickeriet.yml").read_text(encoding="utf-8")
    refused = _run(project, "close", "snickerit", **environment)
    assert refused.returncode == 2
    assert b"Traceback" not in refused.stderr
    assert "Menade du snickeriet?" in refused.stderr.decode("utf-8")


def test_a_path_with_spaces_and_letters_of_ours(project: Path) -> None:
    """Under `LC_ALL=C` as well, where Python would read names of files as ASCII."""
    done = _run(project, "build", "--out", "färdig sajt", LC_ALL="C")
    assert done.returncode == 0, done.stderr.decode()
    assert _run(project, "build", "--check", "färdig sajt", LC_ALL="C").returncode == 0
    (project / "färdig sajt/index.html").unlink()
    assert _run(project, "build", "--check", "färdig sajt", LC_ALL="C").returncode == 1


def test_a_clock_set_back(project: Path) -> None:
    """A record that is confirmed later than today is told; nothing is written, and the old site stays."""
    assert _run(project, "confirm", "snickeriet", "--av", "Farsta").returncode == 0
    before = (project / "catalogue/farsta/snickeriet.yml").read_bytes()
    for words in (("validate",), ("build",), ("confirm", "snickeriet", "--av", "Farsta")):
        done = _run(project, *words, SOURCE_DATE_EPOCH="1546344000")  # 2019-01-01 12:00 UTC
        told = (done.stdout + done.stderr).decode()
        assert "Traceback" not in told
        assert done.returncode in (1, 2), words
        assert "2019-01-01" in told, words
    assert (project / "catalogue/farsta/snickeriet.yml").read_bytes() == before
    assert not (project / "site").exists()
