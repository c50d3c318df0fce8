"""The week plan's pure modules in a browser, called with JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.week.week_page import IDS, RECORDS, open_context, open_page
from tests.server import serving
from tests.support import lay_project, run_katalog

_LOAD = """async () => {
  const names = ["clock", "state", "plan", "reckon", "cover", "fill", "lanes", "ics", "model", "said"];
  const loaded = await Promise.all(names.map((name) => import(`/assets/js/week/${name}.js`)));
  const modules = Object.fromEntries(names.map((name, at) => [name, loaded[at]]));
  const { model, state, reckon, said } = modules;
  window.week = {
    reckonMany: (weeks) => weeks.map(({ passes, areas }) => ({
      totals: reckon.totals(passes),
      byPlace: Object.fromEntries(passes.map(({ id }) => [id, reckon.timeAt(passes, id)])),
      clashes: reckon.clashesOf(passes),
      moves: reckon.movesOf(passes, (id) => areas[id] ?? { number: -1, isKnown: false }),
    })),
    lanesMany: (days) => days.map((passes) => modules.lanes.inLanes(passes)),
    again: (hash) => state.stateText(state.readState(hash)),
    file: (events, frame) => modules.ics.calendarFile(events, frame),
    plan: (data, ids, hash, day) => {
      const week = model.weekOf(data, ids, state.readState(hash), day);
      const { places, lost, passes, held, totals, clashes, moves, covers, missing, fillings, fillable } = week;
      return { places, lost, passes, held, totals, clashes, moves, covers, missing, fillings,
        fillable, clockless: week.clockless.map(({ id }) => id),
        text: said.weekText(week), summary: said.totalTexts(week), clashTexts: said.clashTexts(week) };
    },
    objections: (data, ids, hash) => {
      const { passes } = model.weekOf(data, ids, state.readState(hash), "2026-11-26");
      return passes.map((pass) => modules.plan.objection(pass, passes, data.dagar)).filter(Boolean);
    },
    loose: (place, days) => modules.plan.looseTexts(place, days),
    amount: (place, minutes) => said.amountText(place, minutes),
    lengths: (minutes) => minutes.map(modules.clock.lengthText),
  };
}"""


class Engine:
    """What `_LOAD` names, called by name."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.evaluate(_LOAD)

    def call(self, name: str, *values: Any) -> Any:
        raw = self._page.evaluate(
            "([name, raw]) => JSON.stringify(window.week[name](...JSON.parse(raw)) ?? null)",
            [name, json.dumps(list(values))],
        )
        return json.loads(raw)


@pytest.fixture(scope="package")
def engine(browser: Browser, scripts: str) -> Iterator[Engine]:
    page = browser.new_page()
    page.goto(f"{scripts}assets/favicon.svg")
    yield Engine(page)
    page.close()


@pytest.fixture(scope="package")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site, served at a root."""
    folder = lay_project(tmp_path_factory.mktemp("vecka"), RECORDS)
    done = run_katalog(folder, "build", timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(folder / "site") as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """After the test its pages' consoles must be empty."""
    made, said = open_context(browser), list[str]()
    made.on("console", lambda message: said.append(message.text))
    made.on("weberror", lambda fault: said.append(str(fault.error)))
    yield made
    made.close()
    assert said == []


@pytest.fixture
def page(context: BrowserContext, root: str) -> Page:
    return open_page(context, root, ids=IDS)
