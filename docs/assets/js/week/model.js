// Data, the ids of a list and what was chosen -> all that the views tell of the week. Pure.
import { coverOf, missingIn } from "./cover.js";
import { MOST, clockless, fillings, timesOf } from "./fill.js";
import { passesOf } from "./plan.js";
import { clashesOf, movesOf, totals } from "./reckon.js";

/** @typedef {import("./data.js").WeekData} WeekData */
/** @typedef {import("./data.js").PlaceData} PlaceData */
/** @typedef {import("./data.js").Pass} Pass */
/** @typedef {import("./state.js").State} State */
/** `lost`: ids that the catalogue does not know any more; `passes`: all of them, `held` those in the week.
 * @typedef {object} Week
 * @property {WeekData} data
 * @property {State} state
 * @property {string} day
 * @property {PlaceData[]} places
 * @property {string[]} lost
 * @property {Pass[]} passes
 * @property {Pass[]} held
 * @property {ReturnType<typeof totals>} totals
 * @property {ReturnType<typeof totals>} setTotals of the times that were set by hand
 * @property {import("./reckon.js").Clash[]} clashes
 * @property {import("./reckon.js").Move[]} moves
 * @property {import("./cover.js").Cover[]} covers
 * @property {number[]} missing
 * @property {import("./fill.js").Filling[]} fillings the first of `fillable`
 * @property {number} fillable
 * @property {import("./fill.js").Time[]} times
 * @property {import("./fill.js").Time} time that free hours are looked for
 * @property {PlaceData[]} clockless open on the day that is asked for, without a known hour
 */

/** What is no place of the catalogue and takes time all the same. */
export const OTHER = { id: "", kallas: "Annat som tar tid", trakt: -1 };

/** @param {WeekData} data @param {string[]} ids @param {State} state @param {string} day ISO date @returns {Week} */
export function weekOf(data, ids, state, day) {
  const { places, lost } = found(data, [...ids, ...state.set.map(({ id }) => id).filter(Boolean)]);
  const passes = passesOf(places, renamed(state, data));
  const held = passes.filter(({ isIn }) => isIn);
  const whereIs = (/** @type {string} */ id) => {
    const number = places.find((place) => place.id === id)?.trakt ?? -1;
    return { number, isKnown: Boolean(data.trakter[number]?.[1]) };
  };
  const covers = coverOf(places, new Set(held.map(({ id }) => id)), data.delar.length);
  const missing = missingIn(covers);
  const way = data.vagar.findIndex(([id]) => id === state.way);
  const times = timesOf(data.dagar);
  const time = times.find(([word]) => word === state.when) ?? times[0];
  const kinds = data.trakter.map(([, kind]) => kind);
  const wanted = { passes: held, chosen: places, missing, way, time, day, kinds };
  const filling = fillings(data.stallen, wanted);
  return {
    data, state, day, places, lost, passes, held,
    totals: totals(held),
    setTotals: totals(held.filter(({ isSet }) => isSet)),
    clashes: clashesOf(held),
    moves: movesOf(held, whereIs),
    covers,
    missing,
    fillings: filling.slice(0, MOST),
    fillable: filling.length,
    times,
    time,
    clockless: clockless(data.stallen, wanted),
  };
}

/** The places of the ids of today, each once. @param {WeekData} data @param {string[]} ids */
function found({ stallen, flyttade }, ids) {
  const known = new Map(stallen.map((place) => [place.id, place]));
  const wanted = [...new Set(ids.map((id) => followed(id, flyttade)))];
  return {
    places: wanted.map((id) => known.get(id)).filter((place) => place !== undefined),
    lost: wanted.filter((id) => !known.has(id)),
  };
}

/** @param {string} id @param {Record<string, string>} moved */
const followed = (id, moved) => (Object.hasOwn(moved, id) ? moved[id] : id);

/** @param {State} state @param {WeekData} data */
const renamed = (state, { flyttade }) =>
  ({ ...state, set: state.set.map((span) => ({ ...span, id: followed(span.id, flyttade) })) });

/** @param {Week} week @param {string} id @returns {PlaceData} */
export const placeOf = ({ places }, id) => places.find((place) => place.id === id) ?? OTHER;

/** @param {Week} week @param {PlaceData} place */
export const areaOf = ({ data }, { trakt }) => data.trakter[trakt]?.[0] ?? "";
