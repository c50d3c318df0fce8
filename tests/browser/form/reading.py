"""The form's reader of YAML beside the command's: many texts in one call, and what may not happen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from katalog.record.load import Loaded, load_bytes
from tests.browser.form.conftest import Engine
from tests.support import CASES

# Every way of writing that the form reads, so that changed places land in all of them.
_WAYS = (
    'namn: "a\n  b"\nlista: [a, "b", \'c\', 1, 10:30]\nx:\n  - - a\n    - b\n  - c: 1\n    d:\n    - e\n',
    "a: >\n  text här\n  mer\n\n  - lista\n     djupare\n\nb: |2-\n   x\n  y\nc: >+\n  z\n\n\nd: 'it''s\n\n   mer'\n",
    'a: "x\\\n  \\ y \\\n   z\\u00e5\\x41\\U0001F600"\n"k": v\n\'l\': w\ne: plain\n  mer\n\n  sist\nf: 1 # kommentar\n',
    "a:\n- b: 1\n  c: 2\n- d: 3\n-\n- e\n",
)


def samples() -> list[str]:
    """Texts that load: the cases, and every way of writing."""
    cases = [case.read_bytes() for case in sorted(CASES.glob("*/*.yml"))]
    return [*_WAYS, *(raw.decode("utf-8") for raw in cases if not _is_refused(load_bytes(raw, "x")))]


def read_many(engine: Engine, texts: Sequence[str]) -> list[dict[str, Any]]:
    """`{"data": ...}` or `{"refused": why}` for each text."""
    groups = (texts[first : first + 500] for first in range(0, len(texts), 500))
    return [answer for group in groups for answer in engine.call("readMany", list(group))]


def differences(engine: Engine, texts: Sequence[str]) -> Iterator[tuple[str, Any, Any]]:
    """The texts that the form reads otherwise than the command, or reads though the command refuses them."""
    for text, answer in zip(texts, read_many(engine, texts), strict=True):
        loaded = load_bytes(text.encode(), "x")
        if "data" in answer and (_is_refused(loaded) or not same(answer["data"], loaded.data)):
            yield text, answer["data"], loaded.data


def _is_refused(loaded: Loaded) -> bool:
    return loaded.data is None or any(problem.is_error for problem in loaded.problems)


def is_read(text: str) -> bool:
    """True for a text that the command reads without errors."""
    return not _is_refused(load_bytes(text.encode(), "x"))


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same kinds: to Python True is 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    return bool(one == other)


def share_read(engine: Engine, texts: Iterable[str]) -> float:
    """How many of the texts the form reads: a reader that refuses everything differs from nothing."""
    answers = read_many(engine, list(texts))
    return sum("data" in answer for answer in answers) / len(answers)
