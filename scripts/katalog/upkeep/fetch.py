"""One web address -> how it answers, without trusting the address, the server or the names it resolves to.

Input: an address and limits. Output: `Answer`. Asks with HEAD, then GET; follows redirects itself, so that every step
is held against the same limits; reads no bodies. Connects to the very address it has judged, so a name cannot change
in between. This is the only module that uses the network.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import SplitResult, quote, urljoin, urlsplit

Kind = Literal["ok", "flyttad", "borta", "nekad", "fel", "privat", "felskriven"]
Place = tuple[str, int]  # an address in numbers, and a port
_GONE = (404, 410)
_TRY_LATER = 429
_MAX_REDIRECTS = 5
_PERMANENT = (301, 308)
_MAX_WAIT_SECONDS = 30.0
_SAFE = "/%:@!$&'()*+,;=~-._"  # RFC 3986, section 3.3, and % because the address may be encoded already
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9.])?|[0-9a-f:.]+")
_HEADERS = {"User-Agent": "hitta-sysselsattning-lankkoll/1", "Accept": "*/*", "Accept-Language": "sv"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long and how often to try. `allow_private` is for tests against a server on this machine."""

    timeout_seconds: float = 10.0
    total_seconds: float = 30.0
    pause_seconds: float = 1.0
    tries: int = 3
    allow_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`text` says it in Swedish; `target` is where a moved page is now; `is_heard` tells that some server answered."""

    kind: Kind
    text: str
    target: str | None = None
    is_heard: bool = True


@dataclass(frozen=True, kw_only=True)
class Hosts:
    """Takes turns: one request at a time to each host, with a pause between."""

    pause_seconds: float
    locks: dict[str, threading.Lock] = field(default_factory=dict)
    guard: threading.Lock = field(default_factory=threading.Lock)
    last: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        with self.guard:
            lock = self.locks.setdefault(host, threading.Lock())
        with lock:
            time.sleep(max(0.0, self.last.get(host, -1e9) + self.pause_seconds - time.monotonic()))
            try:
                yield
            finally:
                self.last[host] = time.monotonic()


class _BadAddressError(Exception):
    """The address is no address that may be asked; `kind` says why."""

    def __init__(self, kind: Kind, text: str) -> None:
        super().__init__(text)
        self.kind: Kind = kind
        self.text = text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    status: int
    location: str | None
    retry_after: str | None


def check_address(address: str, limits: Limits, hosts: Hosts) -> Answer:
    """Ask, and ask again when the fault may pass."""
    answer = Answer(kind="fel", text="", is_heard=False)
    for number in range(limits.tries):
        answer, wait = _follow(address, limits, hosts)
        if answer.kind != "fel" and wait is None:
            return answer
        if number + 1 < limits.tries:
            time.sleep(min(_MAX_WAIT_SECONDS, limits.pause_seconds * 2**number if wait is None else wait))
    return answer


def _follow(address: str, limits: Limits, hosts: Hosts) -> tuple[Answer, float | None]:
    """The answer after redirects, and how long to wait when the server asks for patience."""
    current, is_permanent = address, True
    try:
        for _ in range(_MAX_REDIRECTS + 1):
            reply = _ask(current, limits, hosts)
            if reply.location is None:
                return _judge(address, current, is_permanent, reply), _wait(reply)
            is_permanent = is_permanent and reply.status in _PERMANENT
            current = urljoin(current, reply.location)
    except _BadAddressError as error:
        return Answer(kind=error.kind, text=error.text, is_heard=current != address), None
    except (OSError, http.client.HTTPException) as error:
        return Answer(kind="fel", text=_fault(error), is_heard=current != address), None
    return Answer(kind="fel", text=f"Skickas vidare fler än {_MAX_REDIRECTS} gånger."), None


def _judge(asked: str, final: str, is_permanent: bool, reply: _Reply) -> Answer:
    if reply.status in _GONE:
        return Answer(kind="borta", text=f"Sidan finns inte (svar {reply.status}).")
    if reply.status >= 500 and reply.status != 999:
        return Answer(kind="fel", text=f"Servern har fel (svar {reply.status}).")
    if reply.status >= 400:
        return Answer(kind="nekad", text=f"Servern släpper inte in kontrollen (svar {reply.status}).")
    if final != asked and urlsplit(final).path in ("", "/") and urlsplit(asked).path not in ("", "/"):
        return Answer(kind="flyttad", text="Leder till webbplatsens startsida.", target=final)
    if final != asked and is_permanent:
        return Answer(kind="flyttad", text="Sidan har flyttat.", target=final)
    return Answer(kind="ok", text="Svarar.")


def _wait(reply: _Reply) -> float | None:
    if reply.status != _TRY_LATER:
        return None
    return float(reply.retry_after) if reply.retry_after and reply.retry_after.isdecimal() else 1.0


def _fault(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "Servern svarar inte i tid."
    if isinstance(error, ssl.SSLCertVerificationError):
        return "Webbplatsens certifikat går inte att lita på."
    if isinstance(error, ConnectionError):
        return "Servern tar inte emot eller bryter förbindelsen."
    return "Servern svarar inte som en webbserver."


def _ask(address: str, limits: Limits, hosts: Hosts) -> _Reply:
    """HEAD, and GET when HEAD is not well received: many servers answer it wrongly."""
    parts = _split(address)
    host = parts.hostname or ""
    places = _resolve(host, parts.port or (443 if parts.scheme == "https" else 80), limits)
    with suppress(http.client.HTTPException, ConnectionError, TimeoutError), hosts.turn(host):
        reply = _request("HEAD", parts, places, limits)
        if reply.status < 400 or reply.status == _TRY_LATER:
            return reply
    with hosts.turn(host):
        return _request("GET", parts, places, limits)


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        raise _BadAddressError("felskriven", "Adressen är felskriven.") from None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or parts.username is not None:
        raise _BadAddressError("felskriven", "Adressen är felskriven.")
    bracketed = f"[{host}]" if ":" in host else host
    netloc = bracketed if port is None else f"{bracketed}:{port}"
    return parts._replace(netloc=netloc, path=quote(parts.path or "/", _SAFE), query=quote(parts.query, _SAFE + "?"))


def _resolve(host: str, port: int, limits: Limits) -> list[Place]:
    """The addresses to connect to. All that the name resolves to must be public: a mixed answer is a trick."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_NONAME:
            raise _BadAddressError("borta", "Webbplatsens namn finns inte längre.") from None
        raise
    addresses = [str(entry[4][0]) for entry in found]
    if not limits.allow_private and not all(is_public(address) for address in addresses):
        raise _BadAddressError("privat", "Adressen leder till ett privat nät och kontrolleras inte.")
    return [(address, port) for address in dict.fromkeys(addresses)]


