"""sitemap.xml (https://www.sitemaps.org/protocol.html): every page but redirects, with a date only where a record was
confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from katalog.pages.page import Page

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap_xml(pages: Iterable[Page], files: Iterable[str], site_url: str) -> bytes:
    """Equal input gives equal bytes. `files` are all files of the site; hand-written pages are found among them."""
    ours = {page.file: page for page in pages}
    changed = {name: page.changed for name, page in ours.items()}
    addresses = sorted(
        name for name in files if name.endswith("index.html") and (name not in ours or ours[name].is_listed)
    )
    return (_HEAD + "".join(_row(name, changed.get(name), site_url) for name in addresses) + "</urlset>\n").encode()


def _row(name: str, changed: str | None, site_url: str) -> str:
    dated = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(site_url + name.removesuffix('index.html'))}</loc>{dated}</url>\n"
