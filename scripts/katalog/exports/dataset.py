"""The whole catalogue as one data set: what it is called, what it is about, how new it is and which files hold it.

Input: records, history and what was published. Output: facts for those who describe data sets (`dcat`, JSON-LD).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from katalog.exports.history import History
from katalog.exports.index import Told
from katalog.record.model import Record

# Each in Swedish and in English.
NAME = ("Sysselsättning och stöd i Stockholm", "Activities and support in Stockholm")
ABOUT = (
    "Sysselsättning, arbetsträning, träffpunkter och annat stöd i Stockholm, samlat på ett ställe. Varje uppgift har "
    "sin källa, och det som inte är känt lämnas tomt.",
    "Activities, work training, meeting places and other support in Stockholm, gathered in one place. Every fact has "
    "its source, and what is not known is left empty.",
)
KEYWORDS = ("sysselsättning", "arbetsträning", "träffpunkt", "daglig verksamhet", "psykisk hälsa", "socialtjänst")
# The exports that hold all records -> their format in the EU's list. The rest is words, schemas and changes.
FORMATS: Mapping[str, str] = {
    "json": "JSON", "csv": "CSV", "xlsx": "XLSX", "ods": "ODS", "hsds": "JSON", "hsds-paket": "ZIP",
}  # fmt: skip


def whole(told: Iterable[Told]) -> list[Told]:
    """The exports that hold all records."""
    return [one for one in told if one.export.slug in FORMATS]


def day_of_change(records: Iterable[Record], history: History) -> str | None:
    """The day of the latest change or confirmation of a record, where one is known."""
    days = [one.day for one in history.happened]
    days += [record.senast_bekraftad for record in records if record.senast_bekraftad]
    return max(days, default=None)


def first_year(records: Sequence[Record]) -> int | None:
    """The year of the oldest facts."""
    return min((record.uppgifter_fran for record in records if record.uppgifter_fran), default=None)
