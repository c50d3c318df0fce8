"""What several services of HSDS share, each made once from the whole catalogue: organisations and places.

Input: records and `Terms`. Output: organisations and locations as HSDS has them. A file for some records alone names
them as the file for all does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from katalog.exports.hsds_terms import ACCESS, Object, Terms
from katalog.exports.lasting_ids import lasting_id
from katalog.record.model import Group, Record

_UNKNOWN_KIND = "Källan säger inte vilken sorts organisation det är."
_PHYSICAL = "Fysisk"  # heading of those questions of access that are about the place (`x-rubrik`)
_ANSWERS = {"ja": "Ja", "nej": "Nej"}
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"
_PARTS = ("adress", "postnummer", "ort", "hallplats")


@dataclass(frozen=True, kw_only=True)
class Shared:
    """Record id -> its organisation, its location. Not there: nobody says which."""

    organizations: Mapping[str, Object]
    locations: Mapping[str, Object]


def share(records: Iterable[Record], terms: Terms) -> Shared:
    held = sorted(records, key=lambda record: record.id)
    return Shared(organizations=_organizations(held, terms), locations=_locations(held, terms))


def uri_of(address: str) -> str:
    """A web address as RFC 3986 has it: other letters than ASCII are encoded, the host as IDNA."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    rest = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, *rest))


def phone(owner: Object, number: str) -> Object:
    return {"id": lasting_id(f"hsds/phone/{owner['id']} {number}"), "number": number, "type": "voice"}


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def _organizations(records: Iterable[Record], terms: Terms) -> dict[str, Object]:
    """One for each name; one name with several known kinds is several organisations, and where a record tells no kind
    then, one more."""
    by_name: dict[str, list[Record]] = {}
    for record in records:
        if record.anordnare and "namn" in record.anordnare:
            by_name.setdefault(folded(record.anordnare["namn"]), []).append(record)
    found = {}
    for name, group in by_name.items():
        by_kind = _by_kind(group)
        for kind, of_kind in by_kind.items():
            key = f"{name} {kind}".strip() if len(by_kind) > 1 else name  # learning its kind makes it no other
            made = _organization(key, kind, [record.anordnare or {} for record in of_kind], terms)
            found.update({record.id: made for record in of_kind})
    return found


def _by_kind(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Kind ("" for unknown) -> the records. Is only one known, it holds for all; its key is the name alone."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault((record.anordnare or {}).get("driftsform", ""), []).append(record)
    known = [kind for kind in found if kind]
    return {known[0]: [record for group in found.values() for record in group]} if len(known) == 1 else found


def _organization(key: str, kind: str, told: list[Group], terms: Terms) -> Object:
    """What the first record that tells says; every number that any of them gives."""
    made: Object = {
        "id": lasting_id(f"hsds/organization/{key}"),
        "name": " ".join(told[0]["namn"].split()),
        "description": terms.term("driftsform", kind)["description"] if kind else _UNKNOWN_KIND,
    }
    if mail := next((group["epost"] for group in told if "epost" in group), ""):
        made["email"] = mail
    if web := next((group["webb"] for group in told if "webb" in group), ""):
        made["website"] = uri_of(web)
    if numbers := dict.fromkeys(group["telefon"] for group in told if "telefon" in group):
        made["phones"] = [phone(made, number) for number in numbers]
    if kind:
        made["attributes"] = [terms.attribute("organization", made, ("driftsform", kind))]
    return made


def _locations(records: Iterable[Record], terms: Terms) -> dict[str, Object]:
    by_place: dict[str, list[Record]] = {}
    for record in records:
        if record.plats and not record.plats.keys().isdisjoint(("adress", "ort", "hallplats")):
            by_place.setdefault(_place_key(record), []).append(record)
    return {
        record.id: made
        for key, group in by_place.items()
        for made in (_location(key, group, terms),)
        for record in group
    }


def _place_key(record: Record) -> str:
    parts = [folded((record.plats or {}).get(part, "")) for part in _PARTS]
    return "|".join([*parts, *record.kommun])


def _location(key: str, records: list[Record], terms: Terms) -> Object:
    place = records[0].plats or {}
    made: Object = {"id": lasting_id(f"hsds/location/{key}"), "location_type": "physical"}
    if name := place.get("ort") or place.get("adress"):
        made["name"] = name
    county = county_of(records[0], terms)
    if is_whole(place, county):
        made["addresses"] = [_address(made, place, county)]
    elif known := ". ".join(_known(place)):
        made["description"] = f"{known}."
    if "hallplats" in place:
        made["transportation"] = place["hallplats"]
    if access := list(_access(made, records, terms)):
        made["accessibility"] = access
    return made


def county_of(record: Record, terms: Terms) -> str:
    """The county of the record's municipality; "" when it names none or several, or when we do not know it."""
    if len(record.kommun) != 1:
        return ""
    return str(terms.words.terms("kommun")[record.kommun[0]].notes.get("lan", ""))


def is_whole(place: Group, county: str) -> bool:
    """Does it hold all that HSDS requires of an address?"""
    return bool(county) and {"adress", "postnummer", "ort"} <= place.keys()


def _address(location: Object, place: Group, county: str) -> Object:
    return {
        "id": lasting_id(f"hsds/address/{location['id']}"),
        "address_1": place["adress"],
        "city": place["ort"],
        "state_province": county,
        "postal_code": place["postnummer"],
        "country": "SE",
        "address_type": "physical",
    }


def _known(place: Group) -> Iterator[str]:
    if "adress" in place:
        yield f"Adress: {place['adress']}"
    if "postnummer" in place or "ort" in place:
        yield f"Ort: {' '.join(place[part] for part in ('postnummer', 'ort') if part in place)}"


def _access(location: Object, records: Iterable[Record], terms: Terms) -> Iterator[Object]:
    """What any record at the place tells of the place itself; the same answer once."""
    questions = physical(terms)
    told = {(key, answer): None for record in records for key, answer in (record.tillganglighet or {}).items()}
    for key, answer in sorted(told, key=lambda pair: (questions.index(pair[0]) if pair[0] in questions else -1, pair)):
        if key in questions:
            name = f"hsds/accessibility/{location['id']} {key} {answer}"
            label = terms.label(ACCESS, key)
            yield {"id": lasting_id(name), "description": label, "details": _ANSWERS[answer]}


def physical(terms: Terms) -> list[str]:
    """The questions of access that are about the place."""
    questions = terms.words.schema.fields[ACCESS]["properties"]
    return [key for key, node in questions.items() if node.get("x-rubrik") == _PHYSICAL]
