"""Det som har gått ut eller blivit gammalt står inte kvar som om det gällde.

Varnar när en tid i tider redan har passerat, och när det som bara gäller en tid (tillfalligt) har slutat. Varnar när en
text talar om ett senare år än postens eget. Varnar också när källan är äldre än tio år och sidan inte säger något år.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from katalog.record.entry import READER_TEXTS, Check, Context, Entry, items_of, text_of, texts_in
from katalog.record.problem import Fault

CODES = {
    "tid-forbi": "En tid som redan har passerat",
    "tillfalligt-forbi": "Det som gällde en tid har slutat",
    "ar-senare": "Texten talar om ett senare år än posten",
    "ar-saknas": "Gamla uppgifter utan årtal",
}
SAID_BY_FORM: frozenset[str] = frozenset()  # nobody who fills in the form today writes what is past
OLD_YEARS = 10  # a source that is older is hardly true today: the page must say how old the facts are
_YEAR = re.compile(r"(?<![\w-])(?:19|20)\d\d(?:(?![\w-])|(?=-\d\d-\d\d(?!\d)))")  # 1800-2000 is hours, no years
_SINCE = r"\b(?:sedan|efter)\s+(?:\w+\s+){0,2}$"


def prepare(context: Context) -> Check:
    return lambda entry: chain(
        _times(entry, context.idag), _notice(entry, context.idag), _years(entry), _sources(entry, context.idag)
    )


def _times(entry: Entry, idag: str) -> Iterator[Fault]:
    for index, time in items_of(entry.data, "tider"):
        text = text_of(time, "vad") or ""
        years = [found for found in _YEAR.finditer(text) if not re.search(_SINCE, text[: found.start()].lower())]
        if years and max(found[0] for found in years) < idag[:4]:
            message = f"Tiden gällde {years[-1][0]} och har passerat. Ta bort raden, eller skriv den i anmarkning."
            yield _warning(("tider", index, "vad"), "tid-forbi", message)


def _notice(entry: Entry, idag: str) -> Iterator[Fault]:
    notice = entry.data.get("tillfalligt")
    end = text_of(notice, "till") if isinstance(notice, dict) else None
    if end and end < idag:
        message = f"Det gällde till och med {end} och visas inte längre. Ta bort tillfalligt, eller skriv en ny dag."
        yield _warning(("tillfalligt", "till"), "tillfalligt-forbi", message)


def _years(entry: Entry) -> Iterator[Fault]:
    """What has closed has closed after the year that its facts are from."""
    own = entry.data.get("uppgifter_fran")
    if not isinstance(own, int) or text_of(entry.data, "status") == "avslutad":
        return
    for path, text in chain.from_iterable(texts_in(entry.data, field) for field in READER_TEXTS):
        later = [year for year in _YEAR.findall(text) if int(year) > own]
        if later:
            message = f"Texten talar om {later[0]}, men uppgifter_fran är {own}. Rätta det ena."
            yield _warning(path, "ar-senare", message)


def _sources(entry: Entry, idag: str) -> Iterator[Fault]:
    if "uppgifter_fran" in entry.data:
        return
    years = [source.get("ar") for _, source in items_of(entry.data, "kallor") if "galler" not in source]
    known = [year for year in years if isinstance(year, int)]
    if known and len(known) == len(years) and max(known) < int(idag[:4]) - OLD_YEARS:
        message = f"Källan är från {max(known)}, men sidan säger inte hur gamla uppgifterna är. Skriv uppgifter_fran."
        yield _warning(("kallor",), "ar-saknas", message)


def _warning(path: tuple[str | int, ...], code: str, message: str) -> Fault:
    return Fault(path=path, code=code, message=message, level="varning")
