// Letters written one by one ("a d h d", "L.S.S.") -> the word they spell. No DOM.

const LEAST = 3;
const MOST = 12;

/** The words of a question with each run of single letters joined where the letters spell something known. The longest
 * stretch wins: `i` in "i a d h d" is a word of its own.
 * @param {string[]} words @param {(word: string) => boolean} isKnown @returns {string[]} */
export function joinSpelled(words, isKnown) {
  const joined = [];
  for (let at = 0; at < words.length; ) {
    const length = spelledFrom(words, at, isKnown);
    joined.push(words.slice(at, at + length).join(""));
    at += length;
  }
  return joined;
}

/** How many words from `at` on spell one. @param {string[]} words @param {number} at
 * @param {(word: string) => boolean} isKnown */
function spelledFrom(words, at, isKnown) {
  let run = 0;
  while (run < MOST && words[at + run]?.length === 1) run++;
  for (let length = run; length >= LEAST; length--) {
    if (isKnown(words.slice(at, at + length).join(""))) return length;
  }
  return 1;
}
