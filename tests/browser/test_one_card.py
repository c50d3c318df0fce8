"""One card: a record looks and reads the same in a list, among the search's results and in the form's preview.

The real catalogue, and some made-up records; each is read off the page in Chromium, on the day of the build and on a
day when builds have long stopped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from katalog.record.check import check_catalogue
from katalog.record.model import data_of
from katalog.record.schema import Schema
from tests.sample import ALL, some
from tests.server import serving
from tests.support import IDAG, lay_project, run_katalog

Card = dict[str, Any]
LATER = "2027-12-24"
_ALWAYS = """\
namn: Prov {id}
insatstyp:
  - traffpunkt
  - arbetspraktik
omrade: {omrade}
sammanfattning: Fika och prata "tillsammans" & <stanna> kvar.
kallor:
  - titel: Årsredovisning 2019
"""
_MADE_UP = {
    "farsta/prov-farsk": ("status: aktiv", 'senast_bekraftad: "2026-11-01"', "bekraftad_av: Träffpunkten"),
    "farsta/prov-dags": ("status: aktiv", 'senast_bekraftad: "2026-02-01"', "bekraftad_av: Träffpunkten"),
    "farsta/prov-gammal": ("status: aktiv", 'senast_bekraftad: "2024-02-29"', "bekraftad_av: Träffpunkten"),
    "farsta/prov-stangd": ("status: avslutad", 'senast_bekraftad: "2026-11-01"', "bekraftad_av: Träffpunkten"),
    "farsta/prov-flyttad": (
        "status: avslutad",
        *("ersatt_av: prov-egen", "anmarkning:", "  - Huset var rött.", "  - galler:", "      - status"),
        *("    text: Stängde 2024 när huset såldes. Alla gick till Egen.", "  - galler:", "      - status"),
        "    text: Källan säger inte vilken månad.",
    ),
    "farsta/prov-vagar": (
        "status: okand",
        "ingang:",
        "  - vag: drop-in",
        "  - vag: lss-beslut",
        "uppgifter_fran: 2021",
    ),
    "farsta/prov-lika-gamla-tider": ("status: okand", "uppgifter_fran: 2016", "tider:", "  - dag: onsdag"),
    "farsta/prov-tider": (
        *("  - titel: Bladet", "    ar: 2017", "    galler:", "      - tider"),
        "status: okand",
        "uppgifter_fran: 2018",
        "tider:",
        *(
            '  - dag: vardagar\n    fran: "09:00"\n    till: "12:00"',
            '  - dag: lordag\n    fran: "08:30"\n    vad: Frukost',
        ),
        *("  - dag: mandag\n    vad: Öppen kväll", '  - dag: sondag\n    fran: "09:00"\n    till: "12:00"'),
    ),
    "farsta/prov-snart-gamla-tider": (
        *("  - titel: Bladet", "    ar: 2021", "    galler:", "      - tider"),
        "status: okand",
        "uppgifter_fran: 2022",
        "tider:",
        *('  - dag: alla-dagar\n    fran: "22:00"\n    till: "24:00"\n    ungefar: true', "  - vad: Varannan vecka"),
        *("  - dag: tisdag", "  - dag: torsdag", "  - dag: fredag\n    vad: Bokcirkel", "  - vad: Läger"),
    ),
    "farsta/prov-mest-forst": (
        *("status: okand", "tider:", "  - vad: Nya varje höst"),
        *('  - dag: sondag\n    fran: "08:30"\n    vad: Andakt klockan 9, sedan frukost tillsammans med alla',),
        *("  - dag: mandag\n    vad: Lunch", "  - dag: alla-dagar\n    vad: Öppet"),
    ),
    "farsta/prov-bekraftade-tider": (
        "status: aktiv",
        *('senast_bekraftad: "2022-12-23"', "bekraftad_av: Träffpunkten", "tider:", "  - dag: onsdag"),
    ),
    "farsta/prov-vilar": ("status: vilande", "tider:", "  - dag: onsdag"),
    "farsta/prov-just-nu": (
        "status: okand",
        "tillfalligt:",
        *("  text: Stängt över jul.", '  fran: "2026-12-20"', '  till: "2027-01-06"'),
    ),
    "farsta/prov-snart-over": ("status: okand", "tillfalligt:", "  text: Vi målar.", f'  till: "{IDAG}"'),
    "farsta/prov-egen": ("  - titel: Egen sida", "    slag: egen", "    ar: 2021", "status: okand"),
    "farsta/prov-myndighet": ("  - titel: Staden", "    slag: myndighet", "    ar: 2025", "status: okand"),
    "farsta/prov-press": ("  - titel: Tidningen", "    slag: press", "    ar: 2025", "status: okand"),
    "annan-kommun/prov-forebild": ("status: avslutad", "forebild: true", "kommun:", "  - huddinge", "  - tyreso"),
    "annan-kommun/prov-kommun": ("status: vilande", "kommun:", "  - huddinge", "  - tyreso"),
}
_A_CARD = 'class="kort'
_READ = """() => Object.fromEntries([...document.querySelectorAll(".kort")].map((card) => {
  const text = (node) => {
    const shown = node?.cloneNode(true);
    for (const hidden of shown?.querySelectorAll("[hidden]") ?? []) hidden.remove();
    return (shown?.textContent ?? "").replace(/\\u00ad/g, "").replace(/\\s+/g, " ").trim();
  };
  const link = card.querySelector("h3 a")?.getAttribute("href") ?? "";
  return [link.split("/").at(-2) ?? "", {
    heading: text(card.querySelector("h3")),
    picture: card.querySelector("use").getAttribute("href").split("#")[1],
    ground: card.querySelector(".bild").getAttribute("class"),
    mark: text(card.querySelector(".kort-marke")),
    text: text(card.querySelector(":scope > p:not([class])")),
    rows: [...card.querySelectorAll(".kort-fakta > div")].map((row) => [...row.children].map(text)),
    trust: text(card.querySelector(".tillit")),
    word: text(card.querySelector(".tillit-ord")),
    look: card.querySelector(".tillit").className,
    together: [...card.querySelectorAll(".dagtid")].map(text),
    parts: [...card.children].filter((part) => !part.matches(".stjarna")).map((part) => part.tagName),
  }];
}))"""


_SCENES = (("made up", IDAG), ("made up", LATER), ("real", IDAG), ("real", LATER))


@pytest.fixture(scope="module", params=_SCENES if ALL else _SCENES[:-1], ids=" ".join)
def scene(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Whose records, and the reader's day."""
    found: tuple[str, str] = request.param
    return found


