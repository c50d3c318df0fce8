"""What the form knows of the catalogue: names to suggest, taken ids, what a link fills in, what others changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from katalog.browser.form import fillable
from katalog.record.entry import Context, Entry
from katalog.record.moved import FILE, check_moved
from katalog.record.problem import Fault
from katalog.record.rules import identitet
from katalog.record.schema import Schema, constants
from katalog.record.shape import Shape
from tests.axe import assert_clean
from tests.browser.form.conftest import Engine
from tests.browser.form.steps import choose, go_on
from tests.server import serving
from tests.support import CATALOGUE, GOOD, IDAG, lay_project, run_katalog

TAKEN = "catalogue/farsta/snickeriet.yml"
KNOWN = {
    "records": [{"id": "snickeriet", "name": "Snickeriet", "more": "Farsta", "file": TAKEN}],
    "moved": {"traslojden": "snickeriet"},
}
NAMES = [
    "Snickeriet",
    "Öppna snickeriet & co",
    "Åsa café",
    "  -- ",
    "Ett två tre fyra fem " * 5,
    "AB_c d",
    "Å/Ä\\Ö",
    "é",
    "§",
    "Con",
    "AUX",
    "Com1",
    "Nul och co",
]
FREE = ["nytt", "con-1", "com10", "konsum", "snickeriet-2", "a" * 60]
BAD = ["", "Snickeriet", "å", "a--b", "-a", "a" * 61, "med mellanslag", "a/b", "Traslojden", "con", "lpt1"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_named_as_the_command_names_it(name: str, engine: Engine) -> None:
    assert engine.call("id", name) == identitet.make_id(name)


def _judged(engine: Engine, name: str) -> tuple[str, str] | None:
    found = engine.call("judgeId", name, KNOWN)
    return (found["code"], found["message"]) if found else None


def _command(stem: str, schema: Schema) -> list[Fault]:
    """What `katalog validate` says of a second file that claims an id."""
    mine = Entry(path="catalogue/jarva/ny.yml", folder="jarva", stem=stem, data={})
    other = Entry(path=TAKEN, folder="farsta", stem="snickeriet", data={})
    ids = {stem: (mine,), "snickeriet": (other,)} | ({stem: (mine, other)} if stem == "snickeriet" else {})
    return list(identitet.prepare(Context(idag=IDAG, schema=schema, ids=ids))(mine))


@pytest.mark.parametrize("name", ["snickeriet", *FREE, *BAD])
def test_an_id_is_judged_as_the_command_judges_it(name: str, engine: Engine, schema: Schema) -> None:
    told = [(fault.code, fault.message) for fault in _command(name, schema)]
    found = _judged(engine, name)
    assert ([found] if found else []) == told


def test_an_id_that_was_anothers_is_told_as_the_command_tells_it(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps(KNOWN["moved"]), encoding="utf-8")
    _, problems = check_moved(tmp_path, {"snickeriet", "traslojden"}, "omdirigeringar.json")
    assert [_judged(engine, "traslojden")] == [(problem.code, problem.message) for problem in problems]


def test_without_an_answer_only_the_form_of_a_name_is_judged(engine: Engine) -> None:
    assert engine.call("judgeId", "snickeriet", None) is None
    assert engine.call("judgeId", "Snickeriet", None)["code"] == "id-form"


def test_a_link_fills_in_any_vocabulary(engine: Engine, schema: Schema, shape: Shape) -> None:
    ways = fillable(schema)
    assert {"omrade", "behov", "inriktning", "ingang", "status"} <= set(ways)
    for word, way in ways.items():
        slug = _some_value(schema.full, way["vokabular"])
        post = engine.call("filled", f"?{word}={slug}")
        assert slug in json.dumps(post[way["falt"]])
        assert post["status"] == (slug if word == "status" else "planerad")
        assert [fault for fault in shape.check_record(post) if fault.code != "falt-saknas"] == []
        assert engine.call("filled", f"?{word}=finns-inte") == {}


def _some_value(node: Any, vocabulary: str) -> str:
    """The first value of a vocabulary, wherever the schema holds it."""
    if isinstance(node, dict):
        if node.get("x-vokabular") == vocabulary:
            first: str = (constants(node) or [])[0]["const"]
            return first
        node = list(node.values())
    found = [slug for inner in node if (slug := _some_value(inner, vocabulary))] if isinstance(node, list) else []
    return found[0] if found else ""


def test_what_a_link_says_of_the_status_is_not_overruled(engine: Engine) -> None:
    assert engine.call("filled", "?omrade=farsta&status=okand") == {"status": "okand", "omrade": "farsta"}


def test_a_draft_keeps_its_own_changes_and_takes_others(engine: Engine) -> None:
    base = {"namn": "A", "status": "okand", "sprak": ["sv"], "plats": {"ort": "Farsta"}}
    saved = {"fran": base, "tillstand": {"namn": "B", "status": "okand", "sprak": ["sv"], "plats": {"ort": "Farsta"}}}
    now = {"namn": "A", "status": "aktiv", "plats": {"ort": "Sköndal"}, "hemsida": "x"}
    assert engine.call("resume", saved, now) == {**now, "namn": "B"}
    assert engine.call("resume", None, now) == now
    both = engine.call("resume", saved, {**base, "namn": "C"})
    assert both["namn"] == "B", "where both changed the same field, what was typed here is not lost"


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One record, and an id that it had before."""
    project = lay_project(tmp_path_factory.mktemp("liten"), {"farsta/snickeriet.yml": GOOD})
    (project / "catalogue" / FILE).write_text('{"traslojden": "snickeriet"}', encoding="utf-8")
    done = run_katalog(project, "build", KATALOG_BREVLADA="katalogen@exempel.se")
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(project / "site") as root:
        yield root


