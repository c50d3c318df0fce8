"""Pages at the day that the site was built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.kept_page import KeptPage
from tests.support import IDAG

NOON = f"{IDAG}T12:00:00"


NewContext = Callable[..., BrowserContext]


@pytest.fixture
def new_context(browser: Browser) -> Iterator[NewContext]:
    """Contexts that know no other day than the site's, closed after the test."""
    opened: list[BrowserContext] = []

    def make(**settings: Any) -> BrowserContext:
        context = browser.new_context(timezone_id="Europe/Stockholm", locale="sv-SE", **settings)
        context.clock.set_fixed_time(NOON)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def kept_page(browser: Browser) -> Iterator[KeptPage]:
    """At the day of the site, and without motion."""
    context = browser.new_context(timezone_id="Europe/Stockholm", locale="sv-SE", reduced_motion="reduce")
    context.clock.set_fixed_time(NOON)
    yield KeptPage(context)
    context.close()
