"""For search engines: sitemap.xml (https://www.sitemaps.org/protocol.html), every page but redirects, with a date only
where a record was confirmed; and robots.txt (RFC 9309), which leads there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from katalog.publish.parts import Listed

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_HEAD = f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_INDEX_HEAD = f'{_XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_NAME = "sitemap.xml"
_MOST = 50_000  # addresses in one file, by the protocol; a file of ours is then some 5 MB of the 50 that are allowed


def sitemaps(files: Iterable[Listed], site_url: str, most: int = _MOST) -> Iterator[tuple[str, bytes]]:
    """Name and content: one file, or with more than `most` pages several and an index of them in its place. Equal input
    gives equal bytes. Pages are found among all files of the site by their name."""
    pages = sorted((file.path, file.changed) for file in files if file.path.endswith("index.html") and file.is_listed)
    rows = [_row(path, changed, site_url) for path, changed in pages]
    if len(rows) <= most:
        yield _NAME, _urls(rows)
        return
    names = []
    for number, start in enumerate(range(0, len(rows), most), 1):
        names.append(f"sitemap-{number}.xml")
        yield names[-1], _urls(rows[start : start + most])
    leads = "".join(f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>\n" for name in names)
    yield _NAME, f"{_INDEX_HEAD}{leads}</sitemapindex>\n".encode()


def _urls(rows: Iterable[str]) -> bytes:
    return f"{_HEAD}{''.join(rows)}</urlset>\n".encode()


def robots_txt(site_url: str) -> str:
    """Nothing is closed to anybody. The sitemap exists only where the site knows its address."""
    sitemap = f"Sitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _row(path: str, changed: str | None, site_url: str) -> str:
    dated = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(site_url + path.removesuffix('index.html'))}</loc>{dated}</url>\n"
