"""A folder of YAML files -> every problem in it, and the catalogue when there is no error.

The one place that knows the order: load all, check shape, then rules among all. One bad file hides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from katalog.cores import chunks, run_all
from katalog.record.comments import cut_texts, may_be_cut
from katalog.record.entry import Check, Context, Entry
from katalog.record.files import check_ending, check_unread, find_files, find_unread, in_order, is_record_name
from katalog.record.load import Loaded, compose, find_marks
from katalog.record.model import Catalogue, Record, make_record
from katalog.record.moved import FILE as REDIRECTS
from katalog.record.moved import check_moved
from katalog.record.people.comments import comments_in
from katalog.record.people.words import load_words
from katalog.record.problem import DataPath, Fault, Level, Problem, has_errors
from katalog.record.reading import CHUNK, Loading, ReadBefore, shown_from
from katalog.record.remembered import Remembered, digest_of
from katalog.record.rules import persondata, prepare_across, prepare_alone
from katalog.record.schema import Schema, spelled_out
from katalog.record.schema_sense import check_schema
from katalog.record.shape import Shape
from katalog.record.thousands import may_hold_thousands, thousands

Progress = Callable[[int, int], None]
CODES = {"text-avbruten": "Texten slutar vid # (varning)"}


@dataclass(frozen=True, kw_only=True)
class Checked:
    """`problems` in order of place; `clean` holds the records of files without errors, in order of id."""

    problems: tuple[Problem, ...]
    clean: tuple[Record, ...]
    files: int
    moved: Mapping[str, str] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue | None:
        """None as long as any file has an error."""
        return None if has_errors(list(self.problems)) else Catalogue(records=self.clean, moved=self.moved)


@dataclass(frozen=True, slots=True)
class _File:
    """One file on its way: where it lies, what stood in it, and how the rules see it."""

    path: Path
    loaded: Loaded
    entry: Entry


def check_catalogue(  # noqa: PLR0913  # keyword-only, each with a default
    folder: Path,
    schema: Schema,
    idag: str,
    *,
    only: Sequence[Path] = (),
    instead: Mapping[Path, bytes | None] | None = None,
    root: Path | None = None,
    before: Remembered | None = None,
    read_before: ReadBefore | None = None,
    progress: Progress | None = None,
) -> Checked:
    """Check every file below `folder` as of `idag` (ISO date).

    With `only`, all files are read but just these are reported: a single record is still held against the others. A
    folder among them stands for all that lies below it. `instead` holds what a file is about to become (None: it goes
    away), so that an edit is checked before it is made; the file of redirects may be among them. What was found
    faultless `before` is held against the others alone, and what is found so now is noted there; with `read_before` a
    file that nobody has touched is not read again.
    Files are named by their path from `root`, the project's folder, or as they are given when it is None.
    Yields every code of `load`, `shape`, `rules`, `files`, `moved` and `schema_sense`. Raises OSError when a folder
    cannot be listed.
    """
    planned = instead or {}
    records = {path: raw for path, raw in planned.items() if is_record_name(path.name)}
    paths = _planned(find_files(folder), records)
    loading = Loading(planned, folder, root)
    told = (lambda done, of: progress(done, 2 * of)) if progress else None
    loaded = read_before.load(paths, loading.all) if read_before else loading.all(paths, told)
    files = [_File(path, file, _entry(path, file)) for path, file in zip(paths, loaded, strict=True)]
    context = _context([file.entry for file in files], schema, idag)
    shown = shown_from(folder / REDIRECTS, root)
    moved, wrong_moves = check_moved(folder, context.ids, shown, instead=planned.get(folder / REDIRECTS))
    wrong_schema = () if before and before.schema_is_right else check_schema(schema)
    around = [*wrong_moves, *(_named(root, problem) for problem in wrong_schema)]
    wanted = _Wanted(only)
    asked = [file for file in files if wanted.holds(file.path)]
    unread = {path: told for path, told in find_unread(folder).items() if wanted.holds(path)}
    checking, groups = _Checking(context, prepare_across(context), before), chunks(asked, CHUNK)
    held = list(chain(*run_all(checking.check, groups, _second_half(progress, len(groups)))))
    found = [one.problems for one in held]
    if before:
        whole = (one.faultless for one in held if one.faultless)
        before.keep(whole, is_all=not only, schema_is_right=not wrong_schema)
    clean = [_record(file, schema) for file, problems in zip(asked, found, strict=True) if _is_clean(file, problems)]
    return Checked(
        problems=tuple(sorted({*chain(*found), *_unread(unread, root), *([] if only else around)})),
        clean=tuple(sorted(clean, key=lambda record: record.id)),
        files=len(asked),
        moved=moved,
    )


class _Held(NamedTuple):
    """What was found in a file, and the hash of what stands in it where nothing was, apart from other files."""

    problems: list[Problem]
    faultless: str | None


@dataclass(frozen=True)
class _Checking:
    """Holds files against the schema and the rules; those that were faultless before only against each other."""

    context: Context
    across: Check
    before: Remembered | None

    def check(self, files: Sequence[_File]) -> list[_Held]:
        return [self._check(file) for file in files]

    def _check(self, file: _File) -> _Held:
        digest = digest_of(file.loaded) if self.before else None
        is_known = self.before and digest and self.before.knows(digest)
        told = file.loaded.problems  # of the bytes: the text that was read may look as it did without them
        alone = [] if is_known else self._alone(file)
        problems = [*told, *alone, *_place(file.loaded, _faults(file, self.across))]
        return _Held(problems, None if told or alone else digest)

    def _alone(self, file: _File) -> list[Problem]:
        """Whatever can be said of a file by itself."""
        grouped = _grouped(file.loaded, self.context.schema)
        shape = self._shape.check_record(file.loaded.data) if file.loaded.data is not None else []
        shape = [fault for fault in shape if fault.path not in {one.path for one in grouped}]
        return [
            *check_ending(file.path, file.loaded.path),
            *_cut(file.loaded, self.context.schema),
            *_place(file.loaded, [*grouped, *shape, *_faults(file, self._rules)]),
            *_comments(file.loaded, self.context.schema),
        ]

    @cached_property
    def _shape(self) -> Shape:
        return Shape(self.context.schema)

    @cached_property
    def _rules(self) -> Check:
        return prepare_alone(self.context)


def _planned(found: Sequence[Path], planned: Mapping[Path, bytes | None]) -> Sequence[Path]:
    """The files as they will lie when what is planned is done."""
    gone = {path for path, raw in planned.items() if raw is None}
    return in_order({*found, *planned} - gone) if planned else found


class _Wanted:
    """The files that a report is about: those named, and all below a folder that is named; all when none is."""

    def __init__(self, only: Sequence[Path]) -> None:
        self._parents: dict[Path, Path] = {}  # asking the disk once a folder, not once a file
        folders = {path.resolve() for path in only if path.is_dir()}
        self._places = folders | {self._place(path) for path in only if not path.is_dir()}
        self._names = {place.name for place in self._places}
        self._has_folders = bool(folders)

    def holds(self, path: Path) -> bool:
        if not self._places:
            return True
        if not self._has_folders and path.name not in self._names:
            return False
        place = self._place(path)
        return place in self._places or not self._places.isdisjoint(place.parents)

    def _place(self, path: Path) -> Path:
        """A link counts as lying where it stands."""
        if path.parent not in self._parents:
            self._parents[path.parent] = path.parent.resolve()
        return self._parents[path.parent] / path.name


def _unread(unread: Mapping[Path, tuple[Level, str]], root: Path | None) -> Iterator[Problem]:
    return (check_unread(shown_from(path, root), told) for path, told in unread.items())


def _named(root: Path | None, problem: Problem) -> Problem:
    return replace(problem, path=shown_from(Path(problem.path), root))


def _second_half(progress: Progress | None, jobs: int) -> Callable[[int], None] | None:
    """Reading was the first half of the way."""
    return (lambda done: progress(jobs + done, 2 * jobs)) if progress else None


def _is_clean(file: _File, problems: list[Problem]) -> bool:
    return file.loaded.data is not None and not has_errors(problems)


def _record(file: _File, schema: Schema) -> Record:
    return make_record(file.entry.stem, file.entry.path, spelled_out(file.entry.data, schema))


def _entry(path: Path, file: Loaded) -> Entry:
    return Entry(path=file.path, folder=path.parent.name, stem=path.stem, data=file.data or {})


def _context(entries: list[Entry], schema: Schema, idag: str) -> Context:
    ids: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        ids[entry.stem] = (*ids.get(entry.stem, ()), entry)
    return Context(idag=idag, schema=schema, ids=ids)


def _faults(file: _File, rules: Check) -> list[Fault]:
    return [] if file.loaded.data is None else list(rules(file.entry))


def _comments(file: Loaded, schema: Schema) -> Iterator[Problem]:
    """People in the comments: the file is published as it is written. The first line is the schema's."""
    if file.data is None or "#" not in file.text.partition("\n")[2]:
        return
    words = load_words(schema.folder)
    for line, column, text in comments_in(file.text):
        for fault in persondata.check_text((), text, words):
            yield Problem(
                path=file.path, line=line, column=column, code=fault.code, level=fault.level, message=fault.message
            )


