"""What stands in a page as text, made safe to stand there: the letters that `markupsafe.escape` gives, as plain text.
Whoever puts it into a page at once need not be told that it is safe, and telling takes most of its time.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup
from markupsafe import escape as marked


def escape(value: object) -> str:
    if isinstance(value, Markup):
        return value
    return _escaped(value) if type(value) is str else marked(value)


@lru_cache(maxsize=2_000)
def _escaped(text: str) -> str:
    """Pages say the same again and again."""
    return str(marked(text))
