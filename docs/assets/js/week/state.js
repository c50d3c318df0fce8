// What the one who plans has chosen, as the text after the number sign of the page's address: never stored, never sent.
// Whatever else stands there is left out. Pure.
import { cleaned } from "../list/ids.js";
import { MIDNIGHT, fourDigits, minutesOf } from "./clock.js";

/** @typedef {import("./data.js").Span} Span */
/** `ids`: the places of a week that came by a link; none: those of the reader's own list. `set`: times set by hand.
 * `on` and `off`: keys of the records' times that were put in and taken out. `start` (ISO date) and `weeks` (0: until
 * further notice) are for the calendar file; `way` and `when` are what free hours may be filled with.
 * @typedef {object} State
 * @property {string[]} ids
 * @property {Span[]} set
 * @property {Set<string>} on
 * @property {Set<string>} off
 * @property {string} start
 * @property {number} weeks
 * @property {string} way
 * @property {string} when
 */

const MOST_TIMES = 200;
const MOST_WEEKS = 104;
const KEY = /^([a-z0-9-]{0,100}):([1-7])-(\d{4})-(\d{4})$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const SLUG = /^[a-z0-9-]{1,60}$/;

/** A time as text: "snickeriet:2-0900-1200", Monday 1. @param {Span} span */
export const keyOf = ({ id, day, from, to }) => `${id}:${day + 1}-${fourDigits(from)}-${fourDigits(to)}`;

/** @param {string} key @returns {Span | null} */
export function readKey(key) {
  const [, id, day, start, end] = KEY.exec(key) ?? [];
  const [from, to] = [minutesOf(start ?? ""), minutesOf(end ?? "")];
  if (from === null || to === null || from >= to || to > MIDNIGHT) return null;
  return id && !cleaned([id]).length ? null : { id, day: Number(day) - 1, from, to };
}

/** @param {string} hash @returns {State} */
export function readState(hash) {
  const told = new Map(hash.replace(/^#/, "").split("&").map((part) => {
    const at = part.indexOf("=");
    return /** @type {[string, string]} */ ([part.slice(0, at), decoded(part.slice(at + 1))]);
  }));
  const keys = (/** @type {string} */ word) => [...new Set((told.get(word) ?? "").split(","))].slice(0, MOST_TIMES);
  const weeks = Number(told.get("veckor") ?? 0);
  return {
    ids: cleaned((told.get("lista") ?? "").split(",")),
    set: keys("satt").map(readKey).filter((span) => span !== null),
    on: new Set(keys("med").filter((key) => readKey(key))),
    off: new Set(keys("bort").filter((key) => readKey(key))),
    start: isDate(told.get("start") ?? "") ? told.get("start") ?? "" : "",
    weeks: Number.isInteger(weeks) && weeks > 0 && weeks <= MOST_WEEKS ? weeks : 0,
    way: SLUG.test(told.get("vag") ?? "") ? told.get("vag") ?? "" : "",
    when: SLUG.test(told.get("nar") ?? "") ? told.get("nar") ?? "" : "",
  };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** @param {string} text */
export const isDate = (text) => DATE.test(text) && !Number.isNaN(Date.parse(text));

/** The text of a state; "" for one without any choice. @param {State} state */
export function stateText({ ids, set, on, off, start, weeks, way, when }) {
  const told = [
    ["lista", ids.join(",")], ["satt", set.map(keyOf).join(",")], ["med", [...on].join(",")],
    ["bort", [...off].join(",")], ["start", start], ["veckor", weeks || ""], ["vag", way], ["nar", when],
  ].filter(([, value]) => value !== "").map((pair) => pair.join("="));
  return told.length ? `#${told.join("&")}` : "";
}
