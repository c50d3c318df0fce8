// The search's entry, loaded by assets/js/search-start.js: index and cards once, then every search field and the page.

import { emptyState, readState } from "../core/address.js";
import { today } from "../core/day.js";
import { dayThatHolds } from "../core/freshness.js";
import { makeAsking } from "./asking.js";
import { readCards } from "./cards.js";
import { withFetched } from "./fetched.js";
import { makeFilter } from "./filter.js";
import { readIndex } from "./index.js";
import { startPage } from "./page.js";
import { makeSearch } from "./search.js";
import { startSuggestions } from "./suggestions.js";

/** @typedef {{index: import("./index.js").Index, search: import("./fetched.js").Fetching,
 *   filter: ReturnType<typeof makeFilter>, cards: import("./cards.js").Cards}} Engine */

const WARM_UP = 20;
const LATE_MS = 20_000;
/** @type {Promise<Engine> | undefined} */
let engine;

/** @param {string} root address of the site's root @param {AbortSignal} signal @returns {Promise<Engine>} */
const load = (root, signal) => (engine ??= fetchEngine(root, signal).catch((fault) => {
  engine = undefined; // the next time is a new try
  throw fault;
}));

/** @param {string} root @param {AbortSignal} signal */
async function fetchEngine(root, signal) {
  const data = await fetchJson("../index.json", signal);
  const index = readIndex(data, today());
  const made = makeSearch(index);
  const search = withFetched(made, (file) => fetchJson(`../${file}`, AbortSignal.timeout(LATE_MS)));
  const ready = { index, search, filter: makeFilter(index), cards: readCards(data.kort, index, root, dayThatHolds()) };
  warm({ ...ready, search: made }, index.behov.slice(0, WARM_UP));
  search.onLearned(() => whenIdle(made.preparing())); // else the next strange word waits for all languages
  return ready;
}

/** The first questions of all cost several times what later ones do: ask some, whole and half typed, when nothing else
 * is going on, and make ready what a misspelt word needs as soon as the first is answered: half a word looks like one.
 * They fetch nothing, and do not touch what a reader's own question waits for.
 * @param {Omit<Engine, "search"> & {search: ReturnType<typeof makeSearch>}} ready @param {string[]} questions */
function warm(ready, questions) {
  const { ask } = makeAsking(ready);
  const tryOut = (/** @type {string} */ question) => {
    ready.search.waitsForLanguages(question);
    const { answer, match } = ask({ ...emptyState(), question });
    match.counts(0);
    answer?.isMatch(question);
  };
  const halves = questions.flatMap((question) => [question.slice(0, question.length / 2), question]);
  const [first, ...others] = halves.map((question) => () => tryOut(question));
  whenIdle([first, ready.search.prepare, ...others]);
}

/** One after the other, when nothing else is going on. @param {(() => unknown)[]} tasks */
function whenIdle([first, ...others]) {
  const later = window.requestIdleCallback ?? setTimeout;
  if (first) later(() => (first(), whenIdle(others)));
}

/** @param {string} name @param {AbortSignal} signal */
async function fetchJson(name, signal) {
  const answer = await fetch(new URL(name, import.meta.url), { signal });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** Start what the page has: the search page, and suggestions for each field. Safe to call again. Throws when the data
 * cannot be had or is of another format. @param {string} root address of the site's root
 * @param {AbortSignal} signal ends the waiting */
export async function start(root, signal) {
  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-sok-sida]"));
  const ready = await load(root, signal);
  if (page && !page.dataset.sokKlar) {
    followOnPage(page, ready, startPage(page, ready));
    page.dataset.sokKlar = "ja";
  }
  /** @type {NodeListOf<HTMLInputElement>} */
  const fields = document.querySelectorAll("form[data-sokform] input[name=q]");
  for (const field of fields) {
    if (field.getAttribute("role") === "combobox" || page?.contains(field)) continue;
    startSuggestions(field, ready, (address) => location.assign(address));
  }
}

/** On the search page a suggestion changes the state instead of loading the page anew.
 * @param {HTMLElement} page @param {Engine} ready @param {ReturnType<typeof startPage>} shown */
function followOnPage(page, ready, shown) {
  const field = /** @type {HTMLInputElement} */ (page.querySelector("input[name=q]"));
  startSuggestions(field, ready, (address) => {
    const to = new URL(address, location.href);
    if (to.pathname !== location.pathname) location.assign(address);
    else shown.choose(readState(to.search, ready.index.facetter));
  });
}
