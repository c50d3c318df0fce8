// Is what the question wishes for known? Only then there is an answer: a place, a time, an ordinary word or half of a
// strange question never carries one. No DOM.

import { CLEAR, FAINT, NONE, PERHAPS, TOLD } from "./scores.js";

/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */

/** Does any word name a wish, and not only stand in texts? @param {UnitScores[]} scored @param {Unit[]} units */
export const isNamed = (scored, units) => scored.some((scores, i) => wishOf(scores, units[i]) >= PERHAPS);

/** @param {UnitScores[]} scored @param {Unit[]} units */
export function isAnswerable(scored, units) {
  const wishes = scored.map((scores, i) => wishOf(scores, units[i]));
  const best = Math.max(NONE, ...wishes);
  if (best === CLEAR) return true;
  if (isAboutGroup(wishes, units)) return true;
  const unknown = units.filter(({ isUnknown }) => isUnknown).length;
  if (unknown) return wishes.filter((wish) => wish === PERHAPS).length > unknown;
  if (best >= TOLD || (best === FAINT && wishes.length === 1)) return true;
  if (isName(scored, units)) return true;
  return scored.some((scores, i) => (scores.circumstance && !isPlain(units[i])) || units[i].isAge);
}

/** A need that tells for whom stands beside words that nobody knows, but not beside an errand that belongs elsewhere.
 * @param {number[]} wishes @param {Unit[]} units */
function isAboutGroup(wishes, units) {
  const isElsewhere = (/** @type {Unit} */ { isUnknown, tokens }) =>
    isUnknown && tokens.every((token) => !token.isUnknown);
  return !units.some(isElsewhere) && units.some(({ phrase }, i) => phrase && !phrase.text && wishes[i] === PERHAPS);
}

/** @param {UnitScores} scores @param {Unit} unit */
function wishOf(scores, { phrase, isAge, isCommon, isNaming, isUnknown }) {
  if (isAge || isUnknown) return NONE;
  if (phrase || !isCommon) return scores.wish;
  return isNaming ? Math.min(scores.wish, PERHAPS) : NONE;
}

/** An ordinary word that names nothing. @param {Unit} unit */
export const isPlain = ({ phrase, isCommon, isNaming }) => isCommon && !isNaming && !phrase;

/** Does the name of a record hold every word? One ordinary word is no name.
 * @param {UnitScores[]} scored @param {Unit[]} units */
export function isName(scored, units) {
  if (!scored.length || (scored.length === 1 && isPlain(units[0]))) return false;
  const [{ named }, ...others] = scored;
  for (let doc = named.indexOf(1); doc >= 0; doc = named.indexOf(1, doc + 1)) {
    if (others.every((one) => one.named[doc] === 1)) return true;
  }
  return false;
}
