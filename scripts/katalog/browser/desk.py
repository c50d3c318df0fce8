"""What the caseworker's table needs beside the search's data: its own conditions, columns and words (`matcha.json`).

It lies in the search's folder and its records are numbered as there, so that both are always of one build. Private to
docs/assets/js/desk/; a change of shape raises `FORMAT`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Any

from katalog.browser.form import ADDRESS as FORM
from katalog.browser.match import Said, facet_row
from katalog.browser.sets import Sets
from katalog.browser.sets import column as set_column
from katalog.derive.derived import Derived
from katalog.derive.desk import homes_inside
from katalog.derive.desk_order import HOME, LAST, THERE, is_last, is_outside
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.wording.desk import CONDITIONS, FIELDS, LIKELY, OPENS, TITLES, TOLD_WHOLE, Column, columns, desk_facets
from katalog.wording.view import View

FORMAT = 3  # the script refuses data of another format
FILE = "matcha.json"
ENTRY = "desk/main.js"
_WORDS = {"pass": "nar", "nagot-pass": "nar", "timmar": "timmar", "alder-ar": "ar", "hemma": "fran"}


def desk_data(derived: Derived, words: Vocabularies) -> dict[str, Any]:
    """`ord`: the column that tells in few words what a record says of a facet."""
    view = View(derived=derived, words=words)
    records, sets = derived.by_name(derived.catalogue.records), Sets()
    said = cache(partial(Said, records=records))  # two facets ask the same of the week
    facets = [
        {**facet_row(facet, said(facet.of), records, sets, derived.idag),
         **({"ord": _WORDS[facet.id]} if facet.says else {})}
        for facet in desk_facets(view)
    ]  # fmt: skip
    shown = [_column(column, records, sets) for column in columns(view)]
    return {
        "format": FORMAT,
        "facetter": facets,
        "villkor": [{"rubrik": title, "rader": list(_conditions(title))} for title in CONDITIONS],
        "kolumner": shown,
        "titlar": TITLES,
        "oppnar": OPENS,
        "hela": TOLD_WHOLE,
        "troligt": LIKELY,
        "falt": FIELDS,
        "formular": FORM,
        "ordning": _order(records, words, sets),
        "mangder": sets.data(len(records)),
    }


def _conditions(title: str) -> Iterator[dict[str, Any]]:
    for one in CONDITIONS[title]:
        more = {"nagon": one.other, "vikt": one.weight if one.weight != 1 else 0, "alla": one.needs_all,
                "visar": one.shows}  # fmt: skip
        yield {"facett": one.facet, "slag": one.kind, **{key: value for key, value in more.items() if value}}


def _order(records: Sequence[Record], words: Vocabularies, sets: Sets) -> dict[str, Any]:
    outside = [doc for doc, record in enumerate(records) if is_outside(record)]
    last = [doc for doc, record in enumerate(records) if is_last(record)]
    return {"facett": HOME, "dar": THERE, "inom": homes_inside(words), "utanfor": sets.of(outside),
            "sist": sets.of(last), "minus": LAST}  # fmt: skip


def _column(column: Column, records: Sequence[Record], sets: Sets) -> dict[str, Any]:
    """`varden` and `mangder`: each text once, and the records that say it."""
    row = {"id": column.id, "titel": column.title, **({"forst": True} if column.is_first else {})}
    if column.says is None:
        return {**row, "facett": column.facet}
    docs: dict[str, list[int]] = {}
    for doc, record in enumerate(records):
        text = column.says(record)
        if text:
            docs.setdefault(text, []).append(doc)
    return {**row, "varden": list(docs), "mangder": set_column(sets.of(found) for found in docs.values())}
