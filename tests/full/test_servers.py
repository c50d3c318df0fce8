"""The built site behind nginx and Caddy with the configurations of `scripts/drift/`: what they send, what they keep to
themselves, and how they bear many readers at once."""

from __future__ import annotations

import gzip
import html
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from katalog.pages.offline import policy
from tests.built.test_every_page import POLICY
from tests.full.servers import Server, caddy, nginx, wanted
from tests.support import SITE_URL, lay_project, run_katalog

_SERVERS = {"nginx": nginx, "caddy": caddy}
_OPEN = ("/bit/prov/", "/api/v1/prov.json", "/datasets/prov.csv", "/aktualitet/farsta.atom", "/aktualitet/farsta.ics")
_LOAD_S, _READERS = 10, 50
_ALL_KINDS = {
    "/": "text/html", "/assets/js/page.js": "javascript", "/assets/css/katalog.css": "text/css",
    "/assets/bilder.svg": "image/svg+xml", "/robots.txt": "text/plain", "/sitemap.xml": "xml",
    "/aktualitet/farsta.ics": "text/calendar", "/aktualitet/farsta.atom": "application/atom+xml",
    "/verksamhet/{id}/post.yml": "text/plain", "/assets/sok/nu.json": "application/json",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compressed, and with a file in each of the open folders, whether or not the site has any there."""
    project = lay_project(tmp_path_factory.mktemp("drift"))
    done = run_katalog(project, "build", "--compress", timeout=600, SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("bit/prov/index.html", "api/v1/prov.json", "datasets/prov.csv", ".dold"):
        path = project / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("prov", encoding="utf-8")
    return project / "site"


@pytest.fixture(scope="module", params=_SERVERS)
def server(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with _SERVERS[request.param](site, tmp_path_factory.mktemp(request.param)) as running:
        yield running


def test_every_answer_carries_the_headers(server: Server) -> None:
    for path in ("/", "/sok/", "/stadsdel/farsta/", "/finns/inte/", "/assets/js/page.js"):
        answer, _ = server.get(path)
        assert answer.getheader("Content-Security-Policy") == f"{POLICY}; frame-ancestors 'none'", path
        assert answer.getheader("X-Frame-Options") == "DENY"
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Referrer-Policy") == "no-referrer"
        assert answer.getheader("Access-Control-Allow-Origin") is None
        assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        assert not re.search(r"\d", answer.getheader("Server") or "")
        assert len(answer.headers.get_all("Content-Security-Policy", [])) == 1
        assert answer.getheader("Set-Cookie") is None


def test_open_data_may_be_read_and_only_pieces_may_be_framed(server: Server) -> None:
    for path in _OPEN:
        answer, _ = server.get(path, Origin="https://annan.exempel.se")
        assert answer.status == 200, path
        assert answer.getheader("Access-Control-Allow-Origin") == "*", path
        assert answer.getheader("Cross-Origin-Resource-Policy") == "cross-origin", path
        framed = path.startswith("/bit/")
        ancestors = "*" if framed else "'none'"
        assert str(answer.getheader("Content-Security-Policy")).endswith(f"; frame-ancestors {ancestors}")
        assert answer.getheader("X-Frame-Options") == (None if framed else "DENY")


def test_a_file_without_a_network_may_use_its_own_style_sheet_and_nothing_else(server: Server) -> None:
    answer, body = server.get("/utan-nat/farsta.html")
    assert answer.getheader("Content-Security-Policy") == f"{policy()}; frame-ancestors 'none'"
    assert policy() in html.unescape(body.decode())
    assert answer.getheader("X-Frame-Options") == "DENY"


def test_every_kind_of_file_says_what_it_is(server: Server, site: Path) -> None:
    record = next(path.name for path in sorted((site / "verksamhet").iterdir()))
    for path, kind in _ALL_KINDS.items():
        answer, _ = server.get(path.format(id=record))
        assert answer.status == 200, path
        assert kind in str(answer.getheader("Content-Type")), path


def test_what_is_not_there_is_told_in_our_own_words(server: Server, site: Path) -> None:
    own = (site / "404.html").read_bytes()
    for path in ("/finns-inte", "/verksamhet/finns-inte/", "/.katalog", "/.katalog-filer", "/.dold", "/.git/config"):
        answer, body = server.get(path)
        assert (answer.status, body) == (404, own), path
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/%00", "/\\..\\"):
        answer, body = server.get(path)
        assert answer.status in (400, 404), path
        assert b"root:" not in body


def test_a_folder_without_its_slash_leads_on_without_naming_a_host(server: Server) -> None:
    answer, _ = server.get("/sok?q=ett")
    assert answer.status in (301, 308)
    assert str(answer.getheader("Location")).startswith("/sok/")


def test_texts_come_compressed_as_the_build_left_them(server: Server, site: Path) -> None:
    for path in ("stadsdel/farsta/index.html", "assets/css/katalog.css", "sitemap.xml"):
        plain, address = (site / path).read_bytes(), f"/{path.removesuffix('index.html')}"
        for wish, name, unpack in (("gzip, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)):
            answer, body = server.get(address, accept_encoding=wish)
            assert answer.getheader("Content-Encoding") == name
            assert "Accept-Encoding" in str(answer.getheader("Vary"))
            assert unpack(body) == plain
            assert len(body) < len(plain) / 2
        assert server.get(address)[1] == plain


def test_a_part_of_a_file_can_be_asked_for(server: Server, site: Path) -> None:
    whole = (site / "assets/delning.png").read_bytes()
    answer, body = server.get("/assets/delning.png", Range="bytes=100-199")
    assert (answer.status, body) == (206, whole[100:200])
    assert answer.getheader("Content-Range") == f"bytes 100-199/{len(whole)}"
    assert server.get("/assets/delning.png", Range=f"bytes={len(whole)}-")[0].status == 416


def test_what_is_named_by_its_content_is_kept_and_all_else_is_asked_for(server: Server, site: Path) -> None:
    named = [*(site / "assets/sok").glob("*/index.json"), *(site / "assets/vecka").glob("*.json"),
             *(site / "assets/stylesheets").glob("*.css")]  # fmt: skip
    assert len(named) >= 3
    for path in named:
        answer, _ = server.get(f"/{path.relative_to(site).as_posix()}")
        assert answer.getheader("Cache-Control") == "public, max-age=31536000, immutable"
    for address in ("/", "/assets/sok/nu.json", "/assets/js/page.js", "/finns-inte/"):
        answer, _ = server.get(address)
        assert answer.getheader("Cache-Control") == "no-cache", address


def test_what_a_reader_has_is_not_sent_again(server: Server) -> None:
    first, _ = server.get("/stadsdel/farsta/", accept_encoding="br")
    tag = str(first.getheader("ETag"))
    again, body = server.get("/stadsdel/farsta/", accept_encoding="br", If_None_Match=tag)
    assert (again.status, body) == (304, b"")


def test_nothing_but_reading_is_allowed(server: Server) -> None:
    for method in ("POST", "PUT", "DELETE"):
        answer, _ = server.get("/sok/", method=method)
        assert answer.status == 405, method
    answer, body = server.get("/", method="HEAD")
    assert (answer.status, body) == (200, b"")


def test_the_logs_tell_no_question_and_nobody(server: Server) -> None:
    for path in ("/sok/?q=hemlig-fraga", "/finns-inte/?q=hemlig-fraga", "/sok?q=hemlig-fraga"):
        server.get(path, Referer="https://hemlig.exempel.se/", User_Agent="hemlig-lasare")
    told = "".join(path.read_text(encoding="utf-8", errors="replace") for path in server.logs.rglob("*.log"))
    assert "/finns-inte/" in told
    assert "hemlig" not in told
    assert "127.0.0.1" not in told.replace(f"127.0.0.1:{server.port}", "")


def test_many_readers_at_once_get_no_error(server: Server, site: Path, tmp_path: Path) -> None:
    """Bounded: a number of readers for some seconds, each page of the site in turn; figures are printed (`-s`)."""
    wanted("wrk", "wrk")
    pages = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    addresses = "\n".join(f'"/{page}/",' for page in pages if page != ".")
    script = tmp_path / "sidor.lua"
    script.write_text(f"local p = {{\n{addresses}\n}}\nlocal n = 0\n"
                      'function request() n = n % #p + 1; return wrk.format("GET", p[n], '
                      '{["Accept-Encoding"] = "br"}) end\n', encoding="utf-8")  # fmt: skip
    command = ["wrk", "--threads", "2", "--connections", str(_READERS), "--duration", f"{_LOAD_S}s", "--latency",
               "--script", str(script), f"http://127.0.0.1:{server.port}/"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    print(done.stdout)
    assert "Non-2xx" not in done.stdout
    assert "Socket errors" not in done.stdout
    assert int(re.findall(r"(\d+) requests in", done.stdout)[0]) > 1000
