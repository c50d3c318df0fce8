"""A planned change -> lines of plain text for the terminal: what `katalog review` tells, without Markdown.

Input: `Difference`, vocabularies, the day. Output: lines in which nothing can steer a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.derive.vocabulary import Vocabularies
from katalog.upkeep.compare import Difference, FieldChange, Kind, RecordChange
from katalog.upkeep.review import SEEN, both_sides, seen_by_readers, wording_of
from katalog.wording.rows import Row
from katalog.wording.told import CHANGES
from katalog.wording.unchecked import Unchecked
from katalog.wording.visible import visible

_HEADS: dict[Kind, str] = {
    "ny": "{namn}: ny verksamhet",
    "stangd": "{namn}: stängs",
    "andrad": "{namn}: ändras",
    "bekraftad": "{namn}: bekräftas, inget annat ändras",
    "bytt-id": "{namn}: byter id",
    "borttagen": "{namn}: tas bort",
    "olaslig": "{namn}: går inte att läsa",
}
_BEFORE, _AFTER = "    före:  ", "    efter: "


def tell_changes(difference: Difference, words: Vocabularies, idag: str) -> list[str]:
    """All changed records in order of id, an empty line between two."""
    wording = wording_of(difference, words, idag)
    told = [line for change in difference.changes for line in ("", *_record(change, wording))]
    told += [f"{visible(file)}: bara form och kommentarer ändras" for file in difference.only_form]
    return told[1:] if told[:1] == [""] else told


def _record(change: RecordChange, wording: Unchecked) -> Iterator[str]:
    yield visible(_HEADS[change.kind].format(namn=change.name))
    yield f"  {visible(change.file)}"
    if change.kind == "ny" and change.after is not None:
        for row in wording.rows(change.after):
            yield from _single(row)
    for field in change.fields:
        yield from _changed(field, wording)
    seen = [visible(line) for line in seen_by_readers(change, wording)]
    if seen:
        yield f"  {SEEN}:"
        yield from (f"    - {line}" for line in seen)


def _single(row: Row) -> Iterator[str]:
    lines = _lines(row)
    if len(lines) == 1:
        yield f"  {visible(row.title)}: {lines[0]}"
    else:
        yield f"  {visible(row.title)}:"
        yield from (f"    - {line}" for line in lines)


def _changed(field: FieldChange, wording: Unchecked) -> Iterator[str]:
    """Of a longer field only what differs: who looks for the change shall not have to compare."""
    title, old, new = both_sides(field, wording)
    before, after = _lines(old), _lines(new)
    yield f"  {visible(title)}"
    if len(before) > 1 or len(after) > 1:
        yield from _listed(before, after)
    else:
        yield f"{_BEFORE}{before[0]}"
        yield f"{_AFTER}{after[0]}"


def _listed(before: list[str], after: list[str]) -> Iterator[str]:
    gone = [line for line in before if line not in after]
    come = [line for line in after if line not in before]
    yield from (f"    bort:  {line}" for line in gone)
    yield from (f"    nytt:  {line}" for line in come)
    if not gone and not come:
        yield f"    ny ordning: {'; '.join(after)}"
    elif stays := len(before) - len(gone):
        yield f"    ({stays} {'rad' if stays == 1 else 'rader'} som förut)"


def _lines(row: Row) -> list[str]:
    return [visible(line.plain) for line in row.lines] or [CHANGES["saknas"]]
