"""Which letters were written when: one small file for each run, in the letters' folder.

`utskick/2026-11-26.csv` holds letter, number, record and the record's mark, no name and no mailbox: it may be
committed, and then a fresh clone knows what has been asked. To take the file away is to say that they were not sent.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from katalog.record.entry import is_id
from katalog.record.model import Record, data_of

FOLDER = "utskick"
_COLUMNS = ("brev", "nummer", "id", "avtryck")
_LETTER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARK = re.compile(r"[0-9a-f]{8}")
_NUMBER = re.compile(r"[1-9]")
_MOST_CHARACTERS = 10_000_000  # a file beyond that is none of ours


class BrokenRunError(Exception):
    """A file about a run cannot be read; the message names it and says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Sent:
    """A letter that asked about a record. `number` is 1 for the first letter, `letter` its file's name without ending,
    `mark` what the record was then (`mark_of`)."""

    day: str
    letter: str
    number: int
    id: str
    mark: str


def mark_of(record: Record) -> str:
    """CRC-32 of the record's data: how the file is laid out, and its comments, make no difference."""
    text = json.dumps(data_of(record), ensure_ascii=False, sort_keys=True)
    return f"{zlib.crc32(text.encode()):08x}"


def read_sent(folder: Path, moved: Mapping[str, str]) -> tuple[Sent, ...]:
    """All runs in the letters' folder, in order; `moved` leads from former ids. Raises BrokenRunError."""
    paths = sorted((folder / FOLDER).glob("*.csv"))
    return tuple(sorted(sent for path in paths for sent in _read(path, moved)))


def run_path(folder: Path, day: str) -> Path:
    return folder / FOLDER / f"{day}.csv"


def run_text(sent: Iterable[Sent]) -> str:
    """The file about one run."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows((one.letter, one.number, one.id, one.mark) for one in sorted(sent))
    return out.getvalue()


def _read(path: Path, moved: Mapping[str, str]) -> Iterator[Sent]:
    day = path.stem
    if not _is_day(day):
        raise _broken(path, 1, "Filens namn ska vara en dag, som 2026-11-26.csv.")
    for number, row in enumerate(_rows(path), start=1):
        if number == 1 and tuple(row) == _COLUMNS:
            continue
        if number == 1 or not _is_whole(row):
            raise _broken(path, number, f"Där ska stå {','.join(_COLUMNS)}.")
        letter, ordinal, record_id, mark = row
        yield Sent(day=day, letter=letter, number=int(ordinal), id=moved.get(record_id, record_id), mark=mark)


def _rows(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            text = file.read(_MOST_CHARACTERS)
        return [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    except (UnicodeDecodeError, csv.Error):
        raise _broken(path, 1, "Den går inte att läsa.") from None


def _is_whole(row: list[str]) -> bool:
    if len(row) != len(_COLUMNS):
        return False
    letter, ordinal, record_id, mark = row
    return bool(_LETTER.fullmatch(letter) and _NUMBER.fullmatch(ordinal) and is_id(record_id) and _MARK.fullmatch(mark))


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _broken(path: Path, number: int, why: str) -> BrokenRunError:
    return BrokenRunError(f"{path}:{number}: {why} Rätta filen, eller ta bort den om breven aldrig skickades.")
