"""A record in the lines that `katalog format` writes is read without YAML, and never otherwise than YAML reads it."""

from __future__ import annotations

import random

import pytest

from katalog.record.characters import bad_characters
from katalog.record.load import load_bytes, read_yaml
from katalog.record.plain_lines import read_plain
from tests.support import CASES, CATALOGUE

_RECORDS = [path.read_bytes().decode() for path in sorted(CATALOGUE.rglob("*.yml"))]
_CASES = [path.read_bytes().decode("utf-8", "replace") for path in sorted(CASES.rglob("*.yml"))]
_CASES = [text for text in _CASES if not bad_characters(text)]  # such a file is refused before it is read
_PIECES = (
    ":", ": ", " #", "#", "- ", "-", "'", '"', "[", "{", "&a", "*a", "!t", "|", ">", ">-", "|-", "%", "@", "null", "~",
    "true", "1.10", "0x1F", "---", "...", "? ", "  ", " ", "\n", "\n\n", "\n  ", "", "å", "\u201d", "2026-13-01", "\\n",
)  # fmt: skip


def _as_yaml(text: str) -> object:
    return read_yaml(text, "x.yml", []).data


def _same(text: str) -> bool:
    """Types and order count too."""
    read = read_plain(text)
    return read is None or repr(read) == repr(_as_yaml(text))


def _mutated(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    way = chance.randrange(4)
    if way == 0:
        lines[at] = " " * chance.choice((1, 2, 4)) + lines[at]
    elif way == 1:
        lines[at] = lines[at][chance.choice((1, 2)) :]
    elif way == 2:
        lines.insert(chance.randrange(len(lines)), lines[at])
    else:
        column = chance.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:column] + chance.choice(_PIECES) + lines[at][column + chance.choice((0, 0, 1)) :]
    return "\n".join(lines)


def test_every_record_is_read_so_and_as_yaml_reads_it() -> None:
    for text in _RECORDS:
        assert read_plain(text) is not None, text[:200]
        assert _same(text), text[:200]


def test_every_case_right_or_wrong_is_read_alike() -> None:
    assert [text for text in _CASES if not _same(text)] == []


def test_lines_changed_by_chance_are_read_alike() -> None:
    chance = random.Random(17)  # noqa: S311  # nothing secret: the same lines each time
    read = 0
    for _ in range(2000):
        text = _mutated(chance.choice(_RECORDS), chance)
        assert _same(text), text
        read += read_plain(text) is not None
    assert 300 < read < 1800, "both ways were tried"


@pytest.mark.parametrize(
    "text",
    [
        "namn: Fika\nnamn: Snickeriet\n",
        "namn: Fika\n  i Farsta\n",
        "namn: Fika: Farsta\n",
        "namn: Fika #1\n",
        "namn: Fika",
        "namn:\n",
        "namn:\nstatus: aktiv\n",
        "kommun:\n- huddinge\n",
        "kommun: [huddinge]\n",
        "kommun:\n  - huddinge\n    - tyreso\n",
        "kommun:\n  - huddinge\n tyreso: ja\n",
        "namn: ”Fika”\n",
        "namn: 'Fika''s'\n",
        'namn: "Fika\\n"\n',
        "namn: &a Fika\n",
        "namn: Fika\n...\n",
        "beskrivning: |\n  Fika.\n\n",
        "beskrivning: >-\n  Fika.\n   Mer.\n",
        "beskrivning: |\nstatus: aktiv\n",
        "# bara en kommentar\n",
        "namn: Fika\n# en kommentar till\n",
        "- namn: Fika\n",
        "".join(f"{' ' * level}a{level}:\n" for level in range(12)) + f"{' ' * 12}a: x\n",
    ],
)
def test_what_is_written_otherwise_is_left_to_yaml(text: str) -> None:
    assert read_plain(text) is None


def test_a_text_of_several_lines() -> None:
    text = "beskrivning: >-\n  Ett\n  två.\n\n  Tre.\nannat: |\n  - ett\n\n  - två\nsist: |-\n  Slut.\n"
    assert read_plain(text) == {"beskrivning": "Ett två.\nTre.", "annat": "- ett\n\n- två\n", "sist": "Slut."}
    assert _same(text)


def test_what_is_read_so_is_judged_as_all_else() -> None:
    """A blank line longer than the text below it is valid to libyaml, and refused all the same."""
    told = [problem.code for problem in load_bytes(b"namn: Fika\nbeskrivning: |\n     \n  Fika.\n", "x.yml").problems]
    assert told == ["yaml-syntax"]
