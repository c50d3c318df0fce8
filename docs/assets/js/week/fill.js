// Which places of the catalogue would fill the free hours of a week: those that are open then, as far as is known. What
// covers a missing part comes first, then what has the easiest way in, then what lies in a district of the day. Nobody
// is ranked by anything else. Pure.
import { joined, without } from "./reckon.js";

/** @typedef {import("./data.js").PlaceData} PlaceData */
/** @typedef {import("./data.js").Span} Span */
/** @typedef {{place: PlaceData, spans: Span[], stated: number[], byType: number[]}} Filling */
/** `missing`: numbers of parts; `way`: the number of the way in that is asked for, -1 for any; `day`: ISO date.
 * @typedef {{passes: Span[], chosen: PlaceData[], missing: number[], way: number, when: string, day: string}} Wanted */

export const MOST = 5;
const LEAST = 60; // minutes that are worth going for
/** When a week may be filled: the word in the address, what it is called, its days, from and to.
 * @type {[string, string, number[], number, number][]} */
export const TIMES = [
  ["", "Vardagar på dagen (8–17)", [0, 1, 2, 3, 4], 480, 1020],
  ["kvall", "Kvällar (17–22)", [0, 1, 2, 3, 4, 5, 6], 1020, 1320],
  ["helg", "Helger (8–22)", [5, 6], 480, 1320],
];

/** Free pieces by day. @param {Span[]} passes @param {string} when */
export function freeOf(passes, when) {
  const [, , days, from, to] = TIMES.find(([word]) => word === when) ?? TIMES[0];
  return new Map(days.map((day) => [day, without([{ from, to }], passes.filter((pass) => pass.day === day))]));
}

/** All that fit, the best first. @param {PlaceData[]} places in the order of their names @param {Wanted} wanted
 * @returns {Filling[]} */
export function fillings(places, wanted) {
  const { passes, chosen, missing, way, when } = wanted;
  const free = freeOf(passes, when);
  const held = new Set(chosen.map(({ id }) => id));
  return places
    .filter((place) => place.rader && !held.has(place.id) && (way < 0 || place.vagar?.includes(way)))
    .map((place) => ({
      place,
      spans: spansIn(place, free),
      stated: missing.filter((part) => place.delar?.includes(part)),
      byType: missing.filter((part) => place.typdelar?.includes(part)),
    }))
    .filter(({ spans }) => spans.length)
    .map((filling) => /** @type {const} */ ([filling, rankOf(filling, wanted)]))
    .sort(([, a], [, b]) => compare(a, b)) // equal ones stay in the order of their names
    .map(([filling]) => filling);
}

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
function rankOf({ place, spans, stated, byType }, { passes, chosen, day }) {
  const isTogether = chosen.some(({ id, ihop }) => ihop?.includes(place.id) || place.ihop?.includes(id));
  const days = new Set(spans.map((span) => span.day));
  const near = new Set(passes.filter((pass) => days.has(pass.day)).map(({ id }) =>
    chosen.find((one) => one.id === id)?.trakt));
  const isOld = place.aldrade ? place.aldrade[1] <= day : false;
  return [
    isTogether ? 0 : 1,
    stated.length ? 0 : byType.length ? 1 : 2,
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
