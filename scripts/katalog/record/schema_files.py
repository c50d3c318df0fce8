"""The files of the schema folder -> documents that everything else can rely on, or what is wrong with them.

Input: the folder. Output: each file's document, of its form (`schema_forms`), every key and value once, every `$ref`
leading to a file and every pattern readable. Otherwise BrokenSchemaError, with all problems at their lines.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema_rs

from katalog.record.characters import place_of
from katalog.record.load import marks_of
from katalog.record.problem import DataPath, Problem, quoted
from katalog.record.schema_forms import wrong_forms

CODES = {"mall-fil": "En fil i mallens mapp schema/ är fel"}
RECORD_SCHEMA = "verksamhet.schema.json"
# Beside it: how words are found, which are hard, and which mean a choice.
SEARCH_WORDS, WORD_CHOICES, CONDITIONS = "sokord.json", "ordval.json", "villkor.json"
CRISIS, PLACES, TONGUES = "kris.json", "orter.json", "andra-sprak.json"  # what the search knows beside Swedish words
PAGE_ANSWERS = "sidsvar.json"  # and which pages answer to what
GUIDE, MONEY, TONGUE_PAGES = "hitta-ratt.json", "pengar.json", "sprak-sidor.json"  # what pages are made from
PRICES, BLANKS = "priser.json", "blanketter.json"  # and those for caseworkers
NEEDED = (
    RECORD_SCHEMA, "anteckningar.json", WORD_CHOICES, "persondata.json", SEARCH_WORDS, CONDITIONS, CRISIS, PLACES,
    TONGUES, PAGE_ANSWERS, GUIDE, MONEY, TONGUE_PAGES, PRICES, BLANKS,
)  # fmt: skip
Json = dict[str, Any]
Found = tuple[DataPath, str]
Place = tuple[DataPath, Json]  # an object of a document, and the way to it
_JUDGED = frozenset({"$ref", "pattern", "oneOf"})  # what `_wrong_node` looks at
_NESTING = (dict, list)
_GONE = "Filen saknas. Hämta tillbaka den med git: git checkout schema/{namn}."
_ENCODING = "Filen är inte sparad som UTF-8. Spara om filen med kodningen UTF-8."
_JSON = "Filen går inte att läsa som JSON här. Jämför raden med de andra: citattecken, kolon och komma."
_TWICE = "{namn} står två gånger. Behåll den ena och ta bort den andra."
_NO_FILE = "{namn} finns inte i schema/. Rätta namnet, eller lägg till filen."
_ROUND = "{namn} leder runt till sig själv. Ta bort ett av stegen."
_PATTERN = "Mönstret går inte att läsa: {varde}. Jämför med de andra mönstren."


class BrokenSchemaError(Exception):
    """The schema folder cannot be read as a schema: no record can be judged by it. `problems` say where and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("; ".join(problem.message for problem in self.problems))


class _Pairs(list[tuple[str, Any]]):
    """A JSON object as it is written, doubled keys and all."""


def read_documents(folder: Path) -> dict[str, Json]:
    """Each file's document by its path below `folder`: `vokabular/dag.json`. Raises BrokenSchemaError (code
    `mall-fil`), and OSError for a file that may not be read."""
    raws = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.json"))}
    problems = [problem_at(folder / name, (1, 1), _GONE.format(namn=name)) for name in NEEDED if name not in raws]
    documents: dict[str, Json] = {}
    nodes: dict[str, Sequence[Json]] = {}
    for name, raw in raws.items():
        text = raw.decode("utf-8", "replace")
        try:
            documents[name], is_doubled = _read(text)
        except (ValueError, RecursionError) as error:
            problems.append(problem_at(folder / name, place_of(text, getattr(error, "pos", 0)), _JSON))
            continue
        if text.encode() != raw:
            problems.append(problem_at(folder / name, (1, 1), _ENCODING))
        twice = _doubled(json.loads(text, object_pairs_hook=_Pairs), ()) if is_doubled else ()
        nodes[name] = _judged(documents[name]) if is_schema(name) else []
        problems += placed(folder / name, [*twice, *_wrong(name, documents[name], nodes[name], raws)])
    problems += _circles(folder, nodes)
    if problems:
        raise BrokenSchemaError(problems)
    return documents


def placed(path: Path, faults: Sequence[Found], code: str = "mall-fil") -> Iterator[Problem]:
    """Each fault at the line of its key, or of the nearest key around it. Only a file with a fault is read for that."""
    marks = marks_of(path.read_text(encoding="utf-8", errors="replace")) if faults else {}
    for place, message in faults:
        around = next((place[:end] for end in range(len(place), 0, -1) if place[:end] in marks), ())
        yield problem_at(path, marks.get(around, (1, 1)), message, code)


