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
const [SPELT_STEP, MOST_SPELT] = [0.05, 3];
const SOUND_STEP = 0.9;
const UNLIKE = 2; // so many times the steps may lie between the spellings of what is heard as nearly the same
const REMEMBERED = 500;
const LETTERS = 31; // a bit for each, the alphabet and what is left over

/** Finds what was meant. @param {Index} index @param {Words} language
 * @param {() => string[]} candidates folded words, those that name something first */
export function makeSound(index, language, candidates) {
  const { en_bokstav_fran: oneFrom, tva_bokstaver_fran: twoFrom } = index.stavfel;
  /** @type {ReturnType<typeof makeTables> | undefined} made when first needed: most questions are well spelt */
  let ready;
  const tables = () => (ready ??= makeTables(candidates()));
  /** @type {Map<string, Guess | null>} */
  const guesses = new Map();

  /** How a text sounds, word by word. @param {string} text */
  function keyOf(text) {
    let key = `\n${text}`;
    for (const [written, sound] of index.ljud) key = key.replaceAll(written, sound);
    return language.plain(undoubled(key)).slice(1);
  }

  /** @param {string[]} words */
  function makeTables(words) {
    const text = words.join("\n");
    const [keys, plain] = [keyOf(text).split("\n"), language.plain(text).split("\n")];
    return { words, keys, plain, heard: readShapes(keys), spelt: readShapes(plain), byKey: groupedBy(keys) };
  }

  /** @param {string} word */
  const slips = (word) => (word.length < oneFrom ? 0 : word.length < twoFrom ? 1 : 2);

  /** Candidates that may be as near as `limit`, in order: one of the first two letters is the same, and so are most
   * of the others. @param {string} plain @param {string} key @param {number} limit @returns {number[]} */
  function likely(plain, key, limit) {
    const { words, keys, spelt, heard } = tables();
    const [ownSpelt, ownHeard] = [readShapes([plain]), readShapes([key])];
    const found = [];
    for (let at = 0; at < words.length; at++) {
      const isBegun = limit > 0 && (beginsAs(spelt, at, ownSpelt) || beginsAs(heard, at, ownHeard));
      if (isBegun ? isNear(spelt, at, ownSpelt, limit) || isNear(heard, at, ownHeard, limit) : keys[at] === key) {
        found.push(at);
      }
    }
    return found;
  }

  /** Steps between the spellings, or between the sounds; when they sound the same a half, and what is spelt more like
   * it before others.
   * @param {string} plain @param {string} key @param {number} at one of the likely @param {number} limit */
  function cost(plain, key, at, limit) {
    const { keys, plain: spellings } = tables();
    if (keys[at] === key) return SAME_SOUND + SPELT_STEP * distance(plain, spellings[at], MOST_SPELT);
    const spelt = stepsTo(plain, spellings[at], limit);
    if (distance(plain, spellings[at], UNLIKE * limit) > UNLIKE * limit) return Infinity;
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
    if (guesses.size > REMEMBERED) guesses.clear();
    const found = guesses.has(word) ? guesses.get(word) ?? null : guessAnew(word);
    guesses.set(word, found);
    return found;
  }

  /** @param {string} word @returns {Guess | null} */
  function guessAnew(word) {
    if (word.length < MIN_SOUND || index.short.has(word)) return null;
    const [plain, key, limit] = [language.plain(word), keyOf(word), slips(word)];
    let best = /** @type {Guess | null} */ (null);
    for (const at of likely(plain, key, limit)) {
      const found = cost(plain, key, at, limit);
      if (found < (best?.cost ?? Infinity)) best = { word: tables().words[at], cost: found };
    }
    return best ?? byPart(key);
  }

  /** The word that sounds the same, spelt most like it; null when none does. @param {string} word
   * @returns {string | null} */
  function alike(word) {
    if (word.length < MIN_SOUND || index.short.has(word)) return null;
    const [spelt, same] = [language.plain(word), tables().byKey.get(keyOf(word)) ?? []];
    const steps = (/** @type {number} */ at) => distance(spelt, tables().plain[at], MOST_SPELT);
    return same.length ? tables().words[same.reduce((a, b) => (steps(b) < steps(a) ? b : a))] : null;
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

  return { guess, alike, prepare: () => void tables() };
}

/** The places of each key. @param {string[]} keys @returns {Map<string, number[]>} */
function groupedBy(keys) {
  const made = new Map();
  keys.forEach((key, at) => made.set(key, [...(made.get(key) ?? []), at]));
  return made;
}

/** What tells quickly that two words are far apart: lengths, first letters, and which letters they hold.
 * @typedef {{lengths: Uint16Array, firsts: Float64Array, seconds: Float64Array, held: Int32Array}} Shapes */

/** @param {string[]} words @returns {Shapes} */
function readShapes(words) {
  const held = Int32Array.from(words, (word) => {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % LETTERS);
    return bits;
  });
  const [firsts, seconds] = [0, 1].map((at) => Float64Array.from(words, (word) => word.charCodeAt(at)));
  return { lengths: Uint16Array.from(words, ({ length }) => length), firsts, seconds, held };
}

/** Is one of the first two letters the same? @param {Shapes} shapes @param {number} at @param {Shapes} own */
const beginsAs = ({ firsts, seconds }, at, own) => firsts[at] === own.firsts[0] || seconds[at] === own.seconds[0];

/** No step changes the length by more than one, or the letters that are held by more than two.
 * @param {Shapes} shapes @param {number} at @param {Shapes} own @param {number} limit */
const isNear = ({ lengths, held }, at, own, limit) =>
  Math.abs(lengths[at] - own.lengths[0]) <= limit && countOf(held[at] ^ own.held[0]) <= 2 * limit;

/** How many bits are set. @param {number} bits */
function countOf(bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
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
