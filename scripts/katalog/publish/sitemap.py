"""For search engines: sitemap.xml (https://www.sitemaps.org/protocol.html), every page but redirects, with a date only
where a record was confirmed; and robots.txt (RFC 9309), which leads there."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from katalog.publish.parts import File

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap_xml(files: Iterable[File], site_url: str) -> bytes:
    """Equal input gives equal bytes. Pages are found among all files of the site by their name."""
    pages = sorted((file.path, file.changed) for file in files if file.path.endswith("index.html") and file.is_listed)
    return (_HEAD + "".join(_row(path, changed, site_url) for path, changed in pages) + "</urlset>\n").encode()


def robots_txt(site_url: str) -> str:
    """Nothing is closed to anybody. The sitemap exists only where the site knows its address."""
    sitemap = f"Sitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _row(path: str, changed: str | None, site_url: str) -> str:
    dated = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(site_url + path.removesuffix('index.html'))}</loc>{dated}</url>\n"
