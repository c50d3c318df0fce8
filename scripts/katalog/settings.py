"""What the site is told from outside: where it lives, where the forge and the editors' mailbox are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PUBLISHER_KINDS = ("kommun", "region", "myndighet", "forening", "foretag", "universitet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes the site. `kind` is one of `PUBLISHER_KINDS`; `number` an organisation number, ten digits."""

    name: str = ""
    kind: str = ""
    number: str = ""

    @property
    def is_whole(self) -> bool:
        """The number may be left out."""
        return bool(self.name) and self.kind in PUBLISHER_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """A function that answers about the data, never a person."""

    name: str = ""
    mailbox: str = ""

    @property
    def is_whole(self) -> bool:
        return bool(self.name and self.mailbox)


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
    publisher: Publisher = Publisher()
    contact: ContactPoint = ContactPoint()

    @property
    def receiver(self) -> str:
        """Who is given what somebody has written where there is no mailbox of the editors': the function that answers
        about the data, else who publishes; "" when the site has told of nobody."""
        return f"{self.contact.name}, {self.contact.mailbox}" if self.contact.is_whole else self.publisher.name

    @property
    def is_reachable(self) -> bool:
        """Is there any way for an answer to come to somebody?"""
        return bool(self.mailbox or self.edit_url or self.new_url or self.receiver)


# GitHub and GitHub Enterprise: /owner/repository/edit/branch/. Others name their pages otherwise and must be told.
_GITHUB_EDIT = re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/(.+/)")


def new_url_of(edit_url: str) -> str:
    """The forge's page for a new file, when it follows from the edit page's address; else empty."""
    found = _GITHUB_EDIT.fullmatch(edit_url)
    return f"{found[1]}/new/{found[2]}" if found else ""


def missing_for_dcat(settings: Settings) -> tuple[str, ...]:
    """What must be set before there is a file for dataportal.se, as the settings are called."""
    held = {
        "SITE_URL": bool(settings.site_url),
        "extra.katalog.utgivare (namn, typ)": settings.publisher.is_whole,
        "extra.katalog.kontakt (namn, brevlada)": settings.contact.is_whole,
    }
    return tuple(name for name, is_there in held.items() if not is_there)
