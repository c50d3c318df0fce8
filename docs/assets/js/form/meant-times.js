// Days and times of day as people write them -> as a record has them: "26/11 2026", "26 nov 2026", "kl 9", "9.00",
// "0900". Pure; `meant.js` and `meant-hours.js` use it. What can be read in two ways is left as it is.

/** What the reading of a day needs. @typedef {{months: string[], today: string}} Calendar */

const DAY_MS = 86_400_000;
/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** "" when there is no such time. @param {string} hours @param {string} minutes */
function clock(hours, minutes) {
  const [hour, minute] = [Number(hours), Number(minutes || "0")];
  const isRight = (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
  return isRight ? `${two(hour)}:${two(minute)}` : "";
}

/** A time of day, or "". @param {string} written */
export function clockMeant(written) {
  const text = written.toLowerCase().replace(/^(?:klockan|kl\.?|från|till) ?/, "").replace(/ ?h$/, "").trim();
  if (text === "midnatt") return "24:00";
  const parts = /^([0-9]{1,2})(?:[.:,]([0-9]{2}))?$/.exec(text) ?? /^([0-9]{1,2})([0-9]{2})$/.exec(text);
  return parts ? clock(parts[1], parts[2]) : "";
}

/** From and to, or null. @param {string} written @returns {[string, string] | null} */
export function spanMeant(written) {
  const halves = written.toLowerCase().replace(/^(?:klockan|kl\.?|från) ?/, "").split(/ ?(?:-|till|t o m) ?/);
  if (halves.length !== 2) return null;
  const [from, to] = halves.map(clockMeant);
  return from && to && from !== "24:00" ? [from, to === "00:00" ? "24:00" : to] : null;
}

/** A day that there is, as an ISO date; else "". @param {number} year @param {number} month @param {number} day */
function date(year, month, day) {
  const text = `${year}-${two(month)}-${two(day)}`;
  const moment = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(moment) || isoOf(moment) !== text ? "" : text;
}

/** @param {number} moment */
const isoOf = (moment) => new Date(moment).toISOString().slice(0, 10);

/** @type {Record<string, number>} days from today */
const NEAR = { "idag": 0, "i dag": 0, "igår": -1, "i går": -1, "imorgon": 1, "i morgon": 1 };

/** A day, as an ISO date, or "". @param {string} written @param {Calendar} calendar */
export function dateMeant(written, { months, today }) {
  const text = written.toLowerCase().replace(/^den /, "").replace(/[.,]$/, "").replace(/ ?([/.-]) ?/g, "$1");
  if (text in NEAR) return isoOf(Date.parse(`${today}T00:00:00Z`) + NEAR[text] * DAY_MS);
  const iso = /^([0-9]{4})[-./ ]?([0-9]{1,2})[-./ ]?([0-9]{1,2})$/.exec(text);
  if (iso && (text.length === 8 || /[^0-9]/.test(text))) return date(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = /^([0-9]{1,2})\.? ?([a-zåäö]{3,9})\.?,? ?([0-9]{4})$/.exec(text);
  if (named) return date(Number(named[3]), monthOf(named[2], months), Number(named[1]));
  const plain = /^([0-9]{1,2})[/.-]([0-9]{1,2})[/.\- ]((?:20)?[0-9]{2})$/.exec(text);
  return plain ? dayFirst(plain.slice(1)) : "";
}

/** 26/11 2026; with a year of two digits the order must not be in doubt. @param {string[]} parts */
function dayFirst([day, month, year]) {
  const first = date(2000 + (Number(year) % 100), Number(month), Number(day));
  if (year.length === 4) return first;
  const other = date(2000 + Number(day), Number(month), Number(year));
  return first && other && first !== other ? "" : first || other;
}

/** 0 when it is no month. @param {string} word @param {string[]} months */
function monthOf(word, months) {
  return months.findIndex((month) => month.startsWith(word)) + 1;
}
