// A text -> pieces that are spoken one by one: sentences, and parts of long ones. Chromium falls silent in the middle
// of what takes longer than about fifteen seconds, and says nothing of it.

const LONGEST = 160; // letters: some twelve seconds at a usual pace

/** @param {string} text as it is said @returns {string[]} */
export function pieces(text) {
  const sentences = text.replace(/([.!?…][)]?)\s/gu, "$1\n").split("\n");
  return sentences.flatMap(parts).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** @param {string} sentence @returns {string[]} */
function parts(sentence) {
  if (sentence.length <= LONGEST) return [sentence.trim()];
  const start = sentence.slice(0, LONGEST);
  const pause = Math.max(start.lastIndexOf(", "), start.lastIndexOf("; "), start.lastIndexOf(": ")) + 1;
  const end = pause || start.lastIndexOf(" ") + 1 || LONGEST;
  return [sentence.slice(0, end).trim(), ...parts(sentence.slice(end).trim())];
}
