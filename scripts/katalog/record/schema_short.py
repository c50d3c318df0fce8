"""What the shortest way to a new entry (`x-viktigast`) names that the schema has not.

Input: `Schema`, its annotations of the right form. Output: where a fault is and what to do. Read by `schema_sense`; the
form's first step is made of it (browser/form.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.record.problem import DataPath, quoted
from katalog.record.schema import Json, Schema

STEP = "x-viktigast"
_NO_FIELD = "Fältet {namn} finns inte i mallen. Rätta namnet."
_NO_PART = "{namn} är ingen del av fältet {falt}. Rätta namnet."
_NOT_ASKED = (
    "Fältet {namn} måste finnas i varje post, men {steg} frågar inte efter det. Lägg till frågan, eller {namn} i nytt."
)


def first_step_faults(schema: Schema) -> Iterator[tuple[DataPath, str]]:
    """Fields and parts are there, and the step asks for all that must be there: who fills it in can send it."""
    step = schema.full.get(STEP)
    asked = step.get("fragor") if isinstance(step, dict) else None
    if not isinstance(step, dict) or not isinstance(asked, list):
        return  # told by `schema_notes`
    questions = [one for one in asked if isinstance(one, dict)]
    for number, question in enumerate(questions):
        yield from _question(question, (STEP, "fragor", number), schema)
    new = step["nytt"] if isinstance(step.get("nytt"), dict) else {}
    for name in new:
        if name not in schema.fields:
            yield (STEP, "nytt", name), _NO_FIELD.format(namn=quoted(name))
    known = {question.get("falt") for question in questions} | new.keys()
    for name in schema.full.get("required", ()):
        if name not in known:
            yield (STEP, "fragor"), _NOT_ASKED.format(namn=name, steg=STEP)


def _question(question: Json, path: DataPath, schema: Schema) -> Iterator[tuple[DataPath, str]]:
    name = question.get("falt")
    node = schema.fields.get(str(name))
    if node is None:
        yield (*path, "falt"), _NO_FIELD.format(namn=quoted(str(name)))
        return
    parts = node.get("items", node).get("properties", {})
    if "del" in question and question["del"] not in parts:
        yield (*path, "del"), _NO_PART.format(namn=quoted(str(question["del"])), falt=name)
    for number, part in enumerate(question.get("delar", ())):
        if part not in parts:
            yield (*path, "delar", number), _NO_PART.format(namn=quoted(str(part)), falt=name)
