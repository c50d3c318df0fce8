// Times that are being written -> the line of a card. Pure; the same as scripts/katalog/wording/hours.py makes, whose
// words come with the page; tests compare.
import { swedishDate } from "../core/dates.js";
import { fill } from "../core/text.js";

/** @typedef {import("./types.js").Data} Data */
/** @typedef {import("./types.js").HoursWords} Words */

/** The days that share a clock and a text together, in the order of the rows: "mån–fre 9–12".
 * @param {Data[]} times @param {Words} words @returns {string[]} */
export function shortHours(times, words) {
  /** @type {Map<string, {days: Set<number>, clock: string, what: string}>} */
  const grouped = new Map();
  for (const time of [times].flat().filter((row) => row && typeof row === "object")) {
    const [clock, what] = [clockOf(time, words), time.vad ?? ""];
    const key = `${clock}\n${what}`;
    const held = grouped.get(key) ?? { days: new Set(), clock, what };
    grouped.set(key, held);
    for (const day of words.dagar[time.dag] ?? []) held.days.add(day);
  }
  const shown = ofThePlace([...grouped.values()]);
  const rows = mostDaysFirst(shown, words).map(({ days, clock, what }) =>
    ({ what, when: [daysText([...days].sort(), words), clock].filter(Boolean).join(" ") }));
  const told = toldOf(rows, words);
  if (shown.length < grouped.size || told.length > words.mest) return [...told.slice(0, words.mest), words.texter.fler];
  return rows.some((row) => isProse(row, words.langst)) ? [...told, words.texter.mer] : told;
}

/** @typedef {{when: string, what: string}} Row */

/** Rows with a text that will be told by how many days that text has; the others before them, as they stand.
 * @param {{days: Set<number>, clock: string, what: string}[]} hours @param {Words} words */
function mostDaysFirst(hours, { kort, langst }) {
  const count = (/** @type {string} */ what) => (!what || [...what].length > langst ? kort.length
    : new Set(hours.flatMap((row) => (row.what === what ? [...row.days] : []))).size);
  return [...hours].sort((one, other) => count(other.what) - count(one.what));
}

/** Each row in words, those alike once; a time whose text is prose says so beside times that say what they are for.
 * @param {Row[]} rows @param {Words} words */
function toldOf(rows, { langst, texter }) {
  const isNamed = rows.some((row) => row.when && row.what && !isProse(row, langst));
  const other = isNamed ? texter.annat : "";
  const short = rows.map((row) => (isProse(row, langst) ? { when: row.when, what: other } : row));
  const plain = short.flatMap(({ when, what }) => (what ? [] : [when]));
  /** @type {Map<string, string[]>} */
  const whats = new Map();
  for (const { when, what } of short) if (when && what) whats.set(what, [...(whats.get(what) ?? []), when]);
  const last = [...whats].sort(([one], [another]) => Number(one === other) - Number(another === other));
  const named = last.map(([what, whens]) => `${what}: ${whens.join(" och ")}`);
  const texts = short.flatMap(({ when, what }) => (when ? [] : [what]));
  return toldOnce(short) ?? [...new Set([...plain, ...named, ...texts])];
}

/** @param {Row} row @param {number} longest */
const isProse = ({ when, what }, longest) => Boolean(when) && [...what].length > longest;

/** Without what is done on days when the clock of the place itself is told.
 * @param {{days: Set<number>, clock: string, what: string}[]} hours */
function ofThePlace(hours) {
  const known = new Set(hours.flatMap(({ days, clock, what }) => (clock && !what ? [...days] : [])));
  return hours.filter(({ days, what }) => !(what && days.size && [...days].every((day) => known.has(day))));
}

/** "Öppet hus: mån 9–12", "tis 13–15": rows that have a text in common.
 * @param {Row[]} rows @returns {string[] | null} */
function toldOnce(rows) {
  const [first, ...rest] = rows;
  if (!rest.length || !rows.every(({ when, what }) => when && what && what === first.what)) return null;
  return [`${first.what}: ${first.when}`, ...rest.map(({ when }) => when)];
}

/** @param {Data} time @param {Words} words */
function clockOf({ fran, till, ungefar }, { texter }) {
  if (!fran) return "";
  const clocks = [fran, till].filter(Boolean).map((clock) => String(clock).split(":"));
  const isWhole = clocks.every(([, minute]) => minute === "00");
  const text = clocks.map((clock) => hour(clock, isWhole)).join("–");
  const told = ungefar ? fill(texter.omkring, { tid: text }) : text;
  return till ? told : fill(texter.fran, { tid: told });
}

/** "9", or "9.00" where minutes are told. @param {string[]} clock @param {boolean} isWhole */
function hour([whole, minute], isWhole) {
  if (minute === undefined) return whole; // not yet written out
  return isWhole ? String(Number(whole)) : `${Number(whole)}.${minute}`;
}

/** Days by their numbers, Monday 0, in order. @param {number[]} days @param {Words} words */
function daysText(days, { kort, rad, texter }) {
  if (days.length === kort.length) return texter.alla;
  /** @type {number[][]} */
  const runs = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && day === last[last.length - 1] + 1) last.push(day);
    else runs.push([day]);
  }
  const parts = runs.flatMap((run) => {
    const named = run.map((day) => kort[day]);
    return named.length < rad ? named : [`${named[0]}–${named[named.length - 1]}`];
  });
  return [parts.slice(0, -1).join(", "), parts.at(-1)].filter(Boolean).join(" och ");
}

/** What is said of old times from a day on; "" before it, when their year is not known, and when the card's last line
 * has it. @param {Data} record @param {Words} words @param {string} day ISO date
 * @param {(year: number) => boolean} isTold */
export function oldHours({ kallor, uppgifter_fran: own }, { texter, aldras }, day, isTold) {
  const named = (kallor ?? []).filter((/** @type {Data} */ { galler, ar }) => ar && galler?.includes("tider"));
  const year = Math.min(...named.map((/** @type {Data} */ { ar }) => ar), ...(named.length ? [] : [own ?? Infinity]));
  return day.slice(0, 4) > String(year + aldras) && !isTold(year) ? fill(texter.gamla, { ar: year }) : "";
}

/** What holds for a time, with its days; "" when it has ended. @param {Data | undefined} notice @param {Words} words
 * @param {string[]} months @param {string} day ISO date */
export function noticeText(notice, { notis }, months, day) {
  if (!notice?.text || !notice.till || notice.till < day) return "";
  const [fran, till] = [notice.fran, notice.till].map((date) => (date ? swedishDate(date, months) : ""));
  return `${notice.text} ${fill(notis[fran ? "fran" : "till"], { fran, till })}`;
}
