// The words of the records: where each stands and what it names. What the cards say is read from the cards, what
// concepts are called from their names; only the rest is sent for itself. No DOM.
// The browser's half of scripts/katalog/browser/index_words.py.

import { unpack } from "../core/lists.js";
import { CODES } from "../core/numbers.js";
import { frontCoded } from "./names.js";

/** `ord`: the sent words that cards and names do not hold, in order; `kanda`: the places of the others among all words
 * of cards and names; `poster`: the documents of each sent word, all of them in order; `delar`: the parts there, a
 * letter each. @typedef {{ord: string, kanda: Packed, poster: Packed, delar: string}} SentWords */
/** @typedef {import("../core/lists.js").Packed} Packed */
/** A record on each line; what the rows of cards say, each text once.
 * @typedef {{id: string, rubrik: string, text: string, rader: {varden: string[]}[]}} CardTexts */
/** `words` in order; the places of word w in `docs` and `masks` are those from `starts[w]` to `starts[w + 1]`: the
 * documents that it stands in, in order, and the parts that it stands in there, a bit each; `links`: what it names,
 * each concept's number times the kinds of names there are, and the kind of name.
 * @typedef {{words: string[], starts: Uint32Array, docs: Uint32Array, masks: Uint8Array, links: number[][]}} Texts */
/** Words by document: those of document d stand in `words` from `starts[d]` to `starts[d + 1]`, their parts in `masks`.
 * @typedef {{starts: Uint32Array, words: ArrayLike<number>, masks: ArrayLike<number>}} ByDoc */

const [NAME, TELLS] = [1, 2]; // the bits of the parts that the cards show: what it is called, what one does there
/** @type {number[]} */
const NOTHING = [];

/** @param {SentWords & {antal: number}} data @param {string[][]} headings the words of each card's heading
 * @param {string[][]} texts and of its text @param {string[][]} rows the words of what its rows say
 * @param {{links: Map<string, number[]>, words: Set<string>}} names what concepts are called
 * @param {Set<string>} small words that count in headings alone @returns {Texts} */
export function readTexts(data, headings, texts, rows, { links, words: named }, small) {
  const shown = new Set([...named, ...headings.flat(), ...texts.flat(), ...rows.flat()]);
  const sent = sentWords(data, [...shown].sort());
  const held = new Set([...headings.flat(), ...texts.flat().filter((word) => !small.has(word)), ...sent,
    ...links.keys()]);
  const words = [...held].sort();
  const number = new Map(words.map((word, at) => [word, at]));
  const numbers = (/** @type {string[]} */ line) => line.map((word) => number.get(word) ?? -1).filter((at) => at >= 0);
  const told = headings.map((heading, doc) =>
    [numbers(heading), numbers(texts[doc].filter((word) => !small.has(word)))]);
  const both = [byLine(told), bySent(data, numbers(sent))];
  return { words, ...byWord(words.length, data.antal, both), links: words.map((word) => links.get(word) ?? NOTHING) };
}

/** The sent words in order: some are known from elsewhere. @param {SentWords} data @param {string[]} shown in order */
function sentWords({ ord, kanda }, shown) {
  const places = unpack(kanda, shown.length).numbers;
  return [...frontCoded(ord), ...Array.from(places, (place) => shown[place])].sort();
}

/** @param {number[][][]} told each document's words in its name, and in what one does there @returns {ByDoc} */
function byLine(told) {
  const starts = new Uint32Array(told.length + 1);
  told.forEach(([name, tells], doc) => (starts[doc + 1] = starts[doc] + name.length + tells.length));
  const masks = told.flatMap(([name, tells]) => [...name.map(() => NAME), ...tells.map(() => TELLS)]);
  return { starts, words: told.flat(2), masks };
}

/** The sent words by document. @param {SentWords & {antal: number}} data @param {number[]} words their numbers
 * @returns {ByDoc} */
function bySent({ poster, delar, antal }, words) {
  const { starts: from, numbers: docs } = unpack(poster, antal);
  const starts = new Uint32Array(antal + 1);
  for (const doc of docs) starts[doc + 1]++;
  for (let doc = 0; doc < antal; doc++) starts[doc + 1] += starts[doc];
  const [free, found, masks] = [starts.slice(), new Uint32Array(docs.length), new Uint8Array(docs.length)];
  words.forEach((word, at) => {
    for (let i = from[at]; i < from[at + 1]; i++) {
      const place = free[docs[i]]++;
      found[place] = word;
      masks[place] = CODES[delar.charCodeAt(i)];
    }
  });
  return { starts, words: found, masks };
}

/** Each word's documents in order, its parts in each together. @param {number} number of words
 * @param {number} size of documents @param {ByDoc[]} sources */
function byWord(number, size, sources) {
  const starts = new Uint32Array(number + 1);
  const last = new Int32Array(number).fill(-1);
  each(size, sources, (word, doc) => {
    if (last[word] !== doc) starts[word + 1]++;
    last[word] = doc;
  });
  for (let word = 0; word < number; word++) starts[word + 1] += starts[word];
  const [free, docs] = [starts.slice(), new Uint32Array(starts[number])];
  const masks = new Uint8Array(docs.length);
  last.fill(-1);
  each(size, sources, (word, doc, mask) => {
    if (last[word] !== doc) docs[free[word]++] = last[word] = doc;
    masks[free[word] - 1] |= mask;
  });
  return { starts, docs, masks };
}

/** @param {number} size @param {ByDoc[]} sources @param {(word: number, doc: number, mask: number) => void} visit */
function each(size, sources, visit) {
  for (let doc = 0; doc < size; doc++) {
    for (const { starts, words, masks } of sources) {
      for (let at = starts[doc]; at < starts[doc + 1]; at++) visit(words[at], doc, masks[at]);
    }
  }
}
