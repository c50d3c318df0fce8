// A question that is the name of a record, word by word, has that record first, whatever else its words may mean:
// "Steget" is an ordinary word, "Källan Järva" begins with a thing and ends with a place. No DOM.

/** @typedef {import("./matches.js").Words} Words */
/** @typedef {{docs: number[], scores: Float64Array}} Ordered */

/** @param {string[][]} names the words of each record's name */
export function makeTitles(names) {
  /** @type {Map<string, number[]>} */
  const known = new Map();
  names.forEach((words, doc) => known.set(words.join(" "), [...(known.get(words.join(" ")) ?? []), doc]));

  /** @param {string[]} words of the question @returns {number[]} the records that are called so */
  const find = (words) => known.get(words.join(" ")) ?? [];

  /** The same answer with those first. @param {Ordered} ordered @param {number[]} called @returns {Ordered} */
  function first({ docs, scores }, called) {
    if (!called.length) return { docs, scores };
    const most = scores.reduce((a, b) => Math.max(a, b), 0);
    const raised = scores.slice();
    for (const doc of called) raised[doc] = most + 1;
    return { docs: [...called, ...docs.filter((doc) => !called.includes(doc))], scores: raised };
  }

  return { find, first };
}
