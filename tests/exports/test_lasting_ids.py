"""Ids are those that everybody else makes of the same name."""

from __future__ import annotations

import json
import uuid
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from katalog.exports.lasting_ids import lasting_id, row_name

_SPACE = uuid.UUID("6f1d3f0e-6a55-5f0c-9a53-6f2d1c1c8e11")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_id_is_a_uuid_of_the_fifth_version(name: str) -> None:
    assert lasting_id(name) == str(uuid.uuid5(_SPACE, name))


_VALUES = st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-(2**53), 2**53) | st.booleans() | st.none()


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), _VALUES | st.lists(_VALUES)))
def test_a_row_is_named_as_json_writes_it(row: dict[str, Any]) -> None:
    told = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert row_name("post", row) == f"post {told}"
