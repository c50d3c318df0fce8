"""What `receive`, `import` and `new --fil` share: tell in words what would change, ask on the terminal, write all or
nothing.

Input: `Changes` and the options that `add_agreeing` adds. Output: an exit code: 0 written, or nothing would change; 1
nothing is written, though something would change (wrong data, a no, nobody to ask, `--visa`). Who calls has 2 for what
is not theirs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from katalog.commands.options import CATALOGUE, SCHEMA
from katalog.commands.outcome import finish
from katalog.derive.vocabulary import read_vocabularies
from katalog.edit.files import Changes, check_changes
from katalog.record import report
from katalog.record.problem import has_errors
from katalog.record.schema import load_schema
from katalog.upkeep.compare import compare_changes
from katalog.upkeep.telling import tell_changes

NOT_WRITTEN = "Inget är skrivet."
NOBODY = "Kör kommandot i en terminal för att svara, eller med --ja för att skriva utan fråga."
ONLY_SHOWN = "--visa visar bara. Kör igen utan --visa för att skriva."
_TERMINAL = Path("/dev/tty")
Held = Mapping[Path, bytes | None]


def add_agreeing(command: argparse.ArgumentParser) -> None:
    """The options `--ja` and `--visa`; not both."""
    either = command.add_mutually_exclusive_group()
    either.add_argument("--ja", action="store_true", help="skriv utan att fråga")
    either.add_argument("--visa", action="store_true", help="visa bara, skriv inget")


def agree(  # noqa: PLR0913  # keyword-only, each with a default
    changes: Changes,
    options: argparse.Namespace,
    idag: str,
    *,
    question: str,
    said: Sequence[str] = (),
    told: Held | None = None,
    is_read: bool = False,
) -> int:
    """Tell `said`, then what `changes` would mean, ask `question` and write. See the module for the exit code.

    `options` holds what `add_agreeing` reads. `question` is a sentence without its "(j/n)": "Skriva rättelsen?". Who
    has told the changes already gives what the files held then (`held`) as `told`. `is_read` as for `answering`.
    """
    found = held(changes) if told is None else told
    changes = {path: raw for path, raw in changes.items() if raw != found[path]}
    _print(said)
    schema = load_schema(SCHEMA)
    problems = check_changes(CATALOGUE, schema, idag, changes)
    if not changes or has_errors(problems):
        return finish(changes, idag)
    if told is None:
        lines = tell_changes(compare_changes(CATALOGUE, changes, schema), read_vocabularies(schema), idag)
        _print(["", *lines, ""])
    _print(list(map(report.line_of, problems)))
    if not is_wanted(options, question, is_read=is_read):
        print(NOT_WRITTEN)
        return 1
    if any(raw != found[path] for path, raw in held(changes).items()):
        print(f"Katalogen har ändrats medan du läste. {NOT_WRITTEN} Kör kommandot igen.")
        return 1
    return finish(changes, idag, told=problems)


def is_wanted(options: argparse.Namespace, question: str, *, is_read: bool = False) -> bool:
    """The answer to `question`; says itself why there is none."""
    if options.visa:
        print(ONLY_SHOWN)
        return False
    if options.ja:
        return True
    with answering(is_read=is_read) as lines:
        if lines is None:
            print(NOBODY)
            return False
        return ask(question, lines)


def ask(question: str, lines: IO[str]) -> bool:
    """Ask until the answer is a yes or a no. An empty answer, and the end of the input, is a no."""
    while True:
        answer = _answer(f"{question} (j/n) ", lines).strip().lower()
        if answer in ("", "n", "nej", "j", "ja"):
            return answer.startswith("j")


def _answer(prompt: str, lines: IO[str]) -> str:
    if lines is sys.stdin:
        try:
            return input(prompt)
        except EOFError:
            return ""
    print(prompt, end="", flush=True)
    return lines.readline()


@contextmanager
def answering(*, is_read: bool = False) -> Iterator[IO[str] | None]:
    """Where a person answers: standard input when that is a terminal. `is_read`: what came was read from there, so
    that a person answers in the terminal itself. None when there is nobody to ask."""
    if sys.stdin is not None and sys.stdin.isatty():
        yield sys.stdin
        return
    terminal: IO[str] | None = None
    if is_read:
        with suppress(OSError):
            terminal = _TERMINAL.open(encoding="utf-8", errors="replace")
    try:
        yield terminal
    finally:
        if terminal is not None:
            terminal.close()


def held(paths: Iterable[Path]) -> Held:
    """What stands in each file now; None where there is none."""
    return {path: path.read_bytes() if path.exists() else None for path in paths}


def _print(lines: Sequence[str]) -> None:
    for line in lines:
        print(line)
