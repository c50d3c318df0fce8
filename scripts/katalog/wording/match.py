"""The three answers in words: for the pages made here, and for the browser's half of the engine, which is sent them.

`{fraga}` follows "Fråga", `{varde}` is the choice, `{sagt}` what the record says instead, `{ar}` a year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from katalog.derive.facets import Facet
from katalog.derive.match import Answer, Reason, Row, Told, answer_of, level_of, reasons_of, year_of
from katalog.record.model import Record

ANSWERS: Mapping[Answer, str] = {Answer.FITS: "Passar", Answer.MAYBE: "Kan passa", Answer.NO: "Passar inte"}
ASK = "fråga {fragor}"
COUNTS = "{passar} passar, {kan} kan passa"
ONLY_MAYBE = "Inget säkert, {kan} kan passa"  # "0 passar" above what may fit would be read as a no
# Beside a choice, where many stand below each other: in words for who listens, without what is nought; for who looks in
# two columns, under these.
BESIDE: Mapping[str, str] = {"passar": "{antal} passar", "kan": "{antal} kan passa", "inget": "inget"}
COLUMNS: Mapping[str, str] = {"passar": "passar", "kan": "kanske"}
BECAUSE = "därför att {skal}"
# Why it only may fit, each a sentence of its own.
MAYBE: Mapping[str, str] = {
    "gammal": "{varde}: uppgifter från {ar}.",
    "typ": "{varde}: efter typen.",
    "nara": "{varde}: det ligger nära. Ingen har sagt att det stämmer.",
    "tolkad": "{varde}: troligen. Det är vår tolkning.",
    "dar": "{varde}: det ligger där. Fråga {fraga}.",
    "del": "{varde}: för en del av åldrarna.",
    "vid": "{varde}: det står {sagt}.",
    "okand": "Fråga {fraga}.",
}
# Why it does not, each the end of a sentence.
NO: Mapping[str, str] = {
    "annat": "det står {sagt} under ”{titel}”",
    "annat_utan": "{varde} inte står under ”{titel}”",
    "nej": "svaret är nej på {varde}",
}


def match_words() -> dict[str, Any]:
    """For docs/assets/js/match/words.js."""
    passar, kan, inte = (ANSWERS[answer] for answer in (Answer.FITS, Answer.MAYBE, Answer.NO))
    return {"passar": passar, "kan": kan, "inte": inte, "fraga": ASK, "darfor": BECAUSE, "antal": COUNTS,
            "bara_kan": ONLY_MAYBE, "rad": BESIDE, "kolumner": COLUMNS, "skal": {**MAYBE, **NO}}  # fmt: skip


def sentence_of(record: Record, row: Row, state: Mapping[str, Sequence[str]], facets: Sequence[Facet]) -> str:
    """The answer with its reasons: "Kan passa, fråga vilka dagar det är öppet"."""
    strict = {facet.id for facet in facets if facet.needs_all}
    answer = answer_of(level_of(row, state, strict))
    reasons = reasons_of(row, state, strict)
    by_id = {facet.id: facet for facet in facets}
    if answer is Answer.NO:
        told = [
            said_of(reason, by_id[reason.facet], row[reason.facet], record) for reason in reasons if _denies(reason)
        ]
        return f"{ANSWERS[answer]}, {BECAUSE.format(skal=in_words(told))}."
    asked = [ask_of(by_id[reason.facet], [reason.value]) for reason in reasons if reason.kind == "okand"]
    others = [
        said_of(reason, by_id[reason.facet], row[reason.facet], record) for reason in reasons if reason.kind != "okand"
    ]
    first = ", ".join([ANSWERS[answer], *([ASK.format(fragor=in_words(asked))] if asked else [])])
    return " ".join([f"{first}.", *others])


def _denies(reason: Reason) -> bool:
    return reason.kind in ("annat", "nej")


def said_of(reason: Reason, facet: Facet, told: Told, record: Record) -> str:
    """One reason in words."""
    labels = {value.id: value.label for value in facet.values}
    said = _said(facet, told, record, is_wide=reason.kind == "vid")
    pattern = {**MAYBE, **NO}["annat_utan" if reason.kind == "annat" and not said else reason.kind]
    return pattern.format(
        varde=labels[reason.value], sagt=in_words(said), titel=facet.title, ar=year_of(record),
        fraga=ask_of(facet, [reason.value]),
    )  # fmt: skip


def _said(facet: Facet, told: Told, record: Record, *, is_wide: bool) -> list[str]:
    if facet.says:
        return [text for text in (facet.says(record),) if text]
    return [value.label for value in facet.values if value.id in told.yes and (not is_wide or value.is_wide)]


def ask_of(facet: Facet, values: Iterable[str]) -> str:
    """What to ask about some values of a facet: follows "fråga"."""
    labels = [value.label for value in facet.values if value.id in set(values)]
    chosen = labels if facet.are_names else [label.lower() for label in labels]
    return facet.ask.format(val=in_words(chosen))


def in_words(parts: Sequence[str]) -> str:
    """ "a", "a och b", "a, b och c"."""
    return " och ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
