// What somebody wrote in a field, as the field's rule can take it: the rule says what fits, so no field is named here.
// What fits already is left alone; what fits in no way is left alone, too, and told as a fault. Pure.
import { codesMeant } from "./meant-codes.js";
import { numberMeant } from "./meant-numbers.js";
import { clockMeant, dateMeant, spanMeant } from "./meant-times.js";

/** @typedef {import("../record/types.js").Rule} Rule */
/** @typedef {import("./meant-times.js").Calendar} Calendar */
/** `until` is the end of a span, `per` what a number is for; both belong to fields beside this.
 * @typedef {{text: string, until?: string, per?: string}} Meant */

/** @param {Rule} rule */
export const isNumber = ({ type }) => type === "integer" || type === "number";

/** A time of day. @param {Rule} rule */
export const isClock = ({ type, examples }) => type === "string" && /^\d\d:\d\d$/.test(String(examples?.[0] ?? ""));

/** Is there something to understand? Not in free text, and not where one chooses. @param {Rule | undefined} rule
 * @returns {rule is Rule} */
export function isRead(rule) {
  if (!rule || rule["x-text"] || rule["x-forslag"] || rule["x-vokabular"]) return false;
  return isNumber(rule) || (rule.type === "string" && rule.pattern !== undefined);
}

/** @param {string} text @param {Rule} rule */
export function fits(text, rule) {
  return !rule.pattern || new RegExp(rule.pattern, "u").test(text);
}

/** @param {string} written @param {Rule} rule @param {Calendar} calendar @returns {Meant | null} */
export function meantBy(written, rule, calendar) {
  if (isNumber(rule)) return numberMeant(written, rule);
  const text = written.normalize("NFKC").replace(/[\p{Pd}\u2212]/gu, "-").replace(/[\p{Zs}\t]+/gu, " ").trim();
  if (!text || fits(text, rule)) return null;
  const found = isClock(rule) ? times(text) : rule.format === "date" ? [dateMeant(text, calendar)] : codesMeant(text);
  const told = found.filter((one) => one && fits(one, rule))[0];
  if (!told) return null;
  const span = isClock(rule) ? spanMeant(text) : null;
  return span && span[0] === told ? { text: told, until: span[1] } : { text: told };
}

/** Midnight is the end of one day and the beginning of another. @param {string} text */
function times(text) {
  const [one, span] = [clockMeant(text), spanMeant(text)];
  return [one, one === "24:00" && text === "midnatt" ? "00:00" : "", span ? span[0] : ""];
}
