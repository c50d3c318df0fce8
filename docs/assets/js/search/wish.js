// Is what the question wishes for known? Only then there is an answer: a place, a time, an ordinary word or half of a
// strange question never carries one. No DOM.

import { CLEAR, FAINT, NONE, PERHAPS, TOLD } from "./scores.js";

/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */

const SURE_WORDS = 3; // of a need: told in so many it is meant, whatever errand stands beside it

/** Does any word name a wish, and not only stand in texts? @param {UnitScores[]} scored @param {Unit[]} units */
export const isNamed = (scored, units) => scored.some((scores, i) => wishOf(scores, units[i]) >= PERHAPS);

/** @param {UnitScores[]} scored @param {Unit[]} units @param {boolean} isPlaced does the question name a place */
export function isAnswerable(scored, units, isPlaced) {
  if (!isPlaced && units.some(({ isAway }) => isAway)) return isName(scored, units);
  const wishes = scored.map((scores, i) => wishOf(scores, units[i]));
  const best = Math.max(NONE, ...wishes);
  const hasErrand = units.some(isErrand);
  // Beside an errand an everyday word is not enough ("ont i en tand"), nor whom it is for ("recept adhd").
  if (wishes.some((wish, i) => wish === CLEAR && (!hasErrand || scored[i].isThing))) return true;
  if (hasErrand && units.some(isToldAtLength)) return true;
  if (hasErrand && best === CLEAR) return false;
  if (isAboutGroup(wishes, units)) return true;
  const unknown = units.filter(({ isUnknown }) => isUnknown).length + units.filter(isErrand).length;
  if (!hasErrand && wishes.some((wish, i) => isWished(wish, scored[i], units[i]))) return true;
  if (!hasErrand && units.some((unit, i) => scored[i].isProper && !unit.isCommon && wishes[i] >= TOLD)) return true;
  if (unknown) return wishes.filter((wish) => wish === PERHAPS).length > unknown;
  if (best >= TOLD || (best === FAINT && wishes.length === 1)) return true;
  if (isName(scored, units)) return true;
  return scored.some((scores, i) => (scores.circumstance && !isPlain(units[i])) || units[i].isAge);
}

/** Does an everyday word name what is wished for, and not foremost a way there ("LSS")?
 * @param {number} wish @param {UnitScores} scores @param {Unit} unit */
const isWished = (wish, { isForemost }, { isNaming, isCommon }) =>
  wish === PERHAPS && isForemost && isNaming === true && !isCommon;

/** Something that people ask about and that this catalogue does not hold. @param {Unit} unit */
const isErrand = ({ isUnknown, tokens }) => isUnknown === true && tokens.every((token) => !token.isUnknown);

/** @param {Unit} unit */
const isToldAtLength = ({ phrase, tokens }) => phrase && !phrase.text && tokens.length >= SURE_WORDS;

/** A need that tells for whom stands beside words that nobody knows, but not beside an errand that belongs elsewhere.
 * @param {number[]} wishes @param {Unit[]} units */
function isAboutGroup(wishes, units) {
  return !units.some(isErrand) && units.some(({ phrase }, i) => phrase && !phrase.text && wishes[i] === PERHAPS);
}

/** @param {UnitScores} scores @param {Unit} unit */
function wishOf(scores, { tokens, phrase, isAge, isBeside, isCommon, isNaming, isUnknown }) {
  if (isAge || isBeside || isUnknown) return NONE;
  if (phrase || !isCommon) return tokens.some(({ isPiece }) => isPiece) ? Math.min(scores.wish, PERHAPS) : scores.wish;
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
