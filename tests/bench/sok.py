"""Search at national scale: bytes to the browser and time from key press to painted results, in Chromium.

`python -m tests.bench.sok [--peers NODE_MODULES] [N ...]` prints one table. CPU slowed 4 times, as a cheap phone.
Records are drawn from the real ones with their sentences mixed and compounds made up, so that the vocabulary grows
with the number. Peers (`npm install minisearch pagefind`) are for this benchmark only and search the same texts.
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from katalog.browser.modules import reached
from katalog.browser.search import render_search
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies, read_vocabularies
from katalog.pages.pictures import picture_files
from katalog.pages.search_page import search_page
from katalog.pages.site import Site
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue, Record
from katalog.record.schema import load_schema
from katalog.settings import Settings
from tests.browser.search.conftest import HOST, serve
from tests.server import serving
from tests.support import IDAG, PROJECT

from ..chromium import arguments, find_or_install

SLOWER = 4
# What the data may weigh (records at most -> bytes of brotli, index and cards; other languages, and the pages that may
# answer, are fetched only for a question that needs them), and how many times an empty page's time
# nineteen keys of twenty may take.
BYTES = ((417, 70_000), (1000, 105_000), (10_000, 530_000))
TIMES = ((256, 2.0), (10_000, 2.5))
PAUSE_MS = 150
OPEN = 2  # facets, as a wide window opens them
SETTLED_MS = 1000  # nobody types before the page is seen
QUERIES = ("textil södermalm", "snickeri", "jag vill komma ut ur lägenheten", "kafé", "arbetsträing", "sy", "verkstad",
           "unga med npf", "daglig verksamhet autism", "zzqqx")  # fmt: skip
HEADS = ("trä", "cykel", "textil", "konst", "media", "hund", "mat", "skog", "park", "språk", "musik", "färg", "glas")
TAILS = ("verkstad", "grupp", "kurs", "hus", "kafé", "butik", "studio", "gård", "cirkel", "lag", "skola", "rum")
# Time from the key's event to the first moment after the frame that shows its results.
TIMED = """() => {
  window.times = [];
  document.querySelector("#sok-fraga").addEventListener("input", (event) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.times.push(performance.now() - event.timeStamp);
      channel.port2.postMessage(0);
    });
  });
}"""


def make_records(real: Sequence[Record], number: int) -> tuple[Record, ...]:
    """`number` records: real ones first, then mixtures."""
    rng = random.Random(number)  # noqa: S311  # a fixed draw, not a secret
    made = list(real[:number])
    sentences = [text for record in real for text in (record.sammanfattning, *record.vad_du_gor)]
    while len(made) < number:
        base, other = rng.choice(real), rng.choice(real)
        word = rng.choice(HEADS) + rng.choice(HEADS) + rng.choice(TAILS)
        made.append(
            replace(base, id=f"post-{len(made)}", namn=f"{word.capitalize()} {other.namn}", omrade=other.omrade,
                    sammanfattning=f"{rng.choice(sentences)} {word.capitalize()}."[:160],
                    vad_du_gor=tuple(rng.sample(sentences, 3)), inriktning=other.inriktning, malgrupp=other.malgrupp)
        )  # fmt: skip
    return tuple(sorted(made, key=lambda record: record.id))


def compressed(text: str) -> tuple[str, int]:
    """Brotli by Node when at hand, else gzip."""
    node = shutil.which("node")
    if node is None:
        return "gzip", len(gzip.compress(text.encode()))
    code = (
        "const z=require('zlib');let b=[];process.stdin.on('data',d=>b.push(d)).on('end',()=>"
        "console.log(z.brotliCompressSync(Buffer.concat(b)).length))"
    )
    done = subprocess.run([node, "-e", code], input=text.encode(), capture_output=True, check=True)
    return "br", int(done.stdout)


def measure_typing(page: Page, files: Mapping[str, str], derived: Derived, vocabularies: Vocabularies) -> list[float]:
    """Milliseconds for each key of each query."""
    settings = Settings(site_name="Mätning", root=PROJECT)
    body = search_page(Site(derived=derived, words=vocabularies, settings=settings)).body
    html = (
        '<!doctype html><meta charset="utf-8"><title>b</title><link rel="stylesheet" href="../sok.css">'
        f'<script type="module" src="../search-start.js"></script><main>{body}</main>'
    )
    with _served({
        **files, "sok/index.html": html,
        **reached("search-start.js"),
        **{path: content.decode() for path, content in picture_files(vocabularies)},
        "sok.css": (PROJECT / "docs/assets/css/sok.css").read_text(encoding="utf-8")}) as root:  # fmt: skip
        page.goto(root + "sok/")
        page.wait_for_selector("[data-sok-yta]:not([data-sok-vantar])")
        for facet in page.locator(".sok-facett").all()[:OPEN]:  # their counts are part of what is painted
            if facet.get_attribute("open") is None:
                facet.locator("summary").click()
        return time_keys(page)


def measure_floor(page: Page) -> list[float]:
    """The same keys in a page that only repeats what is typed: what browser and machine take for themselves."""
    repeat = "() => { document.querySelector('input').oninput = (e) => { echo.textContent = e.target.value; }; }"
    html = '<!doctype html><title>b</title><input id="sok-fraga"><p id="echo">-</p>'
    with _served({"index.html": html}) as root:
        page.goto(root)
        page.evaluate(repeat)
        return time_keys(page)


def time_keys(page: Page) -> list[float]:
    """Milliseconds from each key's event to the first moment after the frame that follows it, CPU slowed."""
    page.evaluate(TIMED)
    page.wait_for_timeout(SETTLED_MS)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    field = page.locator("#sok-fraga")
    field.focus()
    for query in QUERIES:
        for letter in query:  # one by one: press_sequentially leaves no pause after a letter outside US keyboards
            page.keyboard.type(letter)
            page.wait_for_timeout(PAUSE_MS)
        field.fill("")
        page.wait_for_timeout(PAUSE_MS)
    times: list[float] = page.evaluate("window.times")
    return times


