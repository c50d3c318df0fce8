"""Words on a command line that end up in a record, a letter or an address: never a person's.

Input: what argparse read. Output: a sentence, or None. Every text of every command goes through here, so that a new
command cannot forget it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from katalog.record.rules.persondata import ADDRESS_FIELD, ALONE_FIELD, check_argument

# The field that an argument is judged as; any other text is judged as prose.
_FIELDS = {"av": ALONE_FIELD, "adress": ADDRESS_FIELD}
_UNPUBLISHED = ("command", "base", "head", "idag", "datum", "format", "omrade")  # versions in git, days, choices


def refusal(options: argparse.Namespace, schema: Path) -> str | None:
    """Why the command may not run, if a word in it tells of a person."""
    for name, word in _texts(options):
        try:
            told = check_argument(word, schema, _FIELDS.get(name, ""))
        except (
            ValueError,
            LookupError,
            TypeError,
        ):  # broken lists: the command says so
            return None
        if told:
            return told
    return None


def _texts(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    for name, value in vars(options).items():
        if name in _UNPUBLISHED:
            continue
        for word in value if isinstance(value, list) else [value]:
            if isinstance(word, str):
                yield name, word