@pytest.fixture(scope="module")
def project(scene: tuple[str, str], request: pytest.FixtureRequest) -> Path:
    if scene[0] == "real":
        built: Path = request.getfixturevalue("built")
        return built.parent
    made: Path = request.getfixturevalue("made_up")
    return made


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {}
    for name, more in _MADE_UP.items():
        body = _ALWAYS.format(id=name.partition("-")[2], omrade=name.partition("/")[0])
        files[f"{name}.yml"] = "\n".join([body + more[0], *more[1:], ""])
    folder = lay_project(tmp_path_factory.mktemp("kort"), files)
    done = run_katalog(folder, "build", timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def root(project: Path) -> Iterator[str]:
    with serving(project / "site") as address:
        yield address


@pytest.fixture(scope="module")
def page(scene: tuple[str, str], browser: Browser) -> Iterator[Page]:
    """A page that knows no other day. After the tests its console must be empty."""
    context = browser.new_context(timezone_id="Europe/Stockholm", locale="sv-SE")
    context.clock.set_fixed_time(f"{scene[1]}T12:00:00")
    made = context.new_page()
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    yield made
    context.close()
    assert said == []


@pytest.fixture(scope="module")
def listed(page: Page, root: str, project: Path) -> dict[str, Card]:
    """Every record by id, as the lists of types show it: each stands in at least one."""
    found: dict[str, Card] = {}
    lists = (project / "site/insatstyp").rglob("index.html")
    for path in sorted(path for path in lists if _A_CARD in path.read_text(encoding="utf-8")):
        page.goto(f"{root}{path.parent.relative_to(project / 'site').as_posix()}/", wait_until="load")
        for record_id, card in page.evaluate(_READ).items():
            assert found.setdefault(record_id, card) == card
    return found


def test_a_search_shows_the_cards_of_the_lists(page: Page, root: str, listed: dict[str, Card]) -> None:
    page.goto(f"{root}sok/?visa=alla", wait_until="load")
    page.locator(".sok-traffar .kort").first.wait_for()
    more = page.get_by_role("button", name="Visa fler")
    while more.is_visible():
        before = page.locator(".sok-traffar .kort").count()
        more.click()
        page.wait_for_function("(n) => document.querySelectorAll('.sok-traffar .kort').length > n", arg=before)
    assert page.evaluate(_READ) == listed


def test_the_forms_script_makes_the_cards_of_the_lists(
    page: Page, root: str, listed: dict[str, Card], project: Path, schema: Schema
) -> None:
    clean = check_catalogue(project / "catalogue", schema, IDAG).clean
    page.goto(f"{root}bidra/formular/", wait_until="load")
    page.evaluate(
        """async (records) => {
          const [{ cardElement }, { cardOf }, { today }] = await Promise.all(
            ["core/card", "record/card", "core/day"].map((name) => import(`/assets/js/${name}.js`)));
          const data = JSON.parse(document.querySelector("[data-formular-data]").textContent);
          const names = Object.fromEntries(records.map(([id, { namn }]) => [id, namn]));
          document.body.replaceChildren(...records.map(([id, record]) =>
            cardElement({ ...cardOf(record, data, today(), (id) => names[id] ?? ""), address: `verksamhet/${id}/` })));
        }""",
        [[record.id, data_of(record)] for record in clean],
    )
    assert page.evaluate(_READ) == listed


def test_the_preview_shows_the_card_of_the_lists(page: Page, root: str, listed: dict[str, Card]) -> None:
    made = [found for found in sorted(listed) if found.startswith("prov-")]
    for record_id in some(made, 3) or sorted(listed)[:2]:
        page.goto(f"{root}bidra/formular/?post={record_id}", wait_until="load")
        page.locator(".forhandsvisning h3", has_text=listed[record_id]["heading"]).wait_for()
        assert list(page.evaluate(_READ).values()) == [listed[record_id]]


@pytest.mark.parametrize("scene", _SCENES[:2], indirect=True, ids=" ".join)
def test_the_cards_say_what_a_reader_needs(page: Page, listed: dict[str, Card]) -> None:
    is_built_today = page.evaluate("new Date().toISOString()").startswith(IDAG)
    fresh = listed["prov-farsk"]
    assert fresh["rows"] == [["Var", "Farsta"], ["Vad det är", "Träffpunkt, Praktik"]]
    told = {record_id: card["trust"] for record_id, card in listed.items()}
    assert told["prov-farsk"] == (
        "Bekräftat. Den 1 november 2026." if is_built_today else "Fråga först. Bekräftades senast den 1 november 2026."
    )
    assert told["prov-egen"] == (
        "Från deras egen sida 2021." if is_built_today else "Fråga först. Uppgifter från 2021."
    )
    assert told["prov-myndighet"] == "Från en myndighet 2025."
    assert told["prov-press"] == "Fråga först. Uppgifter från 2025."
    assert told["prov-vagar"] == "Fråga först. Uppgifter från 2021."
    assert ["Så kommer du in", "Kom direkt"] in listed["prov-vagar"]["rows"]
    when = {record_id: dict(card["rows"]).get("När") for record_id, card in listed.items()}
    assert when["prov-tider"] == ("mån–fre och sön 9–12, Frukost: lör från 8.30, och fler tider, tiderna är från 2017")
    soon_old = "alla dagar omkring 22–24, tis och tors, Varannan vecka, och fler tider"
    assert when["prov-snart-gamla-tider"] == soon_old + ("" if is_built_today else ", tiderna är från 2021")
    assert when["prov-mest-forst"] == "Öppet: alla dagar, Lunch: mån, Annat: sön från 8.30, och fler tider"
    assert when["prov-lika-gamla-tider"] == "ons"  # told by the last line
    assert when["prov-bekraftade-tider"] == "ons"
    assert when["prov-vilar"] is when["prov-vagar"] is None  # it may be open: its hours are not known
    now = {record_id: dict(card["rows"]).get("Just nu") for record_id, card in listed.items()}
    assert {name: said for name, said in now.items() if said} == (
        {
            "prov-just-nu": "Stängt över jul. Det gäller från 20 december 2026 till och med 6 januari 2027.",
            "prov-snart-over": "Vi målar. Det gäller till och med 22 november 2026.",
        }
        if is_built_today
        else {}
    )
    moved = listed["prov-flyttad"]["rows"][2:]  # after where and what
    assert moved[0] == ["Vad som hände", "Stängde 2024 när huset såldes. Alla gick till Egen."]
    assert moved[1] == ["Gå hit i stället", listed["prov-egen"]["heading"]]
    assert ["Var", "Huddinge, Tyresö"] in listed["prov-kommun"]["rows"]
    marks = {record_id: card["mark"] for record_id, card in listed.items() if record_id.startswith("prov-")}
    assert {record_id: mark for record_id, mark in marks.items() if mark} == {
        "prov-stangd": "Stängd",
        "prov-flyttad": "Stängd",
        "prov-forebild": "Exempel från en annan kommun",
    }
    assert listed["prov-tider"]["together"] == ["mån–fre", "sön 9–12", "lör från 8.30"]
    assert fresh["text"] == 'Fika och prata "tillsammans" & <stanna> kvar.'
