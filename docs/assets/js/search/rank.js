// Numbers per document -> an order: how much each unit of a question says, and the best first. No DOM.

/** How much each unit says: rare ones most, a need never little, an ordinary word hardly anything; where a need is
 * understood, loose words beside it little, and where or when it is ("på nätet") no more than they.
 * @param {import("./scores.js").UnitScores[]} scored @param {import("./question.js").Unit[]} units
 * @param {any} weights */
export function weigh(scored, units, weights) {
  const isNeed = (/** @type {import("./question.js").Unit} */ { phrase }) => phrase && !phrase.text;
  const hasNeed = units.some(isNeed);
  const hasWish = units.some((unit, i) => isNeed(unit) && scored[i].topical && !scored[i].circumstance);
  return scored.map(({ values, docs, heldByConcept, topical, circumstance }, i) => {
    if (!docs.length) return 0;
    const rarity = Math.log(1 + values.length / docs.length) / Math.log(1 + values.length);
    if (units[i].isBeside) return rarity * weights.rest_vid_fras;
    if (hasWish && circumstance && isNeed(units[i])) return rarity * weights.vanligt;
    const isToldAtLength = topical && units[i].tokens.length > 1;
    if (isNeed(units[i])) return Math.max(rarity, isToldAtLength ? weights.behov_minst : weights.behov_ord_minst);
    if (units[i].isCommon) return rarity * weights.vanligt;
    return rarity * (hasNeed && !units[i].phrase && !heldByConcept ? weights.rest_vid_fras : 1);
  });
}

// Scores are told apart by a millionth, up to four: 22 bits, sorted by half of them at a time.
const STEPS = 1e6;
const TOP = 2 ** 22 - 1;
const HALF = 11;
const MASK = 2 ** HALF - 1;
const [FEW, FURTHER] = [3, 0.5]; // so few are hardly a choice: then from half as high
const SURE = 1; // what is as good as this is what was meant

/** Documents with a score, best first, equal ones in the site's order; those far below the best are left out, further
 * below where hardly any would be left and none is surely meant.
 * @param {Float64Array} scores @param {number[]} order the site's @param {number} least share of the best
 * @returns {number[]} */
export function inOrder(scores, order, least) {
  let highest = 0;
  for (let doc = 0; doc < scores.length; doc++) if (scores[doc] > highest) highest = scores[doc];
  if (!highest) return [];
  const share = highest < SURE && countFrom(scores, highest * least) < FEW ? least * FURTHER : least;
  const limit = Math.max(highest * share, Number.MIN_VALUE);
  const docs = [];
  const keys = new Uint32Array(scores.length);
  for (let at = 0; at < order.length; at++) {
    const doc = order[at];
    if (scores[doc] < limit) continue;
    docs.push(doc);
    keys[doc] = TOP - Math.min(TOP, Math.round(scores[doc] * STEPS));
  }
  return byHalf(byHalf(docs, keys, 0), keys, HALF);
}

/** How many are as high. @param {Float64Array} scores @param {number} least */
function countFrom(scores, least) {
  let count = 0;
  for (let doc = 0; doc < scores.length; doc++) if (scores[doc] >= least) count++;
  return count;
}

/** A counting sort by the bits of each document's key from `shift` on; equal ones keep their order. The machine's own
 * sort takes ten times as long. @param {number[]} docs @param {Uint32Array} keys @param {number} shift */
function byHalf(docs, keys, shift) {
  const starts = new Uint32Array(2 ** HALF + 1);
  for (const doc of docs) starts[((keys[doc] >>> shift) & MASK) + 1]++;
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  const sorted = docs.slice();
  for (const doc of docs) sorted[starts[(keys[doc] >>> shift) & MASK]++] = doc;
  return sorted;
}
