"""A folder at a local address, whose pages load themselves anew when they are told that it has changed.

`python -m katalog.publish.live_server FOLDER HOST PORT` serves until its input ends. There it is told, one `Word` a
line, what is done to the folder; it answers `READY` when it serves, and when readers wait. Nothing of it is in the
folder: the script that waits is put into a page on its way out, and is allowed by the pages' own policy.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from enum import StrEnum
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Lock, Thread
from urllib.parse import urlsplit

READY = "ready"
_SCRIPT, _WAIT = "/.katalog/ladda-om.js", "/.katalog/efter/"
_PATIENCE_S = 25.0  # shorter than what a browser or a proxy takes for a server that is gone
_SOURCE = """\
const now = new URL(document.currentScript.src).searchParams.get("efter");
(async () => {
  for (;;) {
    try {
      const answer = await fetch(`/.katalog/efter/${now}`, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== now) return location.reload();
    } catch {
      await new Promise((go) => setTimeout(go, 1000));
    }
  }
})();
"""


class Word(StrEnum):
    """What the server is told: to let readers wait while the folder changes, to go on, and that open pages are old."""

    WAIT = "wait"
    GO_ON = "go on"
    CHANGED = "changed"


class _Folder:
    """What the threads of the server share: whether the folder is `still`, and how often it has changed."""

    def __init__(self) -> None:
        self._changes, self._changed = 0, Condition()
        self.still = Lock()

    def hear(self, word: str) -> None:
        match Word(word):
            case Word.WAIT:
                self.still.acquire()
                _answer(READY)
            case Word.GO_ON:
                self.still.release()
            case Word.CHANGED:
                self._tell()

    def _tell(self) -> None:
        with self._changed:
            self._changes += 1
            self._changed.notify_all()

    @property
    def now(self) -> str:
        return str(self._changes)

    def after(self, known: str) -> str:
        """The number of changes, when it is no longer `known`, or when the one who asks has waited long enough."""
        with self._changed:
            self._changed.wait_for(lambda: self.now != known, timeout=_PATIENCE_S)
            return self.now


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who leaves before all has been sent is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".yml": "text/plain; charset=utf-8",
    }

    def __init__(self, *arguments: object, shown: _Folder, directory: str) -> None:
        self._shown = shown
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == _SCRIPT:
            self._send(_SOURCE, "text/javascript")
        elif path.startswith(_WAIT):
            self._send(self._shown.after(path.removeprefix(_WAIT)), "text/plain")
        else:
            with self._shown.still:
                self._send_file(path)

    def _send_file(self, path: str) -> None:
        page = self._page(path)
        if page is None:
            super().do_GET()
        else:
            self._send(self._alive(page), self.extensions_map[".html"])

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there."""
        not_found = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and not_found.exists():
            self._send(self._alive(not_found), self.extensions_map[".html"], code)
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Silent: whoever writes wants to see faults."""

    def _page(self, path: str) -> Path | None:
        """The file of a page; None for everything else, also for a folder that is asked for without its slash."""
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        return file if file.suffix == ".html" and file.is_file() else None

    def _alive(self, page: Path) -> str:
        script = f'<script src="{_SCRIPT}?efter={self._shown.now}"></script>'
        return page.read_text(encoding="utf-8").replace("</body>", f"{script}</body>")

    def _send(self, text: str, kind: str, code: int = HTTPStatus.OK) -> None:
        content = text.encode()
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def main(arguments: Iterable[str]) -> None:
    """An address that cannot be had is what it answers."""
    folder, host, port = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever began this, and then our input ends
    shown = _Folder()
    try:
        server = _Server((host, int(port)), partial(_Handler, shown=shown, directory=folder))
    except OSError as error:
        return _answer(str(error))
    Thread(target=server.serve_forever, daemon=True).start()
    _answer(READY)
    for line in sys.stdin:
        shown.hear(line.strip())
    os._exit(0)  # a thread that serves a reader is not waited for


def _answer(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
