// One language's words -> which of them a question holds, and what they mean. Words are looked for whole, with a short
// ending, or by their beginning; words of several in order, with small words between. No DOM.

import { once } from "../core/once.js";
import { plainWords } from "./letters.js";
import { isSurely, makeFitting } from "./fitting.js";

/** `bokstaver`: those that another language of the same script lacks; `ord`: [what it means, words...]: a concept's
 * number, or -1 and down for the rows of Swedish words.
 * @typedef {import("./fitting.js").Grammar & {smaord: string[], forled: string[],
 *   bokstaver?: string, ord: [number, ...string[]][]}} Language */
/** @typedef {import("./fitting.js").Part} Part */
/** Its words, each whole or the beginning of a word, and what it means.
 * @typedef {{words: Part[], means: number[]}} Entry */
/** An entry, the places of its words in the question, and whether it is surely meant.
 * @typedef {{entry: Entry, at: number[], isSure: boolean}} Hit */
/** `small`: the places of small words; `known`: how many words of the question the language knows.
 * @typedef {{hits: Hit[], taken: Set<number>, small: number[], known: number}} Parsed */

const LATIN = /^[\p{Script=Latin}\p{N}]/u;
const FIRST = 2; // entries are looked up by so many letters
const SHORTEST = 2; // what is left of a word without its particle

/** @param {Language} language */
export function makeTongue({ smaord, forled, bokstaver, ord, ...grammar }) {
  const { compared, fold, fits, readPart } = makeFitting(grammar);
  const small = new Set(smaord.flatMap(plainWords).map(fold));
  const written = forled.flatMap(plainWords);
  const particles = written.map(compared);
  // A question is written in one script: the entries of another need not be read.
  const latin = once(() => byFirst(readEntries(ord, readPart, isLatin)));
  const other = once(() => byFirst(readEntries(ord, readPart, (written) => !isLatin(written))));

  /** A word as it is, and without each of the particles that are written together with it.
   * @param {string} word @param {string[]} before */
  const forms = (word, before = particles) => {
    const cut = before.filter((one) => word.startsWith(one) && word.length - one.length >= SHORTEST);
    return [word, ...cut.map((one) => word.slice(one.length))];
  };

  /** The entries that a word may begin. @param {string} word */
  const beginning = (word) => (isLatin(word) ? latin : other)().get(word.slice(0, FIRST)) ?? [];

  /** @param {string} word */
  const isSmall = (word) => forms(word).some((form) => small.has(form));

  /** A small word is itself, not the beginning of another. @param {Part} part @param {string} word */
  const isHere = (part, word) => forms(word).some((form) => (small.has(word) ? form === part.text : fits(part, form)));

  /** The entry of most words, then of most letters, that begins at `at`, with what others as long as it mean; one that
   * is written so before those that only fold alike.
   * @param {string[]} words @param {string} said the word at `at` as it is written @param {number} at
   * @returns {Hit | null} */
  function entryAt(words, said, at) {
    const starts = new Set(forms(words[at]).flatMap(beginning));
    const found = [...starts].flatMap((entry) => {
      const places = place(entry, words, at);
      return places ? [{ entry, at: places }] : [];
    });
    found.sort((a, b) => b.at.length - a.at.length || letters(b.entry) - letters(a.entry));
    const longest = found.filter(({ entry }) => letters(entry) === letters(found[0].entry));
    const sure = longest.filter(({ entry }) => forms(said, written).some((form) => isSurely(entry.words[0], form)));
    const best = sure.length ? sure : longest;
    if (!best.length) return null;
    const means = [...new Set(best.flatMap(({ entry }) => entry.means))];
    const { entry, at: places } = best[0];
    return { entry: { ...entry, means }, at: places, isSure: places.length > 1 || sure.length > 0 };
  }

  /** Where the words of an entry stand, the first at `at`; null when one is missing.
   * @param {Entry} entry @param {string[]} words @param {number} at */
  function place(entry, words, at) {
    const found = [];
    let next = at;
    for (const part of entry.words) {
      const isNext = () => next < words.length && isHere(part, words[next]);
      while (found.length && next < words.length && !isNext() && isSmall(words[next])) next++;
      if (!isNext()) return null;
      found.push(next++);
    }
    return found;
  }

  /** @param {string[]} said @returns {Parsed} */
  function parse(said) {
    const words = said.map(fold);
    /** @type {Set<number>} */
    const taken = new Set();
    const hits = [];
    for (const at of words.keys()) {
      const hit = taken.has(at) ? null : entryAt(words, said[at], at);
      if (!hit) continue;
      hit.at.forEach((i) => taken.add(i));
      hits.push(hit);
    }
    const left = [...words.keys()].filter((i) => !taken.has(i) && isSmall(words[i]));
    return { hits, taken, small: left, known: taken.size + left.length };
  }

  return { parse, letters: bokstaver, prepare: () => void latin() };
}

/** @param {Entry} entry */
const letters = ({ words }) => words.reduce((sum, { text }) => sum + text.length, 0);

/** @param {string} text */
const isLatin = (text) => LATIN.test(text);

/** The same words may name several things. @param {Language["ord"]} rows
 * @param {(written: string) => Part[]} readPart @param {(written: string) => boolean} isWanted */
function readEntries(rows, readPart, isWanted) {
  /** @type {Map<string, Entry>} */
  const byWords = new Map();
  for (const [meaning, ...all] of rows) {
    for (const written of all.filter(isWanted)) {
      const entry = byWords.get(written) ?? { words: written.split(" ").flatMap(readPart), means: [] };
      entry.means.push(meaning);
      byWords.set(written, entry);
    }
  }
  return [...byWords.values()];
}

/** @param {Entry[]} entries @returns {Map<string, Entry[]>} */
function byFirst(entries) {
  /** @type {Map<string, Entry[]>} */
  const made = new Map();
  for (const entry of entries) {
    const first = entry.words[0].text.slice(0, FIRST);
    const alike = made.get(first) ?? [];
    made.set(first, alike);
    alike.push(entry);
  }
  return made;
}
