// One word of a question -> the words of the index that it means, and how well each fits. No DOM.
// Whole word, start, end and inside of compounds, with or without å ä ö.

import { makeMemory } from "./memory.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {ReturnType<typeof import("./words.js").makeWords>} Words */
/** `near`: it was written in another way; `isUnknown`: nobody here knows it; `isAge`: it stands for an age; `isShort`:
 * an abbreviation in capitals; `isAway`: a place out of reach; `isPiece`: it stands in a word that is about another
 * thing; `of`: the word written together that it is a part of.
 * @typedef {{word: string, stem: string, near?: string, isUnknown?: boolean, isAge?: boolean, isShort?: boolean,
 *   isAway?: boolean, isPiece?: boolean, of?: string}} Token
 */

const WHOLE = "helt";
const MIN_START = 3;
const MIN_END = 4;
const MIN_INSIDE = 5;

/** @param {Index} index @param {Words} language */
export function makeMatcher(index, language) {
  const weights = index.vikter;
  const lines = index.words.map(lineOf);
  const starts = startsOf(lines);
  const scan = "\n" + language.plain(lines.join("\n"));
  const byShortStem = readShortStems(index.words, language);
  const remembered = /** @type {import("./memory.js").Memory<[number, number][]>} */ (makeMemory());

  /** A word, and its stem where it does not begin with it. @param {string} word */
  function lineOf(word) {
    const stem = language.stem(word);
    return language.plain(word).startsWith(stem) ? word : `${word} ${stem}`;
  }

  /** Numbers of the words that hold `stem`, each once, or that begin with it.
   * @param {string} stem @returns {number[]} */
  function wordsWith(stem, isBeginning = false) {
    const found = [];
    const sought = isBeginning ? `\n${stem}` : stem;
    const lead = sought.length - stem.length;
    for (let at = scan.indexOf(sought); at >= 0; ) {
      const word = wordAt(at + lead - 1);
      found.push(word);
      if (word + 1 >= starts.length) break;
      at = scan.indexOf(sought, starts[word + 1] + 1 - lead);
    }
    return found;
  }

  /** @param {number} at a position in the lines */
  function wordAt(at) {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** `soporna` leaves `sop`, which begins `soppa` as well. @param {Token} token */
  const isCutShort = ({ word, stem }) => stem.length <= MIN_START && stem.length < word.length;

  /** How the token stands in a word: 0 when not at all, or not in a way that counts.
   * @param {Token} token @param {string} word */
  function fit(token, word) {
    const { stem } = token;
    const marks = language.plain(token.word) === token.word ? weights.utan_prickar : weights.fel_prickar;
    const pure = word.includes(token.word.slice(0, stem.length)) ? 1 : marks;
    const root = language.stem(word);
    if (root === stem) return pure * weights.lagen[WHOLE];
    if (index.short.has(token.word)) return 0;
    const plain = language.plain(word);
    if (plain.startsWith(stem)) {
      return stem.length < MIN_START ? 0 : pure * weights.lagen[isCutShort(token) ? "borjan_kort" : "borjan"];
    }
    if (root.endsWith(stem)) return stem.length >= MIN_END ? pure * weights.lagen.slut : 0;
    return stem.length >= MIN_INSIDE ? pure * weights.lagen.inuti : 0;
  }

  /** @param {Token} token @returns {[number, number][]} word numbers with how well they fit */
  const matches = (token) => remembered.get(token.word, () => read(token));

  /** @param {Token} token @returns {[number, number][]} */
  function read(token) {
    const found = /** @type {[number, number][]} */ ([]);
    const likely = token.stem.length < MIN_START ? byShortStem.get(token.stem) ?? [] : wordsWith(token.stem);
    for (const word of likely) {
      const quality = fit(token, index.words[word]);
      if (quality > 0) found.push([word, quality]);
    }
    const isDotted = language.plain(token.word) !== token.word;
    return isDotted && found.some(([, quality]) => quality === weights.lagen[WHOLE])
      ? found.filter(([, quality]) => quality > weights.fel_prickar) : found;
  }

  /** Is it a word of the index just as it is written? @param {string} word */
  const isWord = (word) => beginningWith(word).some((at) => index.words[at] === word);

  /** Numbers of the words that begin so, whatever their dots. @param {string} beginning */
  const beginningWith = (beginning) => wordsWith(language.plain(beginning), true);

  /** Does it stand in the index as a whole word, whatever its ending? @param {Token} token */
  const holds = (token) => matches(token).some(([, quality]) => quality >= weights.hel_fran);

  /** A noun made of a verb, cut to what they share. @param {Token} token @returns {Token} */
  function cutFurther(token) {
    const { word: whole } = token;
    const found = index.reserv.find(([end, least]) => whole.endsWith(end) && whole.length - end.length >= least);
    const word = found ? whole.slice(0, -found[0].length) : whole;
    return { word, stem: language.stem(word) };
  }

  /** Does any word, in the index or not, hold the token in a way that counts? `plain`: the word without marks.
   * @param {Token} token @param {{word: string, stem: string, plain: string}} part */
  const isHeld = (token, { word, stem, plain }) =>
    (stem === token.stem || plain.includes(token.stem)) && fit(token, word) > 0;

  return { matches, holds, isWord, beginningWith, cutFurther, isHeld, turn: remembered.turn };
}

/** The words of a stem of one or two letters: only the whole word counts then, and half of all words begin so.
 * @param {string[]} words @param {Words} language */
function readShortStems(words, language) {
  /** @type {Map<string, number[]>} */
  const made = new Map();
  words.forEach((word, at) => {
    const stem = language.stem(word);
    const isShort = stem.length < MIN_START && language.plain(word).startsWith(stem);
    if (isShort) made.set(stem, [...(made.get(stem) ?? []), at]);
  });
  return made;
}

/** Where each line begins when they are joined. @param {string[]} lines */
function startsOf(lines) {
  const starts = new Uint32Array(lines.length);
  for (let i = 0, at = 0; i < lines.length; i++) {
    starts[i] = at;
    at += lines[i].length + 1;
  }
  return starts;
}
