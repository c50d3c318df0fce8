"""Which pages stand for all: found in the built site itself, so that a kind of page added later is tested too."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests.built.document import pages_of

# Pages in these languages differ in words alone; Arabic, which runs the other way, is looked at page by page.
_READ_THE_SAME_WAY = ("en", "fi", "so")
_NEARLY = 0.95
_NAMED_AT = 3  # folders deep: `stadsdel/farsta/blad`
_FEW = 6  # so few pages in one folder are each a kind of their own
_MARKS = {"stängd": "har stängt.</strong>", "förebild": "exempel från en annan kommun.</strong>",
          "flyttad": 'http-equiv="refresh"', "tom": "Här finns inget i katalogen än"}  # fmt: skip


def kinds_of_page(site: Path) -> dict[str, str]:
    """Kind -> address below the site's root (`404.html`, `stadsdel/farsta/`): of each kind the page that
    shows most of what its template can show."""
    pages = pages_of(site)
    many = _halls([path.relative_to(site).parts for path in pages])
    families: dict[tuple[str, ...], list[Path]] = {}
    for path in pages:
        families.setdefault(_family(path.relative_to(site), many), []).append(path)
    found: dict[str, Path] = {}
    for family, paths in families.items():
        name = "/".join(family)
        if 1 < len(paths) <= _FEW:
            found |= {f"{name} {path.parent.name}": path for path in paths}
            continue
        marked = {word: [path for path in paths if _says(path, mark)] for word, mark in _MARKS.items()}
        special = {path for group in marked.values() for path in group}
        found[name] = _richest([path for path in paths if path not in special] or paths)
        found |= {f"{name} {word}": _richest(group) for word, group in marked.items() if group}
    addresses = {kind: path.relative_to(site).as_posix().removesuffix("index.html") for kind, path in found.items()}
    first_name = {address: kind for kind, address in reversed(addresses.items())}
    return {kind: address for kind, address in addresses.items() if first_name[address] == kind}


def _halls(paths: list[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Second folders that hold a page for each of many values (`hitta-ratt/stadsdel/`)."""
    inside = Counter(parts[:2] for parts in paths if len(parts) == _NAMED_AT + 1)
    return {folders for folders, count in inside.items() if count > _FEW}


def _family(path: Path, halls: set[tuple[str, ...]]) -> tuple[str, ...]:
    """First folder, depth, and the folder that names a kind and no value: the last (`blad`), or that of a hall. Deeper
    lie pages of pairs of values, all of one kind."""
    folders = tuple("språk" if part in _READ_THE_SAME_WAY else part for part in path.parts[:-1])
    kind = folders[1:2] if folders[:2] in halls else folders[2:]
    last = kind if len(folders) == _NAMED_AT and not folders[-1].isdecimal() else ()
    return (folders[0] if folders else path.stem, str(len(folders)), *last)


def _says(path: Path, mark: str) -> bool:
    return mark in path.read_text(encoding="utf-8").replace("\u00ad", "")


def _richest(paths: list[Path]) -> Path:
    """The shortest page of those with about the most different parts, since more of the same shows nothing new."""
    counted = {path: len(_parts(path)) for path in paths}
    enough = _NEARLY * max(counted.values())
    return min((path for path in paths if counted[path] >= enough), key=lambda path: (path.stat().st_size, path))


def _parts(path: Path) -> set[str]:
    return set(re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8")))
