"""A real message for every code, for the page of codes: what the command says about the cases.

`python -m tests.record.code_examples` writes scripts/katalog/pages/koder.json anew; a test tells when that is needed.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from katalog.pages.reference import EXAMPLES
from katalog.record.check import check_catalogue
from katalog.record.load import MAX_BYTES
from katalog.record.problem import Problem
from katalog.record.schema import Schema, load_schema
from katalog.record.schema_files import BrokenSchemaError
from tests.support import CASES, GOOD, IDAG, SCHEMA_FOLDER, case_files, check_files, lay

COMMAND = "python -m tests.record.code_examples"


_REPLACED = (
    (r"\S*/(?=catalogue/)", ""),
    (r"”[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)?” (?=ser|kan)", "”Förnamn Efternamn” "),
    (r"\S+@exempel\.se", "fornamn.efternamn@exempel.se"),
)


def make_examples(schema: Schema) -> dict[str, str]:
    """Code -> the message of the first case that yields it."""
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for problem in chain.from_iterable(_all_told(Path(folder), schema)):
            found.setdefault(problem.code, _for_a_page(problem.message))
    return dict(sorted(found.items()))


def _for_a_page(message: str) -> str:
    """Without the folder that the cases were laid in, and without the people that they made up."""
    for pattern, instead in _REPLACED:
        message = re.sub(pattern, instead, message)
    return message


def _all_told(folder: Path, schema: Schema) -> Iterator[tuple[Problem, ...]]:
    for case in sorted((CASES / "invalid").glob("*.yml")):
        yield check_files(folder / "fall" / case.stem, case_files(case), schema).problems
    for case in sorted(path for path in (CASES / "katalog").iterdir() if path.is_dir()):
        catalogue = lay(folder / "katalog" / case.name, {})
        shutil.copytree(case / "catalogue", catalogue, dirs_exist_ok=True)
        yield check_catalogue(catalogue, schema, IDAG).problems
    yield _odd_files(folder / "filer", schema)
    for name, (old, new) in _SCHEMA_FAULTS.items():
        yield _broken_schema(folder / name, old, new)


def _odd_files(folder: Path, schema: Schema) -> tuple[Problem, ...]:
    """What cannot lie in a repository."""
    catalogue = lay(folder, {"farsta/stor.yml": GOOD + "#" * MAX_BYTES})
    (folder / "utanfor.yml").write_text(GOOD, encoding="utf-8")
    (catalogue / "farsta/lank.yml").symlink_to(folder / "utanfor.yml")
    (catalogue / "farsta/mapp.yml").mkdir()
    return check_catalogue(catalogue, schema, IDAG).problems


_SCHEMA_FAULTS = {
    "fil": ('"type": "object",', '"type" "object",'),
    "falt": ('"slag": "spann"', '"slag": "varde"'),
    "anteckning": ('"x-grupp": "hur"', '"x-grupp": "huur"'),
}


def _broken_schema(folder: Path, old: str, new: str) -> tuple[Problem, ...]:
    shutil.copytree(SCHEMA_FOLDER, folder / "schema")
    path = folder / "schema/verksamhet.schema.json"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    try:
        return check_catalogue(lay(folder, {"farsta/a.yml": GOOD}), load_schema(folder / "schema"), IDAG).problems
    except BrokenSchemaError as error:
        return error.problems


def as_text(examples: dict[str, str]) -> str:
    return json.dumps({"skapad_med": COMMAND, "exempel": examples}, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    EXAMPLES.write_text(as_text(make_examples(load_schema(SCHEMA_FOLDER))), encoding="utf-8")
