"""The last step of every edit command: check what the files would become, write them, say what happened.

Input: `Changes`. Output: an exit code. The modules with edit commands depend on it.
"""

from __future__ import annotations

from katalog.commands.options import CATALOGUE, SCHEMA
from katalog.edit.files import Changes, check_changes, write_changes
from katalog.record import report
from katalog.record.problem import has_errors
from katalog.record.schema import load_schema


def finish(changes: Changes, idag: str) -> int:
    """0 when written (or nothing had to be), 1 when the result would hold errors: then nothing is written."""
    problems = check_changes(CATALOGUE, load_schema(SCHEMA), idag, changes)
    for problem in problems:
        print(report.line_of(problem))
    if has_errors(problems):
        print("Inget är ändrat. Rätta felen först.")
        return 1
    told = [f"{path.as_posix()}: {_kind(path.exists(), raw)}" for path, raw in changes.items()]
    write_changes(changes)
    for line in told or ["Inget behövde ändras."]:
        print(line)
    return 0


def _kind(is_there: bool, raw: bytes | None) -> str:
    if raw is None:
        return "borttagen"
    return "ändrad" if is_there else "ny"


def posts(count: int) -> str:
    """`1 post`, `2 poster`."""
    return "1 post" if count == 1 else f"{count} poster"
