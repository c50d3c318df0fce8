// Lists of whole numbers as text: each number in groups of five bits, lowest first, one character each; the alphabet's
// second half says that more follows. Written by scripts/katalog/browser/numbers.py.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** A character's number in the alphabet. */
export const CODES = new Uint8Array(128);
for (let i = 0; i < ALPHABET.length; i++) CODES[ALPHABET.charCodeAt(i)] = i;

/** The whole numbers in a text. @param {string} text @returns {number[]} */
export function decode(text) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const code = CODES[text.charCodeAt(i)];
    value += (code & 31) * 2 ** shift;
    if (code & 32) shift += 5;
    else {
      numbers.push(value);
      value = shift = 0;
    }
  }
  return numbers;
}
