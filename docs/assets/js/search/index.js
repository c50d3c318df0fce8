// The search data as Python wrote it -> arrays that can be scanned. No DOM.
// Lists of whole numbers are text: each number in groups of five bits, lowest first, one character each; the
// alphabet's second half says that more follows. Sorted lists hold differences.

import { bitset, hasBit } from "../core/bits.js";

export { bitset, hasBit };

export const FORMAT = 6;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const NEWLINE = "\n".charCodeAt(0);
const CODES = new Uint8Array(128);
for (let i = 0; i < ALPHABET.length; i++) CODES[ALPHABET.charCodeAt(i)] = i;

/** @typedef {import("../match/ladder.js").Value} Value */
/** `gar_ut`: from the day on, what stands under the first value stands under the second (-1: none), records by the gaps
 * between them. @typedef {[string, number, number, string]} Expiry */
/** @typedef {import("../match/ladder.js").Facet & {gar_ut?: Expiry[]}} Facet */
/** @typedef {{mangd: number, klass: string, titel: string, falt: string, varde: string}} Concept */
/** @typedef {{id: string, en: string, flera: string, marke: string, mangd: number}} Hidden */
/** @typedef {{begrepp: [number, string][], ord: string[], lases: string[], text: boolean}} Phrase */

/** What index.json holds; scripts/katalog/browser/search.py writes it.
 * @typedef {{format: number, sprak: import("./words.js").Language, vikter: any, utfyllnad: string[],
 *   liktydigt: [string, string][], likord: string[][], vanliga: string, annat: string, nekande: string[],
 *   ejnekande: string[], ljud: [string, string][], behovsord: string,
 *   aldrar: {fran: number, till: number, ord: string, inte_efter: string[], inte_fore: string[]},
 *   snavt: {for: number[], oppet: number[]},
 *   stavfel: {en_bokstav_fran: number, tva_bokstaver_fran: number}, reserv: [string, number][], antal: number,
 *   oppna: number, forst: [string, string], sidor: number, forkortningar: string[], begrepp: Concept[],
 *   fraser: Record<string, number>, betydelser: Phrase[], behov: string[],
 *   grupper: {id: string, titel: string}[], facetter: Facet[], dolda: Hidden[], ord: string,
 *   gamla: [string, string, number][], svar: import("../match/words.js").Words,
 *   villkor: import("./conditions.js").Conditions,
 *   poster: string, delar: string, begreppsord: string, mangder: string, frammande: string,
 *   kris: import("./crisis.js").Data, orter: import("./places.js").Data}} Data */

/** The whole numbers in a text. @param {string} text @returns {number[]} */
export function decode(text) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const code = CODES[text.charCodeAt(i)];
    value += (code & 31) * 2 ** shift;
    if (code & 32) shift += 5;
    else {
      numbers.push(value);
      value = shift = 0;
    }
  }
  return numbers;
}

/** Python's data, ready to search. Throws RangeError when it is of another format than this module.
 * @param {Data} data the parsed index.json @param {string} day the reader's */
export function readIndex(data, day) {
  if (data.format !== FORMAT) throw new RangeError(`index of format ${data.format}, module of ${FORMAT}`);
  const lines = data.ord.split("\n");
  const words = lines.map((line) => line.split(" ", 1)[0]);
  const starts = new Uint32Array(lines.length);
  for (let i = 0, at = 0; i < lines.length; i++) {
    starts[i] = at;
    at += lines[i].length + 1;
  }
  const sets = data.mangder.split("\n").map(lazySet);
  const facets = data.facetter.map((facet) => onDay(facet, day, sets));
  const everyone = inSiteOrder(data, facets, sets);
  return {
    ...data,
    /** The reader's. */
    day,
    facetter: facets,
    size: data.antal + data.sidor,
    /** All records, in the site's order. */
    everyone,
    /** All records and pages, in the site's order. */
    order: [...everyone, ...Array.from({ length: data.sidor }, (_, page) => data.antal + page)],
    words,
    starts,
    lines: data.ord,
    postings: data.poster.split("\n"),
    /** The parts of its document that a posting stands in, a bit each.
     * @param {number} at its place among all postings */
    partsAt: (at) => CODES[data.delar.charCodeAt(at)],
    /** Where the postings of each word begin. */
    partStarts: countStarts(data.poster, lines.length),
    links: data.begreppsord.split("\n"),
    phrases: new Map(Object.entries(data.fraser).map(([key, meaning]) => [key, data.betydelser[meaning]])),
    postingCount: data.delar.length,
    fillers: new Set(data.utfyllnad),
    vanliga: data.vanliga.split(" "),
    annat: data.annat.split(" "),
    behovsord: data.behovsord.split(" "),
    short: new Set(data.forkortningar),
    /** @param {number} set */
    set: (set) => sets[set](),
    /** @param {number} set */
    bits: (set) => sets[set]().bits(data.antal),
  };
}

