"""Personal identity numbers and mobile numbers in a folded text (`plain`)."""

from __future__ import annotations

import re

# Any number of these may stand between the groups of a number.
_BETWEEN = r"[ ./()+-]*"
_AFTER_SIX = r"[\W_]*"
_END = r"(?!\d|[./-]\d\d(?!\d))"  # `2019-12-18/2020-01-05` is a span of days
# Personal identity number, with or without century; a co-ordination number has the day plus 60.
# Skatteverket SKV 704 (personnummer) and SKV 707 (samordningsnummer).
_IDENTITY = (
    rf"(?<!\d)(?:1[89]|20)?(\d\d)(\d\d)(\d\d){_AFTER_SIX}(\d\d{_BETWEEN}\d\d)(?!\d)",
    rf"(?<!\d)(?:(?:1[89]|20){_BETWEEN})?(\d\d){_BETWEEN}(\d\d){_BETWEEN}(\d\d){_BETWEEN}(\d{{4}}){_END}",
    # In pairs: not as a telephone number begins, and `13.30` after a day is a clock.
    rf"(?<!\d)(?:1[89]|20){_BETWEEN}(\d\d){_BETWEEN}(\d\d){_BETWEEN}(\d\d){_BETWEEN}(\d\d ?\d\d){_END}",
    rf"(?<!\d)([1-9]\d) (\d\d) (\d\d) ?-? ?(\d\d ?\d\d){_END}",
    r"(?<!\d)(?:[12][ ./-]+\d[ ./-]+)?(\d[ ./-]+\d)[ ./-]+(\d[ ./-]+\d)[ ./-]+(\d[ ./-]+\d)[ ./-]+"
    r"(\d[ ./-]+\d[ ./-]+\d[ ./-]+\d)(?!\d)",
)
_IDENTITY_IN_ADDRESS = (r"(?<!\d)(?:1[89]|20)?(\d\d)(\d\d)(\d\d)[-+_ ]?(\d\d\d\d)(?!\d)",)
# Swedish mobile series begin 070, 072, 073, 076 and 079 (PTS, telefoninummerplanen för E.164).
_MOBILE = (
    rf"(?<!\d)(?:(?:00{_BETWEEN})?46{_BETWEEN}(?:0{_BETWEEN})?|0{_BETWEEN})7[02369](?:[\W_]*\d){{7}}(?!\d)",
    r"(?<!\d)0[\W_]+7[\W_]+[02369](?:[\W_]+\d){7}(?![\W_]*\d)",
    r"(?<!\d)07(?: [02369]\d \d\d \d\d| ?- ?[02369]\d ?- ?\d\d ?- ?\d\d ?-) ?\d\d(?!\d)",
)
PATTERNS = {
    "langt_tal": r"\d(?:[\W_]*\d){8}",  # what any of them needs at least
    "adress": r"https?://[^ ]+",
    "personnummer": "|".join(f"(?:{one})" for one in _IDENTITY),
    "personnummer_i_adress": "|".join(_IDENTITY_IN_ADDRESS),
    "mobil": "|".join(f"(?:{one})" for one in _MOBILE),
}
_LONG_NUMBER = re.compile(PATTERNS["langt_tal"])  # asked of every text; the others are compiled when one has it


def without_addresses(text: str) -> str:
    return re.sub(PATTERNS["adress"], " ", text) if "://" in text else text


def has_long_number(text: str) -> bool:
    """False for most texts, at once: none of the numbers below is shorter."""
    return _LONG_NUMBER.search(text) is not None


def has_identity_number(text: str, is_address: bool) -> bool:
    """True when a number of the right form is a day and its check digit is right."""
    if not has_long_number(text):
        return False
    loose = () if is_address else re.finditer(PATTERNS["personnummer"], without_addresses(text))
    tight = re.finditer(PATTERNS["personnummer_i_adress"], text)
    return any(_is_identity(match) for matches in (loose, tight) for match in matches)


def has_mobile_number(text: str) -> bool:
    return has_long_number(text) and re.search(PATTERNS["mobil"], without_addresses(text)) is not None


def _is_identity(match: re.Match[str]) -> bool:
    """The last digit is a check digit: Luhn's sum over the ten (SKV 704)."""
    digits = [int(digit) for group in match.groups() if group for digit in group if digit.isdigit()]
    month, day = digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]
    if not (1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)):
        return False
    doubled = [digit * (2 - index % 2) for index, digit in enumerate(digits)]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
