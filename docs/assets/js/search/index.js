// The search data as Python wrote it -> what can be searched, each part when it is first needed. No DOM.
import { bitset, hasBit } from "../core/bits.js";
import { listsOf } from "../core/lists.js";
import { decode } from "../core/numbers.js";
import { once } from "../core/once.js";
import { besideCalled, besideHeading, frontCoded } from "./names.js";
import { needWords, readPhrases } from "./phrases.js";
import { readSets, setColumn } from "./sets.js";
import { readTexts } from "./texts.js";
import { makeWords } from "./words.js";

export { bitset, decode, hasBit };

export const FORMAT = 18;

/** @typedef {import("../match/ladder.js").Value} Value */
/** `gar_ut`: from the day on, what stands under the first value stands under the second (-1: none), records by the gaps
 * between them. @typedef {[string, number, number, string]} Expiry */
/** @typedef {import("../match/ladder.js").Facet & {gar_ut?: Expiry[]}} Facet */
/** As it is sent: `begrepp` is the number of the concept that tells a value's id, title and set.
 * @typedef {Omit<Facet, "varden"> & {varden: (Partial<Value> & {begrepp?: number})[]}} SentFacet */
/** @typedef {{mangd: number, klass: string, titel: string, falt: string, varde: string}} Concept */
/** Concepts in columns: titles and values by line, the numbers of their sets, and for each run of concepts their class,
 * field and how many.
 * @typedef {{titel: string, varde: string, mangd: string, falt: [string, string, number][]}} Concepts */
/** @typedef {{id: string, en: string, flera: string, marke: string, mangd: number}} Hidden */
/** @typedef {{begrepp: [number, string][], ord: string[], lases: string[], text: boolean}} Phrase */

/** What index.json holds; scripts/katalog/browser/search.py writes it.
 * @typedef {{format: number, sprak: import("./words.js").Language, vikter: any, utfyllnad: string,
 *   efterled: string, liktydigt: [string, string][], likord: string, vanliga: string, annat: [string, string],
 *   nekande: string[],
 *   bort: [string, string[]], ejnekande: string[], nekgrans: string[], nekundantag: string[],
 *   ovilja: [string[], string[]], bestammer: string[],
 *   ljud: [string, string][], narstaende: {min: string[], nara: string, soks: string},
 *   aldrar: {grupper: [number, number, string][], inte_efter: string[], inte_fore: string[]},
 *   snavt: {for: number[], oppet: number[], ord: string[], sagt: number}, knappa: number, borta: number[],
 *   stavfel: {en_bokstav_fran: number, tva_bokstaver_fran: number}, reserv: [string, number][], antal: number,
 *   oppna: number, forr: number, forst: [string, string], sidsvar: {adress: string, rubrik: string, fragar: string[]},
 *   forkortningar: string, begrepp: Concepts,
 *   kallas: string, fraser: import("./phrases.js").Saying[],
 *   grupper: {id: string, titel: string}[], facetter: SentFacet[], dolda: Hidden[],
 *   gamla: [string, string, number][], svar: import("../match/words.js").Words,
 *   villkor: import("./conditions.js").Conditions, mangder: import("./sets.js").SentSets, frammande: string,
 *   kris: import("./crisis.js").Data, orter: import("./places.js").Data,
 *   kort: import("./cards.js").Data} & import("./texts.js").SentWords} Data */

/** Python's data, ready to search. Throws RangeError when it is of another format than this module.
 * @param {Data} data the parsed index.json @param {string} day the reader's */
export function readIndex(data, day) {
  if (data.format !== FORMAT) throw new RangeError(`index of format ${data.format}, module of ${FORMAT}`);
  const language = makeWords(data.sprak);
  const sets = readSets(data.mangder, data.antal);
  const begrepp = readConcepts(data.begrepp, language);
  const facetter = data.facetter.map((facet) => onDay(withConcepts(facet, begrepp), day, sets));
  const { facetter: _, begrepp: __, utfyllnad, vanliga, annat, bort: ___, frammande, efterled, kort, ...rest } = data;
  return {
    ...rest,
    /** The reader's. */
    day,
    begrepp,
    facetter,
    size: data.antal,
    /** All records, in the site's order. */
    everyone: inSiteOrder(data, facetter, sets),
    language,
    /** Needs as readers tell them, each in one way. */
    behov: data.fraser.filter(([, , , , , reads]) => !reads).map(([said]) => said.split("|", 1)[0]),
    fillers: new Set(frontCoded(utfyllnad)),
    short: new Set(data.forkortningar.split(" ")),
    /** What a question is read by, made when the first one is asked. */
    reading: once(() => readWords(data, begrepp, kort, language)),
    /** @param {number} set */
    set: sets.of,
    /** @param {number} set */
    bits: (set) => sets.of(set).bits(data.antal),
  };
}

