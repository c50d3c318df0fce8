// Records that are only for some ("personer med LSS-beslut", "kvinnor"), of whom a question may name nobody. No DOM.

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */

/** @param {Pick<Index, "snavt" | "set" | "begrepp">} index */
export function makeNarrow({ snavt, set, begrepp }) {
  const some = new Set(snavt.for);
  const told = set(snavt.sagt).docs;
  /** By those that are named: most questions name nobody. @type {Map<string, number[]>} */
  const known = new Map();
  const docsOf = (/** @type {number} */ concept) => set(begrepp[concept].mangd).docs;

  /** Those that are only for some, none of whom the question names. @param {UnitScores[]} scored @param {Unit[]} units
   * @returns {number[]} */
  return (scored, units) => {
    const named = scored.flatMap(({ concepts }) => [...concepts.keys()]).filter((concept) => some.has(concept));
    const words = units.flatMap(({ tokens }) => tokens.map(({ word }) => word));
    const isTold = words.some((word) => snavt.ord.some((start) => word.startsWith(start)));
    const key = [isTold, ...named.sort((a, b) => a - b)].join(" ");
    const found = known.get(key) ?? [...new Set([...without(named), ...(isTold ? [] : told)])];
    known.set(key, found);
    return found;
  };

  /** @param {number[]} named @returns {number[]} each once */
  function without(named) {
    const free = new Set([...snavt.oppet, ...named].flatMap(docsOf));
    return [...new Set(snavt.for.flatMap(docsOf))].filter((doc) => !free.has(doc));
  }
}