/** @typedef {ReturnType<typeof readIndex>} Index */

/** A facet as it is on the reader's day: what has expired has left its value, or gone on to another. The sets of such
 * values are new ones, put last. @param {Facet} facet @param {string} day @param {LazySet[]} sets @returns {Facet} */
function onDay(facet, day, sets) {
  const expired = (facet.gar_ut ?? []).filter(([date]) => date <= day);
  if (!expired.length) return facet;
  const held = facet.varden.map(({ mangd }) => new Set(sets[mangd]().docs));
  const named = new Set(facet.sluten === undefined ? [] : sets[facet.sluten]().docs);
  for (const [, from, to, gaps] of expired) {
    let doc = 0;
    for (const gap of decode(gaps)) {
      if (!held[from].delete((doc += gap))) continue;
      if (to >= 0) held[to].add(doc);
      else named.delete(doc); // what is said no more says nothing of the others either
    }
  }
  const varden = facet.varden.map((value, place) => ({ ...value, mangd: addSet(held[place], sets) }));
  return { ...facet, varden, sluten: addSet(named, sets) };
}

/** The number of a new set. @param {Set<number>} members @param {LazySet[]} sets */
function addSet(members, sets) {
  const docs = [...members].sort((a, b) => a - b);
  const set = makeSet(docs, docs.map(() => true));
  return sets.push(() => set) - 1;
}

/** The open records that come first, the others, the closed ones; each by name, as they are numbered.
 * @param {Data} data @param {Facet[]} facets @param {LazySet[]} sets */
function inSiteOrder({ antal, oppna, forst: [facet, value] }, facets, sets) {
  const found = facets.find(({ id }) => id === facet)?.varden.find(({ id }) => id === value);
  const first = found ? sets[found.mangd]().bits(antal) : new Uint32Array(antal);
  const docs = [...Array(antal).keys()];
  const rank = (/** @type {number} */ doc) => (doc < oppna ? 0 : 2) + (hasBit(first, doc) ? 0 : 1);
  return docs.sort((a, b) => rank(a) - rank(b));
}

/** How many numbers stand before each of the lists. @param {string} text a list on each line @param {number} lists */
function countStarts(text, lists) {
  const starts = new Uint32Array(lists);
  for (let i = 0, list = 0, sum = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter === NEWLINE) starts[++list] = sum;
    else if (CODES[letter] < 32) sum++;
  }
  return starts;
}

/** `docs` in order, `first[i]` tells whether it is the record's main value.
 * @typedef {{docs: number[], first: boolean[], bits: (size: number) => Uint32Array}} DocSet */
/** @typedef {() => DocSet} LazySet */

/** A set is decoded when first asked for. @param {string} text @returns {LazySet} */
function lazySet(text) {
  /** @type {DocSet | undefined} */
  let ready;
  return () => (ready ??= readSet(text));
}

/** @param {string} text */
function readSet(text) {
  const docs = /** @type {number[]} */ ([]);
  const first = /** @type {boolean[]} */ ([]);
  let doc = -1;
  for (const number of decode(text)) {
    doc += number >>> 1;
    docs.push(doc);
    first.push((number & 1) === 1);
  }
  return makeSet(docs, first);
}

/** @param {number[]} docs @param {boolean[]} first @returns {DocSet} */
function makeSet(docs, first) {
  /** @type {Uint32Array | undefined} */
  let made;
  return { docs, first, bits: (/** @type {number} */ size) => (made ??= bitset(docs, size)) };
}
