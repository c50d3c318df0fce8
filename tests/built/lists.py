"""The reader's own list in tests: which records they save, what a browser keeps, a page whose console stays empty."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from playwright.sync_api import BrowserContext, Page, Route

KEY = "hitta-lista"
THREE = ("nytorgsverkstan", "rinkeby-folkets-hus", "fontanhuset-skondal")
CLOSED = "kravatten-telefonplan"
_DATA = re.compile(r"(<script type=\"application/json\" data-lista-data>)(.*?)(</script>)", re.DOTALL)


def quiet_page(context: BrowserContext) -> Iterator[Page]:
    """A page whose console must be empty when its test is over; a file that a test withholds is no fault."""
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: None if "Failed to load" in message.text else said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []


def kept_by(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({ ...localStorage, ...sessionStorage })")
    return found


def save(page: Page, address: str, *ids: str) -> None:
    page.goto(address)
    page.evaluate("([key, ids]) => localStorage.setItem(key, JSON.stringify(ids))", [KEY, list(ids)])


def tell_otherwise(page: Page, **changed: object) -> None:
    """The page of the list with other data than the site's own."""

    def answer(route: Route) -> None:
        body = route.fetch().text()
        found = _DATA.search(body)
        assert found
        data = json.dumps(json.loads(found[2]) | changed, ensure_ascii=False).replace("<", "\\u003c")
        route.fulfill(body=body.replace(found[2], data), content_type="text/html; charset=utf-8")

    page.route("**/min-lista/", answer)
