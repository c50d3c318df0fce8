"""Finds the browser that the tests run in, or installs one. `python -m tests.chromium` does it before pytest starts.

Never skips: without a browser it says in one line what to install, and fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

LIGHT = "chromium-headless-shell"  # without windows of its own: a fifth of the processor time for each page
NAMES = (LIGHT, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "Ingen Chromium hittades. Installera den (Debian: apt install chromium) eller sätt CHROMIUM till dess sökväg."
_INSTALL = ("install", "-y", "--no-install-recommends")
_IMPATIENT = ("-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20")  # without a network it is soon given up


class ChromiumError(Exception):
    """There is no browser, and none could be installed."""


def arguments() -> list[str]:
    """A browser that talks to nobody but the page under test. Root cannot use Chromium's sandbox."""
    sandbox = ["--no-sandbox"] if _is_root() else []
    return [*sandbox, "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]  # fmt: skip


def find() -> str | None:
    """The path of an installed browser: the one that is asked for, one on PATH, or Playwright's own."""
    asked = os.environ.get("CHROMIUM")
    if asked:
        return shutil.which(asked)
    return next((path for name in NAMES if (path := shutil.which(name))), None) or _playwrights_own()


def find_or_install() -> str:
    """Raises ChromiumError when there is none and none could be installed."""
    found = find()
    if found or os.environ.get("CHROMIUM"):  # who names a browser wants that one and no other
        return _sure(found)
    print("Ingen Chromium hittades. Installerar den, det tar någon minut ...", flush=True)
    for commands in (_debian(LIGHT), _debian("chromium"), _playwright()):
        if all(_runs(command) for command in commands) and (found := find()):
            return found
    return _sure(None)


def _sure(found: str | None) -> str:
    if found is None:
        raise ChromiumError(MISSING)
    return found


def lighten() -> None:
    """Where there is a browser with windows, have the light one too if that can be done without a question."""
    if not os.environ.get("CHROMIUM") and shutil.which(LIGHT) is None and find():
        print("Installerar en lättare Chromium, om den finns att hämta ...", flush=True)
        all(_runs(command) for command in _debian(LIGHT))


def _debian(package: str) -> Iterator[list[str]]:
    """A package of Debian's, when it may be installed without a question."""
    if shutil.which("apt-get") is None:
        return
    if _is_root():
        before = []
    elif shutil.which("sudo") and _runs(["sudo", "-n", "true"]):
        before = ["sudo", "-n"]
    else:
        return
    yield [*before, "apt-get", "update", "-q", *_IMPATIENT]
    yield [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *_INSTALL, package]


def _playwright() -> Iterator[list[str]]:
    yield [sys.executable, "-m", "playwright", "install", "chromium"]


def _runs(command: list[str]) -> bool:
    try:
        return (
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
        )
    except OSError:
        return False


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # a slow import that most runs do not need

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    lighten()
    try:
        print(f"Chromium: {find_or_install()}")
    except ChromiumError as error:
        sys.exit(str(error))
