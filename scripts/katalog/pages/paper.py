"""What stands last on every sheet of paper: whose it is, where the page lies, of which day it is, and room to write."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from katalog.derive.swedish import swedish_date
from katalog.pages.codes import code_svg
from katalog.settings import Settings

_LINES = 3  # to write on


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    settings: Settings
    idag: str

    def foot(self, address: str, *way: str) -> Markup:
        """Only on paper. `address` is the page's, from the site's root; `way` the names of the links that lead there,
        for a site that does not know its own address: such a sheet has no code."""
        lines = '<p class="skrivrad"></p>' * _LINES
        return Markup(
            '<footer class="endast-papper papper-fot">{}<p><strong>{}</strong>. {}</p> '
            '<p>Sidan gjordes {}.<span data-utskriven hidden> Utskrivet </span></p>'
            '<div class="papper-rader"><p>Egna anteckningar</p>{}</div></footer>'
        ).format(
            self._code(address), self.settings.site_name, self._where(address, way), swedish_date(self.idag),
            Markup(lines),  # noqa: S704  # a constant
        )  # fmt: skip

    def _code(self, address: str) -> Markup:
        if not self.settings.site_url:
            return Markup("")
        drawing = code_svg(f"{self.settings.site_url}{address}").strip()
        return Markup(drawing.replace("<svg ", '<svg class="qr" aria-hidden="true" ', 1))  # noqa: S704  # drawn by us

    def _where(self, address: str, way: tuple[str, ...]) -> Markup:
        if self.settings.site_url:
            return escape(f"{self.settings.site_url}{address}")
        return Markup("Så hittar du sidan: {}").format(" › ".join(("Start", *way)))
