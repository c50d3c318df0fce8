"""Soft hyphens in the long words of a page, so that a word never breaks anywhere when a reader doubles the text, and
places to break in addresses; hours stay together.

Only what is written to the site has them: pages are made, searched and compared without. What a reader copies is
cleaned by docs/assets/js/core/paper.js. Many phones hyphenate Swedish by themselves (`hyphens: auto`), many desks do
not.
"""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen  # type: ignore[import-untyped]

SOFT_HYPHEN = "\u00ad"
# In a heading a word of middle length is parted only on a narrow line: katalog.css shows the hyphen there alone.
NARROW_HYPHEN = f'<span class="mjuk">{SOFT_HYPHEN}</span>'
# A word that is parted where it need not be is slow to read: at twice the text 360 pixels hold seven letters in the
# widest fonts, and six in a tile, where a word stands alone (tests/built/test_face.py).
_LETTERS = "[A-Za-zÅÄÖåäöé]"
_LONG = re.compile(rf"{_LETTERS}{{8,}}")
# Lines of prose hold more of them: whole words are easier, as long as they fit. Counted where a paragraph or an item
# begins, up to the first mark-up in it.
_LONG_IN_PROSE = re.compile(rf"{_LETTERS}{{11,}}")
_PROSE = ("p", "li")
_ALONE = 7  # letters of a word that is parted where nothing stands beside it
# What in a text is as long as a word to part.
_PIECE = re.compile(rf"(?<=>){_LETTERS}{{{_ALONE}}}(?=_|\Z)|[^ \n<>()]{{8,}}+")
_MOST_IN_HEADING = 12  # letters of the largest heading that 360 pixels hold on one line, in the widest fonts
_HEADING = re.compile(r"<h([1-3])\b.*?</h\1>", re.DOTALL)
_PARTED = re.compile(rf"{_LETTERS}++(?:{SOFT_HYPHEN}{_LETTERS}++)++")
_DATA = re.compile(r"(<(script|pre|code|textarea)\b.*?</\2>)", re.DOTALL)
_LEAST = 3  # letters on either side
# The library's patterns know syllables, not where the parts of a compound meet: these begin a part wherever they stand,
# the words of this field and what its places are called. Those with a row of their own may follow two letters.
_PARTS = re.compile(
    r"(?<=[a-zåäöé]{3})(?:berg|café|cent(?:er|r)|coach|dal|gatan?\b|grupp|hand(?:led|läg)|hjälp|hus(?:et|en|ets)?\b|ifrån"
    r"|improvisation|jobb|kafé|kajen|konsulent|kort|krets|kroken|kurs|kyrk|kören|lund|lyft|låda|möte|odling|plan|plats|praktik"
    r"|rapport|restaurang|rådgivning"
    r"|schema|skol(?:a|or)|slätten|(?<!n)sport|stad|stan|stug|stråk|svinn|team|teatern?\b|torg|träff|träning|universitet"
    r"|utlåtande|ved|värd|ärende)"
    r"|(?<=[a-zåäöé]{2})(?:besök|gemenskap|salong|skede|stycket|störning)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?<=arbets)(?=[a-zåäö]{3})", re.IGNORECASE)  # after the commonest first part
# A piece of one letter, or one that cannot be said, stays with what stands before it: "rågs-ved", "psykia-tri".
_NO_PIECE = re.compile(rf"{SOFT_HYPHEN}(?=(?:[^aeiouyåäöé{SOFT_HYPHEN}]+|\w)(?:{SOFT_HYPHEN}|$))", re.IGNORECASE)
_ADDRESS = re.compile(r"@|\w\.\w")
# What a link says that says nothing but an address, and where such a one may go on the next line: it needs no hyphen
# there.
_TOLD_ADDRESS = re.compile(r">[\w/@.%?=+-]{18,200}")
# A day stands on one line with its hours, "mån–fre 8.50–16", and hours do however narrow the line is, where the dash
# would let them part. docs/assets/js/core/hours.js does the same for the cards of the search.
_DAY = "(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:ar)?)?"
_DAY_HOURS = re.compile(
    rf"\b(?:(?:{_DAY}(?:–{_DAY})?|alla dagar|vardagar) (?:från (?:omkring )?\d+(?:\.\d+)?"
    rf"|(?:omkring )?\d+(?:\.\d+)?–\d+(?:\.\d+)?)"
    rf"|{_DAY}–{_DAY}\b)"
    r"(?=[^<>]*(?:<|\Z))"  # in a text, and not in a value within a tag
)
_SAID = re.compile(r'<(?:dd|span class="dagtid")>[^<]*\d–\d[^<]*')
_HOURS = re.compile(r"\d+(?:\.\d+)?–\d+(?:\.\d+)?")
_JOINTS = re.compile(r"(?<=\w)(?=[.@]\w)|(?<=\w/)(?=\w)")