def measure_minisearch(page: Page, peers: Path, records: Sequence[Record]) -> tuple[int, list[float], float]:
    """Bytes of its index, milliseconds per query (search only, nothing painted), milliseconds to load."""
    rows = [{"id": i, "n": r.namn, "s": r.sammanfattning, "t": " ".join((*r.vad_du_gor, r.beskrivning or "",
             *r.inriktning, *r.insatstyp, r.omrade))} for i, r in enumerate(records)]  # fmt: skip
    script = (peers / "minisearch/dist/umd/index.js").read_text(encoding="utf-8")
    serve(page, {"index.html": "<!doctype html><title>b</title>"})
    page.goto(HOST)
    page.add_script_tag(content=script)
    text: str = page.evaluate(
        """(rows) => { window.opts = { fields: ["n", "s", "t"], searchOptions: { prefix: true, fuzzy: 0.2 } };
          const m = new MiniSearch(window.opts); m.addAll(rows); return JSON.stringify(m); }""",
        rows,
    )
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    times, load = page.evaluate(
        """([text, queries]) => { const a = performance.now(); const m = MiniSearch.loadJSON(text, window.opts);
          const load = performance.now() - a; const times = [];
          for (const q of queries) for (let i = 1; i <= q.length; i++) {
            const b = performance.now(); m.search(q.slice(0, i)); times.push(performance.now() - b); }
          return [times, load]; }""",
        [text, list(QUERIES)],
    )
    return compressed(text)[1], times, load


