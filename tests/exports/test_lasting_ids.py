"""Ids are those that everybody else makes of the same name."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from katalog.exports.lasting_ids import lasting_id

_SPACE = uuid.UUID("6f1d3f0e-6a55-5f0c-9a53-6f2d1c1c8e11")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_id_is_a_uuid_of_the_fifth_version(name: str) -> None:
    assert lasting_id(name) == str(uuid.uuid5(_SPACE, name))
