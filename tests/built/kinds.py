"""Which pages stand for all: found in the built site itself, so that a kind of page added later is tested too."""

from __future__ import annotations

import re
from pathlib import Path

# Pages in these languages differ in words alone; Arabic, which runs the other way, is looked at page by page.
_READ_THE_SAME_WAY = ("en", "fi", "so")
_FEW = 5  # so few pages in one folder are each a kind of their own
_MARKS = {"stängd": "har stängt.</strong>", "förebild": "exempel från en annan kommun.</strong>",
          "flyttad": 'http-equiv="refresh"', "tom": "Här finns inget i katalogen än"}  # fmt: skip


def kinds_of_page(site: Path) -> dict[str, str]:
    """Kind -> address below the site's root (`404.html`, `stadsdel/farsta/`): of each kind the page that
    shows most of what its template can show."""
    families: dict[tuple[str, ...], list[Path]] = {}
    for path in sorted(site.rglob("*.html")):
        families.setdefault(_family(path.relative_to(site)), []).append(path)
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


def _family(path: Path) -> tuple[str, ...]:
    """First folder, depth, and the last folder where it names a kind (`blad`) and no value."""
    folders = tuple("språk" if part in _READ_THE_SAME_WAY else part for part in path.parts[:-1])
    last = folders[2:] if folders and not folders[-1].isdecimal() else ()
    return (folders[0] if folders else path.stem, str(len(folders)), *last)


def _says(path: Path, mark: str) -> bool:
    return mark in path.read_text(encoding="utf-8").replace("\u00ad", "")


def _richest(paths: list[Path]) -> Path:
    """The page with the most different parts; of those the shortest, since more of the same shows nothing new."""
    return max(paths, key=lambda path: (len(_parts(path)), -path.stat().st_size))


def _parts(path: Path) -> set[str]:
    return set(re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8")))
