// How fresh what is said of a record is: its level, the words for it, and the line below its name. Pure; the words come
// with the page and are those of scripts/katalog/derive/freshness.py; tests compare.
import { swedishDate } from "../core/dates.js";
import { levelOn } from "../core/freshness.js";
import { fill } from "../core/text.js";

/** `text` is a whole sentence, `since` a shorter one for a card.
 * @typedef {{level: string, label: string, text: string, since: string, date: string | null}} Freshness */
/** @typedef {import("./types.js").FreshnessData} FreshnessData */

const UNCONFIRMED = "obekraftad";

/**
 * @param {import("./types.js").Data} record @param {FreshnessData} words @param {string} today ISO date
 * @returns {Freshness}
 */
export function freshnessOf(record, words, today) {
  const date = record.senast_bekraftad;
  const level = typeof date === "string" ? levelOn(date, today, words) : null;
  if (!level) return unconfirmed(record.uppgifter_fran ?? null, record.status === "avslutad", words);
  const day = swedishDate(date, words.manader);
  const text = fill(words.texter.bekraftades, { datum: day, av: record.bekraftad_av ?? "…" })
    + (level === words.steg[0][1] ? "" : words.fraga);
  return { level, label: words.etiketter[level], text, since: sinceOf(day, words), date };
}

/** @param {number | null} year @param {boolean} isClosed @param {FreshnessData} words @returns {Freshness} */
function unconfirmed(year, isClosed, words) {
  const from = year ? fill(words.texter.fran, { ar: year }) : words.texter.okand_alder;
  const text = fill(words.texter[isClosed ? "stangd" : "obekraftad"], { fran: from });
  return { level: UNCONFIRMED, label: words.etiketter[UNCONFIRMED], text, since: sinceOf(year, words), date: null };
}

/** @param {string | number | null} when @param {FreshnessData} words */
function sinceOf(when, words) {
  return when ? fill(words.texter.kort_fran, { nar: when }) : words.texter.kort_utan;
}
