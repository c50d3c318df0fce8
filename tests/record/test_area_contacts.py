"""The contacts of districts and municipalities are functions', never a person's, and each says where it is from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from katalog.record.people.words import load_words
from katalog.record.rules.kontakt import AROUND
from katalog.record.rules.persondata import check_text
from katalog.record.schema import Json, Schema, constants
from tests.support import SCHEMA, SCHEMA_FOLDER


def _contacts(schema: Schema) -> Iterator[tuple[str, Json]]:
    for name in AROUND:
        node = schema.fields[name]
        for value in constants(node.get("items", node)) or ():
            if "x-kontakt" in value:
                yield f"{name}/{value['const']}", value["x-kontakt"]


FOUND = dict(_contacts(SCHEMA))


@pytest.mark.parametrize("place", FOUND)
def test_a_contact_is_a_functions(place: str) -> None:
    words = load_words(SCHEMA_FOLDER)
    for key, text in FOUND[place].items():
        assert [fault.message for fault in check_text((key,), str(text), words)] == [], (place, key)


def test_every_district_has_one(schema: Schema) -> None:
    districts = [value["const"] for value in constants(schema.fields["omrade"]) or () if value["x-slag"] == "stadsdel"]
    assert {f"omrade/{name}" for name in districts} <= set(FOUND)
