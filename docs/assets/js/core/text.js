// Small things with text: filling in a message, numbers as a Swedish reader writes them.

/** A message with its places filled in: "Rad {rad}" and `{rad: 2}` -> "Rad 2". @param {string} text
 * @param {Record<string, unknown>} values */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** Without the soft hyphens that pages are built with: they are for the eye alone. @param {string} text */
export const unhyphenated = (text) => text.replace(/\u00ad/g, "");

/** Without these characters at its ends. @param {string} text @param {string} characters @returns {string} */
export function bared(text, characters) {
  let start = 0;
  while (start < text.length && characters.includes(text[start])) start += 1;
  return endBared(text.slice(start), characters);
}

/** Without these characters at its end. @param {string} text @param {string} characters @returns {string} */
export function endBared(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

const SWEDISH = new Intl.NumberFormat("sv");

const FIRST_SPACED = 1000;

/** "1 234". Small whole numbers look the same everywhere, and are most of all. @param {number} number */
export const inSwedish = (number) =>
  (Number.isInteger(number) && number >= 0 && number < FIRST_SPACED ? String(number) : SWEDISH.format(number));

/** "1 träff", "2 träffar". @param {number} number @param {string} one @param {string} many */
export const counted = (number, one, many) => `${inSwedish(number)} ${number === 1 ? one : many}`;