def problem_at(path: Path, place: tuple[int, int], message: str, code: str = "mall-fil") -> Problem:
    line, column = place
    return Problem(path=path.as_posix(), line=line, column=column, code=code, level="fel", message=message)


def _read(text: str) -> tuple[Json, bool]:
    """The document, and whether a key in it stands twice: then, and only then, all is read once more as written."""
    is_doubled = False

    def made_of(pairs: list[tuple[str, Any]]) -> Json:
        nonlocal is_doubled
        made = dict(pairs)
        is_doubled = is_doubled or len(made) < len(pairs)
        return made

    document: Json = json.loads(text, object_pairs_hook=made_of)
    return document, is_doubled


def _doubled(written: Any, path: DataPath) -> Iterator[Found]:
    if isinstance(written, _Pairs):
        for key, count in Counter(key for key, _value in written).items():
            if count > 1:
                yield (*path, key), _TWICE.format(namn=quoted(key))
        for key, value in written:
            yield from _doubled(value, (*path, key))
    elif isinstance(written, list):
        for index, value in enumerate(written):
            yield from _doubled(value, (*path, index))


def _wrong(name: str, document: Any, nodes: Sequence[Json], names: Collection[str]) -> Iterator[Found]:
    yield from wrong_forms(name, document)
    folder = _folder_of(name)
    if not any(True for node in nodes for _ in _wrong_node(node, folder, names)):
        return
    for path, node in _objects(document):  # once more, for the ways to them
        yield from (((*path, *inner), message) for inner, message in _wrong_node(node, folder, names))


def is_schema(name: str) -> bool:
    """True for the record's schema and the files below it; the others beside it are lists of words."""
    return name == RECORD_SCHEMA or "/" in name


def _folder_of(name: str) -> PurePosixPath:
    return PurePosixPath(name).parent


def _judged(document: Any) -> list[Json]:
    """Every object that `_wrong_node` has something to ask of."""
    waiting = [document] if type(document) in _NESTING else []
    for node in waiting:  # grows as we go
        waiting += [value for value in (node.values() if type(node) is dict else node) if type(value) in _NESTING]
    return [node for node in waiting if type(node) is dict and not _JUDGED.isdisjoint(node)]


def _objects(document: Any) -> Iterator[Place]:
    """Every object in a document, in no order that means anything."""
    waiting: list[tuple[DataPath, Any]] = [((), document)]
    while waiting:
        path, node = waiting.pop()
        if type(node) is dict:
            yield path, node
            waiting += [((*path, key), value) for key, value in node.items() if type(value) in _NESTING]
        elif type(node) is list:
            waiting += [((*path, index), value) for index, value in enumerate(node) if type(value) in _NESTING]


def _wrong_node(node: Json, folder: PurePosixPath, names: Collection[str]) -> Iterator[Found]:
    target = node.get("$ref")
    if isinstance(target, str) and (folder / target).as_posix() not in names:
        yield ("$ref",), _NO_FILE.format(namn=quoted(target))
    pattern = node.get("pattern")
    if isinstance(pattern, str) and not _is_pattern(pattern):
        yield ("pattern",), _PATTERN.format(varde=quoted(pattern))
    values = node.get("oneOf")
    if isinstance(values, list):
        seen: set[object] = set()
        for index, value in enumerate(values):
            const = value.get("const") if isinstance(value, dict) else None
            if isinstance(const, str) and const in seen:
                yield ("oneOf", index), _TWICE.format(namn=quoted(const))
            seen.add(const if isinstance(const, str) else None)


@cache
def _is_pattern(pattern: str) -> bool:
    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except ValueError:
        return False
    return True


def _targets(name: str, nodes: Sequence[Json]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node.get("$ref"), str):
            yield (_folder_of(name) / node["$ref"]).as_posix()


def _circles(folder: Path, nodes: Mapping[str, Sequence[Json]]) -> Iterator[Problem]:
    """A file that is put in its own place would never end."""
    leads = {name: set(_targets(name, found)) for name, found in nodes.items()}
    for name, first in leads.items():
        reached: set[str] = set()
        waiting = set(first)
        while waiting:
            reached |= waiting
            waiting = {target for step in waiting for target in leads.get(step, ())} - reached
        if name in reached:
            yield problem_at(folder / name, (1, 1), _ROUND.format(namn=name))
