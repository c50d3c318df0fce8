// Is what the question wishes for known? Only then there is an answer: a place, a time, an ordinary word or half of a
// strange question never carries one. No DOM.

import { CLEAR, FAINT, NONE, PERHAPS, TOLD } from "./scores.js";

/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */

/** @param {UnitScores[]} scored @param {Unit[]} units */
export function isAnswerable(scored, units) {
  const wishes = scored.map((scores, i) => wishOf(scores, units[i]));
  const best = Math.max(NONE, ...wishes);
  if (best === CLEAR) return true;
  const unknown = units.filter(({ isUnknown }) => isUnknown).length;
  if (unknown) return wishes.filter((wish) => wish === PERHAPS).length > unknown;
  if (best >= TOLD || (best === FAINT && wishes.length === 1)) return true;
  return scored.some((scores, i) => scores.circumstance || units[i].isAge);
}

/** @param {UnitScores} scores @param {Unit} unit */
function wishOf(scores, { phrase, isAge, isCommon, isNaming, isUnknown }) {
  if (isAge || isUnknown) return NONE;
  if (phrase || !isCommon) return scores.wish;
  return isNaming ? Math.min(scores.wish, PERHAPS) : NONE;
}
