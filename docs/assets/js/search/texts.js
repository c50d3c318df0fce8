// Every word that the search knows, with where it stands and what it names. What the cards say is read from the cards,
// what concepts are called from their names; only the rest is sent for itself. No DOM.
// The browser's half of scripts/katalog/browser/index_words.py.

import { CODES, decode } from "../core/numbers.js";

/** @typedef {import("./index.js").Data} Data */
/** @typedef {import("./matches.js").Words} Words */
/** A record on each line. @typedef {{id: string, rubrik: string, text: string}} CardTexts */
/** `words` in order; the places of word w in `docs` and `masks` are those from `starts[w]` to `starts[w + 1]`: the
 * documents that it stands in, in order, and the parts that it stands in there, a bit each; `links`: what it names,
 * each concept's number times the kinds of names there are, and the kind of name.
 * @typedef {{words: string[], starts: Uint32Array, docs: Uint32Array, masks: Uint8Array, links: number[][]}} Texts */

const [NAME, TELLS] = [1, 2]; // the bits of the parts that the cards show: what it is called, what one does there
const [FIRST_LETTER, LAST_LETTER] = ["A", "Z"].map((letter) => letter.charCodeAt(0));
const BITS = 6; // of a place in a list, for the parts
const PARTS = 2 ** BITS;
/** @type {number[]} */
const NOTHING = [];

/** @param {Data} data @param {CardTexts} cards @param {Words} language @param {Map<string, number[]>} links
 * @returns {Texts} */
export function readTexts(data, cards, language, links) {
  const held = readCards(data, cards, language);
  addSent(data, held);
  for (const word of links.keys()) if (!held.has(word)) held.set(word, NOTHING);
  const words = [...held.keys()].sort();
  return { words, ...flattened(words.map((word) => held.get(word) ?? NOTHING)),
    links: words.map((word) => links.get(word) ?? NOTHING) };
}

/** Word -> its documents in order, each with its parts in the lowest bits.
 * @param {Data} data @param {CardTexts} cards @param {Words} language @returns {Map<string, number[]>} */
function readCards({ utfyllnad, nekande }, { rubrik, text }, language) {
  /** @type {Map<string, number[]>} */
  const held = new Map();
  const small = new Set([...utfyllnad, ...nekande]);
  const texts = language.lines(text);
  const add = (/** @type {string} */ word, /** @type {number} */ doc, /** @type {number} */ part) => {
    const places = held.get(word);
    if (!places) held.set(word, [doc * PARTS + part]);
    else if (places[places.length - 1] >>> BITS < doc) places.push(doc * PARTS + part);
    else places[places.length - 1] |= part;
  };
  language.lines(rubrik).forEach((heading, doc) => {
    for (const word of heading) add(word, doc, NAME);
    for (const word of texts[doc]) if (!small.has(word)) add(word, doc, TELLS);
  });
  return held;
}

/** What is sent goes in among what the cards say. The words are in order, their places too, but those of words with few
 * stand first. @param {Data} data @param {Map<string, number[]>} held */
function addSent({ ord, antalen, poster, delar }, held) {
  const words = unshared(ord);
  const counts = decode(antalen);
  const gaps = decode(poster);
  const order = [...words.keys()].sort((a, b) => counts[a] - counts[b]);
  let at = 0;
  for (const word of order) {
    const places = [];
    for (let doc = -1, end = at + counts[word]; at < end; at++) {
      doc += gaps[at] + 1;
      places.push(doc * PARTS + CODES[delar.charCodeAt(at)]);
    }
    held.set(words[word], joined(held.get(words[word]), places));
  }
}

/** Words in order, each without what it begins with as the one before does, which a capital letter counts.
 * @param {string} text */
function unshared(text) {
  const words = [];
  let before = "";
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + 1;
    while (end < text.length && !isCapital(text, end)) end++;
    before = before.slice(0, text.charCodeAt(at) - FIRST_LETTER) + text.slice(at + 1, end);
    words.push(before);
  }
  return words;
}

/** @param {string} text @param {number} at */
function isCapital(text, at) {
  const code = text.charCodeAt(at);
  return code >= FIRST_LETTER && code <= LAST_LETTER;
}

/** @param {number[] | undefined} some @param {number[]} more @returns {number[]} */
function joined(some, more) {
  if (!some) return more;
  const made = [];
  for (let i = 0, j = 0; i < some.length || j < more.length; ) {
    const a = i < some.length ? some[i] >>> BITS : Infinity;
    const b = j < more.length ? more[j] >>> BITS : Infinity;
    if (a === b) made.push(some[i++] | more[j++]);
    else made.push(a < b ? some[i++] : more[j++]);
  }
  return made;
}

/** @param {number[][]} lists */
function flattened(lists) {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, word) => (starts[word + 1] = starts[word] + list.length));
  const docs = new Uint32Array(starts[lists.length]);
  const masks = new Uint8Array(docs.length);
  lists.forEach((list, word) => list.forEach((place, i) => {
    docs[starts[word] + i] = place >>> BITS;
    masks[starts[word] + i] = place & (PARTS - 1);
  }));
  return { starts, docs, masks };
}
