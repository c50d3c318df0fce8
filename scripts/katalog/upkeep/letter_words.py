"""What a letter says around the records: subject, opening, how to answer; one wording for each of the three letters.

Input: how many records are asked about, for which time, and whom answers go to. Output: plain text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from katalog.derive.swedish import swedish_date
from katalog.upkeep.answering import WAYS

_QUESTION = "tämmer uppgifterna i Hitta sysselsättning?"
SUBJECTS = (f"S{_QUESTION}", f"Påminnelse: s{_QUESTION}", f"Sista påminnelsen: s{_QUESTION}")
_FIRST, _SECOND = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one letter asks about: the records' names, how many of them for the first time, and which letter it is."""

    names: tuple[str, ...]
    new: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How to answer: what to do, the three ways, and what else there is."""

    how: str
    ways: tuple[str, ...]
    otherwise: str


def ask(asked: Asked) -> tuple[str, ...]:
    """The paragraphs before the records."""
    if asked.number == _FIRST:
        return (
            f"I katalogen Hitta sysselsättning står det om {_what(asked.names)}. Den som söker något att göra om "
            "dagarna läser det, och den som hjälper till att hitta en plats.",
            "Uppgifterna nedan är vad läsaren ser i dag. Stämmer de? Ett kort svar räcker.",
        )
    if asked.number == _SECOND:
        return (_reminder("Det här är en påminnelse.", asked), "Stämmer uppgifterna? Ett kort svar räcker.")
    return (
        _reminder("Det här är den sista påminnelsen för den här gången.", asked),
        "Hör vi inte av er tar vi inte bort något. Uppgifterna står kvar, men sidan visar att de är gamla eller inte "
        "bekräftade, och i listorna står bekräftade verksamheter före.",
    )


def _reminder(what_it_is: str, asked: Asked) -> str:
    """Says only of those that have been asked about that they have."""
    old = len(asked.names) - asked.new
    about = _what(asked.names) if not asked.new else _number(old)
    also = f" Den här gången frågar vi också om {_number(asked.new)} till." if asked.new else ""
    return (
        f"{what_it_is} Vi har frågat er om {about} i katalogen Hitta sysselsättning, och inget svar har kommit in."
        f"{also} Har ni redan svarat behöver ni inte göra något."
    )


def when_asked(days: Sequence[str]) -> str:
    """`Vi frågade den 26 november 2026 och den 17 december 2026.`, or nothing."""
    told = [f"den {swedish_date(day)}" for day in days]
    return f"Vi frågade {' och '.join(told)}." if told else ""


def reply_by_mail(to: str, *, has_links: bool) -> Reply:
    if has_links:
        return Reply(
            how="Under varje verksamhet står tre länkar. Välj den som passar:",
            ways=_does(),
            otherwise=f"Går det inte att öppna länken? Svara till {to} med samma ord, och skriv vilken enhet eller "
            "förening ni är.",
        )
    return Reply(
        how=f"Svara till {to}. Under varje verksamhet står några rader. Fyll i dem så här och låt dem följa med i "
        "svaret. Rätta vad som står efter av, om enheten eller föreningen heter något annat.",
        ways=tuple(f"{way.label}: {way.write}" for way in WAYS),
        otherwise="Vill ni hellre svara med egna ord går det också bra. Skriv vilken verksamhet det gäller, och vilken "
        "enhet eller förening ni är.",
    )


def reply_on_paper(to: str, *, has_links: bool) -> Reply:
    ways = "Öppna en av adresserna under verksamheten, eller kryssa" if has_links else "Kryssa"
    return Reply(
        how=f"{ways} i en ruta under verksamheten och skicka bladet, eller en bild av det, till {to}.",
        ways=_does(),
        otherwise="",
    )


def _does() -> tuple[str, ...]:
    return tuple(f"{way.label}: {way.does}" for way in WAYS)


def _what(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} av era verksamheter"


def _number(count: int) -> str:
    return "en av era verksamheter" if count == 1 else f"{count} av era verksamheter"
