"""sitemap.xml (https://www.sitemaps.org/protocol.html): every page but redirects, with a date only where a record was
confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from katalog.publish.parts import File

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap_xml(files: Iterable[File], site_url: str) -> bytes:
    """Equal input gives equal bytes. Pages are found among all files of the site by their name."""
    pages = sorted((file.path, file.changed) for file in files if file.path.endswith("index.html") and file.is_listed)
    return (_HEAD + "".join(_row(path, changed, site_url) for path, changed in pages) + "</urlset>\n").encode()


def _row(path: str, changed: str | None, site_url: str) -> str:
    dated = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(site_url + path.removesuffix('index.html'))}</loc>{dated}</url>\n"
