"""How a record is said in HSDS: each field in its place, and what is not known in none."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from katalog.exports.hsds_attributes import service_id
from tests.exports.hsds_cases import FULL, OTHER, files, source_of

Service = dict[str, Any]


def _service(data: dict[str, Any], idag: str = "2026-11-22") -> Service:
    made = files(source_of({"smedjan": data, "andra": OTHER}, idag=idag))
    found: Service = json.loads(made[f"services/{service_id('smedjan')}.json"])
    return found


@cache
def _full() -> Service:
    return _service(FULL)


def _attributes(service: Service) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = {}
    for row in service["attributes"]:
        assert row["taxonomy_term_id"] == row["taxonomy_term"]["id"]
        found.setdefault(row["taxonomy_term"]["code"], []).append(row.get("value"))
    return found


def _without_ids(rows: list[Service]) -> list[Service]:
    return [{key: value for key, value in row.items() if key != "id"} for row in rows]


def test_texts_stand_where_hsds_looks_for_them() -> None:
    full = _full()
    assert full["name"] == "Smedjan"
    assert full["alternate_name"] == "Gamla smedjan; Ässjan"
    assert full["description"] == "Smid i egen takt.\n\n- Smida\n- Fika\n\nFörsta stycket.\n\nAndra stycket."
    assert full["status"] == "active"
    assert full["url"] == "https://smedjan.exempel.se/v%C3%A4lkommen"
    assert full["email"] == "hej@exempel.se"
    assert (full["minimum_age"], "maximum_age" in full) == (18, False)
    assert (full["assured_date"], full["last_modified"]) == ("2026-11-21", "2026-11-19T00:00:00.000Z")
    assert full["alert"] == "Stängt för ombyggnad. Det gäller till och med 1 december 2026."
    assert full["eligibility_description"] == (
        "För: Alla. Krävs diagnos: nej. Tar emot från: Farsta, Skarpnäck."
    )  # fmt: skip


def test_ways_in_say_what_is_only_likely_and_for_whom() -> None:
    assert _full()["application_process"].split("\n") == [
        "Kom på en visning.",
        "Troligen kom direkt (gäller för dig som bor i Stockholms stad)",
        "Beslut av socialtjänsten (SoL)",
        "Beslut om insats utan prövning: Farsta stadsdelsnämnd den 2 januari 2026 – Från 18 år",
    ]


def test_times_are_local_and_midnight_is_a_clock() -> None:
    note = "Svensk tid (Europe/Stockholm)."
    assert _without_ids(_full()["schedules"]) == [
        {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "09:00:00", "closes_at": "15:30:00",
         "notes": f"{note} Ungefärlig tid."},
        {"description": "Ansök i mars"},
        {"freq": "WEEKLY", "byday": "SA", "opens_at": "18:00:00", "closes_at": "00:00:00", "description": "Öppet hus",
         "notes": f"{note} Stänger vid midnatt."},
    ]  # fmt: skip


def test_prices_are_what_a_source_says() -> None:
    assert _without_ids(_full()["cost_options"]) == [
        {"option": "Lunch", "amount": 35.5, "currency": "SEK", "amount_description": "per gång, uppgift från 2012"},
        {"option": "Resor"},
        {"option": "Kaffe", "amount": 0, "currency": "SEK"},
    ]
    assert "35,50 kr per gång (2012)" in _full()["fees_description"]


def test_a_place_has_an_address_only_when_all_of_it_is_known() -> None:
    (place,) = _full()["service_at_locations"]
    assert place["location"]["addresses"][0] | {"id": ""} == {
        "id": "", "address_1": "Storgatan 1", "city": "Farsta", "postal_code": "123 47", "country": "SE",
        "state_province": "Stockholms län", "address_type": "physical",
    }  # fmt: skip
    assert place["location"]["transportation"] == "Farsta centrum"
    assert _without_ids(place["location"]["accessibility"]) == [{"description": "Hiss", "details": "Nej"}]
    for gone in ("adress", "postnummer", "ort"):
        part = {key: value for key, value in FULL["plats"].items() if key != gone}
        (place,) = _service(FULL | {"plats": part})["service_at_locations"]
        assert "addresses" not in place["location"]
    (place,) = _service(FULL | {"kommun": ["stockholm", "nacka"]})["service_at_locations"]
    assert place["location"]["description"] == "Adress: Storgatan 1. Ort: 123 47 Farsta."


def test_free_places_are_a_number_only_when_there_is_none() -> None:
    assert _without_ids(_full()["capacities"])[0]["available"] == 0
    assert _full()["capacities"][0]["maximum"] == 12
    assert _full()["capacities"][0]["updated"] == "2026-11-20T00:00:00.000Z"
    free = _service(FULL | {"platslage": {"lage": "lediga", "datum": "2026-11-20"}})
    assert "capacities" not in free
    assert _attributes(free)["platslage/lediga"] == ["2026-11-20"]
    old = _service(FULL, idag="2027-01-22")
    assert "capacities" not in old
    assert not any(code.startswith("platslage/") for code in _attributes(old))
    about = _service(FULL | {"platser": {"antal": 12, "forklaring": "Medlemmar"}})
    assert "maximum" not in about["capacities"][0]


def test_what_has_no_field_is_an_attribute() -> None:
    told = _attributes(_full())
    assert told["falt/id"] == ["smedjan"]
    assert told["status/aktiv"] == [None]
    assert told["omrade/farsta"] == told["kommun/stockholm"] == told["insatstyp/traffpunkt"] == [None]
    assert told["tillganglighet/tolk"] == told["tillganglighet/lugn-plats"] == ["ja"]
    assert "tillganglighet/hiss" not in told  # it is told of the place
    assert told["ersattning/habiliteringsersattning"] == ["13 kr per timme (2019)"]
    assert told["falt/del_av"] == told["falt/nasta_steg"] == [service_id("andra")]
    assert told["falt/omfattning"] == ["4,50–20 timmar i veckan"]
    assert told["falt/uppgifter_fran"] == ["2026"]
    assert told["falt/anmarkning"] == ["Flyttar i vår."]
    other = json.loads(files(source_of({"andra": OTHER}))[f"services/{service_id('andra')}.json"])
    assert _attributes(other)["falt/platser"] == ["Omkring 30 (2020): Besökare"]


def test_what_is_not_known_has_no_key() -> None:
    bare = {key: OTHER[key] for key in ("namn", "status", "insatstyp", "omrade", "sammanfattning", "kallor")}
    service = _service(bare)
    assert service.keys() == {"id", "name", "status", "description", "alert", "additional_urls", "attributes"} | {
        "last_modified"
    }
    assert service["status"] == "inactive"
    assert service["alert"].startswith("Inte bekräftad.")


def test_a_statement_for_a_while_ends_with_its_day() -> None:
    assert "ombyggnad" in _service(FULL, idag="2026-12-01")["alert"]
    assert "alert" not in _service(FULL, idag="2026-12-02")


def test_one_name_is_one_organisation_unless_its_kind_differs() -> None:
    def of(*kinds: str | None) -> list[str]:
        records = {
            f"r{number}": OTHER | {"anordnare": {"namn": "Enheten  Ett"} | ({"driftsform": kind} if kind else {})}
            for number, kind in enumerate(kinds)
        }
        made = files(source_of(records))
        return [json.loads(made[f"services/{service_id(name)}.json"])["organization"]["id"] for name in records]

    assert len(set(of("kommun", None, "kommun"))) == 1
    assert len(set(of("kommun", "stadens-forvaltning"))) == 2
    assert len(set(of("kommun", "stadens-forvaltning", None))) == 3
    assert of("kommun") == of(None)  # learning its kind does not make it another


def test_a_record_that_changed_its_id_is_found_under_the_former_one() -> None:
    made = files(source_of({"smedjan": FULL, "andra": OTHER}, moved={"gamla": "smedjan"}))
    now, before = (f"services/{service_id(name)}.json" for name in ("smedjan", "gamla"))
    assert made[before] == made[now]
    assert _attributes(json.loads(made[now]))["falt/tidigare_id"] == [service_id("gamla")]
    assert json.loads(made["services/page-1.json"])["total_items"] == 2
