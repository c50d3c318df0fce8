"""The small Markdown subset of `beskrivning` -> a whitelist of HTML tags; and HTML that is safe to put in pages."""

from __future__ import annotations

import re
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "br"}
_NEEDS_MARKDOWN = re.compile(r"[*_`\[\]<>\\#\n&]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(["emphasis", "link", "list", "newline", "escape", "entity"])


def description_html(text: str) -> Markup:
    """Paragraphs, emphasis, lists and web links; everything else stands as text."""
    if not _NEEDS_MARKDOWN.search(text):
        return Markup("<p>") + escape(text) + Markup("</p>")
    cleaned = nh3.clean(
        _parser().render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noreferrer",
    )
    return Markup(cleaned)  # noqa: S704  # cleaned to the whitelist just above
