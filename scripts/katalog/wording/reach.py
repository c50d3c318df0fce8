"""What a reader is told about getting in touch: the sentence that comes first, and the lines for each to turn to.

Input: `View` and a record. Output: `Reach`. What there is and its order comes from `derive/contact.py`; the sentence
tells the reader to do only what can be done with what there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from katalog.derive.contact import Kind, Turn, Way, can_have_contact, may_be_gone, turns_of
from katalog.derive.vocabulary import Term
from katalog.record.model import Record
from katalog.wording.age import age_of, age_of_area
from katalog.wording.contact import lines_of
from katalog.wording.rows import Row
from katalog.wording.view import Line, View, bare_address, sentence
from katalog.wording.visit import direct_but, visit_place, visit_sentence

_OWN_FIELDS = ("kontakt", "anordnare")
_WAYS = frozenset({"telefon", "epost", "webb", "formular"})
# The way that comes first -> the sentence; `{vem}` is whom it leads to.
_FIRST: dict[Kind, str] = {
    "formular": "Skriv via {vems} webbplats. Du behöver inte ringa.",
    "epost": "Skriv ett mejl till {vem}. Du behöver inte ringa.",
    "telefon": "Ring {vem}.",
    "webb": "Titta på {vems} webbplats. Där kan det stå vem du kan fråga.",
    "kalla": "Titta på deras egen sida. Där kan det stå vem du kan fråga.",
}
# How a line begins, before its number or address.
_DO: dict[Kind, str] = {
    "drop-in": "Gå till",
    "formular": "Formulär:",
    "epost": "Mejla",
    "telefon": "Ring",
    "webb": "Webbplats:",
    "kalla": "Deras egen sida:",
}
# What the button of a long address says on a screen, above the address itself.
_OPENS: dict[Kind, str] = {
    "formular": "Öppna formuläret",
    "epost": "Skriv ett mejl",
    "webb": "Se {vems} sida",
    "kalla": "Öppna deras sida",
}
_SCHEMES: dict[Kind, str] = {"telefon": "tel:", "epost": "mailto:"}
_LONGEST_OWNER, _SOMEBODY = 16, "anordnaren"
_LONGEST_SHOWN = 40  # letters of a web address
_FAR = "Vi har ingen kontakt till verksamheten."
_GONE = "Deras webbplats kan vara nedlagd."
_NOBODY = "Vi har inte hittat någon kontakt. {fraga}"
_ELSE = "Fråga din handläggare, din vårdkontakt eller någon du litar på."
_ELSE_STAFF = "Fråga din egen förvaltning."
_THEM = ("dem", "dem som driver verksamheten")
# Kind of place -> how a sentence names who is asked there, and the heading over their lines.
_NAMES = {
    "stadsdel": ("stadsdelen", "Stadsdelen {plats}"),
    "kommun": ("kommunen", "Kommunen {plats}"),
    "vidare": ("staden", "Stockholms stad"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do: its verb or what it is, then what leads there. `link` is "" where there is nothing to press;
    `opens` says what a long address does."""

    do: str
    text: str
    link: str = ""
    note: str = ""
    opens: str = ""


