"""A difference between two catalogues -> Markdown that a district manager understands.

Input: `Difference`, problems, schema and day. Output: one text; all that comes from records is escaped. The command
`review` depends on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from katalog.derive.freshness import Freshness, derive_freshness
from katalog.derive.vocabulary import Listed, read_vocabularies
from katalog.record.model import make_record
from katalog.record.places import values_at
from katalog.record.problem import Problem
from katalog.record.schema import Schema
from katalog.upkeep.compare import Difference, FieldChange, Kind, RecordChange
from katalog.wording.markdown import code, escape
from katalog.wording.told import tell_value, title_of

# Section heading, and how the first line counts: one, many.
_SECTIONS: dict[Kind, tuple[str, str, str]] = {
    "ny": ("Nya", "ny", "nya"),
    "stangd": ("Stängda", "stängd", "stängda"),
    "andrad": ("Ändrade", "ändrad", "ändrade"),
    "bekraftad": ("Bekräftade utan andra ändringar", "bekräftad", "bekräftade"),
    "bytt-id": ("Bytt id", "har bytt id", "har bytt id"),
    "borttagen": ("Borttagna", "borttagen", "borttagna"),
    "olaslig": ("Går inte att läsa", "går inte att läsa", "går inte att läsa"),
}
_CARD = ("namn", "sammanfattning")
_NOTHING = "uppgift saknas"


def render_review(difference: Difference, problems: Sequence[Problem], schema: Schema, idag: str) -> str:
    """The whole text."""
    lines = ["# Ändringar i katalogen", "", _summary(difference)]
    lines += _problem_lines(problems)
    for kind, (heading, _, _) in _SECTIONS.items():
        chosen = [change for change in difference.changes if change.kind == kind]
        if chosen:
            lines += ["", f"## {heading}"]
            lines += [line for change in chosen for line in _record(change, difference, schema, idag)]
    if difference.untold:
        lines += ["", "## Bara form, kommentarer eller hänvisningar till nya id", ""]
        lines += [f"- {code(file)}" for file in difference.untold]
    return "\n".join(lines) + "\n"


def _summary(difference: Difference) -> str:
    counts = {kind: sum(change.kind == kind for change in difference.changes) for kind in _SECTIONS}
    told = [f"{n} {_SECTIONS[kind][1 if n == 1 else 2]}" for kind, n in counts.items() if n]
    return f"{', '.join(told)}." if told else "Inga uppgifter är ändrade."


def _problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    for heading, is_error in (("Fel som måste rättas", True), ("Varningar", False)):
        chosen = [problem for problem in problems if problem.is_error == is_error]
        if chosen:
            yield from ("", f"## {heading}", "")
            yield from (f"- {code(f'{p.path}:{p.line}')} {escape(p.message)}" for p in chosen)


def _record(change: RecordChange, difference: Difference, schema: Schema, idag: str) -> Iterator[str]:
    confirmed = " (bekräftad)" if change.is_confirmed and change.kind in ("ny", "andrad") else ""
    yield from ("", f"### {escape(change.name)}{confirmed}", "", code(change.file))
    if change.was:
        yield from ("", f"Hette förut {code(change.was)}. Den gamla adressen leder vidare.")
    if change.kind == "ny" and change.after is not None:
        yield from _new(change.after, difference.names, schema)
    if change.fields:
        yield from ("", "| Uppgift | Före | Efter |", "| --- | --- | --- |")
        yield from (_row(field) for field in change.fields)
    seen = list(_seen(change, difference.names, schema, idag))
    if seen:
        yield from ("", "Det här ser läsaren:", "")
        yield from (f"- {line}" for line in seen)


def _new(data: Mapping[str, Any], names: Mapping[str, str], schema: Schema) -> Iterator[str]:
    yield from ("", "| Uppgift | Värde |", "| --- | --- |")
    for name in [*schema.fields, *(name for name in data if name not in schema.fields)]:
        if name in data:
            told = tell_value(data[name], schema.fields.get(name, {}), names)
            yield f"| {escape(title_of(name, schema))} | {_cell(told)} |"


def _row(field: FieldChange) -> str:
    return f"| {escape(field.title)} | {_cell(field.before)} | {_cell(field.after)} |"


def _cell(lines: Sequence[str]) -> str:
    return "<br>".join(escape(line) for line in lines) or f"*{_NOTHING}*"


def _seen(change: RecordChange, names: Mapping[str, str], schema: Schema, idag: str) -> Iterator[str]:
    """What is different on the site, most visible first."""
    if change.kind == "borttagen":
        yield "Sidan försvinner och gamla länkar slutar fungera. Har verksamheten stängt? Kör katalog close i stället."
        return
    if change.after is None:
        return
    if change.kind == "ny":
        yield f"En ny sida och ett nytt kort: {escape(str(change.after.get('sammanfattning', '')))}"
    yield from _closed(change, names)
    if change.kind != "ny" and any(field.field in _CARD for field in change.fields):
        yield "Kortet i listor och sökträffar får ny text."
    yield from _listed(change, names, schema)
    yield from _fresh(change, idag)
    yield from _elsewhere(change, schema)


def _closed(change: RecordChange, names: Mapping[str, str]) -> Iterator[str]:
    if change.kind == "stangd" and change.after is not None:
        target = change.after.get("ersatt_av")
        instead = f" Läsaren hänvisas till {escape(names.get(str(target), str(target)))}." if target else ""
        yield f"Verksamheten visas som stängd och hamnar sist i listorna.{instead}"


def _listed(change: RecordChange, names: Mapping[str, str], schema: Schema) -> Iterator[str]:
    """Which lists the record enters and leaves."""
    entered, left = [], []
    for listed in read_vocabularies(schema).listed.values():
        old, new = (_values(data or {}, listed, names, schema) for data in (change.before, change.after))
        title = title_of(listed.place[0], schema)
        entered += [f"{title}: {value}" for value in new if value not in old]
        left += [f"{title}: {value}" for value in old if value not in new]
    if entered:
        yield f"Finns nu i listorna {escape('; '.join(entered))}."
    if left:
        yield f"Finns inte längre i listorna {escape('; '.join(left))}."


def _values(data: Mapping[str, Any], listed: Listed, names: Mapping[str, str], schema: Schema) -> list[str]:
    node = schema.places[listed.place]
    return [line for _, held in values_at(data, listed.place) for line in tell_value(held, node, names)]


def _fresh(change: RecordChange, idag: str) -> Iterator[str]:
    old, new = _freshness(change.before, idag), _freshness(change.after, idag)
    if new and (old is None or old.text != new.text):
        yield f"Om uppgifterna står det: ”{escape(new.text)}”"


def _freshness(data: Mapping[str, Any] | None, idag: str) -> Freshness | None:
    """None for a record that is not whole enough to be shown."""
    try:
        return derive_freshness(make_record("", "", data), idag) if data else None
    except (TypeError, ValueError):
        return None


def _elsewhere(change: RecordChange, schema: Schema) -> Iterator[str]:
    """The parts of the page where the changed fields stand."""
    changed = {field.field for field in change.fields}
    groups = {schema.fields[name]["x-grupp"] for name in changed if name in schema.fields}
    titles = [group["title"] for group in schema.full["x-grupper"] if group["id"] in groups]
    if titles:
        yield f"Ändringarna står på verksamhetens sida under {', '.join(titles)}."