def measure_pagefind(peers: Path, records: Sequence[Record]) -> tuple[int, float]:
    """Bytes of all its index files (already compressed by it), seconds to build. A first query fetches a part."""
    with tempfile.TemporaryDirectory() as folder:
        for record in records:
            words = " ".join((record.sammanfattning, *record.vad_du_gor, record.beskrivning or ""))
            page = Path(folder) / record.id / "index.html"
            page.parent.mkdir()
            page.write_text(
                f'<html lang="sv"><body><h1>{record.namn}</h1><p>{words}</p></body></html>', encoding="utf-8"
            )
        begun = time.perf_counter()
        subprocess.run([peers / ".bin/pagefind", "--site", folder], capture_output=True, check=True)
        took = time.perf_counter() - begun
        index = Path(folder) / "pagefind"
        return sum(path.stat().st_size for path in index.rglob("*.pf_*")), took


def tell(  # noqa: PLR0913, PLR0917  # one row of the table
    name: str, number: int, kind: str, size: int, times: Sequence[float], note: str
) -> None:
    ordered = sorted(times)
    middle = f"{statistics.median(ordered):8.1f}" if ordered else " " * 8
    late = f"{ordered[int(len(ordered) * 0.95)]:8.1f}" if ordered else " " * 8
    print(f"{name:<12}{number:>7}{size / 1000:>9.1f} {kind:<5}{middle}{late}  {note}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=Path, help="node_modules with minisearch and pagefind")
    parser.add_argument("numbers", nargs="*", type=int)
    wanted = parser.parse_args()
    schema = load_schema(PROJECT / "schema")
    real = check_catalogue(PROJECT / "catalogue", schema, IDAG).clean
    print(f"{'engine':<12}{'N':>7}{'kB':>9} {'':<5}{'p50 ms':>8}{'p95 ms':>8}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=arguments())
        for number in wanted.numbers or (256, len(real), 1000, 10_000):
            records = make_records(real, number)
            compare(browser, records, read_vocabularies(schema), wanted.peers)
        browser.close()


def judge(number: int, size: int, times: Sequence[float], floor: Sequence[float]) -> None:
    """The two budgets of this number of records, and whether they are kept."""
    late, least = (sorted(some)[int(len(some) * 0.95)] for some in (times, floor))
    rows = [(f"data {size / 1000:.1f} kB", size, [most for upto, most in BYTES if number <= upto]),
            (f"p95 {late / least:.2f} times the empty page's", late / least,
             [most for upto, most in TIMES if number <= upto])]  # fmt: skip
    for told, value, most in rows:
        if most:
            print(f"{'':<12}{number:>7}  {told}, at most {most[0]:g}: {'kept' if value <= most[0] else 'BROKEN'}")


def compare(browser: Browser, records: Sequence[Record], vocabularies: Vocabularies, peers: Path | None) -> None:
    """The rows of one size, one after the other, so that all meet the same machine."""
    number = len(records)
    with _opened(browser) as page:
        floor = measure_floor(page)
    tell("empty page", number, "", 0, floor, "repeats what is typed; what browser and machine take")
    begun = time.perf_counter()
    derived = Derived(catalogue=Catalogue(records=tuple(records)), idag=IDAG)
    files = render_search(derived, vocabularies, ())
    took = time.perf_counter() - begun
    kind, size = compressed(files[next(p for p in files if p.endswith("index.json"))])
    note = f"key to painted page; built in {took:.2f} s"
    with _opened(browser) as page:
        painted = measure_typing(page, files, derived, vocabularies)
    tell("ours", number, kind, size, painted, note)
    judge(number, size, painted, floor)
    if peers:
        with _opened(browser) as page:
            bytes_, times, load = measure_minisearch(page, peers, records)
        tell("MiniSearch", number, kind, bytes_, times, f"search only, no facets or cards; loads in {load:.0f} ms")
        bytes_, built = measure_pagefind(peers, records)
        tell("Pagefind", number, "own", bytes_, (), f"all its files; built in {built:.2f} s")


@contextmanager
def _served(files: Mapping[str, str]) -> Iterator[str]:
    """Over HTTP, with the drawings: what is answered through Playwright takes its time from the keys."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        with serving(Path(folder)) as root:
            yield root


@contextmanager
def _opened(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    try:
        yield page
    finally:
        page.close()


if __name__ == "__main__":
    main()
