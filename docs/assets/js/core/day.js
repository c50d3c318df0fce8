// The reader's clock, which no other script reads: which day it is where they are, and how far another day lies. A day
// is an ISO date.

const DAY_MS = 86_400_000;

/** This moment, as ISO text. @returns {string} */
export const now = () => new Date().toISOString();

/** Today, by the clock and the time zone of the reader. @param {Date} [now] @returns {string} */
export function today(now = new Date()) {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}

/** The hour of the reader's clock. @param {Date} [now] */
export const hour = (now = new Date()) => now.getHours();

/** The later of two days. @param {string} one @param {string} other */
export const laterOf = (one, other) => (one > other ? one : other);

/** Whole days from one date to another, below zero when it lies before; NaN for what is no date.
 * @param {string} from @param {string} to */
export function daysBetween(from, to) {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

const A_MONDAY = "1970-01-05";

/** The day of the week, Monday 0. @param {string} day */
export const weekdayOf = (day) => ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
