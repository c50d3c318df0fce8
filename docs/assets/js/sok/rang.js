// Numbers per document -> an order: how much each unit of a question says, and the best first. No DOM.

/** @typedef {{doc: number, score: number}} Hit */

/** How much each unit says: rare ones most; where a need is told in a phrase, loose words beside it little.
 * @param {Float32Array[]} values what each document has of each unit
 * @param {{concept: Float32Array}[]} scored @param {import("./fraga.js").Unit[]} units @param {any} weights */
export function weigh(values, scored, units, weights) {
  const hasNeed = units.some((unit) => unit.phrase && !unit.phrase.text && unit.tokens.length > 1);
  return values.map((value, i) => {
    const found = countHeld(value);
    if (!found) return 0;
    const isLoose = hasNeed && !units[i].phrase && !countHeld(scored[i].concept);
    return ((isLoose ? weights.rest_vid_fras : 1) * Math.log(1 + value.length / found)) / Math.log(1 + value.length);
  });
}

/** @param {Float32Array} values */
function countHeld(values) {
  let held = 0;
  for (let doc = 0; doc < values.length; doc++) if (values[doc] > 0) held++;
  return held;
}

/** @param {Float32Array} values */
export function highest(values) {
  let most = 0;
  for (let doc = 0; doc < values.length; doc++) if (values[doc] > most) most = values[doc];
  return most;
}

/** Documents with a score, best first, equal ones in the site's order; those far below the best are left out.
 * One number holds score and place, so that the machine's own sort of numbers does it: a tenth of the time.
 * @param {Float32Array} scores @param {number} least share of the best @returns {Hit[]} */
export function inOrder(scores, least) {
  const limit = Math.max(highest(scores) * least, Number.MIN_VALUE);
  const keys = new Float64Array(countHeld(scores));
  let held = 0;
  for (let doc = 0; doc < scores.length; doc++) {
    if (scores[doc] >= limit) keys[held++] = doc - Math.round(scores[doc] * 1e6) * scores.length;
  }
  return Array.from(keys.subarray(0, held).sort(), (key) => {
    const doc = ((key % scores.length) + scores.length) % scores.length;
    return { doc, score: scores[doc] };
  });
}
