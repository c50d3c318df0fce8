"""A browser for the form's tests: one page for the pure modules, and one that is lent in two widths."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from katalog.browser.form import engine_data
from katalog.browser.form_words import in_form
from katalog.derive.vocabulary import read_vocabularies
from katalog.record.schema import Schema, load_schema
from tests.kept_page import KeptPage
from tests.support import SCHEMA_FOLDER


class Engine:
    """The form's pure modules in a browser, called with JSON."""

    def __init__(self, page: Page, data: dict[str, Any]) -> None:
        self.page = page
        self.raw = json.dumps(data)
        page.evaluate(
            """async (raw) => {
                const data = JSON.parse(raw);
                const load = (name) => import(`/assets/js/${name}.js`);
                const [write, check, read, patch, identity, start, draft, people, trust, basis,
                       values] = await Promise.all(
                    ["record/write", "record/check", "record/read", "record/patch", "record/identity",
                     "form/start", "form/draft", "record/people", "core/trust", "record/trust",
                     "form/values"].map(load));
                const faults = check.makeCheck(data);
                const untouched = (text) => {
                    const raw = read.readRecord(text, data.form).data;
                    const how = values.makeCleaning(data, raw);
                    const { value } = values.clean(values.spelledOut(raw, data.regel), data.regel, how);
                    return patch.patchRecord(text, value, data.regel, data.form).text;
                };
                const ofPeople = people.makePeopleCheck(data.persondata, data.regler.persondata);
                window.engine = {
                    check: (record, { id, ids, today }) => faults(record, { id, ids: ids && new Set(ids), today }),
                    people: (record) => ofPeople(record).map(
                        ({ path, code, message, isWarning }) => [path, code, message, isWarning ?? false]),
                    writeMany: (records) => records.map((record) => window.engine.write(record)),
                    write: (record) => write.writeRecord(record, data.regel, data.form),
                    read: (text) => read.readRecord(text, data.form).data,
                    readMany: (texts) => texts.map((text) => {
                        try {
                            return { data: read.readRecord(text, data.form).data };
                        } catch (error) {
                            if (error.constructor.name !== "Unreadable") throw error;
                            return { refused: error.message };
                        }
                    }),
                    mend: (text, record) => patch.patchRecord(text, record, data.regel, data.form),
                    checkMany: (records, { id, ids, today }) =>
                        records.map((record) => faults(record, { id, ids: new Set(ids), today })),
                    mendMany: (pairs) => pairs.map(([text, record]) => window.engine.mend(text, record)),
                    untouchedMany: (texts) => texts.map(untouched),
                    id: (name) => identity.makeId(name, data.identitet.utan),
                    judgeId: (id, known) => identity.judgeId(id, known, data.identitet),
                    filled: (query) => start.newRecord(new URLSearchParams(query), data).from,
                    resume: (saved, now) => draft.resumed(saved, now),
                    trust: (record, days) => days.map((day) =>
                        trust.trustOn(basis.basisOf(record, data.tillit), day, data.tillit)),
                };
            }""",
            json.dumps(data),
        )

    def call(self, name: str, *values: Any) -> Any:
        raw = self.page.evaluate(
            "([name, raw]) => JSON.stringify(window.engine[name](...JSON.parse(raw)) ?? null)",
            [name, json.dumps(list(values))],
        )
        return json.loads(raw)


@pytest.fixture(scope="session")
def engine(browser: Browser, scripts: str, schema: Schema) -> Iterator[Engine]:
    page = browser.new_page()
    page.goto(f"{scripts}assets/favicon.svg")
    yield Engine(page, engine_data(read_vocabularies(schema)))
    page.close()


@pytest.fixture(scope="session")
def form_words() -> dict[str, Any]:
    """The form's data with the words that its page has."""
    return in_form(engine_data(read_vocabularies(load_schema(SCHEMA_FOLDER))))


@pytest.fixture(scope="session")
def page_engine(browser: Browser, address: str, form_words: dict[str, Any]) -> Iterator[Engine]:
    """The engine with those words."""
    page = browser.new_page()
    page.goto(f"{address}assets/favicon.svg")
    yield Engine(page, form_words)
    page.close()


@pytest.fixture(params=[360, 1280])
def width(request: pytest.FixtureRequest) -> int:
    value: int = request.param
    return value


@pytest.fixture(scope="session")
def kept_page(browser: Browser) -> Iterator[KeptPage]:
    context = browser.new_context(locale="sv-SE")
    yield KeptPage(context)
    context.close()


@pytest.fixture
def page(kept_page: KeptPage) -> Iterator[Page]:
    with kept_page.lent(1280) as page:
        yield page


@pytest.fixture
def sized_page(kept_page: KeptPage, width: int) -> Iterator[Page]:
    with kept_page.lent(width) as page:
        yield page


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """For a test that changes its page for good."""
    context = browser.new_context(locale="sv-SE")
    with KeptPage(context).lent(1280) as page:
        yield page
    context.close()
