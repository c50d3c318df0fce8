"""One page that tests take over from each other, each as if it were new: to make one costs more than most do with it.

What a test changes for good (a script before the page, another clock, a right it grants) belongs on a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Frame, Page


class KeptPage:
    """A page, what its console has said, and where it has been."""

    def __init__(self, context: BrowserContext) -> None:
        self._page = context.new_page()
        self._client = context.new_cdp_session(self._page)  # never detached: that would take the page's focus
        self._said: list[str] = []
        self._origins: set[str] = set()
        self._page.on("console", lambda message: self._said.append(message.text))
        self._page.on("pageerror", lambda error: self._said.append(str(error)))
        self._page.on("framenavigated", self._remember)

    def _remember(self, frame: Frame) -> None:
        where = urlsplit(frame.url)
        if where.netloc:
            self._origins.add(f"{where.scheme}://{where.netloc}")

    @contextmanager
    def lent(self, width: int, height: int = 900, *, is_silent: bool = True) -> Iterator[Page]:
        """The page as if it were new. Afterwards its console must have been silent, but where what is asked for is
        withheld."""
        self._page.bring_to_front()  # another page of the same browser may have had the focus
        self._page.set_viewport_size({"width": width, "height": height})
        yield self._page
        self._leave_nothing()
        said, self._said = self._said, []
        assert not is_silent or said == [], "the console must stay empty; a refused script or style would be told there"

    def _leave_nothing(self) -> None:
        """No other page, no answer in a test's name, no right, no way back, and nothing that is kept for a site."""
        context = self._page.context
        for other in context.pages:
            if other is not self._page:
                other.close()
        self._page.unroute_all()
        self._page.emulate_media(media="null")
        context.clear_permissions()
        self._page.goto("about:blank")
        for origin in self._origins:
            self._client.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "cookies,local_storage"})
        self._client.send("Page.resetNavigationHistory")
        self._origins.clear()
