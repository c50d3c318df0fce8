"""Names of persons in a folded text (`plain`): certain ones, and what may be one.

Certain: a known first name before a surname, in any order and spelling, or a title before two names. Perhaps: a first
name, an initial with a surname, a title with a surname, where one is asked to ring, ask for or greet somebody.
docs/assets/js has the same rule, and tests compare the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from katalog.record.people.plain import is_ordinary
from katalog.record.people.reading import COMPILED, Reading
from katalog.record.people.words import SURE_ENDINGS, Words, is_one_word, is_together

_MOST_TIES = 3  # between two names: `von der`, initials
_DOT = "\u0307"  # lower case makes `i` and this of İ, and no word goes on over a loose mark
_MOST_SMALL = 3  # words between what asks and the name: `ring gärna till`


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name as it stands, whole. `is_certain` is False for what may be something else."""

    text: str
    is_certain: bool


def find_name(text: str, words: Words, *, is_alone: bool) -> Found | None:
    """The first name in a text, a certain one before any other. `is_alone`: in this field a lone first name is one."""
    if not (is_alone or _alerts(text, words)):
        return None
    reading = Reading(text, words)
    reading.houses = _houses(reading)
    searches = [_full, _reversed, _run_together, _titled, *([_lone] if is_alone else [])]
    for search in searches:
        for first, last in search(reading):
            return Found(text=reading.shown(first, last), is_certain=True)
    for search in (_asked_for, _title_and_name, _stranger):
        for first, last in search(reading):
            return Found(text=reading.shown(first, last), is_certain=False)
    return None


def _alerts(text: str, words: Words) -> bool:
    """False for most texts, at once: no word in them could belong to a name, or none that a search begins at."""
    lower = text.lower().replace(_DOT, "")
    told = COMPILED["bokstaver"].findall(lower)
    if not lower.isascii():
        told += [words.plain.word(word) for word in told if not word.isascii()]
    if not _is_sign(text, lower, told, words):
        return False
    return not is_ordinary(text) or _may_lead(told, words)  # what lower case makes of an odd letter may be two


def _is_sign(text: str, lower: str, told: Sequence[str], words: Words) -> bool:
    if "sson" in lower or "sdotter" in lower or COMPILED["inre_versal"].search(text):
        return True
    return not words.alerting.isdisjoint(told) or (lower[1:] != text[1:] and not words.asking.isdisjoint(told))


def _may_lead(told: Sequence[str], words: Words) -> bool:
    """False when none of the searches has a word to begin at: what alerted was a first name's genitive (`finns`)."""
    if not words.leading.isdisjoint(told):
        return True
    return any(word.endswith(SURE_ENDINGS) or is_one_word(word, words) for word in told)


Span = tuple[int, int]


def _full(r: Reading) -> Iterator[Span]:
    """`Anna Svensson`, `ANNA MÜLLER`, `Anna-Karin von Essen`, `Lars E. Ek`, `anna svensson`."""
    yield from ((names[0], names[-1]) for names in _sequences(r) if names[0] not in r.houses)


def _houses(r: Reading) -> frozenset[int]:
    """The words of what looks like a person's name and is a place's."""
    return frozenset(at for names in _sequences(r) if _is_place_name(r, names) for at in range(names[0], names[-1] + 1))


def _sequences(r: Reading) -> Iterator[list[int]]:
    """A first name and one surname or more, wherever they stand."""
    last = -1
    for at in sorted(r.firsts):
        if at > last:
            names = _names_from(r, at)
            last = names[-1]
            if len(names) > 1:
                yield names


def _names_from(r: Reading, at: int) -> list[int]:
    """The first name and the surnames after it; just the first name when no surname follows."""
    names = [at]
    second = _next_name(r, at)
    if second is None or not _is_pair(r, at, second):
        second = r.surname_after(at)
    while second is not None:
        names.append(second)
        second = _next_name(r, second)
    return names


