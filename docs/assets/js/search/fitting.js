// How the words of one language are told to be the same word: what of a word counts, which endings it may have, and
// what it loses before them. The rules are the language's own, from sprak.json. No DOM.

import { plainWords } from "./letters.js";

/** `andelser`: what may follow a whole word of three letters or more; `byte`: how a word may end, and how it ends then
 * before an ending; `jamfor`: what of a word is compared; `sammansatt`: other words follow a beginning.
 * @typedef {{andelser?: string[], byte?: [string, string][], jamfor?: string, sammansatt?: boolean}} Grammar */
/** `written`: before it was folded; `bound`: what stands before an ending, when that is not `text`.
 * @typedef {{text: string, written: string, isStart: boolean, bound: string}} Part */

const ENDING = 3; // so many letters may follow a whole word of four letters or more
const LEAST = 4;
const LEAST_OWN = 3; // and one of the language's own endings a word of so many
const TAIL = 8; // so many letters may follow a beginning: more is another word
const JOINED = 5; // a beginning of so many letters says what a compound is about

/** What of a word is compared. In the Ethiopic script each syllable is a consonant with one of eight vowels, side by
 * side in the table: the vowels change with the form of the word, its consonants stay.
 * @type {Record<string, (word: string) => string>} */
const FOLDS = {
  dubbla: (word) => [...word].filter((letter, at, all) => letter !== all[at - 1]).join(""),
  stavelser: (word) => word.replace(/[\u1200-\u137f]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) & ~7)),
};

/** @param {Grammar} grammar */
export function makeFitting({ andelser = [], byte = [], jamfor = "", sammansatt = false }) {
  const compared = FOLDS[jamfor] ?? ((/** @type {string} */ word) => word);
  // Short words would be taken for each other.
  const fold = (/** @type {string} */ word) => (word.length < LEAST_OWN ? word : compared(word));
  const endings = new Set(andelser.flatMap(plainWords).map(compared));

  /** @param {string} written "word" or "begin*" @returns {Part[]} */
  const readPart = (written) => plainWords(written).map((plain) => {
    const text = fold(plain);
    return { text, written: plain, isStart: written.endsWith("*"), bound: boundOf(text) };
  });

  /** @param {string} text */
  function boundOf(text) {
    const [last, instead] = byte.find(([end]) => text.length > LEAST_OWN && text.endsWith(end)) ?? ["", ""];
    return text.slice(0, text.length - last.length) + instead;
  }

  /** @param {Part} part @param {string} word */
  function fits({ text, isStart, bound }, word) {
    if (word.startsWith(text)) return isStart ? isTail(text, word) : isEnding(text, word);
    return bound !== text && word.startsWith(bound) && isOwn(bound, word);
  }

  /** @param {string} text @param {string} word */
  const isTail = (text, word) => word.length - text.length <= TAIL || (sammansatt && text.length >= JOINED);

  /** @param {string} text @param {string} word */
  const isEnding = (text, word) => word.length === text.length || isOwn(text, word) ||
    (text.length >= LEAST && word.length - text.length <= ENDING);

  /** @param {string} text @param {string} word */
  const isOwn = (text, word) => text.length >= LEAST_OWN && endings.has(word.slice(text.length));

  return { compared, fold, fits, readPart };
}

/** Is a word surely this one: as it is written, with less behind it than it has itself? Words of other languages begin
 * alike by chance. @param {Part} part @param {string} word */
export const isSurely = ({ written }, word) => word.startsWith(written) &&
  (written.length >= TAIL || word.length - written.length <= Math.max(ENDING, written.length));
