"""Every data block of the site against schema.org's own types: which property belongs to which type, and what it takes.

`schema-dts` (Google's types of schema.org for TypeScript) is fetched by npm; a property that its type does not have, or
a value of another kind, is an error of the compiler. Without Node nothing is run, and pytest says so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.built.document import Document

_PACKAGES = ("schema-dts@2.1.0", "typescript@5.9.3")
_PATIENCE_S = 600
without_node = pytest.mark.skipif(shutil.which("npm") is None, reason="there is no Node")
pytestmark = without_node


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("schema-org")
    subprocess.run(["npm", "install", "--prefix", made, *_PACKAGES], check=True, timeout=_PATIENCE_S)
    return made


def test_every_block_has_the_types_of_schema_org(documents: Mapping[str, Document], folder: Path) -> None:
    blocks = [block for document in documents.values() for block in document.data_blocks]
    assert len(blocks) > len(documents) / 3
    assert _complaints(blocks, folder) == ""


@pytest.mark.parametrize(
    "block",
    [
        '{"@context":"https://schema.org","@type":"Service","nyhet":"X"}',
        '{"@context":"https://schema.org","@type":"Dataset","areaServed":"X"}',
        '{"@context":"https://schema.org","@type":"Service","hoursAvailable":{"@type":"Place"}}',
    ],
)
def test_what_is_not_schema_org_is_found(block: str, folder: Path) -> None:
    assert "error TS" in _complaints([block], folder)


def _complaints(blocks: Iterable[str], folder: Path) -> str:
    lines = [
        f"export const d{number}: WithContext<{json.loads(block)['@type']}> = {block};"
        for number, block in enumerate(blocks)
    ]
    types = sorted({json.loads(block)["@type"] for block in blocks})
    head = f'import type {{ WithContext, {", ".join(types)} }} from "schema-dts";'
    (folder / "data.ts").write_text("\n".join([head, *lines]), encoding="utf-8")
    command = ["node_modules/.bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "--moduleResolution", "bundler",
               "--module", "esnext", "data.ts"]  # fmt: skip
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE_S, check=False).stdout
