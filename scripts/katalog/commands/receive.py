"""`katalog receive`: a mail, pasted text or a form's download -> what it would change, in words, and after a yes the
changed files.

Exit codes: 0 written, or nothing would change; 1 something of it is not written; 2 nothing in it is for the catalogue,
or wrong use. Who sent a mail is shown and never written; what stands around a block too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from katalog.clock import today
from katalog.commands.agreeing import NOT_WRITTEN, add_agreeing, agree, answering, ask, held
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused, path_here
from katalog.derive.vocabulary import read_vocabularies
from katalog.edit.changes import find_references
from katalog.edit.files import BrokenRedirectsError, check_changes
from katalog.record.schema import Schema, load_schema
from katalog.upkeep.compare import Difference, compare_changes
from katalog.upkeep.incoming import Incoming, NotTheirsError, Part, read_incoming
from katalog.upkeep.proposing import Proposal
from katalog.upkeep.receive import Received, plan_received
from katalog.upkeep.telling import tell_changes
from katalog.wording.visible import visible, visible_lines

HELP = (
    "Tar emot det som kommer från formuläret: ett mejl sparat som .eml, text som du klistrar in, eller filen som "
    "formuläret gav. Visar i ord vad som ändras och frågar innan något skrivs. Bara blocket mellan strecken kommer in "
    "i katalogen. Texten runt om och avsändaren visas men sparas aldrig. Ett block som är ändrat, ifyllt för hand "
    "eller äldre än posten frågas det om för sig, och det tas aldrig emot med --ja. Avslutas med 0 när allt är "
    "inskrivet eller redan stod där, 1 när något inte är inskrivet, 2 när inget i texten är till katalogen."
)
_STDIN = Path("-")
_MOST_BYTES = 10_000_001  # one more than the largest mail
_MOST_LINES, _MOST_LETTERS = 40, 300  # of the text around the blocks
_NO_BLOCK = (
    "Här finns inget som formuläret har skrivit. Läs texten ovan. Säger den att allt stämmer: katalog confirm ID --av "
    "VEM. Har verksamheten stängt: katalog close ID."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "fil", metavar="FIL", type=_source, help="mejlet (.eml), texten eller filen; - läser det du klistrar in"
    )
    add_agreeing(command)
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    idag, schema = today(options.idag), load_schema(SCHEMA)
    is_pasted = options.fil == _STDIN
    try:
        raw = _pasted() if is_pasted else _read(options.fil)
        incoming = read_incoming(raw, "" if is_pasted else options.fil.name)
        received = plan_received(incoming, CATALOGUE, schema, idag)
    except (NotTheirsError, BrokenRedirectsError) as error:
        return misused(str(error))
    _print(_letter(incoming, received))
    if not received.proposals:
        return misused(_NO_BLOCK)
    return _Desk(options=options, idag=idag, schema=schema, is_pasted=is_pasted).take(received.proposals)


def _source(word: str) -> Path:
    return _STDIN if word == _STDIN.name else path_here(word)


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise NotTheirsError(f"{path} är en mapp. Skriv sökvägen till en fil.")
    with path.open("rb") as file:
        return file.read(_MOST_BYTES)


def _pasted() -> bytes:
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        print("Klistra in texten. Avsluta med Ctrl+D på en egen rad.")
    return sys.stdin.buffer.read(_MOST_BYTES)


def _letter(incoming: Incoming, received: Received) -> list[str]:
    """Who says to have sent it, what has not been read, and what stands around the blocks."""
    told = [("Från:   ", incoming.sender), ("Ämne:   ", incoming.subject), ("Skickat:", incoming.sent)]
    lines = [f"{title} {visible(text)}" for title, text in told if text]
    lines += ["Så säger mejlet. Avsändaren sparas inte.", ""] if lines else []
    lines += [visible(note) for note in incoming.notes]
    return [*lines, *(line for part in received.outside for line in _outside(part, received))]


def _outside(part: Part, received: Received) -> list[str]:
    where = f"I {visible(part.name)} står" if part.name else "Så här står det"
    head = f"{where} utanför blocket. Inget av det skrivs in:" if received.proposals else f"{where}:"
    lines = [line[:_MOST_LETTERS] for line in visible_lines(part.text.strip())]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    more = [f"  … och {len(kept) - _MOST_LINES} rader till"] if len(kept) > _MOST_LINES else []
    return [head, *(f"  | {line}" for line in kept[:_MOST_LINES]), *more, ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """Where proposals are looked at, one by one, and taken together."""

    options: argparse.Namespace
    idag: str
    schema: Schema
    is_pasted: bool

    def take(self, proposals: Sequence[Proposal]) -> int:
        before = held(_planned(proposals))
        checked = self._checked(proposals)
        difference = compare_changes(CATALOGUE, _planned(proposals), self.schema)
        taken = [one for number, one in enumerate(checked, 1) if self._is_taken(one, number, len(checked), difference)]
        is_all = len(taken) == len(checked)
        if not taken or (self.options.ja and not is_all):
            print(NOT_WRITTEN)
            return 1
        changes = _planned(taken)
        many = sum(bool(one.changes) for one in taken)
        question = "Skriva in det?" if many == 1 else f"Skriva in de {many} beskeden?"
        code = agree(changes, self.options, self.idag, question=question, told=before, is_read=self.is_pasted)
        if code == 0:
            self._tell_references(taken)
        return code if is_all else 1

    def _checked(self, proposals: Sequence[Proposal]) -> list[Proposal]:
        """With the errors that each would make as its faults."""
        problems = check_changes(CATALOGUE, self.schema, self.idag, _planned(proposals))
        found: list[Proposal] = []
        for one in proposals:
            paths = {path.as_posix() for path in one.changes}
            errors = tuple(problem.message for problem in problems if problem.path in paths and problem.is_error)
            found.append(replace(one, faults=(*one.faults, *errors)))
        return found

    def _is_taken(self, one: Proposal, number: int, of: int, difference: Difference) -> bool:
        told = tell_changes(_own(one, difference), read_vocabularies(self.schema), self.idag)
        which = f"{number} av {of}: " if of > 1 else ""
        _print([""] if number > 1 else [])
        print(f"{which}{visible(one.errand if told or not one.id else f'{one.id}. {one.errand}')}")
        _print(["", *told, ""] if told else [])
        _print([f"Obs: {visible(note)}" for note in one.notes])
        _print([f"Går inte att ta emot: {visible(fault)}" for fault in one.faults])
        if one.faults:
            return False
        if not one.changes:
            print("Det står redan så i katalogen.")
            return True
        return not one.doubts or self._is_wanted_anyway(one.doubts)

    def _is_wanted_anyway(self, doubts: Sequence[str]) -> bool:
        """Asked for itself: `--ja` is no answer to it."""
        _print([f"Se upp: {visible(doubt)}" for doubt in doubts])
        if self.options.visa:
            return True
        if self.options.ja:
            print("Det tas inte emot med --ja. Kör utan --ja i en terminal.")
            return False
        with answering(is_read=self.is_pasted) as lines:
            if lines is None:
                print("Kör kommandot i en terminal för att svara.")
                return False
            return ask("Ta med det ändå?", lines)

    def _tell_references(self, taken: Iterable[Proposal]) -> None:
        for closed in (one.closes for one in taken if one.closes):
            for other, field in find_references(CATALOGUE, closed, self.schema):
                print(f"Obs: {other.as_posix()} har {closed} kvar i {field}. Se över den raden.")


def _own(one: Proposal, difference: Difference) -> Difference:
    """What the proposal alone would change."""
    ids = {path.stem for path in one.changes}
    changes = tuple(change for change in difference.changes if change.id in ids)
    only_form = tuple(file for file in difference.only_form if Path(file).stem in ids)
    return replace(difference, changes=changes, only_form=only_form)


def _planned(proposals: Iterable[Proposal]) -> dict[Path, bytes | None]:
    return {path: raw for one in proposals for path, raw in one.changes.items()}


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
