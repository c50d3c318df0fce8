// The caseworker's table, loaded by assets/js/desk-start.js: the search's index and cards, and the desk's own data.

import { today } from "../core/day.js";
import { dayThatHolds } from "../core/freshness.js";
import { makeMatch } from "../match/match.js";
import { makeTeller } from "../match/words.js";
import { readCards, readIds } from "../search/cards.js";
import { makeFilter } from "../search/filter.js";
import { readIndex } from "../search/index.js";
import { startPage } from "./page.js";
import { makeRows } from "./rows.js";
import { makeSource } from "./source.js";

const REACH = "na";

/** A button that saves a place in the reader's own list.
 * @typedef {(id: string, name: string) => HTMLElement | null} Star */

/** @param {HTMLElement} area @param {string} root address of the site's root
 * @param {AbortSignal} signal ends the waiting @param {Star} [star] what stands beside each place */
export async function start(area, root, signal, star = () => null) {
  const names = ["index.json", "matcha.json"];
  const [data, own] = await Promise.all(names.map((name) => fetchJson(`../${name}`, signal)));
  const index = readIndex(data, today());
  startPage(area, { ...makeDesk(index, data.kort, own, root), star });
}

/** @param {import("../search/index.js").Index} index @param {import("../search/cards.js").Data} sent
 * @param {import("./source.js").Data} own @param {string} root @returns {Omit<import("./page.js").Desk, "star">} */
export function makeDesk(index, sent, own, root) {
  const cards = readCards(sent, index, root, dayThatHolds());
  const source = makeSource(index, own);
  const [match, words] = [makeMatch(source), makeTeller(source)];
  const start = makeFilter(index).base(null, false);
  const rows = makeRows(source, { match, words, start, headings: cards.headings });
  const docs = new Map(readIds(sent, index.language).map((id, doc) => [id, doc]));
  return {
    source,
    rows,
    card: cards.card,
    docOf: (id) => docs.get(id),
    columnsOf: ({ columns, chosen }) => source.columnsFor(columns, chosen),
    reach: (doc) => source.columns.find(({ id }) => id === REACH)?.text(doc) ?? "",
    formAddress: (id, fields) => `${root}${source.form}?post=${id}&falt=${fields.join(",")}`,
  };
}

/** @param {string} name @param {AbortSignal} signal */
async function fetchJson(name, signal) {
  const answer = await fetch(new URL(name, import.meta.url), { signal });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}