/** @typedef {ReturnType<typeof readIndex>} Index */
/** With the words that questions are read by. @typedef {Index & ReturnType<Index["reading"]>} Readable */

/** The words of records, names and needs. @param {Data} data @param {Concept[]} concepts
 * @param {import("./texts.js").CardTexts} cards @param {import("./matches.js").Words} language */
function readWords(data, concepts, cards, language) {
  const fillers = new Set(frontCoded(data.utfyllnad));
  const { phrases, written, ...names } = readPhrases(data, concepts.map(({ titel }) => titel), language, fillers);
  const headings = language.lines(cards.rubrik);
  const rows = cards.rader.flatMap(({ varden }) => varden.map((text) => language.words(text)));
  const small = new Set([...fillers, ...data.nekande]);
  return {
    ...readTexts(data, headings, language.lines(cards.text), rows, names, small),
    /** The words of each record's name. */
    names: headings,
    kallade: placeNames(data, concepts),
    phrases,
    /** Needs of one word, as they are written, by stem. */
    written,
    behovsord: needWords(data.fraser, language, fillers),
    vanliga: frontCoded(data.vanliga),
    annat: frontCoded(data.annat[0]),
    ihop: data.annat[1].split(" "),
    bort: frontCoded(data.bort[0]),
    inteBort: data.bort[1],
    frammande: frontCoded(data.frammande),
    efterled: frontCoded(data.efterled),
  };
}

/** What each place is called, most as its area has it. @param {Data} data @param {Concept[]} concepts */
function placeNames({ orter, kallas }, concepts) {
  const called = kallas.split("\n").map((line, at) => [concepts[at].titel, ...line.split(/[|\t]/).filter(Boolean)]);
  return besideCalled(orter.ortnamn, listsOf(orter.omraden, concepts.length).map(([first]) => called[first]));
}

/** @param {Concepts} sent @param {import("./matches.js").Words} language @returns {Concept[]} */
function readConcepts({ titel, varde, mangd, falt }, language) {
  const [titles, values, sets] = [titel.split("\n"), varde.split("\n"), setColumn(mangd)];
  const words = language.lines(titel);
  const runs = falt.flatMap(([klass, field, number]) => Array.from({ length: number }, () => [klass, field]));
  return runs.map(([klass, field], at) => ({
    titel: titles[at], klass, falt: field, mangd: sets[at],
    varde: besideHeading(values[at], words[at].map(language.plain)),
  }));
}

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
 * values are new ones, put last. @param {Facet} facet @param {string} day
 * @param {import("./sets.js").Sets} sets @returns {Facet} */
function onDay(facet, day, sets) {
  const expired = (facet.gar_ut ?? []).filter(([date]) => date <= day);
  if (!expired.length) return facet;
  const held = facet.varden.map(({ mangd }) => new Set(sets.of(mangd).docs));
  const named = new Set(facet.sluten === undefined ? [] : sets.of(facet.sluten).docs);
  for (const [, from, to, gaps] of expired) {
    let doc = 0;
    for (const gap of decode(gaps)) {
      if (!held[from].delete((doc += gap))) continue;
      if (to >= 0) held[to].add(doc);
      else named.delete(doc); // what is said no more says nothing of the others either
    }
  }
  const varden = facet.varden.map((value, place) => ({ ...value, mangd: sets.add(held[place]) }));
  return { ...facet, varden, sluten: sets.add(named) };
}

/** The open records that come first, the others, the closed ones; each by name, as they are numbered.
 * @param {Data} data @param {Facet[]} facets @param {import("./sets.js").Sets} sets */
function inSiteOrder({ antal, oppna, forst: [facet, value] }, facets, sets) {
  const found = facets.find(({ id }) => id === facet)?.varden.find(({ id }) => id === value);
  const first = found ? sets.of(found.mangd).bits(antal) : new Uint32Array(antal);
  const docs = [...Array(antal).keys()];
  const rank = (/** @type {number} */ doc) => (doc < oppna ? 0 : 2) + (hasBit(first, doc) ? 0 : 1);
  return docs.sort((a, b) => rank(a) - rank(b));
}
