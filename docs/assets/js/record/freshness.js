// How fresh what is said of a record is: its level, the words for it, and the line below its name. Pure; the words come
// with the page and are those of scripts/katalog/derive/freshness.py; tests compare.
import { swedishDate } from "../core/dates.js";
import { daysBetween } from "../core/day.js";
import { fill } from "../core/text.js";

/** @typedef {{level: string, label: string, text: string, date: string | null, year: number | null}} Freshness */
/** @typedef {import("./types.js").FreshnessData} FreshnessData */

const TOO_OLD = "inaktuell";
const UNCONFIRMED = "obekraftad";

/**
 * @param {import("./types.js").Data} record @param {FreshnessData} words @param {string} today ISO date
 * @returns {Freshness}
 */
export function freshnessOf(record, words, today) {
  const isClosed = record.status === "avslutad";
  const date = record.senast_bekraftad;
  const days = typeof date === "string" ? daysBetween(date, today) : NaN;
  if (Number.isNaN(days)) return unconfirmed(record.uppgifter_fran ?? null, isClosed, words);
  const step = words.steg.find(([most]) => days <= most);
  const told = { datum: swedishDate(date, words.manader), av: record.bekraftad_av ?? "…" };
  const text = fill(words.texter.bekraftades, told) + (step === words.steg[0] ? "" : words.texter.fraga);
  const level = step ? step[1] : TOO_OLD;
  return { level, label: labelOf(level, isClosed, words), text, date, year: record.uppgifter_fran ?? null };
}

/** @param {number | null} year @param {boolean} isClosed @param {FreshnessData} words @returns {Freshness} */
function unconfirmed(year, isClosed, words) {
  const from = year ? fill(words.texter.fran, { ar: year }) : words.texter.okand_alder;
  const text = fill(words.texter[isClosed ? "stangd" : "obekraftad"], { fran: from });
  return { level: UNCONFIRMED, label: labelOf(UNCONFIRMED, isClosed, words), text, date: null, year };
}

/** @param {string} level @param {boolean} isClosed @param {FreshnessData} words */
function labelOf(level, isClosed, words) {
  return isClosed ? words.ord_stangd : words.etiketter[level];
}