def _cut(file: Loaded, schema: Schema) -> Iterator[Problem]:
    if file.data is None or not may_be_cut(file.text):
        return
    for line, column, message in cut_texts(compose(file.text), file.text, schema.full):
        yield Problem(path=file.path, line=line, column=column, code="text-avbruten", level="varning", message=message)


def _grouped(file: Loaded, schema: Schema) -> list[Fault]:
    if file.data is None or not may_hold_thousands(file.text):
        return []
    return list(thousands(compose(file.text), schema.full))


def _place(file: Loaded, faults: list[Fault]) -> Iterator[Problem]:
    marks: dict[DataPath, tuple[int, int]] = {}
    for fault in faults:
        place = _of_field(file, fault.path)
        if place is None:
            marks = marks or find_marks(file.text)
        line, column = place or _nearest(fault.path, marks)
        yield Problem(
            path=file.path, line=line, column=column, code=fault.code, level=fault.level, message=fault.message
        )


def _of_field(file: Loaded, path: DataPath) -> tuple[int, int] | None:
    """Where a whole field stands in a plain file, without reading it as YAML once more: first on a line of its own,
    where nothing else of such a file may begin."""
    at = file.text.find(f"\n{path[0]}:") if file.is_plain and len(path) == 1 else -1
    return None if at < 0 else (file.text.count("\n", 0, at) + 2, 1)


def _nearest(path: DataPath, marks: dict[DataPath, tuple[int, int]]) -> tuple[int, int]:
    """The key at fault, or the nearest key around it."""
    while path and path not in marks:
        path = path[:-1]
    return marks.get(path, (1, 1))
