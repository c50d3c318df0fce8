"""What the machine refused -> one Swedish sentence that names the place.

Input: an OSError. Output: a sentence for a clerk: what happened, where, what to do. The system's own words are English
and often lack the place.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})
_WRONG_KIND = frozenset({errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY})
OUT_OF_MEMORY = "Minnet räckte inte, och arbetet avbröts. Stäng andra program och kör igen."
_SENTENCES = {
    errno.EROFS: "Du får inte skriva i {place}. Disken går bara att läsa.",
    errno.ENOENT: "{place} finns inte.",
    errno.ENAMETOOLONG: "Namnet {place} är för långt. Välj ett kortare.",
    errno.EMFILE: "För många filer är öppna. Stäng andra program och kör igen.",
    errno.ENFILE: "För många filer är öppna. Stäng andra program och kör igen.",
    errno.ENOMEM: OUT_OF_MEMORY,
    errno.EADDRINUSE: "Porten är upptagen av ett annat program. Välj en annan med --port.",
}


def sentence_of(error: OSError) -> str:
    """A whole sentence. Where the system names no place, the current folder tells which disk it was."""
    place = _shown(error.filename)
    if error.errno in _FULL:
        return f"Disken är full. Det gick inte att skriva i {place}. Frigör plats och kör igen."
    if error.errno in _FORBIDDEN:
        return f"Du får inte {_wanted(Path(place))} {place}. Be den som äger mappen, eller välj en annan plats."
    if error.errno in _WRONG_KIND:
        return f"{place} är en fil där det ska vara en mapp, eller tvärtom. Flytta den eller välj en annan plats."
    if error.errno is None:  # a process that helped has died, which the kernel does for want of memory
        return OUT_OF_MEMORY
    sentence = _SENTENCES.get(error.errno)
    if sentence is not None:
        return sentence.format(place=place)
    return f"Det gick inte att läsa eller skriva {place} ({errno.errorcode.get(error.errno, error.errno)})."


def _shown(name: object) -> str:
    if isinstance(name, bytes | str | os.PathLike):
        return os.fsdecode(name)
    return str(Path.cwd())


def _wanted(place: Path) -> str:
    try:
        is_there = place.exists()
    except OSError:
        return "läsa"
    return "läsa" if is_there and not os.access(place, os.R_OK) else "skriva i"