HOURS = Step(do="Tider:", text="Se när det är öppet", link="#nar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Somebody to turn to: the heading, what to do, and how old that is."""

    turn: Turn
    title: str
    steps: tuple[Step, ...]
    age: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The block "Så tar du kontakt". `told` is empty when no source names a way."""

    first: str
    told: tuple[Told, ...]

    @property
    def near(self) -> tuple[Told, ...]:
        """The activity and its organiser; its district or municipality only when there is nothing nearer, or what is
        nearer may be gone."""
        is_far_first = bool(self.told) and bool(self.told[0].turn.slug)
        return self.told if is_far_first else tuple(told for told in self.told if not told.turn.slug)

    @property
    def far(self) -> tuple[Told, ...]:
        return tuple(told for told in self.told if told not in self.near)


def reach_of(view: View, record: Record) -> Reach | None:
    """None for what has closed and for examples: there is nothing to ask."""
    if not can_have_contact(record):
        return None
    turns = _turns(view, record)
    return Reach(first=_first(view, record, turns), told=tuple(_told(view, record, turn) for turn in turns))


def paper_line(view: View, record: Record) -> str:
    """The nearest contact on one line, for a list on paper: with whole addresses, and without the place, which stands
    there already."""
    steps = [step for turn in _turns(view, record) if not turn.slug for step in _pressed(record, turn)]
    told = sentence(*(f"{step.do} {_on_paper(step)}" for step in steps)) if steps else _FAR
    return f"{told} {_GONE}" if may_be_gone(record) else told


def call_line(view: View, record: Record) -> str:
    """Whom a caseworker turns to, on one line: the nearest contact, and where there is none the one farther out."""
    turns, is_gone = _turns(view, record), may_be_gone(record)
    near = _in_short(record, *(turn for turn in turns if not turn.slug))
    far = [f"{_title(view, record, turn)}: {_in_short(record, turn)}" for turn in turns if turn.slug]
    return " ".join([near, _GONE, *far]) if near and is_gone else near or " ".join([_FAR, *far])


def _in_short(record: Record, *turns: Turn) -> str:
    """What can be pressed, each address once: a place's own page is often its organiser's too."""
    steps = {step.text: step for turn in turns for step in _pressed(record, turn)}
    return sentence(*(f"{step.do} {step.text}" for step in steps.values())) if steps else ""


def _pressed(record: Record, turn: Turn) -> Iterator[Step]:
    return (step for way in turn.ways for step in _steps(record, way) if step.link and step != HOURS)


def _turns(view: View, record: Record) -> tuple[Turn, ...]:
    return turns_of(view.words, record, view.derived.idag)


def _on_paper(step: Step) -> str:
    return bare_address(step.link) if "://" in step.link else step.text


def _first(view: View, record: Record, turns: tuple[Turn, ...]) -> str:
    if turns and turns[0].ways[0].kind == "drop-in":
        return visit_sentence(view, record)
    return " ".join(part for part in (direct_but(record), _to_whom(view, record, turns)) if part)


def _to_whom(view: View, record: Record, turns: tuple[Turn, ...]) -> str:
    if not turns:
        return _NOBODY.format(fraga=_ELSE_STAFF if record.for_vem else _ELSE)
    nearest, way = turns[0], turns[0].ways[0]
    whom = _whom(view, record, nearest)
    said = _FIRST[way.kind].format(vem=whom, vems=_of(whom))
    why = _GONE if may_be_gone(record) else _FAR if nearest.slug else ""
    return f"{why} {said}" if why else said


def _whom(view: View, record: Record, turn: Turn) -> str:
    if turn.owner == "kontakt":
        return _THEM[0]
    if turn.owner == "anordnare":
        return str((record.anordnare or {}).get("namn", _THEM[1]))
    return _NAMES[_slag(view, turn)][0]


def _slag(view: View, turn: Turn) -> str:
    return str(view.words.terms(turn.owner)[turn.slug].notes.get("slag", turn.owner))


def _of(whom: str) -> str:
    """Whose: a name that ends in a hiss takes no s."""
    if whom in _THEM:
        return "deras"
    return whom if whom.endswith(("s", "x", "z")) else f"{whom}s"


def _told(view: View, record: Record, turn: Turn) -> Told:
    return Told(
        turn=turn,
        title=_title(view, record, turn),
        steps=tuple(_named(step, _owner(view, record, turn)) for way in turn.ways for step in _steps(record, way)),
        age=_age(view, record, turn),
    )


def _owner(view: View, record: Record, turn: Turn) -> str:
    """Whose it is, as short as a button."""
    whom = _whom(view, record, turn)
    return _of(whom if turn.owner != "anordnare" or len(whom) <= _LONGEST_OWNER else _SOMEBODY)


def _named(step: Step, owner: str) -> Step:
    return replace(step, opens=step.opens.format(vems=owner))


def _title(view: View, record: Record, turn: Turn) -> str:
    if turn.owner == "kontakt":
        return "Verksamheten"
    if turn.owner == "anordnare":
        name = (record.anordnare or {}).get("namn")
        return f"Den som driver verksamheten: {name}" if name else "Den som driver verksamheten"
    return _NAMES[_slag(view, turn)][1].format(plats=view.words.label(turn.owner, turn.slug))


def _steps(record: Record, way: Way) -> Iterator[Step]:
    if way.kind == "drop-in":
        yield Step(do=_DO[way.kind], text=visit_place(record))
        yield HOURS
    else:
        year = f"Från {way.year}." if way.year else "Vi vet inte vilket år den är från."
        text = way.value if way.kind in _SCHEMES else short_address(way.value)
        link = f"{_SCHEMES.get(way.kind, '')}{way.value.replace(' ', '')}"
        note = year if way.kind == "kalla" else ""
        yield Step(do=_DO[way.kind], text=text, link=link, note=note, opens=_OPENS.get(way.kind, ""))


def short_address(address: str) -> str:
    """A web address as people write it; of a long one the site alone."""
    bare = bare_address(address)
    return bare if len(bare) <= _LONGEST_SHOWN else bare.split("/", 1)[0]


def _age(view: View, record: Record, turn: Turn) -> str:
    """Of what is given as a contact: going there and a source's page tell their own age."""
    if all(way.kind in ("drop-in", "kalla") for way in turn.ways):
        return ""
    if turn.owner in _OWN_FIELDS:
        return age_of(view, record, turn.owner)
    return age_of_area(view, view.words.terms(turn.owner)[turn.slug].notes["kontakt"])


def area_rows(view: View, term: Term) -> list[Row]:
    """The contact of a district or municipality, for its own page: its administration's, not that of what is listed."""
    if "kontakt" not in term.notes:
        return []
    title = "Stadsdelsförvaltningen" if term.notes.get("slag") == "stadsdel" else "Kontakt"
    group = term.notes["kontakt"]
    lines = (*map(_in_brief, lines_of(group)), *_age_lines(age_of_area(view, group)))
    return [Row(field="kontakt-omrade", title=title, lines=lines)]


def _in_brief(line: Line) -> Line:
    return replace(line, text=short_address(line.link)) if line.link and "://" in line.link else line


def age_of_contact(view: View, record: Record, field: str) -> list[Line]:
    """A line on how old the contact of a field is, when its source is old or does not tell."""
    group = getattr(record, field) or {}
    return _age_lines(age_of(view, record, field)) if _WAYS & group.keys() else []


def _age_lines(told: str) -> list[Line]:
    return [Line(text=told)] if told else []
