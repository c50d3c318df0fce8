"""The web servers that `scripts/drift/` has configurations for, started with those very files on this machine.

A configuration is used as it stands; only its port, its folder and its log are other ones. Input: the site's folder.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.support import PROJECT

DRIFT = PROJECT / "scripts/drift"
SITE = "/srv/hitta-sysselsattning/site"  # as the configurations say it
_PATIENCE_S = 20
_MODULES = "/etc/nginx/modules-enabled/*.conf"
_MAIN = """\
include {modules};
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/start.log;
worker_processes 2;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    include {folder}/sajt.conf;
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server at work: its port, and the folder where it logs."""

    port: int
    logs: Path

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        """One answer, as it comes: nothing is followed or unpacked. `accept_encoding` is `Accept-Encoding`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE_S)
        try:
            connection.request(method, path, headers={key.replace("_", "-"): text for key, text in headers.items()})
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()


def wanted(program: str, *packages: str) -> None:
    """Install a program with apt where that is allowed; fail with the reason where it is not."""
    if shutil.which(program):
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        pytest.fail(f"{program} is not here: apt install {' '.join(packages)}")
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update"], env=quiet, capture_output=True, check=False)
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"{program} could not be installed: {done.stderr.strip().splitlines()[-1:]}")


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[Server]:
    wanted("nginx", "nginx", "libnginx-mod-http-brotli-static")
    port = _free_port()
    text = (DRIFT / "nginx.conf").read_text(encoding="utf-8")
    for said, here in (("listen 80;", f"listen 127.0.0.1:{port};"), (SITE, str(site)), ("/var/log/nginx", str(folder))):
        assert said in text
        text = text.replace(said, here)
    (folder / "sajt.conf").write_text(text, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""  # what lies in /tmp is its owner's alone
    main = _MAIN.format(folder=folder, modules=_MODULES, user=user)
    (folder / "nginx.conf").write_text(main, encoding="utf-8")
    with _running(["nginx", "-c", str(folder / "nginx.conf")], folder, port) as server:
        yield server


@contextmanager
def caddy(site: Path, folder: Path) -> Iterator[Server]:
    wanted("caddy", "caddy")
    port = _free_port()
    text = (DRIFT / "Caddyfile").read_text(encoding="utf-8")
    said_here = (("http://:80 {", f"http://127.0.0.1:{port} {{"), (SITE, str(site)), ("/var/log/caddy", str(folder)))
    for said, here in said_here:
        assert said in text
        text = text.replace(said, here)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{text}", encoding="utf-8")
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    with _running(command, folder, port) as server:
        yield server


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[Server]:
    said = folder / "sagt.log"
    with said.open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log, cwd=folder) as process:
        try:
            _wait(process, port, said)
            yield Server(port=port, logs=folder)
        finally:
            process.terminate()
            process.wait(timeout=_PATIENCE_S)


def _wait(process: subprocess.Popen[bytes], port: int, said: Path) -> None:
    until = time.monotonic() + _PATIENCE_S
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(said.read_text(encoding="utf-8"))


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
