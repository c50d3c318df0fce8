"""The tables of HSDS 3.1: which columns each has, in which order, what is required, and what leads from one to another.

Output: `TABLES`, and the descriptor of a tabular data package. Stated by us from the specification
(https://docs.openreferral.org, the development branch of 3.1 as read on 2026-11-25); the tests hold what is written
against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

VERSION = "3.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One kind of object. `required` holds in the tabular form, `json_required` in the other. A column that is named as
    a table with `_id` leads to a row there."""

    file: str
    columns: tuple[str, ...]
    required: frozenset[str]
    json_required: frozenset[str]


def _table(file: str, columns: str) -> Table:
    """`*` ends a column that is required everywhere, `+` one that only the tabular form requires."""
    words = columns.split()
    return Table(
        file=file,
        columns=tuple(word.rstrip("*+") for word in words),
        required=frozenset(word.rstrip("*+") for word in words if word[-1] in "*+"),
        json_required=frozenset(word.rstrip("*") for word in words if word[-1] == "*"),
    )


TABLES: Mapping[str, Table] = {
    "organization": _table(
        "organizations",
        "id* name* alternate_name description* email website tax_status tax_id year_incorporated legal_status logo uri "
        "parent_organization_id",
    ),
    "program": _table("programs", "id* organization_id+ name* alternate_name description*"),
    "service": _table(
        "services",
        "id* organization_id+ program_id name* alternate_name description url email status* interpretation_services "
        "application_process fees_description wait_time fees accreditations eligibility_description minimum_age "
        "maximum_age assured_date assurer_email licenses alert last_modified",
    ),
    "attribute": _table("attributes", "id* link_id+ taxonomy_term_id+ link_type link_entity+ value label"),
    "service_at_location": _table("service_at_location", "id* service_id+ location_id+ description"),
    "location": _table(
        "locations",
        "id* location_type* url organization_id name alternate_name description transportation latitude longitude "
        "external_identifier external_identifier_type",
    ),
    "phone": _table(
        "phones",
        "id* location_id service_id organization_id contact_id service_at_location_id number* extension type "
        "description",
    ),
    "contact": _table(
        "contacts", "id* organization_id service_id service_at_location_id location_id name title department email"
    ),
    "address": _table(
        "addresses",
        "id* location_id attention address_1* address_2 city* region state_province* postal_code* country* "
        "address_type*",
    ),
    "schedule": _table(
        "schedules",
        "id* service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq "
        "interval byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type "
        "notes",
    ),
    "funding": _table("funding", "id* organization_id service_id source"),
    "service_area": _table(
        "service_areas", "id* service_id service_at_location_id name description extent extent_type uri"
    ),
    "required_document": _table("required_documents", "id* service_id document uri"),
    "language": _table("languages", "id* service_id location_id phone_id name code note"),
    "accessibility": _table("accessibility", "id* location_id description details url"),
    "taxonomy_term": _table(
        "taxonomy_terms", "id* code name* description* parent_id taxonomy language taxonomy_id term_uri"
    ),
    "metadata": _table(
        "metadata",
        "id* resource_id+ resource_type+ last_action_date* last_action_type* field_name* previous_value* "
        "replacement_value* updated_by*",
    ),
    "meta_table_description": _table("meta_table_descriptions", "id* name language character_set"),
    "cost_option": _table(
        "cost_options", "id* service_id+ valid_from valid_to option currency amount amount_description"
    ),
    "organization_identifier": _table(
        "organization_identifiers", "id* organization_id+ identifier_scheme identifier_type* identifier*"
    ),
    "taxonomy": _table("taxonomies", "id* name* description* uri version"),
    "service_capacity": _table("service_capacity", "id* service_id+ unit_id+ available* maximum description updated*"),
    "unit": _table("units", "id* name* scheme identifier uri"),
    "url": _table("url", "id* label url* organization_id service_id"),
}
# A list or an object inside another in the JSON form -> the table of what it holds.
NESTED: Mapping[str, str] = {
    "organization": "organization",
    "additional_urls": "url",
    "phones": "phone",
    "schedules": "schedule",
    "service_areas": "service_area",
    "service_at_locations": "service_at_location",
    "location": "location",
    "addresses": "address",
    "accessibility": "accessibility",
    "languages": "language",
    "funding": "funding",
    "cost_options": "cost_option",
    "capacities": "service_capacity",
    "unit": "unit",
    "attributes": "attribute",
    "taxonomy_term": "taxonomy_term",
}
# What may stand inside an object of a table.
INSIDE: Mapping[str, tuple[str, ...]] = {
    "service": (
        "organization", "additional_urls", "phones", "schedules", "service_areas", "service_at_locations", "languages",
        "funding", "cost_options", "capacities", "attributes",
    ),
    "organization": ("phones", "attributes"),
    "service_at_location": ("location",),
    "location": ("addresses", "accessibility"),
    "service_capacity": ("unit",),
    "attribute": ("taxonomy_term",),
}  # fmt: skip
# Of these one object stands there, of all others a list.
ONE = frozenset({"organization", "location", "unit", "taxonomy_term"})
_NUMBERS = frozenset(
    [
        "year_incorporated",
        "minimum_age",
        "maximum_age",
        "latitude",
        "longitude",
        "extension",
        "timezone",
        "count",
        "interval",
        "amount",
        "available",
        "maximum",
    ]
)
_DATES = frozenset(["assured_date", "valid_from", "valid_to", "dtstart", "until", "last_action_date"])
_TIMES = frozenset({"last_modified", "updated"})
_CLOCKS = frozenset({"opens_at", "closes_at"})
_ADDRESSES = frozenset(["url", "website", "uri", "term_uri", "schedule_link"])
_MAILS = frozenset({"email", "assurer_email"})
_VALUES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("service", "status"): ("active", "inactive", "defunct", "temporarily closed"),
    ("location", "location_type"): ("physical", "postal", "virtual"),
    ("address", "address_type"): ("physical", "postal", "virtual"),
    ("schedule", "freq"): ("WEEKLY", "MONTHLY"),
    ("schedule", "wkst"): ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
}
_ABOUT = (
    "Tabellerna i HSDS 3.1 (utvecklingsgrenen, läst 2026-11-25) med uppgifterna i Hitta sysselsättning. Beskrivningen "
    "är vår egen: i den publicerade saknar units och service_capacity kolumner som standarden har, och där står "
    "version 3.0.0 och specifikationens licens. Här har tabellerna alla kolumner, och licensen är uppgifternas. "
    "Tabeller utan rader har bara rubriker."
)


