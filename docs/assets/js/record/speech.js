// The small parts of saying a value in plain text: numbers, spans, labels, sums, sentences. As scripts/katalog/wording/
// view.py and fields.py make them, with the words that come with the page. Pure.
import { swedishDate } from "../core/dates.js";
import { fill, inSwedish } from "../core/text.js";

/** @typedef {import("./types.js").Data} Data */
/** `text`, what the record adds to it, and an address outside that the text is not. @typedef {object} Line
 * @property {string} text
 * @property {string} [note]
 * @property {string} [link] */
/** What saying a value needs. `nameOf`: what another record is called; `today`: an ISO date.
 * @typedef {object} Speech
 * @property {SpeechData} data
 * @property {string} today
 * @property {(id: string) => string} nameOf */
/** The part of the form's data that saying values and changes needs (scripts/katalog/browser/telling.py).
 * @typedef {Pick<import("./types.js").EngineData, "regel" | "vokabular" | "tillit" | "tidord" | "sagt">} SpeechData */

const THOUSANDS = 10_000; // from here on a whole number has a space in it

/** @param {Line} line */
export function plain({ text, note = "", link = "" }) {
  const web = link.includes("://") && bareAddress(link) !== text ? link : "";
  return [text, note, web].filter(Boolean).join(" – ").replace(/\s+/g, " ").trim();
}

/** @param {string} address */
export function bareAddress(address) {
  let bare = address.replace(/^.*?\/\//, "").replace(/^www\./, "");
  while (bare.endsWith("/")) bare = bare.slice(0, -1);
  return bare;
}

/** Parts one behind the other, each ended. @param {(string | undefined)[]} parts */
export const sentence = (...parts) =>
  parts.filter(Boolean).map((part) => (/[.?!]$/.test(part ?? "") ? part : `${part}.`)).join(" ");

/** @param {string} text */
export const lower = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** As Swedes write it. @param {any} value */
export function number(value) {
  if (typeof value !== "number") return String(value);
  const [whole, part] = Number.isInteger(value) ? [String(value), ""] : value.toFixed(2).split(".");
  const isSpaced = part || Math.abs(value) >= THOUSANDS;
  const spaced = isSpaced ? inSwedish(Number(whole)) : whole;
  return part && part !== "00" ? `${spaced},${part}` : spaced;
}

/** @param {any} low @param {any} high @param {string} enhet @param {Speech} speech */
export function span(low, high, enhet, { data: { sagt: { varden } } }) {
  if (low !== undefined && high !== undefined) {
    return low === high ? `${number(low)} ${enhet}` : `${number(low)}–${number(high)} ${enhet}`;
  }
  const [word, value] = low === undefined ? ["till", high] : ["fran", low];
  return fill(varden[word], { [word]: number(value), enhet });
}

/** @param {string} vocabulary @param {string} value @param {Speech} speech @returns {string} */
export function label(vocabulary, value, { data }) {
  return data.vokabular[vocabulary]?.find((one) => one.const === value)?.title ?? String(value);
}

/** @param {string} day @param {Speech} speech */
export const inWords = (day, { data }) => swedishDate(day, data.tillit.manader);

/** @param {Speech} speech */
export const wordsOf = (speech) => speech.data.sagt.varden;

/** @param {Data} group @param {Speech} speech */
export const year = ({ ar }, speech) => (ar === undefined ? "" : fill(wordsOf(speech).aret, { ar }));

/** @param {Data} group @param {string} units @param {Speech} speech */
export function amount(group, units, speech) {
  const words = wordsOf(speech);
  if (group.belopp_kr === undefined) return "";
  if (group.belopp_kr === 0) return `${words.gratis}${year(group, speech)}`;
  const unit = group.enhet === undefined ? "" : fill(words.per, { enhet: label(units, group.enhet, speech) });
  return `${fill(words.kronor, { tal: number(group.belopp_kr) })}${unit}${year(group, speech) || words.utan_ar}`;
}
