// What stands after the number sign of the address <-> the state of the table. No DOM. It is never sent to anybody, and
// nothing of it is kept: who closes the page has left nothing behind.

/** `columns` null: those that are shown from the start; `picked`: the ids of the places to ask; `isAsking`: the list of
 * questions is shown; `unknown`: what the address asks for and nobody can choose.
 * @typedef {{chosen: Map<string, Set<string>>, order: string, columns: string[] | null, picked: string[],
 *   isAsking: boolean, unknown: string[]}} State */
/** What may be chosen. @typedef {{facetter: import("../match/ladder.js").Facet[], columns: {id: string}[]}} Choices */

const ORDER = "ordning";
const COLUMNS = "kolumner";
const PICKED = "fraga";
const VIEW = "vy";
const ASKING = "fragelista";
const MAX_PICKED = 100;
const MAX_SHOWN = 60; // letters of something unknown
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const BY_NAME = "a-o";

/** @returns {State} */
export const emptyState = () =>
  ({ chosen: new Map(), order: "", columns: null, picked: [], isAsking: false, unknown: [] });

/** @param {string} hash with or without its sign @param {Choices} choices @returns {State} */
export function readState(hash, choices) {
  const state = emptyState();
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (name === ORDER) state.order = isColumn(value, choices) || value === BY_NAME ? value : "";
    else if (name === COLUMNS) state.columns = value.split(",").filter((id) => isColumn(id, choices));
    else if (name === PICKED) state.picked = value.split(",").filter((id) => ID.test(id)).slice(0, MAX_PICKED);
    else if (name === VIEW) state.isAsking = value === ASKING;
    else if (!take(state, name, value, choices)) state.unknown.push(`${name} ${value}`.trim().slice(0, MAX_SHOWN));
  }
  return state;
}

/** @param {string} id @param {Choices} choices */
const isColumn = (id, { columns }) => columns.some((column) => column.id === id);

/** Take up one choice; false when there is no such. @param {State} state @param {string} name @param {string} value
 * @param {Choices} choices */
function take(state, name, value, { facetter }) {
  const found = facetter.find(({ id }) => id === name)?.varden.find(({ id, forr = [] }) =>
    id === value || forr.includes(value));
  if (found) state.chosen.set(name, (state.chosen.get(name) ?? new Set()).add(found.id));
  return found !== undefined;
}

/** What stands after the number sign; "" when nothing is chosen. @param {State} state */
export function writeState(state) {
  const query = new URLSearchParams();
  for (const [facet, ids] of state.chosen) for (const id of ids) query.append(facet, id);
  if (state.order) query.set(ORDER, state.order);
  if (state.columns) query.set(COLUMNS, state.columns.join(","));
  if (state.picked.length) query.set(PICKED, state.picked.join(","));
  if (state.isAsking) query.set(VIEW, ASKING);
  const text = query.toString().replaceAll("%2C", ",");
  return text && `#${text}`;
}

/** The same state with other values of a facet.
 * @param {State} state @param {string} facet @param {Iterable<string>} ids @returns {State} */
export function withValues(state, facet, ids) {
  const chosen = new Map(state.chosen);
  const wanted = new Set(ids);
  if (wanted.size) chosen.set(facet, wanted);
  else chosen.delete(facet);
  return { ...state, chosen };
}
