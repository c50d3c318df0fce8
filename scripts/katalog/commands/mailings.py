"""What `katalog stale` does with letters: writes those of today, and tells what came back on former ones.

Input: the checked catalogue, what is due, the options. Output: files, and lines on the terminal. BrokenRunError and
NotOursError are raised before anything is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from katalog.commands.options import CATALOGUE
from katalog.commands.outcome import posts
from katalog.derive.derived import Derived
from katalog.derive.due import Item, find_stale
from katalog.derive.vocabulary import Vocabularies
from katalog.edit.files import write_changes
from katalog.exports.overview import Overview
from katalog.record.check import Checked
from katalog.record.files import find_files
from katalog.record.model import Catalogue
from katalog.upkeep.answers import Answer, find_answers, render_answers, tell_total
from katalog.upkeep.letters import Office, Written, render_letters
from katalog.upkeep.mailing import EARLIER, Mailing, plan_mailing
from katalog.upkeep.schedule import LETTERS, Round, plan_round, unanswered
from katalog.upkeep.sent import BrokenRunError, Sent, mark_of, read_sent, run_path, run_text
from katalog.wording.view import View

USUAL_FOLDER = Path("brev")  # where plain `katalog stale` looks for what was sent


def write_letters(folder: Path, checked: Checked, overview: Overview, words: Vocabularies, mailbox: str) -> None:
    """`overview` holds what is asked about now, perhaps of one area; letters about all else that is due stay."""
    idag = overview.idag
    sent = read_sent(folder, checked.moved)
    planned = plan_round(overview.items, sent, idag)
    waiting = _waiting(find_stale(checked.clean, words, idag), planned, sent, idag)
    view = View(derived=Derived(catalogue=Catalogue(records=checked.clean), idag=idag), words=words)
    office = Office(address=overview.address, mailbox=mailbox)
    letters = render_letters(planned.errands, view, office, waiting.keys())
    files = {name: text for letter in letters for name, text in letter.files.items()}
    mailing = plan_mailing(folder, files, waiting)
    write_changes({**mailing.changes, **_run(folder, letters, sent, idag)})
    for line in _told(folder, letters, mailing, planned, idag):
        print(line)
    for path in mailing.kept:
        print(f"Obs: {path} behövs inte längre men är ändrad för hand och ligger kvar.", file=sys.stderr)


def tell_answers(folder: Path, checked: Checked, area: str | None, idag: str) -> None:
    sys.stdout.write(render_answers(_answers(folder, checked, area, idag)))


def total_line(checked: Checked, area: str | None, idag: str) -> str:
    """What came back on the letters in the usual folder, in one line; "" when none were written there."""
    try:
        answers = _answers(USUAL_FOLDER, checked, area, idag)
    except BrokenRunError as error:
        print(f"Obs: {error}", file=sys.stderr)
        return ""
    if not answers:
        return ""
    return f"Breven i {USUAL_FOLDER}: {tell_total(answers)} Vilka: katalog stale --svar {USUAL_FOLDER}\n"


def _answers(folder: Path, checked: Checked, area: str | None, idag: str) -> tuple[Answer, ...]:
    """Of one area: what is known to lie there."""
    sent: Iterable[Sent] = read_sent(folder, checked.moved)
    if area is not None:
        inside = {record.id for record in checked.clean if record.omrade == area}
        sent = (one for one in sent if one.id in inside)
    return find_answers(sent, checked.clean, {path.stem for path in find_files(CATALOGUE)}, idag)


def _waiting(everything: Iterable[Item], planned: Round, sent: Sequence[Sent], idag: str) -> dict[str, bool]:
    """Former letters that stay, with whether they are of today: about something that is not asked about anew."""
    now = {question.item.record.id for errand in planned.errands for question in errand.questions}
    last = unanswered((item for item in everything if item.record.id not in now), sent)
    found: dict[str, bool] = {}
    for one in last:
        found[one.letter] = found.get(one.letter, False) or one.day == idag
    return found


def _run(folder: Path, letters: Iterable[Written], sent: Iterable[Sent], idag: str) -> dict[Path, bytes | None]:
    """The file about today's run: the letters of now, and what was asked earlier today and is not asked anew."""
    new = [
        Sent(day=idag, letter=letter.name, number=question.number, id=question.item.record.id,
             mark=mark_of(question.item.record))
        for letter in letters for question in letter.errand.questions
    ]  # fmt: skip
    asked = {one.id for one in new}
    all_of_today = [*new, *(one for one in sent if one.day == idag and one.id not in asked)]
    return {run_path(folder, idag): run_text(all_of_today).encode()} if all_of_today else {}


def _told(folder: Path, letters: Sequence[Written], mailing: Mailing, planned: Round, idag: str) -> Iterator[str]:
    asked = sum(len(letter.errand.questions) for letter in letters)
    drafts = [letter.address for letter in letters if letter.address]
    passed_on = sum(bool(address.via) for address in drafts)
    yield f"{len(letters)} brev om {posts(asked)} i {folder}, som .html och .txt; {len(drafts)} också som .eml."
    if passed_on:
        yield f"{passed_on} av utkasten går till en stadsdel eller kommun, som ombeds att skicka dem vidare."
    if len(drafts) < len(letters):
        yield f"{len(letters) - len(drafts)} anordnare har ingen känd funktionsbrevlåda: skriv ut de breven."
    for number, name in ((2, "påminnelser"), (LETTERS, "sista påminnelser")):
        count = sum(letter.errand.number == number for letter in letters)
        if count:
            yield f"{name.capitalize()}: {count}."
    if planned.waiting:
        yield (
            f"{planned.waiting} anordnare har fått brev och väntar; nästa brev {planned.next_day}. "
            f"Obesvarade brev ligger i {folder / EARLIER}."
        )
    if letters:
        yield f"Skickas breven inte: ta bort {run_path(folder, idag)}, annars räknas de som skickade i dag."
    if mailing.removed:
        yield f"Gamla brev borttagna: {mailing.removed}."
