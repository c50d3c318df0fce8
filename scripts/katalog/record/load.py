"""YAML bytes -> `Loaded(path, data, problems)`: one document, a mapping, only plain values.

Input: the bytes of one file, which may be anything at all. Output: plain dicts, lists, str, int, float, bool and
None, typed as in the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema), so that `no`, `12:30` and
`2026-13-01` stay what the writer wrote.
"""

from __future__ import annotations

import math
import re
import stat
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not re-export it
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from katalog.record import yaml_words
from katalog.record.characters import FORBIDDEN, bad_characters, lines_of
from katalog.record.problem import DataPath, Level, Problem, quoted

MAX_BYTES = 256_000
MAX_DEPTH = 20
CODES = {
    "yaml-fil": "Filen går inte att läsa",
    "yaml-lank": "Filen är en länk ut ur katalogen",
    "yaml-stor": "Filen är för stor",
    "yaml-kodning": "Filen är inte sparad som UTF-8",
    "yaml-bom": "Filen börjar med ett osynligt märke (varning)",
    "yaml-tecken": "Ett osynligt tecken",
    "yaml-tabb": "Tabb som indrag",
    "yaml-syntax": "Filen följer inte YAML",
    "yaml-tom": "Filen är tom",
    "yaml-flera-dokument": "Flera dokument i en fil",
    "yaml-toppniva": "Filen börjar inte med ett fält",
    "yaml-ankare": "Genvägar med & och *",
    "yaml-tagg": "Taggar som börjar med !",
    "yaml-nyckel": "Ett fältnamn som inte är ett ord",
    "yaml-dubbel-nyckel": "Samma fält två gånger",
    "yaml-djup": "För många nivåer",
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_TYPED_FIRST = frozenset("0123456789+-.~nNtTfF")
_PLAIN, _TEXT = "plain", "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """One file as read. `data` is None when nothing in it can be trusted; `problems` tells why."""

    path: str
    text: str
    data: dict[str, Any] | None
    problems: tuple[Problem, ...] = ()


class _TooDeepError(Exception):
    def __init__(self, node: Any) -> None:
        self.node = node


class _Parser(CParser):
    """libyaml's composer; counts depth, because deep nesting would overrun the C stack and kill the process."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0

    def descend_resolver(self, parent: Node | None, _index: object) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _TooDeepError(parent)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, kind: type[Node], _value: str | None, implicit: tuple[bool, bool] | bool) -> str:
        return _PLAIN if kind is ScalarNode and isinstance(implicit, tuple) and implicit[0] else _TEXT


def load_file(path: Path, shown: str, root: Path) -> Loaded:
    """Read one file below `root`; `shown` is how reports name it.

    Yields `yaml-lank` (a link out of the catalogue), `yaml-fil` (not an ordinary file), `yaml-stor`, and all of
    `load_bytes`. Raises nothing for what the file is or holds.
    """
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            return _refused(shown, "yaml-lank", "Filen är en länk som leder ut ur katalogen. Lägg filen själv här.")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _refused(shown, "yaml-fil", "Det här är ingen vanlig fil. Ta bort den eller lägg en fil i stället.")
        if status.st_size > MAX_BYTES:
            return _refused(shown, "yaml-stor", _too_large(status.st_size))
        return load_bytes(path.read_bytes(), shown)
    except (OSError, RuntimeError):
        return _refused(shown, "yaml-fil", "Filen går inte att läsa. Kontrollera att den finns och får läsas.")


def load_bytes(raw: bytes, shown: str) -> Loaded:
    """Read the bytes of one file. Codes: `yaml-stor`, `yaml-kodning`, `yaml-bom` (warning), `yaml-tecken`,
    `yaml-tabb`, `yaml-syntax`, `yaml-tom`, `yaml-flera-dokument`, `yaml-toppniva`, `yaml-ankare`, `yaml-tagg`,
    `yaml-dubbel-nyckel`, `yaml-nyckel`, `yaml-djup`."""
    if len(raw) > MAX_BYTES:
        return _refused(shown, "yaml-stor", _too_large(len(raw)))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _wrong_encoding(raw, error.start, shown)
    problems: list[Problem] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(_at(shown, 1, 1, "yaml-bom", _BOM, "varning"))
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    problems += [_at(shown, *found) for found in bad_characters(text)]
    if problems and problems[-1].is_error:
        return Loaded(path=shown, text=text, data=None, problems=tuple(problems))
    return _parse(text, shown, problems)


def find_marks(text: str) -> dict[DataPath, tuple[int, int]]:
    """Line and column (from 1) of every key and list item of a document that loads. Parses it once more: only files
    with a fault pay for this."""
    node = _Parser(text).get_single_node()
    marks: dict[DataPath, tuple[int, int]] = {}
    if node is not None:
        _mark(node, (), marks)
    return marks


_BOM = "Filen börjar med ett osynligt märke (BOM). Det gör ingen skada. Spara helst som UTF-8 utan BOM."


def _too_large(size_bytes: int) -> str:
    return f"Filen är {size_bytes // 1000} kB. Högst {MAX_BYTES // 1000} kB är tillåtet. Korta texterna."


def _start(node: Any) -> tuple[int, int]:
    """Where a node or an event begins; the file's beginning when there is none."""
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else (1, 1)


def _at(  # noqa: PLR0913, PLR0917  # the six parts of a problem, written often
    path: str, line: int, column: int, code: str, message: str, level: Level = "fel"
) -> Problem:
    return Problem(path=path, line=line, column=column, code=code, level=level, message=message)


