// A week as a calendar file (RFC 5545): events that come back every week, by Swedish time. Pure; tests read it with a
// parser that is not ours.
import { daysBetween, weekdayOf } from "../core/day.js";
import { MIDNIGHT, fourDigits } from "./clock.js";

/** @typedef {import("./data.js").Span} Span */
/** `link` is a whole address, or "". @typedef {{span: Span, title: string, text: string, where: string, link: string}}
 *   Event */
/** `start`: the first day that may have an event; `weeks`: how many, 0 until further notice; `moment`: now, ISO;
 * `host`: whose file it is. @typedef {{start: string, weeks: number, moment: string, host: string}} Frame */

const DAY_MS = 86_400_000;
const WIDEST = 75; // octets of a line
const ZONE = "Europe/Stockholm";
// Since 1996 summer time ends on the last Sunday of October; it has begun on the last of March since 1981.
const TIME_ZONE = [
  "BEGIN:VTIMEZONE", `TZID:${ZONE}`,
  "BEGIN:STANDARD", "DTSTART:19961027T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
  "BEGIN:DAYLIGHT", "DTSTART:19810329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
  "END:VTIMEZONE",
];

/** @param {Event[]} events @param {Frame} frame */
export function calendarFile(events, frame) {
  return [
    "BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${escaped(frame.host)}//Veckoplan//SV`, "CALSCALE:GREGORIAN",
    ...TIME_ZONE,
    ...events.flatMap((event) => eventLines(event, frame)),
    "END:VCALENDAR",
  ].map((line) => `${folded(line)}\r\n`).join("");
}

/** Equal times have equal names: a file that is taken in again changes what is there, and tells of no person.
 * @param {Event} event @param {Frame} frame */
function eventLines({ span, title, text, where, link }, { start, weeks, moment, host }) {
  const { id, day, from, to } = span;
  const first = laterDay(start, (day - weekdayOf(start) + 7) % 7);
  const stamp = moment.replace(/\.\d+/, "").replace(/[-:]/g, "");
  return [
    "BEGIN:VEVENT",
    `UID:${id}-${day + 1}-${fourDigits(from)}-${fourDigits(to)}@${escaped(host)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;TZID=${ZONE}:${local(first, from)}`,
    `DTEND;TZID=${ZONE}:${local(first, to)}`,
    `RRULE:FREQ=WEEKLY${weeks ? `;COUNT=${weeks}` : ""}`,
    `SUMMARY:${escaped(title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    ...(link ? [`URL:${link}`] : []),
    "CLASS:PRIVATE",
    "END:VEVENT",
  ];
}

/** @param {string} day ISO date @param {number} days */
export const laterDay = (day, days) =>
  new Date((daysBetween("1970-01-01", day) + days) * DAY_MS).toISOString().slice(0, "2026-01-01".length);

/** @param {string} day @param {number} minutes */
function local(day, minutes) {
  const [date, rest] = minutes < MIDNIGHT ? [day, minutes] : [laterDay(day, 1), minutes - MIDNIGHT];
  return `${date.replace(/-/g, "")}T${fourDigits(rest)}00`;
}

/** @param {string} text */
const escaped = (text) => text.replace(/\r\n?/g, "\n").replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n")
  .replace(/[\u0000-\u001f\u007f]/g, " ");

/** A line of at most 75 octets, and what is left on lines that begin with a space; no letter is cut.
 * @param {string} line */
function folded(line) {
  let [text, held] = ["", 0];
  for (const letter of line) {
    const octets = octetsOf(letter);
    if (held + octets > WIDEST) [text, held] = [`${text}\r\n `, 1];
    text += letter;
    held += octets;
  }
  return text;
}

/** How many octets a letter takes in UTF-8. @param {string} letter */
function octetsOf(letter) {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
