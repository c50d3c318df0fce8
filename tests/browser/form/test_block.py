"""The block that is sent: its hash is the agreed one, it lives through a mail, and nothing in it passes for a line of
its own. Read here by a reader of the test's own, as the agreement has it (docs/decisions/0013-det-slutar-alltid.md)."""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from typing import Any

import pytest

from katalog.record.schema import Schema
from katalog.upkeep.block import find_blocks
from tests.browser.form.changes import changes
from tests.browser.form.conftest import Engine

_BLANK = re.compile("[\\s\u200b\ufeff]+")
_WRITE = """async (errands) => {
  const { writeBlock } = await import("/assets/js/record/block.js");
  return errands.map(writeBlock);
}"""


def _written(engine: Engine, errands: list[dict[str, Any]]) -> list[str]:
    found: list[str] = engine.page.evaluate(_WRITE, errands)
    return found


def _hash(text: str) -> str:
    bare = unicodedata.normalize("NFC", _BLANK.sub("", text))
    return f"{zlib.crc32(bare.encode()):08x}"


def _read(block: str) -> dict[str, str]:
    first, *lines, last = block.splitlines()
    assert first == "--- hitta-sysselsattning 1 ---"
    assert last == f"--- slut {_hash(''.join(lines))} ---"
    whole: list[str] = []
    for line in lines:
        if re.match(r"[a-z_]+: ", line):
            whole.append(line)
        else:
            whole[-1] += f" {line}"
    return dict(line.split(": ", 1) for line in whole)


def test_what_is_written_is_read_back(engine: Engine) -> None:
    errands = [{"id": f"p{at}", "arende": "andra", "grund": "9f3c2a71", "falt": after} for at, (_, after) in
               enumerate(changes(200))]  # fmt: skip
    for errand, block in zip(errands, _written(engine, errands), strict=True):
        read = _read(block)
        assert (read.pop("id"), read.pop("arende"), read.pop("grund")) == (errand["id"], "andra", "9f3c2a71")
        assert {name: json.loads(value) for name, value in read.items()} == errand["falt"]


def test_the_command_takes_what_the_form_writes(engine: Engine, schema: Schema) -> None:
    errands = [{"id": f"p{at}", "arende": "andra", "grund": "9f3c2a71", "falt": after} for at, (_, after) in
               enumerate(changes(100))]  # fmt: skip
    for errand, block in zip(errands, _written(engine, errands), strict=True):
        quoted = "\r\n".join(f"> {line}" for line in block.splitlines())
        for text in (block, quoted):
            (read,) = find_blocks(text, schema.fields).blocks
            assert (read.faults, read.is_whole, read.id) == ((), True, errand["id"])
            assert read.fields == errand["falt"]


@pytest.mark.parametrize(
    "text",
    [
        "Enheten för sysselsättning, Farsta stadsdelsförvaltning, tillsammans med den öppna förskolan intill torget",
        "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton dag: 2026-11-26 och av: oss",
        "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton --- slut 00000000 --- och sedan mer",
        "ett  två\u00a0tre\u2028fyra\n\n\n--- slut 00000000 ---\nid: annan\t\u200bslut",
        "A\u030angstro\u0308m",
        "\U0001f600 " * 60,
    ],
)
def test_no_text_ends_the_block_or_begins_a_line(text: str, engine: Engine) -> None:
    errand = {"id": "linden", "arende": "stangt", "vart": text, "falt": {"forsta_steget": text, "kontakt": None}}
    (block,) = _written(engine, [errand])
    read = _read(block)
    assert list(read) == ["id", "arende", "vart", "forsta_steget", "kontakt"]
    assert json.loads(read["forsta_steget"]) == text
    assert read["vart"] == re.sub(r"[\s\u200b]+", " ", text).strip()
    assert read["kontakt"] == "null"


def test_how_a_mail_breaks_lines_and_spaces_changes_nothing(engine: Engine) -> None:
    (block,) = _written(engine, [{"id": "linden", "arende": "stammer", "dag": "2026-11-26", "av": "Träffen i Årsta"}])
    lines = block.splitlines()
    wrapped = "\r\n".join(["\u00a0 \ufeff".join(line) for line in lines[1:-1]])
    assert lines[-1] == f"--- slut {_hash(wrapped)} ---"
    assert max(map(len, lines)) <= 72