def hyphenated(html: str) -> str:
    """The body of a page, with soft hyphens in the words that a reader sees."""
    parts = _DATA.split(html)  # text, an element of data, its name, text, ...
    return "".join(_hyphenated(part) if at % 3 == 0 else part for at, part in enumerate(parts) if at % 3 != 2)


def hyphenated_in(html: str, language: str) -> str:
    """As `hyphenated`, for a page in another language: only the words that are marked as of `language`."""
    marked = re.compile(rf'(<(\w+)\b[^>]* lang="{language}"[^>]*>)([^<]*)(?=</\2>)')
    return marked.sub(lambda found: found[1] + _hyphenated(found[3]), html)


def _hyphenated(html: str) -> str:
    return _HEADING.sub(_heading, "<".join(map(_after_tag, html.split("<"))))


def _heading(found: re.Match[str]) -> str:
    return _narrowed(found[0]) if SOFT_HYPHEN in found[0] else found[0]


@lru_cache(maxsize=1_000)
def _narrowed(heading: str) -> str:
    return _PARTED.sub(_narrow, heading)


def _narrow(parted: re.Match[str]) -> str:
    """A parted word of a heading."""
    pieces = parted[0].split(SOFT_HYPHEN)
    return NARROW_HYPHEN.join(pieces) if sum(map(len, pieces)) <= _MOST_IN_HEADING else parted[0]


@lru_cache(maxsize=10_000)
def _after_tag(piece: str) -> str:
    """What stands between two `<`: a tag and its text. Most of a page stand on many: they are parted once."""
    tag, end, text = piece.rpartition(">")
    if len(text) < _ALONE and "–" not in text:
        return piece
    if "–" in text or "från " in text:
        text = _DAY_HOURS.sub(r'<span class="dagtid">\g<0></span>', text)
    text = _PIECE.sub(_parted_in_prose if tag.split(" ", 1)[0] in _PROSE else _parted, end + text)
    if tag.startswith("a ") and _TOLD_ADDRESS.fullmatch(text):
        text = _JOINTS.sub("<wbr>", text)
    if "–" not in text:
        return tag + text
    return _SAID.sub(lambda said: _HOURS.sub(r'<span class="ihop">\g<0></span>', said[0]), f"<{tag}{text}")[1:]


def _parted(found: re.Match[str]) -> str:
    return _piece(found[0])


def _parted_in_prose(found: re.Match[str]) -> str:
    return _words(found[0], _LONG_IN_PROSE)


def _piece(piece: str) -> str:
    return _word(piece) if len(piece) == _ALONE else _words(piece, _LONG)


@lru_cache(maxsize=20_000)
def _words(piece: str, long: re.Pattern[str]) -> str:
    """Web and mail addresses are read letter by letter."""
    return piece if _ADDRESS.search(piece) else long.sub(lambda word: _word(word[0]), piece)


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    starts = sorted({0, *(found.start() for rule in (_PARTS, _JOINT) for found in rule.finditer(word))})
    parts = (word[start:end] for start, end in zip(starts, [*starts[1:], len(word)], strict=True))
    return SOFT_HYPHEN.join(_NO_PIECE.sub("", rules().inserted(part, SOFT_HYPHEN)) for part in parts)


@lru_cache
def rules() -> pyphen.Pyphen:
    """Read once: whoever begins processes that part words reads them first."""
    return pyphen.Pyphen(lang="sv_SE", left=_LEAST, right=_LEAST)
