// Swedish words that the index lacks and another language seems to have, from sprak.json: which they are, and whether
// they mean the same there. No DOM.

/** `egna`: mean another thing in Swedish ("dog", "chef"); `gemensamma`: mean the same ("museum"). A star says that it
 * is the beginning of a word. @typedef {{egna: string[], gemensamma: string[]}} Alike */

const START = "*";

/** @param {Alike} alike */
export function makeSwedish({ egna, gemensamma }) {
  return { isOwn: among(egna), isShared: among(gemensamma) };
}

/** @param {string[]} written @returns {(word: string) => boolean} */
function among(written) {
  const whole = new Set(written);
  const starts = written.filter((one) => one.endsWith(START)).map((one) => one.slice(0, -START.length));
  return (word) => whole.has(word) || starts.some((start) => word.startsWith(start));
}
