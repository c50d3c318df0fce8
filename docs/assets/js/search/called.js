// A word that nobody knows, beside a word of a record's name, is the name's other word if it is spelt somewhat like it:
// "fauntin house". A name is written by ear oftener than other words, and its neighbour tells which one it is. No DOM.

import { once } from "../core/once.js";
import { distance } from "./words.js";

/** @typedef {import("./matches.js").Token} Token */

const LEAST = 4; // letters of a word that tells which name it is
const LETTERS_A_SLIP = 3;

/** @param {string[][]} names the words of each record's name @param {import("./matches.js").Words} language */
export function makeCalled(names, language) {
  const byWord = once(() => {
    /** @type {Map<string, string[]>} */
    const beside = new Map();
    for (const words of names) {
      for (const word of words) beside.set(word, [...(beside.get(word) ?? []), ...words.filter((one) => one !== word)]);
    }
    return beside;
  });

  /** The nearest word of the names that hold a neighbour; null when none is near. @param {string} word
   * @param {(Token | undefined)[]} neighbours @returns {string | null} */
  function meant(word, neighbours) {
    const others = neighbours.flatMap((one) => (one && one.word.length >= LEAST ? byWord().get(one.word) ?? [] : []));
    const most = Math.floor(word.length / LETTERS_A_SLIP);
    let best = { word: /** @type {string | null} */ (null), steps: most + 1 };
    for (const other of new Set(others)) {
      if (other[0] !== word[0]) continue;
      const steps = distance(language.plain(word), language.plain(other), most);
      if (steps < best.steps) best = { word: other, steps };
    }
    return best.word;
  }

  /** @param {Token[]} tokens @returns {Token[]} */
  const read = (tokens) => tokens.map((token, at) => {
    const word = token.isUnknown ? meant(token.word, [tokens[at - 1], tokens[at + 1]]) : null;
    return word ? { word, stem: language.stem(word), near: word } : token;
  });

  return read;
}
