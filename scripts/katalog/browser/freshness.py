"""How freshness and trust step down with the days, as data: for the script of every page, the search and the form. The
only statement of limits and words on the browser's side.

Read by docs/assets/js/core/freshness.js and trust.js; it stands in every page's foot, so it is kept short.
"""

from __future__ import annotations

from katalog.derive.freshness import DUE_DAYS, FRESH_DAYS, FRESHNESS_LABELS, STEPS, TOO_OLD
from katalog.derive.swedish import MONTHS
from katalog.derive.trust import SOURCE_YEARS
from katalog.record.schema import Json
from katalog.wording.fields import PLACES_PASSED
from katalog.wording.trust import SOURCE_WORDS, TEXTS, Said

# The facet, and its value, whose records stand first in lists and among equal hits.
FIRST = ("aktualitet", "bekraftat")


def freshness_data() -> Json:
    """`steg`: so many days after the last confirmation at most, and the level then; `sist` the level after that.
    `platser` is what is said when free places have expired, `tillit` what trust needs."""
    return {
        "steg": [list(step) for step in STEPS],
        "sist": TOO_OLD,
        "etiketter": FRESHNESS_LABELS,
        "platser": [PLACES_PASSED.text, PLACES_PASSED.note],
        "tillit": trust_data(),
    }


def trust_data() -> Json:
    """So many days a confirmation is fresh, and counts at all; so many years a source does; and the words."""
    return {
        "dagar": [FRESH_DAYS, DUE_DAYS],
        "ar": SOURCE_YEARS,
        "texter": TEXTS,
        "varifran": SOURCE_WORDS,
        "manader": MONTHS,
    }


def basis_row(said: Said) -> list[str | int | bool]:
    """What trust rests on, as core/trust.js takes it."""
    basis = said.basis
    good, newest = basis.good, basis.newest
    return [basis.confirmed, basis.by, good.kind, good.year, newest.kind, newest.year, basis.is_past]
