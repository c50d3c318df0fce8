// One word of a question -> what every document has of it: in its texts, by the concepts that the word names, and when
// nothing answers to it as it stands, by what it probably means. No DOM; every word and weight comes from the data.

import { CLEAR, FAINT, HARDLY, NONE, PERHAPS, TOLD, add, addConcepts, blankScores } from "./scores.js";
import { makeWritten } from "./written.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./matches.js").Token} Token */
/** @typedef {import("./scores.js").Scores} Scores */
/** @typedef {[number, number][]} Found numbers of words, with how well they fit */

const NAME = 0; // the first part of a record is its name
const IN_NAME = 0.85;
const WHOLE = 0.7; // the word itself, or one that means the same
const OFTEN = 1 / 3; // of the records that hold a proper name, so many are called by it

/**
 * @param {Index} index @param {ReturnType<typeof import("./matches.js").makeMatcher>} matcher
 * @param {Map<string, string[]>} alike stems that mean the same
 */
export function makeTokenReader(index, { matches, cutFurther }, alike) {
  const weights = index.vikter;
  const written = makeWritten(index, index.language);
  const ordinary = new Set([...index.vanliga, ...index.fillers].map(index.language.stem));
  const parts = /** @type {number[]} */ (Object.values(weights.delar));
  const kinds = Object.keys(weights.sorter);
  // Best value of each document and part for the word being read; emptied after each, so that it is made once.
  const grid = new Float32Array(index.size * parts.length);

  /** Does it stand in any document? @param {number} word */
  const stands = (word) => index.starts[word + 1] > index.starts[word];

  /** @param {Token} token @returns {Scores} */
  function readToken(token) {
    const scores = blankScores(index.size);
    const cells = /** @type {number[]} */ ([]);
    const look = (/** @type {Token} */ sought, factor = 1) => {
      const found = matches(sought);
      const isName = nameReader(sought, found);
      for (const [word, quality] of found) readWord(word, quality * factor, cells, scores.concepts, isName);
      scores.known ||= found.length > 0;
      return found;
    };
    const own = [...look(token)];
    for (const stem of alike.get(token.stem) ?? []) own.push(...look({ word: stem, stem }, weights.liktydigt));
    if (!scores.known) look(cutFurther(token), weights.reserv);
    addTexts(scores, cells);
    addConcepts(scores, index);
    scores.wish = wishOf(scores, own);
    return scores;
  }

  /** May the token be a name that counts only as it is written? Its beginning is enough while it is no word of its
   * own. @param {Token} token @param {Found} found @returns {(word: number) => boolean} */
  function nameReader(token, found) {
    const isWord = ordinary.has(token.stem) || found.some(([, quality]) => quality >= weights.hel_fran);
    const is = isWord ? written.isForm : written.isBegun;
    return (word) => is(token, index.words[word]);
  }

  /** @param {Scores} scores @param {number[]} cells those of the grid that hold a value */
  function addTexts(scores, cells) {
    let [names, held] = [0, 0];
    for (const cell of cells) {
      const [doc, value] = [Math.floor(cell / parts.length), grid[cell]];
      const isName = cell === doc * parts.length + NAME;
      grid[cell] = 0;
      if (!scores.text[doc]) held++;
      add(scores.text, scores.text2, doc, value);
      if (isName && value >= WHOLE * parts[NAME]) names++;
      if (isName && value >= IN_NAME * parts[NAME]) scores.named[doc] = 1;
    }
    scores.isProper = names > 0 && names >= OFTEN * held && [...scores.concepts.values()].every((one) => one < HARDLY);
  }

  /** Does the word tell what is wished for: clearly when it names such a concept, perhaps when it
   * stands in a name, less so when it stands in a text, hardly when it only begins or ends a word there.
   * @param {Scores} scores @param {Found} own its matches and those of words that mean the same */
  function wishOf(scores, own) {
    const kinds = (/** @type {number} */ concept) => weights.onskan[index.begrepp[concept].klass] ?? 0;
    const isClear = [...scores.concepts].some(([concept, strength]) => strength >= kinds(concept) && kinds(concept));
    if (isClear) return CLEAR;
    if (scores.circumstance) return NONE;
    const told = Math.max(0, ...own.map(([word, quality]) => (stands(word) ? quality : 0)));
    if (scores.concepts.size) return PERHAPS;
    if (told >= weights.hel_fran) return scores.named.includes(1) ? PERHAPS : TOLD;
    return told >= weights.lagen.borjan ? FAINT : NONE;
  }

  /** @param {number} word @param {number} quality @param {number[]} cells @param {Map<number, number>} concepts
   * @param {(word: number) => boolean} isName */
  function readWord(word, quality, cells, concepts, isName) {
    readPostings(word, quality, cells);
    for (const number of index.links[word]) {
      const concept = Math.floor(number / kinds.length);
      if (written.isStrict(concept) && !isName(word)) continue;
      const kind = kinds[number % kinds.length];
      const isPart = quality < weights.hel_fran && !kind.startsWith("titel");
      const value = quality * (isPart ? weights.synonymdel : 1) * weights.sorter[kind];
      if (value > (concepts.get(concept) ?? 0)) concepts.set(concept, value);
    }
  }

  /** @param {number} word @param {number} quality @param {number[]} cells */
  function readPostings(word, quality, cells) {
    for (let at = index.starts[word]; at < index.starts[word + 1]; at++) {
      const first = index.docs[at] * parts.length;
      for (let held = index.masks[at]; held; held &= held - 1) {
        const part = 31 - Math.clz32(held & -held);
        readCell(first + part, quality * parts[part], cells);
      }
    }
  }

  /** @param {number} cell @param {number} value @param {number[]} cells */
  function readCell(cell, value, cells) {
    if (!grid[cell]) cells.push(cell);
    if (value > grid[cell]) grid[cell] = value;
  }

  return readToken;
}