def column_type(column: str) -> dict[str, Any]:
    """Type and format of a column, as a table schema has them (https://specs.frictionlessdata.io/table-schema/)."""
    if column in _NUMBERS:
        return {"type": "number"}
    if column in _DATES:
        return {"type": "date"}
    if column in _TIMES:
        return {"type": "datetime"}
    if column in _CLOCKS:
        return {"type": "time"}
    return {"type": "string", **_format(column)}


def _format(column: str) -> dict[str, Any]:
    if column == "id" or (column.endswith("_id") and column != "tax_id"):
        return {"format": "uuid"}
    if column in _ADDRESSES:
        return {"format": "uri"}
    return {"format": "email"} if column in _MAILS else {}


def values_of(table: str, column: str) -> tuple[str, ...]:
    """What may stand there; () for anything."""
    return _VALUES.get((table, column), ())


def descriptor() -> dict[str, Any]:
    """datapackage.json (https://specs.frictionlessdata.io/data-package/), the same for every catalogue."""
    return {
        "profile": "tabular-data-package",
        "name": "hitta-sysselsattning-hsds",
        "title": "Hitta sysselsättning: HSDS 3.1",
        "description": _ABOUT,
        "homepage": "https://docs.openreferral.org",
        "licenses": [{"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
        "resources": [_resource(name, table) for name, table in TABLES.items()],
    }


def _resource(name: str, table: Table) -> dict[str, Any]:
    fields = [_field(name, table, column) for column in table.columns]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": "id", "foreignKeys": list(_leads(table))}
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{table.file}.csv",
        "encoding": "utf-8",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": schema if schema["foreignKeys"] else {"fields": fields, "primaryKey": "id"},
    }


def _field(name: str, table: Table, column: str) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": column in table.required}
    if column == "id" or (name, column) == ("taxonomy_term", "code"):
        limits["unique"] = True
    if allowed := values_of(name, column):
        limits["enum"] = list(allowed)
    return {"name": column, **column_type(column), "constraints": limits}


def _leads(table: Table) -> Iterator[dict[str, Any]]:
    """Columns named as a table and `_id` hold the id of a row there."""
    for column in table.columns:
        target = column.removesuffix("_id")
        if column.endswith("_id") and target in TABLES:
            yield {"fields": column, "reference": {"resource": target, "fields": "id"}}