def test_all_records_are_known_by_name(built: Path) -> None:
    known = json.loads((built / "bidra" / "formular" / "poster.json").read_text(encoding="utf-8"))
    assert [post[0] for post in known["poster"]] == sorted(path.stem for path in CATALOGUE.rglob("*.yml"))
    place = "catalogue/jarva/livstycket-tensta.yml"
    assert [post for post in known["poster"] if post[0] == "livstycket-tensta"] == [
        ["livstycket-tensta", "Livstycket", "Järva, stängd", place, "jarva", []]
    ]


def _fill_needed(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}bidra/formular/?omrade=farsta#steg-vad")
    page.get_by_label("Namn", exact=True).fill(name)
    choose(page, "Vad det är", "träff")
    page.get_by_label("Sammanfattning").fill("Snickra och måla möbler tillsammans med andra.")
    page.locator(".steg a", has_text="Så säkert är det").click()
    page.get_by_role("button", name="Lägg till en källa").click()
    page.get_by_label("Titel", exact=True).fill("Verksamheten själv")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Snickeriet", "Adressen snickeriet är upptagen av en annan verksamhet. Skriv en annan."),
        ("Träslöjden", "Adressen traslojden har använts förr och leder till en annan verksamhet. Skriv en annan."),
    ],
)
def test_a_taken_name_is_told_before_anything_is_sent(name: str, told: str, page: Page, small_site: str) -> None:
    _fill_needed(page, small_site, name)
    page.locator(".steg a").last.click()
    expect(page.locator("#filnamn-fel")).to_contain_text(told)
    expect(page.get_by_label("Sidans adress")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("link", name="Mejla")).to_have_count(0)
    expect(page.locator(".utgangar")).to_have_count(0)
    expect(page.get_by_text("Vi hittade inga fel.")).to_be_hidden()
    assert_clean(page)
    page.get_by_label("Sidans adress").fill("snickeriet-vid-torget.yml")
    expect(page.get_by_role("link", name="Mejla")).to_be_visible()
    expect(page.locator("#filnamn-fel")).to_be_hidden()
    expect(page.locator("code", has_text="catalogue/farsta/snickeriet-vid-torget.yml").first).to_be_attached()


def test_a_name_that_exists_is_told_at_once_with_a_way_to_correct_it(page: Page, small_site: str) -> None:
    page.goto(f"{small_site}bidra/formular/")
    name = page.get_by_label("Namn", exact=True)
    name.fill("snickeriet")
    name.blur()
    page.get_by_role("link", name="Snickeriet, Farsta").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rätta uppgifterna")
    page.go_back()
    expect(name).to_have_value("snickeriet")
    name.fill("Smedjan")
    name.blur()
    expect(page.locator(".finns")).to_have_count(0)


def test_without_the_names_a_proposal_can_still_be_sent_and_it_is_said(page: Page, small_site: str) -> None:
    page.route("**/poster.json", lambda route: route.fulfill(status=200, body="inte json"))
    _fill_needed(page, small_site, "Snickeriet")
    page.locator(".steg a").last.click()
    expect(page.get_by_text("Det gick inte att se efter om namnet är upptaget.")).to_be_visible()
    expect(page.get_by_role("link", name="Mejla")).to_be_visible()


def _line_below(control: Locator) -> Locator:
    return control.locator("xpath=following-sibling::p")


