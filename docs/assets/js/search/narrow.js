// Records that are only for some ("personer med LSS-beslut"), of whom a question may name nobody. No DOM.

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./scores.js").UnitScores} UnitScores */

/** @param {Pick<Index, "snavt" | "set" | "begrepp">} index */
export function makeNarrow({ snavt, set, begrepp }) {
  const some = new Set(snavt.for);
  /** By those that are named: most questions name nobody. @type {Map<string, number[]>} */
  const known = new Map();
  const docsOf = (/** @type {number} */ concept) => set(begrepp[concept].mangd).docs;

  /** Those that are only for some, none of whom the question names. @param {UnitScores[]} scored @returns {number[]} */
  return (scored) => {
    const named = scored.flatMap(({ concepts }) => [...concepts.keys()]).filter((concept) => some.has(concept));
    const key = named.sort((a, b) => a - b).join(" ");
    const found = known.get(key) ?? without(named);
    known.set(key, found);
    return found;
  };

  /** @param {number[]} named @returns {number[]} each once */
  function without(named) {
    const free = new Set([...snavt.oppet, ...named].flatMap(docsOf));
    return [...new Set(snavt.for.flatMap(docsOf))].filter((doc) => !free.has(doc));
  }
}
