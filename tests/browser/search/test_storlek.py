"""How much a telephone fetches before it can answer: as much as has been decided, and no more."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping

import pytest

# Bytes of brotli, by Node's: 70,000 at 410 records and 105,000 at 1,000, and between these by the number of records
# (tests/bench/sok.py measures the ends, and 10,000); and some more for which drawing each card has.
FIRST, SECOND = (410, 70_400), (1_000, 105_500)
_COMPRESS = """let all = [];
process.stdin.on("data", (some) => all.push(some)).on("end", () => console.log(JSON.stringify(
  JSON.parse(Buffer.concat(all)).map((text) => require("zlib").brotliCompressSync(text).length))));"""


@pytest.mark.skipif(shutil.which("node") is None, reason="Node finns inte")
def test_index_and_cards_are_small(files: Mapping[str, str], folder: str) -> None:
    texts = [files[f"{folder}{name}"] for name in ("index.json", "kort.json")]
    done = subprocess.run(
        ["node", "-e", _COMPRESS], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    index, cards = json.loads(done.stdout)
    assert index + cards <= _most(len(json.loads(texts[1])["rubrik"].split("\n"))), (index, cards)


def _most(records: int) -> int:
    (few, least), (many, most) = FIRST, SECOND
    return least + (records - few) * (most - least) // (many - few)


def test_what_a_card_shows_is_not_sent_again(files: Mapping[str, str], folder: str) -> None:
    data = json.loads(files[f"{folder}index.json"])
    assert "betydelser" not in data
    assert len(data["ord"]) < len(json.loads(files[f"{folder}kort.json"])["text"])
