"""Which places stand at each end of the guide: those that fit best, and among equals each in its turn.

Input: `Guide`, the facets' view of whom a record is for, and records. Output: the records of every end. Nobody is
ranked: places that answer alike take turns, first those of other areas, and none stands on more than a quarter of the
ends while another fits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from katalog.derive.choices import is_living
from katalog.derive.derived import Derived
from katalog.derive.facets import Facet, read_facets
from katalog.derive.guide import Answers, Choice, Guide
from katalog.derive.match import Level, Row, is_old, level_in, level_of
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.record.schema_files import GUIDE

SHOWN = 3
_PART = 4  # no place stands on more than this part of the ends
_LOOKED_AT = 20  # of those that answer alike, in their turn: enough to find another area
# Was it told long ago, and the level of every answer of every question, in order.
Profile = tuple[bool, tuple[Level, ...]]


@dataclass(slots=True, kw_only=True)
class _Turns:
    """Records that answer alike, the next in turn first; and how often each has been shown."""

    by_profile: dict[Profile, list[Record]]
    most: int
    shown: Counter[str] = field(default_factory=Counter)

    def take(self, profiles: Sequence[Profile], found: Sequence[Record]) -> Record | None:
        """The next of those: from an area that is not there yet, and shown least."""
        areas, taken = {record.omrade for record in found}, {record.id for record in found}
        free = [
            ((one.omrade in areas, self.shown[one.id], at), one, profile)
            for profile in profiles for at, one in enumerate(self.by_profile[profile][:_LOOKED_AT])
            if self.shown[one.id] < self.most and one.id not in taken
        ]  # fmt: skip
        if not free:
            return None
        _, one, profile = min(free, key=lambda row: row[0])
        line = self.by_profile[profile]
        line.remove(one)
        line.append(one)
        self.shown[one.id] += 1
        return one


def guided_records(derived: Derived, words: Vocabularies) -> list[Record]:
    """What a reader of the guide may be shown, by name: open, within reach, and for whom we take the reader to be."""
    document = words.schema.documents[GUIDE]
    facets = {facet.id: facet for facet in read_facets(derived, words)}
    assumed, without = document["antas"]["val"], document["utom"]
    open_ones = (record for record in derived.catalogue.records if is_living(record))
    return derived.by_name(
        record for record in open_ones
        if _may_be(record, facets, assumed, derived.idag) and not _is_only(record, facets, without)
    )  # fmt: skip


def _may_be(record: Record, facets: Mapping[str, Facet], assumed: Answers, idag: str) -> bool:
    levels = (level_in(facets[name].told(record, idag), values, needs_all=False) for name, values in assumed.items())
    return Level.NO not in levels


def _is_only(record: Record, facets: Mapping[str, Facet], values: Answers) -> bool:
    """True for a record that in one of the fields has such values and no others."""
    told = ((facets[name].of(record).yes, chosen) for name, chosen in values.items())
    return any(yes and yes.issubset(chosen) for yes, chosen in told)


def places_of_ends(guide: Guide, records: Sequence[Record], idag: str) -> dict[tuple[Choice, ...], list[Record]]:
    """For every end its places, at most SHOWN; one that is known not to fit is never among them."""
    turns = _Turns(by_profile=_profiles(guide, records, idag), most=len(guide.ends) // _PART)
    return {end: _best(guide, end, turns) for end in guide.ends}


def _profiles(guide: Guide, records: Iterable[Record], idag: str) -> dict[Profile, list[Record]]:
    found: dict[Profile, list[Record]] = {}
    for record in records:
        found.setdefault((is_old(record, idag), _levels(guide, guide.told_by(record, idag))), []).append(record)
    return {profile: _mixed(group) for profile, group in found.items()}


def _levels(guide: Guide, row: Row) -> tuple[Level, ...]:
    return tuple(row[question.id].level(choice.id) for question in guide.questions for choice in question.choices)


def _mixed(records: Sequence[Record]) -> list[Record]:
    """One of each area, then the second of each: by name within."""
    nth: Counter[str] = Counter()
    keyed = []
    for record in records:
        keyed.append((nth[record.omrade], record))
        nth[record.omrade] += 1
    return [record for _, record in sorted(keyed, key=lambda pair: pair[0])]


def _best(guide: Guide, end: Sequence[Choice], turns: _Turns) -> list[Record]:
    found: list[Record] = []
    for profiles in _tiers(guide, end, turns.by_profile):
        while len(found) < SHOWN and (one := turns.take(profiles, found)):
            found.append(one)
    return found


def _tiers(guide: Guide, end: Sequence[Choice], profiles: Iterable[Profile]) -> list[list[Profile]]:
    """Those that may fit, the best together first: by the weakest answer, as everywhere, then by how many are
    unknown, then what was not told long ago."""
    at = [choice.id for question in guide.questions for choice in question.choices]
    where = [at.index(choice.id) for choice in end]
    tiers: dict[tuple[int, int, bool], list[Profile]] = {}
    for profile in profiles:
        old, told = profile
        levels = [told[place] for place in where]
        if Level.NO not in levels:
            tiers.setdefault((-min(levels), levels.count(Level.UNKNOWN), old), []).append(profile)
    return [tiers[key] for key in sorted(tiers)]


def likely_in(guide: Guide, records: Iterable[Record], idag: str, answers: Answers) -> list[Record]:
    """Those of the records that fit some answers, or are likely to; in the order given."""
    return [one for one in records if level_of(guide.told_by(one, idag), answers, ()) >= Level.LIKELY]
