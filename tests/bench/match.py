"""The matching engine at 10,000 records: milliseconds for one state in Chromium, CPU unslowed.

`python -m tests.bench.match [N]`. What is timed is what one choice costs the page before it paints: who fits and who
may, and the two numbers of every value of every facet, as if all facets were open. The first state, which decodes the
sets, is told apart.
"""

from __future__ import annotations

import random
import statistics
import sys

from playwright.sync_api import sync_playwright

from katalog.browser.search import render_search
from katalog.derive.derived import Derived
from katalog.derive.facets import read_facets
from katalog.derive.vocabulary import read_vocabularies
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue
from katalog.record.schema import load_schema
from tests.browser.search.conftest import HOST, serve
from tests.browser.search.matching import draw_state, mixed
from tests.chromium import arguments, find_or_install
from tests.support import IDAG, PROJECT

STATES = 200
TIME = """async ([folder, day, states]) => {
  const [index, filter] = await Promise.all(["index", "filter"].map((name) => import(`/${folder}search/${name}.js`)));
  const data = await (await fetch(`/${folder}index.json`)).json();
  const ready = index.readIndex(data, day);
  const engine = filter.makeFilter(ready);
  const times = states.map((chosen) => {
    const wanted = new Map(Object.entries(chosen).map(([name, ids]) => [name, new Set(ids)]));
    const before = performance.now();
    const match = engine.apply(engine.base(null, false), wanted);
    ready.facetter.forEach((_, facet) => match.counts(facet));
    engine.unanswered(match, wanted);
    return performance.now() - before;
  });
  return times;
}"""


def main(number: int) -> None:
    schema = load_schema(PROJECT / "schema")
    words = read_vocabularies(schema)
    real = check_catalogue(PROJECT / "catalogue", schema, IDAG).clean
    derived = Derived(catalogue=Catalogue(records=mixed(real, number, 1)), idag=IDAG)
    files = render_search(derived, words, ())
    folder = next(path for path in files if path.endswith("/index.json")).removesuffix("index.json")
    rng = random.Random(2)  # noqa: S311  # a fixed draw, not a secret
    facets = read_facets(derived, words)
    states = [draw_state(rng, facets) for _ in range(STATES)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=arguments())
        page = browser.new_page()
        serve(page, {**files, "index.html": "<!doctype html><title>b</title>"})
        page.goto(HOST)
        times = page.evaluate(TIME, [folder, IDAG, states])
        browser.close()
    first, rest = times[0], sorted(times[1:])
    print(f"records {number}, states {STATES}, values {sum(len(facet.values) for facet in facets)}")
    print(f"first {first:.1f} ms; then median {statistics.median(rest):.2f} ms, "
          f"p95 {rest[int(len(rest) * 0.95)]:.2f} ms, slowest {rest[-1]:.2f} ms")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
