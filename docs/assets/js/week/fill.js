// Which places of the catalogue would fill the free hours of a week: those that are open then, as far as is known. What
// can be had together with the week's own comes first, then what covers a missing part, what is in no other town, what
// has the easiest way in, what lies in a district of the day. Nobody is ranked by anything else. Pure.
import { joined, without } from "./reckon.js";

/** @typedef {import("./data.js").PlaceData} PlaceData */
/** @typedef {import("./data.js").Span} Span */
/** @typedef {{place: PlaceData, spans: Span[], stated: number[], byType: number[]}} Filling */
/** The word in the address, what it is called, its days, from and to in minutes.
 * @typedef {[string, string, number[], number, number]} Time */
/** `missing`: numbers of parts; `way`: the number of the way in that is asked for, -1 for any; `day`: ISO date;
 * `kinds`: the kind of each `trakt`.
 * @typedef {{passes: Span[], chosen: PlaceData[], missing: number[], way: number, time: Time, day: string,
 *   kinds: string[]}} Wanted */

export const MOST = 5;
const LEAST = 60; // minutes that are worth going for
const [MORNING, NIGHT] = [480, 1320]; // of a single day
/** When a week may be filled, beside its single days. @type {Time[]} */
export const TIMES = [
  ["", "Vardagar på dagen (8–17)", [0, 1, 2, 3, 4], 480, 1020],
  ["kvall", "Kvällar (17–22)", [0, 1, 2, 3, 4, 5, 6], 1020, 1320],
  ["helg", "Helger (8–22)", [5, 6], 480, 1320],
];

/** All that can be asked for: a single day has its number as its word, Monday 1. @param {string[]} names of the days
 * @returns {Time[]} */
export const timesOf = (names) => [...TIMES, ...names.map((name, day) =>
  /** @type {Time} */ ([String(day + 1), `${name} (8–22)`, [day], MORNING, NIGHT]))];

/** Free pieces by day. @param {Span[]} passes @param {Time} time */
export const freeOf = (passes, [, , days, from, to]) =>
  new Map(days.map((day) => [day, without([{ from, to }], passes.filter((pass) => pass.day === day))]));

/** Does one of them say that both can be had at the same time? @param {PlaceData} one @param {PlaceData} other */
export const isTogether = (one, other) => Boolean(one.ihop?.includes(other.id) || other.ihop?.includes(one.id));

/** All that fit, the best first. @param {PlaceData[]} places in the order of their names @param {Wanted} wanted
 * @returns {Filling[]} */
export function fillings(places, wanted) {
  const free = freeOf(wanted.passes, wanted.time);
  return ranked(askable(places, wanted).map((place) => fillingOf(place, spansIn(place, free), wanted))
    .filter(({ spans }) => spans.length), wanted);
}

/** Those that are open on the one day that is asked for, nobody knows from when to when. @param {PlaceData[]} places
 * @param {Wanted} wanted @returns {PlaceData[]} */
export function clockless(places, wanted) {
  const [, , days] = wanted.time;
  if (days.length > 1) return [];
  const free = freeOf(wanted.passes, wanted.time);
  const isOpen = (/** @type {PlaceData} */ { rader = [] }) => rader.some(([named, from, to]) =>
    named.includes(days[0]) && (from === null || to === null));
  const found = askable(places, wanted).filter((place) => isOpen(place) && !spansIn(place, free).length);
  return ranked(found.map((place) => fillingOf(place, [], wanted)), wanted).map(({ place }) => place);
}

/** @param {PlaceData[]} places @param {Wanted} wanted */
const askable = (places, { chosen, way }) => places.filter((place) =>
  place.rader && !chosen.some(({ id }) => id === place.id) && (way < 0 || place.vagar?.includes(way)));

/** @param {PlaceData} place @param {Span[]} spans @param {Wanted} wanted @returns {Filling} */
const fillingOf = (place, spans, { missing }) => ({
  place,
  spans,
  stated: missing.filter((part) => place.delar?.includes(part)),
  byType: missing.filter((part) => place.typdelar?.includes(part)),
});

/** @param {Filling[]} found @param {Wanted} wanted */
const ranked = (found, wanted) => found
  .map((filling) => /** @type {const} */ ([filling, rankOf(filling, wanted)]))
  .sort(([, a], [, b]) => compare(a, b)) // equal ones stay in the order of their names
  .map(([filling]) => filling);

/** The free hours of each day when the place is open. @param {PlaceData} place
 * @param {Map<number, import("./reckon.js").Piece[]>} free @returns {Span[]} */
function spansIn({ id, rader = [] }, free) {
  return [...free].flatMap(([day, pieces]) => {
    const open = joined(rader.flatMap(([days, from, to, , , isSeldom]) =>
      (from !== null && to !== null && from < to && !isSeldom && days.includes(day) ? [{ from, to }] : [])));
    return pieces.flatMap((piece) => open.map(({ from, to }) =>
      ({ id, day, from: Math.max(piece.from, from), to: Math.min(piece.to, to) })))
      .filter(({ from, to }) => to - from >= LEAST);
  });
}

/** Less is better, the first difference decides. @param {Filling} filling @param {Wanted} wanted */
function rankOf({ place, spans, stated, byType }, { passes, chosen, day, kinds }) {
  const days = new Set(spans.map((span) => span.day));
  const near = new Set(passes.filter((pass) => days.has(pass.day)).map(({ id }) =>
    chosen.find((one) => one.id === id)?.trakt));
  const isOld = place.aldrade ? place.aldrade[1] <= day : false;
  const [kind, own] = [kinds[place.trakt], chosen.map(({ trakt }) => kinds[trakt]).filter(Boolean)];
  return [
    chosen.some((one) => isTogether(one, place)) ? 0 : 1,
    stated.length ? 0 : byType.length ? 1 : 2,
    kind && own.length && !own.includes(kind) ? 1 : 0, // a municipality, when all else is in districts
    Math.min(...(place.vagar ?? [Infinity])),
    near.has(place.trakt) ? 0 : 1,
    isOld ? 1 : 0,
  ];
}

/** @param {number[]} a @param {number[]} b */
function compare(a, b) {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : a[at] < b[at] ? -1 : 1;
}
