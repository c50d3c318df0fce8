// A text with hours in it -> nodes where a day stands on one line with its hours. What is in the page from the first
// has the same by scripts/katalog/publish/hyphens.py; a test holds the two together.
import { element } from "./element.js";

const DAY = "(?:mån|tis|ons|tors|fre|lör|sön)";
const HOUR = "\\d+(?:\\.\\d+)?";
const CLOCK = `(?:från (?:omkring )?${HOUR}|(?:omkring )?${HOUR}–${HOUR})`;
const DAYS = `(?:${DAY}(?:–${DAY})?|alla dagar)`;
const TOGETHER = new RegExp(`(\\b(?:${DAYS} ${CLOCK}|${DAY}–${DAY}\\b))`);

/** Each piece has an element of its own, so that words in it can be marked.
 * @param {string} text @param {(text: string) => (Node | string)[]} show @returns {(Node | string)[]} */
export function togetherNodes(text, show) {
  const pieces = text.split(TOGETHER);
  if (pieces.length === 1) return show(text);
  return pieces.flatMap((piece, at) =>
    (piece ? [element("span", at % 2 ? { class: "dagtid" } : {}, ...show(piece))] : []));
}
