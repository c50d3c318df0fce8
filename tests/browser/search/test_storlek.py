"""How much a telephone fetches before it can answer: as much as has been decided, and no more."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping

import pytest

# Bytes of brotli, by Node's, and between these by the number of records (tests/bench/sok.py measures the ends, and
# 10,000).
FIRST, SECOND = (410, 70_000), (1_000, 105_000)
_COMPRESS = """let all = [];
process.stdin.on("data", (some) => all.push(some)).on("end", () =>
  console.log(require("zlib").brotliCompressSync(Buffer.concat(all)).length));"""


@pytest.mark.skipif(shutil.which("node") is None, reason="Node finns inte")
def test_index_and_cards_are_small(files: Mapping[str, str], folder: str) -> None:
    text = files[f"{folder}index.json"]
    done = subprocess.run(["node", "-e", _COMPRESS], input=text, capture_output=True, text=True, check=True)
    assert int(done.stdout) <= _most(json.loads(text)["antal"])


def _most(records: int) -> int:
    (few, least), (many, most) = FIRST, SECOND
    return least + (records - few) * (most - least) // (many - few)


def test_what_a_card_shows_is_not_sent_again(files: Mapping[str, str], folder: str) -> None:
    data = json.loads(files[f"{folder}index.json"])
    assert "betydelser" not in data
    assert len(data["ord"]) < len(data["kort"]["text"])
