"""Which site generators can make the frame: their names, and what to do when one is not there.

Light, since a command asks it before anything is made; `frames` asks it for the adapter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

_DEFAULT = "mkdocs"
_UNKNOWN = "Ramen {ram} finns inte. Välj {val}, i extra.katalog.ram i mkdocs.yml eller med --frame."
_NOT_INSTALLED = "{namn} är inte installerat. Installera det med: {kommando}"


class FrameError(Exception):
    """A frame cannot be made. The message, in Swedish as far as the generator's own words go, tells why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Generator:
    """Its adapter, the library behind that, and the list that installs it."""

    adapter: str
    library: str
    pins: str


_GENERATORS: Mapping[str, _Generator] = {
    "mkdocs": _Generator(adapter="mkdocs_frame", library="mkdocs", pins="requirements.txt"),
    "zensical": _Generator(adapter="zensical_frame", library="zensical", pins="requirements-zensical.txt"),
}
FRAMES = tuple(_GENERATORS)


def chosen_frame(*wishes: str | None) -> str:
    """The first wish that there is, else the one that is always installed."""
    return next((wish for wish in wishes if wish), _DEFAULT)


def refused_frame(name: str) -> str | None:
    """Why there can be no frame of that name: it is unknown, or not installed."""
    generator = _GENERATORS.get(name)
    if generator is None:
        return _UNKNOWN.format(ram=name, val=" eller ".join(FRAMES))
    if find_spec(generator.library):
        return None
    command = f".venv/bin/python -m pip install --require-hashes -r {generator.pins}"
    return _NOT_INSTALLED.format(namn=generator.library.capitalize(), kommando=command)


def adapter_of(name: str) -> str:
    """The module that renders."""
    return f"katalog.publish.{_GENERATORS[name].adapter}"
