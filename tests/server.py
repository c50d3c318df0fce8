"""A built site over HTTP on this machine, at any path, as a plain web server would serve it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from typing import BinaryIO

PIECES = 6  # of a page that comes over a slow network


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # a page with many modules takes them over a few connections
    extensions_map = {  # noqa: RUF012  # the base class's name; the machine's own table is not asked
        "": "application/octet-stream",
        ".html": "text/html; charset=utf-8",
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".png": "image/png",
        ".xml": "application/xml",
        ".yml": "text/plain; charset=utf-8",
    }

    def __init__(self, *arguments: object, base: str, directory: str, pause: float) -> None:
        self._base, self._pause = base, pause
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """What lies outside the base path is not there."""
        inside = path.removeprefix(self._base) if path.startswith(self._base) else "finns-inte"
        return super().translate_path(f"/{inside}")

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        """A page in pieces, a pause between them, where one is asked for: the browser paints what it has."""
        if not (self._pause and self.path.partition("?")[0].endswith(("/", ".html"))):
            super().copyfile(source, outputfile)
            return
        page = source.read()
        for start in range(0, len(page), size := len(page) // PIECES + 1):
            outputfile.write(page[start : start + size])
            outputfile.flush()
            sleep(self._pause)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Silent."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 256  # five waiting connections, as is usual, are too few for a page with many modules

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who leaves before all has been sent is no fault; whatever else is wrong is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(folder: Path, base: str = "/", pause: float = 0) -> Iterator[str]:
    """The address of the site's root. pause: seconds between the pieces of a page, for a network that is slow."""
    handler = partial(_Handler, base=base, directory=str(folder), pause=pause)
    with _Server(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{base}"
        finally:
            server.shutdown()
