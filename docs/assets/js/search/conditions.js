// Words of a question that mean a choice ("söndag", "gratis", "utan beslut") -> the choice, and the question without
// them. The words and what they mean come with the data: schema/villkor.json. No DOM.

import { weekdayOf } from "../core/day.js";

/** `veckodag`: a facet of weekdays, Monday first, and how many days ahead. What is said has "|" between.
 * @typedef {{sager: string, val?: Record<string, string[]>, veckodag?: Record<string, number>}} Condition */
/** @typedef {{bredvid: string, forbi: string, villkor: Condition[]}} Conditions */
/** One condition as it was found: the words that were written, and what they choose.
 * @typedef {{words: string, chosen: Map<string, string[]>}} Found */
/** `rest`: the question without the words of the conditions, "" when it says nothing more.
 * @typedef {{rest: string, found: Found[]}} Reading */

const LONGEST = 6;
const NUMBER = /^\d+$/;

/** @param {import("./index.js").Index} index */
export function makeConditions(index) {
  const { language } = index;
  const key = (/** @type {string[]} */ words) => words.map(language.stem).join(" ");
  /** @type {Map<string, Condition>} */
  const known = new Map();
  for (const one of index.villkor.villkor) {
    for (const said of one.sager.split("|")) known.set(key(language.words(said)), one);
  }
  const beside = new Set(index.villkor.bredvid.split("|").map((said) => key(language.words(said))));
  const past = new Set(index.villkor.forbi.split("|").map((said) => language.words(said).join(" ")));
  const [knownFirst, pastFirst] = [known.keys(), past]
    .map((all) => new Set([...all].map((one) => one.split(" ", 1)[0])));

  /** @param {string} text @param {Set<string>} literal words that the reader wants searched for as they stand
   * @returns {Reading} */
  function read(text, literal) {
    const words = language.words(text);
    const passed = passedIn(words);
    const isKnown = (/** @type {number} */ at, /** @type {number} */ end) => known.has(key(words.slice(at, end)));
    const spans = spansIn(words, isKnown, (at) => knownFirst.has(language.stem(words[at])))
      .filter((one) => !span(...one).some((at) => passed.has(at)))
      .filter(([at, end]) => !literal.has(words.slice(at, end).join(" ")));
    if (!spans.length) return { rest: text, found: [] };
    const gone = new Set(spans.flatMap(([at, end]) => [...before(words, at), ...span(at, end), ...after(words, end)]));
    const left = words.filter((_, at) => !gone.has(at));
    return {
      rest: left.every(isSmall) ? "" : left.join(" "),
      found: spans.map(([at, end]) => found(words.slice(at, end))),
    };
  }

  /** Places of words for a time that has been: "i fredags" chooses no Friday. @param {string[]} words */
  function passedIn(words) {
    const isPast = (/** @type {number} */ at, /** @type {number} */ end) => past.has(words.slice(at, end).join(" "));
    const spans = spansIn(words, isPast, (at) => pastFirst.has(words[at]));
    return new Set(spans.flatMap((one) => span(...one)));
  }

  /** Does a word that is left say nothing more beside a condition? @param {string} word */
  const isSmall = (word) => index.fillers.has(word) || NUMBER.test(word) || beside.has(language.stem(word));

  /** Small words next to a condition that say nothing more: they go with it. @param {string[]} words
   * @param {number} at @returns {number[]} */
  function before(words, at) {
    const length = lengths(at).find((length) => beside.has(key(words.slice(at - length, at))));
    return length ? [...before(words, at - length), ...span(at - length, at)] : [];
  }

  /** @param {string[]} words @param {number} end @returns {number[]} */
  function after(words, end) {
    const length = lengths(words.length - end).find((length) => beside.has(key(words.slice(end, end + length))));
    return length ? [...span(end, end + length), ...after(words, end + length)] : [];
  }

  /** @param {string[]} words @returns {Found} */
  function found(words) {
    const { val = {}, veckodag = {} } = /** @type {Condition} */ (known.get(key(words)));
    const chosen = new Map(Object.entries(val));
    for (const [facet, ahead] of Object.entries(veckodag)) {
      const days = index.facetter.find(({ id }) => id === facet)?.varden ?? [];
      chosen.set(facet, [days[(weekdayOf(index.day) + ahead) % days.length].id]);
    }
    return { words: words.join(" "), chosen };
  }

  return { read };
}

/** Places and ends of the longest parts that `holds`, from the left; it is asked only where one may begin.
 * @param {string[]} words @param {(at: number, end: number) => boolean} holds
 * @param {(at: number) => boolean} mayBegin @returns {[number, number][]} */
function spansIn(words, holds, mayBegin) {
  /** @type {[number, number][]} */
  const spans = [];
  for (let at = 0; at < words.length; ) {
    const length = mayBegin(at) ? lengths(words.length - at).find((length) => holds(at, at + length)) ?? 0 : 0;
    if (length) spans.push([at, at + length]);
    at += length || 1;
  }
  return spans;
}

/** Longest first. @param {number} most */
const lengths = (most) => Array.from({ length: Math.min(LONGEST, most) }, (_, i) => Math.min(LONGEST, most) - i);

/** @param {number} at @param {number} end */
const span = (at, end) => Array.from({ length: end - at }, (_, i) => at + i);
