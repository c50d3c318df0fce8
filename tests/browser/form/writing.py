"""Records with a text in every field that may hold one, for the form's writer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from katalog.record.characters import FORBIDDEN
from katalog.record.schema import Json


def filled(rule: Json, texts: Iterator[str]) -> Any:
    """A value for `rule` where every text, choices and all, is the next of `texts`. None where there is no text."""
    if "properties" in rule:
        inner = {name: filled(part, texts) for name, part in rule["properties"].items()}
        return {name: value for name, value in inner.items() if value is not None} or None
    if "items" in rule:
        rows = [row for row in (filled(rule["items"], texts), filled(rule["items"], texts)) if row is not None]
        return rows or None
    return next(texts) if rule.get("type", "string") == "string" else None


def as_the_form_keeps_it(text: str) -> str:
    """Without what no file may hold."""
    return re.sub(FORBIDDEN, "", unicodedata.normalize("NFC", text))
