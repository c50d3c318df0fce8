"""Mailboxes that carry a person's name, in a folded text (`plain`)."""

from __future__ import annotations

import re
from itertools import islice

from katalog.record.people.words import Words, is_surname

_WORD_AT = "(?:[aA][tT]|[sS][nN][aA][bB][eE][lL]-?[aA])"
_WORD_DOT = "(?:[dD][oO][tT]|[pP][uU][nN][kK][tT])"
_AT = rf"(?: ?@ ?| ?\((?:[aA]|{_WORD_AT})\) ?| {_WORD_AT} )"
_DOT = rf"(?:\.| ?\((?:\.|{_WORD_DOT})\) ?| {_WORD_DOT} )"
# The lookbehind starts each run of letters once: without it a long run without @ costs its square.
PATTERNS = {
    "kanske_epost": rf"@|\([aA]\)|[ (]{_WORD_AT}[ )]",
    "epost": rf"(?<![\w.%+'-])([\w.%+'-]+)({_AT})([\w-]+(?:{_DOT}[\w-]+)*)",
}
_MOST_ASKED = 1000  # mailboxes of one text
_LONGEST_PART = 64  # letters: a mailbox holds no more before its @ (RFC 5321, 4.5.3.1.1)


def find_mailbox(text: str, words: Words) -> str | None:
    """The first mailbox that looks like a person's, as written but folded."""
    if not may_hold_one(text):
        return None
    found = islice(re.finditer(PATTERNS["epost"], text), _MOST_ASKED)
    return next((match[0] for match in found if _is_personal(match, words)), None)


def without_mailboxes(text: str) -> str:
    return re.sub(PATTERNS["epost"], " , ", text) if may_hold_one(text) else text


def may_hold_one(text: str) -> bool:
    """Asked of every text: the plain questions first, since they are quick and the answer is nearly always no."""
    if "@" in text:
        return True
    lower = text.lower()
    is_near = " at " in lower or " at)" in lower or "(a" in lower or "snabel" in lower
    return is_near and re.search(PATTERNS["kanske_epost"], text) is not None


def _is_personal(match: re.Match[str], words: Words) -> bool:
    """`anna`, `anna.svensson`, `a.svensson` and `asvensson` are a person's; `info.farsta` is not."""
    local, at, domain = match.groups()
    if "@" not in at and not re.search(r"[^\w-]", domain):
        return False  # "Anna at work": words, not an address
    parts = [part for part in (p.strip("0123456789") for p in re.split(r"[._+%'-]", words.plain.word(local))) if part]
    if parts and tuple(parts) in words.accepted.get(parts[0], ()):
        return False
    return _has_name(parts, words) or (re.search("[._]", local) is not None and _is_pair(parts, words))


def _has_name(parts: list[str], words: Words) -> bool:
    firsts = [part for part in parts if part in words.first]
    others = [part for part in parts if part not in words.first]
    if any(is_surname(part, words) or _runs_together(part, words) for part in others):
        return True
    if any(_is_function(part, words) for part in others):
        return False
    return any(part not in words.strict for part in firsts) or len(firsts) > 1 or (bool(firsts) and bool(others))


def _is_pair(parts: list[str], words: Words) -> bool:
    """Two words of letters, the first perhaps a mere initial, with or without an initial between them."""
    whole = [part for index, part in enumerate(parts) if len(part) > 1 or index == 0]
    if any(_is_function(part, words) for part in parts):
        return False
    return len(whole) == 2 and len(parts) <= 3 and all(part.isalpha() for part in parts)


def _runs_together(part: str, words: Words) -> bool:
    """`asvensson`, `annasvensson`: initials or a first name before a common surname."""
    ends = [at for at in range(1, min(len(part), _LONGEST_PART) - 4) if part[at:] in words.surnames]
    return any(at <= 2 or part[:at] in words.first for at in ends)


def _is_function(part: str, words: Words) -> bool:
    """A function's word begins or ends the part; a short one is the whole of it, or of it in the definite form."""
    for word in words.functions:
        if len(word) > 3 and (part.startswith(word) or part.endswith(word)):
            return True
        if len(word) <= 3 and part in (word, f"{word}et", f"{word}en"):
            return True
    return False
