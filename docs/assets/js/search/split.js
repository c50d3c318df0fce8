// A word that nobody knows -> the known words that it is made of: "sluttadricka" as it was written without spaces,
// compounds with their joining letter, or with a verb or who does something without its end ("bakstuga",
// "målarkväll"). No DOM.

const MIN_WORD = 6;
const MAX_WORD = 60;
const MIN_PART = 2;
const SHORT = 4;
const MIN_CUT = 3;
const JOINING = new Set("seoua");
const COSTS = { part: 1, short: 1.6, filler: 1.2, joining: 0.4, cut: 0.9, head: 1.1 };

/** The words that a first part may be: väv- is väva, snickar- is snickare, målar- is måla.
 * @param {string} part */
const uncut = (part) => [...(part.endsWith("ar") ? [part.slice(0, -1)] : []), `${part}a`, `${part}e`];

/** `isPart`: may it stand for something of its own; `isFiller`: a small word between; `isNaming`: does it name a
 * concept; `isHead`: last in a word it says only that one meets, where or when ("klubb"); `isShort`: is it an
 * abbreviation; `isExact`: does it name a concept, or is it an ordinary word just as it stands?
 * @typedef {{[is in "isPart" | "isFiller" | "isNaming" | "isHead" | "isShort" | "isExact"]:
 *   (word: string) => boolean}} Known */

/** @param {Known} known */
export function makeSplitter({ isPart, isFiller, isNaming, isHead, isShort, isExact }) {
  /** What it costs to read a stretch of the word as one part. @param {string} part */
  function costOf(part) {
    if (isFiller(part)) return COSTS.filler;
    if (part.length < MIN_PART || !isPart(part)) return Infinity;
    return part.length < SHORT ? COSTS.short : COSTS.part;
  }

  /** The cheapest way to read the word; null when a part of it says nothing. @param {string} word
   * @returns {string[] | null} */
  function split(word) {
    if (word.length < MIN_WORD || word.length > MAX_WORD) return null;
    const costs = [0];
    const steps = /** @type {{from: number, part: string}[]} */ ([]);
    for (let end = 1; end <= word.length; end++) {
      costs[end] = Infinity;
      for (let from = end === word.length ? 1 : 0; from < end; from++) {
        if (costs[from] < Infinity) take(word, from, end, costs, steps);
      }
    }
    return costs[word.length] < Infinity ? partsOf(word, steps) : null;
  }

  /** @param {string} word @param {number} from @param {number} end @param {number[]} costs
   * @param {{from: number, part: string}[]} steps */
  function take(word, from, end, costs, steps) {
    const part = word.slice(from, end);
    const better = (/** @type {number} */ cost, /** @type {string} */ read) => {
      if (costs[from] + cost < costs[end]) [costs[end], steps[end]] = [costs[from] + cost, { from, part: read }];
    };
    better(costOf(part), part);
    if (end === word.length) {
      if (isHead(part)) better(COSTS.head, "");
      return;
    }
    const whole = part.length < MIN_CUT || isNaming(part) ? undefined : uncut(part).find(isNaming);
    if (whole) better(COSTS.cut, whole);
    const stem = part.slice(0, -1);
    if (JOINING.has(part.at(-1) ?? "") && part.length > SHORT && !isFiller(stem)) {
      better(costOf(stem) + COSTS.joining, stem);
    }
  }

  /** @param {string} word @param {{from: number, part: string}[]} steps */
  function partsOf(word, steps) {
    const parts = [];
    for (let end = word.length; end > 0; end = steps[end].from) parts.unshift(steps[end].part);
    const telling = parts.filter(Boolean);
    const isCrumbled = telling.filter(({ length }) => length === 1).length > 1 || // "c ert i fikat"
      telling.some(isShort) && !telling.every((part) => isShort(part) || isExact(part)); // "se mestern"
    return parts.length > 1 && !isCrumbled && telling.some((part) => !isFiller(part)) ? telling : null;
  }

  return { split };
}
