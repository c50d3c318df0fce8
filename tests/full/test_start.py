"""What README promises: from a fresh copy, an empty home and the system's own Python, `make` is all that is needed.

Uses the network: everything is downloaded as it is the first time.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import PROJECT

PATIENCE_S = 600
MADE = (".git", ".venv", ".cache", "site", "__pycache__", "*.egg-info", ".*_cache", ".hypothesis")
_SYSTEM = Path("/usr/bin/python3")


def _system_python() -> str:
    """The distribution's, which README promises, where it is new enough; else the one that this is run with."""
    asked = [str(_SYSTEM), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
    is_new = _SYSTEM.exists() and subprocess.run(asked, check=False).returncode == 0
    return str(_SYSTEM) if is_new else str(Path(sys.base_prefix, "bin/python3"))


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ny") / "katalogen"
    shutil.copytree(PROJECT, folder, ignore=shutil.ignore_patterns(*MADE))
    return folder


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with nothing but the system's programs and an empty home."""
    return {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path_factory.mktemp("hem"))}


def _told(server: subprocess.Popen[str]) -> Iterator[str]:
    """What a server says until it serves."""
    assert server.stdout is not None
    for line in server.stdout:
        yield line
        if "Serving on" in line or "Sajten visas nu" in line:
            return


def test_serve_from_nothing(checkout: Path, empty: dict[str, str]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["make", "serve", f"PYTHON={_system_python()}", f"PORT={port}"]
    with subprocess.Popen(
        command,
        cwd=checkout,
        env=empty,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as server:
        try:
            assert next(_told(server)).startswith("Skapar .venv")
            list(_told(server))
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE_S) as answer:
                assert "Hitta sysselsättning" in answer.read().decode()
        finally:
            os.killpg(server.pid, signal.SIGTERM)
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5)


def test_what_make_test_needs_from_nothing(checkout: Path, empty: dict[str, str]) -> None:
    """Its installation, its browser, and one test in that browser; the rest is what runs everywhere else."""
    for command in (
        ["make", ".venv/.test", f"PYTHON={_system_python()}"],
        [".venv/bin/python", "-m", "tests.chromium"],
        [".venv/bin/python", "-m", "pytest", "-q", "tests/house/test_pins.py", "tests/browser/search/test_motor.py"],
    ):
        done = subprocess.run(
            command, cwd=checkout, env=empty, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
