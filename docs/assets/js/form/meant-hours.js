// Hours in one's own words <-> the rows of a record: "mån–fre 9–16, lör 10.30–14 (brunch)". Words for days come
// with the page. What is not understood becomes a row of text, so that nothing that was written is lost. Pure.
import { bared } from "../core/text.js";
import { fold, areEqual } from "../record/likeness.js";
import { clockMeant, spanMeant } from "./meant-times.js";

/** @typedef {import("../record/types.js").Data} Data */
/** @typedef {import("../record/types.js").HoursWords} HoursWords */
/** `named`: folded word -> the value it stands for; `days`: value -> its days, Monday 0; `short`: their short names.
 * @typedef {{named: Map<string, string>, days: Record<string, number[]>, short: string[]}} DayWords */
/** `unclear`: parts that became text though they speak of times. @typedef {{rows: Data[], unclear: string[]}} Hours */
/** @typedef {{days: string[], rest: string}} Days */

const TIME = "(?:[0-9]{1,2}(?:[.:][0-9]{2})?|[0-9]{4})";
const SPAN = `${TIME}(?: ?(?:-|till) ?(?:kl\\.? ?)?${TIME})?`;
const CLOCK = new RegExp(`^(?:klockan|kl\\.?|från)? ?${SPAN}(?![0-9]|[.:][0-9])`, "i");
const ALL_DAY = /^dygnet runt/i;
const WEEKEND = /^helg(?:er|en|erna)?$/;

/** @param {import("../record/types.js").Value[]} values of the vocabulary of days @param {HoursWords} hours
 * @returns {DayWords} */
export function dayWords(values, hours) {
  const named = new Map();
  for (const one of values) {
    const spelled = [...(one["x-ord"] ?? []), ...(one["x-alias"] ?? []), one.title];
    for (const word of spelled) named.set(fold(word), one.const);
  }
  return { named, days: hours.dagar, short: hours.kort };
}

/** @param {string} written @param {DayWords} words @returns {Hours} */
export function hoursMeant(written, words) {
  /** @type {Hours} */
  const made = { rows: [], unclear: [] };
  const plain = written.normalize("NFC").replace(/[\p{Pd}\u2212]/gu, "-");
  for (const line of plain.split(/[\n;]/)) readLine(line, words, made);
  return made;
}

/** @param {string} line @param {DayWords} words @param {Hours} made */
function readLine(line, words, made) {
  let [waiting, last, held] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([]), ""];
  for (const part of line.split(/,(?![0-9])| (?:och|samt|&) /).map((one) => one.replace(/[\p{Zs}\t]+/gu, " ").trim())) {
    if (!part) continue;
    const { days, rest } = daysAt(part, words);
    if (days.length && !rest) {
      waiting = [...waiting, ...days];
      held = held ? `${held}, ${part}` : part;
      continue;
    }
    const told = days.length || waiting.length ? [...waiting, ...days] : last;
    if (!readPart(rest, told, words, made)) addText(held ? `${held}, ${part}` : part, made);
    [waiting, last, held] = [[], told, ""];
  }
  if (waiting.length) made.rows.push(...waiting.map((dag) => ({ dag })));
}

/** @param {string} text @param {Hours} made */
function addText(text, made) {
  const told = dashed(text);
  if (/[0-9]/.test(told)) made.unclear.push(told);
  made.rows.push({ vad: told });
}

/** Between numbers, as it was written. @param {string} text */
const dashed = (text) => text.replace(/([0-9]) ?- ?(?=[0-9])/g, "$1–");

/** One clock or several after each other, and what happens then. @param {string} text @param {string[]} days
 * @param {DayWords} words @param {Hours} made */
function readPart(text, days, words, made) {
  let rest = text;
  /** @type {[string, string][]} */
  const clocks = [];
  for (let found = clockAt(rest); found; found = clockAt(rest)) {
    clocks.push([found.from, found.till]);
    rest = rest.slice(found.length).trim();
  }
  const what = dashed(bared(rest, "(): ."));
  if (/[0-9]/.test(what) && !clocks.length) return false;
  if (clocks.some(([from, till]) => from === till) || /^[-.:]/.test(what)) return false;
  if (!days.length) return false;
  if (!clocks.length) made.rows.push(...days.map((dag) => ({ dag, vad: what })));
  for (const [from, till] of clocks) made.rows.push(...rowsOf(days, from, till, what, words));
  return true;
}

