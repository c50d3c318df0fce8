// Records that fit and yet come later: what is not for everyone, what tells little, lies far away, or is there no more.
// No DOM; how much later is stated in the data.

import { isPlain } from "./wish.js";

/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */
/** @typedef {import("./search.js").Ranked} Ranked */

/** @param {Ranked} index @param {Float64Array} made what each document has @param {UnitScores[]} scored
 * @param {Unit[]} units @param {boolean} isPlaced does the question name a place */
export function putLater(index, made, scored, units, isPlaced) {
  const { vikter: weights } = index;
  const hidden = index.dolda.flatMap(({ mangd }) => index.set(mangd).docs);
  const hasNeed = units.some(({ phrase }) => phrase && !phrase.text);
  lessen(made, hidden, weights.dolt);
  if (hasNeed) {
    lessen(made, index.narrow(scored, units), weights.snavt);
    lessen(made, index.set(index.knappa).docs, weights.knappt);
    const away = isPlaced ? [] : index.borta.flatMap((concept) => index.set(index.begrepp[concept].mangd).docs);
    lessen(made, away, weights.borta);
  }
  // Who tells how it is wants to go there now, not to know what there was.
  if (hasNeed || units.filter((unit) => !isPlain(unit)).length >= weights.mening) {
    lessen(made, hidden, weights.dolt_vid_behov);
    lessen(made, index.set(index.forr).docs, weights.forr);
  }
  // One word for what one does there ("kafé") is in a name by chance: that place is not for everyone either.
  const isTopic = scored.length === 1 && !units[0].phrase && scored[0].topical;
  if (isTopic) lessen(made, index.narrow(scored, units), weights.snavt);
}

/** @param {Float64Array} made @param {Iterable<number>} docs @param {number} factor */
function lessen(made, docs, factor) {
  for (const doc of docs) made[doc] *= factor;
}