def is_public(address: str) -> bool:
    """True for an IP address that anybody may reach; also what is wrapped in an IPv6 address is looked at."""
    judged = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    inner = judged.ipv4_mapped or judged.sixtofour if isinstance(judged, ipaddress.IPv6Address) else None
    return judged.is_global and not judged.is_multicast and (inner is None or inner.is_global)


def _request(method: str, parts: SplitResult, places: list[Place], limits: Limits) -> _Reply:
    sock = _connect(places, limits)
    connection = http.client.HTTPConnection(parts.netloc, timeout=limits.timeout_seconds)
    if parts.scheme == "https":
        context = ssl.create_default_context()
        sock = context.wrap_socket(sock, server_hostname=parts.hostname, do_handshake_on_connect=False)
        connection = http.client.HTTPSConnection(parts.netloc, timeout=limits.timeout_seconds, context=context)
    # A server that sends a byte now and then would never run into the timeout of a single read.
    stop = threading.Timer(limits.total_seconds, _cut, [sock])
    stop.daemon = True
    stop.start()
    try:
        if isinstance(sock, ssl.SSLSocket):
            sock.do_handshake()
        connection.sock = sock
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request(method, target, headers=_HEADERS)
        response = connection.getresponse()
        moved = response.getheader("Location") if response.status in (*_PERMANENT, 302, 303, 307) else None
        response.close()
        return _Reply(status=response.status, location=moved, retry_after=response.getheader("Retry-After"))
    finally:
        stop.cancel()
        sock.close()


def _connect(places: list[Place], limits: Limits) -> socket.socket:
    """To the first address that accepts. Never by name: the name may resolve to something else by now."""
    for place in places[:-1]:
        with suppress(OSError):
            return socket.create_connection(place, limits.timeout_seconds)
    return socket.create_connection(places[-1], limits.timeout_seconds)


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
