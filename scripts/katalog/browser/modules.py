"""The scripts of the site: where they lie, and which modules one of them needs.

Input: an entry, a module by its path below `FOLDER`. Output: the modules that it reaches by its imports. What is
published, or named in a page's head, follows from the scripts themselves; no list is kept by hand.
"""

from __future__ import annotations

import os.path
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "assets" / "js"
# As our modules write it: on a line of its own, with a relative address. A type's import in a comment loads nothing.
_IMPORT = re.compile(r'^(?:import|export) (?:[^"]*? from )?"(\.[^"]+)";$', re.MULTILINE)

# Lines that are a remark alone.
_REMARK = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/)[ \t]*\n", re.MULTILINE)


def reached(entry: str, folder: Path = FOLDER) -> dict[str, str]:
    """The module `entry` ("search/main.js") and all that it imports, near or far: path below `folder` -> text, sorted
    by path."""
    found: dict[str, str] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = (folder / name).read_text(encoding="utf-8")
            waiting += (imported_path(name, address) for address in _IMPORT.findall(found[name]))
    return dict(sorted(found.items()))


def unremarked(module: str) -> str:
    """A module without the lines that are remarks alone: those are for who works here, and every phone would fetch
    them. No text of ours has such a line within it."""
    return _REMARK.sub("", module)


def imported_path(name: str, address: str) -> str:
    """What an address written in the module `name` means, as a path below the scripts' folder."""
    return os.path.normpath(os.path.join(os.path.dirname(name), address)).replace(os.sep, "/")  # noqa: PTH118, PTH120  # an address, not a file
