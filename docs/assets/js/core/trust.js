// How sure a reader can be of a record on a day, and the words for it: the same three steps and sentences as
// scripts/katalog/derive/trust.py and wording/trust.py make, from the words that come with the page; tests compare.
// Pure.
import { swedishDate } from "./dates.js";
import { daysBetween } from "./day.js";
import { fill } from "./text.js";

/** What trust rests on: the last confirmation ("" for never) and who gave it, the newest page of their own or an
 * authority's (its kind and year, 0 for none), the newest source of all, and whether it is closed or an example.
 * @typedef {[confirmed: string, by: string, goodKind: string, goodYear: number, newestKind: string, newestYear: number,
 *   isPast: boolean]} Basis */
/** `dagar`: so many days a confirmation is fresh, and counts at all; `ar`: so many years a source does.
 * @typedef {{dagar: [number, number], ar: number, texter: Record<string, string>, varifran: Record<string, string>,
 *   manader: string[]}} TrustWords */
/** @typedef {{step: string, label: string, since: string, text: string}} Said */

/** The words for a day, scripts/katalog/wording/trust.py. @param {Basis} basis @param {string} day ISO date
 * @param {TrustWords} words @returns {Said} */
export function trustOn(basis, day, words) {
  const [confirmed, , goodKind, goodYear, newestKind, newestYear] = basis;
  const { texter, varifran } = words;
  const step = stepOn(basis, day, words);
  if (step === "kalla") {
    const label = capital(`${varifran[goodKind]} ${goodYear}`);
    return { step, label, since: "", text: texter.uppgifter_kan_ha_andrats };
  }
  const label = texter[step] ?? "";
  if (confirmed) return { step, label, ...confirmedWords(basis, step, day, words) };
  if (!newestYear) return { step, label, since: texter.utan_ar_kort, text: texter.utan_ar };
  const from = `${varifran[newestKind]} ${newestYear}`;
  const text = withDoubt(step, fill(texter.ar_fran, { varifran: from }), words);
  return { step, label, since: fill(texter.ar_kort, { ar: newestYear }), text };
}

/** @param {Basis} basis @param {string} day @param {TrustWords} words */
function stepOn([confirmed, , , goodYear, , , isPast], day, { dagar: [, counts], ar }) {
  if (isPast) return "forr";
  if (confirmed && daysBetween(confirmed, day) <= counts) return "bekraftat";
  return goodYear && Number(day.slice(0, 4)) - goodYear <= ar ? "kalla" : "fraga";
}

/** @param {Basis} basis @param {string} step @param {string} day @param {TrustWords} words */
function confirmedWords([confirmed, by], step, day, words) {
  const { texter } = words;
  const datum = swedishDate(confirmed, words.manader);
  const told = fill(texter.bekraftades, { datum, av: by ? fill(texter.av, { av: by }) : "" });
  if (step !== "bekraftat") {
    return { since: fill(texter.kort_bekraftades, { datum }), text: withDoubt(step, told, words) };
  }
  const isDue = daysBetween(confirmed, day) > words.dagar[0];
  const since = fill(texter[isDue ? "kort_se_over" : "kort_bekraftat"], { datum });
  return { since, text: isDue ? `${told} ${texter.se_over}` : told };
}

/** @param {string} step @param {string} told @param {TrustWords} words */
const withDoubt = (step, told, { texter }) => (step === "fraga" ? `${told} ${texter.kan_ha_andrats}` : told);

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);
