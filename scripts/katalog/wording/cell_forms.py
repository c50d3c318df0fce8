"""How one item of a list is said on a line, stated once for both ways: `FORMS`, and the patterns that follow from them.

Input: a form and the subschemas of an item's parts. Output: `Form`: the line of an item, and the texts of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from katalog.record import suggest
from katalog.record.problem import quoted
from katalog.record.schema import Json, constants, kinds_of
from katalog.wording.cell_text import UnreadableCellError
from katalog.wording.cells import Way, is_year, word_of

# {part}: its value; {part=word}: the word when it is true; [ ]: left out when a part in it is. The first that fits.
FORMS: Mapping[str, tuple[str, ...]] = {
    "tider": (
        "{dag}[ {ungefar=omkring}] {fran}–{till}[ – {vad}]",
        "{dag}[ {ungefar=omkring}] från {fran}[ – {vad}]",
        "{dag} {fran}–{till}[ {vad}]",
        "{dag}[ – {vad}]",
        "[{ungefar=omkring} ]{fran}–{till} – {vad}",
        "[{ungefar=omkring} ]från {fran} – {vad}",
        "{vad}",
    ),
    "ingang": ("[{tolkad=troligen}: ]{vag}[ – gäller: {galler_for}][ – {forklaring}]",),
    "ersattning": ("{slag}[: {belopp_kr} kr][ per {enhet}][ ({ar})]", "{slag} {belopp_kr} kr[ per {enhet}][ ({ar})]"),
    "kostnad_for_dig": (
        "{vad}: {belopp_kr} kr[ per {enhet}][ ({ar})]",
        "{vad} {belopp_kr} kr[ per {enhet}][ ({ar})]",
        "{vad}[ ({ar})]",
    ),
    "betalning": ("{slag}[ – gäller: {galler_for}]",),
    "resultat": (
        "{matt}: {antal}[ av {av}][, {procent} procent] – period: {period}[ – källa: {kalla}]",
        "{matt}: {procent} procent[ av {av}] – period: {period}[ – källa: {kalla}]",
        "{matt} – period: {period}[ – källa: {kalla}]",
    ),
    "anmarkning": ("{text}[ – gäller: {galler}]",),
    "kallor": (
        "{webb}[ – {ar}][ – {slag}][ – gäller: {galler}]",
        "{titel}[ – {ar}][ – {slag}][ – gäller: {galler}][ – {webb}]",
    ),
}
_SLOT = re.compile(r"\{(\w+)(?:=([^}]+))?\}")
_PIECE = re.compile(r"\[([^\]]+)\]|([^\[]+)")
_DASH = "[-–—]"
_CLOCK = r"(?:kl\.? ?)?(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"
_SIGNS = {" – ": f" +{_DASH} +", "–": f" *(?:{_DASH}|till) *", ": ": " *: *", " ": " +"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to say an item: pieces that are always there or optional, and the pattern that takes them back."""

    pieces: tuple[tuple[bool, str, tuple[str, ...]], ...]  # whether it is optional, its text, the parts in that
    pattern: re.Pattern[str]
    names: frozenset[str]
    words: Mapping[str, str]

    @classmethod
    def of(cls, form: str, nodes: Mapping[str, Json]) -> Form:
        texts = [(found[1] is not None, found[1] or found[2]) for found in _PIECE.finditer(form)]
        pattern = "".join(f"(?:{_taken(text, nodes)})?" if maybe else _taken(text, nodes) for maybe, text in texts)
        slots = [(slot[1], slot[2]) for slot in _SLOT.finditer(form)]
        return cls(
            pieces=tuple((maybe, text, tuple(slot[1] for slot in _SLOT.finditer(text))) for maybe, text in texts),
            pattern=re.compile(pattern, re.IGNORECASE | re.DOTALL),
            names=frozenset(name for name, _ in slots),
            words={name: word for name, word in slots if word},
        )

    def say(self, item: Mapping[str, Any], ways: Mapping[str, Way]) -> str | None:
        """None when the form cannot tell all that the item holds."""
        if not item.keys() <= self.names or any(item.get(name, True) is not True for name in self.words):
            return None
        told = ""
        for is_optional, text, names in self.pieces:
            if all(name in item for name in names):
                told += _SLOT.sub(lambda slot: slot[2] or word_of(item[slot[1]], ways[slot[1]]), text)
            elif not is_optional:
                return None
        return told


def is_clock(node: Json) -> bool:
    pattern = node.get("pattern", "x")
    return "x-text" not in node and bool(re.search(pattern, "09:00"))


def _taken(text: str, nodes: Mapping[str, Json]) -> str:
    """The pattern of a piece of a form: its words, and a group for each part."""
    out, last = "", 0
    for slot in _SLOT.finditer(text):
        out += _literal(text[last : slot.start()])
        out += f"(?P<{slot[1]}>{re.escape(slot[2]) if slot[2] else _pattern(nodes[slot[1]])})"
        last = slot.end()
    return out + _literal(text[last:])


def _literal(text: str) -> str:
    """Words as they stand; a dash may be any dash, a space any number of them."""
    return "".join(_SIGNS.get(sign) or re.escape(sign) for sign in re.findall(r" – |: |–| |[^ –:]+|:", text))


def _pattern(node: Json) -> str:
    values = constants(node)
    if values:
        return _among(_spelled(values), separators=rf"{_DASH}|,|och|till" if _has_days(values) else "")
    if "x-titlar" in node:
        titles: Mapping[str, str] = node["x-titlar"]
        return _among([*titles.values(), *titles], separators=",")
    kinds = kinds_of(node)
    if "integer" in kinds or "number" in kinds:
        return r"\d{4}" if is_year(node) else r"\d[\d ]*" + ("" if "integer" in kinds else r"(?:,\d+)?")
    if is_clock(node):
        return _CLOCK
    if "x-text" not in node and re.search(node.get("pattern", "^x$"), "https://a.se"):
        return r"(?:https?://|www\.)\S+"
    return r"\S(?:.*?\S)?"


def _among(words: Sequence[str], *, separators: str) -> str:
    one = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return rf"(?:{one})(?: *(?:{separators}) *(?:{one}))*" if separators else one


def _spelled(values: Sequence[Json]) -> list[str]:
    return [word for value in values for word in (value["title"], *value.get("x-alias", ()))]


def _has_days(values: Sequence[Json]) -> bool:
    return any("x-dagar" in value for value in values)


def several_days(text: str, node: Json) -> list[str]:
    """The values of a text that names several days: `mån–ons`, `mån, ons och fre`; [] for any other text."""
    values = constants(node) or []
    order = [value["const"] for value in values if value.get("x-dagar") == [value["const"]]]
    if not order:
        return []
    known = {
        suggest.fold(word): value["const"] for value in values for word in (value["title"], *value.get("x-alias", ()))
    }
    if suggest.fold(text) in known:
        return []
    found: list[str] = []
    for part in re.split(r" *(?:,|och) *", text, flags=re.IGNORECASE):
        ends = [known.get(suggest.fold(word), "") for word in re.split(rf" *(?:{_DASH}|till) *", part)]
        if len(ends) == 2 and all(end in order for end in ends) and order.index(ends[0]) < order.index(ends[1]):
            found += order[order.index(ends[0]) : order.index(ends[1]) + 1]
        elif len(ends) == 1 and ends[0]:
            found += ends
        else:
            raise UnreadableCellError(f"”{quoted(text)}” går inte att läsa som dagar. Skriv en dag på varje rad.")
    return found
