// Words, names and ids from the less that was sent of them: the browser's half of scripts/katalog/browser/names.py.
// No DOM.

const FIRST_LETTER = 65; // "A"
const LAST_LETTER = 90; // "Z"
const PIECE = /[A-Z]|[^A-Z-]+/g;

/** Words in order, each sent without what it begins with as the one before does, which a capital letter counts.
 * @param {string} text */
export function frontCoded(text) {
  const words = [];
  let before = "";
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + 1;
    while (end < text.length && !isCapital(text.charCodeAt(end))) end++;
    before = before.slice(0, text.charCodeAt(at) - FIRST_LETTER) + text.slice(at + 1, end);
    words.push(before);
  }
  return words;
}

/** @param {number} code */
const isCapital = (code) => code >= FIRST_LETTER && code <= LAST_LETTER;

/** What places are called, each with its other names: one that is not sent is the next that its concept is called, and
 * one that stands further on among those moves there. @param {string} text a line for each
 * @param {string[][]} called by place: all that its concept is called, one list for one concept
 * @returns {string[][]} */
export function besideCalled(text, called) {
  const places = new Map();
  return text.split("\n").map((line, at) => {
    const own = called[at];
    const next = places.get(own) ?? 0;
    const [sent, ...others] = line.split("|");
    const found = sent ? own.indexOf(sent, next) : next;
    places.set(own, found < 0 ? next : found + 1);
    return [sent || own[next], ...others];
  });
}

/** An id from its heading's words: a capital letter is one of them by its place, nothing at all is all of them.
 * @param {string} told @param {string[]} words folded, without marks */
export const besideHeading = (told, words) =>
  told ? (told.match(PIECE) ?? []).map((piece) => (isCapital(piece.charCodeAt(0))
    ? words[piece.charCodeAt(0) - FIRST_LETTER] : piece)).join("-") : words.join("-");
