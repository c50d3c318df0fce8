"""Problems -> text for people, JSON for tools, or annotations for GitHub."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from katalog.record.characters import FORBIDDEN, lines_of
from katalog.record.check import Checked
from katalog.record.problem import Problem

_RED, _YELLOW, _BOLD, _DIM, _END = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_SHOWN_WIDTH = 100


def text_report(checked: Checked) -> Iterator[str]:
    """One line a problem: `path:line:col: fel|varning kod: meddelande`; the last line sums up."""
    for problem in checked.problems:
        yield line_of(problem)
    yield summary(checked)


def terminal_report(checked: Checked, colour: bool) -> Iterator[str]:
    """As `text_report`, with the offending line and a caret below it."""
    sources: dict[str, list[str]] = {}
    for problem in checked.problems:
        yield _coloured(problem) if colour else line_of(problem)
        source = sources.setdefault(problem.path, _read_lines(problem.path))
        if problem.line <= len(source) and source[problem.line - 1].strip():
            yield from _excerpt(source[problem.line - 1], problem, colour)
    yield summary(checked)


def json_report(checked: Checked) -> Iterator[str]:
    """`{"filer": n, "problem": [...]}` with the attributes of `Problem`."""
    problems = [asdict(problem) for problem in checked.problems]
    yield json.dumps({"filer": checked.files, "problem": problems}, ensure_ascii=False, indent=1)


def github_report(checked: Checked) -> Iterator[str]:
    """Workflow commands (docs.github.com, "Workflow commands for GitHub Actions", setting an error message)."""
    for problem in checked.problems:
        kind = "error" if problem.is_error else "warning"
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={problem.code}"
        yield f"::{kind} {place}::{_data(problem.message)}"
    yield summary(checked)


REPORTS: dict[str, Callable[[Checked], Iterator[str]]] = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
}


def line_of(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}:{problem.column}: {problem.level} {problem.code}: {problem.message}"


def summary(checked: Checked) -> str:
    """How many records, errors and warnings."""
    errors = _errors(checked)
    warnings = len(checked.problems) - errors
    posts = "1 post" if checked.files == 1 else f"{checked.files} poster"
    return f"{posts}, {errors} fel, {warnings} {'varning' if warnings == 1 else 'varningar'}."


def counted_errors(checked: Checked) -> str:
    """`3 fel`, or nothing when there are none."""
    errors = _errors(checked)
    return f"{errors} fel" if errors else ""


def _errors(checked: Checked) -> int:
    return sum(problem.is_error for problem in checked.problems)


def _coloured(problem: Problem) -> str:
    tint = _RED if problem.is_error else _YELLOW
    place = f"{_BOLD}{problem.path}:{problem.line}:{problem.column}:{_END}"
    return f"{place} {tint}{problem.level} {problem.code}:{_END} {problem.message}"


def _excerpt(line: str, problem: Problem, colour: bool) -> Iterator[str]:
    start = max(0, problem.column - 1 - _SHOWN_WIDTH // 2)
    shown = re.sub(FORBIDDEN, "\ufffd", line).replace("\t", " ")[start : start + _SHOWN_WIDTH]
    dim, tint, end = (_DIM, _RED if problem.is_error else _YELLOW, _END) if colour else ("", "", "")
    yield f"  {dim}{problem.line:>4} | {shown}{end}"
    yield f"  {dim}     | {end}{tint}{' ' * (problem.column - 1 - start)}^{end}"


def _read_lines(path: str) -> list[str]:
    try:
        text = Path(path).read_bytes().decode("utf-8-sig", "replace")
        return lines_of(unicodedata.normalize("NFC", text))  # as the loader counted the columns
    except OSError:
        return []


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
