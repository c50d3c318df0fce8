"""What exports are made from, and what several of them share: made once, when the first asks.

Input: the catalogue on a day, its words, the settings and the records that are wanted. Output: `Source`. It lives in
one process; exports that share something costly stand in one group of the registry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.exports.history import NO_HISTORY, History
from katalog.exports.hsds_service import make_services
from katalog.exports.hsds_store import Store
from katalog.exports.table import Table, make_table
from katalog.record.model import Record
from katalog.settings import Settings
from katalog.wording.view import View


@dataclass(frozen=True, kw_only=True)
class Source:
    """`records` are those that are wanted, in order of id; `derived` knows all others too."""

    derived: Derived
    words: Vocabularies
    settings: Settings
    records: Sequence[Record]
    history: History = NO_HISTORY

    @cached_property
    def view(self) -> View:
        return View(derived=self.derived, words=self.words)

    @cached_property
    def table(self) -> Table:
        """The rows of the sheets, told in words."""
        return make_table(self.derived, self.words, self.records)

    @cached_property
    def hsds(self) -> Store:
        """The services of HSDS, in the order of the records."""
        changed = {one.id: one.day for one in reversed(self.history.happened)}
        services = make_services(self.derived, self.words, self.settings.site_url, changed)
        return Store.of(services.service(record) for record in self.records)
