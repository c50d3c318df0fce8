// The address of a search <-> its state: question, chosen values, order, what is shown. No DOM.
// Everything that decides what the reader sees stands in the address, so that Back, reload and sharing keep it.

/** @typedef {{fraga: string, valda: Map<string, Set<string>>, visa: boolean, ordning: string, antal: number}} State */

export const SHOWN = 25;
const MAX_QUESTION = 200;
const ORDERS = ["a-o", "senast"];

/** @returns {State} */
export const emptyState = () => ({ fraga: "", valda: new Map(), visa: false, ordning: "", antal: SHOWN });

/** State from the query part of an address. What the data does not know is left out.
 * @param {string} search @param {{id: string, varden: {id: string}[]}[]} facets @returns {State} */
export function readState(search, facets) {
  const query = new URLSearchParams(search);
  const state = emptyState();
  state.fraga = (query.get("q") ?? "").slice(0, MAX_QUESTION);
  state.visa = query.get("visa") === "alla";
  const order = query.get("ordning") ?? "";
  state.ordning = ORDERS.includes(order) ? order : "";
  state.antal = Math.max(SHOWN, Math.min(10_000, Number.parseInt(query.get("antal") ?? "", 10) || SHOWN));
  for (const facet of facets) {
    const known = new Set(facet.varden.map((value) => value.id));
    const ids = query.getAll(facet.id).filter((id) => known.has(id));
    if (ids.length) state.valda.set(facet.id, new Set(ids));
  }
  return state;
}

/** The query part of the address of a state; empty when nothing is chosen. @param {State} state */
export function writeState(state) {
  const query = new URLSearchParams();
  if (state.fraga.trim()) query.set("q", state.fraga.trim());
  for (const [facet, ids] of state.valda) for (const id of ids) query.append(facet, id);
  if (state.ordning) query.set("ordning", state.ordning);
  if (state.visa) query.set("visa", "alla");
  if (state.antal > SHOWN) query.set("antal", String(state.antal));
  const text = query.toString();
  return text && `?${text}`;
}

/** The same state with a value chosen or not; the number shown starts again.
 * @param {State} state @param {string} facet @param {string} id @param {boolean} on @returns {State} */
export function choose(state, facet, id, on) {
  const valda = new Map([...state.valda].map(([name, ids]) => [name, new Set(ids)]));
  const ids = valda.get(facet) ?? new Set();
  if (on) ids.add(id);
  else ids.delete(id);
  if (ids.size) valda.set(facet, ids);
  else valda.delete(facet);
  return { ...state, valda, antal: SHOWN };
}
