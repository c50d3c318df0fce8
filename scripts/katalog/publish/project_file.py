"""What mkdocs.yml and the environment say, read without any site generator: the settings of the site, and the choice of
what makes its frame.

Input: the project's folder. Output: `ProjectFile`. A generator gets `config` from its adapter and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from os import environ
from pathlib import Path
from typing import Any

import yaml

from katalog.settings import ContactPoint, Publisher, Settings, new_url_of

NAME = "mkdocs.yml"
_SITE_NAME = "Hitta sysselsättning"
_ORGANISATION_DIGITS = 10


class ProjectFileError(Exception):
    """mkdocs.yml cannot be read. The message, in Swedish, tells what to do."""


@dataclass(frozen=True, kw_only=True)
class ProjectFile:
    """`config` is what the file says, with the environment's values where it names them; None becomes "" below
    `extra.katalog`, since a template asks for text."""

    root: Path
    config: Mapping[str, Any]

    @cached_property
    def told(self) -> Mapping[str, Any]:
        """What `extra.katalog` says."""
        said: dict[str, Any] = _plain((self.config.get("extra") or {}).get("katalog") or {})
        return said

    @property
    def frame(self) -> str:
        """The generator that the project has chosen; "" for none."""
        return str(self.told.get("ram", ""))

    @property
    def settings(self) -> Settings:
        site_url, told = str(self.config.get("site_url") or ""), self.told
        return Settings(
            site_name=str(self.config.get("site_name") or _SITE_NAME),
            root=self.root,
            site_url=f"{site_url.rstrip('/')}/" if site_url else "",
            edit_url=told.get("redigera", ""),
            new_url=told.get("ny_fil", "") or new_url_of(told.get("redigera", "")),
            mailbox=told.get("brevlada", ""),
            publisher=_publisher(told.get("utgivare") or {}),
            contact=_contact(told.get("kontakt") or {}),
        )


def read_project(root: Path) -> ProjectFile:
    """Nothing but a name where there is no file. Raises ProjectFileError for one that is no mapping in YAML."""
    path = root / NAME
    if not path.exists():
        return ProjectFile(root=root, config={})
    try:
        config = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # a safe loader, see below
    except yaml.YAMLError as error:
        raise ProjectFileError(f"{NAME} går inte att läsa: {' '.join(str(error).split())}") from None
    if not isinstance(config, dict):
        raise ProjectFileError(f"{NAME} ska vara namn med värden, en rad för varje.")
    return ProjectFile(root=root, config=config)


class _Loader(yaml.SafeLoader):
    """Knows `!ENV`: the names of variables, the last of a list being what holds when none of them is set."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """A variable's value is read as YAML reads a word: an empty one is null."""
    names = node.value if isinstance(node, yaml.SequenceNode) else [node]
    default = loader.construct_object(names[-1]) if len(names) > 1 else None
    for name in names[:-1] or names:
        value = environ.get(str(name.value))
        if value is not None:
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return default


_Loader.add_constructor("!ENV", _environment)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return "" if value is None else value


def _publisher(words: Mapping[str, Any]) -> Publisher:
    """An organisation number is a number to YAML when it is written without a dash."""
    told = {name: str(value or "").strip() for name, value in words.items()}
    digits = "".join(sign for sign in told.get("organisationsnummer", "") if sign.isdigit())
    number = digits if len(digits) == _ORGANISATION_DIGITS else ""
    return Publisher(name=told.get("namn", ""), kind=told.get("typ", ""), number=number)


def _contact(words: Mapping[str, Any]) -> ContactPoint:
    return ContactPoint(name=str(words.get("namn") or ""), mailbox=str(words.get("brevlada") or ""))
