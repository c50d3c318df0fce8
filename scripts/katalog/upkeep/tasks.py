"""What is due as an issue in the forge: boxes to tick, with the very lines of each file that a confirmation changes.

Input: `Overview`, and the lines to change for an item. Output: Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from katalog.derive.due import Item
from katalog.edit.changes import LineChange
from katalog.exports.due import render_tasks
from katalog.exports.overview import Overview
from katalog.wording.markdown import code

MOST_CHARACTERS = 60_000  # GitHub refuses the body of an issue above 65,536
_TASK = "\n- [ ] "
LineChanges = Callable[[Item], list[LineChange]]


def render_issue(overview: Overview, line_changes: LineChanges) -> str:
    """The list of tasks, cut to what a forge takes; `line_changes` gives nothing for a file in which no single line
    can be pointed out."""
    return _cut(render_tasks(overview, lambda item: _lines(line_changes(item))), overview)


def _cut(text: str, overview: Overview) -> str:
    """Whole tasks only, then how many are left out and where all of them stand."""
    if len(text) <= MOST_CHARACTERS:
        return text
    last = text.rfind(_TASK, 0, MOST_CHARACTERS - 300)
    area = f" --omrade {overview.area.slug}" if overview.area else ""
    where = (
        f"Hela listan: {overview.address}aktualitet/{overview.name}.md"
        if overview.address
        else (f"Hela listan: {code(f'katalog stale{area} --format kalkylblad')}")
    )
    return f"{text[:last]}\n\nListan är kortad. {text.count(_TASK, last)} poster till. {where}\n"


def _lines(changes: list[LineChange]) -> Iterator[str]:
    if changes:
        yield "  - Eller ändra själv i filen: " + "; ".join(_change(change) for change in changes)


def _change(change: LineChange) -> str:
    if change.old is None:
        return f"lägg till {code(change.new)} före rad {change.number}"
    return f"rad {change.number} från {code(change.old)} till {code(change.new)}"
