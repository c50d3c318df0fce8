"""Pages at the day that the site was built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.support import IDAG

PATIENCE = 30_000  # milliseconds before a page that never comes is given up
NOON = f"{IDAG}T12:00:00"


NewContext = Callable[..., BrowserContext]


@pytest.fixture
def new_context(browser: Browser) -> Iterator[NewContext]:
    """Contexts that know no other day than the site's, closed after the test."""
    opened: list[BrowserContext] = []

    def make(**settings: Any) -> BrowserContext:
        context = browser.new_context(timezone_id="Europe/Stockholm", locale="sv-SE", **settings)
        context.set_default_timeout(PATIENCE)
        context.clock.set_fixed_time(NOON)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def patience() -> Iterator[None]:
    """What is expected of a page may come as late as the page itself: `usefixtures` in a module that needs it."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=None)