def _next_name(r: Reading, at: int) -> int | None:
    """The next name over ties and initials, all standing close."""
    here = at
    for _ in range(_MOST_TIES + 1):
        is_close = r.joins("inom_namn", here) or (
            here > at and r.tokens[here].is_initial and r.joins("efter_initial", here)
        )
        if not is_close:
            return None
        here += 1
        is_between = r.is_tie(here) or r.tokens[here].is_initial
        if not is_between or (r.is_tie(here) and not _leads_on(r, here)):
            return here if r.may_be_surname(here) else None
    return None


def _leads_on(r: Reading, at: int) -> bool:
    """A tie is one only before another word; `Anna Del` ends there."""
    return r.joins("inom_namn", at)


def _is_pair(r: Reading, first: int, second: int) -> bool:
    one, other = r.tokens[first], r.tokens[second]
    if r.is_surname(second):
        return True
    if not one.is_capital:
        return False
    if one.is_shout and (not other.is_shout or r.is_word(first)):
        return False
    return not r.is_strict(first) or r.is_like_surname(second)


def _is_place_name(r: Reading, names: list[int]) -> bool:
    """`Karin Boyes bibliotek`, `Erik Dahlbergsgatan`, `Sankta Katarina Kyrka`."""
    if r.comes_after(names[0], r.words.before) or r.is_place(names[1]):
        return True
    for index, name in enumerate(names[:-1]):
        if index > 0 and r.is_place(names[index + 1]) and (index == 1 or r.is_genitive(name)):
            return True
    return any((index <= 1 or r.is_genitive(name)) and r.is_of_place(name) for index, name in enumerate(names) if index)


def _reversed(r: Reading) -> Iterator[Span]:
    """`Svensson, Anna` and `SVENSSON Anna`."""
    for at in sorted(r.surnames):
        if not (r.tokens[at].is_capital and r.joins("efternamn_forst", at)):
            continue
        first = at + 1
        if not r.is_first(first) or r.is_strict(first) or at in r.houses or first in r.houses:
            continue
        if r.tokens[first].is_capital and not r.is_of_place(first):
            yield at, first


def _run_together(r: Reading) -> Iterator[Span]:
    """`Anna-Svensson`, `AnnaSvensson`."""
    for at, token in enumerate(r.tokens):
        if is_together(token.folded, r.words) and not (r.is_of_place(at) or r.is_place(at)):
            yield at, at


def _titled(r: Reading) -> Iterator[Span]:
    """`Enhetschef Nahom Tekle`: whatever the names are, unless they are a body's."""
    for title, at, last in _titled_pairs(r):
        if r.joins("inom_namn", at - 1):
            yield title, last


def _titled_pairs(r: Reading) -> Iterator[tuple[int, int, int]]:
    """Each title, and the first and the last of two names after it."""
    for title, at in _after_titles(r):
        last = _next_name(r, at) if r.may_be_surname(at) else None
        if last is not None and not (r.is_body(at) or r.is_body(last)):
            yield title, at, last


def _after_titles(r: Reading) -> Iterator[Span]:
    """Each title, and the word after it; an `är` or `heter` between is passed over."""
    if r.folded.isdisjoint(r.words.titles) and r.folded.isdisjoint(r.words.address):
        return
    for at in range(len(r) - 1):
        if not (r.is_title(at) or r.is_address(at)):
            continue
        nxt = at + 1
        if r.joins("inom_namn", at) and r.tokens[nxt].folded in ("ar", "heter"):
            nxt += 1
        if nxt < len(r) and r.joins("efter_titel", nxt - 1):
            yield at, nxt


def _lone(r: Reading) -> Iterator[Span]:
    """In the field that tells who confirmed: a first name, a surname or an initial with one."""
    if len(r) == 1 and r.is_first(0) and not r.is_strict(0):
        yield 0, 0
    for at, token in enumerate(r.tokens):
        if not token.is_capital or _is_house(r, at):
            continue
        if (r.is_first(at) and not r.is_strict(at) and not _is_loud_word(r, at)) or r.is_surname(at):
            yield at, at
        elif _is_initialled(r, at):
            yield at, at + 1


