"""Vocabularies as taxonomies of HSDS: one for each that is in use, and one for facts that have no vocabulary.

Input: `Vocabularies`. Output: taxonomies, their terms, and attributes that say a term of something.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from katalog.derive.vocabulary import Term, Vocabularies
from katalog.exports.lasting_ids import lasting_id, row_name

Object = dict[str, Any]
FIELDS = "falt"  # the taxonomy of facts without a vocabulary: its terms are names of fields
ACCESS = "tillganglighet"
# Facts that no field of the record holds: name -> what it is called, what it is.
_OWN_FIELDS: Mapping[str, tuple[str, str]] = {
    "id": ("Id i katalogen", "Postens id i Hitta sysselsättning. Det står i adressen till verksamhetens sida."),
    "tidigare_id": ("Tidigare id", "Det id som tjänsten hade i HSDS innan posten bytte namn."),
}


@dataclass(frozen=True, kw_only=True)
class Terms:
    """Every term has an id, a code that is unique over all taxonomies, a name and an explanation."""

    words: Vocabularies

    def names(self) -> tuple[str, ...]:
        """Every taxonomy that there may be, in order."""
        return (FIELDS, *sorted({*self.words.by_name, ACCESS}))

    def taxonomy(self, name: str) -> Object:
        label, text = self._about(name)
        return {"id": _taxonomy_id(name), "name": label, "description": text}

    def term(self, taxonomy: str, slug: str) -> Object:
        known = self._known.get((taxonomy, slug))
        if known is None:
            known = self._known[taxonomy, slug] = self._make(taxonomy, slug)
        return known

    def attribute(self, entity: str, owner: Object, term: tuple[str, str], value: str = "") -> Object:
        """That `term` (taxonomy and slug) holds of `owner`, an object of the table `entity`; `value` is the fact itself
        where the term is only what kind of fact it is."""
        held = self.term(*term)
        row: Object = {
            "id": lasting_id("hsds/attribute/" + row_name(owner["id"], [*term, value])),
            "link_id": owner["id"],
            "link_entity": entity,
            "link_type": term[0],
            "taxonomy_term_id": held["id"],
        }
        return {**row, **({"value": value} if value else {}), "taxonomy_term": held}

    def label(self, taxonomy: str, slug: str) -> str:
        label: str = self.term(taxonomy, slug)["name"]
        return label

    @cached_property
    def _known(self) -> dict[tuple[str, str], Object]:
        return {}

    def _make(self, taxonomy: str, slug: str) -> Object:
        label, text = self._words_of(taxonomy, slug)
        code = f"{taxonomy}/{slug}"
        return {
            "id": lasting_id(f"hsds/taxonomy_term/{code}"),
            "code": code,
            "name": label,
            "description": text,
            "language": "sv",
            "taxonomy_id": _taxonomy_id(taxonomy),
        }

    def _about(self, name: str) -> tuple[str, str]:
        if name == FIELDS:
            return "Uppgifter i katalogen", "Uppgifter som inte har någon egen plats i HSDS. Uppgiften står i value."
        if name == ACCESS:
            node = self.words.schema.fields[ACCESS]
            return node["title"], "Vad som är känt om tillgängligheten. I value står ja eller nej."
        about: Term = self.words.about(name)
        return about.label, about.text

    def _words_of(self, taxonomy: str, slug: str) -> tuple[str, str]:
        if taxonomy == FIELDS:
            node = self.words.schema.fields.get(slug, {})
            return _OWN_FIELDS.get(slug) or (node["title"], node["description"])
        if taxonomy == ACCESS:
            node = self.words.schema.fields[ACCESS]["properties"][slug]
            return node["title"], node["description"]
        term = self.words.terms(taxonomy)[slug]
        return term.label, term.text


def _taxonomy_id(name: str) -> str:
    return lasting_id(f"hsds/taxonomy/{name}")
