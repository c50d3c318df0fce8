"""Whatever bytes or texts are thrown at the loader and the checks: they finish, never raise, and place every fault.

Hypothesis makes the inputs, the same ones on every run (see conftest); `--hypothesis-profile=search` looks further.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from katalog.record.characters import FORBIDDEN, lines_of
from katalog.record.check import Checked, check_catalogue
from katalog.record.load import Loaded, find_marks, load_bytes
from katalog.record.problem import Problem
from katalog.record.schema import Schema
from tests.strategies import json_values, yaml_like
from tests.support import ALL_CODES, CATALOGUE, GOOD, IDAG, lay

RECORDS = sorted(CATALOGUE.rglob("*.yml"))
# Every twentieth real record, and one with all the kinds of values there are.
SAMPLES = [GOOD.encode(), *(path.read_bytes() for path in RECORDS[::20])]


def assert_placed(problems: tuple[Problem, ...], text: str | None) -> None:
    """Every problem has a known code, one printable line, and a place that exists in the text when it could be read."""
    lines = lines_of(text) if text else None
    for problem in problems:
        assert problem.code in ALL_CODES
        assert problem.message.isprintable()
        assert len(problem.message) < 400
        assert problem.line >= 1
        assert problem.column >= 1
        if lines is not None:
            assert problem.line <= len(lines)
            # One past the end is where a missing thing would stand.
            assert problem.column <= len(lines[problem.line - 1]) + 1
    assert list(problems) == sorted(problems)


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inner), default=0)


def assert_loads_safely(raw: bytes) -> Loaded:
    loaded = load_bytes(raw, "x.yml")
    assert_placed(loaded.problems, loaded.text)
    if loaded.data is None:
        assert any(problem.is_error for problem in loaded.problems)
        return loaded
    assert _depth(loaded.data) <= 21
    assert re.search(FORBIDDEN, loaded.text) is None
    json.dumps(loaded.data, allow_nan=False)  # plain values only: no dates, no infinities, no objects
    assert set(map(type, find_marks(loaded.text))) == {tuple}
    return loaded


@pytest.fixture(scope="module")
def check_one(schema: Schema, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A catalogue of the file under test and one neighbour, used again for each example."""
    catalogue = lay(tmp_path_factory.mktemp("katalog"), {"farsta/granne.yml": GOOD})
    path = catalogue / "farsta" / "fall.yml"

    def check(raw: bytes) -> Checked:
        path.write_bytes(raw)
        return check_catalogue(catalogue, schema, IDAG, only=[path])

    return check


def assert_checks_safely(raw: bytes, check_one: Any) -> Checked:
    loaded = assert_loads_safely(raw)
    checked: Checked = check_one(raw)
    assert_placed(checked.problems, loaded.text or None)
    assert bool(checked.clean) == (not any(problem.is_error for problem in checked.problems))
    return checked


@given(raw=st.binary(max_size=400))
def test_any_bytes(raw: bytes) -> None:
    assert_loads_safely(raw)


@given(text=st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert_loads_safely(text.encode("utf-8", "surrogatepass"))


@given(text=yaml_like)
def test_text_that_looks_like_yaml(text: str, check_one: Any) -> None:
    assert_checks_safely(text.encode("utf-8", "surrogatepass"), check_one)


@given(text=yaml_like, sample=st.sampled_from(SAMPLES))
def test_text_that_looks_like_yaml_after_a_record(text: str, sample: bytes, check_one: Any) -> None:
    assert_checks_safely(sample + text.encode("utf-8", "surrogatepass"), check_one)


@given(data=st.data(), sample=st.sampled_from(SAMPLES))
def test_bytes_swapped_cut_or_put_in(data: st.DataObject, sample: bytes, check_one: Any) -> None:
    raw = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 4))):
        first, second = (data.draw(st.integers(0, max(0, len(raw) - 1))) for _ in range(2))
        change = data.draw(st.sampled_from(("swap", "cut", "put", "double")))
        if change == "cut":
            del raw[first:]
        elif change == "put":
            raw[first:first] = data.draw(st.binary(min_size=1, max_size=4))
        elif change == "double":
            raw[first:first] = raw[first:second]
        elif raw:
            raw[first], raw[second] = raw[second], raw[first]
    assert_checks_safely(bytes(raw), check_one)


