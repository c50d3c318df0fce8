"""A regular expression of JavaScript -> in how many ways it can try one and the same text.

An engine that tries one way after another takes as many steps as there are ways. Input: a pattern's source. Output:
the degree of its worst case. Nothing is run and nothing is timed: the ways are read from the loops of the pattern's
automaton (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991; Weideman and others, "Analyzing
matching time behavior of backtracking regular expression matchers by using ambiguity of NFA", 2016).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from itertools import product

from tests.house.automaton import Automaton


class Degree(IntEnum):
    """How the steps grow with the length of the text, at worst."""

    LINEAR, POLYNOMIAL, EXPONENTIAL = 1, 2, 3


def degree(source: str, flags: str = "") -> Degree:
    """How the steps of a search with this pattern grow. Raises ValueError for what it cannot read."""
    made = Automaton(source, flags)
    loops = _Loops(made)
    if loops.doubled():
        return Degree.EXPONENTIAL
    return Degree.POLYNOMIAL if loops.chained() or loops.restarted() else Degree.LINEAR


class _Loops:
    """The loops of an automaton."""

    def __init__(self, made: Automaton) -> None:
        self.made = made
        self.next: dict[int, list[int]] = {}
        for one, other in made.follow:
            self.next.setdefault(one, []).append(other)
        self.reach = {state: self._reached(state) for state in range(len(made.chars))}
        self.looping = [state for state in self.reach if state in self.reach[state]]

    def _reached(self, state: int) -> set[int]:
        return {found for (found,) in _walk([(n,) for n in self.next.get(state, [])], self._steps)}

    def _steps(self, at: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """Where as many readers come that read the same character."""
        for after in product(*(self.next.get(state, []) for state in at)):
            if frozenset.intersection(*(self.made.chars[state] for state in after)):
                yield after

    def doubled(self) -> bool:
        """A loop that one and the same text goes round in two ways: each round doubles the ways."""
        for (one, other), ways in self.made.follow.items():
            if ways > 1 and one in self.reach[other]:
                return True
        for state in self.looping:
            apart = [at for at in _walk([(state, state)], self._steps) if at[0] != at[1]]
            if any((state, state) in _walk([at], self._steps) for at in apart[:50]):
                return True
        return False

    def chained(self) -> bool:
        """Two loops after each other that take the same text: where the one ends can be chosen."""
        pairs = ((p, q) for p in self.looping for q in self.looping if p != q and q in self.reach[p])
        return any((p, q, q) in _walk([(p, p, q)], self._steps) for p, q in pairs)

    def restarted(self) -> bool:
        """A search that begins anew inside a loop which it has just gone through to no end."""
        if self.made.whole.is_anchored:
            return False
        for first in self.made.whole.first:
            for q in self.looping:
                may_fail = q not in self.made.whole.clean_last
                if may_fail and (q == first or q in self.reach[first]) and self._begins_in(first, q):
                    return True
        return False

    def _begins_in(self, first: int, q: int) -> bool:
        """Can a text that the loop of `q` takes begin the pattern once more, and lead to `q` again?"""
        starts = [(first, state) for state in [q, *self.next.get(q, [])] if q in self.reach[state]
                  and self.made.chars[first] & self.made.chars[state]]  # fmt: skip
        return any(at[0] == q for at in _walk(starts, self._steps))


def _walk(
    starts: Sequence[tuple[int, ...]], steps: Callable[[tuple[int, ...]], Iterator[tuple[int, ...]]]
) -> set[tuple[int, ...]]:
    """Everything that can be reached, the starts among it."""
    seen, waiting = set(starts), [*starts]
    while waiting:
        for found in steps(waiting.pop()):
            if found not in seen:
                seen.add(found)
                waiting.append(found)
    return seen
