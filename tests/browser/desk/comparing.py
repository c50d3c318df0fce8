"""What the tests of the caseworker's table share: records with what real ones lack, and both halves asked the same."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from playwright.sync_api import Page

from katalog.browser.desk import desk_data
from katalog.browser.search import make_data
from katalog.derive.derived import Derived
from katalog.derive.desk import homes_inside
from katalog.derive.desk_order import HOME, more_points
from katalog.derive.facets import Facet, read_facets, row_of
from katalog.derive.match import level_of, miss_of, points_of
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue, Record
from katalog.wording.desk import CONDITIONS, desk_facets
from katalog.wording.match import sentence_of
from katalog.wording.view import View
from tests.browser.search.matching import mixed
from tests.support import IDAG

State = dict[str, list[str]]
MAX_SENTENCES = 3
ASKED = [condition for rows in CONDITIONS.values() for condition in rows]
# Every record's level, points and the facet that alone keeps it away; a few sentences.
ASK = """async ([modules, data, ids, states]) => {
  const [index, cards, source, match, words, bits, order] = await Promise.all(
    ["search/index", "search/cards", "desk/source", "match/match", "match/words", "core/bits", "desk/order"].map(
      (name) => import(`${modules}${name}.js`)));
  const ready = index.readIndex(data.index, data.day);
  const read = cards.readIds(data.cards, ready.language);
  if (read.join() !== ids.join()) throw new Error("the records are not numbered as the reference does");
  const place = new Map(ids.map((id, doc) => [id, doc]));
  const desk = source.makeSource(ready, data.desk);
  const [engine, teller] = [match.makeMatch(desk), words.makeTeller(desk)];
  const points = order.makeOrder(desk, engine);
  const everyone = bits.bitset(ids.keys(), ids.length);
  return states.map(({ chosen, asked }) => {
    const wanted = new Map(Object.entries(chosen).map(([name, values]) => [name, new Set(values)]));
    const found = engine.apply(everyone, wanted);
    const near = engine.near(everyone, wanted);
    const missed = (doc) => engine.reasons(doc, wanted).find(({ kind }) => ["annat", "nej"].includes(kind)).facet.id;
    const sentence = (doc) => teller.sentence(found.level(doc), engine.reasons(doc, wanted), doc);
    return {
      levels: ids.map((_, doc) => found.level(doc)).join(""),
      points: [...points(wanted)],
      near: ids.map((_, doc) => (bits.hasBit(near, doc) ? missed(doc) : null)),
      sentences: asked.map((id) => sentence(place.get(id))),
    };
  });
}"""


def desk_of(derived: Derived, words: Vocabularies) -> list[Facet]:
    """Every facet that the desk knows, those that are stricter here so."""
    strict = {condition.facet for condition in ASKED if condition.needs_all}
    every = (*read_facets(derived, words), *desk_facets(View(derived=derived, words=words)))
    return [replace(facet, needs_all=facet.needs_all or facet.id in strict) for facet in every]


def varied(real: Sequence[Record], number: int, seed: int) -> tuple[Record, ...]:
    """As `mixed`, and with hours a week, whom they accept, days and clocks."""
    rng = random.Random(seed)  # noqa: S311  # a fixed draw, not a secret
    homes = ("jarva", "farsta", "hela-staden", "lanet", "hela-landet", "annan-kommun", "stockholm", "ej-angivet")
    return tuple(
        replace(
            record,
            omfattning=_hours(rng),
            tar_emot_fran=tuple(rng.sample(homes, rng.randint(0, 2))),
            tider=tuple(_time(rng) for _ in range(rng.randint(0, 3))),
        )
        for record in mixed(real, number, seed)
    )


def _hours(rng: random.Random) -> dict[str, int] | None:
    low, high = sorted((rng.randint(0, 30), rng.randint(0, 40)))
    whole = {"timmar_fran": low, "timmar_till": high, "veckor_till": 8}
    return {key: value for key, value in whole.items() if rng.random() < 0.6} or None


def _time(rng: random.Random) -> dict[str, Any]:
    days = ("mandag", "tisdag", "vardagar", "alla-dagar", "lordag")
    clock = rng.choice(({}, {"fran": "09:00"}, {"fran": "10:00", "till": "15:00"}, {"fran": "17:00", "till": "20:00"}))
    return {"dag": rng.choice(days), **clock} if rng.random() < 0.9 else {"vad": "Varje kväll"}


def draw_state(rng: random.Random, facets: Sequence[Facet]) -> State:
    """A caseworker's state: mostly what the page asks, one to nine conditions."""
    chosen = rng.sample(facets, rng.randint(1, 9))
    return {f.id: rng.sample([v.id for v in f.values], rng.randint(1, min(3, len(f.values)))) for f in chosen}


def compare(page: Page, modules: str, records: Sequence[Record], words: Vocabularies, draw: tuple[int, int]) -> None:
    """Both halves say the same of drawn states over these records. `draw`: how many, and the seed."""
    number, seed = draw
    derived = Derived(catalogue=Catalogue(records=tuple(records)), idag=IDAG)
    facets, ordered = desk_of(derived, words), derived.by_name(records)
    rows = {record.id: row_of(record, facets, IDAG) for record in ordered}
    own = {condition.facet for condition in ASKED} | {condition.other for condition in ASKED if condition.other}
    asked = [facet for facet in facets if facet.id in own]
    rng = random.Random(seed)  # noqa: S311
    states = [
        {"chosen": draw_state(rng, asked), "asked": [record.id for record in rng.sample(ordered, MAX_SENTENCES)]}
        for _ in range(number)
    ]
    states += [{"chosen": {HOME: list(record.kommun)}, "asked": []} for record in ordered if len(record.kommun) > 1][:1]
    made = make_data(derived, words, ())
    data = {
        "index": made["index.json"],
        "cards": made["index.json"]["kort"],
        "desk": desk_data(derived, words),
        "day": IDAG,
    }
    found = page.evaluate(ASK, [modules, data, [record.id for record in ordered], states])
    for state, answer in zip(states, found, strict=True):
        assert answer == _expected(ordered, rows, facets, state, homes_inside(words)), state


def _expected(
    records: Sequence[Record],
    rows: Mapping[str, Any],
    facets: Sequence[Facet],
    state: dict[str, Any],
    inside: Sequence[str],
) -> dict[str, Any]:
    strict = {facet.id for facet in facets if facet.needs_all}
    weights = {one: condition.weight for condition in ASKED for one in (condition.facet, condition.other)}
    chosen: State = state["chosen"]
    by_id = {record.id: record for record in records}
    asked = [facet for facet in facets if facet.id in chosen]
    return {
        "levels": "".join(str(int(level_of(rows[record.id], chosen, strict))) for record in records),
        "points": [
            points_of(rows[record.id], chosen, strict, weights)
            + more_points(record, rows[record.id], chosen.get(HOME, ()), inside, weights[HOME])
            for record in records
        ],
        "near": [miss_of(rows[record.id], chosen, strict) for record in records],
        "sentences": [sentence_of(by_id[id_], rows[id_], chosen, asked) for id_ in state["asked"]],
    }
