"""What came -> what it would change, block by block and record by record, and the text around them.

Input: `Incoming` and the catalogue's folder. Output: `Received`; nothing is written here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from katalog.edit.files import load_redirects
from katalog.record.files import find_files
from katalog.record.moved import follow
from katalog.record.schema import Schema
from katalog.upkeep.block import find_blocks
from katalog.upkeep.incoming import Incoming, NotTheirsError, Part
from katalog.upkeep.proposing import Proposal, Standing, propose_block, propose_record

UNLIKE = "Det kom flera besked om samma verksamhet, och de säger olika saker. Ta emot ett i taget."


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """`outside` is what stands around the blocks, part by part: shown, never written."""

    proposals: Sequence[Proposal]
    outside: Sequence[Part]


def plan_received(incoming: Incoming, folder: Path, schema: Schema, idag: str) -> Received:
    """Raises BrokenRedirectsError when nobody can tell which ids records had before, NotTheirsError for more blocks
    than are read at once."""
    paths = {path.stem: path for path in find_files(folder)}
    moved = follow(load_redirects(folder), paths)
    standing = Standing(folder=folder, schema=schema, idag=idag, paths=paths, moved=moved)
    found = [(part.name, find_blocks(part.text, schema.fields)) for part in incoming.texts]
    if any(one.is_cut for _, one in found):
        raise NotTheirsError("Det är fler block än som läses på en gång. Dela upp texten och ta emot en del i taget.")
    proposals = [propose_block(block, standing) for _, one in found for block in one.blocks]
    proposals += [propose_record(part, standing) for part in incoming.records]
    return Received(
        proposals=_each_once(proposals),
        outside=[Part(name=name, text=one.outside) for name, one in found if one.outside.strip()],
    )


def _each_once(proposals: Iterable[Proposal]) -> list[Proposal]:
    """A mail often holds its block twice, as text and as a file. Two that want unlike things of one record are both
    refused."""
    kept: list[Proposal] = []
    for proposal in proposals:
        twin = next((number for number, other in enumerate(kept) if _is_same(proposal, other)), None)
        if twin is None:
            kept.append(proposal)
        elif len(proposal.doubts) < len(kept[twin].doubts):
            kept[twin] = proposal
    counts = Counter(proposal.id for proposal in kept if not proposal.faults)
    return [replace(one, faults=(*one.faults, UNLIKE)) if counts[one.id] > 1 else one for one in kept]


def _is_same(one: Proposal, other: Proposal) -> bool:
    return (one.id, one.changes, one.faults) == (other.id, other.changes, other.faults)
