"""The caseworker's table at 10,000 records: milliseconds for one state in Chromium, CPU unslowed.

`python -m tests.bench.desk [N]`. What is timed is what one choice costs before it paints: who fits, who may, the near
misses, the order of all three, and what is said of the rows that are shown. The peer, in the same run: the same
question asked record by record, as a table without an engine does, and without near misses, order and words.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Sequence

from playwright.sync_api import sync_playwright

from katalog.browser.search import render_search
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue
from katalog.record.schema import load_schema
from tests.browser.desk.comparing import ASKED, desk_of, draw_state, varied
from tests.browser.search.conftest import HOST, serve
from tests.chromium import arguments, find_or_install
from tests.support import IDAG, PROJECT

STATES = 200
SHOWN = 20
TIME = """async ([folder, day, states, shown]) => {
  const [index, main, empty] = await Promise.all(["search/index", "desk/main", "desk/state"].map(
    (name) => import(`/${folder}${name}.js`)));
  const [data, own] = await Promise.all(["index", "matcha"].map(async (name) =>
    (await fetch(`/${folder}${name}.json`)).json()));
  const ready = index.readIndex(data, day);
  const desk = main.makeDesk(ready, data.kort, own, "/");
  const asked = states.map((chosen) => ({ ...empty.emptyState(),
    chosen: new Map(Object.entries(chosen).map(([name, ids]) => [name, new Set(ids)])) }));
  const timed = (run) => asked.map((state) => {
    const before = performance.now();
    run(state);
    return performance.now() - before;
  });
  const engine = timed((state) => {
    const parts = desk.rows.parts(state);
    for (const docs of Object.values(parts)) for (const doc of docs.slice(0, shown)) desk.rows.row(doc, state);
  });
  const has = (set, doc) => set !== undefined && index.hasBit(desk.source.bits(set), doc);
  const rows = desk.source.facetter.map((facet) => Array.from({ length: ready.antal }, (_, doc) => ({
    closed: has(facet.sluten, doc),
    yes: new Set(facet.varden.filter(({ mangd }) => has(mangd, doc)).map(({ id }) => id)),
    maybe: new Set(facet.varden.filter(({ kan = [] }) => kan.some(([, set]) => has(set, doc))).map(({ id }) => id)),
    no: new Set(facet.varden.filter(({ nej }) => has(nej, doc)).map(({ id }) => id)),
  })));
  const answer = (told, id) => told.yes.has(id) ? 2 : told.maybe.has(id) ? 1 : told.no.has(id) || told.closed ? 0 : 1;
  const peer = timed(({ chosen }) => Array.from({ length: ready.antal }, (_, doc) => Math.min(
    ...desk.source.facetter.flatMap((facet, at) => {
      const ids = [...(chosen.get(facet.id) ?? [])];
      const levels = ids.map((id) => answer(rows[at][doc], id));
      return ids.length ? [facet.alla ? Math.min(...levels) : Math.max(...levels)] : [];
    }))));
  return [engine, peer];
}"""


def main(number: int) -> None:
    schema = load_schema(PROJECT / "schema")
    words = read_vocabularies(schema)
    real = check_catalogue(PROJECT / "catalogue", schema, IDAG).clean
    derived = Derived(catalogue=Catalogue(records=varied(real, number, 1)), idag=IDAG)
    files = render_search(derived, words, ())
    folder = next(path for path in files if path.endswith("/index.json")).removesuffix("index.json")
    names = {condition.facet for condition in ASKED}
    facets = [facet for facet in desk_of(derived, words) if facet.id in names]
    rng = random.Random(2)  # noqa: S311  # a fixed draw, not a secret
    states = [draw_state(rng, facets) for _ in range(STATES)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=arguments())
        page = browser.new_page()
        serve(page, {**files, "index.html": "<!doctype html><title>b</title>"})
        page.goto(HOST)
        engine, peer = page.evaluate(TIME, [folder, IDAG, states, SHOWN])
        browser.close()
    print(f"records {number}, states {STATES}")
    _tell("table", engine)
    _tell("peer: record by record, answers alone", peer)


def _tell(name: str, times: Sequence[float]) -> None:
    first, rest = times[0], sorted(times[1:])
    print(f"{name}: first {first:.1f} ms; then median {statistics.median(rest):.2f} ms, "
          f"p95 {rest[int(len(rest) * 0.95)]:.2f} ms, slowest {rest[-1]:.2f} ms")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
