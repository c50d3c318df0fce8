"""YAML bytes -> `Loaded(path, data, problems)`: one document, a mapping, only plain values.

Input: the bytes of one file, which may be anything at all. Output: plain dicts, lists, str, int, float, bool and
None, typed as in the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema), so that `no`, `12:30` and
`2026-13-01` stay what the writer wrote.
"""

from __future__ import annotations

import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not re-export it
from yaml.nodes import MappingNode, Node, ScalarNode

from katalog.record.characters import bad_characters, lines_of
from katalog.record.nodes import PLAIN, TEXT, Reader, mark_places, start_of
from katalog.record.plain_lines import read_plain
from katalog.record.problem import DataPath, Level, Problem
from katalog.record.strict import loose_places

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
    "yaml-sammanslagning": "Märken från en sammanslagning är kvar",
    "yaml-citat": "Citattecknen är inte raka",
}


@dataclass(frozen=True, kw_only=True)  # no slots: thousands come from other processes, slowly with them
class Loaded:
    """One file as read. `data` is None when nothing in it can be trusted; `problems` tells why. `is_plain`: in the
    lines that `katalog format` writes (`plain_lines`)."""

    path: str
    text: str
    data: dict[str, Any] | None
    problems: tuple[Problem, ...] = ()
    is_plain: bool = False


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
        return PLAIN if kind is ScalarNode and isinstance(implicit, tuple) and implicit[0] else TEXT


def load_file(path: Path, shown: str, root: Path) -> Loaded:
    """Read one file below `root`; `shown` is how reports name it.

    Yields `yaml-lank` (a link out of the catalogue), `yaml-fil` (not an ordinary file), `yaml-stor`, and all of
    `load_bytes`. Raises nothing for what the file is or holds.
    """
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            if not path.resolve().is_relative_to(root.resolve()):
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


def compose(text: str) -> Node | None:
    """The document that `text` holds, once more and with places: only files with something to tell pay for this."""
    node: Node | None = _Parser(text).get_single_node()
    return node


def find_marks(text: str) -> dict[DataPath, tuple[int, int]]:
    """Line and column (from 1) of every key and list item of a document that loads."""
    node = compose(text)
    marks: dict[DataPath, tuple[int, int]] = {}
    if node is not None:
        mark_places(node, (), marks)
    return marks


def marks_of(text: str) -> dict[DataPath, tuple[int, int]]:
    """As `find_marks`, for a document that may not load as YAML (JSON nearly always does): nothing then."""
    try:
        return find_marks(text)
    except (yaml.YAMLError, _TooDeepError):
        return {}


_BOM = "Filen börjar med ett osynligt märke (BOM). Det gör ingen skada. Spara helst som UTF-8 utan BOM."


def _too_large(size_bytes: int) -> str:
    return f"Filen är {size_bytes // 1000} kB. Högst {MAX_BYTES // 1000} kB är tillåtet. Korta texterna."


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
    data = read_plain(text)
    if data is None or loose_places(text, (), ()):
        return read_yaml(text, shown, problems)
    return Loaded(path=shown, text=text, data=data, problems=tuple(problems), is_plain=True)


def read_yaml(text: str, shown: str, problems: list[Problem]) -> Loaded:
    """Any text, as libyaml reads it; `problems` are those that its characters have already."""

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
        # A last line of spaces without an end is a line to YAML and none to libyaml (yaml-test-suite, L24T/01).
        node = _Parser(f"{text}\n" if text.endswith((" ", "\t")) else text).get_single_node()
    except _TooDeepError as error:
        line, column = start_of(error.node)
        return stop(line, column, "yaml-djup", f"Nivåerna ligger djupare än {MAX_DEPTH}. Skriv fälten så som i mallen.")
    except yaml.YAMLError as error:
        from katalog.record import yaml_words  # noqa: PLC0415  # a dozen patterns that only a broken file needs

        return stop(*yaml_words.explain(error, text))
    if node is None or (isinstance(node, ScalarNode) and node.value == ""):
        return stop(1, 1, "yaml-tom", "Filen är tom. Kopiera mallen och fyll i fälten.")
    if not isinstance(node, MappingNode):
        return stop(*start_of(node), "yaml-toppniva", _TOP)
    reader = Reader(shown, "\\" in text)
    data = reader.value(node)
    problems += reader.problems
    loose = loose_places(text, reader.spread, reader.joined)
    if loose:
        return stop(loose[0][0], loose[0][1], "yaml-syntax", loose[0][2])
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
            return [*found, _at(shown, *start_of(event), "yaml-ankare", _ANCHOR)]
        if getattr(event, "tag", None) is not None:
            found.append(_at(shown, *start_of(event), "yaml-tagg", _TAG))
    return found