def _refused(shown: str, code: str, message: str) -> Loaded:
    return Loaded(path=shown, text="", data=None, problems=(_at(shown, 1, 1, code, message),))


def _wrong_encoding(raw: bytes, start: int, shown: str) -> Loaded:
    before = raw[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    guess = "UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "Latin-1 eller Windows-1252"
    message = f"Filen är inte sparad som UTF-8 (troligen {guess}). Spara om filen med kodningen UTF-8."
    return Loaded(path=shown, text="", data=None, problems=(_at(shown, line, column, "yaml-kodning", message),))


def _parse(text: str, shown: str, problems: list[Problem]) -> Loaded:
    def stop(line: int, column: int, code: str, message: str) -> Loaded:
        lines = lines_of(text)
        if line > len(lines):  # libyaml counts a line more when the last one has no end
            line, column = len(lines), len(lines[-1]) + 1
        found = (*problems, _at(shown, line, column, code, message))
        return Loaded(path=shown, text=text, data=None, problems=tuple(sorted(set(found))))

    try:
        if "&" in text or "*" in text or "!" in text:
            problems += _markers(text, shown)
            if any(problem.code == "yaml-ankare" for problem in problems):
                return Loaded(path=shown, text=text, data=None, problems=tuple(problems))
        node = _Parser(text).get_single_node()
    except _TooDeepError as error:
        line, column = _start(error.node)
        return stop(line, column, "yaml-djup", f"Nivåerna ligger djupare än {MAX_DEPTH}. Skriv fälten så som i mallen.")
    except yaml.YAMLError as error:
        return stop(*yaml_words.explain(error))
    if node is None or (isinstance(node, ScalarNode) and node.value == ""):
        return stop(1, 1, "yaml-tom", "Filen är tom. Kopiera mallen och fyll i fälten.")
    if not isinstance(node, MappingNode):
        return stop(*_start(node), "yaml-toppniva", _TOP)
    reader = _Reader(shown, "\\" in text)
    data = reader.value(node)
    problems += reader.problems
    return Loaded(path=shown, text=text, data=data, problems=tuple(sorted(problems)))


_TOP = "Filen börjar inte med ett fält. Skriv fälten som namn: värde, ett på varje rad."
_ANCHOR = "Genvägar med & och * är inte tillåtna. Skriv ut värdet, eller sätt texten inom citattecken."
_TAG = "En tagg som börjar med ! är inte tillåten. Sätt texten inom citattecken om utropstecknet hör till den."


def _markers(text: str, shown: str) -> list[Problem]:
    """Anchors, aliases and tags: composed nodes carry no trace of them, the events do."""
    found: list[Problem] = []
    parser = CParser(text)
    depth = 0
    while parser.check_event():
        event: Any = parser.get_event()
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _TooDeepError(event)
        if getattr(event, "anchor", None) is not None:  # the first tells it all; a bomb holds thousands
            return [*found, _at(shown, *_start(event), "yaml-ankare", _ANCHOR)]
        if getattr(event, "tag", None) is not None:
            found.append(_at(shown, *_start(event), "yaml-tagg", _TAG))
    return found


def plain_value(value: str) -> Any:
    """A plain scalar as the YAML 1.2 core schema types it; numbers no field could use stay text."""
    if value and value[0] not in _TYPED_FIRST:
        return value
    if value in _WORDS:
        return _WORDS[value]
    if _INTEGER.fullmatch(value):
        return int(value, 0) if value[:2] in ("0o", "0x") else int(value)
    if len(value) < 40 and _DECIMAL.fullmatch(value) and math.isfinite(float(value)):
        return float(value)
    return value


class _Reader:
    """Node -> plain data; collects duplicate and unusable keys and goes on."""

    def __init__(self, shown: str, has_escapes: bool) -> None:
        self.shown = shown
        self.has_escapes = has_escapes
        self.problems: list[Problem] = []

    def value(self, node: Any) -> Any:
        kind = type(node)
        if kind is ScalarNode:
            return plain_value(node.value) if node.tag == _PLAIN else self._text(node)
        if kind is SequenceNode:
            return [self.value(item) for item in node.value]
        return self._mapping(node)

    def _mapping(self, node: MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if type(key_node) is not ScalarNode:
                self._add(key_node, "yaml-nyckel", "Ett fältnamn måste vara ett ord. Skriv namn: värde.")
                continue
            key = key_node.value if key_node.tag == _PLAIN else self._text(key_node)
            if key in data:
                message = f"Fältet {quoted(key)} står två gånger. Behåll det ena och ta bort det andra."
                self._add(key_node, "yaml-dubbel-nyckel", message)
                self.value(value_node)
                continue
            data[sys.intern(key)] = self.value(value_node)  # the same few words in every record
        return data

    def _text(self, node: ScalarNode) -> str:
        value: str = node.value
        if self.has_escapes:
            value = unicodedata.normalize("NFC", value)
            bad = FORBIDDEN.search(value)
            if bad:
                message = f"Texten har ett osynligt tecken (U+{ord(bad[0]):04X}) som inte är tillåtet. Ta bort det."
                self._add(node, "yaml-tecken", message)
        return value

    def _add(self, node: Node, code: str, message: str) -> None:
        self.problems.append(_at(self.shown, *_start(node), code, message))


def _mark(node: Node, path: DataPath, marks: dict[DataPath, tuple[int, int]]) -> None:
    marks.setdefault(path, _start(node))
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                marks.setdefault((*path, key.value), _start(key))
                _mark(value, (*path, key.value), marks)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            _mark(item, (*path, index), marks)