def _fault_of(control: Locator) -> Locator:
    return control.locator("xpath=preceding-sibling::p[contains(@class, 'fel-text')]")


def test_another_record_is_written_by_its_name(own_page: Page, address: str) -> None:
    asked: list[str] = []
    own_page.on("request", lambda request: asked.append(request.url))
    own_page.goto(f"{address}bidra/formular/#steg-vidare")
    control = own_page.get_by_label("Del av", exact=True)
    assert not [url for url in asked if url.endswith("poster.json")], "fetched only when it is needed"
    control.focus()
    expect(own_page.locator("#forslag-post option")).to_have_count(len(list(CATALOGUE.rglob("*.yml"))))
    shown = own_page.locator('#forslag-post option[value="livstycket-tensta"]')
    expect(shown).to_have_text("Livstycket, Järva, stängd")
    assert control.evaluate("node => node.list.id") == "forslag-post"
    control.fill("livstycket")
    control.blur()
    expect(control).to_have_value("livstycket-tensta")
    expect(_line_below(control)).to_have_text("Livstycket, Järva, stängd")
    expect(own_page.locator('p[role="status"].dold')).to_have_text("Livstycket, Järva, stängd")
    control.fill("livstycket-tenst")
    control.blur()
    message = "livstycket-tenst är ingen verksamhet i katalogen. Menade du livstycket-tensta?"
    expect(_fault_of(control)).to_have_text(f"Fel: {message}")
    expect(control).to_have_attribute("aria-invalid", "true")
    expect(_line_below(control)).to_have_text("")
    assert len([url for url in asked if url.endswith("poster.json")]) == 1


def test_a_record_does_not_point_at_itself(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/?post=livstycket-tensta#steg-vidare")
    page.get_by_label("Del av", exact=True).focus()
    expect(page.locator('#forslag-post option[value="koman-se"]')).to_have_count(1)
    expect(page.locator('#forslag-post option[value="livstycket-tensta"]')).to_have_count(0)


def test_a_reference_that_leads_nowhere_is_told_without_being_touched(page: Page, address: str) -> None:
    """The record came with it: the ids are fetched because there is a reference to judge."""
    page.route(
        "**/framja/post.yml", lambda route: route.fulfill(body=route.fetch().text() + "del_av: finns-inte-alls\n")
    )
    page.goto(f"{address}bidra/formular/?post=framja")
    page.get_by_role("button", name="Granska och skicka").click()
    expect(page.locator(".felruta")).to_contain_text("finns-inte-alls är ingen verksamhet i katalogen.")


def test_who_is_quicker_than_the_ids_is_told_when_they_come(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/poster.json", lambda route: held.append(route))  # noqa: PLW0108  # Playwright looks at its names
    page.route(
        "**/framja/post.yml", lambda route: route.fulfill(body=route.fetch().text() + "del_av: finns-inte-alls\n")
    )
    with page.expect_request("**/poster.json"):
        page.goto(f"{address}bidra/formular/?post=framja")
    page.get_by_role("button", name="Granska och skicka").click()
    expect(page.locator(".felruta")).to_be_hidden()
    held[0].continue_()
    expect(page.locator(".felruta")).to_contain_text("finns-inte-alls är ingen verksamhet i katalogen.")


def test_times_and_ages_in_the_wrong_order_are_told_in_the_form(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-nar")
    page.get_by_role("button", name="Lägg till en tid").click()
    row = page.get_by_role("group", name="Tid 1")
    row.get_by_label("Från", exact=True).fill("15:00")
    row.get_by_label("Till", exact=True).fill("09:00")
    row.get_by_label("Till", exact=True).blur()
    expect(row).to_contain_text("Tiden går från 15:00 till 09:00.")
    assert_clean(page)


def test_a_sources_fields_are_those_that_are_filled_in(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/?omrade=farsta#steg-sanning")
    page.get_by_role("button", name="Lägg till en källa").click()
    page.get_by_role("button", name="Lägg till ett fält").click()
    field = page.get_by_label("Fält 1", exact=True)
    expect(field).to_be_focused()
    expect(page.locator("#forslag-falt option")).to_have_text(["Öppet eller stängt", "Var"])
    page.keyboard.type("var")
    page.keyboard.press("Tab")
    expect(field).to_have_value("omrade")
    expect(_line_below(field)).to_have_text("Var")
    field.fill("tider")
    field.blur()
    expect(_fault_of(field)).to_contain_text("Källan gäller tider, men det är inte ifyllt.")
    assert_clean(page)
    go_on(page)
    expect(page.locator(".felruta")).to_be_focused()
