"""The days that `make test` leaves out: the build's own, the last and first of every step, and some between."""

from __future__ import annotations

import pytest

from tests.built.test_later_days import (  # noqa: F401  # pytest finds fixtures and tests by their names here
    derived,
    expected,
    page,
    project,
    records,
    root,
    test_a_record_says_what_a_build_of_the_day_says,
    test_every_chosen_value_gives_the_records_of_the_day,
    test_lists_say_what_a_build_of_the_day_says_in_its_order,
    test_search_finds_counts_and_sorts_as_a_build_of_the_day,
    test_what_needs_a_look_is_named_by_its_freshness_of_the_day,
)

_DAYS = (-1, 0, 20, 21, 30, 31, 179, 180, 200, 364, 365, 400, 730)


@pytest.fixture(scope="module", params=_DAYS)
def days(request: pytest.FixtureRequest) -> int:
    days: int = request.param
    return days
