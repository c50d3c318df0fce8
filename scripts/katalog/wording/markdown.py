"""Text from records, safe inside Markdown: it may come from anyone who opens a pull request.

Used by the commands that write Markdown.
"""

from __future__ import annotations

import re

# What may be markup inside a line, in CommonMark 0.31 and in GitHub's own (tables, strikethrough, mathematics), and
# what would call on a person or point at an issue.
_SAFE = str.maketrans({**{mark: f"\\{mark}" for mark in "\\`*_[]<>|~$"}, "&": "&amp;", "@": "&#64;", "#": "&#35;"})


def escape(text: str) -> str:
    """Plain text to stand inside a line, after some words of our own."""
    return " ".join(text.split()).translate(_SAFE)


def code(text: str) -> str:
    """One line as code with its spaces, not for tables.

    Text with backticks gets a longer fence (CommonMark 0.31, code spans).
    """
    plain = " ".join(text.splitlines())
    if "`" not in plain:
        return f"`{plain}`"
    fence = "`" * (1 + max(len(run) for run in re.findall("`+", plain)))
    return f"{fence} {plain} {fence}"
