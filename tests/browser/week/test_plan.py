"""Which times are in the week, which parts of the support it covers, and what would fill its free hours."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.week.conftest import Engine

TODAY = "2026-11-26"
_DAYS = ["Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag"]
_WORKDAYS = [0, 1, 2, 3, 4]


def _row(days: list[int], start: int | None, end: int | None, what: str = "", *, seldom: bool = False) -> list[Any]:
    return [days, start, end, 0, what, int(seldom)]


def _place(id_: str, area: int = 0, **more: Any) -> dict[str, Any]:
    return {"id": id_, "kallas": id_.title(), "trakt": area, **more}


def _data(*places: dict[str, Any], moved: dict[str, str] | None = None) -> dict[str, Any]:
    parts = [[part, part.title(), ""] for part in ("jobb", "halsa", "socialt", "kompetens")]
    return {
        "format": 1, "dagar": _DAYS, "kort": [day[:3] for day in _DAYS], "delar": parts,
        "vagar": [["drop-in", "Kom direkt"], ["lss-beslut", "Beslut enligt LSS"]],
        "trakter": [["Farsta", "stadsdel"], ["Bromma", "stadsdel"], ["Hela Stockholm", ""], ["Nacka", "kommun"]],
        "flyttade": moved or {}, "stallen": list(places),
    }  # fmt: skip


def _plan(engine: Engine, data: dict[str, Any], ids: list[str], hash_: str = "") -> Any:
    return engine.call("plan", data, ids, hash_, TODAY)


def _held(plan: Any) -> list[tuple[str, int, int, int]]:
    return [(one["id"], one["day"], one["from"], one["to"]) for one in plan["held"]]


SHOP = _place("snickeriet", rader=[_row([0, 2], 540, 720), _row([1], 600, 660, "Varannan vecka", seldom=True)])
CAFE = _place("kafeet", 1, rader=[_row([0], 780, 900), _row([4], None, None, "Kväll")])


def test_the_records_times_are_in_the_week_from_the_first(engine: Engine) -> None:
    plan = _plan(engine, _data(SHOP, CAFE), ["snickeriet", "kafeet"])
    assert _held(plan) == [("snickeriet", 0, 540, 720), ("kafeet", 0, 780, 900), ("snickeriet", 2, 540, 720)]
    assert plan["totals"]["week"] == 480
    assert plan["moves"] == [{"day": 0, "at": 780, "ids": ["snickeriet", "kafeet"], "gap": 60, "isKnown": True}]
    assert "Byte av stadsdel före 13: Farsta till Bromma, 1 timme emellan" in plan["text"]
    assert plan["summary"][0] == "Högst 8 timmar i veckan."


def test_what_does_not_go_on_every_week_is_put_in_by_hand(engine: Engine) -> None:
    plan = _plan(engine, _data(SHOP), ["snickeriet"], "#med=snickeriet:2-1000-1100&bort=snickeriet:1-0900-1200")
    assert _held(plan) == [("snickeriet", 1, 600, 660), ("snickeriet", 2, 540, 720)]


def test_a_time_set_by_hand_takes_the_place_of_the_records_that_day(engine: Engine) -> None:
    plan = _plan(engine, _data(SHOP), ["snickeriet"], "#satt=snickeriet:1-1000-1100")
    assert _held(plan) == [("snickeriet", 0, 600, 660), ("snickeriet", 2, 540, 720)]
    assert "- 10–11 Snickeriet (satt av den som planerar)" in plan["text"]
    assert "- 9–12 Snickeriet (öppet enligt katalogen)" in plan["text"]
    assert plan["summary"][0] == "Högst 4 timmar i veckan. 1 timme är satt av den som planerar."


def test_only_set_times_are_a_length_and_no_ceiling(engine: Engine) -> None:
    plan = _plan(engine, _data(_place("tyst")), ["tyst"], "#satt=tyst:1-1000-1130")
    assert plan["summary"] == ["1 timme 30 minuter i veckan."]


def test_what_collides_is_told_with_its_days(engine: Engine) -> None:
    hours: dict[str, Any] = {"rader": [_row(_WORKDAYS, 540, 720)]}
    plan = _plan(engine, _data(_place("a", **hours), _place("b", 1, **hours)), ["a", "b"], "#satt=:1-1100-1300")
    assert plan["clashTexts"] == [
        "Måndag–fredag 9–12: A och B",
        "Måndag 11–12: A och Annat som tar tid",
        "Måndag 11–12: B och Annat som tar tid",
    ]
    assert plan["totals"]["week"] == 5 * 180, "each minute once, and what is no place not at all"
    assert plan["moves"] == []


def test_where_nobody_knows_the_district_a_move_is_only_perhaps(engine: Engine) -> None:
    places = [_place("a", 0, rader=[_row([0], 540, 600)]), _place("b", 2, rader=[_row([0], 600, 660)])]
    plan = _plan(engine, _data(*places), ["a", "b"])
    assert (
        "Kanske byte av stadsdel före 10: vi vet inte säkert var båda ligger (Farsta, Hela Stockholm)" in plan["text"]
    )


def test_between_district_and_municipality_the_town_changes(engine: Engine) -> None:
    places = [_place("a", 0, rader=[_row([0], 540, 600)]), _place("b", 3, rader=[_row([0], 630, 660)])]
    plan = _plan(engine, _data(*places), ["a", "b"])
    assert "Byte av ort före 10.30: Farsta till Nacka, 30 minuter emellan" in plan["text"]


def test_times_without_a_clock_or_an_end_are_told_and_stand_in_no_week(engine: Engine) -> None:
    rows = [
        _row([0], None, None, "Kväll"),
        _row(_WORKDAYS, 555, None, "Möte"),
        _row([], 540, 780),
        _row([1, 3], None, None),
    ]
    place = _place("a", rader=rows)
    assert engine.call("loose", place, _DAYS) == [
        "måndag: Kväll", "måndag–fredag från 9.15: Möte", "9–13", "tisdag och torsdag",
    ]  # fmt: skip
    assert _held(_plan(engine, _data(place), ["a"])) == []


def test_the_record_may_say_something_else_than_the_one_who_plans(engine: Engine) -> None:
    data = _data(SHOP, CAFE, _place("tyst"))
    ids = ["snickeriet", "kafeet", "tyst"]
    hash_ = "#satt=snickeriet:1-0800-1000,snickeriet:3-0900-1200,kafeet:2-0900-1000,tyst:1-0900-1000"
    assert engine.call("objections", data, ids, hash_) == [
        "Katalogen säger 9–12 på måndagar. Fråga dem.",
        "Katalogen nämner ingen tid på tisdagar. Fråga dem.",
    ]


def test_hours_a_week_of_the_record_are_held_against_the_week(engine: Engine) -> None:
    assert (
        engine.call("amount", {"timmar": [4, 20]}, 120) == "Katalogen säger 4–20 timmar i veckan. Veckan har 2 timmar."
    )
    assert engine.call("amount", {"timmar": [4, 20]}, 240) == "Katalogen säger 4–20 timmar i veckan."
    assert engine.call("amount", {"timmar": [None, 2.5]}, 0) == "Katalogen säger högst 2,5 timmar i veckan."
    assert engine.call("amount", {}, 120) == ""


def test_parts_are_covered_by_what_is_in_the_week(engine: Engine) -> None:
    hours: dict[str, Any] = {"rader": [_row([0], 540, 600)]}
    places = [_place("a", delar=[0], **hours), _place("b", typdelar=[1], **hours), _place("c", delar=[2])]
    plan = _plan(engine, _data(*places), ["a", "b", "c"])
    assert plan["missing"] == [2, 3]
    assert plan["text"].splitlines()[-4:] == [
        "Jobb: A", "Halsa: B (efter typen)", "Socialt: saknas i veckan. I listan utan tid: C",
        "Kompetens: saknas i veckan",
    ]  # fmt: skip


def _fillings(plan: Any) -> list[str]:
    return [one["place"]["id"] for one in plan["fillings"]]


def test_free_hours_are_filled_by_what_is_open_then_at_most_five(engine: Engine) -> None:
    busy = _place("upptagen", delar=[1, 2, 3], rader=[_row(_WORKDAYS, 480, 780)])
    data = _data(
        busy,
        _place("a-samtidigt", rader=[_row([0], 480, 780)]),
        _place("b-for-kort", rader=[_row([0], 780, 830)]),
        _place("c-kvall", rader=[_row([0], 1020, 1200)]),
        _place("d-inte-varje", rader=[_row([0], 780, 900, seldom=True)]),
        _place("e-utan-klocka", rader=[_row([0], None, None)]),
        *(_place(f"f{at}", 1, rader=[_row([at], 720, 900)]) for at in range(5)),
        _place("g-jobb", typdelar=[0], rader=[_row([0], 780, 900)]),
        _place("h-jobb-sagt", delar=[0], rader=[_row([0], 780, 900)]),
    )
    plan = _plan(engine, data, ["upptagen"])
    assert _fillings(plan) == ["h-jobb-sagt", "g-jobb", "f0", "f1", "f2"]
    assert plan["fillings"][2]["spans"] == [{"id": "f0", "day": 0, "from": 780, "to": 900}]
    assert _plan(engine, data, ["upptagen"])["fillable"] == 7
    assert _fillings(_plan(engine, data, ["upptagen"], "#nar=kvall")) == ["c-kvall"]
    assert _fillings(_plan(engine, data, ["upptagen"], "#nar=3")) == ["f2"]
    assert _fillings(_plan(engine, data, ["upptagen"], "#nar=helg")) == []


@pytest.mark.parametrize(
    ("hash_", "ids"), [("", ["b", "c", "a"]), ("#vag=drop-in", ["b"]), ("#vag=lss-beslut", ["b", "c"])]
)
def test_the_easiest_way_in_comes_first_and_can_be_asked_for(hash_: str, ids: list[str], engine: Engine) -> None:
    hours: dict[str, Any] = {"rader": [_row([0], 540, 900)]}
    data = _data(_place("a", troliga=[0], **hours), _place("b", vagar=[1, 0], **hours), _place("c", vagar=[1], **hours))
    assert _fillings(_plan(engine, data, ["finns-inte"], hash_)) == ids


def test_what_a_place_says_can_be_had_at_the_same_time_comes_first(engine: Engine) -> None:
    hours: dict[str, Any] = {"rader": [_row([0], 540, 900)]}
    own = _place("egen", ihop=["c"], delar=[0, 1, 2, 3], rader=[_row([1], 540, 900)])
    data = _data(own, _place("a", vagar=[0], **hours), _place("b", 1, **hours), _place("c", 1, **hours))
    assert _fillings(_plan(engine, data, ["egen"])) == ["c", "a", "b"]


def test_another_town_comes_after_the_districts_when_the_week_is_in_them(engine: Engine) -> None:
    hours: dict[str, Any] = {"rader": [_row([0], 540, 900)]}
    data = _data(_place("a", 3, vagar=[0], **hours), _place("b", 1, **hours), _place("c", 2, **hours), _place("egen"))
    assert _fillings(_plan(engine, data, ["egen"])) == ["b", "c", "a"]
    assert _fillings(_plan(engine, data, [])) == ["a", "b", "c"]


def test_what_is_open_on_the_day_without_a_known_hour_is_to_be_asked(engine: Engine) -> None:
    rows = {"a": _row([1], None, None), "b": _row(_WORKDAYS, 600, None), "c": _row([0], None, None)}
    places = [*(_place(id_, rader=[row]) for id_, row in rows.items()), _place("d", rader=[_row([1], 600, 720)])]
    plan = _plan(engine, _data(*places), [], "#nar=2")
    assert (_fillings(plan), plan["clockless"]) == (["d"], ["a", "b"])
    assert _plan(engine, _data(*places), ["a"], "#nar=2")["clockless"] == ["b"]
    assert _plan(engine, _data(*places), [])["clockless"] == []


def test_old_hours_come_after_fresh_ones_when_all_else_is_equal(engine: Engine) -> None:
    hours: dict[str, Any] = {"rader": [_row([0], 540, 900)]}
    data = _data(
        _place("a", aldrade=["Gamla.", "2023-01-01"], **hours), _place("b", aldrade=["Gamla.", "2030-01-01"], **hours)
    )
    assert _fillings(_plan(engine, data, [])) == ["b", "a"]


def test_renamed_ids_are_followed_and_lost_ones_told(engine: Engine) -> None:
    data = _data(SHOP, moved={"gamla-snickeriet": "snickeriet"})
    plan = _plan(engine, data, ["gamla-snickeriet", "snickeriet", "borta"], "#satt=gamla-snickeriet:1-1000-1100")
    assert [place["id"] for place in plan["places"]] == ["snickeriet"]
    assert plan["lost"] == ["borta"]
    assert ("snickeriet", 0, 600, 660) in _held(plan)