def _is_loud_word(r: Reading, at: int) -> bool:
    return r.tokens[at].is_shout and r.is_word(at)


def _is_house(r: Reading, at: int) -> bool:
    """What stands around a lone name makes it a place, a house, a firm or a king."""
    if at in r.houses or r.is_place(at) or r.is_of_place(at):
        return True
    if r.comes_after(at, r.words.before) or r.comes_after(at, r.words.before_one):
        return True
    nxt = at + 1
    if not (r.joins("inom_namn", at) and r.tokens[nxt].is_capital):
        return r.joins("inom_namn", at) and r.tokens[nxt].folded == "och" and at + 2 in r.houses
    return r.is_place(nxt) or r.is_of_place(nxt) or r.is_numeral(nxt) or r.tokens[nxt].folded in r.words.between


def _is_initialled(r: Reading, at: int) -> bool:
    """`A. Svensson`, `A Svensson`, `A.Ek`."""
    if not (r.tokens[at].is_initial and r.joins("efter_initial", at)):
        return False
    is_dotted = "." in r.text[r.tokens[at].end : r.tokens[at + 1].start]
    return r.is_surname(at + 1) or (is_dotted and r.may_be_surname(at + 1) and not r.is_body(at + 1))


def _asked_for(r: Reading) -> Iterator[Span]:
    """`Fråga efter Anna`, `ring A. Svensson`, `kontakta vår handledare Ek`."""
    if r.folded.isdisjoint(r.words.asked):
        return
    for at, token in enumerate(r.tokens):
        for phrase in r.words.asked.get(token.folded, ()):
            if r.says(phrase, at):
                yield from _somebody(r, at + len(phrase) - 1)


def _somebody(r: Reading, at: int) -> Iterator[Span]:
    is_titled = False
    for _ in range(_MOST_SMALL + 1):
        if not (r.joins("efter_titel", at) or (at + 1 < len(r) and r.joins("efternamn_forst", at))):
            return
        at += 1
        token = r.tokens[at]
        if r.is_title(at) or r.is_address(at):
            is_titled = True
        elif token.is_capital or token.folded not in r.words.small:
            break
    if at < len(r) and (last := _person_at(r, at, is_titled)) is not None:
        yield at, last


def _person_at(r: Reading, at: int, is_titled: bool) -> int | None:
    """The last word of the person that begins here, or None."""
    token = r.tokens[at]
    if _is_house(r, at) or token.folded in r.words.not_surnames:
        return None
    if _is_initialled(r, at):
        return at + 1
    is_name = r.is_first(at) or (token.is_capital and r.is_genitive_first(at))
    if is_name and not r.is_strict(at) and not (r.is_word(at) and (token.is_shout or not token.is_capital)):
        return at
    if r.is_surname(at) or (is_titled and r.may_be_surname(at) and not r.is_body(at)):
        return at
    return None


def _title_and_name(r: Reading) -> Iterator[Span]:
    """`handledaren Anna`, `vår kurator Ek`, `fru Svensson`, `Ansvarig: Nahom Tekle`."""
    yield from ((title, last) for title, _, last in _titled_pairs(r))
    for title, at in _after_titles(r):
        token = r.tokens[at]
        is_ours = title > 0 and r.tokens[title - 1].folded in ("var", "vara", "vart", "er")
        last = _person_at(r, at, is_ours or r.is_address(title)) if token.is_capital else None
        if last is not None:
            yield title, last


def _stranger(r: Reading) -> Iterator[Span]:
    """A first name that is not in the list before a sure surname, and an initial with a dot before one."""
    for nxt in sorted(r.surnames - {0}):
        at = nxt - 1
        token = r.tokens[at]
        if not (token.is_capital and r.tokens[nxt].is_capital) or _is_house(r, nxt):
            continue
        is_initialled = token.is_initial and r.joins("efter_initial", at)
        is_named = r.joins("inom_namn", at) and r.may_be_surname(at) and not r.is_body(at) and not token.is_shout
        if (is_initialled or is_named) and not _is_house(r, at):
            yield at, nxt
