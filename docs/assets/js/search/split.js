// A word that nobody knows -> the known words that it is made of: "sluttadricka" as it was written without spaces,
// compounds with their joining letter. No DOM.

const MIN_WORD = 6;
const MAX_WORD = 60;
const MIN_PART = 2;
const SHORT = 4;
const JOINING = new Set("seoua");
const COSTS = { part: 1, short: 1.6, filler: 1.2, joining: 0.4 };

/** `isPart`: may it stand for something of its own; `isFiller`: a small word between.
 * @typedef {{isPart: (word: string) => boolean, isFiller: (word: string) => boolean}} Known */

/** @param {Known} known */
export function makeSplitter({ isPart, isFiller }) {
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
      for (let from = 0; from < end; from++) {
        if (costs[from] < Infinity) take(word, from, end, costs, steps);
      }
    }
    return costs[word.length] < Infinity ? partsOf(word, steps) : null;
  }

  /** @param {string} word @param {number} from @param {number} end @param {number[]} costs
   * @param {{from: number, part: string}[]} steps */
  function take(word, from, end, costs, steps) {
    const part = word.slice(from, end);
    const plain = costs[from] + costOf(part);
    if (plain < costs[end]) [costs[end], steps[end]] = [plain, { from, part }];
    if (end === word.length || !JOINING.has(part.at(-1) ?? "") || part.length <= SHORT) return;
    const stem = part.slice(0, -1);
    const joined = costs[from] + costOf(stem) + COSTS.joining;
    if (!isFiller(stem) && joined < costs[end]) [costs[end], steps[end]] = [joined, { from, part: stem }];
  }

  /** @param {string} word @param {{from: number, part: string}[]} steps */
  function partsOf(word, steps) {
    const parts = [];
    for (let end = word.length; end > 0; end = steps[end].from) parts.unshift(steps[end].part);
    return parts.length > 1 && parts.some((part) => !isFiller(part)) ? parts : null;
  }

  return { split };
}
