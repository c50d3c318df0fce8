"""What holds for every page of the site, whatever made it. A page added later is held to it by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from katalog.derive.tongues import Tongues
from katalog.exports import embed
from tests.built.document import Document, text_of
from tests.support import SCHEMA, SITE_URL

TONGUES = {code: tongue.direction for code, tongue in Tongues(schema=SCHEMA).all.items()}
# Where a page is found, and in other languages: whole addresses, and nothing is loaded.
NAMED = ("canonical", "alternate")
Documents = dict[str, Document]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
# The page that shows what other websites show.
_FRAMING = "oppna-data/badda-in/index.html"
_LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data", "form": "action"}


def _standard(page: Document) -> Iterator[str]:
    yield from page.faults
    if not page.source.lstrip().lower().startswith("<!doctype html>"):
        yield "no doctype"


def _headings(page: Document) -> Iterator[str]:
    levels = [int(node.tag[1]) for node in page.elements("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"headings {levels[:5]}"
    yield from (f"h{a} then h{b}" for a, b in pairwise(levels) if b > a + 1)
    filled_later = {node for part in page.elements() if "hidden" in part.attrib for node in part.iter()}
    yield from (
        f"empty {node.tag}"
        for node in page.elements("h1", "h2", "h3", "h4")
        if not text_of(node) and node not in filled_later
    )


def _language(page: Document) -> Iterator[str]:
    folder = page.name.partition("/")[0]
    language = folder if folder in TONGUES else "sv"
    said = [(node.get("lang"), node.get("dir")) for node in page.elements("html")]
    if said != [(language, TONGUES.get(language, "ltr"))]:
        yield f"says {said}"


def _ids(page: Document) -> Iterator[str]:
    yield from (f"id {name} twice" for name in set(page.ids) if page.ids.count(name) > 1)
    for node in page.elements():
        for key in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            yield from (f"{key}={name} leads nowhere" for name in node.get(key, "").split() if name not in page.ids)


def _pictures(page: Document) -> Iterator[str]:
    yield from ("img without alt" for node in page.elements("img") if "alt" not in node.attrib)
    drawings = (node for node in page.elements() if node.tag.endswith("svg"))
    for node in drawings:
        if node.get("aria-hidden") != "true" and not (node.get("role") == "img" and node.get("aria-label")):
            yield "svg that is neither decoration nor named"


def _nothing_inline(page: Document) -> Iterator[str]:
    for node in page.elements():
        yield from (f"{node.tag} {key}" for key in node.attrib if key == "style" or key.startswith("on"))
        yield from (
            f"{key}={text}" for key, text in node.attrib.items() if text.strip().lower().startswith("javascript")
        )
    yield from ("style element" for _ in page.elements("style"))
    for node in page.elements("script"):
        if "src" not in node.attrib and node.get("type") not in ("application/ld+json", "application/json"):
            yield "inline script"


def _policy(page: Document) -> Iterator[str]:
    head = [node for node in next(page.elements("head")) if isinstance(node.tag, str)]
    policies = [n for n, node in enumerate(head) if node.get("http-equiv") == "Content-Security-Policy"]
    if [head[n].get("content") for n in policies] != [_agreed(page)]:
        yield "not one policy as agreed"
    elif any(node.tag in ("link", "script") for node in head[: policies[0]]):
        yield "something is loaded before the policy"
    if [node.get("content") for node in head if node.get("name") == "referrer"] != ["no-referrer"]:
        yield "no referrer policy"


def _agreed(page: Document) -> str:
    """What is shown on other websites runs no script; one page shows what they show."""
    if page.is_embedded:
        return embed.POLICY
    return f"{POLICY}; frame-src 'self'" if page.name == _FRAMING else POLICY


def _head(page: Document) -> Iterator[str]:
    titles = [text_of(node) for node in page.elements("title") if node in list(next(page.elements("head")))]
    if len(titles) != 1 or not titles[0].endswith("Hitta sysselsättning"):
        yield f"titles {titles}"
    texts = [node.get("content", "") for node in page.elements("meta") if node.get("name") == "description"]
    if len(texts) != 1 or len(texts[0]) < 10:
        yield f"descriptions {texts}"
    canonical = [node.get("href") for node in page.elements("link") if node.get("rel") == "canonical"]
    own = page.address.replace("/bit/", "/") if page.is_embedded else page.address
    if page.name != "404.html" and canonical != [own]:
        yield f"canonical {canonical}"


def _own_origin(page: Document) -> Iterator[str]:
    """Nothing is loaded from anywhere else."""
    for node in page.elements():
        key = _LOADED.get(node.tag, "href" if node.tag == "link" and node.get("rel") not in NAMED else "")
        address = node.get(key, "")
        if urlsplit(address).scheme or address.startswith("//") or node.get("srcset"):
            yield f"{node.tag} loads {address}"


def _relative(page: Document) -> Iterator[str]:
    """The site works below any path: only 404, which is shown at any depth, knows where the root is."""
    for node in page.elements("a", "form", "link", "script", "img"):
        address = node.get("href") or node.get("src") or node.get("action") or ""
        is_whole = page.name == "404.html" or page.is_embedded
        if node.get("rel") not in NAMED and not is_whole and address.startswith(("/", SITE_URL)):
            yield f"absolute {address}"


def _no_leftovers(page: Document) -> Iterator[str]:
    yield from (f"left: {word}" for word in ("zzkatalog", "{{", "{%", "Undefined") if word in page.source)
    examples = {text_of(node) for node in page.elements("pre")}
    text = text_of(page.main)
    for example in examples:
        text = text.replace(example, "")
    yield from (f"left: {word}" for word in re.findall(r"\bNone\b|Markup\(|mappingproxy|\(\)", text))


CHECKS: tuple[Callable[[Document], Iterator[str]], ...] = (
    _standard, _headings, _language, _ids, _pictures, _nothing_inline, _policy, _head, _own_origin, _relative,
    _no_leftovers,
)  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__.strip("_"))
def test_every_page(check: Callable[[Document], Iterator[str]], documents: Documents) -> None:
    assert {name: found for name, page in documents.items() if (found := sorted(set(check(page))))} == {}


def test_every_internal_link_and_anchor_leads_somewhere(documents: Documents, files: set[str]) -> None:
    broken = {f"{page.name}: {link}" for page in documents.values() for link in _broken_links(page, documents, files)}
    assert broken == set()


def test_every_page_can_be_reached_from_the_start(documents: Documents) -> None:
    found, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = documents[waiting.pop()]
        targets = {_file_of(urldefrag(urljoin(page.address, link)).url) for link in _links(page)}
        fresh = {name for name in targets if name in documents} - found
        found |= fresh
        waiting += fresh
    moved = {name for name, page in documents.items() if page.is_redirect}
    assert set(documents) - found - moved - {"404.html"} == set()


def test_pages_have_titles_of_their_own(documents: Documents) -> None:
    """Tabs and search results can be told apart; records that share a name are told apart by their text."""
    heads: dict[tuple[str, str], list[str]] = {}
    for page in documents.values():
        text = next(node.get("content", "") for node in page.elements("meta") if node.get("name") == "description")
        heads.setdefault((text_of(next(page.elements("title"))), text), []).append(page.name)
    assert [names for names in heads.values() if len(names) > 1] == []


@pytest.fixture(scope="module")
def files(built: Path) -> set[str]:
    return {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}


def _links(page: Document) -> Iterator[str]:
    for node in page.elements():
        for key in ("href", "src", "action"):
            if key in node.attrib and node.get("rel") != "canonical":
                yield node.attrib[key]


def _broken_links(page: Document, documents: Documents, files: set[str]) -> Iterator[str]:
    for link in _links(page):
        target, anchor = urldefrag(urljoin(page.address, link))
        if not target.startswith(SITE_URL):
            if urlsplit(target).scheme not in ("http", "https", "mailto", "tel"):
                yield link
            continue
        name = _file_of(target)
        is_state = "=" in anchor  # of a page's script, which reads it
        if name not in files or (anchor and not is_state and name in documents and anchor not in documents[name].ids):
            yield link


def _file_of(address: str) -> str:
    path = address.partition("?")[0].removeprefix(SITE_URL)
    return f"{path}index.html" if path.endswith("/") or not path else path
