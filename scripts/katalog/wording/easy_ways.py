"""How one begins, in the easy text: the way that asks least first, then one more.

Input: `View` and a record. Output: one `EasyLine`. The words for ways are the vocabulary's own (`x-latt` after nothing,
`x-latt-eller` after "Eller så kan du"); `easy.py` takes the line in.
"""

from __future__ import annotations

from katalog.derive.contact import DIRECT, is_direct, missing_to_go
from katalog.record.model import Group, Record, is_stated
from katalog.wording.by_rule import BY_RULE
from katalog.wording.easy_lines import EasyLine
from katalog.wording.view import View

_AWAY = "annan-kommun"  # who lives in the city, as most readers do, cannot take such a way
_MORE = "Det finns fler sätt."


def way_line(view: View, record: Record, *, is_brief: bool = False) -> EasyLine:
    """The easiest way that a source states, else the easiest that is likely. `is_brief`: of the others only that they
    are there."""
    ways = easiest_first(view, record)
    if not ways:
        by_rule = any(True for _ in BY_RULE["ingang"](view, record))
        return EasyLine(text="Du behöver inget beslut." if by_rule else "Vi vet inte hur du börjar.")
    first, *others = ways
    if not is_stated(first):
        return EasyLine(text=f"Vi tror att {view.words.terms('ingang')[first['vag']].notes['latt']}.")
    stated = [way for way in others if is_stated(way)]
    shown = 0 if is_brief else 1
    told = [_first(view, record, first), *(_other(view, way) for way in stated[:shown])]
    told += [_MORE] if stated[shown:] else []
    return EasyLine(text=" ".join(told))


def easiest_first(view: View, record: Record) -> list[Group]:
    """What a source states before what is likely, what is for others last, and what one can do without a decision or
    somebody's help first, as the vocabulary has it; else as the record has it."""
    terms = view.words.terms("ingang")
    own = next(iter(terms.values())).notes["rubrik"]
    rank = {slug: place if term.notes["rubrik"] == own else len(terms)
            for place, (slug, term) in enumerate(terms.items())}  # fmt: skip
    return sorted(record.ingang, key=lambda way: (not is_stated(way), _is_for_others(way), rank[way["vag"]]))


def _is_for_others(way: Group) -> bool:
    return way.get("galler_for") == _AWAY


def _first(view: View, record: Record, way: Group) -> str:
    missing = missing_to_go(record) if way["vag"] == DIRECT and is_direct(record) else ()
    if missing:
        return f"Du får komma direkt, men vi vet inte {' eller '.join(missing)}."
    said = view.words.terms("ingang")[way["vag"]].notes["latt"]
    return f"{said[0].upper()}{said[1:]}.{_for_whom(view, way)}"


def _other(view: View, way: Group) -> str:
    said = view.words.terms("ingang")[way["vag"]].notes["latt-eller"]
    return f"Eller så kan du {said}.{_for_whom(view, way)}"


def _for_whom(view: View, way: Group) -> str:
    slug = way.get("galler_for", "alla")
    label = view.words.label("galler-for", slug)
    return "" if slug == "alla" else f" Det gäller {label[0].lower()}{label[1:]}."
