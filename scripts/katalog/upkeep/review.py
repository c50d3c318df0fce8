"""A difference between two catalogues -> Markdown that a district manager understands.

Input: `Difference`, problems, vocabularies and day. Output: one text; all that comes from records is escaped. What is
said without Markdown serves the terminal too (`telling`). A field is said as on the record's page; what is changed in a
way that the page does not show stands as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from katalog.derive.derived import Derived
from katalog.derive.trust import derive_trust
from katalog.derive.vocabulary import Listed, Vocabularies
from katalog.record.model import Catalogue
from katalog.record.places import values_at
from katalog.record.problem import Problem
from katalog.record.shape import Shape
from katalog.upkeep.compare import Difference, FieldChange, Kind, RecordChange
from katalog.wording.markdown import code, escape
from katalog.wording.rows import Row
from katalog.wording.told import CARD, CHANGES, INSTEAD
from katalog.wording.trust import say_trust
from katalog.wording.unchecked import Unchecked, record_of
from katalog.wording.view import View

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
SEEN = "Det här ser läsaren"


def render_review(difference: Difference, problems: Sequence[Problem], words: Vocabularies, idag: str) -> str:
    """The whole text."""
    wording = wording_of(difference, words, idag)
    lines = ["# Ändringar i katalogen", "", _summary(difference)]
    lines += _problem_lines(problems)
    for kind, (heading, _, _) in _SECTIONS.items():
        chosen = [change for change in difference.changes if change.kind == kind]
        if chosen:
            lines += ["", f"## {heading}"]
            lines += [line for change in chosen for line in _record(change, wording)]
    if difference.only_form:
        lines += ["", "## Bara form, kommentarer eller hänvisningar till nya id", ""]
        lines += [f"- {code(file)}" for file in difference.only_form]
    return "\n".join(lines) + "\n"


def wording_of(difference: Difference, words: Vocabularies, idag: str) -> Unchecked:
    """With every record that is whole enough to be referred to by its name."""
    shape = Shape(words.schema)
    found = (record_of(record_id, data, shape) for record_id, data in difference.data.items())
    catalogue = Catalogue(records=tuple(record for record in found if record))
    return Unchecked(view=View(derived=Derived(catalogue=catalogue, idag=idag), words=words), shape=shape)


def _summary(difference: Difference) -> str:
    counts = {kind: sum(change.kind == kind for change in difference.changes) for kind in _SECTIONS}
    counted = [f"{n} {_SECTIONS[kind][1 if n == 1 else 2]}" for kind, n in counts.items() if n]
    return f"{', '.join(counted)}." if counted else "Inga uppgifter är ändrade."


def _problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    for heading, is_error in (("Fel som måste rättas", True), ("Varningar", False)):
        chosen = [problem for problem in problems if problem.is_error == is_error]
        if chosen:
            yield from ("", f"## {heading}", "")
            yield from (f"- {code(f'{p.path}:{p.line}')} {escape(p.message)}" for p in chosen)


def _record(change: RecordChange, wording: Unchecked) -> Iterator[str]:
    confirmed = " (bekräftad)" if change.is_confirmed and change.kind in ("ny", "andrad") else ""
    yield from ("", f"### {escape(change.name)}{confirmed}", "", code(change.file))
    if change.was:
        yield from ("", f"Hette förut {code(change.was)}. Den gamla adressen leder vidare.")
    if change.kind == "ny" and change.after is not None:
        yield from ("", "| Uppgift | Värde |", "| --- | --- |")
        yield from (f"| {escape(row.title)} | {_cell(row)} |" for row in wording.rows(change.after))
    if change.fields:
        yield from ("", "| Uppgift | Före | Efter |", "| --- | --- | --- |")
        yield from (_changed(field, wording) for field in change.fields)
    seen = list(seen_by_readers(change, wording))
    if seen:
        yield from ("", f"{SEEN}:", "")
        yield from (f"- {escape(line)}" for line in seen)


def _changed(field: FieldChange, wording: Unchecked) -> str:
    title, old, new = both_sides(field, wording)
    return f"| {escape(title)} | {_cell(old)} | {_cell(new)} |"


def both_sides(field: FieldChange, wording: Unchecked) -> tuple[str, Row, Row]:
    """The field's title, and how it was and is said."""
    old, new = (wording.row(field.field, value) for value in (field.before, field.after))
    if [line.plain for line in old.lines] == [line.plain for line in new.lines]:
        # Two records of the same name, an address behind the same text: show what is written.
        old, new = (wording.as_written(field.field, value) for value in (field.before, field.after))
    return wording.row(field.field, None).title, old, new


def _cell(row: Row) -> str:
    return "<br>".join(escape(line.plain) for line in row.lines) or f"*{CHANGES['saknas']}*"


def seen_by_readers(change: RecordChange, wording: Unchecked) -> Iterator[str]:
    """What is different on the site, most visible first, in plain text."""
    if change.kind == "borttagen":
        yield "Sidan försvinner och gamla länkar slutar fungera. Har verksamheten stängt? Kör katalog close i stället."
        return
    if change.after is None:
        return
    if change.kind == "ny":
        yield CHANGES["ny"].format(text=str(change.after.get(CARD[-1], "")))
    yield from _closed(change, wording)
    if change.kind != "ny" and any(field.field in CARD for field in change.fields):
        yield CHANGES["kort"]
    yield from _listed(change, wording)
    yield from _fresh(change, wording)
    yield from _elsewhere(change, wording.view.words)


def _closed(change: RecordChange, wording: Unchecked) -> Iterator[str]:
    if change.kind == "stangd" and change.after is not None:
        targets = wording.row(INSTEAD, change.after.get(INSTEAD)).lines
        instead = CHANGES["vidare"].format(namn=targets[0].text) if targets else ""
        yield CHANGES["stangd"].format(vidare=instead)


def _listed(change: RecordChange, wording: Unchecked) -> Iterator[str]:
    """Which lists the record enters and leaves."""
    entered, left = [], []
    for listed in wording.view.words.listed.values():
        old, new = (_values(data or {}, listed, wording.view) for data in (change.before, change.after))
        entered += [value for value in new if value not in old]
        left += [value for value in old if value not in new]
    if entered:
        yield CHANGES["finns_nu"].format(listor="; ".join(entered))
    if left:
        yield CHANGES["finns_inte"].format(listor="; ".join(left))


def _values(data: Mapping[str, Any], listed: Listed, view: View) -> list[str]:
    """`Var: Farsta`: the lists that hold a record of these data."""
    terms, title = view.words.terms(listed.vocabulary), view.words.title(listed.place[0])
    return [f"{title}: {terms[slug].label}" for _, slug in values_at(data, listed.place) if str(slug) in terms]


def _fresh(change: RecordChange, wording: Unchecked) -> Iterator[str]:
    old, new = (_trust(data, wording) for data in (change.before, change.after))
    if new and old != new:
        yield CHANGES["tillit"].format(text=new)


def _trust(data: Mapping[str, Any] | None, wording: Unchecked) -> str:
    """What the page says; "" for a record that is not whole enough to be shown."""
    record = record_of("", data, wording.shape) if data else None
    return say_trust(derive_trust(record, wording.view.derived.idag)).page_text if record else ""


def _elsewhere(change: RecordChange, words: Vocabularies) -> Iterator[str]:
    """The parts of the page where the changed fields stand."""
    changed = {field.field for field in change.fields}
    titles = [group.title for group in words.groups if changed & {*group.fields}]
    if titles:
        yield CHANGES["under"].format(delar=", ".join(titles))
