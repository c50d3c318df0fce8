// The cards' columns and the facets' sets -> one card. No DOM.

import { trustOn } from "../core/trust.js";
import { decode, hasBit } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("../core/card.js").Card & {id: string}} Card */
/** @typedef {ReturnType<typeof readCards>} Cards */

/** @param {any} data the parsed kort.json @param {Index} index @param {string} root address of the site's root
 * @param {string} day the reader's */
export function readCards(data, index, root, day) {
  const ids = data.id.split("\n");
  /** @type {string[]} */
  const headings = data.rubrik.split("\n");
  const texts = data.text.split("\n");
  /** @type {Row[]} */
  const columns = data.rader.map((/** @type {Column} */ column) => readRow(column, day));
  /** @type {import("../core/trust.js").Basis[]} */
  const bases = decode(data.tillit).map((number) => data.tilliter[number]);

  /** @param {number} doc @returns {[string, string][]} */
  function rowsOf(doc) {
    const all = columns.map(({ label, texts }) => /** @type {[string, string]} */ ([label, texts[doc]]));
    return all.filter(([, text]) => text);
  }

  /** @param {number} doc @returns {Card} */
  function card(doc) {
    return {
      id: ids[doc],
      address: root + data.adress.replace("{id}", ids[doc]),
      heading: headings[doc],
      text: texts[doc],
      mark: index.dolda.find((set) => hasBit(index.bits(set.mangd), doc))?.marke ?? "",
      rows: rowsOf(doc),
      trust: trustOn(bases[doc], day, data.tillitsord),
    };
  }

  /** When each record was last confirmed, "" for never. @param {number} doc @returns {string} */
  const confirmed = (doc) => bases[doc][0];
  const swedish = new Intl.Collator("sv");

  return {
    card,
    headings,
    /** Records in the orders that a reader may choose, each sorted when first asked for.
     * @type {Record<string, () => Uint32Array>} */
    ranks: {
      "a-o": once(() => ranks(index.everyone, (a, b) => swedish.compare(headings[a], headings[b]))),
      senast: once(() => ranks(index.everyone, (a, b) => compareText(confirmed(b), confirmed(a)))),
    },
    /** The address of a page, as the reader's own page leads there. @param {string} address from the site's root */
    address: (address) => root + address,
  };
}

/** @typedef {{label: string, texts: string[]}} Row */

/** `borjar` and `slutar`: the places of values that are told from a day on, and until a day.
 * @typedef {{etikett: string, varden: string[], nummer: string, borjar?: [number, string][],
 *   slutar?: [number, string][]}} Column */

/** A row of every card: the places of a record's values among the distinct ones, doubled; the last has one added.
 * @param {Column} column @param {string} day @returns {Row} */
function readRow({ etikett, varden, nummer, borjar = [], slutar = [] }, day) {
  const early = borjar.filter(([, start]) => start > day);
  const late = slutar.filter(([, end]) => end <= day);
  const silent = new Set([...early, ...late].map(([place]) => place));
  /** @type {string[]} */
  const texts = [];
  /** @type {string[]} */
  let held = [];
  for (const number of decode(nummer)) {
    if (!silent.has(number >>> 1)) held.push(varden[number >>> 1]);
    if (number & 1) {
      texts.push(held.join(", "));
      held = [];
    }
  }
  return { label: etikett, texts };
}

/** @param {string} a @param {string} b */
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Each record's place in an order; equal ones in the site's order. @param {number[]} everyone in the site's order
 * @param {(a: number, b: number) => number} compare */
function ranks(everyone, compare) {
  const made = new Uint32Array(everyone.length);
  [...everyone].sort(compare).forEach((doc, rank) => (made[doc] = rank));
  return made;
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}
