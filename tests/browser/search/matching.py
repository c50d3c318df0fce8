"""What the tests of the matching engine share: drawn states, generated records, and both halves asked the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from playwright.sync_api import Page

from katalog.browser.search import make_data
from katalog.derive.derived import Derived
from katalog.derive.facets import Facet, read_facets, row_of
from katalog.derive.match import Count, count_levels, count_values, level_of
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue, Record
from katalog.wording.match import sentence_of
from tests.support import IDAG

State = dict[str, list[str]]
MAX_SENTENCES = 3  # records of each state whose sentence is compared
COUNTED = 4  # facets of each state whose counts are compared: the reference counts record by record
# Both halves are asked for: the two totals, the two numbers of each value, every record's level, a few sentences.
ASK = """async ([modules, data, ids, states]) => {
  const [index, filter, cards] = await Promise.all(
    ["index", "filter", "cards"].map((name) => import(`${modules}search/${name}.js`)));
  const ready = index.readIndex(data.index, data.day);
  const read = cards.readIds(data.cards, ready.language);
  if (read.join() !== ids.join()) throw new Error("the records are not numbered as the reference does");
  const place = new Map(ids.map((id, doc) => [id, doc]));
  const engine = filter.makeFilter(ready);
  return states.map(({ chosen, all, asked, counted }) => {
    const wanted = new Map(Object.entries(chosen).map(([name, values]) => [name, new Set(values)]));
    const match = engine.apply(engine.base(null, all), wanted);
    const everyone = engine.apply(engine.base(null, true), wanted);
    const sentence = (doc) => engine.words.sentence(everyone.level(doc), engine.reasons(doc, wanted), doc);
    const pair = ({ fits, maybe }) => [fits, maybe];
    return {
      total: pair(match.total),
      counts: counted.map((id) => match.counts(ready.facetter.findIndex((facet) => facet.id === id)).map(pair)),
      levels: ids.map((_, doc) => everyone.level(doc)).join(""),
      sentences: asked.map((id) => sentence(place.get(id))),
    };
  });
}"""


def draw_state(rng: random.Random, facets: Sequence[Facet]) -> State:
    chosen = rng.sample(facets, rng.randint(0, 4))
    return {f.id: rng.sample([v.id for v in f.values], rng.randint(1, min(4, len(f.values)))) for f in chosen}


def mixed(real: Sequence[Record], number: int, seed: int) -> tuple[Record, ...]:
    """Records whose fields are each drawn from another real one, with what real ones lack as yet: answers of no, likely
    ways in, a confirmation, free places."""
    rng = random.Random(seed)  # noqa: S311  # a fixed draw, not a secret
    fields = ("status", "insatstyp", "omrade", "kommun", "anordnare", "inriktning", "malgrupp", "alder",
              "sprak", "tider", "ingang", "ersattning", "kostnad_for_dig", "komponent", "metod", "passar_fas",
              "moter_behov", "betalning", "uppgifter_fran")  # fmt: skip
    made = []
    for at in range(number):
        values: dict[str, Any] = {name: getattr(rng.choice(real), name) for name in fields}
        asked = [key for key in ("liten-grupp", "hiss") if rng.random() < 0.5]
        values["tillganglighet"] = {key: rng.choice(("ja", "nej")) for key in asked}
        values["ingang"] = tuple({**way, "tolkad": rng.random() < 0.3} for way in values["ingang"])
        if rng.random() < 0.3:
            day = f"{rng.randint(2019, 2026)}-{rng.randint(1, 10):02}-{rng.randint(1, 28):02}"
            values |= {"senast_bekraftad": day, "bekraftad_av": "Huset"}
        if rng.random() < 0.3:
            values["platslage"] = {"lage": rng.choice(("lediga", "ko")), "datum": "2026-11-01"}
        made.append(replace(rng.choice(real), id=f"p-{at:05}", **values))
    return tuple(made)


def compare(page: Page, modules: str, records: Sequence[Record], words: Vocabularies, draw: tuple[int, int]) -> None:
    """Both halves say the same of drawn states over these records. `draw`: how many, and the seed."""
    number, seed = draw
    derived = Derived(catalogue=Catalogue(records=tuple(records)), idag=IDAG)
    facets = read_facets(derived, words)
    ordered = derived.by_name(records)
    rng = random.Random(seed)  # noqa: S311
    states = [
        {"chosen": draw_state(rng, facets), "all": rng.random() < 0.5,
         "counted": [facet.id for facet in rng.sample(facets, COUNTED)],
         "asked": [record.id for record in rng.sample(ordered, MAX_SENTENCES)]}
        for _ in range(number)
    ]  # fmt: skip
    made = make_data(derived, words, ())
    data = {"index": made["index.json"], "cards": made["index.json"]["kort"], "day": IDAG}
    ids = [record.id for record in ordered]
    found = page.evaluate(ASK, [modules, data, ids, states])
    for state, answer in zip(states, found, strict=True):
        assert answer == _expected(ordered, facets, state), state


def _expected(records: Sequence[Record], facets: Sequence[Facet], state: dict[str, Any]) -> dict[str, Any]:
    strict = {facet.id for facet in facets if facet.needs_all}
    rows = _rows(records, facets)
    chosen: State = state["chosen"]
    shown = [rows[r.id] for r in records if state["all"] or not (r.forebild or r.is_closed or r.for_vem)]
    values = {facet.id: [value.id for value in facet.values] for facet in facets if facet.id in state["counted"]}
    counts = count_values(shown, values, chosen, strict)
    by_id = {record.id: record for record in records}
    return {
        "total": _pair(count_levels(level_of(row, chosen, strict) for row in shown)),
        "counts": [[_pair(count) for count in counts[name].values()] for name in state["counted"]],
        "levels": "".join(str(int(level_of(rows[record.id], chosen, strict))) for record in records),
        "sentences": [sentence_of(by_id[id_], rows[id_], chosen, facets) for id_ in state["asked"]],
    }


_KEPT: dict[int, tuple[Any, Any]] = {}


def _rows(records: Sequence[Record], facets: Sequence[Facet]) -> dict[str, Any]:
    """Made once for each list of records."""
    kept, rows = _KEPT.get(id(records), (None, None))
    if kept is not records:
        rows = {record.id: row_of(record, facets, IDAG) for record in records}
        _KEPT[id(records)] = (records, rows)
    return dict(rows)


def _pair(count: Count) -> list[int]:
    return [count.fits, count.maybe]
