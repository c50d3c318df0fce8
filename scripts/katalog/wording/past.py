"""What is said on the page of a record that is told as something that was, and that nobody knows the end of.

Input: a record. Output: plain text. It never says that the place has closed, and not that it existed either: some
sources tell of what somebody wanted.
"""

from __future__ import annotations

from katalog.derive.choices import is_told_as_past
from katalog.record.model import Record

PAST_NAME = "Bara gamla uppgifter"  # the heading above such records
_OF_YEAR = "Så var det {ar}. Vi vet inte om det finns i dag."
_NO_YEAR = "Så var det förr, enligt källan. Vi vet inte om det finns i dag."


def past_text(record: Record) -> str:
    """Names the year that the record's facts are from, where it is known. "" for what is told as it is, for what has
    closed and for examples from elsewhere: they have a box of their own."""
    if record.is_closed or record.forebild or not is_told_as_past(record):
        return ""
    return _OF_YEAR.format(ar=record.uppgifter_fran) if record.uppgifter_fran else _NO_YEAR
