"""The words that the search's index holds of some records, for tests that look into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from katalog.browser.fold import read_language
from katalog.browser.search_words import read_leaves
from katalog.browser.texts import Words, read_texts
from katalog.record.model import Record
from katalog.record.schema import Schema


def words_found(
    records: Sequence[Record], schema: Schema, parts: Sequence[str] = ()
) -> Mapping[str, Mapping[int, int]]:
    """Word -> record number -> bits of the parts it stands in (all when none are named), those that cards show too."""
    language, leaves = read_language(schema), read_leaves(schema)
    words = Words(leaves, language, parts or list(language.source["vikter"]["delar"]))
    for doc, said in enumerate(read_texts(records, leaves, language)):
        words.add(doc, said)
    return words.sought()
