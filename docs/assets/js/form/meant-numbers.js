// A number as people write it -> the number: "1 200,50 kr", "1.200:-", "300 kr/dag". Pure; `meant.js` uses it.

import { endBared } from "../core/text.js";

/** @typedef {import("../record/types.js").Rule} Rule */
/** `per` is what the number is told to be for. @typedef {{text: string, per: string}} MeantNumber */

const WITHIN = " .,'’"; // what may stand among digits
const BEFORE = /^(?:(?:år|året|kr|sek|kronor|pris)[.:]?)?$/;
const UNIT = new RegExp(`^(?:kronor|kr|sek|:-|,-|\\.-|stycken|st|procent|%|timmar|timme|tim|h|veckor|vecka|v|år|${
  "personer|pers|platser|deltagare|medlemmar|anställda"})?\\.?$`);
const CROWNS = /^(?:kronor|kr|sek|:-|,-|\.-)/;

/** @param {string} text @returns {string} */
const plain = (text) => text.normalize("NFKC").replace(/[\p{Zs}\t]+/gu, " ").replace(/[\u2212\u2013]/g, "-").trim();

/** Null: not one number that can be told. @param {string} written @param {Rule} rule @returns {MeantNumber | null} */
export function numberMeant(written, rule) {
  const text = plain(written).toLowerCase();
  const sign = /^[-+]/.test(text) ? text[0] : "";
  const [before, digits, rest] = parted(sign ? text.slice(1) : text);
  if (!digits || /[0-9]/.test(rest) || !BEFORE.test(before)) return null;
  const [unit, per] = unitOf(rest);
  if (!UNIT.test(unit)) return null;
  const isMoney = CROWNS.test(unit) || /kr|sek/.test(before);
  const number = digitsMeant(digits, rule, isMoney);
  return number === null ? null : { text: `${sign === "-" ? "-" : ""}${number}`, per };
}

/** What stands before the digits, the digits, and what stands after: ".-" and ",-" end an amount.
 * @param {string} text */
function parted(text) {
  const start = text.search(/[0-9]/);
  if (start < 0) return [text, "", ""];
  let end = start;
  while (end < text.length && (WITHIN.includes(text[end]) || /[0-9]/.test(text[end]))) end += 1;
  const digits = endBared(text.slice(start, end), WITHIN);
  return [text.slice(0, start).trim(), digits, text.slice(start + digits.length).trim()];
}

/** "kr/dag", "kr per dag", "kr i timmen", "kr om dagen". @param {string} rest */
function unitOf(rest) {
  const [unit, ...more] = rest.split(/ ?\/ ?| per | i | om |^per /);
  return [unit.trim(), more.join(" ").replace(/\.$/, "").trim()];
}

/** @param {string} digits @param {Rule} rule @param {boolean} isMoney */
function digitsMeant(digits, rule, isMoney) {
  const bare = digits.replace(/[ '’]/g, "");
  const isGrouped = bare === digits || /^[0-9]{1,3}(?:[ '’][0-9]{3})+(?:[.,][0-9]+)?$/.test(digits);
  if (!isGrouped) return null;
  if (/^[0-9]+$/.test(bare)) return bare;
  if (/^[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+$/.test(bare)) return bare.replace(/\./g, "");
  if (/^[0-9]{1,3}(?:\.[0-9]{3}){2,}$/.test(bare)) return bare.replace(/\./g, "");
  const [whole, decimals, ...more] = bare.split(/[.,]/);
  if (more.length || !decimals) return null;
  if (decimals.length === 3 && whole.length <= 3) return three(whole, decimals, bare, rule, isMoney);
  return rule.type === "integer" && !/^0+$/.test(decimals) ? null : trimmed(whole, decimals);
}

/** "1.200" is twelve hundred or one and a fifth: told by what may stand there, else nobody knows.
 * @param {string} whole @param {string} decimals @param {string} bare @param {Rule} rule @param {boolean} isMoney */
function three(whole, decimals, bare, rule, isMoney) {
  const isTooMuch = Number(whole + decimals) > (rule.maximum ?? Infinity);
  if (isTooMuch) return rule.type === "integer" ? null : trimmed(whole, decimals);
  const isWhole = rule.type === "integer" || isMoney;
  return isWhole && bare.includes(".") ? whole + decimals : null;
}

/** @param {string} whole @param {string} decimals */
const trimmed = (whole, decimals) => (/^0+$/.test(decimals) ? whole : `${whole},${decimals}`);
