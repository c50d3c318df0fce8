"""The server of a folder, in a process of its own: readers wait while the folder changes, and are told when it has."""

from __future__ import annotations

import socket
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from katalog.publish.live import Live

_PATIENCE_S = 30


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def live(tmp_path: Path, port: int) -> Iterator[Live]:
    (tmp_path / "index.html").write_text("<body>förut</body>", encoding="utf-8")
    with Live(tmp_path, "127.0.0.1", port) as live:
        yield live


def _read(port: int, path: str = "") -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=_PATIENCE_S) as answer:
        return str(answer.read().decode())


def test_a_reader_waits_while_the_folder_changes(live: Live, tmp_path: Path, port: int) -> None:
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.append(_read(port)))
    with live.changing():
        reader.start()
        reader.join(0.5)
        assert said == []
        (tmp_path / "index.html").write_text("<body>nu</body>", encoding="utf-8")
    reader.join(_PATIENCE_S)
    assert said[0].startswith("<body>nu")


def test_open_pages_are_told_also_when_it_went_wrong(live: Live, port: int) -> None:
    assert "efter=0" in _read(port)
    said: list[str] = []
    waiting = threading.Thread(target=lambda: said.append(_read(port, ".katalog/efter/0")))
    waiting.start()
    with pytest.raises(ZeroDivisionError), live.changing():
        raise ZeroDivisionError
    waiting.join(_PATIENCE_S)
    assert said == ["1"]
    assert "efter=1" in _read(port)


def test_a_port_that_is_taken_is_an_error(live: Live, tmp_path: Path, port: int) -> None:
    with pytest.raises(ConnectionError), Live(tmp_path, "127.0.0.1", port):
        pass
    assert "förut" in _read(port)
