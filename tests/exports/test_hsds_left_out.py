"""What HSDS cannot take is counted, and is not there."""

from __future__ import annotations

import json

from katalog.exports.hsds_left_out import LeftOut, left_out
from katalog.exports.hsds_terms import Terms
from tests.exports.hsds_cases import FULL, OTHER, WORDS, files, source_of, whole
from tests.support import IDAG


def test_each_kind_is_counted_where_it_is_missing() -> None:
    source = source_of({"smedjan": FULL, "andra": OTHER})
    told = left_out(source.records, Terms(words=WORDS), IDAG)
    assert told == LeftOut(addresses=1, organizations=1, capacities=1)


def test_the_counts_are_those_of_the_files() -> None:
    told = left_out(whole().records, Terms(words=WORDS), IDAG)
    services = [json.loads(line) for line in files(whole())["services.ndjson"].splitlines()]
    places = [place["location"] for one in services for place in one.get("service_at_locations", ())]
    assert told.addresses == sum("addresses" not in place for place in places) > 0
    assert told.organizations == sum("organization" not in one for one in services) > 0
