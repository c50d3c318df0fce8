// The places' own times and those set by hand -> the passes of the week. Pure.
//
// A record's time is in the week unless it was taken out. It stays out until it is put in where it does not go on every
// week, and on a day for which the one who plans has set a time at the place.
import { clockText, spanText } from "./clock.js";
import { keyOf } from "./state.js";
import { joined } from "./reckon.js";

/** @typedef {import("./data.js").PlaceData} PlaceData */
/** @typedef {import("./data.js").Pass} Pass */
/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./state.js").State} State */

/** All passes, in the order of the week, also those that are not in it. @param {PlaceData[]} places
 * @param {Pick<State, "set" | "on" | "off">} state @returns {Pass[]} */
export function passesOf(places, state) {
  const set = state.set.filter(({ id }) => !id || places.some((place) => place.id === id)).map(setPass);
  const days = new Set(set.map(({ id, day }) => `${id}:${day}`));
  const own = places.flatMap((place) => recordPasses(place, state, days));
  const order = new Map(places.map(({ id }, at) => [id, at]));
  const place = (/** @type {Pass} */ { id }) => order.get(id) ?? places.length;
  return [...own, ...set].sort((a, b) =>
    a.day - b.day || a.from - b.from || a.to - b.to || place(a) - place(b) || Number(b.isSet) - Number(a.isSet));
}

/** @param {import("./data.js").Span} span @returns {Pass} */
const setPass = (span) => ({
  ...span, key: keyOf(span), isSet: true, isIn: true, isAbout: false, isSeldom: false, what: "",
});

/** @param {PlaceData} place @param {Pick<State, "on" | "off">} state @param {Set<string>} taken days with a set time
 * @returns {Pass[]} */
function recordPasses({ id, rader }, { on, off }, taken) {
  /** @type {Map<string, Pass>} */
  const found = new Map();
  for (const row of rader ?? []) {
    const [days, from, to, isAbout, what, isSeldom] = row;
    if (from === null || to === null || to <= from) continue;
    for (const day of days) {
      const span = { id, day, from, to };
      const key = keyOf(span);
      const same = found.get(key);
      const isIn = !off.has(key) && (on.has(key) || (!isSeldom && !taken.has(`${id}:${day}`)));
      const how = { isSet: false, isIn, isAbout: Boolean(isAbout), isSeldom: Boolean(isSeldom) };
      found.set(key, { ...span, key, ...how, ...same, what: [same?.what, what].filter(Boolean).join(", ") });
    }
  }
  return [...found.values()];
}

/** What puts a place into the week at these times and no other: those that are its record's own stay that, the rest are
 * set by the one who plans. @param {PlaceData} place @param {import("./data.js").Span[]} spans
 * @param {Pick<State, "set" | "on" | "off">} state @returns {Pick<State, "set" | "off">} */
export function putAt(place, spans, { set, on, off }) {
  const wanted = new Set(spans.map(keyOf));
  const own = recordPasses(place, { on, off: new Set() }, new Set()).map(({ key }) => key);
  return {
    set: [...set, ...spans.filter((span) => !own.includes(keyOf(span)))],
    off: new Set([...off, ...own].filter((key) => !wanted.has(key))),
  };
}

/** What a place says of its times that has no day, no clock or no end, and so cannot stand in the week.
 * @param {PlaceData} place @param {string[]} days names of the days @returns {string[]} */
export function looseTexts({ rader = [] }, days) {
  return rader.filter(([named, from, to]) => !named.length || from === null || to === null).map((row) => {
    const [named, from, to, isAbout, what] = row;
    const clock = from === null ? "" : to === null ? `från ${clockText(from)}` : spanText(from, to);
    const when = [daysText(named, days), isAbout && clock ? `omkring ${clock}` : clock].filter(Boolean).join(" ");
    return when && what ? `${when}: ${what}` : when || what;
  });
}

/** Days by their numbers: "måndag–fredag", "måndag och onsdag". @param {number[]} numbers @param {string[]} days */
export function daysText(numbers, days) {
  const names = numbers.map((day) => days[day].toLowerCase());
  if (numbers.length === days.length) return "alla dagar";
  const isRun = numbers.every((day, at) => day === numbers[0] + at);
  if (isRun && names.length > 2) return `${names[0]}–${names.at(-1)}`;
  return [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" och ");
}

/** What the record says against a time that was set by hand; "" for nothing. @param {Pass} pass
 * @param {Pass[]} passes all of them @param {string[]} days */
export function objection(pass, passes, days) {
  const own = passes.filter(({ id, isSet }) => id === pass.id && !isSet);
  const then = joined(own.filter(({ day }) => day === pass.day));
  if (!pass.isSet || !pass.id || !own.length) return "";
  if (!then.length) return `Katalogen nämner ingen tid på ${days[pass.day].toLowerCase()}ar. Fråga dem.`;
  if (then.some(({ from, to }) => from <= pass.from && to >= pass.to)) return "";
  const told = then.map(({ from, to }) => spanText(from, to)).join(" och ");
  return `Katalogen säger ${told} på ${days[pass.day].toLowerCase()}ar. Fråga dem.`;
}
