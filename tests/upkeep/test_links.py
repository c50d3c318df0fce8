"""`katalog links` against a server on this machine that answers in every way."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from katalog.upkeep import fetch
from katalog.upkeep.fetch import Hosts, Limits, check_address
from tests.project import FIRST, RECORDS, Project

pytestmark = pytest.mark.enable_socket
CERTIFICATE = Path(__file__).with_name("localhost.pem")  # nobody vouches for it; with its key in the same file
_MOVED = {"/flytt": 301, "/flytt2": 308, "/tillfalligt": 302, "/ring": 302, "/till-fil": 302, "/till-start/a": 301,
          "/till-privat": 302, "/tomt": 302}  # fmt: skip
_TARGETS = {"/flytt": "/ok", "/flytt2": "/flytt", "/tillfalligt": "/ok", "/ring": "/ring", "/till-fil": "file:///etc/passwd",
            "/till-start/a": "/", "/till-privat": "http://10.0.0.1/", "/tomt": "http://\x01/"}  # fmt: skip
_STATUS = {"/borta": 404, "/gone": 410, "/nej": 403, "/logga-in": 401, "/robot": 999, "/fel": 500}


@dataclass
class Seen:
    """What the server was asked, and how many requests it had at once."""

    asked: Counter[tuple[str, str]] = field(default_factory=Counter)
    now: int = 0
    most: int = 0
    times: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Server:
    """Where it is and what it has seen."""

    address: str
    seen: Seen
    http: ThreadingHTTPServer


@pytest.fixture
def server() -> Iterator[Server]:
    seen = Seen()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:  # http.server calls it so
            self.answer()

        do_GET = do_HEAD  # noqa: N815

        def answer(self) -> None:
            seen.asked[self.command, self.path] += 1
            seen.times.append(time.monotonic())
            seen.now += 1
            seen.most = max(seen.most, seen.now)
            try:
                _answer(self, seen.asked[self.command, self.path])
            except OSError:
                self.close_connection = True
            finally:
                seen.now -= 1

        def log_message(self, *_: Any) -> None:
            pass

    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.daemon_threads = True
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield Server(address=f"http://127.0.0.1:{made.server_port}", seen=seen, http=made)
    made.shutdown()
    made.server_close()


def _answer(handler: BaseHTTPRequestHandler, times: int) -> None:
    path, is_head = handler.path, handler.command == "HEAD"
    if path == "/skrap":
        handler.wfile.write(b"\x00\xff inte alls http\r\n\r\n")
    elif path == "/bryt":
        handler.connection.shutdown(socket.SHUT_RDWR)
    elif path in ("/langsam", "/drypp"):
        for _ in range(40):
            time.sleep(0.05)
            handler.wfile.write(b"H" if path == "/drypp" else b"")
    else:
        status = _MOVED.get(path, _STATUS.get(path, 200))
        status = 405 if path == "/bara-get" and is_head else status
        status = 404 if path == "/fel-head" and is_head else status
        status = 429 if path == "/tak" and times == 1 else status
        status = 503 if path == "/fel-forst" and times == 1 else status
        handler.send_response(status)
        if path in _TARGETS:
            handler.send_header("Location", _TARGETS[path])
        handler.send_header("Retry-After", "0")
        handler.end_headers()


@pytest.mark.parametrize(
    ("path", "kind", "text"),
    [
        ("/ok", "ok", ""), ("/å ä?q=ö#del", "ok", ""), ("/bara-get", "ok", ""), ("/fel-head", "ok", ""),
        ("/tak", "ok", ""), ("/fel-forst", "ok", ""), ("/tillfalligt", "ok", ""),
        ("/borta", "borta", "svar 404"), ("/gone", "borta", "svar 410"),
        ("/nej", "nekad", "svar 403"), ("/logga-in", "nekad", "svar 401"), ("/robot", "nekad", "svar 999"),
        ("/flytt", "flyttad", "har flyttat"), ("/flytt2", "flyttad", "har flyttat"),
        ("/till-start/a", "flyttad", "startsida"),
        ("/fel", "fel", "svar 500"), ("/ring", "fel", "fler än 5 gånger"), ("/langsam", "fel", "inte i tid"),
        ("/drypp", "fel", ""), ("/skrap", "fel", ""), ("/bryt", "fel", ""),
        ("/till-fil", "felskriven", ""), ("/tomt", "felskriven", ""),
    ],
)  # fmt: skip
def test_every_kind_of_answer(server: Server, path: str, kind: str, text: str) -> None:
    limits = Limits(timeout_seconds=0.4, total_seconds=0.6, pause_seconds=0.0, tries=2, allow_private=True)
    answer = check_address(server.address + path, limits, Hosts(pause_seconds=0.0))
    assert (answer.kind, text in answer.text) == (kind, True), answer
    if kind == "flyttad":
        assert answer.target == server.address + ("/" if "start" in path else "/ok")


@pytest.mark.parametrize(("is_trusted", "kind", "text"), [(False, "fel", "certifikat"), (True, "ok", "Svarar")])
def test_certificates_are_judged(
    monkeypatch: pytest.MonkeyPatch, server: Server, is_trusted: bool, kind: str, text: str
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    server.http.socket = context.wrap_socket(server.http.socket, server_side=True)
    address = f"https://localhost:{server.http.server_port}/ok"
    limits = Limits(timeout_seconds=2, pause_seconds=0.0, tries=1, allow_private=True)
    answer = check_address(address, limits, Hosts(pause_seconds=0.0))
    assert (answer.kind, text in answer.text) == (kind, True), answer


def test_nothing_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    limits = Limits(timeout_seconds=0.4, pause_seconds=0.0, tries=1, allow_private=True)
    answer = check_address(address, limits, Hosts(pause_seconds=0.0))
    assert (answer.kind, answer.is_heard) == ("fel", False)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://exempel.se/",
        "http://",
        "http://[::1",
        "http://a:b@127.0.0.1/",
        "http://x:99999/",
        "http://" + "a" * 70 + ".se/",
    ],
)
def test_a_misspelt_address(address: str) -> None:
    assert check_address(address, Limits(tries=1), Hosts(pause_seconds=0.0)).kind == "felskriven"


@pytest.mark.parametrize(
    ("address", "expected"),
    [("127.0.0.1", False), ("10.1.2.3", False), ("192.168.1.1", False), ("169.254.169.254", False), ("0.0.0.0", False),  # noqa: S104
     ("100.64.0.1", False), ("224.0.0.1", False), ("::1", False), ("::ffff:127.0.0.1", False), ("fe80::1%eth0", False),
     ("fd00::1", False), ("2002:7f00:1::", False), ("193.13.20.1", True), ("2a00:1450:400f::1", True)],
)  # fmt: skip
def test_what_is_public(address: str, expected: bool) -> None:
    assert fetch.is_public(address) is expected


def test_a_redirect_into_a_private_net_is_not_followed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "is_public", lambda address: address == "127.0.0.1")
    limits = Limits(timeout_seconds=0.4, pause_seconds=0.0, tries=1)
    assert check_address(f"{server.address}/till-privat", limits, Hosts(pause_seconds=0.0)).kind == "privat"


def fill(project: Project, server: Server, *paths: str) -> None:
    sources = "".join(f"  - webb: {server.address}{path}\n" for path in paths)
    body = RECORDS["farsta/kafeet"].replace("  - webb: https://exempel.se/kafeet\n", sources)
    text = body.replace(
        "uppgifter_fran: 2026", f"beskrivning: Läs [mer]({server.address}/borta).\nuppgifter_fran: 2026"
    )
    project.write("farsta/kafeet", FIRST + text)


FAST = ("--tillat-privata", "--paus", "0", "--tid", "1", "--forsok", "1", "--idag", "2026-11-22")


def test_the_command_reports_places_and_exempts(project: Project, server: Server) -> None:
    fill(project, server, "/ok", "/nej", "/flytt", "/fel")
    ran = project.run("links", *FAST)
    assert ran.code == 1
    assert "5 adresser: 1 svarar, 1 borta, 1 flyttad, 1 fel, 1 nekad." in ran.out
    assert (
        f"- `{server.address}/borta` Sidan finns inte (svar 404).\n  - `catalogue/farsta/kafeet.yml` i `beskrivning`"
        in (ran.out)
    )
    assert f"Ny adress: `{server.address}/ok`" in ran.out
    exempt = [{"webb": f"{server.address}/borta", "skal": "Sidan kommer åter", "datum": "2025-01-01"},
              {"webb": "https://exempel.se/aldrig", "skal": "x", "datum": "2026-11-01"}]  # fmt: skip
    (project.folder / "undantag.json").write_text(json.dumps(exempt))
    ran = project.run("links", "--undantag", "undantag.json", "--rapport", "ut/rapport.md", *FAST)
    assert (ran.code, "4 adresser" in ran.out) == (0, True)
    report = (project.folder / "ut/rapport.md").read_text(encoding="utf-8")
    assert "är undantagen sedan 2025-01-01: Sidan kommer åter. Gäller det än?" in report
    assert "`https://exempel.se/aldrig` finns inte i katalogen längre." in report
    assert project.run("links", "--rapport", "rapport.json", *FAST).code == 1
    document = json.loads((project.folder / "rapport.json").read_text(encoding="utf-8"))
    assert {entry["answer"]["kind"] for entry in document["adresser"]} == {"ok", "borta", "nekad", "flyttad", "fel"}


def test_private_addresses_are_refused_without_asking(project: Project, server: Server) -> None:
    fill(project, server, "/ok")
    ran = project.run("links", "--paus", "0", "--forsok", "1")
    assert "privat nät" in ran.out
    assert not server.seen.asked
    assert ran.code == 2  # nothing was heard from any server


def test_one_host_is_asked_in_turn_with_a_pause(project: Project, server: Server) -> None:
    fill(project, server, *(f"/ok?{number}" for number in range(5)))
    assert project.run("links", *FAST, "--paus", "0.05").code == 1
    assert server.seen.most == 1
    steps = [later - earlier for earlier, later in zip(server.seen.times, server.seen.times[1:], strict=False)]
    assert min(steps) >= 0.04


def test_a_broken_file_of_exceptions_is_wrong_use(project: Project) -> None:
    for text in ('{"webb": 1}', "[", '[{"webb": "x", "skal": "y", "datum": "i fjol"}]'):
        Path("undantag.json").write_text(text, encoding="utf-8")
        assert project.run("links", "--undantag", "undantag.json").code == 2
