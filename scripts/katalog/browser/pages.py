"""Hand-written pages and explained words -> what the search answers with beside records.

Input: `Prose` of each page, the vocabularies, schema/sidsvar.json, the search's concepts. Output: `sidor.json`, which
the browser fetches only for a question that a page may answer, and the little of it that every search has. Read by
`docs/assets/js/search/pages.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from katalog.browser.prose import Prose, first_words
from katalog.browser.search_words import Concept
from katalog.derive.vocabulary import Vocabularies
from katalog.record.schema import Json, Schema
from katalog.record.schema_files import PAGE_ANSWERS

FILE = "sidor.json"
FORMAT = 1
GLOSSARY, GLOSSARY_TITLE = "ord/", "Ord"


def always(schema: Schema) -> dict[str, Any]:
    """Where a reader goes who does not know what to look for, and how one asks what a word means."""
    source: Json = schema.documents[PAGE_ANSWERS]
    guide = source["vagvisare"]
    return {"adress": guide["adress"], "rubrik": guide["rubrik"], "fragar": source["fragar"]}


def pages_data(pages: Sequence[Prose], concepts: Sequence[Concept], vocabularies: Vocabularies) -> dict[str, Any]:
    """`sidor`: address and title of each page; `avsnitt`: page, anchor, title, text, and what readers call it."""
    source: Json = vocabularies.schema.documents[PAGE_ANSWERS]
    called = {entry["adress"]: entry["ord"] for entry in source["avsnitt"]}
    listed = [(page.address, page.title) for page in pages]
    rows = [
        [place, section.anchor, section.title, section.text, called.get(_address(page, section.anchor), [])]
        for place, page in enumerate(pages)
        for section in page.sections
    ]
    guide = source["vagvisare"]
    return {
        "format": FORMAT,
        "sidor": [*listed, *((entry["adress"], entry["rubrik"]) for entry in (guide, *source["andra"]))],
        "avsnitt": [*rows, *([len(listed) + place, "", entry["rubrik"], entry["text"], entry["ord"]]
                             for place, entry in enumerate((guide, *source["andra"])))],
        "vagvisare": len(rows),
        "forklaringar": source["forklaringar"],
        "ordlista": {"adress": GLOSSARY, "titel": GLOSSARY_TITLE, "ord": list(_explained(concepts, vocabularies))},
    }  # fmt: skip


def _address(page: Prose, anchor: str) -> str:
    return f"{page.address}#{anchor}" if anchor else page.address


def _explained(concepts: Sequence[Concept], vocabularies: Vocabularies) -> Iterator[tuple[int, str, str]]:
    """For each vocabulary of the glossary: the number of its first concept, its name, what its words mean, by line."""
    names = vocabularies.schema.full["x-ordlista"]
    told: set[str] = set()
    for name, run in groupby(enumerate(concepts), lambda numbered: numbered[1].key.partition("/")[0]):
        rows = list(run)
        if name not in names or name in told:
            continue
        told.add(name)
        terms = vocabularies.terms(name)
        texts = [first_words([terms[concept.key.partition("/")[2]].text]) for _, concept in rows]
        yield rows[0][0], name, "\n".join(texts)
