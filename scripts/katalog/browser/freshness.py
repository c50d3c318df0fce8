"""How freshness steps down with the days, as data: for the script of every page, the search and the form. The only
statement of limits and words on the browser's side.

Read by docs/assets/js/core/freshness.js; it stands in every page's foot, so it is kept short.
"""

from __future__ import annotations

from katalog.derive.freshness import FRESHNESS_LABELS, STEPS, TEXTS, TOO_OLD
from katalog.record.schema import Json
from katalog.wording.fields import PLACES_PASSED

# The facet, and its value, whose records stand first in lists and among equal hits.
FIRST = ("aktualitet", STEPS[0][1])


def freshness_data() -> Json:
    """`steg`: so many days after the last confirmation at most, and the level then; `sist` the level after that.
    `fraga` is what a sentence adds once it is no longer fresh, `platser` what is said when free places have expired."""
    return {
        "steg": [list(step) for step in STEPS],
        "sist": TOO_OLD,
        "etiketter": FRESHNESS_LABELS,
        "fraga": TEXTS["fraga"],
        "platser": [PLACES_PASSED.text, PLACES_PASSED.note],
    }
