"""The form as a person meets it: in Chromium, on the built site."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from katalog.browser.modules import reached
from katalog.record.load import load_bytes
from katalog.record.schema import Schema, constants
from tests.axe import assert_clean
from tests.browser.form.steps import choose, go_on, result_of, tab_to
from tests.sample import ALL
from tests.support import CATALOGUE, lay, run_katalog

STEPS = 11
PHONE = 360  # pixels


def test_from_an_empty_form_over_three_mistakes_to_a_record_the_command_accepts(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad")
    go_on(page)
    summary = page.locator(".felruta")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(3)  # what must be there on the first step
    page.get_by_label("Namn", exact=True).fill("Ö")  # too short
    choose(page, "Vad det är", "träff")
    page.get_by_label("Sammanfattning").fill("Snickra med Anna, ring 070-174 06 05.")  # a mobile number
    page.get_by_role("group", name="Vem som driver det").get_by_label("Anordnarens webbplats").fill(
        "vår hemsida"
    )  # no address
    go_on(page)
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("3 fel att rätta")
    summary.get_by_role("link").filter(has_text="mobilnummer").click()
    expect(page.get_by_label("Sammanfattning")).to_be_focused()
    expect(page.get_by_label("Sammanfattning")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Sammanfattning").fill("Snickra och måla möbler tillsammans med andra.")
    page.get_by_label("Namn", exact=True).fill("Öppna snickeriet")
    page.get_by_label("Anordnarens webbplats").fill("https://exempel.se")
    for _ in range(2):
        go_on(page)
    page.get_by_role("button", name="Lägg till en tid").click()
    row = page.get_by_role("group", name="Tid 1")
    row.get_by_label("Dag", exact=True).select_option("mandag")
    row.get_by_label("Från", exact=True).fill("09:00")
    expect(page.get_by_role("button", name="Lägg till en tid till")).to_be_visible()
    for _ in range(3):
        go_on(page)
    page.get_by_role("combobox", name="Var", exact=True).select_option("farsta")
    for _ in range(5):
        go_on(page)
    page.get_by_label("Öppet eller stängt", exact=True).select_option("okand")
    page.get_by_role("button", name="Lägg till en källa").click()
    page.get_by_label("Titel", exact=True).fill("Verksamheten själv")
    go_on(page)
    text = result_of(page)
    assert "catalogue/farsta/oppna-snickeriet.yml" in (page.locator(".utgangar").text_content() or "")
    expect(page.locator(".kort h3")).to_have_text("Öppna snickeriet")
    lay(tmp_path, {"farsta/oppna-snickeriet.yml": text})
    done = run_katalog(tmp_path, "validate")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_correction_is_told_in_words_and_changes_one_line(page: Page, address: str) -> None:
    page.goto(f"{address}verksamhet/livstycket-tensta/")
    page.get_by_role("link", name="Rätta uppgifterna").click()
    page.get_by_label("Namn", exact=True).fill("Livstycket i Tensta")
    page.goto(page.url.split("#")[0] + "#steg-skicka")
    told = page.get_by_label("Det här ändras")
    expect(told.locator("dt")).to_have_text(["Namn"])
    expect(told.locator(".andrat-rad")).to_have_text(["Livstycket", "Livstycket i Tensta"])
    expect(page.get_by_text("Kortet i listor och sökträffar får ny text.")).to_be_visible()
    old = (CATALOGUE / "jarva" / "livstycket-tensta.yml").read_text(encoding="utf-8")
    assert result_of(page).rstrip("\n") == old.replace("namn: Livstycket\n", "namn: Livstycket i Tensta\n").rstrip("\n")


def test_every_step_is_free_of_axe_faults_and_fits(sized_page: Page, width: int, address: str) -> None:
    sized_page.goto(f"{address}bidra/formular/?post=livstycket-tensta")
    expect(sized_page.locator(".formsteg:not([hidden]) h2")).to_have_text("Vad (1 av 2)")
    for number in range(STEPS):
        for button in sized_page.locator(".formsteg:not([hidden]) .lista > .knappar > button:visible").all():
            button.click()
        if ALL or number % 2 == int(width > PHONE):  # by turns on a phone and on a desk
            assert_clean(sized_page)
        onward = sized_page.locator(".steg a").nth(number + 1)
        onward.click()
        expect(onward).to_have_attribute("aria-current", "step")
    expect(sized_page.locator(".formsteg:not([hidden])")).to_contain_text("Inget är ändrat än.")
    assert_clean(sized_page)


def test_summary_and_result_are_free_of_axe_faults(sized_page: Page, address: str) -> None:
    sized_page.goto(f"{address}bidra/formular/")
    go_on(sized_page)
    assert_clean(sized_page)
    sized_page.goto(f"{address}bidra/formular/?post=framja")
    sized_page.get_by_label("Namn", exact=True).fill("Främja igen")
    sized_page.locator(".steg a").last.click()
    expect(sized_page.get_by_label("Det här ändras")).to_be_visible()
    assert_clean(sized_page)


def test_keyboard_alone_fills_in_and_moves_on(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad")
    page.locator(".formsteg:not([hidden]) h2").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("Snickeriet")
    expect(page.get_by_label("Namn", exact=True)).to_have_value("Snickeriet")
    question = page.get_by_role("group", name="Vad det är", exact=True)
    tab_to(page, question.get_by_role("textbox"))
    page.keyboard.type("träff")
    box = page.get_by_label("Träffpunkt / öppen verksamhet", exact=True)
    tab_to(page, box)
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    tab_to(page, page.get_by_label("Sammanfattning"))
    page.keyboard.type("Snickra och måla tillsammans med andra.")
    tab_to(page, page.locator(".formsteg:not([hidden])").get_by_role("button", name="Fortsätt"))
    page.keyboard.press("Enter")
    heading = page.locator(".formsteg:not([hidden]) h2")
    expect(heading).to_have_text("Vad (2 av 2)")
    expect(heading).to_be_focused()
    page.go_back()
    expect(heading).to_have_text("Vad (1 av 2)")


def test_enter_in_a_field_is_the_same_as_the_button(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad")
    page.get_by_label("Namn", exact=True).press("Enter")
    expect(page.locator(".felruta")).to_be_focused()
    page.get_by_label("Namn", exact=True).fill("Snickeriet")
    choose(page, "Vad det är", "träff")
    page.get_by_label("Sammanfattning").fill("Snickra och måla tillsammans med andra.")
    page.get_by_label("Sammanfattning").press("Enter")
    expect(page.locator(".formsteg:not([hidden]) h2")).to_have_text("Vad (2 av 2)")
    page.locator(".steg a", has_text="Vem").click()
    page.get_by_role("group", name="Ålder").get_by_role("textbox").first.press("Enter")
    expect(page.locator(".formsteg:not([hidden]) h2")).to_have_text("Var")


def test_what_must_be_filled_in_is_said_to_those_who_listen(page: Page, address: str, schema: Schema) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad")
    needed = page.locator("[aria-required=true]").evaluate_all("(all) => all.map((one) => one.labels[0].textContent)")
    single = [name for name in schema.full["required"] if schema.fields[name]["type"] != "array"]
    searched = f"Sök bland {len(constants(schema.fields['insatstyp']['items']) or [])} val"
    assert sorted(needed) == sorted([searched, *(schema.fields[name]["title"] for name in single)])
    for name in set(schema.full["required"]) - set(single):  # a group of boxes can only be described
        expect(page.locator("fieldset", has_text=schema.fields[name]["title"]).first).to_contain_text("Måste fyllas i.")
    page.goto(f"{address}bidra/formular/#steg-far")
    page.get_by_role("button", name="Lägg till en ersättning").click()
    row = page.get_by_role("group", name="Ersättning 1")
    expect(row.locator("[aria-required=true]")).to_have_count(len(schema.fields["ersattning"]["items"]["required"]))


def test_nothing_typed_is_lost_until_it_is_cleared(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/")
    page.get_by_label("Namn", exact=True).fill("Halvfärdigt")
    page.reload()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("Halvfärdigt")
    expect(page.locator(".utkast-besked")).to_contain_text("Vi hämtade ditt utkast")
    page.get_by_role("button", name="Rensa utkastet").click()
    expect(page.get_by_role("button", name="Behåll")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Rensa utkastet")).to_be_focused()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("Halvfärdigt")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ja, ta bort").click()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("")
    assert page.evaluate("localStorage.length") == 0


def test_a_need_or_an_area_in_the_link_gives_a_planned_entry(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/?omrade=farsta&behov=halsa#steg-sanning")
    expect(page.get_by_label("Öppet eller stängt", exact=True)).to_have_value("planerad")
    page.goto(f"{address}bidra/formular/?omrade=farsta&behov=halsa#steg-var")
    expect(page.get_by_role("combobox", name="Var", exact=True)).to_have_value("farsta")
    page.goto(f"{address}bidra/formular/?omrade=finns-inte#steg-sanning")
    page.reload()
    expect(page.get_by_label("Öppet eller stängt", exact=True)).to_have_value("okand")


def test_without_a_script_there_is_a_template_that_the_command_accepts(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}bidra/formular/")
    text = page.locator("pre code").inner_text()
    context.close()
    lay(tmp_path, {"farsta/mall.yml": text})
    done = run_katalog(tmp_path, "validate")
    assert done.returncode == 0, done.stdout + done.stderr
    opened = re.sub(r"(?m)^#(?=\S)", "", text.partition("\n")[2])
    data = load_bytes(opened.encode(), "mall.yml").data
    assert data is not None
    assert len(data) > 30, "every field can be opened by taking its # away"


def test_the_page_names_every_module_it_loads_in_its_head(own_page: Page, address: str) -> None:
    asked: set[str] = set()
    own_page.on("request", lambda request: asked.add(request.url))
    own_page.goto(f"{address}bidra/formular/")
    expect(own_page.locator(".formsteg:not([hidden])")).to_be_visible()
    named = own_page.eval_on_selector_all("link[rel=modulepreload]", "(all) => all.map((link) => link.href)")
    loaded = {url for url in asked if re.search("/assets/js/(core|record|form)/", url)}
    # What every page loads is not the form's to name.
    everywhere = {*reached("page.js"), *reached("search-start.js")}
    elsewhere = {f"{address}assets/js/{name}" for name in everywhere} & loaded
    assert loaded == {*named, *elsewhere, f"{address}assets/js/form/main.js"}


def test_each_record_is_published_as_it_stands(built: Path) -> None:
    for path in CATALOGUE.rglob("*.yml"):
        assert (built / "verksamhet" / path.stem / "post.yml").read_bytes() == path.read_bytes()
