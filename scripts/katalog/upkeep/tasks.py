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

# GitHub refuses the body of an issue above 65,536 characters ("body is too long (maximum is 65536 characters)",
# https://github.com/trstringer/manual-approval/issues/89, read 2026-11-26). Forgejo and Gitea hold it in a LONGTEXT,
# which takes more. Titles: GitHub 256 (https://github.com/DavyJonesLocker/party_foul/pull/122), Forgejo and Gitea 255
# (`CreateIssueForm` in services/forms/repo_form.go); .github/paminn.sh writes them, a test holds them to that.
MOST_CHARACTERS = 60_000
_ROOM = 300  # characters, for what tells of the rest
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
    last = max(text.rfind(_TASK, 0, MOST_CHARACTERS - _ROOM), text.find("\n"))
    area = f" --omrade {overview.area.slug}" if overview.area else ""
    where = (
        f"Hela listan: {overview.address}aktualitet/{overview.name}.md"
        if overview.address
        else (f"Hela listan: {code(f'katalog stale{area} --format kalkylblad')}")
    )
    return (
        f"{_without_empty_headings(text[:last])}\n\nListan är kortad. {text.count(_TASK, last)} poster till. {where}\n"
    )


def _without_empty_headings(text: str) -> str:
    """Without the last headings, when nothing stands below them any more."""
    lines = text.split("\n")
    while lines[-1].startswith("##") or not lines[-1]:
        lines.pop()
    return "\n".join(lines)


def _lines(changes: list[LineChange]) -> Iterator[str]:
    if changes:
        yield "  - Eller ändra själv i filen: " + "; ".join(_change(change) for change in changes)


def _change(change: LineChange) -> str:
    if change.old is None:
        return f"lägg till {code(change.new)} före rad {change.number}"
    return f"rad {change.number} från {code(change.old)} till {code(change.new)}"
