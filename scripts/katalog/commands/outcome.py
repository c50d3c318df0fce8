"""What the commands that edit share: change the named records, check what they would become, write them, say what
happened.

Input: ids and a change, or `Changes`. Output: an exit code.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from katalog.commands.options import CATALOGUE, SCHEMA, misused
from katalog.edit.files import Changes, UnknownIdError, check_changes, find_record, write_changes
from katalog.edit.lines import EditError
from katalog.record import report
from katalog.record.problem import Problem, has_errors
from katalog.record.schema import load_schema


def finish(changes: Changes, idag: str, *, told: Collection[Problem] = ()) -> int:
    """0 when written (or nothing had to be), 1 when the result would hold errors: then nothing is written. `told` are
    problems that stand on the screen already."""
    problems = check_changes(CATALOGUE, load_schema(SCHEMA), idag, changes)
    for problem in problems:
        if problem not in told:
            print(report.line_of(problem))
    if has_errors(problems):
        print("Inget är ändrat. Rätta felen först.")
        return 1
    done = [f"{path.as_posix()}: {_kind(path.exists(), raw)}" for path, raw in changes.items()]
    write_changes(changes)
    for line in done or ["Inget behövde ändras."]:
        print(line)
    return 0


def _kind(is_there: bool, raw: bytes | None) -> str:
    if raw is None:
        return "borttagen"
    return "ändrad" if is_there else "ny"


def posts(count: int) -> str:
    """`1 post`, `2 poster`."""
    return "1 post" if count == 1 else f"{count} poster"


def edit_records(words: Sequence[str], change: Callable[[bytes], bytes], idag: str) -> int:
    """Change each record that `words` name, all or none. Exit codes as in `finish`; 2 for an id that nobody has."""
    changes: dict[Path, bytes | None] = {}
    for word in words:
        try:
            path = find_record(CATALOGUE, word)
            changes[path] = change(path.read_bytes())
        except UnknownIdError as error:
            return misused(str(error))
        except EditError as error:
            return refused(path, error)
    return finish({path: raw for path, raw in changes.items() if raw != path.read_bytes()}, idag)


def refused(path: Path, error: EditError) -> int:
    """Say why a record cannot be changed; the exit code for it."""
    print(f"{path.as_posix()}: {error} Inget är ändrat.")
    return 1
