"""What the site is told from outside: where it lives, where the forge and the editors' mailbox are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What mkdocs.yml or the environment says of where the site lives. Empty means not configured: what depends on it
    is left out."""

    site_name: str
    root: Path = Path()  # the project's folder, as seen from where the command runs
    site_url: str = ""
    edit_url: str = ""  # address of the forge's edit page up to the file's path, with a slash at the end
    new_url: str = ""  # address of the forge's page for a new file, up to the folder, with a slash at the end
    mailbox: str = ""  # the editors' function mailbox


# GitHub and GitHub Enterprise: /owner/repository/edit/branch/. Others name their pages otherwise and must be told.
_GITHUB_EDIT = re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/(.+/)")


def new_url_of(edit_url: str) -> str:
    """The forge's page for a new file, when it follows from the edit page's address; else empty."""
    found = _GITHUB_EDIT.fullmatch(edit_url)
    return f"{found[1]}/new/{found[2]}" if found else ""
