"""The pages in other languages (`schema/sprak-sidor.json`): which there are, and what their frame says.

Input: `Schema`. Output: `Tongue`s, and for any page of the site where it is told in another language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from babel.dates import format_date

from katalog.record.schema import Json, Schema
from katalog.record.schema_files import TONGUE_PAGES

SWEDISH, SWEDISH_NAME = "sv", "Svenska"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One of the pages that every language has. `address` is relative to the language's folder; `swedish` the address
    of the Swedish page that tells the same, None when there is none."""

    id: str
    address: str
    swedish: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language. `id` is its code (BCP 47) and folder; `own_name` as its speakers write it; `direction` "ltr" or
    "rtl"; `locale` how days are written (CLDR, by Babel); `checked` the ISO day when a speaker went through the frame's
    texts, None until then."""

    id: str
    name: str
    own_name: str
    direction: str
    locale: str
    texts: Mapping[str, str]
    menu: Mapping[str, str]
    lines: Mapping[str, str]
    checked: str | None

    def date(self, day: str) -> str:
        """An ISO day as it is written in the language."""
        return str(format_date(date.fromisoformat(day), "long", locale=self.locale))


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where a page is told in a language; `address` is relative to the site's root."""

    id: str
    name: str
    direction: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Tongues:
    schema: Schema

    @cached_property
    def _document(self) -> Json:
        document: Json = self.schema.documents[TONGUE_PAGES]
        return document

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """In the menu's order."""
        rows = self._document["sidor"]
        return tuple(Leaf(id=row["id"], address=row["adress"], swedish=row["svensk"]) for row in rows)

    @cached_property
    def all(self) -> Mapping[str, Tongue]:
        return {code: _tongue(code, row) for code, row in self._document["sprak"].items()}

    @cached_property
    def _leaf_at(self) -> Mapping[str, Leaf]:
        """Address below the root -> what is told there, in whichever language."""
        swedish = {leaf.swedish: leaf for leaf in self.leaves if leaf.swedish is not None}
        return swedish | {f"{code}/{leaf.address}": leaf for code in self.all for leaf in self.leaves}

    def of(self, address: str) -> Tongue | None:
        """The language of the page at `address`; None for a Swedish one."""
        return self.all.get(address.partition("/")[0])

    def leaf(self, address: str) -> Leaf | None:
        return self._leaf_at.get(address)

    def ways(self, address: str) -> list[Way]:
        """From a page to what is nearest in each other language: the same page, or else the first."""
        leaf, own = self.leaf(address), self.of(address)
        below = leaf.address if leaf else ""
        ways = [_way(tongue, below) for tongue in self.all.values() if tongue is not own]
        if own is None:
            return ways
        swedish = (leaf and leaf.swedish) or ""
        return [Way(id=SWEDISH, name=SWEDISH_NAME, direction="ltr", address=swedish), *ways]

    def versions(self, address: str) -> Sequence[tuple[str, str]]:
        """(language, address) of all pages that tell the same as this one, itself too; none when no other does."""
        leaf = self.leaf(address)
        if leaf is None:
            return ()
        swedish = [] if leaf.swedish is None else [(SWEDISH, leaf.swedish)]
        return [*swedish, *((code, f"{code}/{leaf.address}") for code in self.all)]


def _tongue(code: str, row: Json) -> Tongue:
    return Tongue(
        id=code,
        name=row["namn"],
        own_name=row["eget"],
        direction=row["riktning"],
        locale=row["lokal"],
        texts=row["ram"],
        menu=row["meny"],
        lines=row["linjer"],
        checked=row.get("granskad"),
    )


def _way(tongue: Tongue, below: str) -> Way:
    address = f"{tongue.id}/{below}"
    return Way(id=tongue.id, name=tongue.own_name, direction=tongue.direction, address=address)