/** @param {string} text */
function clockAt(text) {
  const whole = ALL_DAY.exec(text);
  if (whole) return { from: "00:00", till: "24:00", length: whole[0].length };
  const found = CLOCK.exec(text);
  const span = found && spanMeant(found[0].replace(/kl\.? ?(?=[0-9])/gi, "").trim());
  if (found && span) return { from: span[0], till: span[1], length: found[0].length };
  const from = found && !/-|till/i.test(found[0]) ? clockMeant(found[0].trim()) : "";
  return found && from && from !== "24:00" ? { from, till: "", length: found[0].length } : null;
}

/** Past midnight is the next day's. @param {string[]} days @param {string} fran @param {string} till
 * @param {string} what @param {DayWords} words @returns {Data[]} */
function rowsOf(days, fran, till, what, words) {
  const more = what ? { vad: what } : {};
  if (!till) return days.map((dag) => ({ dag, fran, ...more }));
  if (till > fran) return days.map((dag) => ({ dag, fran, till, ...more }));
  const late = days.map((dag) => ({ dag, fran, till: "24:00", ...more }));
  const next = days.flatMap((dag) => words.days[dag] ?? []).map((day) => (day + 1) % words.short.length);
  return [...late, ...asValues(next, words).map((dag) => ({ dag, fran: "00:00", till, ...more }))];
}

/** Days as the value that means just them, else each for itself. @param {number[]} days @param {DayWords} words */
function asValues(days, words) {
  const entries = Object.entries(words.days);
  const sorted = [...days].sort();
  const whole = entries.find(([, own]) => areEqual(own, sorted));
  return whole ? [whole[0]] : days.map((day) => entries.find(([, own]) => areEqual(own, [day]))?.[0] ?? "");
}

/** The days that a part begins with. @param {string} part @param {DayWords} words @returns {Days} */
function daysAt(part, words) {
  const first = dayAt(part, words);
  if (!first) return { days: [], rest: part };
  const tie = /^ ?(?:-|till(?: och med)?|t ?o ?m) ?(?=[^0-9])/i.exec(first.rest);
  const second = tie ? dayAt(first.rest.slice(tie[0].length), words) : null;
  if (!second) return { days: asValues(first.days, words), rest: first.rest.replace(/^[.:]? ?/, "") };
  const [from, to] = [first.days[0], second.days[second.days.length - 1]];
  const all = Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7);
  return { days: asValues(all, words), rest: second.rest.replace(/^[.:]? ?/, "") };
}

/** A word for a day or several, the longest that is known. @param {string} text @param {DayWords} words
 * @returns {{days: number[], rest: string} | null} */
function dayAt(text, words) {
  for (let count = 2; count > 0; count -= 1) {
    const found = new RegExp(`^(?:\\p{L}+\\.?(?: |$|(?=[^\\p{L}]))){${count}}`, "u").exec(text);
    const word = found ? found[0].replace(/\./g, "").trim() : "";
    const value = words.named.get(fold(word)) ?? begun(fold(word), words);
    const days = WEEKEND.test(word.toLowerCase()) ? [5, 6] : words.days[value ?? ""];
    if (found && days) return { days, rest: text.slice(found[0].length).trim() };
  }
  return null;
}

/** The day whose name begins so. @param {string} word folded @param {DayWords} words */
function begun(word, { named, days }) {
  const told = word.length < 3 ? [] : [...named].filter(([name, value]) => name.startsWith(word) && days[value]);
  const values = new Set(told.map(([, value]) => value));
  return values.size === 1 ? [...values][0] : undefined;
}

/** The rows in one text that is read back as just them; null when there is none. @param {Data[]} rows
 * @param {DayWords} words @returns {string | null} */
export function hoursText(rows, words) {
  const lines = rows.map(({ dag, fran, till, ungefar, vad }) => {
    const [day] = words.days[dag]?.length === 1 ? [words.short[words.days[dag][0]]] : [nameOf(dag, words)];
    const clock = fran ? [hour(fran), till ? hour(till) : ""].filter(Boolean).join("–") : "";
    return ungefar ? "" : [day, clock, vad].filter(Boolean).join(" ");
  });
  const text = lines.join("\n");
  const read = rows.length ? hoursMeant(text, words).rows : [];
  return read.length === rows.length && read.every((row, index) => areEqual(row, rows[index])) ? text : null;
}

/** @param {string} clock */
const hour = (clock) => (clock.endsWith(":00") ? String(Number(clock.slice(0, 2))) : clock.replace(":", "."));

/** @param {string | undefined} value @param {DayWords} words */
function nameOf(value, words) {
  const [name] = [...words.named].filter(([, one]) => one === value).pop() ?? [""];
  return name.replace(/-/g, " ");
}
