// The cards' columns and the facets' sets -> one card. No DOM.

import { once } from "../core/once.js";
import { trustOn } from "../core/trust.js";
import { hasBit } from "./index.js";
import { besideHeading } from "./names.js";
import { setColumn } from "./sets.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("../core/card.js").Card & {id: string}} Card */
/** @typedef {Pick<Card, "id" | "address" | "heading">} Named */
/** @typedef {ReturnType<typeof readCards>} Cards */

/** What `kort` of index.json holds, by record: ids by their headings, headings and texts by line, rows, what trust
 * rests on.
 * @typedef {{id: string, adress: string, rubrik: string, text: string, rader: Column[],
 *   bild: string, bilder: string[], avbildade: string,
 *   tillitsord: import("../core/trust.js").TrustWords, tilliter: import("../core/trust.js").Basis[], tillit: string}}
 *   Data */

/** @param {Data} data as it was sent @param {Index} index @param {string} root address of the site's root
 * @param {string} day the reader's */
export function readCards(data, index, root, day) {
  const headings = data.rubrik.split("\n");
  const texts = data.text.split("\n");
  const ids = once(() => readIds(data, index.language));
  const size = headings.length;
  const columns = once(() => data.rader.map((column) => readRow(column, day, index, size)));
  const pictures = once(() => valuesOf(data.bilder, data.avbildade, index, size).map(([picture]) => picture));
  const bases = once(() => valuesOf(data.tilliter, data.tillit, index, size).map(([basis]) => basis));

  /** @param {number} doc @returns {import("../core/card.js").Row[]} */
  function rowsOf(doc) {
    const all = columns().map(({ label, texts, isPlain }) => ({ label, text: texts[doc], isPlain }));
    return all.filter(({ text }) => text);
  }

  /** @param {number} doc @returns {Named} */
  function named(doc) {
    const id = ids()[doc];
    return { id, address: root + data.adress.replace("{id}", id), heading: headings[doc] };
  }

  /** @param {number} doc @returns {Card} */
  function card(doc) {
    return {
      ...named(doc),
      text: texts[doc],
      mark: index.dolda.find((set) => hasBit(index.bits(set.mangd), doc))?.marke ?? "",
      picture: root + data.bild.replace("{bild}", pictures()[doc]),
      rows: rowsOf(doc),
      trust: trustOn(bases()[doc], day, data.tillitsord),
    };
  }

  /** When each record was last confirmed, "" for never. @param {number} doc @returns {string} */
  const confirmed = (doc) => bases()[doc][0];
  const swedish = new Intl.Collator("sv");

  return {
    card,
    named,
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

/** @typedef {{label: string, texts: string[], isPlain: boolean}} Row */

/** `mangder`: the sets of the records that have each value; `borjar` and `slutar`: the places of values that are told
 * from a day on, and until a day; `tyst`: the label is for who listens alone.
 * @typedef {{etikett: string, varden: string[], mangder: string, borjar?: [number, string][],
 *   slutar?: [number, string][], tyst?: true}} Column */

/** The records' ids, in their order. @param {{id: string, rubrik: string}} data
 * @param {import("./matches.js").Words} language */
export function readIds({ id, rubrik }, language) {
  const words = language.lines(rubrik);
  return id.split("\n").map((told, doc) => besideHeading(told, words[doc].map(language.plain)));
}

/** A row of every card. @param {Column} column @param {string} day @param {Index} index @param {number} size
 * @returns {Row} */
function readRow({ etikett, varden, mangder, borjar = [], slutar = [], tyst = undefined }, day, index, size) {
  const silent = new Set([...borjar.filter(([, start]) => start > day), ...slutar.filter(([, end]) => end <= day)]
    .map(([place]) => place));
  const told = varden.map((text, place) => (silent.has(place) ? "" : text));
  const texts = valuesOf(told, mangder, index, size).map((held) => held.filter(Boolean).join(", "));
  return { label: etikett, texts, isPlain: tyst ?? false };
}

/** Of every record its values: the main one first, then the others in order.
 * @template T @param {T[]} values @param {string} sets the records that have each @param {Index} index
 * @param {number} size how many records there are @returns {T[][]} */
function valuesOf(values, sets, index, size) {
  const held = Array.from({ length: size }, () => /** @type {T[]} */ ([]));
  setColumn(sets).forEach((set, place) => {
    const { docs, first } = index.set(set);
    docs.forEach((doc, i) => (first[i] ? held[doc].unshift(values[place]) : held[doc].push(values[place])));
  });
  return held;
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
