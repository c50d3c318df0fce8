"""A folder at a local address, served by a process of its own, which is told when the folder changes.

Input: the folder, an address. Output: `Live`. Beside threads of a server nothing could be made on all cores
(`katalog.cores`).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, cast

from katalog.publish.live_server import READY, Word


class Live:
    """The server. While the folder is `changing`, whoever asks for something of it waits."""

    def __init__(self, folder: Path, host: str, port: int) -> None:
        self._command = [sys.executable, "-m", "katalog.publish.live_server", str(folder), host, str(port)]

    def __enter__(self) -> Live:
        """Raises OSError when the address cannot be had."""
        pipe = subprocess.PIPE
        self._server = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, text=True)  # noqa: S603  # our own
        self._told, self._said = cast(IO[str], self._server.stdin), cast(IO[str], self._server.stdout)
        try:
            self._listen()
        except OSError:
            self._server.communicate()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.communicate()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Pages that are open are told at the end, whether it went well or not. Raises ConnectionError when the server
        is gone."""
        try:
            self._say(Word.WAIT)
            self._listen()
            yield
        finally:
            self._say(Word.GO_ON)
            self.tell()

    def tell(self) -> None:
        """Pages that are open load themselves anew. Raises ConnectionError when the server is gone."""
        self._say(Word.CHANGED)

    def _say(self, word: Word) -> None:
        self._told.write(f"{word}\n")
        self._told.flush()

    def _listen(self) -> None:
        answer = self._said.readline().strip()
        if answer != READY:
            raise ConnectionError(answer or "the server is gone")
