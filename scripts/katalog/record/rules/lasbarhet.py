"""Texterna till läsaren är på enkel svenska.

Varnar för meningar över 20 ord och för LIX över 40 i längre texter. Varnar också för kontorsord som har ett
enklare ord. En varning stoppar ingenting, men läsaren tackar den som skriver om. Ordlistan finns i schema/ordval.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from katalog.record.entry import READER_TEXTS, Context, Entry, texts_in
from katalog.record.problem import Fault
from katalog.record.text import lix, sentences, words_in

CODES = {
    "lasbarhet-mening": "En mening är lång",
    "lasbarhet-lix": "Texten är svår att läsa",
    "lasbarhet-ord": "Ett ord som läsaren kan ha svårt för",
}
SAID_BY_FORM: frozenset[str] = frozenset()  # advice on how to write stops nobody, and would disturb who is writing
MAX_WORDS = 20
# LIX (C-H Björnsson 1968): 30-40 is medium, like newspapers' lighter texts. Below 40 words it swings too much to mean
# anything: one compound can add ten points.
MAX_LIX, LIX_FROM_WORDS = 40, 40


def check(entry: Entry, context: Context) -> Iterator[Fault]:
    avoid = _avoid(context)
    whole = []
    for key in READER_TEXTS:
        for path, text in texts_in(entry.data, key):
            whole.append(text if text.endswith((".", "!", "?")) else f"{text}.")
            long = next((s for s in sentences(text) if len(words_in(s)) > MAX_WORDS), None)
            if long:
                message = (
                    f"En mening i {key} har {len(words_in(long))} ord. Dela den: högst {MAX_WORDS} ord i varje mening."
                )
                yield Fault(path=path, code="lasbarhet-mening", message=message, level="varning")
            for match in avoid[0].finditer(text):
                cure = avoid[1][match[1].lower()]
                message = f"Ordet ”{match[0]}” kan vara svårt. Skriv hellre: {cure}."
                yield Fault(path=path, code="lasbarhet-ord", message=message, level="varning")
    text = " ".join(whole)
    if len(words_in(text)) >= LIX_FROM_WORDS and lix(text) > MAX_LIX:
        message = f"Texterna till läsaren har LIX {lix(text):.0f}. Sikta under {MAX_LIX}: kortare ord och meningar."
        yield Fault(path=("sammanfattning",), code="lasbarhet-lix", message=message, level="varning")


def _avoid(context: Context) -> tuple[re.Pattern[str], dict[str, str]]:
    if "ordval" not in context.notes:
        raw = json.loads((context.schema.folder / "ordval.json").read_text(encoding="utf-8"))
        cures = {row["undvik"]: row["skriv"] for row in raw["ord"]}
        stems = "|".join(sorted(map(re.escape, cures), key=len, reverse=True))
        context.notes["ordval"] = (
            re.compile(rf"(?i)\b({stems})(?:en|n|et|t|er|ar|or|na|s|erna|arna|ade|ad|as|ing|ingen)?\b"),
            cures,
        )
    found: tuple[re.Pattern[str], dict[str, str]] = context.notes["ordval"]
    return found
