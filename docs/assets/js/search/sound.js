// A word that nobody knows -> the known word that it probably is: one that sounds the same, else the nearest spelling.
// No DOM; what sounds alike is stated in the data.

import { distance } from "./words.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./matches.js").Words} Words */
/** @typedef {{word: string, cost: number}} Guess */

const MIN_SOUND = 4; // shorter words sound like too much
const MIN_PART = 6;
const MIN_SLIP = 7; // a shorter word with one letter changed for another is another word
const SAME_SOUND = 0.5;
const PART = 0.75;
const SOUND_STEP = 0.9;

/** Finds what was meant. @param {Index} index @param {Words} language
 * @param {() => string[]} candidates folded words, those that name something first */
export function makeSound(index, language, candidates) {
  const { en_bokstav_fran: oneFrom, tva_bokstaver_fran: twoFrom } = index.stavfel;
  /** @type {ReturnType<typeof makeTables> | undefined} made when first needed: most questions are well spelt */
  let ready;
  const tables = () => (ready ??= makeTables(candidates()));

  /** How a text sounds, word by word. @param {string} text */
  function keyOf(text) {
    let key = `\n${text}`;
    for (const [written, sound] of index.ljud) key = key.replaceAll(written, sound);
    return language.plain(undoubled(key)).slice(1);
  }

  /** @param {string[]} words */
  function makeTables(words) {
    const text = words.join("\n");
    return { words, keys: keyOf(text).split("\n"), plain: language.plain(text).split("\n") };
  }

  /** @param {string} word */
  const slips = (word) => (word.length < oneFrom ? 0 : word.length < twoFrom ? 1 : 2);

  /** @param {string} a @param {string} b */
  const beginAlike = (a, b) => a.charCodeAt(0) === b.charCodeAt(0) || a.charCodeAt(1) === b.charCodeAt(1);

  /** Steps between the spellings, or between the sounds; a half when they sound the same.
   * @param {string} plain @param {string} key @param {number} at @param {number} limit */
  function cost(plain, key, at, limit) {
    const { keys, plain: spellings } = tables();
    if (keys[at] === key) return SAME_SOUND;
    if (!limit || !(beginAlike(plain, spellings[at]) || beginAlike(key, keys[at]))) return Infinity;
    const spelt = stepsTo(plain, spellings[at], limit);
    const heard = stepsTo(key, keys[at], limit);
    return Math.min(spelt > limit ? Infinity : spelt, heard > limit ? Infinity : heard * SOUND_STEP);
  }

  /** @param {string} a @param {string} b @param {number} limit */
  function stepsTo(a, b, limit) {
    const steps = distance(a, b, limit);
    return a.length < MIN_SLIP && a.length === b.length && isReplaced(a, b) ? limit + 1 : steps;
  }

  /** The best guess; null when nothing is near. @param {string} word @returns {Guess | null} */
  function guess(word) {
    if (word.length < MIN_SOUND || index.short.has(word)) return null;
    const [plain, key, limit] = [language.plain(word), keyOf(word), slips(word)];
    let best = /** @type {Guess | null} */ (null);
    tables().words.forEach((candidate, at) => {
      const found = cost(plain, key, at, limit);
      if (found < (best?.cost ?? Infinity)) best = { word: candidate, cost: found };
    });
    return best ?? byPart(key);
  }

  /** The shortest word that begins or ends with the sound. @param {string} key @returns {Guess | null} */
  function byPart(key) {
    if (key.length < MIN_PART) return null;
    const { keys, words } = tables();
    let best = -1;
    keys.forEach((other, at) => {
      if (!other.startsWith(key) && !other.endsWith(key)) return;
      if (best < 0 || words[at].length < words[best].length) best = at;
    });
    return best < 0 ? null : { word: words[best], cost: PART };
  }

  return { guess };
}

/** Each letter once where it stands several times in a row. @param {string} text */
function undoubled(text) {
  let made = "";
  let before = "";
  for (const letter of text) {
    if (letter !== before) made += letter;
    before = letter;
  }
  return made;
}

/** Do they differ by one letter in the place of another, and not by two that changed places?
 * @param {string} a @param {string} b */
function isReplaced(a, b) {
  const differing = [...a].filter((letter, at) => letter !== b[at]).length;
  return differing === 1;
}
