// A change of a record -> what an editor and its sender read about it: each field before and after, and what will be
// seen on the site. The same sentences as `katalog review` says (scripts/katalog/upkeep/review.py), with its words,
// which come with the page; tests compare. Takes records that have no faults. Pure.
import { fill } from "../core/text.js";
import { trustOn } from "../core/trust.js";
import { areEqual } from "./likeness.js";
import { basisOf } from "./trust.js";
import { asWritten, sayField } from "./values.js";

/** @typedef {import("./types.js").Data} Data */
/** @typedef {import("./speech.js").Speech} Speech */
/** One field in words; no lines for what is not known.
 * @typedef {{title: string, before: string[], after: string[]}} Row */
/** `seen`: what the reader will see, a sentence each. @typedef {{rows: Row[], seen: string[]}} Told */

/** @param {Data | null} before null for a new record @param {Data} after @param {Speech} speech @returns {Told} */
export function tellChange(before, after, speech) {
  const { properties } = speech.data.regel;
  const changed = Object.keys(properties).filter((name) => !areEqual(before?.[name] ?? null, after[name] ?? null));
  const rows = changed.map((name) => rowOf(properties[name].title, name, before?.[name], after[name], speech));
  return { rows, seen: [...seen(before, after, before ? changed : [], speech)] };
}

/** @param {string} title @param {string} name @param {any} old @param {any} value @param {Speech} speech
 * @returns {Row} */
function rowOf(title, name, old, value, speech) {
  const [before, after] = [old, value].map((one) => sayField(name, one, speech));
  // Two records of the same name, an address behind the same text: what is written.
  if (areEqual(before, after)) return { title, before: asWritten(old), after: asWritten(value) };
  return { title, before, after };
}

/** @param {Data | null} before @param {Data} after @param {string[]} changed @param {Speech} speech
 * @returns {Generator<string>} */
function* seen(before, after, changed, speech) {
  const { andring: words, kort: card, stangd: [field, closed], vidare: onward } = speech.data.sagt;
  if (!before) yield fill(words.ny, { text: after[card[card.length - 1]] ?? "" });
  if (before && changed.includes(field) && after[field] === closed) {
    const where = after[onward] ? fill(words.vidare, { namn: speech.nameOf(after[onward]) }) : "";
    yield fill(words.stangd, { vidare: where });
  }
  if (changed.some((name) => card.includes(name))) yield words.kort;
  yield* listed(before ?? {}, after, speech);
  yield* fresh(before, after, speech);
  const parts = speech.data.sagt.delar.filter(([, fields]) => fields.some((name) => changed.includes(name)));
  if (parts.length) yield fill(words.under, { delar: parts.map(([title]) => title).join(", ") });
}

/** Which lists the record enters and leaves. @param {Data} before @param {Data} after @param {Speech} speech
 * @returns {Generator<string>} */
function* listed(before, after, speech) {
  const { andring: words, listor: lists } = speech.data.sagt;
  const [old, now] = [before, after].map((record) => lists.map((list) => listNames(record, list, speech)));
  const entered = now.flatMap((names, index) => names.filter((name) => !old[index].includes(name)));
  const left = old.flatMap((names, index) => names.filter((name) => !now[index].includes(name)));
  if (entered.length) yield fill(words.finns_nu, { listor: entered.join("; ") });
  if (left.length) yield fill(words.finns_inte, { listor: left.join("; ") });
}

/** "Var: Farsta": the lists of a vocabulary that hold the record. @param {Data} record
 * @param {[vocabulary: string, place: string[]]} list @param {Speech} speech @returns {string[]} */
function listNames(record, [vocabulary, place], { data }) {
  const title = data.regel.properties[place[0]]?.title;
  const values = data.vokabular[vocabulary] ?? [];
  return valuesAt(record, place).flatMap((slug) => {
    const found = values.find((one) => one.const === slug);
    return found ? [`${title}: ${found.title}`] : [];
  });
}

/** @param {any} value @param {string[]} place @returns {any[]} */
function valuesAt(value, [step, ...rest]) {
  if (value === undefined || value === null) return [];
  if (step === undefined) return [value];
  return step === "*" ? [value].flat().flatMap((item) => valuesAt(item, rest)) : valuesAt(value[step], rest);
}

/** @param {Data | null} before @param {Data} after @param {Speech} speech @returns {Generator<string>} */
function* fresh(before, after, speech) {
  const { andring: words } = speech.data.sagt;
  const [old, now] = [before, after].map((record) => (record ? trustText(record, speech) : ""));
  if (now && now !== old) yield fill(words.tillit, { text: now });
}

/** @param {Data} record @param {Speech} speech */
function trustText(record, { data, today }) {
  const { label, text } = trustOn(basisOf(record, data.tillit), today, data.tillit);
  return [label ? `${label}.` : "", text].filter(Boolean).join(" ");
}
