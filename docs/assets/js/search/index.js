// The search data as Python wrote it -> arrays that can be scanned. No DOM.
import { bitset, hasBit } from "../core/bits.js";
import { decode } from "../core/numbers.js";
import { needWords, readPhrases } from "./phrases.js";
import { readTexts } from "./texts.js";
import { makeWords } from "./words.js";

export { bitset, decode, hasBit };

export const FORMAT = 7;

/** @typedef {import("../match/ladder.js").Value} Value */
/** `gar_ut`: from the day on, what stands under the first value stands under the second (-1: none), records by the gaps
 * between them. @typedef {[string, number, number, string]} Expiry */
/** @typedef {import("../match/ladder.js").Facet & {gar_ut?: Expiry[]}} Facet */
/** As it is sent: `begrepp` is the number of the concept that tells a value's id, title and set.
 * @typedef {Omit<Facet, "varden"> & {varden: (Partial<Value> & {begrepp?: number})[]}} SentFacet */
/** @typedef {{mangd: number, klass: string, titel: string, falt: string, varde: string}} Concept */
/** @typedef {{id: string, en: string, flera: string, marke: string, mangd: number}} Hidden */
/** @typedef {{begrepp: [number, string][], ord: string[], lases: string[], text: boolean}} Phrase */

/** What index.json holds; scripts/katalog/browser/search.py writes it.
 * @typedef {{format: number, sprak: import("./words.js").Language, vikter: any, utfyllnad: string[],
 *   liktydigt: [string, string][], likord: string[][], vanliga: string, annat: string, nekande: string[],
 *   ejnekande: string[], ljud: [string, string][],
 *   aldrar: {fran: number, till: number, ord: string, inte_efter: string[], inte_fore: string[]},
 *   snavt: {for: number[], oppet: number[]},
 *   stavfel: {en_bokstav_fran: number, tva_bokstaver_fran: number}, reserv: [string, number][], antal: number,
 *   oppna: number, forst: [string, string], sidsvar: import("./pages.js").Data,
 *   forkortningar: string[], begrepp: Concept[],
 *   kallas: string, fraser: import("./phrases.js").Saying[],
 *   grupper: {id: string, titel: string}[], facetter: SentFacet[], dolda: Hidden[], ord: string, antalen: string,
 *   gamla: [string, string, number][], svar: import("../match/words.js").Words,
 *   villkor: import("./conditions.js").Conditions,
 *   poster: string, delar: string, mangder: string, frammande: string,
 *   kris: import("./crisis.js").Data, orter: import("./places.js").Data}} Data */

/** Python's data, ready to search. Throws RangeError when it is of another format than this module.
 * @param {Data} data the parsed index.json @param {string} day the reader's
 * @param {import("./texts.js").CardTexts} cards the parsed kort.json */
export function readIndex(data, day, cards) {
  if (data.format !== FORMAT) throw new RangeError(`index of format ${data.format}, module of ${FORMAT}`);
  const language = makeWords(data.sprak);
  const { links, phrases } = readPhrases(data, language);
  const texts = readTexts(data, cards, language, links);
  const sets = data.mangder.split("\n").map(lazySet);
  const facets = data.facetter.map((facet) => onDay(withConcepts(facet, data.begrepp), day, sets));
  const everyone = inSiteOrder(data, facets, sets);
  return {
    ...data,
    /** The reader's. */
    day,
    facetter: facets,
    size: data.antal,
    /** All records, in the site's order. */
    everyone,
    language,
    ...texts,
    /** The words of each record's name. */
    names: language.lines(cards.rubrik),
    phrases,
    /** Needs as readers tell them, each in one way. */
    behov: data.fraser.filter(([, , , , , reads]) => !reads).map(([said]) => said.split("|", 1)[0]),
    behovsord: needWords(data.fraser, language, data.utfyllnad),
    fillers: new Set(data.utfyllnad),
    vanliga: data.vanliga.split(" "),
    annat: data.annat.split(" "),
    short: new Set(data.forkortningar),
    /** @param {number} set */
    set: (set) => sets[set](),
    /** @param {number} set */
    bits: (set) => sets[set]().bits(data.antal),
  };
}

/** @typedef {ReturnType<typeof readIndex>} Index */

/** What a concept says of a value is not sent again. @param {SentFacet} facet @param {Concept[]} concepts
 * @returns {Facet} */
function withConcepts(facet, concepts) {
  const varden = facet.varden.map(({ begrepp, ...value }) => {
    const concept = begrepp === undefined ? undefined : concepts[begrepp];
    return concept ? { id: concept.varde, titel: concept.titel, mangd: concept.mangd, ...value } : value;
  });
  return { ...facet, varden: /** @type {Value[]} */ (varden) };
}

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
