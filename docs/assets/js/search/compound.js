// A word written together is about its parts at once ("trädgårdstomte" is no garden): where no record answers to all
// of them it is a word that nobody here knows. No DOM.

/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */

/** The units of a question, with each compound as one unknown word where its parts are not found together. Places and
 * times say only where and when.
 * @param {Unit[]} units @param {(unit: Unit) => UnitScores} scoreOf @returns {Unit[]} */
export function withWholes(units, scoreOf) {
  const apart = new Set(compoundsOf(units).filter((word) => isApart(partsOf(units, word).map(scoreOf))));
  if (!apart.size) return units;
  const left = units.filter((unit) => !apart.has(wordOf(unit)));
  return [...left, ...[...apart].map((word) => ({ tokens: [{ word, stem: word, isUnknown: true }], isUnknown: true }))];
}

/** @param {Unit[]} units */
const compoundsOf = (units) => [...new Set(units.map(wordOf).filter(Boolean))];

/** @param {Unit[]} units @param {string} word */
const partsOf = (units, word) => units.filter((unit) => wordOf(unit) === word);

/** The compound that all words of a unit are parts of. @param {Unit} unit @returns {string} */
const wordOf = ({ tokens: [{ of: word = "" }, ...more] }) => (more.every((token) => token.of === word) ? word : "");

/** @param {UnitScores[]} parts */
function isApart(parts) {
  if (parts.length < 2 || parts.some(({ circumstance }) => circumstance)) return false;
  return !parts[0].values.some((_, doc) => parts.every(({ values }) => values[doc] > 0));
}