@given(data=st.data(), sample=st.sampled_from(SAMPLES))
def test_lines_taken_away_moved_or_written_twice(data: st.DataObject, sample: bytes, check_one: Any) -> None:
    lines = sample.decode().splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        source = data.draw(st.integers(0, len(lines) - 1))
        target = data.draw(st.integers(0, len(lines)))
        lines.insert(target, " " * data.draw(st.integers(0, 3)) + lines[source])
        if data.draw(st.booleans()):
            del lines[source]
    assert_checks_safely("".join(lines).encode(), check_one)


@given(data=st.data(), sample=st.sampled_from(SAMPLES))
def test_values_replaced_keys_removed_and_added(data: st.DataObject, sample: bytes, check_one: Any) -> None:
    record = load_bytes(sample, "x.yml").data
    assert record is not None
    for _ in range(data.draw(st.integers(1, 3))):
        _change(record, data)
    written = yaml.safe_dump(record, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")
    assert_checks_safely(written, check_one)


@given(data=st.data())
def test_any_value_in_any_field(data: st.DataObject, schema: Schema, check_one: Any) -> None:
    """JSON is YAML: each field of the schema meets each kind of value without raising."""
    fields = data.draw(st.lists(st.sampled_from(sorted(schema.fields)), min_size=1, max_size=4, unique=True))
    record = {field: data.draw(json_values) for field in fields}
    assert_checks_safely(json.dumps(record, allow_nan=True).encode(), check_one)


@pytest.mark.parametrize("path", RECORDS[::8], ids=lambda path: path.stem)
def test_real_record_cut_after_any_line(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    for length in range(len(lines)):
        assert_loads_safely(b"".join(lines[:length]))


@given(record=st.dictionaries(st.text(alphabet="abcåäö_", min_size=1), json_values, min_size=1, max_size=5))
def test_what_is_written_is_what_is_read(record: dict[str, Any]) -> None:
    """Plain JSON of printable characters comes back as it was: nothing changes type on the way."""
    text = json.dumps(record, ensure_ascii=True, allow_nan=True)
    loaded = load_bytes(text.encode(), "x.yml")
    if loaded.data is not None and not loaded.problems and not _has_odd_values(record):
        assert loaded.data == record


def _has_odd_values(value: Any) -> bool:
    """Infinity and NaN are words to YAML; huge numbers stay text; escapes are brought to one form of each letter."""
    if isinstance(value, dict):
        return any(_has_odd_values(inner) for pair in value.items() for inner in pair)
    if isinstance(value, list):
        return any(_has_odd_values(inner) for inner in value)
    if isinstance(value, str):
        return not value.isascii()
    return isinstance(value, int | float) and not -(2**53) < value < 2**53


def _change(node: Any, data: st.DataObject) -> None:
    """Walk a random way down and change what is there."""
    keys = list(node) if isinstance(node, dict) else list(range(len(node)))
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    if isinstance(node[key], dict | list) and data.draw(st.booleans()):
        _change(node[key], data)
        return
    action = data.draw(st.sampled_from(("delete", "replace", "nest", "add")))
    if action == "delete":
        del node[key]
    elif action == "replace":
        node[key] = data.draw(json_values)
    elif action == "nest":
        node[key] = [node[key]] if data.draw(st.booleans()) else {"namn": node[key]}
    elif isinstance(node, dict):
        node[data.draw(st.text(max_size=8))] = data.draw(json_values)
    else:
        node.append(data.draw(json_values))
