"""The ways out of the form, on a site that knows a forge and a mailbox. No real forge is asked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from katalog.settings import new_url_of
from tests.browser.form.steps import choose, hold_mail, result_of
from tests.server import serving
from tests.support import GOOD, lay_project, run_katalog

FORGE = "https://github.com/exempel/katalog"


@pytest.fixture(scope="module")
def forge_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site that knows a forge and a mailbox."""
    project = lay_project(tmp_path_factory.mktemp("smedja"), {"farsta/snickeriet.yml": GOOD})
    edit = f"{FORGE}/edit/main/"
    done = run_katalog(project, "build", KATALOG_REDIGERA=edit, KATALOG_BREVLADA="katalogen@exempel.se")
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(project / "site") as root:
        yield root


def _fill_all(page: Page, site: str, more: str = "") -> None:
    """A whole entry by way of the draft, as if it had been typed before."""
    page.goto(f"{site}bidra/formular/?omrade=farsta#steg-vad")
    page.get_by_label("Namn", exact=True).fill("Nya snickeriet & co")
    choose(page, "Vad det är", "träff")
    page.get_by_label("Sammanfattning").fill("Snickra och måla möbler tillsammans med andra.")
    page.locator(".steg a", has_text="Vad (2 av 2)").click()
    page.get_by_label("Beskrivning", exact=True).fill(more)
    page.locator(".steg a", has_text="Så säkert är det").click()
    page.get_by_role("button", name="Lägg till en källa").click()
    page.get_by_label("Titel", exact=True).fill("Verksamheten själv")
    page.locator(".steg a").last.click()


def test_new_entry_opens_the_forge_with_name_and_content(page: Page, forge_site: str) -> None:
    _fill_all(page, forge_site)
    link = page.get_by_role("link", name="Skapa förslaget", include_hidden=True).get_attribute("href") or ""
    address = urlsplit(link)
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{FORGE}/new/main/catalogue/farsta"
    filled = parse_qs(address.query)
    assert filled["filename"] == ["nya-snickeriet-co.yml"]
    assert filled["value"][0].rstrip("\n") == result_of(page).rstrip("\n")
    assert "status: planerad" in filled["value"][0]
    mail = page.get_by_role("link", name="Mejla").get_attribute("href") or ""
    assert mail.startswith("mailto:katalogen@exempel.se?subject=Ny%20verksamhet")
    assert mail.count("%0D%0A") == mail.count("%0A") > 5, "RFC 6068: lines of a mail's body end with CRLF"
    block = parse_qs(urlsplit(mail).query)["body"][0]
    assert "arende: ny\r\n" in block
    assert 'namn: "Nya snickeriet & co"\r\n' in block
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner som fil").click()
    assert download.value.suggested_filename == "nya-snickeriet-co-ny.txt"
    assert download.value.path().read_text(encoding="utf-8").splitlines() == block.splitlines()
    page.get_by_text("För dig som ändrar filen").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner filen").click()
    assert download.value.suggested_filename == "nya-snickeriet-co.yml"
    assert download.value.path().read_text(encoding="utf-8").rstrip("\n") == result_of(page).rstrip("\n")
    page.get_by_label("Sidans adress").fill("Fel Namn")
    expect(page.locator("#filnamn-fel")).to_contain_text("Skriv fel-namn.")


def test_a_long_entry_is_copied_and_pasted(own_page: Page, forge_site: str) -> None:
    _fill_all(own_page, forge_site, "Åäö åäö åäö åäö. " * 110)
    own_page.get_by_text("För dig som ändrar filen").click()
    expect(own_page.get_by_role("link", name="Skapa förslaget")).to_have_count(0)
    link = own_page.get_by_role("link", name="Öppna sidan för en ny fil")
    expect(link).to_have_attribute("href", f"{FORGE}/new/main/catalogue/farsta")
    own_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    own_page.get_by_role("button", name="Kopiera filen").click()
    expect(own_page.get_by_text("Texten är kopierad.")).to_be_visible()
    assert own_page.evaluate("navigator.clipboard.readText()").rstrip("\n") == result_of(own_page).rstrip("\n")


def test_a_correction_opens_the_forges_edit_page(page: Page, forge_site: str) -> None:
    page.goto(f"{forge_site}verksamhet/snickeriet/")
    page.get_by_role("link", name="Rätta uppgifterna").click()
    page.get_by_label("Namn", exact=True).fill("Snickeriet i Farsta")
    page.locator(".steg a").last.click()
    link = page.get_by_role("link", name="Öppna filen", include_hidden=True)
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


def test_what_is_too_long_for_a_mail_is_downloaded_and_attached(page: Page, forge_site: str) -> None:
    _fill_all(page, forge_site, "Åäö åäö åäö åäö. " * 110)
    expect(page.locator(".utgangar")).to_contain_text("Texten är för lång för ett färdigt mejl.")
    hold_mail(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Mejla").click()
    assert download.value.suggested_filename == "nya-snickeriet-co-ny.txt"
    mail = page.get_by_role("link", name="Mejla").get_attribute("href") or ""
    assert len(mail) < 2000
    assert "nya-snickeriet-co-ny.txt" in mail
    expect(page.locator(".kvitto")).to_contain_text("Bifoga den i mejlet")


def test_a_receipt_tells_what_comes_next_and_gives_a_reference(own_page: Page, forge_site: str) -> None:
    own_page.goto(f"{forge_site}bidra/formular/?post=snickeriet")
    own_page.get_by_label("Namn", exact=True).fill("Snickeriet i Farsta")
    own_page.locator(".steg a").last.click()
    own_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    own_page.get_by_role("button", name="Kopiera texten").click()
    receipt = own_page.locator(".kvitto")
    expect(receipt.get_by_role("heading", name="Kvitto")).to_be_focused()
    expect(receipt).to_contain_text("Klistra in den i ett mejl eller ett meddelande till katalogen@exempel.se.")
    copied = own_page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[1:3] == ["id: snickeriet", "arende: andra"]
    assert copied[-2] == 'namn: "Snickeriet i Farsta"'
    digits = copied[-1].split()[2]
    expect(receipt).to_contain_text(f"{digits[:4]}-{digits[4:]}")


def test_who_mends_one_thing_may_say_that_the_rest_is_right(page: Page, forge_site: str) -> None:
    page.goto(f"{forge_site}bidra/formular/?post=snickeriet")
    page.get_by_label("Namn", exact=True).fill("Snickeriet i Farsta")
    page.locator(".steg a").last.click()
    page.get_by_label("Allt annat på sidan stämmer").check()
    expect(page.get_by_role("link", name="Mejla")).to_have_count(0)
    who = page.get_by_label("Funktion och organisation")
    who.fill("Anna Andersson")
    expect(page.locator(".fel-text:visible")).to_contain_text("Anna Andersson")
    who.fill("Enhetschef, Farsta stadsdelsförvaltning")
    mail = page.get_by_role("link", name="Mejla").get_attribute("href") or ""
    assert "\r\nav: Enhetschef, Farsta stadsdelsförvaltning\r\n" in parse_qs(urlsplit(mail).query)["body"][0]
