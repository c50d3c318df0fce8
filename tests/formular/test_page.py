"""The form as a person meets it: in Chromium, on the built site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, Page, expect

from katalog.load import load_bytes
from katalog.page import new_url_of
from katalog.schema import Schema
from tests.formular.conftest import serve
from tests.support import CATALOGUE, GOOD, PROJECT, lay, lay_project, run_katalog

STEPS = 9
SCRIPTS = PROJECT / "docs" / "assets" / "js" / "formular"
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(params=[360, 1280])
def width(request: pytest.FixtureRequest) -> int:
    value: int = request.param
    return value


def _open(browser: Browser, width: int) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="sv-SE")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == [], "the console must stay empty; a refused script or style would be told there"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    yield from _open(browser, 1280)


@pytest.fixture
def sized_page(browser: Browser, width: int) -> Iterator[Page]:
    yield from _open(browser, width)


def _clean(page: Page) -> None:
    found = Axe().run(page, options=_RULES)
    told = [
        f"{fault['id']}: {node['html'][:200]} {node['failureSummary']}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]
    assert told == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _next(page: Page) -> None:
    page.locator(".formsteg:not([hidden])").get_by_role("button", name="Fortsätt").click()


def _result(page: Page) -> str:
    return page.locator("[data-resultat] code").inner_text()


def test_from_an_empty_form_over_three_mistakes_to_a_record_the_command_accepts(
    page: Page, form_site: str, tmp_path: Path
) -> None:
    page.goto(f"{form_site}bidra/formular/")
    _next(page)
    summary = page.locator(".felruta")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(3)  # what must be there on the first step
    page.get_by_label("Namn", exact=True).fill("Ö")  # too short
    page.get_by_label("Träffpunkt / öppen verksamhet", exact=True).check()
    page.get_by_label("Sammanfattning").fill("Snickra med Anna, ring 070-123 45 67.")  # a mobile number
    page.get_by_role("group", name="Anordnare").get_by_label("Anordnarens webbplats").fill("exempel.se")  # no https
    _next(page)
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("3 fel att rätta")
    summary.get_by_role("link").filter(has_text="mobilnummer").click()
    expect(page.get_by_label("Sammanfattning")).to_be_focused()
    expect(page.get_by_label("Sammanfattning")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Sammanfattning").fill("Snickra och måla möbler tillsammans med andra.")
    page.get_by_label("Namn", exact=True).fill("Öppna snickeriet")
    page.get_by_label("Anordnarens webbplats").fill("https://exempel.se")
    _next(page)
    _next(page)
    page.get_by_label("Område", exact=True).select_option("farsta")
    _next(page)
    page.get_by_role("button", name="Lägg till en tid").click()
    row = page.get_by_role("group", name="En tid 1")
    row.get_by_label("Dag", exact=True).select_option("mandag")
    row.get_by_label("Från", exact=True).fill("09:00")
    expect(page.get_by_role("button", name="Lägg till en tid till")).to_be_visible()
    for _ in range(4):
        _next(page)
    _next(page)
    page.get_by_label("Status", exact=True).select_option("okand")
    page.get_by_role("button", name="Lägg till en källa").click()
    page.get_by_label("Titel", exact=True).fill("Verksamheten själv")
    _next(page)
    text = _result(page)
    assert "catalogue/farsta/oppna-snickeriet.yml" in page.locator("main, .innehall").first.inner_text()
    expect(page.locator(".kort h3")).to_have_text("Öppna snickeriet")
    lay(tmp_path, {"farsta/oppna-snickeriet.yml": text})
    done = run_katalog(tmp_path, "validate")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_correction_is_two_lines_of_diff(page: Page, form_site: str) -> None:
    page.goto(f"{form_site}verksamhet/livstycket-tensta/")
    page.get_by_role("link", name="Rätta uppgifterna").click()
    page.get_by_label("Namn", exact=True).fill("Livstycket i Tensta")
    page.goto(page.url.split("#")[0] + "#steg-skicka")
    diff = page.get_by_label("Det här ändras").inner_text()
    assert diff.splitlines() == ["- namn: Livstycket", "+ namn: Livstycket i Tensta"]
    old = (CATALOGUE / "jarva" / "livstycket-tensta.yml").read_text(encoding="utf-8")
    assert _result(page).rstrip("\n") == old.replace("namn: Livstycket\n", "namn: Livstycket i Tensta\n").rstrip("\n")


def test_every_step_is_free_of_axe_faults_and_fits(sized_page: Page, form_site: str) -> None:
    sized_page.goto(f"{form_site}bidra/formular/?post=livstycket-tensta")
    expect(sized_page.locator(".formsteg:not([hidden]) h2")).to_have_text("Vad")
    for number in range(STEPS):
        for button in sized_page.locator(".formsteg:not([hidden]) .lista > button:visible").all():
            button.click()
        _clean(sized_page)
        sized_page.locator(".steg a").nth(number + 1).click()
    expect(sized_page.locator(".formsteg:not([hidden])")).to_contain_text("Inget är ändrat än.")
    _clean(sized_page)


def test_summary_and_result_are_free_of_axe_faults(sized_page: Page, form_site: str) -> None:
    sized_page.goto(f"{form_site}bidra/formular/")
    _next(sized_page)
    _clean(sized_page)
    sized_page.goto(f"{form_site}bidra/formular/?post=framja")
    sized_page.get_by_label("Namn", exact=True).fill("Främja igen")
    sized_page.locator(".steg a").last.click()
    expect(sized_page.get_by_label("Det här ändras")).to_be_visible()
    _clean(sized_page)


def test_keyboard_alone_fills_in_and_moves_on(page: Page, form_site: str) -> None:
    page.goto(f"{form_site}bidra/formular/")
    page.locator(".formsteg:not([hidden]) h2").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("Snickeriet")
    expect(page.get_by_label("Namn", exact=True)).to_have_value("Snickeriet")
    box = page.get_by_label("Träffpunkt / öppen verksamhet", exact=True)
    _tab_to(page, box)
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    _tab_to(page, page.get_by_label("Sammanfattning"))
    page.keyboard.type("Snickra och måla tillsammans med andra.")
    _tab_to(page, page.locator(".formsteg:not([hidden])").get_by_role("button", name="Fortsätt"))
    page.keyboard.press("Enter")
    heading = page.locator(".formsteg:not([hidden]) h2")
    expect(heading).to_have_text("Vem")
    expect(heading).to_be_focused()
    page.go_back()
    expect(heading).to_have_text("Vad")


def _tab_to(page: Page, target: object, most: int = 200) -> None:
    for _ in range(most):
        if target.evaluate("node => node === document.activeElement"):  # type: ignore[attr-defined]
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard never came there")


def test_nothing_typed_is_lost_until_it_is_cleared(page: Page, form_site: str) -> None:
    page.goto(f"{form_site}bidra/formular/")
    page.get_by_label("Namn", exact=True).fill("Halvfärdigt")
    page.reload()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("Halvfärdigt")
    expect(page.locator(".utkast")).to_contain_text("Vi hämtade ditt utkast")
    page.get_by_role("button", name="Rensa utkastet").click()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("")


def test_a_need_or_an_area_in_the_link_gives_a_planned_entry(page: Page, form_site: str) -> None:
    page.goto(f"{form_site}bidra/formular/?omrade=farsta&behov=halsa#steg-sanning")
    expect(page.get_by_label("Status", exact=True)).to_have_value("planerad")
    page.goto(f"{form_site}bidra/formular/?omrade=farsta&behov=halsa#steg-var")
    expect(page.get_by_label("Område", exact=True)).to_have_value("farsta")
    page.goto(f"{form_site}bidra/formular/?omrade=finns-inte#steg-sanning")
    page.reload()
    expect(page.get_by_label("Status", exact=True)).to_have_value("")


def test_without_a_script_there_is_a_template_that_the_command_accepts(
    browser: Browser, form_site: str, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{form_site}bidra/formular/")
    text = page.locator("pre code").inner_text()
    context.close()
    lay(tmp_path, {"farsta/mall.yml": text})
    done = run_katalog(tmp_path, "validate")
    assert done.returncode == 0, done.stdout + done.stderr
    opened = re.sub(r"(?m)^#(?=\S)", "", text.partition("\n")[2])
    data = load_bytes(opened.encode(), "mall.yml").data
    assert data is not None
    assert len(data) > 30, "every field can be opened by taking its # away"


def test_no_field_is_named_in_the_script_or_the_template(schema: Schema) -> None:
    texts = [path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js")]
    texts.append((PROJECT / "scripts" / "theme" / "katalog" / "formular.html").read_text(encoding="utf-8"))
    quoted = {word for text in texts for word in re.findall(r"""(?<!role: )["'`]([a-z_]+)["'`]""", text)}
    assert quoted & set(schema.fields) == set()


def test_each_record_is_published_as_it_stands(built: Path) -> None:
    for path in CATALOGUE.rglob("*.yml"):
        assert (built / "verksamhet" / path.stem / "post.yml").read_bytes() == path.read_bytes()


FORGE = "https://github.com/exempel/katalog"


@pytest.fixture(scope="module")
def forge_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site that knows a forge and a mailbox."""
    project = lay_project(tmp_path_factory.mktemp("smedja"), {"farsta/snickeriet.yml": GOOD})
    edit = f"{FORGE}/edit/main/"
    done = run_katalog(project, "build", KATALOG_REDIGERA=edit, KATALOG_BREVLADA="katalogen@exempel.se")
    assert done.returncode == 0, done.stdout + done.stderr
    yield from serve(project / "site")


def _fill_all(page: Page, site: str, more: str = "") -> None:
    """A whole entry by way of the draft, as if it had been typed before."""
    page.goto(f"{site}bidra/formular/?omrade=farsta")
    page.get_by_label("Namn", exact=True).fill("Nya snickeriet & co")
    page.get_by_label("Träffpunkt / öppen verksamhet", exact=True).check()
    page.get_by_label("Sammanfattning").fill("Snickra och måla möbler tillsammans med andra.")
    page.get_by_label("Beskrivning", exact=True).fill(more)
    page.locator(".steg a", has_text="Om uppgifterna").click()
    page.get_by_role("button", name="Lägg till en källa").click()
    page.get_by_label("Titel", exact=True).fill("Verksamheten själv")
    page.locator(".steg a").last.click()


def test_new_entry_opens_the_forge_with_name_and_content(page: Page, forge_site: str) -> None:
    _fill_all(page, forge_site)
    link = page.get_by_role("link", name="Skapa förslaget").get_attribute("href") or ""
    address = urlsplit(link)
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{FORGE}/new/main/catalogue/farsta"
    filled = parse_qs(address.query)
    assert filled["filename"] == ["nya-snickeriet-co.yml"]
    assert filled["value"][0].rstrip("\n") == _result(page).rstrip("\n")
    assert "status: planerad" in filled["value"][0]
    mail = page.get_by_role("link", name="Mejla").get_attribute("href") or ""
    assert mail.startswith("mailto:katalogen@exempel.se?subject=Ny%20verksamhet")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner filen").click()
    assert download.value.suggested_filename == "nya-snickeriet-co.yml"
    assert download.value.path().read_text(encoding="utf-8").rstrip("\n") == _result(page).rstrip("\n")
    page.get_by_label("Filens namn").fill("Fel Namn")
    expect(page.get_by_text("Skriv små bokstäver a–z")).to_be_visible()


def test_a_long_entry_is_copied_and_pasted(page: Page, forge_site: str) -> None:
    _fill_all(page, forge_site, "Åäö åäö åäö åäö. " * 110)
    expect(page.get_by_role("link", name="Skapa förslaget")).to_have_count(0)
    link = page.get_by_role("link", name="Öppna sidan för en ny fil")
    expect(link).to_have_attribute("href", f"{FORGE}/new/main/catalogue/farsta")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera texten").click()
    expect(page.get_by_text("Texten är kopierad.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").rstrip("\n") == _result(page).rstrip("\n")


def test_a_correction_opens_the_forges_edit_page(page: Page, forge_site: str) -> None:
    page.goto(f"{forge_site}verksamhet/snickeriet/")
    page.get_by_role("link", name="Rätta i formuläret").click()
    page.get_by_label("Namn", exact=True).fill("Snickeriet i Farsta")
    page.locator(".steg a").last.click()
    link = page.get_by_role("link", name="Öppna filen")
    expect(link).to_have_attribute("href", f"{FORGE}/edit/main/catalogue/farsta/snickeriet.yml")


@pytest.mark.parametrize(
    ("edit", "new"),
    [
        (f"{FORGE}/edit/main/", f"{FORGE}/new/main/"),
        ("https://git.exempel.se/a/b/edit/en/gren/", "https://git.exempel.se/a/b/new/en/gren/"),
        ("https://gitlab.com/a/b/-/edit/main/", ""),
        ("https://codeberg.org/a/b/_edit/main/", ""),
        ("", ""),
    ],
)
def test_the_new_file_page_follows_from_the_edit_page_on_github_only(edit: str, new: str) -> None:
    assert new_url_of(edit) == new
