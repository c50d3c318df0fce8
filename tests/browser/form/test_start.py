"""The form's page is never empty: when the form cannot start, it says so, and the template is still there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.sample import by_turns, some

LACKS = {
    "lookbehind": "window.RegExp = class RegExp extends window.RegExp { constructor(source, flags) {"
    " if (/[(][?]<[!=]/.test(String(source))) throw new SyntaxError('Invalid group'); super(source, flags); } }",
    "structuredClone": "delete window.structuredClone",
    "replaceChildren": "delete Element.prototype.replaceChildren",
    "append": "delete Element.prototype.append",
    "replaceWith": "delete Element.prototype.remove; delete Element.prototype.replaceChildren",
    "hasOwn": "delete Object.hasOwn",
    "at": "delete Array.prototype.at; delete String.prototype.at",
    "normalize": "String.prototype.normalize = () => { throw new Error('x'); }",
    "URLSearchParams": "delete window.URLSearchParams",
    "address events": "const add = window.addEventListener.bind(window); window.addEventListener = (name, ...rest) => {"
    " if (name === 'hashchange') throw new Error('x'); add(name, ...rest); }",
}


def _assert_told(page: Page) -> None:
    expect(page.get_by_role("alert")).to_contain_text("Formuläret kunde inte starta.")
    expect(page.get_by_role("heading", name="Mall", exact=True)).to_be_visible()
    expect(page.locator("[data-utan-skript] pre")).to_contain_text("namn:")


@pytest.mark.parametrize(("lack", "query"), by_turns(some(LACKS, 2), ["", "?post=framja"]))
def test_a_browser_that_lacks_a_word_is_told_what_to_do(lack: str, query: str, own_page: Page, address: str) -> None:
    own_page.add_init_script(LACKS[lack])
    own_page.goto(f"{address}bidra/formular/{query}")
    body = own_page.locator("main")
    expect(body.locator(".formsteg:visible, [role=alert]").first).to_be_visible()
    if own_page.get_by_role("alert").count():
        _assert_told(own_page)
    else:
        expect(own_page.get_by_label("Namn", exact=True)).to_be_visible()


def _broken_json(html: str) -> str:
    return html.replace('data-formular-data>{"format"', 'data-formular-data>{format"')


def _other_format(html: str) -> str:
    return html.replace('data-formular-data>{"format":', 'data-formular-data>{"format":9')


def _half(html: str) -> str:
    return html.replace('"steg":', '"stegen":')


def _none(html: str) -> str:
    return html.replace("data-formular-data>", ">")


@pytest.mark.parametrize("change", [_broken_json, _other_format, _half, _none])
def test_data_that_is_broken_is_told(change: Callable[[str], str], page: Page, address: str) -> None:
    def answer(route: Route) -> None:
        whole = route.fetch().text()
        assert change(whole) != whole
        route.fulfill(body=change(whole), content_type="text/html; charset=utf-8")

    page.route("**/bidra/formular/", answer)
    page.goto(f"{address}bidra/formular/")
    _assert_told(page)


def test_a_script_that_does_not_come_leaves_the_template(browser: Browser, address: str) -> None:
    page = browser.new_page()  # the console tells of the script
    page.route("**/record/write.js", lambda route: route.abort())
    page.goto(f"{address}bidra/formular/")
    expect(page.locator("[data-utan-skript] pre")).to_be_visible()
    page.close()
