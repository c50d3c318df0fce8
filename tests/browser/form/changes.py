"""Changes of records, and what `katalog review` says of them, taken apart as docs/assets/js/record/telling.js gives it:
the rows of the table and what the reader will see."""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from katalog.derive.vocabulary import Vocabularies
from katalog.record.load import load_file
from katalog.upkeep.compare import compare_folders
from katalog.upkeep.review import render_review
from katalog.wording.told import CHANGES
from tests.support import CASES, CATALOGUE, IDAG

Data = dict[str, Any]
Pair = tuple[Data, Data]
_MARK = re.compile(r"\\(.)")


def changes(number: int) -> list[Pair]:
    """Records of the catalogue and of the cases, each beside one with some fields of another, or without."""
    chance = random.Random(14)  # noqa: S311  # the same on every run
    known = [*_loaded(CATALOGUE), *_loaded(CASES / "valid")]
    return [(before, _mixed(before, chance.choice(known), chance)) for before in chance.choices(known, k=number)]


def _loaded(folder: Path) -> Iterator[Data]:
    for path in sorted(folder.rglob("*.yml")):
        data = load_file(path, path.name, folder).data
        if data:
            yield dict(data)


def _mixed(one: Data, other: Data, chance: random.Random) -> Data:
    mixed = dict(one)
    for name in chance.sample(sorted({*one, *other} - {"namn"}), k=3):
        if name in other:
            mixed[name] = other[name]
        else:
            mixed.pop(name)
    return mixed


def reviewed(pairs: list[Pair], folder: Path, words: Vocabularies) -> Iterator[Mapping[str, Any]]:
    """For each pair that differs, in order: its number, and the rows and sentences of the review."""
    for at, pair in enumerate(pairs):
        for side, data in zip(("before", "after"), pair, strict=True):
            path = folder / side / "farsta" / f"p{at:05}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    text = render_review(compare_folders(folder / "before", folder / "after", words.schema), [], words, IDAG)
    parts = re.split(r"^### .*\n\n`catalogue/farsta/p(\d+)\.yml`$", text, flags=re.MULTILINE)[1:]
    told = {int(number): part for number, part in zip(parts[::2], parts[1::2], strict=True)}
    return ({"at": at, **_taken_apart(told[at])} for at in sorted(told))


def _taken_apart(part: str) -> dict[str, Any]:
    lines = part.split("\n## ", maxsplit=1)[0].splitlines()
    rows = [line[2:-2].split(" | ") for line in lines if line.startswith("| ") and not line.startswith("| ---")]
    return {
        "rows": [{"title": _bare(t), "before": _cell(b), "after": _cell(a)} for t, b, a in rows[1:]],
        "seen": [_bare(line[2:]) for line in lines if line.startswith("- ")],
    }


def _cell(cell: str) -> list[str]:
    return [] if cell == f"*{CHANGES['saknas']}*" else [_bare(line) for line in cell.split("<br>")]


def _bare(text: str) -> str:
    return html.unescape(_MARK.sub(r"\1", text))
