"""What stands last on every sheet of paper: whose it is, where the page lies, of which day it is, and room to write."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from katalog.derive.swedish import swedish_date
from katalog.pages.codes import code_svg
from katalog.pages.escaping import escape
from katalog.settings import Settings

_TO_WRITE_ON = '<p class="skrivrad"></p>' * 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    settings: Settings
    idag: str

    def foot(self, address: str, *way: str) -> Markup:
        """Only on paper. `address` is the page's, from the site's root; `way` the names of the links that lead there,
        for a site that does not know its own address: such a sheet has no code."""
        told = f"<strong>{escape(self.settings.site_name)}</strong>. {escape(self._where(address, way))}"
        return Markup(  # noqa: S704  # escaped here
            f'<footer class="endast-papper papper-fot">{self._code(address)}<p>{told}</p> '
            f"<p>Sidan gjordes {swedish_date(self.idag)}.<span data-utskriven hidden> Utskrivet </span></p>"
            f'<div class="papper-rader"><p>Egna anteckningar</p>{_TO_WRITE_ON}</div></footer>'
        )

    def _code(self, address: str) -> Markup:
        if not self.settings.site_url:
            return Markup("")
        drawing = code_svg(f"{self.settings.site_url}{address}").strip()
        return Markup(drawing.replace("<svg ", '<svg class="qr" aria-hidden="true" ', 1))  # noqa: S704  # drawn by us

    def _where(self, address: str, way: tuple[str, ...]) -> str:
        if self.settings.site_url:
            return f"{self.settings.site_url}{address}"
        return f"Så hittar du sidan: {' › '.join(('Start', *way))}"
