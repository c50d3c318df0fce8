"""A generated page before it has a frame, and what the site is told from outside. Rendering makes pages; stamping and
building use them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site.

    `address` is its path from the site's root, ending in `/` (the start page is ""); `title` and `text` are plain
    text (heading of the tab; description to search engines); `body` is safe HTML with one h1; `head` is safe HTML
    for the head (linked data); `source` is the file a reader may correct; `changed` an ISO date for the sitemap,
    which leaves out what is not `is_listed`.
    """

    address: str
    title: str
    text: str
    body: str
    head: str = ""
    source: str | None = None
    changed: str | None = None
    is_listed: bool = True

    @property
    def depth(self) -> int:
        """How many folders below the root; 0 for the start page."""
        return self.address.count("/")

    @property
    def file(self) -> str:
        """Where the page is written, relative to the site's folder."""
        return f"{self.address}index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What mkdocs.yml or the environment says of where the site lives. Empty means not configured: what depends on it
    is left out."""

    site_name: str
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
