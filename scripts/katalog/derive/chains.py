"""Ways through the city's support, as sources tell them: which step comes after which (`nasta_steg`), and what is part
of what (`del_av`).

Input: records, in any order. Output: `Chain`s: records that hang together, each step below those that lead to it. A
step may lead back, since people move both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from katalog.derive.swedish import sort_key
from katalog.record.model import Record

Kind = Literal["steg", "del"]  # leads to; is part of


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """From one record's id to another's: to the next step, or from the whole to its part."""

    start: str
    end: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """`steps` from the first to the last; `links` in their order. One whose end stands before its start leads back."""

    steps: tuple[Record, ...]
    links: tuple[Link, ...]

    @property
    def has_steps(self) -> bool:
        """Whether any step leads to another; else all is parts of a whole."""
        return any(link.kind == "steg" for link in self.links)


def derive_chains(records: Iterable[Record]) -> list[Chain]:
    """Chains with steps first, then by the name of their first step. A reference to what is not among the records is no
    link."""
    by_id = {record.id: record for record in sorted(records, key=_place)}
    links = list(_links(by_id))
    chains = [_chain(group, by_id, links) for group in _groups(by_id, links)]
    return sorted(chains, key=lambda chain: (not chain.has_steps, _place(chain.steps[0])))


def _place(record: Record) -> tuple[object, str]:
    return sort_key(record.namn), record.id


def _links(by_id: Mapping[str, Record]) -> Iterator[Link]:
    for record in by_id.values():
        yield from (Link(start=record.id, end=to, kind="steg") for to in record.nasta_steg if to in by_id)
        if record.del_av in by_id:
            yield Link(start=str(record.del_av), end=record.id, kind="del")


def _groups(by_id: Mapping[str, Record], links: Sequence[Link]) -> Iterator[set[str]]:
    """Ids that hang together; what has no link is left out."""
    beside: dict[str, set[str]] = {}
    for link in links:
        beside.setdefault(link.start, set()).add(link.end)
        beside.setdefault(link.end, set()).add(link.start)
    seen: set[str] = set()
    for first in by_id:
        if first in beside and first not in seen:
            group, waiting = {first}, [first]
            while waiting:
                new = beside[waiting.pop()] - group
                group |= new
                waiting += new
            seen |= group
            yield group


def _chain(group: set[str], by_id: Mapping[str, Record], links: Sequence[Link]) -> Chain:
    own = sorted((link for link in links if link.start in group), key=lambda link: link.kind)
    order = _in_order(sorted(group, key=lambda one: _place(by_id[one])), own)
    at = {one: place for place, one in enumerate(order)}
    ranked = sorted(own, key=lambda link: (at[link.start], at[link.end], link.kind))
    return Chain(steps=tuple(by_id[one] for one in order), links=tuple(ranked))


def _in_order(ids: Sequence[str], links: Sequence[Link]) -> list[str]:
    """What leads on before what it leads to, a whole right before its parts. In a circle the one that leads to
    the most comes first; by name among equals."""
    leads: dict[str, list[str]] = {one: [] for one in ids}
    waits = dict.fromkeys(ids, 0)
    for link in links:
        leads[link.start].append(link.end)
        waits[link.end] += 1
    left, order = dict.fromkeys(ids), list[str]()
    ready = [one for one in ids if not waits[one]]
    while left:
        if not ready:
            ready = [max(left, key=lambda one: sum(end in left for end in leads[one]))]
        one = ready.pop(0)
        del left[one]
        order.append(one)
        for end in leads[one]:
            waits[end] -= 1
        new = [end for end in dict.fromkeys(leads[one]) if end in left and waits[end] <= 0 and end not in ready]
        ready = [*new, *ready]
    return order
