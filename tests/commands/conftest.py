"""A project that receives: the command with a file of this content, and somebody at a terminal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.project import Project, Ran
from tests.support import ON_IDAG

Receive = Callable[..., Ran]
Answer = Callable[..., list[str]]


@pytest.fixture
def receive(project: Project) -> Callable[..., Ran]:
    """What the command says to a file with this content."""

    def run(content: str | bytes, *words: str, name: str = "besked.txt") -> Ran:
        (project.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        ran = project.run("receive", name, *words, *ON_IDAG)
        (project.folder / name).unlink()
        return ran

    return run


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Somebody at a terminal who answers so; gives the questions that were asked."""

    def sit(*answers: str) -> list[str]:
        asked: list[str] = []
        left = iter(answers)

        def ask(prompt: str = "") -> str:
            asked.append(prompt)
            return next(left, "")

        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", ask)
        return asked

    return sit
