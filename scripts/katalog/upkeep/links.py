"""The catalogue's web addresses -> which are gone, moved, refused or failing, as a report.

Input: records, exceptions and limits. Output: `Found` for each address, and Markdown or JSON.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from katalog.record.entry import walk_texts
from katalog.record.model import Record, data_of
from katalog.upkeep.fetch import Answer, Hosts, Kind, Limits, check_address
from katalog.wording.markdown import code, escape

MUST_MEND: tuple[Kind, ...] = ("borta", "felskriven", "privat")
_ADDRESS = re.compile(r"https?://[^\s<>()\"']+")
_EXCEPTION_DAYS = 365  # an exception older than this must be given a new reason
_WORKERS = 8
_HEADINGS: dict[Kind, str] = {
    "borta": "Borta: rätta eller ta bort",
    "felskriven": "Felskrivna: rätta",
    "privat": "På privata nät: ta bort",
    "flyttad": "Flyttade: skriv den nya adressen",
    "fel": "Svarar inte just nu: försök igen senare",
    "nekad": "Nekar kontrollen: öppna själv och se",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempt:
    """An address that need not answer: why, and since when (ISO date)."""

    webb: str
    skal: str
    datum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One address, where it stands (file and field), and how it answered."""

    address: str
    places: tuple[tuple[str, str], ...]
    answer: Answer


def find_addresses(records: Iterable[Record]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Address -> the files and fields that hold it; links inside texts count too."""
    found: dict[str, list[tuple[str, str]]] = {}
    for record in records:
        for path, text in walk_texts(data_of(record)):
            for match in [text] if path[-1] == "webb" else _ADDRESS.findall(text):
                found.setdefault(match.rstrip(".,;:!?"), []).append((record.fil, str(path[0])))
    return {address: tuple(dict.fromkeys(places)) for address, places in sorted(found.items())}


def load_exceptions(path: Path) -> tuple[Exempt, ...]:
    """Read the file of exceptions. Raises ValueError when something is missing in it."""
    if not path.exists():
        return ()
    try:
        loaded = tuple(Exempt(**entry) for entry in json.loads(path.read_text(encoding="utf-8")))
        for entry in loaded:
            datetime.date.fromisoformat(entry.datum)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path} ska vara en lista med webb, skal och datum (år-månad-dag): {error}") from None
    return loaded


def check_addresses(
    addresses: Mapping[str, tuple[tuple[str, str], ...]], limits: Limits, progress: Callable[[int, int], None]
) -> list[Found]:
    """Ask every address; hosts in parallel, addresses of one host in turn."""
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(_host(address), []).append(address)
    hosts = Hosts(pause_seconds=limits.pause_seconds)

    def ask(group: list[str]) -> list[Found]:
        return [Found(address=a, places=addresses[a], answer=check_address(a, limits, hosts)) for a in group]

    found: list[Found] = []
    with ThreadPoolExecutor(_WORKERS) as pool:
        for group in pool.map(ask, by_host.values()):
            found += group
            progress(len(found), len(addresses))
    return sorted(found, key=lambda each: each.address)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def tell_exceptions(exceptions: Iterable[Exempt], addresses: Iterable[str], idag: str) -> Iterator[str]:
    """What to do about exceptions that are old or not needed any more."""
    known = set(addresses)
    oldest = (datetime.date.fromisoformat(idag) - datetime.timedelta(days=_EXCEPTION_DAYS)).isoformat()
    for entry in exceptions:
        if entry.webb not in known:
            yield f"{code(entry.webb)} finns inte i katalogen längre. Ta bort undantaget."
        elif entry.datum < oldest:
            yield f"{code(entry.webb)} är undantagen sedan {entry.datum}: {escape(entry.skal)}. Gäller det än?"


def render_markdown(found: Sequence[Found], notes: Sequence[str], idag: str) -> str:
    lines = [f"# Länkar {idag}", "", summary(found)]
    for kind, heading in _HEADINGS.items():
        chosen = [each for each in found if each.answer.kind == kind]
        if chosen:
            lines += ["", f"## {heading}", ""]
            lines += [line for each in chosen for line in _told(each)]
    if notes:
        lines += ["", "## Undantag att se över", "", *(f"- {note}" for note in notes)]
    return "\n".join(lines) + "\n"


def render_json(found: Sequence[Found], notes: Sequence[str], idag: str) -> str:
    document = {"idag": idag, "adresser": [asdict(each) for each in found], "undantag": list(notes)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def summary(found: Sequence[Found]) -> str:
    """How many addresses, and how many of each kind."""
    counts = [(kind, sum(each.answer.kind == kind for each in found)) for kind in ("ok", *_HEADINGS)]
    told = ", ".join(f"{number} {'svarar' if kind == 'ok' else kind}" for kind, number in counts if number)
    return f"{len(found)} adresser: {told or 'inga att kontrollera'}."


def _told(each: Found) -> Iterator[str]:
    target = f" Ny adress: {code(each.answer.target)}" if each.answer.target else ""
    yield f"- {code(each.address)} {each.answer.text}{target}"
    yield from (f"  - {code(file)} i {code(field)}" for file, field in each.places)
