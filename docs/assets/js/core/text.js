// Small things with text: filling in a message, numbers as a Swedish reader writes them.

/** A message with its places filled in: "Rad {rad}" and `{rad: 2}` -> "Rad 2". @param {string} text
 * @param {Record<string, unknown>} values */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

const SWEDISH = new Intl.NumberFormat("sv");

/** "1 234". @param {number} number */
export const inSwedish = (number) => SWEDISH.format(number);

/** "1 träff", "2 träffar". @param {number} number @param {string} one @param {string} many */
export const counted = (number, one, many) => `${inSwedish(number)} ${number === 1 ? one : many}`;
