// One language's words -> which of them a question holds, and what they mean. Words are looked for whole, with a short
// ending, or by their beginning; words of several in order, with small words between. No DOM.

import { plainWords } from "./letters.js";

/** `ord`: [what it means, words...]: a concept's number, or -1 and down for the rows of Swedish words.
 * @typedef {{smaord: string[], forled: string[], ord: [number, ...string[]][]}} Language */
/** @typedef {{text: string, isStart: boolean}} Part */
/** Its words, each whole or the beginning of a word, and what it means.
 * @typedef {{words: Part[], means: number[]}} Entry */
/** An entry and the places of its words in the question. @typedef {{entry: Entry, at: number[]}} Hit */
/** `known`: how many words of the question the language knows.
 * @typedef {{hits: Hit[], taken: Set<number>, known: number}} Parsed */

const FIRST = 2; // entries are looked up by so many letters
const ENDING = 3; // so many letters may follow a whole word of four letters or more
const LEAST = 4;
const TAIL = 8; // so many letters may follow a beginning: more is another word
const SHORTEST = 2; // what is left of a word without its particle

/** @param {Language} language */
export function makeTongue({ smaord, forled, ord }) {
  const small = new Set(smaord.flatMap(plainWords));
  const particles = forled.flatMap(plainWords);
  const entries = byFirst(readEntries(ord));

  /** A word as it is, and without each of the particles that are written together with it. @param {string} word */
  const forms = (word) => {
    const cut = particles.filter((one) => word.startsWith(one) && word.length - one.length >= SHORTEST);
    return [word, ...cut.map((one) => word.slice(one.length))];
  };

  /** @param {string} word */
  const isSmall = (word) => forms(word).some((form) => small.has(form));

  /** The entry of most words that begins at `at`. @param {string[]} words @param {number} at @returns {Hit | null} */
  function entryAt(words, at) {
    const starts = forms(words[at]).flatMap((form) => entries.get(form.slice(0, FIRST)) ?? []);
    starts.sort((a, b) => b.words.length - a.words.length);
    for (const entry of starts) {
      const places = place(entry, words, at);
      if (places) return { entry, at: places };
    }
    return null;
  }

  /** Where the words of an entry stand, the first at `at`; null when one is missing.
   * @param {Entry} entry @param {string[]} words @param {number} at */
  function place(entry, words, at) {
    const found = [];
    let next = at;
    for (const part of entry.words) {
      const isHere = () => next < words.length && forms(words[next]).some((form) => fits(part, form));
      while (found.length && next < words.length && !isHere() && isSmall(words[next])) next++;
      if (!isHere()) return null;
      found.push(next++);
    }
    return found;
  }

  /** @param {string[]} words @returns {Parsed} */
  function parse(words) {
    /** @type {Set<number>} */
    const taken = new Set();
    const hits = [];
    for (const at of words.keys()) {
      const hit = taken.has(at) ? null : entryAt(words, at);
      if (!hit) continue;
      hit.at.forEach((i) => taken.add(i));
      hits.push(hit);
    }
    return { hits, taken, known: taken.size + words.filter((word, i) => !taken.has(i) && isSmall(word)).length };
  }

  return { parse };
}

/** @param {Part} part @param {string} word */
function fits({ text, isStart }, word) {
  if (!word.startsWith(text)) return false;
  const more = word.length - text.length;
  return isStart ? more <= TAIL : more === 0 || (text.length >= LEAST && more <= ENDING);
}

/** The same words may name several things. @param {Language["ord"]} rows */
function readEntries(rows) {
  /** @type {Map<string, Entry>} */
  const byWords = new Map();
  for (const [meaning, ...all] of rows) {
    for (const written of all) {
      const entry = byWords.get(written) ?? { words: written.split(" ").flatMap(readPart), means: [] };
      entry.means.push(meaning);
      byWords.set(written, entry);
    }
  }
  return [...byWords.values()];
}

/** @param {string} written "word" or "begin*" @returns {Part[]} */
const readPart = (written) => plainWords(written).map((text) => ({ text, isStart: written.endsWith("*") }));

/** @param {Entry[]} entries @returns {Map<string, Entry[]>} */
function byFirst(entries) {
  const made = new Map();
  for (const entry of entries) {
    const first = entry.words[0].text.slice(0, FIRST);
    made.set(first, [...(made.get(first) ?? []), entry]);
  }
  return made;
}
